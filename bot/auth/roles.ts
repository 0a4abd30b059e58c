/** Who somebody is to a Cohort, and which places of the navigation that opens. */
import type { Caller } from './entra.ts'
import {
  mayPropose,
  mayReadCheckIns,
  mayReadMetrics,
  mayReadPeople,
  mayReadProgram,
  mayReadSchedule,
  mayReadSummaries,
} from './policies.ts'

export type Role =
  | 'employee'
  | 'organizer'
  | 'sponsor'
  | 'communications'
  | 'analyst'
  | 'reviewer'
  | 'independent-contact'
  | 'it-admin'

export type Place =
  | 'my-mentoring'
  | 'program'
  | 'people'
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

/**
 * Everybody is an employee; app roles come from the token. The Sponsor is a person, named in the Program. The Organizer
 * needs both, the app role and the Program's word: taking either away takes it away at once.
 */
export function rolesOf(
  caller: Pick<Caller, 'appRoles'>,
  facts: {
    sponsorOf: boolean
    /** Named as the Organizer; also where no Program is asked about, which leaves what the app role alone opens. */
    organizerOf: boolean
  },
): Role[] {
  const roles = new Set<Role>(['employee'])
  for (const name of caller.appRoles) {
    const role = byAppRole.get(name)
    if (role && (role !== 'organizer' || facts.organizerOf)) roles.add(role)
  }
  if (facts.sponsorOf) roles.add('sponsor')
  return [...roles]
}

/** In the order of the navigation. A place opens for whoever may do what it is for. */
const places: [Place, (roles: readonly Role[]) => boolean][] = [
  ['my-mentoring', (roles) => roles.includes('employee')],
  ['program', mayReadProgram],
  ['people', mayReadPeople],
  ['matching', mayPropose],
  ['schedule', mayReadSchedule],
  ['check-ins', mayReadCheckIns],
  ['insights', mayReadMetrics],
  ['publish', mayReadSummaries],
]

/** `decides`: a Summary waits for this person, who may be the Sponsor no more. */
export function placesOf(roles: readonly Role[], { decides = false } = {}): Place[] {
  return places
    .filter(([place, opens]) => opens(roles) || (decides && place === 'publish'))
    .map(([place]) => place)
}
