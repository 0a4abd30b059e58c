/** Everything around one Session that its repair needs, loaded in one place. */

import { type PersonId, signInNameOf } from '../../../domain/organization/person.ts'
import { isOneOf } from '../../../domain/pairing/pairing.ts'
import { type Refusal, refuse } from '../../../domain/refusal.ts'
import { type Hold, linkOf } from '../../../domain/scheduling/hold.ts'
import { openOptions, type Repair, type Span } from '../../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../../domain/scheduling/session.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import { faceOf } from '../../organization/face.ts'
import { loadPair, type PairContext } from '../../pairing/pair-context.ts'
import type { Ports } from '../../ports.ts'

export interface RepairContext extends PairContext {
  session: Session
  hold: Hold
  /** The Session after this one, as it is planned. */
  next: Session | undefined
  now: Date
}

/** Nothing when the Pairing is over, or one of the two is gone: then there is nothing to repair. */
export async function loadContext(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  sessionId: string,
): Promise<RepairContext | undefined> {
  const session = await store.sessions.get(sessionId)
  const pairing = session && (await store.pairings.get(session.pairingId))
  if (!session || pairing?.state !== 'active') return undefined
  const hold = await store.holds.get(session.holdId)
  const pair = await loadPair(store, pairing)
  if (!hold || pair === 'gone' || pair === 'person-left') return undefined
  const now = clock.now()
  const ahead = (await store.sessions.ofPairing(pairing.id)).filter(
    ({ id, state, startsAt }) => id !== session.id && state === 'planned' && startsAt > now,
  )
  const next = ahead.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0]
  return { ...pair, session, hold, next, now }
}

export type RepairNotice = Extract<Notice, { kind: 'repair' }>

export const repairNoticeKey = (repairId: string, personId: PersonId) => `repair.${repairId}.${personId}`

/** The card as one of the two sees it. Who could not come is told to nobody but themself. */
export function repairNotice(context: RepairContext, repair: Repair, personId: PersonId): RepairNotice {
  const { session, hold, mentor, mentee, mentorEnrolment, menteeEnrolment, next } = context
  const [partner, mine] = personId === mentor.id ? [mentee, mentorEnrolment] : [mentor, menteeEnrolment]
  const joinUrl = linkOf(hold, session.eventId)
  const partnerSignInName = signInNameOf(partner)
  return {
    kind: 'repair',
    repairId: repair.id,
    ...timesShown(context, repair),
    number: session.number,
    partner: faceOf(partner),
    ...(partnerSignInName ? { partnerSignInName } : {}),
    isCancelled: session.state === 'cancelled',
    ...(repair.reason === 'not-met' ? { isNotMet: true } : {}),
    iAsked: repair.askedBy === personId,
    mayWithdraw: mayWithdraw(repair, personId),
    ...(next ? { next: { number: next.number, start: next.startsAt, end: next.endsAt } } : {}),
    timeZone: mine.timeZone,
    ...(joinUrl ? { joinUrl } : {}),
  }
}

/** The card as the Mentee's assistant sees it: the leader's name and times. */
export function assistedNotice(
  context: RepairContext,
  repair: Repair,
): Extract<Notice, { kind: 'assisted-repair' }> {
  const { mentee: leader, menteeEnrolment } = context
  return {
    kind: 'assisted-repair',
    repairId: repair.id,
    ...timesShown(context, repair),
    leaderName: leader.displayName,
    timeZone: menteeEnrolment.timeZone,
  }
}

function timesShown(
  { session, now }: RepairContext,
  repair: Repair,
): Pick<RepairNotice, 'state' | 'stands' | 'options' | 'time'> {
  const options = openOptions(repair, now)
  const chosen = repair.options[repair.chosen ?? -1]
  return {
    state: repair.state === 'open' && options.length === 0 ? 'looking' : repair.state,
    stands: { start: session.startsAt, end: session.endsAt },
    options: options.map(({ option, ...span }) => ({ option, ...datesOf(span) })),
    ...(chosen ? { time: datesOf(chosen) } : {}),
  }
}

const datesOf = ({ start, end }: Span) => ({ start: new Date(start), end: new Date(end) })

/** What was said in Outlook is taken back in Outlook. */
export function mayWithdraw(repair: Repair, personId: PersonId): boolean {
  const isSaidHere = repair.reason === 'cannot-make-it' || repair.reason === 'not-met'
  return (repair.state === 'open' || repair.state === 'none') && isSaidHere && repair.askedBy === personId
}

/** How far a search for another time is, as one of the two sees it; nothing for anybody else. */
export async function myRepair(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  personId: PersonId,
  repairId: string,
): Promise<RepairNotice | Refusal> {
  const repair = await store.repairs.get(repairId)
  const session = repair && (await store.sessions.get(repair.sessionId))
  const pairing = session && (await store.pairings.get(session.pairingId))
  if (!repair || !pairing) return refuse('not-found')
  if (!isOneOf(pairing, personId)) return refuse('not-yours')
  const context = await loadContext({ store, clock }, repair.sessionId)
  return context ? repairNotice(context, repair, personId) : refuse('already-ended')
}
