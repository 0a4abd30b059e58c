import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { schemas } from '../../bot/contract/index.ts'
import { erasures, keptKinds, personalGroups } from '../../bot/domain/records/personal-data.ts'
import MyMentoring from '../../tab/src/pages/my-mentoring/index.tsx'
import { yourDataStrings } from '../../tab/src/pages/my-mentoring/your-data-strings.ts'
import { anEmployee, mine, participant } from './support/fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'

const kept = {
  groups: [
    { group: 'check-ins' as const, kept: ['cohort' as const], erased: ['deleted' as const] },
    { group: 'deeds' as const, kept: ['log' as const], erased: ['kept' as const] },
  ],
  retentionMonths: 12,
  isBeingErased: false,
}
const opened = async (answers: Answers = {}, language = 'en', name = 'Your data') => {
  const shown = show(<MyMentoring />, {
    answers: { myMentoring: mine({ participant: participant() }), whatIsKept: kept, ...answers },
    reader: anEmployee(),
    locale: language,
  })
  await shown.user.click(await screen.findByRole('button', { name }))
  return shown
}

test('somebody reads what is kept of them and for how long, and takes it along as a file', async () => {
  const files: Blob[] = []
  URL.createObjectURL = (blob) => {
    files.push(blob as Blob)
    return 'blob:x'
  }
  URL.revokeObjectURL = () => {}
  const data = { enrolments: [{ goal: 'Speak up' }] }
  const document = {
    schemaVersion: 1 as const,
    exportedAt: '2026-11-27T10:00:00Z',
    person: { id: 'me', name: 'Me' },
    data,
  }
  const { user } = await opened({ exportMyData: document })
  expect(
    await screen.findByText(/What was said is kept until 12 months after the cohort closes/),
  ).toBeTruthy()
  expect(screen.getByText(/What you did, in the record for auditors/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Download' }))
  expect(await screen.findByText('Your data was saved as a file.')).toBeTruthy()
  expect(JSON.parse(await textOf(files[0]!))).toEqual(document)
})

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(blob)
  })
}

test('erasing says what it does, and happens only after a yes of its own', async () => {
  let asked = 0
  const { user, sent } = await opened({
    whatIsKept: () => ({ ...kept, isBeingErased: asked > 0 }),
    eraseMe: () => {
      asked++
      return { ok: true }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Erase my data…' }))
  expect(screen.getByText(/This can’t be undone/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Erase my data' }))
  expect(sent.filter(({ route }) => route === 'eraseMe')).toEqual([])
  await user.click(screen.getByRole('checkbox', { name: /want my data erased/ }))
  await user.click(screen.getByRole('button', { name: 'Erase my data' }))
  expect(await screen.findByText(/Your data is being erased/)).toBeTruthy()
  expect(sent.filter(({ route }) => route === 'eraseMe')).toEqual([
    { route: 'eraseMe', input: { confirmed: true } },
  ])
  expect(screen.queryByRole('button', { name: 'Erase my data…' })).toBeNull()
})

test('whoever organizes a program is told what has to happen first', async () => {
  const { user } = await opened({
    eraseMe: () => {
      throw problem(409, 'still-organizes', { detail: { program: 'Reverse mentoring' } })
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Erase my data…' }))
  await user.click(screen.getByRole('checkbox', { name: /want my data erased/ }))
  await user.click(screen.getByRole('button', { name: 'Erase my data' }))
  expect(await screen.findByText(/Organizer of Reverse mentoring/)).toBeTruthy()
})

test('every group, time and fate of the register has words in each language', () => {
  const wanted = [
    ...personalGroups.map((one) => `group.${one}`),
    ...keptKinds.map((one) => `kept.${one}`),
    ...erasures.map((one) => `erased.${one}`),
  ]
  for (const table of Object.values(yourDataStrings))
    expect(Object.keys(table)).toEqual(expect.arrayContaining(wanted))
  const groups = personalGroups.map((group) => ({ group, kept: [...keptKinds], erased: [...erasures] }))
  expect(schemas.whatIsKept.output.safeParse({ ...kept, groups }).success).toBe(true)
})
