/**
 * Rules and score of one person with many possible partners at once: the inner loop of everything that looks at pairs.
 * A score of 0 means that a rule forbids the pair; allowed pairs have at least 1 point.
 */
import type { Field, FieldSide } from './field.ts'
import { countBits } from './vocabulary.ts'
import { bestGap, gapReach, most } from './weights.ts'

const DAY = 1440

/** What is marked for the person being looked at, reused from person to person. */
export interface Scratch {
  /** Level of each topic of this person. */
  wanted: Int32Array
  /** Row number + 1 where a partner is barred for this person. */
  barred: Int32Array
  /** Place in the rating lists + 1 where a partner was rated, valid when `ratedBy` is this person. */
  ratedBy: Int32Array
  ratedAt: Int32Array
  row: number
}

export function scratchFor(field: Field, side: 'mentors' | 'mentees'): Scratch {
  const others = field[side === 'mentors' ? 'mentees' : 'mentors'].people.length
  return {
    wanted: new Int32Array(field.topics.length + 1),
    barred: new Int32Array(others),
    ratedBy: new Int32Array(others),
    ratedAt: new Int32Array(others),
    row: -1,
  }
}

/** Marks the lists of person `x` of `side`; `leave` takes the topics out again. */
export function enter(scratch: Scratch, side: FieldSide, x: number): void {
  if (scratch.row >= 0) leave(scratch, side)
  scratch.row = x
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

export function isAllowed(
  field: Field,
  scratch: Scratch,
  mine: FieldSide,
  theirs: FieldSide,
  direction: 1 | -1,
  x: number,
  y: number,
): boolean {
  const { rules } = field
  if (rules.commonLanguage && !meet(mine.languages.bits, theirs.languages.bits, mine.languages.words, x, y))
    return false
  if (rules.minimumOverlapMinutes > 0 && overlap(mine, theirs, x, y) < rules.minimumOverlapMinutes)
    return false
  const at = theirs.position[y]!
  if (mine.enters[x]! <= at && at < mine.leaves[x]!) return false
  const here = mine.position[x]!
  if (theirs.enters[y]! <= here && here < theirs.leaves[y]!) return false
  if (rules.sameManager && mine.manager[x]! >= 0 && mine.manager[x] === theirs.manager[y]) return false
  if (scratch.barred[y] === x + 1) return false
  if (rules.minimumGradeGap !== undefined && mine.grade[x]! > 0 && theirs.grade[y]! > 0) {
    if (direction * (theirs.grade[y]! - mine.grade[x]!) < rules.minimumGradeGap) return false
  }
  return rules.maximumZoneHours === undefined && rules.location === 'anywhere'
    ? true
    : isPlaced(field, mine, theirs, x, y)
}

function isPlaced({ rules }: Field, mine: FieldSide, theirs: FieldSide, x: number, y: number): boolean {
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
export function overlap(mine: FieldSide, theirs: FieldSide, x: number, y: number): number {
  const a = mine.start[x]!
  const b = theirs.start[y]!
  const aEnd = a + mine.length[x]!
  const bEnd = b + theirs.length[y]!
  let shared = Math.min(aEnd, bEnd) - Math.max(a, b)
  if (shared < 0) shared = 0
  const before = Math.min(aEnd, bEnd - DAY) - a
  if (before > 0) shared += before
  const after = Math.min(aEnd - DAY, bEnd) - b
  if (after > 0) shared += after
  return shared
}

function meet(a: Int32Array, b: Int32Array, words: number, x: number, y: number): boolean {
  for (let w = 0; w < words; w++) if (a[x * words + w]! & b[y * words + w]!) return true
  return false
}

function inCommon(a: Int32Array, b: Int32Array, words: number, x: number, y: number): number {
  let common = 0
  for (let w = 0; w < words; w++) {
    const both = a[x * words + w]! & b[y * words + w]!
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
): number {
  const { weights, rules } = field
  let topics = 0
  for (let t = theirs.topicsFrom[y]!, end = theirs.topicsFrom[y + 1]!; t < end; t++) {
    topics += scratch.wanted[theirs.topic[t]!]! * theirs.level[t]!
  }
  let score = weights.base + weights.topic * (topics > most.topic ? most.topic : topics)
  score += plainPoints(field, mine, theirs, direction, x, y)
  const beyond = overlap(mine, theirs, x, y) - rules.minimumOverlapMinutes
  score += hoursPoints(weights.hours, beyond)
  if (scratch.ratedBy[y] === x + 1) {
    const at = scratch.ratedAt[y]!
    score += ratingPoints(weights.rating, mine.gave[at]!, mine.got[at]!)
  }
  return score < 1 ? 1 : score
}

/** The parts that follow from lists and labels alone. */
export function plainPoints(
  { weights }: Field,
  mine: FieldSide,
  theirs: FieldSide,
  direction: 1 | -1,
  x: number,
  y: number,
): number {
  let points = 0
  const interests = inCommon(mine.interests.bits, theirs.interests.bits, mine.interests.words, x, y)
  points += weights.interests * (interests > most.interests ? most.interests : interests)
  const goals = inCommon(mine.goals.bits, theirs.goals.bits, mine.goals.words, x, y)
  points += weights.goals * (goals > most.goals ? most.goals : goals)
  if (inCommon(mine.languages.bits, theirs.languages.bits, mine.languages.words, x, y) > 1)
    points += weights.language
  if (differ(mine.department[x]!, theirs.department[y]!)) points += weights['different-unit']
  if (differ(mine.site[x]!, theirs.site[y]!)) points += weights['different-site']
  if (mine.grade[x]! > 0 && theirs.grade[y]! > 0) {
    points += gapPoints(weights['seniority-gap'], direction * (theirs.grade[y]! - mine.grade[x]!))
  }
  if (mine.style[x]! + theirs.style[y]! === 3 && mine.style[x]! !== 0 && theirs.style[y]! !== 0)
    points += weights.style
  return points + weights.waiting * (mine.waited[x]! + theirs.waited[y]!)
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
