import { and, asc, eq } from 'drizzle-orm'
import type { Voice, VoiceId } from '../../domain/enrolment/nomination.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

export function nominationStore({ orm }: Database, keys: DataKeys) {
  /** Of one whose Cohort has lost its key nobody knows why any more: it is there for nobody. */
  async function find(where: ReturnType<typeof and>): Promise<Voice[]> {
    const rows = await orm
      .select()
      .from(t.nominations)
      .where(where)
      .orderBy(asc(t.nominations.saidAt), asc(t.nominations.id))
    const found = await keys.openEach(
      rows,
      ({ cohortId }) => cohortId,
      (row, box): Voice[] => {
        const line = box.open<string>(places.nominated(row.id), row.line)
        return line === erased ? [] : [{ ...(present(row) as Voice), line }]
      },
    )
    return found.flat()
  }
  const ofCohort = (cohortId: CohortId) => eq(t.nominations.cohortId, cohortId)
  return {
    async get(id: VoiceId): Promise<Voice | undefined> {
      const [voice] = await find(eq(t.nominations.id, id))
      return voice
    },
    list: (cohortId: CohortId): Promise<Voice[]> => find(ofCohort(cohortId)),
    of: (cohortId: CohortId, personId: PersonId): Promise<Voice[]> =>
      find(and(ofCohort(cohortId), eq(t.nominations.personId, personId))),
    by: (cohortId: CohortId, byId: PersonId): Promise<Voice[]> =>
      find(and(ofCohort(cohortId), eq(t.nominations.byId, byId))),
    async add({ line, ...voice }: Voice): Promise<void> {
      const box = await keys.boxOf(voice.cohortId)
      const sealed = box.seal(places.nominated(voice.id), line)
      await orm.insert(t.nominations).values({ ...voice, line: sealed })
    },
    async setAside(cohortId: CohortId, personId: PersonId, at: Date): Promise<void> {
      await orm
        .update(t.nominations)
        .set({ asideAt: at })
        .where(and(ofCohort(cohortId), eq(t.nominations.personId, personId)))
    },
    async remove(id: VoiceId): Promise<void> {
      await orm.delete(t.nominations).where(eq(t.nominations.id, id))
    },
  }
}
