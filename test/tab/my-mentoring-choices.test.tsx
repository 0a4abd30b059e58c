import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import MyMentoring from '../../tab/src/pages/my-mentoring/index.tsx'
import { aFace } from './board-fixtures.ts'
import { anEmployee, mine, myCohort, myPairing, paired, participant, session } from './support/fixtures.ts'
import { type Answers, never, offline, problem, show } from './support/show.tsx'

type Choices = Out<'myChoices'>

const [ana, bea, cem, dan] = ['Ana Silva', 'Bea Costa', 'Cem Demir', 'Dan Evans'].map((name, i) =>
  aFace(i + 40, { name }),
)
const request = {
  id: 'r1',
  person: ana!,
  askedAt: '2026-03-01T09:00:00Z',
  expiresAt: '2026-03-10T09:00:00Z',
}
const why = [
  { part: 'topic', detail: { topics: 'ai-tools', worth: 9 } },
  { part: 'interests', detail: { interests: 'chess' } },
]
const choices = (changes: Partial<Choices> = {}): Choices => ({
  now: '2026-03-03T09:00:00Z',
  ways: { ranking: true, requests: true, requestDays: 7 },
  side: 'mentor',
  mayRank: true,
  mayRequest: true,
  mostRanked: 5,
  ranking: [],
  asked: [],
  askedOfMe: [],
  ...changes,
})
const partners: Out<'partners'> = {
  people: [ana!, bea!, cem!].map((person) => ({ person, topics: ['ai-tools'], why })),
  more: true,
}
const waitingForPartner = mine({ cohort: myCohort(), participant: participant() })

function open(mineChoices: Answers['myChoices'] = choices(), more: Answers = {}, locale = 'en') {
  const answers = { myMentoring: waitingForPartner, myChoices: mineChoices, partners, ...more }
  return show(<MyMentoring />, { answers, reader: anEmployee(), locale })
}

const names = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map((item) => /[A-Z][a-z]+ [A-Z][a-z]+/.exec(item.textContent ?? '')![0])

