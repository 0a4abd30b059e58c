import { and, asc, eq, gt, inArray, isNotNull, lt, ne, not, notExists, or, sql } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import { liveStates, type PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type Hold, type HoldId, readFailureFacts } from '../../domain/scheduling/hold.ts'
import type { Session, SessionId } from '../../domain/scheduling/session.ts'
import type { Database } from '../database.ts'
import { leasesOn } from '../lease.ts'
import { stir } from '../program/moments.ts'
import { byKey, columns, present } from '../rows.ts'
import * as t from '../schema.ts'

type Row = typeof t.holds.$inferSelect

/**
 * The column `booking` says what stands in Outlook: of a Hold that is booked or released its series; of one that is not
 * booked yet, in whose mailbox it was asked for and which series of an earlier revision it replaces.
 */
function toHold(row: Row): Hold {
  const { claimedUntil: _, failureDetail, booking, ...rest } = present(row)
  const isBooked = row.state === 'booked' || row.state === 'released'
  return {
    ...rest,
    ...(isBooked ? booking && { booking } : booking),
    ...(row.state === 'failed' ? { detail: readFailureFacts(failureDetail ?? '') } : {}),
  } as unknown as Hold
}

const keys = [
  'id',
  'pairingId',
  'revision',
  'state',
  'attempts',
  'requestedAt',
  'slot',
  'moved',
  'dates',
  'booking',
  'failure',
  'failureDetail',
  'releasedAt',
] as const

function toRow(hold: Hold) {
  const failureDetail = hold.state === 'failed' ? JSON.stringify(hold.detail) : null
  const booking = 'booking' in hold ? hold.booking : wanted(hold)
  return columns(keys, { ...hold, booking, failureDetail }) as unknown as typeof t.holds.$inferInsert
}

function wanted(hold: Hold) {
  const { organizerId } = hold
  const replaces = hold.state === 'requested' ? hold.replaces : undefined
  if (!organizerId && !replaces) return undefined
  return { ...(organizerId ? { organizerId } : {}), ...(replaces ? { replaces } : {}) }
}

const live = inArray(t.pairings.state, [...liveStates])
const withOneOf = (people: PersonId[]) =>
  or(inArray(t.pairings.mentorId, people), inArray(t.pairings.menteeId, people))

export function holdStore({ orm }: Database) {
  const leases = leasesOn({ orm }, t.holds, t.holds.id)
  return {
    ...byKey({ orm }, t.holds, t.holds.id, toHold),
    async ofPairing(pairingId: PairingId): Promise<Hold | undefined> {
      const [row] = await orm.select().from(t.holds).where(eq(t.holds.pairingId, pairingId))
      return row && toHold(row)
    },
    async list(cohortId: CohortId): Promise<Hold[]> {
      const rows = await orm
        .select({ hold: t.holds })
        .from(t.holds)
        .innerJoin(t.pairings, eq(t.pairings.id, t.holds.pairingId))
        .where(eq(t.pairings.cohortId, cohortId))
        .orderBy(asc(t.holds.requestedAt), asc(t.holds.id))
      return rows.map((row) => toHold(row.hold))
    },
    async stranded(before: Date): Promise<Hold[]> {
      const isPaused = sql`coalesce((${t.cohorts.scheduling}->>'paused')::boolean, false)`
      const rows = await orm
        .select({ hold: t.holds })
        .from(t.holds)
        .innerJoin(t.pairings, eq(t.pairings.id, t.holds.pairingId))
        .innerJoin(t.cohorts, eq(t.cohorts.id, t.pairings.cohortId))
        .where(
          and(
            eq(t.holds.state, 'requested'),
            leases.isFree(),
            lt(t.holds.requestedAt, before),
            not(isPaused),
          ),
        )
      return rows.map((row) => toHold(row.hold))
    },
    async promised(people: PersonId[]): Promise<{ hold: Hold; mentorId: PersonId; menteeId: PersonId }[]> {
      const rows = await orm
        .select({ hold: t.holds, mentorId: t.pairings.mentorId, menteeId: t.pairings.menteeId })
        .from(t.holds)
        .innerJoin(t.pairings, eq(t.pairings.id, t.holds.pairingId))
        .where(and(eq(t.holds.state, 'requested'), isNotNull(t.holds.slot), live, withOneOf(people)))
      return rows.map(({ hold, ...two }) => ({ hold: toHold(hold), ...two }))
    },
    async unreleased(before: Date): Promise<HoldId[]> {
      const over = and(
        inArray(t.pairings.state, ['completed', 'ended', 'declined']),
        lt(t.pairings.endedAt, before),
      )
      const rows = await orm
        .select({ id: t.holds.id })
        .from(t.holds)
        .innerJoin(t.pairings, eq(t.pairings.id, t.holds.pairingId))
        .where(and(ne(t.holds.state, 'released'), leases.isFree(), over))
      return rows.map((row) => row.id)
    },
    async save(hold: Hold): Promise<void> {
      const row = toRow(hold)
      await orm.insert(t.holds).values(row).onConflictDoUpdate({ target: t.holds.id, set: row })
    },
    ...{ claim: leases.claim, release: leases.release },
  }
}

