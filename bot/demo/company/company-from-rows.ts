import { chanceOf, guidOf } from './chance.ts'
import { gradeOf } from './grades.ts'
import { createPerson, type MailNames } from './person.ts'
import { inventLanguages, inventWishes, playedWishes } from './program-wishes.ts'
import { findReportingFaults } from './reporting-faults.ts'
import type { Company, DemoEnrolment, DemoPerson } from './shape.ts'
import { LONDON, SITES, type Site, siteOfCity, siteOfZone } from './sites.ts'
import { companyTeams } from './teams.ts'

/** What a people file says about somebody, as plain data: whoever starts the demo has read the file. Each id stands once. */
export interface PersonRow {
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
  /** ISO date. */
  hiredOn?: string
  work?: { start: string; end: string }
  /** Only who takes part has one. */
  enrolment?: Omit<DemoEnrolment, 'personId'>
}

export interface PeopleRows {
  rows: readonly PersonRow[]
  /** Whether who takes part was drawn, because the file does not say: then their wishes are invented too. */
  drawn: boolean
  /** What of the file could not be used; `personId` is the file's id, or '' for nobody. */
  faults: readonly { line: number; personId: string; kind: 'bad-row' | 'duplicate-id'; text: string }[]
}

/** People read from a file mostly share one country; every seventh sits elsewhere, so that zones matter. */
const ELSEWHERE = 0.14

/**
 * A company made of people somebody brought: they, their managers and who of them is enrolled are the file's. What it
 * leaves out (names, places, wishes) follows from the seed and the source id. Broken reporting lines are in `faults`.
 */
export function companyFromRows(file: PeopleRows, fileName: string, opts: { seed?: number } = {}): Company {
  const seed = `file:${opts.seed ?? 1}`
  const { rows } = file
  const name = commonest(rows.map((row) => row.organisation)) ?? 'People File Company'
  const domain = `${slug(name)}.example`
  const objectId = (sourceId: string) => guidOf(`${slug(name)}:${sourceId}`)
  const managers = new Set(rows.map((row) => row.managerId))
  const written = new Map(
    rows.flatMap((row) => (row.managerId ? [[objectId(row.managerId), row.managerId]] : [])),
  )
  const names: MailNames = new Map()
  const places = rows.map((row) => placeOf(row, seed))
  const people = rows.map((row, index) => {
    const grade = gradeOf(row.grade, managers.has(row.id))
    const person = createPerson(chanceOf(`${seed}:${row.id}`), names, {
      seed,
      index,
      site: places[index]!,
      domain,
      companyName: name,
      department: row.department ?? 'General',
      jobTitle: row.jobTitle ?? inventedTitle(grade, row.department),
      grade,
      hasReports: managers.has(row.id),
    })
    return applyRow(person, row, objectId)
  })
  const personas = choosePersonas(rows, people, managers)
  return {
    name,
    tenantId: guidOf(`tenant:${name}`),
    domain,
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    teams: companyTeams(domain, people, [personas.communications, personas.organizer, personas.sponsor]),
    enrolments: enrolmentsOf(seed, file, people, places, personas),
    personas,
    isFromFile: true,
    appRoles: new Map([
      [personas.organizer, ['Organizer']],
      [personas.communications, ['Communications']],
    ]),
    faults: [
      ...file.faults.map(({ line, personId, kind, text }) => ({
        personId: personId === '' ? '' : objectId(personId),
        kind,
        text: `${fileName}, line ${line}: ${text}`,
      })),
      ...findReportingFaults(people, (id) => written.get(id) ?? id),
    ],
  }
}

/** Of whoever takes part in a file without hiring dates: no rule about length of service is meant. */
const hiredLongAgo = '2016-09-01'

function applyRow(person: DemoPerson, row: PersonRow, objectId: (sourceId: string) => string): DemoPerson {
  person.id = objectId(row.id)
  person.employeeId = row.id
  if (row.managerId) person.managerId = objectId(row.managerId)
  if (row.name) person.displayName = row.name
  if (row.zone) person.mailboxTimeZone = row.zone
  const hiredOn = row.hiredOn ?? (row.enrolment ? hiredLongAgo : undefined)
  if (hiredOn) person.employeeHireDate = `${hiredOn}T00:00:00Z`
  if (row.work) person.workingHours = { ...person.workingHours, ...row.work }
  return person
}

