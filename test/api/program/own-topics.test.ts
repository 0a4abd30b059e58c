/** Topics of a Program's own: chosen when people enroll, called by their names everywhere, retired and not removed. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Out } from '../../../bot/contract/index.ts'
import { type Api, openApi } from '../../support/api.ts'
import { enrolCompany, openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let cohortId: string
let api: Api
let someone: string
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  api = await openApi(product)
  someone = (await product.ports.store.participants.list(cohortId))[0]!.personId
})
afterAll(() => product.close())

const organizer = () => product.company.personas.organizer
const which = () => ({ id: cohortId, kind: 'topics', key: 'own' })
const view = async () => (await api.as(organizer())('content', which())).body
const write = async (topics: object[], language: 'en' | 'es' | 'ar' = 'en') => {
  const seen = (await view()).version
  return api.as(organizer())('writeContent', { ...which(), language, seen, body: { topics } })
}
const topicsIn = (content: Out<'content'>, language = 'en') =>
  content.languages.find((one) => one.language === language)!.body['topics'] as {
    key: string
    name: string
    retired: boolean
  }[]
const mine = async () => (await api.as(someone)('myMentoring', {})).body
const choose = async (...keys: string[]) => {
  const { id, state: _s, pausedUntil: _p, cohortId: _c, ...details } = (await mine()).participant!
  return api.as(someone)('updateEnrolment', {
    ...{ ...details, id, acceptedGroundRules: 1 },
    topics: keys.map((topic) => ({ topic, level: 2 as const })),
  })
}

it('are offered beside the bank, and have their names in every language', async () => {
  const written = await write([
    { key: '', name: 'supply chains', retired: false },
    { key: '', name: 'قطع الغيار', retired: false },
  ])
  expect(written.status).toBe(200)
  const [chains, parts] = topicsIn(written.body)
  expect(chains!.key).toMatch(/^own-/)
  expect((await mine()).offered.topics).toEqual(expect.arrayContaining(['ai-tools', chains!.key, parts!.key]))
  // The Spanish page begins with what readers of Spanish get.
  const spanish = topicsIn(await view(), 'es').map((one) =>
    one.key === chains!.key ? { ...one, name: 'cadenas de suministro' } : one,
  )
  await write(spanish, 'es')
  const { topicNames } = (await api.as(someone)('me', {})).body
  expect(topicNames![chains!.key]).toEqual({
    ...{ en: 'supply chains', es: 'cadenas de suministro', ar: 'supply chains' },
  })
})

it('that nobody offers are not chosen, nor those of another Program', async () => {
  const [chains] = topicsIn(await view())
  expect((await choose('ai-tools', 'own-elsewhere')).problem).toMatchObject({
    ...{ code: 'topic-not-offered', field: 'topics' },
  })
  expect((await choose('ai-tools', chains!.key)).status).toBe(200)
})

it('that somebody has chosen are retired and not removed; the others go', async () => {
  const [chains, parts] = topicsIn(await view())
  expect((await view()).needed).toEqual([chains!.key])
  expect((await write([parts!])).problem.code).toBe('topic-in-use')
  const seen = (await view()).version
  const back = await api.as(organizer())('writeContent', { ...which(), language: 'en', seen })
  expect([back.status, back.problem?.code]).toEqual([200, undefined])
  // Spanish still has it: nothing that was chosen is gone.
  expect(topicsIn(await view()).map(({ key }) => key)).toContain(chains!.key)
  const last = await api.as(organizer())('writeContent', { ...which(), language: 'es', seen: seen + 1 })
  expect(last.problem.code).toBe('topic-in-use')
  expect((await write([{ ...chains!, retired: true }])).status).toBe(200)
})

it('that are retired stay with whoever has them, and are offered to nobody else', async () => {
  const [chains] = topicsIn(await view())
  expect((await mine()).offered.topics).toContain(chains!.key)
  expect((await choose('ai-tools', chains!.key)).status).toBe(200)
  expect((await choose('ai-tools')).status).toBe(200)
  expect((await choose('ai-tools', chains!.key)).problem.code).toBe('topic-not-offered')
  expect((await mine()).offered.topics).not.toContain(chains!.key)
})
