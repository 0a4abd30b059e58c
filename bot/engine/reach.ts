/**
 * Which Mentees come within reach of a Mentor: what they ask less what they would bring at most must not exceed what the
 * Mentor asks. Gap in grades and working hours are the same for many Mentors, who share one table; topics, interests and
 * goals in common are then added up along inverted lists on a copy of it. A pair costs one addition for each thing in
 * common, and those with too little in common are never looked at.
 */

import { type Field, type FieldSide, group } from './field.ts'
import { LENGTH, START } from './packed-people.ts'
import { most } from './weights.ts'

/** Mentees by what they want or name, one list after the other, counted from the start of their slice. */
interface Lists {
  starts: Int32Array
  mentee: Int32Array
}

/** So many Mentees at a time: their table stays in the fastest memory. */
export const SLICE = 8192

/** Mentees `from` to `to`. */
export interface Slice {
  from: number
  to: number
  /** `4 * topic + level`. */
  topics: Lists
  /** By bit in the entry. */
  interests: Lists
  goals: Lists
}

export interface Prospects {
  /** Most Mentees a slice. */
  size: number
  slices: Slice[]
  /** The most each person gets from everything else than the lists, the gap in grades, hours and what was said. */
  restMentor: Float64Array
  restMentee: Float64Array
  /** The shift of each Mentee, and one Mentee who works it. */
  shift: Int32Array
  worker: Int32Array
  highestGrade: number
  /** Points by shift for Mentors of the same hours, worked out when first asked for (`asks.ts`). */
  pointsByHours: Map<number, Float64Array>
}

/** By the packed Mentors: a change of capacities keeps them, and these lists with them. */
const prospectsByCards = new WeakMap<Int32Array, Prospects>()

export function prospectsOf(field: Field, size = SLICE): Prospects {
  const known = prospectsByCards.get(field.mentors.packed)
  if (known?.size === size) return known
  const prospects = newProspects(field, size)
  prospectsByCards.set(field.mentors.packed, prospects)
  return prospects
}

function newProspects(field: Field, size: number): Prospects {
  const { mentors, mentees } = field
  const count = mentees.people.length
  const slices: Slice[] = []
  for (let from = 0; from < count; from += size)
    slices.push(sliceOf(field, from, Math.min(count, from + size)))
  return {
    ...{ size, slices },
    restMentor: rests(field, mentors, mentees),
    restMentee: rests(field, mentees, mentors),
    ...shiftsOf(field, mentees),
    highestGrade: mentees.grade.reduce((a, b) => Math.max(a, b), 0),
    pointsByHours: new Map(),
  }
}

function sliceOf({ mentees, layout, topics }: Field, from: number, to: number): Slice {
  const { topicsFrom, topic, level } = mentees
  const [first, end] = [topicsFrom[from]!, topicsFrom[to]!]
  const person = new Int32Array(end - first)
  for (let j = from; j < to; j++) person.fill(j - from, topicsFrom[j]! - first, topicsFrom[j + 1]! - first)
  const wishes = person.map((_, x) => 4 * topic[first + x]! + level[first + x]!)
  const packed = mentees.packed.subarray(from * layout.stride, to * layout.stride)
  return {
    ...{ from, to },
    topics: listsOf(wishes, person, 4 * topics.length),
    interests: bitLists(packed, layout.stride, layout.interests, layout.goals),
    goals: bitLists(packed, layout.stride, layout.goals, layout.end),
  }
}

/** Few shifts are worked by many. */
function shiftsOf(field: Field, side: FieldSide) {
  const shift = new Int32Array(side.people.length)
  const worker: number[] = []
  const known = new Map<number, number>()
  for (let x = 0; x < shift.length; x++) {
    const hours = hoursOf(field, side, x)
    const at = known.get(hours) ?? worker.push(x) - 1
    known.set(hours, at)
    shift[x] = at
  }
  return { shift, worker: Int32Array.from(worker) }
}

function listsOf(of: Int32Array, person: Int32Array, count: number): Lists {
  const { starts, order } = group(of, count)
  return { starts, mentee: order.map((x) => person[x]!) }
}

/** People by each bit of the words `from` to `to` in their entries. */
function bitLists(packed: Int32Array, stride: number, from: number, to: number): Lists {
  const bits: number[] = []
  const person: number[] = []
  for (let x = 0; x * stride < packed.length; x++) {
    forEachBit(packed, x * stride, from, to, (bit) => {
      bits.push(bit)
      person.push(x)
    })
  }
  return listsOf(Int32Array.from(bits), Int32Array.from(person), 32 * (to - from))
}

