/** Somebody who pauses is left alone: no question, no nudge, no card that wants something of them, until they are back. */
import type { PersonId } from '../../domain/organization/person.ts'
import { isPaused, type Pairing } from '../../domain/pairing/pairing.ts'
import type { Ports } from '../ports.ts'

type Store = Pick<Ports['store'], 'participants'>

/** By themself, or because the pair does. */
export async function isPausing(store: Store, pairing: Pairing, personId: PersonId): Promise<boolean> {
  return isPaused(pairing) || (await isAway(store, pairing, personId))
}

async function isAway(store: Store, { cohortId }: Pairing, personId: PersonId): Promise<boolean> {
  return (await store.participants.of(cohortId, personId))?.state === 'paused'
}

/** What concerns both waits for both. */
export async function isOneOfThemPausing(store: Store, pairing: Pairing): Promise<boolean> {
  return (await isPausing(store, pairing, pairing.mentorId)) || isAway(store, pairing, pairing.menteeId)
}