describe('whom somebody would like', () => {
  test('is put in order with buttons and keys, and saved as it stands; the focus stays with the name', async () => {
    let ranking = [ana!, bea!]
    const { user, sent } = open(() => choices({ ranking }), {
      saveRanking: ({ personIds }) => {
        ranking = personIds.map((id) => [ana!, bea!, cem!].find((one) => one.id === id)!)
        return { ranking }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Add to my list: Cem Demir' }))
    const list = screen.getByRole('list', { name: 'Your list, first choice first' })
    expect(names(list)).toEqual(['Ana Silva', 'Bea Costa', 'Cem Demir'])
    await user.click(within(list).getByRole('button', { name: 'Move Cem Demir up' }))
    await user.click(within(list).getByRole('button', { name: 'Move Ana Silva down' }))
    expect(names(list)).toEqual(['Cem Demir', 'Ana Silva', 'Bea Costa'])
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Ana Silva down')
    expect(screen.getByText('Ana Silva is now choice 2.')).toBeTruthy()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(names(list)).toEqual(['Cem Demir', 'Bea Costa', 'Ana Silva'])
    await user.click(within(list).getByRole('button', { name: 'Take Bea Costa off your list' }))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Take Ana Silva off your list')
    await waitFor(() =>
      expect(sent.filter(({ route }) => route === 'saveRanking').at(-1)?.input).toEqual({
        id: 'spring',
        personIds: [cem!.id, ana!.id],
      }),
    )
    expect(screen.queryByRole('button', { name: 'Save my list' })).toBeNull()
  })

  test('is saved as it is pressed, one after the other, and can be taken back', async () => {
    let ranking = [ana!, bea!]
    const lists: string[][] = []
    const holds: (() => void)[] = []
    const { user } = open(() => choices({ ranking }), {
      saveRanking: async ({ personIds }) => {
        lists.push(personIds)
        await new Promise<void>((go) => holds.push(go))
        ranking = personIds.map((id) => [ana!, bea!, cem!].find((one) => one.id === id)!)
        return { ranking }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Add to my list: Cem Demir' }))
    await waitFor(() => expect(lists).toEqual([[ana!.id, bea!.id, cem!.id]]))
    await user.click(screen.getByRole('button', { name: 'Take Bea Costa off your list' }))
    await user.click(screen.getByRole('button', { name: 'Move Cem Demir up' }))
    expect(lists).toHaveLength(1)
    holds[0]!()
    await waitFor(() => expect(lists[1]).toEqual([cem!.id, ana!.id]))
    holds[1]!()
    const [note] = (await screen.findAllByText('Bea Costa is off your list.')).map(
      (one) => one.parentElement!,
    )
    await user.click(within(note!).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(lists[2]).toEqual([cem!.id, bea!.id, ana!.id]))
    holds[2]!()
  })

  test('takes no more than five, and says who it is that cannot be on it', async () => {
    const five = [ana!, bea!, dan!, aFace(60), aFace(61)]
    const { user } = open(choices({ ranking: five }), {
      saveRanking: () => {
        throw problem(409, 'cannot-be-paired', { field: 'personIds.1' })
      },
    })
    const add = await screen.findByRole('button', { name: 'Add to my list: Cem Demir' })
    expect(add.getAttribute('aria-disabled')).toBe('true')
    await user.click(screen.getByRole('button', { name: 'Move Dan Evans up' }))
    expect((await screen.findByRole('alert')).textContent).toBe(
      'This isn’t saved. Dan Evans: Under the program’s rules you two can’t be paired right now.',
    )
    expect(names(screen.getByRole('list', { name: /^Your list/ }))[1]).toBe('Dan Evans')
    await user.click(screen.getByRole('button', { name: 'Back to the saved list' }))
    expect(names(screen.getByRole('list', { name: /^Your list/ }))[2]).toBe('Dan Evans')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('is found by name, among all who may be', async () => {
    const { user } = open(choices(), {
      partners: ({ text }) =>
        text ? { people: [{ person: dan!, topics: [], why }], more: false } : partners,
    })
    expect(await screen.findByText('There are others: search for a name to find them.')).toBeTruthy()
    await user.type(screen.getByRole('searchbox', { name: 'Find someone by name, job or unit' }), 'evans')
    const found = await screen.findByRole('list', { name: 'People found' })
    expect(found.textContent).toContain('Topics in common: AI tools · You both like chess')
    expect(names(found)).toEqual(['Dan Evans'])
  })

  test('loading, nobody, and a lost network each say so', async () => {
    const { unmount } = open(never)
    expect((await screen.findAllByText(/^Loading/)).length).toBeGreaterThan(0)
    unmount()
    const empty = open(choices(), { partners: { people: [], more: false } })
    expect(await screen.findByText(/^Nobody you could be paired with has enrolled yet/)).toBeTruthy()
    empty.unmount()
    let gone = true
    const { user } = open(() => (gone ? offline() : choices()))
    expect(await screen.findByText('Your choices couldn’t be loaded')).toBeTruthy()
    gone = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'Who would you like to be paired with?' })).toBeTruthy()
  })

  test('is not asked where the Organizer offers neither way, nor once there is a partner', async () => {
    const shut = choices({ mayRank: false, mayRequest: false })
    const { unmount, sent } = open(shut)
    await waitFor(() => expect(sent.some(({ route }) => route === 'myChoices')).toBe(true))
    await waitFor(() => expect(screen.queryByText(/^Loading/)).toBeNull())
    expect(screen.queryByRole('heading', { name: 'Who would you like to be paired with?' })).toBeNull()
    unmount()
    const later = open(choices(), { myMentoring: paired() })
    await screen.findByRole('heading', { name: /^Next: / })
    expect(later.sent.some(({ route }) => route === 'myChoices')).toBe(false)
  })
})

describe('asking one person', () => {
  test('is one press; from then on nobody else can be asked, and it can be taken back', async () => {
    let now = choices()
    const { user, sent } = open(() => now, {
      askToPair: () => {
        const mineNow = { ...request, state: 'waiting' as const }
        now = choices({ mayRequest: false, asked: [mineNow] })
        return { request: mineNow }
      },
      withdrawRequest: () => {
        now = choices({ asked: [{ ...request, state: 'withdrawn' }] })
        return { ok: true }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Ask to be paired: Ana Silva' }))
    expect(
      await screen.findByText(/^No answer yet\. There’s time until .*the program will match you\.$/),
    ).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Ask / })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByRole('button', { name: /^Ask to be paired: Ana Silva/ })).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'You asked Ana Silva' })).toBeNull()
    expect(sent).toContainEqual({ route: 'askToPair', input: { id: 'spring', personId: ana!.id } })
    expect(sent).toContainEqual({ route: 'withdrawRequest', input: { id: 'r1' } })
  })

  test('of somebody who asked too is settled at once', async () => {
    const { user } = open(choices(), { askToPair: { request: { ...request, state: 'accepted' } } })
    await user.click(await screen.findByRole('button', { name: /^Ask to be paired: Ana Silva/ }))
    expect(await screen.findByText(/^Ana Silva has asked you too\./)).toBeTruthy()
  })

  test.each(['en', 'es', 'ar'])('that came to nothing never reads as a refusal (%s)', async (locale) => {
    open(choices({ mayRequest: false, asked: [{ ...request, state: 'no-answer' }] }), {}, locale)
    const said = {
      en: 'There was no answer. The program will match you.',
      es: 'No hubo respuesta. El programa te buscará a alguien.',
      ar: 'لم يصل رد. سيجد لك البرنامج شريكًا.',
    }
    expect(await screen.findByText(said[locale as 'en'])).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/reject|declin|refus|rechaz|رفض/i)
  })

  test('a second time is refused, and says that once is enough', async () => {
    const { user } = open(choices(), {
      askToPair: () => {
        throw problem(409, 'already-asked')
      },
    })
    await user.click(await screen.findByRole('button', { name: /^Ask to be paired: Bea Costa/ }))
    expect(
      await screen.findByText('You’ve already asked this person. Once per cohort is enough.'),
    ).toBeTruthy()
  })
})

describe('being asked', () => {
  const asked = (state: Choices['askedOfMe'][number]['state']) =>
    choices({ askedOfMe: [{ ...request, topics: ['ai-tools'], why, state }] })
  const waiting = { ...waitingForPartner, waiting: [{ kind: 'request' as const, requestId: 'r1' }] }

  test('says who and why they fit, and accepting tells what comes next', async () => {
    const { user, sent } = open(asked('open'), {
      myMentoring: waiting,
      answerRequest: { state: 'accepted' },
    })
    expect(
      await screen.findByRole('heading', { name: 'Ana Silva would like to be paired with you' }),
    ).toBeTruthy()
    expect(screen.getByText('Topics in common: AI tools')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Accept Ana Silva' }))
    expect(await screen.findByText(/^You’ve both said yes\./)).toBeTruthy()
    expect(sent).toContainEqual({ route: 'answerRequest', input: { id: 'r1', answer: 'accept' } })
  })

  test('"not now" is silent, and can still be thought over', async () => {
    let now = asked('open')
    let mineNow = waiting
    const { user, sent } = open(() => now, {
      myMentoring: () => mineNow,
      answerRequest: ({ answer }) => {
        now = asked(answer === 'accept' ? 'accepted' : 'set-aside')
        mineNow = { ...waiting, waiting: [] }
        return { state: answer === 'accept' ? 'accepted' : 'set-aside' }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Not now' }))
    expect(await screen.findByText(/^You said “not now” to Ana Silva\. Nobody is told/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Accept Ana Silva' }))
    expect(await screen.findByRole('heading', { name: 'You accepted Ana Silva' })).toBeTruthy()
    expect(screen.queryByText(/^You said “not now”/)).toBeNull()
    expect(sent.filter(({ route }) => route === 'answerRequest').map(({ input }) => input['answer'])).toEqual(
      ['not-now', 'accept'],
    )
  })

  test('both wanting it says what holds when nobody holds the two together any more, to either of them', async () => {
    const { unmount } = open(choices({ asked: [{ ...request, state: 'left-open' }] }))
    const said = 'You’ve both said yes. The Organizer makes the pairs, and it may be someone else.'
    expect(await screen.findByText(said)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull()
    unmount()
    open(choices({ askedOfMe: [{ ...request, topics: [], why, state: 'left-open' }] }))
    expect(await screen.findByText(said)).toBeTruthy()
    expect(screen.queryByText(/approves the pairs next/)).toBeNull()
  })

  test('too late says that it is over, and nothing of why', async () => {
    const { user } = open(asked('open'), {
      myMentoring: waiting,
      answerRequest: () => {
        throw problem(409, 'no-longer-open')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Accept Ana Silva' }))
    expect((await screen.findByRole('alert')).textContent).toBe(
      'This is no longer open, so nothing was changed.',
    )
  })
})

describe('declining a pairing', () => {
  const fresh = myPairing({ mayDecline: true, sessions: [session(1), session(2)], nextSessionId: 's1' })

  test('asks first, promises that nobody is told, and keeping the partner sends nothing', async () => {
    const { user, sent } = open(choices(), { myMentoring: paired({ pairings: [fresh] }) })
    const button = await screen.findByRole('button', { name: 'Decline this pairing' })
    await user.click(button)
    const dialog = await screen.findByRole('dialog', { name: /^Decline your pairing with / })
    expect(dialog.textContent).toContain('You don’t need a reason')
    expect(dialog.textContent).toContain('Nobody is told which of you it was.')
    await user.click(within(dialog).getByRole('button', { name: /^Keep / }))
    await waitFor(() => expect(document.activeElement).toBe(button))
    expect(sent.some(({ route }) => route === 'declinePairing')).toBe(false)
  })

  test('leads to a page that looks for somebody new, hidden from nobody', async () => {
    let now = paired({ pairings: [fresh] })
    const { user, sent } = open(choices(), {
      myMentoring: () => now,
      declinePairing: () => {
        now = waitingForPartner
        return { ok: true }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Decline this pairing' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Decline this pairing' }))
    expect(
      await screen.findByText('Done. You’ll be considered again the next time pairs are made.'),
    ).toBeTruthy()
    expect(sent).toContainEqual({ route: 'declinePairing', input: { id: 'pair-1' } })
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
    // Nothing of the page stays hidden from a screen reader after the dialog.
    expect(await screen.findByRole('heading', { name: 'Who would you like to be paired with?' })).toBeTruthy()
  })

  test('a second time is refused with the way that is left', async () => {
    const { user } = open(choices(), {
      myMentoring: paired({ pairings: [fresh] }),
      declinePairing: () => {
        throw problem(409, 'already-declined-once')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Decline this pairing' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Decline this pairing' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/You can still end the pairing/)
  })

  test('is not offered when it is not mine to do', async () => {
    open(choices(), { myMentoring: paired() })
    await screen.findByRole('heading', { name: /^Next: / })
    expect(screen.queryByRole('button', { name: 'Decline this pairing' })).toBeNull()
  })
})
