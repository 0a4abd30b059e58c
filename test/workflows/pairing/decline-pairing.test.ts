/** Once, without a reason, before the first Session: the pair is undone, and nothing anywhere says by whom. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { explainTwo } from '../../../bot/workflows/pairing/adjust-proposals.ts'
import { changeMatching } from '../../../bot/workflows/pairing/change-matching.ts'
import { declinePairing, mayDecline } from '../../../bot/workflows/pairing/decline-pairing.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { loadMatching } from '../../../bot/workflows/pairing/matching-input.ts'
import { createCohort } from '../../../bot/workflows/program/set-up-cohort.ts'
import { pickUpStranded } from '../../../bot/workflows/tick.ts'
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
let organizer: string
let active: Pairing[]
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  organizer = product.company.personas.organizer
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  // One stays without its time.
  unbooked = (product.waiting.pop()!.payload as { holdId: string }).holdId
  expect(await product.runJobs(3)).toEqual([])
  active = await product.ports.store.pairings.list(cohortId, ['active'])
})
afterAll(() => product.close())

let unbooked: string
const decline = (pairing: Pairing, by: string) => declinePairing(product.ports, pairing.id, by)
const stateOf = async ({ id }: Pairing) => (await product.ports.store.pairings.get(id))!.state
const noticesOf = async (personId: string) =>
  (await product.ports.store.notices.ofPerson(personId)).map(({ notice }) => notice)
const may = async (pairing: Pairing, by: string) =>
  mayDecline(product.ports, (await product.ports.store.pairings.get(pairing.id))!, by)
/** Two Pairings, still active, of somebody who has declined none. */
async function twoOfOne(): Promise<{ personId: string; two: [Pairing, Pairing] }> {
  const now = await product.ports.store.pairings.list(cohortId, ['active'])
  for (const personId of now.flatMap(({ mentorId, menteeId }) => [menteeId, mentorId])) {
    const mine = now.filter((one) => one.mentorId === personId || one.menteeId === personId)
    if (mine.length >= 2 && !(await product.ports.store.vetoes.of(cohortId, personId)))
      return { personId, two: [mine[0]!, mine[1]!] }
  }
  throw new Error('Nobody has two partners.')
}

