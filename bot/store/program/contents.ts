import { and, desc, eq, sql } from 'drizzle-orm'
import type { ContentVersion } from '../../domain/program/content.ts'
import type { ProgramId } from '../../domain/program/program.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'

const c = t.programContent

export function contentStore({ orm }: Database) {
  return {
    async versions(programId: ProgramId, kind: string, key: string): Promise<ContentVersion[]> {
      return orm
        .select({ language: c.language, version: c.version, body: c.body, by: c.changedBy, at: c.changedAt })
        .from(c)
        .where(and(eq(c.programId, programId), eq(c.kind, kind), eq(c.key, key)))
        .orderBy(desc(c.version))
    },
    async written(programId: ProgramId) {
      return orm
        .selectDistinctOn([c.kind, c.key, c.language], {
          ...{ kind: c.kind, key: c.key, language: c.language, version: c.version, at: c.changedAt },
          isOwn: sql<boolean>`${c.body} is not null`,
        })
        .from(c)
        .where(eq(c.programId, programId))
        .orderBy(c.kind, c.key, c.language, desc(c.version))
    },
    /** A version is written once: two who write at the same time do not write the same one. */
    async add(programId: ProgramId, kind: string, key: string, written: ContentVersion): Promise<void> {
      const { language, version, body, by, at } = written
      await orm
        .insert(c)
        .values({ programId, kind, key, version, language, body, changedBy: by, changedAt: at })
    },
  }
}
