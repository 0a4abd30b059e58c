import {
  answer,
  type CheckIn,
  type CheckInAnswer,
  checkInKeys,
  outcomeOf,
} from '../../domain/meeting/check-in.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isOneOf } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { SessionId } from '../../domain/scheduling/session.ts'
import type { Ports } from '../ports.ts'
import { type AnsweredOn, redrawCards } from '../telling/redraw-cards.ts'

/**
 * One side's three taps, from the card or the tab. Only the two of the Pairing have a check-in to answer, whoever presses
 * the button; the same answer twice changes nothing.
 */
export async function recordCheckIn(
  { store, clock, jobs }: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  sessionId: SessionId,
  personId: PersonId,
  given: CheckInAnswer,
  answeredOn: AnsweredOn = 'page',
): Promise<CheckIn | Refusal> {
  return store.transaction(async () => {
    const session = await store.sessions.get(sessionId)
    // Both sides may press at the same moment; the Session's outcome is decided from both answers.
    const pairing = session && (await store.pairings.lock(session.pairingId))
    if (!session || !pairing) return refuse('not-found')
    if (!isOneOf(pairing, personId)) return refuse('not-yours')
    const all = await store.checkIns.of(sessionId)
    const mine = all.find((one) => one.personId === personId) ?? {
      sessionId,
      personId,
      state: 'due' as const,
    }
    const answered = answer(mine, session, given, clock.now())
    if (isRefused(answered)) return answered
    await store.checkIns.save(answered)
    await redrawCards(
      { store, jobs },
      checkInKeys(session, personId),
      (notice) => (notice.kind === 'check-in' ? { ...notice, state: 'answered' } : notice),
      answeredOn,
    )
    const others = all.filter((one) => one.personId !== personId)
    const outcome = outcomeOf([answered.answer, ...others.map((one) => one.answer)])
    const current = (await store.sessions.get(sessionId)) ?? session
    if (outcome && outcome !== current.state) await store.sessions.save({ ...current, state: outcome })
    return answered
  })
}
