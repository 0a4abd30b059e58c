/** The dates of a Cohort: what they make due, and a word to its Organizer when a stage does not follow its date. */

import { lastingStates } from '../../domain/pairing/pairing.ts'
import {
  dateOfStage,
  isLate,
  type LateStage,
  momentsOfCohort,
} from '../../domain/program/cohort-timetable.ts'
import type { PlannedMoment } from '../../domain/program/moment.ts'
import type { Cohort, CohortId } from '../../domain/program/program.ts'
import type { BookedDays } from '../../domain/program/session-themes.ts'
import { pairsBand } from '../../domain/publishing/snapshot.ts'
import { bookedDays } from '../../domain/scheduling/booked-days.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'

/** Its lasting pairs, and when they meet as far as the calendars hold their Sessions. */
export async function bookedIn({ store }: Pick<Ports, 'store'>, id: CohortId) {
  const pairs = await store.pairings.list(id, [...lastingStates])
  const standing = new Set(pairs.map((pairing) => pairing.id))
  const sessions = (await store.sessions.list(id)).filter(({ pairingId }) => standing.has(pairingId))
  return { pairs, booked: bookedDays(sessions) }
}

/** For people who do not see the pairs: of so few that dates would tell of each, as planned. */
export async function shownBookedOf(
  ports: Pick<Ports, 'store' | 'fewestPeople'>,
  id: CohortId,
): Promise<BookedDays | undefined> {
  const { pairs, booked } = await bookedIn(ports, id)
  return pairsBand(pairs, ports.fewestPeople) === undefined ? undefined : booked
}

/** Joins an open transaction. */
export async function plannedForCohort(
  ports: Pick<Ports, 'store'>,
  cohort: Cohort,
): Promise<PlannedMoment[]> {
  const done = (await ports.store.duties.of(cohort.id)).map(({ duty }) => duty)
  return momentsOfCohort(cohort, { booked: (await bookedIn(ports, cohort.id)).booked, done })
}

/** Joins an open transaction. */
export async function tellOfLateStage(
  ports: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: CohortId,
  what: LateStage,
): Promise<'done' | 'skipped'> {
  const { store } = ports
  const cohort = await store.cohorts.get(id)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!program || !isLate(what, cohort.stage)) return 'skipped'
  const takingPart = await store.participants.list(id)
  const approved = (side: string) =>
    takingPart.filter((one) => one.side === side && one.state === 'approved').length
  const { booked } = await bookedIn(ports, id)
  await tell(ports, `late-stage.${id}.${what}`, program.organizerId, {
    ...{ kind: 'late-stage', cohortId: id, what, programName: program.name, cohortName: cohort.name },
    on: dateOfStage(what, cohort, booked),
    ...{ mentors: approved('mentor'), mentees: approved('mentee') },
    applied: takingPart.filter(({ state }) => state === 'applied').length,
  })
  return 'done'
}
