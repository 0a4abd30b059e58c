/** What somebody wrote. Anything we do not understand gets help, never silence. */
import { type PersonId, signInNameOf } from '../domain/organization/person.ts'
import { tracksOf } from '../workflows/enrolment/train.ts'
import { myMentoringNow } from '../workflows/meeting/my-next-session.ts'
import type { Ports } from '../workflows/ports.ts'
import { contactsOf } from '../workflows/program/contacts.ts'
import type { CardMessage, Reader } from './cards/card.ts'
import { dayAfter, pauseCard } from './cards/enrolment/pause.ts'
import { type Contact, helpCard } from './cards/help.ts'
import { myMentoringCard, nextSessionCard } from './cards/meeting/my-mentoring.ts'
import type { Answer, Where } from './incoming.ts'
import type { Command } from './language/language.ts'

/** In channels and group chats others read along: nothing personal is said there. */
export async function onMessage(text: string, where: Where, reader: Reader, ports: Ports): Promise<Answer> {
  if (where.scope !== 'personal' || !where.personId) {
    return { kind: 'text', text: reader.words.text('in-channel') }
  }
  return runCommand(reader.words.command(text) ?? 'help', where.personId, reader, ports)
}

/** To whom somebody can turn outside the Program's line. Help is help without it too, when the database is away. */
async function outside(personId: PersonId, ports: Ports): Promise<Contact[]> {
  const contacts = await contactsOf(ports, personId).catch(() => [])
  return contacts.map((person) => {
    const signInName = signInNameOf(person)
    return { name: person.displayName, ...(signInName ? { signInName } : {}) }
  })
}

const cards: Record<
  Command,
  (personId: PersonId, reader: Reader, ports: Ports) => Promise<CardMessage> | CardMessage
> = {
  'my-mentoring': async (personId, reader, ports) =>
    myMentoringCard(await myMentoringNow(ports, personId), reader),
  'next-session': async (personId, reader, ports) =>
    nextSessionCard((await myMentoringNow(ports, personId)).next, reader),
  pause: (_, reader, { clock }) => pauseCard(dayAfter(clock.now()), reader),
  help: async (personId, reader, ports) =>
    helpCard(reader, {
      trains: (await tracksOf(ports, personId).catch(() => [])).length > 0,
      contacts: await outside(personId, ports),
    }),
}

export const isCommand = (verb: string): verb is Command => Object.hasOwn(cards, verb)

export async function runCommand(
  command: Command,
  personId: string,
  reader: Reader,
  ports: Ports,
): Promise<Answer> {
  return { kind: 'card', message: await cards[command](personId, reader, ports) }
}
