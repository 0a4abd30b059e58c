/** CSV as spreadsheets write it: quotes, line breaks inside quotes, CRLF; comma, semicolon or tab, told by the header. */
import { InputFault } from './input-fault.ts'

export interface CsvRow {
  /** Where the row starts. */
  line: number
  /** Trimmed cell by header name in lower case; '' when the row is short. */
  cell(name: string): string
  /** Column at which the cell starts, for messages. */
  columnOf(name: string): number
}

export interface CsvTable {
  header: string[]
  rows: CsvRow[]
}

interface RawRow {
  line: number
  cells: string[]
  columns: number[]
}

export function parseCsv(file: string, text: string): CsvTable {
  const firstLine = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'))
  const separator = [',', ';', '\t'].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0]!
  const [head, ...raw] = rawRows(file, text, separator)
  if (!head) throw new InputFault(file, 1, 1, 'The file is empty.', 'Start it with a line of column names.')
  const header = head.cells.map((name) => name.toLowerCase())
  const at = new Map(header.map((name, x) => [name, x]))
  const rows = raw.map(({ line, cells, columns }) => ({
    line,
    cell: (name: string) => cells[at.get(name) ?? -1] ?? '',
    columnOf: (name: string) => columns[at.get(name) ?? -1] ?? 1,
  }))
  return { header, rows }
}

function rawRows(file: string, text: string, separator: string): RawRow[] {
  const rows: RawRow[] = []
  let row: RawRow = { line: 1, cells: [], columns: [] }
  let line = 1
  let lineStart = 0
  let at = 0
  const endRow = () => {
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row)
    row = { line, cells: [], columns: [] }
  }
  while (at <= text.length) {
    const column = at - lineStart + 1
    let cell = ''
    if (text[at] === '"') {
      const startLine = line
      for (at++; ; at++) {
        if (at >= text.length) {
          throw new InputFault(
            file,
            startLine,
            column,
            'A quoted cell never ends.',
            'Close it with a quotation mark.',
          )
        }
        if (text[at] === '"' && text[at + 1] === '"') at++
        else if (text[at] === '"') break
        if (text[at] === '\n') {
          line++
          lineStart = at + 1
        }
        cell += text[at]
      }
      at++
    }
    const from = at
    while (at < text.length && text[at] !== separator && text[at] !== '\n') at++
    cell += text.slice(from, at)
    row.cells.push(cell.trim())
    row.columns.push(column)
    if (at < text.length && text[at] === separator) {
      at++
      continue
    }
    line++
    lineStart = at + 1
    endRow()
    at++
  }
  return rows
}
