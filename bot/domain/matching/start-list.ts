/**
 * A first list of candidates: each person's best partners among those met through the lists of their topics, strongest
 * offers and wishes first. Good enough to get prices from; `pricing.ts` then finds what it missed.
 */
import { TOPICS_END, TOPICS_FROM } from './cards.ts'
import { addEdge, type Edges, newEdges } from './edges.ts'
import { type Field, type FieldSide, group } from './field.ts'
import { enter, isAllowed, pairScore, type Scratch, scratchFor } from './pair-scores.ts'

/** Partners kept, and looked at, per person. */
const KEEP = 20
const LOOK_AT = 64

export function startList(field: Field, seed: number, onRow?: (row: number) => void): Edges {
  const { mentors, mentees } = field
  const edges = newEdges(KEEP * (mentors.people.length + mentees.people.length))
  const from = new Int32Array(mentors.people.length + 1)
  bestPartners(field, 'mentors', seed, onRow, (i, kept) => {
    for (let k = 0; k < KEEP; k++) if (kept.score[k]! > 0) addEdge(edges, i, kept.partner[k]!, kept.score[k]!)
    from[i + 1] = edges.count
  })
  bestPartners(field, 'mentees', seed, onRow, (j, kept) => {
    for (let k = 0; k < KEEP; k++) {
      const i = kept.partner[k]!
      if (kept.score[k]! > 0 && !contains(edges.v, from[i]!, from[i + 1]!, j))
        addEdge(edges, i, j, kept.score[k]!)
    }
  })
  return edges
}

function contains(list: Int32Array, from: number, to: number, value: number): boolean {
  for (let x = from; x < to; x++) if (list[x] === value) return true
  return false
}

/** The best so far in rising order; a score of 0 is an empty place. */
interface Kept {
  score: Int32Array
  partner: Int32Array
}

function keep({ score, partner }: Kept, y: number, points: number): void {
  if (points <= score[0]!) return
  let at = 0
  for (; at < KEEP - 1 && score[at + 1]! < points; at++) {
    score[at] = score[at + 1]!
    partner[at] = partner[at + 1]!
  }
  score[at] = points
  partner[at] = y
}

interface Search {
  field: Field
  mine: FieldSide
  theirs: FieldSide
  direction: 1 | -1
  scratch: Scratch
  lists: TopicLists
  /** Number of the person + 1 by whom each partner was met last. */
  met: Int32Array
  kept: Kept
}

function bestPartners(
  field: Field,
  side: 'mentors' | 'mentees',
  seed: number,
  onRow: ((row: number) => void) | undefined,
  onKept: (x: number, kept: Kept) => void,
): void {
  const theirs = field[side === 'mentors' ? 'mentees' : 'mentors']
  const search: Search = {
    field,
    mine: field[side],
    theirs,
    direction: side === 'mentors' ? 1 : -1,
    scratch: scratchFor(field, side),
    lists: byTopic(theirs, field),
    met: new Int32Array(theirs.people.length),
    kept: { score: new Int32Array(KEEP), partner: new Int32Array(KEEP) },
  }
  for (let x = 0; x < search.mine.people.length; x++) {
    onRow?.(x)
    enter(search.scratch, search.mine, x)
    search.kept.score.fill(0)
    lookAround(search, x, seed)
    onKept(x, search.kept)
  }
}

/**
 * People of each topic, the highest level first, each with a copy of their card: neighbours in a list are neighbours in
 * memory, so reading a list does not wait for memory once a person.
 */
interface TopicLists {
  starts: Int32Array
  person: Int32Array
  copies: FieldSide
}

function byTopic(side: FieldSide, { topics, layout }: Field): TopicLists {
  const entries = side.topic.length
  const key = new Int32Array(entries)
  const person = new Int32Array(entries)
  for (let x = 0; x < side.people.length; x++) {
    for (let t = side.topicsFrom[x]!; t < side.topicsFrom[x + 1]!; t++) {
      key[t] = side.topic[t]! * 3 + (3 - side.level[t]!)
      person[t] = x
    }
  }
  const { starts, order } = group(key, 3 * topics.length)
  const listed = Int32Array.from(order, (t) => person[t]!)
  return { starts, person: listed, copies: copiesOf(side, listed, layout.stride) }
}

function copiesOf(side: FieldSide, listed: Int32Array, stride: number): FieldSide {
  const cards = new Int32Array(listed.length * stride)
  const skill: number[] = []
  for (let e = 0; e < listed.length; e++) {
    const x = listed[e]!
    cards.set(side.cards.subarray(x * stride, (x + 1) * stride), e * stride)
    cards[e * stride + TOPICS_FROM] = skill.length
    for (let t = side.topicsFrom[x]!; t < side.topicsFrom[x + 1]!; t++) skill.push(side.skill[t]!)
    cards[e * stride + TOPICS_END] = skill.length
  }
  const pick = (facts: Int32Array) => Int32Array.from(listed, (x) => facts[x]!)
  return {
    ...side,
    cards,
    skill: Int32Array.from(skill),
    ...{ site: pick(side.site), country: pick(side.country), zone: pick(side.zone) },
  }
}

/** Rated partners, a share of each own topic's list from a place of one's own, and a few others at random. */
function lookAround(search: Search, x: number, seed: number): void {
  const { mine, theirs, lists } = search
  for (let r = mine.ratedFrom[x]!; r < mine.ratedFrom[x + 1]!; r++) {
    meet(search, theirs, x, mine.rated[r]!, mine.rated[r]!)
  }
  const own = mine.topicsFrom[x + 1]! - mine.topicsFrom[x]!
  const share = Math.ceil(LOOK_AT / (own + 1))
  const turn = (Math.imul(x + 1, 2654435761) ^ Math.imul(seed + 1, 40503)) >>> 0
  for (let t = mine.topicsFrom[x]!; t < mine.topicsFrom[x + 1]!; t++) {
    let left = share
    for (let level = 0; level < 3 && left > 0; level++) {
      const from = lists.starts[mine.topic[t]! * 3 + level]!
      const size = lists.starts[mine.topic[t]! * 3 + level + 1]! - from
      const some = Math.min(size, left)
      let e = size > 0 ? from + (turn % size) : from
      for (let c = 0; c < some; c++) {
        meet(search, lists.copies, x, e, lists.person[e]!)
        if (++e === from + size) e = from
      }
      left -= some
    }
  }
  const everyone = theirs.people.length
  const others = Math.min(share >> 1, everyone)
  for (let c = 0; c < others; c++) {
    const y = (turn + c * 7919) % everyone
    meet(search, theirs, x, y, y)
  }
}

/** Looks at partner `who`, whose card is number `at` of `among`. */
function meet(search: Search, among: FieldSide, x: number, at: number, who: number): void {
  const { field, scratch, mine, direction, met } = search
  if (met[who] === x + 1) return
  met[who] = x + 1
  if (!isAllowed(field, scratch, mine, among, direction, x, at, who)) return
  keep(search.kept, who, pairScore(field, scratch, mine, among, direction, x, at, who))
}
