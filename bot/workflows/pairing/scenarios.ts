/**
 * Scenarios: choices under a name, run beside the proposals without touching them, compared, and one of them published.
 * A scenario does not know what people said in private, so that no choice can be made to show it; publishing makes the choices
 * those of the Cohort and proposes pairs anew, by the chart, lists and wishes of that moment.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { failureOf, RunFailure } from '../../domain/pairing/run-failure.ts'
import type { Scenario, ScenarioPair } from '../../domain/pairing/scenario.ts'
import { withoutPrivateWeights } from '../../domain/program/matching-settings.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { Cancelled } from '../../engine/optimum.ts'
import type { Ports } from '../ports.ts'
import { lockProposals } from '../program/keep-apart.ts'
import { audit } from '../records/audit.ts'
import { type Choices, settingsFrom } from './change-matching.ts'
import { loadMatching } from './matching-input.ts'
import { outcomeOf, requestProposals } from './propose-pairings.ts'

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
    await audit({ store, clock }, by, 'scenario-named', scenario.id)
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
    await store.scenarios.update({
      ...scenario,
      state: 'done',
      pairs: proposal.pairings.map((one): ScenarioPair => [one.mentorId, one.menteeId, one.score]),
      outcome: outcomeOf(proposal, outside),
    })
  } catch (error) {
    if (!(error instanceof Cancelled)) {
      await store.scenarios.update({ ...scenario, state: 'failed', failure: failureOf(error) })
    }
    throw error
  }
}

/** Its choices become those of the Cohort, and a run by them is asked for, with the same ties falling the same way. */
export async function publishScenario(
  ports: Needs,
  id: string,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { store, clock } = ports
  const scenario = await store.scenarios.get(id)
  if (!scenario) return refuse('not-found')
  const { cohortId, seed, settings, outcome } = scenario
  if (scenario.state !== 'done' || !outcome) return refuse('scenario-not-run')
  return store.transaction(async () => {
    await lockProposals(store, cohortId)
    await store.lock(`matching.${cohortId}`)
    const cohort = await store.cohorts.get(cohortId)
    const latest = await store.runs.latest(cohortId)
    if (latest && (latest.state === 'waiting' || latest.state === 'running')) return refuse('run-under-way')
    const { objective = 'best-total' } = settings
    const asked = await requestProposals(ports, cohortId, { objective, seed }, by)
    if (isRefused(asked)) return asked
    const ways = cohort?.matching.ways
    const chosen = withoutPrivateWeights(settings)
    await store.cohorts.changeMatching(cohortId, { ...chosen, ...(ways ? { ways } : {}) })
    await audit({ store, clock }, by, 'scenario-published', id)
    return { ok: true }
  })
}

export async function removeScenario(
  { store, clock }: Needs,
  id: string,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    if (!(await store.scenarios.get(id))) return refuse('not-found')
    await store.scenarios.remove(id)
    await audit({ store, clock }, by, 'scenario-removed', id)
    return { ok: true }
  })
}
