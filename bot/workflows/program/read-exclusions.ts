/**
 * Everything that forbids a pair, source by source. A source that cannot be read is not an empty one: whoever asks hears
 * its name, and nobody is paired on half the facts.
 */

import { Fault } from '../../domain/fault.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Wish } from '../../domain/pairing/matching-run.ts'
import type { FormerManager } from '../../domain/program/exclusion.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Ports } from '../ports.ts'

export interface Exclusions {
  wishes: Wish[]
  blocked: Map<PersonId, PersonId[]>
  dottedManagers: Map<PersonId, PersonId[]>
  conflicts: [PersonId, PersonId][]
  formerManagers: FormerManager[]
  earlierPairs: [PersonId, PersonId][]
  /** Of this Cohort, one side declined: never again in it. */
  partedPairs: [PersonId, PersonId][]
}

export type ExclusionSource = 'wishes' | 'blocks' | 'exclusions' | 'manager-history' | 'earlier-pairs'

/** Nobody is paired until this source can be read again. */
export class ExclusionsUnreadable extends Fault {
  override readonly name = 'ExclusionsUnreadable'
  readonly code = 'exclusions-unreadable'
  readonly source: ExclusionSource
  constructor(source: ExclusionSource, cause: unknown) {
    super(`The source "${source}" of people who must not be paired could not be read, so nobody was.`, {
      cause,
    })
    this.source = source
  }
}

/** @throws ExclusionsUnreadable */
export async function readExclusionSources(store: Ports['store'], cohortId: CohortId): Promise<Exclusions> {
  const listed = await from('exclusions', () => store.exclusions.list())
  return {
    wishes: await from('wishes', () => store.wishes.list(cohortId)),
    blocked: grouped(await from('blocks', () => store.participants.blocks())),
    dottedManagers: grouped(
      listed.flatMap(({ kind, onePerson, other }) =>
        kind === 'dotted-line' ? [[onePerson, other] as const] : [],
      ),
    ),
    conflicts: listed.flatMap(({ kind, onePerson, other }): [PersonId, PersonId][] =>
      kind === 'dotted-line' ? [] : [[onePerson, other]],
    ),
    formerManagers: await from('manager-history', () => store.exclusions.formerManagers()),
    earlierPairs: await from('earlier-pairs', () => store.pairings.earlier()),
    partedPairs: await from('earlier-pairs', () => store.vetoes.pairs(cohortId)),
  }
}

async function from<T>(source: ExclusionSource, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new ExclusionsUnreadable(source, error)
  }
}

function grouped(pairs: readonly (readonly [PersonId, PersonId])[]): Map<PersonId, PersonId[]> {
  const groups = new Map<PersonId, PersonId[]>()
  for (const [one, other] of pairs) {
    const known = groups.get(one)
    if (known) known.push(other)
    else groups.set(one, [other])
  }
  return groups
}
