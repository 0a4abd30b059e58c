import { describe, expect, it } from '@jest/globals'
import { type Ask, answerAsk, askKey, outcomeOfPair } from '../../../bot/domain/meeting/ask.ts'
import {
  type Answers,
  formNames,
  type forms,
  questionsFor,
  readAnswers,
} from '../../../bot/domain/meeting/form.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { formWords } from '../../../bot/words/forms.ts'

const sides = ['mentor', 'mentee'] as const
const midpointQuestions = questionsFor('midpoint', 'mentor')
/** The lowest answer to every question of a side. */
function least(form: keyof typeof forms, side: 'mentor' | 'mentee'): Answers {
  return Object.fromEntries(
    questionsFor(form, side).flatMap((one) =>
      one.kind === 'line' ? [] : [[one.key, one.kind === 'scale' ? one.from : one.options[0]!]],
    ),
  )
}
const anAsk = (side: 'mentor' | 'mentee', answers?: Answers): Ask => ({
  ...{ key: askKey('midpoint', 'p', side), form: 'midpoint', version: 1, personId: side, side },
  ...{ pairingId: 'p', cohortId: 'c', askedAt: new Date(0), until: new Date(1000) },
  ...(answers ? { state: 'answered', answers } : { state: 'asked' }),
})

describe('a form', () => {
  it.each(formNames)('%s has words for all it can ask, in every language', (form) => {
    for (const side of sides)
      for (const question of questionsFor(form, side)) {
        const keys = [`${form}.title`, `${form}.lead`, `${form}.${question.key}`, `reader.${question.reader}`]
        if (question.kind === 'scale')
          keys.push(`${form}.${question.key}.low`, `${form}.${question.key}.high`)
        if (question.kind === 'choice')
          keys.push(...question.options.map((option) => `${form}.${question.key}.${option}`))
        for (const table of Object.values(formWords))
          expect(Object.keys(table)).toEqual(expect.arrayContaining(keys))
      }
  })

  it.each(formNames)('%s keeps what was asked of that side, and nothing else', (form) => {
    for (const side of sides) {
      const given = { ...least(form, side), stranger: 'x', used: 1, disagree: 1 }
      const kept = readAnswers(questionsFor(form, side), given)
      expect(kept).toEqual(least(form, side))
      // As a card sends it.
      const asText = Object.fromEntries(
        Object.entries(least(form, side)).map(([key, value]) => [key, String(value)]),
      )
      expect(readAnswers(questionsFor(form, side), asText)).toEqual(least(form, side))
    }
  })

  it.each([
    ['nothing at all', {}, 'answer-missing'],
    ['a number beyond the scale', { free: 6, fit: 'good' }, 'answer-out-of-range'],
    ['half a point', { free: 2.5, fit: 'good' }, 'answer-out-of-range'],
    ['a word for a number', { free: 'four', fit: 'good' }, 'answer-out-of-range'],
    ['a choice that is none', { free: 4, fit: 'perhaps' }, 'answer-out-of-range'],
    ['a list', { free: [4], fit: 'good' }, 'answer-out-of-range'],
    ['an object', { free: 4, fit: { good: true } }, 'answer-out-of-range'],
  ])('takes no answer that is %s', (_, given, refused) => {
    expect(readAnswers(questionsFor('fit', 'mentor'), given)).toMatchObject({ refused })
  })

  it('takes a line of words, or none, and no more than fits', () => {
    const rest = least('midpoint', 'mentor')
    expect(readAnswers(questionsFor('midpoint', 'mentor'), { ...rest, change: '  shorter  ' })).toMatchObject(
      {
        change: 'shorter',
      },
    )
    expect(readAnswers(questionsFor('midpoint', 'mentor'), { ...rest, change: '' })).not.toHaveProperty(
      'change',
    )
    expect(
      isRefused(readAnswers(questionsFor('midpoint', 'mentor'), { ...rest, change: 'x'.repeat(301) })),
    ).toBe(true)
  })
})

describe('what two answers mean together', () => {
  const said = (one: string, other: string) =>
    outcomeOfPair('midpoint', [
      anAsk('mentor', { ...least('midpoint', 'mentor'), wish: one }),
      anAsk('mentee', { ...least('midpoint', 'mentee'), wish: other }),
    ])

  it.each([
    ['continue', 'continue', 'good'],
    ['continue', 'adjust', 'talk'],
    ['adjust', 'adjust', 'talk'],
    ['continue', 'change', 'part'],
    ['adjust', 'close', 'part'],
  ])('%s and %s: %s, whichever side said which', (one, other, outcome) => {
    expect(said(one, other)).toBe(outcome)
    expect(said(other, one)).toBe(outcome)
  })

  it('one answer counts alone when the other never came, and none decides nothing', () => {
    const one = anAsk('mentor', { ...least('midpoint', 'mentor'), wish: 'adjust' })
    expect(outcomeOfPair('midpoint', [one, { ...anAsk('mentee'), state: 'lapsed' }])).toBe('talk')
    expect(outcomeOfPair('midpoint', [anAsk('mentor'), anAsk('mentee')])).toBeUndefined()
  })

  it('going on after the end takes two', () => {
    const next = (...all: string[]) =>
      outcomeOfPair(
        'closing',
        all.map((wish, k) => ({ ...anAsk(sides[k]!, { next: wish }), form: 'closing' as const })),
      )
    expect(next('continue', 'swap')).toBe('goes-on')
    expect(next('continue', 'end')).toBe('over')
    expect(next('continue')).toBe('over')
  })
})

it('an answer counts until its time is over, and the last one counts', () => {
  const first = answerAsk(
    anAsk('mentor'),
    midpointQuestions,
    least('midpoint', 'mentor'),
    new Date(10),
  ) as Ask
  const again = answerAsk(
    first,
    midpointQuestions,
    { ...least('midpoint', 'mentor'), goal: 5 },
    new Date(20),
  ) as Ask
  expect(again.answers).toMatchObject({ goal: 5 })
  expect(answerAsk(again, midpointQuestions, least('midpoint', 'mentor'), new Date(1000))).toEqual({
    refused: 'no-longer-open',
  })
})
