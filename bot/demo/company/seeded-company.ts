import { type Chance, chanceOf, guidOf } from './chance.ts'
import { createPerson, type MailNames } from './person.ts'
import { inventLanguages, inventWishes, playedWishes } from './program-wishes.ts'
import { findReportingFaults } from './reporting-faults.ts'
import { growPosts, type Post } from './reporting-tree.ts'
import type { Company, DemoEnrolment, DemoPerson } from './shape.ts'
import { LONDON, SITES, type Site } from './sites.ts'
import { companyTeams } from './teams.ts'

const NAME = 'Lumenfield'
const DOMAIN = 'lumenfield.example'

export interface SeededOptions {
  seed?: number
  /** Everybody in the directory, guests included. */
  people?: number
  mentors?: number
  mentees?: number
}

/** A whole company from one seed: people, reporting lines with a few faults, calendars' density, teams, wishes. */
export function createSeededCompany(opts: SeededOptions = {}): Company {
  const seed = `company:${opts.seed ?? 10}`
  const headcount = Math.max(30, opts.people ?? 2400)
  const guests = Math.max(2, Math.round(headcount / 200))
  const posts = growPosts(chanceOf(`${seed}:tree`), headcount - guests)
  const chance = chanceOf(`${seed}:people`)
  const sites = settleSites(chance, posts)
  const names: MailNames = new Map()
  const people = posts.map((post, index) => {
    const person = createPerson(chance, names, {
      seed,
      index,
      site: sites[index]!,
      domain: DOMAIN,
      companyName: NAME,
      ...post,
    })
    if (post.manager !== undefined) person.managerId = guidOf(`${seed}:${post.manager}`)
    return person
  })
  const personas = choosePersonas(people, posts, sites)
  const kept = new Set(Object.values(personas))
  const languages = people.map((_, index) =>
    inventLanguages(chanceOf(`${seed}:languages:${index}`), sites[index]!),
  )
  const enrolments = enrol(chanceOf(`${seed}:enrolments`), people, posts, languages, personas, opts)
  breakReportingLines(chanceOf(`${seed}:faults`), people, posts, kept)
  retire(
    chanceOf(`${seed}:disabled`),
    people,
    posts,
    new Set([...kept, ...enrolments.map((e) => e.personId)]),
  )
  for (let i = 0; i < guests; i++) people.push(guest(chance, names, seed, headcount + i))
  return {
    name: NAME,
    tenantId: guidOf(`${seed}:tenant`),
    domain: DOMAIN,
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    teams: companyTeams(DOMAIN, people, [personas.communications, personas.organizer, personas.sponsor]),
    enrolments,
    personas,
    appRoles: new Map([
      [personas.organizer, ['Organizer']],
      [personas.communications, ['Communications']],
    ]),
    faults: findReportingFaults(people),
  }
}

/** Most people sit where their manager sits; the top sits in London. */
function settleSites(chance: Chance, posts: readonly Post[]): Site[] {
  const sites: Site[] = []
  for (const post of posts) {
    const near = post.manager === undefined ? LONDON : sites[post.manager]!
    const stays = post.depth <= 1 ? 0.5 : post.depth <= 3 ? 0.4 : 0.85
    sites.push(
      post.manager === undefined || chance.happens(stays)
        ? near
        : chance.weighted(SITES.map((value) => ({ weight: value.weight, value }))),
    )
  }
  return sites
}

function choosePersonas(people: DemoPerson[], posts: Post[], sites: Site[]): Company['personas'] {
  const taken = new Set<number>()
  const find = (fits: (post: Post, site: Site) => boolean) => {
    const tries = [fits, (post: Post) => !post.hasReports, () => true]
    for (const test of tries) {
      const index = posts.findIndex((post, i) => !taken.has(i) && test(post, sites[i]!))
      if (index < 0) continue
      taken.add(index)
      return people[index]!.id
    }
    throw new Error('A company needs at least six people to play its personas.')
  }
  const nearLondon = (site: Site) => site.iana === LONDON.iana
  return {
    sponsor: find((post) => post.jobTitle === 'Chief People Officer'),
    mentee: find((post, site) => post.grade === 10 && post.department === 'Operations' && nearLondon(site)),
    mentor: find((post, site) => post.grade === 2 && post.department === 'Marketing' && nearLondon(site)),
    organizer: find(
      (post) => post.department === 'People and Culture' && post.jobTitle.endsWith('People Partner'),
    ),
    communications: find(
      (post) => post.department === 'Communications' && post.jobTitle.endsWith('Communications Specialist'),
    ),
    newcomer: find(
      (post, site) => post.grade === 1 && post.department === 'Product' && site.languages.includes('en'),
    ),
  }
}

