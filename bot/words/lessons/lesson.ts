/**
 * The lessons of both tracks: what does not depend on the language. The words lie beside, a file for each language, all of the
 * same shape. A lesson's version rises when it says something else, not when a comma moves.
 */

export const lessonIds = [
  'licence-to-lead',
  'running-a-session',
  'ask-before-telling',
  'patience',
  'feedback-upward',
  'power',
  'boundaries',
  'confidentiality',
  'wrong-thing',
  'intimidation',
  'listening',
  'not-knowing',
  'the-slot',
  'not-an-appraisal',
  'acting-visibly',
] as const
export type LessonId = (typeof lessonIds)[number]

/** When it helps most: before the first Session, in the Sessions, or when something is difficult. */
export const lessonStages = ['start', 'sessions', 'difficult'] as const
export type LessonStage = (typeof lessonStages)[number]

export const optionKeys = ['a', 'b', 'c'] as const
export type OptionKey = (typeof optionKeys)[number]

export interface LessonFrame {
  side: 'mentor' | 'mentee'
  stage: LessonStage
  version: number
  minutes: 3 | 4 | 5
  right: OptionKey
}

/** In the order of each track. */
export const lessonFrames: Readonly<Record<LessonId, LessonFrame>> = {
  'licence-to-lead': { side: 'mentor', stage: 'start', version: 1, minutes: 4, right: 'b' },
  'running-a-session': { side: 'mentor', stage: 'start', version: 1, minutes: 4, right: 'c' },
  'ask-before-telling': { side: 'mentor', stage: 'sessions', version: 1, minutes: 4, right: 'a' },
  patience: { side: 'mentor', stage: 'sessions', version: 1, minutes: 3, right: 'b' },
  'feedback-upward': { side: 'mentor', stage: 'sessions', version: 1, minutes: 4, right: 'c' },
  power: { side: 'mentor', stage: 'start', version: 1, minutes: 4, right: 'a' },
  boundaries: { side: 'mentor', stage: 'difficult', version: 1, minutes: 4, right: 'b' },
  confidentiality: { side: 'mentor', stage: 'start', version: 1, minutes: 4, right: 'c' },
  'wrong-thing': { side: 'mentor', stage: 'difficult', version: 1, minutes: 4, right: 'a' },
  intimidation: { side: 'mentor', stage: 'difficult', version: 1, minutes: 4, right: 'b' },
  listening: { side: 'mentee', stage: 'sessions', version: 1, minutes: 4, right: 'c' },
  'not-knowing': { side: 'mentee', stage: 'start', version: 1, minutes: 4, right: 'b' },
  'the-slot': { side: 'mentee', stage: 'start', version: 1, minutes: 4, right: 'a' },
  'not-an-appraisal': { side: 'mentee', stage: 'difficult', version: 1, minutes: 4, right: 'c' },
  'acting-visibly': { side: 'mentee', stage: 'sessions', version: 1, minutes: 4, right: 'b' },
}

export interface LessonPart {
  heading: string
  text: readonly string[]
  points?: readonly string[]
}

/** What a lesson says in one language. */
export interface LessonWords {
  title: string
  /** What its reader can do afterwards, in a sentence. */
  promise: string
  parts: readonly LessonPart[]
  scenario: { heading: string; text: readonly string[] }
  check: { question: string; answers: Readonly<Record<OptionKey, { text: string; why: string }>> }
  /** Words people look for it by that do not stand in it. */
  find: string
}

export type LessonTable = Readonly<Record<LessonId, LessonWords>>
