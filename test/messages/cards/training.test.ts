/** The card about training counts lessons as its language does, and leads to the lesson. */
import { expect, it } from '@jest/globals'
import { trainingCard } from '../../../bot/messages/cards/enrolment/training.ts'
import { wordsFor } from '../../../bot/messages/language/words.ts'
import { everyNotice } from '../../support/every-notice.ts'

const drawn = (locale: string, left: number) =>
  JSON.stringify(
    trainingCard(
      { ...everyNotice.training, left },
      { words: wordsFor(locale), tabLink: (place) => `tab:${place}` },
    ).card,
  )

it.each([
  ['en', 1, 'there is 1 short lesson'],
  ['en', 10, 'there are 10 short lessons'],
  ['es', 1, 'tienes 1 lección breve'],
  ['es', 5, 'tienes 5 lecciones breves'],
  ['ar', 3, 'عددها 3'],
])('%s, %p: %s', (locale, left, said) => {
  const card = drawn(locale, left)
  expect(card).toContain(said)
  expect(card).toContain('tab:training/patience')
  expect(card).not.toMatch(/\{\w+\}/)
})
