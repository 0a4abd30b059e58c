/** The figures as a CSV file (RFC 4180) from what the page shows: a hidden figure has no number here either. */
import type { Out } from '../../../../bot/contract/index.ts'
import { rowText } from '../../../../bot/files/cell.ts'

type Metrics = Out<'metrics'>

export interface CsvWords {
  header: [measure: string, value: string, unit: string, n: string, formula: string]
  label(key: string): string
  hidden: string
  stage(key: string): string
  week(date: string): string
  kept: string
  /** "at least 40", as the page says it. */
  bound(bound: 'at-least' | 'at-most' | undefined, value: number): string | number
}

export function metricsCsv({ figures, funnel, keptByWeek }: Metrics, words: CsvWords): string {
  const rows: (string | number)[][] = [words.header]
  const said = (value: number | undefined, bound?: 'at-least' | 'at-most') =>
    value === undefined ? words.hidden : words.bound(bound, value)
  const people = (n: number | undefined) => (n === undefined ? '' : `${n}+`)
  for (const { key, value, bound, unit, n, formula } of figures) {
    rows.push([words.label(key), said(value, bound), unit, people(n), formula])
  }
  for (const { key, value, bound } of funnel)
    rows.push([words.stage(key), said(value, bound), 'count', '', ''])
  for (const { week, value, bound, n } of keptByWeek) {
    rows.push([`${words.kept}, ${words.week(week)}`, said(value, bound), 'percent', people(n), ''])
  }
  return `${rows.map(rowText).join('\r\n')}\r\n`
}
