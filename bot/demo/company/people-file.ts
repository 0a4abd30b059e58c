import type { Company, DemoEnrolment, DemoPerson } from '../company.ts'
import { chanceOf, guidOf } from './chance.ts'
import { gradeOf } from './grades.ts'
import { type PersonRow, readPeopleRows } from './people-rows.ts'
import { createPerson, type MailNames } from './person.ts'
import { inventLanguages, inventWishes, playedWishes } from './program-wishes.ts'
import { findReportingFaults } from './reporting-faults.ts'
import { LONDON, SITES, type Site, siteOfCity, siteOfZone } from './sites.ts'
import { companyTeams } from './teams.ts'

const SENIORS = 60
const JUNIORS = 180
/** People read from a file mostly share one country; every seventh sits elsewhere, so that zones matter. */
const ELSEWHERE = 0.14

/**
 * A company from a people file: CSV with the header `id,managerId,jobTitle,department,organisation,grade` or the
 * bench generator's people.jsonl. What the file leaves out (names, places, wishes) follows from the seed and the
 * source id. Never throws for a row: bad rows, duplicates and broken reporting lines are in `faults`.
 */
export function companyFromFile(text: string, fileName: string, opts: { seed?: number } = {}): Company {
  const seed = `file:${opts.seed ?? 1}`
  const { rows: all, bad } = readPeopleRows(text, fileName)
  const { kept: rows, repeated } = keepFirst(all)
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
  const enrolments = enrol(seed, rows, people, places, managers, personas)
  return {
    name,
    tenantId: guidOf(`tenant:${name}`),
    domain,
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    teams: companyTeams(domain, people, [personas.communications, personas.organizer, personas.sponsor]),
    enrolments,
    personas,
    appRoles: new Map([
      [personas.organizer, ['Organizer']],
      [personas.communications, ['Communications']],
    ]),
    faults: [
      ...bad.map(({ line, text }) => ({
        personId: '',
        kind: 'bad-row' as const,
        text: `${fileName}, line ${line}: ${text}`,
      })),
      ...repeated.map((row) => ({
        personId: objectId(row.id),
        kind: 'duplicate-id' as const,
        text: `${fileName}, line ${row.line}: the id ${row.id} was already used; this row was left out.`,
      })),
      ...findReportingFaults(people, (id) => written.get(id) ?? id),
    ],
  }
}

function keepFirst(all: PersonRow[]): { kept: PersonRow[]; repeated: PersonRow[] } {
  const seen = new Set<string>()
  const kept: PersonRow[] = []
  const repeated: PersonRow[] = []
  for (const row of all) {
    ;(seen.has(row.id) ? repeated : kept).push(row)
    seen.add(row.id)
  }
  return { kept, repeated }
}

function applyRow(person: DemoPerson, row: PersonRow, objectId: (sourceId: string) => string): DemoPerson {
  person.id = objectId(row.id)
  person.employeeId = row.id
  if (row.managerId) person.managerId = objectId(row.managerId)
  if (row.name) person.displayName = row.name
  if (row.zone && !siteOfZone(row.zone)) person.mailboxTimeZone = row.zone
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

/** The file's own enrolments when it has any, otherwise up to 60 senior posts and 180 others at entry grades. */
function enrol(
  seed: string,
  rows: PersonRow[],
  people: DemoPerson[],
  places: Site[],
  managers: Set<string | undefined>,
  personas: Company['personas'],
): DemoEnrolment[] {
  const wish = (index: number, side: 'mentor' | 'mentee') => {
    const row = rows[index]!
    const chance = chanceOf(`${seed}:wishes:${row.id}`)
    const { id } = people[index]!
    const invented =
      id === personas[side]
        ? playedWishes(id, side)
        : inventWishes(chance, id, side, inventLanguages(chance, places[index]!))
    return {
      ...invented,
      languages: row.languages ?? invented.languages,
      topics: row.topics ?? invented.topics,
      interests: row.interests ?? invented.interests,
      capacity: row.capacity ?? invented.capacity,
    }
  }
  const indexes = rows.map((_, index) => index).filter((index) => people[index]!.id !== personas.newcomer)
  if (rows.some((row) => row.role))
    return indexes.flatMap((index) => (rows[index]!.role ? [wish(index, rows[index]!.role!)] : []))
  const shuffled = chanceOf(`${seed}:enrolments`).shuffle(indexes)
  const first = (id: string) => (index: number) => (people[index]!.id === id ? 0 : 1)
  const pinned = (list: number[], id: string) => list.sort((a, b) => first(id)(a) - first(id)(b))
  const staff = new Set([personas.sponsor, personas.organizer, personas.communications])
  const seniors = shuffled.filter((i) => people[i]!.grade >= 8 && !staff.has(people[i]!.id))
  const juniors = shuffled.filter(
    (i) => people[i]!.grade <= 4 && !managers.has(rows[i]!.id) && !staff.has(people[i]!.id),
  )
  return [
    ...pinned(seniors, personas.mentee)
      .slice(0, SENIORS)
      .map((index) => wish(index, 'mentee')),
    ...pinned(juniors, personas.mentor)
      .slice(0, JUNIORS)
      .map((index) => wish(index, 'mentor')),
  ]
}

function choosePersonas(
  rows: PersonRow[],
  people: DemoPerson[],
  managers: Set<string | undefined>,
): Company['personas'] {
  const taken = new Set<string>()
  const order = people.map((_, index) => index).sort((a, b) => people[b]!.grade - people[a]!.grade || a - b)
  const find = (list: number[], fits: (index: number) => boolean) => {
    const index =
      list.find((i) => !taken.has(people[i]!.id) && fits(i)) ??
      list.find((i) => !taken.has(people[i]!.id)) ??
      list[0]
    const id = index === undefined ? '' : people[index]!.id
    taken.add(id)
    return id
  }
  const says = (i: number, pattern: RegExp) => pattern.test(`${people[i]!.department} ${people[i]!.jobTitle}`)
  const inLondon = (i: number) => people[i]!.city === LONDON.city
  const leaf = (i: number) => !managers.has(rows[i]!.id) && inLondon(i)
  const upward = [...order].reverse()
  const managerOf = new Map(people.map(({ id, managerId }) => [id, managerId]))
  const sponsor = find(order, () => true)
  const mentee = find(
    order,
    (i) =>
      rows[i]!.role === 'mentee' || (people[i]!.grade <= 10 && rows[i]!.role === undefined && inLondon(i)),
  )
  const besides = (i: number) => !linesOf(managerOf, people[i]!.id).has(mentee)
  return {
    sponsor,
    mentee,
    organizer: find(
      order,
      (i) => people[i]!.grade <= 6 && says(i, /human resources|people|personnel|\bHR\b/i),
    ),
    communications: find(order, (i) => people[i]!.grade <= 6 && says(i, /communicat|media|press/i)),
    mentor: find(
      upward,
      (i) => rows[i]!.role === 'mentor' || (rows[i]!.role === undefined && leaf(i) && besides(i)),
    ),
    newcomer: find(upward, (i) => rows[i]!.role === undefined && leaf(i)),
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
