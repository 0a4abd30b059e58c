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
  broken: { line: number; why: 'cells' | 'quotes' | 'json' }[]
}

/** A column is found by its name in any case, and by the other names given for it. */
export type ColumnNames<Name extends string> = Record<Name, readonly string[]>

/** Throws InputFault where the file as a whole cannot be read. Lines that are no rows are listed. */
export function readList<Name extends string>(
  file: string,
  bytes: Uint8Array,
  names: ColumnNames<Name>,
): List<Name> {
  const { text } = decode(file, bytes)
  if (text.trim() === '') throw new InputFault(file, 1, 1, 'The file is empty.', columnsAre(names), 'empty')
  return looksLikeJson(text) ? fromJson(file, text, names) : fromTable(readTable(file, text), names)
}

/** Throws at the first line that is no row: for lists of which every line counts. */
export function readWholeList<Name extends string>(
  file: string,
  bytes: Uint8Array,
  names: ColumnNames<Name>,
): ListRow<Name>[] {
  const { rows, broken } = readList(file, bytes, names)
  const [first] = broken
  if (!first) return rows
  const problem =
    first.why === 'cells'
      ? 'The row has more cells than the heading.'
      : first.why === 'quotes'
        ? 'A quoted cell never ends here.'
        : 'The line is not valid JSON.'
  throw new InputFault(file, first.line, 1, problem, 'Correct its separators, brackets, quotes or commas.')
}

const columnsAre = (names: object) => `The columns are ${Object.keys(names).join(', ')}.`

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function fromTable<Name extends string>(table: Table, names: ColumnNames<Name>): List<Name> {
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
  const rows: ListRow<Name>[] = []
  const bad: List<Name>['broken'] = []
  for (const row of table.rows) {
    if (row.cells.length > table.width) bad.push({ line: row.line, why: 'cells' })
    else rows.push(new CellsOfRow(table, row, at))
  }
  if (broken) bad.push({ line: broken.line, why: 'quotes' })
  return { rows, broken: bad }
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

function fromJson<Name extends string>(file: string, text: string, names: ColumnNames<Name>): List<Name> {
  const rows: ListRow<Name>[] = []
  const broken: List<Name>['broken'] = []
  for (const { line, record } of jsonEntries(file, text)) {
    if (record) rows.push({ line, get: (name) => textOf(record, name, names[name]), columnOf: () => 1 })
    else broken.push({ line, why: 'json' })
  }
  return { rows, broken }
}

function textOf(record: Record<string, unknown>, name: string, others: readonly string[]): string {
  const key = name in record ? name : others.find((other) => other in record)
  const value = key === undefined ? undefined : record[key]
  return value === null || value === undefined
    ? ''
    : trimmed(typeof value === 'string' ? value : JSON.stringify(value))
}
