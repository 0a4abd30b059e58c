/** A speed meeting from plan to ratings, in the demo tenant, with the real engine, store, calendar and bot. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isRefused } from '../../../bot/domain/refusal.ts'
import {
  endOfEvent,
  roundTime,
  type SpeedEvent,
  type SpeedMeeting,
} from '../../../bot/domain/speed/speed-event.ts'
import { checkPairs } from '../../../bot/engine/check.ts'
import { judgeOf } from '../../../bot/engine/judge.ts'
import { loadForEngine, loadMatching } from '../../../bot/workflows/pairing/matching-input.ts'
import {
  cancelSpeedEvent,
  planSpeedEvent,
  publishSpeedEvent,
  replanSpeedEvent,
  type SpeedPlan,
} from '../../../bot/workflows/speed/plan-speed-event.ts'
import { runSpeedRounds } from '../../../bot/workflows/speed/run-speed-rounds.ts'
import { settleSpeedEvent } from '../../../bot/workflows/speed/settle-speed-event.ts'
import { mySpeedEvent, rateSpeedMeeting } from '../../../bot/workflows/speed/speed-meetings.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import { ageClaims } from '../../support/leases.ts'
import { mortal } from '../../support/mortal.ts'
import { approveNow, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let cohortId: string
let organizer: string
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  organizer = product.company.personas.organizer
})
afterAll(() => product.close())

const minutes = (count: number) => count * 60_000
const at = (time: Date) => product.tenant.advanceTo(time)

function aPlan(change: Partial<SpeedPlan> = {}): SpeedPlan {
  const startsAt = new Date(product.ports.clock.now().getTime() + minutes(60 * 24))
  return { name: 'First meeting', startsAt, rounds: 4, roundMinutes: 7, ...change }
}

async function planned(change: Partial<SpeedPlan> = {}): Promise<SpeedEvent> {
  const answer = await planSpeedEvent(product.ports, cohortId, aPlan(change), organizer)
  if (isRefused(answer)) throw new Error(answer.refused)
  return (await product.ports.store.speed.get(answer.id))!
}

async function published(change: Partial<SpeedPlan> = {}): Promise<SpeedEvent> {
  const { id } = await planned(change)
  expect(await publishSpeedEvent(product.ports, id, organizer)).toEqual({ ok: true })
  // Nobody listens here to whom Graph could tell of changes.
  const heard = product.waiting.filter(({ name }) => name !== 'tend-watches')
  product.waiting.splice(0, product.waiting.length, ...heard)
  expect(await product.runJobs()).toEqual([])
  return (await product.ports.store.speed.get(id))!
}

const meetingsOf = ({ id }: SpeedEvent) => product.ports.store.speed.meetings(id)
const inOutlook = ({ id }: SpeedEvent) =>
  [...product.tenant.state.events.values()].filter((event) => event.transactionId === `speed.${id}`)
const cardsOf = async (personId: string, { id }: SpeedEvent) =>
  (await product.ports.store.notices.ofPerson(personId)).filter(
    ({ notice }) => notice.kind === 'speed-round' && notice.eventId === id,
  )

/** Called off, so that the next test may bring the same people together again. */
async function over(event: SpeedEvent) {
  await cancelSpeedEvent(product.ports, event.id, organizer)
  await product.runJobs()
}

