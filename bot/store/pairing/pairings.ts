import { and, desc, eq, inArray, lte, or, sql } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { MatchingRun, Wish } from '../../domain/pairing/matching-run.ts'
import {
  liveStates,
  type Pairing,
  type PairingId,
  type PairingState,
  realStates,
} from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { dayMs, minusMs } from '../../domain/span.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { stir } from '../program/moments.ts'
import { byKey, columns, inParts, present } from '../rows.ts'
import * as t from '../schema.ts'
import { type Box, erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

/** A day after the last Session the two are asked, and have two weeks: whoever goes on does so as a pair. */
const lastWordsDays = 16

type Row = typeof t.pairings.$inferSelect

type Why = Pick<Pairing, 'parts' | 'reason'>

/** The columns a state needs are there: only `save` writes them, from a Pairing. One whose why is erased says none. */
function toPairing({ why: sealed, ...row }: Row, box: Box): Pairing {
  const why = box.open<Why>(places.why(row.id), sealed)
  return { ...present(row), ...(why === erased ? { parts: [], reason: '' } : why) } as unknown as Pairing
}

const columnKeys = [
  'id',
  'cohortId',
  'mentorId',
  'menteeId',
  'state',
  'score',
  'pinned',
  'approvedBy',
  'approvedAt',
  'activeSince',
  'pausedUntil',
  'endedAt',
  'endedBy',
] as const
function toRow(pairing: Pairing, box: Box): typeof t.pairings.$inferInsert {
  const { id, parts, reason } = pairing
  const why = box.seal(places.why(id), { parts, reason })
  return { ...columns(columnKeys, pairing), why } as unknown as typeof t.pairings.$inferInsert
}

export function pairingStore({ orm, transaction }: Database, keys: DataKeys) {
  const opened = (rows: Row[]) => keys.openEach(rows, ({ cohortId }) => cohortId, toPairing)
  async function save(pairing: Pairing): Promise<void> {
    const box = await keys.boxOf(pairing.cohortId)
    // What is erased stays so, and the pair may still end.
    if (box.isErased) {
      await orm
        .update(t.pairings)
        .set(columns(columnKeys, pairing) as Partial<Row>)
        .where(eq(t.pairings.id, pairing.id))
      return
    }
    const row = toRow(pairing, box)
    await orm.insert(t.pairings).values(row).onConflictDoUpdate({ target: t.pairings.id, set: row })
    await stir({ orm }, [pairing.id])
  }

  return {
    save,
    ...byKey({ orm }, t.pairings, t.pairings.id, async (row) => (await opened([row]))[0]),
    async list(cohortId: CohortId, states?: PairingState[]): Promise<Pairing[]> {
      const rows = await orm
        .select()
        .from(t.pairings)
        .where(and(eq(t.pairings.cohortId, cohortId), states ? inArray(t.pairings.state, states) : undefined))
        .orderBy(desc(t.pairings.score), t.pairings.id)
      return opened(rows)
    },
    async ofPerson(personId: PersonId): Promise<Pairing[]> {
      const rows = await orm
        .select()
        .from(t.pairings)
        .where(or(eq(t.pairings.mentorId, personId), eq(t.pairings.menteeId, personId)))
      return opened(rows)
    },
    async earlier(): Promise<[PersonId, PersonId][]> {
      const rows = await orm
        .select({ mentorId: t.pairings.mentorId, menteeId: t.pairings.menteeId })
        .from(t.pairings)
        .where(inArray(t.pairings.state, [...realStates]))
      return rows.map((row) => [row.mentorId, row.menteeId])
    },
    async unclosed(limit: number, now: Date): Promise<PairingId[]> {
      const meets = sql`exists (select 1 from ${t.sessions} where ${t.sessions.pairingId} = ${t.pairings.id}
        and ${t.sessions.state} <> 'cancelled' and ${t.sessions.endsAt} > ${minusMs(now, lastWordsDays * dayMs).toISOString()})`
      const runsOn = sql`${t.pairings.state} = 'active' and ${t.closings.running} = 'run-on' and ${meets}`
      const rows = await orm
        .select({ id: t.pairings.id })
        .from(t.pairings)
        .innerJoin(t.cohorts, eq(t.cohorts.id, t.pairings.cohortId))
        .leftJoin(t.closings, eq(t.closings.cohortId, t.pairings.cohortId))
        .where(
          and(
            eq(t.cohorts.stage, 'closed'),
            inArray(t.pairings.state, [...liveStates, 'proposed']),
            sql`coalesce(${runsOn}, false) = false`,
          ),
        )
        .orderBy(t.pairings.id)
        .limit(limit)
      return rows.map(({ id }) => id)
    },
    async pausedUntil(date: string): Promise<PairingId[]> {
      const rows = await orm
        .select({ id: t.pairings.id })
        .from(t.pairings)
        .where(and(eq(t.pairings.state, 'active'), lte(t.pairings.pausedUntil, date)))
        .orderBy(t.pairings.id)
      return rows.map(({ id }) => id)
    },
    async replaceProposals(cohortId: CohortId, proposals: Pairing[]): Promise<void> {
      await transaction(async () => {
        await orm
          .delete(t.pairings)
          .where(and(eq(t.pairings.cohortId, cohortId), eq(t.pairings.state, 'proposed')))
        const box = await keys.boxOf(cohortId)
        const rows = proposals.map((pairing) => toRow(pairing, box))
        for (const part of inParts(rows, 1000)) if (part.length) await orm.insert(t.pairings).values(part)
      })
    },
    async removeProposals(one: PersonId, other: PersonId): Promise<void> {
      const { mentorId, menteeId, state } = t.pairings
      const either = or(
        and(eq(mentorId, one), eq(menteeId, other)),
        and(eq(mentorId, other), eq(menteeId, one)),
      )
      await orm.delete(t.pairings).where(and(eq(state, 'proposed'), either))
    },
  }
}

export function wishStore({ orm }: Database) {
  const of = (cohortId: CohortId, mentorId: PersonId, menteeId: PersonId) =>
    and(eq(t.wishes.cohortId, cohortId), eq(t.wishes.mentorId, mentorId), eq(t.wishes.menteeId, menteeId))
  return {
    async list(cohortId: CohortId): Promise<Wish[]> {
      const rows = await orm.select().from(t.wishes).where(eq(t.wishes.cohortId, cohortId))
      return rows.map(({ by, ...wish }) => (by === 'both' ? { ...wish, by } : wish))
    },
    async set(wish: Wish): Promise<void> {
      await orm
        .insert(t.wishes)
        .values(wish)
        .onConflictDoUpdate({
          target: [t.wishes.cohortId, t.wishes.mentorId, t.wishes.menteeId],
          set: { kind: wish.kind, by: wish.by ?? 'organizer' },
        })
    },
    async clear(cohortId: CohortId, mentorId: PersonId, menteeId: PersonId): Promise<void> {
      await orm.delete(t.wishes).where(of(cohortId, mentorId, menteeId))
    },
  }
}

export function runStore({ orm }: Database) {
  const keys = [
    'id',
    'cohortId',
    'state',
    'seed',
    'objective',
    'startedAt',
    'finishedAt',
    'phase',
    'done',
    'of',
    'failure',
    'outcome',
    'settings',
  ] as const
  return {
    ...byKey({ orm }, t.runs, t.runs.id, present),
    /** The one whose proposals the board shows. */
    async latestDone(cohortId: CohortId): Promise<MatchingRun | undefined> {
      const [row] = await orm
        .select()
        .from(t.runs)
        .where(and(eq(t.runs.cohortId, cohortId), eq(t.runs.state, 'done')))
        .orderBy(desc(t.runs.startedAt))
        .limit(1)
      return row && present(row)
    },
    async latest(cohortId: CohortId): Promise<MatchingRun | undefined> {
      const [row] = await orm
        .select()
        .from(t.runs)
        .where(eq(t.runs.cohortId, cohortId))
        .orderBy(desc(t.runs.startedAt))
        .limit(1)
      return row && present(row)
    },
    async save(run: MatchingRun): Promise<void> {
      const row = columns(keys, run) as unknown as typeof t.runs.$inferInsert
      await orm.insert(t.runs).values(row).onConflictDoUpdate({ target: t.runs.id, set: row })
    },
  }
}
