/**
 * Rules and score of one person with many possible partners at once: the inner loop of everything that looks at pairs.
 * A score of 0 means that a rule forbids the pair; allowed pairs have at least 1 point.
 */

import type { Field, FieldSide } from './field.ts'
import {
  DEPARTMENT,
  ENTERS,
  fragmentOn,
  gradeOn,
  LABELS,
  LEAVES,
  LENGTH,
  MANAGER,
  POSITION,
  SITE,
  START,
  styleOn,
  TOPICS_END,
  TOPICS_FROM,
  waitedOn,
} from './packed-people.ts'
import { countBits } from './vocabulary.ts'
import { bestGap, gapReach, most } from './weights.ts'

const DAY = 1440

/** What is marked for the person being looked at, reused from person to person. */
export interface Scratch {
  /** Level of each topic of this person. */
  wanted: Int32Array
  /** Row number + 1 where a partner is barred for this person. */
  barred: Int32Array
  /** Place in the lists of what was said where a partner was rated or ranked, valid when `ratedBy` is this person. */
  ratedBy: Int32Array
  ratedAt: Int32Array
  row: number
  /** Whether this person has any barred or rated partner: most have none, and their lists need no look. */
  bars: boolean
  rates: boolean
}

export function scratchFor(field: Field, side: 'mentors' | 'mentees'): Scratch {
  const others = field[side === 'mentors' ? 'mentees' : 'mentors'].people.length
  return {
    wanted: new Int32Array(field.topics.length + 1),
    barred: new Int32Array(others),
    ratedBy: new Int32Array(others),
    ratedAt: new Int32Array(others),
    row: -1,
    bars: false,
    rates: false,
  }
}

/** Marks the lists of person `x` of `side`; `leave` takes the topics out again. */
export function enter(scratch: Scratch, side: FieldSide, x: number): void {
  if (scratch.row >= 0) leave(scratch, side)
  scratch.row = x
  scratch.bars = side.barredFrom[x]! < side.barredFrom[x + 1]!
  scratch.rates = side.ratedFrom[x]! < side.ratedFrom[x + 1]!
  for (let t = side.topicsFrom[x]!; t < side.topicsFrom[x + 1]!; t++)
    scratch.wanted[side.topic[t]!] = side.level[t]!
  for (let b = side.barredFrom[x]!; b < side.barredFrom[x + 1]!; b++) scratch.barred[side.barred[b]!] = x + 1
  for (let r = side.ratedFrom[x]!; r < side.ratedFrom[x + 1]!; r++) {
    scratch.ratedBy[side.rated[r]!] = x + 1
    scratch.ratedAt[side.rated[r]!] = r
  }
}

function leave(scratch: Scratch, side: FieldSide): void {
  const x = scratch.row
  for (let t = side.topicsFrom[x]!; t < side.topicsFrom[x + 1]!; t++) scratch.wanted[side.topic[t]!] = 0
}

/**
 * Scores of the person entered in `scratch` with `partners[0..count)`, written to `scores`.
 * `direction` is 1 when the person is a Mentor and -1 when a Mentee (the gap counts from Mentor up to Mentee).
 */
export function scorePartners(
  field: Field,
  scratch: Scratch,
  direction: 1 | -1,
  partners: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  const mine = direction === 1 ? field.mentors : field.mentees
  const theirs = direction === 1 ? field.mentees : field.mentors
  const x = scratch.row
  for (let c = 0; c < count; c++) {
    const y = partners[c]!
    scores[c] = isAllowed(field, scratch, mine, theirs, direction, x, y)
      ? pairScore(field, scratch, mine, theirs, direction, x, y)
      : 0
  }
}

