import { describe, expect, it } from '@jest/globals'
import { filterByKey, HOLD_PROPERTY, instantFrom, toEvent, toHtml } from '../../bot/graph/to-event.ts'
import fc from '../support/properties.ts'

const slot = {
  firstDate: '2026-12-01',
  time: '15:00',
  minutes: 60,
  timeZone: 'Europe/Berlin',
  everyWeeks: 2,
  occurrences: 6,
}
const wish = {
  key: 'hold-1.1',
  attendees: [{ mail: 'bo@example.com', name: 'Bo' }],
  slot,
  subject: 'Mentoring: Ana and Bo',
  body: 'Hello',
}

describe('a Hold as an Outlook event', () => {
  it('stands at the same wall-clock time in a zone that Outlook knows by name', () => {
    expect(toEvent(wish)).toMatchObject({
      start: { dateTime: '2026-12-01T15:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-12-01T16:00:00', timeZone: 'W. Europe Standard Time' },
      recurrence: {
        pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
        range: {
          type: 'numbered',
          startDate: '2026-12-01',
          numberOfOccurrences: 6,
          recurrenceTimeZone: 'W. Europe Standard Time',
        },
      },
    })
  })

  it('carries its key where Graph refuses a second create and where it can be found again', () => {
    expect(toEvent(wish)).toMatchObject({
      transactionId: 'hold-1.1',
      singleValueExtendedProperties: [{ id: HOLD_PROPERTY, value: 'hold-1.1' }],
      categories: ['Mentoring'],
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
    })
    expect(decodeURIComponent(filterByKey("it's"))).toBe(
      `singleValueExtendedProperties/Any(ep: ep/id eq '${HOLD_PROPERTY}' and ep/value eq 'it''s')`,
    )
  })

  it('may end on the next day', () => {
    const late = toEvent({ ...wish, slot: { ...slot, time: '23:30' } })
    expect(late.end.dateTime).toBe('2026-12-02T00:30:00')
  })

  it('is the same for the same wish, so that Graph sees the same content under one transaction', () => {
    expect(toEvent(wish)).toEqual(toEvent(structuredClone(wish)))
  })
})

describe('text in an invitation', () => {
  it('cannot become markup, whatever people call themselves', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '\n', 'script', ' ') }),
        (text) => {
          const html = toHtml(text)
          expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>"']/)
          expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/)
        },
      ),
    )
  })

  it('keeps its paragraphs and lines', () => {
    expect(toHtml('Dear Bo,\n\nTea & cake\nat <noon>')).toBe(
      '<p>Dear Bo,</p><p>Tea &amp; cake<br>at &lt;noon&gt;</p>',
    )
  })
})

describe('a time that Graph tells', () => {
  it.each([
    [{ dateTime: '2026-12-01T14:00:00.0000000', timeZone: 'UTC' }, '2026-12-01T14:00:00.000Z'],
    [
      { dateTime: '2026-12-01T15:00:00.0000000', timeZone: 'W. Europe Standard Time' },
      '2026-12-01T14:00:00.000Z',
    ],
    [{ dateTime: '2026-12-01T19:30:15', timeZone: 'Asia/Kolkata' }, '2026-12-01T14:00:15.000Z'],
    [{ dateTime: '2026-12-01T14:00:00Z', timeZone: 'Asia/Kolkata' }, '2026-12-01T14:00:00.000Z'],
  ])('%j is %s', (stamp, expected) => {
    expect(new Date(instantFrom(stamp)).toISOString()).toBe(expected)
  })

  it.each([
    [null],
    [{ dateTime: 'noon', timeZone: 'UTC' }],
    [{ dateTime: '2026-12-01T14:00:00', timeZone: 'Home' }],
  ])('%j is not guessed at', (stamp) => {
    expect(() => instantFrom(stamp)).toThrow(RangeError)
  })
})