describe('planning', () => {
  it('brings nobody together whom a rule keeps apart, and nobody twice', async () => {
    const event = await planned({ rounds: 6 })
    const meetings = await meetingsOf(event)
    expect(meetings.length).toBeGreaterThan(10)
    const { input } = await loadMatching(product.ports, cohortId, { seed: 1, objective: 'best-total' })
    const roomy = { ...input, participants: input.participants.map((one) => ({ ...one, capacity: 4 })) }
    const pairs = meetings.map(({ mentorId, menteeId }): [string, string] => [mentorId, menteeId])
    expect(checkPairs(roomy, pairs).filter(({ rule }) => rule !== 'capacity')).toEqual([])
  })

  it('can be done anew with other times until it is published', async () => {
    const event = await planned()
    const startsAt = new Date(event.startsAt.getTime() + minutes(30))
    await replanSpeedEvent(product.ports, event.id, aPlan({ startsAt, rounds: 2 }), organizer)
    expect(await product.ports.store.speed.get(event.id)).toMatchObject({ startsAt, rounds: 2 })
    expect(new Set((await meetingsOf(event)).map(({ round }) => round))).toEqual(new Set([1, 2]))
    await publishSpeedEvent(product.ports, event.id, organizer)
    expect(await replanSpeedEvent(product.ports, event.id, aPlan(), organizer)).toMatchObject({
      refused: 'already-published',
    })
    await product.runJobs()
    await over(event)
  })

  it('is refused for a time that is over', async () => {
    const startsAt = new Date(product.ports.clock.now().getTime() - minutes(1))
    expect(await planSpeedEvent(product.ports, cohortId, aPlan({ startsAt }), organizer)).toMatchObject({
      refused: 'date-in-the-past',
    })
  })

  it('is not published with a pair that the Organizer forbade since: the plan is made anew first', async () => {
    const event = await planned()
    const [{ mentorId, menteeId } = {} as SpeedMeeting] = await meetingsOf(event)
    await product.ports.store.wishes.set({ cohortId, mentorId, menteeId, kind: 'forbid' })
    expect(await publishSpeedEvent(product.ports, event.id, organizer)).toMatchObject({
      refused: 'plan-outdated',
    })
    expect(await product.ports.store.speed.get(event.id)).toMatchObject({ state: 'drafted' })
    expect(
      (await meetingsOf(event)).some((one) => one.mentorId === mentorId && one.menteeId === menteeId),
    ).toBe(false)
    expect(await publishSpeedEvent(product.ports, event.id, organizer)).toEqual({ ok: true })
    await product.runJobs()
    await product.ports.store.wishes.clear(cohortId, mentorId, menteeId)
    await over(event)
  })
})

describe('publishing', () => {
  it('invites everybody to one Outlook event with a Teams link', async () => {
    const event = await published()
    const people = new Set((await meetingsOf(event)).flatMap((one) => [one.mentorId, one.menteeId]))
    const [invitation, ...more] = inOutlook(event)
    expect(more).toEqual([])
    expect(invitation!.mailbox).toBe(organizer)
    expect((invitation!.resource.attendees as unknown[]).length).toBe(people.size)
    expect(event.booking?.joinUrl).toContain('https://teams.microsoft.com/')
    await over(event)
  })

  it('makes one event, however often it is pressed, run again, or interrupted before it was written down', async () => {
    const event = await published()
    const { booking: _, ...forgotten } = event
    await product.ports.store.speed.save(forgotten)
    await publishSpeedEvent(product.ports, event.id, organizer)
    await tick({
      ...product.ports,
      clock: { now: () => new Date(product.ports.clock.now().getTime() + minutes(5)) },
    })
    expect(await product.runJobs(2)).toEqual([])
    expect(inOutlook(event)).toHaveLength(1)
    expect(await product.ports.store.speed.get(event.id)).toMatchObject({ booking: event.booking })
    await over(event)
  })

  it('says that Outlook refused, and asks again when the Organizer does', async () => {
    const { id } = await planned()
    await publishSpeedEvent(product.ports, id, organizer)
    product.waiting.length = 0
    const refusing = {
      ...product.ports,
      calendar: {
        ...product.ports.calendar,
        bookMeeting: () =>
          Promise.reject(Object.assign(new Error('no'), { name: 'CalendarRefused', code: 'no-mailbox' })),
      },
    }
    await settleSpeedEvent(refusing, id)
    expect(await product.ports.store.speed.get(id)).toMatchObject({
      state: 'published',
      failure: 'no-mailbox',
    })
    await publishSpeedEvent(product.ports, id, organizer)
    await product.runJobs()
    const event = (await product.ports.store.speed.get(id))!
    expect(event.failure).toBeUndefined()
    expect(inOutlook(event)).toHaveLength(1)
    await over(event)
  })

  it('called off, it leaves everybody’s calendar, also when nobody had written down where it is', async () => {
    const event = await published()
    const { booking: _, ...forgotten } = event
    await product.ports.store.speed.save(forgotten)
    await cancelSpeedEvent(product.ports, event.id, organizer)
    expect(await product.runJobs()).toEqual([])
    const left = await product.ports.calendar.find({ key: `speed.${event.id}`, organizer: { id: organizer } })
    expect(left).toBeUndefined()
  })
})

