/**
 * A people file as rows with one meaning, whatever it was written in: CSV (docs/people-file.md), the generator's
 * people.jsonl, or a bare organization chart. A row that cannot be used is set aside with its line; it never stops the
 * others.
 */
import { type CsvRow, parseCsv } from './csv.ts'
import { InputFault } from './input-fault.ts'

export interface PersonRow {
  line: number
  id: string
  manager: string
  role: string
  capacity: string
  department: string
  site: string
  country: string
  grade: string
  timeZone: string
  utcOffset: string
  workStart: string
  workEnd: string
  languages: string[]
  topics: { topic: string; level: string }[]
  interests: string[]
  goals: string[]
  style: string
  hiredOn: string
  dottedManagers: string[]
  blocked: string[]
  previous: string[]
  waitedCohorts: string
}

export interface Unreadable {
  line: number
  reason: string
}

/** One row after the other, so that 100,000 of them are never held twice; lines that are no rows go to `unreadable`. */
export function peopleRows(file: string, text: string, unreadable: Unreadable[]): Iterable<PersonRow> {
  if (text.trim() === '') {
    throw new InputFault(file, 1, 1, 'The file is empty.', 'See docs/people-file.md for the columns.')
  }
  return startsWithBrace(text) ? fromJsonLines(text, unreadable) : fromCsv(file, text)
}

function startsWithBrace(text: string): boolean {
  return /^\s*\{/.test(text)
}

const needed = ['id', 'managerid']

function fromCsv(file: string, text: string): PersonRow[] {
  const { header, rows } = parseCsv(file, text)
  for (const name of needed) {
    if (header.includes(name)) continue
    const written = name === 'managerid' ? 'managerId' : name
    const remedy = `Add it to the first line; there are: ${header.join(', ')}. See docs/people-file.md.`
    throw new InputFault(file, 1, 1, `The column ${written} is missing.`, remedy)
  }
  return rows.map(csvPerson)
}

function csvPerson(row: CsvRow): PersonRow {
  const cell = (name: string) => row.cell(name.toLowerCase())
  const list = (name: string) => words(cell(name).split(/[;|]/))
  return {
    line: row.line,
    id: cell('id'),
    manager: cell('managerId'),
    role: cell('role'),
    capacity: cell('capacity'),
    department: cell('department'),
    site: cell('site'),
    country: cell('country'),
    grade: cell('grade'),
    timeZone: cell('timeZone'),
    utcOffset: cell('utcOffsetMin'),
    workStart: cell('workStart'),
    workEnd: cell('workEnd'),
    languages: list('languages'),
    topics: list('topics').map((entry) => {
      const [topic = '', level = '2'] = entry.split(':')
      return { topic: topic.trim(), level: level.trim() }
    }),
    interests: list('interests'),
    goals: list('goals'),
    style: cell('style'),
    hiredOn: cell('hiredOn'),
    dottedManagers: list('dottedManagers'),
    blocked: list('blocked'),
    previous: list('previous'),
    waitedCohorts: cell('waitedCohorts'),
  }
}

function* fromJsonLines(text: string, unreadable: Unreadable[]): Generator<PersonRow> {
  let line = 0
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const source = text.slice(from, end < 0 ? text.length : end)
    from = end < 0 ? text.length : end + 1
    line++
    if (source.trim() === '') continue
    const record = parsed(source)
    if (record) yield jsonPerson(line, record)
    else
      unreadable.push({
        line,
        reason: 'The line is not a JSON object; correct its brackets, quotes or commas.',
      })
  }
}

function parsed(source: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const none: never[] = []

function jsonPerson(line: number, record: Record<string, unknown>): PersonRow {
  const cell = (name: string) => textOf(record[name])
  const list = (name: string) => (record[name] === undefined ? none : words(listOf(record[name]).map(textOf)))
  const work = (record['work'] ?? {}) as Record<string, unknown>
  const topics = listOf(record['offers'] ?? record['wants'] ?? record['topics']) as Record<string, unknown>[]
  return {
    line,
    id: cell('id'),
    manager: cell('manager') || cell('managerId'),
    role: cell('role') || cell('side'),
    capacity: cell('capacity'),
    department: cell('department'),
    site: cell('site'),
    country: cell('country'),
    grade: cell('grade'),
    timeZone: cell('tz') || cell('timeZone'),
    utcOffset: cell('utcOffsetMin'),
    workStart: textOf(work['start']),
    workEnd: textOf(work['end']),
    languages: list('languages'),
    topics: topics.map((entry) => ({ topic: textOf(entry?.['topic']), level: textOf(entry?.['level']) })),
    interests: list('interests'),
    goals: list('goals'),
    style: cell('style'),
    hiredOn: cell('hiredOn'),
    dottedManagers: list('dottedManagers'),
    blocked: list('blocked'),
    previous: list('previous'),
    waitedCohorts: cell('waitedCohorts'),
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return value === null || value === undefined ? '' : String(value).trim()
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : none
}

function words(list: string[]): string[] {
  return list.length === 0 ? list : list.map((word) => word.trim()).filter((word) => word !== '')
}
