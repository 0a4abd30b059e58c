/** Words that would be SQL, and fields that no form of ours has: taken as words, or refused, and never more than that. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { type RouteName, routes } from '../../bot/contract/index.ts'
import { issueTabToken } from '../../bot/demo/entra-server.ts'
import { type Colleague, type Everything, startEverything } from './everything.ts'

jest.setTimeout(120_000)

let everything: Everything
beforeAll(async () => {
  everything = await startEverything()
})
afterAll(() => everything.product.close())

const routeNames = Object.keys(routes) as RouteName[]

async function send(by: Colleague, method: string, path: string, body?: unknown) {
  const { tenant, company } = everything.product
  const claims = by === 'organizer A' || by === 'organizer by role alone' ? { roles: ['Organizer'] } : {}
  const token = await issueTabToken(tenant.state, tenant.keys, everything.who[by], { claims })
  const response = await fetch(everything.url + path, {
    method,
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : undefined, company }
}
const thing = (name: RouteName, key = 'id') => String(everything.inputs[name][key])

const wouldBeSql = [
  ...[
    "'",
    "''",
    '"',
    "' or '1'='1",
    "' or 1=1 --",
    "'; drop table people; --",
    "') or ('a'='a",
    'a%',
    '_',
    '%',
  ],
  ...[
    "a' union select id, id from audit_entries --",
    "'||pg_sleep(5)||'",
    '$1',
    '$$',
    "\\'; select 1",
    '/*',
    '--',
  ],
  ...[
    "E'\\x27'",
    'a\\',
    '::int',
    "a' and (select count(*) from people) > 0 --",
    '1;commit',
    '%27%20or%201=1',
  ],
]

describe(`${wouldBeSql.length} words that would be SQL`, () => {
  it.each(wouldBeSql)('%s, searched for, paged by, filtered by and named', async (word) => {
    const encoded = encodeURIComponent(word)
    const cohort = thing('people', 'cohort')
    const found = await send('organizer A', 'GET', `/api/people?cohort=${cohort}&text=${encoded}&limit=50`)
    expect(found.status).toBe(200)
    // Whoever has the word in name, title or unit; a sign of LIKE is a sign like any other.
    for (const { person } of found.json.people)
      expect(`${person.name} ${person.title} ${person.unit}`.toLowerCase()).toContain(word.toLowerCase())
    const others = [
      await send('organizer A', 'GET', `/api/people?cohort=${cohort}&after=${encoded}`),
      await send('organizer A', 'GET', `/api/people?cohort=${cohort}&state=${encoded}`),
      await send('organizer A', 'GET', `/api/people?cohort=${encoded}`),
      await send('employee', 'GET', `/api/colleagues?text=${encoded}`),
      await send('mentor', 'GET', `/api/cohorts/${thing('partners')}/partners?text=${encoded}`),
      await send('organizer A', 'GET', `/api/cohorts/${encoded}/board`),
      await send('organizer A', 'GET', `/api/speed-events/${encoded}`),
      await send('mentee', 'POST', `/api/pairings/${encoded}/end`, {}),
      await send('mentee', 'POST', `/api/enrolments/${encoded}/leave`, {}),
    ]
    for (const { status, text } of others) {
      expect(status).toBeLessThan(500)
      expect(text).not.toMatch(/syntax error|SQLSTATE|unterminated|invalid input syntax/i)
    }
    expect(await everything.changed()).toEqual([])
  })
})

describe('fields that no form of ours has', () => {
  it('do not make somebody an approved participant, or another person one', async () => {
    const other = everything.who.employee
    const asked = {
      ...{
        ...everything.inputs.enrol,
        personId: other,
        state: 'approved',
        id: 'mine',
        enrolledAt: '2020-01-01',
      },
    }
    const { status, json } = await send('line manager', 'POST', '/api/enrolments', asked)
    const { store } = everything.product.ports
    const cohortId = thing('enrol', 'cohortId')
    if (status < 300) expect(json.participant).toMatchObject({ state: 'applied' })
    expect(await store.participants.of(cohortId, other)).toBeUndefined()
    expect((await store.participants.of(cohortId, everything.who['line manager']))?.state ?? 'applied').toBe(
      'applied',
    )
    await everything.restore()
  })

  it('an id in the body or the query is not taken for the one in the path', async () => {
    const [mine, theirs] = [thing('updateEnrolment'), 'p-nobody']
    const body = { ...everything.inputs.updateEnrolment, id: mine }
    const path = routes.updateEnrolment.path.replace(':id', theirs)
    expect((await send('mentee', 'PUT', path, body)).status).toBeGreaterThanOrEqual(400)
    expect((await send('employee', 'PUT', `${path}?id=${mine}`, body)).status).toBeGreaterThanOrEqual(400)
    expect((await send('employee', 'POST', `/api/pairings/x/end?id=${thing('endPairing')}`, {})).status).toBe(
      404,
    )
    expect(await everything.changed()).toEqual([])
  })

  it('make nobody the Organizer of a program, and open no stage', async () => {
    const plan = { ...everything.inputs.createCohort, organizerId: everything.who.employee, stage: 'running' }
    const { status, json } = await send('organizer by role alone', 'POST', '/api/cohorts', plan)
    if (status < 300) {
      const { store } = everything.product.ports
      const cohort = (await store.cohorts.get(json.id))!
      const program = (await store.programs.get(cohort.programId))!
      expect([program.organizerId, cohort.stage]).toEqual([
        everything.who['organizer by role alone'],
        'draft',
      ])
      expect(program.sponsorId).toBeUndefined()
    }
    await everything.restore()
  })

  it('say nothing in somebody else’s name', async () => {
    const { store } = everything.product.ports
    const before = (await store.participants.blocks()).length
    await send('employee', 'POST', '/api/blocks', {
      ...{ personId: everything.who.asker, byPerson: everything.who.mentor, by: everything.who.mentor },
    })
    const added = (await store.participants.blocks()).filter(([by]) => by === everything.who.mentor)
    expect(added).toEqual([])
    expect((await store.participants.blocks()).length).toBeLessThanOrEqual(before + 1)
    await everything.restore()
  })

  it.each(['__proto__', 'constructor', 'prototype'])('%s changes no other object', async (key) => {
    const body = `{"${key}": {"isOrganizer": true, "roles": ["organizer"], "prototype": {"state": "approved"}}}`
    for (const name of routeNames.filter((one) => (routes[one].method as string) !== 'GET').slice(0, 30)) {
      const { method, path } = routes[name]
      const { status } = await send('employee', method, path.replace(/:\w+/g, 'x'), body)
      expect(status).toBeLessThan(500)
    }
    expect(({} as Record<string, unknown>)['isOrganizer']).toBeUndefined()
    expect(await everything.changed()).toEqual([])
  })
})
