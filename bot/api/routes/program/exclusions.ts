import { mayKeepExclusions } from '../../../auth/policies.ts'
import type { Out } from '../../../contract/index.ts'
import { isOwn, shownTo } from '../../../domain/program/exclusion-owner.ts'
import { refuse } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import {
  importExclusions,
  removeExclusion,
  removeExclusionList,
} from '../../../workflows/program/keep-exclusions.ts'
import type { Asker, Handlers } from '../../handler.ts'
import { faceFrom } from '../views.ts'

type Routes = Pick<Handlers, 'exclusions' | 'importExclusions' | 'removeExclusion' | 'removeExclusionList'>

const mostListed = 2000

export function exclusionRoutes(ports: Ports): Routes {
  const allowed = async (asker: Asker, id: string) => mayKeepExclusions(await asker.rolesFor(id))
  return {
    async exclusions(asker, { id }) {
      return (await allowed(asker, id)) ? listView(ports, asker) : refuse('not-allowed')
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
    async removeExclusionList(asker, { id, source }) {
      if (!(await allowed(asker, id))) return refuse('not-allowed')
      return removeExclusionList(ports, source, asker.personId)
    },
  }
}

async function listView({ store }: Ports, { personId }: Asker): Promise<Out<'exclusions'>> {
  const lists = await store.exclusions.lists()
  const { sources, own } = shownTo(personId, await store.exclusions.list(), lists)
  const shown = own.slice(0, mostListed)
  const people = await store.people.many([
    ...lists.map(({ ownerId }) => ownerId),
    ...shown.flatMap(({ onePerson, other }) => [onePerson, other]),
  ])
  return {
    sources: sources.map(({ source, count, list }) => ({
      ...{ source, count, mine: isOwn(list, personId) },
      ...(list ? { owner: faceFrom(people, list.ownerId) } : {}),
    })),
    exclusions: shown.map(({ kind, onePerson, other, source }) => ({
      kind,
      person: faceFrom(people, onePerson),
      other: faceFrom(people, other),
      source,
    })),
    total: own.length,
  }
}
