/** How every place looks and reads: no axe violation in any theme, 320 px, right to left, three hosts, a quiet console. */
import { expect } from '@jest/globals'
import {
  changeTheme,
  look,
  NARROW,
  openDesk,
  type Place,
  settled,
  sidewaysScroll,
  violations,
  visit,
  WIDE,
} from '../support/browser.ts'
import { journey, type Stage } from './stage.ts'

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
  { persona: 'sponsor', page: 'publish' },
]
const apps: Place[] = [
  { persona: 'mentor', app: 'chat' },
  { persona: 'communications', app: 'channels', step: 6 },
]
const named = ({ persona, page, app }: Place) => `${persona} ${app ?? page}`

export function looksRight(stage: Stage): void {
  journey(
    stage,
    "nothing stands in anybody's way in the light theme",
    async () => {
      const { desk, demo } = stage
      const found: Record<string, string[]> = {}
      for (const place of [...places, ...apps]) {
        await visit(desk, demo.url, place)
        await look(desk, `light ${named(place)}`)
        const here = await violations(desk)
        if (here.length > 0) found[named(place)] = here
      }
      expect(found).toEqual({})
    },
    240_000,
  )

  // A theme changes colours and nothing else. Each place opens in the one and is then changed to the other.
  journey(
    stage,
    'everything can be read in the dark theme, and once it is changed to high contrast',
    async () => {
      const { desk, demo } = stage
      const found: Record<string, string[]> = {}
      for (const place of [...places, ...apps]) {
        await visit(desk, demo.url, { ...place, theme: 'dark' })
        for (const theme of ['dark', 'contrast'] as const) {
          await changeTheme(desk, theme)
          await look(desk, `${theme} ${named(place)}`)
          const here = await violations(desk, ['color-contrast'])
          if (here.length > 0) found[`${theme} ${named(place)}`] = here
        }
      }
      expect(found).toEqual({})
    },
    240_000,
  )

  journey(stage, 'a window of 320 pixels shows every place without scrolling sideways', async () => {
    const { browser, demo } = stage
    const desk = await openDesk(browser, demo.url, {}, NARROW)
    const found: Record<string, number[]> = {}
    for (const place of places) {
      await visit(desk, demo.url, place)
      await look(desk, `narrow ${named(place)}`)
      const over = await sidewaysScroll(desk)
      if (over.some((pixels) => pixels > 0)) found[named(place)] = over
    }
    // Narrower still, the last step of the path does not lie under the arrow beside it.
    await desk.page.setViewportSize({ width: 280, height: 800 })
    const last = (await desk.page.locator('.path-steps .step-number').last().boundingBox())!
    const arrow = (await desk.page.locator('.path-row > button').boundingBox())!
    await desk.context.close()
    expect(found).toEqual({})
    expect(arrow.x).toBeGreaterThanOrEqual(last.x + last.width)
  })

  journey(stage, 'Arabic is read from right to left, on the page and in the tab', async () => {
    const { desk, demo } = stage
    for (const place of [places[0]!, places[4]!]) {
      await visit(desk, demo.url, { ...place, lang: 'ar' })
      expect(await desk.page.locator('html').getAttribute('dir')).toBe('rtl')
      expect(await desk.tab.locator('html').getAttribute('dir')).toBe('rtl')
      expect(await desk.tab.getByRole('heading', { level: 1 }).innerText()).toMatch(/\p{Script=Arabic}/u)
      await look(desk, `arabic ${named(place)}`)
    }
  })

  journey(stage, 'the tab opens in Teams, in Outlook and in Microsoft 365', async () => {
    const { browser, demo } = stage
    const desk = await openDesk(browser, demo.url, {}, WIDE)
    const { page } = desk
    for (const [host, name] of [
      ['Outlook', 'Outlook'],
      ['Microsoft 365', 'Microsoft 365'],
      ['Teams', 'Teams'],
    ] as const) {
      await page.getByRole('button', { name: 'View', exact: true }).click()
      await page.getByRole('menuitemradio', { name: host, exact: true }).click()
      await page.getByRole('menuitemradio', { name: host, exact: true }).waitFor({ state: 'hidden' })
      const tab = page.getByRole('region', { name, exact: true }).locator('iframe')
      await tab.waitFor()
      await settled(desk)
      await look(desk, `host ${host}`)
    }
    expect(desk.faults).toEqual([])
    await desk.context.close()
  })

  journey(stage, 'the theme follows the host while the tab is open', async () => {
    const { desk, demo } = stage
    const { page, tab } = desk
    await visit(desk, demo.url, { persona: 'mentor', page: 'my-mentoring' })
    const scheme = () => tab.locator('html').evaluate((html) => html.style.colorScheme)
    expect(await scheme()).toBe('light')
    await page.getByRole('button', { name: 'View', exact: true }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await tab.locator('html[style*="dark"]').waitFor()
    expect(await scheme()).toBe('dark')
  })

  journey(stage, 'the browser had nothing to complain about all along', async () => {
    const { faults } = stage.desk
    // Journeys that cut the network cause these, and only these.
    expect(
      faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 403/.test(fault)),
    ).toEqual([])
  })
}
