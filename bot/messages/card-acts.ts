/**
 * What a button on a card does, as one thing: its verb, what it brings, who may press it, the deed, and what stands in place
 * of the card afterwards. `cards/acts.ts` lists them all. A card in somebody's chat lives for months: a verb and the names
 * of what it brings never change.
 */
import type { z } from 'zod'
import { type Act, type FactsOf, may } from '../auth/access.ts'
import type { PersonId } from '../domain/organization/person.ts'
import { isRefused, type Refusal } from '../domain/refusal.ts'
import type { Ports } from '../workflows/ports.ts'
import type { GoesOn, Where } from '../workflows/program/after-close.ts'
import type { CardMessage, Reader } from './cards/card.ts'

interface Deed<Input, Done> {
  verb: string
  /** All that the card may say. Who presses is Teams' word, never the card's. */
  input: z.ZodType<Input>
  act(ports: Ports, who: PersonId, input: Input): Promise<Done | Refusal>
  /** In place of the card; or a line of text below it. */
  draw(done: Done, reader: Reader): CardMessage | string
}

export interface CardAct<Input = unknown, Done = unknown> extends Deed<Input, Done> {
  /** Which act of `auth/access.ts` it is. */
  asks: Act
  /** Asked before the deed. */
  isAllowed(ports: Ports, who: PersonId, input: Input): Promise<boolean>
  /** Why it goes on after its Cohort has closed; else `where` says which one that is. */
  goesOn?: GoesOn
  where(ports: Ports, who: PersonId, input: Input): Promise<Where | undefined>
}

interface Written<A extends Act, Input, Done> extends Deed<Input, Done> {
  asks: A
  /** In which Cohort it changes something, which ends with its close; or why it goes on. */
  afterClose: GoesOn | ((ports: Ports, input: NoInfer<Input>, who: PersonId) => Promise<Where | undefined>)
  /** What decides whether this person may do it; of something that nobody knows, nothing. */
  facts(ports: Ports, who: PersonId, input: NoInfer<Input>): Promise<FactsOf<A>>
}

/** Lets the compiler hold the parts of one act together; none is written without naming what it asks. */
export const cardAct = <A extends Act, Input, Done>({
  facts,
  afterClose,
  ...deed
}: Written<A, Input, Exclude<Done, Refusal>>): CardAct<Input, Exclude<Done, Refusal>> => ({
  ...deed,
  ...(typeof afterClose === 'string' ? { goesOn: afterClose } : {}),
  where: async (ports, who, input) =>
    typeof afterClose === 'string' ? undefined : afterClose(ports, input, who),
  isAllowed: async (ports, who, input) => may(deed.asks, { personId: who }, await facts(ports, who, input)),
})

/** The facts of what the deed finds by the presser's own id and by nothing else. */
export const ownThing = async (_: Ports, who: PersonId) => ({ ownerId: who })

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
