/** What is past its time is gone, with the key that sealed it; what is not stays. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { everyTable } from '../../../bot/store/personal.ts'
import { SealBroken } from '../../../bot/store/sealed-box.ts'
import { eraseLeavers, forgetCohorts } from '../../../bot/workflows/enrolment/keep-to-retention.ts'
import { openNextStage } from '../../../bot/workflows/program/set-up-cohort.ts'
import { passTime } from '../../../bot/workflows/tick.ts'
import { type Everything, startEverything } from '../../security/everything.ts'
import { aLife, type Life, marks } from '../../support/a-life.ts'
import { openApi } from '../../support/api.ts'
import { keysOn } from '../../support/database.ts'
import { closeNow } from '../../support/product.ts'

jest.setTimeout(240_000)

let world: Everything
let life: Life
let cohortId: string
/** The product's own clock, so many days on; nothing else of the world passes. */
let days = 0
const later = () => {
  const { ports } = world.product
  return { ...ports, clock: { now: () => new Date(ports.clock.now().getTime() + days * 86_400_000) } }
}
const store = () => world.product.ports.store

beforeAll(async () => {
  world = await startEverything(async (made) => {
    life = await aLife(made)
  })
  cohortId = String(world.inputs.board['id'])
  await openNextStage(world.product.ports, cohortId, 'running', world.who['organizer A'])
  await closeNow(world.product, cohortId, { by: world.who['organizer A'] })
  await world.product.runJobs(2)
})
afterAll(() => world.product.close())

const rowsOf = async (table: PgTable, cohort: string) => {
  const { ofCohort } = everyTable.find((one) => one.table === table)!
  return (await world.product.database.orm.select().from(table).where(ofCohort!.where(cohort))).length
}
const timed = everyTable.filter(({ ofCohort }) => ofCohort !== undefined)

describe('a Cohort that has closed', () => {
  it('keeps everything until its time is over, to the day', async () => {
    const before = await Promise.all(timed.map(({ table }) => rowsOf(table, cohortId)))
    expect(before.filter((n) => n > 0).length).toBeGreaterThan(10)
    days = 364
    await forgetCohorts(later())
    expect(await Promise.all(timed.map(({ table }) => rowsOf(table, cohortId)))).toEqual(before)
    expect((await store().participants.of(cohortId, life.me))!.goal).toBe(marks.goal)
  })

  it('loses after that what was said, by the tick, and nothing of it can be opened', async () => {
    const { database } = world.product
    const goals = (await database.query(`select id, goal from participants where cohort_id = $1`, [cohortId]))
      .rows
    days = 366
    await passTime(later()).catch(() => {})
    for (const { table, ofCohort } of timed)
      if (ofCohort!.becomes === 'delete')
        expect([getTableConfig(table).name, await rowsOf(table, cohortId)]).toEqual([
          getTableConfig(table).name,
          0,
        ])
    expect(goals.length).toBeGreaterThan(5)
    const participant = (await store().participants.of(cohortId, life.me))!
    expect(participant).toMatchObject({ goal: '', isErased: true, topics: [], languages: [], interests: [] })
    const box = await keysOn(database).boxOf(cohortId)
    expect(box.isErased).toBe(true)
    expect(() => box.seal(['x', 'y'], 1)).toThrow(SealBroken)
    const key = await database.query('select wrapped from data_keys where scope = $1', [cohortId])
    expect(key.rows).toEqual([{ wrapped: null }])
  })

  it('is written down once, and the next minute finds nothing to do', async () => {
    await forgetCohorts(later())
    const entries = (await store().audit.list(1000)).filter(({ action }) => action === 'cohort-forgotten')
    expect(entries).toEqual([expect.objectContaining({ actorId: 'system', subject: cohortId })])
  })

  it('still says who was a pair, so that the two are not paired again, and its figures', async () => {
    const pairs = await store().pairings.list(cohortId, ['completed', 'ended', 'declined'])
    expect(pairs.some(({ mentorId }) => mentorId === life.partner)).toBe(true)
    expect(pairs.every(({ parts, reason }) => parts.length === 0 && reason === '')).toBe(true)
  })

  it('can still be looked at by everybody, and news of it still goes out', async () => {
    const api = await openApi(world.product)
    const organizer = api.as(world.who['organizer A'])
    for (const name of [
      'cohort',
      'board',
      'checkIns',
      'schedule',
      'concerns',
      'metrics',
      'fairness',
    ] as const)
      expect([name, (await organizer(name, { id: cohortId })).status]).toEqual([name, 200])
    expect((await organizer('people', { cohort: cohortId })).status).toBe(200)
    expect((await api.as(life.me)('myMentoring', { cohort: cohortId })).status).toBe(200)
    expect((await api.as(life.me)('exportMyData', {})).status).toBe(200)
    const [summary] = await store().summaries.list(cohortId)
    const notice = {
      ...{ kind: 'summary-to-approve' as const, summaryId: summary!.id, title: 'So far', authorName: 'A' },
    }
    expect(await store().notices.intend('late', world.who['sponsor A'], notice)).toBe(true)
    expect((await store().notices.get('late'))!.notice).toEqual(notice)
  })

  it('takes nothing from another Cohort', async () => {
    expect(await store().participants.list(world.otherCohort)).toEqual([])
    expect((await keysOn(world.product.database).boxOf(world.otherCohort)).isErased).toBe(false)
  })
})

describe('somebody the directory no longer has', () => {
  it('is erased when as much time has passed, and whoever organizes is not', async () => {
    const { ports } = world.product
    const organizer = world.who['organizer A']
    await store().people.endCensus([life.partner, organizer], { at: ports.clock.now(), isWhole: false })
    days = 360
    await eraseLeavers(later())
    expect(await store().erasures.waiting(9)).toEqual([])
    days = 366
    await eraseLeavers(later())
    expect(await store().erasures.waiting(9)).toHaveLength(1)
    await world.product.runJobs(2)
    expect(await store().people.get(life.partner)).toBeUndefined()
    expect(await store().people.get(organizer)).toBeDefined()
    await eraseLeavers(later())
    expect(await store().erasures.waiting(9)).toEqual([])
  })
})
