import { addDays } from '../../../domain/calendar-date.ts'
import { utcDate } from '../../../domain/span.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  heading,
  note,
  open,
  press,
  type Reader,
} from '../card.ts'

/** An ISO date is a day, the same in every zone. */
export const dateOnly = (date: string, words: Reader['words']) =>
  words.day(new Date(`${date}T00:00:00Z`), 'UTC')

/** ISO date of tomorrow, UTC. */
export function dayAfter(now: Date): string {
  return addDays(utcDate(now), 1)
}

/** @param earliest ISO date: the first day a pause may end on */
export function pauseCard(earliest: string, reader: Reader, dateMissing = false): CardMessage {
  const { words } = reader
  const title = words.text('pause-title')
  const until: Element = { type: 'Input.Date', id: 'until', label: words.text('pause-until'), min: earliest }
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      note(words.text('pause-text'), { spacing: 'none' }),
      until,
      ...(dateMissing ? [note(words.text('pause-date-missing'), { color: 'attention', size: 'small' })] : []),
    ],
    [
      press(words.text('pause-confirm'), 'pause-until'),
      open(words.text('open-tab'), reader.tabLink('my-mentoring')),
    ],
  )
}

/** In place of the form: what was set, and the way back. */
export function pausedCard(until: string, reader: Reader): CardMessage {
  const { words } = reader
  const title = words.text('pause-set-title', { day: dateOnly(until, words) })
  return cardMessage(
    reader,
    title,
    [heading(title), note(words.text('pause-text'), { spacing: 'none' })],
    [
      press(words.text('resume'), 'resume', { until }),
      open(words.text('open-tab'), reader.tabLink('my-mentoring')),
    ],
  )
}

export function backCard(reader: Reader): CardMessage {
  const { words } = reader
  const title = words.text('resume-done')
  return cardMessage(
    reader,
    title,
    [heading(title), note(words.text('resume-done-text'), { spacing: 'none' })],
    [open(words.text('open-tab'), reader.tabLink('my-mentoring'))],
  )
}
