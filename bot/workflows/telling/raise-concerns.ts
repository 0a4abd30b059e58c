/** Something the Organizer should look at: listed once, and one card for all that came up together. */
import { type Concern, type ConcernKind, isPairHealth } from '../../domain/meeting/concern.ts'
import { standsOutside } from '../../domain/meeting/pair-health.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Cohort, CohortId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { minuteMs } from '../../domain/span.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import { chartOf } from '../organization/chart.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tellOrReplace } from './replace-notice.ts'

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
      const { id: cohortId, name: cohortName } = cohort
      const { organizerId } = program
      // Two that come up at once wait for each other, so that the second finds the card of the first.
      await store.lock(`concerns.${cohortId}`)
      const recent = await recentCard(ports, cohortId, organizerId)
      const counts: Partial<Record<ConcernKind, number>> = { ...recent?.notice.counts }
      for (const { kind } of theirs) counts[kind] = (counts[kind] ?? 0) + 1
      const pairs = allOnce([
        ...(recent?.notice.pairs ?? []),
        ...(await namesFor(ports, organizerId, theirs)),
      ])
      const since = recent?.notice.since ?? raisedAt.toISOString()
      const key = recent?.key ?? `concerns.${theirs[0].key}.${raisedAt.getTime()}`
      await tellOrReplace(ports, key, organizerId, {
        ...{ kind: 'concerns', cohortId, cohortName, counts, pairs, since },
      })
    }
    return fresh.length
  })
}

type ConcernsNotice = Extract<Notice, { kind: 'concerns' }>

/** The card about this Cohort that began within the last minute. */
async function recentCard(
  { store, clock }: Needs,
  cohortId: CohortId,
  organizerId: PersonId,
): Promise<{ key: string; notice: ConcernsNotice } | undefined> {
  const from = clock.now().getTime() - minuteMs
  for (const { key, state, notice } of await store.notices.ofPerson(organizerId)) {
    if (notice.kind !== 'concerns' || notice.cohortId !== cohortId || state === 'unreachable') continue
    if (notice.since !== undefined && Date.parse(notice.since) > from) return { key, notice }
  }
  return undefined
}

/** Never somebody of the reader's own line, in either direction; where the chart cannot tell, everybody may be. */
async function namesFor(
  { store }: Needs,
  readerId: PersonId,
  concerns: readonly Pick<Concern, 'pairingId'>[],
): Promise<Pair[]> {
  const { mayBeAbove } = await chartOf({ store })
  const isOutside = (id: PersonId) =>
    id !== readerId && !mayBeAbove(readerId, id) && !mayBeAbove(id, readerId)
  const pairs: Pair[] = []
  for (const { pairingId } of concerns) {
    const pairing = pairingId === undefined ? undefined : await store.pairings.get(pairingId)
    if (!pairing || ![pairing.mentorId, pairing.menteeId].every(isOutside)) continue
    const people = await store.people.many([pairing.mentorId, pairing.menteeId])
    const name = (id: PersonId) => people.get(id)?.displayName ?? '—'
    pairs.push([name(pairing.mentorId), name(pairing.menteeId)])
  }
  return pairs
}

type Pair = readonly [mentor: string, mentee: string]

const allOnce = (pairs: readonly Pair[]): Pair[] => [
  ...new Map(pairs.map((pair) => [JSON.stringify(pair), pair])).values(),
]

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
