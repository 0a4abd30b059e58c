/** A leader's assistant: named by the leader alone, and shown times only. */

import type { PersonId } from '../../domain/organization/person.ts'
import { isLive, isOneOf, type Pairing } from '../../domain/pairing/pairing.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Repair } from '../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../domain/scheduling/session.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

/** Somebody else of the directory, or nobody any more. */
export async function nameDelegate(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
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
    if (assistantId === null) await store.delegates.remove(leaderId)
    else await store.delegates.name({ leaderId, assistantId, since: clock.now() })
    await audit({ store, clock }, leaderId, assistantId ? 'delegate-named' : 'delegate-removed', leaderId)
  })
  return { ok: true }
}

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
