/** Finding and keeping a time for two: what the program's policy says, what a slip on the way leaves, and another time. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { allowsTeamsMeetings } from '../../../bot/demo/graph/memory.ts'
import { cancelOccurrence } from '../../../bot/demo/graph-server.ts'
import type { DemoEvent, Fault } from '../../../bot/demo/state.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { holidayDates } from '../../../bot/domain/program/holiday-dates.ts'
import { publicHolidays } from '../../../bot/domain/program/holidays.ts'
import { type SchedulingPolicy, usualScheduling } from '../../../bot/domain/program/scheduling-policy.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { plannedSessions, type RequestedHold } from '../../../bot/domain/scheduling/hold.ts'
import { overlaps } from '../../../bot/domain/scheduling/interval.ts'
import { isWaived } from '../../../bot/domain/scheduling/session.ts'
import type { Slot } from '../../../bot/domain/scheduling/slot.ts'
import { dateOf, wallClock } from '../../../bot/domain/scheduling/zone-offset.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { bookHold, bookHolds } from '../../../bot/workflows/scheduling/book-hold.ts'
import { changeSlot, holdTimes } from '../../../bot/workflows/scheduling/change-slot.ts'
import { retryHold } from '../../../bot/workflows/scheduling/release-hold.ts'
import { changePolicy, pauseBooking } from '../../../bot/workflows/scheduling/scheduling-policy.ts'
import { pickUpStranded } from '../../../bot/workflows/tick.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let cohortId: string
let waiting: string[]

beforeAll(async () => {
  product = await startProduct({ people: 500, mentors: 50, mentees: 40 })
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  waiting = product.waiting.splice(0).map((job) => (job.payload as { holdId: string }).holdId)
}, 120_000)
afterAll(() => product.close())
// Whatever a test changed of the whole is put back, so that one failure is one failure.
afterEach(async () => {
  product.tenant.state.faults = []
  const cohort = (await store().cohorts.get(cohortId))!
  await store().cohorts.save({ ...cohort, sessions: 6, scheduling: usualScheduling })
})

const day = 86_400_000
const store = () => product.ports.store
const organizer = () => product.company.personas.organizer
const holdOf = async (id: string) => (await store().holds.get(id))!
const held = async (id: string) => {
  const hold = await holdOf(id)
  if (hold.state !== 'booked')
    throw new Error(`${hold.state}: ${hold.state === 'failed' ? JSON.stringify(hold.detail) : ''}`)
  return hold
}
const pairingOf = async (id: string): Promise<Pairing> =>
  (await store().pairings.get((await holdOf(id)).pairingId))!
const sessionsOf = async (id: string) => store().sessions.ofPairing((await holdOf(id)).pairingId)

/** Events in Outlook whose key begins with the Hold's id, as their organizer has them. */
function mastersOf(holdId: string): DemoEvent[] {
  return [...product.tenant.state.events.values()].filter((event) => event.transactionId?.startsWith(holdId))
}

async function setPolicy(change: Partial<SchedulingPolicy>) {
  const { paused: _, ...policy } = { ...usualScheduling, ...change }
  const answer = await changePolicy(product.ports, cohortId, policy, organizer())
  if (isRefused(answer)) throw new Error(answer.refused)
}

/** A pair that can be booked under today's policy and is not booked yet. */
async function nextBooked(): Promise<string> {
  const reasons: string[] = []
  for (const id of [...waiting]) {
    await bookHold(product.ports, id)
    const hold = await holdOf(id)
    if (hold.state === 'booked') {
      waiting.splice(waiting.indexOf(id), 1)
      return id
    }
    if (hold.state === 'failed') reasons.push(JSON.stringify(hold.detail))
    await retryHold(product.ports, id, organizer())
    product.waiting.length = 0
  }
  throw new Error(`No pair is left: ${reasons[0]}`)
}

function fault(path: RegExp, more: Partial<Fault>): Fault {
  const planned = { service: 'graph', path, times: 1, kind: 'error-after', status: 504, ...more } as Fault
  product.tenant.state.faults = [planned]
  return planned
}

/** Every day of the weeks, counted from the first Monday on which a Session may be. */
async function holidaysInWeeks(...weeks: number[]): Promise<string[]> {
  const cohort = (await store().cohorts.get(cohortId))!
  const monday = Date.parse(cohort.startsOn) + ((8 - new Date(cohort.startsOn).getUTCDay()) % 7) * day
  return weeks.flatMap((week) =>
    [0, 1, 2, 3, 4, 5, 6].map((n) => new Date(monday + (week * 7 + n) * day).toISOString().slice(0, 10)),
  )
}

