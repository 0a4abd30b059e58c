/** Reading the organization chart from the tenant: whole once, then only what changed, whatever fails on the way. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { memoryOf } from '../../../bot/demo/graph/memory.ts'
import { addPerson, changePerson, forgetDeltaLinks, removePerson } from '../../../bot/demo/graph-server.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct({ people: 900 })
})
afterAll(() => product.close())

const delta = /users\/delta/
const { stringify } = JSON

/** How often the directory was asked for a page while something was done. */
async function pagesAskedDuring(act: () => Promise<unknown>): Promise<number> {
  const { log } = product.tenant.state
  const before = log.length
  await act()
  return log.slice(before).filter((one) => one.service === 'graph' && delta.test(one.path)).length
}

const read = () => readOrganization(product.ports)

/** The chart as the product knows it, and as the tenant has it: id and manager. */
async function known(): Promise<string[]> {
  return (await product.ports.store.people.lines()).map((one) => stringify([one.id, one.managerId])).sort()
}
const actual = () =>
  product.tenant.state.company.people.map((one) => stringify([one.id, one.managerId])).sort()

/** Graph refuses one page for good after this many went well. */
function refusePageAfter(good: number, fault: { status: number }): void {
  const { faults } = product.tenant.state
  if (good > 0) faults.push({ service: 'graph', path: delta, kind: 'slow', delayMs: 0, times: good })
  faults.push({ service: 'graph', path: delta, kind: 'error-before', ...fault, times: 1 })
}

describe('the first reading', () => {
  it('goes on at the page that failed, and removes nobody before the last one', async () => {
    refusePageAfter(2, { status: 403 })
    expect(await pagesAskedDuring(() => expect(read()).rejects.toThrow())).toBe(3)
    const { state, pages, people, failure } = await product.ports.store.organization.reading()
    expect({ state, pages, people, failure }).toEqual({
      ...{ state: 'failed', pages: 2, people: 400 },
      failure: 'refused',
    })
    expect(await product.ports.store.organization.reading()).not.toHaveProperty('finishedAt')
    expect(await pagesAskedDuring(read)).toBe(3)
    expect(await known()).toEqual(actual())
  })

  it('lists managers who are missing, themselves, or in a circle', async () => {
    const people = product.company.people.filter((one) => one.managerId && one.accountEnabled)
    const [self, lost, first, second] = people.slice(-4)
    changePerson(product.tenant.state, self!.id, { managerId: self!.id })
    changePerson(product.tenant.state, lost!.id, { managerId: '99999999-9999-4999-8999-999999999999' })
    changePerson(product.tenant.state, first!.id, { managerId: second!.id })
    changePerson(product.tenant.state, second!.id, { managerId: first!.id })
    await read()
    const faults = await product.ports.store.organization.faults()
    const kindsOf = (id: string) => faults.filter((one) => one.personId === id).map((one) => one.kind)
    expect(kindsOf(self!.id).join()).toMatch(/self/)
    expect(kindsOf(lost!.id).join()).toMatch(/missing|unknown/)
    expect([...kindsOf(first!.id), ...kindsOf(second!.id)].join()).toMatch(/cycle/)
  })
})

