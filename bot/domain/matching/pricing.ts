/**
 * Looks at every allowed pair that is not yet a candidate and asks whether it could improve the result: its two ends
 * must together carry enough half-units and turns, and prices at least as high as its score (see `certificate.ts`). If no pair
 * fails, the result is the best over *all* allowed pairs, although the solver saw a small part of them. Whatever fails
 * becomes a candidate, and adding up the worst failure of each Mentor bounds how far the best can still be.
 *
 * A pair costs a few nanoseconds: topics are added up along inverted lists, and only where topics plus the most that
 * all other parts could give beat the prices is the pair looked at in full.
 */
import type { Certificate } from './certificate.ts'
import { addEdge, type Edges } from './edges.ts'
import { type Field, type FieldSide, group } from './field.ts'
import {
  enter,
  gapPoints,
  isAllowed,
  pairScore,
  plainPoints,
  type Scratch,
  scratchFor,
} from './pair-scores.ts'
import { most } from './weights.ts'

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

/** New candidates per Mentor and round, and how many points below the prices still comes along with a violation. */
const ADD_PER_MENTOR = 16
const MARGIN = 20
const PLACES_PER_MENTOR = 6
const NEVER = 1e15
/** Up to so many partners it is cheaper to look at each than to add up the topics of everybody. */
const FEW = 200

export interface Pricer {
  field: Field
  scratch: Scratch
  starts: Int32Array
  mentee: Int32Array
  level: Int32Array
  /** Topic worth of the Mentor at hand with each Mentee. */
  worth: Int32Array
  /** Mentees with a topic of the Mentor at hand. */
  touched: Int32Array
  /** Most points each person can get from everything but topics, the gap in grades and ratings. */
  ceilingMentor: Float64Array
  ceilingMentee: Float64Array
  listed: Int32Array
  /** 1 for Mentors of whom more pairs failed than were added: they are looked at again in full. */
  unfinished: Uint8Array
  taken: ReadonlySet<number>
  /** Pairs that score less are no candidates. */
  floor: number
}

type Lists = Pick<Pricer, 'starts' | 'mentee' | 'level' | 'ceilingMentor' | 'ceilingMentee'>

/** By the cards of the Mentors: a change of capacities keeps them, and these lists with them. */
const listsByCards = new WeakMap<Int32Array, Lists>()

function listsOf(field: Field): Lists {
  const known = listsByCards.get(field.mentors.cards)
  if (known) return known
  const { mentees } = field
  const person = new Int32Array(mentees.topic.length)
  for (let j = 0; j < mentees.people.length; j++)
    person.fill(j, mentees.topicsFrom[j]!, mentees.topicsFrom[j + 1]!)
  const { starts, order } = group(mentees.topic, field.topics.length)
  const lists = {
    starts,
    mentee: Int32Array.from(order, (t) => person[t]!),
    level: Int32Array.from(order, (t) => mentees.level[t]!),
    ceilingMentor: ceilings(field, field.mentors, field.mentees),
    ceilingMentee: ceilings(field, field.mentees, field.mentors),
  }
  listsByCards.set(field.mentors.cards, lists)
  return lists
}

export function newPricer(field: Field, taken: readonly (readonly [number, number])[], floor = 1): Pricer {
  const { mentees } = field
  return {
    field,
    scratch: scratchFor(field, 'mentors'),
    ...listsOf(field),
    worth: new Int32Array(mentees.people.length),
    touched: new Int32Array(mentees.people.length),
    listed: new Int32Array(mentees.people.length),
    unfinished: new Uint8Array(field.mentors.people.length),
    floor,
    taken: new Set(taken.map(([i, j]) => i * mentees.people.length + j)),
  }
}

