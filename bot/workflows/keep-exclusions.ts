/** Lists of people who must not be paired: brought in as a file, replaced by its next edition, corrected line by line. */
import type { Exclusion } from '../domain/exclusion.ts'
import { type BadLine, readExclusions } from '../domain/exclusion-file.ts'
import type { PersonId } from '../domain/person.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { note } from './audit.ts'
import type { Ports } from './ports.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

/** Good lines are kept, bad ones come back with their line and reason. A file without any good line changes nothing. */
export async function importExclusions(
  { store, clock }: Needs,
  { source, csv }: { source: string; csv: string },
  by: PersonId,
): Promise<{ kept: number; bad: BadLine[] } | Refusal> {
  const idOf = await finder(store)
  const read = readExclusions(csv, source, idOf)
  if ('unreadable' in read) return refuse(`list-${read.unreadable}`, { field: 'csv' })
  const { good, bad } = read
  if (good.length === 0 && bad.length > 0) return { kept: 0, bad }
  return store.transaction(async () => {
    await store.exclusions.replaceSource(source, good)
    await note({ store, clock }, by, 'exclusions-imported', source, { kept: good.length, bad: bad.length })
    return { kept: good.length, bad }
  })
}

export async function removeExclusion(
  { store, clock }: Needs,
  exclusion: Exclusion,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    if (!(await store.exclusions.remove(exclusion))) return refuse('not-found')
    const { kind, onePerson, other, source } = exclusion
    await note({ store, clock }, by, 'exclusion-removed', `${onePerson} ${other}`, { kind, source })
    return { ok: true }
  })
}

/** By mail, sign-in name or object id. A mail that two people carry names nobody: better asked than guessed. */
async function finder(store: Needs['store']): Promise<(name: string) => PersonId | undefined> {
  const found = new Map<string, PersonId | null>()
  for (const { id, mail, userPrincipalName } of await store.people.all()) {
    for (const name of new Set([id, mail, userPrincipalName].map((one) => one?.toLowerCase()))) {
      if (!name) continue
      const known = found.get(name)
      found.set(name, known === undefined || known === id ? id : null)
    }
  }
  return (name) => found.get(name) ?? undefined
}
