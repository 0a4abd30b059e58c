/** The figures as a CSV file (RFC 4180) from what the page shows: a hidden figure has no number here either. */
import type { Out } from '../../../../bot/contract/index.ts'
import { rowText } from '../../../../bot/files/cell.ts'

type Metrics = Out<'metrics'>
type Bound = 'at-least' | 'at-most' | undefined

export interface CsvWords {
  header: [measure: string, value: string, unit: string, n: string, formula: string]
  label(key: string): string
  formula(row: { key: string; formula: string }): string
  hidden: string
  /** There is nothing to count, which is not the same as hidden. */
  nothingYet: string
  stage(key: string): string
  week(date: string): string
  kept: string
  place(row: Metrics['coverage'][number]): string
  topic(side: 'offered' | 'wanted', key: string): string
  challenge(moment: 'baseline' | 'middle' | 'end' | 'target'): string
  /** "at least 40", as the page says it. */
  bound(bound: Bound, value: number): string | number
}

export function metricsCsv(metrics: Metrics, words: CsvWords): string {
  const { figures, measures, funnel, keptByWeek, coverage, topics, challenge } = metrics
  const rows: (string | number)[][] = [words.header]
  const said = (value: number | undefined, bound?: Bound) =>
    value === undefined ? words.hidden : words.bound(bound, value)
  const people = (n: number | undefined) => (n === undefined ? '' : `${n}+`)
  for (const { key, value, bound, unit, n, formula } of figures)
    rows.push([words.label(key), said(value, bound), unit, people(n), words.formula({ key, formula })])
  for (const { key, value, bound, unit, n, formula, why } of measures) {
    const what = why === 'nothing-yet' ? words.nothingYet : said(value, bound)
    rows.push([words.label(key), what, unit, people(n), words.formula({ key, formula })])
  }
  for (const { key, value, bound } of funnel)
    rows.push([words.stage(key), said(value, bound), 'count', '', ''])
  for (const { week, value, bound, n } of keptByWeek)
    rows.push([`${words.kept}, ${words.week(week)}`, said(value, bound), 'percent', people(n), ''])
  for (const place of coverage)
    rows.push([words.place(place), said(place.value, place.bound), 'percent', people(place.n), ''])
  for (const { topic, offered, wanted } of topics) {
    rows.push([
      words.topic('offered', topic),
      said(offered.value, offered.bound),
      'count',
      people(offered.n),
      '',
    ])
    rows.push([words.topic('wanted', topic), said(wanted.value, wanted.bound), 'count', people(wanted.n), ''])
  }
  const measured = challenge.readings.map(({ moment, value }) => [moment, value] as const)
  for (const [moment, value] of [
    ['baseline', challenge.baseline] as const,
    ...measured,
    ['target', challenge.target] as const,
  ])
    rows.push([words.challenge(moment), value, challenge.unit, '', ''])
  return `${rows.map(rowText).join('\r\n')}\r\n`
}
