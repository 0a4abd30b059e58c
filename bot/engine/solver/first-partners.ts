/**
 * Among the largest matchings, one that leaves as few people as possible without anybody, and what all of these have
 * in common. Rows of the split are full in every largest matching, so only columns can go without a partner.
 *
 * A column without a partner gets one from a column that has more than it needs, along unused and used edges in turn:
 * rows keep their number of partners, so the matching stays as large. Pothen and Fan's phases (ACM Trans. Math. Softw.
 * 16, 1990): within a phase nobody is met twice. When a phase finds nothing, whoever it met (FIRST) gives first
 * partners only in every best matching: the split of `split.ts` once more, one level down.
 */

import type { Adjacency, Graph } from './bipartite.ts'
import type { LargestMatching } from './cardinality.ts'
import { FIRST, OVER, type Split, UNDER } from './dulmage-mendelsohn.ts'

interface Side {
  part: number
  /** Edges of the columns, and of the rows. */
  near: Adjacency
  far: Adjacency
  columnPart: Uint8Array
  rowPart: Uint8Array
  used: Uint8Array
  load: Int32Array
  /** 1 for columns who are without a partner unless this matching gives them one. */
  alone: Uint8Array
  /** Phase in which a node was met last. */
  columnMet: Int32Array
  rowMet: Int32Array
  queue: Int32Array
  /** How a column was met: over which used edge from which row, and over which unused edge that was met. */
  givenBy: Int32Array
  takenBy: Int32Array
  from: Int32Array
}

/** Changes `largest` and marks the parts. Without `alone` in the graph nothing happens. */
export function giveFirstPartners(
  graph: Graph,
  byMentor: Adjacency,
  byMentee: Adjacency,
  largest: LargestMatching,
  parts: Split,
): void {
  const { used, mentorLoad, menteeLoad } = largest
  const { mentorPart, menteePart } = parts
  const { aloneMentor, aloneMentee } = graph
  if (aloneMentor)
    giveOnSide(newSide(OVER, byMentor, byMentee, mentorPart, menteePart, used, mentorLoad, aloneMentor))
  if (aloneMentee)
    giveOnSide(newSide(UNDER, byMentee, byMentor, menteePart, mentorPart, used, menteeLoad, aloneMentee))
}

function newSide(
  part: number,
  near: Adjacency,
  far: Adjacency,
  columnPart: Uint8Array,
  rowPart: Uint8Array,
  used: Uint8Array,
  load: Int32Array,
  alone: Uint8Array,
): Side {
  const columns = columnPart.length
  return {
    ...{ part, near, far, columnPart, rowPart, used, load, alone },
    columnMet: new Int32Array(columns),
    rowMet: new Int32Array(rowPart.length),
    queue: new Int32Array(columns),
    givenBy: new Int32Array(columns),
    takenBy: new Int32Array(columns),
    from: new Int32Array(columns),
  }
}

function giveOnSide(side: Side): void {
  const { columnPart, rowPart, columnMet, rowMet, load, alone, part } = side
  const columns = Array.from(columnPart.keys()).filter((j) => columnPart[j] === part)
  if (!columns.some((j) => canSpare(side, j))) {
    // As with one place each: every pair here gives somebody a first partner.
    for (const j of columns) columnPart[j]! |= FIRST
    for (let i = 0; i < rowPart.length; i++) if (rowPart[i] === part) rowPart[i]! |= FIRST
    return
  }
  const without = columns.filter((j) => alone[j] === 1 && load[j] === 0)
  for (let phase = 1; ; phase++) {
    let given = 0
    for (const j of without) if (load[j] === 0 && findGiver(side, j, phase)) given++
    if (given > 0) continue
    for (const j of columns) if (columnMet[j] === phase) columnPart[j]! |= FIRST
    for (let i = 0; i < rowPart.length; i++) if (rowMet[i] === phase) rowPart[i]! |= FIRST
    return
  }
}

function canSpare({ load, alone }: Side, k: number): boolean {
  return load[k]! > (alone[k] ? 1 : 0)
}

/** Breadth-first from one column to the nearest that can spare a partner; the exchange is made at once. */
function findGiver(side: Side, root: number, phase: number): boolean {
  const { part, near, far, used, rowPart, columnPart, columnMet, rowMet, queue, givenBy, takenBy, from } =
    side
  if (columnMet[root] === phase) return false
  columnMet[root] = phase
  queue[0] = root
  for (let head = 0, tail = 1; head < tail; head++) {
    const j = queue[head]!
    for (let x = near.from[j]!; x < near.from[j + 1]!; x++) {
      const i = near.to[x]!
      if (rowMet[i] === phase || rowPart[i] !== part || used[near.edge[x]!]) continue
      rowMet[i] = phase
      for (let y = far.from[i]!; y < far.from[i + 1]!; y++) {
        const k = far.to[y]!
        if (!used[far.edge[y]!] || columnMet[k] === phase || columnPart[k] !== part) continue
        columnMet[k] = phase
        givenBy[k] = far.edge[y]!
        takenBy[k] = near.edge[x]!
        from[k] = j
        if (canSpare(side, k)) {
          exchange(side, root, k)
          return true
        }
        queue[tail++] = k
      }
    }
  }
  return false
}

function exchange({ used, load, givenBy, takenBy, from }: Side, root: number, giver: number): void {
  load[root]!++
  load[giver]!--
  for (let k = giver; k !== root; k = from[k]!) {
    used[givenBy[k]!] = 0
    used[takenBy[k]!] = 1
  }
}
