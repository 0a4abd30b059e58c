/** A next version of an agreement says what it changes, in the reader's language, to the two and to nobody else. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { usualTerms } from '../../../bot/domain/pairing/agreement.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { type Api, openApi } from '../../support/api.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let cohortId: string
let api: Api
let pairing: Pairing
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  api = await openApi(product)
  pairing = (await product.ports.store.pairings.list(cohortId, ['active']))[0]!
})
afterAll(() => product.close())

const terms = { ...usualTerms, place: 'walk' as const }
const sign = (personId: string, version: number, template: number) =>
  api.as(personId)('signAgreement', { id: pairing.id, version, template, goal: 'Ask', goalStart: 2 })

it('says nothing in the first, and in the next what changed with the text of both versions', async () => {
  const { mentorId, menteeId } = pairing
  const first = (await api.as(mentorId)('agreement', { id: pairing.id })).body
  expect(first).toMatchObject({ version: 1, template: 1 })
  expect(first.changed).toBeUndefined()
  for (const one of [mentorId, menteeId]) expect((await sign(one, 1, 1)).status).toBe(200)

  const written = await api.as(product.company.personas.organizer)('writeContent', {
    ...{ id: cohortId, kind: 'agreement', key: 'standing', language: 'en', seen: 1 },
    body: { sentences: [...first.sentences.slice(1), 'Coffee is on {mentee}.'] },
  })
  expect(written.status).toBe(200)
  // Signed stays signed, and as it was.
  expect((await api.as(menteeId)('agreement', { id: pairing.id })).body).toMatchObject({
    ...{ version: 1, state: 'in-force', sentences: first.sentences },
  })

  await api.as(mentorId)('changeAgreement', { id: pairing.id, version: 1, terms })
  const next = (await api.as(menteeId)('agreement', { id: pairing.id })).body
  expect(next).toMatchObject({ version: 2, template: 2, state: 'open' })
  expect(next.changed).toEqual({
    ...{ since: 1, terms: ['place'], was: usualTerms },
    ...{ added: ['Coffee is on {mentee}.'], dropped: [first.sentences[0]] },
  })
  expect((await sign(menteeId, 2, 1)).problem.code).toBe('changed-meanwhile')
  expect((await sign(menteeId, 2, 2)).status).toBe(200)
})

it('is told to somebody who reads Spanish in the language the Program wrote in, and not as if all of it were new', async () => {
  const { changed, sentences } = (
    await api.as(pairing.menteeId)('agreement', { id: pairing.id, language: 'es' })
  ).body
  expect(sentences).toContain('Coffee is on {mentee}.')
  expect(changed).toMatchObject({
    added: ['Coffee is on {mentee}.'],
    dropped: [expect.stringContaining('We meet so that')],
  })
})
