/** What the form checks before the server does, by field. Pure; the server checks everything again. */
import type { Draft } from './draft.ts'

export const stepNames = ['side', 'topics', 'time', 'goal', 'rules'] as const
export type StepName = (typeof stepNames)[number]

/** Keys of `enrol-strings.ts`. */
export type Wrong =
  | 'topics.none'
  | 'topics.many'
  | 'languages.none'
  | 'languages.many'
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
        ...(draft.languages.length > 8 ? { languages: 'languages.many' as const } : {}),
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

/** What can be changed by itself once it was given, in the order of the form. */
export const partNames = [
  'side',
  'topics',
  'languages',
  'hours',
  'zone',
  'capacity',
  'goal',
  'interests',
] as const
export type PartName = (typeof partNames)[number]

const fieldsOf: Record<PartName, (keyof Draft)[]> = {
  // What one teaches is not what one wants to learn: whoever changes the side says the topics anew.
  side: ['side', 'topics'],
  topics: ['topics'],
  languages: ['languages'],
  hours: ['workingHours'],
  zone: ['timeZone'],
  capacity: ['capacity'],
  goal: ['goal', 'goalStart'],
  interests: ['interests'],
}

/** `before` with this part as it is in `draft`, and nothing else of it. */
export function withPart(part: PartName, before: Draft, draft: Draft): Draft {
  const changed = Object.fromEntries(fieldsOf[part].map((field) => [field, draft[field]]))
  return { ...before, ...changed }
}

const faultsIn: Record<PartName, (keyof Faults)[]> = {
  side: ['topics'],
  topics: ['topics'],
  languages: ['languages'],
  hours: ['days', 'end'],
  zone: [],
  capacity: [],
  goal: ['goal'],
  interests: [],
}

export function faultsOfPart(part: PartName, draft: Draft): Faults {
  const all: Faults = {
    ...faultsOf('topics', draft, true),
    ...faultsOf('time', draft, true),
    ...faultsOf('goal', draft, true),
  }
  return Object.fromEntries(Object.entries(all).filter(([field]) => faultsIn[part].includes(field as never)))
}

/** A fault is told when somebody goes on, and gone as soon as it is put right. */
export function stillWrong(found: Faults, now: Faults): Faults {
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in found))
}
