// Approving: what is said before it, its ten seconds, thousands at once, and what comes next.
import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import MatchingBoard from '../../tab/src/pages/matching-board/index.tsx'
import { aBoard, aChart, aFace, aLook, aPairing, type Board } from './board-fixtures.ts'
import { type Answers, never, show } from './support/show.tsx'
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

describe('approving', () => {
  const approval = (changes: object): NonNullable<Board['approval']> => ({
    ...{ id: 'a1', runId: 'run1', state: 'waiting', of: 2, done: 0, approved: 0, refused: [] },
    ...changes,
  })
  const asked = { id: 'a1', of: 2, undoUntil: '2026-11-16T09:00:10Z' }
  const inWindow = { undoUntil: '2026-11-16T09:00:10Z', now: '2026-11-16T09:00:00Z' }

  test('asks first: whom it reaches, when it begins, and what stands against it; looking again approves nothing', async () => {
    const { user, sent } = open(small(), {
      beforeApproval: aLook({
        ...{ pairs: 2, told: 4 },
        holidays: { known: true, sessions: 3, of: 12, days: ['2026-12-25', '2027-01-01'] },
        nobody: {
          ...{ mentees: 1, mentors: 6 },
          people: [
            { person: aFace(7, { name: 'Pooja Leader' }), side: 'mentee', cause: 'common-language' },
            ...[8, 9, 10, 11].map((i) => ({
              person: aFace(i),
              side: 'mentor' as const,
              cause: 'since-the-run',
            })),
          ],
        },
        oldRules: { count: 1, people: [ben.mentor] },
        weakest: [{ id: 'two', mentor: ben.mentor, mentee: ben.mentee, score: 100 }],
      }),
    })
    await user.click(await screen.findByRole('button', { name: 'Approve all 2 pairs' }))
    const sheet = await screen.findByRole('dialog', { name: 'Approve 2 pairs?' })
    expect(
      await within(sheet).findByText(
        '4 people are told. Each gets a card from the bot and an invitation in Outlook.',
      ),
    ).toBeTruthy()
    const said = sheet.textContent!
    expect(said).toContain('First sessions between December 7, 2026 and December 27, 2026')
    expect(said).toContain('3 of 12 sessions are due in a week with a holiday (Dec 25 and Jan 1).')
    expect(said).toContain('1 Mentee has nobody · 6 Mentors have nobody')
    expect(said).toMatch(/Pooja Leader \(Mentee\): /)
    expect(said).toContain('and 3 more')
    expect(said).toContain('1 person hasn’t accepted the newest ground rules')
    expect(said).toContain('Ben Two teaches Eva Two: 100 points')
    await user.click(within(sheet).getByRole('button', { name: 'Look again' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent.some(({ route }) => route === 'approvePairings')).toBe(false)
  })

  test('says it where no holidays are entered, and cannot be approved before it is known what it brings', async () => {
    const unknown = aLook({ holidays: { known: false, sessions: 0, of: 12, days: [] } })
    const { user, unmount } = open(small(), { beforeApproval: unknown })
    await user.click(await screen.findByRole('button', { name: 'Approve all 2 pairs' }))
    expect(await screen.findByText(/^Not everybody’s country is known/)).toBeTruthy()
    unmount()
    const away = open(small(), { beforeApproval: () => never() })
    await away.user.click(await screen.findByRole('button', { name: 'Approve all 2 pairs' }))
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Approve 2 pairs' })
    expect(button.disabled).toBe(true)
  })

  test('the picked pairs only, counts ten seconds down, and undo takes it back', async () => {
    let now: Board['approval']
    const { user, sent } = open(() => small(now ? { approval: now } : {}), {
      beforeApproval: aLook({ pairs: 1, told: 2 }),
      approvePairings: () => {
        now = approval({ of: 1, ...inWindow })
        return { ...asked, of: 1 }
      },
      undoApproval: () => {
        now = approval({ state: 'undone', of: 1 })
        return { ok: true }
      },
    })
    await user.click(await screen.findByRole('checkbox', { name: 'Select Ben Two teaches Eva Two' }))
    await user.click(screen.getByRole('button', { name: 'Approve 1 selected' }))
    const yes = await screen.findByRole<HTMLButtonElement>('button', { name: 'Approve 1 pair' })
    await waitFor(() => expect(yes.disabled).toBe(false))
    await user.click(yes)
    expect(sent).toContainEqual({ route: 'approvePairings', input: { id: 'spring', pairingIds: ['two'] } })
    expect(await screen.findByText('1 pair is about to be approved. Nobody has been told yet.')).toBeTruthy()
    expect(screen.getByText(/^in (10|9) seconds$/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Taken back. Nobody was told anything.')).toBeTruthy()
    expect(sent).toContainEqual({ route: 'undoApproval', input: { id: 'spring', approvalId: 'a1' } })
    expect(screen.queryByText(/pairs? approved/)).toBeNull()
  })

  test('says who has not finished the training, and sends the reason for approving them all the same', async () => {
    const untrained = {
      ...{ count: 1, pairs: 1 },
      people: [{ person: ben.mentor, side: 'mentor' as const, left: 3 }],
    }
    const { user, sent } = open(small(), { beforeApproval: aLook({ untrained }), approvePairings: asked })
    await user.click(await screen.findByRole('button', { name: 'Approve all 2 pairs' }))
    const sheet = await screen.findByRole('dialog', { name: 'Approve 2 pairs?' })
    await within(sheet).findByText('1 person hasn’t finished the training')
    expect(sheet.textContent).toContain('Ben Two (Mentor): 3 lessons to go')
    const reason = within(sheet).getByRole('combobox', {
      name: '1 pair is held back until both have finished',
    })
    expect(reason).toHaveProperty('value', '')
    await user.selectOptions(reason, 'Approve them: mentored before')
    await user.click(within(sheet).getByRole('button', { name: 'Approve 2 pairs' }))
    await waitFor(() =>
      expect(sent).toContainEqual({
        route: 'approvePairings',
        input: { id: 'spring', pairingIds: 'all', waiver: 'mentored-before' },
      }),
    )
  })

  test('names the rule for each "no", without a word of the service', async () => {
    const refused = [
      { pairingId: 'one', code: 'not-taking-part', detail: { personId: ada.mentor.id } },
      {
        ...{ pairingId: 'two', code: 'shared-reporting-line' },
        detail: { above: ben.mentee.id, below: ben.mentor.id },
      },
    ]
    open(small({ approval: approval({ state: 'done', done: 2, refused }) }))
    expect(await screen.findByText(/Eva Two is above Ben Two in the reporting line\./)).toBeTruthy()
    expect(screen.getByText(/: Ada One can’t be paired now/)).toBeTruthy()
    expect(screen.queryByText(/not-taking-part/)).toBeNull()
  })

  test('says afterwards what happens by itself and what is left to do', async () => {
    const done = [ada, ben].map((one) => ({ ...one, state: 'approved' as const }))
    const { user } = open(small({ pairings: done, booking: { booked: 9, waiting: 0, failed: 1 } }))
    expect(await screen.findByRole('heading', { name: 'What’s next' })).toBeTruthy()
    expect(screen.getByText(/^1 pair has no time that fits both\./)).toBeTruthy()
    expect(screen.getByText(/^9 pairs have their times in both calendars/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open Schedule' }).getAttribute('href')).toBe('#/schedule')
    await user.click(screen.getAllByRole('button', { name: 'See who' })[0]!)
    expect(screen.getByRole('tab', { name: /^Without a partner/ }).getAttribute('aria-selected')).toBe('true')
  })
})

describe('approving thousands', () => {
  const many = (changes: object) => ({
    ...{
      id: 'a1',
      runId: 'run1',
      state: 'running' as const,
      of: 5000,
      done: 1210,
      approved: 1200,
      refused: [],
    },
    ...changes,
  })

  test('tells how far it is and can be stopped; meanwhile nothing else is begun', async () => {
    const { user, sent } = open(small({ approval: many({}) }), { cancelRun: { ok: true } })
    expect(await screen.findByText('1,200 of 5,000 approved')).toBeTruthy()
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('1210')
    for (const name of ['Propose again', 'Approve all 2 pairs'])
      expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Stop approving' }))
    expect(sent).toContainEqual({ route: 'cancelRun', input: { id: 'run1' } })
  })

  test('says so when it is over, and names what was refused as long as it is undecided', async () => {
    let approval: Board['approval'] = many({})
    const refused = [
      { pairingId: 'two', code: 'capacity', detail: { personId: ben.mentor.id } },
      { pairingId: 'gone', code: 'not-found' },
    ]
    const { user } = open(() => small({ pairings: [ben], approval: approval! }))
    await screen.findByText('1,200 of 5,000 approved')
    approval = many({ state: 'done', done: 5000, approved: 4998, refused })
    expect(await screen.findByText('4,998 pairs approved. Their times are being booked.')).toBeTruthy()
    const left = screen.getByText('1 pair was not approved:').closest('[role=group], .fui-MessageBar')!
    expect(left.textContent).toContain('Ben Two teaches Eva Two')
    await user.click(within(left as HTMLElement).getByRole('button', { name: 'Close' }))
    expect(screen.queryByText('1 pair was not approved:')).toBeNull()
  })

  test('is told when it is over before the board was asked again', async () => {
    let approval: Board['approval']
    const { user } = open(() => small(approval ? { approval } : {}), {
      beforeApproval: aLook(),
      approvePairings: () => {
        approval = many({ state: 'done', of: 2, done: 2, approved: 2 })
        return { id: 'a1', of: 2, undoUntil: '2026-11-16T09:00:10Z' }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Approve all 2 pairs' }))
    const yes = await screen.findByRole<HTMLButtonElement>('button', { name: 'Approve 2 pairs' })
    await waitFor(() => expect(yes.disabled).toBe(false))
    await user.click(yes)
    expect(await screen.findByText('2 pairs approved. Their times are being booked.')).toBeTruthy()
  })
})
