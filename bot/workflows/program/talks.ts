/**
 * Somebody asks an independent contact for a talk. It reaches that contact alone: it is in nobody's list, figure or log, and the card
 * says neither who asked nor why. Whoever may no longer be their contact (in the Program's line by now, in the asker's own, or gone)
 * reads nothing of it any more, and nobody takes their place.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { daysOff } from '../../domain/program/holidays.ts'
import type { Cohort, CohortId, Program } from '../../domain/program/program.ts'
import {
  mayAskForTalk,
  momentOfTalk,
  type Talk,
  type TalkId,
  talkWorkingDays,
} from '../../domain/program/talk.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { endOfWorkingDays } from '../../domain/scheduling/answer-until.ts'
import { dateOf, wallClock } from '../../domain/scheduling/zone-offset.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'
import { contactsFor } from './contacts.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>
type Reads = Pick<Ports, 'store'>

/** Of a Cohort and whoever asks: nobody has two that wait. */
const lockTalks = ({ store }: Reads, cohortId: CohortId, askerId: PersonId) =>
  store.lock(`talk.${cohortId}.${askerId}`)

export function askForTalk(
  ports: Needs,
  cohortId: CohortId,
  askerId: PersonId,
  { contactId, line }: { contactId: PersonId; line?: string | undefined },
): Promise<Talk | Refusal> {
  const { store, clock, chance } = ports
  return store.transaction(async () => {
    await lockTalks(ports, cohortId, askerId)
    const found = await programOf(ports, cohortId)
    const asker = await store.participants.of(cohortId, askerId)
    if (!found || !asker) return refuse('not-found')
    const contacts = (await contactsFor(ports, found.program, askerId)).map(({ id }) => id)
    const open = await openTalk(ports, cohortId, askerId)
    const may = mayAskForTalk(contactId, contacts, open)
    if (may !== true) return may
    const now = clock.now()
    const off = daysOff(found.cohort.scheduling, (await store.people.get(askerId)) ?? {})
    const end = endOfWorkingDays(asker, off, now, talkWorkingDays)
    const words = line?.trim()
    const talk: Talk = {
      ...{ id: chance.id(), cohortId, askerId, contactId, askedAt: now },
      ...(words ? { line: words } : {}),
      answerOn: dateOf(wallClock(asker.timeZone, end.getTime() - 1).day),
    }
    await store.talks.add(talk)
    await store.moments.plan(talk.id, [momentOfTalk(talk, end)])
    await tellContact(ports, talk, found.program)
    return talk
  })
}

/** Joins an open transaction: on the last working day, when nobody has answered. */
export async function remindOfTalk(
  ports: Pick<Ports, 'store' | 'jobs'>,
  id: TalkId,
): Promise<'done' | 'skipped'> {
  const talk = await ports.store.talks.get(id)
  const found = talk && (await programOf(ports, talk.cohortId))
  if (!found || talk.answeredAt || !(await contactOf(ports, talk))) return 'skipped'
  await tellContact(ports, talk, found.program, true)
  return 'done'
}

/** By the contact. What it was about is forgotten with it. */
export function answerTalk(
  ports: Pick<Ports, 'store' | 'clock'>,
  id: TalkId,
  by: PersonId,
): Promise<true | Refusal> {
  return changed(ports, id, async (talk) => {
    if ((await contactOf(ports, talk)) !== by) return refuse('not-found')
    if (talk.answeredAt) return true
    await ports.store.talks.answer(talk, ports.clock.now())
    return true
  })
}

/** By whoever asked, answered or not: nothing is left of it. */
export function takeTalkBack(ports: Reads, id: TalkId, by: PersonId): Promise<true | Refusal> {
  return changed(ports, id, async ({ askerId }) => {
    if (askerId !== by) return refuse('not-found')
    await ports.store.talks.remove(id)
    return true
  })
}

/** Who was asked, while they stand outside the Program and the asker's line. */
export async function contactOf(ports: Reads, talk: Talk): Promise<PersonId | undefined> {
  const found = await programOf(ports, talk.cohortId)
  const contacts = found ? await contactsFor(ports, found.program, talk.askerId) : []
  return contacts.find(({ id }) => id === talk.contactId)?.id
}

async function changed(
  ports: Reads,
  id: TalkId,
  change: (talk: Talk) => Promise<true | Refusal>,
): Promise<true | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    const known = await store.talks.get(id)
    if (!known) return refuse('not-found')
    await lockTalks(ports, known.cohortId, known.askerId)
    // As whoever had the lock before left it.
    const talk = await store.talks.get(id)
    const done = talk ? await change(talk) : refuse('not-found')
    if (done === true) await store.moments.plan(id, [])
    return done
  })
}

async function openTalk({ store }: Reads, cohortId: CohortId, askerId: PersonId): Promise<Talk | undefined> {
  return (await store.talks.ofAsker(cohortId, askerId)).find(({ answeredAt }) => !answeredAt)
}

async function programOf(
  { store }: Reads,
  cohortId: CohortId,
): Promise<{ cohort: Cohort; program: Program } | undefined> {
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  return program && { cohort, program }
}

async function tellContact(
  ports: Pick<Ports, 'store' | 'jobs'>,
  { id, contactId, answerOn }: Talk,
  { name }: Program,
  again?: true,
): Promise<void> {
  await tell(ports, `talk-asked.${id}${again ? '.again' : ''}`, contactId, {
    ...{ kind: 'talk-asked', talkId: id, programName: name, answerOn },
    ...(again ? { again } : {}),
  })
}
