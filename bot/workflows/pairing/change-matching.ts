/** What counts in a Cohort: read with its defaults, tried out before it holds, and changed. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { Effect } from '../../domain/pairing/matching-effect.ts'
import {
  type MatchingSettings,
  withoutDefaults,
  withoutPrivateWeights,
} from '../../domain/program/matching-settings.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { effectiveWays, type Ways } from '../../domain/program/ways-to-match.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { overtaken } from '../../domain/version.ts'
import { defaultRules } from '../../engine/pairing-rules.ts'
import type { Weights } from '../../engine/person.ts'
import type { RuleSettings } from '../../engine/rule-settings.ts'
import { defaultWeights } from '../../engine/weights.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { loadMatching } from './matching-input.ts'

type Nullable<T> = { [K in keyof T]?: T[K] | null | undefined }

/** As an Organizer says it: every choice, `null` or nothing for the default. */
export interface Choices {
  objective: 'best-total' | 'fairest'
  rules: Nullable<RuleSettings>
  weights: Nullable<Weights>
}

export function settingsFrom({ objective, rules, weights }: Choices): MatchingSettings {
  return withoutPrivateWeights({
    objective,
    rules: withoutDefaults(rules as RuleSettings, defaultRules),
    weights: withoutDefaults(weights as Weights, defaultWeights),
  })
}

/** Rules, weights and objective as they stand, by which two forms are told apart. */
export function choicesOf({ ways: _, ...choices }: MatchingSettings): Omit<MatchingSettings, 'ways'> {
  return choices
}

export async function changeMatching(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  id: CohortId,
  choices: Choices,
  by: PersonId,
  seen?: string,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    await store.lock(`matching.${id}`)
    const cohort = await store.cohorts.get(id)
    if (!cohort) return refuse('not-found')
    if (cohort.stage === 'closed') return refuse('stage-out-of-order', { stage: cohort.stage })
    const late = seen === undefined ? undefined : overtaken(choicesOf(cohort.matching), seen)
    if (late) return late
    const { ways } = cohort.matching
    await store.cohorts.changeMatching(id, { ...settingsFrom(choices), ...(ways ? { ways } : {}) })
    await audit({ store, clock }, by, 'matching-chosen', id, { objective: choices.objective })
    return { ok: true }
  })
}

/** Which ways of matching there are besides pins and the engine. Rules and weights stay as they are. */
export async function changeWays(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  id: CohortId,
  ways: Ways,
  by: PersonId,
  seen?: string,
): Promise<Ways | Refusal> {
  return store.transaction(async () => {
    await store.lock(`matching.${id}`)
    const cohort = await store.cohorts.get(id)
    if (!cohort) return refuse('not-found')
    if (cohort.stage === 'closed') return refuse('stage-out-of-order', { stage: cohort.stage })
    const late = seen === undefined ? undefined : overtaken(effectiveWays(cohort.matching.ways), seen)
    if (late) return late
    await store.cohorts.changeMatching(id, { ...cohort.matching, ways })
    await audit({ store, clock }, by, 'ways-chosen', id, { ...ways })
    return ways
  })
}

/** What the choices would bring, on the people as they are; nothing is saved. */
export async function tryMatching(
  { store, clock, matcher }: Pick<Ports, 'store' | 'clock' | 'matcher'>,
  id: CohortId,
  choices: Choices,
): Promise<Effect | Refusal> {
  const cohort = await store.cohorts.get(id)
  if (!cohort) return refuse('not-found')
  const { state } = await store.organization.reading()
  if (state === 'never') return refuse('chart-not-read')
  const { input } = await loadMatching({ store, clock }, id, { seed: 0 })
  const { rules = {}, weights = {}, objective = 'best-total' } = settingsFrom(choices)
  const wanted = { ...input, rules: { ...rules, tops: input.rules?.tops ?? [] }, weights, objective }
  return matcher.ask({ ask: 'effect', wanted, saved: input })
}
