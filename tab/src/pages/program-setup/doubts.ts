/** What may be meant and may be a slip: asked about before a plan is saved, and never forbidden. Pure. */
import type { In, Out } from '../../../../bot/contract/index.ts'
import { dayMs, plusMs, utcDate } from '../../../../bot/domain/span.ts'

export type Doubt =
  | { kind: 'past' | 'far'; on: string }
  | { kind: 'same' | 'lower'; baseline: number; target: number }
  | { kind: 'rules'; count: number }

const farMs = 2 * 365 * dayMs

/** Only about what this save changes: whoever corrects a word a month later is not asked about the start again. */
export function doubtsOf(
  plan: Pick<In<'createCohort'>, 'startsOn' | 'challenge' | 'groundRules'>,
  before: Pick<Out<'cohort'>, 'startsOn' | 'challenge' | 'groundRules'> | undefined,
  now: Date,
): Doubt[] {
  const found: Doubt[] = []
  const { startsOn, challenge, groundRules } = plan
  if (startsOn !== before?.startsOn) {
    if (startsOn < utcDate(now)) found.push({ kind: 'past', on: startsOn })
    if (startsOn > utcDate(plusMs(now, farMs))) found.push({ kind: 'far', on: startsOn })
  }
  const { baseline, target } = challenge
  if (baseline !== before?.challenge.baseline || target !== before.challenge.target) {
    if (target === baseline) found.push({ kind: 'same', baseline, target })
    if (target < baseline) found.push({ kind: 'lower', baseline, target })
  }
  const asked = before?.groundRules.asks ?? 0
  if (asked > 0 && JSON.stringify(groundRules) !== JSON.stringify(before?.groundRules.items))
    found.push({ kind: 'rules', count: asked })
  return found
}

export interface Preview {
  sessions: number
  /** When the Organizer is to open both: as written, else four and two weeks before the start. */
  enrol: string
  match: string
  /** A week to get going, then one after the other. */
  first: string
  last: string
  /** The week in which half the arc is done. */
  midpoint: string
  ends: string
  minutes: number
}

/** When the plan, as typed so far, would take place; nothing while a part of it cannot be read. */
export function previewOf(typed: {
  startsOn: string
  sessions: string
  cadenceWeeks: string
  sessionMinutes: string
  enrolsOn?: string
  pairsOn?: string
}): Preview | undefined {
  const [sessions, weeks, minutes] = [typed.sessions, typed.cadenceWeeks, typed.sessionMinutes].map(Number)
  const start = Date.parse(typed.startsOn)
  const within = (value: number | undefined, from: number, to: number) =>
    Number.isInteger(value) && value! >= from && value! <= to
  if (Number.isNaN(start) || !within(sessions, 2, 24) || !within(weeks, 1, 8) || !within(minutes, 15, 120))
    return undefined
  const after = (count: number) => utcDate(plusMs(new Date(start), count * 7 * dayMs))
  const arc = (sessions! - 1) * weeks!
  return {
    sessions: sessions!,
    ...{ enrol: typed.enrolsOn || after(-4), match: typed.pairsOn || after(-2) },
    ...{ midpoint: after(1 + Math.floor(sessions! / 2) * weeks!) },
    ...{ first: after(1), last: after(1 + arc), ends: after(3 + arc) },
    minutes: sessions! * minutes!,
  }
}
