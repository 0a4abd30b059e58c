import type { Out } from '../../../contract/index.ts'
import { isOwn, shownTo } from '../../../domain/program/exclusion-owner.ts'
import type { Ports } from '../../../workflows/ports.ts'
import {
  importExclusions,
  removeExclusion,
  removeExclusionList,
} from '../../../workflows/program/keep-exclusions.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom } from '../views.ts'

type Routes = Pick<Handlers, 'exclusions' | 'importExclusions' | 'removeExclusion' | 'removeExclusionList'>

const mostListed = 2000

export function exclusionRoutes(ports: Ports): Routes {
  return {
    exclusions: asks('keep-exclusions', inCohort, async (asker) => listView(ports, asker)),
    importExclusions: asks('keep-exclusions', inCohort, async (asker, { source, file }) => {
      return importExclusions(ports, { source, file: Buffer.from(file, 'base64') }, asker.personId)
    }),
    removeExclusion: asks('keep-exclusions', inCohort, async (asker, { personId, otherId, kind, source }) => {
      const exclusion = { kind, source, onePerson: personId, other: otherId }
      return removeExclusion(ports, exclusion, asker.personId)
    }),
    removeExclusionList: asks('keep-exclusions', inCohort, async (asker, { source }) => {
      return removeExclusionList(ports, source, asker.personId)
    }),
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
