import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import MatchingBoard from '../../tab/src/pages/matching-board/index.tsx'
import { pointsFor, reachOf, weightWords, wordOf } from '../../tab/src/pages/matching-board/weight-words.ts'
import type { Draft, Matching } from '../../tab/src/pages/matching-board/what-counts-draft.ts'
import { aBoard, aChart, aFace } from './board-fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'
import './wire.ts'

const chart = aChart({ people: 60, mentors: 6, mentees: 3, pairs: 3 })
const matching: Out<'matching'> = {
  version: 'm1',
  objective: 'best-total',
  rules: [
    { rule: 'shared-reporting-line', inWords: 'Nobody inside a line.', choices: [] },
    {
      rule: 'same-manager',
      inWords: 'Not the same manager.',
      choices: [{ setting: 'sameManager', kind: 'switch', on: true, value: true, usual: true }],
    },
    {
      rule: 'earlier-pair',
      inWords: 'No earlier pair.',
      choices: [{ setting: 'repeatEarlierPairs', kind: 'switch', on: false, value: false, usual: false }],
    },
    {
      rule: 'seniority-gap',
      inWords: 'Enough grades.',
      choices: [
        {
          ...{ setting: 'minimumGradeGap', kind: 'number', unit: 'grades' },
          ...{ least: -11, most: 11, value: null, usual: null },
        },
      ],
    },
  ],
  weights: [{ part: 'topic', inWords: 'Topics.', points: 55, usual: 40, units: 12, least: 0, most: 1000 }],
}
const effect: Out<'matchingEffect'> = {
  ...{ mentors: 6, mentees: 3, placedMentors: 3, placedMentees: 3, pairs: 3, score: 600, weakest: 120 },
  parts: [{ part: 'topic', points: 600, percent: 100 }],
  costs: [{ setting: 'sameManager', pairs: 2, people: 3, points: 180 }],
  changedPairs: 2,
  topics: [],
}
const nothing: Out<'exclusions'> = { sources: [], exclusions: [], total: 0 }

async function open(more: Answers = {}) {
  const shown = show(<MatchingBoard />, {
    answers: { board: aBoard({}, chart), chart, matching, exclusions: nothing, ...more },
  })
  await shown.user.click(await screen.findByRole('tab', { name: 'What counts' }))
  await screen.findByRole('heading', { name: 'Rules' })
  return shown
}

/** The parts of one Cohort as usual: topics can bring 480 of 620 points, a shared language 15. */
const parts: Matching['weights'] = [
  { part: 'base', inWords: '', points: 10, usual: 10, units: 1, least: 1, most: 1000 },
  { part: 'topic', inWords: '', points: 40, usual: 40, units: 12, least: 0, most: 1000 },
  { part: 'interests', inWords: '', points: 25, usual: 25, units: 4, least: 0, most: 1000 },
  { part: 'language', inWords: '', points: 15, usual: 15, units: 1, least: 0, most: 1000 },
]
const typed = (changes: Record<string, string> = {}): Draft => ({
  rules: {},
  weights: { base: '10', topic: '40', interests: '25', language: '15', ...changes },
})

describe('a weight in words', () => {
  test('says how much of the most a pair can get comes from it, whatever its unit', () => {
    expect(parts.map(({ part }) => wordOf(parts, typed(), part))).toEqual(['some', 'most', 'much', 'some'])
    expect(wordOf(parts, typed({ topic: '0' }), 'topic')).toBe('off')
    expect(wordOf(parts, typed({ topic: '' }), 'topic')).toBe('off')
    expect(reachOf(parts, typed(), 'topic')).toEqual({ own: 480, all: 605 })
  })

  test('that is chosen holds, within what the number may be', () => {
    for (const { part, least, most } of parts)
      for (const word of weightWords) {
        if (word === 'off' && least > 0) continue
        const points = pointsFor(parts, typed(), part, word)
        expect(points).toBeGreaterThanOrEqual(least)
        expect(points).toBeLessThanOrEqual(most)
        expect([part, word, wordOf(parts, typed({ [part]: `${points}` }), part)]).toEqual([part, word, word])
      }
    const alone = typed({ base: '0', interests: '0', language: '0' })
    expect(pointsFor(parts, alone, 'topic', 'some')).toBe(40)
  })

  test('changes the number beside it, and says what a pair can get by it', async () => {
    const { user } = await open({ matching: { ...matching, weights: parts } })
    const word = screen.getByRole<HTMLSelectElement>('combobox', {
      name: 'Topics offered and wanted in words',
    })
    expect(word.value).toBe('most')
    expect(screen.getByText(/Counts up to 12 times a pair: up to 480 points, 79% of the most/)).toBeTruthy()
    await user.selectOptions(word, 'off')
    const topic = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Topics offered and wanted' })
    expect(topic.value).toBe('0')
  })
})

