// What the Entra application asks for must be what docs/deploy.md tells the administrator, no more and no less.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { microsoftHosts } from '../../bot/auth/entra.ts'
import { assertKnown, graphCalls } from '../../bot/graph/calls.ts'
import { pathShape } from '../../bot/graph/path-shape.ts'
import { document } from '../../infra/local/graph-calls.mjs'
import { readSources } from '../support/import-graph.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const app = JSON.parse(read('infra/aad.manifest.json'))
const guide = read('docs/deploy.md')

/** Rows of the guide like: | `User.Read.All` | `df021288-...` | why | */
const explained = new Map(
  [...guide.matchAll(/^\| `([\w.]+)` \| `([0-9a-f-]{36})` \|/gm)].map(([, name, id]) => [id, name]),
)

describe('the Entra application', () => {
  test('asks Graph for exactly the permissions that the guide explains', () => {
    const [graph, ...others] = app.requiredResourceAccess
    // And its own scope, for the pane that asks in its own name.
    const { id } = app.api.oauth2PermissionScopes[0]
    expect(others).toEqual([{ resourceAppId: app.appId, resourceAccess: [{ id, type: 'Scope' }] }])
    expect(graph.resourceAppId).toBe('00000003-0000-0000-c000-000000000000')
    const asked = graph.resourceAccess.map(({ id }: { id: string }) => id)
    expect(asked.sort()).toEqual([...explained.keys()].sort())
    expect(graph.resourceAccess.every(({ type }: { type: string }) => type === 'Role')).toBe(true)
  })

  test('asks for what the calls of the product need, each of them for some call', () => {
    const needed = graphCalls.flatMap(({ permission, onlyWith }) => (onlyWith ? [] : (permission ?? [])))
    expect([...new Set(needed)].sort()).toEqual([...explained.values()].sort())
  })

  test('every call is explained in docs/graph-calls.md, made from the list of calls', () => {
    expect(read('docs/graph-calls.md')).toBe(document())
    expect(new Set(graphCalls.map(({ method, path }) => `${method} ${path}`)).size).toBe(graphCalls.length)
    for (const { path } of graphCalls) expect(pathShape(path.replaceAll('{id}', 'x-1'))).toBe(path)
  })

  test('a call that is not in the list is refused before it is sent', () => {
    for (const { method, path } of graphCalls)
      expect(() => assertKnown(method, `${path.replaceAll('{id}', 'a-b')}?$top=1`)).not.toThrow()
    for (const [method, path] of [
      ['GET', '/users/ana/messages'],
      ['DELETE', '/users/ana'],
      ['POST', '/users/ana/messages'],
      ['PUT', '/users'],
    ] as const)
      expect(() => assertKnown(method, path)).toThrow(/is not in bot\/graph\/calls.ts/)
  })

  test('every call is made somewhere: none is explained that nothing needs', () => {
    const sources = [...readSources(new URL('../../', import.meta.url), ['bot/graph'])]
      .filter(([path]) => path !== 'bot/graph/calls.ts')
      .map(([, source]) => source)
      .join('\n')
    const last = ({ path }: { path: string }) => path.replaceAll('/{id}', '').split('/').at(-1)!
    for (const call of graphCalls) expect(sources).toContain(last(call))
  })

  test('what a setting turns on is granted with it, by the guide and in no manifest', () => {
    const optional = graphCalls.filter(({ onlyWith }) => onlyWith)
    expect(optional.map(({ permission }) => permission)).toEqual(['Mail.Send'])
    for (const { permission, onlyWith } of optional) {
      expect([...explained.values()]).not.toContain(permission)
      expect(guide).toContain(`Application ${permission}`)
      expect(guide).toContain(`| \`${onlyWith}\` | no |`)
    }
  })

  test('asks for nothing that reads mail, files or chats, and nothing that writes the directory', () => {
    for (const name of explained.values())
      expect(name).not.toMatch(/^(Mail|Files|Sites|Chat|ChannelMessage)\.|Directory|User\.ReadWrite/)
  })

  test('offers the roles that the guide explains', () => {
    const roles = app.appRoles.map(({ value }: { value: string }) => value)
    expect(roles).toEqual([
      'Organizer',
      'Communications',
      'Reviewer',
      'IndependentContact',
      'Analyst',
      'ITAdmin',
    ])
    for (const role of roles) expect(guide).toContain(`| \`${role}\` |`)
    const ids = app.appRoles.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(roles.length)
  })

  test('issues version 2 tokens for its one scope, to the hosts of Teams, Outlook and Microsoft 365', () => {
    expect(app.signInAudience).toBe('AzureADMyOrg')
    expect(app.api.requestedAccessTokenVersion).toBe(2)
    expect(app.api.oauth2PermissionScopes.map(({ value }: { value: string }) => value)).toEqual([
      'access_as_user',
    ])
    const hosts = app.api.preAuthorizedApplications
    expect(hosts.map(({ appId }: { appId: string }) => appId).sort()).toEqual([...microsoftHosts].sort())
    for (const host of hosts) {
      expect(host.appId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(host.delegatedPermissionIds).toEqual([app.api.oauth2PermissionScopes[0].id])
    }
  })

  test('and the Teams package agree on the sign-in resource', () => {
    const manifest = JSON.parse(read('manifest/manifest.json'))
    expect(app.identifierUris).toEqual([manifest.webApplicationInfo.resource])
  })

  test('a team consents to nothing: any such permission to read a channel has Teams deliver every message of it', () => {
    const manifest = JSON.parse(read('manifest/manifest.json'))
    const asked: { name: string; type: string }[] = manifest.authorization.permissions.resourceSpecific
    expect(asked.filter(({ name }) => name.endsWith('.Group') || name.endsWith('.Chat'))).toEqual([])
    expect(guide).not.toContain('ChannelMessage.Read.Group')
  })
})

describe('the pane in Outlook', () => {
  test('may read the appointment it is opened on, and nothing of the mailbox besides; the guide says so', () => {
    const manifest = JSON.parse(read('manifest/manifest.json'))
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'MailboxItem.Read.User', type: 'Delegated' },
    ])
    expect(guide).toContain('`MailboxItem.Read.User`')
  })

  test('signs in from where the page lies, as the app registration allows', () => {
    const manifest = JSON.parse(read('manifest/manifest.json'))
    const { host } = new URL(
      manifest.extensions[0].runtimes[0].code.page.replace(/\$\{\{TAB_DOMAIN\}\}/, 'tab.example'),
    )
    expect(
      app.spa.redirectUris.map((uri: string) => uri.replace(/\$\{\{TAB_DOMAIN\}\}/, 'tab.example')),
    ).toEqual([`brk-multihub://${host}`])
  })
})

