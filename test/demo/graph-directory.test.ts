import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addPerson, changePerson, forgetDeltaLinks, removePerson } from '../../bot/demo/graph-server.ts'
import { companyFromFile } from '../support/company-from-file.ts'
import { ALL_APPLICATION, openTenant, type Reply, type TestTenant } from './graph-harness.ts'

const SELECT = 'id,displayName,jobTitle,accountEnabled,userType,manager'

describe('the demo tenant’s directory', () => {
  let tenant: TestTenant
  beforeEach(async () => {
    tenant = await openTenant()
  })
  afterEach(() => tenant.close())

  async function readAll(
    path: string,
  ): Promise<{ rows: Reply['body'][]; pages: number[]; deltaLink?: string }> {
    const rows = []
    const pages = []
    let reply: Reply = await tenant.graph('GET', path)
    for (;;) {
      rows.push(...reply.body.value)
      pages.push(reply.body.value.length)
      const next = reply.body['@odata.nextLink']
      if (!next) return { rows, pages, deltaLink: reply.body['@odata.deltaLink'] }
      reply = await tenant.graph('GET', next)
    }
  }

  it('lists users 100 a page, 999 at most, and 100 again with an expanded manager', async () => {
    expect((await readAll('/users?$select=id')).pages).toEqual([100, 100, 100, 100])
    expect((await readAll('/users?$select=id&$top=999')).pages).toEqual([400])
    const expanded = await readAll('/users?$select=id&$expand=manager($levels=1;$select=id)&$top=999')
    expect(expanded.pages).toEqual([100, 100, 100, 100])
    expect(
      expanded.rows
        .filter((row) => row.manager)
        .every((row) => Object.keys(row.manager).join() === '@odata.type,id'),
    ).toBe(true)
    expect((await tenant.graph('GET', '/users?$top=1000')).body.error.message).toContain(
      'Must be between 1 and 999 inclusive',
    )
  })

  it('filters by state and department, and wants the header for what is advanced', async () => {
    const { people } = tenant.state.company
    const active = await readAll("/users?$filter=accountEnabled eq true and userType eq 'Member'&$top=999")
    expect(active.rows).toHaveLength(
      people.filter((person) => person.accountEnabled && person.userType === 'Member').length,
    )
    expect((await tenant.graph('GET', "/users?$filter=userType ne 'Guest'")).body.error.code).toBe(
      'Request_UnsupportedQuery',
    )
    const counted = await tenant.graph(
      'GET',
      "/users?$filter=userType ne 'Guest'&$count=true&$top=1",
      undefined,
      { consistencylevel: 'eventual' },
    )
    expect(counted.body['@odata.count']).toBe(people.filter((person) => person.userType === 'Member').length)
    expect((await tenant.graph('GET', '/users?$filter=department like x')).status).toBe(400)
  })

  it('nests a whole reporting line on request', async () => {
    const reply = await tenant.graph(
      'GET',
      `/users/${tenant.state.company.personas.mentor}?$select=id&$expand=manager($levels=max;$select=id)`,
    )
    let top = reply.body
    while (top.manager) top = top.manager
    expect(top.id).toBe(tenant.state.company.people[0]!.id)
  })

  it('knows people in an address by object id and sign-in name, and their calendars by mail address alone', async () => {
    const { people } = tenant.state.company
    const person = people.find((one) => one.mail !== one.userPrincipalName && one.userType === 'Member')!
    const { id, mail, userPrincipalName } = person
    expect((await tenant.graph('GET', `/users/${userPrincipalName}?$select=id`)).body.id).toBe(id)
    expect((await tenant.graph('GET', `/users/${mail}?$select=id`)).status).toBe(404)
    const day = (dateTime: string) => ({ dateTime, timeZone: 'UTC' })
    const { body } = await tenant.graph('POST', `/users/${id}/calendar/getSchedule`, {
      schedules: [mail, userPrincipalName],
      ...{ startTime: day('2026-12-07T08:00:00'), endTime: day('2026-12-07T18:00:00') },
    })
    expect(body.value.map(({ error }: { error?: object }) => error !== undefined)).toEqual([false, true])
  })

  it('reads everybody by delta, 200 a page, each person once or more, then only changes', async () => {
    const { company } = tenant.state
    const first = await readAll(`/users/delta?$select=${SELECT}`)
    expect(first.pages.slice(0, -1).every((count) => count === 200)).toBe(true)
    expect(new Set(first.rows.map((row) => row.id))).toEqual(
      new Set(company.people.map((person) => person.id)),
    )
    for (const row of first.rows)
      expect(row['manager@delta']?.[0]?.id).toBe(company.byId.get(row.id)!.managerId)

    const quiet = await readAll(first.deltaLink!)
    expect(quiet.rows).toEqual([])
    const { mentor, mentee, sponsor } = company.personas
    changePerson(tenant.state, mentor, { jobTitle: 'Promoted' })
    changePerson(tenant.state, mentee, { managerId: sponsor })
    const former = company.byId.get(sponsor)!.managerId
    changePerson(tenant.state, sponsor, { managerId: undefined })
    const gone = company.people.at(-1)!
    removePerson(tenant.state, gone.id)
    addPerson(tenant.state, {
      ...company.byId.get(mentor)!,
      id: 'aaaaaaaa-0000-4000-8000-000000000001',
      mail: 'new@lumenfield.example',
      userPrincipalName: 'new@lumenfield.example',
    })
    const round = await readAll(quiet.deltaLink!)
    const row = (id: string) => round.rows.find((one) => one.id === id)
    expect(round.rows).toHaveLength(5)
    expect(row(mentor)).toMatchObject({ jobTitle: 'Promoted' })
    expect(row(mentor)).not.toHaveProperty('manager@delta')
    expect(row(mentee)['manager@delta']).toEqual([{ '@odata.type': '#microsoft.graph.user', id: sponsor }])
    expect(row(sponsor)['manager@delta']).toEqual([
      { '@odata.type': '#microsoft.graph.user', id: former, '@removed': { reason: 'deleted' } },
    ])
    expect(row(gone.id)).toEqual({ id: gone.id, '@removed': { reason: 'changed' } })
    expect((await readAll(round.deltaLink!)).rows).toEqual([])
  })

  it('loses nobody who changes while a round is being read', async () => {
    const page = await tenant.graph('GET', `/users/delta?$select=${SELECT}`)
    const early = page.body.value[0].id
    changePerson(tenant.state, early, { jobTitle: 'Changed meanwhile' })
    let last = page
    while (last.body['@odata.nextLink']) last = await tenant.graph('GET', last.body['@odata.nextLink'])
    const changes = await tenant.graph('GET', last.body['@odata.deltaLink'])
    expect(changes.body.value.map((row: { id: string }) => row.id)).toEqual([early])
  })

  it('hands out a link without data on request, and turns old links away with 410 and where to start', async () => {
    const latest = await tenant.graph('GET', '/users/delta?$deltaToken=latest')
    expect(latest.body.value).toEqual([])
    const link = latest.body['@odata.deltaLink']
    expect((await tenant.graph('GET', link)).status).toBe(200)
    tenant.setNow('2026-11-10T09:00:00Z')
    const late = await tenant.graph('GET', link)
    expect([late.status, late.headers.get('location')]).toEqual([
      410,
      'https://graph.microsoft.com/v1.0/users/delta?$deltatoken=',
    ])
    const fresh = (await tenant.graph('GET', '/users/delta?$deltaToken=latest')).body['@odata.deltaLink']
    forgetDeltaLinks(tenant.state)
    expect((await tenant.graph('GET', fresh)).body.error.code).toBe('syncStateNotFound')
    expect((await tenant.graph('GET', '/users/delta?$deltatoken=')).body.value).toHaveLength(200)
  })

  it('lets page links die within the hour, and tells a cleared field as null only where it was set', async () => {
    const fields = `${SELECT},department,employeeOrgData`
    const page = await tenant.graph('GET', `/users/delta?$select=${fields}`)
    tenant.setNow(new Date(tenant.state.now().getTime() + 21 * 60_000).toISOString())
    const late = await tenant.graph('GET', page.body['@odata.nextLink'])
    expect([late.status, late.body.error.code]).toEqual([400, 'Directory_ExpiredPageToken'])
    const round = await readAll(`/users/delta?$select=${fields}`)
    const someone = tenant.state.company.people.find((one) => one.department)!
    changePerson(tenant.state, someone.id, { department: '' })
    const { rows } = await readAll(round.deltaLink!)
    expect(rows).toEqual([expect.objectContaining({ id: someone.id, department: null })])
    expect(rows[0]).not.toHaveProperty('employeeOrgData')
  })

  it('refuses what the token does not carry, in each service’s words', async () => {
    const { mentor } = tenant.state.company.personas
    tenant.state.apps.tab.applicationPermissions = ['User.ReadBasic.All']
    expect((await tenant.graph('GET', '/users?$select=id,displayName')).status).toBe(200)
    expect((await tenant.graph('GET', '/users?$select=id,department')).body.error).toMatchObject({
      code: 'Authorization_RequestDenied',
      message: 'Insufficient privileges to complete the operation.',
    })
    expect((await tenant.graph('GET', '/users/delta')).status).toBe(403)
    expect((await tenant.graph('GET', `/users/${mentor}/events`)).body.error.code).toBe('ErrorAccessDenied')
    expect((await tenant.graph('GET', `/users/${mentor}/joinedTeams`)).body.error.message).toContain(
      "Roles on the request 'User.ReadBasic.All'",
    )
    const bare = await fetch(`${tenant.url}/graph/v1.0/users`)
    expect([bare.status, (await bare.json()).error.code]).toEqual([401, 'InvalidAuthenticationToken'])
    expect((await tenant.asPerson(mentor, 'GET', '/me?$select=id,jobTitle')).body.id).toBe(mentor)
    expect((await tenant.graph('GET', '/me')).status).toBe(400)
  })

  it('gives most people a portrait of their own and some none', async () => {
    const replies = []
    for (const person of tenant.state.company.people.slice(0, 40))
      replies.push(await tenant.graph('GET', `/users/${person.id}/photos/48x48/$value`))
    const pictures = replies.filter((reply) => reply.status === 200)
    expect(pictures.length).toBeGreaterThan(25)
    expect(pictures.length).toBeLessThan(40)
    expect(pictures.every((reply) => reply.body.subarray(1, 4).toString() === 'PNG')).toBe(true)
    expect(new Set(pictures.map((reply) => reply.body.toString('base64'))).size).toBe(pictures.length)
  })

  describe('in a batch', () => {
    const get = (id: string, url: string) => ({ id, method: 'GET', url })

    it('answers each request by itself, in an order of its own', async () => {
      const ids = tenant.state.company.people.slice(0, 20).map((person) => person.id)
      const reply = await tenant.graph('POST', '/$batch', {
        requests: ids.map((id, n) => get(String(n), `/users/${id}?$select=id`)),
      })
      const answered = reply.body.responses.map((one: { id: string }) => one.id)
      expect(answered).not.toEqual(ids.map((_, n) => String(n)))
      for (const one of reply.body.responses) expect(one.body.id).toBe(ids[Number(one.id)])
    })

    it('takes 20, wants distinct ids and a content type with a body', async () => {
      const many = Array.from({ length: 21 }, (_, n) => get(String(n), '/organization'))
      expect((await tenant.graph('POST', '/$batch', { requests: many })).status).toBe(400)
      expect(
        (
          await tenant.graph('POST', '/$batch', {
            requests: [get('a', '/organization'), get('A', '/organization')],
          })
        ).status,
      ).toBe(400)
      expect(
        (
          await tenant.graph('POST', '/$batch', {
            requests: [{ id: '1', method: 'POST', url: '/subscriptions', body: {} }],
          })
        ).status,
      ).toBe(400)
    })

    it('throttles an inner request alone and fails what depended on it', async () => {
      tenant.state.faults.push({
        service: 'graph',
        kind: 'throttle',
        path: /GET .*\/manager/,
        retryAfterSeconds: 7,
        times: 1,
      })
      const { mentor } = tenant.state.company.personas
      const reply = await tenant.graph('POST', '/$batch', {
        requests: [
          get('1', `/users/${mentor}/manager`),
          { ...get('2', `/users/${mentor}`), dependsOn: ['1'] },
          get('3', `/users/${mentor}`),
        ],
      })
      const by = Object.fromEntries(reply.body.responses.map((one: { id: string }) => [one.id, one]))
      expect([
        reply.status,
        by['1'].status,
        by['1'].headers['Retry-After'],
        by['2'].status,
        by['3'].status,
      ]).toEqual([200, 429, '7', 424, 200])
    })
  })

  describe('on a bad day', () => {
    it('throttles, fails, forgets the token or drops the line as planned, and as often', async () => {
      const { faults, company } = tenant.state
      const path = `/users/${company.personas.mentor}`
      faults.push(
        { service: 'graph', kind: 'throttle', retryAfterSeconds: 3, times: 2 },
        { service: 'graph', kind: 'expire-token', times: 1 },
        { service: 'graph', kind: 'drop-before', times: 1 },
      )
      const first = await tenant.graph('GET', path)
      expect([first.status, first.headers.get('retry-after')]).toEqual([429, '3'])
      expect((await tenant.graph('GET', path)).status).toBe(429)
      expect((await tenant.graph('GET', path)).body.error.code).toBe('InvalidAuthenticationToken')
      await expect(tenant.graph('GET', path)).rejects.toThrow()
      expect((await tenant.graph('GET', path)).status).toBe(200)
    })
  })

  it('reads 20,000 people in 100 full pages', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) =>
      JSON.stringify({
        id: `p${n}`,
        manager: n === 0 ? null : `p${Math.floor((n - 1) / 7)}`,
        department: 'D',
        grade: 3,
        site: 'London',
        tz: 'Europe/London',
      }),
    )
    await tenant.close()
    tenant = await openTenant(companyFromFile(lines.join('\n'), 'people.jsonl'))
    const { pages, rows } = await readAll(`/users/delta?$select=${SELECT}`)
    expect([pages.length, new Set(rows.map((row) => row.id)).size]).toEqual([100, 20_000])
  })
})

