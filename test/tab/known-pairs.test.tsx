import { describe, expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import { KnownPairs } from '../../tab/src/pages/matching-board/known-pairs.tsx'
import { show } from './support/show.tsx'

const looked: Out<'pairsFromList'> = {
  ready: 1,
  pairs: [{ line: 2, mentor: { id: 'ana', name: 'Ana Torres' }, mentee: { id: 'ben', name: 'Ben Okafor' } }],
  asideCount: 2,
  aside: [
    { line: 3, why: 'rule', rule: 'shared-reporting-line', value: 'Cem – Dora' },
    { line: 4, why: 'not-enrolled', value: 'Eli Moss' },
  ],
}
const list = () => new File(['mentor,mentee\nana,ben'], 'pairs.csv', { type: 'text/csv' })

describe('pairs that are known already', () => {
  test('are looked at first, each line with what is in its way, and pinned by one press', async () => {
    const { user, sent } = show(<KnownPairs cohortId="spring" />, { answers: { pairsFromList: looked } })
    await user.upload(screen.getByLabelText('Look at a list of pairs', { selector: 'input' }), list())
    expect(await screen.findByText('Ana Torres teaches Ben Okafor')).toBeTruthy()
    expect(screen.getByText(/Line 3 \(Cem – Dora\): One is above the other/)).toBeTruthy()
    expect(screen.getByText(/Line 4 \(Eli Moss\): has not enrolled/)).toBeTruthy()
    const applied = () => sent.map(({ input }) => (input as { apply?: boolean }).apply)
    expect(applied()).toEqual([false])
    await user.click(screen.getByRole('button', { name: 'Pin this pair' }))
    await waitFor(() => expect(screen.getByText('One pair is pinned.')).toBeTruthy())
    expect(applied()).toEqual([false, true])
  })

  test('where no line can be pinned there is nothing to press', async () => {
    const none = { ready: 0, pairs: [], asideCount: 1, aside: [looked.aside[0]!] }
    const { user } = show(<KnownPairs cohortId="spring" />, { answers: { pairsFromList: none } })
    await user.upload(screen.getByLabelText('Look at a list of pairs', { selector: 'input' }), list())
    expect(await screen.findByText('No pair on this list can be pinned.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Pin/ })).toBeNull()
  })
})
