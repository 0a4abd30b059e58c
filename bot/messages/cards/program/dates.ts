/** Dates of a Cohort: what is the Sponsor's to do, and what an Organizer has not opened yet. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type DateWordKey, dateWords } from '../../../words/dates.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import {
  type CardMessage,
  cardMessage,
  fact,
  heading,
  note,
  open,
  press,
  quiet,
  type Reader,
  said,
} from '../card.ts'

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>

function wordsOf({ words }: Reader) {
  const language = languageOf(words.locale)
  return (key: DateWordKey, values = {}) => fill(dateWords[language][key], values, language)
}

const dayOf = ({ words }: Reader, on: string) => words.day(new Date(`${on}T12:00:00Z`), 'UTC')

export function sponsorDutyCard(notice: Of<'sponsor-duty'>, reader: Reader): CardMessage {
  const { cohortId, duty, state, programName, cohortName, on } = notice
  const word = wordsOf(reader)
  const title = word(`duty.${duty}`)
  return cardMessage(
    reader,
    `${title} · ${programName}`,
    [
      heading(title),
      said(`${programName} · ${cohortName}`, { isSubtle: true }, { spacing: 'none' }),
      ...(state === 'due'
        ? [note(word(`duty.${duty}.text`), { spacing: 'medium' })]
        : [note(word('card.is-done'), { spacing: 'medium' })]),
      ...fact(word(`on.${duty}`), dayOf(reader, on)),
      ...(state === 'due' ? [quiet(word('card.why'), { spacing: 'medium' })] : []),
    ],
    [
      ...(state === 'due' ? [press(word('card.done'), 'tick-duty', { cohortId, duty })] : []),
      open(word('card.open'), reader.tabLink('program')),
    ],
  )
}

const placeOf = { enrol: 'program', match: 'matching', start: 'matching', close: 'program' } as const

export function lateStageCard(notice: Of<'late-stage'>, reader: Reader): CardMessage {
  const { what, programName, cohortName, on, mentors, mentees, applied } = notice
  const word = wordsOf(reader)
  const title = word(`late.${what}`)
  return cardMessage(
    reader,
    `${title} · ${programName}`,
    [
      heading(title),
      said(`${programName} · ${cohortName}`, { isSubtle: true }, { spacing: 'none' }),
      note(word(`late.${what}.text`), { spacing: 'medium' }),
      ...fact(word('late.planned'), dayOf(reader, on)),
      ...(what === 'enrol' || what === 'close'
        ? []
        : [
            ...fact(word('late.mentors'), String(mentors)),
            ...fact(word('late.mentees'), String(mentees)),
            ...fact(word('late.applied'), String(applied)),
          ]),
    ],
    [open(word(`late.${what}.open`), reader.tabLink(placeOf[what]))],
  )
}
