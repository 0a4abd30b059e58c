/** What somebody wrote. Anything we do not understand gets help, never silence. */
import type { PersonId } from '../domain/organization/person.ts'
import { tracksOf } from '../workflows/enrolment/train.ts'
import { myMentoringNow } from '../workflows/meeting/my-next-session.ts'
import type { Ports } from '../workflows/ports.ts'
import type { CardMessage, Reader } from './cards/card.ts'
import { dayAfter, pauseCard } from './cards/enrolment/pause.ts'
import { helpCard } from './cards/help.ts'
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
    helpCard(reader, { trains: (await tracksOf(ports, personId)).length > 0 }),
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
