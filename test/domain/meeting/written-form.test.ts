/** Questions as a Program writes them: what may not go, and in whose words they are read. */
import { describe, expect, it } from '@jest/globals'
import { defaultOf, kindOf, readBody } from '../../../bot/content/kinds.ts'
import { formNames, questionsFor } from '../../../bot/domain/meeting/form.ts'
import {
  brokenIn,
  inWordsOf,
  neededIn,
  toQuestions,
  type WrittenQuestion,
  wordsOfQuestion,
} from '../../../bot/domain/meeting/written-form.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { cardForNotice } from '../../../bot/messages/cards/notice.ts'
import { readerIn } from '../../support/cards.ts'

const usual = (form: string): WrittenQuestion[] => defaultOf('questions', form, 'en').questions
const own: WrittenQuestion = { key: 'own-1', kind: 'line', side: 'both', text: 'Anything else?' }
const without = (form: string, key: string) => usual(form).filter((one) => one.key !== key)
const changed = (form: string, key: string, change: object) =>
  usual(form).map((one) => (one.key === key ? { ...one, ...change } : one)) as WrittenQuestion[]

describe('as it comes', () => {
  it.each(formNames)('%s asks what the product asks, of the same sides', (form) => {
    for (const side of ['mentor', 'mentee'] as const) {
      const all = toQuestions(form, usual(form), () => ({})).map(({ words: _, ...question }) => question)
      expect(questionsFor(form, side, all)).toEqual(questionsFor(form, side))
    }
    expect(brokenIn(form, usual(form))).toBeUndefined()
  })
})

describe('what figures and decisions are made of', () => {
  it.each(formNames)('stays in %s, whatever else goes', (form) => {
    for (const key of neededIn(form)) expect(brokenIn(form, without(form, key))).toBe(key)
    const least = usual(form).filter(({ key }) => neededIn(form).includes(key))
    expect(brokenIn(form, [own, ...least.reverse()])).toBeUndefined()
  })

  it.each([
    ['another kind', 'fit', { kind: 'line' }],
    ['an answer less', 'fit', { options: [{ key: 'good', text: 'Yes' }] }],
    ['another answer', 'fit', { options: ['good', 'unsure', 'bad'].map((key) => ({ key, text: key })) }],
    ['one side alone', 'fit', { side: 'mentor' }],
    ['a longer scale', 'free', { to: 10 }],
    ['a goal for a scale of its own', 'free', { kind: 'line' }],
  ])('is not answered in %s', (_, key, change) => {
    expect(brokenIn('fit', changed('fit', key, change))).toBe(key)
  })

  it('may say it in other words and another order', () => {
    const options = ['no', 'good', 'unsure'].map((key) => ({ key, text: `${key}!` }))
    expect(brokenIn('fit', changed('fit', 'fit', { text: 'Do you two click?', options }))).toBeUndefined()
  })

  it('is told from what is not', () => {
    expect(neededIn('midpoint')).toEqual([
      'satisfied',
      'as-agreed',
      'goal',
      'disagree',
      'used',
      'agenda',
      'wish',
    ])
    expect(brokenIn('midpoint', without('midpoint', 'change'))).toBeUndefined()
  })
})

describe('the Program’s own question', () => {
  it('is read by its writer alone where it is a line, and pooled where it is not', () => {
    const scale: WrittenQuestion = {
      ...{ key: 'own-2', kind: 'goal', side: 'mentee', text: 'And yours?' },
      ...{ low: 'far', high: 'there' },
    }
    expect(toQuestions('fit', [own, scale], () => ({}))).toMatchObject([
      { key: 'own-1', kind: 'line', reader: 'own', most: 300 },
      { key: 'own-2', kind: 'scale', reader: 'pooled', side: 'mentee', from: 1, to: 5 },
    ])
  })

  it.each(['verb', 'askKey', '__proto__', 'constructor', 'fit2', 'own_1', ''])('is not called %p', (key) => {
    const body = { questions: [...usual('fit'), { ...own, key }] }
    const read = readBody('questions', body)
    const no = isRefused(read) || kindOf('questions').mayFollow?.('fit', read, read)
    expect(no).toBeTruthy()
  })

  it('is there once', () => {
    expect(readBody('questions', { questions: [...usual('fit'), own, own] })).toMatchObject({
      refused: 'text-does-not-fit',
    })
  })
})

it('fits on a card that Teams takes, as long as a Program may write it', () => {
  const signs = 'م[؟'
  const long = (most: number) => signs.repeat(most).slice(0, most)
  const mine = Array.from({ length: 4 }, (_, index) => ({
    ...{ key: `own-${index}`, kind: 'choice', side: 'both', text: long(200) },
    options: Array.from({ length: 6 }, (_, at) => ({ key: `own-${at}`, text: long(60) })),
  }))
  const all = [
    ...usual('midpoint').map((one) => ({
      ...{ ...one, text: long(200) },
      ...('low' in one ? { low: long(40), high: long(40) } : {}),
    })),
    ...mine,
  ]
  const read = readBody('questions', { questions: all })
  if (isRefused(read)) throw new Error(JSON.stringify(read))
  const words = (key: string) => ({
    ar: wordsOfQuestion(read.questions.find((one) => one.key === key)!),
  })
  const questions = toQuestions('midpoint', read.questions, words)
  const { card } = cardForNotice(
    {
      ...{ kind: 'ask', askKey: 'midpoint.p1.ana', form: 'midpoint', side: 'mentor', pairingId: 'p1' },
      ...{ partner: { id: 'ben', name: 'Ben' }, until: new Date(0), questions },
    },
    readerIn('ar'),
  )
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000)
})

describe('in another language', () => {
  const lead = [...usual('fit'), own]

  it('the words of that language stand where it has them, and the questions written last are asked', () => {
    const spanish = [
      ...changed('fit', 'free', { text: 'Pude hablar', low: 'nada', high: 'del todo' }),
      { ...own, key: 'own-9', text: 'Ya no está' },
    ]
    const read = inWordsOf(lead, spanish)
    expect(read.map(({ key }) => key)).toEqual(['free', 'fit', 'own-1'])
    expect(read.map(({ text }) => text)).toEqual(['Pude hablar', 'Is this a good fit?', 'Anything else?'])
    expect(read[0]).toMatchObject({ low: 'nada', high: 'del todo' })
  })

  it('an answer that is new there keeps the words it was written in', () => {
    const choice = (texts: Record<string, string>): WrittenQuestion => ({
      ...{ key: 'own-3', kind: 'choice', side: 'both', text: 'x' },
      options: Object.entries(texts).map(([key, text]) => ({ key, text })),
    })
    expect(inWordsOf([choice({ a: 'One', b: 'Two' })], [choice({ a: 'Uno' })])[0]).toMatchObject({
      options: [{ text: 'Uno' }, { text: 'Two' }],
    })
  })
})