function placeOf(row: PersonRow, seed: string): Site {
  const stated = (row.city && siteOfCity(row.city)) || (row.zone && siteOfZone(row.zone))
  if (stated) return stated
  const chance = chanceOf(`${seed}:place:${row.id}`)
  return chance.happens(ELSEWHERE)
    ? chance.weighted(SITES.map((value) => ({ weight: value.weight, value })))
    : LONDON
}

function inventedTitle(grade: number, department: string | undefined): string {
  const rank =
    grade >= 12
      ? 'Head'
      : grade >= 9
        ? 'Director'
        : grade >= 6
          ? 'Manager'
          : grade >= 3
            ? 'Specialist'
            : 'Associate'
  return department ? `${rank}, ${department}` : rank
}

/** Exactly whom the rows enrol; only what somebody would like is made up where the rows do not say. */
function enrolmentsOf(
  seed: string,
  { rows, drawn }: PeopleRows,
  people: DemoPerson[],
  places: Site[],
  personas: Company['personas'],
): DemoEnrolment[] {
  return rows.flatMap(({ id: sourceId, enrolment }, index) => {
    if (!enrolment) return []
    const { id } = people[index]!
    const { side } = enrolment
    const chance = chanceOf(`${seed}:wishes:${sourceId}`)
    const isPlayed = id === personas[side]
    // Whoever one can be on the page is to meet the other: only what a file says is left as it is.
    if (isPlayed && drawn) return playedWishes(id, side)
    const invented = isPlayed
      ? playedWishes(id, side)
      : inventWishes(chance, id, side, inventLanguages(chance, places[index]!))
    const said = <T>(list: T[], otherwise: T[]) => (list.length > 0 ? list : otherwise)
    return {
      ...{ personId: id, side, capacity: enrolment.capacity },
      languages: said(enrolment.languages, invented.languages),
      topics: said(enrolment.topics, invented.topics),
      interests: said(enrolment.interests, invented.interests),
    }
  })
}

/** Mentor and Mentee are enrolled, the others play parts of their own where there is anybody who is not. */
function choosePersonas(
  rows: readonly PersonRow[],
  people: DemoPerson[],
  managers: Set<string | undefined>,
): Company['personas'] {
  const taken = new Set<string>()
  const order = people.map((_, index) => index).sort((a, b) => people[b]!.grade - people[a]!.grade || a - b)
  const find = (list: number[], fits: (index: number) => boolean) => {
    const open = (i: number) => !taken.has(people[i]!.id)
    const index = list.find((i) => open(i) && fits(i)) ?? list.find(open) ?? order.find(open) ?? order[0]
    const id = index === undefined ? '' : people[index]!.id
    taken.add(id)
    return id
  }
  const says = (i: number, pattern: RegExp) => pattern.test(`${people[i]!.department} ${people[i]!.jobTitle}`)
  const inLondon = (i: number) => people[i]!.city === LONDON.city
  const leaf = (i: number) => !managers.has(rows[i]!.id) && inLondon(i)
  const upward = [...order].reverse()
  const managerOf = new Map(people.map(({ id, managerId }) => [id, managerId]))
  const enrolled = (list: number[], side: 'mentor' | 'mentee') =>
    list.filter((i) => rows[i]!.enrolment?.side === side)
  const free = order.filter((i) => !rows[i]!.enrolment)
  const mentee = find(enrolled(order, 'mentee'), (i) => people[i]!.grade <= 10 && inLondon(i))
  const besides = (i: number) => !linesOf(managerOf, people[i]!.id).has(mentee)
  const mentor = find(enrolled(upward, 'mentor'), (i) => leaf(i) && besides(i))
  const sponsor = find(order, () => true)
  const junior = (i: number) => people[i]!.grade <= 6
  return {
    ...{ sponsor, mentee, mentor },
    organizer: find(free, (i) => junior(i) && says(i, /human resources|people|personnel|\bHR\b/i)),
    communications: find(free, (i) => junior(i) && says(i, /communicat|media|press/i)),
    newcomer: find([...free].reverse(), leaf),
  }
}

/** Everybody above somebody, as the file has it; a circle ends where it closes. */
function linesOf(managerOf: Map<string, string | undefined>, id: string): Set<string> {
  const above = new Set<string>()
  for (let next = managerOf.get(id); next && !above.has(next); next = managerOf.get(next)) above.add(next)
  return above
}

function commonest(values: (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 40)
}
