/** The id by which links reach the app: the catalog's where it is there, else the manifest's. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { createAppId, findInCatalog } from '../../bot/graph/app-catalog.ts'
import { type LocalGraph, type Reply, refusal, startLocalGraph } from './local-graph.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

const manifestId = '6f1c2c39-4f0e-4d3c-9d6b-0c6f7f0f1a01'
const hourMs = 3_600_000

function warnings() {
  const said: string[] = []
  return { said, log: { warn: (_fields: object, message: string) => void said.push(message) } }
}

describe('in a tenant', () => {
  let standIn: StandIn
  beforeAll(async () => {
    standIn = await startStandIn(createSeededCompany({ people: 60 }))
    standIn.state.teamsAppId = manifestId
  })
  afterAll(() => standIn.close())

  const allow = (...names: string[]) => {
    standIn.state.apps.tab.applicationPermissions = ['User.Read.All', ...names]
    return standIn.graph()
  }

  test('an app of the organization is known by the id of its catalog, which is not that of the manifest', async () => {
    const found = await findInCatalog(allow('AppCatalog.Read.All'), manifestId)
    expect(found).toMatch(/^[0-9a-f-]{36}$/)
    expect(found).not.toBe(manifestId)
  })

  test('a catalog without it, or with an id that tries to widen the question, answers nothing', async () => {
    const graph = allow('AppCatalog.Read.All')
    expect(await findInCatalog(graph, '00000000-0000-4000-8000-000000000000')).toBeUndefined()
    expect(await findInCatalog(graph, "x' or externalId ne 'x")).toBeUndefined()
    const { said, log } = warnings()
    standIn.state.isSideloaded = true
    const appId = createAppId({ graph, manifestId, now: () => new Date(0), log })
    expect(await appId.look()).toBe(manifestId)
    expect(said).toEqual([])
    standIn.state.isSideloaded = false
  })

  test('without the permission links keep the id of the manifest, and that is said once', async () => {
    const { said, log } = warnings()
    const appId = createAppId({ graph: allow(), manifestId, now: () => new Date(0), log })
    expect(await appId.look()).toBe(manifestId)
    expect(await appId.look()).toBe(manifestId)
    expect(said).toEqual([expect.stringContaining('may not be read')])
  })
})

describe('as time passes', () => {
  let local: LocalGraph
  let answer: () => Reply
  beforeAll(async () => {
    local = await startLocalGraph(() => answer())
  })
  afterAll(() => local.close())

  const holding = (...ids: [id: string, distributionMethod: string][]): Reply => ({
    json: { value: ids.map(([id, distributionMethod]) => ({ id, distributionMethod })) },
  })

  test('it is asked again after a day and not before, and a fault does not forget it', async () => {
    const { said, log } = warnings()
    let at = 0
    const appId = createAppId({ graph: local.graph(), manifestId, now: () => new Date(at), log })
    answer = () => holding(['own', 'sideloaded'], ['shop', 'store'], ['first', 'organization'])
    expect(await appId.look()).toBe('first')
    const asked = local.asked.length
    answer = () => refusal(403, 'Forbidden')
    at = 23 * hourMs
    expect(appId.current()).toBe('first')
    expect(local.asked).toHaveLength(asked)
    at = 25 * hourMs
    expect(await appId.look()).toBe('first')
    answer = () => holding(['second', 'organization'])
    expect(appId.current()).toBe('first')
    at += 11 * 60_000
    // Whoever makes a link does not wait for the answer; the next one has it.
    expect(appId.current()).toBe('first')
    expect(await appId.look()).toBe('second')
    expect(appId.current()).toBe('second')
    expect(said).toHaveLength(1)
  })

  test('an app that is only uploaded, or is taken out of the catalog, has the id of the manifest', async () => {
    answer = () => holding(['own', 'sideloaded'])
    const appId = createAppId({ graph: local.graph(), manifestId, now: () => new Date(0), ...warnings() })
    expect(await appId.look()).toBe(manifestId)
  })
})
