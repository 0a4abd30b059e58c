/**
 * Pressing Propose stores a run with its seed and asks for it; a worker computes it. The run's Pairings replace the
 * proposals of the run before in one transaction; approved ones are never touched. Run twice, it ends the same.
 */
import type { Proposal } from '../domain/matching/propose.ts'
import type { MatchingRun } from '../domain/matching-run.ts'
import type { Pairing } from '../domain/pairing.ts'
import type { PersonId } from '../domain/person.ts'
import type { CohortId } from '../domain/program.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { note } from './audit.ts'
import { loadMatching } from './matching-input.ts'
import type { Ports } from './ports.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs' | 'matcher'>

export async function requestProposals(
  { store, clock, chance, jobs }: Needs,
  cohortId: CohortId,
  choice: { objective: 'best-total' | 'fairest'; seed?: number },
  by: PersonId,
): Promise<{ runId: string } | Refusal> {
  return store.transaction(async () => {
    await store.lock(`proposals.${cohortId}`)
    const cohort = await store.cohorts.get(cohortId)
    if (!cohort) return refuse('not-found')
    if (cohort.stage === 'draft' || cohort.stage === 'closed')
      return refuse('stage-out-of-order', { stage: cohort.stage })
    const { state } = await store.organization.reading()
    if (state === 'never') return refuse('chart-not-read')
    const latest = await store.runs.latest(cohortId)
    // A double click, or a second Organizer: the run that is under way answers both.
    if (latest && (latest.state === 'waiting' || latest.state === 'running')) return { runId: latest.id }
    const run: MatchingRun = {
      id: chance.id(),
      cohortId,
      state: 'waiting',
      seed: choice.seed ?? chance.seed(),
      objective: choice.objective,
      startedAt: clock.now(),
    }
    await store.runs.save(run)
    await jobs.add('propose-pairings', { cohortId, runId: run.id })
    await note({ store, clock }, by, 'pairings-proposed', cohortId, {
      seed: run.seed,
      objective: run.objective,
    })
    return { runId: run.id }
  })
}

export async function proposePairings(
  { store, clock, chance, matcher }: Needs,
  runId: string,
): Promise<void> {
  const run = await store.runs.get(runId)
  if (!run || run.state === 'done' || run.state === 'failed') return
  await store.runs.save({ ...run, state: 'running', phase: 'loading', done: 0, of: 1 })
  const progress = progressTo(store, run)
  try {
    const { input, outside } = await loadMatching({ store, clock }, run.cohortId, run)
    const proposal = await matcher.propose(input, progress.tell)
    await progress.written()
    if (proposal.proof.certificate !== 'verified')
      throw new Error('The certificate of the result does not hold.')
    await store.transaction(async () => {
      await store.pairings.replaceProposals(run.cohortId, toPairings(proposal, run.cohortId, chance))
      await store.runs.save(finished(run, proposal, outside, clock.now()))
    })
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    await progress.written()
    await store.runs.save({ ...run, state: 'failed', failure, finishedAt: clock.now() })
    throw error
  }
}

/** Progress is written when the phase changes; each write is one small update, and its loss is of no consequence. */
function progressTo(store: Needs['store'], run: MatchingRun) {
  let phase = ''
  let last = Promise.resolve()
  return {
    tell(name: string, done: number, of: number) {
      if (name === phase) return
      phase = name
      last = last
        .then(() => store.runs.save({ ...run, state: 'running', phase: name, done, of }))
        .catch(() => {})
    },
    /** A late "running" must not overwrite the run's end. */
    written: () => last,
  }
}

function toPairings(proposal: Proposal, cohortId: CohortId, chance: Needs['chance']): Pairing[] {
  return proposal.pairings.map(({ mentorId, menteeId, score, parts, reason, pinned }) => ({
    id: chance.id(),
    cohortId,
    mentorId,
    menteeId,
    state: 'proposed',
    score,
    parts,
    reason,
    pinned,
  }))
}

function finished(
  run: MatchingRun,
  proposal: Proposal,
  outside: { personId: PersonId; why: string }[],
  at: Date,
): MatchingRun {
  const { totals, proof, candidates, unplaced, notTakingPart } = proposal
  const { phase: _p, done: _d, of: _o, ...rest } = run
  return {
    ...rest,
    state: 'done',
    finishedAt: at,
    outcome: { totals, proof, candidates, unplaced, notTakingPart: [...outside, ...notTakingPart] },
  }
}
