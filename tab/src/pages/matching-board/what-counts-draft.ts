/** What stands in the form of rules and weights, and the input it makes. Pure. */
import type { In, Out } from '../../../../bot/contract/index.ts'

export type Matching = Out<'matching'>
export type Choice = Matching['rules'][number]['choices'][number]
export type Value = Choice['value']

export interface Draft {
  /** By setting; numbers as typed, '' for none. */
  rules: Record<string, boolean | string>
  weights: Record<string, string>
}

export function draftOf({ rules, weights }: Matching): Draft {
  const typed = (value: Value) => (typeof value === 'boolean' ? value : value === null ? '' : String(value))
  return {
    rules: Object.fromEntries(
      rules.flatMap(({ choices }) => choices.map(({ setting, value }) => [setting, typed(value)] as const)),
    ),
    weights: Object.fromEntries(weights.map(({ part, points }) => [part, String(points)])),
  }
}

export function usualDraft(matching: Matching): Draft {
  return draftOf({
    ...matching,
    rules: matching.rules.map(({ choices, ...rule }) => ({
      ...rule,
      choices: choices.map((choice) => ({ ...choice, value: choice.usual })),
    })),
    weights: matching.weights.map((weight) => ({ ...weight, points: weight.usual })),
  })
}

export interface Limits {
  least: number
  most: number
}

/** What each number may be, by the contract's name of the field. */
export function limitsOf(matching: Matching): Map<string, Limits> {
  const rules = matching.rules
    .flatMap(({ choices }) => choices)
    .flatMap(({ kind, setting, least = 0, most = 0 }) =>
      kind === 'number' ? [[`rules.${setting}`, { least, most }] as const] : [],
    )
  const weights = matching.weights.map(
    ({ part, least, most }) => [`weights.${part}`, { least, most }] as const,
  )
  return new Map([...rules, ...weights])
}

/** Whether two people may be paired who have no language in common: the switch is off. */
export function pairsStrangers(matching: Matching, draft: Draft): boolean {
  const choice = matching.rules
    .flatMap(({ choices }) => choices)
    .find(({ setting }) => setting === 'commonLanguage')
  return choice !== undefined && draft.rules['commonLanguage'] !== (choice.on ?? true)
}

/** Fields that cannot be sent as they stand, by the contract's name of the field. */
export function wrongIn(matching: Matching, draft: Draft): Set<string> {
  const wrong = new Set<string>()
  const check = (field: string, typed: string, least: number, most: number) => {
    const number = Number(typed)
    if (typed.trim() === '' || !Number.isInteger(number) || number < least || number > most) wrong.add(field)
  }
  for (const choice of matching.rules.flatMap(({ choices }) => choices)) {
    if (choice.kind !== 'number') continue
    const typed = String(draft.rules[choice.setting] ?? '')
    if (typed.trim() === '' && choice.usual === null) continue
    check(`rules.${choice.setting}`, typed, choice.least ?? 0, choice.most ?? 0)
  }
  for (const { part, least, most } of matching.weights)
    check(`weights.${part}`, draft.weights[part] ?? '', least, most)
  return wrong
}

/** The whole of what is chosen. */
export function inputOf(id: string, matching: Matching, draft: Draft): In<'matchingEffect'> {
  const rules = Object.fromEntries(
    matching.rules.flatMap(({ choices }) =>
      choices.map(({ setting, kind }) => {
        const value = draft.rules[setting] ?? ''
        const typed = kind === 'number' ? (String(value).trim() === '' ? null : Number(value)) : value
        return [setting, typed]
      }),
    ),
  )
  const weights = Object.fromEntries(
    Object.entries(draft.weights).map(([part, typed]) => [part, Number(typed)]),
  )
  return { id, objective: matching.objective, rules, weights }
}

/** Every choice with what stands in it here and there. */
export function differencesOf(
  mine: Draft,
  theirs: Draft,
  words: { rule(setting: string): string; part(part: string): string; yesNo(on: boolean): string },
): { label: string; mine: string; theirs: string }[] {
  const said = (value: boolean | string | undefined) =>
    typeof value === 'boolean' ? words.yesNo(value) : (value ?? '')
  return [
    ...Object.keys(theirs.rules).map((setting) => ({
      label: words.rule(setting),
      mine: said(mine.rules[setting]),
      theirs: said(theirs.rules[setting]),
    })),
    ...Object.keys(theirs.weights).map((part) => ({
      label: words.part(part),
      mine: said(mine.weights[part]),
      theirs: said(theirs.weights[part]),
    })),
  ]
}
