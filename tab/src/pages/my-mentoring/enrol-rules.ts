/** What the form checks before the server does, by field. Pure; the server checks everything again. */
import type { Draft } from './draft.ts'

export const stepNames = ['side', 'topics', 'time', 'goal', 'rules'] as const
export type StepName = (typeof stepNames)[number]

/** Keys of `enrol-strings.ts`. */
export type Wrong =
  | 'topics.none'
  | 'topics.many'
  | 'languages.none'
  | 'days.none'
  | 'end.before'
  | 'goal.long'
  | 'rules.not'

export type Faults = Partial<Record<'topics' | 'languages' | 'days' | 'end' | 'goal' | 'rules', Wrong>>

export function faultsOf(step: StepName, draft: Draft, accepted: boolean): Faults {
  switch (step) {
    case 'side':
      return {}
    case 'topics':
      if (draft.topics.length === 0) return { topics: 'topics.none' }
      return draft.topics.length > 8 ? { topics: 'topics.many' } : {}
    case 'time':
      return {
        ...(draft.languages.length === 0 ? { languages: 'languages.none' as const } : {}),
        ...(draft.workingHours.days.length === 0 ? { days: 'days.none' as const } : {}),
        ...(draft.workingHours.start >= draft.workingHours.end ? { end: 'end.before' as const } : {}),
      }
    case 'goal':
      return draft.goal.trim().length > 300 ? { goal: 'goal.long' } : {}
    case 'rules':
      return accepted ? {} : { rules: 'rules.not' }
  }
}

/** The step that holds a field the server named, e.g. `workingHours.end` or `topics.0.level`. */
export function stepOf(field: string | undefined): StepName {
  const root = field?.split('.')[0]
  if (root === 'side' || root === 'topics') return root
  if (root === 'goal' || root === 'goalStart' || root === 'interests') return 'goal'
  return root === 'languages' || root === 'workingHours' || root === 'timeZone' || root === 'capacity'
    ? 'time'
    : 'rules'
}
