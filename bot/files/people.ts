/**
 * Rows of a people file → the organization and its participants, with every row or cell that could not be used. What cannot
 * be read is never free or empty: whoever judges the rules learns of whom it is unknown.
 */
import type { MatchingParticipant, MatchingPerson, TopicLevel } from '../engine/person.ts'
import { zoneOffsetMinutes } from '../engine/work-minutes.ts'
import { isoDate } from './dates.ts'
import { decode } from './decode.ts'
import type { Field } from './headings.ts'
import { InputFault } from './input-fault.ts'
import { checkManagers, otherSpellings } from './managers.ts'
import { IdBook, nameKey, oneSpelling } from './names.ts'
import { type BrokenRow, type PersonRow, peopleRows } from './person-rows.ts'

export interface SetAside {
  line: number
  personId?: string
  reason: string
  /** Faults of one kind are told together. */
  kind: string
}

/** A cell that holds something, but nothing that can be used: a rule that needs it cannot be judged. */
export interface Unread extends SetAside {
  personId: string
  field: Field
}

export interface People {
  /** How many, however many rows. */
  size: number
  organization: MatchingPerson[]
  participants: MatchingParticipant[]
  earlierPairs: [string, string][]
  /** Enrolled, but with an enrolment that cannot be used. */
  notTakingPart: { personId: string; why: string; line?: number }[]
  setAside: SetAside[]
  unread: Unread[]
  /** What was taken for granted, in words. */
  assumptions: string[]
  hasHiringDates: boolean
  /** Where the first row of somebody begins. */
  lineOf(id: string): number | undefined
  /** The id as the file spells it, of whoever is named in any spelling. */
  idOf(name: string): string | undefined
}

export interface ReadOptions {
  /** Decides the offset of a time zone. */
  today: string
  /** Who the rules say has nobody above. */
  tops?: readonly string[]
  /** Asked of each row that is somebody, once. */
  each?(person: MatchingPerson, row: PersonRow): void
}

type Topic = MatchingParticipant['topics'][number]

interface Reading extends People {
  /** Of each person in `organization`, in the same order. */
  lines: number[]
  today: string
  ids: IdBook
  department(text: string): string
  site(text: string): string
  /** Those met, by name and level as they are written. */
  topics: Map<string, Map<string, Topic>>
  /** Named somebody whose row had not come yet, or other people in lists. */
  unsure: { person: MatchingPerson; row: PersonRow }[]
  /** Hours without a zone to count them from. */
  zoneless: MatchingPerson[]
  hasZones: boolean
  /** Filled cells that name a manager, and those nobody was found for. */
  managers: { filled: number; lost: { line: number; personId: string; name: string }[] }
}

/** Throws InputFault when the file as a whole cannot be used. */
export function readPeople(file: string, bytes: Uint8Array, options: ReadOptions): People {
  const { text, said } = decode(file, bytes)
  const { rows, broken, said: named, managersAt } = peopleRows(file, text)
  const reading = newReading(options.today)
  if (said) reading.assumptions.push(said)
  reading.assumptions.push(...named)
  for (const row of rows) {
    const person = personOf(row, reading)
    if (person) options.each?.(person, row)
  }
  for (const row of broken) takeBroken(row, reading)
  settleNames(reading)
  settleZones(reading)
  checkManagers(file, managersAt, reading, options.tops ?? [])
  reading.size = reading.ids.size
  if (reading.size === 0)
    throw new InputFault(
      file,
      1,
      1,
      'There is nobody in this file.',
      'See docs/people-file.md for the columns.',
      'empty',
    )
  reading.setAside.sort((a, b) => a.line - b.line)
  return reading
}

/** A chart in which nobody says that they take part. */
export function isBare({
  participants,
  notTakingPart,
}: Pick<People, 'participants' | 'notTakingPart'>): boolean {
  return participants.length === 0 && notTakingPart.length === 0
}

function newReading(today: string): Reading {
  const ids = new IdBook()
  const [organization, lines]: [MatchingPerson[], number[]] = [[], []]
  return {
    ...{ size: 0, organization, lines, participants: [], earlierPairs: [], notTakingPart: [], setAside: [] },
    ...{ unread: [], assumptions: [], unsure: [], zoneless: [], hasZones: false, hasHiringDates: false },
    ...{ today, ids, department: oneSpelling(), site: oneSpelling(), topics: new Map() },
    managers: { filled: 0, lost: [] },
    idOf: (name) => ids.find(name),
    // Asked of a few people only: no index for hundreds of thousands.
    lineOf: (id) => lines[organization.findIndex((person) => person.id === id)],
  }
}

