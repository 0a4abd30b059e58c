/**
 * A leader says no to one date in Outlook, and to the next one that was found. Nobody chooses any more: both are reminded, and when
 * the week is over the cards say that it did not take place and what comes next. Nobody is asked how it was.
 */
import { beforeAll, expect } from '@jest/globals'
import type { CalendarItem } from '../../bot/demo/control/calendar.ts'
import { become, card, look, openApp, type Persona } from '../support/browser.ts'
import { ask, booked, control, idOf, peopleOfTwo, type ScheduledSession } from './company-of-two.ts'
import { journey, setStage } from './stage.ts'

const dayMs = 86_400_000
const stage = setStage(['--fresh', '--people', peopleOfTwo()])
let session: ScheduledSession

beforeAll(async () => {
  session = await booked(stage)
}, 60_000)

async function chatOf(persona: Persona): Promise<void> {
  await become(stage.desk, persona)
  await openApp(stage.desk, 'Teams', 'Chat')
}

const now = async () =>
  (await ask(stage, 'mentee', 'myMentoring', {})).pairings[0]!.sessions.find(({ number }) => number === 1)!

/** The hold as the leader's own calendar shows it, once Outlook has brought it there: a moved event takes a while to arrive. */
async function holdAt(person: string, startsAt: string): Promise<CalendarItem> {
  const span = { from: new Date(Date.parse(startsAt) - dayMs), to: new Date(Date.parse(startsAt) + dayMs) }
  const query = new URLSearchParams({ person, from: span.from.toISOString(), to: span.to.toISOString() })
  for (let tries = 0; tries <= 200; tries += 1) {
    const items: CalendarItem[] = await (await fetch(`${stage.demo.url}/_demo/calendar?${query}`)).json()
    const item = items.find(({ isHold, start }) => isHold && Date.parse(start) === Date.parse(startsAt))
    if (item) return item
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
  throw new Error(`No hold at ${startsAt} in the leader's calendar.`)
}

/** In Outlook, as its page does. */
async function decline(startsAt: string): Promise<void> {
  const person = await idOf(stage, 'mentee')
  const item = await holdAt(person, startsAt)
  await control(stage, 'calendar/respond', { person, eventId: item.id, response: 'declined' })
}

async function until(isSo: (one: Awaited<ReturnType<typeof now>>) => boolean): Promise<void> {
  for (let tries = 0; !isSo(await now()); tries += 1) {
    if (tries > 200) throw new Error('Waited in vain for what becomes of the session.')
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
}

const slipping = () => card(stage.desk, 'Another time for session 1')

journey(stage, 'the first no is settled by the other side', async () => {
  await decline(session.startsAt)
  await until(({ repair }) => repair?.state === 'open')
  await chatOf('Mentor')
  await slipping().getByRole('button').first().click()
  await until(({ repair }) => repair?.state === 'booked')
  await card(stage.desk, 'Session 1 has a new time').waitFor()
})

journey(
  stage,
  'the second no is about the date that stands, and the first time never comes back',
  async () => {
    const moved = await now()
    await decline(moved.startsAt)
    await until(({ repair }) => repair?.state === 'open' && repair.attempt === 2)
    await chatOf('Mentor')
    await slipping().getByRole('button', { name: 'Another day' }).waitFor()
    await look(stage.desk, 'leader-1-second-no')
    for (const { startsAt } of (await now()).repair!.options)
      expect([session.startsAt, moved.startsAt]).not.toContain(startsAt)
  },
)

journey(
  stage,
  'nobody chooses: both are reminded, and in the end it did not take place',
  async () => {
    const { desk } = stage
    await control(stage, 'clock', { days: 3 })
    await chatOf('Mentee')
    await desk.page.getByText('This is still open. Nobody has chosen a time yet.').first().waitFor()
    await look(desk, 'leader-2-reminded')
    const until7 = new Date(Date.parse(session.startsAt) + 7 * dayMs + 3_600_000)
    await control(stage, 'clock', { to: until7.toISOString() })
    await until(({ repair }) => repair?.state === 'expired')
    for (const persona of ['Mentor', 'Mentee'] as const) {
      await chatOf(persona)
      const over = card(desk, 'Session 1 didn’t take place')
      await over.getByText(/Your next one is session 2/).waitFor()
      expect(await over.getByRole('button', { name: 'None of these' }).count()).toBe(0)
      expect(await desk.page.locator('.message', { hasText: 'about session 1' }).count()).toBe(0)
      await look(desk, `leader-3-over-for-the-${persona.toLowerCase()}`)
    }
    expect(desk.faults).toEqual([])
  },
  150_000,
)
