/**
 * A note that its writer alone can read: locked in the browser with a passphrase, so that what is stored is of no use to whoever
 * reads the database. Here it is a box of a known shape and size and nothing more; the lock is `tab/src/lock.ts`.
 */
import type { PersonId } from '../organization/person.ts'
import type { Pairing, PairingId } from '../pairing/pairing.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { SessionId } from '../scheduling/session.ts'
import { mayWriteNotes, mostNoteBytes } from './session-notes.ts'

export interface PrivateNote {
  sessionId: SessionId
  personId: PersonId
  cohortId: CohortId
  pairingId: PairingId
  version: number
  savedAt: Date
  box: string
}

/** A salt of 16 bytes, a nonce of 12, and the note with its tag of 16, each base64url without padding. */
const shape = /^p1\.[\w-]{22}\.[\w-]{16}\.[\w-]{22,}$/
const mostBox = 64 + Math.ceil(((mostNoteBytes + 16) * 4) / 3)

export function saveNote(
  pairing: Pairing,
  known: PrivateNote | undefined,
  { sessionId, box, seen }: { sessionId: SessionId; box: string; seen: number },
  by: PersonId,
  at: Date,
): PrivateNote | Refusal<'no-longer-open' | 'text-does-not-fit' | 'changed-meanwhile'> {
  if (!mayWriteNotes(pairing)) return refuse('no-longer-open')
  if (box.length > mostBox) return refuse('text-does-not-fit')
  // What is not locked is not taken: it could be read.
  if (!shape.test(box)) return refuse('text-does-not-fit')
  const version = known?.version ?? 0
  if (seen !== version) return refuse('changed-meanwhile')
  const { id: pairingId, cohortId } = pairing
  return { sessionId, personId: by, cohortId, pairingId, version: version + 1, savedAt: at, box }
}
