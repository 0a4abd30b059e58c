/** A plan that changes while Sessions stand in calendars asks before it moves them; and the stage follows what happened. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { followStages } from '../../../bot/workflows/program/follow-stage.ts'
import { updateCohort } from '../../../bot/workflows/program/set-up-cohort.ts'
import { cohortDaysOff, moveOffDaysOff } from '../../../bot/workflows/scheduling/days-off.ts'
import {
  aPlan,
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let cohortId: string
beforeAll(async () => {
  product = await startProduct({ people: 200, mentors: 8, mentees: 5 })
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
})
afterAll(() => product.close())

const save = async (change: Parameters<typeof aPlan>[1], moveBooked = false) => {
  const { organizer, sponsor } = product.company.personas
  const { startsOn } = (await product.ports.store.cohorts.get(cohortId))!
  const plan = aPlan(sponsor, { startsOn, ...change })
  return updateCohort(product.ports, cohortId, plan, organizer, { moveBooked })
}
const booked = async () =>
  (await product.ports.store.holds.list(cohortId)).filter(({ state }) => state === 'booked')
/** Series that stand in Outlook, in the mailbox of whoever invites: minutes of each. */
const inOutlook = () => {
  const at = (event: { resource: Record<string, unknown> }, key: 'start' | 'end') =>
    Date.parse(`${(event.resource[key] as { dateTime: string }).dateTime.slice(0, 19)}Z`)
  return [...product.tenant.state.events.values()]
    .filter((event) => event.transactionId)
    .map((event) => (at(event, 'end') - at(event, 'start')) / 60_000)
}

it('words may change at any time; what would move calendars is asked for with its number, and nothing is saved', async () => {
  const standing = (await booked()).length
  expect(standing).toBeGreaterThan(2)
  expect(await save({ cohortName: 'Renamed' })).toEqual({ id: cohortId, moved: 0 })
  expect(await save({ sessionMinutes: 30 })).toEqual({ refused: 'moves-booked', detail: { count: standing } })
  expect((await product.ports.store.cohorts.get(cohortId))!.sessionMinutes).toBe(50)
  expect(product.waiting).toEqual([])
})

it('moved on purpose, each pair has one series by the new plan, and its old one is gone', async () => {
  const before = await booked()
  expect(new Set(inOutlook())).toEqual(new Set([50]))
  expect(await save({ sessionMinutes: 30 }, true)).toEqual({ id: cohortId, moved: before.length })
  // Until then what stands in calendars stays.
  expect(new Set(inOutlook())).toEqual(new Set([50]))
  expect(await product.runJobs(3)).toEqual([])
  const after = await booked()
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
  for (const hold of after) expect(hold).toMatchObject({ slot: { minutes: 30 } })
  for (const { id } of after) {
    const sessions = (await product.ports.store.sessions.list(cohortId)).filter(
      ({ holdId, state }) => holdId === id && state !== 'cancelled',
    )
    expect(sessions.every((one) => one.endsAt.getTime() - one.startsAt.getTime() === 30 * 60_000)).toBe(true)
  }
})

