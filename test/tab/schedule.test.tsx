import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { clocksOf } from '../../tab/src/pages/schedule/clocks.ts'
import Schedule from '../../tab/src/pages/schedule/index.tsx'
import { arrangeHolds, mondays, perWeek, placeOf, weeksOf } from '../../tab/src/pages/schedule/weeks.ts'
import fc from '../support/properties.ts'
import { aFace } from './board-fixtures.ts'
import { aHold, aSchedule, type Schedule as View } from './program-fixtures.ts'
import { type Answers, offline, problem, show } from './support/show.tsx'
import './wire.ts'

const open = (schedule: NonNullable<Answers['schedule']>, more: Answers = {}) =>
  show(<Schedule />, { answers: { schedule, ...more } })

const stuck = aHold(1, {
  id: 'stuck',
  state: 'failed',
  sessions: [],
  failure: { code: 'no-common-slot' },
  mentor: aFace(1, { name: 'Ada One' }),
  mentee: aFace(2, { name: 'Max One' }),
})
const view = (holds: View['holds'], changes: Partial<View> = {}) => {
  const count = (state: string) => holds.filter((hold) => hold.state === state).length
  const totals = {
    pairs: holds.length,
    booked: count('booked'),
    requested: count('requested'),
    failed: count('failed'),
    released: count('released'),
  }
  return aSchedule(0, { holds, totals, holdKept: { key: 'hold-kept', unit: 'percent' }, ...changes })
}

describe('the weeks', () => {
  test('begin on a Monday and hold every Session', () => {
    const holds = aSchedule(40).holds
    const weeks = weeksOf(holds)!
    expect(mondays(weeks).every((day) => day.getUTCDay() === 1 && day.getUTCHours() === 0)).toBe(true)
    for (const { startsAt } of holds.flatMap(({ sessions }) => sessions)) {
      expect(placeOf(weeks, startsAt)).toBeGreaterThanOrEqual(0)
      expect(placeOf(weeks, startsAt)).toBeLessThan(1)
    }
  })

  test('count each Session once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (pairs) => {
        const { holds } = aSchedule(pairs)
        const weeks = weeksOf(holds)!
        const counted = perWeek(holds, weeks).reduce(
          (sum, one) => sum + one.held + one['not-confirmed'] + one.planned + one.cancelled,
          0,
        )
        expect(counted).toBe(holds.flatMap(({ sessions }) => sessions).length)
      }),
      { numRuns: 20 },
    )
  })

  test('are never fewer than twelve, and none without a Session', () => {
    expect(weeksOf([aHold(1, { sessions: aHold(1).sessions.slice(0, 1) })])?.count).toBe(12)
    expect(weeksOf([stuck])).toBeUndefined()
  })

  test('what failed comes first, then what waits, then by the next Session', () => {
    const order = arrangeHolds(
      [aHold(3), aHold(4, { state: 'requested', sessions: [] }), stuck],
      { filter: 'all', text: '', sort: 'urgent' },
      'en',
    )
    expect(order.map(({ state }) => state)).toEqual(['failed', 'requested', 'booked'])
  })
})