describe('the settings', () => {
  const rows = guide.slice(guide.indexOf('## Settings'), guide.indexOf('## National clouds')).split('\n')
  const explained = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!),
  )
  const config = read('bot/config.ts')
  const block = config.slice(config.indexOf('z.object({'), config.indexOf('\n})\n'))
  const understood = [...block.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name!)

  test('that the service understands are all explained in the guide, and no others', () => {
    expect(understood.length).toBeGreaterThan(10)
    expect(explained.filter((name) => name !== 'NODE_ENV').sort()).toEqual([...understood].sort())
  })

  test('that Azure sets are all understood by the service', () => {
    const bicep = read('infra/azure.bicep')
    const set = bicep.slice(bicep.indexOf("name: 'appsettings'"), bicep.indexOf('dependsOn: [mayReadSecrets'))
    const names = [...set.matchAll(/\b([A-Z][A-Z_]+): /g)].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(10)
    const ofThePlatform = ['NODE_ENV', 'SCM_DO_BUILD_DURING_DEPLOYMENT']
    expect(names.filter((name) => !understood.includes(name) && !ofThePlatform.includes(name))).toEqual([])
  })

  test('are spelled in the template as the service wants them', () => {
    expect(config).toContain("'UserAssignedMSI'")
    expect(read('infra/azure.bicep')).toContain("BOT_TYPE: 'UserAssignedMSI'")
  })
})
