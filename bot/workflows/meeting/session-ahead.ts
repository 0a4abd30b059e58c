/** The working day before a Session both hear when it is and who brings what. */
import { sessionAhead } from '../../domain/meeting/timetable.ts'
import { themeOf } from '../../domain/program/session-themes.ts'
import { linkOf } from '../../domain/scheduling/hold.ts'
import { isPending } from '../../domain/scheduling/repair/repair.ts'
import { cardFacts } from '../pairing/pair-context.ts'
import type { Ports } from '../ports.ts'
import { ownAgendas } from '../program/own-agendas.ts'
import { tell } from '../telling/deliver-notice.ts'

/** Joins an open transaction. Nothing about a Session that moved, is off, or for which another time is looked for. */
export async function tellOfSessionAhead(
  ports: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  key: string,
): Promise<'done' | 'skipped'> {
  const { store } = ports
  const { sessionId, startsAt } = sessionAhead(key)
  const session = await store.sessions.get(sessionId)
  const pairing = session && (await store.pairings.get(session.pairingId))
  const cohort = pairing && (await store.cohorts.get(pairing.cohortId))
  if (!cohort || pairing.state !== 'active' || session.state !== 'planned') return 'skipped'
  if (session.startsAt.getTime() !== startsAt.getTime()) return 'skipped'
  if ((await store.repairs.ofSession(sessionId)).some(isPending)) return 'skipped'
  const theme = themeOf(session.number, cohort.sessions)
  const own = (await ownAgendas(ports, cohort.programId))[theme]
  const joinUrl = linkOf(await store.holds.ofPairing(pairing.id), session.eventId)
  const openActions = (await store.actions.ofPairing(pairing.id)).filter(
    ({ doneAt, isErased }) => !doneAt && !isErased,
  ).length
  for (const personId of [pairing.mentorId, pairing.menteeId]) {
    const facts = await cardFacts(store, pairing, personId)
    if (!facts) continue
    await tell(ports, `${key}.${personId}`, personId, {
      ...{ kind: 'session-ahead', pairingId: pairing.id, sessionId, number: session.number, theme, ...facts },
      mySide: personId === pairing.mentorId ? 'mentor' : 'mentee',
      ...{ start: session.startsAt, end: session.endsAt },
      openActions,
      ...(own ? { own } : {}),
      ...(joinUrl ? { joinUrl } : {}),
    })
  }
  return 'done'
}
