/**
 * What people did to a series in Outlook, as changes of our Sessions. A fact is only what was read: an occurrence that is
 * not there although the whole series was read is cancelled; what could not be read never comes here. Sessions that were
 * answered for stay as they are, whatever happens to the calendar entry afterwards.
 */
import type { PersonId } from '../organization/person.ts'
import { isWaived, type Session, type SessionId } from './session.ts'

/** One occurrence, or one event of its own, as Outlook has it now. */
export interface SeenOccurrence {
  start: Date
  end: Date
  /** Who said no to it. */
  declinedBy: PersonId[]
}

export interface SeenSeries {
  occurrences: (SeenOccurrence & { originalStart: Date })[]
  /** Original starts of the cancelled ones. */
  cancelled: Date[]
}

export interface Seen {
  /** `gone`: deleted or cancelled as a whole. */
  series: SeenSeries | 'gone'
  /** Events of their own, by id. */
  singles: ReadonlyMap<string, SeenOccurrence | 'gone'>
}

export interface Known {
  /** In whose mailbox it is: only they can move or cancel it. */
  organizerId: PersonId
  /** Answered for by somebody, or between two states of ours: not touched. */
  settled: ReadonlySet<SessionId>
  /** Somebody told us, not Outlook, that they cannot come. */
  toldUs: ReadonlySet<SessionId>
}

/** `dropped`: nobody called it off, the series ends before it. */
export type Happening = 'moved' | 'dropped' | 'cancelled' | 'declined' | 'accepted' | 'restored' | 'noted'

export interface SessionChange {
  before: Session
  after: Session
  /** `noted`: only what Outlook calls it. */
  what: Happening
}

export function factsOf(sessions: Session[], seen: Seen, known: Known): SessionChange[] {
  const places = placesIn(sessions, seen)
  return sessions.flatMap((session): SessionChange[] => {
    const touchable = session.state === 'planned' || (session.state === 'cancelled' && !isWaived(session))
    if (!touchable || known.settled.has(session.id)) return []
    const change = judge(session, places.get(session.id), known)
    return change ? [change] : []
  })
}

/** Sessions ahead for which the series has no place any more, and no word that they were called off. */
export function droppedIn(sessions: Session[], seen: Seen, now: Date): Session[] {
  const places = placesIn(sessions, seen)
  return sessions.filter(
    ({ id, state, endsAt }) => state === 'planned' && endsAt > now && places.get(id) === 'dropped',
  )
}

type Place = { at: SeenOccurrence; originalStart?: Date } | 'cancelled' | 'dropped'

/**
 * By the start that the series gave it. Where the whole series was changed, what is left over is matched in order: the
 * dates that were called off keep their turn, and so do the Sessions that have an event of their own.
 */
function placesIn(sessions: Session[], { series, singles }: Seen): Map<SessionId, Place> {
  const places = new Map<SessionId, Place>()
  for (const { id, eventId } of sessions) {
    const at = eventId === undefined ? undefined : singles.get(eventId)
    if (at) places.set(id, at === 'gone' ? 'cancelled' : { at })
  }
  const place = ({ id, eventId }: Session, found: Place) => {
    if (eventId === undefined) places.set(id, found)
  }
  const offered = series === 'gone' ? new Map<number, Place>() : placesOf(series)
  const lost: Session[] = []
  for (const session of sessions) {
    const found = series === 'gone' ? 'cancelled' : offered.get(nameOf(session))
    offered.delete(nameOf(session))
    if (found) place(session, found)
    else lost.push(session)
  }
  const left = [...offered].sort(([a], [b]) => a - b).map(([, one]) => one)
  for (const [i, session] of lost.entries()) place(session, left[i] ?? 'dropped')
  return places
}

/** Every date of the pattern, by its start. */
function placesOf({ occurrences, cancelled }: SeenSeries): Map<number, Place> {
  return new Map<number, Place>([
    ...cancelled.map((date) => [date.getTime(), 'cancelled'] as const),
    ...occurrences.map(
      (at) => [at.originalStart.getTime(), { at, originalStart: at.originalStart }] as const,
    ),
  ])
}

const nameOf = ({ originalStart, movedFrom, startsAt }: Session) =>
  (originalStart ?? movedFrom ?? startsAt).getTime()

function judge(session: Session, place: Place | undefined, known: Known): SessionChange | undefined {
  if (!place) return undefined
  if (place === 'cancelled' || place === 'dropped') {
    if (session.state === 'cancelled') return undefined
    const after: Session = { ...session, state: 'cancelled', declinedBy: known.organizerId }
    return { before: session, after, what: place }
  }
  return compare(session, place, known)
}

function compare(
  session: Session,
  { at, originalStart }: { at: SeenOccurrence; originalStart?: Date },
  known: Known,
): SessionChange | undefined {
  const { declinedBy: said, ...rest } = session
  const isBack = session.state === 'cancelled'
  const declinedBy = whoCannotCome(session, at, known)
  const moved = moving(session, at, known)
  const after: Session = {
    ...rest,
    ...moved,
    state: 'planned',
    ...(originalStart ? { originalStart } : {}),
    ...(declinedBy ? { declinedBy } : {}),
  }
  if (!moved.movedFrom && session.movedFrom && moved.startsAt) {
    delete after.movedFrom
    delete after.movedBy
  }
  if (isBack) return { before: session, after, what: 'restored' }
  if (moved.startsAt) return { before: session, after, what: 'moved' }
  if (declinedBy !== said) return { before: session, after, what: declinedBy ? 'declined' : 'accepted' }
  const named = originalStart && session.originalStart?.getTime() !== originalStart.getTime()
  const stretched = at.end.getTime() !== session.endsAt.getTime()
  return named || stretched ? { before: session, after, what: 'noted' } : undefined
}

function whoCannotCome(session: Session, at: SeenOccurrence, { toldUs }: Known): PersonId | undefined {
  const [told] = at.declinedBy
  if (session.declinedBy && at.declinedBy.includes(session.declinedBy)) return session.declinedBy
  return told ?? (toldUs.has(session.id) ? session.declinedBy : undefined)
}

/** Outlook does not say who moved it; only the organizer can. Back where it was agreed first is not moved. */
function moving(
  session: Session,
  { start, end }: SeenOccurrence,
  { organizerId }: Known,
): Partial<Pick<Session, 'startsAt' | 'endsAt' | 'movedFrom' | 'movedBy'>> {
  if (start.getTime() === session.startsAt.getTime()) return { endsAt: end }
  const movedFrom = session.movedFrom ?? session.startsAt
  const isBack = movedFrom.getTime() === start.getTime()
  return { startsAt: start, endsAt: end, ...(isBack ? {} : { movedFrom, movedBy: organizerId }) }
}