describe('subscriptions to users', () => {
  let tenant: TestTenant
  beforeEach(async () => {
    tenant = await openTenant()
  })
  afterEach(() => tenant.close())

  it('take updates and deletions only, 41,760 minutes at most, a permission, and an address that answers', async () => {
    const hook = createServer((request, response) => {
      const token = new URL(request.url!, 'http://hook').searchParams.get('validationToken')
      response.setHeader('content-type', 'text/plain')
      response.end(token ?? '')
    })
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
    const inMinutes = (minutes: number) =>
      new Date(tenant.state.now().getTime() + minutes * 60_000).toISOString()
    const wish = {
      changeType: 'updated,deleted',
      notificationUrl: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`,
      resource: '/users',
      expirationDateTime: inMinutes(41_760),
      clientState: 's3',
    }
    const ask = async (change: object) => {
      const { status, body } = await tenant.graph('POST', '/subscriptions', { ...wish, ...change })
      return [status, body.error?.code]
    }
    expect(await ask({})).toEqual([201, undefined])
    expect(await ask({ changeType: 'created' })).toEqual([400, 'InvalidRequest'])
    expect(await ask({ expirationDateTime: inMinutes(41_770) })).toEqual([400, 'ExtensionError'])
    expect(await ask({ notificationUrl: 'http://127.0.0.1:1/' })).toEqual([400, 'ValidationError'])
    expect(await ask({ clientState: 'x'.repeat(129) })).toEqual([400, 'InvalidRequest'])
    for (let more = 1; more < 100; more++) expect((await ask({}))[0]).toBe(201)
    expect(await ask({})).toEqual([403, 'Forbidden'])
    tenant.state.apps.tab.applicationPermissions = ALL_APPLICATION.filter((name) => name !== 'User.Read.All')
    expect(await ask({})).toEqual([403, 'Authorization_RequestDenied'])
    tenant.state.apps.tab.applicationPermissions = [...ALL_APPLICATION]
    hook.close()
    hook.closeAllConnections()
  })
})
