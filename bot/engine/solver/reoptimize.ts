/**
 * Changes of a standing optimum and the searches that make it one again: Dijkstra on what an edge lacks or spares, from
 * the one person whom a change left with room and too high an ask (the step of Edmonds and Karp 1972, Tomizawa 1971).
 * A search ends at the nearest of three: somebody on the other side has room; somebody on the same side comes down to
 * the floor of a place and gives it up; the person's own ask comes down to the floor of the next place.
 */
import { type Heap, newHeap, popHeap, pushHeap } from './heap.ts'
import {
  CLOSED,
  dropEdge,
  edgesOf,
  HALF,
  lastFloor,
  nextFloor,
  OPEN,
  otherEnd,
  type Standing,
  takeEdge,
  USED,
  wanted,
} from './kept-optimum.ts'

export interface Search {
  distance: Float64Array
  /** Edge over which a node was reached. */
  reachedBy: Int32Array
  done: Uint8Array
  touched: Int32Array
  touchedCount: number
  heap: Heap
  best: number
  end: number
}

/** Reused from search to search: a search leaves it as it found it. */
export function newSearch(nodes: number): Search {
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

/** Takes an edge out of reach; the nodes to settle. */
export function closeEdge(standing: Standing, e: number): number[] {
  const inUse = standing.state[e] === USED
  if (inUse) dropEdge(standing, e)
  standing.state[e] = CLOSED
  return inUse ? [standing.u[e]!, standing.mentors + standing.v[e]!] : []
}

/** Gives a node so many places; the nodes to settle. */
export function setCapacity(standing: Standing, node: number, places: number): number[] {
  standing.cap[node] = places
  const toSettle = [node]
  while (standing.load[node]! > places) {
    const { edge, spare } = leastSpare(standing, node)
    // What the edge gave more than it asked for is asked for from now on, which the other edges in use can bear.
    standing.ask[node]! += spare
    dropEdge(standing, edge)
    toSettle.push(otherEnd(standing, edge, node))
  }
  return toSettle
}

function leastSpare(standing: Standing, node: number): { edge: number; spare: number } {
  let least = { edge: -1, spare: Infinity }
  for (const edge of edgesOf(standing, node)) {
    if (standing.state[edge] !== USED) continue
    const spare = -surplus(standing, edge)
    if (spare < least.spare) least = { edge, spare }
  }
  return least
}

/** By how much the asks of both ends are above what the edge gives. */
function surplus(standing: Standing, e: number): number {
  const { ask, u, v, w, mentors } = standing
  return ask[u[e]!]! + ask[mentors + v[e]!]! - wanted(standing, w[e]!)
}

/** Raises a node's ask until it covers all its open edges, and lets go of what it then no longer wants. */
export function coverEdges(standing: Standing, node: number): number[] {
  let lack = 0
  for (const e of edgesOf(standing, node))
    if (standing.state[e] === OPEN) lack = Math.max(lack, -surplus(standing, e))
  return raiseAsk(standing, node, lack)
}

/** Somebody has a partner from elsewhere, or no longer; the nodes to settle. */
export function setAlone(standing: Standing, node: number, isAlone: boolean): number[] {
  standing.alone[node] = isAlone ? 1 : 0
  return raiseAsk(standing, node, isAlone ? 0 : Math.max(0, -standing.ask[node]!))
}

function raiseAsk(standing: Standing, node: number, by: number): number[] {
  const mine = edgesOf(standing, node)
  standing.ask[node]! += by
  const toSettle = [node]
  for (const e of mine) {
    if (standing.state[e] !== USED || surplus(standing, e) <= 0) continue
    dropEdge(standing, e)
    toSettle.push(otherEnd(standing, e, node))
  }
  return toSettle
}

/** Nothing nearer than this: then only half-units are in the way, which a whole part of the graph gives up together. */
const FAR = HALF / 4

/**
 * Restores the conditions of `standing.ts` at a node that may have room and still ask for more than it should. Where both sides
 * were full to the last place, one place more or less moves the half-units of nearly everybody; returned is by how much
 * the Mentors of such a move now ask more, and the Mentees less: sums stay as they are.
 */
export function settle(standing: Standing, search: Search, node: number): number {
  const { load, cap, ask } = standing
  let tilted = 0
  while (load[node]! < cap[node]! && ask[node]! > nextFloor(standing, node)) {
    explore(standing, search, node)
    if (search.end < 0) {
      const all = 2 * search.touchedCount > standing.nodes
      const shift = moveTogether(standing, search, node)
      if (all) tilted += node < standing.mentors ? -shift : shift
      continue
    }
    shiftAsks(standing, search, node)
    if (search.end !== node) moveAlong(standing, search, node)
  }
  return tilted
}

function explore(standing: Standing, search: Search, root: number): void {
  const { mentors, more } = standing
  const near = root < mentors
  search.touchedCount = 0
  search.heap.size = 0
  const own = standing.ask[root]! - nextFloor(standing, root)
  search.best = Math.min(FAR, own)
  search.end = own <= FAR ? root : -1
  reach(search, root, 0, -1)
  search.done[root] = 1
  for (let node = root; node >= 0; node = nextNode(search)) {
    const outward = node < mentors === near
    for (let k = standing.from[node]!, end = standing.from[node + 1]!; k < end; k++) {
      const gives = wanted(standing, standing.score[k]!)
      if (outward) followOpen(standing, search, node, standing.edge[k]!, standing.to[k]!, gives)
      else followUsed(standing, search, node, standing.edge[k]!, standing.to[k]!, gives)
    }
    for (const e of more.get(node) ?? []) {
      const gives = wanted(standing, standing.w[e]!)
      if (outward) followOpen(standing, search, node, e, otherEnd(standing, e, node), gives)
      else followUsed(standing, search, node, e, otherEnd(standing, e, node), gives)
    }
  }
}

/**
 * All nodes reached move alike, the root's side down and the other up, as far as somebody's ask or an edge that leads
 * away allows. Edges between them keep their sum.
 */
function moveTogether(standing: Standing, search: Search, root: number): number {
  const { mentors, ask, state } = standing
  const { distance, done, touched, touchedCount } = search
  const near = root < mentors
  let shift = Infinity
  for (let t = 0; t < touchedCount; t++) {
    const node = touched[t]!
    const outward = node < mentors === near
    const floor = node === root ? nextFloor(standing, node) : lastFloor(standing, node)
    if (outward) shift = Math.min(shift, ask[node]! - floor)
    for (const e of edgesOf(standing, node)) {
      if (distance[otherEnd(standing, e, node)] !== Infinity) continue
      if (state[e] === (outward ? OPEN : USED)) shift = Math.min(shift, Math.abs(surplus(standing, e)))
    }
  }
  for (let t = 0; t < touchedCount; t++) {
    const node = touched[t]!
    ask[node]! += node < mentors === near ? -shift : shift
    distance[node] = Infinity
    done[node] = 0
  }
  return shift
}

function reach(search: Search, node: number, distance: number, edge: number): void {
  if (search.distance[node] === Infinity) search.touched[search.touchedCount++] = node
  search.distance[node] = distance
  search.reachedBy[node] = edge
}

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

/** From the root's side across an open edge. */
function followOpen(
  standing: Standing,
  search: Search,
  a: number,
  e: number,
  b: number,
  gives: number,
): void {
  const { state, ask, load, cap } = standing
  const d = search.distance[a]! + ask[a]! + ask[b]! - gives
  if (d >= search.best || d >= search.distance[b]! || state[e] !== OPEN) return
  reach(search, b, d, e)
  const rise = load[b]! < cap[b]! ? Math.max(0, nextFloor(standing, b) - ask[b]!) : Infinity
  if (d + rise < search.best) {
    search.best = d + rise
    search.end = b
  }
  if (rise > 0) pushHeap(search.heap, d, b)
}

/** Back across an edge in use. */
function followUsed(
  standing: Standing,
  search: Search,
  b: number,
  e: number,
  a: number,
  gives: number,
): void {
  const { state, ask } = standing
  if (state[e] !== USED) return
  const d = search.distance[b]! + gives - ask[a]! - ask[b]!
  if (d >= search.best || d >= search.distance[a]!) return
  reach(search, a, d, e)
  pushHeap(search.heap, d, a)
  const fall = ask[a]! - lastFloor(standing, a)
  if (d + fall < search.best) {
    search.best = d + fall
    search.end = a
  }
}

/** Nodes nearer than the end move by the difference, so that nothing on the way there is lacking or to spare. */
function shiftAsks({ mentors, ask }: Standing, search: Search, root: number): void {
  const { distance, done, touched, best } = search
  const near = root < mentors
  for (let t = 0; t < search.touchedCount; t++) {
    const node = touched[t]!
    const shift = best - distance[node]!
    if (shift > 0) ask[node]! += node < mentors === near ? -shift : shift
    distance[node] = Infinity
    done[node] = 0
  }
}

function moveAlong(standing: Standing, search: Search, root: number): void {
  const { reachedBy } = search
  const { mentors } = standing
  let node = search.end
  while (node !== root) {
    const e = reachedBy[node]!
    if (node < mentors === root < mentors) dropEdge(standing, e)
    else takeEdge(standing, e)
    node = otherEnd(standing, e, node)
  }
}
