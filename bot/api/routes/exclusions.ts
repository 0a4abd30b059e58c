import { mayKeepExclusions } from '../../auth/policies.ts'
import type { Out } from '../../contract/index.ts'
import { refuse } from '../../domain/refusal.ts'
import { importExclusions, removeExclusion } from '../../workflows/keep-exclusions.ts'
import type { Ports } from '../../workflows/ports.ts'
import type { Asker, Handlers } from '../handler.ts'
import { faceFrom } from './views.ts'

type Routes = Pick<Handlers, 'exclusions' | 'importExclusions' | 'removeExclusion'>

const mostListed = 2000

export function exclusionRoutes(ports: Ports): Routes {
  const allowed = async (asker: Asker, id: string) => mayKeepExclusions(await asker.rolesFor(id))
  return {
    async exclusions(asker, { id }) {
      return (await allowed(asker, id)) ? listView(ports) : refuse('not-allowed')
    },
    async importExclusions(asker, { id, source, file }) {
      if (!(await allowed(asker, id))) return refuse('not-allowed')
      return importExclusions(ports, { source, file: Buffer.from(file, 'base64') }, asker.personId)
    },
    async removeExclusion(asker, { id, personId, otherId, kind, source }) {
      if (!(await allowed(asker, id))) return refuse('not-allowed')
      const exclusion = { kind, source, onePerson: personId, other: otherId }
      return removeExclusion(ports, exclusion, asker.personId)
    },
  }
}

async function listView({ store }: Ports): Promise<Out<'exclusions'>> {
  const all = await store.exclusions.list()
  const shown = all.slice(0, mostListed)
  const people = await store.people.many(shown.flatMap(({ onePerson, other }) => [onePerson, other]))
  const counts = new Map<string, number>()
  for (const { source } of all) counts.set(source, (counts.get(source) ?? 0) + 1)
  return {
    sources: [...counts].map(([source, count]) => ({ source, count })),
    exclusions: shown.map(({ kind, onePerson, other, source }) => ({
      kind,
      person: faceFrom(people, onePerson),
      other: faceFrom(people, other),
      source,
    })),
    total: all.length,
  }
}
