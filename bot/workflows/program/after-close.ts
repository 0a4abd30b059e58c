/**
 * What closing a Cohort ends: whatever changes something in it. A way in says in which Cohort it changes something, or names
 * why it goes on; one that says neither does not compile.
 */
import { isReadOnly } from '../../domain/pairing/after-close.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'store'>

/** Why something goes on after the close. */
export const goesOnFor = [
  'last-words',
  'certificates',
  'own-data',
  'publishing',
  'ideas',
  /** Seats, roles and texts are the Program's, and so is the next Cohort. */
  'the-program',
  /** The organization's chart, and what somebody keeps for themself beside any Cohort. */
  'no-cohort',
  'someone-to-talk-to',
  /** What stands in calendars may still be called off. */
  'calling-off',
  'only-reads',
] as const
export type GoesOn = (typeof goesOnFor)[number]

/** Where something changes: in a Cohort, or for one pair of it. Of what nobody knows, nothing does. */
export interface Where {
  cohortId: CohortId
  pairingId?: string
}
type Find = (ports: Needs, id: string) => Promise<Where | undefined>

const ofPairing: Find = async ({ store }, id) => {
  const pairing = await store.pairings.get(id)
  return pairing && { cohortId: pairing.cohortId, pairingId: id }
}
const ofSession: Find = async (ports, id) => {
  const session = await ports.store.sessions.get(id)
  return session && ofPairing(ports, session.pairingId)
}
const inCohortOf =
  (get: (store: Ports['store'], id: string) => Promise<{ cohortId: CohortId } | undefined>): Find =>
  async ({ store }, id) => {
    const found = await get(store, id)
    return found && { cohortId: found.cohortId }
  }

/** From the id of a thing to where it belongs. */
export const whereIs = {
  cohort: async (_: Needs, id: string) => ({ cohortId: id }),
  pairing: ofPairing,
  session: ofSession,
  repair: async (ports: Needs, id: string) => {
    const repair = await ports.store.repairs.get(id)
    return repair && ofSession(ports, repair.sessionId)
  },
  hold: async (ports: Needs, id: string) => {
    const hold = await ports.store.holds.get(id)
    return hold && ofPairing(ports, hold.pairingId)
  },
  action: async (ports: Needs, id: string) => {
    const action = await ports.store.actions.get(id)
    return action && ofPairing(ports, action.pairingId)
  },
  /** Last words are for afterwards; other questions end with the pair. */
  ask: async (ports: Needs, key: string) => {
    const ask = await ports.store.asks.get(key)
    return ask && ask.form !== 'closing' ? ofPairing(ports, ask.pairingId) : undefined
  },
  concern: async ({ store }: Needs, key: string) => {
    const concern = await store.concerns.get(key)
    return (
      concern && {
        cohortId: concern.cohortId,
        ...(concern.pairingId ? { pairingId: concern.pairingId } : {}),
      }
    )
  },
  /** Whoever is in a pair that runs on may pause, come back and leave like anybody. */
  participant: async ({ store }: Needs, id: string) => {
    const participant = await store.participants.get(id)
    if (!participant) return undefined
    const { cohortId, personId } = participant
    const pairing = (await store.pairings.ofPerson(personId)).find(
      (one) => one.cohortId === cohortId && one.state === 'active',
    )
    return { cohortId, ...(pairing ? { pairingId: pairing.id } : {}) }
  },
  offer: inCohortOf((store, id) => store.placeOffers.get(id)),
  invitation: inCohortOf((store, id) => store.invitations.get(id)),
  request: inCohortOf((store, id) => store.requests.get(id)),
  run: inCohortOf((store, id) => store.runs.get(id)),
  scenario: inCohortOf((store, id) => store.scenarios.get(id)),
  speedEvent: inCohortOf((store, id) => store.speed.get(id)),
} satisfies Record<string, Find>

/** Asked after whether somebody may: nobody learns from it what they could not know. */
export async function refuseWhenClosed(
  { store }: Needs,
  where: Where | undefined,
): Promise<Refusal<'cohort-closed'> | undefined> {
  const cohort = where && (await store.cohorts.get(where.cohortId))
  if (cohort?.stage !== 'closed') return undefined
  const pairing = where?.pairingId === undefined ? undefined : await store.pairings.get(where.pairingId)
  const closing = await store.closings.of(cohort.id)
  return isReadOnly(cohort, closing, pairing) ? refuse('cohort-closed') : undefined
}
