import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Act } from '../../../bot/demo/life/life.ts'
import { lifeOf } from '../../../bot/demo/life/memory.ts'
import { weekOf } from '../../../bot/demo/life/week.ts'
import { type Living, startLiving } from '../../support/living.ts'

let company: Living
beforeAll(async () => {
  company = await startLiving()
}, 60_000)
afterAll(() => company.close())

test('two months bring what a Cohort brings, from people whom nobody plays', async () => {
  const { ports, cohortId, acts, tenant } = company
  const began = performance.now()
  await company.advanceDays(60)
  console.log('ms', performance.now() - began)
  const count: Record<string, number> = {}
  for (const { verb, isDone } of acts) count[`${verb} ${isDone}`] = (count[`${verb} ${isDone}`] ?? 0) + 1
  console.log(count, weekOf(tenant.state), lifeOf(tenant.state).told)
  const played = new Set(Object.values(company.company.personas))
  expect(acts.some(({ personId }) => played.has(personId))).toBe(false)
  const answered = (await ports.store.checkIns.list(cohortId)).filter(({ state }) => state === 'answered')
  expect(answered.length).toBeGreaterThan(10)
  void ([] as Act[])
}, 120_000)
