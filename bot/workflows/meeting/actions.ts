/** What the two of a pair agreed to do: written down, done or struck out by either of them, and read by nobody else. */
import { type Action, type ActionId, mayAddAction } from '../../domain/meeting/action.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isOneOf, type Pairing, type PairingId } from '../../domain/pairing/pairing.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance'>

export async function addAction(
  { store, clock, chance }: Needs,
  pairingId: PairingId,
  writerId: PersonId,
  { text, ownerId }: Pick<Action, 'text' | 'ownerId'>,
): Promise<Action | Refusal> {
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(pairingId)
    if (!pairing || !isOneOf(pairing, writerId)) return refuse('not-found')
    const may = mayAddAction(pairing, { text, ownerId }, (await store.actions.ofPairing(pairingId)).length)
    if (may !== true) return may
    const action: Action = {
      ...{ id: chance.id(), pairingId, writerId, ownerId },
      ...{ text: text.trim(), addedAt: clock.now() },
    }
    await store.actions.add(action, pairing.cohortId)
    return action
  })
}

/** Done twice, the first time stands. */
export function settleAction(
  { store, clock }: Needs,
  id: ActionId,
  by: PersonId,
  isDone: boolean,
): Promise<true | Refusal> {
  return changed({ store }, id, by, async ({ doneAt }) => {
    if (isDone === (doneAt !== undefined)) return
    await store.actions.settle(id, isDone ? clock.now() : undefined)
  })
}

export function removeAction(
  { store }: Pick<Ports, 'store'>,
  id: ActionId,
  by: PersonId,
): Promise<true | Refusal> {
  return changed({ store }, id, by, () => store.actions.remove(id))
}

function changed(
  { store }: Pick<Ports, 'store'>,
  id: ActionId,
  by: PersonId,
  change: (action: Action, pairing: Pairing) => Promise<void>,
): Promise<true | Refusal> {
  return store.transaction(async () => {
    const known = await store.actions.get(id)
    const pairing = known && (await store.pairings.lock(known.pairingId))
    // As whoever had the lock before left it: struck out meanwhile, there is nothing to change.
    const action = pairing && (await store.actions.get(id))
    if (!action || !isOneOf(pairing, by)) return refuse('not-found')
    if (pairing.state !== 'active' && pairing.state !== 'approved') return refuse('no-longer-open')
    await change(action, pairing)
    return true
  })
}
