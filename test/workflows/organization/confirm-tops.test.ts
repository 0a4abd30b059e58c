/** A link of the chart is lost: who is held back, who is told, and what the word of an Organizer changes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changePerson, removePerson } from '../../../bot/demo/graph-server.ts'
import { chartOf, confirmTops, withdrawTops } from '../../../bot/workflows/organization/chart.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import { judgePairings } from '../../../bot/workflows/pairing/judge-pairings.ts'
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
let organizer: string
/** Somebody below the top with more people below than any other, and who leads them. */
let head: { id: string; managerId: string }
beforeAll(async () => {
  product = await startProduct({ people: 300 })
  organizer = product.company.personas.organizer
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  const chart = await chartOf(product.ports)
  const [top] = chart.tops
  const below = (id: string) => product.company.people.filter((person) => chart.isAbove(id, person.id)).length
  const [largest] = chart.directReportsOf(top!).sort((a, b) => below(b) - below(a))
  head = { id: largest!, managerId: top! }
})
afterAll(() => product.close())

const pairs = () => product.ports.store.pairings.list(cohortId, ['proposed', 'approved', 'active'])
const breaks = async () =>
  (await product.ports.store.organization.faults()).map(({ personId, kind }) => `${personId} ${kind}`)
const concerns = async () =>
  (await product.ports.store.concerns.list(cohortId)).filter(({ closedAt }) => !closedAt)

async function across(): Promise<number> {
  const { sameFragment } = await chartOf(product.ports)
  return (await pairs()).filter(({ mentorId, menteeId }) => !sameFragment(mentorId, menteeId)).length
}

describe('a manager who is cleared in the directory', () => {
  it('is the first break on the list, with the people below', async () => {
    changePerson(product.tenant.state, head.id, { managerId: undefined })
    await readOrganization(product.ports)
    const [first] = await product.ports.store.organization.faults()
    expect(first).toMatchObject({ personId: head.id, kind: 'missing-manager' })
    expect(Number(first!.detail['peopleBelow'])).toBeGreaterThan(5)
  })

  it('keeps everybody below from being paired across it', async () => {
    const proposed = await proposeAll(product, cohortId)
    expect(proposed.length).toBeGreaterThan(0)
    expect(await across()).toBe(0)
    const { isAbove } = await chartOf(product.ports)
    const inside = (id: string) => id === head.id || isAbove(head.id, id)
    for (const { mentorId, menteeId } of proposed) expect(inside(mentorId)).toBe(inside(menteeId))
  })

  it('is a top once an Organizer says so: more people find a partner, and the log knows who said it', async () => {
    const before = (await proposeAll(product, cohortId)).length
    expect(await confirmTops(product.ports, [head.id, head.id], organizer)).toEqual({ confirmed: 1 })
    expect(await breaks()).not.toContain(`${head.id} missing-manager`)
    expect((await proposeAll(product, cohortId)).length).toBeGreaterThan(before)
    expect(await product.ports.store.organization.tops()).toMatchObject([
      { personId: head.id, confirmedBy: organizer },
    ])
    const log = await product.ports.store.audit.list(1000)
    expect(
      log.filter(({ action, subject }) => action === 'top-confirmed' && subject === head.id),
    ).toHaveLength(1)
  })

  it('and confirming the same again changes nothing, while whoever has a manager is no top', async () => {
    expect(await confirmTops(product.ports, [head.id], organizer)).toEqual({ confirmed: 0 })
    const { directReportsOf } = await chartOf(product.ports)
    const [report] = directReportsOf(head.id)
    expect(await confirmTops(product.ports, [report!], organizer)).toMatchObject({
      refused: 'has-a-manager',
      detail: { personId: report },
    })
    expect(await product.ports.store.organization.tops()).toHaveLength(1)
  })
})

describe('pairs that stand', () => {
  it('are looked at again when the word is taken back, and the concern closes when it is given anew', async () => {
    await approveAll(product, cohortId)
    await product.runJobs()
    const standing = await pairs()
    await withdrawTops(product.ports, [head.id], organizer)
    await product.runJobs()
    const crossing = await across()
    expect(crossing).toBeGreaterThan(0)
    expect((await concerns()).filter(({ kind }) => kind === 'line-unknown')).toHaveLength(crossing)
    expect(await pairs()).toHaveLength(standing.length)
    await confirmTops(product.ports, [head.id], organizer)
    await product.runJobs()
    expect((await concerns()).filter(({ kind }) => kind === 'line-unknown')).toHaveLength(0)
  })

  it('below a manager who left the company are looked at too, and are right again with a new manager', async () => {
    changePerson(product.tenant.state, head.id, { managerId: head.managerId })
    await readOrganization(product.ports)
    await judgePairings(product.ports)
    expect((await concerns()).filter(({ kind }) => kind === 'line-unknown')).toHaveLength(0)
    const reports = product.company.people.filter(({ managerId }) => managerId === head.id)
    removePerson(product.tenant.state, head.id)
    await readOrganization(product.ports)
    await judgePairings(product.ports)
    expect(await breaks()).toEqual(expect.arrayContaining(reports.map(({ id }) => `${id} unknown-manager`)))
    const crossing = await across()
    expect(crossing).toBeGreaterThan(0)
    const raised = (await concerns()).filter(({ kind }) => kind === 'line-unknown' || kind === 'person-left')
    expect(raised.length).toBeGreaterThanOrEqual(crossing)
    for (const { id } of reports) changePerson(product.tenant.state, id, { managerId: head.managerId })
    await readOrganization(product.ports)
    await judgePairings(product.ports)
    expect((await concerns()).filter(({ kind }) => kind === 'line-unknown')).toHaveLength(0)
  })
})

describe('guests and disabled accounts', () => {
  it('are not on the list when nobody is below them, and are no tops by themselves', async () => {
    const strangers = product.company.people.filter(
      ({ userType, accountEnabled }) => userType === 'Guest' || !accountEnabled,
    )
    expect(strangers.length).toBeGreaterThan(0)
    const listed = await breaks()
    const { tops } = await chartOf(product.ports)
    for (const { id } of strangers) {
      expect(listed).not.toContain(`${id} missing-manager`)
      expect(tops).not.toContain(id)
    }
  })
})
