/** Good tokens of people to whom the program is not open: guests, accounts nobody knows, and those who left this morning. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type RouteName, routes } from '../../bot/contract/index.ts'
import { signClaims } from '../../bot/demo/entra-server.ts'
import { chatWith, settled } from '../../bot/demo/teams-server.ts'
import { installFor, sayToBot } from '../../bot/demo/tenant.ts'
import { type Api, openApi } from '../support/api.ts'
import { wordsOn } from '../support/messages-stage.ts'
import { enrolCompany, openCohort, type Product, startProduct } from '../support/product.ts'

let product: Product
let api: Api
const unknown = '7d0b5c1e-3a52-4a4e-9f60-8f2d1c7b9a11'

beforeAll(async () => {
  product = await startProduct({ people: 120, mentors: 8, mentees: 6 })
  api = await openApi(product)
})
afterAll(() => product.close())

async function tokenOf(oid: string, roles: string[] = []) {
  const now = Math.floor(Date.now() / 1000)
  return signClaims(product.tenant.keys, {
    aud: product.tenant.state.apps.tab.id,
    iss: `https://login.microsoftonline.com/${product.company.tenantId}/v2.0`,
    tid: product.company.tenantId,
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    scp: 'access_as_user',
    ver: '2.0',
    name: 'Somebody',
    ...{ oid, roles, iat: now, nbf: now, exp: now + 600 },
  })
}

async function ask(token: string, name: RouteName | 'photo', id = unknown) {
  const { method, path } = name === 'photo' ? { method: 'GET', path: '/api/people/:id/photo' } : routes[name]
  const response = await fetch(api.url + path.replace(':id', id), {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: '{}' }),
  })
  const text = await response.text()
  return { status: response.status, text, code: text.startsWith('{') ? JSON.parse(text).code : undefined }
}

const everyRoute = [...(Object.keys(routes) as RouteName[]), 'photo' as const]
const openTo = async (token: string, without: string[] = []) => {
  const open: string[] = []
  for (const name of everyRoute.filter((one) => !without.includes(one))) {
    const { status, code } = await ask(token, name)
    if (status !== 403 || code !== 'not-eligible') open.push(`${name}: ${status} ${code}`)
  }
  return open
}
const allRoles = ['Organizer', 'Communications', 'Analyst', 'Reviewer', 'IndependentContact', 'ITAdmin']

describe('before the chart was ever read', () => {
  it('nobody is known, so nobody comes in', async () => {
    expect(await openTo(await tokenOf(product.company.personas.mentor))).toEqual([])
    const others = allRoles.filter((role) => role !== 'Organizer' && role !== 'ITAdmin')
    expect(await openTo(await tokenOf(unknown, others))).toEqual([])
  })

  it('an Organizer sees the page on which the chart is read, and nothing else', async () => {
    const token = await tokenOf(unknown, ['Organizer'])
    const { status, text } = await ask(token, 'me')
    expect([status, JSON.parse(text).places]).toEqual([200, ['people']])
    expect(await openTo(token, untouched)).toEqual([
      'me: 200 undefined',
      'people: 200 undefined',
      'organization: 200 undefined',
    ])
  })

  it('an administrator sees how far the reading is, and nothing else', async () => {
    const open = await openTo(await tokenOf(unknown, ['ITAdmin']), untouched)
    expect(open).toEqual(['people: 403 not-allowed', 'organization: 200 undefined'])
  })

  it('either begins it, and then everybody of the directory is known, and the two who are not are out', async () => {
    const [organizer, administrator] = [
      // Of others than above, since each asks for as much as one may in a minute.
      await tokenOf(unknown.replace(/^./, 'd'), ['Organizer']),
      await tokenOf(unknown.replace(/^./, 'e'), ['ITAdmin']),
    ]
    expect((await ask(organizer, 'readOrganization')).status).toBe(200)
    while ((await product.ports.store.organization.reading()).whole) {
      await ask(administrator, 'readOrganization')
      await new Promise((later) => setTimeout(later, 100))
    }
    const { mentor } = product.company.personas
    expect((await ask(await tokenOf(mentor), 'me')).status).toBe(200)
    expect(await openTo(organizer)).toEqual([])
    expect(await openTo(administrator)).toEqual([])
  })

  /** It would end what is looked at. */
  const untouched = ['readOrganization']
})

