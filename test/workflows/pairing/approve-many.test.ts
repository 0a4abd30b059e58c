/** Pairs approved at one word: it can be taken back for ten seconds, nobody has to wait for it, and each pair is counted once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { changePerson } from '../../../bot/demo/graph-server.ts'
import { type Approval, undoMs } from '../../../bot/domain/pairing/matching-run.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import { swapPairings } from '../../../bot/workflows/pairing/adjust-proposals.ts'
import {
  approveMany,
  approvePairings,
  undoApproval,
} from '../../../bot/workflows/pairing/approve-pairings.ts'
import { cancelRun, requestProposals } from '../../../bot/workflows/pairing/propose-pairings.ts'
import { enrolCompany, openCohort, type Product, proposeAll, startProduct } from '../../support/product.ts'

let product: Product
let cohortId: string
let runId: string
let open: Pairing[]
beforeAll(async () => {
  product = await startProduct({ people: 400, mentors: 40, mentees: 36 })
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  runId = (await product.ports.store.runs.latestDone(cohortId))!.id
})
beforeEach(async () => {
  product.waiting.splice(0)
  open = await product.ports.store.pairings.list(cohortId, ['proposed'])
})
afterAll(() => product.close())

const organizer = () => product.company.personas.organizer
const ask = (pairs: Pairing[]) =>
  approvePairings(
    product.ports,
    cohortId,
    pairs.map(({ id }) => id),
    organizer(),
  )
/** Until nobody can take back what was asked for last, or a moment before that. */
const pass = (ms = undoMs) => product.tenant.advanceTo(new Date(product.ports.clock.now().getTime() + ms))
const undo = async () => undoApproval(product.ports, cohortId, (await approval()).id, organizer())
const approval = async () => (await product.ports.store.runs.get(runId))!.outcome!.approval as Approval
const statesOf = async (pairs: Pairing[]) =>
  Promise.all(pairs.map(async ({ id }) => (await product.ports.store.pairings.get(id))!.state))
const holdsOf = async ({ id }: Pairing) =>
  (await product.ports.store.holds.list(cohortId)).filter(({ pairingId }) => pairingId === id)

/** The product whose worker dies when it writes down its progress for that time. */
function dyingAtNote(time: number) {
  const { store } = product.ports
  let notes = 0
  const save: typeof store.runs.save = async (run) => {
    if (++notes === time) throw new Error('The database went away.')
    await store.runs.save(run)
  }
  return { ...product.ports, store: { ...store, runs: { ...store.runs, save } } }
}

describe('ten seconds of undo', () => {
  it('nothing is done within them, whoever works on it, and everything after them without another word', async () => {
    const pairs = open.slice(1, 3)
    expect(await ask(pairs)).toMatchObject({ of: 2, undoUntil: expect.any(Date) })
    expect(product.waiting).toEqual([{ name: 'approve-pairings', payload: { runId }, inSeconds: 10 }])
    await pass(undoMs - 1000)
    await approveMany(product.ports, runId)
    expect(await statesOf(pairs)).toEqual(['proposed', 'proposed'])
    expect(await approval()).toMatchObject({ state: 'waiting', of: 2, done: 0 })
    // Too early, so it asks to be called again when the time has come: the window that asked may be closed by then.
    expect(product.waiting.at(-1)).toMatchObject({ payload: { runId }, inSeconds: 1 })
    expect(await product.runJobs()).toEqual([])
    expect(await statesOf(pairs)).toEqual(['active', 'active'])
    for (const pair of pairs) expect(await holdsOf(pair)).toHaveLength(1)
  })

  it('taken back nothing is approved, booked or told, and the next yes is another one', async () => {
    const pairs = open.slice(1, 3)
    await ask(pairs)
    await pass(undoMs - 1000)
    expect(await undo()).toEqual({ ok: true })
    expect(await undo()).toEqual({ ok: true })
    await pass()
    expect(await product.runJobs()).toEqual([])
    expect(await statesOf(pairs)).toEqual(['proposed', 'proposed'])
    expect(await approval()).toMatchObject({ state: 'undone', ids: [], approved: 0 })
    for (const pair of pairs) expect(await holdsOf(pair)).toEqual([])
    const first = (await approval()).id
    await ask(pairs)
    expect((await approval()).id).not.toBe(first)
    await undo()
  })

  it('is refused when they are over, begun or not, and what was taken back too late goes on', async () => {
    const pairs = open.slice(1, 3)
    await ask(pairs)
    await pass()
    expect(await undo()).toMatchObject({ refused: 'undo-over' })
    await approveMany(product.ports, runId)
    expect(await undo()).toMatchObject({ refused: 'undo-over' })
    expect(await statesOf(pairs)).toEqual(['approved', 'approved'])
  })

  it('either taken back or begun, never both, however close the two come', async () => {
    const pairs = open.slice(1, 3)
    await ask(pairs)
    await pass()
    const [answer] = await Promise.all([undo(), approveMany(product.ports, runId)])
    expect(answer).toMatchObject({ refused: 'undo-over' })
    expect(await statesOf(pairs)).toEqual(['approved', 'approved'])
  })

  it('begin anew for all of it when more joins, and not when the same is pressed twice', async () => {
    const [one, two] = open.slice(1)
    const first = await ask([one!])
    await pass(4000)
    expect(await ask([one!])).toEqual(first)
    const second = await ask([one!, two!])
    expect(second).toMatchObject({ of: 2 })
    await pass(undoMs - 4000)
    await approveMany(product.ports, runId)
    expect(await statesOf([one!, two!])).toEqual(['proposed', 'proposed'])
    await undo()
  })

  it('keep the pairs what they were said yes to: no swap in between', async () => {
    const [one, two] = open.slice(1)
    await ask([one!])
    expect(await swapPairings(product.ports, cohortId, one!.id, two!.id, organizer())).toMatchObject({
      refused: expect.stringMatching(/approval-under-way|reporting-line|below|already-paired|line/),
    })
    expect(await product.ports.store.pairings.get(one!.id)).toEqual(one)
    await undo()
  })

  it('nothing that is no proposal any more is asked for', async () => {
    const nothing = await approvePairings(product.ports, cohortId, [], organizer())
    expect(nothing).toEqual({ refused: 'not-proposed' })
  })
})

