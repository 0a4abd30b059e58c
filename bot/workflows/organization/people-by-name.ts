/** Somebody as a list names them. */
import type { PersonId } from '../../domain/organization/person.ts'
import { nameKey } from '../../files/names.ts'
import type { Ports } from '../ports.ts'

/** By mail, sign-in name or object id, in any spelling. A mail that two people carry names nobody: better asked than guessed. */
export async function peopleByName(
  store: Pick<Ports['store'], 'people'>,
): Promise<(name: string) => PersonId | undefined> {
  const found = new Map<string, PersonId | null>()
  for (const { id, mail, userPrincipalName } of await store.people.all()) {
    for (const name of new Set([id, mail, userPrincipalName].map((one) => one && nameKey(one)))) {
      if (!name) continue
      const known = found.get(name)
      found.set(name, known === undefined || known === id ? id : null)
    }
  }
  return (name) => found.get(nameKey(name)) ?? undefined
}
