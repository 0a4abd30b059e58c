/** The six steps that the page leads through, each by the person whose turn it is. Registered for one company or another. */
import { expect } from '@jest/globals'
import type { Locator } from 'playwright-core'
import {
  become,
  card,
  type Desk,
  follow,
  guidedStep,
  look,
  openApp,
  type Persona,
  ticked,
} from '../support/browser.ts'
import { journey, type Stage } from './stage.ts'

const summaryTitle = 'What our leaders learned this winter'
const chosenChannels = ['All Company › Success stories', 'New Voices › Mentoring']

/** Steps 1 and 2, until proposals lie on the board. */
export function readAndPair(stage: Stage): void {
  journey(stage, 'the Organizer reads the organization chart and sees what is wrong in it', async () => {
    const { desk } = stage
    const { page, tab } = desk
    await follow(desk, 'Read the chart', 'Take me there')
    // In a narrow window the chart is folded below one line that says how much there is to correct.
    const read = tab.getByRole('button', { name: /^Read the chart/ })
    const folded = tab.locator('summary', { hasText: /chart/i })
    await read.or(folded).first().waitFor()
    if (await folded.isVisible()) await folded.click()
    await read.last().click()
    await tab.getByText('The chart is being read.').waitFor()
    await ticked(desk, 'Read the chart')
    const faults = tab.getByRole('heading', { name: /missing links? in the chart/ }).locator('~ ul > li')
    if (await page.getByRole('button', { name: /^Organization chart: \d+ faults?/ }).isVisible()) {
      expect(await faults.count()).toBeGreaterThan(0)
      expect(await faults.first().innerText()).toMatch(/, or confirm that nobody is above/)
    }
    await look(desk, '1-chart-read')
    const confirm = tab
      .getByRole('button', { name: /^(Nobody is above these|Confirm that nobody is above)/ })
      .first()
    if (await confirm.isVisible()) {
      await confirm.click()
      await tab.getByText(/nobody above them from now on/).waitFor()
      await tab.getByRole('heading', { name: /at the top, confirmed/ }).waitFor()
      await look(desk, '1-tops-confirmed')
    }
    // One press leads to the next step, and to where it happens.
    await desk.page.getByRole('button', { name: 'Next: Pair', exact: true }).click()
    await expect(guidedStep(desk, 'Pair').getAttribute('aria-expanded')).resolves.toBe('true')
    // In a narrow window the way there stands behind the menu.
    await tab.locator('a[href="#/matching"][aria-current="page"]').first().waitFor({ state: 'attached' })
  })

  journey(stage, 'the Organizer lets pairs be proposed and reads why two people fit', async () => {
    const { desk } = stage
    const { tab } = desk
    await follow(desk, 'Pair', 'Take me there')
    await propose(desk)
    await ticked(desk, 'Pair')
    await tab
      .getByRole('button', { name: /^Details of / })
      .first()
      .click()
    await tab.getByText('Why these two').waitFor()
    await look(desk, '2-why-these-two')
    await tab.getByRole('button', { name: 'Close' }).last().click()
  })

  journey(
    stage,
    'the organization chart shows every pair as an arc, and none inside a reporting line',
    async () => {
      const { desk } = stage
      const { tab } = desk
      const pairs = await countIn(tab.getByRole('button', { name: /^Approve (all )?\d+ pairs?/ }))
      await tab.getByRole('tab', { name: 'Organization chart' }).click()
      await tab.getByText('No pair inside a reporting line').waitFor()
      await tab
        .getByRole('button', { name: 'Unfold all' })
        .click({ timeout: 1000 })
        .catch(() => {})
      const drawing = tab.locator(
        `svg[aria-label^="Organization chart with ${pairs} pairs"], [role][aria-label^="Organization chart with ${pairs} pairs"]`,
      )
      await drawing.first().waitFor()
      await drawing.first().scrollIntoViewIfNeeded()
      await look(desk, '2-chart-with-arcs')
      await tab.getByRole('button', { name: 'Show as table' }).click()
      const verdicts = tab.getByRole('row').filter({ hasText: 'Different lines' })
      expect(await verdicts.count()).toBeGreaterThan(0)
      expect(await tab.getByText('Inside a line', { exact: true }).count()).toBe(0)
      await tab.getByRole('tab', { name: 'Proposals' }).click()
    },
  )
}

