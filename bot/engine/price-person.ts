/**
 * Looks at everybody a few people could be paired with: after a change only pairs whose ends now ask for less together
 * can have become able to improve the result, so each person who asks for less is held against the whole other side.
 * Topics are added up along inverted lists, and only where topics plus the most that all other parts could give come
 * up to what the two ask is the pair looked at in full (the same thought as in `pricing.ts`, from either side).
 */
import { type Field, type FieldSide, group } from './field.ts'
import { enter, gapPoints, isAllowed, pairScore, type Scratch, scratchFor } from './pair-scores.ts'
import { ceilings } from './reach.ts'
import { edgesOf, otherEnd, type Standing, wanted } from './solver/kept-optimum.ts'
import { most } from './weights.ts'

interface Side {
  /** People of this side by topic, each with the level. */
  starts: Int32Array
  person: Int32Array
  level: Int32Array
  ceiling: Float64Array
  scratch: Scratch
  /** Topic worth of each with the person of the other side at hand; 0 between people. */
  worth: Int32Array
  /** Number of the person at hand + 1 where a pair is listed already. */
  listed: Int32Array
}

export interface Lookout {
  mentors: Side
  mentees: Side
}

export function newLookout(field: Field): Lookout {
  return {
    mentors: sideOf(field, field.mentors, field.mentees, scratchFor(field, 'mentees')),
    mentees: sideOf(field, field.mentees, field.mentors, scratchFor(field, 'mentors')),
  }
}

function sideOf(field: Field, own: FieldSide, others: FieldSide, scratch: Scratch): Side {
  const holder = new Int32Array(own.topic.length)
  for (let x = 0; x < own.people.length; x++) holder.fill(x, own.topicsFrom[x]!, own.topicsFrom[x + 1]!)
  const { starts, order } = group(own.topic, field.topics.length)
  return {
    starts,
    person: Int32Array.from(order, (t) => holder[t]!),
    level: Int32Array.from(order, (t) => own.level[t]!),
    ceiling: ceilings(field, own, others),
    scratch,
    worth: new Int32Array(own.people.length),
    listed: new Int32Array(own.people.length),
  }
}

export interface Missing {
  i: number
  j: number
  score: number
}

const GRADES = 32

/** Allowed pairs of a node outside the list that its ask and theirs do not cover; `taken` holds i * mentees + j. */
export function missingPairs(
  lookout: Lookout,
  field: Field,
  standing: Standing,
  taken: ReadonlySet<number>,
  node: number,
): Missing[] {
  const isMentor = node < standing.mentors
  const x = isMentor ? node : node - standing.mentors
  const [mine, theirs] = isMentor ? [field.mentors, field.mentees] : [field.mentees, field.mentors]
  const side = isMentor ? lookout.mentees : lookout.mentors
  const own = isMentor ? lookout.mentors : lookout.mentees
  const direction = isMentor ? 1 : -1
  const offset = isMentor ? standing.mentors : 0
  const width = field.mentees.people.length
  enter(side.scratch, mine, x)
  addUpTopics(side, mine, x)
  for (const e of edgesOf(standing, node)) side.listed[otherEnd(standing, e, node) - offset] = x + 1
  const { ask, cap, scale } = standing
  const [topicPoints, ceiling] = [field.weights.topic, own.ceiling[x]!]
  const gaps = gapsOf(field, mine.grade[x]!, direction)
  const { worth, listed, scratch } = side
  const rated = mine.ratedFrom[x]! < mine.ratedFrom[x + 1]!
  const floor = wanted(standing, 0) - ask[node]!
  const found: Missing[] = []
  for (let y = 0; y < worth.length; y++) {
    const topics = worth[y]!
    worth[y] = 0
    const rest = ceiling < side.ceiling[y]! ? ceiling : side.ceiling[y]!
    const atMost = topicPoints * (topics > most.topic ? most.topic : topics) + rest + gaps[theirs.grade[y]!]!
    const due = ask[offset + y]! - floor
    if (scale * atMost <= due && !(rated && scratch.ratedBy[y] === x + 1)) continue
    if (cap[offset + y] === 0 || listed[y] === x + 1) continue
    const score = pairScore(field, scratch, mine, theirs, direction, x, y)
    if (scale * score <= due || !isAllowed(field, scratch, mine, theirs, direction, x, y)) continue
    const [i, j] = isMentor ? [x, y] : [y, x]
    if (!taken.has(i * width + j)) found.push({ i, j, score })
  }
  for (const e of edgesOf(standing, node)) listed[otherEnd(standing, e, node) - offset] = 0
  return found
}

function addUpTopics({ starts, person, level, worth }: Side, mine: FieldSide, x: number): void {
  for (let t = mine.topicsFrom[x]!; t < mine.topicsFrom[x + 1]!; t++) {
    const factor = mine.level[t]!
    for (let k = starts[mine.topic[t]!]!, end = starts[mine.topic[t]! + 1]!; k < end; k++)
      worth[person[k]!]! += factor * level[k]!
  }
}

/** Points for the gap to each grade of the partner; none where either is unknown. */
function gapsOf({ weights }: Field, grade: number, direction: 1 | -1): Float64Array {
  const weight = weights['seniority-gap']
  return Float64Array.from({ length: GRADES }, (_, other) =>
    grade > 0 && other > 0 ? gapPoints(weight, direction * (other - grade)) : 0,
  )
}
