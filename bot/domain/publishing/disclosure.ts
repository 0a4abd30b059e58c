/**
 * What of a figure may be said. Behind it stand people, not Sessions; how many is said in bands; a share or a count is
 * rounded, and hidden where fewer people than the threshold would be left on the side that is counted. Where fewer are left
 * on the other side, "at least" is said, in the same words for none of them as for four, so that nobody is the one who did not.
 */
import type { PersonId } from '../organization/person.ts'
import { medianOf, netPromoterOf } from './measures/formula.ts'

/** Never fewer than this many people behind a figure, whatever a setting says. */
export const fewestPeople = 5

/** Absent value: hidden. */
export interface Shown {
  value?: number
  /** The figure is this or more, or this or less. */
  bound?: 'at-least' | 'at-most'
  /** People behind it: this many or more, in bands. */
  n?: number
}

/** One side of a share: how often, and who they were. */
export interface Part {
  count: number
  people: ReadonlySet<PersonId>
}

const bands = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]
/** Percent: shares are said in steps of ten, and at their ends "at least" and "at most". */
const step = 10
const countStep = 5

/** The band that so many people lie in, by its lower end; undefined below the first. */
export function bandOf(people: number): number | undefined {
  return bands.findLast((band) => band <= people)
}

/** Percent, of whole = part + rest. */
export function shownShare(part: Part, rest: Part, threshold: number): Shown {
  const n = bandOf(part.people.size)
  if (part.people.size < threshold || n === undefined) return {}
  const percent = (100 * part.count) / (part.count + rest.count)
  if (rest.people.size < threshold) return atLeast(percent, n, threshold)
  const value = Math.round(percent / step) * step
  if (value >= 100) return { value: 100 - step, bound: 'at-least', n }
  return value <= 0 ? { value: step, bound: 'at-most', n } : { value, n }
}

/** The same for every number of people on the other side below the threshold; hidden where that would not be true. */
function atLeast(percent: number, n: number, threshold: number): Shown {
  const others = threshold - 1
  const worst = Math.floor((100 * n) / (n + others) / step) * step
  const value = Math.min(worst, 100 - step)
  return percent < value ? {} : { value, bound: 'at-least', n }
}

/** Down to the next five. */
export function shownCount({ count, people }: Part, threshold: number): Shown {
  const n = bandOf(people.size)
  const value = Math.floor(count / countStep) * countStep
  return people.size < threshold || n === undefined || value === 0 ? {} : { value, bound: 'at-least', n }
}

/**
 * To the half. @param possible how many people could have answered: the band stays below that, or it would say that
 * everybody did.
 */
export function shownMean(
  rated: readonly { personId: PersonId; value: number }[],
  possible: number,
  threshold: number,
): Shown {
  const people = new Set(rated.map((one) => one.personId)).size
  const n = bandOf(Math.min(people, possible - 1))
  if (people < threshold || n === undefined) return {}
  const mean = rated.reduce((sum, one) => sum + one.value, 0) / rated.length
  return { value: Math.round(mean * 2) / 2, n }
}

/** A net promoter score to ten points; its ends are "or more" and "or less", so that it never says what everybody gave. */
export function shownNet(
  rated: readonly { personId: PersonId; value: number }[],
  possible: number,
  threshold: number,
): Shown {
  const people = new Set(rated.map((one) => one.personId)).size
  const n = bandOf(Math.min(people, possible - 1))
  const net = netPromoterOf(rated.map(({ value }) => value))
  if (people < threshold || n === undefined || net === undefined) return {}
  const value = Math.round(net / step) * step + 0
  const end = 100 - step
  if (value >= end) return { value: end, bound: 'at-least', n }
  return value <= -end ? { value: -end, bound: 'at-most', n } : { value, n }
}

/** A median to five, of values that belong to people. */
export function shownMedian(
  values: readonly { people: readonly PersonId[]; value: number }[],
  threshold: number,
): Shown {
  const people = new Set(values.flatMap((one) => one.people)).size
  const n = bandOf(people)
  const median = medianOf(values.map(({ value }) => value))
  if (people < threshold || n === undefined || median === undefined) return {}
  return { value: Math.round(median / countStep) * countStep, n }
}
