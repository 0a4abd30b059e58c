/** Languages by their names in the reader's language and in their own, as the browser knows them. */
import { formatLocale } from './language.ts'
import { plain, twoLetters } from './zones.ts'

export interface SpokenLanguage {
  tag: string
  /** "German" */
  name: string
  /** "Deutsch" */
  own: string
}

const lists = new Map<string, SpokenLanguage[]>()
function listed(locale: string): SpokenLanguage[] {
  const known = lists.get(locale)
  if (known) return known
  const names = new Intl.DisplayNames([formatLocale(locale)], { type: 'language', fallback: 'none' })
  const all: SpokenLanguage[] = []
  for (const tag of twoLetters('a'.charCodeAt(0))) {
    const name = names.of(tag)
    // Old codes stand for a language that has another by now.
    if (!name || Intl.getCanonicalLocales(tag)[0] !== tag) continue
    const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag)
    all.push({ tag, name, own: own ?? name })
  }
  all.sort((one, other) => one.name.localeCompare(other.name, locale))
  lists.set(locale, all)
  return all
}

/** Begun names first, then those that hold what was typed anywhere. */
export function findLanguages(query: string, locale: string, most: number): SpokenLanguage[] {
  const wanted = plain(query)
  const begins = ({ name, own }: SpokenLanguage) =>
    [name, own].some((one) => plain(one).startsWith(wanted)) ? 0 : 1
  return listed(locale)
    .filter(({ name, own }) => plain(`${name}\n${own}`).includes(wanted))
    .sort((one, other) => begins(one) - begins(other))
    .slice(0, most)
}
