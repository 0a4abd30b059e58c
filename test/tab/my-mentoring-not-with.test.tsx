import { expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import MyMentoring from '../../tab/src/pages/my-mentoring/index.tsx'
import { anEmployee, mine, participant } from './support/fixtures.ts'
import { show } from './support/show.tsx'

test('somebody says privately with whom they do not want to be paired, and can take it back at once', async () => {
  const ana = { id: 'ana', name: 'Ana Silva', jobTitle: 'Director' }
  const { user, sent } = show(<MyMentoring />, {
    answers: {
      myMentoring: mine({ participant: participant() }),
      findColleague: { people: [ana] },
      blockPerson: { ok: true },
    },
    reader: anEmployee(),
  })
  await user.click(await screen.findByRole('button', { name: 'Someone I’d rather not be paired with' }))
  expect(await screen.findByText(/Nobody can look it up, and nobody is told/)).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Name of the person' }), 'Silva')
  await user.click(await screen.findByRole('button', { name: 'Not with Ana Silva' }))
  expect(await screen.findByText('You won’t be paired with Ana Silva.')).toBeTruthy()
  expect(sent).toContainEqual({ route: 'blockPerson', input: { personId: 'ana' } })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() =>
    expect(sent).toContainEqual({ route: 'blockPerson', input: { personId: 'ana', lift: true } }),
  )
})
