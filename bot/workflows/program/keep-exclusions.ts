/**
 * Lists of people who must not be paired: brought in as a file, replaced by its next edition, corrected line by line, taken
 * out of force as a whole; each by its owner (`domain/exclusion-owner.ts`).
 */

import type { PersonId } from '../../domain/organization/person.ts'
import type { Exclusion } from '../../domain/program/exclusion.ts'
import { isOwn, mayReplace, refuseEmpty } from '../../domain/program/exclusion-owner.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { utcDate } from '../../domain/span.ts'
import { type BadLine, readExclusions } from '../../files/exclusion-list.ts'
import { peopleByName } from '../organization/people-by-name.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

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
  ports: Needs,
  { source, file }: { source: string; file: Uint8Array },
  by: PersonId,
): Promise<Imported | Refusal> {
  const { store, clock } = ports
  const idOf = await peopleByName(store)
  const read = readExclusions(file, source, idOf)
  if ('unreadable' in read) return refuse(`list-${read.unreadable}`, { field: 'file' })
  const { good, bad } = read
  return store.transaction(async () => {
    await store.lock(`exclusions.${source}`)
    const list = await store.exclusions.listOf(source)
    const no = mayReplace(list, await store.exclusions.countOf(source), by)
    if (no) {
      await tellOwner(ports, source, list?.ownerId, by)
      return no
    }
    if (good.length === 0 && bad.length === 0) return refuseEmpty()
    const former = bad.length ? (await store.exclusions.list()).filter((one) => one.source === source) : []
    const said = new Set(good.map(sameLine))
    const still = former.filter((one) => !said.has(sameLine(one)))
    if (good.length > 0) {
      await store.exclusions.saveList({ source, ownerId: by, importedAt: clock.now() })
      await store.exclusions.replaceSource(source, [...good, ...still])
      await audit({ store, clock }, by, 'exclusions-imported', source, { kept: good.length, bad: bad.length })
    }
    return { kept: good.length, bad, stillInForce: still.length }
  })
}

const sameLine = ({ kind, onePerson, other }: Exclusion) => `${kind} ${onePerson} ${other}`

export async function removeExclusion(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  exclusion: Exclusion,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    await store.lock(`exclusions.${exclusion.source}`)
    const list = await store.exclusions.listOf(exclusion.source)
    if (!isOwn(list, by)) return refuse('not-your-list')
    if (!(await store.exclusions.remove(exclusion))) return refuse('not-found')
    if ((await store.exclusions.countOf(exclusion.source)) === 0)
      await store.exclusions.forgetList(exclusion.source)
    const { kind, onePerson, other, source } = exclusion
    await audit({ store, clock }, by, 'exclusion-removed', `${onePerson} ${other}`, { kind, source })
    return { ok: true }
  })
}

/** The whole list out of force, said in so many words: what an empty file may mean, and may not mean by accident. */
export async function removeExclusionList(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  source: string,
  by: PersonId,
): Promise<{ removed: number } | Refusal> {
  return store.transaction(async () => {
    await store.lock(`exclusions.${source}`)
    const list = await store.exclusions.listOf(source)
    if (!list && (await store.exclusions.countOf(source)) === 0) return refuse('not-found')
    if (!isOwn(list, by)) return refuse('not-your-list')
    const removed = await store.exclusions.countOf(source)
    await store.exclusions.replaceSource(source, [])
    await store.exclusions.forgetList(source)
    await audit({ store, clock }, by, 'exclusion-list-removed', source, { removed })
    return { removed }
  })
}

/** Somebody else used the name of their list; once a day for each who tries. */
async function tellOwner(
  ports: Needs,
  source: string,
  ownerId: PersonId | undefined,
  by: PersonId,
): Promise<void> {
  const { store, clock } = ports
  await audit(ports, by, 'exclusions-refused', source)
  if (!ownerId) return
  const person = await store.people.get(by)
  const key = `list-tried.${source}.${by}.${utcDate(clock.now())}`
  await tell(ports, key, ownerId, { kind: 'list-tried', source, byName: person?.displayName ?? '—' })
}