/** The person, where this row is the first to say who they are. */
function personOf(row: PersonRow, reading: Reading): MatchingPerson | undefined {
  const { ids, setAside, organization, managers } = reading
  if (row.id === '') {
    setAside.push({ line: row.line, kind: 'no-id', reason: 'The row has no id; give it one.' })
    return undefined
  }
  const isAbove = row.manager === '' || ids.hasPlain(row.manager)
  const met = ids.add(row.id)
  const person: MatchingPerson = { id: met ?? row.id }
  organization.push(person)
  reading.lines.push(row.line)
  if (isUnreadable(row, 'managerId')) {
    row.manager = ''
    person.managerId = unreadManager(row.line)
    managers.filled++
    managers.lost.push({ line: row.line, personId: person.id, name: person.managerId })
  } else if (row.manager !== '') {
    person.managerId = row.manager
    managers.filled++
  }
  const listed = row.dottedManagers.length > 0 || row.blocked.length > 0 || row.previous.length > 0
  // Most managers stand above those who report to them, and need no second look.
  if (listed || !isAbove) reading.unsure.push({ person, row })
  if (met !== undefined) {
    const same = met === row.id ? `The id ${row.id}` : `The id ${row.id}, spelled ${met} before,`
    const reason = `${same} stands on an earlier line too; the first row was used. Remove one.`
    setAside.push({ line: row.line, personId: met, reason, kind: 'duplicate-id' })
    return undefined
  }
  fillIn(person, row, reading)
  if (row.role !== '' || isUnreadable(row, 'role')) enrol(row, person, reading)
  return person
}

/** A manager whom nobody is called: ids have no space before them. */
const unreadManager = (line: number) => ` line ${line} cannot be read`

function isUnreadable({ unreadable }: PersonRow, wanted: Field): boolean {
  return unreadable.length > 0 && unreadable.some(({ field }) => field === wanted)
}

/** Somebody of whom a line says no more than that they are there: above them could be anybody. */
function takeBroken({ line, id, reason, kind }: BrokenRow, reading: Reading): void {
  const { ids, setAside, organization, lines } = reading
  const known = id && (ids.add(id) ?? id)
  setAside.push({ line, reason, kind, ...(known ? { personId: known } : {}) })
  if (!known) return
  // Nobody is called so: the chart breaks here, and where another row of theirs says something else, too.
  organization.push({ id: known, managerId: unreadManager(line) })
  lines.push(line)
}

function fillIn(person: MatchingPerson, row: PersonRow, reading: Reading): void {
  if (row.department !== '') person.department = reading.department(row.department)
  if (row.site !== '') person.site = reading.site(row.site)
  for (const { field, value } of row.unreadable) {
    if (field === 'hiredOn') reading.hasHiringDates = true
    if (field === 'timeZone' || field === 'utcOffsetMin') reading.hasZones = true
    if (field !== 'topics' && field !== 'role' && field !== 'capacity')
      cannotUse(
        reading,
        person.id,
        row.line,
        field,
        `${field} cannot be ${value}. Write it as docs/people-file.md says.`,
      )
  }
  if (row.country !== '') {
    if (/^[a-z]{2}$/i.test(row.country)) person.country = row.country.toUpperCase()
    else
      cannotUse(
        reading,
        person.id,
        row.line,
        'country',
        `The country "${row.country}" is not two letters. Use a code such as DE.`,
      )
  }
  if (row.grade !== '') {
    const grade = Number(row.grade)
    if (Number.isInteger(grade) && grade >= 1 && grade <= 12) person.grade = grade
    else
      cannotUse(
        reading,
        person.id,
        row.line,
        'grade',
        `The grade "${row.grade}" is not a whole number from 1 to 12. Correct it.`,
      )
  }
  if (row.hiredOn !== '') {
    reading.hasHiringDates = true
    const date = isoDate(row.hiredOn)
    if (date) person.hiredOn = date
    else
      cannotUse(
        reading,
        person.id,
        row.line,
        'hiredOn',
        `The hiring date "${row.hiredOn}" is not an ISO date. Write it as 2024-05-31.`,
      )
  }
  for (const tag of row.languages) {
    if (primary(tag) === undefined)
      cannotUse(
        reading,
        person.id,
        row.line,
        'languages',
        `The language "${tag}" is not a tag. Use one such as en or pt-BR.`,
      )
  }
  fillInHours(person, row, reading)
}

/** A function of its own, not one made for each row: there are hundreds of thousands. */
function cannotUse({ unread }: Reading, personId: string, line: number, field: Field, reason: string): void {
  unread.push({ line, personId, field, kind: field, reason })
}

