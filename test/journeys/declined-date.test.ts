/**
 * A leader says no to one date in Outlook. The bot finds three other times, one tap books, and Outlook, the tab and the
 * Organizer's Schedule tell the same story. Two enrolled people only, so that it is known who is paired with whom.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import { type In, type Out, type RouteName, routes } from '../../bot/contract/index.ts'
import type { CalendarItem } from '../../bot/demo/control/calendar.ts'
import { become, card, type Desk, look, openApp, type Persona } from '../support/browser.ts'
import { at, journey, type Stage, setStage } from './stage.ts'

const folder = mkdtempSync(join(tmpdir(), 'mentoring-people-'))
const people = join(folder, 'two-pairs.csv')
writeFileSync(people, companyOfTwo())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Twelve people in London; a leader of Sales and a junior of Engineering take part. */
function companyOfTwo(): string {
  const engineers = Array.from({ length: 8 }, (_, i) => [
    ...[6 + i, 3, 'Engineer', 'Engineering', 2],
    i === 0 ? 'mentor' : '',
  ])
  const rows = [
    [1, '', 'Chief Executive', 'Board', 12, ''],
    [2, 1, 'Director of Sales', 'Sales', 10, 'mentee'],
    [3, 1, 'Director of Engineering', 'Engineering', 10, ''],
    [4, 1, 'People Partner', 'Human Resources', 6, ''],
    [5, 1, 'Editor', 'Communications', 6, ''],
    ...engineers,
  ]
  const header = 'id,managerId,jobTitle,department,grade,role,city,organisation'
  return [header, ...rows.map((row) => [...row, 'London', 'Halden Works'].join())].join('\n')
}

const hourMs = 3_600_000
const london = (instant: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options }).format(new Date(instant))
const clockOf = (instant: string) => london(instant, { hour: '2-digit', minute: '2-digit' })

describe('a date that a leader declines in Outlook', () => {
  const stage = setStage(['--fresh', '--people', people])
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
    expect(await desk.page.locator('.message', { hasText: 'Another time for Session 1' }).count()).toBe(1)
    const { repair } = await myNext(stage)
    expect(repair!.options).toHaveLength(3)
    for (const { startsAt } of repair!.options) {
      const later = Date.parse(startsAt) - Date.parse(session.startsAt)
      expect(later).toBeGreaterThan(0)
      expect(later).toBeLessThanOrEqual(7 * 24 * hourMs)
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

const offered = (desk: Desk) => card(desk, 'Another time for Session 1')

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

type ScheduledSession = Out<'schedule'>['holds'][number]['sessions'][number]

/** What happens on other pages first: the two are paired and approved, and Outlook tells the product what changes. */
async function booked(stage: Stage): Promise<ScheduledSession> {
  const cohortId = await cohortOf(stage)
  await ask(stage, 'organizer', 'propose', { id: cohortId })
  await until(async () => (await ask(stage, 'organizer', 'board', { id: cohortId })).pairings.length > 0)
  await ask(stage, 'organizer', 'approvePairings', { id: cohortId, pairingIds: 'all' })
  await until(async () => (await scheduleNow(stage)).totals.held === 1)
  // A tick of the clock: whoever keeps time asks Outlook to tell of changes.
  await control(stage, 'clock', { days: 1 })
  return (await scheduleNow(stage)).holds[0]!.sessions[0]!
}

const scheduleNow = async (stage: Stage) => ask(stage, 'organizer', 'schedule', { id: await cohortOf(stage) })
const cohortOf = async (stage: Stage) => (await ask(stage, 'organizer', 'me', {})).cohortId!

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

async function idOf({ demo }: Stage, role: string): Promise<string> {
  const { personas } = await (await fetch(`${demo.url}/_demo/company`)).json()
  return (personas as { role: string; id: string }[]).find((one) => one.role === role)!.id
}

/** Asks the product as one of the personas, with the token that Teams would hand to the tab. */
async function ask<K extends RouteName>(stage: Stage, role: string, name: K, input: In<K>): Promise<Out<K>> {
  const { url, port } = stage.demo
  const { token } = await (await fetch(`${url}/_demo/token?person=${await idOf(stage, role)}`)).json()
  const { method, path } = routes[name]
  const { id, ...rest } = input as { id?: string }
  const isGet = (method as string) === 'GET'
  const response = await fetch(`http://localhost:${port + 1}${path.replace(':id', id ?? '')}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(isGet ? {} : { body: JSON.stringify(rest) }),
  })
  if (!response.ok) throw new Error(`${name} was answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Out<K>
}

async function control({ demo }: Stage, what: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch(`${demo.url}/_demo/${what}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 150) throw new Error('Waited half a minute for it in vain.')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
