/**
 * A first list of candidates: each person's best partners among those met by looking along the shelves of their topics.
 * Good enough to get prices from; `pricing.ts` then finds what it missed.
 *
 * A pair looked at counts for both: it goes on the list of the Mentor and on that of the Mentee, if it is good enough.
 * Everybody goes on where the last visitor of a shelf stopped, so that all who stand there are looked at equally often.
 */
import { addEdge, type Edges, newEdges } from './edges.ts'
import type { Field } from './field.ts'
import { enter, isAllowed, pairScore, type Scratch, scratchFor } from './pair-scores.ts'
import { type Shelves, shelfKey, shelve } from './topic-shelves.ts'

/** Partners kept per person. */
const KEEP = 16
/** Partners looked at per person: with two topics of one's own, with one, and whoever comes next. */
const LOOK_AT = { pair: 16, topic: 8, anybody: 4 }

export function startList(field: Field, seed: number, onRow?: (row: number) => void): Edges {
  const mentors = shelve(field.mentors, field)
  const mentees = shelve(field.mentees, field)
  const ofMentors = newShortLists(mentors)
  const ofMentees = newShortLists(mentees)
  const both = { field, seed, mentors, mentees }
  lookAround(newSearch(both, 'mentors', ofMentors, ofMentees), onRow)
  lookAround(newSearch(both, 'mentees', ofMentees, ofMentors), onRow)
  return edgesOf({ mentors, ofMentors, mentees, ofMentees })
}

/** The best partners of everybody on one side by place, `KEEP` a person in rising order; a score of 0 is an empty entry. */
interface ShortLists {
  score: Int32Array
  partner: Int32Array
  /** What a pair has to beat: the lowest score on each list. */
  least: Int32Array
}

function newShortLists({ person: { length } }: Shelves): ShortLists {
  return {
    score: new Int32Array(KEEP * length),
    partner: new Int32Array(KEEP * length),
    least: new Int32Array(length),
  }
}

/** Keeps a pair that beats the least, unless it is there already. */
function keep({ score, partner, least }: ShortLists, x: number, y: number, points: number): void {
  const first = x * KEEP
  const end = first + KEEP
  let at = first
  while (at + 1 < end && score[at + 1]! < points) at++
  for (let same = at + 1; same < end && score[same] === points; same++) if (partner[same] === y) return
  for (let e = first; e < at; e++) {
    score[e] = score[e + 1]!
    partner[e] = partner[e + 1]!
  }
  score[at] = points
  partner[at] = y
  least[x] = score[first]!
}

function isKept({ score, partner }: ShortLists, x: number, y: number, points: number): boolean {
  for (let e = x * KEEP, end = e + KEEP; e < end; e++)
    if (partner[e] === y && score[e] === points) return true
  return false
}

interface BothLists {
  mentors: Shelves
  ofMentors: ShortLists
  mentees: Shelves
  ofMentees: ShortLists
}

/** Pairs on the list of either, each once. */
function edgesOf(both: BothLists): Edges {
  const edges = newEdges(both.ofMentors.score.length + both.ofMentees.score.length)
  for (let x = 0; x < both.mentors.person.length; x++) addListOfMentor(edges, both, x)
  for (let y = 0; y < both.mentees.person.length; y++) addRestOfMentee(edges, both, y)
  return edges
}

/** Called for each person: one loop over all lists runs uncompiled for most of its length (0.4 s at 100,000, busy machine). */
function addListOfMentor(edges: Edges, { mentors, ofMentors, mentees }: BothLists, x: number): void {
  for (let e = x * KEEP, end = e + KEEP; e < end; e++) {
    const points = ofMentors.score[e]!
    if (points > 0) addEdge(edges, mentors.person[x]!, mentees.person[ofMentors.partner[e]!]!, points)
  }
}

/** Both were offered each pair: with less than the least of the Mentor's list it is not on it. */
function addRestOfMentee(edges: Edges, both: BothLists, y: number): void {
  const { mentors, ofMentors, mentees, ofMentees } = both
  for (let e = y * KEEP, end = e + KEEP; e < end; e++) {
    const points = ofMentees.score[e]!
    const x = ofMentees.partner[e]!
    if (points > 0 && (points < ofMentors.least[x]! || !isKept(ofMentors, x, y, points)))
      addEdge(edges, mentors.person[x]!, mentees.person[y]!, points)
  }
}

