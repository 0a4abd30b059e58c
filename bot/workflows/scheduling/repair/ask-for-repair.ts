/**
 * A Session does not take place as agreed: somebody said so in Outlook, on a card or in the tab. The wish is stored with
 * the fact, and other times are looked for right after; nothing moves in Outlook before one of the two chose.
 */

import type { PersonId } from '../../../domain/organization/person.ts'
import { isOneOf, type PairingId } from '../../../domain/pairing/pairing.ts'
import { type Refusal, refuse } from '../../../domain/refusal.ts'
import {
  isUnsettled,
  type Repair,
  type RepairReason,
  repairUntil,
} from '../../../domain/scheduling/repair/repair.ts'
import { isWaived, type Session, type SessionId } from '../../../domain/scheduling/session.ts'
import { eachAlone } from '../../each-alone.ts'
import type { Ports } from '../../ports.ts'
import { audit } from '../../records/audit.ts'
import { tellOrReplace } from '../../telling/replace-notice.ts'
import { assistedNotice, loadContext, mayWithdraw, repairNotice, repairNoticeKey } from './repair-context.ts'

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

/** As `askForRepair`, for the next Session of a pair. */
export async function askForRepairOfNext(
  ports: Needs,
  pairingId: PairingId,
  by: PersonId,
): Promise<Repair | Refusal> {
  const now = ports.clock.now()
  const sessions = await ports.store.sessions.ofPairing(pairingId)
  const next = sessions.find((one) => one.endsAt > now && one.state === 'planned')
  return next ? askForRepair(ports, next.id, by) : refuse('not-found')
}

/** Call inside a transaction, with the Pairing locked. Nothing when the week is over already. */
export async function beginRepair(
  { store, jobs, clock, chance }: Needs,
  session: Session,
  reason: RepairReason,
  askedBy: PersonId | undefined,
): Promise<Repair | undefined> {
  const earlier = await store.repairs.ofSession(session.id)
  const open = earlier.find(isUnsettled)
  if (open) return open
  const now = clock.now()
  if (repairUntil(session) <= now) return undefined
  const repair: Repair = {
    id: chance.id(),
    sessionId: session.id,
    attempt: (earlier.at(-1)?.attempt ?? 0) + 1,
    state: 'open',
    reason,
    ...(askedBy ? { askedBy } : {}),
    options: [],
    openedAt: now,
  }
  await store.repairs.save(repair)
  await jobs.add('offer-repair', { repairId: repair.id })
  return repair
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
    if (!isUnsettled(repair) || repair.state === 'booking')
      return refuse('no-longer-open', { state: repair.state })
    if (!mayWithdraw(repair, by)) return refuse('not-yours')
    const current = (await store.sessions.get(session.id)) ?? session
    const { declinedBy: _, ...after } = current
    await store.sessions.save(after)
    const closed: Repair = { ...repair, state: 'expired' }
    await store.repairs.save(closed)
    await showRepair(ports, closed)
    await audit(ports, by, 'repair-withdrawn', session.id)
    return closed
  })
}

/** A search that nobody needs any more, because they moved it themselves or said yes after all. */
export async function supersede(ports: Needs, sessionId: SessionId): Promise<void> {
  const open = (await ports.store.repairs.ofSession(sessionId)).find((repair) => repair.state === 'open')
  if (!open) return
  const closed: Repair = { ...open, state: 'expired' }
  await ports.store.repairs.save(closed)
  if (open.options.length > 0) await showRepair(ports, closed)
}

/** Both cards say how far the repair is. Joins an open transaction. */
export async function showRepair(ports: Pick<Ports, 'store' | 'jobs'>, repair: Repair): Promise<void> {
  const context = await loadContext(ports.store, repair.sessionId)
  if (!context) return
  for (const { id } of [context.mentor, context.mentee]) {
    await tellOrReplace(ports, repairNoticeKey(repair.id, id), id, repairNotice(context, repair, id))
  }
  const assistant = (await ports.store.delegates.of(context.pairing.menteeId))?.assistantId
  if (!assistant) return
  const key = `${repairNoticeKey(repair.id, assistant)}.assistant`
  await tellOrReplace(ports, key, assistant, assistedNotice(context, repair))
}

const atOnce = 200

/** The week is over and nobody chose: the Session stays as it is, and counts when the ladder is climbed. */
export async function closeOverdueRepairs(ports: Needs): Promise<void> {
  const { store, clock } = ports
  await eachAlone(await store.repairs.overdue(clock.now(), atOnce), ({ id }) =>
    store.transaction(async () => {
      const repair = await store.repairs.lock(id)
      if (repair?.state !== 'open') return
      const closed: Repair = { ...repair, state: 'expired' }
      await store.repairs.save(closed)
      await showRepair(ports, closed)
    }),
  )
}
