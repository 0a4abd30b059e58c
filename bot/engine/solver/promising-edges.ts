/**
 * Dense lists are solved on a small part of themselves (Volgenant 1996): the best edges of every row and column first,
 * then whatever prices show to be missing. The prices of the last round cover every edge of the full list, so the
 * certificate is one for the full list.
 */
import type { Assignment, Certificate } from '../certificate.ts'
import { type Graph, pick } from './bipartite.ts'
import { HALF, TURN } from './kept-optimum.ts'

const BEST_OF_MENTOR = 20
const BEST_OF_MENTEE = 6
/** From so many edges a person on, the detour pays. */
export const DENSE = 60
/** Edges that prices cover by less than this share of the highest score will soon be missing too. */
const NEARLY = 0.0125
const ADD_PER_MENTOR = 30
/** A mean needs no more than one edge in so many. */
const SAMPLE = 7
const NOTHING = -(2 ** 30)

/** Some edges of a list as a list of their own. */
export interface Part {
  graph: Graph
  /** Number of each edge in the full list, rising. */
  edgeOf: Int32Array
}

/** The edges that are among the best of their Mentor or their Mentee, scores less what others give up for the other end. */
export function promisingPart(graph: Graph): Part {
  const { mentors, mentees, u, v, w } = graph
  const forMentors = newShortlists(mentors, BEST_OF_MENTOR)
  const forMentees = newShortlists(mentees, BEST_OF_MENTEE)
  chooseBest(graph, forMentors, advantages(mentees, v, w), forMentees, advantages(mentors, u, w))
  return partOf(graph, union(forMentors.edge, forMentees.edge))
}

/** By how much people are scored above the average, as far as it is more than chance (James and Stein 1961). */
function advantages(people: number, person: Int32Array, w: Int32Array): Int32Array {
  const sum = new Float64Array(people)
  const count = new Int32Array(people)
  const squares = sample(person, w, sum, count)
  let seen = 0
  let total = 0
  for (let x = 0; x < people; x++) {
    seen += count[x]!
    total += sum[x]!
  }
  const mean = total / seen
  let spread = 0
  for (let x = 0; x < people; x++) {
    sum[x] = count[x] === 0 ? 0 : sum[x]! / count[x]! - mean
    spread += sum[x]! ** 2
  }
  const chance = (people * people * (squares / seen - mean * mean)) / seen
  const believed = Math.max(0, 1 - chance / spread)
  return Int32Array.from(sum, (x) => Math.round(believed * x))
}

/** Adds up a sample of everybody's scores; the sum of their squares. */
function sample(person: Int32Array, w: Int32Array, sum: Float64Array, count: Int32Array): number {
  let squares = 0
  for (let e = 0; e < w.length; e += SAMPLE) {
    sum[person[e]!]! += w[e]!
    count[person[e]!]!++
    squares += w[e]! * w[e]!
  }
  return squares
}

/** The best edges of each person: `keep` places from `keep * person` on, scores rising, -1 where there are fewer. */
interface Shortlists {
  keep: number
  score: Int32Array
  edge: Int32Array
  /** What the next score has to beat. */
  lowest: Int32Array
}

function newShortlists(people: number, keep: number): Shortlists {
  return {
    keep,
    score: new Int32Array(people * keep).fill(NOTHING),
    edge: new Int32Array(people * keep).fill(-1),
    lowest: new Int32Array(people).fill(NOTHING),
  }
}

function chooseBest(
  { u, v, w }: Graph,
  forMentors: Shortlists,
  ofMentees: Int32Array,
  forMentees: Shortlists,
  ofMentors: Int32Array,
): void {
  const lowestOfMentor = forMentors.lowest
  const lowestOfMentee = forMentees.lowest
  for (let e = 0; e < w.length; e++) {
    const i = u[e]!
    const j = v[e]!
    const forMentor = w[e]! - ofMentees[j]!
    const forMentee = w[e]! - ofMentors[i]!
    if (forMentor > lowestOfMentor[i]!) insert(forMentors, i, forMentor, e)
    if (forMentee > lowestOfMentee[j]!) insert(forMentees, j, forMentee, e)
  }
}

