/**
 * A list of exclusions as people keep it: a table with a heading line, one pair a line, people by mail, sign-in name or
 * object id. What can be read is kept; each line that cannot says why, so that one wrong name stops nothing.
 */
import { asWritten, type Exclusion, type ExclusionKind, exclusionKinds } from '../domain/program/exclusion.ts'
import { brokenLines, listOrWhyNot, type UnreadableFile } from './list-or-why-not.ts'
import type { ListRow } from './lists.ts'
import { unitKey } from './names.ts'

export interface BadLine {
  line: number
  why:
    | 'cells-missing'
    | 'cells-too-many'
    | 'unknown-kind'
    | 'unknown-person'
    | 'same-person'
    | 'open-quote'
    | 'not-json'
  /** What stands there. */
  value?: string
}

const columns = {
  kind: ['type', 'reason'],
  person: ['person id', 'person mail', 'one person', 'mail'],
  other: ['other person', 'other id', 'other mail'],
} as const
type Column = keyof typeof columns

/** `idOf` finds somebody by what the file calls them. */
export function readExclusions(
  bytes: Uint8Array,
  source: string,
  idOf: (name: string) => string | undefined,
): { good: Exclusion[]; bad: BadLine[] } | UnreadableFile {
  const list = listOrWhyNot(bytes, source, columns)
  if ('unreadable' in list) return list
  const good = new Map<string, Exclusion>()
  const bad: BadLine[] = list.broken.map(({ line, why }) => ({ line, why: brokenLines[why] }))
  for (const row of list.rows) {
    const read = exclusionFrom(row, source, idOf)
    if ('why' in read) bad.push({ line: row.line, ...read })
    else good.set(`${read.kind} ${read.onePerson} ${read.other}`, read)
  }
  return { good: [...good.values()], bad: bad.sort((a, b) => a.line - b.line) }
}

function exclusionFrom(
  row: ListRow<Column>,
  source: string,
  idOf: (name: string) => string | undefined,
): Exclusion | Omit<BadLine, 'line'> {
  const [kind, one, other] = [row.get('kind'), row.get('person'), row.get('other')]
  if (!kind || !one || !other) return { why: 'cells-missing' }
  const written = unitKey(kind).replaceAll(' ', '-')
  const known = exclusionKinds.find((name) => name === written) as ExclusionKind | undefined
  if (!known) return { why: 'unknown-kind', value: kind }
  const [onePerson, otherPerson] = [idOf(one), idOf(other)]
  if (!onePerson) return { why: 'unknown-person', value: one }
  if (!otherPerson) return { why: 'unknown-person', value: other }
  if (onePerson === otherPerson) return { why: 'same-person', value: one }
  return asWritten({ kind: known, onePerson, other: otherPerson, source })
}
