/** Hold ↔ Graph event. */

import { escapeHtml } from '../domain/escape-html.ts'
import type { SeriesRequest } from '../domain/scheduling/calendar-time.ts'
import type { Interval } from '../domain/scheduling/interval.ts'
import type { Slot } from '../domain/scheduling/slot.ts'
import { ianaZone, windowsZone } from '../domain/scheduling/time-zone.ts'
import {
  dateOf,
  dayOf,
  instantOf,
  minutesOf,
  timeOf,
  wallClock,
  weekdayOf,
} from '../domain/scheduling/zone-offset.ts'
import { dayMs, secondMs, weekMs } from '../domain/span.ts'

/** Marks the organizer's copy as ours; the value is the Hold's key. The GUID names this product's property set. */
export const HOLD_PROPERTY = 'String {7b1f6a52-3c0e-4f6d-9a44-52b3f1d8c9e0} Name mentoringHold'
export const HOLD_CATEGORY = 'Mentoring'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/**
 * The body of `POST /users/{id}/events`. Start and end are wall-clock time in a named zone: with UTC the series would
 * move by an hour when the clocks change. Only the properties that a weekly pattern has are sent.
 */
export function toEvent({
  key,
  attendees,
  slot,
  subject,
  body,
  link,
  place,
  sensitivity,
}: Omit<SeriesRequest, 'organizer' | 'moved' | 'mayExist'>) {
  const timeZone = outlookZone(slot)
  return {
    subject,
    body: { contentType: 'html', content: toHtml(body) + (link ? toLink(link) : '') },
    start: { dateTime: wallTime(slot, 0), timeZone },
    end: { dateTime: wallTime(slot, slot.minutes), timeZone },
    recurrence: {
      pattern: {
        type: 'weekly',
        interval: slot.everyWeeks,
        daysOfWeek: [weekdays[weekdayOf(dayOf(slot.firstDate)) - 1]!],
        firstDayOfWeek: 'monday',
      },
      range: {
        type: 'numbered',
        startDate: slot.firstDate,
        numberOfOccurrences: slot.occurrences,
        recurrenceTimeZone: timeZone,
      },
    },
    attendees: attendees.map(({ mail, name }) => ({
      emailAddress: { address: mail, name },
      type: 'required',
    })),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    ...(place ? { location: { displayName: place } } : {}),
    ...(sensitivity ? { sensitivity } : {}),
    categories: [HOLD_CATEGORY],
    transactionId: key,
    singleValueExtendedProperties: [{ id: HOLD_PROPERTY, value: key }],
  }
}

/** Finds the event that carries a key, by `$filter` on `/users/{id}/events`. */
export function filterByKey(key: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
  const test = `ep/id eq ${quoted(HOLD_PROPERTY)} and ep/value eq ${quoted(key)}`
  return encodeURIComponent(`singleValueExtendedProperties/Any(ep: ${test})`)
}

/** From before the first occurrence to after the last, whatever zone and however moved within a week. */
export function seriesSpan(slot: Slot): Interval {
  const start = instantOf(slot.timeZone, dayOf(slot.firstDate), minutesOf(slot.time))
  const week = weekMs
  return { start: start - week, end: start + slot.everyWeeks * week * (slot.occurrences - 1) + 2 * week }
}

/** The wall-clock stamp of an instant on the slot's clock, in words that Outlook knows. */
export function stampOn(slot: Slot, at: number): { dateTime: string; timeZone: string } {
  const { day, minutes } = wallClock(slot.timeZone, at)
  return { dateTime: `${dateOf(day)}T${timeOf(minutes)}:00`, timeZone: outlookZone(slot) }
}

function outlookZone(slot: Slot): string {
  const at = dayOf(slot.firstDate)
  return windowsZone(slot.timeZone, at) ?? slot.timeZone
}

function wallTime({ firstDate, time }: Slot, after: number): string {
  const minutes = minutesOf(time) + after
  return `${dateOf(dayOf(firstDate) + Math.floor(minutes / 1440) * dayMs)}T${timeOf(minutes)}:00`
}

/** Paragraphs at empty lines, line breaks elsewhere, nothing of the text read as markup. */
export function toHtml(text: string): string {
  return escapeHtml(text)
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((paragraph) => `<p>${paragraph.replace(/\r?\n/g, '<br>')}</p>`)
    .join('')
}

export function toLink({ text, url }: { text: string; url: string }): string {
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(text)}</a></p>`
}

/** Graph's wall time with a named zone (UTC unless asked otherwise) → instant. @throws RangeError */
export function instantFrom(
  stamp: { dateTime?: string | null; timeZone?: string | null } | null | undefined,
): number {
  const text = stamp?.dateTime ?? ''
  if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Date.parse(text)
  const [, date, time, seconds = '0'] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d))?/.exec(text) ?? []
  const zone = stamp?.timeZone ? ianaZone(stamp.timeZone) : 'UTC'
  if (!date || !time || !zone) {
    throw new RangeError(`Cannot read "${text}" in zone "${stamp?.timeZone ?? ''}" as a time.`)
  }
  return instantOf(zone, dayOf(date), minutesOf(time)) + Number(seconds) * secondMs
}
