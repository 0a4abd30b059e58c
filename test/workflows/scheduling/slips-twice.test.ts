/** A date that slips, and slips again: what stands is said, what was refused stays refused, and nobody is left waiting in silence. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { overlaps } from '../../../bot/domain/scheduling/interval.ts'
import {
  intervalOf,
  openOptions,
  type Repair,
  repairWithinDays,
  standsAt,
} from '../../../bot/domain/scheduling/repair/repair.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'
import { wallClock } from '../../../bot/domain/scheduling/zone-offset.ts'
import { askCheckIns } from '../../../bot/workflows/meeting/ask-check-ins.ts'
import { climbLadder } from '../../../bot/workflows/meeting/escalate-stalls.ts'
import { recordCheckIn } from '../../../bot/workflows/meeting/record-check-in.ts'
import { nameDelegate } from '../../../bot/workflows/program/assist.ts'
import {
  askForAnotherTime,
  askForRepair,
  withdrawRepair,
} from '../../../bot/workflows/scheduling/repair/ask-for-repair.ts'
import { refuseAsAssistant } from '../../../bot/workflows/scheduling/repair/assisted-repair.ts'
import { chooseRepair } from '../../../bot/workflows/scheduling/repair/book-repair.ts'
import { refuseTimes } from '../../../bot/workflows/scheduling/repair/refuse-times.ts'
import {
  closeOverdueRepairs,
  dropPassedTimes,
  remindOfRepairs,
} from '../../../bot/workflows/scheduling/repair/tend-repairs.ts'
import { type Booked, bookedProduct, outlookOf, runOnly, sessionNow, toldOf } from '../../support/keeping.ts'

const day = 86_400_000

let product: Awaited<ReturnType<typeof bookedProduct>>['product']
let booked: Booked[]
let began: Date

beforeAll(async () => {
  ;({ product, booked } = await bookedProduct({ people: 240, mentors: 20, mentees: 12 }))
  began = product.tenant.state.now()
})
afterAll(() => product.close())
beforeEach(() => itIs(began))

const itIs = (at: Date) => {
  product.tenant.state.now = () => at
}
const daysBefore = ({ startsAt }: Session, days: number) => new Date(startsAt.getTime() - days * day)
const daysAfter = ({ endsAt }: Session, days: number) => new Date(endsAt.getTime() + days * day)

const latest = async ({ id }: Session): Promise<Repair> =>
  (await product.ports.store.repairs.ofSession(id)).at(-1)!
const onOffer = async (session: Session) => openOptions(await latest(session), product.ports.clock.now())
const timesOn = async (session: Session) => (await onOffer(session)).map(intervalOf)

function good<T>(done: T): Exclude<T, { refused: string }> {
  if (isRefused(done)) throw new Error(done.refused)
  return done as Exclude<T, { refused: string }>
}

/** A pair whose first Session is called into question ten days ahead. */
async function asked(by: 'mentorId' | 'menteeId' = 'menteeId') {
  const pair = booked.shift()!
  const session = pair.sessions[0]!
  const later = pair.sessions[1]!
  itIs(daysBefore(later, 10))
  good(await askForRepair(product.ports, later.id, pair.pairing[by]))
  await runOnly(product, 'offer-repair')
  return { pair, session: later, first: session, ...pair.pairing }
}

const cardsOf = async (personId: string, { id }: Repair) =>
  (await toldOf(product, personId, 'repair')).flatMap(({ notice, key }) =>
    notice.kind === 'repair' && notice.repairId === id ? [{ key, notice }] : [],
  )

describe('a Session that was moved and slips again', () => {
  it('is spoken of as it stands now, and neither time that somebody refused comes back', async () => {
    const { session, mentorId, menteeId } = await asked('mentorId')
    good(await chooseRepair(product.ports, (await latest(session)).id, 0, menteeId))
    await runOnly(product, 'book-repair')
    const moved = await sessionNow(product, session)
    expect(moved.startsAt).not.toEqual(session.startsAt)

    good(await askForRepair(product.ports, session.id, menteeId))
    await runOnly(product, 'offer-repair')
    const offered = await timesOn(session)
    expect(offered.length).toBeGreaterThan(0)
    for (const no of [standsAt(session), standsAt(moved)])
      expect(offered.filter((one) => overlaps(one, no))).toEqual([])
    for (const id of [mentorId, menteeId]) {
      const [card] = await cardsOf(id, await latest(session))
      expect(card!.notice).toMatchObject({
        stands: { start: moved.startsAt, end: moved.endsAt },
        iAsked: id === menteeId,
      })
    }
  })
})

