/**
 * Reporting lines: who is above whom, at any depth, in constant time; and where a chart does not say so.
 *
 * A directory is never clean. A manager link is **broken** where it cannot be followed: it is empty though its owner is
 * no known top, names somebody nobody knows or its own owner, stands in two rows that disagree, or closes a circle. Cut at
 * every broken link, the chart falls into fragments:
 *
 * - **The known chart** (fragment 0): everybody whose line ends at a top. Automatically a top is only the head of a chart
 *   that holds more than half of all people, and only with an empty manager; every other top somebody has to name.
 * - **A fragment of its own** below each broken link: inside it lines are known, above its head they are not.
 *
 * The rule that follows, `sameFragment`: two people can be proven to be outside each other's line exactly when they stand in
 * the same fragment and neither is above the other there. It is safe: whatever the missing links are, everything above a
 * fragment's head lies outside the fragment (or the head would be above itself), so they add nobody of the fragment to a
 * line inside it. And it is tight: for two people of different fragments one of the heads can be hung below the other of
 * the two, which makes no circle and puts one above the other. `test/domain/organization/broken-charts.test.ts` proves both by trying
 * completions.
 *
 * Where links are stated they count, broken or not: everybody in a circle is above everybody else in it and above everyone
 * under any of them, as following the manager links from person to person gives.
 *
 * Each person gets a pre-order position and the end of the interval that holds everybody below: `a` is above `b`
 * exactly when `b`'s position lies inside `a`'s interval. The members of a circle share one interval.
 */
export type BreakKind = 'missing-manager' | 'self-manager' | 'cycle' | 'unknown-manager' | 'duplicate-id'

/** A broken link: whose manager is to be corrected, or who is to be confirmed as a top. */
export interface OrganizationFault {
  personId: string
  kind: BreakKind
  /** `peopleBelow`: how many stand below the break, so that no line of theirs is known above this person. */
  detail: Record<string, string>
}

/** Somebody said that nobody is above this person. */
export interface ConfirmedTop {
  personId: string
  confirmedBy: string
  confirmedAt: Date
}

export interface ChartRow {
  id: string
  managerId?: string | undefined
}

export interface Organization {
  readonly size: number
  /** Every broken link, the one with most people below it first. */
  readonly faults: OrganizationFault[]
  /** Everybody whose line is taken to end with them. */
  readonly tops: string[]
  has(id: string): boolean
  /** The line manager after resolving; undefined at a top, for an unknown manager or an unknown person. */
  managerOf(id: string): string | undefined
  /** The manager whom both name, somebody nobody knows included. */
  sharedManager(a: string, b: string): string | undefined
  /** True when `a` is above `b` at any depth, as far as the chart says: ask `sameFragment` or `mayBeAbove` as well. */
  isAbove(a: string, b: string): boolean
  /** True unless `a` can be proven not to be above `b`, whatever the missing links are. Fails closed for unknown ids. */
  mayBeAbove(a: string, b: string): boolean
  /** Everyone above, nearest first, up to the top. In a circle: the others of the circle, once each. */
  lineOf(id: string): string[]
  directReportsOf(id: string): string[]
  /** How many people are above; 0 at a top. */
  depthOf(id: string): number
  /** Steps along reporting lines from one to the other through the nearest person above both; undefined if none. */
  distance(a: string, b: string): number | undefined
  /** Whether the line ends at a top. */
  lineIsKnown(id: string): boolean
  /** Whether everything about the lines of the two towards each other is known. False for unknown ids. */
  sameFragment(a: string, b: string): boolean
  /** 0 in the known chart, -1 for an unknown id, else the same number for everybody below one broken link. */
  fragmentOf(id: string): number
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
  /** See `fragmentOf`. */
  fragment: Int32Array
}

/** The number of the known chart among the fragments. */
export const KNOWN = 0

