/** What Outlook is asked for a planned Hold: one series with its moved occurrences, or an event for each single date. */
import type { BookedSeries } from '../../domain/scheduling/calendar-time.ts'
import {
  type Booking,
  dateKey,
  holdKey,
  plannedSessions,
  type Standing,
} from '../../domain/scheduling/hold.ts'
import type { Ports } from '../ports.ts'
import type { HoldContext } from './pair-calendars.ts'
import type { PlannedHold } from './reserve-time.ts'
import { sessionSubject } from './session-subject.ts'

type Needs = Pick<Ports, 'calendar' | 'tabLink'>

const place = 'Online, or a neutral room: not the leader’s office'

/** Every effect carries a key of the Hold, its revision and, for single dates, the number: repeating it changes nothing. */
export async function writeHold(
  ports: Needs,
  hold: PlannedHold,
  context: HoldContext,
): Promise<BookedSeries> {
  return hold.dates ? writeDates(ports, hold, context) : writeSeries(ports, hold, context)
}

function writeSeries({ calendar, tabLink }: Needs, hold: PlannedHold, context: HoldContext) {
  return calendar.book({
    key: holdKey(hold),
    organizer: { id: hold.organizerId! },
    attendees: invited(hold, context),
    slot: hold.slot,
    ...(hold.moved ? { moved: hold.moved } : {}),
    subject: sessionSubject(context.program, [context.mentor, context.mentee]),
    body: bodyOf(context),
    link: { text: 'Agenda and notes', url: tabLink('my-mentoring') },
    place,
    sensitivity: context.cohort.scheduling.sensitivity,
    mayExist: hold.attempts > 1,
  })
}

/** All in one room: the first date's meeting is that of the others. */
async function writeDates(
  { calendar, tabLink }: Needs,
  hold: PlannedHold,
  context: HoldContext,
): Promise<BookedSeries> {
  const occurrences: BookedSeries['occurrences'] = []
  let first: Awaited<ReturnType<typeof calendar.bookSingle>> | undefined
  for (const { number, start, end } of plannedSessions(hold)) {
    const booking = await calendar.bookSingle({
      key: dateKey(hold, number),
      organizer: { id: hold.organizerId! },
      attendees: invited(hold, context),
      at: { start: start.getTime(), end: end.getTime() },
      subject: sessionSubject(context.program, [context.mentor, context.mentee]),
      body: `${bodyOf(context)}\nAgenda and notes: ${tabLink('my-mentoring')}`,
      sensitivity: context.cohort.scheduling.sensitivity,
      ...(first?.joinUrl ? { joinUrl: first.joinUrl } : {}),
    })
    first ??= booking
    occurrences.push({ number, start, end, eventId: booking.eventId })
  }
  return { ...first!, occurrences }
}

/** Everybody but the organizer, who is there anyhow. */
function invited(hold: PlannedHold, { mentor, mentee }: HoldContext) {
  return [mentor, mentee].flatMap(({ id, mail, displayName }) =>
    id === hold.organizerId || !mail ? [] : [{ mail, name: displayName }],
  )
}

function bodyOf({ cohort, program }: HoldContext): string {
  return [
    `${program.name} · ${cohort.name}`,
    `${cohort.sessions} Sessions of ${cohort.sessionMinutes} minutes, every ${cohort.cadenceWeeks} weeks.`,
    'The Mentor leads and sets the agenda. Meet online or in a neutral place, not in the leader’s office.',
    'If a date does not work, move it within 7 days rather than drop it.',
    'Agenda: 5 check-in · 10 what happened since · 20 the Mentor’s topic · 10 the leader gives back · 5 next step.',
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
