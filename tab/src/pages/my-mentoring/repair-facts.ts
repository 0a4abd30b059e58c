/** What became of a Session that slips, and which searches for a new time are shown. Pure. */

import { weekMs } from '../../../../bot/domain/span.ts'
import type { MyPairing, MySession } from './pairings.ts'

export type Repair = NonNullable<MySession['repair']>

/** A sentence of `repair-strings.ts`, and the instant it speaks of. */
export interface Fact {
  key:
    | 'fact.not-met'
    | 'fact.off.me'
    | 'fact.off.partner'
    | 'fact.off.other'
    | 'fact.cannot.me'
    | 'fact.cannot.partner'
    | 'fact.cannot.other'
    | 'fact.chose.me'
    | 'fact.chose.partner'
    | 'fact.moved.me'
    | 'fact.moved.partner'
    | 'fact.moved.other'
  was?: string
}

/** Who moved it and where it was, or who cannot come: plain, and the same for both sides. */
export function factOf({ state, movedFrom, movedBy, declinedBy, repair }: MySession): Fact | undefined {
  if (state === 'cancelled') return { key: `fact.off.${declinedBy ?? 'other'}` }
  if (state === 'missed') return { key: 'fact.not-met' }
  if (state !== 'planned') return undefined
  if (declinedBy) return { key: `fact.cannot.${declinedBy}` }
  if (!movedFrom) return undefined
  const chosenBy = repair?.state === 'booked' ? repair.chosenBy : undefined
  if (chosenBy === 'me' || chosenBy === 'partner') return { key: `fact.chose.${chosenBy}`, was: movedFrom }
  return { key: `fact.moved.${movedBy ?? 'other'}`, was: movedFrom }
}

/** Being sought, offered or booked; `none` stays until the week is over, for the Organizer helps meanwhile. */
export function isInRepair({ repair }: MySession, now: Date): boolean {
  if (!repair) return false
  if (repair.state === 'none') return new Date(repair.until) > now
  return repair.state === 'looking' || repair.state === 'open' || repair.state === 'booking'
}

/** Somebody may ask for other times: still ahead, or not held and not lost yet. */
export function mayAsk(session: MySession, now: Date): boolean {
  if (isInRepair(session, now)) return false
  if (session.state === 'planned') return new Date(session.endsAt) > now
  if (session.state === 'missed') return withinWeek(session, now)
  return session.state === 'cancelled' && session.declinedBy !== undefined && withinWeek(session, now)
}

function withinWeek({ startsAt, movedFrom }: MySession, now: Date): boolean {
  return new Date(movedFrom ?? startsAt).getTime() + weekMs > now.getTime()
}

export interface Repairing {
  pairing: MyPairing
  session: MySession
  repair: Repair
}

/** Every search to show, those that wait for a choice first. */
export function repairsOf(pairings: readonly MyPairing[], now: Date): Repairing[] {
  return pairings
    .filter(({ state }) => state !== 'ended')
    .flatMap((pairing) =>
      pairing.sessions.flatMap((session) =>
        session.repair && isInRepair(session, now) ? [{ pairing, session, repair: session.repair }] : [],
      ),
    )
    .toSorted((a, b) => Number(b.repair.state === 'open') - Number(a.repair.state === 'open'))
}

/** Planned ones ahead and those that were called off, or not held, but can still be saved, without the one that is shown large. */
export function laterSessions({ sessions }: MyPairing, shown: MySession | undefined, now: Date): MySession[] {
  return sessions.filter(
    (session) =>
      session.id !== shown?.id &&
      (isInRepair(session, now) ||
        (session.state === 'planned' && new Date(session.endsAt) > now) ||
        ((session.state === 'cancelled' || session.state === 'missed') && withinWeek(session, now))),
  )
}
