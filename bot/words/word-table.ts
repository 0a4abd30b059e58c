import type { en } from './en.ts'
import type { Sentence } from './sentence.ts'

/** What a language must hold: every word of every section of the English table. `{name}` is a gap. */
export type WordTable = {
  [Section in keyof typeof en]: Record<keyof (typeof en)[Section], Sentence>
}

/** The sentence of a section by a key that is only known when running. */
export function wordOf<Table extends Partial<WordTable>>(
  table: Table,
  section: keyof Table & keyof WordTable,
  key: string,
): Sentence | undefined {
  const words: Record<string, Sentence> = table[section] ?? {}
  return Object.hasOwn(words, key) ? words[key] : undefined
}

/** What is said about a Refusal; where it tells why, that. Nothing for a name that this version does not know. */
export function refusalWords(
  table: Pick<WordTable, 'refusals' | 'refusalDetails'>,
  name: string,
  detail: Record<string, string | number> = {},
): Sentence | undefined {
  return wordOf(table, 'refusalDetails', `${name}.${detail['why']}`) ?? wordOf(table, 'refusals', name)
}
