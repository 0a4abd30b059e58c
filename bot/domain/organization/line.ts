/**
 * One person's reporting line by itself, for a question about two or three people: reading a hundred thousand to answer it would
 * cost more than the page. It knows less than the chart (`organization.ts`) and never says "not above" where that would not:
 * two lines that end with the same person, or both with somebody confirmed to be a top, lie in one known part of the chart,
 * so that what is missing above adds nobody to either. Anything else may be.
 */
import type { PersonId } from './person.ts'

export interface Line {
  /** Everybody above, the nearest first, as far as links can be followed. */
  above: readonly PersonId[]
  /** With whom it ends; undefined where it runs in a circle, or begins with nobody who is known. */
  end?: PersonId
}

/** @param people everybody who could be in it */
export function lineOf(
  personId: PersonId,
  people: ReadonlyMap<PersonId, { managerId?: PersonId | undefined }>,
): Line {
  if (!people.has(personId)) return { above: [] }
  const above: PersonId[] = []
  let end = personId
  for (;;) {
    const next = people.get(end)?.managerId
    if (next === undefined || next === end || !people.has(next)) return { above, end }
    if (next === personId || above.includes(next)) return { above: [...above, next] }
    above.push(next)
    end = next
  }
}

export function mayStandAbove(
  [above, its]: readonly [PersonId, Line],
  [below, line]: readonly [PersonId, Line],
  tops: ReadonlySet<PersonId>,
): boolean {
  if (above === below) return false
  if (line.above.includes(above)) return true
  if (its.end === undefined || line.end === undefined) return true
  return its.end !== line.end && !(tops.has(its.end) && tops.has(line.end))
}