function fillInHours(person: MatchingPerson, row: PersonRow, reading: Reading): void {
  const zone = row.timeZone === '' ? undefined : zoneOffsetMinutes(row.timeZone, reading.today)
  if (zone !== undefined) person.timeZone = row.timeZone
  else if (row.timeZone !== '')
    cannotUse(
      reading,
      person.id,
      row.line,
      'timeZone',
      `No time zone is called "${row.timeZone}". Use an IANA name such as Europe/Berlin.`,
    )
  let offset = zone
  if (row.utcOffset !== '') {
    offset = Number(row.utcOffset)
    if (!Number.isInteger(offset) || Math.abs(offset) > 18 * 60) {
      const problem = `The offset "${row.utcOffset}" is not a number of minutes ahead of UTC.`
      const remedy = 'Correct utcOffsetMin, or leave it out and name a timeZone.'
      cannotUse(reading, person.id, row.line, 'timeZone', `${problem} ${remedy}`)
      offset = undefined
    }
  }
  if (row.timeZone !== '' || row.utcOffset !== '') reading.hasZones = true
  if (row.workStart === '') {
    // The usual day, where the offset says and no zone would.
    if (row.utcOffset !== '' && offset !== undefined)
      person.workMinutesUtc = { start: (((9 * 60 - offset) % 1440) + 1440) % 1440, length: 8 * 60 }
    return
  }
  const [start, end] = [minutesOf(row.workStart), minutesOf(row.workEnd)]
  if (start === undefined || end === undefined) return
  if (offset === undefined) {
    if (row.timeZone !== '' || row.utcOffset !== '') return
    reading.zoneless.push(person)
  }
  const length = (((end - start) % 1440) + 1440) % 1440
  person.workMinutesUtc = { start: (((start - (offset ?? 0)) % 1440) + 1440) % 1440, length }
}

/** Without a zone anywhere all are taken to share one; which one does not matter for the hours they share. */
function settleZones({ hasZones, zoneless, organization, assumptions, ...enrolled }: Reading): void {
  if (hasZones || isBare(enrolled)) {
    for (const person of zoneless) delete person.workMinutesUtc
    return
  }
  for (const person of organization) person.timeZone = 'UTC'
  assumptions.push(
    'The file names no time zone; all people were taken to work in one (UTC). Add timeZone otherwise.',
  )
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
  const [, hours, minutes] = /^(\d\d?):([0-5]\d)$/.exec(time) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return Number.isFinite(total) && total <= 30 * 60 ? total : undefined
}

/** The same few words fill all rows: one copy of each is enough, and quicker to compare. */
const lowered = new Map<string, string>()

function lower(word: string): string {
  const known = lowered.get(word)
  if (known !== undefined) return known
  const fresh = nameKey(word)
  lowered.set(word, fresh)
  return fresh
}

