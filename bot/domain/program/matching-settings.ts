/** What the Organizer may choose for a Cohort's matching, and how far each choice goes. */

import { pairingRules } from '../../engine/pairing-rules.ts'
import type { PartName, Weights } from '../../engine/person.ts'
import { isPrivatePart, type PrivatePart } from '../../engine/private-wishes.ts'
import type { RuleName } from '../../engine/rule-names.ts'
import type { RuleSettings } from '../../engine/rule-settings.ts'
import { partNames } from '../../engine/weights.ts'
import type { Ways } from './ways-to-match.ts'

/** What was chosen; what is missing has its default. */
export interface MatchingSettings {
  objective?: 'best-total' | 'fairest'
  rules?: RuleSettings
  weights?: Weights
  /** Besides the Organizer's pins and the engine. */
  ways?: Ways
}

type Setting = Exclude<keyof RuleSettings, 'tops'>

/** `optional`: without a number the rule is off; elsewhere 0 switches it off. */
export type RuleChoice = { rule: RuleName; setting: Setting } & (
  | { kind: 'switch'; on: boolean }
  | {
      kind: 'number'
      unit: 'months' | 'minutes' | 'grades' | 'hours'
      least: number
      most: number
      optional?: true
    }
  | { kind: 'choice'; options: readonly string[] }
)

export const locations = ['anywhere', 'same-country', 'same-site', 'other-site'] as const

/** Rules that are not here (reporting line, blocks, conflicts) hold always. `on` is the value that makes a switch forbid. */
export const ruleChoices: readonly RuleChoice[] = [
  { rule: 'same-manager', setting: 'sameManager', kind: 'switch', on: true },
  { rule: 'dotted-line', setting: 'dottedLine', kind: 'switch', on: true },
  {
    ...{ rule: 'former-manager', setting: 'formerManagerMonths', kind: 'number' },
    ...{ unit: 'months', least: 0, most: 60 },
  },
  { rule: 'earlier-pair', setting: 'repeatEarlierPairs', kind: 'switch', on: false },
  {
    ...{ rule: 'minimum-service', setting: 'minimumServiceMonths', kind: 'number' },
    ...{ unit: 'months', least: 0, most: 120 },
  },
  { rule: 'minimum-service', setting: 'allowUnknownService', kind: 'switch', on: false },
  {
    ...{ rule: 'seniority-gap', setting: 'minimumGradeGap', kind: 'number' },
    ...{ unit: 'grades', least: -11, most: 11, optional: true },
  },
  { rule: 'seniority-gap', setting: 'allowUnknownGrade', kind: 'switch', on: false },
  { rule: 'common-language', setting: 'commonLanguage', kind: 'switch', on: true },
  {
    ...{ rule: 'working-hours', setting: 'minimumOverlapMinutes', kind: 'number' },
    ...{ unit: 'minutes', least: 0, most: 480 },
  },
  {
    ...{ rule: 'zone-distance', setting: 'maximumZoneHours', kind: 'number' },
    ...{ unit: 'hours', least: 0, most: 12, optional: true },
  },
  { rule: 'location', setting: 'location', kind: 'choice', options: locations },
]

export const alwaysOn: readonly RuleName[] = pairingRules
  .map(({ name }) => name)
  .filter((name) => !ruleChoices.some(({ rule }) => rule === name))

/** Parts that only a people file can bring: nobody who enrolls is asked for a goal out of a list, or for a way of working. */
const fromFilesAlone = ['goals', 'style'] as const
type FromFilesAlone = (typeof fromFilesAlone)[number]

export type SettablePart = Exclude<PartName, PrivatePart | FromFilesAlone>

/** Whoever could turn the rest of the score down would read off what people said in private: its weight is fixed. */
export const settableParts = partNames.filter(
  (part): part is SettablePart =>
    !isPrivatePart(part) && !(fromFilesAlone as readonly string[]).includes(part),
)

/** What one unit of a part is, as docs/score.md has it. */
export const weightInWords: Record<SettablePart, string> = {
  base: 'Every allowed pair.',
  topic: 'Level offered times level wanted, for each topic in common; at most 12 units.',
  interests: 'An interest both named; at most 4.',
  'different-unit': 'The two work in different units.',
  'different-site': 'The two sit at different sites.',
  language: 'A second language in common.',
  hours: 'Working hours in common beyond the minimum, full at five more hours.',
  'seniority-gap': 'Full at five grades apart, less on either side.',
  waiting: 'A Cohort in which either was left without a partner; at most 3.',
}

export const weightLimits = (part: PartName) => ({ least: part === 'base' ? 1 : 0, most: 1000 })

/** Only what differs from the default is kept, so that a better default reaches old Cohorts. */
export function withoutDefaults<T extends object>(chosen: T, defaults: Partial<T>): Partial<T> {
  const kept = Object.entries(chosen).filter(
    ([key, value]) =>
      value !== undefined &&
      value !== null &&
      JSON.stringify(value) !== JSON.stringify(defaults[key as keyof T]),
  )
  return Object.fromEntries(kept) as Partial<T>
}

/** Choices that were saved while the weight of private wishes could still be chosen are read without it. */
export function withoutPrivateWeights<T extends Pick<MatchingSettings, 'weights'>>(settings: T): T {
  const { weights } = settings
  if (!weights || !Object.keys(weights).some(isPrivatePart)) return settings
  const open = Object.entries(weights).filter(([part]) => !isPrivatePart(part))
  return { ...settings, weights: Object.fromEntries(open) }
}
