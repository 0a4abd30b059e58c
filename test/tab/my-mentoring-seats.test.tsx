import { describe, expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import Seats from '../../tab/src/pages/my-mentoring/seats.tsx'
import { ines, ruth } from './support/fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'

type Asked = Out<'mySeats'>['asked'][number]
const asked = (change: Partial<Asked> = {}): Asked => ({
  ...{
    id: 'h1',
    seat: 'sponsor',
    programName: 'Learning upward',
    statement: 'Leaders try what they decide.',
  },
  ...{ askedBy: ruth, from: ines, mayAccept: true },
  ...change,
})
const open = (one: Asked, answerSeat: Answers['answerSeat'] = { ok: true }) =>
  show(<Seats />, { answers: { mySeats: { asked: [one], held: [] }, ...(answerSeat ? { answerSeat } : {}) } })

describe('a seat that somebody is asked to take', () => {
  test('says who asks, for what, who has it today, and that nothing changes before the yes', async () => {
    const { user, sent } = open(asked())
    expect(await screen.findByText(/is asking you to be the Sponsor of Learning upward/)).toBeTruthy()
    expect(screen.getByText('Leaders try what they decide.')).toBeTruthy()
    expect(screen.getByText(ines.name)).toBeTruthy()
    expect(screen.getByText(/Nothing changes until you accept/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Accept' }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'answerSeat', input: { id: 'h1', answer: 'accepted' } }),
    )
  })

  test('is declined without a reason', async () => {
    const { user, sent } = open(asked())
    await user.click(await screen.findByRole('button', { name: 'Decline' }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'answerSeat', input: { id: 'h1', answer: 'declined' } }),
    )
  })

  test('the Organizer’s is not accepted without the role, and says where it comes from', async () => {
    const { user, sent } = open(asked({ seat: 'organizer', mayAccept: false }))
    expect(await screen.findByText(/IT grants it in Microsoft Entra/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Accept' }))
    expect(sent.some(({ route }) => route === 'answerSeat')).toBe(false)
  })

  test('that is asked of somebody else by now says so', async () => {
    const { user } = open(asked(), () => {
      throw problem(409, 'one-person-two-seats')
    })
    await user.click(await screen.findByRole('button', { name: 'Accept' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/have to be two different people/)
  })
})

describe('a role', () => {
  test('is asked for by its name, with what it is for', async () => {
    open(asked({ seat: 'stand-in' }))
    expect(await screen.findByText(/asks you to take a part in Learning upward: Stand-in/)).toBeTruthy()
    expect(screen.getByText(/On days that the Sponsor names/)).toBeTruthy()
  })

  test('that somebody has is given up', async () => {
    const held = [
      {
        cohortId: 'spring',
        programName: 'Learning upward',
        role: 'reviewer' as const,
        since: '2026-01-10T09:00:00Z',
      },
    ]
    const { user, sent } = show(<Seats />, {
      answers: { mySeats: { asked: [], held }, leavePart: { ok: true } },
    })
    await user.click(await screen.findByRole('button', { name: 'Give up: Reviewer, Learning upward' }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'leavePart', input: { id: 'spring', part: 'reviewer' } }),
    )
  })
})
