import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'
import { emptyDeletedItems, readEventId } from '../../bot/demo/graph/event-store.ts'
import { memoryOf } from '../../bot/demo/graph/memory.ts'
import { instancesOf } from '../../bot/demo/graph/occurrences.ts'
import { cancelOccurrence, moveOccurrence } from '../../bot/demo/graph/outlook-actions.ts'
import type { Fault } from '../../bot/demo/state.ts'
import type { SeriesRequest } from '../../bot/domain/scheduling/calendar-time.ts'
import type { Booking } from '../../bot/domain/scheduling/hold.ts'
import { type CalendarRefused, calendarFrom } from '../../bot/graph/calendar.ts'
import { type LocalGraph, type Reply, refusal, startLocalGraph } from './local-graph.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

const slot = {
  firstDate: '2027-03-02',
  time: '15:00',
  minutes: 60,
  timeZone: 'Europe/Berlin',
  everyWeeks: 2,
  occurrences: 6,
}

let tenant: StandIn
beforeAll(async () => {
  tenant = await startStandIn()
})
afterEach(() => {
  tenant.state.faults = []
  tenant.state.log = []
  tenant.slept.length = 0
  tenant.moveTo('2026-11-23T08:00:00Z')
})
afterAll(() => tenant.close())

/** People with a mailbox that allows Teams meetings, two a pair. */
function pairOf(n: number) {
  const members = tenant.state.company.people.filter(
    ({ accountEnabled, userType }) => accountEnabled && userType === 'Member',
  )
  return { mentor: members[2 * n]!, mentee: members[2 * n + 1]! }
}

/** The occurrence of that number (the series begins on 2 March, every other week) at another time in Berlin. */
function moveTo(number: number, wallTime: string) {
  const at = (text: string) =>
    Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').epochMilliseconds
  const from = at(`${new Date(Date.UTC(2027, 2, 2 + 14 * (number - 1))).toISOString().slice(0, 10)}T15:00`)
  const iso = (moment: number) => new Date(moment).toISOString()
  return { number, from: iso(from), start: iso(at(wallTime)), end: iso(at(wallTime) + 3_600_000) }
}

let keys = 0
function wishFor(n: number, more: Partial<SeriesRequest> = {}): SeriesRequest {
  const { mentor, mentee } = pairOf(n)
  return {
    key: `hold-${++keys}.1`,
    organizer: { id: mentor.id },
    attendees: [{ mail: mentee.mail, name: mentee.displayName }],
    slot,
    subject: 'Mentoring',
    body: 'Agenda: <your own questions>\n\nSee you.',
    ...more,
  }
}

/** Series in the organizer's mailbox that carry the key, as Outlook holds them. */
function seriesWith(key: string, organizerId: string) {
  return [...tenant.state.events.values()].filter(
    (event) => event.mailbox === organizerId && event.transactionId === key,
  )
}

const masterIn = ({ eventId }: Booking) => tenant.state.events.get(readEventId(eventId)!.key)!

const writes = () =>
  tenant.state.log.filter(({ method, path }) => method === 'POST' && /\/events$/.test(path))

