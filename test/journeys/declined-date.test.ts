/**
 * A leader says no to one date in Outlook. The bot finds three other times, one tap books, and Outlook, the tab and the
 * Organizer's Schedule tell the same story. Two enrolled people only, so that it is known who is paired with whom.
 */
import { beforeAll, describe, expect } from '@jest/globals'
import type { CalendarItem } from '../../bot/demo/control/calendar.ts'
import { become, card, type Desk, look, openApp, type Persona } from '../support/browser.ts'
import { ask, booked, idOf, peopleOfTwo, type ScheduledSession, scheduleNow } from './company-of-two.ts'
import { at, journey, type Stage, setStage } from './stage.ts'

const hourMs = 3_600_000
const london = (instant: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options }).format(new Date(instant))
const clockOf = (instant: string) => london(instant, { hour: '2-digit', minute: '2-digit' })

const forms = [
  ['Teams at the desk', 'desktop'],
  ['Teams on the phone', 'iphone'],
] as const

describe.each(forms)('a date that a leader declines in Outlook, with %s', (_with, device) => {
  const stage = setStage(['--fresh', '--people', peopleOfTwo()], device)
  let session: ScheduledSession
  let chosen: { start: string; text: string }

  beforeAll(async () => {
    session = await booked(stage)
  }, 60_000)

  journey(stage, 'brings one card with three other times, within the week', async () => {
    const { desk } = stage
    await openSession(desk, 'Mentee', session.startsAt)
    const details = desk.page.getByRole('dialog')
    await look(desk, 'declined-1-in-outlook')
    await details.getByRole('button', { name: 'Decline', exact: true }).click()
    // As in Outlook: what somebody declines leaves their calendar.
    await details.waitFor({ state: 'detached' })

    await openApp(desk, 'Teams', 'Chat')
    await offered(desk).getByRole('button').nth(2).waitFor()
    await look(desk, 'declined-2-card')
    expect(await desk.page.locator('.message', { hasText: 'Another time for session 1' }).count()).toBe(1)
    const { repair } = await myNext(stage)
    expect(repair!.options).toHaveLength(3)
    for (const { startsAt } of repair!.options) {
      const away = Math.abs(Date.parse(startsAt) - Date.parse(session.startsAt))
      expect(away).toBeGreaterThan(0)
      expect(away).toBeLessThanOrEqual(7 * 24 * hourMs)
    }
  })

  journey(stage, 'is moved in both calendars by one tap', async () => {
    const { desk } = stage
    const { repair } = await myNext(stage)
    const button = offered(desk).getByRole('button').nth(1)
    chosen = { start: repair!.options[1]!.startsAt, text: await button.innerText() }
    expect(chosen.text).toContain(clockOf(chosen.start))
    await button.click()
    const told = card(desk, 'Session 1 has a new time')
    await told.getByText(chosen.text).waitFor()
    await look(desk, 'declined-3-booked')
    for (const persona of ['Mentee', 'Mentor'] as const) {
      const sessions = await sessionsIn(stage, persona)
      expect(sessions.map(({ start }) => start)).toContain(new Date(chosen.start).toISOString())
      expect(sessions.map(({ start }) => start)).not.toContain(session.startsAt)
      expect(sessions).toHaveLength(6)
      await openSession(desk, persona, chosen.start)
      const text = await desk.page.getByRole('dialog').innerText()
      expect(text).toContain(london(chosen.start, { dateStyle: 'full' }))
      expect(text).toContain(clockOf(chosen.start))
      if (persona === 'Mentor') await look(desk, 'declined-4-calendar-of-the-mentor')
      await desk.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    }
  })

  journey(stage, 'stands at its new time in the tab, with who moved it', async () => {
    const { desk } = stage
    const { tab } = desk
    await become(desk, 'Mentee')
    await openApp(desk, 'Teams', 'Mentoring')
    await tab.getByText(clockOf(chosen.start)).first().waitFor()
    await at(desk, 'Organizer', 'Schedule')
    const shown = tab.getByRole('listitem').filter({ hasText: /^Session 1:/ })
    await shown.first().waitFor()
    const said = await shown.first().innerText()
    expect(said).toContain(clockOf(chosen.start))
    expect(said).toContain('moved by the Mentee')
    await look(desk, 'declined-5-schedule')
    const [now] = (await scheduleNow(stage)).holds[0]!.sessions
    expect(now).toMatchObject({
      ...{ startsAt: new Date(chosen.start).toISOString(), state: 'planned', repair: 'booked' },
      ...{ movedFrom: session.startsAt, movedBy: 'mentee' },
    })
    expect(desk.faults).toEqual([])
  })
})

const offered = (desk: Desk) => card(desk, 'Another time for session 1')

/** Leafs through the month of somebody's Outlook to the Session that begins then, and opens it. */
async function openSession(desk: Desk, persona: Persona, startsAt: string): Promise<void> {
  const { page } = desk
  await become(desk, persona)
  await openApp(desk, 'Outlook', 'Calendar')
  await page.getByRole('button', { name: 'Month', exact: true }).click()
  const month = london(startsAt, { month: 'long', year: 'numeric' })
  const title = page.locator('.calendar h3')
  for (let leaf = 0; leaf < 3 && (await title.innerText()) !== month; leaf += 1) {
    const before = await title.innerText()
    await page.getByRole('button', { name: 'Later' }).click()
    await page.locator('.calendar h3', { hasNotText: before }).waitFor()
  }
  const day = page.locator('.month-day:not(.is-other)').filter({
    has: page.locator('.month-number', { hasText: new RegExp(`^${london(startsAt, { day: 'numeric' })}$`) }),
  })
  await day.locator('.event.is-hold').first().click()
}

async function myNext(stage: Stage) {
  const { pairings } = await ask(stage, 'mentee', 'myMentoring', {})
  return pairings[0]!.sessions.find(({ number }) => number === 1)!
}

/** Sessions that stand in somebody's Outlook, as its page is told. */
async function sessionsIn(stage: Stage, persona: 'Mentor' | 'Mentee'): Promise<CalendarItem[]> {
  const [from, to] = [Date.now(), Date.now() + 200 * 24 * hourMs].map((at) => new Date(at).toISOString())
  const query = new URLSearchParams({
    person: await idOf(stage, persona.toLowerCase()),
    from: from!,
    to: to!,
  })
  const items: CalendarItem[] = await (await fetch(`${stage.demo.url}/_demo/calendar?${query}`)).json()
  return items.filter(({ isHold, isCancelled }) => isHold && !isCancelled)
}
