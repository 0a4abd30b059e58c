/**
 * Somebody opens a session in Outlook and presses the product's button: the pane beside it shows that session, to the one who was
 * invited as to the one who organizes it, finds another time, and says of another appointment that it is none.
 */
import { beforeAll, expect } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { changeTheme, look, violations, visit } from '../support/browser.ts'
import { ask, booked, peopleOfTwo } from './company-of-two.ts'
import { journey, setStage } from './stage.ts'

const stage = setStage(['--fresh', '--people', peopleOfTwo()])

beforeAll(async () => {
  await booked(stage)
  const { pairings } = await ask(stage, 'mentor', 'myMentoring', {})
  await ask(stage, 'mentor', 'addAction', {
    id: pairings[0]!.id,
    text: 'Try the dashboard',
    whose: 'partner',
  })
}, 60_000)

const pane = () => stage.desk.page.frameLocator('.add-in iframe')
const heading = (name: RegExp) => pane().getByRole('heading', { level: 1, name }).waitFor()
const dialog = () => stage.desk.page.getByRole('dialog')
const calendarOf = (persona: 'mentor' | 'mentee') =>
  visit(stage.desk, stage.demo.url, { persona, app: 'calendar', pane: 'outlook', day: 'session' })
const marked = () => stage.desk.page.locator('.event.is-marked').first()

/** Only the demo shows two pages of the product side by side; each has its own main part and messages, as in its own window. */
const barriers = async () =>
  (await violations(stage.desk)).filter(
    (line) => !line.startsWith('landmark-unique: iframe[title="Mentoring tab"]'),
  )

async function openPaneOn(event: Locator) {
  await event.click()
  await dialog().getByRole('button', { name: 'Mentoring', exact: true }).click()
  await closed()
}

/** The dialog is gone, and the page behind it is for everybody again. */
async function closed() {
  await dialog().waitFor({ state: 'detached' })
  await stage.desk.page.locator('#root:not([aria-hidden="true"])').waitFor()
}

journey(
  stage,
  'the pane shows the session that is looked at to whoever was invited, in each theme',
  async () => {
    const { desk } = stage
    await calendarOf('mentee')
    await openPaneOn(marked())
    await heading(/^Session 1 of \d+ with /)
    await pane().getByText('Try the dashboard').waitFor()
    await look(desk, 'pane-1-session')
    expect(await barriers()).toEqual([])
    await changeTheme(desk, 'dark')
    await pane().locator('html[data-theme="dark"]').waitFor()
    await look(desk, 'pane-2-dark')
    expect(await barriers()).toEqual([])
    await changeTheme(desk, 'light')
  },
)

journey(stage, 'a pinned pane goes along, and says of another appointment that it is none', async () => {
  const { desk } = stage
  await desk.page.locator('.event:not(.is-hold)').first().click()
  await dialog().getByRole('button', { name: 'Close' }).click()
  await closed()
  await heading(/isn’t one of your mentoring sessions/)
  await look(desk, 'pane-3-no-session')
  expect(await barriers()).toEqual([])
  await pane().getByRole('link', { name: 'Open my mentoring' }).click()
  await desk.tab.getByRole('heading', { level: 1 }).first().waitFor()
})

journey(stage, 'whoever organizes it finds another time from there', async () => {
  const { desk } = stage
  await calendarOf('mentor')
  await openPaneOn(marked())
  await heading(/^Session 1 of \d+ with /)
  await pane()
    .getByRole('button', { name: /^I can’t make it: session 1/ })
    .click()
  await pane().getByRole('button', { name: 'None of these', exact: true }).waitFor()
  await look(desk, 'pane-4-other-times')
  const { pairings } = await ask(stage, 'mentee', 'myMentoring', {})
  expect(pairings[0]!.sessions[0]!.repair).toMatchObject({ state: 'open', askedBy: 'partner' })
  expect(pairings[0]!.sessions[0]!.repair!.options).toHaveLength(3)
  expect([desk.faults, desk.strays]).toEqual([[], []])
})
