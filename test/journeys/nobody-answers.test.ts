/**
 * Two meet, and neither says how it was: each is reminded once, then the question closes. Silence is told as silence: the
 * Organizer reads "No word", never that all is well, and finds the pair in the work list. Two enrolled people only.
 */
import { beforeAll, expect } from '@jest/globals'
import { become, card, look, openApp, type Persona } from '../support/browser.ts'
import { booked, control, peopleOfTwo, type ScheduledSession } from './company-of-two.ts'
import { at, journey, setStage } from './stage.ts'

const dayMs = 86_400_000
const stage = setStage(['--fresh', '--people', peopleOfTwo()])
let session: ScheduledSession

beforeAll(async () => {
  session = await booked(stage)
}, 60_000)

const daysAfter = (days: number) =>
  control(stage, 'clock', { to: new Date(Date.parse(session.endsAt) + days * dayMs + 60_000).toISOString() })

async function chatOf(persona: Persona): Promise<void> {
  await become(stage.desk, persona)
  await openApp(stage.desk, 'Teams', 'Chat')
}

const question = 'How was session 1?'
const reminder = 'This is the only reminder.'
const told = (text: string) => stage.desk.page.locator('.message', { hasText: text })

journey(stage, 'both are asked once the session is over', async () => {
  await daysAfter(0)
  for (const persona of ['Mentor', 'Mentee'] as const) {
    await chatOf(persona)
    await card(stage.desk, question).waitFor()
    expect(await told(reminder).count()).toBe(0)
  }
  await look(stage.desk, 'nobody-answers-1-asked')
})

journey(stage, 'who has not answered is reminded, once', async () => {
  await daysAfter(5)
  for (const persona of ['Mentor', 'Mentee'] as const) {
    await chatOf(persona)
    await told(reminder).first().waitFor()
    expect(await told(reminder).count()).toBe(1)
  }
  await look(stage.desk, 'nobody-answers-2-reminded')
})

journey(stage, 'then the question closes, and nothing more is asked about it', async () => {
  await daysAfter(11)
  await chatOf('Mentee')
  await told('The question about session 1 has closed').first().waitFor()
  await told(reminder).first().waitFor({ state: 'detached' })
  expect(await told(question).count()).toBe(0)
  await look(stage.desk, 'nobody-answers-3-closed')
})

journey(stage, 'the Organizer reads that there is no word, and finds the pair in the work list', async () => {
  const { desk } = stage
  const { tab } = desk
  await at(desk, 'Organizer', 'Check-ins')
  await tab
    .getByRole('heading', { level: 1, name: /We don’t know yet what came of the one session/ })
    .waitFor()
  await tab.getByRole('heading', { name: 'Work list (1)' }).waitFor()
  const work = tab.getByRole('article')
  await work.getByText('No word', { exact: true }).waitFor()
  await work.getByText(/nobody called it off, and nobody confirmed it/).waitFor()
  await work.getByText(/Ask both whether they met/).waitFor()
  // Silence is not health.
  expect(await tab.getByText(/Every pair is on its way/).count()).toBe(0)
  expect(await tab.getByText(/^On track \(\d+\)$/).count()).toBe(0)
  await look(desk, 'nobody-answers-4-organizer')
  expect(desk.faults).toEqual([])
})
