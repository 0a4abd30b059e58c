/**
 * Reporting lines: who is above whom, at any depth, in constant time.
 *
 * A directory is never clean, so the chart is resolved by these stated rules, and every departure is listed:
 *
 * - **Cycle** (a manages b, b manages a): everybody in the circle is above everybody else in it and above everyone
 *   under any of them, exactly what following the manager links from person to person gives.
 * - **Unknown manager** (an id nobody has): the id stands in the chart as a person nobody can see, so that people who
 *   report to it still share a manager.
 * - **Self manager**: counts as no manager.
 * - **Duplicate id**: rows that agree on the manager are one person; rows that disagree leave the line unknown.
 * - **Whose line is known**: a line that ends at a top. A top is whoever has no usable manager and at least one in
 *   fifty people of the chart below (the largest tree's top always is one, and so is everyone the Organizer names).
 *   Any other line stops too early: who is above cannot be known, so nobody on it can be proven to be outside another
 *   person's line, and the pairing rules refuse them until the directory is corrected.
 *
 * Each person gets a pre-order position and the end of the interval that holds everybody below: `a` is above `b`
 * exactly when `b`'s position lies inside `a`'s interval. The members of a circle share one interval.
 */
export interface OrganizationFault {
  personId: string
  kind: 'missing-manager' | 'self-manager' | 'cycle' | 'unknown-manager' | 'duplicate-id'
  detail: Record<string, string>
}

export interface ChartRow {
  id: string
  managerId?: string | undefined
}

export interface Organization {
  readonly size: number
  readonly faults: OrganizationFault[]
  has(id: string): boolean
  /** The line manager after resolving; undefined at a top, for an unknown manager or an unknown person. */
  managerOf(id: string): string | undefined
  /** True when `a` is above `b` at any depth. Unknown ids are above nobody: ask `lineIsKnown` as well. */
  isAbove(a: string, b: string): boolean
  /** Everyone above, nearest first, up to the top. In a circle: the others of the circle, once each. */
  lineOf(id: string): string[]
  directReportsOf(id: string): string[]
  /** How many people are above; 0 at a top. */
  depthOf(id: string): number
  /** Steps along reporting lines from one to the other through the nearest person above both; undefined if none. */
  distance(a: string, b: string): number | undefined
  lineIsKnown(id: string): boolean
  /** Where an unknown line stops: the person whose manager has to be corrected. */
  lineStopsAt(id: string): string | undefined
  /** Number inside the chart for typed-array work, -1 for an unknown id. */
  indexOf(id: string): number
  readonly index: ChartIndex
}

/** The same facts by number. `above(a, b)` is `enters[a] <= position[b] && position[b] < leaves[a] && a !== b`. */
export interface ChartIndex {
  /** Direct manager by number (a manager nobody knows has one too), -1 without. */
  manager: Int32Array
  position: Int32Array
  enters: Int32Array
  leaves: Int32Array
  known: Uint8Array
}

const TOP_SHARE = 50

interface Rows {
  ids: string[]
  byId: Map<string, number>
  manager: Int32Array
  real: number
  /** 1 where rows with one id disagree about the manager. */
  ambiguous: Uint8Array
  faults: OrganizationFault[]
}

export function buildOrganization(people: readonly ChartRow[], tops: readonly string[] = []): Organization {
  const rows = readRows(people)
  const circle = findCircles(rows)
  const index = layOut(rows, circle)
  const stops = judgeLines(rows, circle, index, tops)
  return organizationOf(rows, circle, index, stops)
}

