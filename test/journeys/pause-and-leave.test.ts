/**
 * A break, and then the end: while somebody pauses nothing is asked of them, the partner reads that it is a break and no more;
 * who comes back is asked again; who leaves is out of both calendars, and no reason reaches the partner. Two enrolled people only.
 */
import { beforeAll, expect } from '@jest/globals'
import { become, card, look, openApp, type Persona } from '../support/browser.ts'
import {
  ask,
  booked,
  control,
  peopleOfTwo,
  type ScheduledSession,
  scheduleNow,
  until,
} from './company-of-two.ts'
import { at, journey, setStage } from './stage.ts'

const dayMs = 86_400_000
const stage = setStage(['--fresh', '--people', peopleOfTwo()])
let session: ScheduledSession

beforeAll(async () => {
  session = await booked(stage)
}, 60_000)

const dayAt = (instant: string, days: number) =>
  new Date(Date.parse(instant) + days * dayMs).toISOString().slice(0, 10)

async function chatOf(persona: Persona): Promise<void> {
  await become(stage.desk, persona)
  await openApp(stage.desk, 'Teams', 'Chat')
}

const told = (text: string | RegExp) => stage.desk.page.locator('.message', { hasText: text })

journey(stage, 'a break is set on the page, and the partner reads that it is one', async () => {
  const { desk } = stage
  const { tab } = desk
  await at(desk, 'Mentee', 'My mentoring')
  await tab.getByRole('button', { name: 'Pause', exact: true }).click()
  await tab.getByLabel('Pause until').fill(dayAt(session.startsAt, 5))
  await tab.getByRole('button', { name: 'Pause until then' }).click()
  await tab.getByRole('heading', { level: 1, name: /^Paused until / }).waitFor()
  await look(desk, 'pause-1-set')
  await chatOf('Mentor')
  const heard = card(desk, 'Your partner is taking a break')
  await heard.waitFor()
  // Until when, and nothing else.
  expect(await heard.innerText()).not.toMatch(/because|reason|left|ended/i)
  await look(desk, 'pause-2-partner')
})

journey(stage, 'nothing is asked of who pauses, also after a session', async () => {
  await control(stage, 'clock', { to: new Date(Date.parse(session.endsAt) + dayMs).toISOString() })
  await chatOf('Mentor')
  await told('How was session 1?').first().waitFor()
  await chatOf('Mentee')
  expect(await told('How was session 1?').count()).toBe(0)
  await look(stage.desk, 'pause-3-quiet')
})

journey(stage, 'who comes back early is asked again', async () => {
  const { desk } = stage
  const { tab } = desk
  await at(desk, 'Mentee', 'My mentoring')
  await tab.getByRole('button', { name: 'Come back now' }).click()
  await tab.getByRole('heading', { level: 1, name: /^Paused until / }).waitFor({ state: 'detached' })
  await until(async () => (await ask(stage, 'mentee', 'myMentoring', {})).participant?.state === 'approved')
  await control(stage, 'clock', { days: 1 })
  await chatOf('Mentor')
  await told('Your partner is back').first().waitFor()
  await look(desk, 'pause-4-back')
})

journey(stage, 'who leaves is out of both calendars, and the partner hears it neutrally', async () => {
  const { desk } = stage
  const { tab } = desk
  await at(desk, 'Mentee', 'My mentoring')
  await tab.getByRole('button', { name: 'Leave the program' }).click()
  await look(desk, 'pause-5-leaving')
  await tab.getByRole('button', { name: 'Leave', exact: true }).click()
  await tab.getByRole('button', { name: 'Dismiss' }).first().click()
  await tab.getByRole('heading', { level: 1, name: 'You’ve left this program' }).waitFor()
  await until(async () => (await scheduleNow(stage)).totals.booked === 0)
  await chatOf('Mentor')
  const heard = card(desk, 'This pairing has ended')
  await heard.waitFor()
  expect(await heard.innerText()).not.toMatch(/left|leave|paus|because|reason/i)
  await look(desk, 'pause-6-partner')

  // The cohort runs already: nothing says that one could enroll again.
  await become(desk, 'Mentee')
  await openApp(desk, 'Teams', 'Mentoring')
  await tab.getByRole('heading', { level: 1, name: 'You’ve left this program' }).waitFor()
  expect(await tab.getByText(/The door stays open|Enroll again/).count()).toBe(0)
  await look(desk, 'pause-7-left')
  expect(desk.faults).toEqual([])
})