describe('a worker that is killed at every boundary there is', () => {
  it('leaves one event while it invites, and none while it calls off; the next worker finishes', async () => {
    const { ports } = product
    const later = { ...ports, clock: { now: () => new Date(ports.clock.now().getTime() + 10_000) } }
    const killedAt = async (id: string, nth: number) => {
      const mayDie = mortal(ports, nth)
      await settleSpeedEvent(mayDie.ports, id).catch(() => {})
      await ageClaims(product.database, 120_000)
      await settleSpeedEvent(later, id)
      return mayDie.isDead()
    }
    let boundaries = 0
    for (let nth = 1, died = true; died; nth += 1) {
      const event = await planned({ name: `Killed ${nth}` })
      expect(await publishSpeedEvent(ports, event.id, organizer)).toEqual({ ok: true })
      died = await killedAt(event.id, nth)
      const [standing, ...more] = inOutlook(event)
      expect([nth, more.length]).toEqual([nth, 0])
      const booked = (await ports.store.speed.get(event.id))!
      expect([nth, booked.booking?.eventId.slice(4)]).toEqual([nth, standing!.id.slice(4)])
      await cancelSpeedEvent(ports, event.id, organizer)
      died = (await killedAt(event.id, nth)) || died
      expect([nth, inOutlook(event).length]).toEqual([nth, 0])
      boundaries = nth
    }
    product.waiting.length = 0
    expect(boundaries).toBeGreaterThan(10)
  }, 240_000)
})

describe('the rounds', () => {
  it('begin by the clock: one card a person and a round, to whatever instance comes first, and once', async () => {
    const event = await published({ rounds: 3 })
    const meetings = await meetingsOf(event)
    const { mentorId, menteeId } = meetings.find(({ round }) => round === 1)!
    await at(new Date(event.startsAt.getTime() - minutes(3)))
    await runSpeedRounds(product.ports, product.ports.clock.now())
    expect(await cardsOf(mentorId, event)).toEqual([])

    await at(event.startsAt)
    await Promise.all([tick(product.ports), tick(product.ports)])
    await tick(product.ports)
    const [card, ...more] = await cardsOf(mentorId, event)
    expect(more).toEqual([])
    expect(card!.notice).toMatchObject({
      round: 1,
      of: 3,
      startsAt: event.startsAt,
      partner: { id: menteeId },
      iCall: true,
      joinUrl: event.booking!.joinUrl,
    })
    expect((await cardsOf(menteeId, event))[0]!.notice).toMatchObject({
      partner: { id: mentorId },
      iCall: false,
    })

    await at(roundTime(event, 3).start)
    await tick(product.ports)
    for (const personId of [mentorId, menteeId]) {
      const rounds = (await cardsOf(personId, event)).map(({ notice }) => (notice as { round: number }).round)
      const mine = meetings.filter((one) => one.mentorId === personId || one.menteeId === personId)
      expect(new Set(rounds).size).toBe(rounds.length)
      for (const { round } of mine) expect(rounds).toContain(round)
    }
    expect(await product.ports.store.speed.get(event.id)).toMatchObject({ state: 'published' })
    await at(endOfEvent(event))
    await tick(product.ports)
    expect(await product.ports.store.speed.get(event.id)).toMatchObject({ state: 'over' })
    product.waiting.length = 0
  })

  it('are a pause to who said "not with this person" since, and stay as they were to the other', async () => {
    const event = await published({ rounds: 2 })
    const [first] = (await meetingsOf(event)).filter(({ round }) => round === 1)
    const { mentorId, menteeId } = first!
    await product.ports.store.participants.block(mentorId, menteeId)
    await at(event.startsAt)
    await tick(product.ports)
    const partnerOf = async (personId: string) =>
      (await mySpeedEvent(product.ports, personId))!.rounds[0]!.partner?.id
    const cardOf = async (personId: string) =>
      (await cardsOf(personId, event)).map(({ notice }) =>
        'partner' in notice ? notice.partner?.id : undefined,
      )
    expect(await partnerOf(mentorId)).toBeUndefined()
    expect((await cardOf(mentorId)).every((partner) => partner === undefined)).toBe(true)
    expect(await partnerOf(menteeId)).toBe(mentorId)
    expect(await cardOf(menteeId)).toContain(mentorId)
    product.waiting.length = 0
    await at(endOfEvent(event))
    await tick(product.ports)
  })
})

