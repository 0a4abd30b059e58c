/**
 * CSV as spreadsheets write it, by a library (docs/decisions/2026-11-27-one-reader.md): comma, semicolon or tab, told by
 * the heading or by a `sep=` line; CRLF, LF or CR; quotes with line breaks inside. Rows without anything in them are nothing.
 */
import Papa from 'papaparse'
import { withoutGuard } from './cell.ts'
import { InputFault } from './input-fault.ts'
import { trimmed } from './names.ts'

export interface TableRow {
  /** Where the row starts. */
  line: number
  /** As they stand; `cellOf` gives what they hold. */
  cells: string[]
}

export interface Table {
  file: string
  /** The heading's names, as they stand there. */
  header: string[]
  headingLine: number
  rows: TableRow[]
  /** From here on nothing can be read: a quotation mark that is not closed, or stands inside a quoted cell. */
  broken?: { line: number; column: number; problem: string; remedy: string }
  /** Cells a row may have: as many as the heading, or more where all rows end in the same empty ones. */
  width: number
  /** For messages: where a cell of the row starts. */
  columnOf(row: { line: number }, index: number): number
}

/** What the cell holds: no spaces or unseen signs around it, and without the mark that keeps a formula from running. */
export function cellOf({ cells }: TableRow, index: number): string {
  const text = cells[index]
  if (text === undefined || text === '') return ''
  return trimmed(withoutGuard(text))
}

export function readTable(file: string, source: string): Table {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source
  const stated = /^"?sep=([^"\n\r])"?[ \t]*(?:\n|$)/i.exec(text)
  const body = stated ? text.slice(stated[0].length) : text
  const separator = stated?.[1] ?? separatorOf(body)
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator, newline: '\n' })
  const fault = errors.find(({ type }) => type === 'Quotes')
  const all = withLines(fault ? data.slice(0, fault.row ?? 0) : data, stated ? 2 : 1)
  const [head, ...rows] = all
  const columnOf = ({ line }: { line: number }, index: number) => columnIn(text, line, separator, index)
  // The library counts from after the quotation mark.
  const broken =
    fault && brokenAt(body.slice(0, Math.max(0, (fault.index ?? 1) - 1)), stated ? 2 : 1, fault.code)
  if (!head) {
    if (broken)
      throw new InputFault(file, broken.line, broken.column, broken.problem, broken.remedy, 'quotes')
    throw new InputFault(file, 1, 1, 'The file is empty.', 'Start it with a line of column names.', 'empty')
  }
  const header = head.cells.map((_, x) => cellOf(head, x))
  const table = { file, header, headingLine: head.line, rows, columnOf }
  return { ...table, width: widthOf(table), ...(broken ? { broken } : {}) }
}

function separatorOf(text: string): string {
  const heading = /[^\n]*\S[^\n]*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  return [',', ';', '\t'].sort((a, b) => heading.split(b).length - heading.split(a).length)[0]!
}

/** The line on which each row starts; empty rows fall away. */
function withLines(data: readonly string[][], firstLine: number): TableRow[] {
  const rows: TableRow[] = []
  let line = firstLine
  for (const cells of data) {
    let [filled, breaks] = [false, 0]
    for (const cell of cells) {
      if (cell === '') continue
      filled ||= trimmed(withoutGuard(cell)) !== ''
      for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++
    }
    if (filled) rows.push({ line, cells })
    line += 1 + breaks
  }
  return rows
}

function brokenAt(before: string, firstLine: number, code: string): NonNullable<Table['broken']> {
  const lines = before.split('\n')
  const place = { line: firstLine + lines.length - 1, column: lines.at(-1)!.length + 1 }
  return code === 'MissingQuotes'
    ? { ...place, problem: 'A quoted cell never ends.', remedy: 'Close it with a quotation mark.' }
    : {
        ...place,
        problem: 'A quoted cell goes on after its quotation mark.',
        remedy: 'Write a quotation mark inside a quoted cell twice.',
      }
}

/** Some programs end every row, but not the heading, with a separator. */
function widthOf({ header, rows }: Pick<Table, 'header' | 'rows'>): number {
  let least = Number.POSITIVE_INFINITY
  for (const { cells } of rows) least = Math.min(least, cells.length)
  if (!Number.isFinite(least) || least <= header.length) return header.length
  const allEmpty = rows.every((row) => {
    for (let x = header.length; x < least; x++) if (cellOf(row, x) !== '') return false
    return true
  })
  return allEmpty ? least : header.length
}

function columnIn(text: string, line: number, separator: string, index: number): number {
  let start = 0
  for (let at = 1; at < line; at++) start = text.indexOf('\n', start) + 1
  let [cell, quoted, from] = [0, false, start]
  for (let at = start; at < text.length && cell < index; at++) {
    if (text[at] === '"' && (quoted || at === from)) quoted = !quoted
    else if (text[at] === '"' && text[at - 1] === '"') quoted = true
    else if (text[at] === separator && !quoted) {
      cell++
      from = at + 1
    } else if (text[at] === '\n' && !quoted) break
  }
  return from - start + 1
}

/** Throws where the table breaks off: for files of which every row counts. */
export function wholeTable(table: Table): Table {
  const { broken, file } = table
  if (!broken) return table
  throw new InputFault(file, broken.line, broken.column, broken.problem, broken.remedy, 'quotes')
}
