/** The Matching board in the hands of an Organizer who knows better, with and without a mouse; and of those it is closed to. */
import { expect } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { become, type Desk, look, openApp, tabTo, visit } from '../support/browser.ts'
import { at, journey, type Stage } from './stage.ts'

const pairName = /^Details of (.+) teaches (.+)$/

export function onTheBoard(stage: Stage): void {
  journey(stage, 'the Organizer swaps two pairs and takes it back', async () => {
    const { desk } = stage
    const { tab } = desk
    await at(desk, 'Organizer', 'Matching board')
    const [one] = await firstPairs(desk, 1)
    const before = `Details of ${one!.mentor} teaches ${one!.mentee}`
    await tab
      .getByRole('button', { name: `Swap Mentees with… ${one!.mentor} teaches ${one!.mentee}` })
      .click()
    // The cheapest first, with what it costs: known before anything is changed.
    const cheapest = tab
      .getByRole('dialog')
      .getByRole('button', { name: /^Swap: .+ teaches .+\. (?:−|\+|Costs nothing)/ })
      .first()
    await cheapest.waitFor()
    await look(desk, 'board-swap-costs')
    const [, mentor, mentee] = /^Swap: (.+) teaches (.+)\. /.exec(
      (await cheapest.getAttribute('aria-label'))!,
    )!
    await cheapest.click()
    await tab.getByText(`${one!.mentor} and ${mentor} have swapped Mentees.`).first().waitFor()
    // Swapped pairs score differently and so stand elsewhere in the list: looked for as a person would.
    await tab.getByRole('searchbox').first().fill(one!.mentor)
    await tab.getByRole('button', { name: `Details of ${one!.mentor} teaches ${mentee}` }).waitFor()
    await look(desk, 'board-swapped')
    await tab.getByRole('button', { name: `Undo the exchange of ${one!.mentor} and ${mentor}` }).click()
    await tab.getByText('The exchange is undone.').waitFor()
    await tab.getByRole('button', { name: before }).waitFor()
    await tab.getByRole('searchbox').first().fill('')
  })

  journey(stage, 'two people of one reporting line are refused with the rule in words', async () => {
    const { desk } = stage
    const { tab } = desk
    const { mentor, mentee } = twoInOneLine()
    await tab.getByRole('tab', { name: 'Why not these two?' }).click()
    await pick(tab.getByLabel('Mentor', { exact: true }), mentor, desk)
    await pick(tab.getByLabel('Mentee', { exact: true }), mentee, desk)
    await tab.getByText('They can’t be paired.').waitFor()
    const said = await tab.getByRole('tabpanel').or(tab.getByRole('main')).last().innerText()
    expect(said).toMatch(/reporting line/i)
    await look(desk, 'board-refused')
    await tab.getByRole('tab', { name: 'Proposals' }).click()
  })

  journey(stage, 'pinning and swapping need no mouse', async () => {
    const { desk } = stage
    const { page, tab } = desk
    const [, , one] = await firstPairs(desk, 3)
    const pair = `${one!.mentor} teaches ${one!.mentee}`
    const pin = tab.getByRole('button', { name: `Pin: ${pair}` })
    await tab.getByRole('searchbox').first().focus()
    await tabTo(desk, pin)
    await page.keyboard.press('Enter')
    await tab.getByText(`${pair}: pinned.`).waitFor()
    expect(await pin.getAttribute('aria-pressed')).toBe('true')
    await tab.getByRole('searchbox').first().focus()
    await tabTo(desk, tab.getByRole('button', { name: `Swap Mentees with… ${pair}` }))
    await page.keyboard.press('Enter')
    await tab.getByRole('dialog').waitFor()
    await tabTo(
      desk,
      tab
        .getByRole('dialog')
        .getByRole('button', { name: /^Swap: / })
        .first(),
    )
    await page.keyboard.press('Escape')
    await tab.getByRole('dialog').waitFor({ state: 'detached' })
    await look(desk, 'board-pinned-by-keyboard')
  })

  journey(stage, 'a service that does not answer is an error with a way back', async () => {
    const { desk, demo } = stage
    const { context, page, tab } = desk
    await context.route('**/api/**', (route) => route.abort())
    await page.goto('about:blank')
    await page.goto(`${demo.url}/#persona=organizer&page=matching&step=0`)
    await tab.getByRole('heading', { name: 'This couldn’t be loaded' }).waitFor({ timeout: 45_000 })
    await look(desk, 'board-unreachable')
    await context.unroute('**/api/**')
    await tab.getByRole('button', { name: 'Try again' }).click()
    await tab.getByRole('button', { name: pairName }).first().waitFor()
  })

  journey(stage, 'somebody who only takes part has My mentoring and nothing else', async () => {
    const { desk, demo } = stage
    const { tab } = desk
    await become(desk, 'Mentor')
    await openApp(desk, 'Teams', 'Mentoring')
    await tab.getByRole('heading', { level: 1 }).waitFor()
    expect(await tab.getByRole('link', { name: /Matching board|People|Publish|Schedule/ }).count()).toBe(0)
    await visit(desk, demo.url, { persona: 'mentor', page: 'matching' })
    await tab
      .getByText('This page isn’t open to you. If it should be, ask the person who runs the program.')
      .waitFor()
    await tab.getByRole('link', { name: 'My mentoring' }).last().click()
    await tab.getByRole('heading', { level: 1, name: /partner/ }).waitFor()
  })
}

/** Names of the pairs that stand first on the board. */
async function firstPairs({ tab }: Desk, count: number): Promise<{ mentor: string; mentee: string }[]> {
  const details = tab.getByRole('button', { name: pairName })
  await details.nth(count - 1).waitFor()
  const labels = await Promise.all(
    Array.from({ length: count }, (_one, at) => details.nth(at).getAttribute('aria-label')),
  )
  return labels.map((label) => {
    const [, mentor = '', mentee = ''] = pairName.exec(label ?? '') ?? []
    return { mentor, mentee }
  })
}

/** Names of an enrolled Mentor and a Mentee somewhere above them. */
function twoInOneLine(): { mentor: string; mentee: string } {
  const { enrolments, byId } = createSeededCompany()
  const mentees = new Set(enrolments.filter(({ side }) => side === 'mentee').map(({ personId }) => personId))
  for (const { personId, side } of enrolments) {
    if (side !== 'mentor') continue
    const seen = new Set([personId])
    for (let id = byId.get(personId)?.managerId; id && !seen.has(id); id = byId.get(id)?.managerId) {
      seen.add(id)
      if (mentees.has(id))
        return { mentor: byId.get(personId)!.displayName, mentee: byId.get(id)!.displayName }
    }
  }
  throw new Error('The seeded company enrolled nobody below a Mentee.')
}

async function pick(field: Locator, name: string, { tab }: Desk): Promise<void> {
  await field.fill(name)
  await tab.getByRole('option', { name }).first().click()
}
