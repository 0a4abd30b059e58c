/**
 * The most pairs that capacities allow: Hopcroft and Karp's phases (SIAM J. Comput. 2, 1973) with several places a
 * node. A phase measures by breadth-first search how far every Mentor is from one with room, then fills as many
 * Mentees as possible along shortest alternating paths. A Mentee keeps its edges in slots, so that walking back from a
 * full Mentee reads only the edges in use.
 */
import { type Adjacency, addUp, adjacency, type Graph } from './bipartite.ts'

export interface LargestMatching {
  /** 1 for every edge in use. */
  used: Uint8Array
  pairs: number
  mentorLoad: Int32Array
  menteeLoad: Int32Array
}

interface State extends LargestMatching {
  byMentor: Adjacency
  mentorOf: Int32Array
  capMentor: Int32Array
  /** The edges in use at Mentee j: `slotEdge[slotsFrom[j]]` up to its load; room up to `slotsFrom[j + 1]`. */
  slotsFrom: Int32Array
  slotEdge: Int32Array
  mentorLevel: Int32Array
  menteeLevel: Int32Array
  nextArc: Int32Array
  nextSlot: Int32Array
  queue: Int32Array
  pathEdge: Int32Array
  pathSlot: Int32Array
  pathNode: Int32Array
}

const FAR = 0x7fffffff
const DEAD = -2

export function largestMatching(
  graph: Graph,
  byMentor: Adjacency,
  byMentee: Adjacency,
  capMentor: Int32Array,
  capMentee: Int32Array,
  start?: Uint8Array,
): LargestMatching {
  const state = newState(graph, byMentor, byMentee, capMentor, capMentee)
  if (start) adopt(state, start, graph.v)
  fillGreedily(state, graph.mentors)
  for (;;) {
    const reach = measure(state, graph.mentors)
    if (reach === FAR) return state
    const before = state.pairs
    augmentPhase(state, graph.mentors, reach)
    if (state.pairs === before) return state
  }
}

function newState(
  graph: Graph,
  byMentor: Adjacency,
  byMentee: Adjacency,
  capMentor: Int32Array,
  capMentee: Int32Array,
): State {
  const { mentors, mentees } = graph
  const slotsFrom = startsOfSlots(byMentee.from, capMentee)
  const deep = 2 * Math.min(mentors, mentees) + 4
  return {
    byMentor,
    mentorOf: graph.u,
    capMentor,
    used: new Uint8Array(graph.u.length),
    pairs: 0,
    mentorLoad: new Int32Array(mentors),
    menteeLoad: new Int32Array(mentees),
    slotsFrom,
    slotEdge: new Int32Array(slotsFrom[mentees]!),
    mentorLevel: new Int32Array(mentors),
    menteeLevel: new Int32Array(mentees),
    nextArc: new Int32Array(mentors),
    nextSlot: new Int32Array(mentees),
    queue: new Int32Array(mentors),
    pathEdge: new Int32Array(deep),
    pathSlot: new Int32Array(deep),
    pathNode: new Int32Array(deep),
  }
}

function startsOfSlots(from: Int32Array, cap: Int32Array): Int32Array {
  const starts = new Int32Array(cap.length + 1)
  for (let j = 0; j < cap.length; j++) starts[j + 1] = Math.min(cap[j]!, from[j + 1]! - from[j]!)
  addUp(starts)
  return starts
}

function adopt(state: State, start: Uint8Array, menteeOf: Int32Array): void {
  for (let e = 0; e < start.length; e++) {
    if (!start[e]) continue
    const i = state.mentorOf[e]!
    if (state.mentorLoad[i]! < state.capMentor[i]!) take(state, e, i, menteeOf[e]!)
  }
}

function take(state: State, e: number, i: number, j: number): boolean {
  const slot = state.slotsFrom[j]! + state.menteeLoad[j]!
  if (slot >= state.slotsFrom[j + 1]!) return false
  state.used[e] = 1
  state.slotEdge[slot] = e
  state.mentorLoad[i]!++
  state.menteeLoad[j]!++
  state.pairs++
  return true
}

/** Mentors with few possibilities choose first. */
function fillGreedily(state: State, mentors: number): void {
  const { byMentor, capMentor, mentorLoad, used } = state
  const order = byDegree(byMentor.from, mentors)
  for (let x = 0; x < mentors; x++) {
    const i = order[x]!
    for (let p = byMentor.from[i]!; p < byMentor.from[i + 1]! && mentorLoad[i]! < capMentor[i]!; p++) {
      const e = byMentor.edge[p]!
      if (!used[e]) take(state, e, i, byMentor.to[p]!)
    }
  }
}

function byDegree(from: Int32Array, count: number): Int32Array {
  const degree = new Int32Array(count)
  let largest = 0
  for (let i = 0; i < count; i++) {
    degree[i] = from[i + 1]! - from[i]!
    if (degree[i]! > largest) largest = degree[i]!
  }
  return adjacency(largest + 1, degree, degree).edge
}

