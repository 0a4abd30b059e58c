import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { LessonProgress } from '../../domain/enrolment/training.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Database } from '../database.ts'
import { inParts, present } from '../rows.ts'
import * as t from '../schema.ts'

export function trainingStore({ orm }: Database) {
  return {
    async of(personId: PersonId): Promise<LessonProgress[]> {
      const rows = await orm.select().from(t.lessonProgress).where(eq(t.lessonProgress.personId, personId))
      return rows.map((row) => present(row))
    },
    async finished(people: readonly PersonId[]): Promise<Map<PersonId, Map<string, Date>>> {
      const known = new Map(people.map((id) => [id, new Map<string, Date>()]))
      for (const part of inParts([...known.keys()], 10_000)) {
        const { personId, lessonId, finishedAt } = t.lessonProgress
        const rows = await orm
          .select({ personId, lessonId, finishedAt })
          .from(t.lessonProgress)
          .where(and(inArray(personId, part), isNotNull(finishedAt)))
        for (const row of rows) if (row.finishedAt) known.get(row.personId)?.set(row.lessonId, row.finishedAt)
      }
      return known
    },
    async save(progress: LessonProgress): Promise<void> {
      const { personId: _p, lessonId: _l, ...rest } = progress
      await orm
        .insert(t.lessonProgress)
        .values(progress)
        .onConflictDoUpdate({ target: [t.lessonProgress.personId, t.lessonProgress.lessonId], set: rest })
    },
  }
}
