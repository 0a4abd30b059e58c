/** Schedules, check-ins, figures and Summaries for the tests of the pages that follow the pairs. */
import type { Out } from '../../bot/contract/index.ts'
import { aFace, chance } from './board-fixtures.ts'

export type Schedule = Out<'schedule'>
export type CheckIns = Out<'checkIns'>
export type Metrics = Out<'metrics'>
export type Summaries = Out<'summaries'>
export type SummaryView = Out<'editSummary'>
type HoldRow = Schedule['holds'][number]

const week = 7 * 86_400_000

export function aHold(i: number, overrides: Partial<HoldRow> = {}): HoldRow {
  const random = chance(i + 1)
  const first =
    Date.parse('2026-11-09T08:00:00Z') +
    Math.floor(random() * 5) * 86_400_000 +
    Math.floor(random() * 8) * 3_600_000
  const gone = Date.parse('2026-12-20T00:00:00Z')
  const sessions: HoldRow['sessions'] = Array.from({ length: 6 }, (_, number) => {
    const at = first + number * 4 * week
    const kept = random() > 0.12
    return {
      id: `s${i}-${number}`,
      number: number + 1,
      startsAt: new Date(at).toISOString(),
      endsAt: new Date(at + 50 * 60_000).toISOString(),
      state: at < gone ? (kept ? 'held' : 'not-confirmed') : 'planned',
    }
  })
  return {
    id: `hold${i}`,
    pairingId: `pair${i}`,
    mentor: aFace(1000 + i),
    mentee: aFace(100 + i, { jobTitle: 'Director' }),
    state: 'booked',
    time: '15:00',
    timeZone: 'Europe/Lisbon',
    everyWeeks: 4,
    facts: [],
    sessions,
    ...overrides,
  }
}

export function aSchedule(pairs = 60, overrides: Partial<Schedule> = {}): Schedule {
  const failures = ['no-common-slot', 'calendar-unknown', 'no-mailbox', 'refused-by-outlook']
  const holds = Array.from({ length: pairs }, (_, i) => {
    if (i % 15 === 4) {
      const code = failures[Math.floor(i / 15) % failures.length]!
      return aHold(i, { state: 'failed', sessions: [], failure: { code } })
    }
    if (i % 11 === 3) return aHold(i, { state: 'requested', sessions: [] })
    return aHold(i)
  })
  const count = (state: HoldRow['state']) => holds.filter((hold) => hold.state === state).length
  return {
    totals: {
      pairs,
      booked: count('booked'),
      requested: count('requested'),
      failed: count('failed'),
      released: count('released'),
    },
    paused: false,
    holdKept: { key: 'hold-kept', unit: 'percent', value: 90, bound: 'at-least', n: 100 },
    holds,
    ...overrides,
  }
}

type PairHealth = CheckIns['pairs'][number]

export function aPairHealth(i: number, overrides: Partial<PairHealth> = {}): PairHealth {
  return {
    pairingId: `pair${i}`,
    mentor: aFace(1000 + i),
    mentee: aFace(100 + i, { jobTitle: 'Director' }),
    health: 'on-track',
    isAgreed: true,
    facts: [{ key: 'sessions-held', detail: { held: 2, due: 2 } }],
    held: 2,
    due: 2,
    planned: 6,
    nextAt: '2026-12-07T15:00:00Z',
    keepers: [],
    followUps: [],
    ...overrides,
  }
}

