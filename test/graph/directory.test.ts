import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { addPerson, changePerson, forgetDeltaLinks, removePerson } from '../../bot/demo/graph-server.ts'
import type { DirectoryRow as Row } from '../../bot/domain/organization/directory-page.ts'
import { directoryFrom } from '../../bot/graph/directory.ts'
import { type LocalGraph, refusal, startLocalGraph } from './local-graph.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

async function readAll(directory: ReturnType<typeof directoryFrom>, cursor?: string) {
  const rows: Row[] = []
  const cursors: string[] = []
  let done = false
  for await (const page of directory.pages(cursor)) {
    rows.push(...page.rows)
    cursors.push(page.cursor)
    done = page.done
  }
  return { rows, cursors, done, last: cursors.at(-1)! }
}

describe('reading the organization', () => {
  let tenant: StandIn
  beforeAll(async () => {
    tenant = await startStandIn()
  })
  afterEach(() => {
    tenant.state.faults = []
    tenant.state.log = []
  })
  afterAll(() => tenant.close())

  it('takes the fewest requests there are and finds everybody with their manager', async () => {
    const { rows, done } = await readAll(directoryFrom(tenant.graph()))
    const people = tenant.state.company.people
    expect(tenant.state.log.filter(({ service }) => service === 'graph')).toHaveLength(
      Math.ceil(people.length / 200),
    )
    expect(done).toBe(true)
    const byId = new Map(
      rows.map((row) => [
        row.kind === 'unreadable' ? '' : row.kind === 'removed' ? row.id : row.person.id,
        row,
      ]),
    )
    for (const expected of people) {
      expect(byId.get(expected.id)).toMatchObject({
        kind: 'person',
        person: {
          displayName: expected.displayName,
          mail: expected.mail,
          grade: expected.grade,
          isEligible: expected.accountEnabled && expected.userType === 'Member',
        },
        manager: expected.managerId ? { id: expected.managerId } : expect.stringMatching(/unchanged|none/),
      })
    }
  })

  it('then asks once and hears nothing when nothing changed', async () => {
    const directory = directoryFrom(tenant.graph())
    const { last } = await readAll(directory)
    tenant.state.log = []
    expect(await readAll(directory, last)).toMatchObject({ rows: [], done: true })
    expect(tenant.state.log).toHaveLength(1)
  })

  it('goes on at any page after a crash and misses nobody', async () => {
    const directory = directoryFrom(tenant.graph())
    const whole = await readAll(directory)
    const ids = (rows: Row[]) => new Set(rows.map((row) => (row.kind === 'person' ? row.person.id : '')))
    for (const page of [0, 1]) {
      const before = whole.rows.slice(0, 200 * (page + 1))
      const after = await readAll(
        directoryFrom(tenant.graph()),
        JSON.parse(JSON.stringify(whole.cursors[page])),
      )
      expect(new Set([...ids(before), ...ids(after.rows)])).toEqual(ids(whole.rows))
    }
  })

  it('hears of people who came, changed, got another manager, and left', async () => {
    const directory = directoryFrom(tenant.graph())
    const { last } = await readAll(directory)
    const [boss, changed, left] = tenant.state.company.people.slice(40, 43)
    const moved = tenant.state.company.people.slice(43).find(({ managerId }) => managerId !== boss!.id)
    const template = tenant.state.company.people[50]!
    addPerson(tenant.state, {
      ...template,
      id: '11111111-2222-4333-8444-555555555555',
      displayName: 'Noor Haddad',
      managerId: boss!.id,
    })
    changePerson(tenant.state, changed!.id, { jobTitle: 'Head of Something New' })
    changePerson(tenant.state, moved!.id, { managerId: boss!.id })
    removePerson(tenant.state, left!.id)
    const { rows } = await readAll(directory, last)
    const of = (id: string) => rows.find((row) => (row.kind === 'person' ? row.person.id : row.id) === id)
    expect(of('11111111-2222-4333-8444-555555555555')).toMatchObject({
      kind: 'person',
      person: { displayName: 'Noor Haddad' },
      manager: { id: boss!.id },
    })
    expect(of(changed!.id)).toMatchObject({ kind: 'person', person: { jobTitle: 'Head of Something New' } })
    expect(of(moved!.id)).toMatchObject({ kind: 'person', manager: { id: boss!.id } })
    expect(of(left!.id)).toEqual({ kind: 'removed', id: left!.id })
  })

  it('says when everything must be read anew', async () => {
    const directory = directoryFrom(tenant.graph())
    const { last } = await readAll(directory)
    forgetDeltaLinks(tenant.state)
    await expect(readAll(directory, last)).rejects.toMatchObject({
      name: 'DirectoryReset',
      code: 'directory-reset',
    })
    const foreign = 'https://graph.microsoft.us/v1.0/users/delta?$deltatoken=x'
    await expect(readAll(directory, foreign)).rejects.toMatchObject({ code: 'directory-reset' })
  })

  it('gets through throttling, outages and dropped connections with everybody, or fails before the page it could not read', async () => {
    tenant.state.faults = [
      { service: 'graph', path: /delta/, kind: 'throttle', retryAfterSeconds: 30, times: 1 },
      { service: 'graph', path: /delta/, kind: 'error-before', status: 503, times: 2 },
      { service: 'graph', path: /delta/, kind: 'drop-before', times: 1 },
      { service: 'graph', path: /delta/, kind: 'expire-token', times: 1 },
    ]
    const { rows } = await readAll(directoryFrom(tenant.graph()))
    const found = new Set(rows.flatMap((row) => (row.kind === 'person' ? [row.person.id] : [])))
    expect(found).toEqual(new Set(tenant.state.company.people.map(({ id }) => id)))
    tenant.state.faults = [
      { service: 'graph', path: /skiptoken/, kind: 'error-before', status: 500, times: 100 },
    ]
    const pages: string[] = []
    const read = async () => {
      for await (const page of directoryFrom(tenant.graph()).pages()) pages.push(page.cursor)
    }
    await expect(read()).rejects.toMatchObject({ name: 'GraphError', status: 500 })
    expect(pages).toHaveLength(1)
  })

  it('shows a face, or none, and the channels of somebody’s teams', async () => {
    const directory = directoryFrom(tenant.graph())
    const team = tenant.state.company.teams[0]!
    const member = team.memberIds[0]!
    const photos = await Promise.all(
      tenant.state.company.people.slice(0, 30).map(({ id }) => directory.photo(id)),
    )
    expect(photos.some((photo) => photo && photo.bytes.length > 20 && photo.type.startsWith('image/'))).toBe(
      true,
    )
    const teams = await directory.channelsOf(member)
    expect(teams.find(({ teamId }) => teamId === team.id)).toEqual({
      teamId: team.id,
      teamName: team.displayName,
      channels: team.channels.map(({ id, displayName }) => ({ id, name: displayName })),
    })
    const closed = tenant.state.company.teams.flatMap(({ channels }) =>
      channels.filter((one) => one.membershipType),
    )
    expect(closed.length).toBeGreaterThan(1)
    const offered = teams.flatMap(({ channels }) => channels.map((one) => one.id))
    expect(closed.filter(({ id }) => offered.includes(id))).toEqual([])
    const missing = await directory.photo('00000000-0000-4000-8000-000000000000')
    expect(missing).toBeUndefined()
  })
})

