/** What a Session is about, in a Program's own words: on the page, on the card of the next one, and given back. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { nextSessionCard } from '../../../bot/messages/cards/meeting/my-mentoring.ts'
import { myMentoringNow } from '../../../bot/workflows/meeting/my-next-session.ts'
import { type Api, openApi } from '../../support/api.ts'
import { readerIn } from '../../support/cards.ts'
import { wordsOn } from '../../support/messages-stage.ts'
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
  pairing = (await product.ports.store.pairings.list(cohortId, ['active']))[0]!
  api = await openApi(product)
})
afterAll(() => product.close())

const agenda = {
  title: 'How a ship is booked',
  topic: 'From quote to berth, on your own screen',
  bring: 'Last week’s three hardest bookings',
  until: 'Book one yourself',
}
const which = () => ({ id: cohortId, kind: 'agendas', key: 'who-we-are' })
const organizer = () => api.as(product.company.personas.organizer)
const write = async (body: object, language: 'en' | 'es' = 'en') => {
  const seen = (await organizer()('content', which())).body.version
  return organizer()('writeContent', { ...which(), language, seen, body: body as Record<string, unknown> })
}
const mine = async () => (await api.as(pairing.mentorId)('myMentoring', {})).body.cohort!
const card = async (locale: string) => {
  const { next } = await myMentoringNow(product.ports, pairing.mentorId)
  return wordsOn(nextSessionCard(next, readerIn(locale)).card)
}

it('is the one of the language files until the Program writes another', async () => {
  expect((await mine()).agendas).toBeUndefined()
  expect(await card('en-GB')).toContain('Who we are and what we agree on')
})

it('that the Program wrote is read by everybody, each in the language there is', async () => {
  expect((await write(agenda)).status).toBe(200)
  await write({ ...agenda, title: 'Cómo se reserva un barco' }, 'es')
  expect((await mine()).agendas).toEqual({
    'who-we-are': { en: agenda, es: { ...agenda, title: 'Cómo se reserva un barco' }, ar: agenda },
  })
  expect(await card('en-GB')).toContain('How a ship is booked')
  expect(await card('es-ES')).toContain('Cómo se reserva un barco')
  expect(await card('ar')).toContain('How a ship is booked')
})

it('does not fit empty, or longer than a page can show', async () => {
  for (const body of [{ ...agenda, title: ' ' }, { ...agenda, topic: 'x'.repeat(5000) }, { title: 'alone' }])
    expect((await write(body)).status).toBe(422)
})

it('is given back', async () => {
  for (const language of ['en', 'es'] as const) {
    const seen = (await organizer()('content', which())).body.version
    await organizer()('writeContent', { ...which(), language, seen })
  }
  expect((await mine()).agendas).toBeUndefined()
  expect(await card('en-GB')).toContain('Who we are and what we agree on')
})
