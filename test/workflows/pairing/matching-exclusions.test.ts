/** Everything that forbids a pair from outside the chart reaches the engine, and nothing is paired on half the facts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { explainTwo } from '../../../bot/workflows/pairing/adjust-proposals.ts'
import { approvePairings } from '../../../bot/workflows/pairing/approve-pairings.ts'
import { requestProposals } from '../../../bot/workflows/pairing/propose-pairings.ts'
import type { Ports, Store } from '../../../bot/workflows/ports.ts'
import {
  importExclusions,
  removeExclusion,
  removeExclusionList,
} from '../../../bot/workflows/program/keep-exclusions.ts'
import { enrolCompany, openCohort, type Product, proposeAll, startProduct } from '../../support/product.ts'

let product: Product
let cohortId: string
let organizer: string
let pair: Pairing

beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  organizer = product.company.personas.organizer
  pair = (await proposeAll(product, cohortId))[0]!
})
afterAll(() => product.close())

const mailOf = (id: string) => product.company.byId.get(id)!.mail
const bring = (source: string, ...lines: string[]) =>
  importExclusions(
    product.ports,
    { source, file: Buffer.from(['kind,person,other', ...lines].join('\n')) },
    organizer,
  )
const off = (source: string) => removeExclusionList(product.ports, source, organizer)
const whyNot = async () => {
  const answer = await explainTwo(product.ports, cohortId, pair.mentorId, pair.menteeId)
  return isRefused(answer) ? answer.refused : 'allowed'
}

describe('imported lists', () => {
  it.each(['conflict', 'panel'] as const)('a %s keeps the two apart from the next run on', async (kind) => {
    expect(await whyNot()).toBe('allowed')
    const said = await bring('list.csv', `${kind},${mailOf(pair.menteeId)},${mailOf(pair.mentorId)}`)
    expect(said).toEqual({ kept: 1, stillInForce: 0, bad: [] })
    expect(await whyNot()).toBe('conflict')
    const proposals = await proposeAll(product, cohortId)
    const together = proposals.some((one) => one.mentorId === pair.mentorId && one.menteeId === pair.menteeId)
    expect(together).toBe(false)
    await off('list.csv')
    expect(await whyNot()).toBe('allowed')
  })

  it('a dotted line counts as a line', async () => {
    await bring('matrix.csv', `dotted-line,${mailOf(pair.mentorId)},${mailOf(pair.menteeId)}`)
    expect(await whyNot()).toBe('dotted-line')
    await off('matrix.csv')
  })

  it('a new edition replaces its own source only: what another list says stays', async () => {
    const line = `conflict,${mailOf(pair.mentorId)},${mailOf(pair.menteeId)}`
    await bring('legal.csv', line)
    await bring('audit.csv', line)
    await off('audit.csv')
    expect(await whyNot()).toBe('conflict')
    const gone = {
      kind: 'conflict',
      onePerson: pair.menteeId,
      other: pair.mentorId,
      source: 'legal.csv',
    } as const
    expect(await removeExclusion(product.ports, gone, organizer)).toEqual({ ok: true })
    expect(await whyNot()).toBe('allowed')
  })

  it('as long as a line cannot be read, what the former edition said holds too', async () => {
    await bring('legal.csv', `conflict,${mailOf(pair.mentorId)},${mailOf(pair.menteeId)}`)
    const { sponsor, communications } = product.company.personas
    const said = await bring(
      'legal.csv',
      `conflict,${mailOf(sponsor)},${mailOf(communications)}`,
      `conflict,${mailOf(pair.mentorId)},mistyped@example.com`,
    )
    expect(said).toMatchObject({ kept: 1, stillInForce: 1, bad: [{ line: 3, why: 'unknown-person' }] })
    expect(await whyNot()).toBe('conflict')
    expect(await bring('legal.csv', `conflict,${mailOf(sponsor)},${mailOf(communications)}`)).toMatchObject({
      ...{ kept: 1, stillInForce: 0 },
    })
    expect(await whyNot()).toBe('allowed')
    await bring('legal.csv')
  })

  it('a file in which no line can be read leaves the former edition in force', async () => {
    await bring('legal.csv', `conflict,${mailOf(pair.mentorId)},${mailOf(pair.menteeId)}`)
    expect(await bring('legal.csv', 'conflict,nobody@example.com,also@example.com')).toMatchObject({
      kept: 0,
    })
    expect(await whyNot()).toBe('conflict')
    await off('legal.csv')
  })
})

describe('the history of managers', () => {
  it('is kept from reading to reading: a manager of last month is no partner, one of two years ago may be', async () => {
    const { store } = product.ports
    const { mentorId, menteeId } = pair
    const before = (await store.people.get(mentorId))!.managerId!
    const reads = async (managerId: string, at: string) => {
      const person = { id: mentorId, displayName: 'Somebody' }
      await store.people.applyPage(
        { rows: [{ kind: 'person', person, manager: { id: managerId } }], cursor: 'c', done: true },
        { whole: false, startedAt: new Date(at), at: new Date(at) },
      )
    }
    const now = product.ports.clock.now()
    const monthsAgo = (months: number) => new Date(now.getTime() - months * 30.5 * 86_400_000).toISOString()
    await reads(menteeId, monthsAgo(30))
    await reads(before, monthsAgo(26))
    expect(await store.exclusions.formerManagers()).toContainEqual({
      personId: mentorId,
      managerId: menteeId,
      until: monthsAgo(26).slice(0, 10),
    })
    expect(await whyNot()).toBe('allowed')
    await reads(menteeId, monthsAgo(3))
    await reads(before, monthsAgo(1))
    expect(await whyNot()).toBe('former-manager')
  })
})

describe('a source that cannot be read', () => {
  const broken = async () => {
    throw new Error('connection lost')
  }
  const without = (change: (store: Store) => Partial<Store>): Ports => {
    const { store } = product.ports
    return { ...product.ports, store: { ...store, ...change(store) } }
  }
  const sources: [string, (store: Store) => Partial<Store>][] = [
    ['exclusions', (s) => ({ exclusions: { ...s.exclusions, list: broken } })],
    ['manager-history', (s) => ({ exclusions: { ...s.exclusions, formerManagers: broken } })],
    ['wishes', (s) => ({ wishes: { ...s.wishes, list: broken } })],
    ['blocks', (s) => ({ participants: { ...s.participants, blocks: broken } })],
    ['earlier-pairs', (s) => ({ pairings: { ...s.pairings, earlier: broken } })],
  ]
  it.each(sources)('%s: nothing is proposed or approved, and the answer names it', async (source, change) => {
    const ports = without(change)
    const named = { code: 'exclusions-unreadable', source }
    await expect(requestProposals(ports, cohortId, {}, organizer)).rejects.toMatchObject(named)
    await expect(approvePairings(ports, cohortId, 'all', organizer)).rejects.toMatchObject(named)
    expect(product.waiting).toEqual([])
    expect(await ports.store.pairings.list(cohortId, ['approved', 'active'])).toEqual([])
  })

  it('in the middle of a run ends it, named, with the former proposals in place', async () => {
    const before = await product.ports.store.pairings.list(cohortId)
    await requestProposals(product.ports, cohortId, {}, organizer)
    const [job] = product.waiting.splice(0)
    const { proposePairings } = await import('../../../bot/workflows/pairing/propose-pairings.ts')
    const { runId } = job!.payload as { runId: string }
    await expect(proposePairings(without(sources[0]![1]), runId)).rejects.toThrow(/exclusions/)
    const run = (await product.ports.store.runs.get(runId))!
    expect([run.state, run.failure]).toEqual(['failed', expect.stringContaining('"exclusions"')])
    expect(await product.ports.store.pairings.list(cohortId)).toEqual(before)
  })
})
