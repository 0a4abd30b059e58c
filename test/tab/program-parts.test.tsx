import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import { PartsPanel } from '../../tab/src/pages/program-setup/parts.tsx'
import { ines, ruth } from './support/fixtures.ts'
import { type Answers, never, problem, show } from './support/show.tsx'

type WhoRuns = Out<'whoRuns'>
const otto = { id: 'otto', name: 'Otto Berg' }
const rita = { id: 'rita', name: 'Rita Vale', jobTitle: 'Ombudsperson' }
const since = '2026-01-10T09:00:00Z'
const runs = (change: Partial<WhoRuns> = {}): WhoRuns => ({
  ...{ organizers: [ruth, otto], sponsor: ines, contacts: [], asked: [] },
  roles: [{ role: 'co-organizer', person: otto, since }],
  may: { give: true, lend: false, leaveSeat: false },
  ...change,
})
const open = (whoRuns: Answers['whoRuns'], answers: Answers = {}, locale = 'en') =>
  show(<PartsPanel cohortId="spring" />, { answers: { ...(whoRuns ? { whoRuns } : {}), ...answers }, locale })
const list = (name: string) => screen.findByRole('list', { name })

describe('people who run this', () => {
  test('loads, says what is broken and tries again', async () => {
    open(never)
    expect(screen.getByText('Finding out who runs this…')).toBeTruthy()
  })

  test('that cannot be read is tried again', async () => {
    let isBroken = true
    const { user } = open(() => {
      if (isBroken) throw problem(500, 'internal')
      return runs()
    })
    await screen.findByText('Who runs this couldn’t be loaded.')
    isBroken = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await list('Organizers')).toBeTruthy()
  })

  test('is not there for somebody who found the program only to take it over', async () => {
    open(() => {
      throw problem(403, 'not-allowed')
    })
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'People who run this' })).toBeNull())
  })

  test('shows every part to an Organizer, also the ones that nobody has', async () => {
    open(runs())
    const names = within(await list('Organizers')).getAllByRole('listitem')
    expect(names.map((one) => one.textContent)).toEqual([
      expect.stringContaining(ruth.name),
      expect.stringContaining('Otto Berg'),
    ])
    for (const part of ['Reviewers', 'Communications', 'Stand-in for the Sponsor'])
      expect(within(await list(part)).getByText('Nobody yet')).toBeTruthy()
    expect(within(await list('Someone to talk to outside the program')).getByText('Nobody yet')).toBeTruthy()
  })

  test('whoever does not organize sees who there is and changes nothing', async () => {
    const roles: WhoRuns['roles'] = [{ role: 'independent-contact', person: rita, since }]
    open(runs({ roles, may: { give: false, lend: false, leaveSeat: false } }))
    expect(within(await list('Someone to talk to outside the program')).getByText('Rita Vale')).toBeTruthy()
    expect(screen.queryByRole('list', { name: 'Reviewers' })).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('a part is given by asking', async () => {
    const { user, sent } = open(runs(), {
      findColleague: { people: [rita] },
      askForRole: { ok: true },
    })
    await user.click(await screen.findByRole('button', { name: 'Ask someone' }))
    await user.selectOptions(screen.getByLabelText('For which part?'), 'independent-contact')
    expect(screen.getByText(/an independent contact knows what people tell them/)).toBeTruthy()
    await user.type(screen.getByLabelText('Whom?'), 'rit')
    await user.click(await screen.findByRole('button', { name: /Rita Vale/ }))
    await screen.findByText('Rita Vale has been asked.')
    expect(sent).toContainEqual({
      route: 'askForRole',
      input: { id: 'spring', personId: 'rita', role: 'independent-contact' },
    })
  })

  test('a no says why', async () => {
    const { user } = open(runs(), {
      findColleague: { people: [rita] },
      askForRole: () => {
        throw problem(422, 'not-independent')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Ask someone' }))
    await user.type(screen.getByLabelText('Whom?'), 'rit')
    await user.click(await screen.findByRole('button', { name: /Rita Vale/ }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/has to stand outside the program/)
  })

  test('a question that waits is taken back', async () => {
    const asked: WhoRuns['asked'] = [{ id: 'h1', role: 'reviewer', person: rita, askedAt: since }]
    const { user, sent } = open(runs({ asked }), { takeHandoverBack: { ok: true } })
    expect(within(await list('Reviewers')).getByText('Asked, has not answered')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take the question back: Rita Vale, Reviewer' }))
    await waitFor(() => expect(sent).toContainEqual({ route: 'takeHandoverBack', input: { id: 'h1' } }))
  })

  test('a part is taken back unless undone', async () => {
    const { user, sent } = open(runs(), { takeRoleBack: { ok: true } })
    const takeBack = await screen.findByRole('button', { name: 'Take back: Otto Berg, Organizer' })
    await user.click(takeBack)
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(sent.some(({ route }) => route === 'takeRoleBack')).toBe(false)
    await user.click(takeBack)
    await user.click(await screen.findByRole('button', { name: 'Dismiss' }))
    await waitFor(() =>
      expect(sent).toContainEqual({
        route: 'takeRoleBack',
        input: { id: 'spring', personId: 'otto', role: 'co-organizer' },
      }),
    )
  })

  test('a contact who is in the line by now is marked', async () => {
    const roles: WhoRuns['roles'] = [
      { role: 'independent-contact', person: rita, since, isIndependent: false },
    ]
    open(runs({ roles }))
    expect(await screen.findByText(/No longer outside the program/)).toBeTruthy()
  })

  test('the Sponsor names the day until which somebody else decides, and takes it back', async () => {
    const standIn = (decidesUntil?: string): WhoRuns['roles'] => [
      { role: 'stand-in', person: rita, since, ...(decidesUntil ? { decidesUntil } : {}) },
    ]
    const may = { give: false, lend: true, leaveSeat: false }
    let roles = standIn()
    const { user, sent } = open(() => runs({ roles, may }), {
      lendSeat: ({ until }) => {
        roles = standIn(until ?? undefined)
        return { ok: true }
      },
    })
    expect(await screen.findByText('Decides nothing until the Sponsor hands over')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Hand over until then' }))
    expect(await screen.findByText('Choose a day first.')).toBeTruthy()
    await user.type(screen.getByLabelText('Until'), '2026-02-20')
    await user.click(screen.getByRole('button', { name: 'Hand over until then' }))
    expect(await screen.findByText('Decides about summaries until February 20, 2026')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Decide myself from now on' }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'lendSeat', input: { id: 'spring', until: null } }),
    )
  })

  test.each(['es', 'ar'])('speaks %s', async (locale) => {
    open(runs(), {}, locale)
    expect(await screen.findByText('Otto Berg')).toBeTruthy()
    expect(screen.queryByText('People who run this')).toBeNull()
  })
})
