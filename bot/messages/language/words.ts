/** The words of one reader: texts in their language, numbers, dates and lists as their locale writes them. */
import type { Refusal } from '../../domain/refusal.ts'
import { ar as sharedAr } from '../../words/ar.ts'
import { en as sharedEn } from '../../words/en.ts'
import { es as sharedEs } from '../../words/es.ts'
import { fill, languageOf, type Language as Tongue, type Values } from '../../words/sentence.ts'
import { refusalWords, type WordTable, wordOf } from '../../words/word-table.ts'
import { understand } from '../understand.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { Command, Language, PluralKey, TextKey } from './language.ts'

const languages: Record<string, Language> = { en, es, ar }
const sharedWords: Record<Tongue, WordTable> = { en: sharedEn, es: sharedEs, ar: sharedAr }

export interface Words {
  /** BCP 47, of a language we have. */
  locale: string
  rightToLeft: boolean
  text(key: TextKey, gaps?: Values): string
  /** For keys made of data: nothing when there is no such text. */
  find(key: string): string | undefined
  /** Words that tab and calendar use as well. */
  shared<S extends keyof WordTable>(section: S, key: keyof WordTable[S] & string, gaps?: Values): string
  /** The same for keys made of data: nothing when there is no such word. */
  findShared(section: keyof WordTable, key: string): string | undefined
  /** What is said about a "no". Whoever asks for something that is not theirs hears the same as of what is not there. */
  refusal(refusal: Refusal): string
  plural(key: PluralKey, count: number): string
  number(value: number, options?: Intl.NumberFormatOptions): string
  list(items: string[]): string
  /** Thursday 5 March */
  day(at: Date, timeZone: string): string
  /** Thursday 5 March, 15:00 to 15:50 CET: in the reader's zone, which is named. */
  span(from: Date, to: Date, timeZone: string): string
  /** The language's own name for a language, `es` for Spanish. */
  languageName(code: string): string
  /** What somebody wants who wrote that, in this language or in another one. */
  command(written: string): Command | undefined
}

/** The first that we speak: somebody whose own language we do not may have set Teams to one that we do. */
export const spoken = (...wanted: (string | undefined)[]): string | undefined =>
  wanted.find((one) => Object.hasOwn(languages, primaryOf(one))) ?? wanted.find((one) => one !== undefined)

const primaryOf = (locale: string | undefined) => locale?.split(/[-_]/)[0]?.toLowerCase() ?? ''

/** Any locale is taken: an unknown language reads English, a known one keeps its region for dates. */
export function wordsFor(wanted: string | undefined): Words {
  const [locale, language] = pick(wanted)
  const tongue = languageOf(locale)
  const shared = sharedWords[tongue]
  const text = (key: TextKey, gaps: Values = {}) => fill(language.text[key], gaps, tongue)
  return {
    locale,
    rightToLeft: language === ar,
    text,
    find: (key) => (Object.hasOwn(language.text, key) ? language.text[key as TextKey] : undefined),
    shared: (section, key, gaps = {}) => fill(wordOf(shared, section, key) ?? key, gaps, tongue),
    findShared(section, key) {
      const words = wordOf(shared, section, key)
      return words === undefined ? undefined : fill(words, {}, tongue)
    },
    refusal({ refused, detail }) {
      const words = refusalWords(shared, refused === 'not-found' ? 'not-yours' : refused, detail)
      return fill(words ?? language.text['sorry-unknown'], detail ?? {}, tongue)
    },
    plural: (key, count) =>
      fill(language.plural[key], { count }, tongue, (n) => new Intl.NumberFormat(locale).format(n)),
    number: (value, options) => new Intl.NumberFormat(locale, options).format(value),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    day: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
        at,
      ),
    span: (from, to, timeZone) => spanFormat(locale, timeZone).formatRange(from, to),
    languageName: (code) => languageName(locale, code),
    command: (written) => understand(written, [language, ...Object.values(languages)]),
  }
}

function pick(wanted: string | undefined): [locale: string, language: Language] {
  const primary = primaryOf(wanted)
  const language = Object.hasOwn(languages, primary) ? languages[primary] : undefined
  if (!language || wanted === 'en') return ['en-GB', en]
  const [known] = supported(wanted!.replaceAll('_', '-'))
  return [known ?? primary, language]
}

/** A locale nobody can format in must not break a card. */
function supported(locale: string): string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)
  } catch {
    return []
  }
}

const spanFormat = (locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })

function languageName(locale: string, code: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
