/** Which version of a text a reader gets, in whichever languages the Program wrote it. */
import { describe, expect, it } from '@jest/globals'
import {
  type ContentVersion,
  sameBody,
  standingOf,
  unknownGap,
  withKeys,
} from '../../../bot/domain/program/content.ts'
import fc from '../../support/properties.ts'

const at = new Date('2026-11-27T10:00:00Z')
const version = (
  number: number,
  language: string,
  body: unknown = `${language} ${number}`,
): ContentVersion => ({
  ...{ version: number, language, body, by: 'ana', at },
})
const shown = (versions: ContentVersion[], language: string, upTo?: number) =>
  standingOf(versions, language, upTo).shown?.body

describe('a reader gets', () => {
  it('the default as long as nobody wrote anything', () => {
    expect(standingOf([], 'es')).toEqual({ version: 1 })
  })

  it('the words of their own language, else English, else the language that there is', () => {
    const all = [version(2, 'ar'), version(3, 'en')]
    expect([shown(all, 'ar'), shown(all, 'en'), shown(all, 'es')]).toEqual(['ar 2', 'en 3', 'en 3'])
    expect(shown([version(2, 'ar')], 'es')).toBe('ar 2')
  })

  it('what holds now, and what held at an earlier version', () => {
    const all = [version(2, 'en'), version(3, 'es'), version(4, 'en')]
    expect([1, 2, 3, 4].map((upTo) => shown(all, 'es', upTo))).toEqual([undefined, 'en 2', 'es 3', 'es 3'])
    expect([1, 2, 3, 4].map((upTo) => shown(all, 'en', upTo))).toEqual([undefined, 'en 2', 'en 2', 'en 4'])
  })

  it('another language’s words again, or the default, where theirs gave its text back', () => {
    const all = [version(2, 'en'), version(3, 'es'), version(4, 'es', null)]
    expect(shown(all, 'es')).toBe('en 2')
    expect(standingOf([...all, version(5, 'en', null)], 'es')).toEqual({ version: 5 })
    expect(shown(all, 'es', 3)).toBe('es 3')
  })

  it('the same at a version, whatever is written later', () => {
    const language = fc.constantFrom('en', 'es', 'ar')
    const history = fc.array(fc.tuple(language, fc.boolean()), { maxLength: 12 })
    fc.assert(
      fc.property(history, history, language, (first, more, reader) => {
        const all = [...first, ...more].map(([written, isBack], index) =>
          version(index + 2, written, isBack ? null : `${written} ${index}`),
        )
        const then = first.length + 1
        expect(standingOf(all, reader, then)).toEqual(standingOf(all.slice(0, first.length), reader))
      }),
    )
  })
})

it('finds a gap that nobody fills, wherever it stands', () => {
  expect(unknownGap({ a: ['{mentor} leads', { b: 'in {weeks}' }] }, ['mentor', 'weeks'])).toBeUndefined()
  expect(unknownGap({ a: ['{mentor}', { b: '{constructor}' }] }, ['mentor'])).toBe('constructor')
  expect(unknownGap({ a: '{ not a gap } {}' }, [])).toBeUndefined()
})

it('names what is new, and leaves what has a name', () => {
  let next = 0
  const body = {
    questions: [
      { key: 'fit', text: '' },
      { key: '', text: 'New' },
    ],
  }
  expect(withKeys(body, () => `own-${++next}`)).toEqual({
    questions: [
      { key: 'fit', text: '' },
      { key: 'own-1', text: 'New' },
    ],
  })
})

it('knows a body by what it says', () => {
  expect(sameBody({ a: 1, b: [{ c: 1, d: 2 }] }, { b: [{ d: 2, c: 1 }], a: 1 })).toBe(true)
  expect(sameBody({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
})
