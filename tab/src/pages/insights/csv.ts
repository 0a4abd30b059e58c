/** The figures as a CSV file (RFC 4180) from what the page shows: a hidden figure has no number here either. */
import type { Out } from '../../../../bot/contract/index.ts'

type Metrics = Out<'metrics'>

export interface CsvWords {
  header: [measure: string, value: string, unit: string, n: string, formula: string]
  label(key: string): string
  hidden: string
  stage(key: string): string
  week(date: string): string
  due: string
  held: string
}

/** Quoted where needed; text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function metricsCsv({ figures, funnel, heldByWeek }: Metrics, words: CsvWords): string {
  const rows: (string | number)[][] = [words.header]
  for (const { key, value, unit, n, formula } of figures) {
    rows.push([words.label(key), value ?? words.hidden, unit, value === undefined ? '' : (n ?? ''), formula])
  }
  for (const { key, value } of funnel) rows.push([words.stage(key), value, 'count', '', ''])
  for (const { week, due, held } of heldByWeek) {
    rows.push([`${words.held}, ${words.week(week)}`, held, 'count', due, words.due])
  }
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