describe('declining', () => {
  it('is for the two alone, and a stranger does not even learn that the pair is there', async () => {
    const [pairing] = active
    expect(await decline(pairing!, organizer)).toEqual({ refused: 'not-found' })
    expect(await declinePairing(product.ports, 'nothing', organizer)).toEqual({ refused: 'not-found' })
  })

  it('takes the series out of both calendars and tells both the same words, pressed once or three times', async () => {
    const [pairing] = active
    const { mentorId, menteeId } = pairing!
    const hold = (await product.ports.store.holds.ofPairing(pairing!.id))!
    const inOutlook = () =>
      [...product.tenant.state.events.values()].filter((event) => event.transactionId === `${hold.id}.1`)
    expect(inOutlook()).toHaveLength(1)
    const answers = await Promise.all([1, 2, 3].map(() => decline(pairing!, mentorId)))
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }])
    expect(await stateOf(pairing!)).toBe('declined')
    expect(await product.runJobs(3)).toEqual([])
    expect(inOutlook()).toEqual([])
    expect((await product.ports.store.holds.get(hold.id))!.state).toBe('released')
    const sessions = await product.ports.store.sessions.ofPairing(pairing!.id)
    expect(new Set(sessions.map(({ state }) => state))).toEqual(new Set(['cancelled']))
    for (const [personId, partnerId] of [
      [mentorId, menteeId],
      [menteeId, mentorId],
    ] as const) {
      const notices = await noticesOf(personId)
      // The card that introduced them says so as well: its buttons are gone.
      expect(notices.filter((one) => one.kind === 'pairing' && one.pairingId === pairing!.id)).toEqual([])
      const off = notices.filter((one) => one.kind === 'pairing-off' && one.partner.id === partnerId)
      expect(off).toHaveLength(2)
      expect(Object.keys(off[0]!).sort()).toEqual(['kind', 'partner'])
    }
  })

  it('leaves no trace of which of the two it was, in the Pairing or the log', async () => {
    const pairing = active.find((one) => one.mentorId !== active[0]!.mentorId)!
    const before = await product.ports.store.audit.list(500)
    await decline(pairing, pairing.mentorId)
    const after = await product.ports.store.audit.list(500)
    const lines = after.slice(0, after.length - before.length)
    expect(lines).toEqual([
      expect.objectContaining({ action: 'pairing-did-not-begin', actorId: 'system', subject: pairing.id }),
    ])
    const kept = (await product.ports.store.pairings.get(pairing.id))!
    const { mentorId: _m, menteeId: _e, parts: _p, ...rest } = kept
    expect(JSON.stringify(rest)).not.toContain(pairing.mentorId)
    expect(JSON.stringify(rest)).not.toContain(pairing.menteeId)
    await product.runJobs(3)
  })

  it('is possible once in a Cohort, also when two are pressed at the same moment; ending stays possible', async () => {
    const { personId, two } = await twoOfOne()
    const [one, other] = two
    const answers = await Promise.all([decline(one, personId), decline(other, personId)])
    expect(answers.filter((answer) => isRefused(answer))).toEqual([{ refused: 'already-declined-once' }])
    const left = isRefused(answers[0]) ? one : other
    expect(await may(left, personId)).toBe(false)
    expect(await endPairing(product.ports, left.id, personId)).toMatchObject({ state: 'declined' })
    await product.runJobs(3)
  })

  it('gives both their place back, and nobody goes on reading that the other accepted', async () => {
    const { store, clock } = product.ports
    const { personId, two } = await twoOfOne()
    for (const [pairing, over] of [
      [two[0], () => decline(two[0], personId)],
      [two[1], () => endPairing(product.ports, two[1].id, personId)],
    ] as const) {
      const { id, mentorId, menteeId } = pairing
      await store.wishes.set({ cohortId, mentorId, menteeId, kind: 'pin', by: 'both' })
      await store.requests.save({
        ...{ id: `asked ${id}`, cohortId, fromId: mentorId, toId: menteeId, state: 'accepted' },
        ...{ askedAt: clock.now(), expiresAt: new Date(clock.now().getTime() + 86_400_000) },
      })
      expect(await over()).not.toHaveProperty('refused')
      expect(await store.wishes.list(cohortId)).not.toContainEqual(
        expect.objectContaining({ mentorId, menteeId }),
      )
      expect((await store.requests.get(`asked ${id}`))!.state).toBe('withdrawn')
    }
  })

  it('is possible for a Pairing that has no time yet, which is then never booked', async () => {
    const hold = (await product.ports.store.holds.get(unbooked))!
    const pairing = (await product.ports.store.pairings.get(hold.pairingId))!
    expect(pairing.state).toBe('approved')
    expect(await decline(pairing, pairing.mentorId)).toEqual({ ok: true })
    await product.ports.jobs.add('book-hold', { holdId: unbooked })
    expect(await product.runJobs(3)).toEqual([])
    expect((await product.ports.store.holds.get(unbooked))!.state).toBe('released')
  })

  it('that loses its worker is found by the next look: no series stays in the calendars', async () => {
    const left = await product.ports.store.pairings.list(cohortId, ['active'])
    const pairing = left.find((one) => one.mentorId !== active[0]!.mentorId)!
    expect(await decline(pairing, pairing.mentorId)).toEqual({ ok: true })
    product.waiting.length = 0
    await product.advanceDays(0.1)
    await pickUpStranded(product.ports)
    expect(await product.runJobs(3)).toEqual([])
    expect((await product.ports.store.holds.ofPairing(pairing.id))!.state).toBe('released')
  })

  it('is over when the first Session has begun, and ending is not', async () => {
    const [pairing] = await product.ports.store.pairings.list(cohortId, ['active'])
    const [first] = await product.ports.store.sessions.ofPairing(pairing!.id)
    await product.tenant.advanceTo(new Date(first!.startsAt.getTime() + 60_000))
    expect(await may(pairing!, pairing!.mentorId)).toBe(false)
    const before = await product.ports.store.vetoes.of(cohortId, pairing!.mentorId)
    if (!before) expect(await decline(pairing!, pairing!.mentorId)).toEqual({ refused: 'first-session-over' })
    expect(await endPairing(product.ports, pairing!.id, pairing!.mentorId)).toMatchObject({ state: 'ended' })
    expect(await decline(pairing!, pairing!.mentorId)).toEqual({ refused: 'already-ended' })
  })
})