describe(`afterwards: ${everyRoute.length} routes for each, whatever roles the token carries`, () => {
  beforeAll(async () => {
    const cohortId = await openCohort(product)
    await enrolCompany(product, cohortId)
  })
  /** Enrolled, and nobody whom another test needs. */
  const colleagues = () => {
    const played = new Set<string>(Object.values(product.company.personas))
    return product.company.enrolments.flatMap(({ personId }) => (played.has(personId) ? [] : [personId]))
  }
  const becomes = async (id: string, row: 'guest' | 'removed') => {
    const { store, clock } = product.ports
    const rows =
      row === 'removed'
        ? [{ kind: 'removed' as const, id }]
        : [{ kind: 'person' as const, person: { id, isEligible: false }, manager: 'unchanged' as const }]
    const at = clock.now()
    await store.people.applyPage({ rows, cursor: 'c', done: true }, { whole: false, startedAt: at, at })
  }

  it('an account that the directory does not have', async () => {
    // Another than before: nobody may ask so often in a minute.
    const another = unknown.replace(/^./, (first) => (first === 'f' ? 'e' : 'f'))
    expect(await openTo(await tokenOf(another, allRoles))).toEqual([])
  })

  it('a guest, or an account that was switched off: at once, with the token of this morning', async () => {
    const personId = colleagues()[0]!
    const token = await tokenOf(personId, allRoles)
    expect((await ask(token, 'myMentoring')).status).toBe(200)
    await becomes(personId, 'guest')
    expect(await openTo(token)).toEqual([])
  })

  it('somebody who left', async () => {
    const personId = colleagues()[1]!
    const token = await tokenOf(personId, allRoles)
    expect((await ask(token, 'myMentoring')).status).toBe(200)
    await becomes(personId, 'removed')
    expect(await openTo(token)).toEqual([])
  })

  it('the bot tells them the same and nothing else', async () => {
    const personId = colleagues()[2]!
    product.tenant.setProductUrl(api.url)
    await installFor(product.tenant, personId)
    const said = async () => {
      await sayToBot(product.tenant, personId, 'my mentoring')
      await settled(product.tenant.channel)
      const { activity } = chatWith(product.tenant.state, personId).messages.findLast(
        ({ from }) => from === 'bot',
      )!
      const cards = (activity['attachments'] ?? []) as { content: unknown }[]
      return { text: String(activity['text'] ?? ''), words: wordsOn(cards.map(({ content }) => content)) }
    }
    const before = await said()
    expect(before.words).not.toBe('')
    await becomes(personId, 'guest')
    const after = await said()
    expect(after.words).toBe('')
    expect(after.text).not.toBe(before.text)
  })

  it('photos are of people of the directory only, and a photo that is not there is asked for once an hour', async () => {
    const { sponsor, mentor } = product.company.personas
    const token = await tokenOf(mentor)
    const asked = () =>
      product.tenant.state.log.filter(({ service, path }) => service === 'graph' && path.includes('/photo'))
        .length
    expect((await ask(token, 'photo', sponsor)).status).toBe(200)
    const before = asked()
    for (const id of [unknown, colleagues()[0]!, '..%2F..%2Fme', '%2e%2e', 'me', '.', 'a%2Fb']) {
      expect([204, 403, 404]).toContain((await ask(token, 'photo', id)).status)
    }
    expect(asked()).toBe(before)
    const none = await withoutPhoto(token)
    const afterwards = asked()
    for (let again = 0; again < 5; again += 1) expect((await ask(token, 'photo', none)).status).toBe(204)
    expect(asked()).toBe(afterwards)
    await product.advanceDays(1)
    await ask(token, 'photo', none)
    expect(asked()).toBe(afterwards + 1)
  })

  async function withoutPhoto(token: string) {
    for (const { id, accountEnabled, userType } of product.company.people.slice(0, 60)) {
      if (!accountEnabled || userType !== 'Member') continue
      if ((await ask(token, 'photo', id)).status === 204) return id
    }
    throw new Error('Everybody of the demo company has a photo.')
  }
})
