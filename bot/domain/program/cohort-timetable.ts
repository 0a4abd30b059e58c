/**
 * What is due in the life of a Cohort, and when: the Sponsor's duties a week before their dates, and a word to the Organizer once a
 * planned date has come and the stage that belongs to it has not been opened.
 */
import { addDays } from '../calendar-date.ts'
import type { PlannedMoment } from './moment.ts'
import type { Cohort, Stage } from './program.ts'
import { type BookedDays, type Milestone, timelineOf } from './session-themes.ts'
import { type Duty, dateOfDuty, duties } from './sponsor-duties.ts'

/** A stage that did not follow its date. */
export const lateStages = ['enrol', 'match', 'start', 'close'] as const
export type LateStage = (typeof lateStages)[number]

export type CohortMoment = `duty-${Duty}` | `late-${LateStage}`

/** While the Cohort is at one of these, it is late once the date has come. */
const behind: Record<LateStage, readonly Stage[]> = {
  enrol: ['draft'],
  match: ['enrolling'],
  start: ['enrolling', 'matching'],
  close: ['running'],
}

const daysBefore = 7
/** How long after its date a word is still worth saying: an outage, or a stage that was opened late. */
const worthDays = { duty: 7, late: 14 }

/** A draft is the Organizer's alone, and late only for a day they wrote; what is closed is over. @param done duties that somebody has ticked */
export function momentsOfCohort(
  cohort: Cohort,
  { booked, done }: { booked?: BookedDays | undefined; done: readonly Duty[] },
): PlannedMoment<CohortMoment>[] {
  const { id, stage } = cohort
  if (stage === 'closed' || (stage === 'draft' && cohort.enrolsOn === undefined)) return []
  const at = (kind: CohortMoment, day: string, until: string): PlannedMoment<CohortMoment> => ({
    ...{ key: `${kind}.${id}`, kind, cohortId: id, subject: id },
    ...{ dueAt: morningOf(day), until: morningOf(until) },
  })
  return [
    ...duties
      .filter((duty) => stage !== 'draft' && !done.includes(duty))
      .map((duty) => {
        const { on: day } = dateOf(dateOfDuty[duty], cohort, booked)
        return at(`duty-${duty}`, addDays(day, -daysBefore), addDays(day, worthDays.duty))
      }),
    ...lateStages
      .filter((what) => isLate(what, stage))
      .map((what) => {
        const day = dateOfStage(what, cohort, booked)
        return at(`late-${what}`, day, addDays(day, worthDays.late))
      }),
  ]
}

function dateOf(key: Milestone['key'], cohort: Cohort, booked: BookedDays | undefined): Milestone {
  return timelineOf(cohort, cohort.startsOn, booked).find((one) => one.key === key)!
}

/** From which ISO date on a Cohort should be past this; the day after its first Session, since that alone begins it. */
export function dateOfStage(what: LateStage, cohort: Cohort, booked: BookedDays | undefined): string {
  if (what === 'enrol' || what === 'match') return dateOf(what, cohort, booked).on
  if (what === 'start') return addDays(dateOf('first-session', cohort, booked).on, 1)
  return dateOf('close', cohort, booked).on
}

/** Whether a Cohort at this stage would be late, once the date has come. */
export const isLate = (what: LateStage, stage: Stage): boolean => behind[what].includes(stage)

/** Nine in the morning of UTC: within the working day of most, and the same for everybody. */
const morningOf = (day: string) => new Date(`${day}T09:00:00Z`)
