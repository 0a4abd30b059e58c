import { createHash } from 'node:crypto'
import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  ne,
  notExists,
  notLike,
  or,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { dayMs, hourMs, minusMs, secondMs } from '../../domain/span.ts'
import { betweenTwo, type Notice } from '../../domain/telling/notice.ts'
import { appFirst, mostHeldMs } from '../../domain/telling/notice-life.ts'
import type { ClaimedNotice, OutgoingNotice, Reachable, Unreached } from '../../domain/telling/outgoing.ts'
import { type DataKeys, organization } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { databaseNow, isOlderThan, leasesOn } from '../lease.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { type Box, erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'
import { scopeOf } from './notice-scope.ts'
import { reviveNotice } from './revive-notice.ts'

type Row = typeof t.notices.$inferSelect

/** What the app cures when it arrives. */
const forWantOfApp = ['not-installed', 'gone']
const awayWhy = 'teams-unavailable'
/** A shorter outage is nothing that anybody has to know of. */
const outageMs = hourMs
/** Until then Teams, or the app, may still come. */
const mailAfterMs = dayMs
const isNoOlder = (ms: number) =>
  sql`${t.notices.intendedAt} > now() - ${ms / secondMs} * interval '1 second'`
/** What waits for the app is let go by whoever brings it, and stranded only when nobody did. */
const isNotHeld = or(
  isNull(t.notices.why),
  ne(t.notices.why, appFirst),
  isOlderThan(t.notices.intendedAt, mostHeldMs),
)
const notTaken = or(
  and(eq(t.notices.state, 'unreachable'), inArray(t.notices.why, [...forWantOfApp, 'blocked', awayWhy])),
  and(eq(t.notices.state, 'waiting'), eq(t.notices.why, awayWhy)),
)

/** Undefined when what it said is erased. */
function toOutgoing(row: Row, box: Box): OutgoingNotice | undefined {
  const { claimedAt: _c, intendedAt: _i, mailedAt: _m, scope: _s, ...rest } = present(row)
  const notice = box.open<Notice>(places.notice(row.key), row.notice)
  return notice === erased ? undefined : { ...rest, notice: reviveNotice(notice) }
}

