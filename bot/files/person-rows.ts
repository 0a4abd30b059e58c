/**
 * A people file as rows with one meaning, whatever it was written in: CSV (docs/people-file.md), JSON lines, a JSON list or
 * an object by id, or a bare organization chart. A row that cannot be used is set aside with its line; it never stops the
 * others.
 */
import { askFor, type Columns, type Field, fieldOfKey, fields, readHeadings } from './headings.ts'
import { InputFault } from './input-fault.ts'
import { jsonEntries, keyTwiceIn, looksLikeJson, shownValue } from './json.ts'
import { trimmed } from './names.ts'
import { cellOf, readTable, type Table, type TableRow, wholeTable } from './table.ts'

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
  name: string
  jobTitle: string
  organisation: string
  /** Fields that hold something no reader can make sense of, such as an object where a text belongs. */
  unreadable: Unreadable[]
}

export interface Unreadable {
  field: Field
  value: string
}

/** A line that is no row: said, and whoever it seems to be about is somebody whose manager is not known. */
export interface BrokenRow {
  line: number
  id?: string
  reason: string
  kind: string
}

export interface PeopleRows {
  rows: Iterable<PersonRow>
  /** Filled while the rows are read. */
  broken: BrokenRow[]
  said: string[]
  /** Where the managers stand, for messages about all of them. */
  managersAt: { line: number; column: number }
}

export function peopleRows(file: string, text: string): PeopleRows {
  if (text.trim() === '')
    throw new InputFault(
      file,
      1,
      1,
      'The file is empty.',
      'See docs/people-file.md for the columns.',
      'empty',
    )
  const broken: BrokenRow[] = []
  if (looksLikeJson(text)) {
    return { rows: fromJson(file, text, broken), broken, said: [], managersAt: { line: 1, column: 1 } }
  }
  const table = wholeTable(readTable(file, text))
  const { columns, said } = columnsOf(table)
  const column = table.columnOf({ line: table.headingLine }, columns.managerId!)
  return {
    rows: fromTable(table, columns, broken),
    ...{ broken, said, managersAt: { line: table.headingLine, column } },
  }
}

function columnsOf(table: Table): { columns: Columns; said: string[] } {
  const { file, header, headingLine: line } = table
  const read = readHeadings(header)
  if ('problem' in read)
    throw new InputFault(
      file,
      line,
      table.columnOf({ line }, read.column),
      read.problem,
      read.remedy,
      'columns',
    )
  for (const field of ['id', 'managerId'] as const) {
    if (read.columns[field] !== undefined) continue
    const remedy = askFor(field, header, read.columns)
    throw new InputFault(file, line, 1, `The column ${field} is missing.`, remedy, 'columns')
  }
  return read
}

function* fromTable(table: Table, columns: Columns, broken: BrokenRow[]): Generator<PersonRow> {
  const at = Object.fromEntries(fields.map((field) => [field, columns[field] ?? -1])) as Record<Field, number>
  for (const row of table.rows) {
    const fault = shapeFault(table, row, at)
    if (fault) broken.push(fault)
    else yield csvPerson(row, at)
  }
}

/** Where a cell too many stands nobody knows, so every cell after the first may belong elsewhere. */
function shapeFault(table: Table, row: TableRow, at: Record<Field, number>): BrokenRow | undefined {
  const { length } = row.cells
  const short = length <= at.id || length <= at.managerId
  if (length <= table.width && !short) return undefined
  const sure = at.id === 0 || short
  const id = sure ? cellOf(row, at.id) : ''
  const reason = short
    ? `The row has ${length} cells where the heading has ${table.header.length}, so its manager is not known. Is there a line break without quotes?`
    : `The row has ${length} cells where the heading has ${table.header.length}. Is there a separator inside a cell without quotes?`
  return { line: row.line, reason, kind: 'cells', ...(id ? { id } : {}) }
}

/** Frozen, because lists go from the row to the person as they are. */
const none = Object.freeze([]) as readonly never[] as never[]
const references = /[;|]/
const words = /[;|,\n]/