describe('a directory that answers oddly', () => {
  let local: LocalGraph
  afterEach(() => local.close())
  const delta = 'https://graph.microsoft.com/v1.0/users/delta?$deltatoken=z'

  it('is asked whether an enabled account is a guest’s before anybody is offered a place', async () => {
    local = await startLocalGraph(({ path, body }) => {
      if (path.startsWith('/users/delta')) {
        return {
          json: {
            value: [
              { id: 'guest', accountEnabled: true },
              { id: 'ana', accountEnabled: true },
              { id: 'gone', accountEnabled: true },
            ],
            '@odata.deltaLink': delta,
          },
        }
      }
      const { requests } = body as { requests: { id: string }[] }
      const facts = (id: string) =>
        id === 'gone'
          ? { id, status: 404, body: { error: { code: 'Request_ResourceNotFound' } } }
          : {
              id,
              status: 200,
              body: { id, accountEnabled: true, userType: id === 'guest' ? 'Guest' : 'Member' },
            }
      return { json: { responses: requests.map(({ id }) => facts(id)) } }
    })
    const { rows } = await readAll(directoryFrom(local.graph()), delta)
    expect(rows.map((row) => (row.kind === 'person' ? row.person.isEligible : row))).toEqual([
      false,
      true,
      undefined,
    ])
    expect(local.asked).toHaveLength(2)
  })

  it('loses no good row to a bad one', async () => {
    local = await startLocalGraph(() => ({
      json: {
        value: [
          { id: 'ana', displayName: 'Ana' },
          { displayName: 'nobody' },
          7,
          { id: 'bo', '@removed': {} },
        ],
        '@odata.deltaLink': delta,
      },
    }))
    const { rows } = await readAll(directoryFrom(local.graph()))
    expect(rows.map(({ kind }) => kind)).toEqual(['person', 'unreadable', 'unreadable', 'removed'])
  })

  it('that forgets to say where to go on fails rather than ending early', async () => {
    local = await startLocalGraph(() => ({ json: { value: [{ id: 'ana' }] } }))
    await expect(readAll(directoryFrom(local.graph()))).rejects.toMatchObject({ code: 'no-delta-link' })
  })

  it.each([
    [410, 'SyncStateNotFound'],
    [400, 'syncStateNotFound'],
    [404, 'resyncRequired'],
    [400, 'Directory_ExpiredPageToken'],
    [400, 'Request_BadRequest'],
    [404, 'Request_ResourceNotFound'],
    [406, ''],
  ])('with %i %s starts over', async (status, code) => {
    local = await startLocalGraph(() => refusal(status, code))
    await expect(readAll(directoryFrom(local.graph()), delta)).rejects.toMatchObject({
      code: 'directory-reset',
    })
  })

  it.each([
    [401, 'InvalidAuthenticationToken'],
    [403, 'Authorization_RequestDenied'],
    [429, 'TooManyRequests'],
    [500, 'syncStateNotFound'],
  ])('with %i %s says nothing of the link', async (status, code) => {
    local = await startLocalGraph(() => refusal(status, code))
    await expect(readAll(directoryFrom(local.graph()), delta)).rejects.toMatchObject({
      name: 'GraphError',
      status,
    })
  })

  it('fails, and starts nothing over, when it refuses the first request or somebody’s facts', async () => {
    local = await startLocalGraph(() => refusal(400, 'Request_BadRequest'))
    await expect(readAll(directoryFrom(local.graph()))).rejects.toMatchObject({ name: 'GraphError' })
    await local.close()
    local = await startLocalGraph(({ path, body }) =>
      path.startsWith('/users/delta')
        ? { json: { value: [{ id: 'ana', accountEnabled: true }], '@odata.deltaLink': delta } }
        : {
            json: {
              responses: (body as { requests: { id: string }[] }).requests.map(({ id }) => ({
                id,
                status: 400,
                body: { error: { code: 'Request_BadRequest' } },
              })),
            },
          },
    )
    await expect(readAll(directoryFrom(local.graph()), delta)).rejects.toMatchObject({
      name: 'GraphError',
      status: 400,
    })
  })

  it('starts over when a link dies within a reading', async () => {
    local = await startLocalGraph(({ path }) =>
      path.includes('page2')
        ? refusal(400, 'Directory_ExpiredPageToken')
        : {
            json: {
              value: [],
              '@odata.nextLink': 'https://graph.microsoft.com/v1.0/users/delta?$skiptoken=page2',
            },
          },
    )
    await expect(readAll(directoryFrom(local.graph()))).rejects.toMatchObject({ code: 'directory-reset' })
  })

  it('leaves out a team it may not look into and channels that the app is not in, and fails when it cannot tell', async () => {
    let status = 403
    const closed = ['private', 'shared', 'unknownFutureValue', null].map((membershipType, at) => ({
      ...{ id: `d${at}`, displayName: 'Closed', membershipType },
    }))
    local = await startLocalGraph(({ path, body }) => {
      if (path.includes('/users/gone/')) return { status: 404, json: { error: { code: 'ResourceNotFound' } } }
      if (path.includes('joinedTeams'))
        return {
          json: {
            value: [
              { id: 't1', displayName: 'One' },
              { id: 't2', displayName: 'Two' },
            ],
          },
        }
      const { requests } = body as { requests: { id: string }[] }
      return {
        json: {
          responses: requests.map(({ id }) =>
            id === 't1'
              ? { id, status, body: { error: { code: 'x' } } }
              : {
                  id,
                  status: 200,
                  body: {
                    value: [{ id: 'c', displayName: 'General', membershipType: 'standard' }, ...closed],
                  },
                },
          ),
        },
      }
    })
    const directory = directoryFrom(local.graph())
    expect(await directory.channelsOf('ana')).toEqual([
      { teamId: 't2', teamName: 'Two', channels: [{ id: 'c', name: 'General' }] },
    ])
    expect(await directory.channelsOf('gone')).toEqual([])
    status = 503
    await expect(directory.channelsOf('ana')).rejects.toMatchObject({ name: 'GraphError', status: 503 })
  })
})
