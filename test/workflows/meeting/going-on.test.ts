/** Two who both said at the end that they want to go on: their times are booked on, and nobody else's choice is told. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { askKey } from '../../../bot/domain/meeting/ask.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { askPair, recordAnswers } from '../../../bot/workflows/meeting/ask-pair.ts'
import { type Api, openApi } from '../../support/api.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let goesOn: Pairing
let parts: Pairing
beforeAll(async () => {
  product = await startProduct()
  // What the API asks for is done here, by `runJobs`.
  product.service.ports.jobs = product.ports.jobs
  api = await openApi(product)
  const cohortId = await openCohort(product, { sessions: 3, cadenceWeeks: 2 })
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  const active = await product.ports.store.pairings.list(cohortId, ['active'])
  ;[goesOn, parts] = active as [Pairing, Pairing]
  const last = (await store().sessions.ofPairing(goesOn.id)).at(-1)!
  await product.tenant.advanceTo(new Date(last.endsAt.getTime() + 86_400_000))
})
afterAll(() => product.close())

const store = () => product.ports.store
const end = (by: string, { id }: Pairing) => api.as(by)('pairEnd', { id })
const goOn = (by: string, { id }: Pairing, months = 2) => api.as(by)('goOnTogether', { id, months })
async function bothSay(pairing: Pairing, mentor: string, mentee: string) {
  await store().transaction(() => askPair(product.ports, 'closing', pairing.id))
  for (const [by, next, sided] of [
    [pairing.mentorId, mentor, { disagree: 4 }],
    [pairing.menteeId, mentee, { used: 4 }],
  ] as const) {
    const rest = { worth: 4, recommend: 9, goal: 3, again: 'yes', keep: '', ...sided }
    const said = await recordAnswers(product.ports, askKey('closing', pairing.id, by), by, { ...rest, next })
    expect(isRefused(said)).toBe(false)
  }
}
const outcomesTo = async (personId: string, pairing: Pairing) =>
  (await store().notices.ofPerson(personId)).flatMap(({ notice }) =>
    notice.kind === 'pair-outcome' && notice.pairingId === pairing.id ? [notice.result] : [],
  )

it('both learn that they want the same, and either says for how long', async () => {
  expect((await goOn(goesOn.mentorId, goesOn)).problem.code).toBe('not-both')
  await bothSay(goesOn, 'continue', 'continue')
  for (const by of [goesOn.mentorId, goesOn.menteeId]) {
    expect(await outcomesTo(by, goesOn)).toEqual(['continue'])
    expect((await end(by, goesOn)).body).toMatchObject({ choice: 'continue', mayGoOn: true })
  }
  const before = await store().sessions.ofPairing(goesOn.id)
  const presses = await Promise.all([goOn(goesOn.mentorId, goesOn), goOn(goesOn.menteeId, goesOn, 6)])
  expect(presses.map(({ status }) => status).sort()).toEqual([200, 409])
  await product.runJobs(3)
  const { more, mayGoOn } = (await end(goesOn.menteeId, goesOn)).body
  expect(mayGoOn).toBe(false)
  const after = await store().sessions.ofPairing(goesOn.id)
  const ahead = after.filter(
    ({ state, startsAt }) => state === 'planned' && startsAt > product.ports.clock.now(),
  )
  expect(ahead).toHaveLength(more!.sessions)
  expect(Math.min(...ahead.map(({ number }) => number))).toBe(before.length + 1)
  expect((await store().holds.ofPairing(goesOn.id))!.state).toBe('booked')
  for (const by of [goesOn.mentorId, goesOn.menteeId])
    expect((await outcomesTo(by, goesOn)).sort()).toEqual(['booked', 'continue'])
})

it('where they said different things neither learns which, and nothing goes on', async () => {
  await bothSay(parts, 'end', 'continue')
  for (const by of [parts.mentorId, parts.menteeId]) {
    expect(await outcomesTo(by, parts)).toEqual(['over'])
    expect((await end(by, parts)).body).toMatchObject({ choice: 'over', mayGoOn: false })
    expect((await goOn(by, parts)).problem.code).toBe('not-both')
  }
})

it('is nobody else’s to see or to choose, and is sealed', async () => {
  for (const by of [product.company.personas.organizer, parts.mentorId])
    expect((await goOn(by, goesOn)).status).toBe(404)
  const { rows } = await product.database.query('select choice from pair_endings')
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toMatch(/continue|over/)
})
