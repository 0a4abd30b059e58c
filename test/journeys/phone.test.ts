/**
 * Teams on a phone: the tab in a webview that no window holds, the chat, and the cards. What people do most is done here too,
 * and every view is looked at as a phone shows it.
 */
import { beforeAll, describe, expect } from '@jest/globals'
import { DEVICES } from '../../bot/demo/page/src/address.ts'
import {
  become,
  card,
  changeTheme,
  type Desk,
  openApp,
  openDesk,
  type Place,
  settled,
  sidewaysScroll,
  smallTargets,
  violations,
  visit,
} from '../support/browser.ts'
import { booked, peopleOfTwo } from './company-of-two.ts'
import { checkIns } from './guided-path.ts'
import { enrolment, letIn } from './newcomer.ts'
import { at, journey, setStage } from './stage.ts'

const stage = setStage(['--fresh', '--people', peopleOfTwo()], 'iphone')

/** What a phone's user sees, without the desk around it. */
const lookAtPhone = ({ page, device }: Desk, name: string) =>
  page.locator('.phone-screen').screenshot({ path: `screenshots/${device} screen ${name}.png` })

describe('somebody new', () => {
  enrolment(stage)

  journey(stage, 'waits in a list that a finger can work with', async () => {
    const { desk, demo } = stage
    await visit(desk, demo.url, { persona: 'organizer', page: 'people' })
    await desk.tab.getByRole('button', { name: /^Approve: / }).waitFor()
    expect(await smallTargets(desk)).toEqual([])
  })

  letIn(stage, 'puts the message about it away', ({ tab }) =>
    tab.getByRole('button', { name: 'Dismiss' }).click(),
  )
})

describe('two who are a pair', () => {
  beforeAll(async () => {
    await booked(stage)
  }, 60_000)

  journey(stage, 'a link on a card opens the tab at the partner, and back leads to the chat', async () => {
    const { desk } = stage
    const { page, tab } = desk
    await become(desk, 'Mentor')
    await openApp(desk, 'Teams', 'Chat')
    const told = card(desk, 'Meet your Mentee')
    await told.waitFor({ timeout: 60_000 })
    await lookAtPhone(desk, 'partner card')
    await told.getByRole('link', { name: 'Open My mentoring' }).click()
    await settled(desk)
    const partner = await page.locator('.persona', { hasText: 'Mentee' }).locator('.persona-name').innerText()
    await tab.getByText(partner).first().waitFor()
    await lookAtPhone(desk, 'partner')
    await page.getByRole('button', { name: 'Back' }).click()
    await told.waitFor()
  })

  journey(stage, 'the tab is in a webview: no window holds it, and the app answers natively', async () => {
    const { desk, demo } = stage
    await visit(desk, demo.url, { persona: 'mentor', page: 'my-mentoring' })
    const found = await desk.tab.locator('html').evaluate(() => ({
      isFramed: window.parent !== window,
      isSpokenTo: 'nativeInterface' in window && 'onNativeMessage' in window,
      screen: [innerWidth, innerHeight < 844],
    }))
    expect(found).toEqual({ isFramed: false, isSpokenTo: true, screen: [390, true] })
  })

  journey(stage, 'the Organizer looks at how it goes, and back leads home before it leads out', async () => {
    const { desk } = stage
    const { page, tab } = desk
    await at(desk, 'Organizer', 'Insights')
    await tab.locator('main[tabindex] h1').first().waitFor()
    await settled(desk)
    expect(await tab.locator('html').evaluate(() => location.hash)).toBe('#/insights')
    await lookAtPhone(desk, 'insights')
    await at(desk, 'Organizer', 'Schedule')
    await tab.getByRole('button', { name: 'How sessions are booked' }).click()
    await tab.getByRole('dialog').waitFor()
    await lookAtPhone(desk, 'drawer')
    await page.getByRole('button', { name: 'Back' }).click()
    await tab.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await tab.locator('html').evaluate(() => location.hash)).toBe('#/schedule')
    await page.getByRole('button', { name: 'Back' }).click()
    await tab.locator('html').evaluate(async () => {
      while (location.hash !== '#/my-mentoring') await new Promise((done) => setTimeout(done, 20))
    })
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('log').waitFor()
  })

  checkIns(stage)
})

describe('looks', () => {
  const places: Place[] = [
    { persona: 'mentor', page: 'my-mentoring' },
    { persona: 'newcomer', page: 'my-mentoring' },
    { persona: 'organizer', page: 'program' },
    { persona: 'organizer', page: 'people' },
    { persona: 'organizer', page: 'matching' },
    { persona: 'organizer', page: 'schedule' },
    { persona: 'organizer', page: 'check-ins' },
    { persona: 'organizer', page: 'insights' },
    { persona: 'communications', page: 'publish' },
  ]
  const apps: Place[] = [
    { persona: 'mentor', app: 'chat' },
    { persona: 'communications', app: 'channels' },
    { persona: 'mentor', app: 'calendar', host: 'outlook' },
  ]
  const named = ({ persona, page, app }: Place) => `${persona} ${app ?? page}`

  const halves: [string, Place[]][] = [
    ['who takes part', [...places.filter(({ persona }) => persona !== 'organizer'), ...apps]],
    ['the Organizer', places.filter(({ persona }) => persona === 'organizer')],
  ]
  for (const [whom, theirs] of halves) {
    journey(
      stage,
      `nothing stands in the way of ${whom}, is too small for a finger, or sticks out at the side`,
      async () => {
        const { desk, demo } = stage
        const found: Record<string, unknown[]> = {}
        for (const place of theirs) {
          await visit(desk, demo.url, place)
          await lookAtPhone(desk, `light ${named(place)}`)
          const inTab = place.app ? [] : [...(await smallTargets(desk)), ...(await sidewaysScroll(desk))]
          const here = [...(await violations(desk)), ...inTab.filter((one) => one !== 0)]
          if (here.length > 0) found[named(place)] = here
        }
        expect(found).toEqual({})
      },
    )
  }

  journey(stage, 'everything can be read in the dark, in high contrast, and from right to left', async () => {
    const { desk, demo } = stage
    const found: Record<string, string[]> = {}
    for (const place of [places[0]!, places[3]!, apps[0]!]) {
      await visit(desk, demo.url, { ...place, theme: 'dark' })
      for (const theme of ['dark', 'contrast'] as const) {
        await changeTheme(desk, theme)
        await lookAtPhone(desk, `${theme} ${named(place)}`)
        const here = await violations(desk, ['color-contrast'])
        if (here.length > 0) found[`${theme} ${named(place)}`] = here
      }
      await visit(desk, demo.url, { ...place, lang: 'ar' })
      if (!place.app) {
        expect(await desk.tab.locator('html').getAttribute('dir')).toBe('rtl')
        expect(await sidewaysScroll(desk)).toEqual([0, 0])
      }
      await lookAtPhone(desk, `arabic ${named(place)}`)
    }
    expect(found).toEqual({})
  })

  journey(stage, 'the tab opens in Teams, Outlook and Microsoft 365, on both kinds of phone', async () => {
    const { browser, demo } = stage
    for (const device of DEVICES.filter((one) => one !== 'desktop')) {
      const desk = await openDesk(browser, demo.url, { device })
      for (const host of ['outlook', 'office', 'teams'] as const) {
        await visit(desk, demo.url, { persona: 'mentor', host })
        await lookAtPhone(desk, `in ${host}`)
      }
      expect(desk.faults).toEqual([])
      await desk.context.close()
    }
  })
})