/** What somebody could get at most from a partner who suits in everything but topics and grade. */
export function ceilings({ weights }: Field, mine: FieldSide, theirs: FieldSide): Float64Array {
  const mostWaited = theirs.waited.reduce((a, b) => Math.max(a, b), 0)
  return Float64Array.from(mine.people, (person, x) => {
    const interests = Math.min(most.interests, person.interests.length)
    const goals = Math.min(most.goals, person.goals?.length ?? 0)
    return (
      weights.base +
      weights.interests * interests +
      weights.goals * goals +
      (person.department === undefined ? 0 : weights['different-unit']) +
      (person.site === undefined ? 0 : weights['different-site']) +
      (person.languages.length > 1 ? weights.language : 0) +
      weights.hours +
      (person.style ? weights.style : 0) +
      weights.waiting * (mine.waited[x]! + mostWaited)
    )
  })
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
  const { field, scratch } = pricer
  const mentors = field.mentors.people.length
  const everyone = Int32Array.from(pricer.worth.keys())
  const cheaper = before ? everyone.filter((j) => asksLess(certificate, before, j, 'Mentee')) : everyone
  const scarce = new Map<number, Int32Array>()
  const thresholds = new Map<number, Asked>()
  const counts = { violations: 0, placeable: 0, added: 0 }
  const round: PricingRound = { ...counts, pointsAbove: 0, pairsAbove: 0, peopleAbove: 0 }
  const { starts, order } = group(edges.u.subarray(0, edges.count), mentors)
  const partners = edges.v
  const found = newFound()
  for (let i = 0; i < mentors; i++) {
    onRow?.(i)
    if (capMentor[i] === 0) continue
    const short = shortOf(certificate, scarce, i)
    const again = !before || pricer.unfinished[i] === 1 || asksLess(certificate, before, i, 'Mentor')
    if (!again && cheaper.length === 0 && short.length === 0) continue
    for (let x = starts[i]!; x < starts[i + 1]!; x++) pricer.listed[partners[order[x]!]!] = i + 1
    enter(scratch, field.mentors, i)
    reset(found)
    lookForPlaces(pricer, certificate, short, i, found)
    if (again || cheaper.length > FEW) {
      const asked = askedOf(pricer, certificate, thresholds, i)
      const touched = addUpTopics(pricer, i)
      const own = certificate.priceMentor[i]! / certificate.scale
      if (again) lookAtEveryone(pricer, own, asked, i, touched, found)
      else lookAtMany(pricer, own, asked.points, i, cheaper, found)
      lookAtRated(pricer, own, asked.points, i, found)
      for (let x = 0; x < touched; x++) pricer.worth[pricer.touched[x]!] = 0
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

interface Asked {
  points: Float64Array
  /** Mentees who ask for anything, those who ask least first. */
  cheapest: Int32Array
}

/**
 * What each Mentee asks of Mentors with these half-units, turns and grade: the price in points less what the gap in
 * grades gives; NEVER where half-units or turns decide (see `lookForPlaces`).
 */
function askedOf({ field }: Pricer, certificate: Certificate, known: Map<number, Asked>, i: number): Asked {
  const half = certificate.halfMentor[i]!
  const turn = certificate.turnMentor[i]!
  const grade = field.mentors.grade[i]!
  const key = (half * 1000 + turn) * 100 + grade
  const earlier = known.get(key)
  if (earlier) return earlier
  const { halfMentee, turnMentee, priceMentee, scale } = certificate
  const weight = field.weights['seniority-gap']
  const points = Float64Array.from(priceMentee, (price, j) => {
    if (half + halfMentee[j]! !== 2 || turn + turnMentee[j]! !== 0) return NEVER
    const other = field.mentees.grade[j]!
    return price / scale - (grade > 0 && other > 0 ? gapPoints(weight, other - grade) : 0)
  })
  const cheapest = Int32Array.from(points.keys())
    .filter((j) => points[j]! < NEVER)
    .sort((a, b) => points[a]! - points[b]!)
  const asked = { points, cheapest }
  known.set(key, asked)
  return asked
}

/** Adds the worth of every topic the Mentor offers to those who want it; returns how many Mentees that touched. */
function addUpTopics({ field, starts, mentee, level, worth, touched }: Pricer, i: number): number {
  const { topicsFrom, topic, level: offered } = field.mentors
  let count = 0
  for (let t = topicsFrom[i]!; t < topicsFrom[i + 1]!; t++) {
    const factor = offered[t]!
    for (let x = starts[topic[t]!]!, end = starts[topic[t]! + 1]!; x < end; x++) {
      const j = mentee[x]!
      if (worth[j] === 0) touched[count++] = j
      worth[j]! += factor * level[x]!
    }
  }
  return count
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

interface Found {
  count: number
  lack: Float64Array
  partner: Int32Array
  score: Int32Array
  violations: number
  /** Of these, pairs that could raise the number of pairs, and of people placed. */
  pairs: number
  people: number
  worst: number
  /** Not every pair that would allow one more pair or person was looked at. */
  cut: boolean
}

function newFound(): Found {
  return {
    count: 0,
    lack: new Float64Array(ADD_PER_MENTOR),
    partner: new Int32Array(ADD_PER_MENTOR),
    score: new Int32Array(ADD_PER_MENTOR),
    violations: 0,
    pairs: 0,
    people: 0,
    worst: 0,
    cut: false,
  }
}

function reset(found: Found): void {
  found.count = 0
  found.violations = 0
  found.pairs = 0
  found.people = 0
  found.worst = 0
  found.cut = false
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

/** Only who shares a topic, or asks for little enough without one, can fail: nobody else is looked at. */
function lookAtEveryone(
  pricer: Pricer,
  own: number,
  { points, cheapest }: Asked,
  i: number,
  touched: number,
  found: Found,
): void {
  for (let x = 0; x < touched; x++) {
    const j = pricer.touched[x]!
    if (isPromising(pricer, own, points[j]!, i, j)) lookAtPair(pricer, own, points[j]!, i, j, found)
  }
  const room = pricer.ceilingMentor[i]! - own + MARGIN
  for (let x = 0; x < cheapest.length && points[cheapest[x]!]! < room; x++) {
    const j = cheapest[x]!
    if (pricer.worth[j] === 0 && isPromising(pricer, own, points[j]!, i, j))
      lookAtPair(pricer, own, points[j]!, i, j, found)
  }
}

function lookAtMany(
  pricer: Pricer,
  own: number,
  asked: Float64Array,
  i: number,
  partners: Int32Array,
  found: Found,
): void {
  for (let x = 0; x < partners.length; x++) {
    const j = partners[x]!
    if (isPromising(pricer, own, asked[j]!, i, j)) lookAtPair(pricer, own, asked[j]!, i, j, found)
  }
}

/** Ratings can lift a pair above every ceiling: those not looked at yet. */
function lookAtRated(pricer: Pricer, own: number, asked: Float64Array, i: number, found: Found): void {
  const { ratedFrom, rated } = pricer.field.mentors
  for (let r = ratedFrom[i]!; r < ratedFrom[i + 1]!; r++) {
    const j = rated[r]!
    if (asked[j]! < NEVER && !isPromising(pricer, own, asked[j]!, i, j))
      lookAtPair(pricer, own, asked[j]!, i, j, found)
  }
}

/** Whether topics and the most that either could get from all other parts come near what the two ask. */
function isPromising(pricer: Pricer, own: number, asked: number, i: number, j: number): boolean {
  const { worth, field, ceilingMentor, ceilingMentee } = pricer
  const topics = worth[j]!
  const known = field.weights.topic * (topics > most.topic ? most.topic : topics) - own + MARGIN
  return known + ceilingMentor[i]! > asked && known + ceilingMentee[j]! > asked
}

/** The same for a few partners, whose topics are counted one by one. */
function lookAtFew(
  pricer: Pricer,
  { halfMentor, halfMentee, turnMentor, turnMentee, priceMentor, priceMentee, scale }: Certificate,
  i: number,
  partners: Int32Array,
  found: Found,
): void {
  const own = priceMentor[i]! / scale
  for (let x = 0; x < partners.length; x++) {
    const j = partners[x]!
    if (halfMentor[i]! + halfMentee[j]! !== 2 || turnMentor[i]! + turnMentee[j]! !== 0) continue
    if (pricer.listed[j] !== i + 1) weigh(pricer, own + priceMentee[j]! / scale, i, j, found)
  }
}

function gapOf({ field }: Pricer, i: number, j: number): number {
  const [below, above] = [field.mentors.grade[i]!, field.mentees.grade[j]!]
  return below > 0 && above > 0 ? gapPoints(field.weights['seniority-gap'], above - below) : 0
}

function lookAtPair(pricer: Pricer, own: number, asked: number, i: number, j: number, found: Found): void {
  const { field, scratch, listed, worth } = pricer
  const { mentors, mentees, weights } = field
  if (listed[j] === i + 1) return
  const price = own + asked + gapOf(pricer, i, j)
  if (scratch.ratedBy[j] !== i + 1) {
    const topics = worth[j]!
    const known = weights.base + weights.topic * (topics > most.topic ? most.topic : topics)
    const ceiling = known + plainPoints(field, mentors, mentees, 1, i, j) + weights.hours
    if (ceiling - price <= -MARGIN) return
  }
  weigh(pricer, price, i, j, found)
}

/** The full score against the price of both, rules last: most pairs fail on points. */
function weigh(pricer: Pricer, price: number, i: number, j: number, found: Found): void {
  const { field, scratch } = pricer
  const { mentors, mentees } = field
  const score = pairScore(field, scratch, mentors, mentees, 1, i, j)
  const lack = score - price
  if (lack <= -MARGIN || score < pricer.floor || !isAllowed(field, scratch, mentors, mentees, 1, i, j)) return
  if (pricer.taken.size > 0 && pricer.taken.has(i * mentees.people.length + j)) return
  if (lack > 0) {
    found.violations++
    if (lack > found.worst) found.worst = lack
  }
  keepWorst(found, lack, j, score)
}

function failing({ count, lack }: Found): number {
  let failing = 0
  for (let x = 0; x < count; x++) if (lack[x]! > 0) failing++
  return failing
}

function keepWorst(found: Found, lack: number, j: number, score: number): void {
  let at = found.count
  if (at === ADD_PER_MENTOR) {
    at = 0
    for (let x = 1; x < ADD_PER_MENTOR; x++) if (found.lack[x]! < found.lack[at]!) at = x
    if (lack <= found.lack[at]!) return
  } else found.count++
  found.lack[at] = lack
  found.partner[at] = j
  found.score[at] = score
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
