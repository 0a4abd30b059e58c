import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { HeldRole, ProgramRole } from '../../domain/program/part.ts'
import type { ProgramId } from '../../domain/program/program.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'

const people = t.people
/** Somebody the directory calls one of its people; of anybody else no row counts, whether it was swept yet or not. */
const isThere = sql`exists (select 1 from ${people} where ${people.id} = ${t.programRoles.personId} and ${people.isEligible} and ${people.removedAt} is null)`

export function programRoleStore({ orm }: Database) {
  const rows = async (where: SQL | undefined): Promise<HeldRole[]> => {
    const found = await orm
      .select()
      .from(t.programRoles)
      .where(where)
      .orderBy(asc(t.programRoles.since), asc(t.programRoles.personId), asc(t.programRoles.role))
    return found.map(present)
  }
  const one = ({ programId, personId, role }: Pick<HeldRole, 'programId' | 'personId' | 'role'>) =>
    and(
      eq(t.programRoles.programId, programId),
      eq(t.programRoles.personId, personId),
      eq(t.programRoles.role, role),
    )
  return {
    /** Who has what, the longest there first. */
    of: (programId: ProgramId) => rows(and(eq(t.programRoles.programId, programId), isThere)),
    /** What one person has, in this Program or in all. */
    ofPerson: (personId: PersonId, programId?: ProgramId) =>
      rows(
        and(
          eq(t.programRoles.personId, personId),
          programId === undefined ? undefined : eq(t.programRoles.programId, programId),
          isThere,
        ),
      ),
    /** Rows of people who are not there any more. */
    ofLeavers: () => rows(sql`not ${isThere}`),
    /** Independent contacts who take part in a Cohort of the same Program by now. */
    entangled: () =>
      rows(
        and(
          eq(t.programRoles.role, 'independent-contact'),
          sql`exists (select 1 from ${t.participants} p join ${t.cohorts} c on c.id = p.cohort_id
                where p.person_id = ${t.programRoles.personId} and c.program_id = ${t.programRoles.programId}
                  and p.state not in ('declined', 'left'))`,
        ),
      ),
    /** Programs whose Organizer is not there any more, and that have another beside. */
    async headless(): Promise<ProgramId[]> {
      const found = await orm
        .selectDistinct({ id: t.programRoles.programId })
        .from(t.programRoles)
        .innerJoin(t.programs, eq(t.programs.id, t.programRoles.programId))
        .where(
          and(
            eq(t.programRoles.role, 'co-organizer'),
            isThere,
            sql`not exists (select 1 from ${people} where ${people.id} = ${t.programs.organizerId} and ${people.isEligible} and ${people.removedAt} is null)`,
          ),
        )
      return found.map(({ id }) => id)
    },
    async save(held: HeldRole): Promise<void> {
      const row = { ...held, decidesUntil: held.decidesUntil ?? null }
      await orm
        .insert(t.programRoles)
        .values(row)
        .onConflictDoUpdate({
          target: [t.programRoles.programId, t.programRoles.role, t.programRoles.personId],
          set: row,
        })
    },
    /** False when there was no such row. */
    async remove(held: { programId: ProgramId; personId: PersonId; role: ProgramRole }): Promise<boolean> {
      const gone = await orm.delete(t.programRoles).where(one(held)).returning()
      return gone.length > 0
    },
  }
}