export function someCheckIns(overrides: Partial<CheckIns> = {}): CheckIns {
  const pairs = Array.from({ length: 56 }, (_, i): PairHealth => {
    if (i % 14 === 2) {
      return aPairHealth(i, {
        health: 'stalled',
        facts: [
          { key: 'sessions-held', detail: { held: 0, due: 2 } },
          { key: 'two-not-confirmed' },
          { key: 'nothing-planned' },
        ],
        held: 0,
        nextAt: undefined as never,
        suggestion: 'suggest.stalled',
      })
    }
    if (i % 9 === 1) {
      return aPairHealth(i, {
        health: 'watch',
        facts: [
          { key: 'sessions-held', detail: { held: 1, due: 2 } },
          { key: 'last-called-off' },
          { key: 'obstacle-named' },
        ],
        held: 1,
        suggestion: 'suggest.called-off',
      })
    }
    if (i % 13 === 5)
      return aPairHealth(i, { health: 'new', facts: [{ key: 'no-session-due' }], held: 0, due: 0 })
    return aPairHealth(i)
  }).map(withoutUndefined)
  const count = (health: PairHealth['health']) => pairs.filter((pair) => pair.health === health).length
  return {
    counts: {
      onTrack: count('on-track'),
      watch: count('watch'),
      stalled: count('stalled'),
      noWord: count('no-word'),
      fresh: count('new'),
    },
    sessions: { known: 100, over: 112 },
    elsewhere: { applied: 0, notBooked: 0, freeAgain: 0 },
    takenAt: '2026-12-14T00:00:00Z',
    nextAt: '2026-12-21T00:00:00Z',
    threshold: 5,
    pairs,
    ...overrides,
  }
}

function withoutUndefined<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T
}

export function someMetrics(overrides: Partial<Metrics> = {}): Metrics {
  const shares = [80, 90, 90, 70, 80, 90, 80, 90, 90, 90]
  return {
    threshold: 5,
    takenAt: '2026-12-14T00:00:00Z',
    nextAt: '2026-12-21T00:00:00Z',
    answers: [],
    measures: [
      {
        key: 'leader-coverage',
        unit: 'percent',
        value: 80,
        n: 20,
        formula: 'Mentees with a Pairing ÷ Mentees approved',
      },
      {
        key: 'again',
        unit: 'percent',
        value: 80,
        n: 20,
        range: { low: 58.4, high: 91.9 },
        formula: 'yes ÷ all',
      },
      { key: 'nps-mentors', unit: 'points', value: 40, n: 10, formula: 'promoters − detractors' },
      { key: 'nps-mentees', unit: 'points', why: 'too-few', formula: 'promoters − detractors' },
      { key: 'completion', unit: 'percent', why: 'nothing-yet', formula: 'complete ÷ ended' },
      { key: 'goal-start-mentors', unit: 'score', value: 2, n: 10, formula: 'mean' },
      {
        key: 'goal-end-mentors',
        unit: 'score',
        value: 4,
        n: 10,
        range: { low: 3, high: 5 },
        formula: 'mean',
      },
      { key: 'fate-on-the-day', unit: 'percent', value: 70, n: 50, formula: 'on the day ÷ due' },
      { key: 'fate-called-off', unit: 'percent', value: 10, bound: 'at-most', n: 5, formula: 'off ÷ due' },
      { key: 'obstacle', unit: 'percent', option: 'time', value: 60, n: 10, formula: 'most named' },
    ],
    coverage: [
      { by: 'unit', name: 'Sales', value: 90, bound: 'at-least', n: 10 },
      { by: 'unit', value: 60, n: 20 },
    ],
    topics: [
      {
        topic: 'ai-tools',
        offered: { value: 20, bound: 'at-least', n: 20 },
        wanted: { value: 35, bound: 'at-least', n: 20 },
      },
      { topic: 'inclusion', offered: {}, wanted: { value: 10, bound: 'at-least', n: 10 } },
    ],
    challenge: {
      ...{ statement: 'Leaders use AI in their own work.', measure: 'leaders who use AI weekly', unit: '%' },
      ...{ baseline: 22, target: 60, mayEnter: true },
      readings: [{ moment: 'middle', value: 41, by: aFace(3), at: '2026-12-10T10:00:00Z', wayGone: 0.5 }],
    },
    figures: [
      { key: 'pairs', value: 60, unit: 'count', n: 100, formula: 'Pairings approved or active' },
      {
        key: 'match-rate',
        value: 50,
        unit: 'percent',
        n: 100,
        formula: 'people in an approved Pairing ÷ people approved',
      },
      {
        key: 'hold-kept',
        value: 90,
        bound: 'at-least',
        unit: 'percent',
        n: 100,
        formula: 'Sessions held on the agreed date or within 7 days of it ÷ Sessions due',
      },
      {
        key: 'sessions-held',
        value: 135,
        bound: 'at-least',
        unit: 'count',
        n: 100,
        formula: 'Sessions that at least one side says took place',
      },
      {
        key: 'contact-hours',
        value: 110,
        bound: 'at-least',
        unit: 'hours',
        n: 100,
        formula: 'hours of Sessions held',
      },
      {
        key: 'session-value',
        value: 4.5,
        unit: 'score',
        n: 100,
        formula: 'mean of "worth my time", 1 to 5, both sides',
      },
      { key: 'session-value-mentors', unit: 'score', formula: 'mean of "worth my time", 1 to 5, Mentors' },
      { key: 'session-value-mentees', unit: 'score', formula: 'mean of "worth my time", 1 to 5, Mentees' },
    ],
    keptByWeek: shares.map((value, i) => ({
      week: new Date(Date.parse('2026-11-09T00:00:00Z') + i * week).toISOString().slice(0, 10),
      value,
      n: 20,
      ...(value === 90 ? { bound: 'at-least' as const } : {}),
    })),
    funnel: [
      { key: 'enrolled', value: 262 },
      { key: 'approved', value: 240 },
      { key: 'paired', value: 120 },
      { key: 'met', value: 110, bound: 'at-least' },
      { key: 'finished' },
    ],
    ...overrides,
  }
}

