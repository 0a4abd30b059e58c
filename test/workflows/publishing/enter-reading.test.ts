/** What the challenge was measured at: entered by somebody whose name stays beside it, and again where it was wrong. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { enterReading } from '../../../bot/workflows/publishing/enter-reading.ts'
import { later, openStore, type TestStore, withCohorts } from '../../store/builders.ts'

let store: TestStore
let minutes = 0
const ports = () => ({ store: store as never, clock: { now: () => later(++minutes) } as never })

beforeAll(async () => {
  store = await openStore()
  await withCohorts(store, 'early', 'cohort')
  await store.cohorts.save({ ...(await store.cohorts.get('cohort'))!, stage: 'running' })
}, 60_000)
afterAll(() => store.close())

it('keeps the newest of each moment, with whose it is, and writes each down', async () => {
  await enterReading(ports(), 'cohort', { moment: 'middle', value: 14 }, 'ana')
  await enterReading(ports(), 'cohort', { moment: 'end', value: 60 }, 'ana')
  await enterReading(ports(), 'cohort', { moment: 'middle', value: 41.5 }, 'ben')
  const readings = await store.challengeReadings.of('cohort')
  expect(readings.map(({ moment, value, byId }) => [moment, value, byId])).toEqual([
    ['end', 60, 'ana'],
    ['middle', 41.5, 'ben'],
  ])
  expect(await store.audit.lastOn('cohort', ['challenge-measured'])).toMatchObject({
    ...{ actorId: 'ben', detail: { moment: 'middle', value: 41.5 } },
  })
})

it('changes nothing before the two meet, nor in a Cohort that nobody knows', async () => {
  for (const id of ['early', 'nowhere'])
    expect(isRefused(await enterReading(ports(), id, { moment: 'end', value: 1 }, 'ana'))).toBe(true)
  expect(await store.challengeReadings.of('early')).toEqual([])
})
