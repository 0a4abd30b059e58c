/** What Mentees ask of a Mentor, in points, and Mentors in an order in which neighbours are asked the same. */
import type { Certificate } from './certificate.ts'
import type { Field } from './field.ts'
import { gapPoints, hoursPoints, overlap } from './pair-scores.ts'
import { hoursOf, type Prospects, type Slice } from './reach.ts'

/** More than anybody asks. */
export const NEVER = 1e9

export interface Row {
  i: number
  /** Whether everybody is looked at again, or only who asks less. */
  again: boolean
  /** The same where Mentees ask the same: half-units, turns, grade and `again`; and the hours. */
  key: number
  hours: number
  rest: number
  own: number
}

/** Mentors with room, those side by side who can share a table, and of them who ask least first. */
export function inTurn(
  field: Field,
  prospects: Prospects,
  { halfMentor, turnMentor, priceMentor, scale }: Certificate,
  capMentor: Int32Array,
  isAgain: (i: number) => boolean,
): Row[] {
  const rows: Row[] = []
  for (let i = 0; i < capMentor.length; i++) {
    if (capMentor[i] === 0) continue
    const again = isAgain(i)
    const key =
      ((halfMentor[i]! * 1e3 + turnMentor[i]!) * 100 + field.mentors.grade[i]!) * 2 + (again ? 1 : 0)
    const row = { i, again, key, hours: hoursOf(field, field.mentors, i) }
    rows.push({ ...row, rest: prospects.restMentor[i]!, own: priceMentor[i]! / scale })
  }
  return rows.sort(
    (a, b) => a.key - b.key || a.hours - b.hours || a.rest - b.rest || a.own - b.own || a.i - b.i,
  )
}

/**
 * What each Mentee of a slice asks of Mentors with the half-units, turns, grade and hours of this one: the price in
 * points less what gap in grades and hours give. NEVER where half-units or turns decide, more where the hours forbid the
 * pair, and NEVER from those left out of `only`, a mark for everyone.
 */
export function askedOf(
  field: Field,
  prospects: Prospects,
  { from, to }: Slice,
  { halfMentor, halfMentee, turnMentor, turnMentee, priceMentee, scale }: Certificate,
  i: number,
  only: Uint8Array | undefined,
): Float64Array {
  const { grade } = field.mentees
  const { shift } = prospects
  const asked = new Float64Array(to - from).fill(NEVER)
  const gaps = pointsByGrade(field, prospects, i)
  const hours = pointsByShift(field, prospects, i)
  const [half, turn] = [2 - halfMentor[i]!, -turnMentor[i]!]
  for (let j = from; j < to; j++) {
    if (halfMentee[j] !== half || turnMentee[j] !== turn || only?.[j] === 0) continue
    asked[j - from] = priceMentee[j]! / scale - gaps[grade[j]!]! - hours[shift[j]!]!
  }
  return asked
}

function pointsByGrade({ mentors, weights }: Field, { highestGrade }: Prospects, i: number): Float64Array {
  const own = mentors.grade[i]!
  const points = new Float64Array(highestGrade + 1)
  if (own === 0) return points
  for (let grade = 1; grade <= highestGrade; grade++)
    points[grade] = gapPoints(weights['seniority-gap'], grade - own)
  return points
}

/** Far below zero where the hours forbid the pair. */
function pointsByShift(field: Field, { worker, pointsByHours }: Prospects, i: number): Float64Array {
  const own = hoursOf(field, field.mentors, i)
  const known = pointsByHours.get(own)
  if (known) return known
  const needed = field.rules.minimumOverlapMinutes
  const points = Float64Array.from(worker, (j) => {
    const beyond = overlap(field, i, j) - needed
    return needed > 0 && beyond < 0 ? -NEVER : hoursPoints(field.weights.hours, beyond)
  })
  pointsByHours.set(own, points)
  return points
}
