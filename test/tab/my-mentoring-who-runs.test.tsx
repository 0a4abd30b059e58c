import { describe, expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import WhoRuns, { TalkFirst } from '../../tab/src/pages/my-mentoring/who-runs.tsx'
import { ines, ruth } from './support/fixtures.ts'
import { problem, show } from './support/show.tsx'

const rita = { id: 'rita', name: 'Rita Vale', signInName: 'rita@contoso.com' }
const runs = (contacts: Out<'whoRuns'>['contacts']): Out<'whoRuns'> => ({
  ...{ organizers: [ruth], sponsor: ines, contacts },
  may: { give: false, lend: false, leaveSeat: false },
})

describe('who runs this, for whoever takes part', () => {
  test.each([
    ['en', 'Write to Rita Vale', /see nothing you haven’t told them/],
    ['es', 'Escribir a Rita Vale', /no ve nada/],
    ['ar', /Rita Vale/, /لا يرى شيئًا/],
  ])('in %s: names, and somebody outside to write to', async (locale, button, note) => {
    show(<WhoRuns cohortId="spring" />, { answers: { whoRuns: runs([rita]) }, locale })
    expect(await screen.findByText(ruth.name)).toBeTruthy()
    expect(screen.getByText(ines.name)).toBeTruthy()
    expect(screen.getByRole('button', { name: button })).toBeTruthy()
    expect(screen.getByText(note)).toBeTruthy()
  })

  test('without a sign-in name there is a name and no button', async () => {
    const { signInName: _, ...unknown } = rita
    show(<WhoRuns cohortId="spring" />, { answers: { whoRuns: runs([unknown]) } })
    expect(await screen.findByText('Rita Vale')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Write/ })).toBeNull()
  })

  test('before ending, somebody outside is named; where there is nobody, nothing is promised', async () => {
    const { unmount } = show(<TalkFirst cohortId="spring" />, { answers: { whoRuns: runs([rita]) } })
    expect(await screen.findByText(/talk it over with someone outside/)).toBeTruthy()
    unmount()
    const { sent } = show(<TalkFirst cohortId="spring" />, { answers: { whoRuns: runs([]) } })
    await screen.findByRole('status')
    expect(sent).toHaveLength(1)
    expect(screen.queryByText(/someone outside/)).toBeNull()
  })

  test('what cannot be read takes nothing from the page', async () => {
    const { sent } = show(<WhoRuns cohortId="spring" />, {
      answers: {
        whoRuns: () => {
          throw problem(500, 'internal')
        },
      },
    })
    await screen.findByRole('status')
    expect(sent.length).toBeGreaterThan(0)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
