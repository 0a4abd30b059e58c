/**
 * When Sessions in a row do not take place. A stall is named by its first Session; each rung of the ladder is told once
 * a stall. What came of a Session is not the same to everybody: the two hear of it when both have answered or the question
 * has closed, and for them silence neither counts nor ends a stall; whoever is told as a role knows the last snapshot, in
 * which a Session that nobody confirmed counts as lost, whatever was said or not said about it.
 */

import type { StallLadder } from '../program/scheduling-policy.ts'
import { isWaived, type Session } from '../scheduling/session.ts'
import { type CheckIn, isAnsweredFor } from './check-in.ts'
import type { Outcome } from './outcome.ts'

export interface Stall {
  /** Number of the first Session that did not take place. */
  since: number
  /** How many did not, up to now. */
  length: number
}

export type Rung = 'pair' | 'organizer' | 'sponsor'
export type Came = 'held' | 'lost' | 'open'

export function stallOf(sessions: Session[], cameOf: (session: Session) => Came): Stall | undefined {
  let stall: Stall | undefined
  for (const session of [...sessions].sort((a, b) => a.number - b.number)) {
    const came = cameOf(session)
    if (came === 'held') stall = undefined
    else if (came === 'lost') {
      stall = { since: stall?.since ?? session.number, length: (stall?.length ?? 0) + 1 }
    }
  }
  return stall
}

export interface Standing {
  now: Date
  /** Another time is being looked for: it is not lost yet. */
  isInRepair: boolean
}

/** To the two. */
export function cameToTwo(session: Session, checkIns: readonly CheckIn[], standing: Standing): Came {
  const isKnown = isAnsweredFor(session, checkIns, standing.now)
  if (session.state === 'held') return isKnown ? 'held' : 'open'
  if (session.state === 'missed') return isKnown ? 'lost' : 'open'
  return isCalledOff(session, standing) ? 'lost' : 'open'
}

/** To everybody else. */
export function cameAsShown(session: Session, outcome: Outcome | undefined, standing: Standing): Came {
  if (session.state !== 'cancelled' && outcome) return outcome.held ? 'held' : 'lost'
  return isCalledOff(session, standing) ? 'lost' : 'open'
}

function isCalledOff(session: Session, { now, isInRepair }: Standing): boolean {
  return !isInRepair && session.endsAt <= now && !isWaived(session) && session.declinedBy !== undefined
}

/** Rungs that are reached; the Sponsor's only where the program has one. */
export function rungsOf({ length }: Stall, ladder: StallLadder): Rung[] {
  const reached = (threshold: number | undefined) => threshold !== undefined && length >= threshold
  return (['pair', 'organizer', 'sponsor'] as const).filter((rung) => reached(ladder[rung]))
}
