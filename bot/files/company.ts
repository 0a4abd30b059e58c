/**
 * A people file as plain data for whoever shows a company made of it: the same people, managers and enrolments that pairing
 * reads, with names and titles beside. Without roles in the file the seeded rule gives them, as for `mentoring pair`.
 */

import { enrolBySeed } from '../domain/enrolment/seeded-roles.ts'
import type { MatchingParticipant, MatchingPerson } from '../engine/person.ts'
import { isBare, readPeople } from './people.ts'
import type { PersonRow } from './person-rows.ts'

export interface CompanyRow {
  line: number
  id: string
  managerId?: string
  name?: string
  jobTitle?: string
  department?: string
  organisation?: string
  /** A number of 1 to 12, or the source's own grade name. */
  grade?: string
  city?: string
  zone?: string
  hiredOn?: string
  work?: { start: string; end: string }
  enrolment?: {
    side: 'mentor' | 'mentee'
    capacity: number
    topics: { topic: string; level: 1 | 2 | 3 }[]
    languages: string[]
    interests: string[]
  }
}

export interface CompanyRows {
  rows: CompanyRow[]
  faults: { line: number; personId: string; kind: 'bad-row' | 'duplicate-id'; text: string }[]
  /** Whether nobody in the file says that they take part, so that who does, and what they would like, was drawn. */
  drawn: boolean
  /** What was taken for granted, in words. */
  said: string[]
}

/** Throws InputFault when the file as a whole cannot be used. */
export function readCompany(file: string, bytes: Uint8Array, seed: number, today: string): CompanyRows {
  const found: { person: MatchingPerson; row: PersonRow }[] = []
  const people = readPeople(file, bytes, { today, each: (person, row) => found.push({ person, row }) })
  const bare = isBare(people)
  const drawn = bare ? enrolBySeed(people.organization, seed, today) : people.participants
  const enrolled = new Map(drawn.map((one) => [one.id, one]))
  const shown = new Set(found.map(({ person }) => person.id))
  const rows = found.map(({ person, row }) => companyRow(person, row, enrolled.get(person.id)))
  // Somebody a broken line speaks of is there, with a manager nobody knows.
  for (const { line, personId } of people.setAside) {
    if (personId === undefined || shown.has(personId)) continue
    shown.add(personId)
    rows.push({ line, id: personId, managerId: ` line ${line} cannot be read` })
  }
  return {
    rows,
    // A grade may be a name that whoever shows the company knows, as those of public charts are.
    faults: [...people.setAside, ...people.unread.filter(({ field }) => field !== 'grade')].map(
      ({ line, personId, kind, reason }) => ({
        ...{ line, personId: personId ?? '', text: reason },
        kind: kind === 'duplicate-id' ? kind : 'bad-row',
      }),
    ),
    drawn: bare,
    said: people.assumptions,
  }
}

function companyRow(person: MatchingPerson, row: PersonRow, enrolled?: MatchingParticipant): CompanyRow {
  const grade = row.grade || (enrolled?.grade === undefined ? '' : String(enrolled.grade))
  const hiredOn = person.hiredOn ?? enrolled?.hiredOn
  return {
    line: row.line,
    id: person.id,
    ...filled({ managerId: person.managerId, department: person.department, hiredOn, grade }),
    ...filled({ name: row.name, jobTitle: row.jobTitle, organisation: row.organisation }),
    ...filled({ city: person.site, zone: row.timeZone && person.timeZone }),
    ...(row.workStart && row.workEnd ? { work: { start: row.workStart, end: row.workEnd } } : {}),
    ...(enrolled ? { enrolment: enrolmentOf(enrolled) } : {}),
  }
}

function enrolmentOf({ side, capacity, topics, languages, interests }: MatchingParticipant) {
  return { side, capacity, topics, languages, interests }
}

/** Only what the file said. */
function filled<T extends Record<string, string | undefined>>(cells: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value)) as { [K in keyof T]?: string }
}
