/** The app in somebody's Teams, by Graph: there, there already, kept from them, or not to be had at all. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { createAppId } from '../../bot/graph/app-catalog.ts'
import { createAppInstaller } from '../../bot/graph/install-app.ts'
import { type LocalGraph, type Reply, refusal, startLocalGraph } from './local-graph.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

const manifestId = '6f1c2c39-4f0e-4d3c-9d6b-0c6f7f0f1a01'
const permission = 'TeamsAppInstallation.ReadWriteSelfForUser.All'

function installerFor(graph: ReturnType<StandIn['graph']>) {
  const said: string[] = []
  const log = { warn: (_fields: object, message: string) => void said.push(message) }
  const appId = createAppId({ graph, manifestId, now: () => new Date(0), log })
  return { said, ...createAppInstaller({ graph, appId, log }) }
}

describe('in a tenant', () => {
  let standIn: StandIn
  let ana: string
  let ben: string
  beforeAll(async () => {
    standIn = await startStandIn(createSeededCompany({ people: 60 }))
    standIn.state.teamsAppId = manifestId
    const [one, other] = standIn.state.company.people.filter(
      ({ accountEnabled, userType }) => accountEnabled && userType === 'Member',
    )
    ana = one!.id
    ben = other!.id
  })
  beforeEach(() => {
    standIn.state.installedFor.clear()
    standIn.state.isSideloaded = false
    standIn.state.appBlockedFor = new Set()
    standIn.state.faults = []
  })
  afterAll(() => standIn.close())

  const allow = (...names: string[]) => {
    standIn.state.apps.tab.applicationPermissions = ['User.Read.All', ...names]
    return installerFor(standIn.graph())
  }

  test('it is installed, and there already is fine', async () => {
    const installer = allow('AppCatalog.Read.All', permission)
    expect(await installer.installFor(ana)).toBe('installed')
    expect([...standIn.state.installedFor]).toEqual([ana])
    expect(await installer.installFor(ana)).toBe('there')
    expect(installer.said).toEqual([])
  })

  test('an answer that was lost is asked for again, and nothing is there twice', async () => {
    const installer = allow('AppCatalog.Read.All', permission)
    standIn.state.faults = [
      { service: 'graph', path: /POST .*installedApps$/, kind: 'error-after', status: 504, times: 1 },
    ]
    expect(await installer.installFor(ana)).toBe('there')
    expect([...standIn.state.installedFor]).toEqual([ana])
  })

  test('without the permission it is nobody’s, and that is said once, in the log alone', async () => {
    const installer = allow('AppCatalog.Read.All')
    expect(await installer.installFor(ana)).toBe('impossible')
    expect(await installer.installFor(ben)).toBe('impossible')
    expect(installer.said).toEqual([expect.stringContaining('may not be installed')])
  })

  test('nor is one that the catalog does not hold', async () => {
    const installer = allow('AppCatalog.Read.All', permission)
    standIn.state.isSideloaded = true
    expect(await installer.installFor(ana)).toBe('impossible')
    expect(await installer.installFor(ben)).toBe('impossible')
    expect(installer.said).toEqual([expect.stringContaining("not in the organization's catalog")])
    expect([...standIn.state.installedFor]).toEqual([])
  })

  test('whom a policy keeps from it does not count for the others', async () => {
    const installer = allow('AppCatalog.Read.All', permission)
    standIn.state.appBlockedFor = new Set([ana])
    expect(await installer.installFor(ana)).toBe('refused')
    expect(await installer.installFor(ben)).toBe('installed')
    expect(await installer.installFor('00000000-0000-4000-8000-000000000000')).toBe('refused')
    // Said of each, and of nobody by name.
    expect(installer.said).toHaveLength(2)
    expect(JSON.stringify(installer.said)).not.toContain(ana)
  })
})

describe('of a Graph that is away', () => {
  let local: LocalGraph
  let answer: (path: string) => Reply
  beforeAll(async () => {
    local = await startLocalGraph(({ path }) => answer(path))
  })
  afterAll(() => local.close())
  const catalog: Reply = { json: { value: [{ id: 'app-1', distributionMethod: 'organization' }] } }

  test('nothing is concluded: the job tries again', async () => {
    const { installFor } = installerFor(local.graph({ limits: { attempts: 1 } }))
    answer = () => refusal(503, 'ServiceUnavailable')
    await expect(installFor('ana')).rejects.toMatchObject({ status: 503 })
    answer = (path) => (path.startsWith('/appCatalogs') ? catalog : refusal(503, 'ServiceUnavailable'))
    await expect(installFor('ana')).rejects.toMatchObject({ status: 503 })
    answer = (path) => (path.startsWith('/appCatalogs') ? catalog : { status: 201 })
    expect(await installFor('ana')).toBe('installed')
    expect(local.asked.at(-1)).toMatchObject({
      method: 'POST',
      path: '/users/ana/teamwork/installedApps',
      body: { 'teamsApp@odata.bind': `${local.graph().name}/v1.0/appCatalogs/teamsApps/app-1` },
    })
  })
})