function readRows(people: readonly ChartRow[]): Rows {
  const byId = new Map<string, number>()
  const ids: string[] = []
  for (const { id } of people) if (!byId.has(id)) byId.set(id, ids.push(id) - 1)
  const real = ids.length
  const named: (string | undefined)[] = new Array(real)
  const seen = new Uint8Array(real)
  const ambiguous = new Uint8Array(real)
  const faults: OrganizationFault[] = []
  for (const row of people) {
    const i = byId.get(row.id)!
    const managerId = row.managerId || undefined
    if (!seen[i]) {
      seen[i] = 1
      named[i] = managerId
    } else {
      if (named[i] !== managerId) ambiguous[i] = 1
      const detail = { managerId: named[i] ?? '', otherManagerId: managerId ?? '' }
      faults.push({ personId: row.id, kind: 'duplicate-id', detail })
    }
  }
  const manager: number[] = new Array(real).fill(-1)
  for (let i = 0; i < real; i++) {
    const managerId = named[i]
    if (ambiguous[i] || managerId === undefined) continue
    if (managerId === ids[i]) {
      faults.push({ personId: ids[i]!, kind: 'self-manager', detail: { managerId } })
      continue
    }
    let m = byId.get(managerId)
    if (m === undefined) {
      m = ids.push(managerId) - 1
      byId.set(managerId, m)
      manager.push(-1)
    }
    if (m >= real) faults.push({ personId: ids[i]!, kind: 'unknown-manager', detail: { managerId } })
    manager[i] = m
  }
  return { ids, byId, manager: Int32Array.from(manager), real, ambiguous, faults }
}

/** For each person in a circle the first-met member of that circle, else -1. Walks every link once. */
function findCircles({ ids, manager, faults }: Rows): Int32Array {
  const n = ids.length
  const circle = new Int32Array(n).fill(-1)
  const walk = new Int32Array(n).fill(-1)
  for (let start = 0; start < n; start++) {
    let i = start
    while (i >= 0 && walk[i]! < 0) {
      walk[i] = start
      i = manager[i]!
    }
    if (i < 0 || walk[i] !== start || circle[i]! >= 0) continue
    const members: string[] = []
    let j = i
    do {
      circle[j] = i
      members.push(ids[j]!)
      j = manager[j]!
    } while (j !== i)
    for (const personId of members)
      faults.push({ personId, kind: 'cycle', detail: { with: members.join(' ') } })
  }
  return circle
}

/** Pre-order intervals; a circle counts as one node that holds all its members. */
function layOut({ ids, manager }: Rows, circle: Int32Array): ChartIndex {
  const n = ids.length
  const node = (i: number) => (circle[i]! >= 0 ? circle[i]! : i)
  const first = new Int32Array(n).fill(-1)
  const next = new Int32Array(n).fill(-1)
  const roots: number[] = []
  for (let i = n - 1; i >= 0; i--) {
    if (circle[i]! >= 0 && circle[i] !== i) continue
    const m = circle[i]! >= 0 ? -1 : manager[i]!
    if (m < 0) roots.push(i)
    else {
      next[i] = first[node(m)]!
      first[node(m)] = i
    }
  }
  const enters = new Int32Array(n)
  const leaves = new Int32Array(n)
  const stack = new Int32Array(n + 1)
  let clock = 0
  for (const root of roots) {
    let top = 0
    stack[0] = root
    enters[root] = clock++
    while (top >= 0) {
      const i = stack[top]!
      const child = first[i]!
      if (child >= 0) {
        first[i] = next[child]!
        enters[child] = clock++
        stack[++top] = child
      } else {
        leaves[i] = clock
        top--
      }
    }
  }
  for (let i = 0; i < n; i++) {
    if (circle[i]! < 0) continue
    enters[i] = enters[circle[i]!]!
    leaves[i] = leaves[circle[i]!]!
  }
  return { manager, position: enters, enters, leaves, known: new Uint8Array(n) }
}

