import type { PersonId } from '../../domain/organization/person.ts'
import { mostRanked } from '../../domain/preferences/preference.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { chooserIn, partnersAround } from './partners.ts'

/**
 * All choices at once, the first choice first. Somebody who was ranked before may stay, even if a rule keeps the two apart
 * since: whoever ranks must not learn it from a "no", and the engine looks at the rules by itself.
 */
export async function rankPeople(
  ports: Pick<Ports, 'store' | 'clock' | 'matcher'>,
  cohortId: CohortId,
  from: PersonId,
  to: PersonId[],
): Promise<PersonId[] | Refusal> {
  const { store, clock } = ports
  const chooser = await chooserIn(ports, cohortId, from)
  if (isRefused(chooser)) return chooser
  if (!chooser.ways.ranking) return refuse('way-closed')
  if (to.length > mostRanked) return refuse('too-many-choices', { most: mostRanked, field: 'personIds' })
  const twice = to.findIndex((one, at) => to.indexOf(one) < at)
  if (twice >= 0) return refuse('chosen-twice', { field: `personIds.${twice}` })
  const allowed = new Set((await partnersAround(ports, cohortId, from, { only: to })).ids)
  return store.transaction(async () => {
    await store.lock(`ranking.${cohortId}.${from}`)
    const before = await store.rankings.of(cohortId, from)
    const strange = to.findIndex((one) => !allowed.has(one) && !before.includes(one))
    if (strange >= 0) return refuse('cannot-be-paired', { field: `personIds.${strange}` })
    if (to.join(' ') === before.join(' ')) return to
    await store.rankings.replace(cohortId, from, to, clock.now())
    await audit({ store, clock }, from, 'ranking-changed', cohortId)
    return to
  })
}
