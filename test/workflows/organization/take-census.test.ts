/** Once a week everybody is read again with their manager: what no change has told is put right, and nobody is lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createSeededCompany } from '../../../bot/demo/company.ts'
import { memoryOf } from '../../../bot/demo/graph/memory.ts'
import { changePerson, removePerson } from '../../../bot/demo/graph-server.ts'
import { startTenant } from '../../../bot/demo/tenant.ts'
import { createGraph } from '../../../bot/graph/client.ts'
import { directoryFrom } from '../../../bot/graph/directory.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct({ people: 900 })
  await readOrganization(product.ports)
})
afterAll(() => product.close())
beforeEach(() => {
  product.tenant.state.faults.length = 0
  memoryOf(product.tenant.state).clearedManagerAs = 'absent'
})

const { stringify } = JSON
const list = /\/users\?/
const read = () => readOrganization(product.ports)
const reading = () => product.ports.store.organization.reading()
const person = (id: string) => product.ports.store.people.get(id)

async function askedDuring(what: RegExp, act: () => Promise<unknown>): Promise<number> {
  const { log } = product.tenant.state
  const before = log.length
  await act()
  return log.slice(before).filter((one) => one.service === 'graph' && what.test(one.path)).length
}

async function known(): Promise<string[]> {
  return (await product.ports.store.people.lines()).map((one) => stringify([one.id, one.managerId])).sort()
}
/** Who reports to somebody who is no longer there has no manager in an expanded list. */
function actual(): string[] {
  const { people, byId } = product.tenant.state.company
  const managerOf = (id?: string) => (id && byId.has(id) ? id : undefined)
  return people.map((one) => stringify([one.id, managerOf(one.managerId)])).sort()
}

/** A census is due, and the link to the changes is alive: that of a week without a reading would be dead. */
async function weekLater(): Promise<void> {
  await product.advanceDays(6)
  await read()
  await product.advanceDays(1.01)
}

/** Somebody whose manager is cleared without a word of it in the changes. */
async function loseManagerSilently(): Promise<string> {
  return loseManagerWithin(read)
}

/** As above, with the reading that tells nothing of it done by the caller. */
async function loseManagerWithin(act: () => Promise<unknown>): Promise<string> {
  const { id } = product.company.people.findLast((one) => one.managerId && one.accountEnabled)!
  changePerson(product.tenant.state, id, { managerId: undefined })
  await act()
  return id
}

/** Somebody who leaves while the journal of changes says nothing. */
function leaveSilently(): string {
  const { id } = product.company.people.findLast((one) => !one.managerId || one.accountEnabled)!
  removePerson(product.tenant.state, id)
  memoryOf(product.tenant.state).changes.pop()
  return id
}

