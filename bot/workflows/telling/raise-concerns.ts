/** Something the Organizer should look at: listed once, and one card for all that came up together. */
import { type Concern, type ConcernKind, isPairHealth } from '../../domain/meeting/concern.ts'
import { standsOutside } from '../../domain/meeting/pair-health.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Cohort } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { chartOf } from '../organization/chart.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from './deliver-notice.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock'>

/** @returns how many of them are new. Joins an open transaction. */
export async function raiseConcerns(
  ports: Needs,
  cohort: Cohort,
  concerns: Omit<Concern, 'cohortId' | 'raisedAt'>[],
): Promise<number> {
  if (concerns.length === 0) return 0
  const { store, clock } = ports
  const raisedAt = clock.now()
  return store.transaction(async () => {
    const fresh: typeof concerns = []
    for (const concern of concerns) {
      if (await store.concerns.raise({ ...concern, cohortId: cohort.id, raisedAt })) fresh.push(concern)
    }
    const program = await store.programs.get(cohort.programId)
    const theirs = program ? await readableTo(ports, program.organizerId, fresh) : []
    if (program && theirs[0]) {
      const counts: Partial<Record<ConcernKind, number>> = {}
      for (const { kind } of theirs) counts[kind] = (counts[kind] ?? 0) + 1
      const key = `concerns.${theirs[0].key}.${raisedAt.getTime()}`
      const { id: cohortId, name: cohortName } = cohort
      await tell(ports, key, program.organizerId, { kind: 'concerns', cohortId, cohortName, counts })
    }
    return fresh.length
  })
}

/** A count tells as much as a name: how a pair is doing is not counted for one of the two, or somebody above them. */
async function readableTo<C extends Pick<Concern, 'kind' | 'pairingId'>>(
  { store }: Needs,
  personId: PersonId,
  concerns: C[],
): Promise<C[]> {
  if (!concerns.some(({ kind }) => isPairHealth(kind))) return concerns
  const { mayBeAbove } = await chartOf({ store })
  const readable: C[] = []
  for (const concern of concerns) {
    const pairing = concern.pairingId ? await store.pairings.get(concern.pairingId) : undefined
    if (!isPairHealth(concern.kind) || !pairing || standsOutside(personId, pairing, mayBeAbove))
      readable.push(concern)
  }
  return readable
}

export async function closeConcern(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  key: string,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    if (!(await store.concerns.get(key))) return refuse('not-found')
    await store.concerns.close(key, clock.now(), by)
    await audit({ store, clock }, by, 'concern-closed', key)
    return { ok: true }
  })
}
