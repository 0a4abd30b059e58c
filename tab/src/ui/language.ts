/** The sentences of a page: every language has every key, and a sentence that has gaps is never said without them. */
import { languageOf, type Plural, type Sentence } from '../../../bot/words/sentence.ts'

type GapsOf<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | GapsOf<Rest> : never
/** Names in braces; a Plural always needs `count`. */
export type Gaps<S> = S extends Plural ? GapsOf<S[keyof S]> | 'count' : GapsOf<S>
export type Values<S> = [Gaps<S>] extends [never] ? [] : [Record<Gaps<S>, string | number>]

export type Table = Record<string, Sentence>
export interface Strings<T extends Table> {
  en: T
  es: Record<keyof T, Sentence>
  ar: Record<keyof T, Sentence>
}

/** One file of sentences: the types see to it that every language has every key. */
export function defineStrings<const T extends Table>(strings: Strings<T>): Strings<T> {
  return strings
}

/**
 * The locale that numbers and dates are written in. A reader whose language we do not speak gets English words, so also
 * English dates. Arabic is written with the Gregorian calendar and Latin digits, as business calendars and forms do.
 */
export function formatLocale(locale: string): string {
  const language = languageOf(locale)
  if (language === 'ar') return `${locale.split('-u-')[0]}-u-ca-gregory-nu-latn`
  return locale.toLowerCase().startsWith(language) ? locale : language
}
