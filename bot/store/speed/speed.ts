import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { Fault } from '../../domain/fault.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { SpeedEvent, SpeedEventId, SpeedMeeting } from '../../domain/speed/speed-event.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { leasesOn } from '../lease.ts'
import { byKey, inParts } from '../rows.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

type Row = typeof t.speedEvents.$inferSelect
type Sealed = { eventId: SpeedEventId; fromId: PersonId; toId: PersonId; rating: string }

function toEvent({ claimedUntil: _, booking, ...rest }: Row): SpeedEvent {
  if (!booking) return rest
  return 'failure' in booking ? { ...rest, failure: booking.failure } : { ...rest, booking }
}

const toRow = ({ failure, booking, ...rest }: SpeedEvent): typeof t.speedEvents.$inferInsert => ({
  ...rest,
  booking: booking ?? (failure ? { failure } : null),
})

export function speedStore({ orm, transaction }: Database, keys: DataKeys) {
  const leases = leasesOn({ orm }, t.speedEvents, t.speedEvents.id)
  const cohortOf = async (eventId: SpeedEventId): Promise<CohortId> => {
    const [row] = await orm
      .select({ cohortId: t.speedEvents.cohortId })
      .from(t.speedEvents)
      .where(eq(t.speedEvents.id, eventId))
    if (!row) throw new Fault(`There is no speed event ${eventId} to rate.`)
    return row.cohortId
  }
  /** Without those that are erased. */
  const opened = async <Row extends Sealed>(cohortId: CohortId, rows: Row[]) => {
    if (rows.length === 0) return []
    const box = await keys.boxOf(cohortId)
    return rows.flatMap((row) => {
      const rating = box.open<number>(places.rating(row), row.rating)
      return rating === erased ? [] : [{ ...row, rating }]
    })
  }
  return {
    ...byKey({ orm }, t.speedEvents, t.speedEvents.id, toEvent),
    /** The latest first. */
    async list(cohortId: CohortId): Promise<SpeedEvent[]> {
      const rows = await orm
        .select()
        .from(t.speedEvents)
        .where(eq(t.speedEvents.cohortId, cohortId))
        .orderBy(desc(t.speedEvents.startsAt), asc(t.speedEvents.id))
      return rows.map(toEvent)
    },
    async save(event: SpeedEvent): Promise<void> {
      const row = toRow(event)
      await orm.insert(t.speedEvents).values(row).onConflictDoUpdate({ target: t.speedEvents.id, set: row })
    },
    ...{ claim: leases.claim, release: leases.release },
    /** Published, not in Outlook and nobody at it; or cancelled and still in Outlook. */
    async unsettled(): Promise<SpeedEventId[]> {
      const rows = await orm
        .select({ id: t.speedEvents.id })
        .from(t.speedEvents)
        .where(
          and(
            leases.isFree(),
            or(
              and(eq(t.speedEvents.state, 'published'), isNull(t.speedEvents.booking)),
              and(eq(t.speedEvents.state, 'cancelled'), isNotNull(t.speedEvents.booking)),
            ),
          ),
        )
      return rows.map((row) => row.id)
    },
    /** Published events that begin before that moment. */
    async begun(before: Date): Promise<SpeedEvent[]> {
      const rows = await orm
        .select()
        .from(t.speedEvents)
        .where(and(eq(t.speedEvents.state, 'published'), lt(t.speedEvents.startsAt, before)))
      return rows.map(toEvent)
    },

    async meetings(eventId: SpeedEventId): Promise<SpeedMeeting[]> {
      const { round, mentorId, menteeId } = t.speedMeetings
      return orm
        .select({ round, mentorId, menteeId })
        .from(t.speedMeetings)
        .where(eq(t.speedMeetings.eventId, eventId))
        .orderBy(asc(round), asc(mentorId))
    },
    async replaceMeetings(eventId: SpeedEventId, meetings: SpeedMeeting[]): Promise<void> {
      await transaction(async () => {
        await orm.delete(t.speedMeetings).where(eq(t.speedMeetings.eventId, eventId))
        for (const part of inParts(meetings, 1000)) {
          await orm.insert(t.speedMeetings).values(part.map((meeting) => ({ eventId, ...meeting })))
        }
      })
    },
    /** Everybody who met, or will, in events that were published. */
    async pairsOf(cohortId: CohortId): Promise<[mentorId: PersonId, menteeId: PersonId][]> {
      const rows = await orm
        .select({ mentorId: t.speedMeetings.mentorId, menteeId: t.speedMeetings.menteeId })
        .from(t.speedMeetings)
        .innerJoin(t.speedEvents, eq(t.speedEvents.id, t.speedMeetings.eventId))
        .where(and(eq(t.speedEvents.cohortId, cohortId), inArray(t.speedEvents.state, ['published', 'over'])))
      return rows.map((row) => [row.mentorId, row.menteeId])
    },
    /** Published events, over or not, that somebody has a meeting in, begun after that moment; the next one last. */
    async ofPerson(personId: PersonId, after: Date): Promise<SpeedEvent[]> {
      const rows = await orm
        .selectDistinct({ event: t.speedEvents })
        .from(t.speedEvents)
        .innerJoin(t.speedMeetings, eq(t.speedMeetings.eventId, t.speedEvents.id))
        .where(
          and(
            or(eq(t.speedMeetings.mentorId, personId), eq(t.speedMeetings.menteeId, personId)),
            inArray(t.speedEvents.state, ['published', 'over']),
            gt(t.speedEvents.startsAt, after),
          ),
        )
        .orderBy(desc(t.speedEvents.startsAt))
      return rows.map(({ event }) => toEvent(event))
    },

    /** A later answer replaces the former. */
    async rate(rating: {
      eventId: SpeedEventId
      fromId: PersonId
      toId: PersonId
      rating: number
      ratedAt: Date
    }): Promise<void> {
      const sealed = (await keys.boxOf(await cohortOf(rating.eventId))).seal(
        places.rating(rating),
        rating.rating,
      )
      await orm
        .insert(t.speedRatings)
        .values({ ...rating, rating: sealed })
        .onConflictDoUpdate({
          target: [t.speedRatings.eventId, t.speedRatings.fromId, t.speedRatings.toId],
          set: { rating: sealed, ratedAt: rating.ratedAt },
        })
    },
    /** What one person said; nobody else's. */
    async ratingsBy(eventId: SpeedEventId, fromId: PersonId): Promise<{ toId: PersonId; rating: number }[]> {
      const rows = await orm
        .select()
        .from(t.speedRatings)
        .where(and(eq(t.speedRatings.eventId, eventId), eq(t.speedRatings.fromId, fromId)))
      if (rows.length === 0) return []
      return (await opened(await cohortOf(eventId), rows)).map(({ toId, rating }) => ({ toId, rating }))
    },
    /** For the engine alone. */
    async ratingsOf(cohortId: CohortId): Promise<{ from: PersonId; to: PersonId; rating: number }[]> {
      const { eventId, fromId, toId, rating } = t.speedRatings
      const rows = await orm
        .select({ eventId, fromId, toId, rating })
        .from(t.speedRatings)
        .innerJoin(t.speedEvents, eq(t.speedEvents.id, t.speedRatings.eventId))
        .where(and(eq(t.speedEvents.cohortId, cohortId), inArray(t.speedEvents.state, ['published', 'over'])))
        .orderBy(asc(t.speedRatings.ratedAt), asc(t.speedRatings.fromId), asc(t.speedRatings.toId))
      const ratings = await opened(cohortId, rows)
      return ratings.map((one) => ({ from: one.fromId, to: one.toId, rating: one.rating }))
    },
  }
}
