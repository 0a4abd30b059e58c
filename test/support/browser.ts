/** A real browser in front of the demo page, and the few things a person does there again and again. */
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  chromium,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core'
import { type Address, START, writeAddress } from '../../bot/demo/page/src/address.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** Longest that anybody should have to wait for what they asked for, on a busy machine. */
const PATIENCE_MS = 30_000
const screenshots = fileURLToPath(new URL('../../screenshots/', import.meta.url))

/** CHROMIUM, or a browser of this machine, or the packaged one. */
export async function openBrowser(): Promise<Browser> {
  const found = process.env['CHROMIUM'] ?? onPath(['chromium', 'chromium-browser', 'google-chrome'])
  return chromium.launch({ executablePath: found ?? (await packaged()), args: flags })
}

function onPath(names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

async function packaged(): Promise<string> {
  // With this it brings the system libraries that a bare machine lacks; it must be set before it is loaded.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromiumOfPackage } = await import('@sparticuz/chromium')
  return chromiumOfPackage.executablePath()
}

export type Persona =
  | 'Mentor'
  | 'Mentee'
  | 'Organizer'
  | 'Communications'
  | 'Executive Sponsor'
  | 'First visit'
export type Place = Partial<Address>

/** One window on the demo page. */
export interface Desk {
  context: BrowserContext
  page: Page
  /** What the tab is shown on; kept from one visit to the next. */
  device: Address['device']
  /** The product's tab, in its frame of another origin. */
  tab: FrameLocator
  /** What the browser complained about: console errors, uncaught errors, answers of 500 and above. */
  faults: string[]
  /** What any of its pages asked of another machine; never answered. */
  strays: string[]
}

export const WIDE = { width: 1680, height: 1050 }
export const NARROW = { width: 320, height: 800 }

export async function openDesk(browser: Browser, url: string, place: Place = {}, size = WIDE): Promise<Desk> {
  const { device = START.device } = place
  const hasTouch = device !== 'desktop'
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', hasTouch })
  context.setDefaultTimeout(PATIENCE_MS)
  const strays: string[] = []
  await context.route(
    ({ hostname }) => !here.has(hostname),
    (route) => {
      strays.push(route.request().url())
      return route.abort()
    },
  )
  const page = await context.newPage()
  const desk = { context, page, device, tab: tabOf(page), faults: faultsOf(page), strays }
  await page.goto(url + hashOf(place))
  return desk
}

const here = new Set(['localhost', '127.0.0.1'])
const tabOf = (page: Page) => page.frameLocator('.tab-frame iframe')
const hashOf = (place: Place) => `/${writeAddress({ ...START, step: 0, ...place })}`

/** Opens another address as a link would, and waits until the tab in it (if any) shows its page. */
export async function visit(desk: Desk, url: string, place: Place): Promise<void> {
  await desk.page.goto('about:blank')
  await desk.page.goto(url + hashOf({ device: desk.device, ...place }))
  if ((place.app ?? 'tab') === 'tab') await settled(desk)
}

/** The theme of the host changes while its pages are open; resolves once page and tab have all colours of the new one. */
export async function changeTheme({ page, tab }: Desk, theme: Address['theme']): Promise<void> {
  await page.evaluate((name) => {
    const address = new URLSearchParams(location.hash.slice(1))
    address.set('theme', name)
    location.hash = String(address)
  }, theme)
  await page.locator(`.page.theme-${theme}`).evaluate(faded)
  if ((await page.locator('.tab-frame iframe').count()) > 0)
    await tab.locator(`html[data-theme="${theme}"]`).evaluate(faded)
}

/** Fluent fades some colours into others; what is between the two is not for judging. */
async function faded(): Promise<void> {
  const fading = document.getAnimations().filter((one) => one instanceof CSSTransition)
  await Promise.allSettled(fading.map(({ finished }) => finished))
}

/** The tab has loaded its page: the page's own heading, and nothing that still says it is busy. */
export async function settled({ page, tab }: Desk): Promise<void> {
  await page.locator('.tab-frame .over').waitFor({ state: 'detached' })
  await tab.locator('main h1').first().waitFor()
  // Parts of a page load by themselves, several at once.
  await tab.locator('main:not(:has([aria-busy="true"]))').waitFor()
}

function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => {
    const told = `${message.text()} ${message.location().url}`
    if (message.type() === 'error' && !isExpected(told)) faults.push(told)
  })
  return faults
}

