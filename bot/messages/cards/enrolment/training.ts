/** Training is open: how many lessons, and where to go on behind the button. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import { type TrainingWordKey, trainingWords } from '../../../words/training.ts'
import { type CardMessage, cardMessage, heading, open, type Reader, said } from '../card.ts'

type Training = Extract<Notice, { kind: 'training' }>

export function trainingCard({ why, programName, left, lessonId }: Training, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const language = languageOf(words.locale)
  const word = (key: TrainingWordKey, values = {}) => fill(trainingWords[language][key], values, language)
  const title = word(`card.${why}.title`)
  return cardMessage(
    reader,
    title,
    [heading(title), said(word(`card.${why}.text`, { program: programName, count: left }))],
    [open(word('card.go'), tabLink(trainingPlace({ lessonId })))],
  )
}

export const trainingPlace = ({ lessonId }: Pick<Training, 'lessonId'>): string => `training/${lessonId}`
