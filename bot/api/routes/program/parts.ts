/** Who runs a Program: who has which part, and how somebody gets one or gives it up. */
import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import { type Person, type PersonId, signInNameOf } from '../../../domain/organization/person.ts'
import { type HeldRole, isIndependent, isRole, organizersOf } from '../../../domain/program/part.ts'
import type { Program } from '../../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { contactsFor } from '../../../workflows/program/contacts.ts'
import { askToTakeSeat } from '../../../workflows/program/hand-over.ts'
import { leavePart, lendSeat, takeRoleBack } from '../../../workflows/program/keep-parts.ts'
import { standingOf } from '../../../workflows/program/part-facts.ts'
import { type Asker, asks, type Handlers, inCohort, ownThings } from '../../handler.ts'
import { faceFrom, faceOf, iso } from '../views.ts'
import { enrolledIn } from './enrolled-in.ts'

type Routes = Pick<Handlers, 'whoRuns' | 'askForRole' | 'takeRoleBack' | 'leavePart' | 'lendSeat'>
type View = Out<'whoRuns'>

export function partRoutes(ports: Ports): Routes {
  const { store } = ports
  const whoeverTakesPart = async (asker: Asker, { id }: { id: string }) => ({
    roles: await asker.rolesFor(id),
    enrolledId: await enrolledIn(ports, id, asker.personId),
  })
  const inProgram =
    <I extends { id: string }>(
      work: (program: Program, asker: Asker, input: I) => Promise<object | Refusal>,
    ) =>
    async (asker: Asker, input: I) => {
      const cohort = await store.cohorts.get(input.id)
      const program = cohort && (await store.programs.get(cohort.programId))
      if (!program) return refuse('not-found')
      const done = await work(program, asker, input)
      return isRefused(done) ? done : ({ ok: true } as const)
    }
  return {
    whoRuns: asks('see-who-runs-it', whoeverTakesPart, async (asker, { id }) => {
      const cohort = await store.cohorts.get(id)
      const program = cohort && (await store.programs.get(cohort.programId))
      return program ? whoRunsView(ports, asker, id, program) : refuse('not-found')
    }),
    askForRole: asks(
      'give-roles',
      inCohort,
      inProgram(({ id }, asker, { personId, role }) =>
        askToTakeSeat(ports, id, { seat: role, toId: personId }, asker.personId),
      ),
    ),
    takeRoleBack: asks(
      'give-roles',
      inCohort,
      inProgram(({ id }, asker, { personId, role }) =>
        takeRoleBack(ports, id, { personId, role }, asker.personId),
      ),
    ),
    leavePart: asks(
      'leave-part',
      ownThings,
      inProgram(({ id }, asker, { part }) => leavePart(ports, id, part, asker.personId)),
    ),
    lendSeat: asks(
      'lend-sponsor-seat',
      inCohort,
      inProgram(({ id }, asker, { until }) => lendSeat(ports, id, until, asker.personId)),
    ),
  }
}

async function whoRunsView(ports: Ports, asker: Asker, cohortId: string, program: Program): Promise<View> {
  const { store } = ports
  const held = await store.programRoles.of(program.id)
  const organizerIds = organizersOf(program, held)
  const { sponsorId } = program
  const people = await store.people.many([
    ...organizerIds,
    ...(sponsorId ? [sponsorId] : []),
    ...held.map(({ personId }) => personId),
  ])
  const contacts = await contactsFor(ports, program, asker.personId)
  const roles = await asker.rolesFor(cohortId)
  const sponsor = sponsorId === undefined ? undefined : people.get(sponsorId)
  const isInside = may('read-program', asker, { roles })
  return {
    organizers: organizerIds.flatMap((id) => {
      const person = people.get(id)
      return person ? [faceOf(person)] : []
    }),
    sponsor: sponsor ? faceOf(sponsor) : null,
    contacts: contacts.map((person) => {
      const signInName = signInNameOf(person)
      return { ...faceOf(person), ...(signInName ? { signInName } : {}) }
    }),
    ...(isInside ? await inside(ports, program, held, people) : {}),
    may: {
      give: may('give-roles', asker, { roles }),
      lend: may('lend-sponsor-seat', asker, { roles }),
      leaveSeat: program.organizerId === asker.personId && organizerIds.length > 1,
    },
  }
}

async function inside(
  ports: Ports,
  program: Program,
  held: readonly HeldRole[],
  people: Map<PersonId, Person>,
): Promise<Pick<View, 'roles' | 'asked'>> {
  const waiting = (await ports.store.handovers.waitingIn(program.id)).flatMap(({ seat, ...one }) =>
    isRole(seat) ? [{ ...one, role: seat }] : [],
  )
  const asked = await ports.store.people.many(waiting.map(({ toId }) => toId))
  const contacts = held.flatMap(({ role, personId }) => (role === 'independent-contact' ? [personId] : []))
  const standingFor = contacts.length > 0 ? await standingOf(ports, program, held, contacts) : undefined
  const roles: NonNullable<View['roles']> = []
  for (const { role, personId, since, decidesUntil } of held) {
    const person = people.get(personId)
    const standing = role === 'independent-contact' ? standingFor?.(personId) : undefined
    roles.push({
      ...{ role, person: faceFrom(people, personId), since: iso(since) },
      ...(decidesUntil ? { decidesUntil } : {}),
      ...(standing && person ? { isIndependent: isIndependent(person, program, held, standing) } : {}),
    })
  }
  return {
    roles,
    asked: waiting.map(({ id, role, toId, askedAt }) => ({
      ...{ id, role, person: faceFrom(asked, toId), askedAt: iso(askedAt) },
    })),
  }
}