describe('a later reading', () => {
  it('asks once when nothing changed', async () => {
    expect(await pagesAskedDuring(read)).toBe(1)
    expect(await known()).toEqual(actual())
  })

  it('takes over a new manager, somebody new and somebody gone', async () => {
    const { state, company } = { state: product.tenant.state, company: product.company }
    const [one, other] = company.people.filter((person) => person.managerId)
    const leaver = company.people.at(-1)!
    const newcomer = { ...one!, id: '11111111-1111-4111-8111-111111111111', displayName: 'Nova Neu' }
    changePerson(state, one!.id, { managerId: other!.id, jobTitle: 'Something else' })
    addPerson(state, newcomer)
    removePerson(state, leaver.id)
    expect(await pagesAskedDuring(read)).toBe(1)
    expect(await known()).toEqual(actual())
    expect(await product.ports.store.people.get(one!.id)).toMatchObject({ jobTitle: 'Something else' })
    expect(await product.ports.store.people.get(leaver.id)).toMatchObject({ isEligible: false })
  })

  it('keeps everybody and their managers when it fails, and catches up after that', async () => {
    const before = await known()
    const { finishedAt } = await product.ports.store.organization.reading()
    const moved = product.company.people.find((one) => one.managerId)!
    changePerson(product.tenant.state, moved.id, { managerId: undefined })
    refusePageAfter(0, { status: 403 })
    await expect(read()).rejects.toThrow()
    expect(await known()).toEqual(before)
    // The chart is as old as its last finished reading, not as the one that failed.
    expect(finishedAt).toBeDefined()
    expect(await product.ports.store.organization.reading()).toMatchObject({ state: 'failed', finishedAt })
    await read()
    expect(await known()).toEqual(actual())
    expect((await product.ports.store.people.get(moved.id))?.managerId).toBeUndefined()
  })

  it('reads everything anew when Graph has forgotten where it was, and notices who is gone', async () => {
    const leaver = product.company.people.at(-1)!
    removePerson(product.tenant.state, leaver.id)
    forgetDeltaLinks(product.tenant.state)
    expect(await pagesAskedDuring(read)).toBe(1 + 5)
    expect(await known()).toEqual(actual())
    expect(await product.ports.store.people.get(leaver.id)).toMatchObject({ isEligible: false })
    expect(await pagesAskedDuring(read)).toBe(1)
  })

  it('is not stopped by a page link that died while nobody read on', async () => {
    // Longer than Entra keeps page links, and shorter than ours are held for good: the link is tried, and given up.
    for (const minutes of [25, 45]) {
      forgetDeltaLinks(product.tenant.state)
      refusePageAfter(2, { status: 403 })
      await expect(read()).rejects.toThrow()
      await product.advanceDays(minutes / 1440)
      const refusals = () =>
        product.tenant.state.log.filter((one) => one.status === 400 && delta.test(one.path)).length
      const before = refusals()
      await read()
      expect(refusals() - before).toBe(minutes < 30 ? 1 : 0)
      expect(await known()).toEqual(actual())
      expect((await product.ports.store.organization.reading()).state).toBe('fresh')
    }
  })

  it('asks for the changes again, not for everybody, when it was stopped among the changes', async () => {
    for (const minutes of [25, 45]) {
      const { changesFrom } = await product.ports.store.organization.reading()
      const many = product.company.people.slice(300, 701)
      for (const { id } of many) changePerson(product.tenant.state, id, { jobTitle: `Title ${minutes}` })
      refusePageAfter(1, { status: 403 })
      await expect(read()).rejects.toThrow()
      const stopped = await product.ports.store.organization.reading()
      expect(stopped).toMatchObject({ whole: false, changesFrom, state: 'failed' })
      expect(stopped.cursor).not.toBe(changesFrom)
      await product.advanceDays(minutes / 1440)
      // Three pages of changes; the dead link is one request more where it is tried at all.
      expect(await pagesAskedDuring(read)).toBe(minutes < 30 ? 4 : 3)
      expect((await product.ports.store.people.get(many.at(-1)!.id))?.jobTitle).toBe(`Title ${minutes}`)
    }
  })

  it.each(['removed', 'empty', 'null'] as const)('takes a cleared manager told as %s', async (shape) => {
    memoryOf(product.tenant.state).clearedManagerAs = shape
    const moved = product.company.people.findLast((one) => one.managerId && one.department)!
    changePerson(product.tenant.state, moved.id, { managerId: undefined, department: '' })
    await read()
    const person = (await product.ports.store.people.get(moved.id))!
    expect(person).not.toHaveProperty('managerId')
    expect(person).not.toHaveProperty('department')
  })

  it('clears in a whole round what no change told', async () => {
    memoryOf(product.tenant.state).clearedManagerAs = 'absent'
    const moved = product.company.people.findLast((one) => one.managerId && one.department)!
    const { managerId } = moved
    changePerson(product.tenant.state, moved.id, { managerId: undefined })
    await read()
    expect((await product.ports.store.people.get(moved.id))?.managerId).toBe(managerId)
    changePerson(product.tenant.state, moved.id, { department: '' })
    forgetDeltaLinks(product.tenant.state)
    await read()
    const person = (await product.ports.store.people.get(moved.id))!
    expect(person).not.toHaveProperty('managerId')
    expect(person).not.toHaveProperty('department')
    expect(await product.ports.store.exclusions.formerManagers()).toContainEqual(
      expect.objectContaining({ personId: moved.id, managerId }),
    )
  })

  it('neither drops nor doubles anybody when it must start anew in the middle of starting anew', async () => {
    forgetDeltaLinks(product.tenant.state)
    refusePageAfter(2, { status: 403 })
    await expect(read()).rejects.toThrow()
    expect(await known()).toEqual(actual())
    forgetDeltaLinks(product.tenant.state)
    await read()
    expect(await known()).toEqual(actual())
  })
})
