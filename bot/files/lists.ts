/** Lists beside the people: CSV, JSON lines or a JSON list, as rows of text with the place of each. */
import { decode } from './decode.ts'
import { InputFault } from './input-fault.ts'
import { jsonEntries, looksLikeJson } from './json.ts'
import { trimmed } from './names.ts'
import { cellOf, readTable, type Table, type TableRow } from './table.ts'

export interface ListRow<Name extends string> {
  line: number
  get(name: Name): string
  /** For messages: where that cell starts. */
  columnOf(name: Name): number
}

export interface List<Name extends string> {
  rows: ListRow<Name>[]
  /** Lines that are no rows. */
  broken: Broken[]
}

/** A column is found by its name in any case, and by the other names given for it. */
export type ColumnNames<Name extends string> = Record<Name, readonly string[]>

interface Broken {
  line: number
  why: 'cells' | 'quotes' | 'json'
}

/** Throws InputFault where the file as a whole cannot be read. Lines that are no rows are listed. */
export function readList<Name extends string>(
  file: string,
  bytes: Uint8Array,
  names: ColumnNames<Name>,
): List<Name> {
  const list: List<Name> = { rows: [], broken: [] }
  for (const one of rowsOf(file, bytes, names)) {
    if ('why' in one) list.broken.push(one)
    else list.rows.push(one)
  }
  return list
}

/**
 * For lists of which every line counts: throws at the first one that is no row. Each row is taken as it is read, since such
 * lists have millions of them.
 */
export function readWholeList<Name extends string, T>(
  file: string,
  bytes: Uint8Array,
  names: ColumnNames<Name>,
  take: (row: ListRow<Name>) => T,
): T[] {
  const taken: T[] = []
  for (const row of rowsOf(file, bytes, names)) {
    if ('why' in row) throw brokenAt(file, row)
    taken.push(take(row))
  }
  return taken
}

function brokenAt(file: string, { line, why }: Broken): InputFault {
  const problem =
    why === 'cells'
      ? 'The row has more cells than the heading.'
      : why === 'quotes'
        ? 'A quoted cell never ends here.'
        : 'The line is not valid JSON.'
  return new InputFault(file, line, 1, problem, 'Correct its separators, brackets, quotes or commas.')
}

function rowsOf<Name extends string>(
  file: string,
  bytes: Uint8Array,
  names: ColumnNames<Name>,
): Generator<ListRow<Name> | Broken> {
  const { text } = decode(file, bytes)
  if (text.trim() === '') throw new InputFault(file, 1, 1, 'The file is empty.', columnsAre(names), 'empty')
  return looksLikeJson(text) ? fromJson(file, text, names) : fromTable(readTable(file, text), names)
}

const columnsAre = (names: object) => `The columns are ${Object.keys(names).join(', ')}.`

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function* fromTable<Name extends string>(
  table: Table,
  names: ColumnNames<Name>,
): Generator<ListRow<Name> | Broken> {
  const { file, header, headingLine, broken } = table
  const folded = header.map(fold)
  const at = {} as Record<Name, number>
  for (const name of Object.keys(names) as Name[]) {
    const others = names[name].map(fold)
    const exact = folded.indexOf(fold(name))
    at[name] = exact < 0 ? folded.findIndex((one) => others.includes(one)) : exact
    if (at[name] >= 0) continue
    const there = `There are: ${header.join(', ')}.`
    throw new InputFault(
      file,
      headingLine,
      1,
      `The column ${name} is missing.`,
      `${columnsAre(names)} ${there}`,
      'columns',
    )
  }
  for (const row of table.rows) {
    if (row.cells.length > table.width) yield { line: row.line, why: 'cells' }
    else yield new CellsOfRow(table, row, at)
  }
  if (broken) yield { line: broken.line, why: 'quotes' }
}

/** A class, because lists of edges have millions of rows. */
class CellsOfRow<Name extends string> implements ListRow<Name> {
  readonly #table: Table
  readonly #row: TableRow
  readonly #at: Record<Name, number>
  constructor(table: Table, row: TableRow, at: Record<Name, number>) {
    this.#table = table
    this.#row = row
    this.#at = at
  }
  get line() {
    return this.#row.line
  }
  get(name: Name) {
    return cellOf(this.#row, this.#at[name])
  }
  columnOf(name: Name) {
    return this.#table.columnOf(this.#row, this.#at[name])
  }
}

function* fromJson<Name extends string>(
  file: string,
  text: string,
  names: ColumnNames<Name>,
): Generator<ListRow<Name> | Broken> {
  for (const { line, record } of jsonEntries(file, text)) {
    if (record) yield new EntryOfList(line, record, names)
    else yield { line, why: 'json' }
  }
}

class EntryOfList<Name extends string> implements ListRow<Name> {
  readonly line: number
  readonly #record: Record<string, unknown>
  readonly #names: ColumnNames<Name>
  constructor(line: number, record: Record<string, unknown>, names: ColumnNames<Name>) {
    this.line = line
    this.#record = record
    this.#names = names
  }
  get(name: Name) {
    return textOf(this.#record, name, this.#names[name])
  }
  columnOf() {
    return 1
  }
}

function textOf(record: Record<string, unknown>, name: string, others: readonly string[]): string {
  const key = name in record ? name : others.find((other) => other in record)
  const value = key === undefined ? undefined : record[key]
  if (typeof value === 'string') return trimmed(value)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return value === null || value === undefined ? '' : JSON.stringify(value)
}
