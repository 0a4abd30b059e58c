/**
 * Shortest augmenting paths with prices (Dijkstra on reduced costs; Edmonds and Karp 1972, Tomizawa 1971), exact from
 * any starting point that satisfies the price conditions of `core.ts` except that
 *   - rows may still lack units: `fillRows` places each along the cheapest path to a column with room;
 *   - columns with room may have a price above 0: `emptyColumns` moves a unit there, or lowers the price, until the
 *     price is 0 or the column is full; and columns that must have a partner may lack one: it moves one there.
 * Nodes are columns 0..C-1 and rows C..C+R-1.
 */
import { type Core, dropArc, takeArc } from './core.ts'
import { type Heap, newHeap, popHeap, pushHeap } from './heap.ts'

interface Search {
  distance: Float64Array
  /** Arc over which a node was reached. */
  reachedBy: Int32Array
  done: Uint8Array
  touched: Int32Array
  touchedCount: number
  heap: Heap
  /** Length of the best way out found so far, and the column where it ends. */
  best: number
  end: number
}

export interface PathCounts {
  rowSearches: number
  columnSearches: number
}

function newSearch(core: Core): Search {
  const nodes = core.columns + core.rows
  return {
    distance: new Float64Array(nodes).fill(Infinity),
    reachedBy: new Int32Array(nodes),
    done: new Uint8Array(nodes),
    touched: new Int32Array(nodes),
    touchedCount: 0,
    heap: newHeap(),
    best: Infinity,
    end: -1,
  }
}

function begin(search: Search, node: number, best: number, end: number): void {
  search.touchedCount = 0
  search.heap.size = 0
  search.best = best
  search.end = end
  search.distance[node] = 0
  search.touched[search.touchedCount++] = node
  search.done[node] = 1
}

/** The nearest open node, now closed; -1 when none is nearer than the best way out. */
function nextNode(search: Search): number {
  const { heap, distance, done } = search
  while (heap.size > 0) {
    const key = heap.keys[0]!
    const node = heap.items[0]!
    if (key >= search.best) return -1
    popHeap(heap)
    if (done[node] || key !== distance[node]) continue
    done[node] = 1
    return node
  }
  return -1
}

/** Places every missing unit of every row. Throws when a row cannot be filled: the split was wrong. */
export function fillRows(core: Core, counts: PathCounts): void {
  const search = newSearch(core)
  for (const i of shortRows(core)) {
    while (core.rowLoad[i]! < core.need[i]!) {
      counts.rowSearches++
      searchFromRow(core, search, i)
      if (search.end < 0) throw new Error(`Row ${i} cannot be filled: the split into parts is wrong.`)
      settleRowSearch(core, search)
      moveAlongRowPath(core, search, i)
    }
  }
}

function shortRows({ rows, rowLoad, need }: Core): number[] {
  const short: number[] = []
  for (let i = 0; i < rows; i++) if (rowLoad[i]! < need[i]!) short.push(i)
  return short
}

function searchFromRow(core: Core, search: Search, root: number): void {
  const { columns } = core
  begin(search, columns + root, Infinity, -1)
  let node = columns + root
  while (node >= 0) {
    if (node >= columns) leaveRow(core, search, node - columns)
    else leaveFullColumn(core, search, node)
    node = nextNode(search)
  }
}

function leaveRow(core: Core, search: Search, i: number): void {
  const { rowFrom, column, worth, price, used, columnLoad, room } = core
  const { distance, reachedBy, touched } = search
  const base = distance[core.columns + i]! + core.value[i]!
  for (let p = rowFrom[i]!, end = rowFrom[i + 1]!; p < end; p++) {
    if (used[p]) continue
    const j = column[p]!
    const d = base - worth[p]! + price[j]!
    if (d >= search.best || d >= distance[j]!) continue
    if (distance[j] === Infinity) touched[search.touchedCount++] = j
    distance[j] = d
    reachedBy[j] = p
    if (columnLoad[j]! >= room[j]!) pushHeap(search.heap, d, j)
    else if (price[j]! >= 0 || columnLoad[j] === 0) {
      search.best = d
      search.end = j
    } else endAboveZero(search, d, price[j]!, j)
  }
}

/** A price below 0 is for a first partner alone: a second waits until it is 0, or takes the place of the first. */
function endAboveZero(search: Search, d: number, price: number, j: number): void {
  pushHeap(search.heap, d, j)
  if (d - price >= search.best) return
  search.best = d - price
  search.end = j
}

function leaveFullColumn(core: Core, search: Search, j: number): void {
  const { slotFrom, slotArc, columnLoad, worth, price, row, value, columns } = core
  const { distance, reachedBy, touched } = search
  const base = distance[j]! - price[j]!
  const first = slotFrom[j]!
  for (let s = first; s < first + columnLoad[j]!; s++) {
    const p = slotArc[s]!
    const node = columns + row[p]!
    const d = base + worth[p]! - value[row[p]!]!
    if (d >= search.best || d >= distance[node]!) continue
    if (distance[node] === Infinity) touched[search.touchedCount++] = node
    distance[node] = d
    reachedBy[node] = p
    pushHeap(search.heap, d, node)
  }
}

