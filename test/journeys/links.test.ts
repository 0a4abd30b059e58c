/** Links of cards, of the tab and of an invitation, pressed one after the other: each leads somewhere, and none off this machine. */
import { beforeAll, describe, expect } from '@jest/globals'
import { become, card, type Desk, look, openApp, type Persona } from '../support/browser.ts'
import { booked, peopleOfTwo, type ScheduledSession } from './company-of-two.ts'
import { journey, setStage } from './stage.ts'

const london = (instant: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options }).format(new Date(instant))

describe('a link', () => {
  const stage = setStage(['--fresh', '--people', peopleOfTwo()])
  let session: ScheduledSession

  beforeAll(async () => {
    session = await booked(stage)
  }, 60_000)

  const place = () => stage.desk.tab.locator(':root').evaluate(() => location.hash)
  const told = (text: string | RegExp) => stage.desk.page.locator('.link-notice', { hasText: text })

  journey(stage, 'of a card opens its place in the tab', async () => {
    const { desk } = stage
    await become(desk, 'Mentor')
    await openApp(desk, 'Teams', 'Chat')
    await card(desk, 'Open My mentoring').getByRole('link', { name: 'Open My mentoring' }).click()
    await desk.tab.getByRole('heading', { level: 1 }).waitFor()
    expect(await place()).toBe('#/my-mentoring')
  })

  journey(stage, 'of an invitation leads back there each time, into the tab that is open', async () => {
    const { desk } = stage
    await openSession(desk, 'Mentor', session.startsAt)
    const link = desk.page.getByRole('dialog').getByRole('link', { name: 'Agenda' })
    for (const time of ['first', 'second']) {
      await desk.tab.locator(':root').evaluate((_root, name) => {
        Object.assign(window, { marked: name })
        location.hash = '#/my-mentoring/speed-meetings'
      }, time)
      await link.click()
      await stage.desk.tab.locator(':root').evaluate(arrived, '#/my-mentoring')
      expect(await desk.tab.locator(':root').evaluate(() => Object(window).marked)).toBe(time)
    }
    await desk.page.getByRole('dialog').getByRole('link', { name: 'Join', exact: true }).click()
    await told('Here Teams would join the meeting.').waitFor()
    await look(desk, 'links-1-join')
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  })

  journey(stage, 'of the tab to a person finds them by their sign-in name', async () => {
    const { desk } = stage
    await desk.tab.getByRole('button', { name: /^Write to / }).click()
    await told(/^Here Teams would open your chat with \S/).waitFor()
    await look(desk, 'links-2-chat')
  })

  journey(stage, 'that names the app by its manifest is not found, nor is a stranger', async () => {
    const { desk } = stage
    const teams = 'https://teams.microsoft.com/l'
    await press(desk, `${teams}/entity/6f1c2c39-4f0e-4d3c-9d6b-0c6f7f0f1a01/mentoring`)
    await desk.page.getByRole('alert').filter({ hasText: 'We couldn’t find the app' }).waitFor()
    await press(desk, `${teams}/call/0/0?users=nobody%40elsewhere.test&withVideo=true`)
    await desk.page.getByRole('alert').filter({ hasText: 'nobody@elsewhere.test' }).waitFor()
    await press(desk, 'https://learn.microsoft.com/graph')
    await told('The demo stays on this machine.').waitFor()
  })

  journey(stage, 'never leaves this machine', async () => {
    const { desk } = stage
    expect(desk.strays).toEqual([])
    expect(desk.context.pages()).toHaveLength(1)
    expect(desk.faults).toEqual([])
  })
})

/** Resolves once the tab is there. */
async function arrived(_root: Element, hash: string): Promise<void> {
  while (location.hash !== hash)
    await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
}

/** A link as somebody may paste it, on the page beside all others. */
async function press({ page }: Desk, url: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, target: '_blank', textContent: href })
    document.body.append(link)
    link.click()
    link.remove()
  }, url)
}

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