/** `theirs` may be a copy of a side in another order (see `start-list.ts`): `who` is then the place in the side itself. */
export function isAllowed(
  { rules, layout, fragmented }: Field,
  scratch: Scratch,
  mine: FieldSide,
  theirs: FieldSide,
  direction: 1 | -1,
  x: number,
  y: number,
  who = y,
): boolean {
  const me = mine.packed
  const they = theirs.packed
  const mx = x * layout.stride
  const ty = y * layout.stride
  if (rules.commonLanguage && !meet(me, they, layout.languages, layout.interests, mx, ty)) return false
  if (
    rules.minimumOverlapMinutes > 0 &&
    shared(me[mx + START]!, me[mx + LENGTH]!, they[ty + START]!, they[ty + LENGTH]!) <
      rules.minimumOverlapMinutes
  )
    return false
  const at = they[ty + POSITION]!
  if (me[mx + ENTERS]! <= at && at < me[mx + LEAVES]!) return false
  const here = me[mx + POSITION]!
  if (they[ty + ENTERS]! <= here && here < they[ty + LEAVES]!) return false
  if (fragmented && fragmentOn(me[mx + LABELS]!) !== fragmentOn(they[ty + LABELS]!)) return false
  const manager = me[mx + MANAGER]!
  if (rules.sameManager && manager >= 0 && manager === they[ty + MANAGER]) return false
  if (scratch.bars && scratch.barred[who] === x + 1) return false
  if (rules.minimumGradeGap !== undefined) {
    const own = gradeOn(me[mx + LABELS]!)
    const other = gradeOn(they[ty + LABELS]!)
    if (own > 0 && other > 0) {
      if (direction * (other - own) < rules.minimumGradeGap) return false
    } else if (!rules.allowUnknownGrade) return false
  }
  return rules.maximumZoneHours === undefined && rules.location === 'anywhere'
    ? true
    : isPlaced(rules, mine, theirs, x, y)
}

function isPlaced(rules: Field['rules'], mine: FieldSide, theirs: FieldSide, x: number, y: number): boolean {
  if (rules.maximumZoneHours !== undefined) {
    const [a, b] = [mine.zone[x]!, theirs.zone[y]!]
    if (a < -1440 || b < -1440) return false
    const apart = Math.abs(a - b)
    if (Math.min(apart, DAY - apart) > rules.maximumZoneHours * 60) return false
  }
  if (rules.location === 'anywhere') return true
  const [a, b] =
    rules.location === 'same-country'
      ? [mine.country[x]!, theirs.country[y]!]
      : [mine.site[x]!, theirs.site[y]!]
  return a >= 0 && b >= 0 && (rules.location === 'other-site') === (a !== b)
}

/** Minutes of the day in which both work, 0 when either is unknown. */
export function overlap({ mentors, mentees, layout }: Field, i: number, j: number): number {
  const [mx, ty] = [i * layout.stride, j * layout.stride]
  const [me, they] = [mentors.packed, mentees.packed]
  return shared(me[mx + START]!, me[mx + LENGTH]!, they[ty + START]!, they[ty + LENGTH]!)
}

function shared(a: number, aLength: number, b: number, bLength: number): number {
  const aEnd = a + aLength
  const bEnd = b + bLength
  let shared = (aEnd < bEnd ? aEnd : bEnd) - (a > b ? a : b)
  if (shared < 0) shared = 0
  const before = (aEnd < bEnd - DAY ? aEnd : bEnd - DAY) - a
  if (before > 0) shared += before
  const after = (aEnd - DAY < bEnd ? aEnd - DAY : bEnd) - b
  if (after > 0) shared += after
  return shared
}

function meet(me: Int32Array, they: Int32Array, from: number, to: number, mx: number, ty: number): boolean {
  for (let w = from; w < to; w++) if (me[mx + w]! & they[ty + w]!) return true
  return false
}

function inCommon(me: Int32Array, they: Int32Array, from: number, to: number, mx: number, ty: number) {
  let common = 0
  for (let w = from; w < to; w++) {
    const both = me[mx + w]! & they[ty + w]!
    if (both !== 0) common += countBits(both)
  }
  return common
}

