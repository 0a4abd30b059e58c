/**
 * The arc of Sessions. Six themes by practice: each has an agenda in the language files. A shorter run keeps the first,
 * the last and the middle that fits; a longer one repeats the middle, where pairs practise.
 */
import { addDays } from '../calendar-date.ts'
import type { Cohort } from './program.ts'

export const themes = [
  'who-we-are',
  'show-me',
  'how-it-looks',
  'next-generation',
  'reciprocal',
  'results',
] as const
export type Theme = (typeof themes)[number]

const [first, ...rest] = themes
const last = themes[themes.length - 1]!
const middle = rest.slice(0, -1)

/** @param number 1 to `sessions`; beyond them, of two who go on, they practise. */
export function themeOf(number: number, sessions: number): Theme {
  if (number <= 1) return first
  if (number === sessions) return last
  return middle[(number - 2) % middle.length]!
}

/** The Session before which half the arc is done: after it comes the Midpoint. */
export function midpointAfter(sessions: number): number {
  return Math.floor(sessions / 2)
}

/** A week to get going, the arc, and a week to close (practice: first Session in week 2). */
export function endOf({
  startsOn,
  sessions,
  cadenceWeeks,
}: Pick<Cohort, 'startsOn' | 'sessions' | 'cadenceWeeks'>) {
  return addDays(startsOn, 7 * ((sessions - 1) * cadenceWeeks + 3))
}

/** So long before the start enrollment is planned to open, and pairing to begin. */
export const enrolDaysAhead = 28
const matchDaysAhead = 14

interface Steps {
  startsOn: string
  enrolsOn?: string | undefined
  pairsOn?: string | undefined
}

/** When enrollment and pairing are planned, as the Organizer wrote it or as usual. Their stages open by hand. */
export function stepsBefore({ startsOn, enrolsOn, pairsOn }: Steps): { enrol: string; match: string } {
  return {
    enrol: enrolsOn ?? addDays(startsOn, -enrolDaysAhead),
    match: pairsOn ?? addDays(startsOn, -matchDaysAhead),
  }
}

/** Which of the two comes too late for what follows it. */
export function stepOutOfOrder(plan: Steps): 'enrolsOn' | 'pairsOn' | undefined {
  const { enrol, match } = stepsBefore(plan)
  if (match > plan.startsOn) return 'pairsOn'
  if (enrol <= match) return undefined
  return plan.enrolsOn === undefined ? 'pairsOn' : 'enrolsOn'
}

export interface Milestone {
  key: 'enrol' | 'match' | 'first-session' | 'midpoint' | 'last-session' | 'close'
  /** ISO date. */
  on: string
  /** ISO date of the last pair, where pairs come to it on different days. */
  until?: string
  state: 'done' | 'now' | 'ahead'
}

/** From the first to the last pair, as ISO dates. */
export type BookedDays = Record<'first-session' | 'midpoint' | 'last-session', [string, string]>

/**
 * As planned, and as booked once the calendars hold Sessions: they say when pairs meet, whatever the plan says.
 *
 * @param today ISO date. The milestone that is `now` is the first whose stage is not behind the Cohort.
 */
export function timelineOf(cohort: Cohort, today: string, booked?: BookedDays): Milestone[] {
  const { startsOn, sessions, cadenceWeeks, stage, endsOn } = cohort
  const weeks = (n: number) => addDays(startsOn, 7 * n)
  const asked = (key: keyof BookedDays, plan: string): [string, string] => booked?.[key] ?? [plan, plan]
  const before = stepsBefore(cohort)
  const lastDay = booked?.['last-session'][1]
  const dates: [Milestone['key'], string, string][] = [
    ['enrol', before.enrol, before.enrol],
    ['match', before.match, before.match],
    ['first-session', ...asked('first-session', weeks(1))],
    ['midpoint', ...asked('midpoint', weeks(1 + midpointAfter(sessions) * cadenceWeeks))],
    ['last-session', ...asked('last-session', weeks(1 + (sessions - 1) * cadenceWeeks))],
    // Nothing closes before the last two have met.
    ['close', ...(lastDay && lastDay > endsOn ? [lastDay, lastDay] : [endsOn, endsOn])] as [
      Milestone['key'],
      string,
      string,
    ],
  ]
  const current = currentMilestone(
    stage,
    dates.map(([key, , until]) => [key, until]),
    today,
  )
  return dates.map(([key, on, until], position) => ({
    ...{ key, on, ...(until > on ? { until } : {}) },
    state: position < current ? 'done' : position === current ? 'now' : 'ahead',
  }))
}

function currentMilestone(
  stage: Cohort['stage'],
  dates: [Milestone['key'], string][],
  today: string,
): number {
  if (stage === 'draft' || stage === 'enrolling') return 0
  if (stage === 'matching') return 1
  if (stage === 'closed') return dates.length
  const ahead = dates.findIndex(([, on], position) => position >= 2 && on >= today)
  return ahead < 0 ? dates.length - 1 : ahead
}
