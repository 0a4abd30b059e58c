/** `npm start -- --people FILE`: the same six steps for a company out of a file; faults of the file are listed. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { look } from '../support/browser.ts'
import { fromApprovalToPost, readAndPair } from './guided-path.ts'
import { journey, type Stage, setStage } from './stage.ts'

const fileOf = (name: string) => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url))

describeFor('organogram-a.csv', (stage) => {
  readAndPair(stage)
  fromApprovalToPost(stage)
})

describeFor('organogram-b.csv', (stage) => {
  journey(stage, 'its faults stand on the page, each with what it is about', async () => {
    const { page } = stage.desk
    const button = page.getByRole('button', { name: /^Organization chart: [\d,]+ faults?/ })
    const count = Number(/[\d,]+/.exec(await button.innerText())![0].replace(',', ''))
    await button.click()
    const faults = page.locator('.faults li')
    await faults.first().waitFor()
    expect(await faults.count()).toBe(Math.min(200, count))
    for (const text of (await faults.allInnerTexts()).slice(0, 20)) expect(text.length).toBeGreaterThan(10)
    await look(stage.desk, 'organogram-b-faults')
  })
})

/** Not every checkout has the files beside it; then the journeys are reported as skipped. */
function describeFor(name: string, journeys: (stage: Stage) => void): void {
  if (existsSync(fileOf(name))) {
    describe(`a company read from ${name}`, () => journeys(setStage(['--fresh', '--people', fileOf(name)])))
  } else {
    test.skip(`a company read from ${name}: the file is not here`, () => {})
  }
}
