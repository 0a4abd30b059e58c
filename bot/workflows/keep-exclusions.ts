/** Lists of people who must not be paired: brought in as a file, replaced by its next edition, corrected line by line. */
import type { Exclusion } from '../domain/exclusion.ts'
import type { PersonId } from '../domain/person.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { type BadLine, readExclusions } from '../files/exclusion-list.ts'
import { nameKey } from '../files/names.ts'
import { note } from './audit.ts'
import type { Ports } from './ports.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

export interface Imported {
  kept: number
  bad: BadLine[]
  /** Of the former edition, what this one does not say: in force as long as a line of the new one cannot be read. */
  stillInForce: number
}

/**
 * Good lines are kept, bad ones come back with their line and reason. A line that cannot be read may be the very pair that
 * the former edition kept apart, so that edition goes only when its successor can be read from end to end.
 */
export async function importExclusions(
  { store, clock }: Needs,
  { source, file }: { source: string; file: Uint8Array },
  by: PersonId,
): Promise<Imported | Refusal> {
  const idOf = await finder(store)
  const read = readExclusions(file, source, idOf)
  if ('unreadable' in read) return refuse(`list-${read.unreadable}`, { field: 'file' })
  const { good, bad } = read
  return store.transaction(async () => {
    const former = bad.length ? (await store.exclusions.list()).filter((one) => one.source === source) : []
    const said = new Set(good.map(sameLine))
    const still = former.filter((one) => !said.has(sameLine(one)))
    if (good.length > 0 || bad.length === 0) {
      await store.exclusions.replaceSource(source, [...good, ...still])
      await note({ store, clock }, by, 'exclusions-imported', source, { kept: good.length, bad: bad.length })
    }
    return { kept: good.length, bad, stillInForce: still.length }
  })
}

const sameLine = ({ kind, onePerson, other }: Exclusion) => `${kind} ${onePerson} ${other}`

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

/** By mail, sign-in name or object id, in any spelling. A mail that two people carry names nobody: better asked than guessed. */
async function finder(store: Needs['store']): Promise<(name: string) => PersonId | undefined> {
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
