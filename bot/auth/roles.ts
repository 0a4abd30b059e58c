/** Who somebody is to a Cohort, and which places of the navigation that opens. */
import type { Caller } from './entra.ts'
import {
  mayApproveSummary,
  mayDraftSummary,
  mayPropose,
  mayReadCheckIns,
  mayReadMetrics,
  mayReadPeople,
  mayReadProgram,
  mayReadSchedule,
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
 * Everybody is an employee; app roles come from the token, the other two from the Program itself: its Sponsor and its
 * Organizer are people, named there.
 */
export function rolesOf(
  caller: Pick<Caller, 'appRoles'>,
  facts: { sponsorOf: boolean; organizerOf: boolean },
): Role[] {
  const roles = new Set<Role>(['employee'])
  for (const name of caller.appRoles) {
    const role = byAppRole.get(name)
    if (role) roles.add(role)
  }
  if (facts.organizerOf) roles.add('organizer')
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
  ['publish', (roles) => mayDraftSummary(roles) || mayApproveSummary(roles)],
]

export function placesOf(roles: readonly Role[]): Place[] {
  return places.filter(([, opens]) => opens(roles)).map(([place]) => place)
}
