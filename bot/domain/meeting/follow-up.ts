/**
 * What an Organizer did for a pair, in a few words with who and when, and until when the pair is left alone. Nothing of it but a
 * break is told to the two, nor to anybody who may not read how the pair is doing.
 */
import type { PersonId } from '../organization/person.ts'
import type { PairingId } from '../pairing/pairing.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { dayMs, plusMs, utcDate } from '../span.ts'
import { saysNothing } from '../written.ts'

export const pauseSteps = ['begin', 'end'] as const
export type PauseStep = (typeof pauseSteps)[number]

export interface FollowUp {
  id: string
  cohortId: CohortId
  pairingId: PairingId
  byId: PersonId
  at: Date
  note?: string
  /** ISO date from which the pair is on the list again. */
  until?: string
  /** A break of the pair, which the two hear of: until that day, or over before it. */
  pause?: PauseStep
  /** Who looks after the pair from then on; themself, where they took it over. */
  toId?: PersonId
  /** What was written is erased. */
  isErased?: true
}

export const mostNote = 300
/** Nobody puts a pair away for good. */
export const mostDaysAside = 60

type Given = Pick<FollowUp, 'note' | 'until' | 'toId' | 'pause'>

export type FollowUpRefusal = 'nothing-noted' | 'date-in-the-past' | 'too-far-ahead'

export function readFollowUp(given: Given, now: Date): Given | Refusal<FollowUpRefusal> {
  const note = saysNothing(given.note ?? '') ? '' : given.note!.trim()
  const { until, toId, pause } = given
  if (pause === 'begin' && until === undefined) return refuse('nothing-noted', { field: 'until' })
  if (note === '' && until === undefined && toId === undefined && pause === undefined)
    return refuse('nothing-noted', { field: 'note' })
  if (until !== undefined) {
    if (until <= utcDate(now)) return refuse('date-in-the-past', { field: 'until' })
    if (until > utcDate(plusMs(now, mostDaysAside * dayMs)))
      return refuse('too-far-ahead', { field: 'until' })
  }
  return {
    ...(note === '' ? {} : { note }),
    ...(until === undefined ? {} : { until }),
    ...(toId === undefined ? {} : { toId }),
    ...(pause === undefined ? {} : { pause }),
  }
}

/** Whoever wrote last decides: a later note without a date takes the pair up again. */
export function asideUntil(followUps: readonly FollowUp[], now: Date): string | undefined {
  const last = followUps.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)
  return last?.until !== undefined && last.until > utcDate(now) ? last.until : undefined
}

/** Who has the pair: whoever it was handed to last, as long as they organize and stand outside it. */
export function keeperOf(
  followUps: readonly FollowUp[],
  mayKeep: (personId: PersonId) => boolean,
): PersonId | undefined {
  const last = followUps
    .filter(({ toId }) => toId !== undefined)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .at(-1)
  return last?.toId !== undefined && mayKeep(last.toId) ? last.toId : undefined
}
