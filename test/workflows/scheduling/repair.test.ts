/** A Session that slips: three times in one card, one tap of either side, and one event in Outlook whatever breaks. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { GRAPH, issueAppToken } from '../../../bot/demo/entra/tokens.ts'
import { cancelOccurrence, declineOccurrence } from '../../../bot/demo/graph-server.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { openOptions, type Repair } from '../../../bot/domain/scheduling/repair/repair.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'
import { askCheckIns } from '../../../bot/workflows/meeting/ask-check-ins.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { lookAtMailbox } from '../../../bot/workflows/scheduling/look-at-mailbox.ts'
import { lookAtSeries } from '../../../bot/workflows/scheduling/look-at-series.ts'
import { askForRepair, withdrawRepair } from '../../../bot/workflows/scheduling/repair/ask-for-repair.ts'
import { bookRepair, chooseRepair } from '../../../bot/workflows/scheduling/repair/book-repair.ts'
import { offerRepair } from '../../../bot/workflows/scheduling/repair/offer-repair.ts'
import { closeOverdueRepairs } from '../../../bot/workflows/scheduling/repair/tend-repairs.ts'
import {
  type Booked,
  bookedProduct,
  keysInOutlook,
  outlookOf,
  runOnly,
  sessionNow,
  toldOf,
} from '../../support/keeping.ts'
import { ageClaims } from '../../support/leases.ts'
import { mortal } from '../../support/mortal.ts'

let product: Awaited<ReturnType<typeof bookedProduct>>['product']
let cohortId: string
let booked: Booked[]

beforeAll(async () => {
  ;({ product, cohortId, booked } = await bookedProduct({ people: 400, mentors: 40, mentees: 26 }))
})
afterAll(() => product.close())

const nextPair = () => booked.shift()!
const repairOf = async ({ id }: Session): Promise<Repair> =>
  (await product.ports.store.repairs.ofSession(id)).at(-1)!

/** The first Session of a fresh pair, with times on offer; `who` said they cannot come. */
const offered = (who: 'mentor' | 'mentee' = 'mentee') => offeredFor(nextPair(), who)

async function offeredFor(pair: Booked, who: 'mentor' | 'mentee' = 'mentee') {
  const session = pair.sessions[0]!
  const by = who === 'mentor' ? pair.pairing.mentorId : pair.pairing.menteeId
  const asked = await askForRepair(product.ports, session.id, by)
  if (isRefused(asked)) throw new Error(asked.refused)
  expect(await runOnly(product, 'offer-repair')).toEqual([])
  return { pair, session, repair: await repairOf(session), by }
}

/** Every Session of the pair stands in Outlook at its own time, and nothing else does. */
async function agrees(pair: Booked) {
  const sessions = await product.ports.store.sessions.ofPairing(pair.pairing.id)
  const planned = sessions.filter(({ state }) => state === 'planned')
  expect(await outlookOf(product, pair)).toEqual(planned.map(({ startsAt }) => startsAt.toISOString()).sort())
}

