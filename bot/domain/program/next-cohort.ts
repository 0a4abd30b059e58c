/**
 * The next Cohort of a Program. Words, texts and seats are the Program's and stay where they are; the Cohort's rhythm and settings
 * go on as they were, and its dates begin once everything that was planned before has ended.
 */
import { addDays } from '../calendar-date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { dayMs } from '../span.ts'
import type { Cohort, CohortId } from './program.ts'
import type { SchedulingPolicy } from './scheduling-policy.ts'
import { endOf, enrolDaysAhead } from './session-themes.ts'

/**
 * What follows a Cohort already: a draft of the same Program, else whichever starts soonest after it.
 *
 * @param all the Program's Cohorts
 */
export function nextOf(cohort: Cohort, all: readonly Cohort[]): Cohort | undefined {
  const others = inOrder(all).filter(({ id }) => id !== cohort.id)
  return (
    others.find(({ stage }) => stage === 'draft') ?? others.find(({ startsOn }) => startsOn > cohort.startsOn)
  )
}

/** Whose people were left out before this one: of those that began earlier, the last. */
export function cohortBefore(cohort: Cohort, all: readonly Cohort[]): Cohort | undefined {
  return inOrder(all).findLast(
    ({ id, stage, startsOn }) =>
      id !== cohort.id && startsOn < cohort.startsOn && (stage === 'running' || stage === 'closed'),
  )
}

const inOrder = (all: readonly Cohort[]) =>
  all.toSorted((a, b) => (a.startsOn + a.id < b.startsOn + b.id ? -1 : 1))

/**
 * A draft that follows one which has begun.
 *
 * @param all the Program's Cohorts, that one among them
 * @param today ISO date: enrollment has its weeks before the start, even where the last one ended long ago
 */
export function nextCohort(
  last: Cohort,
  all: readonly Cohort[],
  { id, today }: { id: CohortId; today: string },
): Cohort | Refusal<'stage-out-of-order'> {
  if (last.stage !== 'running' && last.stage !== 'closed')
    return refuse('stage-out-of-order', { from: last.stage, to: 'draft' })
  const ends = all.map(({ endsOn }) => endsOn).sort()
  const startsOn = sameWeekday(
    last.startsOn,
    latest(addDays(ends.at(-1)!, 1), addDays(today, enrolDaysAhead)),
  )
  const taken = all.map(({ name }) => name)
  return {
    ...last,
    ...{ id, stage: 'draft', name: nextName(last.name, taken), startsOn },
    endsOn: endOf({ ...last, startsOn }),
    ...stepsAt(last, startsOn),
    scheduling: schedulingFrom(last.scheduling, startsOn),
  }
}

/** As it was, but nothing is paused any more, and days that are over are nobody's holidays. */
export function schedulingFrom(policy: SchedulingPolicy, startsOn: string): SchedulingPolicy {
  return { ...policy, paused: false, holidays: policy.holidays.filter((day) => day >= startsOn) }
}

/** As long before the start as last time, where the Organizer had said when. */
function stepsAt({ startsOn: was, enrolsOn, pairsOn }: Cohort, startsOn: string) {
  const moved = (day: string) => addDays(day, (Date.parse(startsOn) - Date.parse(was)) / dayMs)
  return {
    ...(enrolsOn ? { enrolsOn: moved(enrolsOn) } : {}),
    ...(pairsOn ? { pairsOn: moved(pairsOn) } : {}),
  }
}

const latest = (one: string, other: string) => (one > other ? one : other)

/** The first such day from a date on. */
function sameWeekday(as: string, from: string): string {
  const days = (Date.parse(as) - Date.parse(from)) / dayMs
  return addDays(from, ((days % 7) + 7) % 7)
}

const longestName = 80

/** "Cohort 1" goes on as "Cohort 2", "Spring 2026" as "Spring 2027", "Pilot" as "Pilot 2"; past names that are taken. */
export function nextName(name: string, taken: readonly string[]): string {
  const [, stem = '', digits] = /^(.*?)(\d{1,6})?$/s.exec(name) ?? []
  let number = Number(digits ?? 1)
  for (;;) {
    number++
    const count = String(number).padStart(digits?.length ?? 0, '0')
    const start = cut(digits ? stem : `${stem} `, longestName - count.length)
    const next = `${start}${count}`
    if (!taken.includes(next)) return next
  }
}

function cut(text: string, most: number): string {
  let kept = [...text]
  while (kept.join('').length > most) kept = kept.slice(0, -1)
  return kept.join('')
}