/** Closed nodes move by what the way out is longer than their distance, so that the path has no cost left. */
function settleRowSearch(core: Core, search: Search): void {
  const { distance, done, touched, best } = search
  for (let t = 0; t < search.touchedCount; t++) {
    const node = touched[t]!
    if (done[node]) {
      if (node < core.columns) core.price[node]! += best - distance[node]!
      else core.value[node - core.columns]! -= best - distance[node]!
    }
    distance[node] = Infinity
    done[node] = 0
  }
}

function moveAlongRowPath(core: Core, search: Search, root: number): void {
  const { reachedBy } = search
  let j = search.end
  for (;;) {
    const p = reachedBy[j]!
    const i = core.row[p]!
    if (i === root) {
      takeArc(core, p)
      return
    }
    const given = reachedBy[core.columns + i]!
    dropArc(core, given)
    takeArc(core, p)
    j = core.column[given]!
  }
}

/** Brings the price of every column with room down to 0, by filling the column or by lowering prices. */
export function emptyColumns(core: Core, counts: PathCounts): void {
  const search = newSearch(core)
  const open = openColumns(core).sort((a, b) => core.price[a]! - core.price[b]!)
  for (const j of open) {
    while (isOpen(core, j)) {
      counts.columnSearches++
      searchFromColumn(core, search, j)
      if (search.end < 0)
        throw new Error(`Column ${j} finds no first partner: the split into parts is wrong.`)
      settleColumnSearch(core, search)
      if (search.end !== j) moveAlongColumnPath(core, search, j)
    }
  }
}

function openColumns(core: Core): number[] {
  const open: number[] = []
  for (let j = 0; j < core.columns; j++) if (isOpen(core, j)) open.push(j)
  return open
}

function isOpen({ columnLoad, room, must, price }: Core, j: number): boolean {
  if (columnLoad[j]! >= room[j]!) return false
  return price[j]! > 0 || (must[j] === 1 && columnLoad[j] === 0)
}

/**
 * The way out is a column whose price has come down to 0 and gives up a unit; at first the root itself. Columns that
 * need a first partner neither stay without nor give up their only one.
 */
function searchFromColumn(core: Core, search: Search, root: number): void {
  if (core.must[root] && core.columnLoad[root] === 0) begin(search, root, Infinity, -1)
  else begin(search, root, core.price[root]!, root)
  let node = root
  while (node >= 0) {
    if (node < core.columns) attractRows(core, search, node)
    else releaseColumns(core, search, node - core.columns)
    node = nextNode(search)
  }
}

function attractRows(core: Core, search: Search, j: number): void {
  const { columnFrom, columnArc, columnRow, columnWorth, used, value, price, columns } = core
  const { distance, reachedBy, touched } = search
  const base = distance[j]! + price[j]!
  for (let x = columnFrom[j]!, end = columnFrom[j + 1]!; x < end; x++) {
    const d = base + value[columnRow[x]!]! - columnWorth[x]!
    if (d >= search.best) continue
    const p = columnArc[x]!
    const node = columns + columnRow[x]!
    if (d >= distance[node]! || used[p]) continue
    if (distance[node] === Infinity) touched[search.touchedCount++] = node
    distance[node] = d
    reachedBy[node] = p
    pushHeap(search.heap, d, node)
  }
}

function releaseColumns(core: Core, search: Search, i: number): void {
  const { rowFrom, used, column, value, worth, price, must, columnLoad } = core
  const { distance, reachedBy, touched } = search
  const base = distance[core.columns + i]! - value[i]!
  for (let p = rowFrom[i]!, end = rowFrom[i + 1]!; p < end; p++) {
    if (!used[p]) continue
    const j = column[p]!
    const d = base + worth[p]! - price[j]!
    if (d >= search.best || d >= distance[j]!) continue
    if (distance[j] === Infinity) touched[search.touchedCount++] = j
    distance[j] = d
    reachedBy[j] = p
    pushHeap(search.heap, d, j)
    if (d + price[j]! < search.best && !(must[j] && columnLoad[j] === 1)) {
      search.best = d + price[j]!
      search.end = j
    }
  }
}

function settleColumnSearch(core: Core, search: Search): void {
  const { distance, done, touched, best } = search
  for (let t = 0; t < search.touchedCount; t++) {
    const node = touched[t]!
    if (distance[node]! < best) {
      if (node < core.columns) core.price[node]! -= best - distance[node]!
      else core.value[node - core.columns]! += best - distance[node]!
    }
    distance[node] = Infinity
    done[node] = 0
  }
}

function moveAlongColumnPath(core: Core, search: Search, root: number): void {
  const { reachedBy } = search
  const taken: number[] = []
  for (let j = search.end; j !== root; ) {
    const given = reachedBy[j]!
    const p = reachedBy[core.columns + core.row[given]!]!
    dropArc(core, given)
    taken.push(p)
    j = core.column[p]!
  }
  for (let x = 0; x < taken.length; x++) takeArc(core, taken[x]!)
}
