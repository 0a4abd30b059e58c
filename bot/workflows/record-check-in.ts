import { answer, type CheckIn, type CheckInAnswer, outcomeOf } from '../domain/check-in.ts'
import type { PersonId } from '../domain/person.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import type { SessionId } from '../domain/session.ts'
import type { Ports } from './ports.ts'

/**
 * One side's three taps, from the card or the tab. Only the two of the Pairing have a check-in to answer, whoever presses
 * the button; the same answer twice changes nothing.
 */
export async function recordCheckIn(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  sessionId: SessionId,
  personId: PersonId,
  given: CheckInAnswer,
): Promise<CheckIn | Refusal> {
  return store.transaction(async () => {
    const session = await store.sessions.get(sessionId)
    const pairing = session && (await store.pairings.get(session.pairingId))
    if (!session || !pairing) return refuse('not-found')
    if (pairing.mentorId !== personId && pairing.menteeId !== personId) return refuse('not-yours')
    const all = await store.checkIns.of(sessionId)
    const mine = all.find((one) => one.personId === personId) ?? {
      sessionId,
      personId,
      state: 'due' as const,
    }
    const answered = answer(mine, session, given, clock.now())
    if (isRefused(answered)) return answered
    await store.checkIns.save(answered)
    const others = all.filter((one) => one.personId !== personId)
    const outcome = outcomeOf([answered.answer, ...others.map((one) => one.answer)])
    if (outcome && outcome !== session.state) await store.sessions.save({ ...session, state: outcome })
    return answered
  })
}
