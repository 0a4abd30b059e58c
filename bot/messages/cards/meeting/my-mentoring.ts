import type { MyMentoringNow } from '../../../workflows/meeting/my-next-session.ts'
import { cannotMakeItButton } from '../cannot-make-it-button.ts'
import {
  type CardMessage,
  cardMessage,
  fact,
  heading,
  note,
  open,
  panel,
  type Reader,
  said,
} from '../card.ts'
import { dateOnly } from '../enrolment/pause.ts'
import { commandButtons } from '../help.ts'
import { facePanel } from '../pairing/pairing.ts'

/** Where somebody stands, in one line, then what comes next. */
export function myMentoringCard(mine: MyMentoringNow, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const title = words.text('mine-title')
  const { next, partner } = mine
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      ...(mine.programName ? [said(mine.programName, { isSubtle: true }, { spacing: 'none' })] : []),
      note(standing(mine, reader)),
      ...(partner ? [facePanel(partner)] : []),
      ...(next ? fact(words.text('next-title'), words.span(next.startsAt, next.endsAt, next.timeZone)) : []),
    ],
    [
      open(words.text(mine.state === 'not-enrolled' ? 'enrol-now' : 'open-tab'), tabLink('my-mentoring')),
      ...(mine.state === 'approved' || mine.state === 'paired' ? commandButtons(reader, ['pause']) : []),
    ],
  )
}

function standing({ state, pausedUntil }: MyMentoringNow, { words }: Reader): string {
  if (state === 'paused' && pausedUntil)
    return words.text('mine-paused-until', { day: dateOnly(pausedUntil, words) })
  return words.text(`mine-${state}`)
}

/** When, with whom, and the link. */
export function nextSessionCard(next: MyMentoringNow['next'], reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const toTab = open(words.text('open-tab'), tabLink('my-mentoring'))
  if (!next) {
    const title = words.text('next-none-title')
    return cardMessage(reader, title, [heading(title), note(words.text('next-none-text'))], [toTab])
  }
  const title = words.text('next-title')
  const when = words.span(next.startsAt, next.endsAt, next.timeZone)
  const theme = words.findShared('themes', next.theme)
  return cardMessage(
    reader,
    `${title}: ${when}`,
    [
      heading(title),
      panel([
        said(when, { size: 'medium', weight: 'bolder' }),
        note(words.text('session-number', { number: words.number(next.number) }), {
          isSubtle: true,
          spacing: 'none',
        }),
      ]),
      ...fact(words.text('next-with'), [next.partner.name, next.partner.jobTitle].filter(Boolean).join(', ')),
      ...(theme ? fact(words.text('next-theme'), theme) : []),
    ],
    [
      ...(next.joinUrl ? [open(words.text('join'), next.joinUrl)] : []),
      cannotMakeItButton(reader, { pairingId: '', sessionId: next.sessionId, start: next.startsAt }),
      toTab,
    ],
  )
}
