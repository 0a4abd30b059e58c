/** First visits: somebody who has never heard of the program, and somebody who uses no mouse. */
import { expect } from '@jest/globals'
import { become, card, type Desk, look, openApp, tabTo } from '../support/browser.ts'
import { at, journey, type Stage } from './stage.ts'

export function firstVisits(stage: Stage): void {
  landing(stage)
  enrolment(stage)
  letIn(stage, 'leaves at once', async () => {})
  withTheKeyboard(stage)
}

/** Nobody who runs the program is met by an invitation to enroll. */
function landing(stage: Stage): void {
  journey(stage, 'each lands on the page that has something for them', async () => {
    const { desk } = stage
    const { page, tab } = desk
    const here = tab.getByRole('navigation', { name: 'Places' }).locator('[aria-current="page"]')
    const menu = tab.getByRole('button', { name: 'Menu' })
    for (const [persona, place] of [
      ['Organizer', 'Matching'],
      ['Communications', 'Publish'],
      ['Executive Sponsor', 'Program'],
      ['Mentor', 'My mentoring'],
    ] as const) {
      await become(desk, persona)
      await openApp(desk, 'Teams', 'Mentoring')
      await page.locator('.tab-frame .over').waitFor({ state: 'detached' })
      await tab.getByRole('heading', { level: 1 }).first().waitFor()
      if (await menu.isVisible()) await menu.click()
      expect([persona, await here.innerText()]).toEqual([persona, expect.stringContaining(place)])
    }
    await become(desk, 'First visit')
  })
}

/** A newcomer reads, and enrolls. */
export function enrolment(stage: Stage): void {
  journey(
    stage,
    'a newcomer sees what the program is for, who stands behind it and what it asks',
    async () => {
      const { desk } = stage
      const { page, tab } = desk
      await become(desk, 'First visit')
      await openApp(desk, 'Teams', 'Mentoring')
      await tab.getByRole('button', { name: 'Enroll', exact: true }).first().waitFor()
      const text = await tab.getByRole('main').innerText()
      for (const said of [
        'What this is for',
        'Who stands behind it',
        'What it asks of you',
        'Ground rules',
      ]) {
        expect(text).toContain(said)
      }
      const sponsor = await page
        .locator('.persona', { hasText: 'Executive Sponsor' })
        .locator('.persona-name')
        .innerText()
      expect(text).toContain(sponsor)
      await look(desk, 'newcomer-1-first-sight')
    },
  )

  journey(
    stage,
    'a newcomer enrols; what is missing is named beside its field; a lost network loses nothing',
    async () => {
      const { desk } = stage
      const { context, tab } = desk
      const next = tab.getByRole('button', { name: 'Next', exact: true })
      await tab.getByRole('button', { name: 'Enroll', exact: true }).first().click()
      await tab.getByRole('radio', { name: /^I teach/ }).click()
      await next.click()
      await next.click()
      await tab.getByRole('alert').filter({ hasText: 'Choose at least one topic.' }).waitFor()
      await look(desk, 'newcomer-2-missing-topic')
      await tab.getByRole('button', { name: 'Sustainability' }).click()
      await next.click()
      await tab.getByLabel('From', { exact: true }).fill('18:00')
      await tab.getByLabel('To', { exact: true }).fill('09:00')
      await next.click()
      await tab.getByText('The end has to be after the start.').waitFor()
      await tab.getByLabel('From', { exact: true }).fill('09:00')
      await tab.getByLabel('To', { exact: true }).fill('17:00')
      await next.click()
      await tab.getByRole('textbox', { name: /^I want to/ }).fill('Speak up when leaders are in the room')
      await next.click()
      const finish = tab.getByRole('button', { name: 'Enroll', exact: true })
      await finish.click()
      await tab.getByText('To enroll, please accept the ground rules.').waitFor()
      await tab.getByRole('checkbox', { name: 'I agree to these ground rules' }).click()
      await context.setOffline(true)
      await finish.click()
      await tab.getByRole('alert').filter({ hasText: 'What you’ve entered is kept.' }).waitFor()
      await look(desk, 'newcomer-3-offline')
      await context.setOffline(false)
      await finish.click()
      await tab.getByRole('heading', { level: 1, name: /will look at your application/ }).waitFor()
      await look(desk, 'newcomer-4-enrolled')
    },
  )
}

/** The Organizer approves the newcomer; `before` is what they do before they leave. */
export function letIn(stage: Stage, how: string, before: (desk: Desk) => Promise<void>): void {
  journey(stage, `the Organizer approves the newcomer and ${how}; the bot tells them`, async () => {
    const { desk } = stage
    const { page, tab } = desk
    const name = await page
      .locator('.persona', { hasText: 'First visit' })
      .locator('.persona-name')
      .innerText()
    await at(desk, 'Organizer', 'People')
    await tab.getByRole('searchbox').fill(name)
    await tab.getByRole('button', { name: `Approve: ${name}` }).click()
    await before(desk)
    await become(desk, 'First visit')
    await openApp(desk, 'Teams', 'Chat')
    await card(desk, 'You’re in').waitFor({ timeout: 60_000 })
    await openApp(desk, 'Teams', 'Mentoring')
    await tab.getByRole('heading', { level: 1, name: /^You’re in/ }).waitFor()
  })
}

function withTheKeyboard(stage: Stage): void {
  journey(stage, 'somebody enrols with the keyboard alone', async () => {
    const { desk } = stage
    const { page, tab } = desk
    const press = async (name: string | RegExp, key = 'Enter') => {
      await tabTo(desk, tab.getByRole('button', { name, exact: true }))
      await page.keyboard.press(key)
    }
    await page.locator('body').click({ position: { x: 2, y: 2 } })
    await tabTo(
      desk,
      page.getByRole('navigation', { name: 'View as' }).getByRole('button', { name: 'Communications' }),
    )
    await page.keyboard.press('Enter')
    await tabTo(
      desk,
      page.getByRole('navigation', { name: 'Apps: Teams' }).getByRole('button', { name: 'Mentoring' }),
    )
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { level: 1 }).first().waitFor()
    const menu = tab.getByRole('button', { name: 'Menu' })
    if (await menu.isVisible()) await press('Menu')
    await tabTo(
      desk,
      tab.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'My mentoring' }),
    )
    await page.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'Enroll', exact: true }).first().waitFor()
    await press('Enroll')
    await tab.getByRole('heading', { name: 'Do you want to teach or to learn?' }).waitFor()
    await tabTo(desk, tab.getByRole('radio', { checked: true }))
    await page.keyboard.press('ArrowDown')
    await press('Next')
    await press('Inclusion', 'Space')
    await press('Next')
    await tab.getByRole('heading', { name: 'Languages and hours' }).waitFor()
    await press('Next')
    await tabTo(desk, tab.getByRole('textbox', { name: /^I want to/ }))
    await page.keyboard.type('Hear what people never say aloud')
    await press('Next')
    await tabTo(desk, tab.getByRole('checkbox', { name: 'I agree to these ground rules' }))
    await page.keyboard.press('Space')
    await press('Enroll')
    await tab.getByRole('heading', { level: 1, name: /will look at your application/ }).waitFor()
    await look(desk, 'keyboard-enrolled')
  })
}
