/** Everything around one Session that its repair needs, loaded in one place. */

import type { PersonId } from '../../../domain/organization/person.ts'
import { isOneOf } from '../../../domain/pairing/pairing.ts'
import { type Refusal, refuse } from '../../../domain/refusal.ts'
import { type Hold, linkOf } from '../../../domain/scheduling/hold.ts'
import { agreedStart, type Repair } from '../../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../../domain/scheduling/session.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import { faceOf } from '../../organization/face.ts'
import { loadPair, type PairContext } from '../../pairing/pair-context.ts'
import type { Ports } from '../../ports.ts'

export interface RepairContext extends PairContext {
  session: Session
  hold: Hold
}

/** Nothing when the Pairing is over, or one of the two is gone: then there is nothing to repair. */
export async function loadContext(
  store: Ports['store'],
  sessionId: string,
): Promise<RepairContext | undefined> {
  const session = await store.sessions.get(sessionId)
  const pairing = session && (await store.pairings.get(session.pairingId))
  if (!session || pairing?.state !== 'active') return undefined
  const hold = await store.holds.get(session.holdId)
  const pair = await loadPair(store, pairing)
  return hold && pair !== 'gone' && pair !== 'person-left' ? { ...pair, session, hold } : undefined
}

export type RepairNotice = Extract<Notice, { kind: 'repair' }>

export const repairNoticeKey = (repairId: string, personId: PersonId) => `repair.${repairId}.${personId}`

/** The card as one of the two sees it. Who could not come is told to nobody but themself. */
export function repairNotice(context: RepairContext, repair: Repair, personId: PersonId): RepairNotice {
  const { session, hold, mentor, mentee, mentorEnrolment, menteeEnrolment } = context
  const [partner, mine] = personId === mentor.id ? [mentee, mentorEnrolment] : [mentor, menteeEnrolment]
  const agreed = agreedStart(session)
  const joinUrl = linkOf(hold, session.eventId)
  return {
    kind: 'repair',
    repairId: repair.id,
    state: repair.state === 'open' && repair.options.length === 0 ? 'looking' : repair.state,
    number: session.number,
    partner: faceOf(partner),
    agreedStart: agreed,
    isCancelled: session.state === 'cancelled',
    iAsked: repair.askedBy === personId,
    mayWithdraw: mayWithdraw(repair, personId),
    options: repair.options.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) })),
    timeZone: mine.timeZone,
    ...(repair.chosen === undefined ? {} : { chosen: repair.chosen }),
    ...(joinUrl ? { joinUrl } : {}),
  }
}

/** The card as the Mentee's assistant sees it: the leader's name and times. */
export function assistedNotice(
  { session, mentee: leader, menteeEnrolment: { timeZone } }: RepairContext,
  { id, state, options, chosen }: Repair,
): Extract<Notice, { kind: 'assisted-repair' }> {
  return {
    kind: 'assisted-repair',
    repairId: id,
    state: state === 'open' && options.length === 0 ? 'looking' : state,
    leaderName: leader.displayName,
    agreedStart: agreedStart(session),
    options: options.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) })),
    timeZone,
    ...(chosen === undefined ? {} : { chosen }),
  }
}

/** What was said in Outlook is taken back in Outlook. */
export function mayWithdraw(repair: Repair, personId: PersonId): boolean {
  return repair.state === 'open' && repair.reason === 'cannot-make-it' && repair.askedBy === personId
}

/** How far a search for another time is, as one of the two sees it; nothing for anybody else. */
export async function myRepair(
  { store }: Pick<Ports, 'store'>,
  personId: PersonId,
  repairId: string,
): Promise<RepairNotice | Refusal> {
  const repair = await store.repairs.get(repairId)
  const session = repair && (await store.sessions.get(repair.sessionId))
  const pairing = session && (await store.pairings.get(session.pairingId))
  if (!repair || !pairing) return refuse('not-found')
  if (!isOneOf(pairing, personId)) return refuse('not-yours')
  const context = await loadContext(store, repair.sessionId)
  return context ? repairNotice(context, repair, personId) : refuse('already-ended')
}