function forEachBit(packed: Int32Array, entry: number, from: number, to: number, use: (bit: number) => void) {
  for (let w = from; w < to; w++) {
    for (let left = packed[entry + w]!; left !== 0; left &= left - 1) {
      use(32 * (w - from) + 31 - Math.clz32(left & -left))
    }
  }
}

/** The most each of `mine` gets from what follows from labels alone, whoever of `theirs` the partner. */
function rests({ weights }: Field, mine: FieldSide, theirs: FieldSide): Float64Array {
  const mostWaited = theirs.waited.reduce((a, b) => Math.max(a, b), 0)
  return Float64Array.from(
    mine.people,
    (person, x) =>
      weights.base +
      (person.department === undefined ? 0 : weights['different-unit']) +
      (person.site === undefined ? 0 : weights['different-site']) +
      (person.languages.length > 1 ? weights.language : 0) +
      (person.style ? weights.style : 0) +
      weights.waiting * (mine.waited[x]! + mostWaited),
  )
}

/** What somebody could get at most from a partner who suits in everything but topics and grade. */
export function ceilings(field: Field, mine: FieldSide, theirs: FieldSide): Float64Array {
  const { weights } = field
  return rests(field, mine, theirs).map((rest, x) => {
    const { interests, goals } = mine.people[x]!
    const lists =
      weights.interests * Math.min(most.interests, interests.length) +
      weights.goals * Math.min(most.goals, goals?.length ?? 0)
    return rest + lists + weights.hours
  })
}

/** The same for people who work the same hours. */
export function hoursOf({ layout }: Field, { packed }: FieldSide, x: number): number {
  return 2048 * packed[x * layout.stride + START]! + packed[x * layout.stride + LENGTH]!
}

/** By place in the slice at hand. */
export interface Reach {
  /** What each Mentee leaves to the Mentor before anything in common is added, in whole points. */
  table: Int32Array
  /** Mentees who leave enough without anything in common. */
  free: Int32Array
  freeCount: number
  /** The table with everything in common with the Mentor at hand added up. */
  reached: Int32Array
  /** Mentees within reach: the first `count`. */
  near: Int32Array
  count: number
}

export function newReach(size: number): Reach {
  const list = () => new Int32Array(size)
  return { table: list(), free: list(), freeCount: 0, reached: list(), near: list(), count: 0 }
}

/** Sets the table for Mentors who ask for `own` or more and get `rest` at most beside the lists. */
export function setTable(
  reach: Reach,
  { restMentee }: Prospects,
  { from, to }: Slice,
  own: number,
  rest: number,
  asked: Float64Array,
): void {
  const { table, free } = reach
  let freeCount = 0
  for (let j = 0; j < to - from; j++) {
    const other = restMentee[from + j]!
    // One more for the fraction cut off.
    const left = ((rest < other ? rest : other) - asked[j]! + 1) | 0
    table[j] = left
    if (left >= own) free[freeCount++] = j
  }
  reach.freeCount = freeCount
}

/** Finds the Mentees of the slice within reach of Mentor `i`, who asks for `own`. */
export function withinReach(
  reach: Reach,
  { mentors, layout, weights }: Field,
  { topics, interests, goals }: Slice,
  own: number,
  i: number,
): void {
  const { table, free, freeCount, reached, near } = reach
  // Tables hold whole points: rounded up, the same Mentees pass, and nothing is compared as a fraction.
  const least = Math.ceil(own) | 0
  reached.set(table)
  reach.count = 0
  for (let x = 0; x < freeCount; x++) if (table[free[x]!]! >= least) near[reach.count++] = free[x]!
  for (let t = mentors.topicsFrom[i]!; t < mentors.topicsFrom[i + 1]!; t++) {
    for (let wish = 1; wish < 4; wish++)
      addUp(reach, topics, 4 * mentors.topic[t]! + wish, weights.topic * mentors.level[t]! * wish, least)
  }
  const entry = i * layout.stride
  forEachBit(mentors.packed, entry, layout.interests, layout.goals, (bit) => {
    addUp(reach, interests, bit, weights.interests, least)
  })
  forEachBit(mentors.packed, entry, layout.goals, layout.end, (bit) => {
    addUp(reach, goals, bit, weights.goals, least)
  })
}

function addUp(reach: Reach, { starts, mentee }: Lists, list: number, points: number, least: number): void {
  if (points === 0) return
  const { reached, near } = reach
  const before = (least - points) | 0
  let { count } = reach
  for (let x = starts[list]!, end = starts[list + 1]!; x < end; x++) {
    const j = mentee[x]!
    const had = reached[j]!
    reached[j] = (had + points) | 0
    // Below `least` before and not any more, in one comparison.
    if ((had - before) >>> 0 < points) near[count++] = j
  }
  reach.count = count
}
