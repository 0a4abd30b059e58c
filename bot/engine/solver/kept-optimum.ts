/**
 * A solved problem kept ready for change. All layers of the certificate stand in one number per person, its *ask*: so
 * many half-units, each worth `HALF`, and turns, each worth `TURN`, plus the price. With W = 2 HALF + scaled score of a
 * pair,
 *
 *   open edge:  asks of both ends >= W        edge in use:  asks of both ends <= W
 *   room left:  ask <= floor of the next place        places in use:  ask >= floor of each
 *
 * says the same as `certificate.ts`: most pairs first, then most people placed, then the highest score. The floor of a
 * place is 0, and -TURN of the first place of somebody who is alone. `settle.ts` restores these conditions
 * after a change. A version is never changed once others may read it: `copyStanding` gives the next one, which shares
 * all edges with it.
 */
import type { Assignment, Certificate } from '../certificate.ts'
import type { Edges } from '../edges.ts'

/** Larger than any difference of prices, and than any difference of turns; sums of asks stay exact. */
export const TURN = 2 ** 33
export const HALF = 2 ** 46
/** Prices beyond this could be taken for turns. */
const TOO_DEAR = TURN / 4
const MOST_TURNS = 100

export const OPEN = 0
export const USED = 1
/** Out of reach: pinned, forbidden. */
export const CLOSED = 2

export interface Standing {
  mentors: number
  /** Mentors are nodes 0 to mentors - 1, Mentees follow. */
  nodes: number
  scale: number
  /** Longer than `count`: a version adds its edges in place as long as nobody else did, as told by `list.filled`. */
  u: Int32Array
  v: Int32Array
  w: Int32Array
  count: number
  list: { filled: number }
  /** Edges known when this was built, by node: from `from[x]`, the edge, its other end and its score side by side. */
  from: Int32Array
  edge: Int32Array
  to: Int32Array
  score: Int32Array
  /** Edges added since, by node. */
  more: ReadonlyMap<number, readonly number[]>
  /** OPEN, USED or CLOSED for every edge, OPEN beyond; its length is a multiple of 4. */
  state: Uint8Array
  cap: Int32Array
  load: Int32Array
  /** 1 for whoever has no partner but those of edges in use. */
  alone: Uint8Array
  ask: Float64Array
}

/** What the next place of somebody asks for at least. */
export function nextFloor({ alone, load }: Standing, node: number): number {
  return alone[node] === 1 && load[node] === 0 ? -TURN : 0
}

/** What the place filled last asks for at least. */
export function lastFloor({ alone, load }: Standing, node: number): number {
  return alone[node] === 1 && load[node] === 1 ? -TURN : 0
}

export interface Places {
  capMentor: Int32Array
  capMentee: Int32Array
  aloneMentor: Uint8Array
  aloneMentee: Uint8Array
}

/** `edges` in use are those of `assignment`; its certificate has to be right. */
export function buildStanding(
  edges: Edges,
  { edges: used, certificate }: Assignment,
  { capMentor, capMentee, aloneMentor, aloneMentee }: Places,
): Standing {
  const mentors = capMentor.length
  const nodes = mentors + capMentee.length
  const { u, v, w, count } = edges
  const from = new Int32Array(nodes + 1)
  for (let e = 0; e < count; e++) {
    from[u[e]! + 1]!++
    from[mentors + v[e]! + 1]!++
  }
  for (let x = 0; x < nodes; x++) from[x + 1]! += from[x]!
  const next = from.slice(0, nodes)
  const [edge, to, score] = [new Int32Array(2 * count), new Int32Array(2 * count), new Int32Array(2 * count)]
  for (let e = 0; e < count; e++) {
    for (let end = 0; end < 2; end++) {
      const k = next[end === 0 ? u[e]! : mentors + v[e]!]!++
      edge[k] = e
      to[k] = end === 0 ? mentors + v[e]! : u[e]!
      score[k] = w[e]!
    }
  }
  const room = roomFor(count)
  const lists = { u: longer(u, count, room), v: longer(v, count, room), w: longer(w, count, room) }
  const standing: Standing = {
    ...{ mentors, nodes, scale: certificate.scale, ...lists, count, from, edge, to, score },
    list: { filled: count },
    more: new Map(),
    state: new Uint8Array(room),
    cap: new Int32Array(nodes),
    load: new Int32Array(nodes),
    alone: new Uint8Array(nodes),
    ask: new Float64Array(nodes),
  }
  standing.cap.set(capMentor)
  standing.cap.set(capMentee, mentors)
  for (const e of used) takeEdge(standing, e)
  standing.alone.set(aloneMentor)
  standing.alone.set(aloneMentee, mentors)
  const { halfMentor, turnMentor, priceMentor, halfMentee, turnMentee, priceMentee } = certificate
  for (let i = 0; i < mentors; i++) standing.ask[i] = askOf(halfMentor[i]!, turnMentor[i]!, priceMentor[i]!)
  for (let j = 0; j < capMentee.length; j++)
    standing.ask[mentors + j] = askOf(halfMentee[j]!, turnMentee[j]!, priceMentee[j]!)
  return standing
}