const sessionKeys = [
  'id',
  'holdId',
  'pairingId',
  'number',
  'startsAt',
  'endsAt',
  'state',
  'movedFrom',
  'movedBy',
  'declinedBy',
  'originalStart',
  'eventId',
] as const

export function sessionStore({ orm }: Database) {
  const toSession = (row: typeof t.sessions.$inferSelect): Session => present(row)
  return {
    async get(id: SessionId): Promise<Session | undefined> {
      const [row] = await orm.select().from(t.sessions).where(eq(t.sessions.id, id))
      return row && toSession(row)
    },
    async ofPairing(pairingId: PairingId): Promise<Session[]> {
      const rows = await orm
        .select()
        .from(t.sessions)
        .where(eq(t.sessions.pairingId, pairingId))
        .orderBy(asc(t.sessions.number))
      return rows.map(toSession)
    },
    async list(cohortId: CohortId): Promise<Session[]> {
      const rows = await orm
        .select({ session: t.sessions })
        .from(t.sessions)
        .innerJoin(t.pairings, eq(t.pairings.id, t.sessions.pairingId))
        .where(eq(t.pairings.cohortId, cohortId))
        .orderBy(asc(t.sessions.startsAt), asc(t.sessions.id))
      return rows.map((row) => toSession(row.session))
    },
    async ahead(
      people: PersonId[],
      now: Date,
    ): Promise<{ session: Session; mentorId: PersonId; menteeId: PersonId }[]> {
      const rows = await orm
        .select({ session: t.sessions, mentorId: t.pairings.mentorId, menteeId: t.pairings.menteeId })
        .from(t.sessions)
        .innerJoin(t.pairings, eq(t.pairings.id, t.sessions.pairingId))
        .where(and(gt(t.sessions.endsAt, now), eq(t.sessions.state, 'planned'), live, withOneOf(people)))
      return rows.map(({ session, ...two }) => ({ session: toSession(session), ...two }))
    },
    async unasked(now: Date, limit: number): Promise<Session[]> {
      const asked = orm.select().from(t.checkIns).where(eq(t.checkIns.sessionId, t.sessions.id))
      // Its new time is being sought: there is nothing to ask about yet.
      const slipping = orm
        .select()
        .from(t.repairs)
        .where(
          and(eq(t.repairs.sessionId, t.sessions.id), inArray(t.repairs.state, ['open', 'booking', 'none'])),
        )
      const rows = await orm
        .select()
        .from(t.sessions)
        .where(
          and(
            lt(t.sessions.endsAt, now),
            ne(t.sessions.state, 'cancelled'),
            notExists(asked),
            notExists(slipping),
          ),
        )
        .orderBy(asc(t.sessions.endsAt))
        .limit(limit)
      return rows.map(toSession)
    },
    async save(session: Session): Promise<void> {
      const row = columns(sessionKeys, session) as unknown as typeof t.sessions.$inferInsert
      await orm.insert(t.sessions).values(row).onConflictDoUpdate({ target: t.sessions.id, set: row })
      await stir({ orm }, [session.pairingId])
    },
  }
}
