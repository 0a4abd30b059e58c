/** Notes of a Session: a page that both of a pair write, and one that each writes for themselves alone. */
import { type PrivateNote, saveNote } from '../../domain/meeting/private-note.ts'
import { type SessionNotes, saveNotes } from '../../domain/meeting/session-notes.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isOneOf, type Pairing, type PairingId } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { SessionId } from '../../domain/scheduling/session.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

export function saveSessionNotes(
  { store, clock }: Needs,
  given: { sessionId: SessionId; text: string; seen: number },
  by: PersonId,
): Promise<SessionNotes | Refusal> {
  return inPair({ store }, given.sessionId, by, async (pairing) => {
    const known = await store.sessionNotes.get(given.sessionId)
    const notes = saveNotes(pairing, known, given, by, clock.now())
    if (!isRefused(notes)) await store.sessionNotes.save(notes)
    return notes
  })
}

export function savePrivateNote(
  { store, clock }: Needs,
  given: { sessionId: SessionId; box: string; seen: number },
  by: PersonId,
): Promise<PrivateNote | Refusal> {
  return inPair({ store }, given.sessionId, by, async (pairing) => {
    const known = await store.privateNotes.get(given.sessionId, by)
    const note = saveNote(pairing, known, given, by, clock.now())
    if (!isRefused(note)) await store.privateNotes.save(note)
    return note
  })
}

/** All that this person wrote in this pair; also once it is over. */
export async function removePrivateNotes(
  { store }: Pick<Ports, 'store'>,
  pairingId: PairingId,
  by: PersonId,
): Promise<true> {
  await store.transaction(async () => {
    // A save under way comes before or after, and after it meets a version that is gone.
    await store.pairings.lock(pairingId)
    await store.privateNotes.removeAll(pairingId, by)
  })
  return true
}

function inPair<T>(
  { store }: Pick<Ports, 'store'>,
  sessionId: SessionId,
  by: PersonId,
  change: (pairing: Pairing) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return store.transaction(async () => {
    const session = await store.sessions.get(sessionId)
    const pairing = session && (await store.pairings.lock(session.pairingId))
    if (!pairing || !isOneOf(pairing, by)) return refuse('not-found')
    return change(pairing)
  })
}
