import { describe, expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import MatchingBoard from '../../tab/src/pages/matching-board/index.tsx'
import { aBoard, aChart, aFace, aPairing } from './board-fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'
import './wire.ts'

const chart = aChart({ people: 60, mentors: 6, mentees: 3, pairs: 3 })
const pairing = aPairing(1, {
  id: 'one',
  mentor: aFace(1, { name: 'Ada One' }),
  mentee: aFace(2, { name: 'Max One' }),
})
const other = {
  person: aFace(4, { name: 'Eva Two' }),
  score: 90,
  parts: [],
  isWith: [aFace(3, { name: 'Ben Two' })],
}
const weighing: Out<'weighPair'> = {
  together: true,
  forMentor: [{ ...other, costsAtLeast: 35 }],
  forMentee: [{ ...other, person: aFace(5, { name: 'Kim Free' }), isWith: [] }],
}

async function openDetail(weighPair: Answers['weighPair']) {
  const shown = show(<MatchingBoard />, {
    answers: { board: aBoard({ pairings: [pairing] }, chart), chart, ...(weighPair ? { weighPair } : {}) },
  })
  await shown.user.click(await screen.findByRole('button', { name: 'Details of Ada One teaches Max One' }))
  await shown.user.click(await screen.findByRole('button', { name: 'Weigh the alternatives' }))
  return shown
}

describe('why not somebody else', () => {
  test('names the next best for each of the two, whom they are with, and what it would cost', async () => {
    const { sent } = await openDetail(weighing)
    expect(
      await screen.findByText('Private wishes aside, the best set of pairs puts these two together.'),
    ).toBeTruthy()
    const forAda = screen.getByRole('heading', { name: 'Next best for Ada One' }).closest('section')!
    expect(forAda.textContent).toContain(
      'Eva Two: 90 points. Is with Ben Two. The total would lose at least 35 points.',
    )
    const forMax = screen.getByRole('heading', { name: 'Next best for Max One' }).closest('section')!
    expect(forMax.textContent).toContain('Kim Free: 90 points. Has no partner. Someone would be left')
    expect(sent).toContainEqual({ route: 'weighPair', input: { id: 'spring', mentor: 'p1', mentee: 'p2' } })
  })

  test('says what a pair that is not the best costs, and which pairs would move', async () => {
    const two = (mentor: string, mentee: string) => ({
      mentor: aFace(8, { name: mentor }),
      mentee: aFace(9, { name: mentee }),
    })
    await openDetail({
      ...{ together: false, forMentor: [], forMentee: [] },
      cost: {
        ...{ pairs: 0, people: 0, points: 48 },
        ...{ made: [two('Ada One', 'Max One')], undone: [two('Ben Two', 'Max One')] },
      },
    })
    expect(await screen.findByText('Putting these two together would cost the total 48 points.')).toBeTruthy()
    expect(screen.getByText('Would part: Ben Two – Max One')).toBeTruthy()
  })

  test('says before points how many would be left without anybody', async () => {
    await openDetail({
      ...{ together: false, forMentor: [], forMentee: [] },
      cost: { pairs: 0, people: 1, points: -20, made: [], undone: [] },
    })
    const text = 'Putting these two together would leave 1 person without any partner.'
    expect(await screen.findByText(text)).toBeTruthy()
  })

  test('is not asked of a very large Cohort, and says so', async () => {
    await openDetail(() => {
      throw problem(409, 'too-many-to-weigh', { detail: { people: 9000, most: 6000 } })
    })
    expect(await screen.findByText(/With 9,000 people this takes too long/)).toBeTruthy()
  })
})

test('how groups fared has a place of its own, reached from the figure, with what is hidden', async () => {
  const tables: Out<'fairness'>['tables'] = [
    { by: 'side', groups: [{ group: 'mentor', people: 20, placed: 10, meanScore: 210.5 }], notShown: 0 },
    { by: 'grade', groups: [{ group: '4-6', people: 8, placed: 8, meanScore: 200 }], notShown: 7 },
  ]
  const { user } = show(<MatchingBoard />, {
    answers: { board: aBoard({}, chart), chart, fairness: { tables } },
  })
  await user.click(await screen.findByRole('button', { name: 'See group by group' }))
  expect(screen.getByRole('tab', { name: 'Fairness' }).getAttribute('aria-selected')).toBe('true')
  const side = await screen.findByRole('table', { name: 'By side' })
  expect(within(side).getByRole('row', { name: 'Mentor 20 10 (50%) 210.5' })).toBeTruthy()
  expect(screen.getByRole('rowheader', { name: 'Grades 4 to 6' })).toBeTruthy()
  expect(screen.getByText('7 people in groups not shown.')).toBeTruthy()
})

test('a group that fared far worse than the rest is marked', async () => {
  const tables: Out<'fairness'>['tables'] = [
    {
      by: 'country',
      groups: [
        { group: 'Norway', people: 50, placed: 40 },
        { group: 'Japan', people: 10, placed: 2 },
      ],
      notShown: 0,
    },
  ]
  const { user } = show(<MatchingBoard />, {
    answers: { board: aBoard({}, chart), chart, fairness: { tables } },
  })
  await user.click(await screen.findByRole('tab', { name: 'Fairness' }))
  expect((await screen.findByRole('rowheader', { name: /^Japan/ })).textContent).toMatch(
    /Well below the rest/,
  )
  expect(screen.getByRole('rowheader', { name: 'Norway' })).toBeTruthy()
})
