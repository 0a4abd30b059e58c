/** One run of the pairing engine for a Cohort, kept so that it can be replayed. */
import type { Phase } from '../../engine/phases.ts'
import type { ShownProof } from '../../engine/shown-proposal.ts'
import type { Side } from '../enrolment/participant.ts'
import type { WaiverReason } from '../enrolment/training.ts'
import type { PersonId } from '../organization/person.ts'
import type { MatchingSettings } from '../program/matching-settings.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { plusMs, secondMs } from '../span.ts'
import type { PairingId } from './pairing.ts'

export interface MatchingRun {
  id: string
  cohortId: CohortId
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  seed: number
  objective: 'best-total' | 'fairest'
  startedAt: Date
  finishedAt?: Date
  phase?: Phase
  done?: number
  of?: number
  failure?: string
  outcome?: RunOutcome
  /** Rules and weights it was computed by. */
  settings?: MatchingSettings
}

export interface Changes {
  count: number
  cost: number
  /** The number of the newest, taken back or not. */
  last?: number
  /** Each of them, the oldest first. Absent of what was exchanged before they were listed; the two figures hold those too. */
  list?: Exchange[]
}

/** Two proposals exchanged their Mentees. What stood before is kept, so that it can be taken back. */
export interface Exchange {
  /** Names it among those of its run; never used twice. */
  number: number
  /** An instant, kept as text. */
  at: string
  by: PersonId
  /** Points, as they are shown; less than nothing when the pairs are the better for it. */
  cost: number
  one: Exchanged
  other: Exchanged
}

/** One of the two, as it was before. */
export interface Exchanged {
  pairingId: PairingId
  menteeId: PersonId
  pinned: boolean
}

export function withExchange(run: MatchingRun, exchange: Omit<Exchange, 'number'>): MatchingRun {
  const { outcome } = run
  if (!outcome) return run
  const { count, cost, list = [], last = 0 } = outcome.changes ?? { count: 0, cost: 0 }
  const number = last + 1
  const changes = {
    ...{ count: count + 1, cost: cost + exchange.cost, last: number },
    list: [...list, { number, ...exchange }],
  }
  return { ...run, outcome: { ...outcome, changes } }
}

/** As if it had never been made: once none is left, the proof is about the pairs as they stand again. */
export function withoutExchange(run: MatchingRun, number: number): MatchingRun {
  const { outcome } = run
  const gone = exchangeOf(run, number)
  if (!outcome?.changes || !gone) return run
  const { changes, ...rest } = outcome
  const left = changes.count - 1
  if (left === 0) return { ...run, outcome: rest }
  const list = (changes.list ?? []).filter((one) => one !== gone)
  return {
    ...run,
    outcome: { ...rest, changes: { ...changes, count: left, cost: changes.cost - gone.cost, list } },
  }
}

export function exchangeOf(run: MatchingRun | undefined, number: number): Exchange | undefined {
  return run?.outcome?.changes?.list?.find((one) => one.number === number)
}

/** Whether the two stand as it left them: what came later has to be taken back before it. */
export function standsAsLeft(
  { one, other }: Exchange,
  first: { menteeId: PersonId },
  second: { menteeId: PersonId },
): boolean {
  return first.menteeId === other.menteeId && second.menteeId === one.menteeId
}

/** What a run leaves beside its Pairings; nothing in it follows from what people said in private. */
export interface RunOutcome {
  totals: {
    mentors: number
    mentees: number
    placedMentors: number
    placedMentees: number
    pairs: number
    score: number
  }
  proof: ShownProof
  candidates: number
  /** Pairs who would both rather have each other. */
  blockingPairs?: number
  unplaced: {
    personId: PersonId
    side: Side
    cause: string
    detail?: Record<string, string | number>
    smallestChange: string
  }[]
  notTakingPart: { personId: PersonId; why: string }[]
  /** What was exchanged by hand since: how often, and the points it cost, as they are shown. */
  changes?: Changes
  /** The latest approval of many of its pairs at once. */
  approval?: Approval
}

/**
 * What was kept before private wishes stayed with the engine has a total, a bound and causes that follow from them: nobody
 * reads it, and the next run takes its place.
 */
