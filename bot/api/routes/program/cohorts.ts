import { mayEditProgram, mayOrganize, mayReadPeople, mayReadProgram } from '../../../auth/policies.ts'
import type { Out } from '../../../contract/index.ts'
import { lastingStates } from '../../../domain/pairing/pairing.ts'
import { type Cohort, type Program, stages } from '../../../domain/program/program.ts'
import { timelineOf } from '../../../domain/program/session-themes.ts'
import { pairsBand } from '../../../domain/publishing/snapshot.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { createCohort, openNextStage, updateCohort } from '../../../workflows/program/set-up-cohort.ts'
import type { Asker, Handlers } from '../../handler.ts'
import { faceOf } from '../views.ts'
import { askedOf, mayHandOver } from './seats.ts'

type Routes = Pick<Handlers, 'createCohort' | 'cohort' | 'updateCohort' | 'openStage'>

export function cohortRoutes(ports: Ports): Routes {
  const { store } = ports
  return {
    async createCohort(asker, plan) {
      if (!mayEditProgram(await asker.rolesFor())) return refuse('not-allowed')
      return createCohort(ports, plan, asker.personId)
    },
    async updateCohort(asker, { id, ...plan }) {
      if (!mayEditProgram(await asker.rolesFor(id))) return refuse('not-allowed')
      return updateCohort(ports, id, plan, asker.personId)
    },
    async openStage(asker, { id, to }) {
      if (!mayEditProgram(await asker.rolesFor(id))) return refuse('not-allowed')
      const opened = await openNextStage(ports, id, to, asker.personId)
      return isRefused(opened) ? opened : { stage: opened.stage }
    },
    async cohort(asker, { id }) {
      const roles = await asker.rolesFor(id)
      // Whoever could be its Organizer finds it, to take over from one who has left.
      if (!mayReadProgram(roles) && !mayOrganize(await asker.rolesFor())) return refuse('not-allowed')
      const cohort = await store.cohorts.get(id)
      const program = cohort && (await store.programs.get(cohort.programId))
      return cohort && program
        ? cohortView(ports, asker, cohort, program, mayReadPeople(roles))
        : refuse('not-found')
    },
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
  const people = await store.people.many([program.organizerId, ...(sponsorId ? [sponsorId] : [])])
  const sponsor = sponsorId ? people.get(sponsorId) : undefined
  const organizer = people.get(program.organizerId)
  const participants = await store.participants.list(cohort.id)
  const approved = participants.filter((one) => one.state === 'approved')
  const pairs = await store.pairings.list(cohort.id, [...lastingStates])
  const isShown = seesPairs || pairsBand(pairs, fewestPeople) !== undefined
  const held = (await store.holds.list(cohort.id)).filter((hold) => hold.state === 'booked').length
  const { name, programId: _p, scheduling: _s, matching: _m, ...rest } = cohort
  return {
    ...rest,
    cohortName: name,
    programName: program.name,
    challenge: program.challenge,
    objectives: program.objectives,
    groundRules: program.groundRules,
    sponsorMessage: program.sponsorMessage,
    sponsor: sponsor ? faceOf(sponsor) : null,
    organizer: organizer ? faceOf(organizer) : null,
    asked: await askedOf(ports, program),
    may: {
      edit: mayEditProgram(await asker.rolesFor(cohort.id)),
      handOver: await mayHandOver(ports, asker, cohort, program),
    },
    timeline: timelineOf(cohort, clock.now().toISOString().slice(0, 10)),
    nextStage: stages[stages.indexOf(cohort.stage) + 1] ?? null,
    counts: {
      applied: participants.filter((one) => one.state === 'applied').length,
      mentors: approved.filter((one) => one.side === 'mentor').length,
      mentees: approved.filter((one) => one.side === 'mentee').length,
      ...(isShown ? { pairs: pairs.length, held } : {}),
    },
  }
}