describe('pairing anew in the same Cohort', () => {
  it('never brings those two together again, even where earlier pairs may meet again', async () => {
    const choices = { objective: 'best-total', rules: { repeatEarlierPairs: true }, weights: {} } as const
    await changeMatching(product.ports, cohortId, choices, organizer)
    const declined = await product.ports.store.pairings.list(cohortId, ['declined'])
    expect(declined.length).toBeGreaterThan(2)
    for (const { mentorId, menteeId } of declined)
      expect(await explainTwo(product.ports, cohortId, mentorId, menteeId)).toMatchObject({
        refused: 'earlier-pair',
      })
    const proposals = await proposeAll(product, cohortId)
    expect(proposals.length).toBeGreaterThan(0)
    const together = new Set(proposals.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`))
    for (const { mentorId, menteeId } of declined) expect(together.has(`${mentorId} ${menteeId}`)).toBe(false)
  })

  it('excludes an old partner by the rule on earlier pairs', async () => {
    expect(await product.ports.store.pairings.list(cohortId, ['ended'])).not.toEqual([])
    await changeMatching(
      product.ports,
      cohortId,
      { objective: 'best-total', rules: {}, weights: {} },
      organizer,
    )
    const ended = await product.ports.store.pairings.list(cohortId, ['ended'])
    const proposals = await proposeAll(product, cohortId)
    const together = new Set(proposals.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`))
    for (const { mentorId, menteeId } of ended) {
      expect(await explainTwo(product.ports, cohortId, mentorId, menteeId)).toMatchObject({
        refused: 'earlier-pair',
      })
      expect(together.has(`${mentorId} ${menteeId}`)).toBe(false)
    }
  })
})

describe('the next Cohort', () => {
  it('puts those first who were approved before and never had a partner, and counts nobody else', async () => {
    const { store } = product.ports
    const { sponsor, organizer } = product.company.personas
    const before = (await store.cohorts.get(cohortId))!
    await store.cohorts.save({ ...before, stage: 'running' })
    const created = await createCohort(product.ports, aPlan(sponsor, { startsOn: '2031-01-06' }), organizer)
    if (isRefused(created)) throw new Error(created.refused)
    const next = created.id
    await store.cohorts.save({ ...(await store.cohorts.get(next))!, stage: 'matching' })
    const people = await store.participants.list(cohortId)
    for (const one of people)
      await store.participants.save({ ...one, id: `next ${one.id}`, cohortId: next, state: 'approved' })
    const had = new Set(
      (await store.pairings.list(cohortId, ['approved', 'active', 'ended'])).flatMap((one) => [
        one.mentorId,
        one.menteeId,
      ]),
    )
    const { input } = await loadMatching(product.ports, next, { seed: 1 })
    const waited = new Map(input.participants.map((one) => [one.id, one.waitedCohorts]))
    const approved = new Set(people.flatMap((one) => (one.state === 'approved' ? [one.personId] : [])))
    for (const { personId } of people)
      expect({ personId, waited: waited.get(personId) }).toEqual({
        personId,
        waited: approved.has(personId) && !had.has(personId) ? 1 : 0,
      })
    expect([...waited.values()]).toContain(1)
    expect([...waited.values()]).toContain(0)
  })
})
