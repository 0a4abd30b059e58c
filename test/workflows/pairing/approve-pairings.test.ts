/** The Organizer's hand on the proposals: what is refused says which rule, and nothing happens twice. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changePerson } from '../../../bot/demo/graph-server.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { shownScore } from '../../../bot/domain/pairing/shown-score.ts'
import { pauseEnrolment } from '../../../bot/workflows/enrolment/enrol.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import {
  setWish,
  swapPairings,
  undoSwap,
  weighSwaps,
} from '../../../bot/workflows/pairing/adjust-proposals.ts'
import { approvePairings } from '../../../bot/workflows/pairing/approve-pairings.ts'
import { requestProposals } from '../../../bot/workflows/pairing/propose-pairings.ts'
import {
  approveNow,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let cohortId: string
let proposals: Pairing[]
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  proposals = await proposeAll(product, cohortId)
})
afterAll(() => product.close())

const organizer = () => product.company.personas.organizer
const approve = (...ids: string[]) => approveNow(product, cohortId, ids)
const stateOf = async (id: string) => (await product.ports.store.pairings.get(id))?.state

describe('pressing Propose', () => {
  it('twice at once asks for one run', async () => {
    const ask = () =>
      requestProposals(product.ports, cohortId, { objective: 'best-total', seed: 2 }, organizer())
    const [first, second] = await Promise.all([ask(), ask()])
    expect(first).toEqual(second)
    expect(product.waiting.filter((job) => job.name === 'propose-pairings')).toHaveLength(1)
    expect(await product.runJobs()).toEqual([])
    proposals = await product.ports.store.pairings.list(cohortId, ['proposed'])
    expect(proposals.length).toBeGreaterThan(5)
  })
})

it('two floors of one house are no two sites', async () => {
  const cityOf = (id: string) => product.company.byId.get(id)!.city
  const apart = proposals.flatMap(({ mentorId, menteeId, parts }) =>
    parts.some(({ part }) => part === 'different-site') ? [[cityOf(mentorId), cityOf(menteeId)]] : [],
  )
  expect(apart.length).toBeGreaterThan(0)
  for (const [one, other] of apart) expect(one).not.toBe(other)
  for (const { detail } of proposals.flatMap(({ parts }) =>
    parts.filter(({ part }) => part === 'different-site'),
  ))
    expect(Object.values(detail!).join(' ')).not.toMatch(/floor/i)
})

describe('pinning and swapping', () => {
  it('refuses to pin a pair in one reporting line, and names the rule', async () => {
    const mentor = proposals[0]!.mentorId
    const { managerId } = product.company.byId.get(mentor)!
    const answer = await setWish(
      product.ports,
      cohortId,
      { mentorId: mentor, menteeId: managerId!, kind: 'pin' },
      organizer(),
    )
    expect(answer).toHaveProperty('refused')
    expect(await product.ports.store.wishes.list(cohortId)).toEqual([])
  })

  it('swaps two pairs or refuses with the rule that stands against it, and never halfway', async () => {
    let [swapped, refused] = [0, 0]
    for (const [index, first] of proposals.slice(0, 6).entries()) {
      const second = proposals[index + 1]!
      const before = await product.ports.store.pairings.list(cohortId)
      const answer = await swapPairings(product.ports, cohortId, first.id, second.id, organizer())
      const [one, other] = await Promise.all(
        [first.id, second.id].map((id) => product.ports.store.pairings.get(id)),
      )
      if ('refused' in answer) {
        refused++
        expect(await product.ports.store.pairings.list(cohortId)).toEqual(before)
        continue
      }
      swapped++
      const [was, wasOther] = [first.id, second.id].map((id) => before.find((pairing) => pairing.id === id)!)
      expect([one!.menteeId, other!.menteeId]).toEqual([wasOther!.menteeId, was!.menteeId])
    }
    expect(swapped + refused).toBe(6)
    // The proof was about the pairs before: what the exchanges cost is kept with it.
    const run = await product.ports.store.runs.latestDone(cohortId)
    const after = await product.ports.store.pairings.list(cohortId, ['proposed'])
    const worth = (pairs: Pairing[]) => pairs.reduce((sum, pair) => sum + shownScore(pair).score, 0)
    expect(run?.outcome?.changes?.count).toBe(swapped || undefined)
    expect(run?.outcome?.changes?.cost ?? 0).toBe(worth(proposals) - worth(after))
    proposals = await product.ports.store.pairings.list(cohortId, ['proposed'])
  })

  it('says what each exchange would cost before any is made, and it costs exactly that', async () => {
    const { store } = product.ports
    const first = proposals[0]!
    const weights = await weighSwaps(product.ports, cohortId, first.id)
    if ('refused' in weights) throw new Error(weights.refused)
    expect(weights.map(({ pairingId }) => pairingId).sort()).toEqual(
      proposals.flatMap(({ id }) => (id === first.id ? [] : [id])).sort(),
    )
    expect(await store.pairings.list(cohortId, ['proposed'])).toEqual(proposals)
    const costOf = async () => (await store.runs.latestDone(cohortId))?.outcome?.changes?.cost ?? 0
    let [made, refused] = [0, 0]
    for (const { pairingId, cost, refused: rule } of weights) {
      const before = await costOf()
      const answer = await swapPairings(product.ports, cohortId, first.id, pairingId, organizer())
      if (rule) {
        refused++
        expect(answer).toEqual(rule)
        continue
      }
      made++
      expect((await costOf()) - before).toBe(cost)
      const { change } = answer as { change: number }
      expect(await undoSwap(product.ports, cohortId, change, organizer())).toEqual({ ok: true })
      expect(await costOf()).toBe(before)
    }
    expect([made > 0, refused > 0]).toEqual([true, true])
    expect(await store.pairings.list(cohortId, ['proposed'])).toEqual(proposals)
  })

  it('lists every exchange, and takes back the newest of a pair before an older one', async () => {
    const { store } = product.ports
    const weights = await weighSwaps(product.ports, cohortId, proposals[0]!.id)
    if ('refused' in weights) throw new Error(weights.refused)
    const [second] = weights.filter(({ cost }) => cost !== undefined)
    const swap = async () => {
      const done = await swapPairings(
        product.ports,
        cohortId,
        proposals[0]!.id,
        second!.pairingId,
        organizer(),
      )
      return (done as { change: number }).change
    }
    const listed = async () =>
      (await store.runs.latestDone(cohortId))?.outcome?.changes?.list?.map(({ number }) => number) ?? []
    const start = await listed()
    const older = await swap()
    const other = await swap()
    expect(await listed()).toEqual([...start, older, other])
    // The newer one put both back as they were at first: the older one has nothing left to take back until that is undone.
    expect(await undoSwap(product.ports, cohortId, older, organizer())).toEqual({ refused: 'changed-since' })
    const twice = await Promise.all([
      undoSwap(product.ports, cohortId, other, organizer()),
      undoSwap(product.ports, cohortId, other, organizer()),
    ])
    expect(twice).toContainEqual({ ok: true })
    expect(twice).toContainEqual({ refused: 'changed-since' })
    expect(await undoSwap(product.ports, cohortId, older, organizer())).toEqual({ ok: true })
    expect(await listed()).toEqual(start)
    expect(await store.pairings.list(cohortId, ['proposed'])).toEqual(proposals)
  })

  it('refuses a swap that would put somebody below their Mentee', async () => {
    const [first, second] = proposals
    changePerson(product.tenant.state, first!.mentorId, { managerId: second!.menteeId })
    await readOrganization(product.ports)
    const answer = await swapPairings(product.ports, cohortId, first!.id, second!.id, organizer())
    // Both may share the Mentee; then there is nothing to swap.
    const expected = first!.menteeId === second!.menteeId ? /./ : /reporting-line|below/
    expect(answer).toMatchObject({ refused: expect.stringMatching(expected) })
    const original = product.company.byId.get(first!.mentorId)!
    changePerson(product.tenant.state, original.id, { managerId: undefined })
    await readOrganization(product.ports)
  })
})

describe('approving', () => {
  it('judges by the chart of that moment: a new manager refuses one pair and passes the others', async () => {
    const open = await product.ports.store.pairings.list(cohortId, ['proposed'])
    const [changed, fine, alsoFine] = open.slice(-3)
    changePerson(product.tenant.state, changed!.mentorId, { managerId: changed!.menteeId })
    await readOrganization(product.ports)
    const answer = await approve(changed!.id, fine!.id, alsoFine!.id)
    expect(answer).toEqual({
      approved: 2,
      refused: [expect.objectContaining({ pairingId: changed!.id, code: 'shared-reporting-line' })],
    })
    expect(await stateOf(changed!.id)).toBe('proposed')
    expect(await product.ports.store.holds.ofPairing(changed!.id)).toBeUndefined()
  })

  it('pressed twice at once approves once and asks for one Hold', async () => {
    const open = await product.ports.store.pairings.list(cohortId, ['proposed'])
    const { id } = open[1]!
    const before = product.waiting.length
    const press = () => approvePairings(product.ports, cohortId, [id], organizer())
    const [first, second] = await Promise.all([press(), press()])
    expect(second).toEqual(first)
    await approve(id)
    expect(await stateOf(id)).toBe('approved')
    expect(product.waiting.length).toBe(before + 1)
    expect(
      (await product.ports.store.holds.list(cohortId)).filter((hold) => hold.pairingId === id),
    ).toHaveLength(1)
  })

  it('refuses somebody who pauses since the proposal', async () => {
    const open = await product.ports.store.pairings.list(cohortId, ['proposed'])
    const pairing = open[0]!
    const { ports } = product
    const participant = (await ports.store.participants.of(cohortId, pairing.mentorId))!
    const until = new Date(ports.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
    await pauseEnrolment(ports, participant.id, pairing.mentorId, until)
    const answer = await approve(pairing.id)
    expect(answer).toMatchObject({
      approved: 0,
      refused: [{ pairingId: pairing.id, code: 'not-taking-part' }],
    })
  })

  it('never gives somebody more partners than they have room for, of several asked for at once neither', async () => {
    const { store } = product.ports
    const open = await store.pairings.list(cohortId, ['proposed'])
    const base = open.find((one) => !open.some((other) => other !== one && other.menteeId === one.menteeId))!
    const rivals = (await store.participants.list(cohortId)).filter(
      (one) =>
        one.side === 'mentor' &&
        one.state === 'approved' &&
        !open.some((other) => other.mentorId === one.personId),
    )
    const mentee = (await store.participants.of(cohortId, base.menteeId))!
    const taken = (await store.pairings.ofPerson(base.menteeId)).filter(
      (one) => one.state === 'approved',
    ).length
    await store.participants.save({ ...mentee, capacity: taken + 1 })
    // Proposals of other Mentors for the same, now last, place.
    const extra: Pairing[] = [...rivals.map((one) => one.personId)].slice(0, 3).map((mentorId, index) => ({
      ...base,
      id: `rival-${index}`,
      mentorId,
      state: 'proposed' as const,
    }))
    for (const one of extra) await store.pairings.save(one)
    await approve(...[base, ...extra].map(({ id }) => id))
    const now = (await store.pairings.ofPerson(base.menteeId)).filter(
      (one) => one.state === 'approved',
    ).length
    expect(now).toBeLessThanOrEqual(taken + 1)
    const all = await store.pairings.list(cohortId, ['approved', 'active'])
    for (const participant of await store.participants.list(cohortId)) {
      const load = all.filter((one) => [one.mentorId, one.menteeId].includes(participant.personId)).length
      expect(load).toBeLessThanOrEqual(participant.capacity)
    }
  })

  it('of everything that is left ends with all of it decided, and an unknown one refused', async () => {
    const answer = await approveNow(product, cohortId, 'all')
    const left = await product.ports.store.pairings.list(cohortId, ['proposed'])
    expect(left.map((one) => one.id).sort()).toEqual(answer.refused.map((one) => one.pairingId).sort())
    expect(await approve('nobody-knows')).toMatchObject({ refused: [{ code: 'not-found' }] })
  })
})
