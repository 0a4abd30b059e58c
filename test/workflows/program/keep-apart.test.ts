/** "Not with this person" holds at once, for every way in which two people come together, and no answer says why. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { blockPerson, unblockPerson } from '../../../bot/workflows/enrolment/block-person.ts'
import { leaveCohort } from '../../../bot/workflows/enrolment/enrol.ts'
import { setWish, swapPairings } from '../../../bot/workflows/pairing/adjust-proposals.ts'
import { loadForEngine } from '../../../bot/workflows/pairing/matching-input.ts'
import { proposePairings, requestProposals } from '../../../bot/workflows/pairing/propose-pairings.ts'
import { partnersAround } from '../../../bot/workflows/preferences/partners.ts'
import { type Api, openApi } from '../../support/api.ts'
import {
  approveNow,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let api: Api
let cohortId: string
let organizer: string
let proposals: Pairing[]

beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  organizer = product.company.personas.organizer
  api = await openApi(product)
})
afterAll(() => product.close())

/** Nobody has said anything, and everything is proposed anew. */
beforeEach(async () => {
  const { participants, wishes } = product.ports.store
  for (const [by, other] of await participants.blocks()) await participants.unblock(by, other)
  for (const { mentorId, menteeId } of await wishes.list(cohortId))
    await wishes.clear(cohortId, mentorId, menteeId)
  proposals = await proposeAll(product, cohortId)
})

type Two = Pick<Pairing, 'mentorId' | 'menteeId'>
const block = ({ mentorId, menteeId }: Two) => blockPerson(product.ports, menteeId, mentorId)
const proposed = () => product.ports.store.pairings.list(cohortId, ['proposed'])
const areProposed = async ({ mentorId, menteeId }: Two) =>
  (await proposed()).some((one) => one.mentorId === mentorId && one.menteeId === menteeId)
const boardNow = async () => (await api.as(organizer)('board', { id: cohortId })).body

/** A Mentor with a proposal, and a Mentee whom they may be paired with and are not. */
async function strangers(): Promise<Two> {
  for (const { mentorId, menteeId } of proposals) {
    const { ids } = await partnersAround(product.ports, cohortId, mentorId)
    const other = ids.find((id) => id !== menteeId)
    if (other) return { mentorId, menteeId: other }
  }
  throw new Error('Everybody may be with one person alone.')
}

describe('a proposal of the two', () => {
  it('is gone at once, the rest of the board stays, and both are free like anybody since the run', async () => {
    const [pair] = proposals
    const before = await boardNow()
    expect(await block(pair!)).toEqual({ ok: true })
    const { pairings, unplaced, ...rest } = await boardNow()
    const { pairings: pairingsBefore, unplaced: unplacedBefore, ...restBefore } = before
    expect(rest).toEqual(restBefore)
    expect(pairings).toEqual(pairingsBefore.filter(({ id }) => id !== pair!.id))
    const fresh = unplaced.filter(({ cause }) => cause === 'since-the-run')
    expect(unplaced.filter(({ cause }) => cause !== 'since-the-run')).toEqual(unplacedBefore)
    const stillPlaced = new Set(pairings.flatMap(({ mentor, mentee }) => [mentor.id, mentee.id]))
    expect(fresh.map(({ person }) => person.id).sort()).toEqual(
      [pair!.mentorId, pair!.menteeId].filter((id) => !stillPlaced.has(id)).sort(),
    )
  })

  it('reads on the board like that of somebody who left: the one who stays has the same cause', async () => {
    const [pair] = proposals
    const participant = (await product.ports.store.participants.of(cohortId, pair!.menteeId))!
    await leaveCohort(product.ports, participant.id, pair!.menteeId)
    const { unplaced } = await boardNow()
    await product.ports.store.participants.save(participant)
    expect(unplaced.find(({ person }) => person.id === pair!.mentorId)).toMatchObject({
      cause: 'since-the-run',
    })
  })

  it('that is approved in the same moment is not there, as after another run; and no approval ever makes it', async () => {
    const [pair, other] = proposals
    await block(pair!)
    // One that was proposed before such wishes took proposals away.
    await product.ports.store.participants.block(other!.mentorId, other!.menteeId)
    const answer = await approveNow(product, cohortId, [pair!.id, other!.id, 'no-such'])
    expect(answer).toEqual({
      approved: 0,
      refused: [pair!.id, other!.id, 'no-such'].map((pairingId) => ({ pairingId, code: 'not-found' })),
    })
    expect(await areProposed(other!)).toBe(false)
  })

  it('comes from no run that was under way when it was said', async () => {
    const [pair] = proposals
    const asked = await requestProposals(product.ports, cohortId, { seed: 1 }, organizer)
    const { runId } = asked as { runId: string }
    product.waiting.length = 0
    const { matcher } = product.ports
    const propose: typeof matcher.propose = async (...run) => {
      const proposal = await matcher.propose(...run)
      await block(pair!)
      return proposal
    }
    await proposePairings({ ...product.ports, matcher: { ...matcher, propose } }, runId)
    expect((await product.ports.store.runs.get(runId))!.state).toBe('done')
    expect((await proposed()).length).toBeGreaterThan(0)
    expect(await areProposed(pair!)).toBe(false)
  })

  it('of two is said about nobody the directory does not know, and is taken back by who said it', async () => {
    const [pair] = proposals
    expect(await blockPerson(product.ports, pair!.menteeId, 'nobody')).toMatchObject({
      refused: 'unknown-person',
    })
    await block(pair!)
    await unblockPerson(product.ports, pair!.menteeId, pair!.mentorId)
    await proposeAll(product, cohortId)
    expect(await areProposed(pair!)).toBe(true)
  })
})

