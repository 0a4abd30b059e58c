import { and, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import { type CalendarWatch, wholeDirectory } from '../../domain/scheduling/calendar-watch.ts'
import type { HoldId } from '../../domain/scheduling/hold.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'

function toWatch(row: typeof t.calendarWatches.$inferSelect): CalendarWatch {
  const { deltaLink: _, ...rest } = present(row)
  return rest
}

/** A mailbox in which a series with Sessions ahead is organized. */
const liveSeries = `select distinct h.booking->>'organizerId' as mailbox from holds h
  join sessions s on s.hold_id = h.id
  where h.state = 'booked' and s.ends_at > $1 and s.state in ('planned', 'cancelled')`

export function watchStore({ orm, query }: Database) {
  return {
    async get(mailbox: PersonId): Promise<CalendarWatch | undefined> {
      const [row] = await orm.select().from(t.calendarWatches).where(eq(t.calendarWatches.mailbox, mailbox))
      return row && toWatch(row)
    },
    async subscriptionIds(): Promise<string[]> {
      const { rows } = await query(
        'select subscription_id from calendar_watches where subscription_id is not null',
      )
      return rows.map((row: { subscription_id: string }) => row.subscription_id)
    },
    async ofSubscriptions(ids: string[]): Promise<CalendarWatch[]> {
      if (ids.length === 0) return []
      const rows = await orm
        .select()
        .from(t.calendarWatches)
        .where(inArray(t.calendarWatches.subscriptionId, ids))
      return rows.map(toWatch)
    },
    /** Mailboxes with a live series that nobody listens to yet. */
    async missing(now: Date, limit: number): Promise<PersonId[]> {
      const { rows } = await query(
        `select mailbox from (${liveSeries}) live where mailbox is not null and not exists
           (select 1 from calendar_watches w where w.mailbox = live.mailbox) order by mailbox limit $2`,
        [now, limit],
      )
      return rows.map((row: { mailbox: string }) => row.mailbox)
    },
    /** Watches of mailboxes in which nothing of ours lies ahead any more. */
    async idle(now: Date, limit: number): Promise<CalendarWatch[]> {
      const { rows } = await query(
        `select mailbox from calendar_watches where mailbox <> $3 and mailbox not in
           (select mailbox from (${liveSeries}) live where mailbox is not null) order by mailbox limit $2`,
        [now, limit, wholeDirectory],
      )
      const mailboxes = rows.map((row: { mailbox: string }) => row.mailbox)
      if (mailboxes.length === 0) return []
      const found = await orm
        .select()
        .from(t.calendarWatches)
        .where(inArray(t.calendarWatches.mailbox, mailboxes))
      return found.map(toWatch)
    },
    /** Without a subscription and not put off, or with one that ends before `renewBefore`. */
    async due(now: Date, renewBefore: Date, limit: number): Promise<CalendarWatch[]> {
      const w = t.calendarWatches
      const absent = and(isNull(w.subscriptionId), or(isNull(w.expiresAt), lt(w.expiresAt, now)))
      const ending = and(sql`${w.subscriptionId} is not null`, lt(w.expiresAt, renewBefore))
      const rows = await orm.select().from(w).where(or(absent, ending)).orderBy(w.mailbox).limit(limit)
      return rows.map(toWatch)
    },
    /** Nobody has read their series since `before`. */
    async unlooked(before: Date, limit: number): Promise<PersonId[]> {
      const w = t.calendarWatches
      const rows = await orm
        .select({ mailbox: w.mailbox })
        .from(w)
        .where(and(ne(w.mailbox, wholeDirectory), or(isNull(w.lookedAt), lt(w.lookedAt, before))))
        .orderBy(sql`${w.lookedAt} asc nulls first`)
        .limit(limit)
      return rows.map((row) => row.mailbox)
    },
    /** True for the first who says so since the last look. */
    async stir(mailbox: PersonId): Promise<boolean> {
      const rows = await orm
        .update(t.calendarWatches)
        .set({ stirred: true })
        .where(and(eq(t.calendarWatches.mailbox, mailbox), eq(t.calendarWatches.stirred, false)))
        .returning({ mailbox: t.calendarWatches.mailbox })
      return rows.length > 0
    },
    /** Whatever happens from now on needs another look. */
    async calm(mailbox: PersonId): Promise<void> {
      await orm
        .update(t.calendarWatches)
        .set({ stirred: false })
        .where(eq(t.calendarWatches.mailbox, mailbox))
    },
    async looked(mailbox: PersonId, at: Date): Promise<void> {
      await orm.update(t.calendarWatches).set({ lookedAt: at }).where(eq(t.calendarWatches.mailbox, mailbox))
    },
    /** Subscription and its end; what was looked at and stirred stays. */
    async save({ mailbox, subscriptionId, clientState, expiresAt }: CalendarWatch): Promise<void> {
      const set = { subscriptionId: subscriptionId ?? null, clientState, expiresAt: expiresAt ?? null }
      await orm
        .insert(t.calendarWatches)
        .values({ mailbox, ...set })
        .onConflictDoUpdate({ target: t.calendarWatches.mailbox, set })
    },
    async remove(mailbox: PersonId): Promise<void> {
      await orm.delete(t.calendarWatches).where(eq(t.calendarWatches.mailbox, mailbox))
    },
    /** Holds whose series lies in this mailbox. */
    async seriesIn(mailbox: PersonId): Promise<HoldId[]> {
      const { rows } = await query(
        `select id from holds where state = 'booked' and booking->>'organizerId' = $1 order by id`,
        [mailbox],
      )
      return rows.map((row: { id: string }) => row.id)
    },
    async isOurs(mailbox: PersonId, eventId: string): Promise<boolean> {
      const { rows } = await query(
        `select 1 from holds where state = 'booked' and booking->>'organizerId' = $1 and (
          booking->>'eventId' = $2 or booking->'continuedIn' @> to_jsonb($2::text)
          or exists (select 1 from sessions where hold_id = holds.id and event_id = $2)) limit 1`,
        [mailbox, eventId],
      )
      return rows.length > 0
    },
  }
}