export function noticeStore({ orm, transaction }: Database, keys: DataKeys) {
  const opened = (rows: Row[]) => keys.openEach(rows, ({ scope }) => scope, toOutgoing)
  const leases = leasesOn({ orm }, t.notices, t.notices.key)
  /** Its worker died over it: another one sends it. */
  const isDead = (leaseMs: number) => and(eq(t.notices.state, 'sending'), leases.isFree(leaseMs))
  return {
    async get(key: string): Promise<OutgoingNotice | undefined> {
      const [row] = await orm.select().from(t.notices).where(eq(t.notices.key, key))
      return row && (await opened([row]))[0]
    },
    async intend(key: string, personId: PersonId, notice: Notice): Promise<boolean> {
      const own = await scopeOf(orm, notice)
      // Of a Cohort that is forgotten there may still be news, of a Summary say: its key seals nothing any more.
      const scope = (await keys.boxOf(own)).isErased ? organization : own
      const sealed = (await keys.boxOf(scope)).seal(places.notice(key), notice)
      const rows = await orm
        .insert(t.notices)
        .values({ key, personId, notice: sealed, scope, state: 'waiting', attempts: 0 })
        .onConflictDoNothing()
        .returning({ key: t.notices.key })
      return rows.length > 0
    },
    async save(notice: OutgoingNotice): Promise<void> {
      const { key, state, attempts, conversationId, activityId, why } = notice
      await orm
        .update(t.notices)
        .set({
          state,
          attempts,
          conversationId: conversationId ?? null,
          activityId: activityId ?? null,
          why: why ?? null,
          claimedAt: null,
        })
        .where(eq(t.notices.key, key))
    },
    async rewrite(key: string, notice: Notice): Promise<boolean> {
      return transaction(async () => {
        const mine = eq(t.notices.key, key)
        const [row] = await orm.select({ scope: t.notices.scope }).from(t.notices).where(mine).for('update')
        if (!row) return false
        const sealed = (await keys.boxOf(row.scope)).seal(places.notice(key), notice)
        await orm.update(t.notices).set({ notice: sealed }).where(mine)
        return true
      })
    },
    async claim(key: string, leaseMs: number): Promise<ClaimedNotice | undefined> {
      return transaction(async () => {
        const mine = eq(t.notices.key, key)
        const claimed = await leases.claim(key, leaseMs, {
          where: or(eq(t.notices.state, 'waiting'), isDead(leaseMs)),
          set: { state: 'sending', attempts: sql`${t.notices.attempts} + 1` },
        })
        if (!claimed) return undefined
        const ageSeconds = sql<string>`extract(epoch from now() - ${t.notices.intendedAt})`
        const [found] = await orm.select({ row: t.notices, ageSeconds }).from(t.notices).where(mine)
        const [outgoing] = found ? await opened([found.row]) : []
        if (found && outgoing) return { ...outgoing, ageMs: Number(found.ageSeconds) * secondMs }
        await orm.update(t.notices).set({ state: 'unreachable', why: 'erased', claimedAt: null }).where(mine)
        return undefined
      })
    },
    async revive(personId: PersonId, whys: readonly string[], mostAgeMs: number): Promise<string[]> {
      const missed = and(
        eq(t.notices.personId, personId),
        inArray(t.notices.state, ['unreachable', 'waiting']),
        inArray(t.notices.why, [...whys]),
        isNoOlder(mostAgeMs),
      )
      const rows = await orm
        .select({ key: t.notices.key })
        .from(t.notices)
        .where(missed)
        .orderBy(asc(t.notices.intendedAt))
        .for('update')
      const keys = rows.map(({ key }) => key)
      if (keys.length > 0)
        await orm.update(t.notices).set({ state: 'waiting', why: null }).where(inArray(t.notices.key, keys))
      return keys
    },
    async hasWaiting(personId: PersonId, why: string): Promise<boolean> {
      const such = and(
        eq(t.notices.personId, personId),
        eq(t.notices.state, 'waiting'),
        eq(t.notices.why, why),
      )
      const rows = await orm.select({ key: t.notices.key }).from(t.notices).where(such).limit(1)
      return rows.length > 0
    },
    async stranded({ before, leaseMs }: { before: Date; leaseMs: number }, limit: number): Promise<string[]> {
      const rows = await orm
        .select({ key: t.notices.key })
        .from(t.notices)
        .where(
          or(
            // By whichever clock is ahead: waiting is nobody's, and a claim follows.
            and(
              eq(t.notices.state, 'waiting'),
              isNotHeld,
              or(lt(t.notices.intendedAt, before), isOlderThan(t.notices.intendedAt, leaseMs)),
            ),
            isDead(leaseMs),
          ),
        )
        .orderBy(asc(t.notices.intendedAt))
        .limit(limit)
      return rows.map((row) => row.key)
    },
    async ofPerson(personId: PersonId): Promise<OutgoingNotice[]> {
      const rows = await orm
        .select()
        .from(t.notices)
        .where(eq(t.notices.personId, personId))
        .orderBy(desc(t.notices.intendedAt))
      return (await opened(rows)).filter((one) => one !== undefined)
    },
    async unmailed(mostAgeMs: number, limit: number): Promise<string[]> {
      const rows = await orm
        .select({ key: t.notices.key })
        .from(t.notices)
        .innerJoin(t.people, eq(t.people.id, t.notices.personId))
        .where(
          and(
            notTaken,
            isNull(t.notices.mailedAt),
            isOlderThan(t.notices.intendedAt, mailAfterMs),
            isNoOlder(mostAgeMs),
            eq(t.people.isEligible, true),
            isNull(t.people.removedAt),
            isNotNull(t.people.mail),
          ),
        )
        .orderBy(asc(t.notices.intendedAt))
        .limit(limit)
      return rows.map(({ key }) => key)
    },
    async claimMail(key: string): Promise<boolean> {
      const rows = await orm
        .update(t.notices)
        .set({ mailedAt: sql`now()` })
        .where(and(eq(t.notices.key, key), notTaken, isNull(t.notices.mailedAt)))
        .returning({ key: t.notices.key })
      return rows.length > 0
    },
    async giveMailBack(key: string): Promise<void> {
      await orm.update(t.notices).set({ mailedAt: null }).where(eq(t.notices.key, key))
    },
    async unreached(cohortId: CohortId): Promise<Unreached[]> {
      const later = alias(t.notices, 'later')
      const tookOneSince = orm
        .select({ key: later.key })
        .from(later)
        .where(
          and(
            eq(later.personId, t.notices.personId),
            eq(later.state, 'sent'),
            gt(later.intendedAt, t.notices.intendedAt),
          ),
        )
      const hasApp = orm
        .select({ id: t.reachable.id })
        .from(t.reachable)
        .where(eq(t.reachable.id, t.notices.personId))
      const rows = await orm
        .select({ personId: t.notices.personId, why: t.notices.why, since: t.notices.intendedAt })
        .from(t.notices)
        .innerJoin(t.participants, eq(t.participants.personId, t.notices.personId))
        .where(
          and(
            eq(t.participants.cohortId, cohortId),
            inArray(t.participants.state, ['applied', 'approved', 'waitlisted', 'paused']),
            notLike(t.notices.key, `${betweenTwo}%`),
            notExists(tookOneSince),
            or(
              and(eq(t.notices.state, 'unreachable'), inArray(t.notices.why, ['blocked', awayWhy])),
              and(
                eq(t.notices.state, 'unreachable'),
                inArray(t.notices.why, forWantOfApp),
                notExists(hasApp),
              ),
              and(
                inArray(t.notices.state, ['waiting', 'sending']),
                eq(t.notices.why, awayWhy),
                isOlderThan(t.notices.intendedAt, outageMs),
              ),
            ),
          ),
        )
        .orderBy(desc(t.notices.intendedAt))
      return latestWhyOfEach(rows)
    },
  }
}

