import { expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import MatchingBoard from '../../tab/src/pages/matching-board/index.tsx'
import { aBoard, aChart, aFace, aPairing } from './board-fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'
import './wire.ts'

const chart = aChart({ people: 60, mentors: 6, mentees: 3, pairs: 3 })
const ways = { ranking: true, requests: true, requestDays: 7, version: 'w1' }
const answers: Answers = {
  board: aBoard({}, chart),
  chart,
  ways,
  matching: { version: 'm1', objective: 'best-total', rules: [], weights: [] },
  exclusions: { sources: [], exclusions: [], total: 0 },
  scenarios: { scenarios: [] },
}

async function open(more: Answers = {}) {
  const shown = show(<MatchingBoard />, { answers: { ...answers, ...more } })
  await shown.user.click(await screen.findByRole('tab', { name: 'What counts' }))
  await screen.findByRole('switch', { name: /^Rank up to five/ })
  return shown
}

test('the Organizer chooses what people may say, and how long a request waits', async () => {
  let now = ways
  const { user, sent } = await open({
    ways: () => now,
    changeWays: ({ ranking, requests, requestDays }) => {
      now = { ranking, requests, requestDays, version: 'w2' }
      return now
    },
  })
  const save = screen.getByRole('button', { name: 'Save choices' })
  expect(save.getAttribute('aria-disabled')).toBe('true')
  await user.click(screen.getByRole('switch', { name: /^Rank up to five/ }))
  const days = screen.getByRole('spinbutton', { name: 'A request expires after (days)' })
  await user.clear(days)
  await user.type(days, '31')
  expect(screen.getByText('Enter a whole number from 1 to 30.')).toBeTruthy()
  await user.click(save)
  expect(sent.some(({ route }) => route === 'changeWays')).toBe(false)
  await user.clear(days)
  await user.type(days, '10')
  await user.click(save)
  expect(await screen.findByText('Saved. It applies from now on.')).toBeTruthy()
  expect(sent).toContainEqual({
    route: 'changeWays',
    input: { id: 'spring', version: 'w1', ranking: false, requests: true, requestDays: 10 },
  })
  await waitFor(() => expect(save.getAttribute('aria-disabled')).toBe('true'))
})

test('what cannot be changed any more says why', async () => {
  const { user } = await open({
    changeWays: () => {
      throw problem(409, 'stage-out-of-order', { detail: { stage: 'closed' } })
    },
  })
  await user.click(screen.getByRole('switch', { name: /^Ask one person/ }))
  expect(screen.queryByRole('spinbutton', { name: 'A request expires after (days)' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Save choices' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/\S/)
})

test('a pair that both asked for says so, in the list and in its details', async () => {
  const pair = aPairing(1, {
    mentor: aFace(1, { name: 'Ada One' }),
    mentee: aFace(2, { name: 'Max One' }),
    pinned: true,
    pinnedBy: 'both',
  })
  const own = aPairing(2, { pinned: true, pinnedBy: 'organizer' })
  const { user } = show(<MatchingBoard />, {
    answers: { ...answers, board: aBoard({ pairings: [pair, own] }, chart) },
  })
  expect(await screen.findAllByText('Both asked')).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Details of Ada One teaches Max One' }))
  expect(await screen.findByText(/^Both asked for it: /)).toBeTruthy()
})

test('pairs that did not begin are named together, never with who it was', async () => {
  const didNotBegin = [
    { id: 'off', mentor: aFace(1, { name: 'Ada One' }), mentee: aFace(2, { name: 'Max One' }) },
  ]
  const { user } = show(<MatchingBoard />, {
    answers: { ...answers, board: aBoard({ didNotBegin }, chart), fairness: { tables: [] } },
  })
  await user.click(await screen.findByRole('tab', { name: /^Without a partner/ }))
  const panel = (await screen.findByRole('heading', { name: '1 pairing didn’t go ahead' })).closest(
    'section',
  )!
  expect(within(panel).getByText('Ada One and Max One')).toBeTruthy()
  expect(panel.textContent).not.toMatch(/declined|by /)
})
