/** Training is open: how many lessons, and the next one behind the button. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type LessonId, lessonIds } from '../../../words/lessons/lesson.ts'
import { lessonTables } from '../../../words/lessons/lessons.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import { trainingWords } from '../../../words/training.ts'
import { type CardMessage, cardMessage, heading, open, quiet, type Reader, said } from '../card.ts'

type Training = Extract<Notice, { kind: 'training' }>

export function trainingCard({ why, programName, left, lessonId }: Training, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const language = languageOf(words.locale)
  const table = trainingWords[language]
  const title = table[`card.${why}.title`]
  const next = lessonIds.find((id): id is LessonId => id === lessonId)
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(fill(table[`card.${why}.text`], { program: programName, left }, language)),
      // A lesson that this version does not know any more has no name to show; the button leads to the list.
      ...(next
        ? [quiet(fill(table['card.next'], { title: lessonTables[language][next].title }, language))]
        : []),
    ],
    [open(table['card.go'], tabLink(trainingPlace({ lessonId })))],
  )
}

export const trainingPlace = ({ lessonId }: Pick<Training, 'lessonId'>): string => `training/${lessonId}`
