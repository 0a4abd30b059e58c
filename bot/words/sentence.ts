/** Languages the product speaks, and how a sentence with gaps and plurals is put together. Plain data and `Intl` alone. */
export const languages = ['en', 'es', 'ar'] as const
export type Language = (typeof languages)[number]

/** Forms by the plural categories of the language (English has two, Arabic six); `count` chooses. */
export interface Plural {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}
export type Sentence = string | Plural
export type Values = Record<string, string | number>

export function languageOf(locale: string): Language {
  const primary = locale.toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language === primary) ?? 'en'
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
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
  values: Values,
  language: Language,
  write: (value: number) => string = String,
): string {
  const form =
    typeof sentence === 'string'
      ? sentence
      : (sentence[pluralForm(language, Number(values['count'] ?? 0))] ?? sentence.other)
  return form.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return gap
    return typeof value === 'number' ? write(value) : apart(value, language)
  })
}

/** A word that may stand inside a sentence, by itself. */
export function asLabel(word: string, language: Language): string {
  return word.charAt(0).toLocaleUpperCase(language) + word.slice(1)
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const leftToRight = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/u

/**
 * A name that is written the other way keeps its own direction inside a sentence, and the numbers and signs beside it keep theirs:
 * without the two marks "Ana Ruiz: 630" is shown with the number before the name in Arabic, and an Arabic name takes them along in
 * English. https://www.w3.org/TR/i18n-html-tech-bidi
 */
export function apart(value: string, language: Language): string {
  const otherWay = directionOf(language) === 'rtl' ? leftToRight : rightToLeft
  return otherWay.test(value) ? `\u2068${value}\u2069` : value
}
