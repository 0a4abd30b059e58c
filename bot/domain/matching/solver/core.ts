/**
 * The open part of the problem: rows that must be filled, columns that may keep room, and the edges inside each part of
 * the split. The three parts never touch, so they are solved as one graph. OVER turns the sides round (Mentees are the
 * rows there); UNDER and SQUARE have Mentors as rows.
 *
 * The answer is a set of used arcs together with a price per column and a value per row such that
 *   unused arc:  score - price <= value      used arc:  score - price >= value
 *   price >= 0, and 0 at every column with room left
 * and at columns that must not go without a partner
 *   any price with a single partner, but none above 0 while there is room left
 * which proves that no other set with full rows scores more. Scores are multiplied by `scale` so that prices stay
 * whole numbers while an auction works with steps finer than one point.
 */
import type { Graph } from './graph.ts'
import { OVER, type Split } from './split.ts'

export interface Core {
  rows: number
  columns: number
  arcs: number
  scale: number
  /** Units each row must place and each column can hold, forced edges taken off, never more than its arcs. */
  need: Int32Array
  room: Int32Array
  /** 1 for columns who need a first partner here. */
  must: Uint8Array
  /** Arcs of row i: `rowFrom[i]` to `rowFrom[i + 1]`, each with its column, scaled score and edge. */
  rowFrom: Int32Array
  column: Int32Array
  worth: Int32Array
  edge: Int32Array
  row: Int32Array
  /** Arcs of column j by number, with a copy of their row and worth side by side: columns are read arc after arc. */
  columnFrom: Int32Array
  columnArc: Int32Array
  columnRow: Int32Array
  columnWorth: Int32Array
  used: Uint8Array
  price: Float64Array
  value: Float64Array
  rowLoad: Int32Array
  /** Used arcs of column j: `slotArc[slotFrom[j]]` for `columnLoad[j]` entries. */
  columnLoad: Int32Array
  slotFrom: Int32Array
  slotArc: Int32Array
  /** Place of a used arc among the slots. */
  slotOf: Int32Array
  /** Largest scaled score. */
  range: number
}

/** Where each Mentor and Mentee went: rows as 0, 1, ..., columns as -1, -2, ... */
export interface Places {
  ofMentor: Int32Array
  ofMentee: Int32Array
}

/** Places that are open after all that the parts decide, and who needs one of them filled. */
export interface Room {
  roomMentor: Int32Array
  roomMentee: Int32Array
  mustMentor: Uint8Array
  mustMentee: Uint8Array
}

export const FREE_SCALE = 8

export function placePeople(graph: Graph, parts: Split): Places & { rows: number; columns: number } {
  const ofMentor = new Int32Array(graph.mentors)
  const ofMentee = new Int32Array(graph.mentees)
  let rows = 0
  let columns = 0
  for (let i = 0; i < graph.mentors; i++) ofMentor[i] = parts.mentorPart[i]! & OVER ? ~columns++ : rows++
  for (let j = 0; j < graph.mentees; j++) ofMentee[j] = parts.menteePart[j]! & OVER ? rows++ : ~columns++
  return { ofMentor, ofMentee, rows, columns }
}

export function buildCore(
  graph: Graph,
  parts: Split,
  places: ReturnType<typeof placePeople>,
  { roomMentor, roomMentee, mustMentor, mustMentee }: Room,
): Core {
  const { rows, columns, ofMentor, ofMentee } = places
  const need = new Int32Array(rows)
  const room = new Int32Array(columns)
  const must = new Uint8Array(columns)
  const place = (at: number, units: number, isMust: number) => {
    if (at >= 0) need[at] = units
    else {
      room[~at] = units
      must[~at] = isMust
    }
  }
  for (let i = 0; i < graph.mentors; i++) place(ofMentor[i]!, roomMentor[i]!, mustMentor[i]!)
  for (let j = 0; j < graph.mentees; j++) place(ofMentee[j]!, roomMentee[j]!, mustMentee[j]!)
  const { range, ...arcs } = collectArcs(graph, parts, places, need, room)
  const { columnFrom, ...perColumn } = byColumn(columns, arcs)
  const slotFrom = new Int32Array(columns + 1)
  for (let j = 0; j < columns; j++) {
    room[j] = Math.min(room[j]!, columnFrom[j + 1]! - columnFrom[j]!)
    slotFrom[j + 1] = slotFrom[j]! + room[j]!
  }
  const count = arcs.column.length
  return {
    rows,
    columns,
    arcs: count,
    scale: FREE_SCALE,
    need,
    room,
    must,
    ...arcs,
    range,
    columnFrom,
    ...perColumn,
    used: new Uint8Array(count),
    price: new Float64Array(columns),
    value: new Float64Array(rows),
    rowLoad: new Int32Array(rows),
    columnLoad: new Int32Array(columns),
    slotFrom,
    slotArc: new Int32Array(slotFrom[columns]!).fill(-1),
    slotOf: new Int32Array(count).fill(-1),
  }
}

