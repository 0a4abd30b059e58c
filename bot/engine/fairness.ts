/**
 * How groups fared in a proposal: placement and mean score. Groups come from what the directory says of everybody; nothing is
 * shown about groups under the smallest size, and nothing that would let a reader work out such a group by subtraction.
 */
import type { Proposal } from './propose.ts'

export interface GroupFairness {
  group: string
  people: number
  placed: number
  /** Mean score of the group's pairings, undefined without any. */
  meanScore?: number
}

export interface Fairness {
  groups: GroupFairness[]
  /** People in groups too small to show, and in the group hidden with a single small one. */
  notShown: number
}

/** `groupOf` names the group of everyone who consented; others are left out altogether. */
export function fairnessByGroup(
  { pairings, unplaced }: Pick<Proposal, 'pairings' | 'unplaced'>,
  groupOf: ReadonlyMap<string, string>,
  smallest = 5,
): Fairness {
  const scores = new Map<string, number[]>()
  for (const { personId } of unplaced) scores.set(personId, [])
  for (const { mentorId, menteeId, score } of pairings) {
    for (const id of [mentorId, menteeId]) scores.set(id, [...(scores.get(id) ?? []), score])
  }
  const members = new Map<string, string[]>()
  for (const id of scores.keys()) {
    const group = groupOf.get(id)
    if (group !== undefined) members.set(group, [...(members.get(group) ?? []), id])
  }
  const bySize = [...members].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const small = bySize.filter(([, ids]) => ids.length < smallest)
  const shown = bySize.filter(([, ids]) => ids.length >= smallest)
  // One hidden group alone would be the total less what is shown: the next smallest is hidden with it.
  const hidden =
    small.length > 0 && small.flatMap(([, ids]) => ids).length < smallest
      ? [...small, ...shown.splice(-1)]
      : small
  return {
    groups: shown.map(([group, ids]) => describe(group, ids, scores)),
    notShown: hidden.reduce((sum, [, ids]) => sum + ids.length, 0),
  }
}

function describe(group: string, ids: string[], scores: Map<string, number[]>): GroupFairness {
  const all = ids.flatMap((id) => scores.get(id)!)
  const placed = ids.filter((id) => scores.get(id)!.length > 0).length
  const mean = all.reduce((sum, score) => sum + score, 0) / all.length
  return {
    group,
    people: ids.length,
    placed,
    ...(all.length > 0 ? { meanScore: Math.round(mean * 10) / 10 } : {}),
  }
}