export function outcomeToShow(outcome: RunOutcome | undefined): RunOutcome | undefined {
  return outcome && 'bound' in outcome.proof ? undefined : outcome
}

/**
 * Pairs approved at the Organizer's word, while nobody has to watch. Kept with the run that proposed them:
 *
 * waiting: asked for, and nothing is done before `undoUntil`, so that it can be taken back as if it had never been said ·
 * running: `done` of them were looked at, in the order of `ids` · done, stopped, undone: over; `ids` are gone.
 */
export interface Approval {
  id: string
  state: 'waiting' | 'running' | 'done' | 'stopped' | 'undone'
  by: PersonId
  /** An instant, kept as text. Absent for one from before it could be taken back. */
  undoUntil?: string
  ids: PairingId[]
  of: number
  done: number
  approved: number
  refused: NotApproved[]
  waivers?: Waivers
}

/** Pairs that are approved although somebody has not finished the training, and why. */
export type Waivers = Readonly<Record<PairingId, WaiverReason>>

export interface NotApproved {
  pairingId: PairingId
  code: string
  detail?: Record<string, string | number>
}

export function approvalUnderWay(run: MatchingRun | undefined): Approval | undefined {
  const approval = run?.outcome?.approval
  return approval?.state === 'waiting' || approval?.state === 'running' ? approval : undefined
}

/** How long an approval can be taken back. */
export const undoMs = 10 * secondMs

/** Milliseconds until nobody can take it back any more and it may begin; 0 from then on. */
export function undoLeft({ state, undoUntil }: Approval, now: Date): number {
  if (state !== 'waiting' || undoUntil === undefined) return 0
  return Math.max(0, Date.parse(undoUntil) - now.getTime())
}

/** From here on it cannot be taken back. Not yet, while it still can. */
export function begun(approval: Approval, now: Date): Approval | undefined {
  if (undoLeft(approval, now) > 0) return undefined
  return approval.state === 'waiting' ? { ...approval, state: 'running' } : approval
}

/** Taken back before anything was done. */
export function undone(approval: Approval, now: Date): Approval | Refusal<'undo-over'> {
  return undoLeft(approval, now) > 0 ? { ...approval, state: 'undone', ids: [] } : refuse('undo-over')
}

/** The run with its approval as it is now; a run without an outcome has proposed nothing to approve. */
export function withApproval(run: MatchingRun, approval: Approval): MatchingRun {
  return run.outcome ? { ...run, outcome: { ...run.outcome, approval } } : run
}

/**
 * What is asked for while others wait joins them, and all of it waits as long as the newest; asked twice it is there once, and
 * waits no longer for it.
 */
export function joined(
  approval: Approval,
  ids: readonly PairingId[],
  now: Date,
  waiver?: WaiverReason,
): Approval {
  const known = new Set(approval.ids)
  const more = [...new Set(ids)].filter((id) => !known.has(id))
  const given = waiver ? Object.fromEntries(ids.map((id) => [id, waiver])) : {}
  const waived = waiver ? { ...approval, waivers: { ...approval.waivers, ...given } } : approval
  if (more.length === 0) return waived
  const all = [...approval.ids, ...more]
  return { ...waived, ids: all, of: all.length, undoUntil: plusMs(now, undoMs).toISOString() }
}

/** The next few were looked at. When they were the last, it is over. */
export function furtherOn(
  approval: Approval,
  looked: number,
  answers: { approved: number; refused: NotApproved[] },
): Approval {
  const done = approval.done + looked
  const next: Approval = {
    ...approval,
    ...{ state: 'running', done, approved: approval.approved + answers.approved },
    refused: [...approval.refused, ...answers.refused],
  }
  if (done < approval.of) return next
  const { waivers: _, ...rest } = next
  return { ...rest, state: 'done', ids: [] }
}

/** The Organizer's wish for two people, or what the two agreed themselves; kept across runs. */
export interface Wish {
  cohortId: CohortId
  mentorId: PersonId
  menteeId: PersonId
  kind: 'pin' | 'forbid'
  /** Without a word: the Organizer. `both`: a request that was accepted. */
  by?: 'organizer' | 'both'
}
