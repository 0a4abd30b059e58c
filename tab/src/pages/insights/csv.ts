/** The figures as a CSV file (RFC 4180) from what the page shows: a hidden figure has no number here either. */
import type { Out } from '../../../../bot/contract/index.ts'
import { cellText } from '../../../../bot/files/cell.ts'

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

export function metricsCsv({ figures, funnel, heldByWeek }: Metrics, words: CsvWords): string {
  const rows: (string | number)[][] = [words.header]
  for (const { key, value, unit, n, formula } of figures) {
    rows.push([words.label(key), value ?? words.hidden, unit, value === undefined ? '' : (n ?? ''), formula])
  }
  for (const { key, value } of funnel) rows.push([words.stage(key), value, 'count', '', ''])
  for (const { week, due, held } of heldByWeek) {
    rows.push([`${words.held}, ${words.week(week)}`, held, 'count', due, words.due])
  }
  return `${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`
}