/** The language of a tag without script and region: `en` of `en-GB`. */
function primary(tag: string): string | undefined {
  const known = primaries.get(tag)
  if (known !== undefined || primaries.has(tag)) return known
  const [, word] = /^([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$/i.exec(tag) ?? []
  primaries.set(tag, word?.toLowerCase())
  return word?.toLowerCase()
}

const primaries = new Map<string, string | undefined>()

/** What is said of each word, where anything is. Most lists say it as they stand, and need no copy. */
function eachSaid(words: string[], of: (word: string) => string | undefined): string[] {
  if (words.every((word) => of(word) === word)) return words
  return words.map(of).filter((word) => word !== undefined)
}

/** One object for each topic and level, frozen since many people share it: as one an entry they are half a million at 100,000. */
function topicOf({ topic, level }: PersonRow['topics'][number], { topics }: Reading): Topic {
  const levels = topics.get(topic) ?? new Map<string, Topic>()
  if (levels.size === 0) topics.set(topic, levels)
  const known = levels.get(level)
  if (known) return known
  const fresh = Object.freeze({ topic: lower(topic), level: Number(level || '2') as TopicLevel })
  levels.set(level, fresh)
  return fresh
}

const LONGEST_DAY = 14 * 60

function enrol(row: PersonRow, person: MatchingPerson, reading: Reading): void {
  const found = enrolmentFault(row, person)
  if (found) {
    reading.setAside.push({ line: row.line, personId: person.id, ...found })
    reading.notTakingPart.push({ personId: person.id, why: found.reason, line: row.line })
    return
  }
  // One object for both lists: 100,000 copies would take as long as reading the rows.
  const participant = person as MatchingParticipant
  participant.side = row.role.toLowerCase() as 'mentor' | 'mentee'
  participant.capacity = row.capacity === '' ? 1 : Number(row.capacity)
  participant.topics = row.topics.map((given) => topicOf(given, reading))
  participant.languages = eachSaid(row.languages, primary)
  participant.interests = eachSaid(row.interests, lower)
  if (row.goals.length) participant.goals = eachSaid(row.goals, lower)
  if (row.style !== '') participant.style = row.style.toLowerCase() as 'introvert' | 'extrovert'
  if (row.waitedCohorts !== '') participant.waitedCohorts = Number(row.waitedCohorts)
  reading.participants.push(participant)
}

const fault = (kind: Field, reason: string) => ({ kind, reason })

/** Why the enrolment cannot be used, naming field and remedy. */
function enrolmentFault(row: PersonRow, person: MatchingPerson): { reason: string; kind: Field } | undefined {
  for (const { field, value } of row.unreadable) {
    if (field === 'topics')
      return fault(field, `The topics hold ${value}, which is no topic. Write "ai-tools:3".`)
    if (field === 'role' || field === 'capacity') return fault(field, `The ${field} cannot be ${value}.`)
  }
  const role = row.role.toLowerCase()
  if (role !== 'mentor' && role !== 'mentee')
    return fault('role', `The role "${row.role}" is neither mentor nor mentee.`)
  const capacity = row.capacity === '' ? 1 : Number(row.capacity)
  if (!Number.isInteger(capacity) || capacity < 0 || capacity > 4)
    return fault('capacity', `The capacity "${row.capacity}" is not a whole number from 0 to 4.`)
  for (const { topic, level } of row.topics) {
    if (topic === '') return fault('topics', 'One of the topics has no name.')
    if (level !== '' && level !== '1' && level !== '2' && level !== '3')
      return fault('topics', `The level "${level}" of topic ${topic} is not 1, 2 or 3.`)
  }
  if (row.workStart !== '' || row.workEnd !== '') {
    if (minutesOf(row.workStart) === undefined || minutesOf(row.workEnd) === undefined) {
      const hours = `The working hours "${row.workStart}" to "${row.workEnd}"`
      return fault('workStart', `${hours} are not times of day as HH:MM.`)
    }
    const length = person.workMinutesUtc?.length
    if (length !== undefined && (length === 0 || length > LONGEST_DAY)) {
      const hours = `The working hours ${row.workStart} to ${row.workEnd}`
      return fault('workStart', `${hours} last ${length / 60} hours; are start and end reversed?`)
    }
  }
  if (row.style !== '' && !['introvert', 'extrovert'].includes(row.style.toLowerCase()))
    return fault('style', `The style "${row.style}" is neither introvert nor extrovert.`)
  const waited = Number(row.waitedCohorts || '0')
  if (!Number.isInteger(waited) || waited < 0)
    return fault('waitedCohorts', `"${row.waitedCohorts}" is not a number of cohorts waited.`)
  return undefined
}

/** Whoever is named is found in any spelling, and comes out as their own row spells them. */
function settleNames(reading: Reading): void {
  const { ids, managers, unsure } = reading
  for (const { person, row } of unsure) {
    if (row.manager !== '') {
      const id = ids.find(row.manager)
      if (id !== undefined) person.managerId = id
      else managers.lost.push({ line: row.line, personId: person.id, name: row.manager })
    }
    const dotted = foundOf('dottedManagers', person, row, reading)
    if (dotted.length) person.dottedManagerIds = dotted
    const participant = person as MatchingPerson & Partial<MatchingParticipant>
    // Where nobody says that they take part, everybody may be drawn.
    if (participant.side === undefined && !isBare(reading)) continue
    const blocked = foundOf('blocked', person, row, reading)
    if (blocked.length) participant.blocked = blocked
    for (const other of foundOf('previous', person, row, reading))
      reading.earlierPairs.push([person.id, other])
  }
  for (const hint of otherSpellings(managers.lost, ids)) reading.setAside.push(hint)
}

function foundOf(
  field: 'dottedManagers' | 'blocked' | 'previous',
  person: MatchingPerson,
  row: PersonRow,
  { ids, unread }: Reading,
): string[] {
  const found: string[] = []
  for (const name of row[field]) {
    const id = ids.find(name)
    if (id !== undefined) found.push(id)
    else {
      const reason = `${field} names "${name}", whom nobody in this file is called. Correct it, or remove it if they have left.`
      unread.push({ line: row.line, personId: person.id, field, kind: field, reason })
    }
  }
  return found
}