describe('approving many pairs', () => {
  it('answers at once, goes on by itself, and names the rule of each "no"', async () => {
    const [changed, ...fine] = open.slice(0, 4)
    changePerson(product.tenant.state, changed!.mentorId, { managerId: changed!.menteeId })
    await readOrganization(product.ports)
    expect(await ask(open.slice(0, 4))).toMatchObject({ of: 4 })
    expect(await statesOf(fine)).toEqual(['proposed', 'proposed', 'proposed'])
    expect(await approval()).toMatchObject({ state: 'waiting', of: 4, done: 0 })
    expect(await product.runJobs()).toEqual([])
    // Approved, and booked by the jobs that this asked for.
    expect(await statesOf(fine)).toEqual(['active', 'active', 'active'])
    expect(await approval()).toMatchObject({
      ...{ state: 'done', of: 4, done: 4, approved: 3 },
      refused: [{ pairingId: changed!.id, code: 'shared-reporting-line' }],
    })
    changePerson(product.tenant.state, changed!.mentorId, {
      managerId: product.company.byId.get(changed!.mentorId)!.managerId,
    })
    await readOrganization(product.ports)
  })

  it('pressed twice is asked once, and what is asked for meanwhile joins it', async () => {
    const [one, two, three] = open.slice(1)
    await Promise.all([ask([one!, two!]), ask([one!, two!])])
    expect(await ask([two!, three!])).toMatchObject({ of: 3 })
    await pass()
    expect(await product.runJobs(3)).toEqual([])
    expect(await approval()).toMatchObject({ state: 'done', of: 3, approved: 3, refused: [] })
    for (const pair of [one!, two!, three!]) expect(await holdsOf(pair)).toHaveLength(1)
  })

  it('goes on after a worker that died, and counts the pair it had just approved', async () => {
    const pairs = open.slice(1, 4)
    await ask(pairs)
    await pass()
    await expect(approveMany(dyingAtNote(3), runId, 1)).rejects.toThrow('went away')
    expect(await statesOf(pairs)).toEqual(['approved', 'approved', 'proposed'])
    expect(await approval()).toMatchObject({ state: 'running', done: 1, approved: 1 })
    await approveMany(product.ports, runId, 1)
    expect(await approval()).toMatchObject({ state: 'done', done: 3, approved: 3, refused: [] })
    for (const pair of pairs) expect(await holdsOf(pair)).toHaveLength(1)
  })

  it('by two workers at once approves and counts each pair once', async () => {
    const pairs = open.slice(1, 5)
    await ask(pairs)
    await pass()
    await Promise.all([approveMany(product.ports, runId, 1), approveMany(product.ports, runId, 1)])
    expect(await approval()).toMatchObject({ state: 'done', done: 4, approved: 4, refused: [] })
    for (const pair of pairs) expect(await holdsOf(pair)).toHaveLength(1)
  })

  it('keeps the proposals from being replaced meanwhile', async () => {
    await ask(open.slice(1, 3))
    expect(await requestProposals(product.ports, cohortId, {}, organizer())).toEqual({
      refused: 'approval-under-way',
    })
    await pass()
    await approveMany(product.ports, runId)
    expect(await requestProposals(product.ports, cohortId, {}, organizer())).toHaveProperty('runId')
    const latest = (await product.ports.store.runs.latest(cohortId))!
    await cancelRun(product.ports, latest.id, organizer())
  })

  it('can be stopped: what was approved stays, the rest waits for another word', async () => {
    const pairs = open.slice(1, 4)
    await ask(pairs)
    await pass()
    await expect(approveMany(dyingAtNote(3), runId, 1)).rejects.toThrow('went away')
    expect(await cancelRun(product.ports, runId, organizer())).toEqual({ ok: true })
    await approveMany(product.ports, runId)
    expect(await statesOf(pairs)).toEqual(['approved', 'approved', 'proposed'])
    expect(await approval()).toMatchObject({ state: 'stopped', ids: [] })
    expect(await cancelRun(product.ports, runId, organizer())).toMatchObject({ refused: 'run-over' })
  })
})