describe('booking by the program’s policy', () => {
  it('invites from the Mentor’s calendar, with the agenda one tap away and a place that is nobody’s own', async () => {
    const id = await nextBooked()
    const [master] = mastersOf(id)
    expect(master!.mailbox).toBe((await pairingOf(id)).mentorId)
    expect(master!.resource).toMatchObject({ sensitivity: 'private', categories: ['Mentoring'] })
    expect((master!.resource['location'] as { displayName: string }).displayName).toContain('neutral')
    expect((master!.resource['body'] as { content: string }).content).toContain(
      'https://teams.microsoft.com/l/entity',
    )
  })

  it('invites from the Mentee’s, on the Mentee’s clock, and in private, when it says so', async () => {
    await setPolicy({ organizer: 'mentee', sensitivity: 'private' })
    const id = await nextBooked()
    const { menteeId } = await pairingOf(id)
    const [master] = mastersOf(id)
    expect(master).toMatchObject({ mailbox: menteeId, resource: { sensitivity: 'private' } })
    const mentee = (await store().participants.of(cohortId, menteeId))!
    expect((await held(id)).slot.timeZone).toBe(mentee.timeZone)
  })

  it('takes no mailbox of the program that could not invite, says why, and keeps the policy', async () => {
    const { state } = product.tenant
    const { company } = product
    const { people } = product.ports.store
    const before = (await store().cohorts.get(cohortId))!.scheduling
    const choose = (programMailbox: string) => {
      const { paused: _, ...policy } = { ...usualScheduling, organizer: 'program' as const, programMailbox }
      return changePolicy(product.ports, cohortId, policy, organizer())
    }
    const members = company.people.filter(({ userType }) => userType === 'Member')
    const withoutTeams = members.find((person) => !allowsTeamsMeetings(state, person))!
    const guest = company.people.find(({ id, userType }) => userType === 'Guest' && id !== withoutTeams.id)!
    expect(await people.get(guest.id)).toBeDefined()
    expect(await choose(withoutTeams.id)).toMatchObject({ refused: 'mailbox-without-teams' })
    expect(await choose(guest.id)).toMatchObject({ refused: 'mailbox-missing' })
    const { communications } = product.company.personas
    const path = new RegExp(`GET .*/users/${communications}/calendar`)
    state.faults.push({ service: 'graph', path, kind: 'error-before', status: 403, times: 1 })
    expect(await choose(communications)).toMatchObject({ refused: 'mailbox-out-of-reach' })
    expect(await choose('nobody')).toMatchObject({ refused: 'unknown-person' })
    expect((await store().cohorts.get(cohortId))!.scheduling).toEqual(before)
  })

  it('invites both from a mailbox of the program', async () => {
    const programMailbox = product.company.personas.communications
    await setPolicy({ organizer: 'program', programMailbox })
    const id = await nextBooked()
    const [master] = mastersOf(id)
    expect(master!.mailbox).toBe(programMailbox)
    expect(master!.resource['attendees']).toHaveLength(2)
    expect(await sessionsOf(id)).toHaveLength(6)
  })

  it('leaves out days without meetings and holidays', async () => {
    await setPolicy({ noMeetingDays: [1, 2, 5], holidays: await holidaysInWeeks(0) })
    const id = await nextBooked()
    const { timeZone } = (await held(id)).slot
    for (const { startsAt } of await sessionsOf(id)) {
      const weekday = new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(startsAt)
      expect(['Wed', 'Thu']).toContain(weekday)
    }
  })

  it('seeks nothing on a public holiday of the country that the directory states', async () => {
    const id = await nextBooked()
    const { mentorId } = await pairingOf(id)
    const cohort = (await store().cohorts.get(cohortId))!
    const { timeZone } = (await store().participants.of(cohort.id, mentorId))!
    const daysSought = async () => {
      const times = await holdTimes(product.ports, id)
      if (isRefused(times)) throw new Error(times.refused)
      const starts = times.candidates.flatMap(({ sessions }) => sessions.map(({ start }) => start))
      return new Set(starts.map((start) => dateOf(wallClock(timeZone, start).day)))
    }
    const inCountry = async (country: string | undefined) => {
      const { id: personId } = (await store().people.get(mentorId))!
      const rows = [
        { kind: 'person' as const, person: { id: personId, country }, manager: 'unchanged' as const },
      ]
      const at = new Date()
      await store().people.applyPage({ rows, cursor: 'c', done: true }, { whole: false, startedAt: at, at })
    }
    const before = (await store().people.get(mentorId))!.country
    await inCountry(undefined)
    const sought = await daysSought()
    const offIn = (country: string) =>
      publicHolidays(country, '2026-01-01', '2031-12-31').filter((day) => sought.has(day))
    const country = Object.keys(holidayDates).find((one) => offIn(one).length > 0)!
    await inCountry(country)
    const since = await daysSought()
    await inCountry(before)
    expect(since.size).toBeGreaterThan(0)
    expect(offIn(country).filter((day) => since.has(day))).toEqual([])
  })

  it('moves the one occurrence that falls into a week off, in Outlook too, and keeps the others', async () => {
    await setPolicy({ holidays: await holidaysInWeeks(3, 4, 5) })
    const id = await nextBooked()
    const hold = await held(id)
    const numbers = hold.moved!.map(({ number }) => number)
    expect(numbers).toContain(2)
    const [master] = mastersOf(id)
    expect(master!.exceptions.size).toBe(numbers.length)
    const kept = await product.ports.calendar.occurrences(
      hold.booking,
      new Date(0),
      new Date(Date.now() + 900 * day),
    )
    const sessions = await sessionsOf(id)
    expect(sessions.map(({ startsAt }) => startsAt)).toEqual(kept.map(({ start }) => start))
    expect(sessions[1]!.originalStart).toEqual(new Date(hold.moved!.find((one) => one.number === 2)!.from))
    expect(sessions[1]!.movedFrom).toBeUndefined()
  })

  it('waits while booking is paused, is not asked for again and again, and goes on where it was', async () => {
    await pauseBooking(product.ports, cohortId, true, organizer())
    const id = waiting.shift()!
    await bookHold(product.ports, id)
    expect(await holdOf(id)).toMatchObject({ state: 'requested', attempts: 0 })
    await product.advanceDays(1)
    await pickUpStranded(product.ports)
    expect(product.waiting.filter(({ name }) => name === 'book-hold')).toEqual([])
    const answer = await pauseBooking(product.ports, cohortId, false, organizer())
    expect(answer).toMatchObject({ paused: false })
    const asked = product.waiting.filter(({ name }) => name === 'book-hold')
    expect(asked.map(({ payload }) => (payload as { holdId: string }).holdId)).toContain(id)
    product.waiting.length = 0
  })
})

