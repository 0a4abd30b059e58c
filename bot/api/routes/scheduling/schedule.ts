/** The Holds of a Cohort, as its Organizer follows them. */
import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import type { Outcome } from '../../../domain/meeting/outcome.ts'
import { isNoLongerAwaited } from '../../../domain/meeting/pair-health.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { outcomesOf } from '../../../domain/publishing/snapshot.ts'
import type { Hold } from '../../../domain/scheduling/hold.ts'
import type { Repair } from '../../../domain/scheduling/repair/repair.ts'
import { seriesTime } from '../../../domain/scheduling/series-time.ts'
import type { Session } from '../../../domain/scheduling/session.ts'
import { chartOf } from '../../../workflows/organization/chart.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { loadFigures } from '../../../workflows/publishing/take-snapshot.ts'
import { bookAll, retryHold } from '../../../workflows/scheduling/release-hold.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom, iso, timesOf } from '../views.ts'

type SessionState = Out<'schedule'>['holds'][number]['sessions'][number]['state']

export async function scheduleView(ports: Ports, id: string, asker: Asker): Promise<Out<'schedule'>> {
  const { store, calendar, clock } = ports
  const mayRead = await pairHealthReader(ports, id, asker)
  const outcomes = outcomesOf(await store.snapshots.get(id))
  const pairings = new Map((await store.pairings.list(id)).map((pairing) => [pairing.id, pairing]))
  const sessions = await store.sessions.list(id)
  const byPairing = groupSessions(sessions)
  const repairs = new Map((await store.repairs.list(id)).map((repair) => [repair.sessionId, repair]))
  const holds = (await store.holds.list(id)).filter((hold) => pairings.has(hold.pairingId))
  const people = await store.people.many(
    [...pairings.values()].flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
  )
  const zones = new Map((await store.participants.list(id)).map((one) => [one.personId, one.timeZone]))
  const zonesOf = ({ mentorId, menteeId }: Pairing) => {
    const [mentor, mentee] = [zones.get(mentorId), zones.get(menteeId)]
    return mentor && mentee && mentor !== mentee ? { zones: { mentor, mentee } } : {}
  }
  const count = (state: Hold['state']) => holds.filter((hold) => hold.state === state).length
  const holdKept = (await loadFigures(ports, id)).find(({ key }) => key === 'hold-kept')!
  return {
    totals: {
      pairs: holds.length,
      booked: count('booked'),
      requested: count('requested'),
      failed: count('failed'),
      released: count('released'),
    },
    paused: (await store.cohorts.get(id))?.scheduling.paused ?? false,
    holdKept,
    holds: holds.map((hold) => {
      const pairing = pairings.get(hold.pairingId)!
      const { mentorId, menteeId } = pairing
      return {
        id: hold.id,
        pairingId: hold.pairingId,
        mentor: faceFrom(people, mentorId),
        mentee: faceFrom(people, menteeId),
        state: hold.state,
        ...(hold.state === 'failed' ? { failure: { code: hold.failure, ...hold.detail } } : {}),
        ...(waitsForOutlook(hold, calendar) ? { waitsForOutlook: true } : {}),
        facts: factsOf(hold),
        ...(hold.slot
          ? {
              time:
                hold.state === 'booked' && mayRead(pairing)
                  ? seriesTime(hold.slot, byPairing.get(hold.pairingId) ?? [], clock.now())
                  : hold.slot.time,
              timeZone: hold.slot.timeZone,
              everyWeeks: hold.slot.everyWeeks,
            }
          : {}),
        ...(mayRead(pairing)
          ? {
              ...zonesOf(pairing),
              sessions: (byPairing.get(hold.pairingId) ?? []).map((session) =>
                sessionView(session, outcomes.get(session.id), repairs.get(session.id), pairing, clock.now()),
              ),
            }
          : { withheld: true, sessions: [] }),
      }
    }),
  }
}

/** What the two did in their calendars is known at once; what they answered as the last snapshot tells it. */
function sessionView(
  session: Session,
  outcome: Outcome | undefined,
  repair: Repair | undefined,
  pairing: Pairing,
  now: Date,
) {
  const { id, number, startsAt, endsAt, movedFrom, movedBy, declinedBy } = session
  const side = (who: string): 'mentor' | 'mentee' | 'other' =>
    who === pairing.mentorId ? 'mentor' : who === pairing.menteeId ? 'mentee' : 'other'
  return {
    id,
    number,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    state: stateAsShown(session, outcome, now),
    ...(movedFrom ? { movedFrom: iso(movedFrom) } : {}),
    ...(movedBy ? { movedBy: side(movedBy) } : {}),
    ...(declinedBy ? { declinedBy: side(declinedBy) } : {}),
    ...(repair ? { repair: timesOf(repair, now).state } : {}),
  }
}

/** What is over and no longer waited for is not ahead any more: there is no word of it. */
function stateAsShown(session: Session, outcome: Outcome | undefined, now: Date): SessionState {
  if (session.state === 'cancelled') return 'cancelled'
  if (!outcome) return isNoLongerAwaited(session, now) ? 'not-confirmed' : 'planned'
  return outcome.held ? 'held' : 'not-confirmed'
}

/** Whether the asker may read how a pair is doing: the one question of every view over pairs. */
export async function pairHealthReader(
  ports: Ports,
  id: string,
  asker: Asker,
): Promise<(pairing: Pairing) => boolean> {
  const { mayBeAbove } = await chartOf(ports)
  const roles = await asker.rolesFor(id)
  return (pairing) => may('read-pair-health', asker, { roles, pairing, isAbove: mayBeAbove })
}

/** As this instance sees it; of what another one books it is known only that an attempt ended without an answer. */
function waitsForOutlook(hold: Hold, calendar: Ports['calendar']): boolean {
  if (hold.state !== 'requested' || !hold.slot || !hold.organizerId) return false
  return hold.attempts > 1 || calendar.isHeldBack(hold.organizerId)
}

function factsOf(hold: Hold): Out<'schedule'>['holds'][number]['facts'] {
  return [
    ...(hold.moved?.length ? (['moved'] as const) : []),
    ...(hold.dates ? (['single-dates'] as const) : []),
    ...(hold.state === 'booked' && !hold.booking.joinUrl ? (['no-link'] as const) : []),
    ...(hold.state === 'requested' && hold.replaces ? (['changing'] as const) : []),
  ]
}

export function scheduleRoutes(ports: Ports): Pick<Handlers, 'schedule' | 'bookAll' | 'retryHold'> {
  return {
    schedule: asks('read-schedule', inCohort, async (asker, { id }) => {
      return scheduleView(ports, id, asker)
    }),
    bookAll: asks('book-holds', inCohort, async (asker, { id }) => {
      return bookAll(ports, id, asker.personId)
    }),
    retryHold: asks('book-holds', whereHeld(ports), async (asker, { id }) =>
      retryHold(ports, id, asker.personId),
    ),
  }
}

/** The Cohort of a Hold. */
export const whereHeld =
  ({ store }: Pick<Ports, 'store'>) =>
  async (asker: Asker, { id }: { id: string }) => {
    const hold = await store.holds.get(id)
    const pairing = hold && (await store.pairings.get(hold.pairingId))
    return { roles: await asker.rolesFor(pairing?.cohortId) }
  }

export function groupSessions(sessions: Session[]): Map<string, Session[]> {
  const grouped = new Map<string, Session[]>()
  for (const session of sessions) {
    const list = grouped.get(session.pairingId)
    if (list) list.push(session)
    else grouped.set(session.pairingId, [session])
  }
  return grouped
}
