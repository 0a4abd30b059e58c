import { describe, expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import { fitted, rowHeight, toScreen } from '../../tab/src/pages/matching-board/chart-camera.ts'
import { layoutChart } from '../../tab/src/pages/matching-board/chart-layout.ts'
import MatchingBoard from '../../tab/src/pages/matching-board/index.tsx'
import { aBoard, aChart, aFace, aLook, aPairing, type Board } from './board-fixtures.ts'
import { type Answers, never, offline, problem, show } from './support/show.tsx'
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

describe('the board', () => {
  test('says in one line who is placed, who is not, that it is proven, and how fair it is', async () => {
    open(aBoard({}, chart))
    expect(
      await screen.findByText('Proven: no better set of pairs exists among all allowed pairs'),
    ).toBeTruthy()
    expect(screen.getByText('10 of 30 Mentors and 10 of 10 Mentees have a partner')).toBeTruthy()
    expect(
      screen.getByText(/^20 with a partner \+ 20 without \+ 3 not taking part = 43 people enrolled$/),
    ).toBeTruthy()
  })

  test('says how often two people would both be better off together, or that nobody would', async () => {
    const fairness = { fairness: { tables: [] } }
    const first = open(small({ blockingPairs: 0 }), fairness)
    await first.user.click(await screen.findByRole('tab', { name: 'Fairness' }))
    expect(await screen.findByText('No two people would both score higher with each other')).toBeTruthy()
    first.unmount()
    const { user } = open(small({ blockingPairs: 3 }), fairness)
    await user.click(await screen.findByRole('tab', { name: 'Fairness' }))
    expect(await screen.findByText(/^3 pairs of people would both score higher/)).toBeTruthy()
    expect(screen.getByText(/^Each of the two would fit better with the other/)).toBeTruthy()
  })

  test('does not call what was changed by hand proven, and says what the changes cost', async () => {
    open(
      small({
        proof: {
          ...{ certificate: 'verified', scope: 'all-allowed-pairs', gapPercent: 0 },
          changes: { count: 2, cost: 780 },
        },
      }),
    )
    expect(
      await screen.findByText('Proven before your 2 changes. Together that cost 780 points.'),
    ).toBeTruthy()
    expect(screen.queryByText('Proven')).toBeNull()
    expect(screen.queryByText(/no better set of pairs exists/)).toBeNull()
  })

  test('names the gap when the proof leaves one, and never calls a failed proof proven', async () => {
    const { unmount } = open(
      small({
        proof: { certificate: 'verified', scope: 'all-allowed-pairs', gapPercent: 0.004 },
      }),
    )
    expect(await screen.findByText('At most 0.004 % below the best possible set of pairs')).toBeTruthy()
    unmount()
    open(small({ proof: { certificate: 'failed', scope: 'all-allowed-pairs', gapPercent: 0 } }))
    expect(await screen.findByText('Unproven')).toBeTruthy()
    expect(screen.queryByText(/^Proven/)).toBeNull()
  })

  test('builds the reason from the parts, the weightiest first', async () => {
    const parts = [
      { part: 'hours', points: 12, detail: { minutes: 330 } },
      { part: 'topic', points: 90, detail: { topics: 'ai-tools, inclusion', worth: 10 } },
    ]
    open(small({ pairings: [{ ...ada, parts }] }))
    expect(
      await screen.findByText(
        'Offered and wanted: AI tools and inclusion; 5.5 working hours a day in common.',
      ),
    ).toBeTruthy()
  })

  test('renders only the rows in sight of 5,000 pairs', async () => {
    open(small({ pairings: Array.from({ length: 5000 }, (_, i) => aPairing(i)) }))
    const list = await screen.findByRole('list', { name: 'Proposals' })
    expect(screen.getByText('5,000 pairs')).toBeTruthy()
    expect(within(list).getAllByRole('checkbox').length).toBeLessThan(60)
  })
})

describe('at first sight', () => {
  test('a Mentee without a Mentor comes before any number of Mentors', async () => {
    const lone = (n: number, side: 'mentor' | 'mentee', cause: string) => ({
      person: aFace(n, { name: `Lone ${n}` }),
      ...{ side, cause, detail: {}, smallestChange: '' },
    })
    const { user } = open(
      small({
        unplaced: [
          ...[1, 2, 3].map((n) => lone(300 + n, 'mentor', 'partners-taken')),
          lone(399, 'mentee', 'common-language'),
        ],
      }),
    )
    const tile = (await screen.findByText('Mentees without a Mentor')).closest('div')!
    expect(tile.textContent).toMatch(/Mentees without a Mentor1and 3 Mentors without a Mentee/)
    await user.click(within(tile).getByRole('button', { name: 'See who' }))
    expect(screen.getAllByText(/^Lone /).map(({ textContent }) => textContent)[0]).toBe('Lone 399')
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(headings).toEqual(['One Mentee without a Mentor', '3 Mentors without a Mentee'])
  })

  test('how well a pair fits is said against the strongest one, and the points where they are explained', async () => {
    const { user } = open()
    const list = await screen.findByRole('list', { name: 'Proposals' })
    expect(within(list).getByText('100%')).toBeTruthy()
    expect(within(list).getByText('50%')).toBeTruthy()
    expect(screen.getByText(/The strongest pair on this board is 100%/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Details of Ben Two teaches Eva Two' }))
    expect(
      await screen.findByText('Fit: 50%. 100 points; the strongest pair on this board has 200.'),
    ).toBeTruthy()
  })

  test('signs and colors have words, and each pair can be approved where it stands', async () => {
    const { user, sent } = open(small(), { beforeApproval: aLook({ pairs: 1, told: 2 }) })
    const pin = await screen.findByRole('button', { name: 'Pin: Ada One teaches Max One' })
    expect(pin.title).toBe('Keep together in the next run')
    expect(screen.getByText('What the colors mean')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Approve Ben Two teaches Eva Two' }))
    await waitFor(() =>
      expect(sent).toContainEqual({
        route: 'beforeApproval',
        input: expect.objectContaining({ pairingIds: ['two'] }),
      }),
    )
    expect(sent.some(({ route }) => route === 'approvePairings')).toBe(false)
  })
})

describe('before there is anything', () => {
  test('the board does not claim that everybody has a partner', async () => {
    const { user } = open(
      small({ run: null, totals: null, proof: null, pairings: [], unplaced: [], notTakingPart: [] }),
    )
    await user.click(await screen.findByRole('tab', { name: 'Without a partner' }))
    expect(screen.getByText(/^Nobody has been paired yet\..* left over stands here/)).toBeTruthy()
    await user.click(screen.getByRole('tab', { name: 'Not taking part' }))
    expect(screen.getByText(/^Nobody has been paired yet\..* takes no part stands here/)).toBeTruthy()
    expect(screen.queryByText(/^Everyone who/)).toBeNull()
  })

  test('with nobody on one side nothing is called proven or fair', async () => {
    const none = { mentees: 0, placedMentees: 0, placedMentors: 0, pairs: 0, score: 0 }
    open(small({ totals: { ...small().totals!, ...none }, pairings: [] }))
    expect(await screen.findByText('Nobody on the Mentee side is taking part yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open People' })).toBeTruthy()
    expect(screen.queryByText(/Proven/)).toBeNull()
    expect(screen.queryByText('Best overall fit')).toBeNull()
  })

  test('the page says what to do first', async () => {
    open(small({ run: null, totals: null, proof: null, pairings: [], unplaced: [], notTakingPart: [] }))
    expect(await screen.findByRole('heading', { name: 'Nobody is paired yet' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Propose pairs' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Approve/ })).toBeNull()
  })

  test('the page shows that it loads, and offers to try again when the network is gone', async () => {
    const { unmount } = open(never)
    expect(screen.getByText(/^Loading/)).toBeTruthy()
    unmount()
    let gone = true
    const { user } = open(() => (gone ? offline() : small()))
    const again = await screen.findByRole('button', { name: 'Try again' })
    gone = false
    await user.click(again)
    expect(await screen.findByText('Ada One')).toBeTruthy()
  })
})

describe('proposing', () => {
  test('asks what to aim for and sends it', async () => {
    const { user, sent } = open(small(), { propose: { runId: 'r2' } })
    await user.click(await screen.findByRole('button', { name: 'Propose again' }))
    await screen.findByRole('radiogroup', { name: 'What to aim for' })
    await user.click(screen.getByRole('radio', { name: /^Strongest weakest pair/ }))
    await user.click(screen.getByRole('button', { name: 'Start the run' }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'propose', input: { id: 'spring', objective: 'fairest' } }),
    )
  })

  test('the choice is put away once the run has begun, and stays so when it is over', async () => {
    const start = small()
    let run = start.run!
    const { user } = open(() => small({ run }), {
      propose: () => {
        run = { ...run, state: 'running' }
        return { runId: 'r2' }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Propose again' }))
    await user.click(await screen.findByRole('button', { name: 'Start the run' }))
    const stop = await screen.findByRole('button', { name: 'Stop the run' })
    expect(screen.queryByRole('radiogroup', { name: 'What to aim for' })).toBeNull()
    expect(document.activeElement?.contains(stop)).toBe(true)
    expect(document.activeElement).not.toBe(document.body)
    run = { ...run, state: 'done' }
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop the run' })).toBeNull())
    expect(screen.queryByRole('radiogroup', { name: 'What to aim for' })).toBeNull()
  })

  test('draws the new arcs as soon as the run is over', async () => {
    const runs = ['running', 'done'] as const
    let turn = 0
    const { user, sent } = open(() => small({ run: { ...small().run!, state: runs[Math.min(turn++, 1)]! } }))
    await user.click(await screen.findByRole('tab', { name: 'Organization chart' }))
    const asked = () => sent.filter(({ route }) => route === 'chart').length
    await waitFor(() => expect(asked()).toBe(2))
  })

  test('shows the phase and how far it is while a run works', async () => {
    const run = {
      ...small().run!,
      state: 'running' as const,
      phase: 'every-pair',
      done: 64,
      of: 180,
    }
    open(small({ run }))
    expect(await screen.findByText('Looking at every allowed pair: 64 of 180')).toBeTruthy()
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('64')
  })

  test.each([
    ['chart-not-read', undefined, /the organization chart hasn’t been read yet/],
    [
      'exclusions-unreadable',
      'blocks',
      /the list of people that others don’t want to be paired with couldn’t/,
    ],
    ['exclusions-unreadable', 'of-another-version', /a list of people who must not be paired couldn’t be/],
    ['certificate-failed', undefined, /couldn’t be proven right/],
    ['other', undefined, /because of a fault in the service/],
    [undefined, undefined, /because of a fault in the service/],
  ] as const)(
    'a run that failed (%s %s) says why, and that nothing was changed',
    async (code, source, why) => {
      const said = {
        failure: 'Source closed.',
        ...(code ? { failureCode: code } : {}),
        ...(source ? { failureSource: source } : {}),
      }
      open(small({ run: { ...small().run!, state: 'failed', ...said } }))
      const text = await screen.findByText(why)
      expect(text.textContent).toMatch(/Nothing was changed\.$/)
      expect(screen.getByText('Source closed.').lang).toBe('en')
    },
  )

  test('why a run failed is said in the language of the reader', async () => {
    const run = { ...small().run!, state: 'failed' as const, failureCode: 'chart-not-read' as const }
    show(<MatchingBoard />, { answers: { board: small({ run }), chart }, locale: 'es' })
    expect(await screen.findByText(/aún no se ha leído el organigrama\./)).toBeTruthy()
  })
})

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

describe('the details of a pair', () => {
  test('that was approved end it after a question, and look for other partners when that is wanted', async () => {
    const live = { ...ada, state: 'active' as const }
    const { user, sent } = open(small({ pairings: [live, ben] }), {
      endPairing: { ok: true },
      propose: { runId: 'run2' },
    })
    await user.click(await screen.findByRole('button', { name: 'Details of Ada One teaches Max One' }))
    await user.click(await screen.findByRole('button', { name: 'End this pairing…' }))
    const sheet = await screen.findByRole('region', { name: 'End the pairing of Ada One and Max One?' })
    expect(sheet.textContent).toMatch(/Both are told in neutral words/)
    await user.click(within(sheet).getByRole('button', { name: 'Keep the pairing' }))
    expect(sent.some(({ route }) => route === 'endPairing')).toBe(false)
    await user.click(await screen.findByRole('button', { name: 'End this pairing…' }))
    await user.click(await screen.findByRole('button', { name: 'End it and find other partners' }))
    expect(await screen.findByText(/has ended\. Other partners are being looked for\.$/)).toBeTruthy()
    const did = sent.map(({ route }) => route).filter((route) => ['endPairing', 'propose'].includes(route))
    expect(did).toEqual(['endPairing', 'propose'])
  })

  test('lead on to the next pair of the list as it stands, and no further than its ends', async () => {
    const { user } = open()
    await user.selectOptions(await screen.findByLabelText('Sort by'), 'Score, lowest first')
    await user.click(screen.getByRole('button', { name: 'Details of Ben Two teaches Eva Two' }))
    const details = await screen.findByRole('dialog', { name: 'Details' })
    expect(within(details).getByText('1 of 2')).toBeTruthy()
    const next = within(details).getByRole('button', { name: 'Next pair' })
    await user.click(next)
    expect(await within(details).findByText('Ada One')).toBeTruthy()
    expect(within(details).queryByText('Ben Two')).toBeNull()
    expect(within(details).getByText('2 of 2')).toBeTruthy()
    await user.click(next)
    expect(within(details).getByText('Ada One')).toBeTruthy()
    expect(document.activeElement).toBe(next)
  })
})

describe('what the Organizer decided', () => {
  const wishes = [
    { mentor: ada.mentor, mentee: ben.mentee, kind: 'forbid' as const },
    { mentor: ben.mentor, mentee: ada.mentee, kind: 'pin' as const, by: 'both' as const },
  ]

  test('is listed, pairs that stand nowhere on the board too, and can be taken back', async () => {
    const { user, sent } = open(small({ wishes }), { setWish: { ok: true } })
    await user.click(await screen.findByRole('tab', { name: 'Why not these two?' }))
    const list = await screen.findByRole('region', { name: 'Pinned and ruled out (2)' })
    expect(within(list).getByText('Both asked')).toBeTruthy()
    await user.click(within(list).getByRole('button', { name: 'Take back: Ada One teaches Eva Two' }))
    expect(await screen.findByText('Removed: Ada One teaches Eva Two')).toBeTruthy()
    expect(sent).toContainEqual({
      route: 'setWish',
      input: { id: 'spring', mentorId: 'p1', menteeId: 'p4', kind: 'clear' },
    })
  })

  test('any two who may be paired can be pinned from where the board was asked about them', async () => {
    const answers: Answers = {
      explain: { score: 120, parts: [] },
      setWish: { ok: true },
      people: ({ side }) => ({
        ...{ people: [{ person: side === 'mentor' ? ada.mentor : ben.mentee }], total: 1 },
        ...{ counts: {} as Out<'people'>['counts'], balance: [] },
      }),
    }
    const { user, sent } = open(small(), answers)
    await user.click(await screen.findByRole('tab', { name: 'Why not these two?' }))
    await user.type(await screen.findByLabelText('Mentor'), 'ada')
    await user.click(await screen.findByRole('option', { name: /Ada One/ }))
    await user.type(screen.getByLabelText('Mentee'), 'eva')
    await user.click(await screen.findByRole('option', { name: /Eva Two/ }))
    await user.click(await screen.findByRole('button', { name: 'Pin' }))
    expect(
      await screen.findByText('Ada One teaches Eva Two: pinned. The next run keeps them together.'),
    ).toBeTruthy()
    expect(sent.find(({ route }) => route === 'setWish')?.input).toEqual({
      ...{ id: 'spring', mentorId: 'p1', menteeId: 'p4', kind: 'pin' },
    })
  })
})

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

describe('the organization chart', () => {
  test('promises that no pair is inside a line, and steps through the pairs in words', async () => {
    const { user } = open(aBoard({}, chart))
    await user.click(await screen.findByRole('tab', { name: 'Organization chart' }))
    expect(
      await screen.findByText('No pair inside a reporting line: every arc crosses from one line to another.'),
    ).toBeTruthy()
    const picture = screen.getByRole('application', {
      name: 'Organization chart with 10 pairs drawn across it',
    })
    picture.focus()
    await user.keyboard('{PageDown}')
    expect(screen.getByText(/^Their lines meet at /)).toBeTruthy()
    expect(screen.getByText('1 of 10')).toBeTruthy()
    await user.keyboard('{PageUp}')
    expect(screen.getByText('10 of 10')).toBeTruthy()
  })

  test('a press on a dot shows its pair, a press on anybody else comes closer', async () => {
    const { user } = open(aBoard({}, chart))
    await user.click(await screen.findByRole('tab', { name: 'Organization chart' }))
    const picture = await screen.findByRole('application')
    const layout = layoutChart(chart.nodes.map(({ parent }) => parent))
    const frame = { width: 960, height: 560 }
    const camera = fitted(layout, frame)
    const press = (place: number) => {
      const { x, y } = toScreen(
        camera,
        rowHeight(camera, layout, frame),
        layout.x[place]!,
        layout.row[place]!,
      )
      // jsdom's pointer events carry no place; a mouse event under the same name does.
      for (const type of ['pointerdown', 'pointerup']) {
        fireEvent(picture, new MouseEvent(type, { bubbles: true, clientX: x, clientY: y }))
      }
    }
    press(chart.arcs[4]!.mentor)
    expect(screen.getByText('5 of 10')).toBeTruthy()
    const drawn = () => picture.querySelector('svg > g')!.getAttribute('transform')
    const before = drawn()
    press(0)
    expect(drawn()).not.toBe(before)
  })

  test('shouts when a pair is inside a line, as picture and as table', async () => {
    const broken = { ...chart, arcs: chart.arcs.map((arc, i) => ({ ...arc, insideLine: i === 3 })) }
    const { user } = open(aBoard({}, chart), { chart: broken })
    await user.click(await screen.findByRole('tab', { name: 'Organization chart' }))
    expect(await screen.findByText(/^1 pair is inside one reporting line, drawn in red\./)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    const [, first] = screen.getAllByRole('row')
    expect(first!.textContent).toContain('Inside a line')
  })
})

test('the views are one stop for Tab, and arrow keys walk through them', async () => {
  const { user } = open()
  const first = await screen.findByRole('tab', { name: 'Proposals' })
  first.focus()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement?.textContent).toBe('Organization chart')
  expect(await screen.findByRole('application')).toBeTruthy()
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(document.activeElement?.textContent).toBe('Why not these two?')
  expect(screen.getAllByRole('tab').filter((tab) => tab.tabIndex === 0)).toHaveLength(1)
})

describe('people without a partner', () => {
  test('each has the cause, and the change that would help in words and names', async () => {
    const lone = aFace(77, { name: 'Lone Person' })
    const { user } = open(
      small({
        unplaced: [
          {
            person: lone,
            side: 'mentor',
            cause: 'partners-taken',
            detail: { allowedPartners: 3, bestPartner: ada.mentee.id, score: 90 },
            smallestChange: `Raise the capacity of ${ada.mentee.id} from 1 to 2.`,
          },
        ],
      }),
    )
    await user.click(await screen.findByRole('tab', { name: 'Without a partner (1)' }))
    expect(screen.getByRole('heading', { name: 'Possible partners went to others (1)' })).toBeTruthy()
    expect(
      screen.getByText('To place them: one more place with Max One, or one more person on the other side.'),
    ).toBeTruthy()
  })

  test('what nobody knows is told apart from what is known to be too little, with the way out of each', async () => {
    const held = (n: number, cause: string, detail: Record<string, string | number>) => ({
      person: aFace(n, { name: `Held ${n}` }),
      ...{ side: 'mentor' as const, cause, detail, smallestChange: '' },
    })
    const { user } = open(
      small({
        unplaced: [
          held(71, 'minimum-service', { unknown: 'date of hiring' }),
          held(72, 'minimum-service', { hiredOn: '2026-02-01' }),
          held(73, 'seniority-gap', { unknown: 'grade' }),
          held(74, 'line-unknown', { correct: ada.mentor.id }),
        ],
      }),
    )
    await user.click(await screen.findByRole('tab', { name: 'Without a partner (4)' }))
    for (const name of ['Hiring date unknown', 'Joined too recently', 'Grade unknown'])
      expect(screen.getByRole('heading', { name: `${name} (1)` })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Missing link in the chart (1)' })).toBeTruthy()
    expect(
      screen.getByText(/correct the manager of Ada One in Microsoft Entra, or confirm under People/),
    ).toBeTruthy()
    expect(screen.getByText(/or allow unknown dates under What counts/)).toBeTruthy()
  })

  test('"Why not these two?" names the rule with the people in it', async () => {
    const { user } = open(small(), {
      people: ({ side }) => ({
        people: [{ person: side === 'mentor' ? ada.mentor : ben.mentee }],
        total: 1,
        counts: {} as never,
        balance: [],
      }),
      explain: {
        refused: { rule: 'shared-reporting-line', detail: { above: ben.mentee.id, below: ada.mentor.id } },
      },
    })
    await user.click(await screen.findByRole('tab', { name: 'Why not these two?' }))
    await user.type(screen.getByRole('combobox', { name: 'Mentor' }), 'ada')
    await user.click(await screen.findByRole('option', { name: /Ada One/ }))
    await user.type(screen.getByRole('combobox', { name: 'Mentee' }), 'eva')
    await user.click(await screen.findByRole('option', { name: /Eva Two/ }))
    expect(await screen.findByText('They can’t be paired.')).toBeTruthy()
    expect(screen.getByText('Eva Two is above Ada One in the reporting line.')).toBeTruthy()
  })
})

describe('telling people that there was no partner for them', () => {
  const lone = {
    person: aFace(77, { name: 'Lone Person' }),
    ...{ side: 'mentor' as const, cause: 'partners-taken', detail: {}, smallestChange: '' },
  }
  const approved = [ada, ben].map((pair) => ({ ...pair, state: 'approved' as const }))

  test('is not offered while a pair is only proposed', async () => {
    const { user } = open(small({ pairings: [approved[0]!, ben], unplaced: [lone] }))
    await user.click(await screen.findByRole('tab', { name: 'Without a partner (1)' }))
    expect(screen.getByText(/^They haven’t been told anything\./)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Tell/ })).toBeNull()
  })

  test('shows what they will read before it is sent, and says who knew already', async () => {
    const { user, sent } = open(small({ pairings: approved, unplaced: [lone] }), {
      tellUnplaced: { told: 1, already: 2 },
    })
    await user.click(await screen.findByRole('tab', { name: 'Without a partner (1)' }))
    await user.click(screen.getByRole('button', { name: 'Tell them…' }))
    expect(screen.getByText(/This says nothing about you\./)).toBeTruthy()
    expect(sent.some(({ route }) => route === 'tellUnplaced')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Tell one person' }))
    expect(await screen.findByText('One person is being told. 2 knew already.')).toBeTruthy()
  })
})

test('an Arabic reader meets the board in Arabic', async () => {
  show(<MatchingBoard />, { answers: { board: small(), chart }, locale: 'ar' })
  expect(await screen.findByRole('button', { name: 'الموافقة على ثنائيين' })).toBeTruthy()
  expect(document.documentElement.dir).toBe('rtl')
})

test('people who do not take part are listed with the reason', async () => {
  const { user } = open(
    small({
      notTakingPart: [
        { person: aFace(91, { name: 'Pia Pause' }), why: 'paused' },
        { person: aFace(92, { name: 'Udo Full' }), why: 'already-paired' },
      ],
    }),
  )
  await user.click(await screen.findByRole('tab', { name: 'Not taking part (2)' }))
  expect(screen.getByText('Paused')).toBeTruthy()
  expect(screen.getByText('Has a partner already')).toBeTruthy()
})