/** The score of an allowed pair; docs/score.md in numbers. */
export function pairScore(
  field: Field,
  scratch: Scratch,
  mine: FieldSide,
  theirs: FieldSide,
  direction: 1 | -1,
  x: number,
  y: number,
  who = y,
): number {
  const { weights, rules, layout } = field
  const { skill, packed: they } = theirs
  const { wanted } = scratch
  const me = mine.packed
  const mx = x * layout.stride
  const ty = y * layout.stride
  let topics = 0
  for (let t = they[ty + TOPICS_FROM]!, end = they[ty + TOPICS_END]!; t < end; t++) {
    const entry = skill[t]!
    topics += wanted[entry >> 2]! * (entry & 3)
  }
  let score = weights.base + weights.topic * (topics > most.topic ? most.topic : topics)
  score += plainPoints(field, mine, theirs, direction, x, y)
  const minutes = shared(me[mx + START]!, me[mx + LENGTH]!, they[ty + START]!, they[ty + LENGTH]!)
  score += hoursPoints(weights.hours, minutes - rules.minimumOverlapMinutes)
  if (scratch.rates && scratch.ratedBy[who] === x + 1) {
    const at = scratch.ratedAt[who]!
    score +=
      weights.preference * mine.ranked[at]! + ratingPoints(weights.rating, mine.gave[at]!, mine.got[at]!)
  }
  return score < 1 ? 1 : score
}

/** The parts that follow from lists and labels alone. */
export function plainPoints(
  { weights, layout }: Field,
  mine: FieldSide,
  theirs: FieldSide,
  direction: 1 | -1,
  x: number,
  y: number,
): number {
  const me = mine.packed
  const they = theirs.packed
  const mx = x * layout.stride
  const ty = y * layout.stride
  const interests = inCommon(me, they, layout.interests, layout.goals, mx, ty)
  let points = weights.interests * (interests > most.interests ? most.interests : interests)
  const goals = inCommon(me, they, layout.goals, layout.end, mx, ty)
  points += weights.goals * (goals > most.goals ? most.goals : goals)
  if (inCommon(me, they, layout.languages, layout.interests, mx, ty) > 1) points += weights.language
  if (differ(me[mx + DEPARTMENT]!, they[ty + DEPARTMENT]!)) points += weights['different-unit']
  if (differ(me[mx + SITE]!, they[ty + SITE]!)) points += weights['different-site']
  const own = me[mx + LABELS]!
  const other = they[ty + LABELS]!
  if (gradeOn(own) > 0 && gradeOn(other) > 0) {
    points += gapPoints(weights['seniority-gap'], direction * (gradeOn(other) - gradeOn(own)))
  }
  if (styleOn(own) + styleOn(other) === 3 && styleOn(own) !== 0 && styleOn(other) !== 0)
    points += weights.style
  return points + weights.waiting * (waitedOn(own) + waitedOn(other))
}

function differ(a: number, b: number): boolean {
  return a >= 0 && b >= 0 && a !== b
}

/** Full points at the best gap, a sixth less for every grade away from it. */
export function gapPoints(weight: number, gap: number): number {
  const away = gap > bestGap ? gap - bestGap : bestGap - gap
  return away >= gapReach ? 0 : weight - Math.ceil((weight * away) / gapReach)
}

/** Grows with every minute beyond the minimum, up to five hours. */
export function hoursPoints(weight: number, beyondMinimum: number): number {
  if (beyondMinimum <= 0) return 0
  const minutes = beyondMinimum > most.hoursMinutes ? most.hoursMinutes : beyondMinimum
  return Math.floor((weight * minutes) / most.hoursMinutes)
}

/** Both rated: each point above or below five, twice. One rated: half of that. */
export function ratingPoints(weight: number, one: number, other: number): number {
  if (one > 0 && other > 0) return weight * (one + other - 10)
  if (one === 0 && other === 0) return 0
  return Math.trunc((weight * (one + other - 5)) / 2)
}
