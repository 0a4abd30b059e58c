/** The list of people as a file: those who take part, as the page shows them, and nothing that a spreadsheet would run. */
import { expect, test } from '@jest/globals'
import { type PeopleCsvWords, peopleCsv } from '../../tab/src/pages/people/people-csv.ts'
import { personRow } from './support/fixtures.ts'

const keys = ['name', 'id', 'title', 'unit', 'location', 'manager', 'state', 'side'] as const
const more = ['topics', 'languages', 'partners', 'capacity', 'zone'] as const
const words: PeopleCsvWords = {
  header: Object.fromEntries([...keys, ...more].map((key) => [key, key])) as PeopleCsvWords['header'],
  stateOf: (state) => `is ${state}`,
  sideOf: (side) => `a ${side}`,
  topicsOf: (topics) => topics.map(({ topic }) => topic).join(', '),
}

test('each who takes part is a line, safe to open', () => {
  const row = personRow(1)
  const person = { ...row.person, name: '=HYPERLINK("http://bad")', jobTitle: 'Lead, Sales' }
  const csv = peopleCsv([{ ...row, person }, { person: personRow(2).person }], words)
  const [header, line, ...rest] = csv.trimEnd().split('\r\n')
  expect(header).toBe([...keys, ...more].join(','))
  expect(rest).toEqual([])
  expect(line).toContain(`"'=HYPERLINK(""http://bad"")"`)
  expect(line).toContain('"Lead, Sales"')
  expect(line).toContain(`is ${row.participant!.state},a ${row.participant!.side}`)
})