function csvPerson(row: TableRow, at: Record<Field, number>): PersonRow {
  return {
    line: row.line,
    id: cellOf(row, at.id),
    manager: cellOf(row, at.managerId),
    role: cellOf(row, at.role),
    capacity: cellOf(row, at.capacity),
    department: cellOf(row, at.department),
    site: cellOf(row, at.site),
    country: cellOf(row, at.country),
    grade: cellOf(row, at.grade),
    timeZone: cellOf(row, at.timeZone),
    utcOffset: cellOf(row, at.utcOffsetMin),
    workStart: cellOf(row, at.workStart),
    workEnd: cellOf(row, at.workEnd),
    languages: partsOf(cellOf(row, at.languages), words),
    topics: topicsIn(cellOf(row, at.topics)),
    interests: partsOf(cellOf(row, at.interests), words),
    goals: partsOf(cellOf(row, at.goals), words),
    style: cellOf(row, at.style),
    hiredOn: cellOf(row, at.hiredOn),
    dottedManagers: partsOf(cellOf(row, at.dottedManagers), references),
    blocked: partsOf(cellOf(row, at.blocked), references),
    previous: partsOf(cellOf(row, at.previous), references),
    waitedCohorts: cellOf(row, at.waitedCohorts),
    name: cellOf(row, at.name),
    jobTitle: cellOf(row, at.jobTitle),
    organisation: cellOf(row, at.organisation),
    unreadable: none,
  }
}

function partsOf(cell: string, separator: RegExp): string[] {
  if (cell === '') return none
  const parts: string[] = []
  for (const part of cell.split(separator)) {
    const word = trimmed(part)
    if (word !== '') parts.push(word)
  }
  return parts
}

function topicsIn(cell: string): PersonRow['topics'] {
  return cell === '' ? none : partsOf(cell, words).map(topicOf)
}

/** `ai-tools:3`; 2 if the level is left out. */
function topicOf(entry: string): PersonRow['topics'][number] {
  const colon = entry.lastIndexOf(':')
  if (colon < 0) return { topic: entry, level: '2' }
  return { topic: trimmed(entry.slice(0, colon)), level: trimmed(entry.slice(colon + 1)) }
}

function* fromJson(file: string, text: string, broken: BrokenRow[]): Generator<PersonRow> {
  for (const entry of jsonEntries(file, text)) {
    const { line, record } = entry
    const twice = keyTwiceIn(entry)
    if (record && twice !== undefined) {
      const id = twice === 'id' ? '' : textOf(record['id'], 'id', { list: none })
      const reason = `${twice} stands twice in this entry, and nobody can tell which is meant. Remove one.`
      broken.push({ line, kind: 'json-twice', reason, ...(id ? { id } : {}) })
    } else if (record) yield jsonPerson(line, inOurNames(record))
    else
      broken.push({
        line,
        kind: 'json',
        reason: 'This is not a JSON object; correct its brackets, quotes or commas.',
      })
  }
}

/** Names that are read as they are, and names of the fields' parts. */
const known = new Set<string>([...fields, 'manager', 'side', 'tz', 'work', 'offers', 'wants'])
const keys = new Map<string, string>()

/** The record itself where its keys are ours already, as nearly always. */
function inOurNames(record: Record<string, unknown>): Record<string, unknown> {
  let renamed: Record<string, unknown> | undefined
  for (const key in record) {
    if (known.has(key)) continue
    let name = keys.get(key)
    if (name === undefined) {
      name = fieldOfKey(key) ?? key
      keys.set(key, name)
    }
    if (name === key || record[key] === null || record[key] === undefined) continue
    renamed ??= { ...record }
    const other = renamed[name]
    if (other === null || other === undefined) renamed[name] = record[key]
    // Two names for one thing that say two things: neither is believed.
    else if (shownValue(other) !== shownValue(record[key])) renamed[name] = { either: other, or: record[key] }
  }
  return renamed ?? record
}

