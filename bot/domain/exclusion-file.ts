/**
 * A list of exclusions as people keep it: a table with a heading line, one pair a line, people by mail, sign-in name or
 * object id. What can be read is kept; each line that cannot says why, so that one wrong name stops nothing.
 */
import { asWritten, type Exclusion, type ExclusionKind, exclusionKinds } from './exclusion.ts'

export interface BadLine {
  line: number
  why: 'cells-missing' | 'unknown-kind' | 'unknown-person' | 'same-person' | 'open-quote'
  /** What stands there. */
  value?: string
}

export type BadFile = 'empty' | 'columns-missing'

/** `idOf` finds somebody by what the file calls them, in lower case. */
export function readExclusions(
  text: string,
  source: string,
  idOf: (name: string) => string | undefined,
): { good: Exclusion[]; bad: BadLine[] } | { unreadable: BadFile } {
  const [head, ...rows] = cellsOf(text.replace(/^\uFEFF/, ''))
  if (!head) return { unreadable: 'empty' }
  const names = head.cells.map((name) => name.toLowerCase())
  const at = { kind: names.indexOf('kind'), one: names.indexOf('person'), other: names.indexOf('other') }
  if (Object.values(at).some((place) => place < 0)) return { unreadable: 'columns-missing' }
  const good = new Map<string, Exclusion>()
  const bad: BadLine[] = []
  for (const { line, cells, open } of rows) {
    const [kind, one, other] = [cells[at.kind], cells[at.one], cells[at.other]]
    const read = open ? ({ why: 'open-quote' } as const) : exclusionFrom({ kind, one, other }, source, idOf)
    if ('why' in read) bad.push({ line, ...read })
    else good.set(`${read.kind} ${read.onePerson} ${read.other}`, read)
  }
  return { good: [...good.values()], bad }
}

function exclusionFrom(
  { kind, one, other }: Record<'kind' | 'one' | 'other', string | undefined>,
  source: string,
  idOf: (name: string) => string | undefined,
): Exclusion | Omit<BadLine, 'line'> {
  if (!kind || !one || !other) return { why: 'cells-missing' }
  const known = exclusionKinds.find((name) => name === kind.toLowerCase()) as ExclusionKind | undefined
  if (!known) return { why: 'unknown-kind', value: kind }
  const [onePerson, otherPerson] = [idOf(one.toLowerCase()), idOf(other.toLowerCase())]
  if (!onePerson) return { why: 'unknown-person', value: one }
  if (!otherPerson) return { why: 'unknown-person', value: other }
  if (onePerson === otherPerson) return { why: 'same-person', value: one }
  return asWritten({ kind: known, onePerson, other: otherPerson, source })
}

interface Row {
  line: number
  cells: string[]
  /** A quotation mark that is never closed: everything after it is part of this row. */
  open: boolean
}

/** Comma, semicolon or tab, whichever the heading uses; quotes as spreadsheets write them. Empty lines are nothing. */
function cellsOf(text: string): Row[] {
  const heading = text.slice(0, text.search(/[\r\n]|$/))
  const separator = [',', ';', '\t'].sort((a, b) => heading.split(b).length - heading.split(a).length)[0]!
  const rows: Row[] = []
  let row: Row = { line: 1, cells: [''], open: false }
  let line = 1
  let quoted = false
  const put = (letter: string) => {
    row.cells[row.cells.length - 1] += letter
  }
  const end = () => {
    row.cells = row.cells.map((cell) => cell.trim())
    if (row.cells.some((cell) => cell !== '')) rows.push({ ...row, open: quoted })
    row = { line, cells: [''], open: false }
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '\n') line++
    if (quoted && letter === '"' && text[at + 1] === '"') put(text[++at]!)
    else if (letter === '"' && (quoted || row.cells.at(-1)!.trim() === '')) quoted = !quoted
    else if (quoted) put(letter)
    else if (letter === separator) row.cells.push('')
    else if (letter === '\n') end()
    else if (letter !== '\r') put(letter)
  }
  end()
  return rows
}
