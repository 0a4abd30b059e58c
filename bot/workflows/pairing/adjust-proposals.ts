import type { Participant } from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import {
  approvalUnderWay,
  type Exchange,
  exchangeOf,
  standsAsLeft,
  withExchange,
  withoutExchange,
} from '../../domain/pairing/matching-run.ts'
import { liveStates, type Pairing, type PairingId, type ScorePart } from '../../domain/pairing/pairing.ts'
import { shownScore } from '../../domain/pairing/shown-score.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { type Judge, judgeOf } from '../../engine/judge.ts'
import type { Ports } from '../ports.ts'
import { apartNow, lockProposals } from '../program/keep-apart.ts'
import { audit } from '../records/audit.ts'
import { loadMatching } from './matching-input.ts'
import { followWish } from './pair-requests.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

const choice = { seed: 0 }

/**
 * Pin, forbid, or take either back. A pin that a rule forbids is refused with the rule; one that somebody asked in private not
 * to be in is taken like any other, and waits, like that of somebody who pauses. Whoever is ruled out is somebody of the
 * Cohort, on that side.
 */
export async function setWish(
  { store, clock, jobs }: Needs & Pick<Ports, 'jobs'>,
  cohortId: CohortId,
  wish: { mentorId: PersonId; menteeId: PersonId; kind: 'pin' | 'forbid' | 'clear' },
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { mentorId, menteeId, kind } = wish
  if (kind === 'pin') {
    const { input } = await loadMatching({ store, clock }, cohortId, choice)
    const judged = judgeOf(input)(mentorId, menteeId)
    if (isRefused(judged) && judged.refused !== 'forbidden') return judged
  }
  if (kind === 'forbid') {
    if (!(await isOnSide(store, cohortId, mentorId, 'mentor')))
      return refuse('unknown-person', { field: 'mentorId' })
    if (!(await isOnSide(store, cohortId, menteeId, 'mentee')))
      return refuse('unknown-person', { field: 'menteeId' })
  }
  await placeWishes({ store, clock, jobs }, cohortId, kind, [{ mentorId, menteeId }], by)
  return { ok: true }
}