/** Breadth-first levels from Mentors with room; the level at which a Mentee with room is met, or FAR. */
function measure(state: State, mentors: number): number {
  const { byMentor, capMentor, mentorLoad, menteeLoad, slotsFrom, slotEdge, used, mentorOf } = state
  const { mentorLevel, menteeLevel, queue } = state
  mentorLevel.fill(-1)
  menteeLevel.fill(-1)
  let head = 0
  let tail = 0
  let reach = FAR
  for (let i = 0; i < mentors; i++) {
    if (mentorLoad[i]! >= capMentor[i]!) continue
    mentorLevel[i] = 0
    queue[tail++] = i
  }
  while (head < tail) {
    const i = queue[head++]!
    const level = mentorLevel[i]!
    if (level > reach) break
    for (let p = byMentor.from[i]!, end = byMentor.from[i + 1]!; p < end; p++) {
      const j = byMentor.to[p]!
      if (menteeLevel[j]! >= 0 || used[byMentor.edge[p]!]) continue
      const first = slotsFrom[j]!
      const last = slotsFrom[j + 1]!
      if (first === last) continue
      menteeLevel[j] = level
      if (first + menteeLoad[j]! < last) {
        reach = level
        continue
      }
      for (let s = first; s < last; s++) {
        const k = mentorOf[slotEdge[s]!]!
        if (mentorLevel[k]! >= 0) continue
        mentorLevel[k] = level + 1
        queue[tail++] = k
      }
    }
  }
  return reach
}

function augmentPhase(state: State, mentors: number, reach: number): void {
  state.nextArc.set(state.byMentor.from.subarray(0, mentors))
  state.nextSlot.set(state.slotsFrom.subarray(0, state.nextSlot.length))
  for (const i of firstMentors(state.mentorLevel, mentors)) {
    while (state.mentorLoad[i]! < state.capMentor[i]! && state.mentorLevel[i] === 0) {
      const length = findPath(state, i, reach)
      if (length < 0) break
      applyPath(state, length)
      state.mentorLoad[i]!++
      state.pairs++
    }
  }
}

function firstMentors(level: Int32Array, mentors: number): number[] {
  const first: number[] = []
  for (let i = 0; i < mentors; i++) if (level[i] === 0) first.push(i)
  return first
}

/** Depth-first along rising levels; number of nodes on the path, or -1. Even places hold Mentors, odd ones Mentees. */
function findPath(state: State, root: number, reach: number): number {
  const { pathNode, menteeLoad, slotsFrom } = state
  let top = 0
  pathNode[0] = root
  while (top >= 0) {
    if ((top & 1) === 0) {
      const i = pathNode[top]!
      const j = stepToMentee(state, i, top)
      if (j < 0) {
        state.mentorLevel[i] = DEAD
        top--
        if (top > 0) state.nextSlot[pathNode[top]!]!++
        continue
      }
      pathNode[++top] = j
      if (slotsFrom[j]! + menteeLoad[j]! < slotsFrom[j + 1]!) return top + 1
      if (state.menteeLevel[j]! < reach) continue
      state.menteeLevel[j] = DEAD
      top--
    } else {
      const j = pathNode[top]!
      const i = stepToMentor(state, j, top)
      if (i >= 0) {
        pathNode[++top] = i
        continue
      }
      state.menteeLevel[j] = DEAD
      top--
    }
  }
  return -1
}

function stepToMentee(state: State, i: number, top: number): number {
  const { byMentor, nextArc, menteeLevel, mentorLevel, used } = state
  const level = mentorLevel[i]!
  for (; nextArc[i]! < byMentor.from[i + 1]!; nextArc[i]!++) {
    const p = nextArc[i]!
    const j = byMentor.to[p]!
    if (menteeLevel[j] !== level || used[byMentor.edge[p]!]) continue
    state.pathEdge[top] = byMentor.edge[p]!
    return j
  }
  return -1
}

function stepToMentor(state: State, j: number, top: number): number {
  const { nextSlot, slotsFrom, slotEdge, mentorOf, mentorLevel, menteeLevel } = state
  for (; nextSlot[j]! < slotsFrom[j + 1]!; nextSlot[j]!++) {
    const s = nextSlot[j]!
    const i = mentorOf[slotEdge[s]!]!
    if (mentorLevel[i] !== menteeLevel[j]! + 1) continue
    state.pathSlot[top] = s
    return i
  }
  return -1
}

function applyPath(state: State, length: number): void {
  const { pathEdge, pathSlot, pathNode, slotEdge, used } = state
  for (let s = 0; s < length; s += 2) {
    const e = pathEdge[s]!
    used[e] = 1
    if (s + 2 < length) {
      const slot = pathSlot[s + 1]!
      used[slotEdge[slot]!] = 0
      slotEdge[slot] = e
    } else {
      const j = pathNode[s + 1]!
      slotEdge[state.slotsFrom[j]! + state.menteeLoad[j]!] = e
      state.menteeLoad[j]!++
    }
  }
}
