/**
 * A Session does not take place as agreed: somebody said so in Outlook, on a card or in the tab. The wish is stored with
 * the fact, and other times are looked for right after; nothing moves in Outlook before one of the two chose.
 */

import type { PersonId } from '../../../domain/organization/person.ts'
import { isOneOf } from '../../../domain/pairing/pairing.ts'
import { type Refusal, refuse } from '../../../domain/refusal.ts'
import {
  isPending,
  isUnsettled,
  type Repair,
  type RepairReason,
  repairUntil,
  spanOf,
  standsAt,
  takeBack,
} from '../../../domain/scheduling/repair/repair.ts'
import { isWaived, type Session, type SessionId } from '../../../domain/scheduling/session.ts'
import type { Ports } from '../../ports.ts'
import { audit } from '../../records/audit.ts'
import { mayWithdraw } from './repair-context.ts'
import { showRepair, showToAsker } from './show-repair.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock' | 'chance'>

/** "I can't make it." Asked twice it is the same search. */
export async function askForRepair(
  ports: Needs,
  sessionId: SessionId,
  by: PersonId,
): Promise<Repair | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const found = await store.sessions.get(sessionId)
    const pairing = found && (await store.pairings.lock(found.pairingId))
    if (!found || !pairing) return refuse('not-found')
    if (!isOneOf(pairing, by)) return refuse('not-yours')
    const session = (await store.sessions.get(sessionId)) ?? found
    if (pairing.state !== 'active' || isWaived(session)) return refuse('already-ended')
    const open = (await store.repairs.ofSession(sessionId)).find(isUnsettled)
    if (open) return open
    const isOff = session.state === 'cancelled'
    if (!isOff && (session.state !== 'planned' || session.endsAt <= clock.now()))
      return refuse('session-over')
    const askedBy = isOff ? session.declinedBy : by
    if (!isOff) await store.sessions.save({ ...session, declinedBy: by })
    const repair = await beginRepair(ports, session, isOff ? 'cancelled' : 'cannot-make-it', askedBy)
    if (!repair) return refuse('too-late')
    await audit(ports, by, 'repair-asked', sessionId)
    return repair
  })
}

/** Call inside a transaction, with the Pairing locked. Nothing when the week is over already. */
export async function beginRepair(
  ports: Needs,
  session: Session,
  reason: RepairReason,
  askedBy: PersonId | undefined,
): Promise<Repair | undefined> {
  const { store, jobs, chance } = ports
  const earlier = await store.repairs.ofSession(session.id)
  const open = earlier.find(isUnsettled)
  if (open) return open
  const now = ports.clock.now()
  if (repairUntil(session) <= now) return undefined
  // People found none either: it is the same search, begun again.
  const before = earlier.find(isPending)
  const repair: Repair = before
    ? { ...before, state: 'open', openedAt: now }
    : {
        id: chance.id(),
        sessionId: session.id,
        attempt: (earlier.at(-1)?.attempt ?? 0) + 1,
        state: 'open',
        reason,
        ...(askedBy ? { askedBy } : {}),
        options: [],
        refused: [spanOf(standsAt(session))],
        openedAt: now,
      }
  await store.repairs.save(repair)
  if (reason === 'cannot-make-it' || reason === 'not-met') await showToAsker(ports, repair)
  await jobs.add('offer-repair', { repairId: repair.id })
  return repair
}

/** "No, we did not meet": another time for the Session that was to be, as long as its week lasts. */
export async function askForAnotherTime(
  ports: Needs,
  sessionId: SessionId,
  by: PersonId,
): Promise<Repair | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    const found = await store.sessions.get(sessionId)
    const pairing = found && (await store.pairings.lock(found.pairingId))
    if (!found || !pairing) return refuse('not-found')
    if (!isOneOf(pairing, by)) return refuse('not-yours')
    if (pairing.state !== 'active') return refuse('already-ended')
    const mine = (await store.checkIns.of(sessionId)).find(({ personId }) => personId === by)
    // What the other said has no part in this: whoever did not meet may ask, and learns nothing by it.
    if (mine?.answer?.held !== false) return refuse('session-over')
    const session = (await store.sessions.get(sessionId)) ?? found
    const repair = await beginRepair(ports, session, 'not-met', by)
    if (!repair) return refuse('too-late')
    await audit(ports, by, 'repair-asked', sessionId)
    return repair
  })
}

/** "I can make it after all": only by who said they cannot, and as long as nothing was chosen. */
export async function withdrawRepair(
  ports: Needs,
  repairId: string,
  by: PersonId,
): Promise<Repair | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    const found = await store.repairs.get(repairId)
    const session = found && (await store.sessions.get(found.sessionId))
    const pairing = session && (await store.pairings.lock(session.pairingId))
    if (!session || !pairing) return refuse('not-found')
    if (!isOneOf(pairing, by)) return refuse('not-yours')
    const repair = (await store.repairs.lock(repairId))!
    if (!isPending(repair) || repair.state === 'booking')
      return refuse('no-longer-open', { state: repair.state })
    if (!mayWithdraw(repair, by)) return refuse('not-yours')
    const current = (await store.sessions.get(session.id)) ?? session
    const { declinedBy: _, ...after } = current
    await store.sessions.save(after)
    const closed = takeBack(repair, session)
    await store.repairs.save(closed)
    await showRepair(ports, closed)
    await audit(ports, by, 'repair-withdrawn', session.id)
    return closed
  })
}

/** A search that nobody needs any more, because they moved it themselves or said yes after all. */
export async function supersede(
  ports: Needs,
  session: Session,
  what: 'moved' | 'accepted' | 'restored',
): Promise<void> {
  const open = (await ports.store.repairs.ofSession(session.id)).find(
    (repair) => isPending(repair) && repair.state !== 'booking',
  )
  if (!open) return
  const closed: Repair = what === 'moved' ? { ...open, state: 'kept' } : takeBack(open, session)
  await ports.store.repairs.save(closed)
  await showRepair(ports, closed)
}
