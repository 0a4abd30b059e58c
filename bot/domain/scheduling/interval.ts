/**
 * Spans of time and what can be done with them. A list is *tidy* when it is sorted, its spans do not touch or overlap,
 * and none is empty; every function here takes any list and answers a tidy one.
 */

/** Half-open span of time [start, end), in epoch milliseconds. */
export interface Interval {
  start: number
  end: number
}

/** The same moments as one tidy list. */
export function union(...lists: readonly (readonly Interval[])[]): Interval[] {
  const sorted = lists
    .flat()
    .filter((span) => span.end > span.start)
    .sort((a, b) => a.start - b.start)
  const tidy: Interval[] = []
  for (const span of sorted) {
    const last = tidy.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else tidy.push({ start: span.start, end: span.end })
  }
  return tidy
}

/** Moments that lie in both. */
export function intersect(first: readonly Interval[], second: readonly Interval[]): Interval[] {
  const a = union(first)
  const b = union(second)
  const shared: Interval[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const one = a[i]!
    const other = b[j]!
    const start = Math.max(one.start, other.start)
    const end = Math.min(one.end, other.end)
    if (start < end) shared.push({ start, end })
    if (one.end < other.end) i += 1
    else j += 1
  }
  return shared
}

/** Moments of `from` that lie in none of `taken`. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = union(taken)
  const left: Interval[] = []
  let next = 0
  for (const span of union(from)) {
    let start = span.start
    while (next < holes.length && holes[next]!.end <= start) next += 1
    for (let k = next; k < holes.length && holes[k]!.start < span.end; k += 1) {
      const hole = holes[k]!
      if (hole.start > start) left.push({ start, end: hole.start })
      start = Math.max(start, hole.end)
    }
    if (start < span.end) left.push({ start, end: span.end })
  }
  return left
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end
}

/** Milliseconds covered, each moment once. */
export function lengthOf(spans: readonly Interval[]): number {
  return union(spans).reduce((sum, span) => sum + span.end - span.start, 0)
}
