import { describe, expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import { fitted, rowHeight, toScreen } from '../../tab/src/pages/matching-board/chart-camera.ts'
import { layoutChart } from '../../tab/src/pages/matching-board/chart-layout.ts'
import MatchingBoard from '../../tab/src/pages/matching-board/index.tsx'
import { aBoard, aChart, aFace, aLook, aPairing, type Board } from './board-fixtures.ts'
import { type Answers, never, offline, show } from './support/show.tsx'
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
