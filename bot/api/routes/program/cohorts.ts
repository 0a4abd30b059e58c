import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import type { Participant } from '../../../domain/enrolment/participant.ts'
import { signInNameOf } from '../../../domain/organization/person.ts'
import { nextOf } from '../../../domain/program/next-cohort.ts'
import { type Cohort, type Program, rulesChanged, stages } from '../../../domain/program/program.ts'
import { type Milestone, timelineOf } from '../../../domain/program/session-themes.ts'
import { dateOfDuty, duties } from '../../../domain/program/sponsor-duties.ts'
import { pairsBand } from '../../../domain/publishing/snapshot.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { utcDate } from '../../../domain/span.ts'
import { versionOf } from '../../../domain/version.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { bookedIn } from '../../../workflows/program/keep-dates.ts'
import { cohortsOf, leftOutBefore, startNextCohort } from '../../../workflows/program/next-cohort.ts'
import { planAhead } from '../../../workflows/program/plan-ahead.ts'
import {
  createCohort,
  openNextStage,
  planNow,
  updateCohort,
} from '../../../workflows/program/set-up-cohort.ts'
import { tickDuty } from '../../../workflows/program/sponsor-duties.ts'
import { type Asker, asks, type Handlers, inCohort, overall } from '../../handler.ts'
import { orWhatStands } from '../../overtaken.ts'
import { faceFrom, faceOf, iso } from '../views.ts'
import { askedOf, mayHandOver } from './seats.ts'

type Routes = Pick<
  Handlers,
  | 'createCohort'
  | 'cohort'
  | 'updateCohort'
  | 'planAhead'
  | 'nextCohort'
  | 'leftOut'
  | 'openStage'
  | 'tickDuty'
>

export function cohortRoutes(ports: Ports): Routes {
  const { store } = ports
  const here = async (asker: Asker, { id }: { id: string }) => ({
    roles: await asker.rolesFor(id),
    anywhere: await asker.rolesFor(),
  })
  const seated = async (asker: Asker, { id }: { id: string }) => {
    const cohort = await store.cohorts.get(id)
    const program = cohort && (await store.programs.get(cohort.programId))
    return { ...(await inCohort(asker, { id })), sponsorId: program?.sponsorId }
  }
  const view = async (asker: Asker, id: string) => {
    const cohort = await store.cohorts.get(id)
    const program = cohort && (await store.programs.get(cohort.programId))
    return cohort && program
      ? cohortView(ports, asker, cohort, program, may('read-people', asker, await inCohort(asker, { id })))
      : refuse('not-found')
  }
  // Whoever copies a Program organizes that one.
  const whereFrom = (asker: Asker, { from }: { from?: string | undefined }) =>
    from === undefined ? overall(asker) : inCohort(asker, { id: from })
  const siblings = async (id: string) => {
    const cohort = await store.cohorts.get(id)
    return cohort ? (await cohortsOf(ports, cohort.programId)).map((one) => one.id) : []
  }
  return {
    createCohort: asks('edit-program', whereFrom, async (asker, { from, ...plan }) => {
      return createCohort(ports, plan, asker.personId, { from })
    }),
    updateCohort: asks('edit-program', inCohort, async (asker, { id, version, moveBooked, ...plan }) => {
      const how = { seen: version, moveBooked }
      const changed = await updateCohort(ports, id, plan, asker.personId, how)
      return orWhatStands(ports, changed, {
        // Its words are the Program's: whoever changed them may have done so in another Cohort of it.
        ...{ subject: await siblings(id), actions: ['cohort-changed'] },
        now: () => view(asker, id),
      })
    }),
    planAhead: asks('edit-program', overall, (_, plan) => planAhead(ports, plan)),
    nextCohort: asks('edit-program', inCohort, (asker, { id }) => startNextCohort(ports, id, asker.personId)),
    leftOut: asks('read-people', inCohort, async (_, { id }) => {
      const cohort = await store.cohorts.get(id)
      return cohort ? leftOutView(ports, cohort) : refuse('not-found')
    }),
    openStage: asks('edit-program', inCohort, async (asker, { id, to }) => {
      const opened = await openNextStage(ports, id, to, asker.personId)
      return isRefused(opened) ? opened : { stage: opened.stage }
    }),
    tickDuty: asks('tick-duty', seated, (asker, { id, duty, isDone }) =>
      tickDuty(ports, id, { duty, isDone }, asker.personId),
    ),
    cohort: asks('find-program', here, async (asker, { id }) => view(asker, id)),
  }
}

