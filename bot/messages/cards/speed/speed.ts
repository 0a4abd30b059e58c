/**
 * A round of a speed meeting: who, until when, how to reach them, and the private rating. A card cannot tick, so it states
 * the time; the tab it leads to has the running timer.
 */
import type { Notice } from '../../../domain/telling/notice.ts'
import type { Face } from '../../../domain/telling/notice-parts.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  heading,
  note,
  open,
  press,
  quiet,
  type Reader,
  said,
} from '../card.ts'
import { facePanel } from '../pairing/pairing.ts'

type RoundNotice = Extract<Notice, { kind: 'speed-round' }>

const place = 'my-mentoring/speed-meetings'

export function speedRoundCard(notice: RoundNotice, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const { partner, eventName, startsAt, endsAt, timeZone, joinUrl } = notice
  const number = words.number(notice.round)
  const title = words.text('speed-title', { round: number, of: words.number(notice.of) })
  const head = [heading(title), said(eventName, { isSubtle: true }, { spacing: 'none' })]
  const timer = open(words.text('speed-timer'), tabLink(place))
  if (!partner) {
    return cardMessage(
      reader,
      words.text('speed-pause-summary', { round: number }),
      [
        ...head,
        note(words.text('speed-pause')),
        ...(notice.nextAt
          ? [said(words.text('speed-next', { when: words.span(notice.nextAt, notice.nextAt, timeZone) }))]
          : []),
      ],
      [timer],
    )
  }
  const when = words.span(startsAt, endsAt, timeZone)
  const caller = words.text(notice.iCall ? 'speed-you-call' : 'speed-they-call', { partner: partner.name })
  return cardMessage(reader, `${words.text('speed-summary', { partner: partner.name })} · ${when}`, [
    ...head,
    facePanel(partner),
    said(when, { size: 'large', weight: 'bolder' }, { spacing: 'medium' }),
    said(caller, {}, { spacing: 'none' }),
    {
      type: 'ActionSet',
      spacing: 'medium',
      actions: [
        ...(notice.iCall && notice.partnerSignInName
          ? [open(words.text('speed-call'), callLink(notice.partnerSignInName))]
          : []),
        timer,
        // Where all began, and not where the two meet: so it is called, and comes last.
        ...(joinUrl ? [open(words.text('speed-opening'), joinUrl)] : []),
      ],
    },
    ...ratingOf(reader, { eventId: notice.eventId, toId: partner.id }),
  ])
}

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
export function callLink(signInName: string): string {
  return `https://teams.microsoft.com/l/call/0/0?users=${encodeURIComponent(signInName)}&withVideo=true`
}

export interface Rated {
  eventId: string
  partner: Face
  rating?: number | undefined
}

/** What was said, and a way to think again; without a rating, the question once more. */
export function speedRatedCard({ eventId, partner, rating }: Rated, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const title = words.text(rating === undefined ? 'speed-rate' : 'done-title')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(partner.name, { isSubtle: true }, { spacing: 'none' }),
      ...(rating === undefined
        ? [note(words.text('speed-missing'), { color: 'attention', size: 'small' })]
        : [note(words.text('speed-rated', { rating: words.number(rating) }))]),
      ...ratingOf(reader, { eventId, toId: partner.id }, rating),
    ],
    [open(words.text('speed-timer'), tabLink(place))],
  )
}

function ratingOf({ words }: Reader, data: { eventId: string; toId: string }, rating?: number): Element[] {
  const choices = Array.from({ length: 10 }, (_, at) => 10 - at).map((value) => ({
    title: words.find(`speed-rating-${value}`) ?? words.number(value),
    value: String(value),
  }))
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'rating',
      label: words.text('speed-how'),
      style: 'compact',
      spacing: 'medium',
      separator: true,
      choices,
      ...(rating === undefined ? {} : { value: String(rating) }),
    },
    {
      type: 'ActionSet',
      spacing: 'small',
      actions: [press(words.text(rating === undefined ? 'speed-send' : 'done-change'), 'rate-speed', data)],
    },
    quiet(words.text('speed-private')),
  ]
}
