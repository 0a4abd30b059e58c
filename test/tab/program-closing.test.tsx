/** Closing a Cohort: what is read before, what has to be said, and the thanks at its end. */
import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import ProgramPage from '../../tab/src/pages/program-setup/index.tsx'
import { cohortDetails, lena, me, peoplePage } from './support/fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'

const gateOf = (changes: Partial<Out<'beforeClose'>> = {}): Out<'beforeClose'> => ({
  stage: 'running',
  open: {
    lastWords: 7,
    meeting: 3,
    meetingUntil: '2026-12-18',
    proposed: 0,
    untold: 1,
    summaries: 1,
    undecided: 2,
  },
  ending: 12,
  challenge: cohortDetails().challenge,
  thanked: { 'took-part': 24, left: 1, 'left-out': 4, nobody: 2 },
  thanks: { version: 3, words: { en: 'Thank you, all.', es: 'Gracias.', ar: 'شكرًا.' } },
  ...{ speaker: null, hasSponsor: true, writer: null, forgottenOn: '2027-12-18' },
  may: { close: true, agree: false },
  ...changes,
})

const showProgram = (answers: Answers, changes: Parameters<typeof cohortDetails>[0] = {}) =>
  show(<ProgramPage />, {
    answers: {
      people: peoplePage(),
      leftOut: { people: [] },
      cohort: cohortDetails({
        ...{ stage: 'running', nextStage: 'closed' },
        may: { ...cohortDetails().may, tickDuty: true },
        ...changes,
      }),
      ...answers,
    },
    reader: me(),
  })

const gate = async (user: ReturnType<typeof show>['user']) => {
  await user.click(await screen.findByRole('button', { name: 'Close the cohort' }))
  return within(await screen.findByRole('dialog', { name: /^Close .+\?$/ }))
}

describe('before closing', () => {
  test('it says what is open, who is told what, and when what people said is gone', async () => {
    const { user } = showProgram({ beforeClose: gateOf() })
    const dialog = await gate(user)
    expect(await dialog.findByText(/^7 answers about the end are missing/)).toBeTruthy()
    expect(dialog.getByText(/^3 pairs meet again, the last on .*18/)).toBeTruthy()
    expect(dialog.getByText('One summary is not published. That can be done after the close.')).toBeTruthy()
    expect(dialog.getByText(/^24 people who were in a pair/)).toBeTruthy()
    expect(dialog.getByText('2 people were told no, and get nothing.')).toBeTruthy()
    expect(dialog.getByText('Thank you, all.')).toBeTruthy()
    expect(dialog.getByText(/^In the name of the program/)).toBeTruthy()
    expect(dialog.getByText(/^From .*2027/)).toBeTruthy()
  })

  test('what the challenge came to and what becomes of pairs has to be said', async () => {
    const { user, sent } = showProgram({ beforeClose: gateOf(), closeCohort: { isNew: true } })
    const dialog = await gate(user)
    const close = await dialog.findByRole('button', { name: 'Close the cohort' })
    expect(close).toHaveProperty('disabled', true)
    await user.click(dialog.getByRole('radio', { name: /^Run on until/ }))
    expect(close).toHaveProperty('disabled', true)
    expect(dialog.getByText(/^Both of 9 pairs/)).toBeTruthy()
    await user.click(dialog.getByRole('radio', { name: /^Measured now/ }))
    await user.click(close)
    expect(await dialog.findByText('Enter a number')).toBeTruthy()
    expect(sent.some(({ route }) => route === 'closeCohort')).toBe(false)
    await user.type(dialog.getByRole('textbox'), '31,5')
    await user.click(close)
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'closeCohort')?.input).toEqual({
        ...{ id: 'spring', endReading: { value: 31.5 }, running: 'run-on', thanksVersion: 3 },
      }),
    )
    expect(await screen.findByText('The cohort is closed.')).toBeTruthy()
  })

  test('"not measured" is said openly, and what was entered before is not asked again', async () => {
    const open = { ...gateOf().open, meeting: 0 }
    const first = showProgram({ beforeClose: gateOf({ open }), closeCohort: { isNew: false } })
    let dialog = await gate(first.user)
    await first.user.click(await dialog.findByRole('radio', { name: 'It was not measured' }))
    await first.user.click(dialog.getByRole('button', { name: 'Close the cohort' }))
    await waitFor(() =>
      expect(first.sent.find(({ route }) => route === 'closeCohort')?.input).toMatchObject({
        ...{ endReading: 'not-measured', running: 'end' },
      }),
    )
    expect(await screen.findByText(/^Somebody has closed it already/)).toBeTruthy()
    first.unmount()
    const endReading = { value: 40, by: lena, at: '2026-12-01T09:00:00Z' }
    const { user } = showProgram({ beforeClose: gateOf({ open, endReading }) })
    dialog = await gate(user)
    expect(await dialog.findByText(/entered by Lena/)).toBeTruthy()
    expect(dialog.queryByRole('radio')).toBeNull()
    expect(dialog.getByRole('button', { name: 'Close the cohort' })).toHaveProperty('disabled', false)
  })

  test('words that changed meanwhile are said', async () => {
    const open = { ...gateOf().open, meeting: 0 }
    const { user } = showProgram({
      beforeClose: gateOf({ open }),
      closeCohort: () => {
        throw problem(409, 'changed-meanwhile')
      },
    })
    const dialog = await gate(user)
    await user.click(await dialog.findByRole('radio', { name: 'It was not measured' }))
    await user.click(dialog.getByRole('button', { name: 'Close the cohort' }))
    expect(await screen.findByRole('dialog', { name: /^Close .+\?$/ })).toBeTruthy()
  })
})

describe('the thanks', () => {
  test('are agreed to by the Sponsor, in the version they read', async () => {
    const { user, sent } = showProgram({
      beforeClose: gateOf({ may: { close: false, agree: true } }),
      agreeToThanks: { ok: true },
    })
    await user.click(await screen.findByRole('button', { name: 'I agree: thank them in my name' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'agreeToThanks')?.input).toEqual({
        id: 'spring',
        version: 3,
      }),
    )
    expect(screen.queryByRole('button', { name: 'Ask the Sponsor' })).toBeNull()
  })

  test('are changed in three languages, and the Organizer asks the Sponsor', async () => {
    const { user, sent } = showProgram({
      ...{ beforeClose: gateOf(), writeThanks: { version: 4 }, askForThanks: { isNew: true } },
    })
    await user.click(await screen.findByRole('button', { name: 'Ask the Sponsor' }))
    expect(await screen.findByText('The Sponsor gets a card with these words.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^I agree/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Change the words' }))
    const spanish = screen.getByRole('textbox', { name: 'Spanish' })
    await user.clear(spanish)
    expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    await user.type(spanish, 'Mil gracias.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'writeThanks')?.input).toEqual({
        ...{ id: 'spring', seen: 3, words: { en: 'Thank you, all.', es: 'Mil gracias.', ar: 'شكرًا.' } },
      }),
    )
  })
})

test('a closed cohort says how it was closed', async () => {
  const closed = { by: lena, at: '2026-12-18T09:00:00Z', running: 'run-on', isMeasured: false } as const
  showProgram({ beforeClose: gateOf({ stage: 'closed', closed }) }, { stage: 'closed', nextStage: null })
  expect(await screen.findByRole('heading', { name: 'How it was closed' })).toBeTruthy()
  expect(screen.getByText('What the challenge came to was not measured.')).toBeTruthy()
  expect(screen.getByText('The thanks went out in the name of the program.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Change the words' })).toBeNull()
})