async function cohortView(
  ports: Ports,
  asker: Asker,
  cohort: Cohort,
  program: Program,
  seesPairs: boolean,
): Promise<Out<'cohort'>> {
  const { store, clock, fewestPeople } = ports
  const { sponsorId } = program
  const cohorts = await cohortsOf(ports, program.id)
  const people = await store.people.many([program.organizerId, ...(sponsorId ? [sponsorId] : [])])
  const sponsor = sponsorId ? people.get(sponsorId) : undefined
  const organizer = people.get(program.organizerId)
  const participants = await store.participants.list(cohort.id)
  const mayEdit = may('edit-program', asker, await inCohort(asker, cohort))
  const approved = participants.filter((one) => one.state === 'approved')
  const { pairs, booked } = await bookedIn(ports, cohort.id)
  const isShown = seesPairs || pairsBand(pairs, fewestPeople) !== undefined
  const held = (await store.holds.list(cohort.id)).filter((hold) => hold.state === 'booked').length
  const { name, programId: _p, scheduling: _s, matching: _m, ...rest } = cohort
  const timeline = timelineOf(cohort, utcDate(clock.now()), isShown ? booked : undefined)
  return {
    ...rest,
    version: versionOf(await planNow(store, cohort, program)),
    cohortName: name,
    programName: program.name,
    challenge: program.challenge,
    objectives: program.objectives,
    groundRules: {
      ...program.groundRules,
      ...(mayEdit
        ? {
            ...(await changedSinceLast(ports, program)),
            // Of a Cohort that is over nobody is asked any more.
            ...(cohort.stage === 'closed'
              ? {}
              : { notAccepted: await notAcceptedBy(ports, participants, program) }),
            asks: await askedByRules(ports, cohorts),
          }
        : {}),
    },
    sponsorMessage: program.sponsorMessage,
    sponsor: sponsor ? faceOf(sponsor) : null,
    organizer: organizer ? faceOf(organizer) : null,
    asked: await askedOf(ports, program),
    may: {
      edit: mayEdit,
      handOver: await mayHandOver(ports, asker, cohort, program),
      tickDuty: may('tick-duty', asker, { ...(await inCohort(asker, cohort)), sponsorId }),
    },
    timeline,
    duties: await dutiesIn(ports, cohort, timeline),
    cohorts: cohorts
      .map(({ id, name: called, stage, startsOn, endsOn }) => ({ id, name: called, stage, startsOn, endsOn }))
      .reverse(),
    nextId: nextOf(cohort, cohorts)?.id ?? null,
    nextStage: stages[stages.indexOf(cohort.stage) + 1] ?? null,
    counts: {
      applied: participants.filter((one) => one.state === 'applied').length,
      mentors: approved.filter((one) => one.side === 'mentor').length,
      mentees: approved.filter((one) => one.side === 'mentee').length,
      ...(isShown ? { pairs: pairs.length, held } : {}),
    },
  }
}

async function leftOutView(ports: Ports, cohort: Cohort): Promise<Out<'leftOut'>> {
  const found = await leftOutBefore(ports, cohort)
  if (!found) return { people: [] }
  const people = await ports.store.people.many(found.people.map(({ personId }) => personId))
  return {
    beforeName: found.before.name,
    people: found.people.map(({ personId, ...rest }) => {
      const person = people.get(personId)
      const chatWith = person && signInNameOf(person)
      return { person: faceFrom(people, personId), ...rest, ...(chatWith ? { chatWith } : {}) }
    }),
  }
}

async function dutiesIn({ store, clock }: Ports, cohort: Cohort, timeline: Milestone[]) {
  const done = await store.duties.of(cohort.id)
  const isOpen = cohort.stage !== 'draft' && cohort.stage !== 'closed'
  return duties.map((duty) => {
    const { on } = timeline.find(({ key }) => key === dateOfDuty[duty])!
    const ticked = done.find((one) => one.duty === duty)
    const isDue = isOpen && !ticked && on <= utcDate(clock.now())
    return { duty, on, isDue, ...(ticked ? { doneAt: iso(ticked.at) } : {}) }
  })
}

async function changedSinceLast({ store }: Ports, { id, groundRules: { version, items } }: Program) {
  const was = version > 1 ? await store.programs.rulesOf(id, version - 1) : undefined
  return was ? { changed: rulesChanged(was, items) } : {}
}

/** People, not enrollments: somebody in two Cohorts is asked as one. */
async function askedByRules({ store }: Ports, cohorts: Cohort[]): Promise<number> {
  const asked = new Set<string>()
  for (const { id, stage } of cohorts) {
    if (stage === 'closed') continue
    for (const { personId, state } of await store.participants.list(id))
      if (taking.includes(state)) asked.add(personId)
  }
  return asked.size
}

const mostNamed = 20
const taking: readonly Participant['state'][] = ['applied', 'approved', 'waitlisted', 'paused']

/** Whoever takes part and has not accepted the rules as they are; the first of them by name. */
async function notAcceptedBy({ store }: Ports, participants: Participant[], { groundRules }: Program) {
  const behind = participants.filter(
    ({ state, acceptedGroundRules }) => taking.includes(state) && acceptedGroundRules < groundRules.version,
  )
  const ids = behind.slice(0, mostNamed).map(({ personId }) => personId)
  const people = await store.people.many(ids)
  return { count: behind.length, people: ids.map((id) => faceFrom(people, id)) }
}
