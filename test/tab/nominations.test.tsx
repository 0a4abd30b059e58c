import { describe, expect, test } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import Invited from '../../tab/src/pages/my-mentoring/invited.tsx'
import Nominate from '../../tab/src/pages/my-mentoring/nominate.tsx'
import { Nominations } from '../../tab/src/pages/people/nominations.tsx'
import { me } from './support/fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'

const rita = { id: 'rita', name: 'Rita Vale' }
const omar = { id: 'omar', name: 'Omar Said' }
const said = { side: 'mentor' as const, line: 'Explains well', isNamed: true, saidAt: '2026-03-02T10:00:00Z' }

describe('putting a colleague forward', () => {
  const showNominate = (answers: Answers = {}, locale = 'en') =>
    show(<Nominate cohortId="spring" takesPart={false} />, {
      answers: {
        myNominations: { isOpen: true, given: [] },
        findColleague: { people: [rita] },
        nominate: { ok: true },
        takeNominationBack: { ok: true },
        ...answers,
      },
      locale,
    })

  test('asks who, as what and why, says beforehand who reads it, and names the nominator unless unticked', async () => {
    const { user, sent } = showNominate()
    await user.click(await screen.findByRole('button', { name: 'Put someone forward' }))
    await user.type(screen.getByRole('textbox', { name: 'Who is it?' }), 'Rit')
    await user.click(await screen.findByRole('button', { name: 'Choose Rita Vale' }))
    expect(screen.getByText(/Rita Vale can find it in the file of their own data/)).toBeTruthy()
    expect(screen.getByText(/You aren’t told what became of it/)).toBeTruthy()
    const send = screen.getByRole('button', { name: 'Put Rita Vale forward' })
    await user.click(send)
    expect(await screen.findByText('Write a few words.')).toBeTruthy()
    expect(sent.some(({ route }) => route === 'nominate')).toBe(false)
    await user.click(screen.getByRole('radio', { name: /as a mentee/ }))
    await user.type(screen.getByRole('textbox', { name: /Why/ }), ' Curious ')
    const named = screen.getByRole('checkbox', { name: /Tell Rita Vale that it was me/ })
    expect((named as HTMLInputElement).checked).toBe(true)
    await user.click(named)
    await user.click(send)
    expect(await screen.findByText('Thank you! The organizers can read it now.')).toBeTruthy()
    expect(sent.find(({ route }) => route === 'nominate')!.input).toEqual({
      ...{ id: 'spring', personId: 'rita', side: 'mentee', line: 'Curious', isNamed: false },
    })
  })

  test('of oneself leads to enrolling, and a "no" is said in its own words', async () => {
    const { person } = me()
    const { user } = showNominate({
      findColleague: { people: [person, rita] },
      nominate: () => {
        throw problem(409, 'nominated-already')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Put someone forward' }))
    await user.type(screen.getByRole('textbox', { name: 'Who is it?' }), 'abc')
    await user.click(await screen.findByRole('button', { name: `Choose ${person.name}` }))
    expect(screen.getByText(/enroll at the top of this page/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Choose someone else' }))
    await user.type(screen.getByRole('textbox', { name: 'Who is it?' }), 'abc')
    await user.click(await screen.findByRole('button', { name: 'Choose Rita Vale' }))
    await user.type(screen.getByRole('textbox', { name: /Why/ }), 'Curious')
    await user.click(screen.getByRole('button', { name: 'Put Rita Vale forward' }))
    expect(await screen.findByText(/You’ve put this person forward already/)).toBeTruthy()
  })

  test('what one gave is thanked for and taken back; closed, nobody else is put forward', async () => {
    const given = [{ nominationId: 'n1', person: rita, ...said }]
    const { user, sent } = showNominate({ myNominations: { isOpen: false, given } })
    expect(await screen.findByText(/Thank you!/)).toBeTruthy()
    expect(screen.getByText(/nobody else can be put forward/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Put someone forward' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Take back what you said about Rita Vale' }))
    expect(sent.find(({ route }) => route === 'takeNominationBack')!.input).toEqual({ nominationId: 'n1' })
  })
})

describe('for an Organizer', () => {
  const waits: Out<'nominations'>['nominations'][number] = {
    ...{ person: rita, side: 'mentor', state: 'waiting' },
    voices: [
      { by: omar, ...said },
      { by: { id: 'ana', name: 'Ana Torres' }, ...said, isNamed: false, line: 'Patient' },
    ],
  }
  const showNominations = (view: Partial<Out<'nominations'>>) =>
    show(<Nominations cohortId="spring" />, {
      answers: {
        nominations: { isOpen: true, waiting: 1, total: 1, nominations: [waits], ...view },
        invite: { invited: 1, aside: [] },
        setNominationAside: { ok: true },
      },
    })

  test('each person stands once with every voice, and is invited or set aside', async () => {
    const { user, sent } = showNominations({})
    expect(await screen.findByRole('region', { name: /1 waits for you/ })).toBeTruthy()
    expect(screen.getByText('Explains well')).toBeTruthy()
    expect(screen.getByText(/Ana Torres .*prefers not to be named/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Invite Rita Vale' }))
    await user.click(screen.getByRole('button', { name: 'Invite Rita Vale as a mentor' }))
    expect(sent.find(({ route }) => route === 'invite')!.input).toEqual({
      ...{ id: 'spring', people: [{ personId: 'rita', side: 'mentor' }] },
    })
    await user.click(screen.getByRole('button', { name: 'Set aside what was said about Rita Vale' }))
    expect(sent.find(({ route }) => route === 'setNominationAside')!.input).toEqual({
      ...{ id: 'spring', personId: 'rita' },
    })
    expect(await screen.findByText(/Nobody is told/)).toBeTruthy()
  })

  test('what is settled is folded, with what became of it; nobody is invited once it is closed', async () => {
    const settled = { ...waits, state: 'enrolled' as const }
    showNominations({ isOpen: false, waiting: 0, nominations: [settled] })
    const folded = within((await screen.findByText('One is settled')).closest('details')!)
    expect(folded.getByText(/has enrolled/)).toBeTruthy()
    expect(screen.getByText('Nobody is waiting for you to decide.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Invite/ })).toBeNull()
  })
})

describe('whoever is invited', () => {
  const invitation = {
    ...{ invitationId: 'i1', by: omar, side: 'mentor' as const, state: 'open' as const, hasLooked: true },
  }
  test.each([
    ['en', [rita.name], /Rita Vale put you forward. They aren’t told what you answer/],
    ['en', [], /A colleague put you forward/],
    ['es', [], /Alguien de la empresa propuso tu nombre/],
    ['ar', [rita.name], /جاء ترشيحك من .*Rita Vale/],
  ])('reads who put them forward, or that somebody did (%s %p)', async (locale, forwardedBy, words) => {
    show(<Invited invitation={{ ...invitation, forwardedBy }} />, { locale })
    expect(await screen.findByText(words)).toBeTruthy()
  })

  test('whom nobody put forward reads nothing of it', async () => {
    show(<Invited invitation={invitation} />)
    expect(await screen.findByText(/Omar Said invites you/)).toBeTruthy()
    expect(screen.queryByText(/forward/)).toBeNull()
  })
})
