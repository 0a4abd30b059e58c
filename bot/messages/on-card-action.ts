/**
 * A button was pressed. What the card carries says which question it was, never who answers: that is whoever Teams says
 * pressed it, held against the record. The same press twice leaves the same answer.
 */
import type { PersonId } from '../domain/organization/person.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import type { Ports } from '../workflows/ports.ts'
import { refuseWhenClosed } from '../workflows/program/after-close.ts'
import type { CardAct } from './card-acts.ts'
import { cardActs } from './cards/acts.ts'
import type { CardMessage, Reader } from './cards/card.ts'
import type { Answer, Where } from './incoming.ts'
import { isCommand, runCommand } from './on-message.ts'

export async function onCardAction(
  verb: string,
  data: Record<string, unknown>,
  where: Where,
  reader: Reader,
  ports: Ports,
): Promise<Answer> {
  const { personId } = where
  if (where.scope !== 'personal' || !personId) return { kind: 'text', text: reader.words.text('in-channel') }
  if (isCommand(verb)) return inPlace(await runCommand(verb, personId, reader, ports))
  const act = cardActs.find((one) => one.verb === verb)
  const given = act?.input.safeParse(data)
  if (!act || !given?.success) return inPlace(await runCommand('help', personId, reader, ports))
  const done = await perform(act, ports, personId, given.data)
  if (isRefused(done)) return sorry(done, reader)
  const shown = act.draw(done, reader)
  return typeof shown === 'string' ? { kind: 'text', text: shown } : replace(shown)
}

async function perform(act: CardAct, ports: Ports, who: PersonId, input: unknown): Promise<unknown> {
  if (!(await act.isAllowed(ports, who, input))) return refuse('not-yours')
  const closed = await refuseWhenClosed(ports, await act.where(ports, who, input))
  return closed ?? act.act(ports, who, input)
}

const replace = (message: CardMessage): Answer => ({ kind: 'replace', message })

const inPlace = (answer: Answer): Answer => (answer.kind === 'card' ? replace(answer.message) : answer)

const sorry = (refusal: Refusal, { words }: Reader): Answer => ({
  kind: 'text',
  text: words.refusal(refusal),
})
