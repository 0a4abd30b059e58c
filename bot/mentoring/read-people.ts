/** Rows of a people file → the organization and its participants, with every row or cell that could not be used. */
import type { MatchingParticipant, MatchingPerson, TopicLevel } from '../domain/matching/person.ts'
import { zoneOffsetMinutes } from '../domain/matching/work-minutes.ts'
import { type PersonRow, peopleRows, type Unreadable } from './people-rows.ts'

export interface People {
  organization: MatchingPerson[]
  participants: MatchingParticipant[]
  earlierPairs: [string, string][]
  /** Enrolled, but with an enrolment that cannot be used. */
  notTakingPart: { personId: string; why: string }[]
  setAside: { line: number; personId?: string; reason: string }[]
}

/** `today` decides the offset of a time zone. Throws InputFault when the file as a whole cannot be used. */
export function readPeople(file: string, text: string, today: string): People {
  const unreadable: Unreadable[] = []
  const people: People = {
    ...{ organization: [], participants: [], earlierPairs: [], notTakingPart: [], setAside: [] },
  }
  const met = new Set<string>()
  const unsure: MatchingPerson[] = []
  for (const row of peopleRows(file, text, unreadable)) {
    if (row.id === '') {
      people.setAside.push({ line: row.line, reason: 'The row has no id; give it one.' })
      continue
    }
    const person = personOf(row, today, people)
    people.organization.push(person)
    // Most managers stand above those who report to them, and need no second look.
    if (namesOthers(row) || (row.manager !== '' && !met.has(row.manager))) unsure.push(person)
    const others = met.size
    met.add(row.id)
    if (met.size === others) {
      const reason = `The id ${row.id} stands on an earlier line too; the first row was used. Remove one.`
      people.setAside.push({ line: row.line, personId: row.id, reason })
      continue
    }
    if (row.role !== '') enrol(row, person, people)
  }
  spellAsInIds(unsure, people.earlierPairs, met)
  return { ...people, setAside: [...unreadable, ...people.setAside] }
}

function namesOthers(row: PersonRow): boolean {
  return row.dottedManagers.length > 0 || row.blocked.length > 0
}

/** Somebody named in other letters than their id has, `ANA` for `ana`, is meant all the same. */
function spellAsInIds(
  people: (MatchingPerson & Pick<Partial<MatchingParticipant>, 'blocked'>)[],
  earlierPairs: People['earlierPairs'],
  ids: ReadonlySet<string>,
): void {
  let spelling: Map<string, string> | undefined
  const refer = (id: string): string => {
    if (ids.has(id)) return id
    spelling ??= new Map([...ids].reverse().map((known) => [known.toLowerCase(), known]))
    return spelling.get(id.toLowerCase()) ?? id
  }
  for (const person of people) {
    if (person.managerId !== undefined) person.managerId = refer(person.managerId)
    if (person.dottedManagerIds) person.dottedManagerIds = person.dottedManagerIds.map(refer)
    if (person.blocked) person.blocked = person.blocked.map(refer)
  }
  for (const pair of earlierPairs) pair[1] = refer(pair[1])
}

function personOf(row: PersonRow, today: string, people: People): MatchingPerson {
  const person: MatchingPerson = { id: row.id }
  if (row.manager !== '') person.managerId = row.manager
  if (row.department !== '') person.department = row.department
  if (row.site !== '') person.site = row.site
  if (row.country !== '') person.country = row.country
  if (row.dottedManagers.length) person.dottedManagerIds = row.dottedManagers
  const grade = Number(row.grade)
  if (row.grade !== '' && Number.isInteger(grade) && grade >= 1 && grade <= 12) person.grade = grade
  if (row.hiredOn !== '' && /^\d{4}-\d\d-\d\d$/.test(row.hiredOn)) person.hiredOn = row.hiredOn
  const note = (reason: string) => people.setAside.push({ line: row.line, personId: row.id, reason })
  const zone = zoneOffsetMinutes(row.timeZone, today)
  if (row.timeZone !== '' && zone === undefined) {
    note(
      `No time zone is called ${row.timeZone}; the zone was left out. Use an IANA name such as Europe/Berlin.`,
    )
  }
  if (zone !== undefined) person.timeZone = row.timeZone
  const offset = row.utcOffset === '' ? zone : Number(row.utcOffset)
  if (row.workStart === '' || offset === undefined || !Number.isFinite(offset)) return person
  const start = minutesOf(row.workStart)
  const end = minutesOf(row.workEnd)
  if (start === undefined || end === undefined) return person
  const length = (((end - start) % 1440) + 1440) % 1440
  person.workMinutesUtc = { start: (((start - offset) % 1440) + 1440) % 1440, length }
  return person
}