describe('what counts', () => {
  test('every choice is sent as it stands, and those not on the form are kept', async () => {
    const { user, sent } = await open({ saveMatching: matching })
    await user.click(screen.getByRole('switch', { name: 'Keep earlier pairs apart' }))
    const topic = screen.getByRole('spinbutton', { name: 'Topics offered and wanted' })
    await user.clear(topic)
    await user.type(topic, '70')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(sent).toContainEqual({
        route: 'saveMatching',
        input: {
          ...{ id: 'spring', version: 'm1', objective: 'best-total', weights: { topic: 70 } },
          rules: { sameManager: true, repeatEarlierPairs: true, minimumGradeGap: null },
        },
      }),
    )
  })

  test('somebody else saved meanwhile: both stand side by side, and mine is saved over theirs only when I say so', async () => {
    const theirs: typeof matching = {
      ...matching,
      version: 'm2',
      weights: matching.weights.map((one) => ({ ...one, points: 90 })),
    }
    let isFirst = true
    const { user, sent } = await open({
      saveMatching: () => {
        if (!isFirst) return { ...matching, version: 'm3' }
        isFirst = false
        const saved = { now: theirs, by: aFace(7, { name: 'Freya Other' }), at: '2026-11-16T09:00:00Z' }
        throw problem(409, 'changed-meanwhile', { saved })
      },
    })
    const topic = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Topics offered and wanted' })
    await user.clear(topic)
    await user.type(topic, '70')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const conflict = await screen.findByRole('alert', { name: 'Someone else saved this meanwhile' })
    expect(within(conflict).getByText(/^Freya Other saved another version on/)).toBeTruthy()
    expect(within(conflict).getAllByRole('listitem')).toHaveLength(1)
    expect(within(conflict).getByText('70')).toBeTruthy()
    expect(within(conflict).getByText('90')).toBeTruthy()
    await user.click(within(conflict).getByRole('button', { name: 'Save mine' }))
    await waitFor(() =>
      expect(screen.queryByRole('alert', { name: 'Someone else saved this meanwhile' })).toBeNull(),
    )
    const saves = sent.filter(({ route }) => route === 'saveMatching').map(({ input }) => input)
    expect(saves).toMatchObject([
      { version: 'm1', weights: { topic: 70 } },
      { version: 'm2', weights: { topic: 70 } },
    ])
    expect(topic.value).toBe('70')
  })

  test('a number beyond its limits is said beside its field and not sent', async () => {
    const { user, sent } = await open()
    const topic = screen.getByRole('spinbutton', { name: 'Topics offered and wanted' })
    await user.clear(topic)
    await user.type(topic, '2000')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('Enter a whole number from 0 to 1,000.')).toBeTruthy()
    expect(sent.some(({ route }) => route === 'saveMatching')).toBe(false)
  })

  test('what was tried stands no more under other choices', async () => {
    const { user } = await open({ matchingEffect: effect })
    await user.click(screen.getByRole('button', { name: 'Show the effect' }))
    expect(await screen.findByText(/3 pairs, 600 points in total/)).toBeTruthy()
    await user.type(screen.getByRole('spinbutton', { name: 'Topics offered and wanted' }), '0')
    expect(screen.queryByText(/3 pairs, 600 points in total/)).toBeNull()
    expect(screen.getByText('The choices have changed since. Show the effect again.')).toBeTruthy()
  })

  test('without a common language it warns that people may be paired who cannot talk to each other', async () => {
    const language = {
      ...{ rule: 'common-language', inWords: 'A language.' },
      choices: [{ setting: 'commonLanguage', kind: 'switch' as const, on: true, value: true, usual: true }],
    }
    const { user } = await open({ matching: { ...matching, rules: [...matching.rules, language] } })
    expect(screen.queryByText(/Two people who share no language/)).toBeNull()
    await user.click(screen.getByRole('switch', { name: 'A common language' }))
    expect(screen.getByText(/Two people who share no language may then be paired/)).toBeTruthy()
  })

  test('a field the service refuses is marked too', async () => {
    const { user } = await open({
      saveMatching: () => {
        throw problem(400, 'bad-input', { field: 'weights.topic' })
      },
    })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Enter a whole number from 0 to 1,000.')).toBeTruthy()
  })

  test('the effect is shown before anything is saved: who is placed, and what each rule costs', async () => {
    const { user, sent } = await open({ matchingEffect: effect })
    await user.click(screen.getByRole('button', { name: 'Show the effect' }))
    expect(await screen.findByText('At most 3 of 6 Mentors and 3 of 3 Mentees can be placed.')).toBeTruthy()
    expect(
      screen.getByText('Without “Same manager”: +2 pairs, +3 people with a partner, +180 points'),
    ).toBeTruthy()
    expect(screen.getByText(/2 pairs would differ/)).toBeTruthy()
    expect(sent.some(({ route }) => route === 'saveMatching')).toBe(false)
  })

  test('figures of a sample say that they are', async () => {
    const { user } = await open({ matchingEffect: { ...effect, sample: { mentors: 2000, mentees: 1000 } } })
    await user.click(screen.getByRole('button', { name: 'Show the effect' }))
    expect(await screen.findByText(/tried on 2,000 Mentors and 1,000 Mentees/)).toBeTruthy()
  })
})