interface Search {
  field: Field
  direction: 1 | -1
  scratch: Scratch
  mine: Shelves
  theirs: Shelves
  own: ShortLists
  others: ShortLists
  /** Where the next visitor of a shelf, of all shelves of a topic, and of the whole side goes on. */
  shelves: Stretches
  topics: Stretches
  everybody: Stretches
}

function newSearch(
  { field, seed, mentors, mentees }: { field: Field; seed: number; mentors: Shelves; mentees: Shelves },
  side: 'mentors' | 'mentees',
  own: ShortLists,
  others: ShortLists,
): Search {
  const [mine, theirs] = side === 'mentors' ? [mentors, mentees] : [mentees, mentors]
  return {
    ...{ field, mine, theirs, own, others },
    direction: side === 'mentors' ? 1 : -1,
    scratch: scratchFor(field, side),
    shelves: stretches(theirs.shelves, seed),
    topics: stretches(theirs.topics, seed),
    everybody: stretches(Int32Array.of(0, theirs.person.length), seed),
  }
}

interface Stretches {
  starts: Int32Array
  next: Int32Array
}

function stretches(starts: Int32Array, seed: number): Stretches {
  const turn = Math.imul(seed + 1, 40503) >>> 0
  const next = starts.slice(0, -1)
  for (let s = 0; s < next.length; s++) {
    const size = starts[s + 1]! - starts[s]!
    if (size > 0) next[s]! += turn % size
  }
  return { starts, next }
}

/** In the order of the shelves: neighbours visit much the same ones. */
function lookAround(search: Search, onRow: ((row: number) => void) | undefined): void {
  const { scratch, mine } = search
  for (let place = 0; place < mine.person.length; place++) {
    onRow?.(place)
    enter(scratch, mine.side, mine.person[place]!)
    lookFor(search, place)
  }
}

/** Rated partners, people with two topics of one's own, people with one, and a few others. */
function lookFor(search: Search, place: number): void {
  const { field, theirs, shelves, topics, everybody } = search
  const { side, person } = search.mine
  const x = person[place]!
  for (let r = side.ratedFrom[x]!; r < side.ratedFrom[x + 1]!; r++)
    lookAt(search, place, x, theirs.placeOf[side.rated[r]!]!)
  const [from, to] = [side.topicsFrom[x]!, side.topicsFrom[x + 1]!]
  let left = LOOK_AT.pair
  let visits = (to - from) * (to - from)
  for (let t = from; t < to; t++) {
    for (let u = from; u < to; u++, visits--) {
      const second = u === t ? field.topics.length : side.topic[u]!
      const shelf = theirs.shelfOf.get(shelfKey(field, side.topic[t]!, second))
      if (shelf !== undefined) left -= lookAlong(search, place, x, shelves, shelf, Math.ceil(left / visits))
    }
  }
  left += LOOK_AT.topic
  for (let t = from; t < to; t++)
    left -= lookAlong(search, place, x, topics, side.topic[t]!, Math.ceil(left / (to - t)))
  lookAlong(search, place, x, everybody, 0, left + LOOK_AT.anybody)
}

/** Looks at up to `most` people of stretch `s` and says at how many. */
function lookAlong(
  search: Search,
  place: number,
  x: number,
  { starts, next }: Stretches,
  s: number,
  most: number,
): number {
  const [from, to] = [starts[s]!, starts[s + 1]!]
  const some = Math.min(to - from, most)
  let at = next[s]!
  for (let c = 0; c < some; c++) {
    lookAt(search, place, x, at)
    if (++at === to) at = from
  }
  next[s] = at
  return some
}

/** Looks at the partner at place `at`. */
function lookAt(search: Search, place: number, x: number, at: number): void {
  const { field, scratch, mine, theirs, direction, own, others } = search
  const who = theirs.person[at]!
  if (!isAllowed(field, scratch, mine.side, theirs.packed, direction, x, at, who)) return
  const points = pairScore(field, scratch, mine.side, theirs.packed, direction, x, at, who)
  if (points > own.least[place]!) keep(own, place, at, points)
  if (points > others.least[at]!) keep(others, at, place, points)
}
