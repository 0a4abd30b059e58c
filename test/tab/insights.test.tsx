import { describe, expect, jest, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { cellText } from '../../bot/files/cell.ts'
import { type CsvWords, metricsCsv } from '../../tab/src/pages/insights/csv.ts'
import Insights from '../../tab/src/pages/insights/index.tsx'
import fc from '../support/properties.ts'
import { someMetrics } from './program-fixtures.ts'
import { type Answers, show } from './support/show.tsx'
import './wire.ts'

const open = (metrics: NonNullable<Answers['metrics']>) => show(<Insights />, { answers: { metrics } })

const words: CsvWords = {
  header: ['Measure', 'Value', 'Unit', 'n', 'Formula'],
  label: (key) => key,
  stage: (key) => key,
  week: (date) => date,
  hidden: 'hidden',
  kept: 'kept',
  bound: (bound, value) => (bound ? `${bound} ${value}` : value),
}

/** Reads CSV by its grammar (RFC 4180), so that the test does not share the writer's idea of it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1)!
    const letter = text[i]!
    if (quoted && letter === '"' && text[i + 1] === '"') row[row.length - 1] += text[++i]!
    else if (letter === '"') quoted = !quoted
    else if (!quoted && letter === ',') row.push('')
    else if (!quoted && letter === '\r' && text[i + 1] === '\n') {
      rows.push([''])
      i++
    } else row[row.length - 1] += letter
  }
  return rows.slice(0, -1)
}

describe('the file', () => {
  test('has a row for every figure, step and week, and hidden figures have no number in it', () => {
    const metrics = someMetrics()
    const rows = readCsv(metricsCsv(metrics, words))
    expect(rows).toHaveLength(1 + metrics.figures.length + metrics.funnel.length + metrics.keptByWeek.length)
    expect(rows.find(([key]) => key === 'session-value-mentors')).toEqual([
      'session-value-mentors',
      'hidden',
      'score',
      '',
      'mean of "worth my time", 1 to 5, Mentors',
    ])
  })

  test('keeps any text as one cell, and none can run as a formula in a spreadsheet', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [read] = readCsv(`${cellText(text)}\r\n`)
        expect(read).toHaveLength(1)
        expect(read![0]!.replace(/^'/, '')).toBe(text.replace(/^'/, ''))
        expect(read![0]).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('Insights', () => {
  test('shows each figure with its n and how it is counted', async () => {
    open(someMetrics())
    const label = await screen.findByText('Hours together')
    const figure = within(label.parentElement!)
    expect(figure.getByText('at least 110 hours')).toBeTruthy()
    expect(figure.getByText('100 people or more')).toBeTruthy()
    expect(figure.getByText('hours of sessions held, rounded down to a multiple of five')).toBeTruthy()
  })

  test('says that a figure is hidden and below how many', async () => {
    open(someMetrics({ threshold: 7 }))
    const label = await screen.findByText('Worth my time, Mentors')
    expect(
      within(label.parentElement!).getByText('Not yet: at least 7 people have to answer first'),
    ).toBeTruthy()
  })

  test('tells the weeks as a table for those who do not see the bars', async () => {
    open(someMetrics())
    const table = within(await screen.findByRole('table', { name: 'Took place as planned, week by week' }))
    expect(table.getAllByRole('row')).toHaveLength(11)
    expect(table.getByRole('row', { name: 'Week of Nov 9 80% 20 people or more' })).toBeTruthy()
  })

  test('speaks plainly of a program without anything in it, and offers no empty file', async () => {
    open(
      someMetrics({
        figures: [{ key: 'pairs', unit: 'count', formula: '' }],
        keptByWeek: [],
        funnel: [{ key: 'enrolled' }],
      }),
    )
    expect(await screen.findByText(/^There is nothing to count yet\./)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByText(/0 of 0/)).toBeNull()
  })

  test('saves what is shown as a file', async () => {
    const saved: Blob[] = []
    URL.createObjectURL = (file) => {
      saved.push(file as Blob)
      return 'blob:file'
    }
    URL.revokeObjectURL = () => {}
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const { user } = open(someMetrics())
    await user.click(await screen.findByRole('button', { name: 'Export as CSV' }))
    expect(
      await screen.findByText('The file holds what you see here; hidden figures stay hidden.'),
    ).toBeTruthy()
    expect(saved.at(-1)?.type).toBe('text/csv;charset=utf-8')
    click.mockRestore()
  })
})

describe('answers of the forms', () => {
  const answers: ReturnType<typeof someMetrics>['answers'] = [
    { form: 'fit', question: 'free', unit: 'score' },
    { form: 'midpoint', question: 'satisfied', unit: 'score', value: 4.5, of: 5, n: 20 },
    { form: 'midpoint', question: 'used', unit: 'score' },
    {
      form: 'midpoint',
      question: 'agenda',
      unit: 'percent',
      value: 60,
      option: 'both',
      bound: 'at-least',
      n: 10,
    },
  ]

  test('stand by question, and what too few answered says so, once a form', async () => {
    open(someMetrics({ answers }))
    const half = await screen.findByRole('region', { name: 'Halfway: how is it going?' })
    expect(within(half).getByText('How satisfied are you with this match?')).toBeTruthy()
    expect(within(half).getByText(/4\.5 of 5/)).toBeTruthy()
    expect(within(half).getByText(/“Both of us” most often, at least 60%/)).toBeTruthy()
    expect(within(half).getAllByText(/Not yet: at least 5 people/)).toHaveLength(1)
    const first = screen.getByRole('region', { name: 'How did the first session go?' })
    expect(within(first).getAllByText(/Not yet/)).toHaveLength(1)
    expect(within(first).queryByText('I could speak freely')).toBeNull()
  })
})