interface Rows {
  ids: string[]
  byId: Map<string, number>
  /** By number; numbers from `real` on stand for managers nobody knows. */
  manager: Int32Array
  real: number
  /** Why the link of a person cannot be followed, but for circles. */
  broken: Map<number, { kind: BreakKind; detail: Record<string, string> }>
}

/** @param tops ids confirmed to have nobody above them; rows of one id that disagree are not decided by it. */
export function buildOrganization(people: readonly ChartRow[], tops: readonly string[] = []): Organization {
  const rows = readRows(people)
  const named = new Set(tops.flatMap((id) => rows.byId.get(id) ?? []).filter((i) => i < rows.real))
  const circle = circlesWithout(named, rows)
  const index = layOut(rows, circle)
  const cut = cutUp(rows, circle, index, named)
  return organizationOf(rows, index, cut)
}

function readRows(people: readonly ChartRow[]): Rows {
  const byId = new Map<string, number>()
  const ids: string[] = []
  // Each look-up waits for memory several times: the second pass remembers whose row it was.
  const numbers = new Int32Array(people.length)
  for (let x = 0; x < people.length; x++) numbers[x] = numberOf(people[x]!.id, ids, byId)
  const real = ids.length
  const named: (string | undefined)[] = new Array(real)
  const seen = new Uint8Array(real)
  const broken: Rows['broken'] = new Map()
  for (let x = 0; x < people.length; x++) {
    const i = numbers[x]!
    const managerId = people[x]!.managerId || undefined
    if (!seen[i]) {
      seen[i] = 1
      named[i] = managerId
    } else if (named[i] !== managerId && !broken.has(i)) {
      const detail = { managerId: named[i] ?? '', otherManagerId: managerId ?? '' }
      broken.set(i, { kind: 'duplicate-id', detail })
    }
  }
  const manager: number[] = new Array(real).fill(-1)
  for (let i = 0; i < real; i++) {
    if (broken.has(i)) continue
    const managerId = named[i]
    if (managerId === undefined) broken.set(i, { kind: 'missing-manager', detail: {} })
    else if (managerId === ids[i]) broken.set(i, { kind: 'self-manager', detail: { managerId } })
    else {
      const m = numberOf(managerId, ids, byId)
      if (m === manager.length) manager.push(-1)
      if (m >= real) broken.set(i, { kind: 'unknown-manager', detail: { managerId } })
      manager[i] = m
    }
  }
  return { ids, byId, manager: Int32Array.from(manager), real, broken }
}

function numberOf(id: string, ids: string[], byId: Map<string, number>): number {
  const known = byId.get(id)
  if (known !== undefined) return known
  const fresh = ids.push(id) - 1
  byId.set(id, fresh)
  return fresh
}

/** Circles among the links. A member named as a top has nobody above, which opens the circle there. */
function circlesWithout(named: ReadonlySet<number>, rows: Rows): Int32Array {
  const circle = findCircles(rows)
  const opened = [...named].filter((i) => circle[i]! >= 0)
  if (opened.length === 0) return circle
  for (const i of opened) {
    rows.manager[i] = -1
    rows.broken.set(i, { kind: 'cycle', detail: {} })
  }
  return findCircles(rows)
}

/** For each person in a circle the first-met member of that circle, else -1. Walks every link once. */
function findCircles({ ids, manager }: Rows): Int32Array {
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
    let j = i
    do {
      circle[j] = i
      j = manager[j]!
    } while (j !== i)
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
  return { manager, position: enters, enters, leaves, fragment: new Int32Array(n) }
}

interface Cut {
  /** The head of everybody's fragment, by number; a top's own is itself. */
  head: Int32Array
  tops: number[]
  faults: OrganizationFault[]
}

