/** Languages the product speaks, and how a sentence with gaps and plurals is put together. Pure: no React here. */
export const languages = ['en', 'es', 'ar'] as const
export type Language = (typeof languages)[number]

/** Forms by the plural categories of the language; `count` chooses. */
export interface Plural {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}
export type Sentence = string | Plural

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

export function languageOf(locale: string): Language {
  const primary = locale.toLowerCase().split('-')[0]
  return languages.find((language) => language === primary) ?? 'en'
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
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

const pluralRules = new Map<string, Intl.PluralRules>()
function pluralForm(language: Language, count: number): Intl.LDMLPluralRule {
  let rules = pluralRules.get(language)
  if (!rules) {
    rules = new Intl.PluralRules(language)
    pluralRules.set(language, rules)
  }
  return rules.select(count)
}

/** `write` turns numbers into the reader's digits. A gap without value stays visible, so that a test or a reader sees it. */
export function fill(
  sentence: Sentence,
  values: Record<string, string | number>,
  language: Language,
  write: (value: number) => string = String,
): string {
  const form =
    typeof sentence === 'string'
      ? sentence
      : (sentence[pluralForm(language, Number(values['count'] ?? 0))] ?? sentence.other)
  return form.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = values[name]
    if (value === undefined) return gap
    return typeof value === 'number' ? write(value) : apart(value, language)
  })
}

const latin = /\p{Script=Latin}/u

/**
 * A name in Latin letters keeps its own direction inside an Arabic sentence, and the numbers and signs beside it keep
 * theirs: without the two marks "Ana Ruiz: 630" is shown with the number before the name. https://www.w3.org/TR/i18n-html-tech-bidi
 */
export function apart(value: string, language: Language): string {
  return directionOf(language) === 'rtl' && latin.test(value) ? `\u2068${value}\u2069` : value
}