/** Leaders from the top down and a sample of juniors. Two mentors and one mentee speak nothing the others do. */
function enrol(
  chance: Chance,
  people: DemoPerson[],
  posts: Post[],
  languages: string[][],
  personas: Company['personas'],
  opts: SeededOptions,
): DemoEnrolment[] {
  const reserved = new Set(Object.values(personas))
  const free = people.map((_, index) => index).filter((index) => !reserved.has(people[index]!.id))
  const chiefs = free.filter((i) => posts[i]!.grade === 11)
  const leaders = chance.shuffle(
    free.filter((i) => posts[i]!.hasReports && posts[i]!.grade >= 8 && posts[i]!.grade <= 10),
  )
  leaders.sort((a, b) => posts[b]!.grade - posts[a]!.grade)
  const juniors = chance.shuffle(free.filter((i) => !posts[i]!.hasReports && posts[i]!.grade <= 3))
  const mentees = [...chiefs.slice(0, 5), ...leaders].slice(0, Math.max(0, (opts.mentees ?? 60) - 1))
  const mentors = juniors.slice(0, Math.max(0, (opts.mentors ?? 180) - 1))
  const apart = (position: number, spoken: string[], language: string) => (position < 2 ? [language] : spoken)
  const wish = (i: number, side: 'mentor' | 'mentee', spoken: string[]) =>
    inventWishes(chance, people[i]!.id, side, spoken)
  return [
    playedWishes(personas.mentee, 'mentee'),
    playedWishes(personas.mentor, 'mentor'),
    ...mentees.map((i, n) =>
      wish(i, 'mentee', apart(n + (mentees.length > 20 ? 1 : 2), languages[i]!, 'cy')),
    ),
    ...mentors.map((i, n) => wish(i, 'mentor', apart(mentors.length > 20 ? n : 2, languages[i]!, 'is'))),
  ]
}

/** The faults real directories have, among people nobody plays. */
function breakReportingLines(chance: Chance, people: DemoPerson[], posts: Post[], kept: Set<string>) {
  const spare = chance.shuffle(
    posts.map((_, i) => i).filter((i) => !posts[i]!.hasReports && !kept.has(people[i]!.id)),
  )
  const [missing, self, a, b, x, y, z, unknown] = spare.slice(0, 8).map((index) => people[index]!)
  if (missing) delete missing.managerId
  if (self) self.managerId = self.id
  if (a && b) [a.managerId, b.managerId] = [b.id, a.id]
  if (x && y && z) [x.managerId, y.managerId, z.managerId] = [y.id, z.id, x.id]
  if (unknown) unknown.managerId = guidOf(`${unknown.id}:left-long-ago`)
}

function retire(chance: Chance, people: DemoPerson[], posts: Post[], kept: Set<string>) {
  const leaving = chance.shuffle(people.filter((p, i) => !kept.has(p.id) && !posts[i]!.hasReports))
  for (const person of leaving.slice(0, Math.max(2, Math.round(people.length / 120))))
    person.accountEnabled = false
}

function guest(chance: Chance, names: MailNames, seed: string, index: number): DemoPerson {
  const site = chance.pick(SITES)
  const person = createPerson(chance, names, {
    seed,
    index,
    site,
    domain: 'partner.example',
    companyName: 'Partner',
    department: '',
    jobTitle: 'External partner',
    grade: 1,
    hasReports: false,
  })
  const local = person.mail.replace('@', '_')
  return {
    ...person,
    userType: 'Guest',
    userPrincipalName: `${local}#EXT#@${DOMAIN}`,
    employeeId: '',
    busyness: 0,
  }
}
