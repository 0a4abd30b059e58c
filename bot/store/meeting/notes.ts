import { and, asc, eq } from 'drizzle-orm'
import type { PrivateNote } from '../../domain/meeting/private-note.ts'
import type { SessionNotes } from '../../domain/meeting/session-notes.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { SessionId } from '../../domain/scheduling/session.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

export function sessionNotesStore({ orm }: Database, keys: DataKeys) {
  return {
    async get(sessionId: SessionId): Promise<SessionNotes | undefined> {
      const rows = await orm.select().from(t.sessionNotes).where(eq(t.sessionNotes.sessionId, sessionId))
      const [notes] = await keys.openEach(
        rows,
        ({ cohortId }) => cohortId,
        ({ text: sealed, ...row }, box): SessionNotes => {
          const text = box.open<string>(places.sessionNotes(sessionId), sealed)
          return text === erased ? { ...row, text: '', isErased: true } : { ...row, text }
        },
      )
      return notes
    },
    async save({ text, isErased: _, ...notes }: SessionNotes): Promise<void> {
      const box = await keys.boxOf(notes.cohortId)
      const row = { ...notes, text: box.seal(places.sessionNotes(notes.sessionId), text) }
      await orm
        .insert(t.sessionNotes)
        .values(row)
        .onConflictDoUpdate({ target: t.sessionNotes.sessionId, set: row })
    },
  }
}

export function privateNoteStore({ orm }: Database) {
  return {
    async get(sessionId: SessionId, personId: PersonId): Promise<PrivateNote | undefined> {
      const [note] = await orm
        .select()
        .from(t.privateNotes)
        .where(and(eq(t.privateNotes.sessionId, sessionId), eq(t.privateNotes.personId, personId)))
      return note
    },
    async ofPairing(pairingId: PairingId, personId: PersonId): Promise<PrivateNote[]> {
      return orm
        .select()
        .from(t.privateNotes)
        .where(and(eq(t.privateNotes.pairingId, pairingId), eq(t.privateNotes.personId, personId)))
        .orderBy(asc(t.privateNotes.savedAt), asc(t.privateNotes.sessionId))
    },
    async save(note: PrivateNote): Promise<void> {
      await orm
        .insert(t.privateNotes)
        .values(note)
        .onConflictDoUpdate({ target: [t.privateNotes.sessionId, t.privateNotes.personId], set: note })
    },
    async removeAll(pairingId: PairingId, personId: PersonId): Promise<void> {
      await orm
        .delete(t.privateNotes)
        .where(and(eq(t.privateNotes.pairingId, pairingId), eq(t.privateNotes.personId, personId)))
    },
  }
}
