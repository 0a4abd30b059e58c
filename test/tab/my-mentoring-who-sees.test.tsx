import { describe, expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { datum, limit, reader } from '../../bot/contract/records/who-sees.ts'
import WhoSees from '../../tab/src/pages/my-mentoring/who-sees.tsx'
import { whoSeesStrings } from '../../tab/src/pages/my-mentoring/who-sees-strings.ts'
import { ines } from './support/fixtures.ts'
import { show } from './support/show.tsx'

const answers = {
  whoSees: {
    contactSees: [],
    data: [
      { datum: 'goal' as const, readers: [{ who: 'oneself' as const, only: [] }] },
      { datum: 'avoided' as const, readers: [] },
      {
        datum: 'pair-health' as const,
        readers: [
          {
            who: 'organizer' as const,
            only: ['outside-the-pair' as const],
            person: { id: ines.id, name: ines.name },
          },
        ],
      },
    ],
  },
}

describe('who can see what', () => {
  test('opens on demand and says each thing with its readers, by name where it is one person', async () => {
    const { user, sent } = show(<WhoSees cohort="c1" />, { answers })
    expect(sent).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Who can see what' }))
    const readersOf = (words: RegExp) =>
      within(screen.getByText(words).parentElement!).getAllByRole('listitem')
    expect((await screen.findByText(/Your goal/)).tagName).toBe('DT')
    expect(screen.getByText('Nothing that you have not told them')).toBeTruthy()
    expect(readersOf(/Your goal/).map((one) => one.textContent)).toEqual(['You'])
    expect(readersOf(/rather not be paired/).map((one) => one.textContent)).toEqual(['Nobody'])
    expect(readersOf(/How your pair is doing/)[0]!.textContent).toBe(
      `The Organizer (${ines.name}), unless they’re one of the two or above either of them in the org chart`,
    )
    expect(sent).toEqual([{ route: 'whoSees', input: { cohort: 'c1' } }])
  })

  test('every thing and every reader has words in each language', () => {
    const keys = [
      ...datum.options.map((one) => `datum.${one}`),
      ...reader.options.map((one) => `who.${one}`),
      ...limit.options.map((one) => `only.${one}`),
    ]
    for (const words of Object.values(whoSeesStrings))
      for (const key of keys) expect(words).toHaveProperty([key])
  })
})
