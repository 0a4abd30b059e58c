/**
 * Looks at every allowed pair that is not yet a candidate and asks whether it could improve the result: its two ends
 * must together carry enough half-units and turns, and prices at least as high as its score (see `certificate.ts`). If no pair
 * fails, the result is the best over *all* allowed pairs, although the solver saw a small part of them. Whatever fails
 * becomes a candidate, and adding up the worst failure of each Mentor bounds how far the best can still be.
 *
 * Most pairs cost nothing or an addition: who has enough in common to come within reach of the prices is found along
 * lists (`reach.ts`), and only those are looked at in full.
 */
import { askedOf, inTurn, NEVER, type Row } from './asks.ts'
import type { Certificate } from './certificate.ts'
import { addEdge, type Edges } from './edges.ts'
import { type Field, group } from './field.ts'
import { type Found, failing, keepWorst, newFound, reset } from './found.ts'
import { enter, isAllowed, pairScore, type Scratch, scratchFor } from './pair-scores.ts'
import { newReach, type Prospects, prospectsOf, type Reach, setTable, withinReach } from './reach.ts'

export interface PricingRound {
  /** Pairs outside the list that could improve the result. */
  violations: number
  /** Of these, pairs that could raise the number of pairs made or of people placed, whatever they score. */
  placeable: number
  added: number
  /** At most this many points above the candidates' best, when `placeable` is 0. */
  pointsAbove: number
  /** At most this many more pairs than the candidates allow, and more people placed. */
  pairsAbove: number
  peopleAbove: number
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
  listed: Int32Array
  /** 1 for Mentors of whom more pairs failed than were added: they are looked at again in full. */
  unfinished: Uint8Array
  taken: ReadonlySet<number>
  /** Pairs that score less are no candidates. */
  floor: number
}

export function newPricer(field: Field, taken: readonly (readonly [number, number])[], floor = 1): Pricer {
  const { mentees } = field
  return {
    field,
    scratch: scratchFor(field, 'mentors'),
    prospects: prospectsOf(field),
    reach: newReach(mentees.people.length),
    listed: new Int32Array(mentees.people.length),
    unfinished: new Uint8Array(field.mentors.people.length),
    floor,
    taken: new Set(taken.map(([i, j]) => i * mentees.people.length + j)),
  }
}

/**
 * Prices every pair and appends what could improve the result to `edges`. With `before`, the prices against which every
 * pair was already looked at, only people who ask less now are looked at again: the other pairs cannot fail.
 */
export function priceAllPairs(
  pricer: Pricer,
  certificate: Certificate,
  edges: Edges,
  capMentor: Int32Array,
  before?: Certificate,
  onRow?: (row: number) => void,
): PricingRound {
  const { field, scratch, reach, prospects } = pricer
  const everyone = Int32Array.from({ length: field.mentees.people.length }, (_, j) => j)
  const cheaper = before ? everyone.filter((j) => asksLess(certificate, before, j, 'Mentee')) : everyone
  const isAgain = (i: number) =>
    !before || pricer.unfinished[i] === 1 || asksLess(certificate, before, i, 'Mentor')
  const short = new Map<number, Int32Array>()
  const counts = { violations: 0, placeable: 0, added: 0 }
  const round: PricingRound = { ...counts, pointsAbove: 0, pairsAbove: 0, peopleAbove: 0 }
  const listed = group(edges.u.subarray(0, edges.count), field.mentors.people.length)
  const partners = edges.v
  const found = newFound()
  let last: Row | undefined
  let asked: Float64Array | undefined
  const rows = inTurn(field, prospects, certificate, capMentor, isAgain)
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    const { i, again, own, rest } = row
    onRow?.(r)
    const places = shortOf(certificate, short, i)
    if (!again && cheaper.length === 0 && places.length === 0) continue
    for (let x = listed.starts[i]!; x < listed.starts[i + 1]!; x++)
      pricer.listed[partners[listed.order[x]!]!] = i + 1
    enter(scratch, field.mentors, i)
    reset(found)
    lookForPlaces(pricer, certificate, places, i, found)
    if (again || cheaper.length > FEW) {
      const isAlike = last !== undefined && row.key === last.key && row.hours === last.hours
      if (!asked || !isAlike) asked = askedOf(field, prospects, certificate, i, again ? everyone : cheaper)
      if (!isAlike || rest !== last?.rest) setTable(reach, own - MARGIN, rest, asked, prospects.restMentee)
      last = row
      withinReach(reach, field, prospects, own - MARGIN, i)
      for (let x = 0; x < reach.count; x++) lookAt(pricer, certificate, i, reach.near[x]!, found)
      lookAtRated(pricer, certificate, asked, own - MARGIN, i, found)
    } else lookAtFew(pricer, certificate, i, cheaper, found)
    pricer.unfinished[i] = found.cut || failing(found) < found.violations ? 1 : 0
    settle(certificate, edges, capMentor, i, found, round)
  }
  return round
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
 * Mentees with whom an unlisted pair would allow one more pair or place somebody more, whatever the score. A handful per Mentor is
 * enough to act on; every Mentor starts elsewhere, so that not all are sent to the same few.
 */