describe('ratings', () => {
  let event: SpeedEvent
  let met: SpeedMeeting
  beforeAll(async () => {
    event = await published({ rounds: 2 })
    met = (await meetingsOf(event)).find(({ round }) => round === 1)!
  })

  it('wait for the round, are for those who met, and from 1 to 10', async () => {
    const rate = (from: string, to: string, rating: number) =>
      rateSpeedMeeting(product.ports, event.id, { from, to, rating })
    expect(await rate(met.mentorId, met.menteeId, 8)).toMatchObject({ refused: 'round-not-begun' })
    await at(roundTime(event, 1).start)
    expect(await rate(met.mentorId, organizer, 8)).toMatchObject({ refused: 'not-yours' })
    expect(await rate(organizer, met.menteeId, 8)).toMatchObject({ refused: 'not-yours' })
    expect(await rate(met.mentorId, met.menteeId, 11)).toMatchObject({ refused: 'rating-out-of-range' })
    expect(await rate(met.mentorId, met.menteeId, 8)).toMatchObject({ ok: true })
  })

  it('are replaced by a later answer, also days after', async () => {
    await at(new Date(endOfEvent(event).getTime() + minutes(60 * 24 * 3)))
    await tick(product.ports)
    const change = { from: met.mentorId, to: met.menteeId, rating: 3 }
    expect(await rateSpeedMeeting(product.ports, event.id, change)).toMatchObject({ ok: true })
    const mine = await mySpeedEvent(product.ports, met.mentorId)
    expect(mine!.rounds[0]).toMatchObject({ partner: { id: met.menteeId }, rating: 3 })
    const theirs = await mySpeedEvent(product.ports, met.menteeId)
    expect(JSON.stringify(theirs)).not.toContain('"rating"')
  })

  it('count when pairs are made, for or against a pair', async () => {
    const [liked, disliked] = await meetingsOf(event)
    const say = (one: SpeedMeeting, rating: number) =>
      Promise.all([
        rateSpeedMeeting(product.ports, event.id, { from: one.mentorId, to: one.menteeId, rating }),
        rateSpeedMeeting(product.ports, event.id, { from: one.menteeId, to: one.mentorId, rating }),
      ])
    const scores = async () => {
      const { input } = await loadForEngine(product.ports, cohortId, { seed: 1, objective: 'best-total' })
      const judge = judgeOf(input)
      return [liked!, disliked!].map((one) => {
        const judged = judge(one.mentorId, one.menteeId)
        return isRefused(judged) ? judged.refused : judged.score
      }) as [number, number]
    }
    await say(liked!, 5)
    await say(disliked!, 5)
    const before = await scores()
    await say(liked!, 10)
    await say(disliked!, 2)
    const after = await scores()
    expect(after[0]).toBeGreaterThan(before[0])
    expect(after[1]).toBeLessThan(before[1])
    product.waiting.length = 0
    expect((await proposeAll(product, cohortId)).length).toBeGreaterThan(0)
  })
})

describe('once pairs are made', () => {
  it('the reason is that one side has nobody left, not the rules, and a rule is still named as one', async () => {
    const { store } = product.ports
    await proposeAll(product, cohortId)
    await approveNow(product, cohortId, 'all')
    const paired = new Set((await store.pairings.list(cohortId, ['approved'])).map((one) => one.menteeId))
    const mentees = (await store.participants.list(cohortId)).filter(({ side }) => side === 'mentee')
    const alone = mentees.filter((one) => !paired.has(one.personId) && one.state === 'approved')
    for (const one of alone) await store.participants.save({ ...one, state: 'waitlisted' } as typeof one)
    expect(await planSpeedEvent(product.ports, cohortId, aPlan(), organizer)).toEqual({
      refused: 'nobody-left-to-meet',
    })
    // Nobody of that side has a partner: whoever waits there is to be accepted.
    for (const one of mentees) await store.participants.save({ ...one, state: 'waitlisted' } as typeof one)
    expect(await planSpeedEvent(product.ports, cohortId, aPlan(), organizer)).toEqual({
      refused: 'nobody-may-meet',
    })
  })
})
