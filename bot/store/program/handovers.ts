import { and, asc, desc, eq } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Handover, HandoverId } from '../../domain/program/handover.ts'
import { forOne, type Part } from '../../domain/program/part.ts'
import type { ProgramId } from '../../domain/program/program.ts'
import type { Database } from '../database.ts'
import { columns, present } from '../rows.ts'
import * as t from '../schema.ts'

const keys = [
  ...(['id', 'programId', 'seat', 'fromId', 'toId'] as const),
  ...(['askedBy', 'state', 'askedAt', 'answeredAt'] as const),
] as const

export function handoverStore({ orm }: Database) {
  return {
    async get(id: HandoverId): Promise<Handover | undefined> {
      const [row] = await orm.select().from(t.handovers).where(eq(t.handovers.id, id))
      return row && present(row)
    },
    /** The question that waits; where several people may have the part, the one to this person. */
    async open(programId: ProgramId, seat: Part, toId?: PersonId): Promise<Handover | undefined> {
      const waits = and(
        eq(t.handovers.programId, programId),
        eq(t.handovers.seat, seat),
        eq(t.handovers.state, 'open'),
        forOne.includes(seat) || toId === undefined ? undefined : eq(t.handovers.toId, toId),
      )
      const [row] = await orm.select().from(t.handovers).where(waits)
      return row && present(row)
    },
    /** The one asked about last, whatever came of it. */
    async latest(programId: ProgramId, seat: Part): Promise<Handover | undefined> {
      const [row] = await orm
        .select()
        .from(t.handovers)
        .where(and(eq(t.handovers.programId, programId), eq(t.handovers.seat, seat)))
        .orderBy(desc(t.handovers.askedAt), desc(t.handovers.id))
        .limit(1)
      return row && present(row)
    },
    /** Every question about the Program that waits, the first asked first. */
    async waitingIn(programId: ProgramId): Promise<Handover[]> {
      const rows = await orm
        .select()
        .from(t.handovers)
        .where(and(eq(t.handovers.programId, programId), eq(t.handovers.state, 'open')))
        .orderBy(asc(t.handovers.askedAt), asc(t.handovers.id))
      return rows.map(present)
    },
    async waitingFor(personId: PersonId): Promise<Handover[]> {
      const rows = await orm
        .select()
        .from(t.handovers)
        .where(and(eq(t.handovers.toId, personId), eq(t.handovers.state, 'open')))
        .orderBy(desc(t.handovers.askedAt))
      return rows.map(present)
    },
    async save(handover: Handover): Promise<void> {
      const row = columns(keys, handover) as unknown as typeof t.handovers.$inferInsert
      await orm.insert(t.handovers).values(row).onConflictDoUpdate({ target: t.handovers.id, set: row })
    },
  }
}
