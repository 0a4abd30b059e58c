import { and, asc, count, eq, lte } from 'drizzle-orm'
import {
  type Participant,
  type ParticipantId,
  type ParticipantState,
  participantStates,
} from '../domain/participant.ts'
import type { PersonId } from '../domain/person.ts'
import type { CohortId } from '../domain/program.ts'
import type { Database } from './database.ts'
import { present } from './rows.ts'
import * as t from './schema.ts'

export function toParticipant(row: typeof t.participants.$inferSelect): Participant {
  return present(row)
}

export function participantStore({ orm, query }: Database) {
  return {
    async get(id: ParticipantId): Promise<Participant | undefined> {
      const [row] = await orm.select().from(t.participants).where(eq(t.participants.id, id))
      return row && toParticipant(row)
    },
    async of(cohortId: CohortId, personId: PersonId): Promise<Participant | undefined> {
      const [row] = await orm
        .select()
        .from(t.participants)
        .where(and(eq(t.participants.cohortId, cohortId), eq(t.participants.personId, personId)))
      return row && toParticipant(row)
    },
    async list(cohortId: CohortId): Promise<Participant[]> {
      const rows = await orm
        .select()
        .from(t.participants)
        .where(eq(t.participants.cohortId, cohortId))
        .orderBy(asc(t.participants.personId))
      return rows.map(toParticipant)
    },
    async ofPerson(personId: PersonId): Promise<Participant[]> {
      return (await orm.select().from(t.participants).where(eq(t.participants.personId, personId))).map(
        toParticipant,
      )
    },
    async counts(cohortId: CohortId): Promise<Record<ParticipantState, number>> {
      const rows = await orm
        .select({ state: t.participants.state, n: count() })
        .from(t.participants)
        .where(eq(t.participants.cohortId, cohortId))
        .groupBy(t.participants.state)
      const counted = Object.fromEntries(rows.map((row) => [row.state, row.n]))
      return Object.fromEntries(participantStates.map((state) => [state, counted[state] ?? 0])) as Record<
        ParticipantState,
        number
      >
    },
    /** Approved people by side. */
    async sides(cohortId: CohortId): Promise<{ mentors: number; mentees: number }> {
      const rows = await orm
        .select({ side: t.participants.side, n: count() })
        .from(t.participants)
        .where(and(eq(t.participants.cohortId, cohortId), eq(t.participants.state, 'approved')))
        .groupBy(t.participants.side)
      const of = (side: string) => rows.find((row) => row.side === side)?.n ?? 0
      return { mentors: of('mentor'), mentees: of('mentee') }
    },
    /** Offers and wishes of approved people by topic, most wanted first. */
    async balance(cohortId: CohortId): Promise<{ topic: string; offered: number; wanted: number }[]> {
      const { rows } = await query(
        `select item->>'topic' as topic, count(*) filter (where side = 'mentor')::int as offered,
           count(*) filter (where side = 'mentee')::int as wanted
         from participants, jsonb_array_elements(topics) as item
         where cohort_id = $1 and state = 'approved' group by 1 order by 3 desc, 1`,
        [cohortId],
      )
      return rows
    },
    /** In how many earlier Cohorts somebody was approved and never had a Pairing. */
    async waited(cohortId: CohortId): Promise<Map<PersonId, number>> {
      const { rows } = await query(
        `select before.person_id as "personId", count(*)::int as cohorts
         from cohorts this
         join cohorts earlier on earlier.starts_on < this.starts_on and earlier.stage in ('running', 'closed')
         join participants before on before.cohort_id = earlier.id and before.state in ('approved', 'paused')
         where this.id = $1
           and exists (select 1 from participants mine
             where mine.cohort_id = this.id and mine.person_id = before.person_id)
           and not exists (select 1 from pairings had
             where had.cohort_id = earlier.id and had.state in ('approved', 'active', 'ended')
               and before.person_id in (had.mentor_id, had.mentee_id))
         group by 1`,
        [cohortId],
      )
      return new Map(rows.map(({ personId, cohorts }) => [personId, cohorts]))
    },
    /** Paused, and the pause is over by `date` (ISO). */
    async pausedUntil(date: string): Promise<Participant[]> {
      const rows = await orm
        .select()
        .from(t.participants)
        .where(and(eq(t.participants.state, 'paused'), lte(t.participants.pausedUntil, date)))
      return rows.map(toParticipant)
    },
    async save(participant: Participant): Promise<void> {
      const row = { ...participant, pausedUntil: participant.pausedUntil ?? null }
      const { id: _, ...rest } = row
      await orm
        .insert(t.participants)
        .values(row)
        .onConflictDoUpdate({ target: t.participants.id, set: rest })
    },
    async block(byPerson: PersonId, other: PersonId): Promise<void> {
      await orm.insert(t.blocks).values({ byPerson, other }).onConflictDoNothing()
    },
    async unblock(byPerson: PersonId, other: PersonId): Promise<void> {
      await orm.delete(t.blocks).where(and(eq(t.blocks.byPerson, byPerson), eq(t.blocks.other, other)))
    },
    async blocks(): Promise<[PersonId, PersonId][]> {
      return (await orm.select().from(t.blocks)).map((row) => [row.byPerson, row.other])
    },
  }
}