describe('the census', () => {
  it('is taken once a week, and not before', async () => {
    const { wholeAt } = await reading()
    expect(wholeAt).toBeInstanceOf(Date)
    expect(await askedDuring(list, weekLater)).toBe(0)
    expect(await askedDuring(list, read)).toBe(Math.ceil(product.company.people.length / 100))
    expect((await reading()).wholeAt!.getTime()).toBeGreaterThan(wholeAt!.getTime())
    expect(await askedDuring(list, read)).toBe(0)
    expect(await known()).toEqual(actual())
  })

  it('sees the manager, the field and the person that went without a word, and remembers the manager', async () => {
    const id = await loseManagerSilently()
    const { managerId, department } = (await person(id))!
    expect(managerId).toBeDefined()
    expect(department).toBeDefined()
    changePerson(product.tenant.state, id, { department: '' })
    memoryOf(product.tenant.state).changes.pop()
    const gone = leaveSilently()
    await read()
    expect((await person(id))?.managerId).toBe(managerId)
    expect(await product.ports.store.people.lines()).toContainEqual(expect.objectContaining({ id: gone }))
    await weekLater()
    // The census, the one who is missing, and the changes.
    expect(await askedDuring(/\$batch/, read)).toBe(1)
    expect(await person(id)).not.toHaveProperty('managerId')
    expect(await person(id)).not.toHaveProperty('department')
    expect((await person(gone))?.isEligible).toBe(false)
    expect(await known()).toEqual(actual())
    expect(await product.ports.store.exclusions.formerManagers()).toContainEqual(
      expect.objectContaining({ personId: id, managerId }),
    )
  })

  it('goes on at the page where it was stopped, and begins anew when that is long ago', async () => {
    for (const [minutes, pages] of [
      [5, 6],
      [25, 1 + 9],
      [45, 9],
    ] as const) {
      await weekLater()
      const id = await loseManagerWithin(async () => {
        const { faults } = product.tenant.state
        faults.push({ service: 'graph', path: list, kind: 'slow', delayMs: 0, times: 3 })
        faults.push({ service: 'graph', path: list, kind: 'error-before', status: 403, times: 1 })
        await expect(read()).rejects.toThrow()
      })
      expect(await reading()).toMatchObject({ state: 'failed', failure: 'refused' })
      await product.advanceDays(minutes / 1440)
      expect(await askedDuring(list, read)).toBe(pages)
      expect(await reading()).toMatchObject({ state: 'fresh' })
      expect(await reading()).not.toHaveProperty('census')
      expect(await person(id)).not.toHaveProperty('managerId')
      expect(await known()).toEqual(actual())
    }
  })

  it('that fails keeps no change away', async () => {
    await weekLater()
    const [moved, boss] = product.company.people.filter((one) => one.managerId).slice(10)
    changePerson(product.tenant.state, moved!.id, { managerId: boss!.id })
    const { faults } = product.tenant.state
    faults.push({ service: 'graph', path: list, kind: 'error-before', status: 403, times: 1 })
    await expect(read()).rejects.toThrow()
    expect((await person(moved!.id))?.managerId).toBe(boss!.id)
    await read()
  })

  it('takes nobody for gone because a list ended early', async () => {
    await weekLater()
    const before = await known()
    const early = {
      ...product.ports.directory,
      async *census() {
        for await (const { rows } of product.ports.directory.census()) {
          yield { rows }
          return
        }
      },
    }
    await readOrganization({ ...product.ports, directory: early })
    expect(await known()).toEqual(before)
  })
})

/** As many a census may ask of Graph, for as many people; counted by what the stand-in was asked, with its own paging. */
it('of 100,000 people takes at most 1,050 requests', async () => {
  const tenant = await startTenant({ company: createSeededCompany({ people: 100_000 }), pageDir: '/nowhere' })
  const settings = tenant.settings()
  const graph = createGraph({
    clientId: settings['CLIENT_ID']!,
    tenantId: settings['TENANT_ID']!,
    secret: settings['CLIENT_SECRET']!,
    authority: settings['AUTHORITY']!,
    authorityAddress: settings['AUTHORITY_ADDRESS']!,
    graph: settings['GRAPH']!,
    graphAddress: settings['GRAPH_ADDRESS']!,
    now: () => new Date(),
    random: Math.random,
  })
  const directory = directoryFrom(graph)
  const seen = new Set<string>()
  let withManager = 0
  for await (const { rows } of directory.census()) {
    for (const row of rows) {
      if (row.kind !== 'person') throw new Error(JSON.stringify(row))
      seen.add(row.person.id)
      if (row.manager !== 'none') withManager++
    }
  }
  // The most that may be missing, asked about one by one.
  expect(await directory.goneAmong([...seen].slice(0, 1000))).toEqual([])
  const asked = tenant.state.log.filter(({ service }) => service === 'graph').length
  await tenant.close()
  expect(seen.size).toBe(100_000)
  const { people, byId } = tenant.state.company
  expect(withManager).toBe(people.filter((one) => one.managerId && byId.has(one.managerId)).length)
  expect(asked).toBeGreaterThanOrEqual(1000)
  expect(asked).toBeLessThanOrEqual(1050)
}, 120_000)
