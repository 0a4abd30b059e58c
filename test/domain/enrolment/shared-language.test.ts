import { describe, expect, it } from '@jest/globals'
import { type Reads, sharedLanguage } from '../../../bot/domain/enrolment/shared-language.ts'

const known = ['en', 'es', 'ar'] as const
const prefers = (preferredLanguage: string | undefined, ...languages: string[]): Reads => ({
  preferredLanguage,
  languages,
})

describe('what two people read together is', () => {
  it.each([
    ['the language both prefer', prefers('es-ES'), prefers('es-MX'), 'es'],
    ['the language both prefer, though they share others', prefers('ar', 'en'), prefers('ar-EG', 'en'), 'ar'],
    ['the first one’s own, where the other knows it', prefers('es-ES', 'en'), prefers('en-GB', 'es'), 'es'],
    ['the other’s own, where only that is shared', prefers('es-ES', 'en'), prefers('en-GB', 'fr'), 'en'],
    ['one that neither prefers but both know', prefers('de-DE', 'es-ES'), prefers('fr-FR', 'es'), 'en'],
    ['English, where nothing is shared', prefers('es-ES'), prefers('ar'), 'en'],
    ['English, where nothing is known of one', prefers('es-ES', 'en'), {}, 'en'],
    ['English, where we do not write what both prefer', prefers('de-DE'), prefers('de-AT'), 'en'],
    ['English for a tag that is no language', prefers('constructor'), prefers('constructor'), 'en'],
  ])('%s', (_, one, other, expected) => expect(sharedLanguage([one, other], known)).toBe(expected))
})

it('is a language that all of many know, or English', () => {
  const spanish = [prefers('es-ES'), prefers('es-MX'), prefers('en-GB', 'es')]
  expect(sharedLanguage(spanish, known)).toBe('es')
  expect(sharedLanguage([...spanish, prefers('en-US', 'fr')], known)).toBe('en')
  expect(sharedLanguage([], known)).toBe('en')
})
