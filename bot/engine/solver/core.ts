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
import { type Adjacency, adjacency, type Graph, pick } from './bipartite.ts'
import { OVER, type Split } from './dulmage-mendelsohn.ts'

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
  neighbors: Neighbors,
  places: ReturnType<typeof placePeople>,
  { roomMentor, roomMentee, mustMentor, mustMentee }: Room,
): Core {
  const { rows, columns, ofMentor, ofMentee } = places
  const need = new Int32Array(rows)
  const room = new Int32Array(columns)
  const must = new Uint8Array(columns)
  placeSide(ofMentor, roomMentor, mustMentor, need, room, must)
  placeSide(ofMentee, roomMentee, mustMentee, need, room, must)
  const arcs = collectArcs(graph, parts, neighbors, places, need, room)
  const { from: columnFrom, to: columnRow, edge: columnArc } = adjacency(columns, arcs.column, arcs.row)
  const slotFrom = limitRoom(room, columnFrom)
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
    columnFrom,
    columnArc,
    columnRow,
    columnWorth: pick(arcs.worth, columnArc),
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

function placeSide(
  place: Int32Array,
  units: Int32Array,
  isMust: Uint8Array,
  need: Int32Array,
  room: Int32Array,
  must: Uint8Array,
): void {
  for (let x = 0; x < place.length; x++) {
    const at = place[x]!
    if (at >= 0) need[at] = units[x]!
    else {
      room[~at] = units[x]!
      must[~at] = isMust[x]!
    }
  }
}

/** No column has more room than arcs; where the slots of each begin. */
function limitRoom(room: Int32Array, columnFrom: Int32Array): Int32Array {
  const slotFrom = new Int32Array(room.length + 1)
  for (let j = 0; j < room.length; j++) {
    room[j] = Math.min(room[j]!, columnFrom[j + 1]! - columnFrom[j]!)
    slotFrom[j + 1] = slotFrom[j]! + room[j]!
  }
  return slotFrom
}

interface Neighbors {
  byMentor: Adjacency
  byMentee: Adjacency
}

/** Arcs inside parts whose row still needs and whose column still has room, grouped by row. */
interface Arcs {
  rowFrom: Int32Array
  row: Int32Array
  column: Int32Array
  edge: Int32Array
  worth: Int32Array
  range: number
}

/** What the rows of one side see. */
interface Sight {
  near: Adjacency
  w: Int32Array
  part: Uint8Array
  farPart: Uint8Array
  farPlace: Int32Array
  room: Int32Array
}

/** Rows are numbered as in `placePeople`, first Mentors, then Mentees: so the arcs can be written one after the other. */
function collectArcs(
  { u, w }: Graph,
  { mentorPart, menteePart }: Split,
  { byMentor, byMentee }: Neighbors,
  { ofMentor, ofMentee, rows }: Places & { rows: number },
  need: Int32Array,
  room: Int32Array,
): Arcs {
  const most = u.length
  const [row, column] = [new Int32Array(most), new Int32Array(most)]
  const [edge, worth] = [new Int32Array(most), new Int32Array(most)]
  const arcs: Arcs = { rowFrom: new Int32Array(rows + 1), row, column, edge, worth, range: FREE_SCALE }
  const fromMentors = { near: byMentor, w, part: mentorPart, farPart: menteePart, farPlace: ofMentee, room }
  const fromMentees = { near: byMentee, w, part: menteePart, farPart: mentorPart, farPlace: ofMentor, room }
  arcsOfSide(arcs, fromMentors, ofMentor, need)
  arcsOfSide(arcs, fromMentees, ofMentee, need)
  const count = arcs.rowFrom[rows]!
  if (count === most) return arcs
  return {
    ...arcs,
    row: row.slice(0, count),
    column: column.slice(0, count),
    edge: edge.slice(0, count),
    worth: worth.slice(0, count),
  }
}

function arcsOfSide(arcs: Arcs, sight: Sight, place: Int32Array, need: Int32Array): void {
  const { rowFrom } = arcs
  for (let x = 0; x < place.length; x++) {
    const i = place[x]!
    if (i >= 0) rowFrom[i + 1] = need[i] === 0 ? rowFrom[i]! : arcsOfRow(arcs, sight, x, i)
  }
}

/** Where the arcs of the row end. */
function arcsOfRow(
  arcs: Arcs,
  { near, w, part, farPart, farPlace, room }: Sight,
  x: number,
  i: number,
): number {
  const { row, column, edge, worth } = arcs
  const own = part[x]!
  let p = arcs.rowFrom[i]!
  for (let at = near.from[x]!, end = near.from[x + 1]!; at < end; at++) {
    const far = near.to[at]!
    if (farPart[far] !== own) continue
    const j = ~farPlace[far]!
    if (room[j] === 0) continue
    const e = near.edge[at]!
    row[p] = i
    column[p] = j
    edge[p] = e
    worth[p] = w[e]! * FREE_SCALE
    if (worth[p]! > arcs.range) arcs.range = worth[p]!
    p++
  }
  return p
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