export async function propose({ tab }: Desk): Promise<void> {
  await tab.getByRole('button', { name: /^Propose (pairs|again)$/ }).click()
  await tab.getByRole('radio', { name: /^Best overall fit/ }).click()
  await tab.getByRole('button', { name: 'Start the run' }).click()
  await tab.getByRole('button', { name: /^Approve (all )?\d+ pairs?/ }).waitFor({ timeout: 60_000 })
}

/** Steps 3 to 6. */
export function fromApprovalToPost(stage: Stage): void {
  approval(stage)
  checkIns(stage)
  publishing(stage)
}

function approval(stage: Stage): void {
  journey(stage, 'the Organizer approves, and both calendars and both chats know of it', async () => {
    const { desk } = stage
    const { tab } = desk
    await follow(desk, 'Approve', 'Take me there')
    await tab.getByRole('button', { name: /^Approve all \d+ pairs/ }).click()
    const sheet = tab.getByRole('dialog', { name: /^Approve \d+ pairs\?/ })
    await sheet.getByText(/^\d+ people are told\./).waitFor()
    await look(desk, '3-before-approving')
    await sheet.getByRole('button', { name: /^Approve \d+ pairs$/ }).click()
    await tab.getByText(/Nobody has been told yet\./).waitFor()
    await tab.getByRole('button', { name: 'Undo' }).click()
    await tab.getByText('Taken back. Nobody was told anything.').waitFor()
    await tab.getByRole('button', { name: /^Approve all \d+ pairs/ }).click()
    await sheet.getByRole('button', { name: /^Approve \d+ pairs$/ }).click()
    // Ten seconds later, whether or not anybody still looks.
    await tab.getByRole('heading', { name: 'What’s next' }).waitFor({ timeout: 60_000 })
    await ticked(desk, 'Approve')
    await look(desk, '3-approved')
    const names = { Mentor: await nameOf(desk, 'Mentor'), Mentee: await nameOf(desk, 'Mentee') }
    for (const [me, partner] of [
      ['Mentor', 'Mentee'],
      ['Mentee', 'Mentor'],
    ] as const) {
      await follow(desk, 'See the calendar', `as ${me}`)
      const told = card(desk, `Meet your ${partner}`)
      await told.getByText(names[partner]).first().waitFor()
      expect(await told.innerText()).toContain('Why we matched you')
      await openFirstSession(desk)
      const session = desk.page.getByRole('dialog')
      const text = await session.innerText()
      expect(text).toContain(names.Mentor)
      expect(text).toContain(names.Mentee)
      expect(text).toMatch(/Agenda, in minutes: .*Mentor’s topic/)
      expect(await session.getByRole('link', { name: 'Join', exact: true }).getAttribute('href')).toMatch(
        /^https:\/\/teams\./,
      )
      await look(desk, `4-session-of-${me.toLowerCase()}`)
      await session.getByRole('button', { name: 'Close' }).click()
    }
    await ticked(desk, 'See the calendar')
  })
}

/** Step 5: one answers on the card, the other in the tab. */
export function checkIns(stage: Stage): void {
  journey(
    stage,
    'after the Session both are asked; the Mentor answers on the card, the Mentee in the tab',
    async () => {
      const { desk } = stage
      const { tab } = desk
      await follow(desk, 'Check in', 'Move the clock past the next session')
      await follow(desk, 'Check in', 'as Mentor')
      const asked = card(desk, 'How was session 1?')
      await asked.waitFor({ timeout: 180_000 })
      await look(desk, '5-asked')
      await asked.getByRole('radio', { name: 'Yes, we met' }).click()
      await asked.getByRole('radio', { name: '5 · very much' }).click()
      await asked.getByRole('button', { name: 'Nothing' }).click()
      await card(desk, 'Session 1 took place').waitFor()
      await look(desk, '5-answered-on-the-card')
      await follow(desk, 'Check in', 'as Mentee')
      await card(desk, 'How was session 1?').waitFor({ timeout: 180_000 })
      await openApp(desk, 'Teams', 'Mentoring')
      await tab.getByRole('heading', { name: 'One thing needs your answer' }).waitFor({ timeout: 180_000 })
      await tab.getByRole('button', { name: 'Yes', exact: true }).click()
      await tab.getByRole('button', { name: '4 out of 5' }).click()
      await tab.getByRole('button', { name: 'Nothing' }).click()
      await tab.getByText('Thanks, that’s all.').waitFor()
      await tab.getByRole('heading', { name: 'One thing needs your answer' }).waitFor({ state: 'detached' })
      await ticked(desk, 'Check in')
      await look(desk, '5-answered-in-the-tab')
    },
    300_000,
  )
}

