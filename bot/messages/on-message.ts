/** What somebody wrote. Anything we do not understand gets help, never silence. */
import type { Reader } from './cards/card.ts'
import { helpCard } from './cards/help.ts'
import { myMentoringCard, nextSessionCard, pauseCard } from './cards/meeting/my-mentoring.ts'
import type { MessagesDeps } from './deps.ts'
import type { Answer, Where } from './incoming.ts'
import type { Command } from './language/language.ts'

/** In channels and group chats others read along: nothing personal is said there. */
export async function onMessage(
  text: string,
  where: Where,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  if (where.scope !== 'personal' || !where.personId) {
    return { kind: 'text', text: reader.words.text('in-channel') }
  }
  return runCommand(reader.words.command(text) ?? 'help', where.personId, reader, deps)
}

export async function runCommand(
  command: Command,
  personId: string,
  reader: Reader,
  deps: MessagesDeps,
): Promise<Answer> {
  switch (command) {
    case 'my-mentoring':
      return { kind: 'card', message: myMentoringCard(await deps.myMentoring(personId), reader) }
    case 'next-session':
      return { kind: 'card', message: nextSessionCard((await deps.myMentoring(personId)).next, reader) }
    case 'pause':
      return { kind: 'card', message: pauseCard(dayAfter(deps.clock.now()), reader) }
    case 'help':
      return { kind: 'card', message: helpCard(reader) }
  }
}

/** ISO date of tomorrow, UTC. */
export function dayAfter(now: Date): string {
  return new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
}
