// Every "no" of the product has a status and words in every language: proved from the list, so that a new name is not forgotten.
import { describe, expect, test } from '@jest/globals'
import { fromRefusal, statusOfRefusal } from '../../bot/api/problem.ts'
import { type RefusalName, refusalNames } from '../../bot/domain/refusal.ts'
import { wordsFor } from '../../bot/messages/language/words.ts'
import { ar } from '../../bot/words/ar.ts'
import { en } from '../../bot/words/en.ts'
import { es } from '../../bot/words/es.ts'
import { readSources, withoutComments } from '../support/import-graph.ts'

const tables = { en, es, ar }

/** Does not compile when a name has no words. */
const covered: Record<RefusalName, unknown> = en.refusals

/** What a Refusal tells beside its name, where its sentence has a gap for it. */
const facts = {
  most: 5,
  people: 9,
  name: 'Ana Ruiz',
  program: 'Learning upward',
  fits: 3,
  of: 6,
  one: 'person',
  other: 'side',
}

test('no name stands in the list twice, and no sentence is for a name that is not there', () => {
  expect(new Set(refusalNames).size).toBe(refusalNames.length)
  expect(Object.keys(covered).sort()).toEqual([...refusalNames].sort())
})

test.each(refusalNames)('%s has a status', (refused) => {
  expect([403, 404, 409, 422]).toContain(statusOfRefusal[refused])
  expect(fromRefusal({ refused })).toMatchObject({ code: refused, status: statusOfRefusal[refused] })
})

describe.each(['en', 'es', 'ar'] as const)('in %s', (language) => {
  const unknown = wordsFor(language).refusal({ refused: 'from another version' as RefusalName })

  test.each(refusalNames)('%s has words of its own, without a gap left open', (refused) => {
    const said = wordsFor(language).refusal({ refused, detail: facts })
    expect(said).not.toBe(unknown)
    expect(said).not.toMatch(/[{}]|undefined/)
    expect(said.length).toBeGreaterThan(5)
  })

  test('a gap is one that English has too', () => {
    const gaps = (words: object) =>
      Object.fromEntries(
        Object.entries(words).map(([key, text]) => [
          key,
          String(text)
            .match(/\{\w+\}/g)
            ?.sort() ?? [],
        ]),
      )
    for (const section of ['refusals', 'refusalDetails'] as const) {
      expect(gaps(tables[language][section])).toEqual(gaps(en[section]))
    }
  })
})

test('where a Refusal tells why, that is said', () => {
  const said = (why: string) =>
    wordsFor('en').refusal({ refused: 'slot-not-free', detail: { ...facts, why } })
  expect(said('no-meeting-day')).toBe('No sessions are held on that day of the week.')
  expect(said('clashes')).toBe('That time is free for both on 3 of 6 dates only.')
  expect(said('something new')).toBe('That time isn’t free for both.')
})

test('every name in the list is given by some code', () => {
  const code = [...readSources(new URL('../../', import.meta.url), ['bot'])]
    .filter(([path]) => !/^bot\/(words|demo)\/|refusal\.ts$|problem\.ts$/.test(path))
    .map(([, source]) => withoutComments(source))
    .join('\n')
  const given = (name: string) =>
    code.includes(`'${name}'`) ||
    (name.startsWith('list-') && code.includes(`'${name.slice('list-'.length)}'`))
  expect(refusalNames.filter((name) => !given(name))).toEqual([])
})