function askOf(half: number, turn: number, price: number): number {
  return half * HALF + turn * TURN + price
}

export function copyStanding(standing: Standing): Standing {
  const { state, cap, load, alone, ask } = standing
  return {
    ...standing,
    state: state.slice(),
    cap: cap.slice(),
    load: load.slice(),
    alone: alone.slice(),
    ask: ask.slice(),
  }
}

/** Both asks of a pair with this score have to come to so much. */
export function wanted({ scale }: Standing, score: number): number {
  return 2 * HALF + scale * score
}

export function otherEnd({ u, v, mentors }: Standing, e: number, node: number): number {
  return node < mentors ? mentors + v[e]! : u[e]!
}

export function takeEdge(standing: Standing, e: number): void {
  standing.state[e] = USED
  standing.load[standing.u[e]!]!++
  standing.load[standing.mentors + standing.v[e]!]!++
}

export function dropEdge(standing: Standing, e: number): void {
  standing.state[e] = OPEN
  standing.load[standing.u[e]!]!--
  standing.load[standing.mentors + standing.v[e]!]!--
}

/** Every edge of a node, old and new. */
export function edgesOf({ from, edge, more }: Standing, node: number): number[] {
  const own = Array.from(edge.subarray(from[node]!, from[node + 1]!))
  const added = more.get(node)
  return added ? [...own, ...added] : own
}

/** A multiple of 4, with room for many changes to come. */
function roomFor(count: number): number {
  return (count + 4096 + (count >> 4)) & ~3
}

function longer<T extends Int32Array | Uint8Array>(list: T, count: number, room: number): T {
  const copy = new (list.constructor as new (length: number) => T)(room)
  copy.set(list.subarray(0, count))
  return copy
}

/** Appends open edges to a version nobody reads yet; asks may fall short of them until `coverEdges`. */
export function appendEdges(standing: Standing, pairs: readonly { i: number; j: number; score: number }[]) {
  const { mentors, count, list } = standing
  const total = count + pairs.length
  if (list.filled !== count || total > standing.u.length) {
    const room = roomFor(total)
    for (const name of ['u', 'v', 'w'] as const) standing[name] = longer(standing[name], count, room)
    standing.state = longer(standing.state, count, room)
    standing.list = { filled: count }
  }
  const more = new Map(standing.more)
  pairs.forEach(({ i, j, score }, x) => {
    const e = count + x
    standing.u[e] = i
    standing.v[e] = j
    standing.w[e] = score
    for (const node of [i, mentors + j]) more.set(node, [...(more.get(node) ?? []), e])
  })
  standing.list.filled = total
  Object.assign(standing, { count: total, more })
}

/** The certificate behind the asks; undefined when a price is too large to be told from turns. */
export function certificateOf({ mentors, nodes, scale, ask }: Standing): Certificate | undefined {
  const half = new Uint8Array(nodes)
  const turn = new Int8Array(nodes)
  const price = new Float64Array(nodes)
  for (let x = 0; x < nodes; x++) {
    half[x] = Math.round(ask[x]! / HALF)
    const rest = ask[x]! - half[x]! * HALF
    const turns = Math.round(rest / TURN)
    if (Math.abs(turns) > MOST_TURNS) return undefined
    turn[x] = turns
    price[x] = rest - turns * TURN
    if (Math.abs(price[x]!) > TOO_DEAR) return undefined
  }
  return {
    scale,
    halfMentor: half.subarray(0, mentors),
    halfMentee: half.subarray(mentors),
    turnMentor: turn.subarray(0, mentors),
    turnMentee: turn.subarray(mentors),
    priceMentor: price.subarray(0, mentors),
    priceMentee: price.subarray(mentors),
  }
}

/** The edge between two nodes, -1 where the list has none. */
export function edgeBetween(standing: Standing, i: number, node: number): number {
  const { from, edge, to, more } = standing
  for (let k = from[i]!; k < from[i + 1]!; k++) if (to[k] === node) return edge[k]!
  for (const e of more.get(i) ?? []) if (otherEnd(standing, e, i) === node) return e
  return -1
}

/** Edges in another state than in the earlier version, new ones included. */
export function differingEdges(before: Standing, now: Standing): number[] {
  const words = (before.count + 3) >> 2
  const [a, b] = [before.state, now.state].map((state) => new Int32Array(state.buffer, 0, words)) as [
    Int32Array,
    Int32Array,
  ]
  const differing: number[] = []
  for (let x = 0; x < words; x++) {
    if (a[x] === b[x]) continue
    for (let e = 4 * x; e < 4 * x + 4; e++) if (before.state[e] !== now.state[e]) differing.push(e)
  }
  for (let e = 4 * words; e < now.count; e++) if (now.state[e] !== OPEN) differing.push(e)
  return differing
}
