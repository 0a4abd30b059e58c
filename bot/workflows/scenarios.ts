/**
 * Scenarios: choices under a name, run beside the proposals without touching them, compared, and one of them published.
 * Publishing judges every pair again by the chart and lists of this moment, and makes the choices those of the Cohort.
 */
import { judgeOf } from '../domain/matching/judge.ts'
import { Cancelled } from '../domain/matching/optimum.ts'
import type { MatchingInput } from '../domain/matching/person.ts'
import { approvalUnderWay, type MatchingRun } from '../domain/matching-run.ts'
import type { Pairing } from '../domain/pairing.ts'
import type { PersonId } from '../domain/person.ts'
import type { CohortId } from '../domain/program.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import { failureOf, RunFailure } from '../domain/run-failure.ts'
import type { Scenario, ScenarioPair } from '../domain/scenario.ts'
import { note } from './audit.ts'
import { type Choices, settingsFrom } from './choose-matching.ts'
import { loadMatching, loadOf } from './matching-input.ts'
import type { Ports } from './ports.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs' | 'matcher'>

export const mostScenarios = 12

export async function nameScenario(
  { store, clock, chance, jobs }: Needs,
  cohortId: CohortId,
  { name, choices }: { name: string; choices: Choices },
  by: PersonId,
): Promise<{ id: string } | Refusal> {
  return store.transaction(async () => {
    await store.lock(`scenarios.${cohortId}`)
    if (!(await store.cohorts.get(cohortId))) return refuse('not-found')
    const { state } = await store.organization.reading()
    if (state === 'never') return refuse('chart-not-read')
    const known = await store.scenarios.list(cohortId)
    if (known.some((one) => one.name === name)) return refuse('name-taken', { field: 'name' })
    if (known.length >= mostScenarios) return refuse('too-many-scenarios', { most: mostScenarios })
    const latest = await store.runs.latestDone(cohortId)
    const scenario: Scenario = {
      ...{ id: chance.id(), cohortId, name, settings: settingsFrom(choices), state: 'waiting' },
      // The same ties fall the same way as in the proposals, so that only the choices make a difference.
      seed: latest?.seed ?? chance.seed(),
      createdAt: clock.now(),
    }
    await store.scenarios.save(scenario)
    await jobs.add('run-scenario', { scenarioId: scenario.id })
    await note({ store, clock }, by, 'scenario-named', scenario.id)
    return { id: scenario.id }
  })
}

export async function runScenario({ store, clock, matcher }: Needs, id: string): Promise<void> {
  const scenario = await store.scenarios.get(id)
  if (!scenario || scenario.state === 'done' || scenario.state === 'failed') return
  await store.scenarios.update({ ...scenario, state: 'running' })
  try {
    const { cohortId, seed, settings } = scenario
    const { input, outside } = await loadMatching({ store, clock }, cohortId, { seed, settings })
    const proposal = await matcher.propose(input, () => {})
    if (proposal.proof.certificate !== 'verified')
      throw new RunFailure('certificate-failed', 'The certificate of the result does not hold.')
    const { totals, proof, candidates, unplaced, notTakingPart, blockingPairs } = proposal
    await store.scenarios.update({
      ...scenario,
      state: 'done',
      pairs: proposal.pairings.map((one): ScenarioPair => [one.mentorId, one.menteeId, one.score]),
      outcome: {
        ...{ totals, proof, candidates, unplaced },
        notTakingPart: [...outside, ...notTakingPart],
        ...(blockingPairs === undefined ? {} : { blockingPairs }),
      },
    })
  } catch (error) {
    if (!(error instanceof Cancelled)) {
      await store.scenarios.update({ ...scenario, state: 'failed', failure: failureOf(error) })
    }
    throw error
  }
}

/** Its pairs become the proposals and its choices those of the Cohort; outdated ones are refused, nothing by halves. */
export async function publishScenario(
  { store, clock, chance }: Needs,
  id: string,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const scenario = await store.scenarios.get(id)
  if (!scenario) return refuse('not-found')
  const { cohortId, seed, settings, outcome, pairs } = scenario
  if (scenario.state !== 'done' || !pairs || !outcome) return refuse('scenario-not-run')
  return store.transaction(async () => {
    await store.lock(`proposals.${cohortId}`)
    await store.lock(`matching.${cohortId}`)
    const cohort = await store.cohorts.get(cohortId)
    if (!cohort || cohort.stage === 'draft' || cohort.stage === 'closed')
      return refuse('stage-out-of-order', { stage: cohort?.stage ?? 'draft' })
    const latest = await store.runs.latest(cohortId)
    if (latest && (latest.state === 'waiting' || latest.state === 'running')) return refuse('run-under-way')
    if (approvalUnderWay(await store.runs.latestDone(cohortId))) return refuse('approval-under-way')
    const { input } = await loadMatching({ store, clock }, cohortId, { seed, settings })
    const proposals = judged(input, cohortId, pairs, chance)
    if (isRefused(proposals)) return proposals
    const at = clock.now()
    const run: MatchingRun = {
      ...{ id: chance.id(), cohortId, state: 'done', seed, settings, outcome },
      ...{ objective: settings.objective ?? 'best-total', startedAt: at, finishedAt: at },
    }
    await store.pairings.replaceProposals(cohortId, proposals)
    await store.runs.save(run)
    const { ways } = cohort.matching
    await store.cohorts.chooseMatching(cohortId, { ...settings, ...(ways ? { ways } : {}) })
    await note({ store, clock }, by, 'scenario-published', id)
    return { ok: true }
  })
}

function judged(
  input: MatchingInput,
  cohortId: CohortId,
  pairs: ScenarioPair[],
  chance: Needs['chance'],
): Pairing[] | Refusal {
  const judge = judgeOf(input)
  const pinned = new Set((input.pins ?? []).map((pin) => pin.join(' ')))
  const room = new Map(input.participants.map((one) => [one.id, one.capacity]))
  const load = loadOf(pairs.map(([mentorId, menteeId]) => ({ mentorId, menteeId })))
  const overfull = [...load].some(([personId, taken]) => taken > (room.get(personId) ?? 0))
  const proposals: Pairing[] = []
  for (const [mentorId, menteeId] of pairs) {
    const judgement = judge(mentorId, menteeId)
    if (isRefused(judgement) || overfull) return refuse('scenario-outdated')
    const isPinned = pinned.has(`${mentorId} ${menteeId}`)
    proposals.push({
      ...{ id: chance.id(), cohortId, mentorId, menteeId, state: 'proposed', pinned: isPinned },
      ...judgement,
    })
  }
  return proposals
}

export async function removeScenario(
  { store, clock }: Needs,
  id: string,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    if (!(await store.scenarios.get(id))) return refuse('not-found')
    await store.scenarios.remove(id)
    await note({ store, clock }, by, 'scenario-removed', id)
    return { ok: true }
  })
}