describe('two who never have the same hour', () => {
  it('get single dates, each an event of its own in one room, exactly once through a bad answer', async () => {
    const cohort = (await store().cohorts.get(cohortId))!
    await store().cohorts.save({ ...cohort, sessions: 2 })
    await setPolicy({ holidays: await holidaysInWeeks(3, 4, 5) })
    fault(/POST .*\/events$/, { kind: 'drop-after', times: 2 })
    const id = await nextBooked()
    const hold = await held(id)
    expect(hold.dates).toHaveLength(2)
    const masters = mastersOf(id)
    expect(masters.map(({ transactionId }) => transactionId).sort()).toEqual([`${id}.1.1`, `${id}.1.2`])
    const sessions = await sessionsOf(id)
    expect(sessions.map(({ eventId }) => eventId)).toEqual(hold.dates!.map(({ eventId }) => eventId))
    const first = masters.find(({ transactionId }) => transactionId === `${id}.1.1`)!
    const meeting = first.resource['onlineMeeting'] as { joinUrl: string } | null
    expect(hold.booking.joinUrl).toBe(meeting?.joinUrl)
    const pairing = await pairingOf(id)
    await endPairing(product.ports, pairing.id, organizer())
    expect(await product.runJobs(3)).toEqual([])
    expect(mastersOf(id)).toEqual([])
  })
})

