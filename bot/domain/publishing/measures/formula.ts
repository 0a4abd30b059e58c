/**
 * The arithmetic behind every measure, exact and over plain numbers. What of a result may be said is decided elsewhere
 * (`disclosure.ts`). Nothing to count is undefined, which is not the same as zero.
 */

/** Part of a whole, 0 to 1; of nothing there is no share. */
export function rateOf(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined
}

export function meanOf(values: readonly number[]): number | undefined {
  return rateOf(
    values.reduce((sum, one) => sum + one, 0),
    values.length,
  )
}

/** Of an even number of values the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half] : meanOf(sorted.slice(half - 1, half + 1))
}

/** Net promoter score, -100 to 100: percent who gave 9 or 10, minus percent who gave 0 to 6. */
export function netPromoterOf(values: readonly number[]): number | undefined {
  const share = (isIn: (value: number) => boolean) => rateOf(values.filter(isIn).length, values.length)
  const [promoters, detractors] = [share((value) => value >= 9), share((value) => value <= 6)]
  return promoters === undefined || detractors === undefined ? undefined : 100 * (promoters - detractors)
}

/**
 * How much of what was still missing at the start was gained, mean over everybody who could gain: 1 when all reached the
 * top of the scale. Whoever began at the top is left out.
 */
export function normalizedGainOf(
  pairs: readonly { before: number; after: number }[],
  top: number,
): number | undefined {
  return meanOf(
    pairs.flatMap(({ before, after }) => (before < top ? [(after - before) / (top - before)] : [])),
  )
}

export interface Range {
  low: number
  high: number
}

/** 95 % */
const z = 1.96

/**
 * Where a share of so many people would lie if others like them were asked (Wilson, 1927), in percent.
 * @param percent 0 to 100, @param n how many it is a share of
 */
export function shareRange(percent: number, n: number): Range | undefined {
  if (n <= 0) return undefined
  const p = percent / 100
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  return { low: Math.max(0, 100 * (middle - half)), high: Math.min(100, 100 * (middle + half)) }
}

/**
 * The same for a mean on a scale, by the widest spread that such a mean can have (Bhatia and Davis, 2000): how far the
 * answers really lie apart is not said, and not needed.
 */
export function meanRange(mean: number, n: number, scale: Range): Range | undefined {
  if (n <= 0) return undefined
  const half = z * Math.sqrt(Math.max(0, (scale.high - mean) * (mean - scale.low)) / n)
  return { low: Math.max(scale.low, mean - half), high: Math.min(scale.high, mean + half) }
}