/** Cuts the chart at every link that cannot be followed, and says which of the parts are known to end at a top. */
function cutUp(rows: Rows, circle: Int32Array, index: ChartIndex, named: ReadonlySet<number>): Cut {
  const { ids, real, broken } = rows
  const head = headsOf(rows, circle)
  const below = new Int32Array(real)
  for (let i = 0; i < real; i++) below[head[i]!]!++
  const isTop = new Uint8Array(real)
  const tops: number[] = []
  const faults: (OrganizationFault & { below: number })[] = []
  for (let i = 0; i < real; i++) {
    if (head[i] !== i) continue
    const fault = broken.get(i) ?? { kind: 'cycle' as const, detail: { with: circleOf(rows, i) } }
    const leadsMost = fault.kind === 'missing-manager' && below[i]! * 2 > real
    if (leadsMost || (named.has(i) && fault.kind !== 'duplicate-id')) {
      isTop[i] = 1
      tops.push(i)
      continue
    }
    const detail = { ...fault.detail, peopleBelow: String(below[i]! - 1) }
    faults.push({ personId: ids[i]!, kind: fault.kind, detail, below: below[i]! })
  }
  for (let i = 0; i < real; i++) index.fragment[i] = isTop[head[i]!] ? KNOWN : head[i]! + 1
  faults.sort((a, b) => b.below - a.below)
  return { head, tops, faults: faults.map(({ below: _, ...fault }) => fault) }
}

/** Whoever stands at the end of the links that can be followed from each person. */
function headsOf({ ids, manager, real, broken }: Rows, circle: Int32Array): Int32Array {
  const head = new Int32Array(ids.length).fill(-1)
  const path: number[] = []
  for (let start = 0; start < real; start++) {
    let i = start
    while (head[i]! < 0) {
      if (circle[i]! >= 0 || broken.has(i)) head[i] = i
      else {
        path.push(i)
        i = manager[i]!
      }
    }
    const found = head[i]!
    while (path.length) head[path.pop()!] = found
  }
  return head
}

const SHOWN_OF_A_CIRCLE = 10

/** The circle of `start` in the order of its links; of a long one the beginning. */
function circleOf({ ids, manager }: Rows, start: number): string {
  const members: string[] = []
  let i = start
  do {
    members.push(members.length < SHOWN_OF_A_CIRCLE ? ids[i]! : '...')
    i = manager[i]!
  } while (i !== start && members.length <= SHOWN_OF_A_CIRCLE)
  return members.join(' ')
}

function organizationOf(rows: Rows, index: ChartIndex, { head, tops, faults }: Cut): Organization {
  const { ids, byId, manager, real } = rows
  const { position, enters, leaves, fragment } = index
  const at = (id: string) => {
    const i = byId.get(id)
    return i === undefined || i >= real ? -1 : i
  }
  const fragmentOf = (id: string) => {
    const i = at(id)
    return i < 0 ? -1 : fragment[i]!
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
    tops: tops.map((i) => ids[i]!),
    index,
    has: (id) => at(id) >= 0,
    indexOf: at,
    managerOf(id) {
      const i = at(id)
      const m = i < 0 ? -1 : manager[i]!
      return m < 0 || m >= real ? undefined : ids[m]
    },
    sharedManager(a, b) {
      const [i, j] = [at(a), at(b)]
      const m = i < 0 || j < 0 || manager[i] !== manager[j] ? -1 : manager[i]!
      return m < 0 ? undefined : ids[m]
    },
    isAbove(a, b) {
      const i = at(a)
      const j = at(b)
      return i >= 0 && j >= 0 && above(i, j)
    },
    mayBeAbove(a, b) {
      const i = at(a)
      const j = at(b)
      if (i < 0 || j < 0) return true
      if (i === j) return false
      return above(i, j) || (fragment[j] !== KNOWN && fragment[i] !== fragment[j])
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
    lineIsKnown: (id) => fragmentOf(id) === KNOWN,
    sameFragment: (a, b) => fragmentOf(a) >= 0 && fragmentOf(a) === fragmentOf(b),
    fragmentOf,
    lineStopsAt(id) {
      const i = at(id)
      if (i < 0) return id
      return fragment[i] === KNOWN ? undefined : ids[head[i]!]
    },
  }
}