describe('lists of people who must not be paired', () => {
  const listed: Out<'exclusions'> = {
    sources: [
      { source: 'panels.csv', count: 1, mine: true },
      { source: 'legal.csv', count: 12, mine: false, owner: aFace(7, { name: 'Lea Legal' }) },
    ],
    exclusions: [
      {
        kind: 'panel',
        person: aFace(1, { name: 'Ada' }),
        other: aFace(2, { name: 'Max' }),
        source: 'panels.csv',
      },
    ],
    total: 1,
  }

  const bring = async (answer: NonNullable<Answers['importExclusions']>, file: File) => {
    const shown = await open({ importExclusions: answer })
    await shown.user.upload(screen.getByLabelText('Import a list', { selector: 'input' }), file)
    return shown
  }
  const fine: Out<'importExclusions'> = { kept: 1, stillInForce: 0, bad: [] }

  test('a file is sent under its name, and each bad line is named', async () => {
    const csv = 'kind,person,other\npanel,a@contoso.com,b@contoso.com'
    const { sent } = await bring(
      { kept: 1, stillInForce: 2, bad: [{ line: 3, why: 'unknown-person', value: 'zoe@contoso.com' }] },
      new File([csv], 'panels.csv', { type: 'text/csv' }),
    )
    expect(await screen.findByText('1 line applies.')).toBeTruthy()
    expect(screen.getByText(/2 lines of the earlier version also apply/)).toBeTruthy()
    expect(screen.getByText('Line 3: nobody in the directory is called zoe@contoso.com')).toBeTruthy()
    expect(sent).toContainEqual({
      route: 'importExclusions',
      input: { id: 'spring', source: 'panels.csv', file: btoa(csv) },
    })
  })

  test('its bytes are sent as they are, whatever letters they stand for', async () => {
    const bytes = new Uint8Array([0x6b, 0xf6, 0x6c, 0x6e, 0x00, 0xff])
    const { sent } = await bring(fine, new File([bytes], 'alt.csv'))
    await screen.findByText('1 line applies.')
    expect(sent.find(({ route }) => route === 'importExclusions')!.input['file']).toBe(
      btoa('k\u00f6ln\u0000\u00ff'),
    )
  })

  test('a file larger than one request takes is said before it is sent', async () => {
    const { sent } = await bring(fine, new File([new Uint8Array(360_001)], 'all.csv'))
    expect(await screen.findByText(/larger than 350 KB/)).toBeTruthy()
    expect(sent.some(({ route }) => route === 'importExclusions')).toBe(false)
  })

  test.each([
    ['list-workbook', /This is an Excel workbook/],
    ['list-encoding', /could be read in more than one way/],
  ])('%s is said with what to do', async (code, words) => {
    const refused = () => {
      throw problem(409, code, { field: 'file' })
    }
    await bring(refused, new File(['PK'], 'list.xlsx.csv'))
    expect(await screen.findByText(words)).toBeTruthy()
  })

  test('of somebody else are a name and a number; one’s own goes out of force in so many words', async () => {
    const { user, sent } = await open({ exclusions: listed, removeExclusionList: { removed: 1 } })
    const others = (await screen.findByText('legal.csv: 12 lines')).closest('li')!
    expect(within(others).getByText(/Lea Legal, who alone can read/)).toBeTruthy()
    expect(within(others).queryByRole('button')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Stop applying panels.csv' }))
    expect(sent.some(({ route }) => route === 'removeExclusionList')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() =>
      expect(sent).toContainEqual({
        route: 'removeExclusionList',
        input: { id: 'spring', source: 'panels.csv' },
      }),
    )
  })

  test('an empty file is refused and says what to do instead', async () => {
    await bring(
      () => {
        throw problem(422, 'list-without-lines', { field: 'file' })
      },
      new File(['kind,person,other'], 'panels.csv'),
    )
    expect(await screen.findByText(/To stop using a list, use its button/)).toBeTruthy()
  })

  test('a line is taken out by itself', async () => {
    const { user, sent } = await open({ exclusions: listed, removeExclusion: { ok: true } })
    const row = (await screen.findByText('Panel: Ada and Max')).closest('li')!
    await user.click(within(row).getByRole('button', { name: 'Remove Ada and Max' }))
    await waitFor(() =>
      expect(sent).toContainEqual({
        route: 'removeExclusion',
        input: { id: 'spring', kind: 'panel', personId: 'p1', otherId: 'p2', source: 'panels.csv' },
      }),
    )
  })
})

describe('a run under way', () => {
  const running = { ...aBoard({}, chart).run!, state: 'running' as const }

  test('can be stopped', async () => {
    const { user, sent } = show(<MatchingBoard />, {
      answers: { board: aBoard({ run: running }, chart), chart, cancelRun: { ok: true } },
    })
    await user.click(await screen.findByRole('button', { name: 'Stop the run' }))
    await waitFor(() => expect(sent).toContainEqual({ route: 'cancelRun', input: { id: 'run1' } }))
  })

  test('once stopped, says whose proposals these are', async () => {
    show(<MatchingBoard />, {
      answers: { board: aBoard({ run: { ...running, state: 'cancelled' } }, chart), chart },
    })
    expect(
      await screen.findByText('The run was stopped. The proposals are the ones from before.'),
    ).toBeTruthy()
  })

  test('that could not begin names the source that is missing', async () => {
    const { user } = show(<MatchingBoard />, {
      answers: {
        board: aBoard({}, chart),
        chart,
        propose: () => {
          throw problem(503, 'exclusions-unreadable', { detail: { source: 'manager-history' } })
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Propose again' }))
    await user.click(screen.getByRole('button', { name: 'Start the run' }))
    expect(await screen.findByText(/\(manager-history\) can’t be read/)).toBeTruthy()
  })
})
