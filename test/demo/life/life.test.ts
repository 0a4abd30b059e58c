import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { weekOf } from '../../../bot/demo/life/week.ts'
import { type Living, startLiving } from '../../support/living.ts'

const days = 24
let one: Living
let other: Living
beforeAll(async () => {
  ;[one, other] = [await startLiving(), await startLiving()]
  await one.advanceDays(days)
}, 240_000)
afterAll(async () => {
  await one.close()
  await other.close()
})

test('who is paired signs, meets and says so, on the wire, and nobody whom the visitor plays', async () => {
  const { ports, cohortId, acts, tenant, company } = one
  const played = new Set(Object.values(company.personas))
  expect(acts.filter(({ personId }) => played.has(personId))).toEqual([])
  const done = (verb: string) => acts.filter((act) => act.verb === verb && act.isDone).length
  for (const verb of ['check-in', 'sign-agreement', 'answer-ask']) expect(done(verb)).toBeGreaterThan(1)
  const answered = (await ports.store.checkIns.list(cohortId)).filter(({ state }) => state === 'answered')
  expect(answered).toHaveLength(done('check-in'))
  expect(weekOf(tenant.state).held).toBeGreaterThan(0)
})

test('nothing that somebody pressed was more than the product takes', () => {
  expect(one.acts.filter(({ isDone }) => !isDone)).toEqual([])
})

test('a company of the same seed lives the same life', async () => {
  await other.advanceDays(days)
  const lived = ({ acts }: Living) =>
    acts.map(({ personId, verb, at, pair, session }) => [at, personId, verb, pair, session].join(' ')).sort()
  expect(lived(other)).toEqual(lived(one))
}, 180_000)

test('switched off, the clock moves and nobody acts; switched on again, they go on', async () => {
  const { tenant, acts } = one
  const before = acts.length
  tenant.state.life!.isOn = false
  await one.advanceDays(3)
  expect(acts).toHaveLength(before)
  tenant.state.life!.isOn = true
  await one.advanceDays(4)
  expect(acts.length).toBeGreaterThan(before)
}, 120_000)

test('on its way the clock says where to, and stops where it is when told', async () => {
  const { tenant } = one
  const begun = tenant.state.now().getTime()
  const moments: Date[] = []
  const isUnderWay = new Promise<void>((resolve) => {
    const { changed } = tenant.state
    tenant.state.changed = (what) => {
      if (what === 'clock' && moments.push(tenant.state.now()) === 2) resolve()
      changed(what)
    }
  })
  const moved = one.advanceDays(60)
  await isUnderWay
  expect(tenant.movingTo()).toEqual(new Date(begun + 60 * 86_400_000))
  tenant.stopClock()
  await moved
  expect(tenant.movingTo()).toBeUndefined()
  const stopped = tenant.state.now().getTime()
  expect(stopped).toBeGreaterThan(begun)
  expect(stopped).toBeLessThan(begun + 30 * 86_400_000)
  await one.advanceDays(1)
  expect(tenant.state.now().getTime()).toBe(stopped + 86_400_000)
}, 120_000)