describe('the Schedule', () => {
  test('tells what is being booked from what waits for Outlook’s limits, and shows either alone', async () => {
    const held = { state: 'requested' as const, sessions: [], waitsForOutlook: true }
    const names = { mentor: aFace(7, { name: 'Ida Late' }), mentee: aFace(8, { name: 'Ole Late' }) }
    const holds = [
      aHold(1),
      aHold(2, { state: 'requested', sessions: [] }),
      aHold(3, { ...held, ...names }),
      stuck,
    ]
    const { user } = open(view(holds))
    const status = await screen.findByText(/1 of 4 booked/)
    expect(status.textContent).toBe(
      '1 of 4 booked · 1 being booked · 1 waiting for Outlook’s limits · 1 not booked',
    )
    expect(screen.getByText('Waiting for Outlook’s limits')).toBeTruthy()
    expect(screen.getByText(/continues by itself/)).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Waiting for Outlook (1)')
    expect(screen.getByText(/Ida Late and Ole Late/)).toBeTruthy()
    expect(screen.queryByText(/Ada One/)).toBeNull()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Being booked (1)')
    expect(screen.queryByText(/Ida Late and Ole Late/)).toBeNull()
  })

  test('leads with the hold-kept rate as Insights says it', async () => {
    const holdKept = { key: 'hold-kept', unit: 'percent', value: 90, bound: 'at-least', n: 20 } as const
    open(view([aHold(1)], { holdKept }))
    expect(await screen.findByText('at least 90%')).toBeTruthy()
    expect(screen.getByText(/confirmed on the agreed day or within seven days/)).toBeTruthy()
  })

  test('says that the Sessions of a pair somebody is close to are not for them', async () => {
    open(view([aHold(1, { sessions: [], withheld: true }), aHold(2)]))
    expect(
      await screen.findByText('You’re close to this pair, so its sessions aren’t shown to you.'),
    ).toBeTruthy()
  })

  test('shows no rate before the first Session was due, instead of 0 of 0', async () => {
    open(view([aHold(1)]))
    expect(await screen.findByText(/^Appears once at least five people have answered/)).toBeTruthy()
    expect(screen.queryByText(/0 of 0/)).toBeNull()
  })

  test('names the reason of a failed booking and what would help, and asks again on Retry', async () => {
    const { user, sent } = open(view([aHold(2), stuck]), { retryHold: { ok: true } })
    expect(await screen.findByText('No time was free for both across all sessions.')).toBeTruthy()
    expect(screen.getByText(/Ask one of the two to free a regular hour/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Retry: Ada One and Max One' }))
    expect(await screen.findByText('Ada One and Max One: asked again.')).toBeTruthy()
    expect(sent).toContainEqual({ route: 'retryHold', input: { id: 'stuck' } })
  })

  test('says how near the best time came, where that is known', async () => {
    const failure = { code: 'no-common-slot', why: 'nearest', fits: 3, of: 6 }
    open(view([aHold(1, { state: 'failed', sessions: [], failure })]))
    expect(await screen.findByText('The best time is free for both on 3 of 6 dates only.')).toBeTruthy()
  })

  test('filters to what failed', async () => {
    const { user } = open(view([aHold(2, { mentor: aFace(8, { name: 'Booked Person' }) }), stuck]))
    await user.selectOptions(await screen.findByLabelText('Show'), 'failed')
    const list = screen.getByRole('list', { name: 'Time of every pair' })
    await waitFor(() => expect(within(list).queryByText(/Booked Person/)).toBeNull())
    expect(within(list).getByText('Ada One and Max One')).toBeTruthy()
  })

  test('books everything that is not booked, and shows how far it is', async () => {
    const { user, sent } = open(view([aHold(1), aHold(2, { state: 'requested', sessions: [] }), stuck]), {
      bookAll: { requested: 2 },
    })
    const bar = await screen.findByRole('progressbar', { name: '1 of 3 booked' })
    expect(bar.getAttribute('aria-valuenow')).toBe('1')
    await user.click(screen.getByRole('button', { name: 'Retry all that failed' }))
    expect(await screen.findByText('2 pairs on their way.')).toBeTruthy()
    expect(sent).toContainEqual({ route: 'bookAll', input: { id: 'spring' } })
  })

  test('tells every Session of a pair in words, not by position alone', async () => {
    open(view([aHold(1)]))
    expect(
      await screen.findByText(
        /^Session 1: Monday, 9 November|^Session 1: \w+, November \d+, .*, (Held|Missed)$/,
      ),
    ).toBeTruthy()
  })

  test('leads to the board while nothing is approved', async () => {
    open(view([]))
    expect(await screen.findByText(/^No pair is approved yet\./)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open the Matching board' }).getAttribute('href')).toBe(
      '#/matching',
    )
  })

  test('says what went wrong when booking is refused, and can be tried again when offline', async () => {
    const { user, unmount } = open(view([stuck]), {
      bookAll: () => {
        throw problem(503, 'unavailable')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Retry all that failed' }))
    expect(await screen.findByText(/^That didn’t work\. The service has a problem/)).toBeTruthy()
    unmount()
    open(offline)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy())
  })
})

describe('finding a pair', () => {
  const hold = (n: number, mentor: string, mentee: string, changes = {}) =>
    aHold(n, {
      id: `h${n}`,
      mentor: aFace(n * 2, { name: mentor }),
      mentee: aFace(n * 2 + 1, { name: mentee }),
      ...changes,
    })
  const failed = (n: number, mentor: string) =>
    hold(n, mentor, 'Zoe Mentee', { state: 'failed', sessions: [], failure: { code: 'no-common-slot' } })

  test('by any word of a name, without minding accents, and says when nobody is found', async () => {
    const { user } = open(view([hold(1, 'Léa Lefebvre', 'Max Two'), hold(2, 'Ada One', 'Kim Four')]))
    await user.type(await screen.findByLabelText('Search by name or unit'), 'lefebvre lea')
    await waitFor(() => expect(screen.queryByText('Ada One and Kim Four')).toBeNull())
    expect(screen.getByText('Léa Lefebvre and Max Two')).toBeTruthy()
    await user.keyboard(' nobody')
    expect(await screen.findByText('No pair matches this search.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all pairs' }))
    expect(await screen.findByText('Ada One and Kim Four')).toBeTruthy()
  })

  test('sorted by the name of the Mentor, each with the day of its next session', async () => {
    const { user } = open(view([hold(1, 'Zoe Last', 'Max Two'), hold(2, 'Ada One', 'Kim Four')]))
    await user.selectOptions(await screen.findByLabelText('Sort by'), 'Name of the Mentor')
    await waitFor(() =>
      expect(screen.getAllByTitle(/ and /).map(({ textContent }) => textContent)).toEqual([
        'Ada One and Kim Four',
        'Zoe Last and Max Two',
      ]),
    )
    expect(screen.getAllByText(/next on \w+/).length).toBeGreaterThan(0)
  })

  test('several that failed are asked again at once, and what is out of sight is not', async () => {
    const { user, sent } = open(view([failed(1, 'Ada One'), failed(2, 'Ben Two'), failed(3, 'Cay Three')]), {
      retryHold: ({ id }) => {
        if (id === 'h2') throw problem(409, 'being-booked')
        return { ok: true }
      },
    })
    await user.click(await screen.findByRole('checkbox', { name: 'Select all shown that failed' }))
    await user.type(screen.getByLabelText('Search by name or unit'), 'o')
    await user.click(await screen.findByRole('checkbox', { name: 'Select Cay Three and Zoe Mentee' }))
    await user.click(screen.getByRole('button', { name: 'Retry 2 selected' }))
    expect(await screen.findByText(/^One pair: asked again\. One could not be asked again\. /)).toBeTruthy()
    const asked = sent.filter(({ route }) => route === 'retryHold').map(({ input }) => input['id'])
    expect(asked).toEqual(['h1', 'h2'])
  })
})

describe('one moment on two clocks', () => {
  const zones = { mentor: 'Asia/Tokyo', mentee: 'Europe/Lisbon' }
  test('is said on both, with the day where that differs, and once where they agree', () => {
    expect(clocksOf('2027-01-12T04:15:00Z', zones, 'en-GB')).toBe('13:15 Tokyo / 4:15 Lisbon')
    expect(clocksOf('2027-01-12T20:15:00Z', zones, 'en-GB')).toMatch(
      /^Wed.*5:15 Tokyo \/ Tue.* 20:15 Lisbon$/,
    )
    const same = { mentor: 'Europe/London', mentee: 'Europe/Lisbon' }
    expect(clocksOf('2027-01-12T04:15:00Z', same, 'en-GB')).toBeUndefined()
  })

  test('stands in the row of a pair of two zones, and with each of its sessions', async () => {
    const session = { id: 's', number: 1, startsAt: '2027-01-12T04:15:00Z', endsAt: '2027-01-12T05:05:00Z' }
    const hold = aHold(1, { zones, sessions: [{ ...session, state: 'planned' }] })
    open(view([hold]))
    expect(await screen.findByText(/^1:15\sPM Tokyo \/ 4:15\sAM Lisbon, every 4 weeks/)).toBeTruthy()
    expect(screen.getByTitle(/^Session 1: .*\(1:15\sPM Tokyo \/ 4:15\sAM Lisbon\)/)).toBeTruthy()
  })
})
