/** Who somebody is to a Cohort, and which places of the navigation that opens. */

import type { HeldRole, ProgramRole } from '../domain/program/part.ts'
import type { Stage } from '../domain/program/program.ts'
import { type Act, opensFor } from './access.ts'
import type { Caller } from './entra.ts'
import type { Role } from './role.ts'

export type Place =
  | 'my-mentoring'
  | 'training'
  | 'program'
  | 'people'
  | 'applications'
  | 'matching'
  | 'schedule'
  | 'check-ins'
  | 'insights'
  | 'publish'

/** App roles of the Entra registration (`aad.manifest.json`). A name not listed here opens nothing. */
const byAppRole: ReadonlyMap<string, Role> = new Map([
  ['Organizer', 'organizer'],
  ['Communications', 'communications'],
  ['Reviewer', 'reviewer'],
  ['IndependentContact', 'independent-contact'],
  ['Analyst', 'analyst'],
  ['ITAdmin', 'it-admin'],
])

/** What a row of the Program opens there. An Organizer needs the app role as well, and a stand-in the Sponsor's word. */
const byProgramRole: Record<ProgramRole, Role> = {
  'co-organizer': 'organizer',
  'stand-in': 'stand-in',
  reviewer: 'reviewer',
  'independent-contact': 'independent-contact',
  communications: 'communications',
}

/**
 * Everybody is an employee; app roles come from the token. The Sponsor is a person, named in the Program. An Organizer
 * needs both, the app role and the Program's word: taking either away takes it away at once. A row of the Program counts in
 * that Program alone, and a stand-in's only on the days that the Sponsor named.
 */
export function rolesOf(
  caller: Pick<Caller, 'appRoles'>,
  facts: {
    sponsorOf: boolean
    /** Named as the Organizer; also where no Program is asked about, which leaves what the app role alone opens. */
    organizerOf: boolean
    /** The caller's rows in the Program that is asked about. */
    held?: readonly HeldRole[]
    /** ISO date. */
    today?: string
  },
): Role[] {
  const roles = new Set<Role>(['employee'])
  const { held = [], today } = facts
  const organizes = facts.organizerOf || held.some(({ role }) => role === 'co-organizer')
  for (const name of caller.appRoles) {
    const role = byAppRole.get(name)
    if (role && (role !== 'organizer' || organizes)) roles.add(role)
  }
  if (facts.sponsorOf) roles.add('sponsor')
  for (const { role, decidesUntil } of held) {
    if (role === 'co-organizer') continue
    const decides = decidesUntil !== undefined && today !== undefined && decidesUntil >= today
    if (role !== 'stand-in' || decides) roles.add(byProgramRole[role])
  }
  return [...roles]
}

/** In the order of the navigation. A place opens for whoever may do what it is for. */
const places: readonly [Place, Act][] = [
  ['my-mentoring', 'find-own-mentoring'],
  ['training', 'read-lessons'],
  ['program', 'read-program'],
  ['people', 'read-people'],
  ['applications', 'find-applications'],
  ['matching', 'propose'],
  ['schedule', 'read-schedule'],
  ['check-ins', 'read-check-ins'],
  ['insights', 'read-metrics'],
  ['publish', 'read-summaries'],
]

/**
 * `decides`: a Summary waits for this person, who may be the Sponsor no more. `trains`: they take part, so there are
 * lessons. `screens`: they organize a Program that has applications read.
 */
export function placesOf(
  roles: readonly Role[],
  { decides = false, trains = false, screens = false } = {},
): Place[] {
  const also = new Set<Place>([
    ...(decides ? (['publish'] as const) : []),
    ...(trains ? (['training'] as const) : []),
    ...(screens ? (['applications'] as const) : []),
  ])
  return places.filter(([place, act]) => opensFor(act, roles) || also.has(place)).map(([place]) => place)
}

/** What an Organizer's work is about at each stage. */
const workOf: Record<Stage, Place> = {
  draft: 'program',
  enrolling: 'people',
  matching: 'matching',
  running: 'check-ins',
  closed: 'program',
}

/**
 * Where somebody begins who asked for no place: with what waits for them. Nobody is led to a place that is not open to them, nor
 * to one that needs a Cohort where there is none.
 */
export function homeOf(
  open: readonly Place[],
  roles: readonly Role[],
  { stage, takesPart, decides }: { stage?: Stage | undefined; takesPart: boolean; decides: boolean },
): Place {
  const wanted: (Place | false | undefined)[] = [
    decides && stage && 'publish',
    roles.includes('organizer') && (stage ? workOf[stage] : 'program'),
    takesPart && 'my-mentoring',
    roles.includes('communications') && stage && 'publish',
    roles.includes('sponsor') && 'program',
    roles.includes('analyst') && stage && 'insights',
    'my-mentoring',
  ]
  return wanted.find((place): place is Place => Boolean(place) && open.includes(place as Place)) ?? open[0]!
}
