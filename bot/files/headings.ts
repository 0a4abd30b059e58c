/**
 * What the columns of a people file are called. Its own name always wins; the names other systems use are understood and
 * said; where two columns could be meant, or a name is nearly one of ours, the answer is a question, because a column left
 * out in silence may be a rule left out.
 */
export const fields = [
  ...([
    'id',
    'managerId',
    'role',
    'capacity',
    'topics',
    'languages',
    'interests',
    'goals',
    'department',
  ] as const),
  ...([
    'site',
    'country',
    'grade',
    'timeZone',
    'utcOffsetMin',
    'workStart',
    'workEnd',
    'hiredOn',
    'style',
  ] as const),
  ...(['dottedManagers', 'blocked', 'previous', 'waitedCohorts'] as const),
  ...(['name', 'jobTitle', 'organisation', 'mail'] as const),
] as const
export type Field = (typeof fields)[number]

const otherNames: Partial<Record<Field, string>> = {
  id: 'person id, employee id, employee number, employee no, employee, staff id, worker id, associate id, personnel number, user id, object id',
  managerId:
    'manager, managers id, line manager, line manager id, manager employee id, manager employee number, manager person id, manager object id, manager user id, manager mail, manager email, manager upn, manager user principal name, reports to, reports to id, supervisor, supervisor id, superior, superior id',
  role: 'side, mentoring role, program role, programme role',
  capacity: 'max partners, number of partners',
  topics: 'topic, offers, wants',
  languages: 'language, spoken languages',
  interests: 'interest, hobbies',
  goals: 'goal',
  department: 'dept, unit, organizational unit, org unit, business unit, division',
  site: 'office, office location, location, city, work location',
  country: 'country code, country or region',
  grade: 'grades, job grade, job level, pay grade',
  timeZone: 'tz, zone, time zone name',
  utcOffsetMin: 'utc offset minutes',
  workStart: 'work from, working hours start',
  workEnd: 'work to, work until, working hours end',
  hiredOn:
    'hire date, hired, date of hire, hiring date, start date, employee hire date, joined, joined on, join date, date joined',
  dottedManagers:
    'dotted manager, dotted line manager, dotted line managers, matrix manager, matrix managers, second manager',
  blocked: 'blocks, blocked people',
  previous: 'previous partners, previous partner, earlier partners, earlier partner',
  waitedCohorts: 'waited',
  name: 'display name, full name',
  jobTitle: 'title, position',
  organisation: 'organization, company, company name',
  mail: 'email, e mail, email address, user principal name, upn',
}

/** Taking the first of several would be a guess about who is above whom, or who may be paired. */
const weighty = new Set<Field>([
  ...(['id', 'managerId', 'role', 'capacity', 'topics', 'grade', 'timeZone', 'hiredOn'] as const),
  ...(['dottedManagers', 'blocked', 'previous'] as const),
])

const fold = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const byName = new Map<string, Field>(fields.map((field) => [fold(field), field]))
const byOtherName = new Map<string, Field>(
  fields.flatMap((field) =>
    (otherNames[field]?.split(', ') ?? []).map((name) => [fold(name), field] as const),
  ),
)

export type Columns = Partial<Record<Field, number>>

/** Somebody has to say which column is meant. */
export interface HeadingQuestion {
  column: number
  problem: string
  remedy: string
}

export function readHeadings(
  header: readonly string[],
): { columns: Columns; said: string[] } | HeadingQuestion {
  const columns: Columns = {}
  const said: string[] = []
  for (const field of fields) {
    const exact = columnsCalled(header, (name) => byName.get(name) === field)
    const others = exact.length ? [] : columnsCalled(header, (name) => byOtherName.get(name) === field)
    const found = exact.length ? exact : others
    if (found.length > 1 && (exact.length || weighty.has(field))) return whichOf(field, found, header)
    const [column] = found
    if (column === undefined) continue
    columns[field] = column
    if (others.length) said.push(`The column "${header[column]}" was read as ${field}.`)
  }
  return doubtful(header, columns) ?? { columns, said }
}

function columnsCalled(header: readonly string[], fits: (name: string) => boolean): number[] {
  return header.flatMap((name, x) => (fits(fold(name)) ? [x] : []))
}

function whichOf(field: Field, found: readonly number[], header: readonly string[]): HeadingQuestion {
  const names = found.map((x) => `"${header[x]}"`).join(' and ')
  return {
    column: found[1]!,
    problem: `More than one column could be ${field}: ${names}.`,
    remedy: `Which is it? Call that one ${field} and the others something else.`,
  }
}

function doubtful(header: readonly string[], columns: Columns): HeadingQuestion | undefined {
  for (const [x, name] of header.entries()) {
    const word = fold(name)
    if (word.length < 5 || byName.has(word) || byOtherName.has(word)) continue
    const meant = fields.find((field) => columns[field] === undefined && isNear(word, fold(field)))
    if (meant)
      return {
        column: x,
        problem: `There is no column called "${name}".`,
        remedy: `Is ${meant} meant? Call it that, or something else.`,
      }
  }
  return undefined
}

/** One letter more, less or other, or two that changed places. */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  let [a, b] = [one.length, other.length]
  while (a > from && b > from && one[a - 1] === other[b - 1]) [a, b] = [a - 1, b - 1]
  const [left, right] = [one.slice(from, a), other.slice(from, b)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** For the question that follows when id or managerId is missing: what the file may mean by it. */
export function askFor(field: 'id' | 'managerId', header: readonly string[], columns: Columns): string {
  const called = (x: number | undefined) => (x === undefined ? undefined : `"${header[x]}"`)
  if (field === 'id') {
    const mail = called(columns.mail)
    if (mail) return `Is it ${mail}? Then call that column id.`
    const name = called(columns.name)
    if (name)
      return `${name} looks like names, which two people can share. Call the column id that tells people apart.`
  } else {
    const name = header.find((one) => /^(manager|supervisor|superior)(display|full)?name$/.test(fold(one)))
    if (name) return `"${name}" looks like names; add a column managerId with the manager's id.`
  }
  return `Add it to the first line; there are: ${header.join(', ')}. See docs/people-file.md.`
}

/** The name of a JSON key, where it is not one of ours already. */
export function fieldOfKey(key: string): Field | undefined {
  const word = fold(key)
  return byName.get(word) ?? byOtherName.get(word)
}
