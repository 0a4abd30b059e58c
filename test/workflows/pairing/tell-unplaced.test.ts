/** People who are left without a partner hear it, kindly and once, and never before the pairs are approved. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { liveStates } from '../../../bot/domain/pairing/pairing.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { tellUnplaced } from '../../../bot/workflows/pairing/tell-unplaced.ts'
import {
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
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
})
afterAll(() => product.close())

const tellAll = () => tellUnplaced(product.ports, cohortId, product.company.personas.organizer)
const alone = async () => {
  const { store } = product.ports
  const pairs = await store.pairings.list(cohortId, [...liveStates])
  const paired = new Set(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  return (await store.participants.list(cohortId)).filter(
    ({ state, personId }) => state === 'approved' && !paired.has(personId),
  )
}
const heard = async (personId: string) =>
  (await product.ports.store.notices.ofPerson(personId)).filter(({ notice }) => notice.kind === 'no-partner')

it('nobody hears anything before the first run, while pairs are proposals, or while they are being approved', async () => {
  expect(await tellAll()).toEqual({ refused: 'pairs-not-approved' })
  await proposeAll(product, cohortId)
  expect(await tellAll()).toEqual({ refused: 'pairs-not-approved' })
  for (const { personId } of await alone()) expect(await heard(personId)).toEqual([])
})

it('once every pair is approved everybody who has nobody hears it, and nobody who has somebody', async () => {
  await approveAll(product, cohortId)
  expect(await product.runJobs(3)).toEqual([])
  const left = await alone()
  expect(left.length).toBeGreaterThan(3)
  expect(await tellAll()).toEqual({ told: left.length, already: 0 })
  for (const { personId, side } of left)
    expect((await heard(personId)).map(({ notice }) => notice)).toEqual([
      expect.objectContaining({ kind: 'no-partner', side }),
    ])
  const [pair] = await product.ports.store.pairings.list(cohortId, [...liveStates])
  expect(await heard(pair!.mentorId)).toEqual([])
})

it('pressed twice at once, and again later, tells nobody a second time', async () => {
  const left = (await alone()).length
  expect(await Promise.all([tellAll(), tellAll()])).toEqual([
    { told: 0, already: left },
    { told: 0, already: left },
  ])
})

it('somebody whose pair ended since hears it when asked for, and the others hear nothing', async () => {
  const [pair] = await product.ports.store.pairings.list(cohortId, ['active'])
  await endPairing(product.ports, pair!.id, product.company.personas.organizer)
  const left = await alone()
  const answer = await tellAll()
  expect(answer).toEqual({ told: expect.any(Number), already: expect.any(Number) })
  const { told, already } = answer as { told: number; already: number }
  expect(told + already).toBe(left.length)
  expect(told).toBeGreaterThan(0)
})
