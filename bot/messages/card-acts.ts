/**
 * What a button on a card does, as one thing: its verb, what it brings, who may press it, the deed, and what stands in place
 * of the card afterwards. `cards/acts.ts` lists them all. A card in somebody's chat lives for months: a verb and the names
 * of what it brings never change.
 */
import type { z } from 'zod'
import type { PersonId } from '../domain/organization/person.ts'
import { isRefused, type Refusal } from '../domain/refusal.ts'
import type { Ports } from '../workflows/ports.ts'
import type { CardMessage, Reader } from './cards/card.ts'

export interface CardAct<Input = unknown, Done = unknown> {
  verb: string
  /** All that the card may say. Who presses is Teams' word, never the card's. */
  input: z.ZodType<Input>
  /** Asked before the deed; without it, the workflow alone decides. */
  may?(ports: Ports, who: PersonId, input: Input): Promise<boolean>
  act(ports: Ports, who: PersonId, input: Input): Promise<Done | Refusal>
  /** In place of the card; or a line of text below it. */
  draw(done: Done, reader: Reader): CardMessage | string
}

/** Lets the compiler hold the parts of one act together. */
export const cardAct = <Input, Done>(
  act: CardAct<Input, Exclude<Done, Refusal>>,
): CardAct<Input, Exclude<Done, Refusal>> => act

/**
 * How it stands after somebody pressed. What was over meanwhile is shown rather than refused; any other "no" is said, and so
 * is that one when there is nothing to show.
 */
export async function asItStands<Now>(
  done: unknown,
  look: () => Promise<Now | Refusal>,
  isOverMeanwhile: (refusal: Refusal) => boolean = () => false,
): Promise<Now | Refusal> {
  if (!isRefused(done)) return look()
  if (!isOverMeanwhile(done)) return done
  const now = await look()
  return isRefused(now) ? done : now
}

export const noLongerOpen = ({ refused }: Refusal) => refused === 'no-longer-open'
