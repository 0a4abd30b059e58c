/**
 * Looks at every allowed pair that is not yet a candidate and asks whether it could improve the result: its two ends
 * must together carry enough half-units and turns, and prices at least as high as its score (see `certificate.ts`). If no pair
 * fails, the result is the best over *all* allowed pairs, although the solver saw a small part of them. Whatever fails
 * becomes a candidate, and adding up the worst failure of each Mentor bounds how far the best can still be.
 *
 * Most pairs cost nothing or an addition: who has enough in common to come within reach of the prices is found along
 * lists (`reach.ts`), and only those are looked at in full.
 */
import { askedOf, inTurn, NEVER, type Row } from './asks-of-mentees.ts'
import { stepsLacking } from './bound.ts'
import type { Certificate } from './certificate.ts'
import { addEdge, type Edges } from './edges.ts'
import { type Field, group } from './field.ts'
import { type Found, forEachKept, isUnfinished, keepWorst, newFound } from './found-pairs.ts'
import { enter, isAllowed, pairScore, type Scratch, scratchFor } from './pair-scores.ts'
import {
  newReach,
  type Prospects,
  prospectsOf,
  type Reach,
  SLICE,
  type Slice,
  setTable,
  withinReach,
} from './reach.ts'

export interface PricingRound {
  /** Pairs outside the list that could improve the result. */
  violations: number
  /** Of these, pairs that could raise the number of pairs made or of people placed, whatever they score. */
  placeable: number
  added: number
  /** At most this many points above the candidates' best, when `placeable` is 0. */
  pointsAbove: number
  /** What pairs that are placeable add to that (`bound.ts`). */
  stepsAbove: number
}

/** How many points below the prices still comes along with a violation. */
const MARGIN = 20
const PLACES_PER_MENTOR = 6
/** Up to so many partners it is cheaper to look at each than to add up the topics of everybody. */
const FEW = 200

export interface Pricer {
  field: Field
  scratch: Scratch
  prospects: Prospects
  reach: Reach
  /** 1 for Mentors of whom more pairs failed than were added: they are looked at again in full. */
  unfinished: Uint8Array
  taken: ReadonlySet<number>
  /** Pairs that score less are no candidates. */
  floor: number
}

/** `slice` Mentees are looked at together. */
export function newPricer(
  field: Field,
  taken: readonly (readonly [number, number])[],
  floor = 1,
  slice = SLICE,
): Pricer {
  const { mentees } = field
  return {
    field,
    scratch: scratchFor(field, 'mentors'),
    prospects: prospectsOf(field, slice),
    reach: newReach(slice),
    unfinished: new Uint8Array(field.mentors.people.length),
    floor,
    taken: new Set(taken.map(([i, j]) => i * mentees.people.length + j)),
  }
}

/** One look at all pairs, or at a share of them. */
interface Look {
  pricer: Pricer
  certificate: Certificate
  /** Pairs that are candidates already: Mentees of Mentor i from `starts[i]` to `starts[i + 1]`. */
  starts: Int32Array
  listed: Int32Array
  rows: Row[]
  found: Found
  /** Mentees who ask less than before, marked and listed; where left out, everyone counts. */
  isCheaper: Uint8Array | undefined
  cheaper: Int32Array
}

export interface PricingOptions {
  /** Prices against which every pair was already looked at: only people who ask less now are looked at again. */
  before?: Certificate | undefined
  /** Holds each Mentor against one slice of the Mentees only, another for each number; that bounds nothing. */
  sample?: number | undefined
  onRow?: ((row: number) => void) | undefined
}

/** How many slices the Mentees make: a sample is one part in so many. */
export function slicesOf(pricer: Pricer): number {
  return pricer.prospects.slices.length
}