/** Minutes since midnight of HH:MM; 24:00 and a little later are allowed for ends of day. */
function minutesOf(time: string): number | undefined {
  const known = timesOfDay.get(time)
  if (known !== undefined) return known
  const minutes = readMinutes(time)
  if (minutes !== undefined) timesOfDay.set(time, minutes)
  return minutes
}

/** A few times of day stand in most rows. */
const timesOfDay = new Map<string, number>()

function readMinutes(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d?):(\d\d)$/.exec(time) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return Number.isFinite(total) && total <= 30 * 60 ? total : undefined
}

/** The same few words fill all rows: one copy of each is enough, and quicker to compare. */
const lowered = new Map<string, string>()

function lower(word: string): string {
  const known = lowered.get(word)
  if (known !== undefined) return known
  const fresh = word.toLowerCase()
  lowered.set(word, fresh)
  return fresh
}

/** The language of a tag without script and region: `en` of `en-GB`. */
function primary(tag: string): string {
  const word = lower(tag)
  return word.includes('-') ? word.split('-', 1)[0]! : word
}

const LONGEST_DAY = 14 * 60

function enrol(row: PersonRow, person: MatchingPerson, people: People): void {
  const fault = enrolmentFault(row, person)
  if (fault) {
    people.setAside.push({ line: row.line, personId: row.id, reason: fault })
    people.notTakingPart.push({ personId: row.id, why: fault })
    return
  }
  // One object for both lists: 100,000 copies would take as long as reading the rows.
  const participant: MatchingParticipant = Object.assign(person, {
    side: row.role.toLowerCase() as 'mentor' | 'mentee',
    capacity: row.capacity === '' ? 1 : Number(row.capacity),
    topics: row.topics.map((t) => ({
      topic: lower(t.topic),
      level: Number(t.level || '2') as TopicLevel,
    })),
    languages: row.languages.map(primary),
    interests: row.interests.map(lower),
  })
  if (row.goals.length) participant.goals = row.goals.map(lower)
  if (row.style !== '') participant.style = row.style.toLowerCase() as 'introvert' | 'extrovert'
  if (row.blocked.length) participant.blocked = row.blocked
  if (row.waitedCohorts !== '') participant.waitedCohorts = Number(row.waitedCohorts)
  for (const other of row.previous) people.earlierPairs.push([row.id, other])
  people.participants.push(participant)
}

/** Why the enrolment cannot be used, naming field and remedy. */
function enrolmentFault(row: PersonRow, person: MatchingPerson): string | undefined {
  const role = row.role.toLowerCase()
  if (role !== 'mentor' && role !== 'mentee') return `The role "${row.role}" is neither mentor nor mentee.`
  const capacity = row.capacity === '' ? 1 : Number(row.capacity)
  if (!Number.isInteger(capacity) || capacity < 0 || capacity > 4) {
    return `The capacity "${row.capacity}" is not a whole number from 0 to 4.`
  }
  const level = row.topics.find((t) => t.level !== '' && !['1', '2', '3'].includes(t.level))
  if (level) return `The level "${level.level}" of topic ${level.topic} is not 1, 2 or 3.`
  if (row.workStart !== '' || row.workEnd !== '') {
    if (minutesOf(row.workStart) === undefined || minutesOf(row.workEnd) === undefined) {
      return `The working hours "${row.workStart}" to "${row.workEnd}" are not times of day as HH:MM.`
    }
    const length = person.workMinutesUtc?.length
    if (length !== undefined && (length === 0 || length > LONGEST_DAY)) {
      return `The working hours ${row.workStart} to ${row.workEnd} last ${length / 60} hours; are start and end reversed?`
    }
  }
  if (row.style !== '' && !['introvert', 'extrovert'].includes(row.style.toLowerCase())) {
    return `The style "${row.style}" is neither introvert nor extrovert.`
  }
  const waited = Number(row.waitedCohorts || '0')
  if (!Number.isInteger(waited) || waited < 0)
    return `"${row.waitedCohorts}" is not a number of cohorts waited.`
  return undefined
}