describe('several Holds of one person at the same moment', () => {
  it('never get the same time, and each is booked once though two workers take it up', async () => {
    const [first] = waiting
    const pairing = await pairingOf(first!)
    const others = (await store().pairings.list(cohortId)).filter((one) => one.mentorId !== pairing.mentorId)
    const ids = [first!]
    for (const { menteeId } of others.slice(0, 3)) {
      const twin: Pairing = { ...pairing, id: product.ports.chance.id(), menteeId }
      await store().pairings.save(twin)
      const hold: RequestedHold = {
        ...{
          id: product.ports.chance.id(),
          pairingId: twin.id,
          revision: 1,
          attempts: 0,
          state: 'requested',
        },
        requestedAt: product.ports.clock.now(),
      }
      await store().holds.save(hold)
      ids.push(hold.id)
    }
    waiting.shift()
    await Promise.all([
      ...ids.map((id) => bookHold(product.ports, id)),
      bookHolds(product.ports, ids),
      bookHolds(product.ports, [...ids].reverse()),
    ])
    const booked = []
    for (const id of ids) if ((await holdOf(id)).state === 'booked') booked.push(id)
    expect(booked.length).toBeGreaterThan(1)
    for (const id of booked) expect(mastersOf(id)).toHaveLength(1)
    const spans = []
    for (const id of booked)
      for (const { startsAt, endsAt } of await sessionsOf(id))
        spans.push({ start: startsAt.getTime(), end: endsAt.getTime() })
    for (const [i, one] of spans.entries())
      for (const other of spans.slice(i + 1)) expect(overlaps(one, other)).toBe(false)
    for (const id of ids) await endPairing(product.ports, (await holdOf(id)).pairingId, organizer())
    expect(await product.runJobs(3)).toEqual([])
    expect(ids.flatMap((id) => mastersOf(id))).toEqual([])
  })

  it('are not booked on a time that was taken between choosing and booking', async () => {
    const id = waiting.shift()!
    // Graph is away when it is to be written: the time is chosen and stays so.
    fault(/POST .*\/events$/, { kind: 'error-before', status: 412, times: 100 })
    await expect(bookHold(product.ports, id)).rejects.toThrow()
    product.tenant.state.faults = []
    const chosen = await holdOf(id)
    if (chosen.state !== 'requested' || !chosen.slot) throw new Error('nothing chosen')
    const { mentorId } = await pairingOf(id)
    const [first] = plannedSessions({ ...chosen, slot: chosen.slot })
    await product.ports.calendar.bookMeeting({
      ...{
        key: `taken-${id}`,
        organizer: { id: mentorId },
        attendees: [],
        start: first!.start,
        end: first!.end,
      },
      ...{ subject: 'Board', body: '' },
    })
    await bookHold(product.ports, id)
    const hold = await holdOf(id)
    if (hold.state !== 'booked') throw new Error('not booked')
    expect(hold.revision).toBe(2)
    expect(mastersOf(id).map(({ transactionId }) => transactionId)).toEqual([`${id}.2`])
    for (const { startsAt, endsAt } of await sessionsOf(id))
      expect(startsAt < first!.end && first!.start < endsAt).toBe(false)
  })
})

describe('a Session that is called off before we heard that the series stands', () => {
  it('counts as called off by the organizer, and another time is looked for', async () => {
    const id = waiting.shift()!
    const { ports } = product
    const unheard = {
      ...ports,
      calendar: {
        ...ports.calendar,
        async book(...given: Parameters<typeof ports.calendar.book>): Promise<never> {
          await ports.calendar.book(...given)
          throw new Error('killed')
        },
      },
    }
    await expect(bookHold(unheard, id)).rejects.toThrow('killed')
    const [series] = mastersOf(id)
    const planned = plannedSessions((await holdOf(id)) as RequestedHold & { slot: Slot })
    cancelOccurrence(product.tenant.state, series!.mailbox, series!.id, planned[1]!.start.toISOString())
    await bookHold(ports, id)
    await held(id)
    const sessions = await sessionsOf(id)
    expect(sessions.map(({ state }) => state)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => (n === 2 ? 'cancelled' : 'planned')),
    )
    expect(sessions[1]).toMatchObject({ state: 'cancelled', declinedBy: series!.mailbox })
    expect(isWaived(sessions[1]!)).toBe(false)
    expect(await store().repairs.ofSession(sessions[1]!.id)).toMatchObject([
      { state: 'open', reason: 'cancelled' },
    ])
  })
})

