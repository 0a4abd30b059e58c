// Applications: read alone, scored in a minute, decided with a reason.
import { describe, expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import Applications from '../../tab/src/pages/applications/index.tsx'
import { aFace } from './board-fixtures.ts'
import { problem, show } from './support/show.tsx'
import './wire.ts'

type View = Out<'applications'>
type One = View['applications'][number]
const scores = { patience: 3, subject: 4, motive: 2, courage: 4, discretion: 3 }
const answers = { motive: 'To be useful', dismissed: 'I ask why', report: 'Nothing', cancels: 'I call' }
const one = (overrides: Partial<One> = {}): One => ({
  ...{ participantId: 'p1', person: aFace(1, { name: 'Ana Ruiz' }), state: 'applied' },
  topics: [{ topic: 'ai-tools', level: 3 }],
  sent: { answers, at: '2026-12-01T09:00:00Z' },
  ...{ count: 0, mayReview: true, reviews: [], standing: 'waiting', apart: [] },
  ...overrides,
})
const view = (overrides: Partial<View> = {}, ...applications: One[]): View => ({
  ...{ isScreened: true, mayDecide: false, others: 0, more: 0, toRead: 0, applications },
  ...overrides,
})

describe('a reviewer', () => {
  test('reads what was answered, scores every criterion and sends it once', async () => {
    const sent: unknown[] = []
    const { user } = show(<Applications />, {
      answers: {
        applications: view({ others: 1, more: 12, toRead: 13 }, one()),
        reviewApplication: (input) => {
          sent.push(input)
          return { ok: true }
        },
      },
    })
    expect(await screen.findByText('13 applications to read')).toBeTruthy()
    expect(screen.getByText('I ask why')).toBeTruthy()
    expect(screen.getByText('No review yet')).toBeTruthy()
    expect(screen.getByText(/your own reporting line/)).toBeTruthy()
    expect(screen.getByText('12 more wait behind these.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Read and score' }))
    const send = screen.getByRole('button', { name: 'Send my review' })
    await user.click(send)
    expect(sent).toEqual([])
    for (const group of screen.getAllByRole('radiogroup').slice(0, 5))
      await user.click(within(group).getByRole('radio', { name: '3' }))
    await user.click(screen.getByRole('radio', { name: 'Yes' }))
    await user.click(screen.getByRole('button', { name: 'Send my review' }))
    expect(sent).toEqual([
      {
        ...{ id: 'p1', verdict: 'yes', note: '' },
        scores: { patience: 3, subject: 3, motive: 3, courage: 3, discretion: 3 },
      },
    ])
    expect(await screen.findByText('Your review of Ana Ruiz is in.')).toBeTruthy()
  })

  test('who has nothing to read is told so', async () => {
    show(<Applications />, { answers: { applications: view() } })
    expect(await screen.findByText('No application waits for you')).toBeTruthy()
  })
})

describe('whoever decides', () => {
  const differing = one({
    ...{ mayReview: false, count: 2, standing: 'differ', apart: ['courage'] },
    reviews: [
      { by: aFace(2, { name: 'Rita Vale' }), scores, verdict: 'yes', note: 'Calm and clear' },
      { by: aFace(3, { name: 'Otto Berg' }), scores: { ...scores, courage: 1 }, verdict: 'no', note: '' },
    ],
  })

  test('sees where the two differ, and what each said', async () => {
    show(<Applications />, { answers: { applications: view({ mayDecide: true }, differing) } })
    expect(await screen.findByText(/The reviewers differ/)).toBeTruthy()
    expect(screen.getByText('Far apart on Would disagree with a leader')).toBeTruthy()
    expect(screen.getByText('Rita Vale: Yes')).toBeTruthy()
    expect(screen.getByText('Calm and clear')).toBeTruthy()
  })

  test('gives a reason, and keeps it when the answer is no', async () => {
    const { user } = show(<Applications />, {
      answers: {
        applications: view({ mayDecide: true }, one({ mayReview: false, count: 1 })),
        decideParticipant: () => {
          throw problem(409, 'reviews-missing')
        },
      },
    })
    await user.type(await screen.findByLabelText('Reason'), 'Taught here last year')
    await user.click(screen.getByRole('button', { name: 'Accept' }))
    expect(await screen.findByText(/Two reviews are needed first/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('Taught here last year')
  })
})