it('what stands in calendars on a day that turns out to be off is counted, moved once, and lies on none any more', async () => {
  const { ports, company } = product
  const { organizer } = company.personas
  const read = async () => {
    const found = await cohortDaysOff(ports, cohortId)
    if (isRefused(found)) throw new Error(found.refused)
    return found
  }
  const open = await ports.store.sessions.list(cohortId)
  const { falling: none, countries, unknown, own } = await read()
  expect([none, own]).toEqual([{ sessions: 0, pairs: 0 }, []])
  const taking = new Set((await ports.store.participants.list(cohortId)).map(({ personId }) => personId))
  expect(countries.reduce((sum, { people }) => sum + people, unknown)).toBe(taking.size)
  expect(countries.every(({ days }) => days.length > 0)).toBe(true)
  const planned = open.filter(({ state }) => state === 'planned')
  const holiday = planned[0]!.startsAt.toISOString().slice(0, 10)
  const cohort = (await ports.store.cohorts.get(cohortId))!
  await ports.store.cohorts.save({ ...cohort, scheduling: { ...cohort.scheduling, holidays: [holiday] } })
  const { falling } = await read()
  expect(falling.pairs).toBeGreaterThan(0)
  expect(falling.sessions).toBeGreaterThanOrEqual(falling.pairs)
  const [first, second] = await Promise.all([
    moveOffDaysOff(ports, cohortId, organizer),
    moveOffDaysOff(ports, cohortId, organizer),
  ])
  const movedBy = [first, second].map((one) => (isRefused(one) ? Number.NaN : one.moved))
  expect(movedBy.sort((one, other) => one - other)).toEqual([0, falling.pairs])
  expect(await product.runJobs(3)).toEqual([])
  expect((await read()).falling).toEqual({ sessions: 0, pairs: 0 })
  const since = (await ports.store.sessions.list(cohortId)).filter(({ state }) => state === 'planned')
  expect(since.filter(({ startsAt }) => startsAt.toISOString().startsWith(holiday))).toEqual([])
  expect(since).toHaveLength(planned.length)
})

it('the Sessions run once the first of them has begun, without anybody’s word; the plan of dates is fixed then', async () => {
  const stage = async () => (await product.ports.store.cohorts.get(cohortId))!.stage
  await followStages(product.ports)
  expect(await stage()).toBe('matching')
  const sessions = await product.ports.store.sessions.list(cohortId)
  const first = Math.min(...sessions.map(({ startsAt }) => startsAt.getTime()))
  await product.tenant.advanceTo(new Date(first - 60_000))
  await followStages(product.ports)
  expect(await stage()).toBe('matching')
  await product.tenant.advanceTo(new Date(first + 60_000))
  await followStages(product.ports)
  await followStages(product.ports)
  expect(await stage()).toBe('running')
  const opened = (await product.ports.store.audit.list(50)).filter(({ action }) => action === 'stage-opened')
  expect(opened.filter(({ actorId }) => actorId === 'system')).toHaveLength(1)
  expect(await save({ sessionMinutes: 45 }, true)).toEqual({ refused: 'already-running' })
})

it('a Cohort that runs may have more sessions: what has begun stays, and every pair has the rest and the new ones', async () => {
  const { store } = product.ports
  const running = { sessionMinutes: 30, cadenceWeeks: 3 }
  const of = async (pairingId: string) =>
    (await store.sessions.ofPairing(pairingId)).filter(({ state }) => state !== 'cancelled')
  for (const less of [{ sessions: 5 }, { sessions: 7, cadenceWeeks: 4 }])
    expect(await save({ ...running, ...less }, true)).toEqual({ refused: 'already-running' })
  const standing = await booked()
  const asked = await save({ ...running, sessions: 7 })
  expect(asked).toEqual({ refused: 'moves-booked', detail: { count: standing.length } })
  const now = product.ports.clock.now()
  const begun = (await store.sessions.list(cohortId)).filter(({ startsAt }) => startsAt <= now)
  expect(begun.length).toBeGreaterThan(0)
  const { endsOn } = (await store.cohorts.get(cohortId))!
  expect(await save({ ...running, sessions: 7 }, true)).toEqual({ id: cohortId, moved: standing.length })
  expect(await product.runJobs(3)).toEqual([])
  for (const { pairingId } of standing) {
    const sessions = await of(pairingId)
    expect(sessions.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
    const inOrder = sessions.toSorted((a, b) => a.number - b.number).map(({ startsAt }) => startsAt.getTime())
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
  }
  for (const session of begun) expect(await store.sessions.get(session.id)).toEqual(session)
  expect((await store.cohorts.get(cohortId))!.endsOn > endsOn).toBe(true)
  expect((await booked()).length).toBe(standing.length)
})
