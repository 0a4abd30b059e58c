/**
 * Which Session somebody means who presses "I can't make it". A card names a date; when that date is over, or the Session stands
 * at another one by now, or the card is of a time when cards named none, they are asked, and nothing happens before that.
 */
import type { PersonId } from '../../../domain/organization/person.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { type Refusal, refuse } from '../../../domain/refusal.ts'
import { isWaived, type Session, type SessionId } from '../../../domain/scheduling/session.ts'
import type { Ports } from '../../ports.ts'

interface OneSession {
  sessionId: SessionId
  number: number
  start: Date
  end: Date
}

export interface WhichSession {
  /** What the card spoke of, and why that cannot be meant. */
  about?: OneSession & { why: 'over' | 'changed' }
  ahead: OneSession[]
  timeZone: string
}

export type Pressed = { sessionId: SessionId; at?: string | undefined } | { pairingId: string }

const mostAhead = 3

export async function whichSession(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  personId: PersonId,
  pressed: Pressed,
): Promise<{ means: SessionId } | WhichSession | Refusal> {
  const session = 'sessionId' in pressed ? await store.sessions.get(pressed.sessionId) : undefined
  const pairing = await store.pairings.get(
    'pairingId' in pressed ? pressed.pairingId : (session?.pairingId ?? ''),
  )
  if (!pairing) return refuse('not-found')
  const why = session && 'sessionId' in pressed ? whyNot(session, pressed.at, clock.now()) : undefined
  if (session && !why) return { means: session.id }
  const timeZone = (await store.participants.of(pairing.cohortId, personId))?.timeZone ?? 'UTC'
  const ahead = await aheadOf({ store, clock }, pairing)
  return { ...(session && why ? { about: { ...shown(session), why } } : {}), ahead, timeZone }
}

/** One that was called off can still get another time. */
function whyNot(session: Session, at: string | undefined, now: Date): 'over' | 'changed' | undefined {
  if (session.state === 'cancelled' && !isWaived(session)) return undefined
  if (session.state !== 'planned' || session.endsAt <= now) return 'over'
  return at !== undefined && Date.parse(at) !== session.startsAt.getTime() ? 'changed' : undefined
}

async function aheadOf(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { id }: Pairing,
): Promise<OneSession[]> {
  return (await store.sessions.ofPairing(id))
    .filter(({ state, endsAt }) => state === 'planned' && endsAt > clock.now())
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
    .slice(0, mostAhead)
    .map(shown)
}

const shown = ({ id, number, startsAt, endsAt }: Session): OneSession => ({
  sessionId: id,
  number,
  start: startsAt,
  end: endsAt,
})
