/** The page's own words, by language. The product's tab brings its own. */
import { createContext, useContext } from 'react'
import type { Address } from './address.ts'
import { ar } from './strings/ar.ts'
import { en, type Words } from './strings/en.ts'
import { es } from './strings/es.ts'

export type Word = keyof Words
type Language = Address['lang']

const LANGUAGES: Record<Language, Words> = { en, es, ar }

/** Language tags for dates and for the tab's context; Arabic with Latin digits, as the product writes numbers. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', es: 'es-ES', ar: 'ar-u-nu-latn' }
export const directionOf = (lang: Language) => (lang === 'ar' ? 'rtl' : 'ltr')

export type Say = (word: Word, values?: Record<string, string | number>) => string

export function sayIn(lang: Language): Say {
  return (word, values = {}) =>
    LANGUAGES[lang][word].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
}

export const Speech = createContext<{ say: Say; locale: string; lang: Language }>({
  say: sayIn('en'),
  locale: LOCALES.en,
  lang: 'en',
})
export const useSpeech = () => useContext(Speech)