describe('a Hold that is asked for again long after it failed', () => {
  it('gets another time when the one it had has passed, under a revision of its own', async () => {
    const id = await nextBooked()
    const { booking, ...before } = await held(id)
    const gone = mastersOf(id)[0]!
    await product.ports.calendar.cancel({ organizerId: gone.mailbox, eventId: gone.id }, '')
    const firstDate = new Date(Date.parse(before.slot.firstDate) - 70 * day).toISOString().slice(0, 10)
    const failed = {
      ...before,
      slot: { ...before.slot, firstDate },
      attempts: 2,
      organizerId: booking.organizerId,
    }
    await store().holds.save({
      ...failed,
      state: 'failed',
      failure: 'refused-by-outlook',
      detail: { outlook: 'no' },
    })
    await retryHold(product.ports, id, organizer())
    await bookHold(product.ports, id)
    const hold = await held(id)
    expect(hold.revision).toBe(before.revision + 1)
    expect(plannedSessions(hold)[0]!.start.getTime()).toBeGreaterThan(product.ports.clock.now().getTime())
  })

  it('gets another time when somebody filled the one it had', async () => {
    const id = await nextBooked()
    const { booking, ...before } = await held(id)
    const gone = mastersOf(id)[0]!
    await product.ports.calendar.cancel({ organizerId: gone.mailbox, eventId: gone.id }, '')
    for (const one of await sessionsOf(id))
      await store().sessions.save({ ...one, state: 'cancelled', declinedBy: gone.mailbox })
    const pairing = await pairingOf(id)
    const [first] = plannedSessions(before)
    const { menteeId } = pairing
    const at = { start: first!.start.getTime(), end: first!.end.getTime() }
    const request = { key: `filled.${id}`, organizer: { id: menteeId }, attendees: [], at }
    await product.ports.calendar.bookSingle({ ...request, subject: 'Board', body: '', sensitivity: 'normal' })
    const { organizerId } = booking
    await store().holds.save({
      ...before,
      organizerId,
      state: 'failed',
      failure: 'refused-by-outlook',
      detail: { outlook: 'no' },
    })
    await retryHold(product.ports, id, organizer())
    await bookHold(product.ports, id)
    const hold = await held(id)
    expect(hold.revision).toBe(before.revision + 1)
    const clash = plannedSessions(hold).some(({ start, end }) =>
      overlaps(at, { start: start.getTime(), end: end.getTime() }),
    )
    expect(clash).toBe(false)
  })
})

describe('a Hold that ends before anybody knows whether it was booked', () => {
  it('leaves nothing in Outlook', async () => {
    const id = waiting.shift()!
    fault(/GET .*\/events/, { kind: 'error-before', status: 412, times: 100 })
    product.tenant.state.faults.push({
      service: 'graph',
      path: /POST .*\/events$/,
      kind: 'drop-after',
      times: 1,
    })
    await expect(bookHold(product.ports, id)).rejects.toThrow()
    product.tenant.state.faults = []
    expect(mastersOf(id)).toHaveLength(1)
    expect((await holdOf(id)).state).toBe('requested')
    await endPairing(product.ports, (await holdOf(id)).pairingId, organizer())
    expect(await product.runJobs(3)).toEqual([])
    expect(mastersOf(id)).toEqual([])
    expect((await holdOf(id)).state).toBe('released')
  })
})

