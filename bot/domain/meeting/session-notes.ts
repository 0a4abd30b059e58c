/** One page of notes for each Session, written by both of a pair: whoever saves says which version they had read. */
import type { PersonId } from '../organization/person.ts'
import type { Pairing, PairingId } from '../pairing/pairing.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { SessionId } from '../scheduling/session.ts'

export interface SessionNotes {
  sessionId: SessionId
  cohortId: CohortId
  pairingId: PairingId
  /** From 1 on; nobody has written anything at 0. */
  version: number
  savedById: PersonId
  savedAt: Date
  text: string
  /** What they said is gone with the key of their Cohort. */
  isErased?: true
}

/** UTF-8. Some fifteen thousand words; what is longer is a document and has its place elsewhere. */
export const mostNoteBytes = 100_000

/** Room is counted as it is stored: an emoji takes four times what an "a" does. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Whether the two still write; once they have parted, or one has not begun, they only read. */
export const mayWriteNotes = ({ state }: Pairing): boolean => state === 'active' || state === 'approved'

/** @param seen the version that whoever saves had read, 0 where there was none */
export function saveNotes(
  pairing: Pairing,
  known: SessionNotes | undefined,
  { sessionId, text, seen }: { sessionId: SessionId; text: string; seen: number },
  by: PersonId,
  at: Date,
): SessionNotes | Refusal<'no-longer-open' | 'text-does-not-fit' | 'changed-meanwhile'> {
  if (!mayWriteNotes(pairing)) return refuse('no-longer-open')
  if (bytesOf(text) > mostNoteBytes) return refuse('text-does-not-fit')
  const version = known?.version ?? 0
  if (seen !== version) return refuse('changed-meanwhile')
  const { id: pairingId, cohortId } = pairing
  return { sessionId, cohortId, pairingId, version: version + 1, savedById: by, savedAt: at, text }
}
