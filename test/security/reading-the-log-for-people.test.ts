/**
 * Somebody who may read the log, and nothing else, at its most talkative: a day of the product on which Graph refuses things.
 * Nobody's id, address or name is in it; and each line leads to the request or job it belongs to, as Graph's own log does.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { issueTabToken } from '../../bot/demo/entra-server.ts'
import type { Fault } from '../../bot/demo/state.ts'
import { type Api, openApi } from '../support/api.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../support/product.ts'

const lines: string[] = []
const jobs: string[] = []
let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
beforeAll(async () => {
  product = await startProduct({
    ...{ people: 60, mentors: 4, mentees: 4, settings: { LOG_LEVEL: 'debug' } },
    logTo: { write: (line) => void lines.push(line) },
  })
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  api = await openApi(product)
  await approveAll(product, cohortId)
})
afterAll(() => product.close())

const told = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
const calls = () => product.tenant.state.log.filter(({ service }) => service === 'graph')
const refusing = (path: RegExp, status: number, times: number): Fault => ({
  ...{ service: 'graph', kind: 'error-before', status, path, times },
})

async function photoOf(personId: string): Promise<Response> {
  const token = await issueTabToken(product.tenant.state, product.tenant.keys, personId)
  return fetch(`${api.url}/api/people/${personId}/photo`, { headers: { authorization: `Bearer ${token}` } })
}

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let look = 0; look < 400; look += 1) {
    if (await isSo()) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`It is not so: ${what}`)
}

describe('one id', () => {
  it('is in the answer to a request, in its lines of the log, and in what Graph is told', async () => {
    const before = calls().length
    product.tenant.state.faults.push(refusing(/photo/, 503, 1))
    const { headers } = await photoOf(product.company.personas.sponsor)
    const id = headers.get('x-request-id')
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    const made = calls().slice(before)
    expect(made.length).toBeGreaterThanOrEqual(2)
    expect(made.map((call) => call.headers['client-request-id'])).toEqual(made.map(() => id))
    const failure = told().find(({ msg, id: own }) => msg === 'graph' && own === id)
    expect(failure).toMatchObject({ status: 503, path: '/v1.0/users/{id}/photo/$value' })
  })

  it('is another for another request, also at the same time', async () => {
    const people = Object.values(product.company.personas).slice(0, 4)
    const before = calls().length
    const ids = (await Promise.all(people.map(photoOf))).map(({ headers }) => headers.get('x-request-id'))
    expect(new Set(ids).size).toBe(people.length)
    for (const call of calls().slice(before)) expect(ids).toContain(call.headers['client-request-id'])
  })

  it("is the job's in everything that the job asks of Graph", async () => {
    const before = calls().length
    // The first tries fail, so that there is something to be told.
    product.tenant.state.faults.push(refusing(/getSchedule|events/, 403, 3))
    for (const { name, payload } of product.waiting.splice(0)) {
      if (name !== 'book-hold') continue
      jobs.push((payload as { holdId: string }).holdId)
      await product.service.ports.jobs.add(name, payload as { holdId: string })
    }
    await until('all is booked', async () => {
      const holds = await Promise.all(jobs.map((id) => product.ports.store.holds.get(id)))
      return holds.every((hold) => hold?.state === 'booked' || hold?.state === 'failed')
    })
    const { rows } = await product.database.query(`select id::text from jobs.job where name = 'book-hold'`)
    const known = rows.map(({ id }) => id)
    const made = calls().slice(before)
    expect(made.length).toBeGreaterThan(jobs.length)
    const strangers = made.filter(({ headers }) => !headers['client-request-id'])
    expect(strangers).toEqual([])
    const ofHolds = made.filter(({ path }) => /getSchedule|\/events/.test(path))
    for (const call of ofHolds) expect(known).toContain(call.headers['client-request-id'])
  })
})

describe('nobody', () => {
  it('is in the log, by id, address or name, when a page is asked for that is none', async () => {
    for (const { id } of product.company.people.slice(0, 5))
      await fetch(`${api.url}/api/people/${id}/diary`, { headers: { authorization: 'Bearer x' } })
    await product.service.ports.jobs.add('read-organization', {})
    await new Promise((done) => setTimeout(done, 500))
    const log = lines.join('').toLowerCase()
    expect(lines.length).toBeGreaterThan(5)
    const found = product.company.people.flatMap(({ id, mail, userPrincipalName, displayName }) =>
      [id, mail, userPrincipalName, displayName].filter((word) => log.includes(word.toLowerCase())),
    )
    expect(found).toEqual([])
  })
})