describe('“None of these” and “another day”', () => {
  it('bring others, whoever says it, and never one of those again', async () => {
    const { session, mentorId, menteeId } = await asked()
    const refused = [standsAt(session)]
    for (const by of [mentorId, menteeId]) {
      const offered = await onOffer(session)
      if (offered.length === 0) break
      const seen = offered.map(({ option }) => option)
      good(await refuseTimes(product.ports, (await latest(session)).id, { what: 'times', seen }, by))
      refused.push(...offered.map(intervalOf))
      await runOnly(product, 'offer-repair')
      expect((await timesOn(session)).filter((one) => refused.some((no) => overlaps(one, no)))).toEqual([])
    }
    expect(refused.length).toBeGreaterThan(3)
  })

  it('a day that was refused is out as a whole, and when none is left the Organizer knows', async () => {
    const { session, mentorId, pair } = await asked()
    const { timeZone } = (await product.ports.store.participants.of(pair.pairing.cohortId, mentorId))!
    const days = new Set<number>()
    for (let again = 0; again < 5 && (await latest(session)).state === 'open'; again += 1) {
      const offered = await onOffer(session)
      for (const { start } of offered) days.add(wallClock(timeZone, Date.parse(start)).day)
      const seen = offered.map(({ option }) => option)
      good(await refuseTimes(product.ports, (await latest(session)).id, { what: 'days', seen }, mentorId))
      await runOnly(product, 'offer-repair')
      for (const { start } of await onOffer(session))
        expect(days).not.toContain(wallClock(timeZone, Date.parse(start)).day)
    }
    expect((await latest(session)).state).toBe('none')
    expect(days.size).toBeGreaterThan(1)
  })

  it('pressed twice refuses once; somebody else refuses nothing', async () => {
    const { session, mentorId } = await asked()
    const { id } = await latest(session)
    const seen = (await onOffer(session)).map(({ option }) => option)
    const stranger = booked[0]!.pairing.mentorId
    expect(await refuseTimes(product.ports, id, { what: 'times', seen }, stranger)).toMatchObject({
      refused: 'not-yours',
    })
    good(await refuseTimes(product.ports, id, { what: 'times', seen }, mentorId))
    await runOnly(product, 'offer-repair')
    const fresh = await onOffer(session)
    expect(await refuseTimes(product.ports, id, { what: 'times', seen }, mentorId)).toMatchObject({
      refused: 'no-longer-open',
    })
    expect(await onOffer(session)).toEqual(fresh)
    expect(await chooseRepair(product.ports, id, seen[0]!, mentorId)).toMatchObject({
      refused: 'no-longer-open',
    })
  })
})

describe('nobody chooses', () => {
  it('both and the assistant hear of it after two days and the day before, and every card says what came of it', async () => {
    const { session, mentorId, menteeId } = await asked()
    const assistant = product.company.personas.communications
    good(await nameDelegate(product.ports, menteeId, assistant))
    const { id } = await latest(session)
    const reminders = async (personId: string) =>
      (await cardsOf(personId, await latest(session))).flatMap(({ notice }) => notice.reminder ?? [])

    itIs(daysBefore(session, 9))
    await remindOfRepairs(product.ports)
    expect(await reminders(menteeId)).toEqual([])
    itIs(daysBefore(session, 7.9))
    await remindOfRepairs(product.ports)
    await remindOfRepairs(product.ports)
    for (const who of [mentorId, menteeId]) expect(await reminders(who)).toEqual(['again'])
    itIs(daysBefore(session, 0.9))
    await remindOfRepairs(product.ports)
    await remindOfRepairs(product.ports)
    for (const who of [mentorId, menteeId])
      expect((await reminders(who)).sort()).toEqual(['again', 'day-before'])
    const told = await toldOf(product, assistant, 'assisted-repair')
    expect(told.map(({ notice }) => notice.kind === 'assisted-repair' && notice.reminder).sort()).toEqual([
      'again',
      'day-before',
    ])

    // The assistant may say no to them for the leader, and nobody else who is none of the two.
    const before = await onOffer(session)
    const no = { what: 'times' as const, seen: before.map(({ option }) => option) }
    expect(await refuseAsAssistant(product.ports, id, no, product.company.personas.organizer)).toMatchObject({
      refused: 'not-found',
    })
    good(await refuseAsAssistant(product.ports, id, no, assistant))
    await runOnly(product, 'offer-repair')
    const after = await onOffer(session)
    expect(after.length).toBeGreaterThan(0)
    const isSame = (one: (typeof before)[number]) => after.some(({ start }) => start === one.start)
    expect(before.filter(isSame)).toEqual([])

    const [option] = after
    good(await chooseRepair(product.ports, id, option!.option, mentorId))
    await runOnly(product, 'book-repair')
    for (const who of [mentorId, menteeId]) {
      const states = (await cardsOf(who, await latest(session))).map(({ notice }) => notice.state)
      expect(states).toEqual(['booked', 'booked', 'booked'])
    }
  })

  it('what passes is not offered any more, others are sought, and in the end it did not take place', async () => {
    const { pair, session, mentorId, menteeId } = await asked()
    const [soonest] = await onOffer(session)
    itIs(new Date(Date.parse(soonest!.start) + 60_000))
    await dropPassedTimes(product.ports)
    await runOnly(product, 'offer-repair')
    const left = await onOffer(session)
    for (const { start } of left) expect(Date.parse(start)).toBeGreaterThan(Date.parse(soonest!.start))
    for (const who of [mentorId, menteeId]) {
      const [card] = await cardsOf(who, await latest(session))
      expect(card!.notice.options.map(({ option }) => option)).toEqual(left.map(({ option }) => option))
    }
    // Neither a question nor a nudge, as long as a time is looked for.
    await askCheckIns(product.ports)
    await climbLadder(product.ports)
    expect(await product.ports.store.checkIns.of(session.id)).toEqual([])

    itIs(new Date(session.startsAt.getTime() + repairWithinDays * day + 60_000))
    await closeOverdueRepairs(product.ports)
    await askCheckIns(product.ports)
    expect(await product.ports.store.checkIns.of(session.id)).toEqual([])
    expect(await sessionNow(product, session)).toMatchObject({ state: 'cancelled', declinedBy: menteeId })
    const next = pair.sessions[2]!
    for (const who of [mentorId, menteeId]) {
      const [card] = await cardsOf(who, await latest(session))
      expect(card!.notice).toMatchObject({
        ...{ state: 'expired', options: [], mayWithdraw: false },
        next: { number: next.number, start: next.startsAt },
      })
    }
  })
})

