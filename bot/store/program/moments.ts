import { and, asc, eq, lte, notInArray, sql } from 'drizzle-orm'
import { addDays } from '../../domain/calendar-date.ts'
import type { Moment, PlannedMoment } from '../../domain/program/moment.ts'
import type { ProgramId } from '../../domain/program/program.ts'
import type { Database } from '../database.ts'
import { asInserted, byKey, columns, present } from '../rows.ts'
import * as t from '../schema.ts'

const keysOfMoment = [
  'key',
  'kind',
  'cohortId',
  'subject',
  'dueAt',
  'until',
  'state',
  'attempts',
  'nextAt',
  'doneAt',
] as const

/** What a timetable says anew. */
const plannedColumns = [
  'kind',
  'cohortId',
  'subject',
  'dueAt',
  'until',
  'state',
  'attempts',
  'nextAt',
] as const

const night = 'night.'

/** Something changed of which moments may come: looked at by the next tick. Joins the transaction of the change. */
export async function stir({ orm }: Pick<Database, 'orm'>, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return
  await orm
    .insert(t.momentsStirred)
    .values(subjects.map((subject) => ({ subject })))
    .onConflictDoNothing()
}

export function momentStore({ orm, query }: Database) {
  const toMoment = (row: typeof t.moments.$inferSelect): Moment => present(row)
  return {
    async stirred(limit: number): Promise<string[]> {
      const rows = await orm
        .select()
        .from(t.momentsStirred)
        .where(sql`subject not like ${`${night}%`}`)
        .orderBy(asc(t.momentsStirred.subject))
        .limit(limit)
      return rows.map(({ subject }) => subject)
    },
    async stirProgram(programId: ProgramId): Promise<void> {
      await query(
        `insert into moments_stirred (subject) select id from participants where state = 'approved' and cohort_id in
           (select id from cohorts where program_id = $1) on conflict do nothing`,
        [programId],
      )
    },
    async calm(subject: string): Promise<void> {
      await orm.delete(t.momentsStirred).where(eq(t.momentsStirred.subject, subject))
    },
    async stirAllOnce(day: string): Promise<boolean> {
      const mark = `${night}${day}`
      const fresh = await orm
        .insert(t.momentsStirred)
        .values({ subject: mark })
        .onConflictDoNothing()
        .returning()
      if (fresh.length === 0) return false
      await query(
        `insert into moments_stirred (subject) select id from pairings where state in ('active', 'completed')
           and cohort_id in (select id from cohorts where stage = 'running' or ends_on > $1) on conflict do nothing`,
        [addDays(day, -60)],
      )
      await query(
        `insert into moments_stirred (subject) select id from participants where state = 'approved' and cohort_id in
           (select cohorts.id from cohorts join programs on programs.id = program_id and training_first
            where stage in ('enrolling', 'matching', 'running')) on conflict do nothing`,
        [],
      )
      await query(
        `insert into moments_stirred (subject) select id from cohorts where stage in ('enrolling', 'matching', 'running')
           on conflict do nothing`,
        [],
      )
      await orm.delete(t.momentsStirred).where(sql`subject like ${`${night}%`} and subject <> ${mark}`)
      return true
    },
    async plan(subject: string, planned: readonly PlannedMoment[]): Promise<void> {
      const gone = and(
        eq(t.moments.subject, subject),
        eq(t.moments.state, 'planned'),
        planned.length > 0
          ? notInArray(
              t.moments.key,
              planned.map(({ key }) => key),
            )
          : undefined,
      )
      await orm.update(t.moments).set({ state: 'skipped' }).where(gone)
      if (planned.length === 0) return
      const rows = planned.map((one) => ({
        ...one,
        ...{ state: 'planned' as const, attempts: 0, nextAt: one.dueAt },
      }))
      await orm
        .insert(t.moments)
        .values(rows)
        .onConflictDoUpdate({
          target: t.moments.key,
          set: { ...asInserted(plannedColumns), doneAt: null },
          // What is done stays done; what was skipped may come again at another time.
          setWhere: sql`${t.moments.state} <> 'done' and ${t.moments.dueAt} <> excluded.due_at`,
        })
    },
    async due(now: Date, limit: number): Promise<string[]> {
      const rows = await orm
        .select({ key: t.moments.key })
        .from(t.moments)
        .where(and(eq(t.moments.state, 'planned'), lte(t.moments.nextAt, now)))
        .orderBy(asc(t.moments.nextAt), asc(t.moments.key))
        .limit(limit)
      return rows.map(({ key }) => key)
    },
    lock: byKey({ orm }, t.moments, t.moments.key, toMoment).lock,
    async of(subject: string): Promise<Moment[]> {
      const rows = await orm
        .select()
        .from(t.moments)
        .where(eq(t.moments.subject, subject))
        .orderBy(asc(t.moments.dueAt))
      return rows.map(toMoment)
    },
    async save(moment: Moment): Promise<void> {
      const row = columns(keysOfMoment, moment) as unknown as typeof t.moments.$inferInsert
      await orm.insert(t.moments).values(row).onConflictDoUpdate({ target: t.moments.key, set: row })
    },
  }
}
