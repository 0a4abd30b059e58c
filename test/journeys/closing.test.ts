/** A cohort is closed: the Sponsor agrees to the thanks, the Organizer reads what is open and says what there is to say. */
import { expect } from '@jest/globals'
import { look, openDesk, settled } from '../support/browser.ts'
import { ask } from './company-of-two.ts'
import { journey, setStage } from './stage.ts'

const stage = setStage(['--fresh'])
const window = (persona: 'organizer' | 'sponsor') =>
  openDesk(stage.browser, stage.demo.url, { persona, page: 'program' })

journey(
  stage,
  'thanks that the Sponsor agreed to go out when the Organizer has said all there is to say',
  async () => {
    const { cohortId } = await ask(stage, 'organizer', 'me', {})
    const id = cohortId!
    for (const to of ['enrolling', 'matching', 'running'] as const)
      await ask(stage, 'organizer', 'openStage', { id, to }).catch(() => undefined)
    const sponsor = await window('sponsor')
    await settled(sponsor)
    await sponsor.tab.getByRole('button', { name: 'I agree: thank them in my name' }).click()
    await sponsor.tab.getByText(/agreed to these words on/).waitFor()
    await look(sponsor, 'closing-thanks')
    await sponsor.context.close()
    const desk = await window('organizer')
    await settled(desk)
    await desk.tab.getByRole('button', { name: 'Close the cohort' }).click()
    const gate = desk.tab.getByRole('dialog', { name: /^Close .+\?$/ })
    await gate.getByText(/who has agreed to these words/).waitFor()
    await look(desk, 'closing-gate')
    const close = gate.getByRole('button', { name: 'Close the cohort' })
    expect(await close.isDisabled()).toBe(true)
    await gate.getByRole('radio', { name: 'It was not measured' }).click()
    await close.click()
    // By its role: the page behind the gate is there for screen readers again.
    await desk.tab.getByRole('heading', { name: 'How it was closed' }).waitFor({ timeout: 30_000 })
    // Said once, and by nobody else.
    expect(await desk.tab.getByText('The cohort is closed.').count()).toBe(1)
    expect(await desk.tab.getByText(/^Somebody has closed it already/).count()).toBe(0)
    await look(desk, 'closing-closed')
    const { closed, speaker, stage: now } = await ask(stage, 'organizer', 'beforeClose', { id })
    expect(now).toBe('closed')
    expect(closed).toMatchObject({ running: 'end', isMeasured: false })
    expect(speaker).not.toBeNull()
    await desk.context.close()
  },
  180_000,
)
