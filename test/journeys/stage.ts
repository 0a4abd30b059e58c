/** What the journeys share: one company that runs, one browser, and one window on its page. */
import { afterAll, beforeAll, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { Address } from '../../bot/demo/page/src/address.ts'
import { become, type Desk, look, openApp, openBrowser, openDesk, type Persona } from '../support/browser.ts'
import { type Demo, newDataDir, startDemo } from '../support/demo.ts'

export interface Stage {
  demo: Demo
  /** Where the company's memory lies; it outlives a stop. */
  dataDir: string
  browser: Browser
  desk: Desk
}

/**
 * Starts the company before the first journey of a file and stops it after the last. `args` are those of `npm start`; on a
 * phone the same journeys are made with the tab and the chats in it.
 */
export function setStage(args: string[], device: Address['device'] = 'desktop'): Stage {
  const stage = {} as Stage
  const folder = newDataDir()
  beforeAll(async () => {
    stage.dataDir = folder.path
    const [demo, browser] = await Promise.all([startDemo({ dataDir: folder.path, args }), openBrowser()])
    stage.demo = demo
    stage.browser = browser
    stage.desk = await openDesk(browser, demo.url, { device })
  }, 120_000)
  afterAll(async () => {
    await stage.browser?.close()
    await stage.demo?.stop()
    folder.remove()
  }, 30_000)
  return stage
}

/** A test that leaves a picture of the page behind when it fails, since a person would look there first. */
export function journey(stage: Stage, name: string, steps: () => Promise<void>, timeout = 90_000): void {
  test(
    name,
    async () => {
      try {
        await steps()
      } catch (failure) {
        await look(stage.desk, `failed ${name.slice(0, 60)}`).catch(() => {})
        throw failure
      }
    },
    timeout,
  )
}

/** Becomes somebody and opens a place of the tab by its navigation. */
export async function at(desk: Desk, persona: Persona, place: string): Promise<void> {
  await become(desk, persona)
  await openApp(desk, 'Teams', 'Mentoring')
  const menu = desk.tab.getByRole('button', { name: 'Menu' })
  const link = desk.tab.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place })
  await desk.tab.getByRole('heading', { level: 1 }).waitFor()
  if (await menu.isVisible()) await menu.click()
  await link.click()
}