/** One look per field and no copies: a file can have hundreds of thousands of rows. */
function jsonPerson(line: number, record: Record<string, unknown>): PersonRow {
  const faults: Faults = { list: none }
  const work = workOf(record)
  const manager = oneOf(record['manager'], record['managerId'])
  // As Graph gives it; an object without an id is no manager anybody can find.
  const managerId = (typeof manager === 'object' && (manager as { id?: unknown } | null)?.id) || manager
  return {
    line,
    id: textOf(record['id'], 'id', faults),
    manager: textOf(managerId, 'managerId', faults),
    role: textOf(record['role'] ?? record['side'], 'role', faults),
    capacity: textOf(record['capacity'], 'capacity', faults),
    department: textOf(record['department'], 'department', faults),
    site: textOf(record['site'], 'site', faults),
    country: textOf(record['country'], 'country', faults),
    grade: textOf(record['grade'], 'grade', faults),
    timeZone: textOf(record['tz'] ?? record['timeZone'], 'timeZone', faults),
    utcOffset: textOf(record['utcOffsetMin'], 'utcOffsetMin', faults),
    workStart: textOf(work['start'], 'workStart', faults),
    workEnd: textOf(work['end'], 'workEnd', faults),
    languages: textsOf(record['languages'], 'languages', words, faults),
    topics: topicsOf(record['offers'] ?? record['wants'] ?? record['topics'], faults),
    interests: textsOf(record['interests'], 'interests', words, faults),
    goals: textsOf(record['goals'], 'goals', words, faults),
    style: textOf(record['style'], 'style', faults),
    hiredOn: textOf(record['hiredOn'], 'hiredOn', faults),
    dottedManagers: textsOf(record['dottedManagers'], 'dottedManagers', references, faults),
    blocked: textsOf(record['blocked'], 'blocked', references, faults),
    previous: textsOf(record['previous'], 'previous', references, faults),
    waitedCohorts: textOf(record['waitedCohorts'], 'waitedCohorts', faults),
    name: textOf(record['name'], 'name', faults),
    jobTitle: textOf(record['jobTitle'], 'jobTitle', faults),
    organisation: textOf(record['organisation'], 'organisation', faults),
    unreadable: faults.list,
  }
}

/** `{"start","end"}`, or as in a CSV; anything else comes out as it stands, so that it is no time of day and is said. */
function workOf(record: Record<string, unknown>): Record<string, unknown> {
  const work = record['work']
  if (work === null || work === undefined) return { start: record['workStart'], end: record['workEnd'] }
  const { start, end } = work as Record<string, unknown>
  return typeof start === 'string' && typeof end === 'string'
    ? { start, end }
    : { start: shownValue(work), end: '' }
}

function oneOf(one: unknown, other: unknown): unknown {
  if (one === null || one === undefined) return other
  if (other === null || other === undefined || one === other) return one
  return { either: one, or: other }
}

interface Faults {
  list: Unreadable[]
}

function note(faults: Faults, field: Field, value: unknown): void {
  if (faults.list === none) faults.list = []
  faults.list.push({ field, value: shownValue(value) })
}

function textOf(value: unknown, field: Field, faults: Faults): string {
  if (typeof value === 'string') return trimmed(value)
  if (value === null || value === undefined) return ''
  // A whole number beyond these was rounded when it was read: whom it names nobody can tell.
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value)
  note(faults, field, value)
  return ''
}

/** Nearly all are, and need no copy. */
function isTrimmed(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && trimmed(value) === value
}

function textsOf(value: unknown, field: Field, separator: RegExp, faults: Faults): string[] {
  if (value === null || value === undefined) return none
  if (typeof value === 'string') return partsOf(trimmed(value), separator)
  if (!Array.isArray(value)) {
    note(faults, field, value)
    return none
  }
  if (value.length === 0) return none
  if (value.every(isTrimmed)) return value
  const texts: string[] = []
  for (let x = 0; x < value.length; x++) {
    const text = textOf(value[x], field, faults)
    if (text !== '') texts.push(text)
  }
  return texts
}

/** `[{"topic","level"}]`, `["ai-tools:3"]` or one text as in a CSV cell. */
function topicsOf(value: unknown, faults: Faults): PersonRow['topics'] {
  if (value === null || value === undefined) return none
  if (typeof value === 'string') return topicsIn(trimmed(value))
  if (!Array.isArray(value)) {
    note(faults, 'topics', value)
    return none
  }
  if (value.length === 0) return none
  const topics: PersonRow['topics'] = []
  for (let x = 0; x < value.length; x++) {
    const entry: unknown = value[x]
    if (typeof entry === 'string') {
      if (trimmed(entry) !== '') topics.push(topicOf(trimmed(entry)))
      continue
    }
    const { topic, level } = (entry ?? none) as { topic?: unknown; level?: unknown }
    const readable = typeof topic === 'string' && trimmed(topic) !== ''
    const levelled =
      level === undefined || level === null || typeof level === 'number' || typeof level === 'string'
    if (readable && levelled) topics.push({ topic: trimmed(topic), level: String(level ?? '2').trim() })
    else note(faults, 'topics', entry)
  }
  return topics
}
