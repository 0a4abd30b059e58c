/**
 * The language in which somebody one can be reads, as the directory has it. The page's menu changes it there, so that cards
 * follow the page; back in English, everybody reads what the directory said of them at first.
 */
import { changePerson } from '../graph/delta.ts'
import type { TenantState } from '../state.ts'

const LOCALES = { en: 'en-GB', es: 'es-ES', ar: 'ar-AE' } as const
type Language = keyof typeof LOCALES

/** What the directory said before the page's menu did, by person. */
const before = new WeakMap<TenantState, Map<string, string>>()
const beforeIn = (state: TenantState) => {
  const known = before.get(state) ?? new Map<string, string>()
  before.set(state, known)
  return known
}

const primaryOf = (locale: string) => locale.split('-')[0]!.toLowerCase()

export function readsIn(state: TenantState, personId: string) {
  const locale = state.company.byId.get(personId)?.preferredLanguage ?? LOCALES.en
  return { reads: primaryOf(locale), hasChosen: beforeIn(state).has(personId) }
}

export function chooseLanguage(state: TenantState, personId: string, language: string): void {
  if (!Object.hasOwn(LOCALES, language)) throw new Error(`The page has no language ${language}.`)
  const person = state.company.byId.get(personId)
  if (!person) throw new Error(`Nobody in the demo tenant has the id ${personId}.`)
  const known = beforeIn(state)
  const first = known.get(personId) ?? person.preferredLanguage
  const back = language === 'en' || primaryOf(first) === language
  const locale = back ? first : LOCALES[language as Language]
  if (back) known.delete(personId)
  else known.set(personId, first)
  if (person.preferredLanguage !== locale) changePerson(state, personId, { preferredLanguage: locale })
}
