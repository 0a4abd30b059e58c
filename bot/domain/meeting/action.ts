/** What the two of a pair agreed to do until they meet again: whose it is, and whether it was done. For the two alone. */
import type { PersonId } from '../organization/person.ts'
import type { Pairing, PairingId } from '../pairing/pairing.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { saysNothing } from '../written.ts'

export type ActionId = string

export interface Action {
  id: ActionId
  pairingId: PairingId
  /** Who wrote it down, and who is to do it: one of the two each. */
  writerId: PersonId
  ownerId: PersonId
  text: string
  addedAt: Date
  doneAt?: Date
  /** What it said is gone with the key of its Cohort. */
  isErased?: true
}

export const mostActionWords = 300
/** Of one pair, done or not: a list that nobody reads helps nobody. */
export const mostActions = 100

/** A pair that has not met yet may prepare; one that has ended only reads. */
export function mayAddAction(
  { state, mentorId, menteeId }: Pairing,
  { text, ownerId }: Pick<Action, 'text' | 'ownerId'>,
  known: number,
): true | Refusal<'no-longer-open' | 'empty-text' | 'not-yours' | 'list-full'> {
  if (state !== 'active' && state !== 'approved') return refuse('no-longer-open')
  if (ownerId !== mentorId && ownerId !== menteeId) return refuse('not-yours')
  if (saysNothing(text)) return refuse('empty-text', { field: 'text' })
  if (known >= mostActions) return refuse('list-full')
  return true
}
