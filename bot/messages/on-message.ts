/** What somebody wrote. Anything we do not understand gets what the bot can do, never silence. */
import { type Act, may } from '../auth/access.ts'
import { mayInvite } from '../domain/enrolment/invitation.ts'
import { isAway } from '../domain/fault.ts'
import { type PersonId, signInNameOf } from '../domain/organization/person.ts'
import { tracksOf } from '../workflows/enrolment/train.ts'
import { myMentoringNow } from '../workflows/meeting/my-next-session.ts'
import type { Ports } from '../workflows/ports.ts'
import { contactsOf } from '../workflows/program/contacts.ts'
import { rolesHere } from '../workflows/program/roles-here.ts'
import type { CardMessage, Reader } from './cards/card.ts'
import { nominateCard } from './cards/enrolment/invitation.ts'
import { leaveCard } from './cards/enrolment/leave.ts'
import { dayAfter, pauseCard } from './cards/enrolment/pause.ts'
import { type Contact, helpCard } from './cards/help.ts'
import { myMentoringCard, nextSessionCard, notComingCard } from './cards/meeting/my-mentoring.ts'
import { pairingOfSession } from './cards/pairing-of.ts'
import { someoneToTalkToCard } from './cards/program/talk.ts'
import type { Answer, Where } from './incoming.ts'
import type { Command } from './language/language.ts'

/** In channels and group chats others read along: nothing personal is said there. */
export async function onMessage(text: string, where: Where, reader: Reader, ports: Ports): Promise<Answer> {
  if (where.scope !== 'personal' || !where.personId) {
    return { kind: 'text', text: reader.words.text('in-channel') }
  }
  const meant = reader.words.command(text)
  if (!meant) return { kind: 'card', message: await helpOf(ports, where.personId, reader, 'unknown') }
  return runCommand(meant, where.personId, reader, ports)
}

/** Help is help without it too, while the database is away; anything else that fails is a fault. */
async function unlessAway<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found
  } catch (error) {
    if (isAway(error)) return undefined
    throw error
  }
}

async function orNone<T>(found: Promise<T[]>): Promise<T[]> {
  return (await unlessAway(found)) ?? []
}

/** To whom somebody can turn outside the Program's line. */
async function outside(personId: PersonId, ports: Ports): Promise<Contact[]> {
  const contacts = await orNone(contactsOf(ports, personId))
  return contacts.map((person) => {
    const signInName = signInNameOf(person)
    return { name: person.displayName, ...(signInName ? { signInName } : {}) }
  })
}

async function helpOf(ports: Ports, who: PersonId, reader: Reader, why: 'help' | 'unknown') {
  const roles = await unlessAway(rolesHere(ports, who))
  return helpCard(reader, {
    ...(roles ? { roles } : {}),
    why,
    trains: (await orNone(tracksOf(ports, who))).length > 0,
    contacts: await outside(who, ports),
  })
}

interface CommandAct {
  /** What of `auth/access.ts` it is; that the bot talks to somebody at all was asked before (`enter`). */
  asks: readonly Act[]
  /** Nothing where the table says no. */
  answer(ports: Ports, who: PersonId, reader: Reader): Promise<CardMessage | string | undefined>
}

const mayRead = (who: PersonId) => may('read-own-mentoring', { personId: who }, { ownerId: who })
const mayChange = (who: PersonId) => may('change-own-enrolment', { personId: who }, { ownerId: who })

/** Where somebody stands, as far as the table lets them read it: with a Session also what is between the two. */
async function mineOf(ports: Ports, who: PersonId, act: 'read-own-pairing' | 'repair-session') {
  if (!mayRead(who)) return undefined
  const mine = await myMentoringNow(ports, who)
  if (!mine.next) return mine
  const pairing = await pairingOfSession(ports, mine.next.sessionId)
  return may(act, { personId: who }, { pairing }) ? mine : undefined
}

export const commandActs: Record<Command, CommandAct> = {
  'my-mentoring': {
    asks: ['read-own-mentoring', 'read-own-pairing'],
    async answer(ports, who, reader) {
      const mine = await mineOf(ports, who, 'read-own-pairing')
      return mine && myMentoringCard(mine, reader)
    },
  },
  'next-session': {
    asks: ['read-own-mentoring', 'read-own-pairing'],
    async answer(ports, who, reader) {
      const mine = await mineOf(ports, who, 'read-own-pairing')
      return mine && nextSessionCard(mine.next, reader)
    },
  },
  'not-coming': {
    asks: ['read-own-mentoring', 'repair-session'],
    async answer(ports, who, reader) {
      const mine = await mineOf(ports, who, 'repair-session')
      return mine && (mine.next ? notComingCard(mine.next, reader) : nextSessionCard(undefined, reader))
    },
  },
  talk: {
    asks: ['keep-own-talk'],
    async answer(ports, who, reader) {
      if (!may('keep-own-talk', { personId: who }, { ownerId: who })) return undefined
      const contacts = await contactsOf(ports, who)
      return someoneToTalkToCard(
        contacts.map(({ displayName }) => displayName),
        reader,
      )
    },
  },
  nominate: {
    asks: ['nominate'],
    async answer({ store }, who, reader) {
      const isEligible = (await store.people.get(who))?.isEligible
      if (!may('nominate', { personId: who }, { isEligible })) return undefined
      const open = (await store.cohorts.list()).filter(({ stage }) => mayInvite(stage))
      return nominateCard(
        open.map(({ name }) => name),
        reader,
      )
    },
  },
  pause: {
    asks: ['change-own-enrolment'],
    answer: async ({ clock }, who, reader) =>
      mayChange(who) ? pauseCard(dayAfter(clock.now()), reader) : undefined,
  },
  leave: {
    asks: ['change-own-enrolment'],
    answer: async (_, who, reader) => (mayChange(who) ? leaveCard(reader) : undefined),
  },
  thanks: { asks: ['enter'], answer: async (_, __, { words }) => words.text('thanks') },
  help: { asks: ['enter'], answer: (ports, who, reader) => helpOf(ports, who, reader, 'help') },
}

export const isCommand = (verb: string): verb is Command => Object.hasOwn(commandActs, verb)

export async function runCommand(
  command: Command,
  personId: string,
  reader: Reader,
  ports: Ports,
): Promise<Answer> {
  const said = await commandActs[command].answer(ports, personId, reader)
  if (said === undefined) return { kind: 'text', text: reader.words.refusal({ refused: 'not-yours' }) }
  return typeof said === 'string' ? { kind: 'text', text: said } : { kind: 'card', message: said }
}