describe('booking a series', () => {
  it('puts it into both calendars, at 15:00 before and after the clock change, with a Teams link', async () => {
    const wish = wishFor(0)
    const booked = await calendarFrom(tenant.graph()).book(wish)
    expect(booked.joinUrl).toContain('https://teams.microsoft.com/')
    expect(booked.occurrences.map(({ start }) => start.toISOString())).toEqual([
      '2027-03-02T14:00:00.000Z',
      '2027-03-16T14:00:00.000Z',
      '2027-03-30T13:00:00.000Z',
      '2027-04-13T13:00:00.000Z',
      '2027-04-27T13:00:00.000Z',
      '2027-05-11T13:00:00.000Z',
    ])
    const [event] = seriesWith(wish.key, wish.organizer.id)
    expect(event!.resource).toMatchObject({ subject: 'Mentoring', categories: ['Mentoring'] })
    expect((event!.resource.body as { content: string }).content).toContain(
      'Agenda: &lt;your own questions&gt;',
    )
    const copies = [...tenant.state.events.values()].filter(({ iCalUId }) => iCalUId === event!.iCalUId)
    expect(copies.map(({ mailbox }) => mailbox).sort()).toEqual(
      [pairOf(0).mentor.id, pairOf(0).mentee.id].sort(),
    )
    expect(writes()).toHaveLength(1)
  })

  it('shows as busy to both afterwards', async () => {
    const calendar = calendarFrom(tenant.graph())
    const { mentor, mentee } = pairOf(1)
    await calendar.book(wishFor(1))
    const start = Date.parse('2027-03-30T13:00:00Z')
    const found = await calendar.availability(
      [mentor, mentee],
      new Date('2027-03-29'),
      new Date('2027-04-01'),
    )
    for (const { id } of [mentor, mentee]) {
      const answer = found.get(id)!
      expect(
        answer.known && answer.busy.some((busy) => busy.start <= start && busy.end >= start + 3_600_000),
      ).toBe(true)
    }
  })

  it('finds the series of an earlier attempt instead of making another', async () => {
    const calendar = calendarFrom(tenant.graph())
    const wish = wishFor(2)
    const first = await calendar.book(wish)
    tenant.state.log = []
    const second = await calendar.book({ ...wish, mayExist: true })
    expect(second).toEqual(first)
    expect(writes()).toHaveLength(0)
  })

  it('adopts the series that Graph says the key already made, though the text has changed since', async () => {
    const calendar = calendarFrom(tenant.graph())
    const wish = wishFor(3)
    const first = await calendar.book(wish)
    const second = await calendar.book({ ...wish, body: 'Another text' })
    expect(second.eventId).toBe(first.eventId)
    expect(seriesWith(wish.key, wish.organizer.id)).toHaveLength(1)
  })

  it('can be asked about by key alone: what an attempt nobody heard the end of left behind', async () => {
    const calendar = calendarFrom(tenant.graph())
    const wish = wishFor(16)
    expect(await calendar.find(wish)).toBeUndefined()
    const { occurrences: _, ...booking } = await calendar.book(wish)
    expect(await calendar.find({ key: wish.key, organizer: wish.organizer })).toEqual(booking)
  })

  it('makes a new series for a new revision', async () => {
    const calendar = calendarFrom(tenant.graph())
    const wish = wishFor(4)
    const first = await calendar.book(wish)
    const second = await calendar.book({ ...wish, key: `${wish.key}0`, slot: { ...slot, time: '10:00' } })
    expect(second.eventId).not.toBe(first.eventId)
  })

  const lost: [string, Omit<Fault, 'service' | 'path' | 'times'>][] = [
    ['504 after the event was made', { kind: 'error-after', status: 504 }],
    ['503 after the event was made', { kind: 'error-after', status: 503 }],
    ['the connection lost after the event was made', { kind: 'drop-after' }],
    ['the connection lost before', { kind: 'drop-before' }],
    ['503 before', { kind: 'error-before', status: 503 }],
    ['a throttle', { kind: 'throttle', retryAfterSeconds: 40 }],
  ]
  it.each(lost)('makes exactly one series through %s, twice', async (_, fault) => {
    tenant.state.faults = [{ service: 'graph', path: /POST .*\/events$/, times: 2, ...fault } as Fault]
    const wish = wishFor(5)
    const booked = await calendarFrom(tenant.graph()).book(wish)
    expect(booked.occurrences).toHaveLength(6)
    expect(seriesWith(wish.key, wish.organizer.id)).toHaveLength(1)
  })

  it('goes on with a new token when the old one runs out on the way', async () => {
    tenant.state.faults = [{ service: 'graph', path: /POST .*\/events$/, kind: 'expire-token', times: 1 }]
    const wish = wishFor(15)
    expect((await calendarFrom(tenant.graph()).book(wish)).occurrences).toHaveLength(6)
    expect(seriesWith(wish.key, wish.organizer.id)).toHaveLength(1)
  })

  it('can be left after the create and taken up again by another process', async () => {
    const wish = wishFor(6, { moved: [moveTo(2, '2027-03-17T10:00')] })
    tenant.state.faults = [
      { service: 'graph', path: /instances/, kind: 'error-before', status: 500, times: 100 },
    ]
    await expect(calendarFrom(tenant.graph()).book(wish)).rejects.toMatchObject({
      name: 'GraphError',
      status: 500,
    })
    tenant.state.faults = []
    const booked = await calendarFrom(tenant.graph()).book({ ...wish, mayExist: true })
    expect(booked.occurrences).toHaveLength(6)
    expect(seriesWith(wish.key, wish.organizer.id)).toHaveLength(1)
  })

  it('books every pair exactly once on a bad day: 429, 503, 504 after the write, dropped connections', async () => {
    const path = /\/users\//
    tenant.state.faults = [
      { service: 'graph', path, kind: 'throttle', retryAfterSeconds: 9, times: 40, share: 0.05 },
      { service: 'graph', path, kind: 'error-before', status: 503, times: 40, share: 0.05 },
      { service: 'graph', path, kind: 'error-after', status: 504, times: 40, share: 0.05 },
      { service: 'graph', path, kind: 'drop-after', times: 40, share: 0.05 },
      { service: 'graph', path, kind: 'drop-before', times: 40, share: 0.05 },
    ]
    const calendar = calendarFrom(tenant.graph())
    const wishes = Array.from({ length: 120 }, (_, n) => wishFor(n % 90))
    const booked = await Promise.all(wishes.map((wish) => calendar.book(wish)))
    expect(booked.map(({ occurrences }) => occurrences.length)).toEqual(Array(120).fill(6))
    for (const wish of wishes) {
      expect([wish.key, seriesWith(wish.key, wish.organizer.id).length]).toEqual([wish.key, 1])
    }
    expect(tenant.state.faults.every(({ times }) => times < 40)).toBe(true)
  })

  it('never has more than four requests at once in one mailbox, so that Outlook never says so', async () => {
    const calendar = calendarFrom(tenant.graph())
    const before = tenant.slept.length
    await Promise.all(Array.from({ length: 24 }, () => calendar.book(wishFor(7))))
    expect(tenant.state.log.filter(({ status }) => status === 429)).toEqual([])
    expect(tenant.slept).toHaveLength(before)
    expect(writes()).toHaveLength(24)
  })

  it('is refused in words that say why, and is not tried again, when the mailbox is none', async () => {
    const wish = wishFor(8, { organizer: { id: '00000000-0000-4000-8000-000000000000' } })
    const error = await calendarFrom(tenant.graph())
      .book(wish)
      .catch((caught: CalendarRefused) => caught)
    expect(error).toMatchObject({ name: 'CalendarRefused', code: 'no-mailbox' })
    expect((error as Error).cause).toMatchObject({ name: 'GraphError', status: 404 })
    expect(writes()).toHaveLength(1)
  })

  it('names the permission that is missing', async () => {
    const { tab } = tenant.state.apps
    const granted = tab.applicationPermissions
    tab.applicationPermissions = ['User.Read.All']
    const error = await calendarFrom(tenant.graph())
      .book(wishFor(9))
      .catch((caught: CalendarRefused) => caught)
    tab.applicationPermissions = granted
    expect(error).toMatchObject({ code: 'not-permitted' })
    expect((error as Error).message).toContain('Grant the application permission Calendars.ReadWrite')
  })
})