function publishing(stage: Stage): void {
  journey(
    stage,
    'communications staff draft a Summary, see it as it will look, and send it to the Sponsor',
    async () => {
      const { desk } = stage
      const { tab } = desk
      await follow(desk, 'Publish', 'as Communications')
      await tab.getByRole('button', { name: 'New draft' }).click()
      await tab.getByRole('textbox', { name: 'Title' }).fill(summaryTitle)
      await tab.getByRole('article').or(tab.locator('section')).getByText(summaryTitle).first().waitFor()
      // Teams is asked which there are, while everybody who met is being sent a card.
      await tab.getByRole('checkbox', { name: chosenChannels[0]! }).waitFor({ timeout: 180_000 })
      for (const channel of chosenChannels) await tab.getByRole('checkbox', { name: channel }).click()
      await look(desk, '6-draft')
      await tab.getByRole('button', { name: 'Send for approval' }).click()
      await tab.getByRole('heading', { level: 1, name: /reads it next/ }).waitFor()
    },
    300_000,
  )

  journey(
    stage,
    'the Sponsor approves it, and each chosen channel gets the post exactly once',
    async () => {
      const { desk } = stage
      const { page, tab } = desk
      // Once it is decided, a card that says it waits is not sent any more.
      await become(desk, 'Executive Sponsor')
      await openApp(desk, 'Teams', 'Chat')
      // Behind the check-ins of everybody else who met.
      await card(desk, 'A post is waiting for your approval').waitFor({ timeout: 180_000 })
      await follow(desk, 'Publish', 'as Executive Sponsor')
      await tab.getByText(summaryTitle).first().waitFor()
      await tab.getByRole('button', { name: 'Approve and publish' }).click()
      await tab
        .getByRole('heading', { level: 1, name: 'Published. Each channel got it exactly once.' })
        .waitFor()
      await follow(desk, 'Publish', 'Posts')
      await page.locator('.thread', { hasText: summaryTitle }).first().waitFor()
      await look(desk, '6-posted')
      expect(await postsByChannel(desk)).toEqual(Object.fromEntries(chosenChannels.map((name) => [name, 1])))
      await ticked(desk, 'Publish')
    },
    300_000,
  )
}

async function countIn(button: Locator): Promise<number> {
  return Number(/\d+/.exec(await button.innerText())?.[0])
}

async function nameOf({ page }: Desk, persona: Persona): Promise<string> {
  return page.locator('.persona', { hasText: persona }).locator('.persona-name').innerText()
}

/** The step leads to the week of the first Session, where it is marked. */
async function openFirstSession({ page }: Desk): Promise<void> {
  await page.locator('.event.is-hold.is-marked').click()
}

/** How often the Summary stands in each channel that has it. */
async function postsByChannel({ page }: Desk): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const team of await page.locator('.channel-list section').all()) {
    const teamName = await team.getAttribute('aria-label')
    for (const item of await team.getByRole('button').all()) {
      await item.click()
      const channel = await item.locator('span').first().innerText()
      await page.locator('.channel .body-head h3', { hasText: channel }).waitFor()
      const posts = await page.locator('.thread', { hasText: summaryTitle }).count()
      if (posts > 0) found[`${teamName} › ${channel}`] = posts
    }
  }
  return found
}