/** Marks whose line reaches a top, lists missing managers, and says for everyone else where the line stops. */
function judgeLines(rows: Rows, circle: Int32Array, index: ChartIndex, tops: readonly string[]): Int32Array {
  const { ids, manager, real, ambiguous, faults, byId } = rows
  const n = ids.length
  const rootOf = new Int32Array(n).fill(-1)
  const below = new Int32Array(n)
  const path: number[] = []
  for (let start = 0; start < n; start++) {
    let i = start
    while (rootOf[i]! < 0) {
      const m = circle[i]! >= 0 ? -1 : manager[i]!
      if (m < 0) {
        rootOf[i] = circle[i]! >= 0 ? circle[i]! : i
        break
      }
      path.push(i)
      i = m
    }
    const root = rootOf[i]!
    while (path.length) rootOf[path.pop()!] = root
    if (start < real) below[root]!++
  }
  let largest = -1
  for (let i = 0; i < n; i++) {
    if (rootOf[i] === i && !ambiguous[i] && (largest < 0 || below[i]! > below[largest]!)) largest = i
  }
  const isTop = new Uint8Array(n)
  for (let i = 0; i < n; i++) {
    if (rootOf[i] === i && !ambiguous[i] && (i === largest || below[i]! * TOP_SHARE >= real)) isTop[i] = 1
  }
  for (const id of tops) {
    const i = byId.get(id)
    if (i !== undefined && rootOf[i] === i && !ambiguous[i]) isTop[i] = 1
  }
  const selfManaged = new Set(faults.filter((f) => f.kind === 'self-manager').map((f) => f.personId))
  for (let i = 0; i < real; i++) {
    if (manager[i]! >= 0 || ambiguous[i] || isTop[i] || selfManaged.has(ids[i]!)) continue
    faults.push({
      personId: ids[i]!,
      kind: 'missing-manager',
      detail: { peopleBelow: String(below[i]! - 1) },
    })
  }
  const stops = new Int32Array(n).fill(-1)
  for (let i = 0; i < n; i++) {
    if (isTop[rootOf[i]!]) index.known[i] = 1
    else stops[i] = rootOf[i]!
  }
  return stops
}

function organizationOf(rows: Rows, circle: Int32Array, index: ChartIndex, stops: Int32Array): Organization {
  const { ids, byId, manager, real, faults } = rows
  const { position, enters, leaves, known } = index
  const at = (id: string) => {
    const i = byId.get(id)
    return i === undefined || i >= real ? -1 : i
  }
  const above = (a: number, b: number) => a !== b && enters[a]! <= position[b]! && position[b]! < leaves[a]!
  const lineByNumber = (i: number) => {
    const line: number[] = []
    const met = new Set<number>([i])
    for (let m = manager[i]!; m >= 0 && !met.has(m); m = manager[m]!) {
      met.add(m)
      if (m < real) line.push(m)
    }
    return line
  }
  let reports: Map<number, string[]> | undefined
  const reportsByManager = () => {
    const map = new Map<number, string[]>()
    for (let i = 0; i < real; i++) {
      const m = manager[i]!
      if (m < 0) continue
      const list = map.get(m)
      if (list) list.push(ids[i]!)
      else map.set(m, [ids[i]!])
    }
    return map
  }
  return {
    size: real,
    faults,
    index,
    has: (id) => at(id) >= 0,
    indexOf: at,
    managerOf(id) {
      const i = at(id)
      const m = i < 0 ? -1 : manager[i]!
      return m < 0 || m >= real ? undefined : ids[m]
    },
    isAbove(a, b) {
      const i = at(a)
      const j = at(b)
      return i >= 0 && j >= 0 && above(i, j)
    },
    lineOf(id) {
      const i = at(id)
      return i < 0 ? [] : lineByNumber(i).map((m) => ids[m]!)
    },
    directReportsOf(id) {
      reports ??= reportsByManager()
      return reports.get(at(id)) ?? []
    },
    depthOf(id) {
      const i = at(id)
      return i < 0 ? 0 : lineByNumber(i).length
    },
    distance(a, b) {
      const i = at(a)
      const j = at(b)
      if (i < 0 || j < 0) return undefined
      const up = [i, ...lineByNumber(i)]
      const other = [j, ...lineByNumber(j)]
      const steps = new Map(other.map((person, count) => [person, count]))
      for (let count = 0; count < up.length; count++) {
        const rest = steps.get(up[count]!)
        if (rest !== undefined) return count + rest
      }
      return undefined
    },
    lineIsKnown(id) {
      const i = at(id)
      return i >= 0 && known[i] === 1
    },
    lineStopsAt(id) {
      const i = at(id)
      if (i < 0) return id
      const stop = stops[i]!
      if (stop < 0) return undefined
      return stop < real ? ids[stop] : lastKnown(i, manager, circle, real, ids)
    },
  }
}

/** The last person we can see on a line that ends at a manager nobody knows. */
function lastKnown(start: number, manager: Int32Array, circle: Int32Array, real: number, ids: string[]) {
  let i = start
  while (circle[i]! < 0 && manager[i]! >= 0 && manager[i]! < real) i = manager[i]!
  return ids[i]
}
