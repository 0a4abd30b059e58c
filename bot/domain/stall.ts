/**
 * When Sessions in a row do not take place. A stall is named by its first Session; each rung of the ladder is told once
 * a stall. A Session nobody answered for neither counts nor ends a stall: silence is not a fact.
 */
import { isUnsettled, type Repair } from './repair.ts'
import type { StallLadder } from './scheduling/policy.ts'
import { isWaived, type Session, type SessionId } from './session.ts'

export interface Stall {
  /** Number of the first Session that did not take place. */
  since: number
  /** How many did not, up to now. */
  length: number
}

export type Rung = 'pair' | 'organizer' | 'sponsor'

/** @param repairs of these Sessions; one that is being put right is not lost yet. */
export function stallOf(sessions: Session[], repairs: Repair[], now: Date): Stall | undefined {
  const inRepair = new Set(repairs.filter(isUnsettled).map((repair) => repair.sessionId))
  let stall: Stall | undefined
  for (const session of [...sessions].sort((a, b) => a.number - b.number)) {
    if (session.state === 'held') stall = undefined
    else if (isLost(session, inRepair, now)) {
      stall = { since: stall?.since ?? session.number, length: (stall?.length ?? 0) + 1 }
    }
  }
  return stall
}

function isLost(session: Session, inRepair: ReadonlySet<SessionId>, now: Date): boolean {
  if (session.state === 'missed') return true
  if (session.endsAt > now || inRepair.has(session.id) || isWaived(session)) return false
  return session.declinedBy !== undefined
}

/** Rungs that are reached; the Sponsor's only where the program has one. */
export function rungsOf({ length }: Stall, ladder: StallLadder): Rung[] {
  const reached = (threshold: number | undefined) => threshold !== undefined && length >= threshold
  return (['pair', 'organizer', 'sponsor'] as const).filter((rung) => reached(ladder[rung]))
}