describe('another time for a pair', () => {
  async function otherTime(id: string) {
    const times = await holdTimes(product.ports, id)
    if (isRefused(times)) throw new Error(times.refused)
    const { slot } = await held(id)
    const other = times.candidates.filter((plan) => plan.slot.time !== slot.time)
    return other.find((plan) => plan.slot.time.endsWith('0'))?.slot ?? other[0]!.slot
  }
  const choose = (id: string, slot: { firstDate: string; time: string }) =>
    changeSlot(
      product.ports,
      id,
      { firstDate: slot.firstDate, time: slot.time, outsideHours: false },
      organizer(),
    )

  it('is shown as half hours of the week, in which the old series is no obstacle', async () => {
    const id = await nextBooked()
    const times = await holdTimes(product.ports, id)
    if (isRefused(times)) throw new Error(times.refused)
    expect(times.cells).toHaveLength(336)
    expect(times.candidates.length).toBeGreaterThan(1)
    const now = times.candidates.find(
      ({ slot }) => slot.time === times.chosen!.time && slot.firstDate === times.chosen!.firstDate,
    )
    expect(now).toBeDefined()
  })

  const boundaries: [string, RegExp, Partial<Fault>][] = [
    ['nothing in the way', /nothing/, {}],
    ['the answer to the new series lost', /POST .*\/events$/, { kind: 'drop-after' }],
    ['Graph away for the new series', /POST .*\/events$/, { kind: 'error-before', status: 412, times: 100 }],
    ['the answer to the cancellation lost', /\/cancel$/, { kind: 'drop-after' }],
    ['the cancellation refused for now', /\/cancel$/, { kind: 'error-before', status: 412, times: 100 }],
  ]
  it.each(boundaries)('stands once, and the old one is gone: %s', async (_, path, more) => {
    const id = await nextBooked()
    const slot = await otherTime(id)
    expect(isRefused(await choose(id, slot))).toBe(false)
    expect(await choose(id, slot)).toMatchObject({ refused: 'being-booked' })
    fault(path, more)
    await bookHold(product.ports, id).catch(() => {})
    product.tenant.state.faults = []
    await bookHold(product.ports, id)
    const hold = await held(id)
    expect(hold).toMatchObject({ revision: 2, slot: { firstDate: slot.firstDate, time: slot.time } })
    expect(mastersOf(id).map(({ transactionId }) => transactionId)).toEqual([`${id}.2`])
    const sessions = await sessionsOf(id)
    expect(sessions.map(({ number, state }) => [number, state])).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => [n, 'planned']),
    )
    expect(sessions.map(({ startsAt }) => startsAt)).toEqual(plannedSessions(hold).map(({ start }) => start))
    const { mentorId } = await pairingOf(id)
    const cards = (await store().notices.ofPerson(mentorId)).filter(({ notice }) => notice.kind === 'pairing')
    expect(cards).toHaveLength(1)
  })

  it('is refused when it is not free, and nothing changes', async () => {
    const id = await nextBooked()
    const { slot } = await held(id)
    const night = { firstDate: slot.firstDate, time: '03:00', outsideHours: false }
    expect(await changeSlot(product.ports, id, night, organizer())).toMatchObject({
      refused: 'slot-not-free',
    })
    expect(await held(id)).toMatchObject({ revision: 1, slot })
  })

  it('leaves the old series as it was when Outlook says no to the new one', async () => {
    const id = await nextBooked()
    const before = await held(id)
    await choose(id, await otherTime(id))
    fault(/POST .*\/events$/, { kind: 'error-before', status: 403 })
    await bookHold(product.ports, id)
    product.tenant.state.faults = []
    expect(await held(id)).toMatchObject({ slot: before.slot, booking: before.booking })
    expect(mastersOf(id).map(({ transactionId }) => transactionId)).toEqual([`${id}.1`])
    expect(isRefused(await choose(id, await otherTime(id)))).toBe(false)
    await bookHold(product.ports, id)
    expect(mastersOf(id).map(({ transactionId }) => transactionId)).toEqual([`${id}.3`])
  })

  it('goes with its Pairing while it is being changed: the old series and the new', async () => {
    const id = await nextBooked()
    await choose(id, await otherTime(id))
    fault(/\/cancel$/, { kind: 'error-before', status: 412, times: 100 })
    await bookHold(product.ports, id).catch(() => {})
    product.tenant.state.faults = []
    expect(mastersOf(id)).toHaveLength(2)
    await endPairing(product.ports, (await holdOf(id)).pairingId, organizer())
    product.waiting.splice(
      0,
      product.waiting.length,
      ...product.waiting.filter(({ name }) => name !== 'book-hold'),
    )
    expect(await product.runJobs(3)).toEqual([])
    expect(mastersOf(id)).toEqual([])
  })

  it('keeps what was, and places only the Sessions that are left', async () => {
    const id = await nextBooked()
    const before = await sessionsOf(id)
    await product.tenant.advanceTo(new Date(before[1]!.endsAt.getTime() + day))
    await choose(id, await otherTime(id))
    await bookHold(product.ports, id)
    const after = await sessionsOf(id)
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    const hold = await held(id)
    expect(hold.slot).toMatchObject({ fromNumber: 3, occurrences: 4 })
    expect(after.slice(2).map(({ startsAt }) => startsAt)).toEqual(
      plannedSessions(hold).map(({ start }) => start),
    )
    // The past stands in both calendars.
    const past = await product.ports.calendar.occurrences(
      { ...hold.booking, eventId: mastersOf(id).find((one) => one.transactionId === `${id}.1`)!.id },
      new Date(0),
      product.ports.clock.now(),
    )
    expect(past.length === 0 || past.filter(({ cancelled }) => !cancelled).length === 2).toBe(true)
  })
})
