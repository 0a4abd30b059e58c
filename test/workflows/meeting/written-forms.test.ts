/** A Program writes its own questions: who was asked before answers those they read, and who is asked later the new ones. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { defaultOf } from '../../../bot/content/kinds.ts'
import { askKey } from '../../../bot/domain/meeting/ask.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import { cardForNotice } from '../../../bot/messages/cards/notice.ts'
import type { Language } from '../../../bot/words/sentence.ts'
import { askPair, myAsk, recordAnswers } from '../../../bot/workflows/meeting/ask-pair.ts'
import { questionsOf } from '../../../bot/workflows/meeting/questions-of.ts'
import { writeContent } from '../../../bot/workflows/program/content.ts'
import { readerIn } from '../../support/cards.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let programId: string
let first: Pairing
let second: Pairing
beforeAll(async () => {
  product = await startProduct()
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  programId = (await product.ports.store.cohorts.get(cohortId))!.programId
  ;[first, second] = (await product.ports.store.pairings.list(cohortId, ['active'])) as [Pairing, Pairing]
})
afterAll(() => product.close())

const good = <T>(answer: T | Refusal): T => {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const usual = (language: Language) => defaultOf('questions', 'fit', language).questions
const write = (language: Language, seen: number, questions: object[]) =>
  writeContent(
    product.ports,
    programId,
    { kind: 'questions', key: 'fit', language, seen, body: { questions } },
    product.company.personas.organizer,
  )
const own = {
  ...{ key: '', kind: 'choice', side: 'mentor', text: 'Was the room right?' },
  options: [
    { key: '', text: 'Yes' },
    { key: '', text: 'No' },
  ],
}
const keyOf = ({ id }: Pairing, personId: string) => askKey('fit', id, personId)
const asked = async (pairing: Pairing, personId: string) => {
  const ask = (await product.ports.store.asks.get(keyOf(pairing, personId)))!
  return { ask, questions: await questionsOf(product.ports, ask) }
}

it('asks under the newest version, and takes answers to what was asked', async () => {
  await askPair(product.ports, 'fit', first.id)
  expect(good(await write('en', 1, [...usual('en'), own]))).toEqual({ version: 2 })
  await askPair(product.ports, 'fit', second.id)

  const before = await asked(first, first.mentorId)
  expect(before.ask.version).toBe(1)
  expect(before.questions.map(({ key }) => key)).toEqual(['free', 'fit'])
  expect(
    isRefused(
      await recordAnswers(product.ports, keyOf(first, first.mentorId), first.mentorId, {
        ...{ free: 4, fit: 'good' },
      }),
    ),
  ).toBe(false)

  const { ask, questions } = await asked(second, second.mentorId)
  expect(ask.version).toBe(2)
  const [, , mine] = questions
  expect(mine).toMatchObject({
    kind: 'choice',
    reader: 'pooled',
    words: { es: { text: 'Was the room right?' } },
  })
  const answers = { free: 4, fit: 'good' }
  const key = keyOf(second, second.mentorId)
  expect(await recordAnswers(product.ports, key, second.mentorId, answers)).toMatchObject({
    refused: 'answer-missing',
    detail: { field: mine!.key },
  })
  const [option] = mine!.kind === 'choice' ? mine!.options : []
  const kept = good(
    await recordAnswers(product.ports, key, second.mentorId, { ...answers, [mine!.key]: option }),
  )
  expect(kept.answers).toEqual({ ...answers, [mine!.key]: option })
  // It is the Mentor's alone.
  expect((await asked(second, second.menteeId)).questions.map((one) => one.key)).toEqual(['free', 'fit'])
})

describe('a card', () => {
  const drawn = async (pairing: Pairing, personId: string, locale: string) => {
    const { notice } = good(await myAsk(product.ports, keyOf(pairing, personId), personId))
    return JSON.stringify(cardForNotice(notice, readerIn(locale)).card)
  }

  it('shows the questions it was sent with, in the words of the Program', async () => {
    expect(await drawn(first, first.mentorId, 'en')).not.toContain('Was the room right?')
    expect(await drawn(second, second.mentorId, 'en')).toContain('Was the room right?')
    // No outdated default beside it: the Program wrote in English alone.
    expect(await drawn(second, second.mentorId, 'es')).toContain('Is this a good fit?')
  })

  it('stays as it was asked when the Program writes again', async () => {
    const { questions } = await asked(second, second.mentorId)
    good(await write('en', 2, usual('en')))
    good(await write('es', 3, usual('es')))
    expect((await asked(second, second.mentorId)).questions).toEqual(questions)
    expect(await drawn(second, second.mentorId, 'es')).toContain('Is this a good fit?')
    const { notice } = (await product.ports.store.notices.ofPerson(second.mentorId)).find(
      (one) => one.notice.kind === 'ask' && one.notice.pairingId === second.id,
    )!
    expect(JSON.stringify(notice)).toContain('Was the room right?')
  })
})

it('keeps what figures and decisions need, and says so', async () => {
  expect(
    await write(
      'en',
      4,
      usual('en').filter(({ key }) => key !== 'fit'),
    ),
  ).toEqual({
    ...{ refused: 'needed-by-figures', detail: { field: 'fit' } },
  })
  expect(await write('en', 4, [...usual('en'), { ...own, key: 'stranger', options: [] }])).toMatchObject({
    refused: 'text-does-not-fit',
  })
})
