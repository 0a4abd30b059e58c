/**
 * Pressing Propose stores a run with its seed and asks for it; a worker computes it. The run's Pairings replace the
 * proposals of the run before in one transaction; approved ones are never touched. Run twice, it ends the same.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import {
  approvalUnderWay,
  type MatchingRun,
  type RunOutcome,
  withApproval,
} from '../../domain/pairing/matching-run.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import { failureOf, RunFailure } from '../../domain/pairing/run-failure.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { Cancelled } from '../../engine/optimum.ts'
import type { Phase } from '../../engine/phases.ts'
import type { ShownProposal } from '../../engine/shown-proposal.ts'
import type { Ports } from '../ports.ts'
import { apartNow, lockProposals } from '../program/keep-apart.ts'
import { readExclusionSources } from '../program/read-exclusions.ts'
import { audit } from '../records/audit.ts'
import { loadForEngine } from './matching-input.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs' | 'matcher'>

/** @throws ExclusionsUnreadable before anything is asked for */
export async function requestProposals(
  { store, clock, chance, jobs }: Needs,
  cohortId: CohortId,
  choice: { objective?: 'best-total' | 'fairest' | undefined; seed?: number },
  by: PersonId,
): Promise<{ runId: string } | Refusal> {
  return store.transaction(async () => {
    await lockProposals(store, cohortId)
    const cohort = await store.cohorts.get(cohortId)
    if (!cohort) return refuse('not-found')
    if (cohort.stage === 'draft' || cohort.stage === 'closed')
      return refuse('stage-out-of-order', { stage: cohort.stage })
    const { state } = await store.organization.reading()
    if (state === 'never') return refuse('chart-not-read')
    await readExclusionSources(store, cohortId)
    const latest = await store.runs.latest(cohortId)
    if (approvalUnderWay(await store.runs.latestDone(cohortId))) return refuse('approval-under-way')
    // A double click, or a second Organizer: the run that is under way answers both.
    if (latest && (latest.state === 'waiting' || latest.state === 'running')) return { runId: latest.id }
    const run: MatchingRun = {
      id: chance.id(),
      cohortId,
      state: 'waiting',
      seed: choice.seed ?? chance.seed(),
      objective: choice.objective ?? cohort.matching.objective ?? 'best-total',
      startedAt: clock.now(),
    }
    await store.runs.save(run)
    await jobs.add('propose-pairings', { cohortId, runId: run.id })
    await audit({ store, clock }, by, 'pairings-proposed', cohortId, {
      seed: run.seed,
      objective: run.objective,
    })
    return { runId: run.id }
  })
}

export async function proposePairings(needs: Needs, runId: string): Promise<void> {
  const { store, clock, chance, matcher } = needs
  const run = await begin(store, runId)
  if (!run) return
  const progress = progressTo(store, matcher, run)
  try {
    const { input, outside } = await loadForEngine({ store, clock }, run.cohortId, run)
    const proposal = await matcher.propose(input, progress.tell, runId)
    await progress.written()
    if (proposal.proof.certificate !== 'verified')
      throw new RunFailure('certificate-failed', 'The certificate of the result does not hold.')
    await whileWanted(store, runId, async () => {
      await lockProposals(store, run.cohortId)
      const apart = await apartNow(store)
      const pairings = toPairings(proposal, run.cohortId, chance).filter((one) => !apart(one))
      await store.pairings.replaceProposals(run.cohortId, pairings)
      await store.runs.save(finished(run, proposal, outside, clock.now()))
    })
  } catch (error) {
    await progress.written()
    await whileWanted(store, runId, () => store.runs.save(broken(run, error, clock.now())))
    if ((await store.runs.get(runId))?.state !== 'cancelled') throw error
  }
}