/** Rows are the newest first: the newest says why, the oldest since when. */
function latestWhyOfEach(rows: { personId: PersonId; why: string | null; since: Date }[]): Unreached[] {
  const people = new Map<PersonId, Unreached>()
  for (const { personId, why, since } of rows) {
    const known = people.get(personId)
    if (known) known.since = since
    else people.set(personId, { personId, why: plainWhy(why), since })
  }
  return [...people.values()]
}

/** A chat that is gone is one without the app. */
const plainWhy = (why: string | null): Unreached['why'] =>
  why === 'blocked' || why === awayWhy ? why : 'not-installed'

const teamPrefix = 'team:'
/** How long an activity id is remembered: Teams retries within minutes. So long the app is not asked for again either. */
const rememberMs = dayMs
const installPrefix = 'install '

const dayBefore = (at: Date) => minusMs(at, rememberMs)

export function reachableStore({ orm }: Database) {
  const remembered = async (id: string, at: Date | typeof databaseNow) => {
    const rows = await orm
      .insert(t.seenActivities)
      .values({ id, at })
      .onConflictDoNothing()
      .returning({ id: t.seenActivities.id })
    return rows.length > 0
  }

  return {
    async get(id: string): Promise<Reachable | undefined> {
      return (await orm.select().from(t.reachable).where(eq(t.reachable.id, id)))[0]
    },
    /** Ids of the teams that have the bot. */
    async teams(): Promise<string[]> {
      const rows = await orm.select({ id: t.reachable.id }).from(t.reachable)
      return rows.flatMap(({ id }) => (id.startsWith(teamPrefix) ? [id.slice(teamPrefix.length)] : []))
    },
    async save(entry: Reachable): Promise<void> {
      await orm.insert(t.reachable).values(entry).onConflictDoUpdate({ target: t.reachable.id, set: entry })
    },
    async remove(id: string): Promise<void> {
      await orm.delete(t.reachable).where(eq(t.reachable.id, id))
    },
    async firstToInstall(personId: PersonId, at: Date): Promise<boolean> {
      const asked = like(t.seenActivities.id, `${installPrefix}%`)
      await orm.delete(t.seenActivities).where(and(asked, lt(t.seenActivities.at, dayBefore(at))))
      return remembered(installPrefix + personId, at)
    },
    async lackingApp(since: { at: Date; mostAgeMs: number }, limit: number): Promise<PersonId[]> {
      const asked = orm
        .select({ id: t.seenActivities.id })
        .from(t.seenActivities)
        .where(
          and(
            eq(t.seenActivities.id, sql`${installPrefix}::text || ${t.notices.personId}`),
            gte(t.seenActivities.at, dayBefore(since.at)),
          ),
        )
      const rows = await orm
        .selectDistinct({ personId: t.notices.personId })
        .from(t.notices)
        .innerJoin(t.people, eq(t.people.id, t.notices.personId))
        .where(
          and(
            eq(t.notices.state, 'unreachable'),
            inArray(t.notices.why, forWantOfApp),
            isNoOlder(since.mostAgeMs),
            eq(t.people.isEligible, true),
            isNull(t.people.removedAt),
            notExists(asked),
          ),
        )
        .limit(limit)
      return rows.map(({ personId }) => personId)
    },
    /** Whatever is heard is as old as the database says; an install that is asked for, as the product says. */
    async firstSeen(what: readonly string[]): Promise<boolean> {
      const heard = notLike(t.seenActivities.id, `${installPrefix}%`)
      await orm.delete(t.seenActivities).where(and(heard, isOlderThan(t.seenActivities.at, rememberMs)))
      return remembered(shortNameOf(what), databaseNow)
    },
  }
}

/** Ids of Teams have no length that is promised; what was seen has one. */
function shortNameOf(what: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url')
}
