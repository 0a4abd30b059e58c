/** Who somebody is to a Cohort, and which places of the navigation that opens. */
import { type Act, opensFor } from './access.ts'
import type { Caller } from './entra.ts'

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
const places: readonly [Place, Act][] = [
  ['my-mentoring', 'find-own-mentoring'],
  ['program', 'read-program'],
  ['people', 'read-people'],
  ['matching', 'propose'],
  ['schedule', 'read-schedule'],
  ['check-ins', 'read-check-ins'],
  ['insights', 'read-metrics'],
  ['publish', 'read-summaries'],
]

/** `decides`: a Summary waits for this person, who may be the Sponsor no more. */
export function placesOf(roles: readonly Role[], { decides = false } = {}): Place[] {
  return places
    .filter(([place, act]) => opensFor(act, roles) || (decides && place === 'publish'))
    .map(([place]) => place)
}
