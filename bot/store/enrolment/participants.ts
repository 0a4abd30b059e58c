import { and, asc, count, eq, lte } from 'drizzle-orm'
import {
  type Participant,
  type ParticipantId,
  type ParticipantState,
  participantStates,
} from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId, ProgramId } from '../../domain/program/program.ts'
import { type DataKeys, organization, whileReadable } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { stir } from '../program/moments.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { type Box, erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

type Row = typeof t.participants.$inferSelect

export function toParticipant(row: Row, box: Box): Participant {
  const goal = box.open<string>(places.goal(row.id), row.goal)
  return goal === erased ? { ...present(row), goal: '', isErased: true } : { ...present(row), goal }
}

export function participantStore({ orm, query }: Database, keys: DataKeys) {
  const opened = (rows: Row[]) => keys.openEach(rows, ({ cohortId }) => cohortId, toParticipant)
  return {
    async get(id: ParticipantId): Promise<Participant | undefined> {
      const rows = await orm.select().from(t.participants).where(eq(t.participants.id, id))
      return (await opened(rows))[0]
    },
    async of(cohortId: CohortId, personId: PersonId): Promise<Participant | undefined> {
      const rows = await orm
        .select()
        .from(t.participants)
        .where(and(eq(t.participants.cohortId, cohortId), eq(t.participants.personId, personId)))
      return (await opened(rows))[0]
    },
    async list(cohortId: CohortId): Promise<Participant[]> {
      const rows = await orm
        .select()
        .from(t.participants)
        .where(eq(t.participants.cohortId, cohortId))
        .orderBy(asc(t.participants.personId))
      return opened(rows)
    },
    async ofPerson(personId: PersonId): Promise<Participant[]> {
      return opened(await orm.select().from(t.participants).where(eq(t.participants.personId, personId)))
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
    async accept(participantId: ParticipantId, version: number, acceptedAt: Date): Promise<void> {
      await orm.insert(t.acceptances).values({ participantId, version, acceptedAt }).onConflictDoNothing()
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
    async ownTopicsOf(programId: ProgramId): Promise<string[]> {
      const { rows } = await query(
        `select distinct item->>'topic' as topic
         from participants p join cohorts c on c.id = p.cohort_id, jsonb_array_elements(p.topics) as item
         where c.program_id = $1 and item->>'topic' like 'own-%' order by 1`,
        [programId],
      )
      return (rows as { topic: string }[]).map(({ topic }) => topic)
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
             where had.cohort_id = earlier.id and had.state in ('approved', 'active', 'completed', 'ended')
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
      return opened(rows)
    },
    async save({ isErased, ...participant }: Participant): Promise<void> {
      const row = { ...participant, pausedUntil: participant.pausedUntil ?? null }
      const { id, goal, ...rest } = row
      await stir({ orm }, [id])
      // What is erased stays as it lies; everything else about them may still change.
      if (isErased) {
        await orm.update(t.participants).set(rest).where(eq(t.participants.id, id))
        return
      }
      const sealed = { goal: (await keys.boxOf(row.cohortId)).seal(places.goal(id), goal) }
      await orm
        .insert(t.participants)
        .values({ ...row, ...sealed })
        .onConflictDoUpdate({ target: t.participants.id, set: { ...rest, ...sealed } })
    },
    async block(byPerson: PersonId, other: PersonId): Promise<void> {
      const box = await keys.boxOf(organization)
      const pair = box.lookUp(byPerson, other)
      const people = box.seal(places.block(pair), [byPerson, other])
      await orm.insert(t.blocks).values({ pair, people }).onConflictDoNothing()
    },
    async unblock(byPerson: PersonId, other: PersonId): Promise<void> {
      const pair = (await keys.boxOf(organization)).lookUp(byPerson, other)
      await orm.delete(t.blocks).where(eq(t.blocks.pair, pair))
    },
    /** @throws SealBroken `erased`: what cannot be read is not nothing. */
    async blocks(): Promise<[PersonId, PersonId][]> {
      const rows = await orm.select().from(t.blocks)
      const box = await keys.boxOf(organization)
      return rows.map(({ pair, people }) =>
        whileReadable(box.open<[PersonId, PersonId]>(places.block(pair), people), ['blocks', 'people']),
      )
    },
  }
}
