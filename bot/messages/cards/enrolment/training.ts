/** Training is open: how many lessons, and where to go on behind the button. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import { trainingWords } from '../../../words/training.ts'
import { type CardMessage, cardMessage, heading, open, type Reader, said } from '../card.ts'

type Training = Extract<Notice, { kind: 'training' }>

export function trainingCard({ why, programName, left, lessonId }: Training, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const language = languageOf(words.locale)
  const table = trainingWords[language]
  const title = table[`card.${why}.title`]
  return cardMessage(
    reader,
    title,
    [heading(title), said(fill(table[`card.${why}.text`], { program: programName, left }, language))],
    [open(table['card.go'], tabLink(trainingPlace({ lessonId })))],
  )
}

export const trainingPlace = ({ lessonId }: Pick<Training, 'lessonId'>): string => `training/${lessonId}`
