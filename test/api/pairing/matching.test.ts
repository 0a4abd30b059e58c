/** What counts in matching, as the board asks for it. Who may use each route is in routes.test.ts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Api, openApi } from '../../support/api.ts'
import { enrolCompany, openCohort, type Product, startProduct } from '../../support/product.ts'

let product: Product
let api: Api
let cohortId: string

beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  api = await openApi(product)
})
afterAll(() => product.close())

const organizer = () => api.as(product.company.personas.organizer)

describe('what counts', () => {
  it('lists every rule with its words, and what may be chosen with its default', async () => {
    const { body } = await organizer()('matching', { id: cohortId })
    const line = body.rules.find(({ rule }) => rule === 'shared-reporting-line')!
    expect(line.inWords).toMatch(/reporting line/)
    expect(line.choices).toEqual([])
    expect(body.rules.find(({ rule }) => rule === 'former-manager')!.choices[0]).toMatchObject({
      ...{ setting: 'formerManagerMonths', value: 12, usual: 12, unit: 'months' },
    })
    expect(body.weights.every(({ points, usual, inWords }) => points === usual && inWords.length > 5)).toBe(
      true,
    )
  })

  it('is saved and read back, and says which field is wrong without changing anything', async () => {
    const ask = organizer()
    const rules = { minimumOverlapMinutes: 60, commonLanguage: false }
    const { version } = (await ask('matching', { id: cohortId })).body
    const saved = await ask('saveMatching', {
      ...{ id: cohortId, version },
      objective: 'fairest',
      rules,
      weights: { topic: 55 },
    })
    expect(saved.body.objective).toBe('fairest')
    const wrong: [object, string][] = [
      [{ weights: { topic: 1001 } }, 'weights.topic'],
      [{ weights: { base: 0 } }, 'weights.base'],
      [{ weights: { hours: 1.5 } }, 'weights.hours'],
      [{ rules: { minimumOverlapMinutes: -1 } }, 'rules.minimumOverlapMinutes'],
      [{ rules: { sharedReportingLine: false } }, 'rules'],
      [{ rules: { tops: ['nobody'] } }, 'rules'],
    ]
    for (const [change, field] of wrong) {
      const { status, problem } = await ask('saveMatching', {
        ...{ id: cohortId, version: saved.body.version },
        ...change,
      })
      expect([field, [400, 422].includes(status), problem.field]).toEqual([field, true, field])
    }
    const { body } = await ask('matching', { id: cohortId })
    expect(body.weights.find(({ part }) => part === 'topic')!.points).toBe(55)
    expect(body.rules.find(({ rule }) => rule === 'working-hours')!.choices[0]!.value).toBe(60)
  })

  it('is tried out before it holds', async () => {
    const { body } = await organizer()('matchingEffect', { id: cohortId, rules: { location: 'same-site' } })
    expect(body.costs.map(({ setting }) => setting)).toContain('location')
    expect(body.pairs).toBeLessThanOrEqual(Math.min(body.mentors, body.mentees * 4))
  })
})

describe('a list of people who must not be paired', () => {
  it('is imported, listed with names, and corrected line by line', async () => {
    const ask = organizer()
    const { mentor, sponsor } = product.company.personas
    const mail = (id: string) => product.company.byId.get(id)!.mail
    const csv = `kind,person,other\npanel,${mail(mentor)},${sponsor}\npanel,${mail(mentor)},gone@example.com`
    const { body } = await ask('importExclusions', {
      id: cohortId,
      source: 'panels.csv',
      file: Buffer.from(csv).toString('base64'),
    })
    expect(body).toEqual({
      kept: 1,
      stillInForce: 0,
      bad: [{ line: 3, why: 'unknown-person', value: 'gone@example.com' }],
    })
    const listed = (await ask('exclusions', { id: cohortId })).body
    expect(listed.sources).toMatchObject([{ source: 'panels.csv', count: 1, mine: true }])
    const [line] = listed.exclusions
    expect([line!.person.id, line!.other.id].sort()).toEqual([mentor, sponsor].sort())
    const gone = {
      kind: line!.kind,
      personId: line!.person.id,
      otherId: line!.other.id,
      source: line!.source,
    }
    expect((await ask('removeExclusion', { id: cohortId, ...gone })).body).toEqual({ ok: true })
    expect((await ask('exclusions', { id: cohortId })).body.total).toBe(0)
  })

  it('without its columns says so', async () => {
    const { status, problem } = await organizer()('importExclusions', {
      id: cohortId,
      source: 'x',
      file: Buffer.from('a,b\n1,2').toString('base64'),
    })
    expect([status, problem.code, problem.field]).toEqual([409, 'list-columns-missing', 'file'])
  })
})

describe('"not with this person"', () => {
  it('keeps the two apart both ways, is nobody else’s to lift, and is taken back by who said it', async () => {
    const { enrolments } = product.company
    const mentor = enrolments.find(({ side }) => side === 'mentor')!.personId
    const mentee = enrolments.find(({ side }) => side === 'mentee')!.personId
    const blocks = async () => product.ports.store.participants.blocks()
    await api.as(mentee)('blockPerson', { personId: mentor })
    await api.as(mentor)('blockPerson', { personId: mentee, lift: true })
    expect(await blocks()).toEqual([[mentee, mentor]])
    await api.as(mentee)('blockPerson', { personId: mentor, lift: true })
    expect(await blocks()).toEqual([])
  })
})
