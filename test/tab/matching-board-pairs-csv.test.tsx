import { expect, test } from '@jest/globals'
import { pairsCsv } from '../../tab/src/pages/matching-board/pairs-csv.ts'
import { aFace, aPairing } from './board-fixtures.ts'

const words = {
  side: { mentor: 'Mentor', mentee: 'Mentee' },
  person: { title: 'title', unit: 'unit', place: 'place' },
  ...{ state: 'State', fit: 'Fit', points: 'Points', why: 'Why', pinned: 'Pinned' },
  stateOf: (state: string) => state,
  whyOf: ({ reason }: { reason: string }) => reason,
  yesNo: (on: boolean) => (on ? 'yes' : 'no'),
}

test('the file has a line for each pair, with both people, the fit and why', () => {
  const pair = aPairing(1, {
    mentor: aFace(1, { name: 'Ada "One"', department: 'Sales, North' }),
    mentee: aFace(2, { name: 'Max' }),
    ...{ score: 100, reason: 'Wants what is offered.' },
  })
  const [header, row, end] = pairsCsv([pair], 200, words).split('\r\n')
  expect(header).toBe(
    'Mentor,Mentor: title,Mentor: unit,Mentor: place,Mentee,Mentee: title,Mentee: unit,Mentee: place,State,Fit,Points,Pinned,Why',
  )
  expect(row).toMatch(
    /^"Ada ""One""",Analyst,"Sales, North",.*,Max,.*,proposed,50,100,no,Wants what is offered\.$/,
  )
  expect(end).toBe('')
})

test('no spreadsheet runs what somebody has for a name or a title', () => {
  const pair = aPairing(1, {
    mentor: aFace(1, { name: '=HYPERLINK("http://bad.example")', jobTitle: '+1' }),
    mentee: aFace(2, { name: '@SUM(A1)', department: '-2' }),
  })
  const [, row] = pairsCsv([pair], 200, words).split('\r\n')
  expect(row).toContain(`"'=HYPERLINK(""http://bad.example"")",'+1`)
  expect(row).toContain(`'@SUM(A1)`)
  expect(row).toContain(`,'-2,`)
})
