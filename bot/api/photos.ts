import type { PersonId } from '../domain/organization/person.ts'
import { hourMs } from '../domain/span.ts'
import type { Ports } from '../workflows/ports.ts'

export type Photo = NonNullable<Awaited<ReturnType<Ports['directory']['photo']>>>

const noneForMs = hourMs
/** Beyond this the oldest is forgotten: it is asked for once more, no harm done. */
const mostNone = 100_000

/**
 * Faces of the directory's people, and of nobody else: whatever id is asked for, only one that is somebody's goes to Graph
 * with our token. Most people have none, and that is remembered for an hour.
 */
export function photosFrom({
  store,
  directory,
  clock,
}: Pick<Ports, 'store' | 'directory' | 'clock'>): (id: PersonId) => Promise<Photo | undefined> {
  const none = new Map<PersonId, number>()
  return async (id) => {
    const now = clock.now().getTime()
    if (now - (none.get(id) ?? Number.NEGATIVE_INFINITY) < noneForMs) return undefined
    const person = await store.people.get(id)
    if (!person?.isEligible) return undefined
    const photo = await directory.photo(person.id)
    none.delete(id)
    if (!photo) none.set(id, now)
    const [oldest] = none.size > mostNone ? none.keys() : []
    if (oldest !== undefined) none.delete(oldest)
    return photo
  }
}
