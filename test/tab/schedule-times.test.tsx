import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import Schedule from '../../tab/src/pages/schedule/index.tsx'
import { aFace } from './board-fixtures.ts'
import { aHold, aSchedule } from './program-fixtures.ts'
import { type Answers, show } from './support/show.tsx'
import './wire.ts'

const pair = aHold(1, {
  id: 'one',
  facts: ['moved', 'no-link'],
  mentor: aFace(1, { name: 'Ada One' }),
  mentee: aFace(2, { name: 'Max Two' }),
})
const totals = { pairs: 1, booked: 1, requested: 0, failed: 0, released: 0 }
const schedule = aSchedule(0, { holds: [pair], totals })

const times: Out<'holdTimes'> = {
  timeZone: 'Europe/Berlin',
  occurrences: 6,
  minutes: 50,
  cells: [
    { weekday: 1, time: '10:00', mentor: 6, mentee: 3, both: 3 },
    { weekday: 2, time: '10:00', mentor: 6, mentee: 6, both: 6 },
    { weekday: 2, time: '10:30', mentor: 2, mentee: 0, both: 0 },
  ],
  chosen: { weekday: 2, time: '10:15' },
  candidates: [
    { firstDate: '2026-12-01', weekday: 2, time: '14:00', score: 91.2, parts: { sooner: 20 }, moved: 0 },
    { firstDate: '2026-12-02', weekday: 3, time: '15:30', score: 70, parts: { sooner: 19 }, moved: 1 },
  ],
}
const policy: Out<'schedulingPolicy'>['policy'] = {
  organizer: 'mentor',
  sensitivity: 'normal',
  tentativeIs: 'busy',
  noMeetingDays: [5],
  holidays: ['2026-12-25'],
  noticeDays: 2,
  ladder: { pair: 1, organizer: 2 },
}
const open = (more: Answers = {}) => show(<Schedule />, { answers: { schedule, holdTimes: times, ...more } })

describe('another time for a pair', () => {
  test('shows how often both are free, and the same as a table', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Other times: Ada One and Max Two' }))
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText(/all 6 sessions of 50 minutes.*Berlin/)).toBeTruthy()
    expect(within(drawer).getByTitle(/Tuesday 10:00: both free 6 of 6.*Booked now/)).toBeTruthy()
    await user.click(within(drawer).getByRole('button', { name: 'Show as a table' }))
    const rows = within(within(drawer).getByRole('table')).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual([
      'DayTimeBoth freeMentor freeMentee free',
      'Monday10:003 of 66 of 63 of 6',
      'Tuesday10:006 of 66 of 66 of 6',
    ])
  })

  test('says of each time what it costs, and asks for the chosen one once', async () => {
    const { user, sent } = open({ changeSlot: { moved: 0 } })
    await user.click(await screen.findByRole('button', { name: /^Other times/ }))
    expect(await screen.findByText(/1 session would be moved within a week · 70 of 100/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Choose: Tuesday 14:00/ }))
    expect(sent.some(({ route }) => route === 'changeSlot')).toBe(false)
    expect(screen.getByText(/^Move all sessions that are still ahead to Tuesday 14:00/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Move them' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent.filter(({ route }) => route === 'changeSlot').map(({ input }) => input)).toEqual([
      { id: 'one', firstDate: '2026-12-01', time: '14:00' },
    ])
    // The page behind is there again for everybody.
    expect(screen.getByRole('button', { name: 'Pause booking' })).toBeTruthy()
    expect(screen.getByText(/The old series stays until that is done/)).toBeTruthy()
  })

  test('does not offer the time that is booked', async () => {
    const [first, second] = times.candidates
    const { user } = open({ holdTimes: { ...times, candidates: [{ ...first!, time: '10:15' }, second!] } })
    await user.click(await screen.findByRole('button', { name: /^Other times/ }))
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText('Booked now')).toBeTruthy()
    const choices = within(drawer).getAllByRole('button', { name: /^Choose/ })
    expect(choices.map((choice) => choice.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/^Choose: Wednesday 15:30/),
    ])
  })

  test('tells on the row what is unusual about a pair', async () => {
    open()
    expect(await screen.findByText(/some dates moved · without a Teams link/)).toBeTruthy()
  })
})

describe('booking', () => {
  test('is paused and goes on by one press', async () => {
    const { user, sent } = open({ pauseBooking: { paused: true, waiting: 3 } })
    await user.click(await screen.findByRole('button', { name: 'Pause booking' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'pauseBooking')).toBe(true))
    expect(await screen.findByText('Booking is paused.')).toBeTruthy()
  })

  test('follows a policy that is shown as it is and saved whole', async () => {
    const { user, sent } = open({
      schedulingPolicy: { policy, paused: false, version: 'p1' },
      changeScheduling: { policy, paused: false, version: 'p1' },
    })
    await user.click(await screen.findByRole('button', { name: 'How sessions are booked' }))
    await user.click(await screen.findByRole('radio', { name: 'Private' }))
    expect((screen.getByRole('checkbox', { name: 'Friday' }) as HTMLInputElement).checked).toBe(true)
    await user.click(screen.getByRole('checkbox', { name: 'Monday' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'changeScheduling')).toBe(true))
    const told = sent.find(({ route }) => route === 'changeScheduling')!.input as unknown as {
      policy: typeof policy
    }
    expect(told.policy).toEqual({ ...policy, sensitivity: 'private', noMeetingDays: [1, 5] })
  })

  test('says after how many slips who is told, and the Sponsor only where that is wanted', async () => {
    const { user, sent } = open({
      schedulingPolicy: { policy, paused: false, version: 'p1' },
      changeScheduling: { policy, paused: false, version: 'p1' },
    })
    await user.click(await screen.findByRole('button', { name: 'How sessions are booked' }))
    const organizer = await screen.findByRole('spinbutton', { name: 'Tell the Organizer after' })
    expect(screen.queryByRole('spinbutton', { name: 'Tell the Sponsor after' })).toBeNull()
    await user.clear(organizer)
    await user.type(organizer, '3')
    await user.click(screen.getByRole('checkbox', { name: /^Tell the Sponsor as well/ }))
    expect(screen.getByRole('spinbutton', { name: 'Tell the Sponsor after' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'changeScheduling')).toBe(true))
    expect(sent.find(({ route }) => route === 'changeScheduling')!.input).toMatchObject({
      policy: { ladder: { pair: 1, organizer: 3, sponsor: 4 } },
    })
  })
})

test('a link that names a pair opens its times, and closing leads back to the list', async () => {
  location.hash = `#/schedule/${schedule.holds[0]!.pairingId}`
  const { user } = open()
  const drawer = await screen.findByRole('dialog')
  await user.click(within(drawer).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(location.hash).toBe('#/schedule'))
  location.hash = ''
})