describe('“I can’t make it”', () => {
  it('brings three times to both within a week either way and before the next session’s day, that suit both calendars as they are', async () => {
    const { pair, session, repair } = await offered()
    expect(repair).toMatchObject({ state: 'open', reason: 'cannot-make-it', askedBy: pair.pairing.menteeId })
    expect(repair.options).toHaveLength(3)
    const ids = [pair.pairing.mentorId, pair.pairing.menteeId]
    const people = ids.map((id) => ({ id, mail: product.company.byId.get(id)!.mail }))
    for (const { start, end } of repair.options) {
      expect(Math.abs(Date.parse(start) - session.startsAt.getTime())).toBeLessThanOrEqual(7 * 86_400_000)
      expect(start.slice(0, 10) < pair.sessions[1]!.startsAt.toISOString().slice(0, 10)).toBe(true)
      const times = await product.ports.calendar.availability(people, new Date(start), new Date(end))
      for (const time of times.values()) {
        const clash =
          time.known && time.busy.some((busy) => busy.start < Date.parse(end) && busy.end > Date.parse(start))
        expect(clash).toBe(false)
      }
    }
    for (const id of ids) expect(await toldOf(product, id, 'repair')).toHaveLength(1)
  })

  it('asked twice, by both, stays one search', async () => {
    const { pair, session, repair } = await offered()
    const again = await askForRepair(product.ports, session.id, pair.pairing.mentorId)
    expect(again).toMatchObject({ id: repair.id })
    expect(await product.ports.store.repairs.ofSession(session.id)).toHaveLength(1)
    const stranger = product.company.personas.communications
    expect(await askForRepair(product.ports, session.id, stranger)).toMatchObject({ refused: 'not-yours' })
  })

  it('taken back, leaves everything as it was', async () => {
    const { pair, session, repair, by } = await offered()
    expect(await withdrawRepair(product.ports, repair.id, pair.pairing.mentorId)).toMatchObject({
      refused: 'not-yours',
    })
    expect(await withdrawRepair(product.ports, repair.id, by)).toMatchObject({ state: 'kept' })
    expect((await sessionNow(product, session)).declinedBy).toBeUndefined()
    expect(await chooseRepair(product.ports, repair.id, 0, by)).toMatchObject({ refused: 'no-longer-open' })
    await agrees(pair)
  })
})

