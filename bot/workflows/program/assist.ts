/** A leader's assistant: named by the leader alone, and shown times only. */

import type { PersonId } from '../../domain/organization/person.ts'
import { isLive, isOneOf, type Pairing } from '../../domain/pairing/pairing.ts'
import type { Delegate } from '../../domain/program/delegate.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Repair } from '../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../domain/scheduling/session.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { redrawCards } from '../telling/redraw-cards.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock'>
type AssistingNotice = Extract<Notice, { kind: 'assisting' }>

/** Somebody else of the directory, or nobody any more. */
export async function nameDelegate(
  { store, jobs, clock }: Needs,
  leaderId: PersonId,
  assistantId: PersonId | null,
): Promise<{ ok: true } | Refusal> {
  if (assistantId === leaderId) return refuse('not-oneself', { field: 'personId' })
  if (assistantId !== null && !(await store.people.get(assistantId))?.isEligible) {
    return refuse('unknown-person', { field: 'personId' })
  }
  if (assistantId !== null && (await isPartner(store, leaderId, assistantId))) {
    return refuse('is-partner', { field: 'personId' })
  }
  await store.transaction(async () => {
    const before =
      assistantId === null ? await store.delegates.remove(leaderId) : await store.delegates.of(leaderId)
    const named = { leaderId, assistantId: assistantId ?? '', since: clock.now() }
    // Pressed twice, or by two at once: whoever is it already hears of it once.
    const isNews = assistantId === null ? before !== undefined : await store.delegates.name(named)
    if (!isNews) return
    if (before) await takeBackCard({ store, jobs }, before)
    if (assistantId !== null)
      await tell({ store, jobs }, cardKey(named), assistantId, await assisting({ store }, named, 'named'))
    await audit({ store, clock }, leaderId, assistantId ? 'delegate-named' : 'delegate-removed', leaderId)
  })
  return { ok: true }
}

/** The assistant gives it up; the leader is told, who may name another. */
export async function stopAssisting(
  { store, jobs, clock }: Needs,
  leaderId: PersonId,
  assistantId: PersonId,
): Promise<AssistingNotice | Refusal> {
  return store.transaction(async () => {
    const gone = await store.delegates.remove(leaderId, assistantId)
    if (!gone) return refuse('not-found')
    await takeBackCard({ store, jobs }, gone)
    await tell(
      { store, jobs },
      `${cardKey(gone)}.stopped`,
      leaderId,
      await assisting({ store }, gone, 'stopped'),
    )
    await audit({ store, clock }, assistantId, 'delegate-removed', leaderId)
    return assisting({ store }, gone, 'over')
  })
}

const cardKey = ({ leaderId, assistantId, since }: Delegate) =>
  `assisting.${leaderId}.${assistantId}.${since.getTime()}`

async function assisting(
  { store }: Pick<Ports, 'store'>,
  { leaderId, assistantId }: Delegate,
  state: AssistingNotice['state'],
): Promise<AssistingNotice> {
  const people = await store.people.many([leaderId, assistantId])
  const name = (id: PersonId) => people.get(id)?.displayName ?? '—'
  return { kind: 'assisting', state, leaderId, leaderName: name(leaderId), assistantName: name(assistantId) }
}

/** The card that named them says so no more, and its button goes. */
const takeBackCard = (ports: Pick<Ports, 'store' | 'jobs'>, gone: Delegate) =>
  redrawCards(ports, [cardKey(gone)], (notice) =>
    notice.kind === 'assisting' ? { ...notice, state: 'over' } : notice,
  )

/** A Mentor who keeps the leader's calendar would be two people at once in every repair. */
async function isPartner(store: Ports['store'], leaderId: PersonId, other: PersonId): Promise<boolean> {
  const pairings = await store.pairings.ofPerson(leaderId)
  return pairings.some((pairing) => isLive(pairing) && isOneOf(pairing, other))
}

export interface AssistedLeader {
  leaderId: PersonId
  sessions: { pairing: Pairing; session: Session; repair?: Repair }[]
}

/** Of the leaders who named this person: their Sessions as a Mentee that are not over, the next first. */
export async function assistedSessions(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  assistantId: PersonId,
): Promise<AssistedLeader[]> {
  const leaders: AssistedLeader[] = []
  for (const { leaderId } of await store.delegates.leadersOf(assistantId)) {
    const sessions: AssistedLeader['sessions'] = []
    for (const pairing of await store.pairings.ofPerson(leaderId)) {
      if (pairing.menteeId !== leaderId || (pairing.state !== 'approved' && pairing.state !== 'active'))
        continue
      const repairs = await store.repairs.ofPairing(pairing.id)
      for (const session of await store.sessions.ofPairing(pairing.id)) {
        // In the order of their rounds: the last one is the latest.
        const repair = repairs.filter((one) => one.sessionId === session.id).at(-1)
        if (session.endsAt > clock.now() || repair?.state === 'open')
          sessions.push({ pairing, session, ...(repair ? { repair } : {}) })
      }
    }
    sessions.sort((a, b) => a.session.startsAt.getTime() - b.session.startsAt.getTime())
    leaders.push({ leaderId, sessions })
  }
  return leaders
}
