import { describe, expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import Talk from '../../tab/src/pages/my-mentoring/talk.tsx'
import Talks from '../../tab/src/pages/my-mentoring/talks.tsx'
import { problem, show } from './support/show.tsx'

const rita = { id: 'rita', name: 'Rita Vale', signInName: 'rita@contoso.com' }
const omar = { id: 'omar', name: 'Omar Said' }
const asked: NonNullable<Out<'talk'>['mine']> = {
  ...{ id: 't1', contact: rita, line: 'About my sessions', stands: true, isLate: false },
  ...{ askedAt: '2026-03-02T10:00:00Z', answerOn: '2026-03-05' },
}
const showTalk = (talk: Out<'talk'>, locale = 'en') =>
  show(<Talk cohortId="spring" />, {
    answers: { talk, askForTalk: { id: 't1' }, takeTalkBack: { ok: true } },
    locale,
  })

describe('someone to talk to', () => {
  test('whom one asks and who learns of it is said before asking', async () => {
    const { user, sent } = showTalk({ contacts: [rita, omar], mine: null })
    expect(await screen.findByText(/No Organizer, Sponsor or manager sees it/)).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Whom you ask' }), 'omar')
    await user.type(screen.getByRole('textbox', { name: 'One line, if you like' }), ' Please ')
    await user.click(screen.getByRole('button', { name: 'Ask Omar Said' }))
    expect(sent.find(({ route }) => route === 'askForTalk')!.input).toEqual({
      ...{ id: 'spring', contactId: 'omar', line: 'Please' },
    })
  })

  test.each([
    ['en', /Nothing is sent to an Organizer instead/],
    ['es', /Tampoco se envía nada a la organización/],
    ['ar', /ولا يُرسَل شيء إلى المنظّم/],
  ])('where there is nobody, that is said and there is nothing to press (%s)', async (locale, said) => {
    showTalk({ contacts: [], mine: null }, locale)
    expect(await screen.findByText(said)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('what one asked is read back and taken back', async () => {
    const { user, sent } = showTalk({ contacts: [rita], mine: asked })
    expect(await screen.findByText(/Expect to hear by March 5, 2026/)).toBeTruthy()
    expect(screen.getByText('About my sessions')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Ask/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(sent.find(({ route }) => route === 'takeTalkBack')!.input).toEqual({ id: 't1' })
  })

  test.each([
    [{ isLate: true }, /The day has passed/],
    [{ stands: false }, /can’t see this. Nobody else was told/],
    [{ answeredAt: '2026-03-03T10:00:00Z' }, /marked your request as answered/],
  ])('%p is said', async (change, said) => {
    showTalk({ contacts: [rita], mine: { ...asked, ...change } })
    expect(await screen.findByText(said)).toBeTruthy()
  })
})

describe('for the contact', () => {
  const waiting: Out<'talksForMe'> = {
    isContact: true,
    talks: [
      {
        ...{ id: 't1', person: rita, programName: 'Learning upward', line: 'About my sessions' },
        ...{ askedAt: '2026-03-02T10:00:00Z', answerOn: '2026-03-05', isLate: false },
      },
    ],
  }

  test('who asked, what they wrote, and marking it as answered; a fault is said', async () => {
    let isBroken = true
    const { user, sent } = show(<Talks />, {
      answers: {
        talksForMe: waiting,
        answerTalk: () => {
          if (isBroken) throw problem(404, 'not-found')
          return { ok: true }
        },
      },
    })
    expect(await screen.findByText('Rita Vale')).toBeTruthy()
    expect(screen.getByText('About my sessions')).toBeTruthy()
    expect(screen.getByText(/by March 5, 2026/)).toBeTruthy()
    const press = () => user.click(screen.getByRole('button', { name: 'I have answered' }))
    await press()
    expect(screen.queryByText(/Marked as answered/)).toBeNull()
    isBroken = false
    await press()
    expect(await screen.findByText(/Marked as answered. Rita Vale can see that/)).toBeTruthy()
    expect(sent.filter(({ route }) => route === 'answerTalk')).toHaveLength(2)
  })

  test('a contact for whom nobody waits reads that; anybody else reads nothing', async () => {
    const { unmount } = show(<Talks />, { answers: { talksForMe: { isContact: true, talks: [] } } })
    expect(await screen.findByText('Nobody is waiting for you.')).toBeTruthy()
    unmount()
    show(<Talks />, { answers: { talksForMe: { isContact: false, talks: [] } } })
    await screen.findByRole('status')
    expect(screen.queryByRole('heading')).toBeNull()
  })
})
