import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import MatchingBoard from '../../tab/src/pages/matching-board/index.tsx'
import { aBoard, aChart, aFace } from './board-fixtures.ts'
import { problem, show } from './support/show.tsx'
import './wire.ts'

const chart = aChart({ people: 60, mentors: 6, mentees: 3, pairs: 3 })
const matching: Out<'matching'> = {
  version: 'm1',
  objective: 'fairest',
  rules: [],
  weights: [{ part: 'topic', inWords: 'Topics.', points: 55, usual: 40, units: 12, least: 0, most: 1000 }],
}
const figures = {
  ...{ pairs: 3, score: 640, weakest: 120, mentors: 6, mentees: 3, placedMentors: 3, placedMentees: 3 },
  ...{ blockingPairs: 4, pairsGone: 1, pairsCome: 1, changedPeople: 14 },
  changed: [aFace(1, { name: 'Ada One' }), aFace(2, { name: 'Max One' })],
}
const scenarios: Out<'scenarios'>['scenarios'] = [
  { id: 's1', name: 'Wide', objective: 'best-total', state: 'done', unusual: ['location'], figures },
  { id: 's2', name: 'Fair', objective: 'fairest', state: 'running', unusual: [] },
]

async function open(more: Parameters<typeof show>[1] = {}) {
  const shown = show(<MatchingBoard />, {
    answers: {
      ...{ board: aBoard({}, chart), chart, matching, scenarios: { scenarios } },
      exclusions: { sources: [], exclusions: [], total: 0 },
      ...more.answers,
    },
  })
  await shown.user.click(await screen.findByRole('tab', { name: 'What counts' }))
  await screen.findByRole('columnheader', { name: 'Wide' })
  return shown
}

test('scenarios stand side by side: what each brings, and who changes', async () => {
  await open()
  const row = (name: string) => screen.getByRole('rowheader', { name }).closest('tr')!.textContent
  expect(row('Mentors with a partner')).toContain('3 of 6')
  expect(row('Pairs of people who would rather have each other')).toContain('4')
  expect(row('Compared with the proposals')).toContain('Parted: 1. New: 1.')
  expect(row('Who changes')).toContain('Ada One and Max One and 12 more')
  expect(row('Aim')).toContain('Best overall fit. 1 choice differs from the default.')
  expect(screen.getByText('Running')).toBeTruthy()
})

test('the proposals of now stand beside them, to compare with', async () => {
  const board = aBoard({}, chart)
  await open({ answers: { board } })
  await screen.findByRole('columnheader', { name: 'The proposals now' })
  const cells = (name: string) =>
    within(screen.getByRole('rowheader', { name }).closest('tr')!)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent)
  const weakest = Math.min(...board.pairings.map(({ score }) => score))
  expect(cells('Weakest pair')).toEqual([String(weakest), '120', ''])
  expect(cells('Mentees with a partner')).toEqual(['3 of 3', '3 of 3', ''])
  expect(cells('Compared with the proposals')).toEqual(['–', 'Parted: 1. New: 1.', ''])
})

test('what stands in the form is run under the name given to it', async () => {
  const { user, sent } = await open({ answers: { nameScenario: { id: 's3' } } })
  await user.type(screen.getByRole('textbox', { name: 'Name of the scenario' }), 'Topics first')
  await user.click(screen.getByRole('button', { name: 'Run as a scenario' }))
  await waitFor(() =>
    expect(sent).toContainEqual({
      route: 'nameScenario',
      input: {
        ...{ id: 'spring', name: 'Topics first', objective: 'fairest' },
        ...{ rules: {}, weights: { topic: 55 } },
      },
    }),
  )
})

test('one waits while a run is under way, and says so', async () => {
  const { user } = await open({
    answers: {
      publishScenario: () => {
        throw problem(409, 'run-under-way')
      },
    },
  })
  await user.click(screen.getByRole('button', { name: 'Make “Wide” the proposals' }))
  expect(await screen.findByText(/A run is under way/)).toBeTruthy()
})
