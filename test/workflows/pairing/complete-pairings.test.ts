/** Closing a Cohort: pairs are completed, time ahead is given back, and nobody is asked about what will not take place. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { allFigures, partFigures } from '../../../bot/domain/publishing/metrics.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { openNextStage } from '../../../bot/workflows/program/set-up-cohort.ts'
import { loadParts } from '../../../bot/workflows/publishing/take-snapshot.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import {
  approveAll,
  closeNow,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let cohortId: string
let active: Pairing[]
let unbooked: Pairing[]
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  product.waiting.splice(-2)
  await product.runJobs(3)
  active = await product.ports.store.pairings.list(cohortId, ['active'])
  unbooked = await product.ports.store.pairings.list(cohortId, ['approved'])
  const organizer = product.company.personas.organizer
  const { stage } = (await product.ports.store.cohorts.get(cohortId))!
  if (stage === 'matching') await openNextStage(product.ports, cohortId, 'running', organizer)
})
afterAll(() => product.close())

const stateOf = async ({ id }: Pairing) => (await product.ports.store.pairings.get(id))!.state
const noticesOf = async (personId: string) =>
  (await product.ports.store.notices.ofPerson(personId)).map(({ notice }) => notice)

it('completes who was active, calls off who was never booked, and gives back the time ahead', async () => {
  expect(active.length).toBeGreaterThan(3)
  expect(unbooked).toHaveLength(2)
  const { store } = product.ports
  const before = partFigures(await loadParts({ store }, cohortId), 5)
  const [first] = await store.sessions.ofPairing(active[0]!.id)
  await product.tenant.advanceTo(new Date(first!.endsAt.getTime() + 3_600_000))
  await closeNow(product, cohortId)
  expect(await product.runJobs(3)).toEqual([])

  for (const pairing of active) {
    expect(await stateOf(pairing)).toBe('completed')
    expect((await store.holds.ofPairing(pairing.id))!.state).toBe('released')
    const states = (await store.sessions.ofPairing(pairing.id)).filter(
      ({ startsAt }) => startsAt > product.ports.clock.now(),
    )
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['cancelled']))
  }
  for (const pairing of unbooked) expect(await stateOf(pairing)).toBe('declined')
  // Whoever went to the end still counts; whoever never began does not.
  const after = partFigures(await loadParts({ store }, cohortId), 5)
  const pairs = (figures: typeof after) => allFigures(figures).find(({ key }) => key === 'pairs')!.value!
  expect(pairs(after)).toBe(pairs(before) - unbooked.length)
})

it('tells both of a pair once, and the card that introduced them says it too', async () => {
  const [pairing] = active
  for (const personId of [pairing!.mentorId, pairing!.menteeId]) {
    const kinds = (await noticesOf(personId)).map(({ kind }) => kind)
    expect(kinds).not.toContain('pairing')
    const told = (await product.ports.store.notices.ofPerson(personId)).filter(
      ({ key }) => key === `pairing-completed.${pairing!.id}.${personId}`,
    )
    expect(told).toHaveLength(1)
  }
})

it('does it once, and finds what a worker left that died in between', async () => {
  const { store } = product.ports
  const [pairing] = active
  // As if the worker had died before this one.
  await store.pairings.save({ ...pairing!, state: 'active' } as Pairing)
  const count = async () =>
    (await store.notices.ofPerson(pairing!.mentorId)).filter(({ key }) =>
      key.startsWith('pairing-completed.'),
    ).length
  const told = await count()
  await tick(product.ports)
  expect(await product.runJobs(3)).toEqual([])
  expect(await stateOf(pairing!)).toBe('completed')
  expect(await count()).toBe(told)
  await tick(product.ports)
  expect(product.waiting.filter(({ name }) => name === 'complete-pairings')).toEqual([])
})

it('is the end: a completed Pairing cannot be ended again', async () => {
  const again = await endPairing(product.ports, active[1]!.id, active[1]!.mentorId)
  expect(again).toMatchObject({ refused: 'already-ended' })
})

it('asks about Sessions that took place before the close, and about none after it', async () => {
  const { store, clock } = product.ports
  await tick(product.ports)
  await product.tenant.advanceTo(new Date(clock.now().getTime() + 60 * 86_400_000))
  await tick(product.ports)
  for (const { id } of active)
    for (const session of await store.sessions.ofPairing(id)) {
      const asked = (await store.checkIns.of(session.id)).length
      expect(asked).toBe(session.state === 'cancelled' ? 0 : 2)
    }
})