export function aSummary(overrides: Partial<SummaryView> = {}): SummaryView {
  return {
    id: 'sum1',
    state: 'drafted',
    revision: 3,
    title: 'Sixty pairs, one quarter: what our leaders learned',
    body: 'In November, 60 leaders began to learn from 60 colleagues at the start of their careers.\n\nNine in ten sessions took place on the day they were agreed. Leaders tried new tools, heard how their messages land, and brought their Mentors into decisions.\n\nThe next Cohort opens in May.',
    figures: [
      { key: 'pairs', value: 60, unit: 'count', n: 100 },
      { key: 'hold-kept', value: 90, bound: 'at-least', unit: 'percent', n: 100 },
      { key: 'session-value', value: 4.5, unit: 'score', n: 100 },
      { key: 'session-value-mentors', unit: 'score' },
    ],
    channels: [{ teamId: 't1', channelId: 'c1' }],
    author: aFace(12, { jobTitle: 'Communications' }),
    changedAt: '2026-12-20T10:00:00Z',
    posts: [],
    ...overrides,
  }
}

export function someSummaries(overrides: Partial<Summaries> = {}): Summaries {
  return {
    programName: 'Learn from tomorrow',
    sponsor: aFace(3, { jobTitle: 'Executive Vice President' }),
    may: { draft: true, approve: false },
    sentBack: [],
    channels: [
      { teamId: 't1', channelId: 'c1', teamName: 'Whole company', channelName: 'General', reachable: true },
      { teamId: 't1', channelId: 'c2', teamName: 'Whole company', channelName: 'Good news', reachable: true },
      {
        teamId: 't2',
        channelId: 'c3',
        teamName: 'Leadership',
        channelName: 'Announcements',
        reachable: false,
      },
    ],
    summaries: [
      aSummary(),
      aSummary({
        id: 'sum0',
        state: 'published',
        title: 'We are open: learn from tomorrow',
        changedAt: '2026-10-12T10:00:00Z',
        publishedAt: '2026-10-13T08:00:00Z',
        approvedBy: aFace(3),
        approvedAt: '2026-10-12T15:00:00Z',
        channels: [
          { teamId: 't1', channelId: 'c1' },
          { teamId: 't1', channelId: 'c2' },
        ],
        posts: [
          { teamId: 't1', channelId: 'c1', state: 'posted' },
          { teamId: 't1', channelId: 'c2', state: 'posted' },
        ],
      }),
    ],
    ...overrides,
  }
}