function lookForPlaces(
  pricer: Pricer,
  { halfMentor, halfMentee }: Certificate,
  scarce: Int32Array,
  i: number,
  found: Found,
): void {
  const { field, scratch, listed, taken } = pricer
  const half = halfMentor[i]!
  const { mentors, mentees } = field
  const turn = scarce.length > 0 ? (Math.imul(i + 1, 7919) >>> 0) % scarce.length : 0
  for (let x = 0; x < scarce.length; x++) {
    // Half-units may rise before the others are looked at, and prices alone must then hold them back.
    found.cut = found.count === PLACES_PER_MENTOR
    if (found.cut) return
    const j = scarce[(x + turn) % scarce.length]!
    if (listed[j] === i + 1 || !isAllowed(field, scratch, mentors, mentees, 1, i, j)) continue
    if (taken.size > 0 && taken.has(i * mentees.people.length + j)) continue
    const score = pairScore(field, scratch, mentors, mentees, 1, i, j)
    if (score < pricer.floor) continue
    found.violations++
    if (half + halfMentee[j]! < 2) found.pairs++
    else found.people++
    keepWorst(found, FREE + score, j, score)
  }
}

/** Pairs that make room for one more count as lacking this much, so that they are always among those added. */
const FREE = 1e9

/** What was said after speed meetings can lift a pair above every ceiling: those not looked at yet. */
function lookAtRated(
  pricer: Pricer,
  certificate: Certificate,
  asked: Float64Array,
  own: number,
  i: number,
  found: Found,
): void {
  const { ratedFrom, rated } = pricer.field.mentors
  for (let r = ratedFrom[i]!; r < ratedFrom[i + 1]!; r++) {
    const j = rated[r]!
    if (asked[j]! < NEVER && pricer.reach.reached[j]! < own) lookAt(pricer, certificate, i, j, found)
  }
}

function lookAtFew(
  pricer: Pricer,
  certificate: Certificate,
  i: number,
  partners: Int32Array,
  found: Found,
): void {
  const { halfMentor, halfMentee, turnMentor, turnMentee } = certificate
  for (let x = 0; x < partners.length; x++) {
    const j = partners[x]!
    if (halfMentor[i]! + halfMentee[j]! !== 2 || turnMentor[i]! + turnMentee[j]! !== 0) continue
    lookAt(pricer, certificate, i, j, found)
  }
}

/** The full score against the price of both, rules last: most pairs fail on points. */
function lookAt(
  pricer: Pricer,
  { priceMentor, priceMentee, scale }: Certificate,
  i: number,
  j: number,
  found: Found,
): void {
  const { field, scratch, listed } = pricer
  const { mentors, mentees } = field
  if (listed[j] === i + 1) return
  const score = pairScore(field, scratch, mentors, mentees, 1, i, j)
  const lack = score - priceMentor[i]! / scale - priceMentee[j]! / scale
  if (lack <= -MARGIN || score < pricer.floor || !isAllowed(field, scratch, mentors, mentees, 1, i, j)) return
  if (pricer.taken.size > 0 && pricer.taken.has(i * mentees.people.length + j)) return
  if (lack > 0) {
    found.violations++
    if (lack > found.worst) found.worst = lack
  }
  keepWorst(found, lack, j, score)
}

function settle(
  certificate: Certificate,
  edges: Edges,
  capMentor: Int32Array,
  i: number,
  found: Found,
  round: PricingRound,
): void {
  if (found.violations === 0) return
  round.violations += found.violations
  round.placeable += found.pairs + found.people
  round.pointsAbove += capMentor[i]! * found.worst
  if (found.pairs > 0) round.pairsAbove += (capMentor[i]! * (2 - certificate.halfMentor[i]!)) / 2
  if (found.people > 0) round.peopleAbove += capMentor[i]!
  for (let x = 0; x < found.count; x++) addEdge(edges, i, found.partner[x]!, found.score[x]!)
  round.added += found.count
}
