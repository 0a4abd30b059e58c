/** What Outlook is asked for a planned Hold: one series with its moved occurrences, or an event for each single date. */
import type { BookedSeries } from '../../domain/scheduling/calendar-time.ts'
import {
  type Booking,
  dateKey,
  holdKey,
  plannedSessions,
  type Standing,
} from '../../domain/scheduling/hold.ts'
import { agendaOf } from '../../words/session-shape.ts'
import type { PairContext } from '../pairing/pair-context.ts'
import type { Ports } from '../ports.ts'
import type { CalendarWords } from './calendar-words.ts'
import { invited, whoTheyAre, wordsForPair } from './invitation.ts'
import type { PlannedHold } from './reserve-time.ts'

type Needs = Pick<Ports, 'calendar' | 'tabLink'>

/** Every effect carries a key of the Hold, its revision and, for single dates, the number: repeating it changes nothing. */
export async function writeHold(
  ports: Needs,
  hold: PlannedHold,
  context: PairContext,
): Promise<BookedSeries> {
  return hold.dates ? writeDates(ports, hold, context) : writeSeries(ports, hold, context)
}

function writeSeries({ calendar, tabLink }: Needs, hold: PlannedHold, context: PairContext) {
  const words = wordsForPair(context, hold.organizerId)
  return calendar.book({
    key: holdKey(hold),
    organizer: { id: hold.organizerId! },
    attendees: invited([context.mentor, context.mentee], hold.organizerId),
    slot: hold.slot,
    ...(hold.moved ? { moved: hold.moved } : {}),
    subject: words('subject', { program: context.program.name }),
    body: bodyOf(context, words),
    link: { text: words('agenda-link'), url: tabLink('my-mentoring') },
    place: words('place'),
    sensitivity: context.cohort.scheduling.sensitivity,
    mayExist: hold.attempts > 1,
  })
}

/** All in one room: the first date's meeting is that of the others. */
async function writeDates(
  { calendar, tabLink }: Needs,
  hold: PlannedHold,
  context: PairContext,
): Promise<BookedSeries> {
  const words = wordsForPair(context, hold.organizerId)
  const occurrences: BookedSeries['occurrences'] = []
  let first: Awaited<ReturnType<typeof calendar.bookSingle>> | undefined
  for (const { number, start, end } of plannedSessions(hold)) {
    const booking = await calendar.bookSingle({
      key: dateKey(hold, number),
      organizer: { id: hold.organizerId! },
      attendees: invited([context.mentor, context.mentee], hold.organizerId),
      at: { start: start.getTime(), end: end.getTime() },
      subject: words('subject', { program: context.program.name }),
      body: `${bodyOf(context, words)}\n${words('agenda-link')}: ${tabLink('my-mentoring')}`,
      sensitivity: context.cohort.scheduling.sensitivity,
      ...(first?.joinUrl ? { joinUrl: first.joinUrl } : {}),
    })
    first ??= booking
    occurrences.push({ number, start, end, eventId: booking.eventId })
  }
  return { ...first!, occurrences }
}

function bodyOf(context: PairContext, words: CalendarWords): string {
  const { cohort, program } = context
  const { sessions, sessionMinutes: minutes, cadenceWeeks } = cohort
  return [
    words('cohort', { program: program.name, cohort: cohort.name }),
    ...whoTheyAre(context, words),
    words('plan', {
      sessions: words('sessions', { count: sessions, minutes }),
      rhythm: words('rhythm', { count: cadenceWeeks }),
    }),
    words('who-leads'),
    words('if-not'),
    words('agenda', Object.fromEntries(agendaOf(minutes).map((point) => [point.key, point.minutes]))),
  ].join('\n')
}

/**
 * Takes what is still ahead out of both calendars; what was stays. Sessions that were moved out of the series stand by
 * themselves, so their events are named one by one.
 */
export async function cancelAhead(
  ports: Pick<Ports, 'calendar' | 'clock'>,
  { booking, dates }: Pick<Standing, 'booking' | 'dates'>,
  ownEvents: readonly string[],
  comment: string,
): Promise<void> {
  const single = new Set([...(dates ?? []).flatMap(({ eventId }) => eventId ?? []), ...ownEvents])
  for (const eventId of single) await cancelDate(ports, { ...booking, eventId }, comment)
  if (!dates) await ports.calendar.cancel(booking, comment)
}

/** One event, unless it has begun; gone already is fine. */
export async function cancelDate(
  { calendar, clock }: Pick<Ports, 'calendar' | 'clock'>,
  event: Booking,
  comment: string,
): Promise<void> {
  const now = await calendar.singleNow(event)
  if (now !== 'gone' && now.start > clock.now()) await calendar.cancelMeeting(event, comment)
}
