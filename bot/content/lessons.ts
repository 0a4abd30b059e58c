/** The lessons of both tracks: what each says, and what it checks. Which there are, and for whom, is ours. */
import { z } from 'zod'
import {
  type LessonId,
  type LessonWords,
  lessonFrames,
  lessonIds,
  optionKeys,
} from '../words/lessons/lesson.ts'
import { lessonTables } from '../words/lessons/lessons.ts'
import type { Language } from '../words/sentence.ts'
import { kind, text } from './kind.ts'

const places = ['first', 'second', 'third'] as const
const paragraphs = (least: number) => z.array(text(1500)).min(least).max(8)

export const lessonsContent = kind({
  schema: z.strictObject({
    title: text(120),
    promise: text(300),
    parts: z
      .array(
        z.strictObject({
          heading: text(120),
          paragraphs: paragraphs(0),
          points: z.array(text(600)).max(12),
        }),
      )
      .min(1)
      .max(8),
    scenario: text(120),
    story: paragraphs(1),
    question: text(400),
    /** As many as the check has buttons for. */
    answers: z
      .array(z.strictObject({ text: text(300), why: text(600) }))
      .min(3)
      .max(3),
    right: z.enum(places),
  }),
  keys: lessonIds,
  defaults: (id, language) => usual(id as LessonId, language),
  shown: 'training',
  // Whoever reads in another language is asked the same: what finishes a lesson does not depend on it.
  merge: (lead, own) => ({ ...own, right: lead.right }),
})

export type LessonBody = ReturnType<typeof usual>

function usual(id: LessonId, language: Language) {
  const { title, promise, parts, scenario, check } = lessonTables[language][id]
  return {
    ...{ title, promise },
    parts: parts.map((part) => ({
      heading: part.heading,
      paragraphs: [...part.text],
      points: [...(part.points ?? [])],
    })),
    ...{ scenario: scenario.heading, story: [...scenario.text], question: check.question },
    answers: optionKeys.map((key) => ({ ...check.answers[key] })),
    right: places[optionKeys.indexOf(lessonFrames[id].right)]!,
  }
}

/** As it is read. */
export function lessonWordsOf({
  title,
  promise,
  parts,
  scenario,
  story,
  question,
  answers,
}: LessonBody): Omit<LessonWords, 'find'> {
  const [a, b, c] = answers
  return {
    ...{ title, promise },
    parts: parts.map(({ heading, paragraphs, points }) => ({
      ...{ heading, text: paragraphs },
      ...(points.length > 0 ? { points } : {}),
    })),
    scenario: { heading: scenario, text: story },
    check: { question, answers: { a: a!, b: b!, c: c! } },
  }
}

export const rightOf = ({ right }: Pick<LessonBody, 'right'>) => optionKeys[places.indexOf(right)]!
