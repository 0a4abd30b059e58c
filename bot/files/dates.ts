/** An ISO date, alone or before a time; undefined for anything else, and for days that no calendar has. */
export function isoDate(text: string): string | undefined {
  const [, date, year, month, day] =
    /^((\d{4})-(\d\d)-(\d\d))(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? []
  if (!date || Number(year) < 1900) return undefined
  const real = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return real.toISOString().slice(0, 10) === date ? date : undefined
}
