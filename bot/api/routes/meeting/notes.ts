/** Notes of a Session: the page of the two, and what each locked for themselves. */
import type { Out } from '../../../contract/index.ts'
import { mayWriteNotes } from '../../../domain/meeting/session-notes.ts'
import type { PersonId } from '../../../domain/organization/person.ts'
import { isOneOf, type Pairing } from '../../../domain/pairing/pairing.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { removePrivateNotes, savePrivateNote, saveSessionNotes } from '../../../workflows/meeting/notes.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  'sessionNotes' | 'saveSessionNotes' | 'privateNotes' | 'savePrivateNote' | 'removePrivateNotes'
>

export function noteRoutes(ports: Ports): Routes {
  const { store } = ports
  const pairingOf = async (sessionId: string) => {
    const session = await store.sessions.get(sessionId)
    return session && (await store.pairings.get(session.pairingId))
  }
  const ofSession = async (_: Asker, { id }: { id: string }) => ({ pairing: await pairingOf(id) })
  /** One's own, as long as one is one of the two. */
  const own = (personId: PersonId, pairing: Pairing | undefined) => ({
    ownerId: pairing && isOneOf(pairing, personId) ? personId : undefined,
  })
  const pageOf = async (id: string, me: PersonId, pairing: Pairing): Promise<Out<'sessionNotes'>> => {
    const known = await store.sessionNotes.get(id)
    const by = known?.savedById === me ? ('me' as const) : ('partner' as const)
    return {
      text: known?.text ?? '',
      version: known?.version ?? 0,
      ...(known ? { savedBy: by, savedAt: iso(known.savedAt) } : {}),
      mayChange: mayWriteNotes(pairing) && !known?.isErased,
    }
  }
  return {
    sessionNotes: asks(
      'keep-session-notes',
      ofSession,
      async ({ personId }, { id }) => {
        const pairing = await pairingOf(id)
        return pairing ? pageOf(id, personId, pairing) : refuse('not-found')
      },
      'not-found',
    ),
    saveSessionNotes: asks(
      'keep-session-notes',
      ofSession,
      async ({ personId }, { id, text, seen }) => {
        const saved = await saveSessionNotes(ports, { sessionId: id, text, seen }, personId)
        if (!isRefused(saved)) return { version: saved.version }
        const stands = saved.refused === 'changed-meanwhile' && (await store.sessionNotes.get(id))
        if (!stands) return saved
        const { text: theirs, version, savedById, savedAt } = stands
        const by = faceFrom(await store.people.many([savedById]), savedById)
        return { ...saved, saved: { now: { text: theirs, version }, by, at: iso(savedAt) } }
      },
      'not-found',
    ),
    privateNotes: asks(
      'keep-private-notes',
      async ({ personId }, { id }) => own(personId, await store.pairings.get(id)),
      async ({ personId }, { id }) => {
        const pairing = await store.pairings.get(id)
        const notes = await store.privateNotes.ofPairing(id, personId)
        return {
          notes: notes.map(({ sessionId, version, savedAt, box }) => ({
            ...{ sessionId, version, box },
            savedAt: iso(savedAt),
          })),
          mayChange: pairing !== undefined && mayWriteNotes(pairing),
        }
      },
      'not-found',
    ),
    savePrivateNote: asks(
      'keep-private-notes',
      async ({ personId }, { id }) => own(personId, await pairingOf(id)),
      async ({ personId }, { id, box, seen }) => {
        const saved = await savePrivateNote(ports, { sessionId: id, box, seen }, personId)
        return isRefused(saved) ? saved : { version: saved.version }
      },
      'not-found',
    ),
    removePrivateNotes: asks(
      'keep-private-notes',
      async ({ personId }, { id }) => own(personId, await store.pairings.get(id)),
      async ({ personId }, { id }) => {
        await removePrivateNotes(ports, id, personId)
        return { ok: true as const }
      },
      'not-found',
    ),
  }
}