/** Prices every pair and appends what could improve the result to `edges`. */
export function priceAllPairs(
  pricer: Pricer,
  certificate: Certificate,
  edges: Edges,
  capMentor: Int32Array,
  { before, sample, onRow }: PricingOptions = {},
): PricingRound {
  const { field, prospects } = pricer
  const { starts, order } = group(edges.u.subarray(0, edges.count), capMentor.length)
  const isAgain = (i: number) =>
    !before || pricer.unfinished[i] === 1 || asksLess(certificate, before, i, 'Mentor')
  const rows = inTurn(field, prospects, certificate, capMentor, isAgain)
  const isCheaper =
    before && Uint8Array.from(certificate.halfMentee, (_, j) => +asksLess(certificate, before, j, 'Mentee'))
  const cheaper = Int32Array.from(isCheaper?.keys() ?? []).filter((j) => isCheaper![j] === 1)
  const found = newFound(rows.length)
  const listed = order.map((e) => edges.v[e]!)
  const look: Look = { pricer, certificate, starts, listed, rows, found, isCheaper, cheaper }
  lookForPlaces(look)
  const { slices } = prospects
  for (const [s, slice] of slices.entries()) {
    const isIncluded = (i: number) => sample === undefined || (i + sample) % slices.length === s
    lookAlong(look, slice, isIncluded, (r) => onRow?.(Math.floor((s * rows.length + r) / slices.length)))
  }
  return settle(look, edges, capMentor)
}

/** Looks at the Mentees of one slice who come within reach. */
function lookAlong(
  look: Look,
  slice: Slice,
  isIncluded: (i: number) => boolean,
  onRow: (r: number) => void,
): void {
  const { pricer, certificate, rows, isCheaper, cheaper } = look
  const { field, scratch, reach, prospects } = pricer
  const fewCheaper = isCheaper !== undefined && cheaper.length <= FEW
  let last: Row | undefined
  let asked: Float64Array | undefined
  for (let r = 0; r < rows.length; r++) {
    onRow(r)
    const row = rows[r]!
    const { i, again, rest } = row
    if ((!again && fewCheaper) || !isIncluded(i)) continue
    enter(scratch, field.mentors, i)
    const own = row.own - MARGIN
    const isAlike = last !== undefined && row.key === last.key && row.hours === last.hours
    if (!asked || !isAlike)
      asked = askedOf(field, prospects, slice, certificate, i, again ? undefined : isCheaper)
    if (!isAlike || rest !== last?.rest) setTable(reach, prospects, slice, own, rest, asked)
    last = row
    withinReach(reach, field, slice, own, i)
    for (let x = 0; x < reach.count; x++) lookAt(look, r, slice.from + reach.near[x]!)
    lookAtRated(look, slice, asked, own, r)
  }
}

/** Mentees who with this Mentor carry too few half-units, or just enough and too few turns. */
function shortOf(certificate: Certificate, known: Map<number, Int32Array>, i: number): Int32Array {
  const { halfMentor, halfMentee, turnMentor, turnMentee } = certificate
  const [half, turn] = [halfMentor[i]!, turnMentor[i]!]
  const key = 1000 * half + turn
  const earlier = known.get(key)
  if (earlier) return earlier
  const short = Int32Array.from(halfMentee.keys()).filter((j) => {
    const halves = half + halfMentee[j]!
    return halves < 2 || (halves === 2 && turn + turnMentee[j]! < 0)
  })
  known.set(key, short)
  return short
}

function asksLess(now: Certificate, before: Certificate, x: number, side: 'Mentor' | 'Mentee'): boolean {
  const half = `half${side}` as const
  const turn = `turn${side}` as const
  const price = `price${side}` as const
  return (
    now[half][x]! < before[half][x]! ||
    now[turn][x]! < before[turn][x]! ||
    now[price][x]! / now.scale < before[price][x]! / before.scale
  )
}

/**
 * Mentees with whom an unlisted pair would allow one more pair or place somebody more, whatever the score, and those few
 * who ask less now. A handful of places per Mentor is enough to act on; every Mentor starts elsewhere, so that not all are
 * sent to the same few.
 */
