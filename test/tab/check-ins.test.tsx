import { describe, expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import CheckIns from '../../tab/src/pages/check-ins/index.tsx'
import { aFace } from './board-fixtures.ts'
import { aPairHealth, someCheckIns, type CheckIns as View } from './program-fixtures.ts'
import { type Answers, show } from './support/show.tsx'
import './wire.ts'

const open = (checkIns: NonNullable<Answers['checkIns']>, locale = 'en') =>
  show(<CheckIns />, { answers: { checkIns }, locale })

const stalled = aPairHealth(1, {
  health: 'stalled',
  facts: [{ key: 'sessions-held', detail: { held: 0, due: 2 } }, { key: 'two-missed' }],
  suggestion: 'suggest.stalled',
  mentor: aFace(1, { name: 'Ada One' }),
  mentee: aFace(2, { name: 'Max One' }),
})
const well = aPairHealth(2, { mentor: aFace(3, { name: 'Ben Two' }), mentee: aFace(4, { name: 'Eva Two' }) })
const counts: View['counts'] = { onTrack: 1, watch: 0, stalled: 1, fresh: 0 }

describe('Check-ins', () => {
  test('puts the stalled pair on the work list with its facts and a suggestion', async () => {
    open(someCheckIns({ pairs: [well, stalled], counts }))
    expect(
      await screen.findByRole('heading', { name: 'One pair is stalled. Talk to it first.' }),
    ).toBeTruthy()
    const card = screen.getByRole('article')
    expect(within(card).getByText('Ada One and Max One')).toBeTruthy()
    expect(within(card).getByText('The last two Sessions were not held')).toBeTruthy()
    expect(within(card).getByText(/Call the Mentee today/)).toBeTruthy()
  })

  test('keeps pairs on their way out of sight until asked for', async () => {
    const { user } = open(someCheckIns({ pairs: [well, stalled], counts }))
    const more = await screen.findByRole('button', { name: 'Show pairs on their way' })
    expect(screen.queryByText('Ben Two and Eva Two')).toBeNull()
    await user.click(more)
    expect(screen.getByText('Ben Two and Eva Two')).toBeTruthy()
  })

  test('shows the rate of answers with what it is made of', async () => {
    open(someCheckIns({ answers: { asked: 40, answered: 30 } }))
    expect(await screen.findByText('75%')).toBeTruthy()
    expect(screen.getByText('30 of 40 questions answered')).toBeTruthy()
  })

  test('says what comes before there is anything to follow', async () => {
    open(
      someCheckIns({
        pairs: [],
        counts: { onTrack: 0, watch: 0, stalled: 0, fresh: 0 },
        answers: { asked: 0, answered: 0 },
      }),
    )
    expect(await screen.findByText(/^Nothing to follow yet\./)).toBeTruthy()
    expect(screen.queryByText(/0 of 0/)).toBeNull()
  })

  test('shows nothing for a fact it has no words for, least of all what somebody wrote', async () => {
    const leaking = { ...stalled, facts: [{ key: 'note', detail: { text: 'He never listens' } }] }
    open(someCheckIns({ pairs: [leaking], counts }))
    await screen.findByRole('article')
    expect(screen.queryByText(/listens/)).toBeNull()
  })

  test('speaks Spanish and Arabic', async () => {
    const { unmount } = open(someCheckIns({ pairs: [stalled], counts }), 'es')
    expect(await screen.findByText('Una pareja está parada. Habla primero con ella.')).toBeTruthy()
    unmount()
    open(someCheckIns({ pairs: [stalled], counts }), 'ar')
    expect(await screen.findByText('ثنائي واحد متعثر. تحدث معه أولًا.')).toBeTruthy()
  })
})
