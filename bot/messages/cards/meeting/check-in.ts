/**
 * Three taps (capability H1): held, worth it, anything in the way. The buttons of the third question send all three, so
 * nothing but the answers is ever pressed.
 */
import type { CheckInAnswer, Obstacle } from '../../../domain/meeting/check-in.ts'
import type { Face } from '../../../domain/telling/notice-parts.ts'
import { closedWordsIn } from '../../../words/closed-cards.ts'
import { slipWordsIn } from '../../../words/slips.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  fact,
  heading,
  note,
  open,
  press,
  quiet,
  type Reader,
  said,
} from '../card.ts'

export interface CheckInQuestion {
  sessionId: string
  number: number
  partner: Face
  startedAt: Date
  /** Its week is not over: another time can be found for it. */
  mayMove?: boolean
  /** The reader's. */
  timeZone: string
  again?: true
}

export interface Given {
  held?: boolean | undefined
  worth?: number | undefined
}

/** Three to a row: a phone shows no more, and hides the rest behind a menu. */
const rows: readonly Obstacle[][] = [['nothing'], ['time', 'topic', 'technology'], ['relationship', 'other']]

/** @param missing what a press before left out, said where it is asked */
export function checkInCard(
  question: CheckInQuestion,
  reader: Reader,
  given: Given = {},
  missing?: 'held' | 'worth',
): CardMessage {
  const { words } = reader
  const { sessionId, partner } = question
  const button = (obstacle: Obstacle) =>
    press(
      words.shared('obstacles', obstacle),
      'check-in',
      { sessionId, obstacle },
      obstacle === 'nothing' ? { style: 'positive' } : {},
    )
  const complaint = (about: 'held' | 'worth') =>
    missing === about
      ? [note(words.text(`check-in-missing-${about}`), { color: 'attention', size: 'small' })]
      : []
  return cardMessage(reader, words.text('check-in-summary', { partner: partner.name }), [
    heading(words.text('check-in-title', { number: words.number(question.number) })),
    said(
      words.text('check-in-with', {
        partner: partner.name,
        day: words.day(question.startedAt, question.timeZone),
      }),
      { isSubtle: true },
      { spacing: 'none' },
    ),
    ...(question.again ? [note(words.text('check-in-again'), { size: 'small' })] : []),
    choices(
      'held',
      words.text('check-in-held'),
      [
        ['yes', words.text('check-in-held-yes')],
        ['no', words.text('check-in-held-no')],
      ],
      given.held === undefined ? undefined : given.held ? 'yes' : 'no',
    ),
    ...complaint('held'),
    choices(
      'worth',
      words.text('check-in-worth'),
      ([1, 2, 3, 4, 5] as const).map((worth) => [String(worth), words.text(`check-in-worth-${worth}`)]),
      given.worth === undefined ? undefined : String(given.worth),
    ),
    ...complaint('worth'),
    note(words.text('check-in-obstacle'), { spacing: 'medium' }),
    ...rows.map((row) => ({ type: 'ActionSet', actions: row.map(button), spacing: 'small' })),
    quiet(words.text('check-in-private'), { spacing: 'medium' }),
  ])
}

function choices(id: string, label: string, all: [string, string][], value: string | undefined): Element {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'expanded',
    spacing: 'medium',
    choices: all.map(([choice, title]) => ({ title, value: choice })),
    ...(value === undefined ? {} : { value }),
  }
}

/** Answered elsewhere, closed, or asked again later: nothing is left to press but what still has an effect. */
export function checkInOverCard(
  {
    state,
    number,
    sessionId,
  }: Pick<CheckInQuestion, 'number' | 'sessionId'> & {
    state: 'answered' | 'closed' | 'moved'
  },
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const word = closedWordsIn(words.locale)
  const gaps = { number: words.number(number) }
  const title = word(state === 'answered' ? 'answered.title' : `check-in.${state}.title`, gaps)
  return cardMessage(
    reader,
    title,
    [heading(title), note(word(`check-in.${state}`, gaps), { spacing: 'none' })],
    [
      open(words.text('open-tab'), tabLink('my-mentoring')),
      ...(state === 'answered' ? [press(words.text('done-change'), 'change-check-in', { sessionId })] : []),
    ],
  )
}

/** What was answered, and a way to think again while the question is open. */
export function checkInDoneCard(
  question: CheckInQuestion,
  { held, worth, obstacle }: CheckInAnswer,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const number = words.number(question.number)
  const outcome = words.text(held ? 'done-held' : 'done-not-held', { number })
  return cardMessage(
    reader,
    `${words.text('done-title')}. ${outcome}`,
    [
      heading(words.text('done-title')),
      note(outcome, { spacing: 'none' }),
      ...(worth === undefined
        ? []
        : fact(words.text('done-worth'), words.text('done-worth-value', { worth: words.number(worth) }))),
      ...(obstacle === 'nothing'
        ? []
        : fact(words.text('done-obstacle'), words.shared('obstacles', obstacle))),
      quiet(words.text('done-next'), { spacing: 'medium' }),
    ],
    [
      ...(held || !question.mayMove
        ? []
        : [
            press(slipWordsIn(words.locale)('another-time'), 'find-another-time', {
              sessionId: question.sessionId,
            }),
          ]),
      open(words.text('open-tab'), tabLink('my-mentoring')),
      press(words.text('done-change'), 'change-check-in', { sessionId: question.sessionId }),
    ],
  )
}
