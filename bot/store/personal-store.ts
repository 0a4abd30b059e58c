/** Loops over the register of personal data (`personal.ts`). */
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { PersonId } from '../domain/organization/person.ts'
import type { CohortId } from '../domain/program/program.ts'
import { type KeptGroup, type PersonalData, personalGroups } from '../domain/records/personal-data.ts'
import type { DataKeys } from './data-keys.ts'
import type { Database } from './database.ts'
import { everyTable } from './personal.ts'
import {
  columnOf,
  type EraseStep,
  type Leaver,
  namedIn,
  type PersonalTable,
  type World,
} from './personal-table.ts'
import * as t from './schema.ts'

export function personalStore(database: Database, keys: DataKeys) {
  const { orm, transaction } = database
  const world = { database, keys }

  async function entryOf(personId: PersonId) {
    return (await orm.select().from(t.people).where(eq(t.people.id, personId)))[0]
  }

  return {
    /** A key stands there also where there is nothing: that nothing is known is an answer too. */
    async of(personId: PersonId): Promise<PersonalData> {
      const data: PersonalData = {}
      for (const { exported } of everyTable)
        if ('as' in exported) data[exported.as] = inOrder(await exported.read(world, personId))
      return data
    },
    /** How long what is kept, and what erasing does with it. */
    kept: (): KeptGroup[] => personalGroups.map(keptOf),
    /** The directory holds them no longer, or never did. */
    async isGone(personId: PersonId): Promise<boolean> {
      const entry = await entryOf(personId)
      return entry === undefined || entry.removedAt !== null
    },
    /** Cohorts that closed before then and are not forgotten. */
    async cohortsPast(before: Date): Promise<CohortId[]> {
      const rows = await orm
        .select({ id: t.cohorts.id })
        .from(t.cohorts)
        .where(and(lte(t.cohorts.closedAt, before), isNull(t.cohorts.forgottenAt)))
        .orderBy(asc(t.cohorts.closedAt))
      return rows.map(({ id }) => id)
    },
    /** What was said in it goes, with the key of what is sealed. All of it or nothing; twice is as good as once. */
    async forgetCohort(id: CohortId, at: Date): Promise<void> {
      await transaction(async () => {
        for (const { table, ofCohort } of [...everyTable].reverse()) {
          if (ofCohort?.becomes === 'delete') await orm.delete(table).where(ofCohort.where(id))
          else if (ofCohort) await orm.update(table).set(ofCohort.becomes.set).where(ofCohort.where(id))
        }
        await keys.destroy(id, at)
        await orm.update(t.cohorts).set({ forgottenAt: at }).where(eq(t.cohorts.id, id))
      })
    },
    /** Whom the directory has not held since then, and who is in charge of nothing. */
    async goneSince(before: Date, limit: number): Promise<PersonId[]> {
      const { rows } = await database.query(
        `select id from people p where removed_at <= $1
           and not exists (select 1 from programs where organizer_id = p.id)
           and not exists (select 1 from speed_events e where state = 'published' and p.id in (e.created_by, e.booking->>'organizerId'))
           and not exists (select 1 from erasures where person_id = p.id)
         order by removed_at limit $2`,
        [before, limit],
      )
      return rows.map((row: { id: string }) => row.id)
    },
    /** Of what they are in charge, by name: programs, and speed meetings to come. */
    async inCharge(personId: PersonId): Promise<string[]> {
      const { rows } = await database.query(
        `select name from programs where organizer_id = $1 union all
         select name from speed_events where state = 'published' and $1 in (created_by, booking->>'organizerId')`,
        [personId],
      )
      return rows.map((row: { name: string }) => row.name)
    },
    /** Times of theirs that still stand in a calendar. */
    async openTimes(personId: PersonId): Promise<number> {
      const { rows } = await database.query(
        `select count(*)::int as n from holds h join pairings a on a.id = h.pairing_id
         where $1 in (a.mentor_id, a.mentee_id) and h.state <> 'released'`,
        [personId],
      )
      return rows[0].n
    },
    /** All of it or nothing. Twice is as good as once. */
    async erase(personId: PersonId, pseudonym: string): Promise<void> {
      await transaction(async () => {
        const entry = await entryOf(personId)
        const known = entry ? [entry.displayName, entry.mail, entry.userPrincipalName] : []
        const leaver: Leaver = {
          id: personId,
          pseudonym,
          isGone: entry === undefined || entry.removedAt !== null,
          names: known.filter((one) => one !== null),
        }
        // From the last shelf to the first: what is found by pairs, or by the directory, goes before them.
        for (const { table, erase } of [...everyTable].reverse())
          for (const step of erase) await take(world, leaver, table, step)
      })
    },
  }
}

async function take(
  world: World,
  leaver: Leaver,
  table: PersonalTable['table'],
  step: EraseStep,
): Promise<void> {
  const { orm } = world.database
  switch (step.act) {
    case 'delete':
      await orm.delete(table).where(namedIn(table, step.by, leaver.id))
      return
    case 'blank':
      await orm
        .update(table)
        .set(step.set)
        .where(namedIn(table, step.by, leaver.id))
      return
    case 'rename':
      for (const name of step.in) await rename(world, leaver, table, name)
      return
    case 'keep':
      if (step.whenGone === 'delete' && leaver.isGone)
        await orm.delete(table).where(namedIn(table, step.in, leaver.id))
      return
    case 'own':
      await step.run(world, leaver)
  }
}

async function rename(
  { database: { orm } }: World,
  { id, pseudonym }: Leaver,
  table: PersonalTable['table'],
  name: string,
): Promise<void> {
  const column = columnOf(table, name)
  if (column.columnType !== 'PgJsonb') {
    await orm
      .update(table)
      .set({ [name]: pseudonym })
      .where(eq(column, id))
    return
  }
  // Also in the middle of a sentence or of a link to a meeting: ids of Entra are too long to stand in anything else.
  await orm
    .update(table)
    .set({ [name]: sql`replace(${column}::text, ${id}, ${pseudonym})::jsonb` })
    .where(sql`strpos(${column}::text, ${id}) > 0`)
}

function keptOf(group: KeptGroup['group']): KeptGroup {
  const tables = everyTable.filter((one) => one.group === group)
  const acts = new Set(tables.flatMap(({ erase }) => erase.map(({ act }) => act)))
  return {
    group,
    kept: [...new Set(tables.map(({ kept }) => kept))],
    erased: [
      ...(acts.has('delete') || acts.has('blank') || acts.has('own') ? (['deleted'] as const) : []),
      ...(acts.has('rename') ? (['nameless'] as const) : []),
      ...(acts.has('keep') ? (['kept'] as const) : []),
    ],
  }
}

/** By what the rows say: the order in which the database keeps them would tell when something else was written. */
function inOrder(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  const said = rows.map((row) => ({ row, text: JSON.stringify(row) }))
  return said.sort((one, other) => (one.text < other.text ? -1 : 1)).map(({ row }) => row)
}
