/** The doctor in a tenant where everything is as it should be, and with one thing wrong at a time: each turns its own line. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { readConfig } from '../../bot/config.ts'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { memoryOf } from '../../bot/demo/graph/memory.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import type { Tenant } from '../../bot/demo/tenant-shape.ts'
import { examine, roleIn } from '../../bot/doctor/examine.ts'
import { report } from '../../bot/doctor/finding.ts'
import { readSettings, run } from '../../bot/doctor/main.ts'
import { testDatabase } from '../support/database.ts'
import { settingsIn } from '../support/product.ts'

let tenant: Tenant
let service: Server
let healthy = 200
let inside: string
let outside: string
let granted: string[]

beforeAll(async () => {
  const company = createSeededCompany({ people: 60, mentors: 4, mentees: 4 })
  tenant = await startTenant({ company, pageDir: '/nowhere' })
  service = createServer((request, response) => {
    const token = new URL(request.url!, 'http://here').searchParams.get('validationToken')
    response.writeHead(token === null ? healthy : 200, { 'content-type': 'text/plain' }).end(token ?? '')
  })
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  inside = company.personas.organizer
  outside = company.people.find(({ id, userType }) => id !== inside && userType === 'Member')!.id
  granted = [...new Set([...tenant.state.apps.tab.applicationPermissions, 'ProfilePhoto.Read.All'])]
})
afterAll(async () => {
  service.close()
  service.closeAllConnections()
  await tenant.close()
})

const refused = (path: RegExp, status: number) =>
  tenant.state.faults.push({ service: 'graph', path, kind: 'error-before', status, times: 99 })

beforeEach(() => {
  healthy = 200
  tenant.state.faults.length = 0
  tenant.state.apps.tab.applicationPermissions = [...granted]
  // Exchange refuses what lies outside of the scope.
  refused(new RegExp(`^GET .*/users/${outside}/calendar`), 403)
})

const settings = (): Record<string, string> => ({
  ...settingsIn(tenant),
  PUBLIC_URL: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
})
const look = (change: Record<string, string> = {}, wishes: Parameters<typeof examine>[1] = {}) =>
  examine(readConfig({ ...settings(), ...change }, { strict: false }), {
    ...{ mailbox: inside, outside, write: true },
    ...wishes,
  })
const stateOf = (findings: Awaited<ReturnType<typeof look>>, state: string) =>
  findings.filter((one) => one.state === state).map(({ item }) => item)

/** The stand-in's database is embedded. */
const neverTried = ['database']

it('finds nothing wrong where nothing is, and leaves nothing behind', async () => {
  const findings = await look()
  expect(findings.filter(({ state }) => state === 'not ok')).toEqual([])
  expect(stateOf(findings, 'not tried')).toEqual(neverTried)
  expect(memoryOf(tenant.state).subscriptions.size).toBe(0)
  expect(report(findings, false).exitCode).toBe(0)
})

it('only reads, unless asked to write, and does not guess at mailboxes', async () => {
  const from = tenant.state.log.length
  const config = readConfig(settings(), { strict: false })
  const findings = await examine(config)
  expect(stateOf(findings, 'not tried')).toEqual([
    ...neverTried,
    'mailbox in the scope',
    'mailbox out of the scope',
    'subscription to changes',
  ])
  const graph = tenant.state.log.slice(from).filter(({ service: at }) => at === 'graph')
  expect([...new Set(graph.map(({ method }) => method))]).toEqual(['GET'])
})

describe('one thing wrong turns its line, and no other', () => {
  const without = (name: string) => {
    tenant.state.apps.tab.applicationPermissions = granted.filter((one) => one !== name)
  }
  it.each<[string, () => Record<string, string> | undefined]>([
    ['permission ProfilePhoto.Read.All', () => void without('ProfilePhoto.Read.All')],
    ['permission Team.ReadBasic.All', () => void without('Team.ReadBasic.All')],
    ['permission Channel.ReadBasic.All', () => void without('Channel.ReadBasic.All')],
    ['permission User.Read.All', () => void without('User.Read.All')],
    ['permission AppCatalog.Read.All', () => void without('AppCatalog.Read.All')],
    [
      'permission TeamsAppInstallation.ReadWriteSelfForUser.All',
      () => void without('TeamsAppInstallation.ReadWriteSelfForUser.All'),
    ],
    ['people and managers', () => void refused(/^GET .*\/users(\?|$)/, 403)],
    ['changes of the directory', () => void refused(/^GET .*\/users\/delta/, 403)],
    ['app catalog', () => ({ TEAMS_APP_ID: '99999999-9999-4999-8999-999999999999' })],
    ['mailbox in the scope', () => void refused(new RegExp(`/users/${inside}/calendar`), 403)],
    ['mailbox out of the scope', () => void tenant.state.faults.splice(0)],
    ['subscription to changes', () => void refused(/^POST .*\/subscriptions/, 403)],
    [
      'public address',
      () => {
        healthy = 503
        return undefined
      },
    ],
    ['sign-in of the bot', () => ({ BOT_SECRET: 'wrong' })],
    ['sign-in to Microsoft Entra', () => ({ CLIENT_SECRET: 'wrong' })],
  ])('%s', async (item, wrong) => {
    const findings = await look(wrong() ?? {})
    expect(stateOf(findings, 'not ok')).toEqual([item])
    expect(report(findings, false).exitCode).toBe(1)
    expect(findings.find((one) => one.item === item)).toMatchObject({
      why: expect.stringMatching(/./),
      remedy: expect.stringMatching(/./),
    })
  })

  it('a calendar permission that Entra does not grant is left to Exchange', async () => {
    without('Calendars.ReadWrite')
    const line = (await look()).find(({ item }) => item === 'permission Calendars.ReadWrite')
    expect(line).toMatchObject({ state: 'ok', why: expect.stringMatching(/Exchange/) })
  })
})

describe('the database', () => {
  it('without tables, and with a role that may make some, is told', async () => {
    expect(
      await roleIn({ query: async () => ({ rows: [{ made: false, creates: false }], rowCount: 1 }) }),
    ).toMatchObject({
      state: 'not ok',
    })
    const { database, close } = await testDatabase()
    expect(await roleIn(database)).toMatchObject({
      state: 'not ok',
      why: expect.stringMatching(/create tables/),
    })
    await database.query('create role works nologin')
    await database.query('grant usage on schema public to works')
    await database.query('revoke create on schema public from public')
    await database.query('set role works')
    expect(await roleIn(database)).toEqual({ state: 'ok' })
    await database.query('reset role')
    await close()
  })
})

describe('the command', () => {
  const asked = async (...argv: string[]) => {
    const said = { out: '', err: '' }
    const code = await run(['doctor', ...argv], {
      stdout: { write: (text) => (said.out += text) },
      stderr: { write: (text) => (said.err += text) },
      cwd: '/',
    })
    return { code, ...said }
  }

  it('ends with 2 when it does not understand, or has no settings to read', async () => {
    expect(await asked('--nonsense')).toMatchObject({ code: 2, err: expect.stringMatching(/Usage/) })
    expect(await asked('--help')).toEqual({ code: 0, out: expect.stringMatching(/^Usage/), err: '' })
    expect((await asked('--env', '/nowhere/at/all')).code).toBe(2)
    const { code, out } = await asked('--env', '/dev/null')
    expect({ code, out }).toEqual({ code: 2, out: expect.stringMatching(/^not ok +setting /m) })
  })

  it('names every setting that production would refuse, and goes on with the rest', () => {
    const { findings, config } = readSettings(settings())
    expect(config).toBeDefined()
    expect(findings.map(({ item }) => item)).toEqual(
      expect.arrayContaining(['setting PUBLIC_URL', 'setting DATABASE_URL']),
    )
  })

  it('tells no secret, no id of a person and no address, as text and as JSON', async () => {
    refused(/^GET .*\/users\/delta/, 500)
    const findings = await look({ BOT_SECRET: 'hush-hush' })
    const clientSecret = settings()['CLIENT_SECRET']!
    const people = tenant.state.company.people
    for (const asJson of [false, true]) {
      const { text } = report(findings, asJson)
      for (const told of ['hush-hush', clientSecret, inside, outside, '@', 'eyJ'])
        expect(text).not.toContain(told)
      expect(people.filter(({ displayName }) => text.includes(displayName))).toEqual([])
    }
    expect(JSON.parse(report(findings, true).text).findings).toHaveLength(findings.length)
  })
})
