/** Two windows on the same Program: who saves second reads what the other saved, and loses nothing of their own. */
import { expect } from '@jest/globals'
import { type Desk, look, openDesk, settled } from '../support/browser.ts'
import { ask } from './company-of-two.ts'
import { journey, setStage } from './stage.ts'

const stage = setStage(['--fresh'])

const planAt = async (desk: Desk) => {
  await settled(desk)
  await desk.tab.getByRole('button', { name: 'Change the plan' }).click()
  await desk.tab.getByRole('textbox', { name: 'Name of the Program' }).waitFor()
}
const window = () => openDesk(stage.browser, stage.demo.url, { persona: 'organizer', page: 'program' })
const cohortNow = async () => {
  const { cohortId } = await ask(stage, 'organizer', 'me', {})
  return ask(stage, 'organizer', 'cohort', { id: cohortId! })
}

journey(
  stage,
  'a plan that was saved in another window meanwhile is never written over in silence',
  async () => {
    const [one, other] = [await window(), await window()]
    await planAt(one)
    await planAt(other)
    const name = (desk: Desk) => desk.tab.getByRole('textbox', { name: 'Name of the Program' })
    const statement = (desk: Desk) => desk.tab.getByRole('textbox', { name: 'The business challenge' })
    await name(one).fill('Learning upward')
    await one.tab.getByRole('button', { name: 'Save' }).click()
    await one.tab.getByText('Learning upward').first().waitFor()
    expect((await cohortNow()).programName).toBe('Learning upward')
    await statement(other).fill('Leaders decide about things that they never try themselves.')
    await other.tab.getByRole('button', { name: 'Save' }).click()
    const conflict = other.tab.getByRole('alert', { name: 'Someone else saved this meanwhile' })
    await conflict.getByText(/saved another version on/).waitFor()
    await conflict.getByText('Learning upward').waitFor()
    await look(other, 'two-organizers-conflict')
    // Nothing was written over, and nothing typed is lost.
    expect((await cohortNow()).programName).toBe('Learning upward')
    await conflict.getByRole('button', { name: 'Use theirs' }).click()
    expect(await name(other).inputValue()).toBe('Learning upward')
    await statement(other).fill('Leaders decide about things that they never try themselves.')
    await other.tab.getByRole('button', { name: 'Save' }).click()
    await other.tab.getByText('Leaders decide about things that they never try themselves.').first().waitFor()
    const saved = await cohortNow()
    expect([saved.programName, saved.challenge.statement]).toEqual([
      'Learning upward',
      'Leaders decide about things that they never try themselves.',
    ])
    await one.context.close()
    await other.context.close()
  },
  180_000,
)

journey(
  stage,
  'rules of pairing that somebody else changed meanwhile stand side by side with one’s own',
  async () => {
    const { cohortId } = await ask(stage, 'organizer', 'me', {})
    const id = cohortId!
    const desk = await openDesk(stage.browser, stage.demo.url, { persona: 'organizer', page: 'matching' })
    const { tab } = desk
    await settled(desk)
    await tab.getByRole('tab', { name: 'What counts' }).click()
    const topics = tab.getByRole('spinbutton', { name: 'Topics offered and wanted' })
    await topics.fill('55')
    const { version } = await ask(stage, 'organizer', 'matching', { id })
    await ask(stage, 'organizer', 'saveMatching', { id, version, weights: { topic: 70 } })
    await tab.getByRole('button', { name: 'Save', exact: true }).click()
    const conflict = tab.getByRole('alert', { name: 'Someone else saved this meanwhile' })
    await conflict.getByText('70', { exact: false }).first().waitFor()
    await look(desk, 'two-organizers-rules')
    await conflict.getByRole('button', { name: 'Save mine' }).click()
    await conflict.waitFor({ state: 'detached' })
    const { weights } = await ask(stage, 'organizer', 'matching', { id })
    expect(weights.find(({ part }) => part === 'topic')!.points).toBe(55)
    await desk.context.close()
  },
  180_000,
)
