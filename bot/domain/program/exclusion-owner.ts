/**
 * Whose a list of exclusions is. What legal or a works council declared is read, replaced and taken out of force by whoever
 * brought it in; to everybody else it is a name and a number. An empty edition is never what somebody meant: taking a list
 * out of force is an act of its own.
 */

import type { PersonId } from '../organization/person.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Exclusion } from './exclusion.ts'

export interface ExclusionList {
  source: string
  ownerId: PersonId
  importedAt: Date
}

export type ListRefusal = 'not-your-list' | 'list-without-lines'

/** Lines that no list names belong to nobody, and so to no reader. */
export function isOwn(list: ExclusionList | undefined, personId: PersonId): boolean {
  return list?.ownerId === personId
}

/** A name nobody uses yet is free; one that stands over lines is its owner's, also when nobody knows who that is. */
export function mayReplace(
  list: ExclusionList | undefined,
  lines: number,
  by: PersonId,
): Refusal<ListRefusal> | undefined {
  const isFree = !list && lines === 0
  return isFree || isOwn(list, by) ? undefined : refuse('not-your-list', { field: 'source' })
}

export const refuseEmpty = (): Refusal<ListRefusal> => refuse('list-without-lines', { field: 'file' })

/** What somebody may read of all lists: the lines of their own, and how long the others are. */
export function shownTo(personId: PersonId, all: readonly Exclusion[], lists: readonly ExclusionList[]) {
  const bySource = new Map(lists.map((list) => [list.source, list]))
  const counts = new Map<string, number>()
  for (const { source } of all) counts.set(source, (counts.get(source) ?? 0) + 1)
  return {
    sources: [...counts].map(([source, count]) => ({ source, count, list: bySource.get(source) })),
    own: all.filter(({ source }) => isOwn(bySource.get(source), personId)),
  }
}