/** The lowest of the person's list gives way. */
function insert({ keep, score, edge, lowest }: Shortlists, person: number, value: number, e: number): void {
  const first = person * keep
  const last = first + keep - 1
  let at = first
  while (at < last && score[at + 1]! < value) {
    score[at] = score[at + 1]!
    edge[at] = edge[at + 1]!
    at++
  }
  score[at] = value
  edge[at] = e
  lowest[person] = score[first]!
}

/** The numbers of both lists in rising order, each once, without -1. */
function union(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  all.sort()
  let count = 0
  let before = -1
  for (let x = 0; x < all.length; x++) {
    if (all[x] === before) continue
    before = all[x]!
    all[count++] = before
  }
  return all.slice(0, count)
}

function partOf(graph: Graph, edgeOf: Int32Array): Part {
  const { u, v, w } = graph
  return { edgeOf, graph: { ...graph, u: pick(u, edgeOf), v: pick(v, edgeOf), w: pick(w, edgeOf) } }
}

/**
 * The part and the edges outside it that the prices of its solution do not cover, or only just, some for each Mentor.
 * Undefined when all are covered.
 */
export function widen(graph: Graph, part: Part, { certificate }: Assignment): Part | undefined {
  const added = new Int32Array(graph.mentors * ADD_PER_MENTOR).fill(-1)
  const found: Found = { edgeOf: part.edgeOf, added, count: new Int32Array(graph.mentors), isMissing: false }
  const highest = part.graph.w.reduce((most, w) => Math.max(most, w), 0)
  sweep(graph, certificate, 2 * HALF + NEARLY * certificate.scale * highest, found)
  return found.isMissing ? partOf(graph, union(part.edgeOf, added)) : undefined
}

/** Edges outside `edgeOf` to add, with places for each Mentor. */
interface Found {
  edgeOf: Int32Array
  added: Int32Array
  count: Int32Array
  /** Whether prices leave any of them uncovered. */
  isMissing: boolean
}

/** One number a person tells most edges apart, the certificate itself decides about the others. */
function sweep({ u, v, w }: Graph, certificate: Certificate, enough: number, found: Found): void {
  const { halfMentor, turnMentor, priceMentor, halfMentee, turnMentee, priceMentee, scale } = certificate
  const askMentor = asks(halfMentor, turnMentor, priceMentor)
  const askMentee = asks(halfMentee, turnMentee, priceMentee)
  for (let e = 0; e < w.length; e++) {
    if (askMentor[u[e]!]! + askMentee[v[e]!]! - scale * w[e]! >= enough) continue
    add(found, e, u[e]!, isCovered(certificate, u[e]!, v[e]!, scale * w[e]!))
  }
}

/** As in `standing.ts`. Of somebody with a price that could be taken for turns, every edge is looked at. */
function asks(half: Uint8Array, turn: Int8Array, price: Float64Array): Float64Array {
  return Float64Array.from(price, (x, i) =>
    Math.abs(x) < TURN / 4 ? half[i]! * HALF + turn[i]! * TURN + x : -Infinity,
  )
}

function isCovered(certificate: Certificate, i: number, j: number, points: number): boolean {
  const { halfMentor, halfMentee, turnMentor, turnMentee, priceMentor, priceMentee } = certificate
  const halves = halfMentor[i]! + halfMentee[j]!
  if (halves !== 2) return halves > 2
  const turns = turnMentor[i]! + turnMentee[j]!
  return turns > 0 || (turns === 0 && points <= priceMentor[i]! + priceMentee[j]!)
}

function add(found: Found, e: number, i: number, isCovered: boolean): void {
  const { edgeOf, added, count } = found
  if ((isCovered && count[i]! >= ADD_PER_MENTOR) || has(edgeOf, e)) return
  if (!isCovered) found.isMissing = true
  if (count[i]! < ADD_PER_MENTOR) added[i * ADD_PER_MENTOR + count[i]!++] = e
}

/** Whether a rising list has a number. */
function has(list: Int32Array, number: number): boolean {
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (list[middle]! < number) from = middle + 1
    else to = middle
  }
  return list[from] === number
}

/** 1 for every edge of the part that is on the rising list `edges`. */
export function marked({ edgeOf }: Part, edges: Int32Array): Uint8Array {
  const marks = new Uint8Array(edgeOf.length)
  for (let x = 0, next = 0; x < edgeOf.length; x++) {
    if (edgeOf[x] !== edges[next]) continue
    marks[x] = 1
    next++
  }
  return marks
}
