import { and, asc, desc, eq, exists, inArray, or, sql } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Summary, SummaryId } from '../../domain/publishing/summary.ts'
import type { Post } from '../../domain/telling/outgoing.ts'
import type { Database } from '../database.ts'
import { leasesOn } from '../lease.ts'
import { byKey, columns, present } from '../rows.ts'
import * as t from '../schema.ts'

type PostState = Post['state']

const toSummary = (row: typeof t.summaries.$inferSelect): Summary => present(row) as unknown as Summary

const keys = [
  'id',
  'cohortId',
  'state',
  'revision',
  'title',
  'body',
  'figures',
  'language',
  'channels',
  'authorId',
  'writers',
  'changedAt',
  'note',
  'sponsorId',
  'approvedBy',
  'approvedAt',
  'publishedAt',
  'withdrawnAt',
] as const

export function summaryStore({ orm }: Database) {
  return {
    ...byKey({ orm }, t.summaries, t.summaries.id, toSummary),
    async list(cohortId: CohortId): Promise<Summary[]> {
      const rows = await orm
        .select()
        .from(t.summaries)
        .where(eq(t.summaries.cohortId, cohortId))
        .orderBy(desc(t.summaries.changedAt))
      return rows.map(toSummary)
    },
    /** Approved by the Sponsor, and a channel still waits, or all were served and nobody wrote that down. */
    async unpublished(): Promise<SummaryId[]> {
      const hasPost = (...states: PostState[]) =>
        exists(
          orm
            .select()
            .from(t.posts)
            .where(and(eq(t.posts.summaryId, t.summaries.id), inArray(t.posts.state, states))),
        )
      const rows = await orm
        .select({ id: t.summaries.id })
        .from(t.summaries)
        .where(
          or(
            and(eq(t.summaries.state, 'approved'), hasPost('waiting', 'posting', 'posted')),
            and(eq(t.summaries.state, 'published'), hasPost('waiting', 'posting')),
          ),
        )
      return rows.map((row) => row.id)
    },
    /** Whether a text waits for this person's decision, in this Cohort or in any. */
    async waitsFor(personId: PersonId, cohortId?: CohortId): Promise<boolean> {
      const rows = await orm
        .select({ id: t.summaries.id })
        .from(t.summaries)
        .where(
          and(
            eq(t.summaries.state, 'submitted'),
            eq(t.summaries.sponsorId, personId),
            cohortId === undefined ? undefined : eq(t.summaries.cohortId, cohortId),
          ),
        )
        .limit(1)
      return rows.length > 0
    },
    async save(summary: Summary): Promise<void> {
      const row = columns(keys, summary) as unknown as typeof t.summaries.$inferInsert
      await orm.insert(t.summaries).values(row).onConflictDoUpdate({ target: t.summaries.id, set: row })
    },
    async remove(id: SummaryId): Promise<void> {
      await orm.delete(t.summaries).where(eq(t.summaries.id, id))
    },
  }
}

function toPost(row: typeof t.posts.$inferSelect): Post {
  const { teamId, channelId, ...rest } = present(row)
  return { ...rest, channel: { teamId, channelId } }
}

export function postStore({ orm, transaction }: Database) {
  const leases = leasesOn({ orm }, t.posts, t.posts.key)
  return {
    async of(summaryId: SummaryId): Promise<Post[]> {
      const rows = await orm
        .select()
        .from(t.posts)
        .where(eq(t.posts.summaryId, summaryId))
        .orderBy(asc(t.posts.key))
      return rows.map(toPost)
    },
    async save(post: Post): Promise<void> {
      const { channel, ...rest } = post
      const row = {
        ...rest,
        ...channel,
        claimedAt: post.claimedAt ?? null,
        conversationId: post.conversationId ?? null,
        activityId: post.activityId ?? null,
        why: post.why ?? null,
      }
      await orm.insert(t.posts).values(row).onConflictDoUpdate({ target: t.posts.key, set: row })
    },
    async claim(key: string, leaseMs: number): Promise<Post | undefined> {
      return transaction(async () => {
        const mine = eq(t.posts.key, key)
        const isDead = and(eq(t.posts.state, 'posting'), leases.isFree(leaseMs))
        await orm.update(t.posts).set({ state: 'unknown' }).where(and(mine, isDead))
        const claimed = await leases.claim(key, leaseMs, {
          where: eq(t.posts.state, 'waiting'),
          set: { state: 'posting', attempts: sql`${t.posts.attempts} + 1` },
        })
        const [row] = claimed ? await orm.select().from(t.posts).where(mine) : []
        return row && toPost(row)
      })
    },
  }
}
