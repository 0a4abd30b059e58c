/** Somebody takes along what is theirs: what the register says, and nothing that another said or is. */
import type { PersonId } from '../../domain/organization/person.ts'
import { exportVersion, type PersonalData } from '../../domain/records/personal-data.ts'
import type { Ports } from '../ports.ts'
import { audit } from './audit.ts'

export interface MyData {
  schemaVersion: typeof exportVersion
  exportedAt: Date
  person: { id: PersonId; name: string }
  data: PersonalData
}

export async function exportMyData(
  ports: Pick<Ports, 'store' | 'clock'>,
  personId: PersonId,
): Promise<MyData> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const person = await store.people.get(personId)
    const data = await store.personal.of(personId)
    await audit(ports, personId, 'data-exported', personId)
    return {
      schemaVersion: exportVersion,
      exportedAt: clock.now(),
      person: { id: personId, name: person?.displayName ?? '' },
      data,
    }
  })
}
