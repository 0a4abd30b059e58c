/** The reader's language, by context: `useText(strings)` gives sentences, `useFormat()` numbers and dates. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { fill, type Language, languageOf } from '../../../bot/words/sentence.ts'
import { type Format, formatFor } from './format.ts'
import type { Strings, Table, Values } from './language.ts'

export { defineStrings } from './language.ts'

interface Reader {
  language: Language
  locale: string
  format: Format
}

const ReaderContext = createContext<Reader>({ language: 'en', locale: 'en', format: formatFor('en') })

/** `timeZone` is the browser's own unless a test names one. */
export function TextProvider({
  locale,
  timeZone,
  children,
}: {
  locale: string
  timeZone?: string | undefined
  children: ReactNode
}) {
  const reader = useMemo(
    () => ({ language: languageOf(locale), locale, format: formatFor(locale, timeZone) }),
    [locale, timeZone],
  )
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>
}

/** Below it, times are told in this zone; without one, in the one above. */
export function ZoneProvider({ timeZone, children }: { timeZone?: string | undefined; children: ReactNode }) {
  const above = useContext(ReaderContext)
  const reader = useMemo(
    () => (timeZone ? { ...above, format: formatFor(above.locale, timeZone) } : above),
    [above, timeZone],
  )
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>
}

export function useLanguage(): Language {
  return useContext(ReaderContext).language
}

/** Where the browser itself is asked for words of the reader's language. */
export function useLocale(): string {
  return useContext(ReaderContext).locale
}

export function useFormat(): Format {
  return useContext(ReaderContext).format
}

export interface Text<T extends Table> {
  <K extends keyof T & string>(key: K, ...values: Values<T[K]>): string
  /** For keys that are only known when running; undefined when there is no such sentence. */
  maybe(key: string, values?: Record<string, string | number>): string | undefined
}

export function useText<T extends Table>(strings: Strings<T>): Text<T> {
  const { language, format } = useContext(ReaderContext)
  return useMemo(() => {
    const table: Table = strings[language]
    const maybe = (key: string, values: Record<string, string | number> = {}) => {
      const sentence = Object.hasOwn(table, key) ? table[key] : undefined
      return sentence === undefined ? undefined : fill(sentence, values, language, (n) => format.number(n))
    }
    const text = (key: string, values: Record<string, string | number> = {}) => maybe(key, values) ?? key
    return Object.assign(text, { maybe }) as Text<T>
  }, [strings, language, format])
}
