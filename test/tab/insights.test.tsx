import { describe, expect, jest, test } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import { cellText } from '../../bot/files/cell.ts'
import { type CsvWords, metricsCsv } from '../../tab/src/pages/insights/csv.ts'
import Insights from '../../tab/src/pages/insights/index.tsx'
import fc from '../support/properties.ts'
import { someMetrics } from './program-fixtures.ts'
import { type Answers, show } from './support/show.tsx'
import './wire.ts'

const open = (metrics: NonNullable<Answers['metrics']>) =>
  show(<Insights />, { answers: { metrics, enterReading: { ok: true } } })

const words: CsvWords = {
  header: ['Measure', 'Value', 'Unit', 'n', 'Formula'],
  label: (key) => key,
  stage: (key) => key,
  week: (date) => date,
  formula: ({ formula }) => formula,
  hidden: 'hidden',
  nothingYet: 'nothing yet',
  kept: 'kept',
  place: ({ by, name }) => `${by} ${name ?? 'others'}`,
  topic: (side, key) => `${side} ${key}`,
  challenge: (moment) => moment,
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
    const { figures, measures, funnel, keptByWeek, coverage, topics, challenge } = metrics
    const lists = [figures, measures, funnel, keptByWeek, coverage, topics, topics, challenge.readings]
    // Beside them the header, the baseline and the target.
    expect(rows).toHaveLength(3 + lists.reduce((sum, list) => sum + list.length, 0))
    expect(rows.find(([key]) => key === 'nps-mentees')?.slice(0, 2)).toEqual(['nps-mentees', 'hidden'])
    expect(rows.find(([key]) => key === 'completion')?.slice(0, 2)).toEqual(['completion', 'nothing yet'])
    expect(rows.find(([key]) => key === 'offered inclusion')?.[1]).toBe('hidden')
    expect(rows.find(([key]) => key === 'middle')?.slice(0, 3)).toEqual(['middle', '41', '%'])
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

  test('opens how a measure is counted, from what, and how sure it is', async () => {
    const { user } = open(someMetrics())
    const tile = within((await screen.findByText('Would do it again')).parentElement!)
    expect(tile.getByText('80%')).toBeTruthy()
    const summary = tile.getByText('How it is counted')
    const box = summary.closest('details')!
    expect(box.open).toBe(false)
    await user.click(summary)
    expect(box.open).toBe(true)
    expect(tile.getByText('people who said yes ÷ people who answered the last form')).toBeTruthy()
    expect(tile.getByText(/^Between 58% and 92%, 19 times in 20/)).toBeTruthy()
  })

  test('tells what is not there yet from what is hidden', async () => {
    open(someMetrics())
    const tile = async (label: string) => within((await screen.findByText(label)).parentElement!)
    expect((await tile('Went all the way')).getByText('Not yet: there is nothing to count')).toBeTruthy()
    expect(
      (await tile('Would recommend it (NPS), Mentees')).getByText('Hidden: fewer than 5 people'),
    ).toBeTruthy()
  })

  test('shows its pictures as tables, without a bar or a number where too few stand behind it', async () => {
    open(someMetrics())
    const fates = within(await screen.findByRole('table', { name: 'What became of the sessions' }))
    expect(fates.getByRole('row', { name: 'On the agreed day 70% 50 people or more' })).toBeTruthy()
    const growth = within(screen.getByRole('table', { name: 'Where people stand with their own goal' }))
    expect(growth.getByRole('row', { name: 'At the start 2.0 of 5 too few to say' })).toBeTruthy()
    const topics = within(screen.getByRole('table', { name: 'Topics offered and wanted' }))
    expect(topics.getByRole('row', { name: /too few to say at least 10$/ })).toBeTruthy()
    const units = within(screen.getByRole('table', { name: 'By unit' }))
    expect(units.getByRole('row', { name: 'Everywhere else 60% 20 people or more' })).toBeTruthy()
    expect(screen.getByText(/^Most often in the way: /)).toBeTruthy()
  })

  test('opens every formula for paper, and closes them again', async () => {
    open(someMetrics())
    await screen.findByText('Would do it again')
    const boxes = () => [...document.querySelectorAll('dl details')] as HTMLDetailsElement[]
    fireEvent(window, new Event('beforeprint'))
    expect(boxes().every((box) => box.open)).toBe(true)
    fireEvent(window, new Event('afterprint'))
    expect(boxes().some((box) => box.open)).toBe(false)
  })

  test('enters what the challenge was measured at, and nothing that is no number', async () => {
    const { user, sent } = open(someMetrics())
    expect(await screen.findByText('50% of the way from the start to the target')).toBeTruthy()
    const field = screen.getByRole('textbox', { name: 'Measured at the end' })
    const save = within(field.closest('form')!).getByRole('button', { name: 'Save' })
    await user.type(field, 'many')
    await user.click(save)
    expect(screen.getByText('Enter a number, for example 41 or 41.5.')).toBeTruthy()
    await user.clear(field)
    await user.type(field, '58,5')
    await user.click(save)
    const entered = sent.filter(({ route }) => route === 'enterReading').map(({ input }) => input)
    expect(entered).toEqual([expect.objectContaining({ moment: 'end', value: 58.5 })])
  })

  test('offers no such field to whoever only reads', async () => {
    const { challenge } = someMetrics()
    open(someMetrics({ challenge: { ...challenge, mayEnter: false } }))
    await screen.findByText('Would do it again')
    expect(screen.queryByRole('textbox')).toBeNull()
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