function lookForPlaces(look: Look): void {
  const { pricer, certificate, rows, found, isCheaper, cheaper } = look
  const few = isCheaper !== undefined && cheaper.length <= FEW ? cheaper : new Int32Array(0)
  const known = new Map<number, Int32Array>()
  for (let r = 0; r < rows.length; r++) {
    const { i, again } = rows[r]!
    const scarce = shortOf(certificate, known, i)
    if (scarce.length === 0 && (again || few.length === 0)) continue
    enter(pricer.scratch, pricer.field.mentors, i)
    const turn = scarce.length > 0 ? (Math.imul(i + 1, 7919) >>> 0) % scarce.length : 0
    for (let x = 0; x < scarce.length && found.cut[r] === 0; x++) {
      // Half-units may rise before the others are looked at, and prices alone must then hold them back.
      if (found.count[r] === PLACES_PER_MENTOR) found.cut[r] = 1
      else lookAtPlace(look, r, scarce[(x + turn) % scarce.length]!)
    }
    if (!again) for (let x = 0; x < few.length; x++) lookAtCheaper(look, r, few[x]!)
  }
}

/** Pairs that make room for one more count as lacking this much, so that they are always among those added. */
const FREE = 1e9

function lookAtPlace(look: Look, r: number, j: number): void {
  const { pricer, rows, found } = look
  const { field, scratch } = pricer
  const { i } = rows[r]!
  if (!isAllowed(field, scratch, field.mentors, field.mentees, 1, i, j) || !isOpen(look, i, j)) return
  const score = pairScore(field, scratch, field.mentors, field.mentees, 1, i, j)
  if (score < pricer.floor) return
  found.violations[r]!++
  found.placeable[r]!++
  keepWorst(found, r, FREE + score, j, score)
}

function lookAtCheaper(look: Look, r: number, j: number): void {
  const { halfMentor, halfMentee, turnMentor, turnMentee } = look.certificate
  const { i } = look.rows[r]!
  if (halfMentor[i]! + halfMentee[j]! === 2 && turnMentor[i]! + turnMentee[j]! === 0) lookAt(look, r, j)
}

/** What was said after speed meetings can lift a pair above every ceiling: those not looked at yet. */
function lookAtRated(look: Look, { from, to }: Slice, asked: Float64Array, own: number, r: number): void {
  const { ratedFrom, rated } = look.pricer.field.mentors
  const { reached } = look.pricer.reach
  const { i } = look.rows[r]!
  for (let x = ratedFrom[i]!; x < ratedFrom[i + 1]!; x++) {
    const j = rated[x]!
    if (j >= from && j < to && asked[j - from]! < NEVER && reached[j - from]! < own) lookAt(look, r, j)
  }
}

/** The full score against the price of both, rules last: most pairs fail on points. */
function lookAt(look: Look, r: number, j: number): void {
  const { pricer, certificate, found, rows } = look
  const { field, scratch } = pricer
  const { mentors, mentees } = field
  const { i, own } = rows[r]!
  const score = pairScore(field, scratch, mentors, mentees, 1, i, j)
  const lack = score - own - certificate.priceMentee[j]! / certificate.scale
  if (lack <= -MARGIN || score < pricer.floor || !isAllowed(field, scratch, mentors, mentees, 1, i, j)) return
  if (!isOpen(look, i, j)) return
  if (lack > 0) {
    found.violations[r]!++
    if (lack > found.worst[r]!) found.worst[r] = lack
  }
  keepWorst(found, r, lack, j, score)
}

/** Whether a pair is neither a candidate yet nor out of reach. */
function isOpen({ pricer: { field, taken }, starts, listed }: Look, i: number, j: number): boolean {
  for (let x = starts[i]!; x < starts[i + 1]!; x++) if (listed[x] === j) return false
  return taken.size === 0 || !taken.has(i * field.mentees.people.length + j)
}

function settle(
  { pricer, certificate, rows, found }: Look,
  edges: Edges,
  capMentor: Int32Array,
): PricingRound {
  const round = { violations: 0, placeable: 0, added: 0, pointsAbove: 0, stepsAbove: 0 }
  for (let r = 0; r < rows.length; r++) {
    const { i } = rows[r]!
    pricer.unfinished[i] = isUnfinished(found, r) ? 1 : 0
    if (found.violations[r] === 0) continue
    round.violations += found.violations[r]!
    round.placeable += found.placeable[r]!
    round.pointsAbove += capMentor[i]! * found.worst[r]!
    if (found.placeable[r]! > 0) round.stepsAbove += capMentor[i]! * stepsLacking(certificate.halfMentor[i]!)
    forEachKept(found, r, (j, score) => addEdge(edges, i, j, score))
    round.added += found.count[r]!
  }
  return round
}
