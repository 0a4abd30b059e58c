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

/** One look per field and no copies: a file can have hundreds of thousands of rows. */
function jsonPerson(line: number, record: Record<string, unknown>): PersonRow {
  const work = (record['work'] ?? none) as Record<string, unknown>
  return {
    line,
    id: textOf(record['id']),
    manager: textOf(record['manager']) || textOf(record['managerId']),
    role: textOf(record['role']) || textOf(record['side']),
    capacity: textOf(record['capacity']),
    department: textOf(record['department']),
    site: textOf(record['site']),
    country: textOf(record['country']),
    grade: textOf(record['grade']),
    timeZone: textOf(record['tz']) || textOf(record['timeZone']),
    utcOffset: textOf(record['utcOffsetMin']),
    workStart: textOf(work['start']),
    workEnd: textOf(work['end']),
    languages: textsOf(record['languages']),
    topics: topicsOf(record['offers'] ?? record['wants'] ?? record['topics']),
    interests: textsOf(record['interests']),
    goals: textsOf(record['goals']),
    style: textOf(record['style']),
    hiredOn: textOf(record['hiredOn']),
    dottedManagers: textsOf(record['dottedManagers']),
    blocked: textsOf(record['blocked']),
    previous: textsOf(record['previous']),
    waitedCohorts: textOf(record['waitedCohorts']),
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return value === null || value === undefined ? '' : String(value).trim()
}

function textsOf(value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0) return none
  const texts: string[] = []
  for (let x = 0; x < value.length; x++) {
    const text = textOf(value[x])
    if (text !== '') texts.push(text)
  }
  return texts
}

function topicsOf(value: unknown): PersonRow['topics'] {
  if (!Array.isArray(value) || value.length === 0) return none
  const topics: PersonRow['topics'] = []
  for (let x = 0; x < value.length; x++) {
    const entry = value[x] as Record<string, unknown> | null
    topics.push({ topic: textOf(entry?.['topic']), level: textOf(entry?.['level']) })
  }
  return topics
}

function words(list: string[]): string[] {
  return list.length === 0 ? list : list.map((word) => word.trim()).filter((word) => word !== '')
}
