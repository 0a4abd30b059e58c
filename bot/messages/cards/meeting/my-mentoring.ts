import { languageOf } from '../../../words/sentence.ts'
import type { MyMentoringNow } from '../../../workflows/meeting/my-next-session.ts'
import { cannotMakeItButton } from '../cannot-make-it-button.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
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

type Next = NonNullable<MyMentoringNow['next']>

/** Somebody cannot come: which Session that is, with the button that looks for another time. One word moves nothing. */
export function notComingCard(next: Next, reader: Reader): CardMessage {
  const { words } = reader
  const title = words.text('not-coming-title')
  return cardMessage(
    reader,
    title,
    [heading(title), note(words.text('not-coming-text'), { spacing: 'none' }), ...sessionParts(next, reader)],
    [cannotMakeItButton(reader, { pairingId: '', sessionId: next.sessionId, start: next.startsAt })],
  )
}

function sessionParts({ startsAt, endsAt, timeZone, number, partner }: Next, { words }: Reader): Element[] {
  return [
    panel([
      said(words.span(startsAt, endsAt, timeZone), { size: 'medium', weight: 'bolder' }),
      note(words.text('session-number', { number: words.number(number) }), {
        isSubtle: true,
        spacing: 'none',
      }),
    ]),
    ...fact(words.text('next-with'), [partner.name, partner.jobTitle].filter(Boolean).join(' · ')),
  ]
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
  const theme = next.themeTitles?.[languageOf(words.locale)] ?? words.findShared('themes', next.theme)
  return cardMessage(
    reader,
    `${title}: ${when}`,
    [heading(title), ...sessionParts(next, reader), ...(theme ? fact(words.text('next-theme'), theme) : [])],
    [
      ...(next.joinUrl ? [open(words.text('join'), next.joinUrl)] : []),
      cannotMakeItButton(reader, { pairingId: '', sessionId: next.sessionId, start: next.startsAt }),
      toTab,
    ],
  )
}
