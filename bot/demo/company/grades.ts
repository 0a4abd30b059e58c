/** Grade names of the public organograms (United Kingdom civil service), as 1 (entry) to 12 (top). */
const NAMED: [RegExp, number][] = [
  [/^SCS4/, 12],
  [/^SCS3/, 11],
  [/^SCS2/, 10],
  [/^SCS1A/, 9],
  [/^SCS1/, 8],
  [/^(C3|G6)/, 7],
  [/^(C2|G7)/, 6],
  [/^C1/, 6],
  [/^(B3|SEO)/, 5],
  [/^(B2|HEO)/, 4],
  [/^(B1|EO)/, 3],
  [/^(A4|AO)/, 2],
  [/^(A3|AA|EA)/, 1],
  [/^Fast Stream/, 3],
  [/^OF-5/, 7],
  [/^OF-[34]/, 6],
  [/^OF-/, 4],
  [/^OR-[789]/, 4],
  [/^OR-/, 2],
]

/** A grade of 1 to 12 from a number or a known name; otherwise from whether the post has others below it. */
export function gradeOf(written: string | undefined, hasReports: boolean): number {
  const number = Number(written)
  if (written && Number.isFinite(number)) return Math.max(1, Math.min(12, Math.round(number)))
  const known = written === undefined ? undefined : NAMED.find(([pattern]) => pattern.test(written))
  return known?.[1] ?? (hasReports ? 6 : 3)
}
