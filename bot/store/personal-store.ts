/** Loops over the register of personal data (`personal.ts`). */
import type { PersonId } from '../domain/organization/person.ts'
import type { PersonalData } from '../domain/records/personal-data.ts'
import type { DataKeys } from './data-keys.ts'
import type { Database } from './database.ts'
import { everyTable } from './personal.ts'

export function personalStore(database: Database, keys: DataKeys) {
  const world = { database, keys }
  return {
    /** A key stands there also where there is nothing: that nothing is known is an answer too. */
    async of(personId: PersonId): Promise<PersonalData> {
      const data: PersonalData = {}
      for (const { exported } of everyTable)
        if ('as' in exported) data[exported.as] = await exported.read(world, personId)
      return data
    },
  }
}
