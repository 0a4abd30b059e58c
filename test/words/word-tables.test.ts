// Words that tab, cards and calendars share: every key of the domain has one, and no language has gaps or plurals of its own.
import { describe, expect, test } from '@jest/globals'
import { interests, topics } from '../../bot/domain/enrolment/participant.ts'
import { obstacles } from '../../bot/domain/meeting/check-in.ts'
import { concernKinds } from '../../bot/domain/meeting/concern.ts'
import { themes } from '../../bot/domain/program/session-themes.ts'
import { ar } from '../../bot/words/ar.ts'
import { en } from '../../bot/words/en.ts'
import { es } from '../../bot/words/es.ts'
import { asLabel, fill, type Language, type Sentence } from '../../bot/words/sentence.ts'
import type { WordTable } from '../../bot/words/word-table.ts'

const tables: [Language, WordTable][] = [
  ['en', en],
  ['es', es],
  ['ar', ar],
]

test.each([
  ['topics', topics],
  ['interests', interests],
  ['obstacles', obstacles],
  ['themes', themes],
  ['concerns', concernKinds],
] as const)('%s are those of the domain', (section, keys) => {
  expect(Object.keys(en[section]).sort()).toEqual([...keys].sort())
})

const forms = (sentence: Sentence) =>
  typeof sentence === 'string' ? [sentence] : Object.values(sentence as object).map(String)
const gapsIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe.each(tables)('in %s', (language, table) => {
  const sections = Object.keys(en) as (keyof WordTable)[]

  test.each(sections)('every sentence of %s has the gaps that English has', (section) => {
    for (const [key, sentence] of Object.entries<Sentence>(table[section])) {
      const english = (en[section] as Record<string, Sentence>)[key]!
      // A form for one or two may say the number as a word.
      const wanted = new Set(forms(english).flatMap(gapsIn))
      const other = typeof sentence === 'string' ? sentence : sentence.other
      expect({ key, gaps: gapsIn(other) }).toEqual({ key, gaps: [...wanted].sort() })
    }
  })

  test('a sentence that counts has every form that the language knows', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const section of sections) {
      for (const [key, sentence] of Object.entries<Sentence>(table[section])) {
        if (typeof sentence === 'string') continue
        expect({ key, forms: Object.keys(sentence).sort() }).toEqual({ key, forms: [...categories].sort() })
      }
    }
  })
})

test('a topic stands in a sentence as it is, and begins a label with a capital letter', () => {
  expect(en.topics['social-media']).toBe('social media')
  expect(asLabel(en.topics['social-media'], 'en')).toBe('Social media')
  expect(asLabel(en.topics['ai-tools'], 'en')).toBe('AI tools')
})

test('what counts is written in the form of the language', () => {
  const say = (language: Language, table: WordTable, count: number) =>
    fill(table.calendar.rhythm, { count }, language)
  expect(say('en', en, 1)).toBe('every week')
  expect(say('es', es, 2)).toBe('cada 2 semanas')
  expect(say('ar', ar, 2)).toBe('كل أسبوعين')
  expect(say('ar', ar, 3)).toBe('كل 3 أسابيع')
})