describe('booking a series of which some dates clash', () => {
  const moved = [moveTo(2, '2027-03-17T10:00'), moveTo(4, '2027-04-09T11:30')]
  const expected = [
    '2027-03-02T14:00:00.000Z',
    '2027-03-17T09:00:00.000Z',
    '2027-03-30T13:00:00.000Z',
    '2027-04-09T09:30:00.000Z',
    '2027-04-27T13:00:00.000Z',
    '2027-05-11T13:00:00.000Z',
  ]
  const patches = () => tenant.state.log.filter(({ method }) => method === 'PATCH')
  const startsIn = ({ occurrences }: { occurrences: { start: Date }[] }) =>
    occurrences.map(({ start }) => start.toISOString())

  it('moves those and leaves the rest, with one write each', async () => {
    const calendar = calendarFrom(tenant.graph())
    const booked = await calendar.book(wishFor(20, { moved }))
    expect(startsIn(booked)).toEqual(expected)
    expect(booked.occurrences.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(booked.occurrences[1]!.originalStart).toEqual(new Date(moved[0]!.from))
    const seen = await calendar.occurrences(booked, new Date('2027-01-01'), new Date('2027-12-31'))
    expect(seen.map(({ start }) => start.toISOString())).toEqual(expected)
    expect([writes().length, patches().length]).toEqual([1, 2])
  })

  it.each<[string, Omit<Fault, 'service' | 'path' | 'times'>]>([
    ['504 after it was moved', { kind: 'error-after', status: 504 }],
    ['the connection lost after it was moved', { kind: 'drop-after' }],
    ['503 before', { kind: 'error-before', status: 503 }],
    ['a throttle', { kind: 'throttle', retryAfterSeconds: 5 }],
  ])('ends as planned through %s', async (_, fault) => {
    tenant.state.faults = [{ service: 'graph', path: /^PATCH /, times: 1, ...fault } as Fault]
    const wish = wishFor(21, { moved })
    expect(startsIn(await calendarFrom(tenant.graph()).book(wish))).toEqual(expected)
    expect(seriesWith(wish.key, wish.organizer.id)).toHaveLength(1)
  })

  it('goes on where a worker that died had got to, and moves nothing twice', async () => {
    const wish = wishFor(22, { moved })
    tenant.state.faults = [
      // The first gets through, the second does not.
      { service: 'graph', path: /^PATCH /, kind: 'slow', delayMs: 1, times: 1 },
      { service: 'graph', path: /^PATCH /, kind: 'error-before', status: 400, times: 1 },
    ]
    await expect(calendarFrom(tenant.graph()).book(wish)).rejects.toThrow()
    tenant.state.log = []
    const booked = await calendarFrom(tenant.graph()).book({ ...wish, mayExist: true })
    expect(startsIn(booked)).toEqual(expected)
    expect([writes().length, patches().length]).toEqual([0, 1])
  })

  it('leaves alone what a person moved or cancelled in the meantime', async () => {
    const calendar = calendarFrom(tenant.graph())
    const wish = wishFor(23)
    const booked = await calendar.book(wish)
    const { mentor } = pairOf(23)
    moveOccurrence(tenant.state, mentor.id, booked.eventId, '2027-03-16', {
      dateTime: '2027-03-18T08:00:00',
      timeZone: 'Europe/Berlin',
    })
    cancelOccurrence(tenant.state, mentor.id, booked.eventId, '2027-04-13')
    const again = await calendar.book({ ...wish, moved, mayExist: true })
    expect(again.occurrences[1]!.start.toISOString()).toBe('2027-03-18T07:00:00.000Z')
    expect(again.occurrences.map(({ cancelled }) => cancelled ?? false)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  it('says where to meet and where the agenda is, and keeps it private if that is the policy', async () => {
    const wish = wishFor(24, {
      place: 'Online, or a neutral room',
      link: { text: 'Agenda & notes', url: 'https://teams.example/l?a="1"' },
      sensitivity: 'private',
    })
    await calendarFrom(tenant.graph()).book(wish)
    const [event] = seriesWith(wish.key, wish.organizer.id)
    expect(event!.resource).toMatchObject({
      location: { displayName: 'Online, or a neutral room' },
      sensitivity: 'private',
    })
    expect((event!.resource['body'] as { content: string }).content).toContain(
      '<p><a href="https://teams.example/l?a=&quot;1&quot;">Agenda &amp; notes</a></p>',
    )
  })

  it('invites both when a mailbox of the program organizes', async () => {
    const { mentor, mentee } = pairOf(25)
    const program = pairOf(26).mentor
    const attendees = [mentor, mentee].map(({ mail, displayName }) => ({ mail, name: displayName }))
    const wish = wishFor(25, { organizer: { id: program.id }, attendees })
    await calendarFrom(tenant.graph()).book(wish)
    const [event] = seriesWith(wish.key, program.id)
    const copies = [...tenant.state.events.values()].filter(({ iCalUId }) => iCalUId === event!.iCalUId)
    expect(copies.map(({ mailbox }) => mailbox).sort()).toEqual([mentor.id, mentee.id, program.id].sort())
  })
})

describe('what became of a series', () => {
  it('tells moved and cancelled occurrences from those that stand', async () => {
    const calendar = calendarFrom(tenant.graph())
    const wish = wishFor(10)
    const booked = await calendar.book(wish)
    const { mentor } = pairOf(10)
    moveOccurrence(tenant.state, mentor.id, booked.eventId, '2027-03-16', {
      dateTime: '2027-03-17T11:00:00',
      timeZone: 'Europe/Berlin',
    })
    cancelOccurrence(tenant.state, mentor.id, booked.eventId, '2027-04-13')
    const seen = await calendar.occurrences(booked, new Date('2027-01-01'), new Date('2027-12-31'))
    expect(
      seen.map(({ start, cancelled }) => `${start.toISOString()}${cancelled ? ' cancelled' : ''}`),
    ).toEqual([
      '2027-03-02T14:00:00.000Z',
      '2027-03-17T10:00:00.000Z',
      '2027-03-30T13:00:00.000Z',
      '2027-04-13T13:00:00.000Z cancelled',
      '2027-04-27T13:00:00.000Z',
      '2027-05-11T13:00:00.000Z',
    ])
  })

  it('is read by its id and not listed once it was deleted, and gone when Deleted Items are emptied', async () => {
    const calendar = calendarFrom(tenant.graph())
    const booked = await calendar.book(wishFor(11))
    const single = {
      ...wishFor(11),
      at: { start: Date.parse('2027-03-05T10:00:00Z'), end: Date.parse('2027-03-05T11:00:00Z') },
    }
    const date = await calendar.bookSingle({ ...single, key: `${single.key}.single` })
    expect(await calendar.seriesNow(booked)).toMatchObject({ isListed: true })
    expect(await calendar.singleNow(date)).toMatchObject({ isListed: true })
    await calendar.cancelMeeting(booked, 'No time')
    await calendar.cancelMeeting(date, 'No time')
    expect(await calendar.seriesNow(booked)).toMatchObject({ isListed: false })
    expect(await calendar.singleNow(date)).toMatchObject({ isListed: false })
    emptyDeletedItems(tenant.state)
    expect(await calendar.seriesNow(booked)).toBe('gone')
    expect(await calendar.singleNow(date)).toBe('gone')
  })

  it('is nothing when somebody deleted it', async () => {
    const calendar = calendarFrom(tenant.graph())
    const booked = await calendar.book(wishFor(11))
    await calendar.cancel(booked, 'Ended')
    expect(await calendar.occurrences(booked, new Date('2027-01-01'), new Date('2027-12-31'))).toEqual([])
  })
})

describe('cancelling', () => {
  it('takes a series that has not begun out of both calendars, and is fine twice', async () => {
    const calendar = calendarFrom(tenant.graph())
    const booked = await calendar.book(wishFor(12))
    const before = tenant.state.events.size
    await calendar.cancel(booked, 'The Pairing has ended')
    await calendar.cancel(booked, 'The Pairing has ended')
    expect(tenant.state.events.size).toBe(before - 2)
    const answers = () => tenant.state.log.filter(({ path }) => path.endsWith('/cancel'))
    // The immutable id still leads to Deleted Items, where there is nothing to call off.
    expect(answers().map(({ status }) => status)).toEqual([202, 403])
    emptyDeletedItems(tenant.state)
    await calendar.cancel(booked, 'The Pairing has ended')
    expect(answers()).toHaveLength(2)
  })

  it('says so when Outlook refuses while the series stands', async () => {
    const calendar = calendarFrom(tenant.graph())
    const booked = await calendar.book(wishFor(12))
    tenant.state.faults = [{ service: 'graph', path: /cancel$/, kind: 'error-before', status: 403, times: 1 }]
    await expect(calendar.cancel(booked, 'Ended')).rejects.toMatchObject({ code: 'not-permitted' })
    expect(await calendar.seriesNow(booked)).toMatchObject({ isListed: true })
  })

  describe('a series of twelve that is under way', () => {
    const twelve = { ...slot, occurrences: 12 }
    const mailsAbout = (eventId: string) => {
      const key = readEventId(eventId)!.key
      const { iCalUId } = tenant.state.events.get(key) ?? memoryOf(tenant.state).deletedItems.get(key)!
      const mails = memoryOf(tenant.state).meetingMails.filter((mail) => mail.iCalUId === iCalUId)
      return mails.map(({ kind, date }) => (date ? `${kind} of ${date}` : kind))
    }
    const standing = async (booked: Booking) => {
      const calendar = calendarFrom(tenant.graph())
      const seen = await calendar.occurrences(booked, new Date('2027-01-01'), new Date('2027-12-31'))
      return seen.filter(({ cancelled }) => !cancelled).map(({ start }) => start.toISOString())
    }
    const move = (n: number, booked: Booking, date: string, dateTime: string) =>
      moveOccurrence(tenant.state, pairOf(n).mentor.id, booked.eventId, date, {
        dateTime,
        timeZone: 'Europe/Berlin',
      })
    const was = ['2027-03-02T14:00:00.000Z', '2027-03-16T14:00:00.000Z', '2027-03-30T13:00:00.000Z']
    async function under(n: number, wish: Partial<SeriesRequest> = {}) {
      const booked = await calendarFrom(tenant.graph()).book(wishFor(n, { slot: twelve, ...wish }))
      return booked
    }
    const end = (booked: Booking) => calendarFrom(tenant.graph()).cancel(booked, 'The Pairing has ended')

    it('ends with one message, and what was stays in both calendars', async () => {
      const booked = await under(13)
      tenant.moveTo('2027-03-30T13:30:00Z')
      await end(booked)
      expect(mailsAbout(booked.eventId)).toEqual(['invitation', 'update'])
      expect(await standing(booked)).toEqual(was)
      const { mail, id } = pairOf(13).mentee
      const theirs = [...tenant.state.events.values()].find(
        (event) => event.mailbox === id && event.iCalUId === masterIn(booked).iCalUId,
      )
      expect(theirs && instancesOf(theirs, 0, Date.parse('2028-01-01'))).toHaveLength(3)
      expect(memoryOf(tenant.state).meetingMails.at(-1)?.to).toBe(mail)
      const { content } = masterIn(booked).resource['body'] as { content: string }
      expect(content).toMatch(/^(.*<body>)?<p>The Pairing has ended<\/p>/s)
      expect(masterIn(booked).resource['onlineMeeting']).not.toBeNull()
    })

    it('takes one message more for a moved date that is ahead', async () => {
      const booked = await under(13)
      move(13, booked, '2027-04-27', '2027-04-28T11:00:00')
      tenant.moveTo('2027-03-30T13:30:00Z')
      const before = mailsAbout(booked.eventId).length
      await end(booked)
      expect(mailsAbout(booked.eventId).slice(before)).toEqual(['cancellation of 2027-04-27', 'update'])
      expect(await standing(booked)).toEqual(was)
    })

    it('puts a moved date of the past back where it was, and one that was called off stays so', async () => {
      const booked = await under(13)
      move(13, booked, '2027-03-16', '2027-03-17T11:00:00')
      cancelOccurrence(tenant.state, pairOf(13).mentor.id, booked.eventId, '2027-03-30')
      tenant.moveTo('2027-04-13T13:30:00Z')
      const before = mailsAbout(booked.eventId).length
      await end(booked)
      expect(await standing(booked)).toEqual([was[0], '2027-03-17T10:00:00.000Z', '2027-04-13T13:00:00.000Z'])
      expect(mailsAbout(booked.eventId).slice(before)).toEqual([
        'update',
        'update of 2027-03-16',
        'cancellation of 2027-03-30',
      ])
    })

    it('lets go of a date that was moved from the past to a day ahead', async () => {
      const booked = await under(13)
      move(13, booked, '2027-03-30', '2027-04-02T11:00:00')
      tenant.moveTo('2027-03-31T08:00:00Z')
      await end(booked)
      expect(await standing(booked)).toEqual(was.slice(0, 2))
    })

    it('is called off date by date, each with a word, when hardly any is left', async () => {
      const booked = await under(13)
      tenant.moveTo('2027-07-21T08:00:00Z')
      const before = mailsAbout(booked.eventId).length
      await end(booked)
      expect(mailsAbout(booked.eventId).slice(before)).toEqual(['cancellation of 2027-08-03'])
      expect(await standing(booked)).toHaveLength(11)
    })

    it.each<[string, Omit<Fault, 'service' | 'path' | 'times'>]>([
      ['504 after it was written', { kind: 'error-after', status: 504 }],
      ['the connection lost after it was written', { kind: 'drop-after' }],
      ['503 before', { kind: 'error-before', status: 503 }],
    ])('ends as it should through %s', async (_, fault) => {
      const booked = await under(13)
      tenant.moveTo('2027-03-30T13:30:00Z')
      tenant.state.faults = [{ service: 'graph', path: /^PATCH /, times: 1, ...fault } as Fault]
      await end(booked).catch(() => end(booked))
      await end(booked)
      expect(await standing(booked)).toEqual(was)
    })
  })

  it('sends one message for a series that has not begun, and one for its moved date', async () => {
    const calendar = calendarFrom(tenant.graph())
    const booked = await calendar.book(wishFor(13))
    moveOccurrence(tenant.state, pairOf(13).mentor.id, booked.eventId, '2027-03-16', {
      dateTime: '2027-03-17T11:00:00',
      timeZone: 'Europe/Berlin',
    })
    const mails = memoryOf(tenant.state).meetingMails
    const before = mails.length
    await calendar.cancel(booked, 'Ended')
    expect(mails.slice(before).map(({ kind, date }) => date ?? kind)).toEqual(['cancellation', '2027-03-16'])
  })

  it('of a series that is over changes nothing', async () => {
    const calendar = calendarFrom(tenant.graph())
    const booked = await calendar.book(wishFor(14))
    tenant.moveTo('2027-06-01T08:00:00Z')
    tenant.state.log = []
    await calendar.cancel(booked, 'Ended')
    expect(tenant.state.log.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})

describe('an Outlook that answers oddly', () => {
  let local: LocalGraph
  afterEach(() => local.close())
  const begins = { dateTime: '2027-03-02T14:00:00.0000000', timeZone: 'UTC' }
  const first = { id: 'o1', start: begins, end: { ...begins, dateTime: '2027-03-02T15:00:00.0000000' } }
  const event = { id: 'e1', start: begins, onlineMeeting: { joinUrl: 'https://teams.example/1' } }
  const plain: Omit<SeriesRequest, 'key'> = {
    organizer: { id: 'ana' },
    attendees: [{ mail: 'bo@example.com', name: 'Bo' }],
    slot,
    subject: 'Mentoring',
    body: '',
  }
  type Answers = Partial<Record<'create' | 'find' | 'read' | 'instances', (nth: number) => Reply>>
  async function outlook(answers: Answers) {
    const counts = { create: 0, find: 0, read: 0, instances: 0 }
    local = await startLocalGraph(({ method, path }) => {
      const kind =
        method === 'POST'
          ? 'create'
          : path.includes('/instances')
            ? 'instances'
            : path.includes('$filter')
              ? 'find'
              : 'read'
      counts[kind] += 1
      const usual = { create: event, read: event, find: { value: [] }, instances: { value: [first] } }
      return answers[kind]?.(counts[kind]) ?? { json: usual[kind] }
    })
    return { calendar: calendarFrom(local.graph()), counts }
  }

  it.each([400, 409])('with %i for a key it knows is asked for the event it means', async (status) => {
    const { calendar, counts } = await outlook({
      create: () => refusal(status, 'ErrorDuplicateTransactionId', { '@event.existingEventId': 'e7' }),
      read: () => ({ json: { ...event, id: 'e7' } }),
    })
    expect(await calendar.book({ key: 'k', ...plain })).toMatchObject({ eventId: 'e7' })
    expect(counts.create).toBe(1)
  })

  it('is not believed about a duplicate that nobody can find', async () => {
    const { calendar } = await outlook({ create: () => refusal(400, 'ErrorDuplicateTransactionId') })
    await expect(calendar.book({ key: 'k', ...plain })).rejects.toMatchObject({ code: 'refused' })
  })

  it('is asked for the event before anything is created again', async () => {
    const { calendar, counts } = await outlook({
      create: () => 'drop',
      find: (nth) => ({ json: { value: nth === 2 ? [{ ...event, id: 'e9' }] : [] } }),
    })
    expect(await calendar.book({ key: 'k', ...plain })).toMatchObject({ eventId: 'e9' })
    expect(counts).toMatchObject({ create: 2, find: 2 })
  })

  it('that stays away is left for a later attempt, which looks first', async () => {
    const { calendar, counts } = await outlook({ create: () => refusal(504, 'GatewayTimeout') })
    await expect(calendar.book({ key: 'k', ...plain })).rejects.toMatchObject({
      name: 'GraphError',
      status: 504,
    })
    expect(counts.create).toBe(4)
    await expect(calendar.book({ key: 'k', ...plain, mayExist: true })).rejects.toMatchObject({ status: 504 })
    expect(local.asked.filter(({ path }) => path.includes('$filter'))[4]!.path).toContain('mentoringHold')
  })

  it('does not offer a cancelled event as the series', async () => {
    const { calendar, counts } = await outlook({
      find: () => ({ json: { value: [{ ...event, id: 'old', isCancelled: true }] } }),
    })
    expect(await calendar.book({ key: 'k', ...plain, mayExist: true })).toMatchObject({ eventId: 'e1' })
    expect(counts.create).toBe(1)
  })

  it('that understood another time than was asked is read again, and nothing is assumed', async () => {
    const elsewhere = { ...event, start: { dateTime: '2027-03-02T15:00:00.0000000', timeZone: 'UTC' } }
    const { calendar, counts } = await outlook({
      create: () => ({ status: 201, json: elsewhere }),
      instances: () => ({ json: { value: [] } }),
    })
    await expect(calendar.book({ key: 'k', ...plain })).rejects.toThrow('shows no occurrence')
    expect(counts.instances).toBe(1)
  })

  it('that answers 201 without a Teams link is asked once more, and the operator hears of it', async () => {
    const { calendar } = await outlook({
      create: () => ({ status: 201, json: { id: 'e1', isOnlineMeeting: false, start: begins } }),
      read: () => ({ json: { id: 'e1', onlineMeeting: null } }),
    })
    const booked = await calendar.book({ key: 'k', ...plain })
    expect(booked).toMatchObject({ organizerId: 'ana', eventId: 'e1' })
    expect(booked.joinUrl).toBeUndefined()
    const notes: unknown[] = []
    await calendarFrom(local.graph({ log: (entry) => notes.push(entry.note) })).book({ key: 'k', ...plain })
    expect(notes).toEqual([expect.stringContaining('booked without a Teams link')])
  })

  it.each([
    [400, 'ErrorInvalidRequest', 'refused'],
    [403, 'ErrorAccessDenied', 'not-permitted'],
    [404, 'MailboxNotEnabledForRESTAPI', 'no-mailbox'],
  ])('with %i %s has refused: %s', async (status, code, expected) => {
    const { calendar, counts } = await outlook({ create: () => refusal(status, code) })
    await expect(calendar.book({ key: 'k', ...plain })).rejects.toMatchObject({
      name: 'CalendarRefused',
      code: expected,
    })
    expect(counts.create).toBe(1)
  })

  // Tuesdays 23:00 UTC; on the clock of Sydney that is Wednesdays, 09:00 while the clocks there are back.
  it.each([
    { clock: 'the pattern names', recurrenceTimeZone: 'AUS Eastern Standard Time', created: 'UTC' },
    { clock: 'of its creation', recurrenceTimeZone: '', created: 'AUS Eastern Standard Time' },
    {
      clock: 'that the listed dates bear out',
      recurrenceTimeZone: 'UTC',
      created: 'AUS Eastern Standard Time',
    },
    { clock: 'nobody can name', recurrenceTimeZone: 'tzone://Microsoft/Custom', created: 'UTC' },
  ])('reads a cancelled date on the clock $clock', async ({ recurrenceTimeZone, created }) => {
    const at = (id: string, start: string) => ({
      id,
      start: { dateTime: start, timeZone: 'UTC' },
      end: { dateTime: start.replace(':00:00', ':50:00'), timeZone: 'UTC' },
      originalStart: `${start}Z`,
    })
    const first = at('e1', '2027-06-01T23:00:00')
    const standing = [first, at('o3', '2027-06-29T23:00:00')]
    const { calendar } = await outlook({
      instances: () => ({ json: { value: standing } }),
      read: () => ({
        json: {
          ...first,
          originalStartTimeZone: created,
          cancelledOccurrences: ['OID.AAMk==.2027-06-16'],
          recurrence: {
            pattern: { interval: 2, daysOfWeek: ['wednesday'] },
            range: { type: 'numbered', numberOfOccurrences: 3, startDate: '2027-06-02', recurrenceTimeZone },
          },
        },
      }),
    })
    const now = await calendar.seriesNow({ organizerId: 'ana', eventId: 'e1' })
    expect(now !== 'gone' && now.cancelled).toEqual([new Date('2027-06-15T23:00:00Z')])
  })

  it('reads a year of Sessions in views that are not too wide, each occurrence once', async () => {
    const one = {
      id: 'o1',
      start: { dateTime: '2027-03-02T14:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-03-02T15:00:00', timeZone: 'UTC' },
    }
    const { calendar } = await outlook({
      instances: () => ({ json: { value: [one] } }),
      read: () => ({
        json: {
          ...one,
          id: 'e1',
          cancelledOccurrences: ['OID.AAMk==.2027-03-16', 'odd'],
          recurrence: {
            pattern: { interval: 2 },
            range: { type: 'noEnd', startDate: '2027-03-02', recurrenceTimeZone: 'W. Europe Standard Time' },
          },
        },
      }),
    })
    const booking = { organizerId: 'ana', eventId: 'e1' }
    const seen = await calendar.occurrences(booking, new Date('2026-01-01'), new Date('2028-06-01'))
    expect(seen.map(({ start, cancelled }) => [start.toISOString(), cancelled])).toEqual([
      ['2027-03-02T14:00:00.000Z', false],
      ['2027-03-16T14:00:00.000Z', true],
    ])
    expect(local.asked.filter(({ path }) => path.includes('/instances'))).toHaveLength(3)
  })
})
