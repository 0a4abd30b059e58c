/**
 * Two who are paired agree in writing, and half time comes by itself: one answers on the card, the other in the tab, and both
 * read what follows. Two enrolled people only, so that it is known who is paired with whom.
 */
import { beforeAll, describe, expect } from '@jest/globals'
import { become, card, look, openApp, type Persona, settled, violations } from '../support/browser.ts'
import { booked, control, peopleOfTwo, scheduleNow } from './company-of-two.ts'
import { at, journey, setStage } from './stage.ts'

describe('two of a pair', () => {
  const stage = setStage(['--fresh', '--people', peopleOfTwo()])

  beforeAll(async () => {
    await booked(stage)
  }, 60_000)

  const signs = async (persona: Persona, goal: string) => {
    const { desk } = stage
    await become(desk, persona)
    await openApp(desk, 'Teams', 'Mentoring')
    await desk.tab.getByRole('textbox', { name: /^My goal, as / }).fill(goal)
    await settled(desk)
    expect(await violations(desk)).toEqual([])
    await look(desk, `agreement-${persona}`)
    await desk.tab.getByRole('button', { name: 'Sign', exact: true }).click()
    await desk.tab
      .getByText(/^You signed on|^You have both signed/)
      .first()
      .waitFor()
  }

  journey(stage, 'both sign what they agree on, and read each other’s goal', async () => {
    const { desk } = stage
    await signs('Mentor', 'Speak up sooner')
    await become(desk, 'Mentee')
    await openApp(desk, 'Teams', 'Chat')
    await card(desk, 'It’s your turn to sign').waitFor()
    await signs('Mentee', 'Use what juniors use')
    await desk.tab.getByText('You have both signed.').waitFor()
    await desk.tab.getByText('Speak up sooner').waitFor()
    await look(desk, 'agreement-signed')
  })

  journey(stage, 'write down what each does until they meet again; the other ticks it', async () => {
    const { desk } = stage
    await become(desk, 'Mentor')
    await openApp(desk, 'Teams', 'Mentoring')
    await desk.tab.getByRole('textbox', { name: 'What', exact: true }).fill('Show one thing that annoys us')
    await desk.tab.getByRole('combobox', { name: 'Who does it' }).selectOption('partner')
    await desk.tab.getByRole('button', { name: 'Add', exact: true }).click()
    const row = desk.tab.getByRole('checkbox', { name: 'Show one thing that annoys us' })
    await row.scrollIntoViewIfNeeded()
    await settled(desk)
    expect(await violations(desk)).toEqual([])
    await look(desk, 'until-you-meet-again')
    await become(desk, 'Mentee')
    await openApp(desk, 'Teams', 'Mentoring')
    await row.click()
    await desk.tab.getByText('One thing done').waitFor()
  })

  journey(stage, 'write notes together and alone, and share an idea that is decided', async () => {
    const { desk } = stage
    const { tab } = desk
    await become(desk, 'Mentor')
    await openApp(desk, 'Teams', 'Mentoring')
    await tab.getByRole('button', { name: 'Open notes' }).click()
    await tab.getByRole('textbox', { name: 'Shared notes' }).fill('Next time: the dashboard')
    await tab.getByRole('button', { name: 'Save', exact: true }).click()
    await tab.getByText(/^You saved it last/).waitFor()
    await tab.getByRole('button', { name: 'Write private notes' }).click()
    await tab.getByLabel(/^A new passphrase/).fill('correct horse battery')
    await tab.getByLabel('The same once more').fill('correct horse battery')
    await tab.getByRole('button', { name: 'Use this passphrase' }).click()
    const alone = tab.getByRole('textbox', { name: 'Your notes' })
    await alone.fill('She never lets me finish')
    await alone.scrollIntoViewIfNeeded()
    await settled(desk)
    expect(await violations(desk)).toEqual([])
    await look(desk, 'session-notes')
    await tab.getByRole('button', { name: 'Save', exact: true }).last().click()
    await tab.getByText('Saved.').last().waitFor()
    await tab.getByRole('button', { name: 'Write down an idea' }).click()
    await tab.getByRole('textbox', { name: 'In one line' }).fill('The newest speaks first')
    await tab
      .getByRole('textbox', { name: 'What should happen' })
      .fill('In each round the newest speaks first.')
    const ask = tab.getByRole('button', { name: / to share it$/ })
    await ask.scrollIntoViewIfNeeded()
    await look(desk, 'idea-written')
    await ask.click()
    await tab.getByText(/^Waiting for /).waitFor()

    await become(desk, 'Mentee')
    await openApp(desk, 'Teams', 'Chat')
    await card(desk, 'Your partner wrote down an idea').waitFor()
    await openApp(desk, 'Teams', 'Mentoring')
    const share = tab.getByRole('button', { name: 'Share it' })
    await share.scrollIntoViewIfNeeded()
    await settled(desk)
    expect(await violations(desk)).toEqual([])
    await look(desk, 'idea-asked')
    await share.click()
    await tab.getByText(/^Shared with the organizer\. No decision yet/).waitFor()

    await at(desk, 'Organizer', 'check-ins')
    await tab.getByRole('link', { name: 'Ideas to action' }).click()
    await tab.getByRole('button', { name: 'Decide', exact: true }).click()
    await tab.getByRole('radio', { name: 'Later' }).check()
    await tab.getByRole('textbox', { name: /^Why/ }).fill('After the summer')
    await settled(desk)
    expect(await violations(desk)).toEqual([])
    await look(desk, 'ideas-to-action')
    await tab.getByRole('button', { name: 'Decide and tell them' }).click()
    await tab.getByText('Why: After the summer').waitFor()
    await become(desk, 'Mentor')
    await openApp(desk, 'Teams', 'Chat')
    await card(desk, 'There is a decision on an idea of yours').waitFor()
  })

  journey(stage, 'are asked at half time, each alone, and read the same of what they said', async () => {
    const { desk } = stage
    const sessions = (await scheduleNow(stage)).holds[0]!.sessions
    const [first, last] = [sessions[0]!, sessions.at(-1)!]
    const half = (Date.parse(first.startsAt) + Date.parse(last.endsAt)) / 2
    const now = Date.parse(await stage.desk.page.evaluate(() => new Date().toISOString()))
    // The demo's clock may stand elsewhere than this machine's: one day at a time until it is time.
    for (let days = Math.ceil((half - now) / 86_400_000) + 2; days > 0; days -= 7)
      await control(stage, 'clock', { days: Math.min(7, days) })

    await become(desk, 'Mentor')
    await openApp(desk, 'Teams', 'Chat')
    const asked = card(desk, 'Halfway: how is it going?')
    await asked.waitFor()
    for (const select of await asked.locator('select').all()) await select.selectOption({ index: 3 })
    await asked.getByRole('radio', { name: 'Both of us' }).check()
    await asked.getByRole('radio', { name: 'With something adjusted' }).check()
    await look(desk, 'midpoint-card')
    await asked.getByRole('button', { name: 'Send' }).click()
    await card(desk, 'Thank you, that’s noted').waitFor()

    await become(desk, 'Mentee')
    await openApp(desk, 'Teams', 'Mentoring')
    const form = desk.tab.locator('section', { hasText: 'Halfway: how is it going?' }).last()
    await form.waitFor()
    await settled(desk)
    expect(await violations(desk)).toEqual([])
    await look(desk, 'midpoint-form')
    for (const group of await form.getByRole('radiogroup').all())
      await group.getByRole('radio').first().check()
    await form.getByRole('button', { name: 'Send' }).click()
    await openApp(desk, 'Teams', 'Chat')
    await card(desk, 'Take 20 minutes to talk about your sessions').waitFor()
    await look(desk, 'midpoint-outcome')
    await become(desk, 'Mentor')
    await openApp(desk, 'Teams', 'Chat')
    await card(desk, 'Take 20 minutes to talk about your sessions').waitFor()
  })
})
