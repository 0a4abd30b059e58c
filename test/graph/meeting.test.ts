import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { MeetingRequest } from '../../bot/domain/scheduling/calendar-time.ts'
import { calendarFrom } from '../../bot/graph/calendar.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

let tenant: StandIn
beforeAll(async () => {
  tenant = await startStandIn()
})
afterEach(() => {
  tenant.state.faults = []
  tenant.state.log = []
})
afterAll(() => tenant.close())

const members = () =>
  tenant.state.company.people.filter(
    ({ accountEnabled, userType }) => accountEnabled && userType === 'Member',
  )

let keys = 0
function wishFor(invited: number): MeetingRequest {
  const [organizer, ...others] = members()
  return {
    key: `speed.event-${++keys}`,
    organizer: { id: organizer!.id },
    attendees: others.slice(0, invited).map(({ mail, displayName }) => ({ mail, name: displayName })),
    start: new Date('2026-12-03T14:00:00Z'),
    end: new Date('2026-12-03T14:54:00Z'),
    subject: 'Speed meeting',
    body: 'Six rounds of <seven> minutes.',
  }
}

const eventsWith = (key: string) =>
  [...tenant.state.events.values()].filter((event) => event.transactionId === key)

describe('one event for many', () => {
  it('invites everybody at once, with a Teams link, and shows nobody who else is invited', async () => {
    const wish = wishFor(40)
    const booked = await calendarFrom(tenant.graph()).bookMeeting(wish)
    expect(booked.joinUrl).toContain('https://teams.microsoft.com/')
    const [event] = eventsWith(wish.key)
    expect(event!.resource).toMatchObject({ hideAttendees: true, isOnlineMeeting: true, recurrence: null })
    expect(event!.resource.attendees).toHaveLength(40)
    expect(event!.resource.start).toMatchObject({ dateTime: expect.stringContaining('2026-12-03T14:00') })
    const copies = [...tenant.state.events.values()].filter(({ iCalUId }) => iCalUId === event!.iCalUId)
    expect(copies).toHaveLength(41)
  })

  it('stays one event when it is asked for again, and when the answer got lost', async () => {
    const calendar = calendarFrom(tenant.graph())
    const wish = wishFor(3)
    const first = await calendar.bookMeeting(wish)
    expect(await calendar.bookMeeting({ ...wish, mayExist: true })).toEqual(first)
    expect(await calendar.bookMeeting(wish)).toEqual(first)
    expect(await calendar.find(wish)).toEqual(first)
    expect(eventsWith(wish.key)).toHaveLength(1)
  })

  it('is cancelled for everybody, and cancelling once more does no harm', async () => {
    const calendar = calendarFrom(tenant.graph())
    const wish = wishFor(5)
    const booked = await calendar.bookMeeting(wish)
    await calendar.cancelMeeting(booked, 'It does not take place.')
    await calendar.cancelMeeting(booked, 'It does not take place.')
    expect(await calendar.find(wish)).toBeUndefined()
  })
})