describe('what was kept before private wishes stayed with the engine', () => {
  it('is not shown: neither a total nor a bound nor a cause, until the next run', async () => {
    const { runs, cohorts } = product.ports.store
    const run = (await runs.latestDone(cohortId))!
    const told = { ...run.outcome!.unplaced[0]!, personId: proposals[0]!.menteeId, cause: 'blocked' }
    const proof = { ...run.outcome!.proof, bound: 12_345 }
    await runs.save({ ...run, outcome: { ...run.outcome!, proof, unplaced: [told] } })
    const old = await boardNow()
    expect([old.totals, old.proof, old.unplaced, old.blockingPairs]).toEqual([null, null, [], undefined])
    expect(old.pairings.length).toBe(proposals.length)
    await cohorts.changeMatching(cohortId, { weights: { topic: 40, preference: 1000 } })
    const { weights } = (await api.as(organizer)('matching', { id: cohortId })).body
    expect(weights.map(({ part }) => part)).not.toContain('preference')
    const { input } = await loadForEngine(product.ports, cohortId, { seed: 1 })
    expect(input.weights).toEqual({ topic: 40 })
    await cohorts.changeMatching(cohortId, {})
    await proposeAll(product, cohortId)
    expect((await boardNow()).totals).toEqual(run.outcome!.totals)
  })
})

describe('the Organizer’s hand', () => {
  it('pins the two, is answered like any pin, and no run ever places them', async () => {
    const two = await strangers()
    await block(two)
    expect(await setWish(product.ports, cohortId, { ...two, kind: 'pin' }, organizer)).toEqual({ ok: true })
    const { wishes } = await boardNow()
    expect(wishes).toEqual([
      expect.objectContaining({ kind: 'pin', mentor: expect.objectContaining({ id: two.mentorId }) }),
    ])
    await proposeAll(product, cohortId)
    expect(await areProposed(two)).toBe(false)
    expect((await proposed()).length).toBeGreaterThan(3)
  })

  it('swaps two pairs with the same answer, and the pair that must not be is gone', async () => {
    const free = await swappable()
    const [first, second] = free!
    const two = { mentorId: first.mentorId, menteeId: second.menteeId }
    await block(two)
    expect(await swapPairings(product.ports, cohortId, first.id, second.id, organizer)).toMatchObject({
      ok: true,
    })
    expect(await areProposed(two)).toBe(false)
    expect(await areProposed({ mentorId: second.mentorId, menteeId: first.menteeId })).toBe(true)
  })
})

/** Two proposals whose Mentees may change places. */
async function swappable(): Promise<[Pairing, Pairing] | undefined> {
  const partners = new Map<string, string[]>()
  for (const { mentorId } of proposals)
    partners.set(mentorId, (await partnersAround(product.ports, cohortId, mentorId)).ids)
  const may = (one: Pairing, other: Pairing) => partners.get(one.mentorId)!.includes(other.menteeId)
  for (const one of proposals)
    for (const other of proposals)
      if (
        one.mentorId !== other.mentorId &&
        one.menteeId !== other.menteeId &&
        may(one, other) &&
        may(other, one)
      )
        return [one, other]
  return undefined
}
