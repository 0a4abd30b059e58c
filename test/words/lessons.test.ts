/** The lessons: of one shape in three languages, of a length to read in three to five minutes, and each with a fair check. */
import { describe, expect, it } from '@jest/globals'
import { contentWords } from '../../bot/words/content.ts'
import {
  type LessonId,
  type LessonWords,
  lessonFrames,
  lessonIds,
  lessonStages,
  optionKeys,
} from '../../bot/words/lessons/lesson.ts'
import { lessonTables } from '../../bot/words/lessons/lessons.ts'
import { languages } from '../../bot/words/sentence.ts'

const each = languages.flatMap((language) => lessonIds.map((id) => [language, id] as const))
const lessonIn = (language: (typeof languages)[number], id: LessonId): LessonWords =>
  lessonTables[language][id]

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsIn)
const readTexts = ({ find: _, ...read }: LessonWords) => textsIn(read)
const words = (texts: string[]) => texts.join(' ').split(/\s+/).filter(Boolean).length

/** Where headings, paragraphs and points are, without what they say. */
const shape = ({ parts, scenario, check }: LessonWords) => ({
  parts: parts.map(({ text, points }) => [text.length, points?.length ?? 0]),
  scenario: scenario.text.length,
  answers: Object.keys(check.answers),
})

/** Arabic writes articles, pronouns and many prepositions as part of the word they belong to. */
const fewest = { en: 350, es: 350, ar: 260 }
const most = 650

describe('the tracks', () => {
  it('are ten lessons for Mentors and five for Mentees', () => {
    const on = (side: string) => lessonIds.filter((id) => lessonFrames[id].side === side)
    expect([on('mentor').length, on('mentee').length]).toEqual([10, 5])
  })

  it('have something for each side at every stage', () => {
    for (const side of ['mentor', 'mentee'] as const)
      for (const stage of lessonStages)
        expect(
          lessonIds.some((id) => lessonFrames[id].side === side && lessonFrames[id].stage === stage),
        ).toBe(true)
  })

  it('do not hide the right answer behind one letter', () => {
    for (const side of ['mentor', 'mentee'] as const) {
      const rights = lessonIds
        .filter((id) => lessonFrames[id].side === side)
        .map((id) => lessonFrames[id].right)
      expect(new Set(rights)).toEqual(new Set(optionKeys))
    }
  })
})

describe.each(each)('%s: %s', (language, id) => {
  const lesson = lessonIn(language, id)
  const texts = readTexts(lesson)

  it('is of the length that it says', () => {
    const count = words(texts)
    expect(count).toBeGreaterThanOrEqual(fewest[language])
    expect(count).toBeLessThanOrEqual(most)
    const minutes = lessonFrames[id].minutes
    // 95 to 160 words a minute: read with thought, in the language that writes the most of them.
    if (language === 'en') {
      expect(count / minutes).toBeGreaterThan(95)
      expect(count / minutes).toBeLessThan(160)
    }
  })

  it('has the shape of the English one', () => {
    expect(shape(lesson)).toEqual(shape(lessonIn('en', id)))
  })

  it('says everything, and nothing twice', () => {
    for (const text of texts) expect(text.trim()).toBe(text)
    expect(texts.filter((text) => text === '')).toEqual([])
    const { parts } = lesson
    const paragraphs = parts.flatMap(({ heading, text, points }) => [heading, ...text, ...(points ?? [])])
    expect(new Set(paragraphs).size).toBe(paragraphs.length)
  })

  it('gives a reason for each answer, and does not give the right one away by its length', () => {
    const { answers } = lesson.check
    const lengths = optionKeys.map((key) => answers[key].text.length)
    const rightLength = answers[lessonFrames[id].right].text.length
    for (const key of optionKeys) expect(answers[key].why.length).toBeGreaterThan(20)
    expect(rightLength).toBeLessThan(2.6 * (lengths.reduce((sum, one) => sum + one, 0) / 3))
  })

  it('is written in its own letters', () => {
    const arabic = texts.join(' ').match(/\p{Script=Arabic}/gu)?.length ?? 0
    if (language === 'ar') expect(arabic).toBeGreaterThan(1000)
    else expect(arabic).toBe(0)
  })
})

describe('a translation', () => {
  it.each(lessonIds)('%s has no sentence left in English', (id) => {
    const english = new Set(readTexts(lessonIn('en', id)))
    for (const language of ['es', 'ar'] as const)
      expect(readTexts(lessonIn(language, id)).filter((text) => english.has(text))).toEqual([])
  })
})

describe('Spanish lessons', () => {
  it.each(lessonIds)('%s speaks to people in Spain and in Latin America', (id) => {
    const peninsular =
      /(?<!\p{L})(vosotr[oa]s|vuestr[oa]s?|os|sois|recibís|decís|escribís|coge\p{L}*|móvil(es)?|ordenador(es)?|parejas?|\p{L}+[áé]is)(?!\p{L})/iu
    expect(readTexts(lessonIn('es', id)).filter((text) => peninsular.test(text))).toEqual([])
  })
})

describe('where a Program writes its own', () => {
  it.each(languages)('lessons are called by their titles: %s', (language) => {
    const words: Record<string, string> = contentWords[language]
    for (const id of lessonIds) expect(words[`key.lessons.${id}`]).toBe(lessonIn(language, id).title)
  })
})