/** teams-js asks Microsoft's network for its list of hosts, and the demo's policy keeps that from leaving the browser. */
const isExpected = (told: string) => told.includes('https://res.cdn.office.net/')

export async function become({ page }: Desk, persona: Persona): Promise<void> {
  const face = page.getByRole('navigation', { name: 'View as' }).getByRole('button', { name: persona })
  await face.click()
  await page.locator('.persona[aria-current=true]', { hasText: persona }).waitFor()
}

export type Step = 'Read the chart' | 'Pair' | 'Approve' | 'See the calendar' | 'Check in' | 'Publish'

export const guidedStep = ({ page }: Desk, name: Step): Locator =>
  page.getByRole('region', { name: 'Guided path' }).getByRole('list').getByRole('button', { name })

/** Opens a step of the guided path and presses one of its buttons. */
export async function follow(desk: Desk, step: Step, button: string): Promise<void> {
  await guidedStep(desk, step).click()
  await desk.page
    .getByRole('region', { name: 'Guided path' })
    .getByRole('button', { name: button, exact: true })
    .click()
}

/** Resolves once the step carries its tick. */
export const ticked = (desk: Desk, step: Step): Promise<void> =>
  guidedStep(desk, step).getByLabel('Done').waitFor()

/** An app in the rail of a window, as Teams and Outlook have them. */
export const openApp = (
  { page }: Desk,
  window: 'Teams' | 'Outlook' | 'Microsoft 365',
  app: string,
): Promise<void> =>
  page
    .getByRole('navigation', { name: `Apps: ${window}` })
    .getByRole('button', { name: app })
    .click()

/** The last card in the open chat that says so. */
export const card = ({ page }: Desk, text: string): Locator =>
  page.locator('.message', { hasText: text }).locator('.card').last()

/** Kept in an ignored folder for people to look at. */
export async function look({ page, device }: Desk, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true })
  const form = device === START.device ? '' : `${device} `
  await page.screenshot({ path: join(screenshots, `${form}${name}.png`), animations: 'disabled' })
}

/** What axe finds on the page and in the frame, by all its rules or by those named, in lines to act on. */
export async function violations({ page }: Desk, rules?: string[]): Promise<string[]> {
  // Fluent's own focus guards, on the page and in the frame: they hold nothing and give the focus on.
  const guards = '[data-tabster-dummy]'
  const axe = new AxeBuilder({ page }).exclude(guards).exclude(['iframe', guards])
  const { violations: found } = await (rules ? axe.withRules(rules) : axe).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  )
}

/** By how many pixels the page and the tab are wider than their windows; [0, 0] is what a person wants. */
export async function sidewaysScroll({ page, tab }: Desk): Promise<[number, number]> {
  const over = (element: HTMLElement) => Math.max(0, element.scrollWidth - element.clientWidth)
  return [await page.locator('html').evaluate(over), await tab.locator('html').evaluate(over)]
}

/** What a finger would miss: whatever can be pressed in the tab and measures less than 44 pixels. Links in a line of text may. */
export async function smallTargets({ tab }: Desk): Promise<string[]> {
  return tab.locator('main').evaluate((main) => {
    const found: string[] = []
    for (const control of main.querySelectorAll<HTMLElement>(
      'button, input, select, textarea, summary, a[href]',
    )) {
      // A box is pressed by its words as well.
      const target =
        control.closest('.fui-Checkbox, .fui-Radio, .fui-Switch, .fui-Input, .fui-SearchBox') ?? control
      const { width, height } = target.getBoundingClientRect()
      const isText = getComputedStyle(target).display === 'inline'
      if (width === 0 || isText || (width >= 44 && height >= 44)) continue
      const name = control.getAttribute('aria-label') ?? control.innerText
      found.push(`${control.tagName} ${Math.round(width)}×${Math.round(height)} ${name.slice(0, 40)}`)
    }
    return found
  })
}

/** Presses Tab until `target` has the focus, as somebody without a mouse would; fails when it never gets there. */
export async function tabTo({ page }: Desk, target: Locator): Promise<void> {
  await target.first().waitFor()
  for (let presses = 0; presses < 150; presses++) {
    if (await target.first().evaluate((element) => element === document.activeElement && document.hasFocus()))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`150 presses of Tab never reached ${target}.`)
}