/** Arcs inside parts whose row still needs and whose column still has room, grouped by row. */
function collectArcs(
  graph: Graph,
  { mentorPart, menteePart }: Split,
  { ofMentor, ofMentee, rows }: Places & { rows: number },
  need: Int32Array,
  room: Int32Array,
) {
  const { u, v, w } = graph
  const m = u.length
  const rowFrom = new Int32Array(rows + 1)
  let range = 1
  for (let e = 0; e < m; e++) {
    const part = mentorPart[u[e]!]!
    if (part !== menteePart[v[e]!]) continue
    const i = part & OVER ? ofMentee[v[e]!]! : ofMentor[u[e]!]!
    const j = ~(part & OVER ? ofMentor[u[e]!]! : ofMentee[v[e]!]!)
    if (need[i] === 0 || room[j] === 0) continue
    rowFrom[i + 1]!++
    if (w[e]! > range) range = w[e]!
  }
  for (let i = 0; i < rows; i++) rowFrom[i + 1]! += rowFrom[i]!
  const count = rowFrom[rows]!
  const column = new Int32Array(count)
  const edge = new Int32Array(count)
  const row = new Int32Array(count)
  const worth = new Int32Array(count)
  const next = rowFrom.slice(0, rows)
  for (let e = 0; e < m; e++) {
    const part = mentorPart[u[e]!]!
    if (part !== menteePart[v[e]!]) continue
    const i = part & OVER ? ofMentee[v[e]!]! : ofMentor[u[e]!]!
    const j = ~(part & OVER ? ofMentor[u[e]!]! : ofMentee[v[e]!]!)
    if (need[i] === 0 || room[j] === 0) continue
    const p = next[i]!++
    column[p] = j
    edge[p] = e
    row[p] = i
    worth[p] = w[e]! * FREE_SCALE
  }
  return { rowFrom, column, edge, row, worth, range: range * FREE_SCALE }
}

function byColumn(columns: number, { column, row, worth }: Pick<Core, 'column' | 'row' | 'worth'>) {
  const arcs = column.length
  const columnFrom = new Int32Array(columns + 1)
  for (let p = 0; p < arcs; p++) columnFrom[column[p]! + 1]!++
  for (let j = 0; j < columns; j++) columnFrom[j + 1]! += columnFrom[j]!
  const next = columnFrom.slice(0, columns)
  const columnArc = new Int32Array(arcs)
  const columnRow = new Int32Array(arcs)
  const columnWorth = new Int32Array(arcs)
  for (let p = 0; p < arcs; p++) {
    const x = next[column[p]!]!++
    columnArc[x] = p
    columnRow[x] = row[p]!
    columnWorth[x] = worth[p]!
  }
  return { columnFrom, columnArc, columnRow, columnWorth }
}

/** Puts an arc to use; the column must have room. */
export function takeArc(core: Core, p: number): void {
  const j = core.column[p]!
  const slot = core.slotFrom[j]! + core.columnLoad[j]!++
  core.used[p] = 1
  core.slotArc[slot] = p
  core.slotOf[p] = slot
  core.rowLoad[core.row[p]!]!++
}

export function dropArc(core: Core, p: number): void {
  const j = core.column[p]!
  const last = core.slotFrom[j]! + --core.columnLoad[j]!
  const slot = core.slotOf[p]!
  const moved = core.slotArc[last]!
  core.slotArc[slot] = moved
  core.slotOf[moved] = slot
  core.slotArc[last] = -1
  core.used[p] = 0
  core.slotOf[p] = -1
  core.rowLoad[core.row[p]!]!--
}

/** The value a row needs so that no unused arc beats it; with every arc in use, the least of the used ones. */
export function rowValue(core: Core, i: number): number {
  const { rowFrom, column, worth, price, used } = core
  let best = -Infinity
  let least = Infinity
  for (let p = rowFrom[i]!, end = rowFrom[i + 1]!; p < end; p++) {
    const x = worth[p]! - price[column[p]!]!
    if (used[p]) {
      if (x < least) least = x
    } else if (x > best) best = x
  }
  if (best > -Infinity) return best
  return least < Infinity ? least : 0
}
