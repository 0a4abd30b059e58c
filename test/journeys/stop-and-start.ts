/** What is left after the lights went out: everything. And what a start says that cannot succeed. */
import { expect } from '@jest/globals'
import { openDesk, settled, visit } from '../support/browser.ts'
import { startDemo, tryDemo } from '../support/demo.ts'
import { journey, type Stage } from './stage.ts'

export function stopAndStart(stage: Stage): void {
  journey(stage, 'a second start on the same data says so, and leaves the first alone', async () => {
    const { dataDir, demo, desk } = stage
    const { code, output } = await tryDemo(dataDir, ['--port', String(demo.port + 10)])
    expect(output).toMatch(/is open in another process\. Stop that one first/)
    expect(output).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
    await visit(desk, demo.url, { persona: 'mentor', page: 'my-mentoring' })
  })

  journey(stage, 'stopped and started again, pairs, calendar, chat and posts are as they were', async () => {
    const { dataDir, demo, browser } = stage
    const before = await seenBy(stage)
    await stage.desk.context.close()
    expect(await demo.stop()).toBe(0)
    stage.demo = await startDemo({ dataDir, port: demo.port })
    stage.desk = await openDesk(browser, demo.url)
    expect(await seenBy(stage)).toEqual(before)
  })
}

/** What the Mentor finds in tab, chat and calendar, and everybody in the channels. */
async function seenBy({ desk, demo }: Stage) {
  const { page, tab } = desk
  await visit(desk, demo.url, { persona: 'mentor', page: 'my-mentoring' })
  await settled(desk)
  const lead = await tab.getByRole('heading', { level: 1 }).innerText()
  await page.locator('.event').first().waitFor()
  const sessions = await page.locator('.event.is-hold').count()
  await visit(desk, demo.url, { persona: 'mentor', app: 'chat' })
  await page.locator('.message .card').first().waitFor()
  const chat = await page.getByRole('log').innerText()
  await visit(desk, demo.url, { persona: 'communications', app: 'channels' })
  await page.locator('.channel-list').waitFor()
  const channels = await page.locator('.channel-list').innerText()
  const ticks = await page.locator('.path .is-done').count()
  return { lead, sessions, chat, channels, ticks }
}
