/**
 * A first list of candidates: each person's best partners among those met through the lists of their topics, strongest
 * offers and wishes first. Good enough to get prices from; `pricing.ts` then finds what it missed.
 */
import { addEdge, type Edges, newEdges } from './edges.ts'
import { type Field, type FieldSide, group } from './field.ts'
import { enter, scorePartners, scratchFor } from './pair-scores.ts'

/** Partners kept, and looked at, per person. */
const KEEP = 20
const LOOK_AT = 256

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

function keepBest({ score, partner }: Kept, partners: Int32Array, scores: Int32Array, count: number): void {
  score.fill(0)
  for (let c = 0; c < count; c++) {
    const points = scores[c]!
    if (points <= score[0]!) continue
    let at = 0
    for (; at < KEEP - 1 && score[at + 1]! < points; at++) {
      score[at] = score[at + 1]!
      partner[at] = partner[at + 1]!
    }
    score[at] = points
    partner[at] = partners[c]!
  }
}

function bestPartners(
  field: Field,
  side: 'mentors' | 'mentees',
  seed: number,
  onRow: ((row: number) => void) | undefined,
  onKept: (x: number, kept: Kept) => void,
): void {
  const mine = field[side]
  const theirs = field[side === 'mentors' ? 'mentees' : 'mentors']
  const direction = side === 'mentors' ? 1 : -1
  const people = byTopic(theirs, field.topics.length)
  const scratch = scratchFor(field, side)
  const met = new Int32Array(theirs.people.length)
  const partners = new Int32Array(theirs.people.length)
  const scores = new Int32Array(theirs.people.length)
  const kept: Kept = { score: new Int32Array(KEEP), partner: new Int32Array(KEEP) }
  for (let x = 0; x < mine.people.length; x++) {
    onRow?.(x)
    const count = gather(mine, theirs, people, x, seed, met, partners)
    enter(scratch, mine, x)
    scorePartners(field, scratch, direction, partners, count, scores)
    keepBest(kept, partners, scores, count)
    onKept(x, kept)
  }
}

/** People of each topic, the highest level first. */
function byTopic(side: FieldSide, topics: number) {
  const entries = side.topic.length
  const key = new Int32Array(entries)
  const person = new Int32Array(entries)
  for (let x = 0; x < side.people.length; x++) {
    for (let t = side.topicsFrom[x]!; t < side.topicsFrom[x + 1]!; t++) {
      key[t] = side.topic[t]! * 3 + (3 - side.level[t]!)
      person[t] = x
    }
  }
  const { starts, order } = group(key, 3 * topics)
  return { starts, person: Int32Array.from(order, (t) => person[t]!) }
}

/** Rated partners, a share of each own topic's list from a place of one's own, and a few others at random. */
function gather(
  mine: FieldSide,
  theirs: FieldSide,
  lists: ReturnType<typeof byTopic>,
  x: number,
  seed: number,
  met: Int32Array,
  partners: Int32Array,
): number {
  let count = 0
  const meet = (y: number) => {
    if (met[y] === x + 1) return
    met[y] = x + 1
    partners[count++] = y
  }
  for (let r = mine.ratedFrom[x]!; r < mine.ratedFrom[x + 1]!; r++) meet(mine.rated[r]!)
  const own = mine.topicsFrom[x + 1]! - mine.topicsFrom[x]!
  const share = Math.ceil(LOOK_AT / (own + 1))
  const turn = (Math.imul(x + 1, 2654435761) ^ Math.imul(seed + 1, 40503)) >>> 0
  for (let t = mine.topicsFrom[x]!; t < mine.topicsFrom[x + 1]!; t++) {
    let left = share
    for (let level = 0; level < 3 && left > 0; level++) {
      const from = lists.starts[mine.topic[t]! * 3 + level]!
      const size = lists.starts[mine.topic[t]! * 3 + level + 1]! - from
      const some = Math.min(size, left)
      for (let c = 0; c < some; c++) meet(lists.person[from + ((turn + c) % size)]!)
      left -= some
    }
  }
  const everyone = theirs.people.length
  const others = Math.min(share >> 1, everyone)
  for (let c = 0; c < others; c++) meet((turn + c * 7919) % everyone)
  return count
}