/** All of them or none; what the rules say of them was asked before. */
export async function placeWishes(
  { store, clock, jobs }: Needs & Pick<Ports, 'jobs'>,
  cohortId: CohortId,
  kind: 'pin' | 'forbid' | 'clear',
  pairs: readonly { mentorId: PersonId; menteeId: PersonId }[],
  by: PersonId,
): Promise<void> {
  await store.transaction(async () => {
    for (const { mentorId, menteeId } of pairs) {
      const agreed = await followWish({ store, clock, jobs }, { cohortId, mentorId, menteeId, kind })
      if (kind === 'clear') await store.wishes.clear(cohortId, mentorId, menteeId)
      else
        await store.wishes.set({
          cohortId,
          mentorId,
          menteeId,
          kind,
          // Pinning what the two agreed to leaves it theirs.
          by: kind === 'pin' && agreed ? 'both' : 'organizer',
        })
    }
    await lockProposals(store, cohortId)
    const keys = new Set(pairs.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`))
    for (const pairing of await store.pairings.list(cohortId, ['proposed']))
      if (keys.has(`${pairing.mentorId} ${pairing.menteeId}`))
        await store.pairings.save({ ...pairing, pinned: kind === 'pin' })
    for (const { mentorId, menteeId } of pairs)
      await audit({ store, clock }, by, `wish-${kind}`, `${mentorId} ${menteeId}`)
  })
}

/** Enrolled once is enough: who left may come back, and is ruled out still. */
async function isOnSide(
  store: Needs['store'],
  cohortId: CohortId,
  personId: PersonId,
  side: Participant['side'],
) {
  return (await store.participants.of(cohortId, personId))?.side === side
}

/**
 * Two proposals exchange their Mentees, if the rules allow both new pairs. A new pair that one of the two asked in private not
 * to be in is gone at once, as if they had asked afterwards.
 */
export async function swapPairings(
  { store, clock }: Needs,
  cohortId: CohortId,
  firstId: PairingId,
  secondId: PairingId,
  by: PersonId,
): Promise<{ ok: true; change?: number } | Refusal> {
  const { input } = await loadMatching({ store, clock }, cohortId, choice)
  const judge = judgeOf(input)
  return store.transaction(async () => {
    const two = await lockTwo(store, cohortId, firstId, secondId)
    if (isRefused(two)) return two
    const { first, second } = two
    const one = exchanged(judge, first, second.menteeId)
    if (isRefused(one)) return one
    const other = exchanged(judge, second, first.menteeId)
    if (isRefused(other)) return other
    if (await anyExists(store, cohortId, one, other)) return refuse('already-paired')
    await saveBoth(store, one, other)
    const number = await noteChange(store, cohortId, {
      ...{ at: clock.now().toISOString(), by, cost: worthOf(first, second) - worthOf(one, other) },
      ...{ one: asItWas(first), other: asItWas(second) },
    })
    await audit({ store, clock }, by, 'pairings-swapped', `${firstId} ${secondId}`)
    return { ok: true, ...(number === undefined ? {} : { change: number }) }
  })
}

/**
 * Takes back an exchange of the latest run, as long as the two stand as it left them, with the pins as they were. The rules of
 * today are asked about both; that a pair was ruled out for the next run keeps nothing from standing as it did.
 */
export async function undoSwap(
  { store, clock }: Needs,
  cohortId: CohortId,
  number: number,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { input } = await loadMatching({ store, clock }, cohortId, choice)
  const judge = judgeOf({ ...input, forbidden: [] })
  return store.transaction(async () => {
    const known = exchangeOf(await store.runs.latestDone(cohortId), number)
    if (!known) return refuse('changed-since')
    const two = await lockTwo(store, cohortId, known.one.pairingId, known.other.pairingId)
    if (isRefused(two)) return two
    const { first, second } = two
    // Under the lock once more: whoever pressed at the same moment was first.
    if (!exchangeOf(await store.runs.latestDone(cohortId), number)) return refuse('changed-since')
    if (!standsAsLeft(known, first, second)) return refuse('changed-since')
    const one = exchanged(judge, first, known.one.menteeId)
    if (isRefused(one)) return one
    const other = exchanged(judge, second, known.other.menteeId)
    if (isRefused(other)) return other
    if (await anyExists(store, cohortId, one, other)) return refuse('already-paired')
    await saveBoth(store, { ...one, pinned: known.one.pinned }, { ...other, pinned: known.other.pinned })
    const run = await lockLatest(store, cohortId)
    if (run) await store.runs.save(withoutExchange(run, number))
    await audit({ store, clock }, by, 'swap-undone', `${first.id} ${second.id}`)
    return { ok: true }
  })
}

type Proposed = Pairing & { state: 'proposed' }

async function lockTwo(
  store: Needs['store'],
  cohortId: CohortId,
  firstId: PairingId,
  secondId: PairingId,
): Promise<{ first: Proposed; second: Proposed } | Refusal> {
  await lockProposals(store, cohortId)
  // Always in the same order, so that two swaps at once never wait for each other.
  const locked = new Map<PairingId, Pairing | undefined>()
  for (const id of [firstId, secondId].sort()) locked.set(id, await store.pairings.lock(id))
  const first = locked.get(firstId)
  const second = locked.get(secondId)
  if (!first || !second || first.cohortId !== cohortId || second.cohortId !== cohortId)
    return refuse('not-found')
  if (first.state !== 'proposed' || second.state !== 'proposed') return refuse('not-proposed')
  // What was said yes to is what becomes a pair.
  if (approvalUnderWay(await store.runs.latestDone(cohortId))) return refuse('approval-under-way')
  return { first, second }
}

async function anyExists(store: Needs['store'], cohortId: CohortId, ...pairs: Pairing[]): Promise<boolean> {
  const others = await store.pairings.list(cohortId, ['proposed', ...liveStates])
  return pairs.some((pair) =>
    others.some((known) => known.mentorId === pair.mentorId && known.menteeId === pair.menteeId),
  )
}

async function saveBoth(store: Needs['store'], ...pairs: Pairing[]): Promise<void> {
  const apart = await apartNow(store)
  for (const pairing of pairs) {
    await store.pairings.save(pairing)
    if (apart(pairing)) await store.pairings.removeProposals(pairing.mentorId, pairing.menteeId)
  }
}

const asItWas = ({ id: pairingId, menteeId, ...pairing }: Proposed): Exchange['one'] => ({
  ...{ pairingId, menteeId, pinned: pairing.pinned },
})

async function lockLatest(store: Needs['store'], cohortId: CohortId) {
  const latest = await store.runs.latestDone(cohortId)
  return latest && store.runs.lock(latest.id)
}

/** The proof was about the pairs as they were: from now on the board says so, and what the change cost. */
async function noteChange(
  store: Needs['store'],
  cohortId: CohortId,
  exchange: Omit<Exchange, 'number'>,
): Promise<number | undefined> {
  const run = await lockLatest(store, cohortId)
  if (!run) return undefined
  const noted = withExchange(run, exchange)
  await store.runs.save(noted)
  return noted.outcome?.changes?.last
}

/** What every exchange of one proposal with another would bring, before any is made. */
export interface SwapWeight {
  pairingId: PairingId
  /** Points the two pairs would lose together, as they are shown; less than nothing when they would gain. */
  cost?: number
  refused?: Refusal
}

export async function weighSwaps(
  { store, clock }: Needs,
  cohortId: CohortId,
  pairingId: PairingId,
): Promise<SwapWeight[] | Refusal> {
  const proposed = await store.pairings.list(cohortId, ['proposed'])
  const from = proposed.find(({ id }) => id === pairingId)
  if (from?.state !== 'proposed')
    return refuse((await store.pairings.get(pairingId)) ? 'not-proposed' : 'not-found')
  const { input } = await loadMatching({ store, clock }, cohortId, choice)
  const judge = judgeOf(input)
  const taken = new Set(
    (await store.pairings.list(cohortId, ['proposed', ...liveStates])).map(
      ({ mentorId, menteeId }) => `${mentorId} ${menteeId}`,
    ),
  )
  return proposed.flatMap((pairing) => {
    if (pairing.id === from.id || pairing.state !== 'proposed') return []
    return [{ pairingId: pairing.id, ...weighSwap(judge, taken, from, pairing) }]
  })
}

function weighSwap(
  judge: Judge,
  taken: ReadonlySet<string>,
  from: Proposed,
  to: Proposed,
): Omit<SwapWeight, 'pairingId'> {
  const one = exchanged(judge, from, to.menteeId)
  if (isRefused(one)) return { refused: one }
  const other = exchanged(judge, to, from.menteeId)
  if (isRefused(other)) return { refused: other }
  const exists = [one, other].some(({ mentorId, menteeId }) => taken.has(`${mentorId} ${menteeId}`))
  if (exists) return { refused: refuse('already-paired') }
  return { cost: worthOf(from, to) - worthOf(one, other) }
}

/** As it is shown: what people said in private stays out of the sum. */
const worthOf = (...pairs: Pairing[]): number => pairs.reduce((sum, pair) => sum + shownScore(pair).score, 0)

function exchanged(judge: Judge, pairing: Proposed, menteeId: PersonId): Proposed | Refusal {
  const judged = judge(pairing.mentorId, menteeId)
  if (isRefused(judged)) return judged
  const { score, parts, reason } = judged
  return { ...pairing, menteeId, score, parts, reason, pinned: true }
}

/** For any two people: the rule that blocks them, or what the pair would be worth. */
export async function explainTwo(
  { store, clock }: Needs,
  cohortId: CohortId,
  mentorId: PersonId,
  menteeId: PersonId,
): Promise<{ score: number; parts: ScorePart[] } | Refusal> {
  const { input } = await loadMatching({ store, clock }, cohortId, choice)
  return judgeOf(input)(mentorId, menteeId)
}
