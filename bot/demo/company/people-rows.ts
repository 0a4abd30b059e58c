import { type CsvRecord, readCsv } from './csv.ts'

/** What a people file says about somebody. Everything but `id` may be missing. */
export interface PersonRow {
  line: number
  id: string
  managerId?: string
  name?: string
  jobTitle?: string
  department?: string
  organisation?: string
  /** As written: a number of 1 to 12, or the source's own grade name. */
  grade?: string
  city?: string
  zone?: string
  role?: 'mentor' | 'mentee'
  capacity?: number
  languages?: string[]
  topics?: { topic: string; level: 1 | 2 | 3 }[]
  interests?: string[]
  work?: { start: string; end: string }
}

export interface BadRow {
  line: number
  text: string
}

/** Reads a CSV with a header or one JSON object a line. A row that cannot be read is listed, never thrown. */
export function readPeopleRows(text: string, fileName: string): { rows: PersonRow[]; bad: BadRow[] } {
  return /\.(jsonl|ndjson)$/i.test(fileName) || text.trimStart().startsWith('{')
    ? fromJsonLines(text)
    : fromCsv(text)
}

function fromCsv(text: string): { rows: PersonRow[]; bad: BadRow[] } {
  const [header, ...records] = readCsv(text)
  const columns = new Map((header?.cells ?? []).map((name, index) => [name.trim().toLowerCase(), index]))
  const rows: PersonRow[] = []
  const bad: BadRow[] = []
  if (!columns.has('id')) return { rows, bad: [{ line: 1, text: 'The first line names no column "id".' }] }
  for (const record of records) {
    const cell = cellReader(record, columns)
    const id = cell('id')
    if (record.cells.length !== columns.size)
      bad.push({
        line: record.line,
        text: `${record.cells.length} cells where the header names ${columns.size}.`,
      })
    else if (!id) bad.push({ line: record.line, text: 'No id.' })
    else
      rows.push(
        compact({
          line: record.line,
          id,
          managerId: cell('managerid'),
          name: cell('name'),
          jobTitle: cell('jobtitle'),
          department: cell('department'),
          organisation: cell('organisation'),
          grade: cell('grade'),
          city: cell('site'),
          zone: cell('tz'),
        }),
      )
  }
  return { rows, bad }
}

function cellReader(record: CsvRecord, columns: Map<string, number>) {
  return (name: string) => record.cells[columns.get(name) ?? -1]?.trim() || undefined
}

function fromJsonLines(text: string): { rows: PersonRow[]; bad: BadRow[] } {
  const rows: PersonRow[] = []
  const bad: BadRow[] = []
  text.split('\n').forEach((source, index) => {
    if (source.trim() === '') return
    const line = index + 1
    try {
      const row = rowFromJson(JSON.parse(source), line)
      if (row) rows.push(row)
      else bad.push({ line, text: 'No id.' })
    } catch {
      bad.push({ line, text: 'Not a JSON object.' })
    }
  })
  return { rows, bad }
}

function rowFromJson(value: unknown, line: number): PersonRow | undefined {
  const given = value as Record<string, unknown>
  const text = (key: string) =>
    typeof given[key] === 'string' || typeof given[key] === 'number' ? String(given[key]) : undefined
  const id = text('id')
  if (!id) return undefined
  const role = given['role'] === 'mentor' || given['role'] === 'mentee' ? given['role'] : undefined
  const work = given['work'] as { start?: unknown; end?: unknown } | undefined
  return compact({
    line,
    id,
    managerId: text('manager'),
    name: text('name'),
    jobTitle: text('jobTitle'),
    department: text('department'),
    organisation: text('organisation'),
    grade: text('grade'),
    city: text('site'),
    zone: text('tz'),
    role,
    capacity: typeof given['capacity'] === 'number' ? given['capacity'] : undefined,
    languages: textList(given['languages']),
    topics: topicList(given['offers'] ?? given['wants']),
    interests: textList(given['interests']),
    work:
      typeof work?.start === 'string' && typeof work.end === 'string'
        ? { start: work.start, end: work.end }
        : undefined,
  })
}

function textList(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined
}

function topicList(value: unknown): PersonRow['topics'] {
  if (!Array.isArray(value)) return undefined
  return value.flatMap((entry: { topic?: unknown; level?: unknown }) => {
    if (typeof entry?.topic !== 'string') return []
    const level = Math.round(Number(entry.level))
    return [{ topic: entry.topic, level: level <= 1 ? 1 : level >= 3 ? 3 : 2 } as const]
  })
}

/** Leaves out what is undefined, so that a row holds only what the file said. */
function compact(row: { [K in keyof PersonRow]: PersonRow[K] | undefined }): PersonRow {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined),
  ) as unknown as PersonRow
}
