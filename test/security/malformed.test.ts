/** What nobody's tab would send. Every answer is a refusal, and none is a fault of ours. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { routes } from '../../bot/contract/index.ts'
import { isStorable } from '../../bot/domain/storable.ts'
import { type Api, openApi } from '../support/api.ts'
import { attack } from '../support/malformed.ts'
import { enrolCompany, openCohort, type Product, proposeAll, startProduct } from '../support/product.ts'

let product: Product
let api: Api

beforeAll(async () => {
  product = await startProduct({ people: 300, mentors: 8, mentees: 6, settings: { TRUSTED_PROXIES: '1' } })
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  api = await openApi(product)
})
afterAll(() => product.close())

/** `npm run bench -- malformed` sends 22,000, and others each time it is given another seed. */
const count = 1200
/** A busy machine needs its time, and nothing here is about time. */
const patienceMs = 300_000

it(
  `${count} malformed requests over ${Object.keys(routes).length + 3} routes: no 500, no crash, no word of our insides`,
  async () => {
    const { sent, byStatus, faults } = await attack(product, api.url, count, 20_261_127)
    expect(faults).toEqual([])
    expect(sent).toBe(count)
    // They came as far as they were meant to: most were read and refused by the contract, some by what is behind it.
    expect(byStatus[400]).toBeGreaterThan(count / 4)
    expect((byStatus[403] ?? 0) + (byStatus[404] ?? 0) + (byStatus[409] ?? 0)).toBeGreaterThan(count / 20)
    expect(byStatus[429] ?? 0).toBe(0)
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200)
  },
  patienceMs,
)

describe('a text that no database keeps', () => {
  it.each(['\u0000', 'a\u0000b', '\ud800', 'a\udfff', '\udfff\ud800'])(
    '%j is found wherever it is',
    (text) => {
      for (const value of [text, [text], { a: text }, { [text]: 1 }, { a: [{ b: [1, null, text] }] }])
        expect(isStorable(value)).toBe(false)
    },
  )

  it('is found 100,000 levels deep', () => {
    let value: unknown = '\u0000'
    for (let level = 0; level < 100_000; level += 1) value = level % 2 ? [value] : { value }
    expect(isStorable(value)).toBe(false)
  })

  it.each(['', '\\u0000', '%00', '🙂', '\ue000', '\ufffd'])('%j is none', (text) => {
    expect(isStorable({ a: [text] })).toBe(true)
  })
})