describe('a week that is full of maybes', () => {
  /** Says maybe to everything in the week before and after, as Outlook keeps it: taken, but only tentatively. */
  async function fillTentatively({ pairing, sessions }: Booked): Promise<void> {
    const { state, keys, url } = product.tenant
    const { id, applicationPermissions } = state.apps.tab
    const token = await issueAppToken(state, keys, id, GRAPH, applicationPermissions)
    const day = (days: number) => {
      const at = new Date(sessions[0]!.startsAt.getTime() + days * 86_400_000)
      return { dateTime: `${at.toISOString().slice(0, 10)}T00:00:00`, timeZone: 'UTC' }
    }
    const response = await fetch(`${url}/graph/v1.0/users/${pairing.menteeId}/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ subject: 'Perhaps', showAs: 'tentative', start: day(-9), end: day(9) }),
    })
    expect(response.status).toBe(201)
  }

  async function tentativeIs(kept: 'busy' | 'free'): Promise<void> {
    const { store } = product.ports
    const cohort = (await store.cohorts.get(cohortId))!
    await store.cohorts.save({ ...cohort, scheduling: { ...cohort.scheduling, tentativeIs: kept } })
  }

  it('leaves no time where the program keeps maybes, and three where it does not; one of them is booked', async () => {
    const pair = nextPair()
    await fillTentatively(pair)
    const asked = await askForRepair(product.ports, pair.sessions[0]!.id, pair.pairing.menteeId)
    if (isRefused(asked)) throw new Error(asked.refused)
    expect(await runOnly(product, 'offer-repair')).toEqual([])
    expect(await repairOf(pair.sessions[0]!)).toMatchObject({ state: 'none', options: [] })

    await tentativeIs('free')
    try {
      const again = await askForRepair(product.ports, pair.sessions[0]!.id, pair.pairing.menteeId)
      if (isRefused(again)) throw new Error(again.refused)
      await runOnly(product, 'offer-repair')
      const repair = await repairOf(pair.sessions[0]!)
      expect(repair.options).toHaveLength(3)
      await chooseRepair(product.ports, repair.id, 0, pair.pairing.mentorId)
      expect(await runOnly(product, 'book-repair')).toEqual([])
      expect((await repairOf(pair.sessions[0]!)).state).toBe('booked')
      await agrees(pair)
    } finally {
      await tentativeIs('busy')
    }
  })

  it('offers no time at which one of the two has another Session of ours, answered or not', async () => {
    await tentativeIs('free')
    try {
      const { ports } = product
      const pair = nextPair()
      const session = pair.sessions[0]!
      const { repair } = await offeredFor(pair)
      // The same Mentor's other partner has a Session at the first of these times, and has not answered yet.
      const other = nextPair()
      await ports.store.pairings.save({ ...other.pairing, mentorId: pair.pairing.mentorId })
      const [startsAt, endsAt] = [new Date(repair.options[0]!.start), new Date(repair.options[0]!.end)]
      await ports.store.sessions.save({ ...other.sessions[0]!, startsAt, endsAt })
      await withdrawRepair(ports, repair.id, pair.pairing.menteeId)
      const { repair: again } = await offeredFor(pair)
      expect(again.options.length).toBeGreaterThan(0)
      expect(again.options.map(({ start }) => start)).not.toContain(repair.options[0]!.start)
      await withdrawRepair(ports, again.id, pair.pairing.menteeId)
      await ports.store.pairings.save(other.pairing)
      await ports.store.sessions.save(other.sessions[0]!)
      expect((await sessionNow(product, session)).startsAt).toEqual(session.startsAt)
    } finally {
      await tentativeIs('busy')
    }
  })
})

describe('one tap', () => {
  it('of either side moves the occurrence, keeps the date agreed first, and the other card says so', async () => {
    const { pair, session, repair, by } = await offered('mentee')
    await runOnly(product, 'deliver-notice')
    expect(await chooseRepair(product.ports, repair.id, 1, pair.pairing.mentorId)).toMatchObject({
      state: 'booking',
    })
    expect(await runOnly(product, 'book-repair')).toEqual([])
    const moved = await sessionNow(product, session)
    expect(moved.startsAt.toISOString()).toBe(new Date(repair.options[1]!.start).toISOString())
    expect(moved).toMatchObject({ movedFrom: session.startsAt, movedBy: by, state: 'planned' })
    expect([moved.declinedBy, moved.eventId]).toEqual([undefined, undefined])
    await agrees(pair)
    expect(keysInOutlook(product, pair)).toHaveLength(1)
    for (const id of [pair.pairing.mentorId, pair.pairing.menteeId]) {
      const [card] = await toldOf(product, id, 'repair')
      expect(card!.notice).toMatchObject({ kind: 'repair', state: 'booked', time: { start: moved.startsAt } })
    }
    expect(await runOnly(product, 'replace-notice')).toEqual([])
    await lookAtSeries(product.ports, pair.hold.id)
    expect(await sessionNow(product, session)).toEqual(moved)
  })

  it('of both at once books the first, and tells the second what was chosen', async () => {
    const { pair, session, repair } = await offered()
    const { mentorId, menteeId } = pair.pairing
    const taps = await Promise.all([
      chooseRepair(product.ports, repair.id, 0, mentorId),
      chooseRepair(product.ports, repair.id, 2, menteeId),
    ])
    expect(taps.filter(isRefused)).toMatchObject([{ refused: 'already-chosen' }])
    await Promise.allSettled([bookRepair(product.ports, repair.id), bookRepair(product.ports, repair.id)])
    expect(await runOnly(product, 'book-repair')).toEqual([])
    const { chosen } = await repairOf(session)
    const { startsAt } = await sessionNow(product, session)
    expect(startsAt).toEqual(new Date(repair.options[chosen!]!.start))
    await agrees(pair)
  })

  it('repeated changes nothing, and a stranger’s changes nothing either', async () => {
    const { pair, repair, by } = await offered()
    await chooseRepair(product.ports, repair.id, 0, by)
    await runOnly(product, 'book-repair')
    expect(await chooseRepair(product.ports, repair.id, 0, by)).toMatchObject({ state: 'booked' })
    const stranger = product.company.personas.communications
    expect(await chooseRepair(product.ports, repair.id, 1, stranger)).toMatchObject({ refused: 'not-yours' })
    expect(await runOnly(product, 'book-repair')).toEqual([])
    await agrees(pair)
  })
})

describe('a series that was deleted while another time was chosen', () => {
  it('has nothing moved or booked for it: first it is looked for twice, then the choice is void', async () => {
    const { pair, session, repair, by } = await offered()
    const { organizerId, eventId } = pair.hold.booking
    await product.ports.calendar.cancelMeeting({ organizerId, eventId }, 'No time')
    const before = product.tenant.state.log.length
    await chooseRepair(product.ports, repair.id, 0, by)
    const [unclear] = await runOnly(product, 'book-repair')
    expect(String(unclear)).toContain('does not list')
    const asked = product.tenant.state.log.slice(before)
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(await repairOf(session)).toMatchObject({ state: 'booking' })
    product.waiting.length = 0
    await lookAtMailbox(product.ports, organizerId)
    await product.advanceDays(5 / 1440)
    expect(await runOnly(product, 'look-at-mailbox')).toEqual([])
    expect(await product.ports.store.holds.get(pair.hold.id)).toMatchObject({ failure: 'deleted-in-outlook' })
    await bookRepair(product.ports, repair.id)
    expect(await repairOf(session)).toMatchObject({ state: 'expired' })
    expect(keysInOutlook(product, pair)).toEqual([])
  })
})

describe('an occurrence that cannot be moved', () => {
  /** Called off in Outlook: nothing is left of it to move. */
  async function cancelledOne() {
    const pair = nextPair()
    const session = pair.sessions[0]!
    const { organizerId, eventId } = pair.hold.booking
    cancelOccurrence(product.tenant.state, organizerId, eventId, session.startsAt.toISOString())
    await lookAtSeries(product.ports, pair.hold.id)
    await runOnly(product, 'offer-repair')
    return { pair, session, repair: await repairOf(session) }
  }

  it('becomes one event of its own, with the series’ own link', async () => {
    const { pair, session, repair } = await cancelledOne()
    await chooseRepair(product.ports, repair.id, 0, pair.pairing.mentorId)
    expect(await runOnly(product, 'book-repair')).toEqual([])
    const moved = await sessionNow(product, session)
    expect(moved).toMatchObject({ state: 'planned', movedFrom: session.startsAt })
    expect(moved.eventId).toBeDefined()
    expect(keysInOutlook(product, pair)).toEqual([`${pair.hold.id}.1`, `${pair.hold.id}.session-1.1`])
    await agrees(pair)
    await lookAtSeries(product.ports, pair.hold.id)
    expect(await sessionNow(product, session)).toEqual(moved)
  })

  it('and declined again moves that event, in a second round counted from the first date', async () => {
    const { pair, session, repair } = await cancelledOne()
    await chooseRepair(product.ports, repair.id, 0, pair.pairing.mentorId)
    await runOnly(product, 'book-repair')
    const asked = await askForRepair(product.ports, session.id, pair.pairing.menteeId)
    expect(asked).toMatchObject({ attempt: 2 })
    await runOnly(product, 'offer-repair')
    const second = await repairOf(session)
    for (const { start } of second.options)
      expect(Date.parse(start) - session.startsAt.getTime()).toBeLessThanOrEqual(7 * 86_400_000)
    if (second.state === 'open') {
      await chooseRepair(product.ports, second.id, 0, pair.pairing.menteeId)
      expect(await runOnly(product, 'book-repair')).toEqual([])
    }
    expect(keysInOutlook(product, pair)).toHaveLength(2)
    await agrees(pair)
  })

  it.each([
    ['the connection drops after the event was written', 'drop-after', undefined],
    ['Outlook says 504 after the event was written', 'error-after', 504],
    ['the connection drops before', 'drop-before', undefined],
    ['Outlook is busy', 'throttle', undefined],
  ] as const)('is booked once when %s', async (_name, kind, status) => {
    const { pair, session, repair } = await cancelledOne()
    await chooseRepair(product.ports, repair.id, 0, pair.pairing.mentorId)
    product.tenant.state.faults.push({
      service: 'graph',
      path: /^POST .*\/events$/,
      kind,
      times: 1,
      ...(status ? { status } : {}),
      retryAfterSeconds: 0,
    })
    let failures = await runOnly(product, 'book-repair')
    for (let again = 0; failures.length > 0 && again < 3; again++)
      failures = await bookRepair(product.ports, repair.id).then(
        () => [],
        (error: unknown) => [error],
      )
    expect(keysInOutlook(product, pair)).toEqual([`${pair.hold.id}.1`, `${pair.hold.id}.session-1.1`])
    expect((await repairOf(session)).state).toBe('booked')
    await agrees(pair)
  })
})

describe('a worker that dies', () => {
  it.each(['after Outlook moved it', 'after the record was begun'])(
    '%s leaves one event, and the next worker finishes',
    async (when) => {
      const { pair, session, repair, by } = await offered()
      await chooseRepair(product.ports, repair.id, 0, by)
      const { ports } = product
      const dying = {
        ...ports,
        calendar: {
          ...ports.calendar,
          async moveOccurrence(...given: Parameters<typeof ports.calendar.moveOccurrence>) {
            const done = await ports.calendar.moveOccurrence(...given)
            if (when === 'after Outlook moved it') throw new Error('killed')
            return done
          },
        },
        store: {
          ...ports.store,
          sessions: {
            ...ports.store.sessions,
            async save(one: Session) {
              await ports.store.sessions.save(one)
              throw new Error('killed')
            },
          },
        },
      }
      await expect(bookRepair(dying, repair.id)).rejects.toThrow('killed')
      expect((await sessionNow(product, session)).startsAt).toEqual(session.startsAt)
      expect(await runOnly(product, 'book-repair')).toEqual([])
      expect((await repairOf(session)).state).toBe('booked')
      expect(keysInOutlook(product, pair)).toHaveLength(1)
      await agrees(pair)
    },
  )
})

/** Every third boundary on the embedded database, the others on a server: together, each there is. */
const onServer = process.env['TEST_DATABASE_URL'] !== undefined
const isTried = (nth: number): boolean => (nth % 3 === 1) !== onServer

describe('a worker that is killed at every boundary there is', () => {
  it.each([
    ['moving an occurrence', false],
    ['booking an event of its own', true],
  ])(
    'leaves one event when %s, and the next worker finishes',
    async (_name, own) => {
      const pair = nextPair()
      const session = pair.sessions[0]!
      const { organizerId, eventId } = pair.hold.booking
      const { ports } = product
      if (own) {
        cancelOccurrence(product.tenant.state, organizerId, eventId, session.startsAt.toISOString())
        await lookAtSeries(ports, pair.hold.id)
      }
      const later = { ...ports, clock: { now: () => new Date(ports.clock.now().getTime() + 10_000) } }
      let boundaries = 0
      for (let nth = 1; ; nth += 1) {
        if (!isTried(nth)) continue
        const at = await sessionNow(product, session)
        // Nothing of the last round is left to move, so this round writes an event too.
        if (own && at.eventId) await ports.calendar.cancelMeeting({ organizerId, eventId: at.eventId }, '')
        const asked = await askForRepair(ports, session.id, pair.pairing.menteeId)
        if (isRefused(asked)) throw new Error(asked.refused)
        await runOnly(product, 'offer-repair')
        const repair = await repairOf(session)
        await chooseRepair(ports, repair.id, 0, pair.pairing.mentorId)
        product.waiting.length = 0
        const mayDie = mortal(ports, nth)
        await bookRepair(mayDie.ports, repair.id).catch(() => {})
        await ageClaims(product.database, 120_000)
        await bookRepair(later, repair.id)
        // Of the same times over and over: nobody would have refused all of these.
        await ports.store.repairs.save({ ...(await repairOf(session)), refused: [] })
        expect([nth, (await repairOf(session)).state]).toEqual([nth, 'booked'])
        await agrees(pair)
        const standing = [...product.tenant.state.events.values()].filter(
          ({ mailbox, transactionId }) =>
            mailbox === organizerId && transactionId?.startsWith(`${pair.hold.id}.`),
        )
        expect([nth, standing.length]).toEqual([nth, own ? 2 : 1])
        if (!mayDie.isDead()) break
        boundaries = nth
      }
      expect(boundaries).toBeGreaterThan(20)
    },
    300_000,
  )
})

describe('what changes meanwhile', () => {
  it('a time that was taken since is not booked: others are offered', async () => {
    const { pair, session, repair, by } = await offered()
    const { start, end } = repair.options[0]!
    const { ports } = product
    await chooseRepair(ports, repair.id, 0, by)
    const busy = { start: Date.parse(start), end: Date.parse(end) }
    const calendar = {
      ...ports.calendar,
      async availability(...given: Parameters<typeof ports.calendar.availability>) {
        const told = await ports.calendar.availability(...given)
        for (const [id, time] of told) if (time.known) told.set(id, { ...time, busy: [...time.busy, busy] })
        return told
      },
    }
    await bookRepair({ ...ports, calendar }, repair.id)
    const anew = await repairOf(session)
    expect(anew).toMatchObject({ id: repair.id, state: 'open' })
    const onOffer = openOptions(anew, ports.clock.now())
    expect(onOffer).toHaveLength(3)
    expect(onOffer.map((option) => option.start)).not.toContain(start)
    expect((await sessionNow(product, session)).startsAt).toEqual(session.startsAt)
    await agrees(pair)
  })

  it('a calendar nobody can read is never free: the Organizer hears of it', async () => {
    const pair = nextPair()
    const session = pair.sessions[0]!
    const { ports } = product
    const asked = await askForRepair(ports, session.id, pair.pairing.menteeId)
    if (isRefused(asked)) throw new Error(asked.refused)
    const calendar = {
      ...ports.calendar,
      availability: async (people: { id: string }[]) =>
        new Map(people.map(({ id }) => [id, { known: false, why: 'not-permitted' } as const])),
    }
    await offerRepair({ ...ports, calendar }, asked.id)
    expect((await repairOf(session)).state).toBe('none')
    const concerns = await ports.store.concerns.list(cohortId)
    expect(concerns).toContainEqual(
      expect.objectContaining({
        kind: 'no-repair-time',
        detail: { session: 1, why: 'calendar-unknown' },
      }),
    )
  })

  it('a Pairing that ended books nothing', async () => {
    const { pair, repair, by } = await offered()
    await chooseRepair(product.ports, repair.id, 0, by)
    await endPairing(product.ports, pair.pairing.id, by)
    await runOnly(product, 'book-repair', 'release-hold')
    expect((await product.ports.store.repairs.get(repair.id))!.state).toBe('expired')
    expect(await outlookOf(product, pair)).toEqual([])
  })

  it('a week without a choice closes the offer: the Session did not take place, and nobody is asked how it was', async () => {
    const pair = nextPair()
    const session = pair.sessions[0]!
    const eventId = pair.hold.booking.eventId
    declineOccurrence(product.tenant.state, pair.pairing.menteeId, eventId, session.startsAt.toISOString())
    await lookAtSeries(product.ports, pair.hold.id)
    await runOnly(product, 'offer-repair')
    const now = product.tenant.state.now
    product.tenant.state.now = () => new Date(session.startsAt.getTime() + 8 * 86_400_000)
    await closeOverdueRepairs(product.ports)
    await askCheckIns(product.ports)
    await lookAtSeries(product.ports, pair.hold.id)
    product.tenant.state.now = now
    expect((await repairOf(session)).state).toBe('expired')
    expect(await sessionNow(product, session)).toMatchObject({
      state: 'cancelled',
      startsAt: session.startsAt,
      declinedBy: pair.pairing.menteeId,
    })
    expect(await product.ports.store.checkIns.of(session.id)).toEqual([])
    for (const id of [pair.pairing.mentorId, pair.pairing.menteeId]) {
      const [card] = await toldOf(product, id, 'repair')
      expect(card!.notice).toMatchObject({ state: 'expired', next: { number: 2 } })
    }
  })

  it('nobody is asked how a Session was while another time for it is sought', async () => {
    const { session, repair } = await offered()
    const over = new Date(session.endsAt.getTime() + 60_000)
    const ports = { ...product.ports, clock: { now: () => over } }
    // Whenever the others of this file moved the clock, what was over by then was asked about.
    await ports.store.checkIns.forget(session.id)
    await askCheckIns(ports)
    expect(await ports.store.checkIns.of(session.id)).toEqual([])
    await ports.store.repairs.save({ ...repair, state: 'expired' })
    await askCheckIns(ports)
    expect(await ports.store.checkIns.of(session.id)).toHaveLength(2)
  })
})
