/** Both hear of a Session the working day before, once; of one that moved, at its new time; of none that is in question or off. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'
import { addAction } from '../../../bot/workflows/meeting/actions.ts'
import { doMoments, planMoments } from '../../../bot/workflows/meeting/keep-moments.ts'
import { askForRepair } from '../../../bot/workflows/scheduling/repair/ask-for-repair.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

const hour = 3_600_000
let product: Awaited<ReturnType<typeof startProduct>>
let pairings: Pairing[]
beforeAll(async () => {
  product = await startProduct()
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  pairings = await product.ports.store.pairings.list(cohortId, ['active'])
})
afterAll(() => product.close())

const store = () => product.ports.store
const first = async ({ id }: Pairing) => (await store().sessions.ofPairing(id))[0]!
const toldOf = async ({ id, mentorId, menteeId }: Pairing) => {
  const told = []
  for (const personId of [mentorId, menteeId])
    for (const { notice } of await store().notices.ofPerson(personId))
      if (notice.kind === 'session-ahead' && notice.pairingId === id) told.push({ ...notice, personId })
  return told
}
async function at(instant: Date): Promise<void> {
  await product.tenant.advanceTo(instant)
  await planMoments(product.ports)
  await doMoments(product.ports)
}
const plus = (instant: Date, hours: number) => new Date(instant.getTime() + hours * hour)
/** To the Monday or Thursday after the earliest of all, at ten. */
async function moveTo(session: Session, weekday: number): Promise<Session> {
  const day = new Date(`${session.startsAt.toISOString().slice(0, 10)}T10:00:00Z`)
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() !== weekday)
  const moved = { ...session, startsAt: day, endsAt: plus(day, 1) }
  await store().sessions.save(moved)
  return moved
}

describe('the day before a Session', () => {
  it('both hear once when it is, what it is about and how to join; the Mentor what to bring', async () => {
    const pair = pairings[0]!
    const { startsAt } = await moveTo(await first(pair), 4)
    await at(plus(startsAt, -25))
    expect(await toldOf(pair)).toEqual([])
    for (const text of ['Try it', 'Read it'])
      await addAction(product.ports, pair.id, pair.mentorId, { text, ownerId: pair.menteeId })
    await at(plus(startsAt, -23))
    await at(plus(startsAt, -22))
    const told = await toldOf(pair)
    expect(told.map(({ personId, mySide }) => [personId, mySide])).toEqual([
      [pair.mentorId, 'mentor'],
      [pair.menteeId, 'mentee'],
    ])
    for (const card of told)
      expect(card).toMatchObject({
        start: startsAt,
        theme: 'who-we-are',
        openActions: 2,
        joinUrl: expect.any(String),
      })
  })

  it('which of a Monday is the Friday', async () => {
    const pair = pairings[1]!
    const { startsAt } = await moveTo((await store().sessions.ofPairing(pair.id))[1]!, 1)
    await at(plus(startsAt, -3 * 24 - 1))
    const before = (await toldOf(pair)).filter(({ start }) => start.getTime() === startsAt.getTime())
    expect(before).toEqual([])
    await at(plus(startsAt, -3 * 24 + 1))
    const told = (await toldOf(pair)).filter(({ start }) => start.getTime() === startsAt.getTime())
    expect(told).toHaveLength(2)
  })

  it('a Session that moves after that is told again, at its new time', async () => {
    const pair = pairings[2]!
    const session = (await store().sessions.ofPairing(pair.id)).find(
      ({ startsAt }) => startsAt > plus(product.ports.clock.now(), 48),
    )!
    const once = await moveTo(session, 4)
    await at(plus(once.startsAt, -20))
    const again = await moveTo(once, 4)
    await at(plus(again.startsAt, -20))
    const starts = (await toldOf(pair)).map(({ start }) => start.getTime())
    for (const { startsAt } of [once, again])
      expect(starts.filter((start) => start === startsAt.getTime())).toHaveLength(2)
  })

  it('nobody hears of one for which another time is looked for, nor of one that is over', async () => {
    const pair = pairings[3]!
    const session = (await store().sessions.ofPairing(pair.id)).find(
      ({ startsAt }) => startsAt > plus(product.ports.clock.now(), 48),
    )!
    await askForRepair(product.ports, session.id, pair.menteeId)
    await at(plus(session.startsAt, -20))
    const told = (await toldOf(pair)).filter(({ start }) => start.getTime() === session.startsAt.getTime())
    expect(told).toEqual([])
  })
})
