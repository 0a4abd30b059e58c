/** Whether somebody with a good token comes in at all, and as whom: what the record says of them, asked anew each time. */
import { utcDate } from '../domain/span.ts'
import type { Ports } from '../workflows/ports.ts'
import { may } from './access.ts'
import type { Caller } from './entra.ts'
import type { Role } from './role.ts'
import { rolesOf } from './roles.ts'

/**
 * `open`: one of the directory's people. `first-reading`: the chart was never read, so nobody is known, and this is
 * somebody who may begin to read it. `closed`: guests, accounts that left or were switched off, and whoever is unknown.
 */
export type Entrance = 'open' | 'first-reading' | 'closed'

type Needs = Pick<Ports, 'store'>

/** Before the first whole reading nobody is known; whoever is known and not eligible stays outside even then. */
export async function entranceOf({ store }: Needs, caller: Caller): Promise<Entrance> {
  const person = await store.people.get(caller.personId)
  if (may('enter', caller, { isEligible: person?.isEligible })) return 'open'
  const roles = rolesOf(caller, { sponsorOf: false, organizerOf: true })
  if (person || !may('read-organization-faults', caller, { roles })) return 'closed'
  return (await store.organization.reading()).whole ? 'first-reading' : 'closed'
}

/** In one Cohort; over all of them without it, where what somebody is in one Program opens nothing. */
export async function rolesFor(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  caller: Caller,
  cohortId?: string,
): Promise<Role[]> {
  const cohort = cohortId === undefined ? undefined : await store.cohorts.get(cohortId)
  if (cohort) {
    const program = await store.programs.get(cohort.programId)
    const isHolder = (holder: string | undefined) => holder === caller.personId
    return rolesOf(caller, {
      sponsorOf: isHolder(program?.sponsorId),
      organizerOf: isHolder(program?.organizerId),
      held: await store.programRoles.ofPerson(caller.personId, cohort.programId),
      today: utcDate(clock.now()),
    })
  }
  // Over all Cohorts, or for one that does not exist: what the app role opens by itself.
  let sponsorOf = false
  for (const { programId } of await store.cohorts.list()) {
    if ((await store.programs.get(programId))?.sponsorId === caller.personId) sponsorOf = true
  }
  return rolesOf(caller, { sponsorOf, organizerOf: true })
}