/** The run's rules and weights are written down with it: it can be repeated, whatever the Cohort chooses later. */
async function begin(store: Needs['store'], runId: string): Promise<MatchingRun | undefined> {
  return store.transaction(async () => {
    const run = await store.runs.lock(runId)
    if (!run || !isOpen(run)) return undefined
    const settings = run.settings ?? (await store.cohorts.get(run.cohortId))?.matching ?? {}
    const begun: MatchingRun = { ...run, settings, state: 'running', phase: 'reading', done: 0, of: 1 }
    await store.runs.save(begun)
    return begun
  })
}

/** A service that stops in the middle leaves the run to the next worker; anything else has failed. */
function broken(run: MatchingRun, error: unknown, at: Date): MatchingRun {
  if (error instanceof Cancelled) return { ...run, state: 'waiting' }
  return { ...run, state: 'failed', failure: failureOf(error), finishedAt: at }
}

const isOpen = ({ state }: MatchingRun) => state === 'waiting' || state === 'running'

/** Somebody may have stopped the run meanwhile: then nothing of it is written. */
async function whileWanted(
  store: Needs['store'],
  runId: string,
  write: () => Promise<void>,
): Promise<boolean> {
  return store.transaction(async () => {
    const run = await store.runs.lock(runId)
    if (!run || !isOpen(run)) return false
    await write()
    return true
  })
}

/**
 * Nothing of the run is kept; the proposals from before stay. The engine stops here at once, elsewhere at its next step.
 * Of a run that is over, what is being approved stops: pairs that were approved stay so.
 */
export async function cancelRun(
  { store, clock, matcher }: Pick<Ports, 'store' | 'clock' | 'matcher'>,
  runId: string,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const stopped = await store.transaction(async () => {
    const run = await store.runs.lock(runId)
    if (!run) return refuse('not-found')
    if (run.state === 'cancelled') return run
    const approval = approvalUnderWay(run)
    if (approval) {
      await store.runs.save(withApproval(run, { ...approval, state: 'stopped', ids: [] }))
      await audit({ store, clock }, by, 'approval-stopped', runId, { approved: approval.approved })
      return run
    }
    if (!isOpen(run)) return refuse('run-over', { state: run.state })
    const { phase: _p, done: _d, of: _o, ...rest } = run
    await store.runs.save({ ...rest, state: 'cancelled', finishedAt: clock.now() })
    await audit({ store, clock }, by, 'run-cancelled', runId)
    return run
  })
  if (isRefused(stopped)) return stopped
  matcher.stop(runId)
  return { ok: true }
}

/** Written at each phase and each twentieth of it: small updates, which also learn that the run is not wanted any more. */
function progressTo(store: Needs['store'], matcher: Needs['matcher'], run: MatchingRun) {
  let written = ''
  let last: Promise<unknown> = Promise.resolve()
  return {
    tell(phase: Phase, done: number, of: number) {
      const step = `${phase} ${of > 0 ? Math.floor((20 * done) / of) : 0}`
      if (step === written) return
      written = step
      const save = () => store.runs.save({ ...run, state: 'running', phase, done, of })
      last = last
        .then(() => whileWanted(store, run.id, save))
        .then((wanted) => wanted || matcher.stop(run.id))
        .catch(() => {})
    },
    /** A late "running" must not overwrite the run's end. */
    written: () => last,
  }
}

function toPairings(proposal: ShownProposal, cohortId: CohortId, chance: Needs['chance']): Pairing[] {
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
  proposal: ShownProposal,
  outside: { personId: PersonId; why: string }[],
  at: Date,
): MatchingRun {
  const { phase: _p, done: _d, of: _o, ...rest } = run
  return {
    ...rest,
    state: 'done',
    finishedAt: at,
    outcome: outcomeOf(proposal, outside),
  }
}

/** What is kept of a proposal beside its pairs. */
export function outcomeOf(
  { totals, proof, candidates, unplaced, notTakingPart, blockingPairs }: ShownProposal,
  outside: { personId: PersonId; why: string }[],
): RunOutcome {
  return {
    ...{ totals, proof, candidates, unplaced, blockingPairs },
    notTakingPart: [...outside, ...notTakingPart],
  }
}
