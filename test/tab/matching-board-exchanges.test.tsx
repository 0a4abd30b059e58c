// Pins and exchanges of Mentees: what they cost is said before, and each can be taken back.
import { describe, expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import MatchingBoard from '../../tab/src/pages/matching-board/index.tsx'
import { aBoard, aChart, aFace, aPairing, type Board } from './board-fixtures.ts'
import { type Answers, offline, problem, show } from './support/show.tsx'
import './wire.ts'

const chart = aChart({ people: 300, mentors: 30, mentees: 10, pairs: 10 })
const ada = aPairing(1, {
  id: 'one',
  mentor: aFace(1, { name: 'Ada One' }),
  mentee: aFace(2, { name: 'Max One' }),
  score: 200,
})
const ben = aPairing(2, {
  id: 'two',
  mentor: aFace(3, { name: 'Ben Two' }),
  mentee: aFace(4, { name: 'Eva Two' }),
  score: 100,
})
const small = (changes: Partial<Board> = {}) => aBoard({ pairings: [ada, ben], ...changes }, chart)

function open(board: Answers['board'] = small(), more: Answers = {}) {
  return show(<MatchingBoard />, { answers: { board, chart, ...more } })
}

describe('changing what the engine proposed', () => {
  test('a pin can be taken back from the message it left', async () => {
    const { user, sent } = open(small(), { setWish: { ok: true } })
    await user.click(await screen.findByRole('button', { name: 'Pin: Ada One teaches Max One' }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() =>
      expect(sent.filter(({ route }) => route === 'setWish').map(({ input }) => input['kind'])).toEqual([
        'pin',
        'clear',
      ]),
    )
  })

  const weighed = { weighSwaps: { others: [{ pairingId: 'two', cost: 115 }] } } satisfies Answers

  test('swapping by keyboard says the cost first, and undo takes back exactly this exchange', async () => {
    const { user, sent } = open(small(), {
      ...weighed,
      ...{ swapPairings: { ok: true, change: 7 }, undoSwap: { ok: true } },
    })
    const swap = await screen.findByRole('button', { name: 'Swap Mentees with… Ada One teaches Max One' })
    await user.click(swap)
    const picker = await screen.findByRole('dialog')
    await user.type(within(picker).getByRole('searchbox'), 'ben')
    await user.click(
      await within(picker).findByRole('button', { name: 'Swap: Ben Two teaches Eva Two. −115 points' }),
    )
    await waitFor(() => expect(document.activeElement).toBe(swap))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('The exchange is undone.')).toBeTruthy()
    expect(sent.filter(({ route }) => route === 'swapPairings')).toHaveLength(1)
    expect(sent.find(({ route }) => route === 'undoSwap')?.input).toEqual({ id: 'spring', change: 7 })
  })

  test('the cheapest exchange comes first, and one that a rule forbids cannot be pressed and says why', async () => {
    const cay = aPairing(3, {
      id: 'three',
      mentor: aFace(5, { name: 'Abe Three' }),
      mentee: aFace(6, { name: 'Kit Three' }),
    })
    const { user, sent } = open(small({ pairings: [ada, ben, cay] }), {
      weighSwaps: {
        others: [
          { pairingId: 'three', refused: { rule: 'same-manager', detail: {} } },
          { pairingId: 'two', cost: -20 },
        ],
      },
    })
    await user.click(
      await screen.findByRole('button', { name: 'Swap Mentees with… Ada One teaches Max One' }),
    )
    const picker = await screen.findByRole('dialog')
    const choices = await within(picker).findAllByRole('button', { name: /^Swap: / })
    expect(choices.map((choice) => choice.getAttribute('aria-label'))).toEqual([
      'Swap: Ben Two teaches Eva Two. +20 points',
      expect.stringMatching(/^Swap: Abe Three teaches Kit Three\. Not allowed: .+/),
    ])
    await user.click(choices[1]!)
    expect(sent.some(({ route }) => route === 'swapPairings')).toBe(false)
  })

  test('nothing can be exchanged while it is not known what it would cost', async () => {
    const { user } = open(small(), { weighSwaps: offline })
    await user.click(
      await screen.findByRole('button', { name: 'Swap Mentees with… Ada One teaches Max One' }),
    )
    const picker = await screen.findByRole('dialog')
    expect(await within(picker).findByRole('button', { name: 'Try again' })).toBeTruthy()
    expect(within(picker).queryByRole('button', { name: /^Swap: / })).toBeNull()
  })

  test('every exchange since the run is listed with its cost, and can be undone while its pairs stand', async () => {
    const before = [
      { mentor: ada.mentor, mentee: ben.mentee },
      { mentor: ben.mentor, mentee: ada.mentee },
    ]
    const change = { at: '2026-11-02T10:00:00Z', by: aFace(44, { name: 'Freya Organizer' }), before }
    const { user, sent } = open(
      small({
        proof: {
          ...{ certificate: 'verified', scope: 'all-allowed-pairs', gapPercent: 0 },
          changes: {
            ...{ count: 3, cost: 95 },
            list: [
              { ...change, number: 9, cost: 115, mayUndo: true },
              { ...change, number: 8, cost: -20, mayUndo: false },
            ],
          },
        },
      }),
      { undoSwap: { ok: true } },
    )
    const history = await screen.findByRole('region', { name: '3 exchanges by hand since the run' })
    expect(within(history).getByText('−115 points')).toBeTruthy()
    expect(within(history).getAllByText(/Before: Ada One teaches Eva Two and Ben Two/)).toHaveLength(2)
    expect(within(history).getAllByText(/Freya Organizer, /)).toHaveLength(2)
    expect(within(history).getByText('Undo the later exchange of these pairs first.')).toBeTruthy()
    expect(within(history).getByText('One earlier exchange is not listed.')).toBeTruthy()
    await user.click(
      within(history).getByRole('button', { name: 'Undo the exchange of Ada One and Ben Two' }),
    )
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'undoSwap', input: { id: 'spring', change: 9 } }),
    )
  })

  test('closing the swap without a choice leads back to where it was opened', async () => {
    const { user } = open(small(), weighed)
    const swap = await screen.findByRole('button', { name: 'Swap Mentees with… Ada One teaches Max One' })
    await user.click(swap)
    await user.click(await screen.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(document.activeElement).toBe(swap))
  })

  test('a swap begun in the details can be typed into at once, and closing it leads back to the row', async () => {
    const { user } = open(small(), weighed)
    const fromRow = await screen.findByRole('button', {
      name: 'Swap Mentees with… Ada One teaches Max One',
    })
    await user.click(fromRow)
    await user.click(await screen.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(document.activeElement).toBe(fromRow))
    const row = screen.getByRole('button', { name: 'Details of Ada One teaches Max One' })
    await user.click(row)
    await user.click(await screen.findByRole('button', { name: 'Swap Mentees with…' }))
    const dialog = await screen.findByRole('dialog', { name: /^Swap .*Mentee with/ })
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole('searchbox')))
    await user.keyboard('nobody of this name')
    expect(await screen.findByText('No pair matches this search.')).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(document.activeElement).toBe(row))
  })

  test('a Mentee dropped onto another pair is asked about with the cost, and swapped when that is pressed', async () => {
    const { user, sent } = open(small(), { ...weighed, swapPairings: { ok: true, change: 1 } })
    await screen.findByText('Max One')
    const carried = new Map<string, string>()
    const dataTransfer = {
      setData: (type: string, value: string) => carried.set(type, value),
      getData: (type: string) => carried.get(type) ?? '',
      get types() {
        return [...carried.keys()]
      },
    }
    fireEvent.dragStart(screen.getByText('Max One'), { dataTransfer })
    fireEvent.dragOver(screen.getByText('Ben Two'), { dataTransfer })
    fireEvent.drop(screen.getByText('Ben Two'), { dataTransfer })
    const onto = await screen.findByRole('button', { name: /^Swap: Ben Two teaches Eva Two\. −115 points/ })
    expect(sent.some(({ route }) => route === 'swapPairings')).toBe(false)
    await user.click(onto)
    await waitFor(() =>
      expect(sent).toContainEqual({
        route: 'swapPairings',
        input: { id: 'spring', first: 'one', second: 'two' },
      }),
    )
  })

  test('a refused swap says which rule is in the way', async () => {
    const { user } = open(small(), {
      ...weighed,
      swapPairings: () => {
        throw problem(409, 'same-manager')
      },
    })
    await user.click(
      await screen.findByRole('button', { name: 'Swap Mentees with… Ada One teaches Max One' }),
    )
    await user.click(await screen.findByRole('button', { name: /^Swap: Ben Two teaches Eva Two/ }))
    expect(await screen.findByText(/Both report to the same manager\. Nothing was changed\./)).toBeTruthy()
  })

  test('closing the details leads back to where the reader was', async () => {
    const { user } = open()
    const row = await screen.findByRole('button', { name: 'Details of Ada One teaches Max One' })
    await user.click(row)
    await user.click(await screen.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(document.activeElement).toBe(row))
  })

  test('the details name every part with its points, adding up to the score', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Details of Ada One teaches Max One' }))
    const table = within(await screen.findByRole('table', { name: 'Score in parts' }))
    expect(table.getByText('Allowed by every rule')).toBeTruthy()
    const numbers = table
      .getAllByRole('row')
      .slice(1)
      .map((row) => Number(row.lastElementChild?.textContent))
    expect(numbers.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(
      ada.parts.reduce((sum, { points }) => sum + points, 0),
    )
  })
})