describe('taken back', () => {
  it('while times are sought, nobody but who asked has heard of it', async () => {
    const pair = booked.shift()!
    const session = pair.sessions[0]!
    const { mentorId, menteeId } = pair.pairing
    const repair = good(await askForRepair(product.ports, session.id, menteeId))
    expect((await cardsOf(menteeId, repair)).map(({ notice }) => notice.state)).toEqual(['looking'])
    good(await withdrawRepair(product.ports, repair.id, menteeId))
    await runOnly(product, 'offer-repair')
    expect((await cardsOf(menteeId, repair)).map(({ notice }) => notice.state)).toEqual(['kept'])
    expect(await cardsOf(mentorId, repair)).toEqual([])
    expect((await latest(session)).refused).toEqual([])
  })
})

describe('“No, we did not meet”', () => {
  it('finds another time, which is asked about anew; who says they met cannot ask', async () => {
    const pair = booked.shift()!
    const session = pair.sessions[0]!
    const { mentorId, menteeId } = pair.pairing
    itIs(daysAfter(session, 0.1))
    await askCheckIns(product.ports)
    await recordCheckIn(product.ports, session.id, menteeId, { held: true, worth: 4, obstacle: 'nothing' })
    expect(await askForAnotherTime(product.ports, session.id, menteeId)).toMatchObject({
      refused: 'session-over',
    })
    await recordCheckIn(product.ports, session.id, menteeId, { held: false, obstacle: 'time' })
    const repair = good(await askForAnotherTime(product.ports, session.id, menteeId))
    await runOnly(product, 'offer-repair')
    const [option] = await onOffer(session)
    good(await chooseRepair(product.ports, repair.id, option!.option, mentorId))
    expect(await runOnly(product, 'book-repair')).toEqual([])
    const moved = await sessionNow(product, session)
    expect(moved).toMatchObject({
      state: 'planned',
      startsAt: new Date(option!.start),
      movedFrom: session.startsAt,
    })
    expect(await outlookOf(product, pair)).toContain(moved.startsAt.toISOString())
    expect(await product.ports.store.checkIns.of(session.id)).toEqual([])
    itIs(daysAfter(moved, 0.1))
    await askCheckIns(product.ports)
    expect(await product.ports.store.checkIns.of(session.id)).toHaveLength(2)
    for (const who of [mentorId, menteeId]) {
      const questions = (await toldOf(product, who, 'check-in')).flatMap(({ notice }) =>
        notice.kind === 'check-in' && notice.sessionId === session.id ? [notice.startedAt] : [],
      )
      expect(questions).toEqual([moved.startsAt, session.startsAt])
    }
  })
})
