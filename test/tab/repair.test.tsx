import { beforeEach, describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import MyMentoring from '../../tab/src/pages/my-mentoring/index.tsx'
import { factOf, laterSessions, mayAsk } from '../../tab/src/pages/my-mentoring/repair-facts.ts'
import { anEmployee, myPairing, now, omar, paired, session } from './support/fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'

beforeEach(() => sessionStorage.clear())

type Repair = Out<'offerRepair'>['repair']
type MySession = ReturnType<typeof session>

const at = new Date(now)

function aRepair(changes: Partial<Repair> = {}): Repair {
  return {
    id: 'r1',
    sessionId: 's2',
    attempt: 1,
    state: 'open',
    reason: 'cannot-make-it',
    askedBy: 'me',
    options: [
      { option: 0, startsAt: '2026-03-11T09:00:00Z', endsAt: '2026-03-11T09:50:00Z' },
      { option: 1, startsAt: '2026-03-12T13:00:00Z', endsAt: '2026-03-12T13:50:00Z' },
      { option: 2, startsAt: '2026-03-16T08:30:00Z', endsAt: '2026-03-16T09:20:00Z' },
    ],
    until: '2026-03-17T10:00:00Z',
    ...changes,
  }
}

/** Session 2 is the next one, on Tuesday 10 March at 11:00 in Berlin. */
function withNext(changes: Partial<MySession>, more: Partial<Parameters<typeof myPairing>[0]> = {}) {
  const sessions = myPairing().sessions.map((one) => (one.id === 's2' ? { ...one, ...changes } : one))
  return paired({ pairings: [myPairing({ sessions, ...more })] })
}

const showMine = (myMentoring: Answers['myMentoring'], more: Answers = {}, locale = 'en') =>
  show(<MyMentoring />, { answers: { myMentoring: myMentoring!, ...more }, reader: anEmployee(), locale })

const heading = () => screen.findByRole('heading', { level: 1 })

describe('"I can’t make it"', () => {
  test('is one press on the next Session, and the new times come to where the reader is', async () => {
    let state: 'planned' | 'looking' | 'open' = 'planned'
    const { user, sent } = showMine(
      () => {
        if (state === 'planned') return paired()
        const looking = state === 'looking'
        state = 'open'
        return withNext({
          declinedBy: 'me',
          repair: looking ? aRepair({ state: 'looking', options: [] }) : aRepair(),
        })
      },
      {
        offerRepair: () => {
          state = 'looking'
          return { repair: aRepair({ state: 'looking', options: [] }) }
        },
      },
    )
    await heading()
    expect(screen.getByText(/new times within a week/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'I can’t make it: session 2, Tuesday, March 10' }))
    expect(sent.find(({ route }) => route === 'offerRepair')?.input).toEqual({ id: 's2' })
    const panel = await screen.findByRole('region', { name: 'Looking for new times for session 2' })
    expect(panel.parentElement).toBe(document.activeElement)
    expect(
      await screen.findByRole('region', { name: 'Choose a new time for session 2 with Omar Haddad' }),
    ).toBeTruthy()
  })

  test('is there for every later Session too', async () => {
    const { user, sent } = showMine(paired(), { offerRepair: { repair: aRepair({ sessionId: 's4' }) } })
    const later = await screen.findByRole('region', { name: 'Later sessions' })
    expect(within(later).getAllByRole('listitem')).toHaveLength(3)
    await user.click(within(later).getByRole('button', { name: 'Show one more' }))
    expect(within(later).getAllByRole('listitem')).toHaveLength(4)
    await user.click(within(later).getByRole('button', { name: /I can’t make it: session 4/ }))
    expect(sent.find(({ route }) => route === 'offerRepair')?.input).toEqual({ id: 's4' })
  })

  test('a no is said beside the button', async () => {
    const { user } = showMine(paired(), {
      offerRepair: () => {
        throw problem(409, 'too-late')
      },
    })
    await user.click(await screen.findByRole('button', { name: /I can’t make it: session 2/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('can no longer be moved')
  })
})

test('every date has the partner’s hours beside it where their clocks differ', async () => {
  showMine(withNext({}, { partner: { ...omar, timeZone: 'Asia/Dubai' } }))
  const next = await screen.findByRole('region', { name: 'Next session' })
  expect(within(next).getByText(/for Omar/)).toBeTruthy()
  const later = await screen.findByRole('region', { name: 'Later sessions' })
  for (const row of within(later).getAllByRole('listitem')) expect(row.textContent).toContain('for Omar')
})

describe('three new times', () => {
  const open = withNext(
    { declinedBy: 'me', repair: aRepair() },
    { partner: { ...omar, timeZone: 'Asia/Dubai' } },
  )

  test('lead the page, in the reader’s hours, with the partner’s beside them and until when they stand', async () => {
    showMine(open)
    expect((await heading()).textContent).toBe('One thing needs your answer')
    const panel = await screen.findByRole('region', { name: /Choose a new time/ })
    const [first, second, third] = within(panel).getAllByRole('listitem')
    expect(first!.textContent).toMatch(/Wednesday, March 11.*10:00.*10:50\sAM.*Wed.*1:00\sPM for Omar/)
    expect(second!.textContent).toMatch(/Thursday, March 12.*2:00/)
    expect(third!.textContent).toMatch(/Monday, March 16.*9:30/)
    expect(within(panel).getByText(/Times are in your time zone, GMT\+1/)).toBeTruthy()
    expect(
      within(panel).getByText(/If nobody chooses by Tuesday, March 17, the session does not take place/),
    ).toBeTruthy()
  })

  test('one tap books', async () => {
    const { user, sent } = showMine(open, {
      chooseRepair: { repair: aRepair({ state: 'booking', chosenBy: 'me' }) },
    })
    await user.click(await screen.findByRole('button', { name: /Thursday, March 12/ }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'chooseRepair')?.input).toEqual({ id: 'r1', option: 1 }),
    )
  })

  test('when the other was quicker, it says so and nobody lost anything', async () => {
    const { user } = showMine(open, {
      chooseRepair: () => {
        throw problem(409, 'already-chosen', { detail: { option: 0 } })
      },
    })
    await user.click(await screen.findByRole('button', { name: /Monday, March 16/ }))
    expect((await screen.findByRole('alert')).textContent).toBe('Another time was chosen a moment ago.')
  })

  test.each([
    ['None of these', 'times'],
    ['Another day', 'days'],
  ] as const)('“%s” names what stood there, whoever says it', async (name, what) => {
    const theirs = withNext({ declinedBy: 'partner', repair: aRepair({ askedBy: 'partner' }) })
    const { user, sent } = showMine(theirs, {
      refuseTimes: { repair: aRepair({ state: 'looking', options: [] }) },
    })
    await user.click(await screen.findByRole('button', { name }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'refuseTimes')?.input).toEqual({
        ...{ id: 'r1', what, seen: [0, 1, 2] },
      }),
    )
  })

  test('a Session that was moved before is spoken of as it stands now', async () => {
    const movedFrom = '2026-03-09T10:00:00Z'
    showMine(withNext({ movedFrom, declinedBy: 'me', repair: aRepair({ attempt: 2 }) }))
    const panel = await screen.findByRole('region', { name: /Choose a new time/ })
    expect(within(panel).getByText('You can’t make Tuesday, March 10, 11:00 AM.')).toBeTruthy()
  })

  test('a Session that did not take place can still get another time, this week', async () => {
    const late = '2026-03-09T09:50:00Z'
    const missed = { state: 'missed' as const, startsAt: '2026-03-09T09:00:00Z', endsAt: late }
    const { user, sent } = showMine(withNext(missed), {
      findAnotherTime: { repair: aRepair({ state: 'looking', options: [], reason: 'not-met' }) },
    })
    expect(await screen.findByText('You said that you did not meet.')).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: /Find a new time for session 2/ }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'findAnotherTime')?.input).toEqual({ id: 's2' }),
    )
  })

  test('who asked here can take it back; what was said in Outlook is taken back there', async () => {
    const { user, sent, unmount } = showMine(open, {
      withdrawRepair: { repair: aRepair({ state: 'kept' }) },
    })
    await user.click(await screen.findByRole('button', { name: 'I can make it after all' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'withdrawRepair')).toBe(true))
    unmount()
    showMine(withNext({ declinedBy: 'me', repair: aRepair({ reason: 'declined' }) }))
    await screen.findByRole('region', { name: /Choose a new time/ })
    expect(screen.queryByRole('button', { name: 'I can make it after all' })).toBeNull()
  })

  test('the partner is told the fact and nothing else', async () => {
    showMine(withNext({ declinedBy: 'partner', repair: aRepair({ askedBy: 'partner' }) }))
    const panel = await screen.findByRole('region', { name: /Choose a new time/ })
    expect(within(panel).getByText('Omar Haddad can’t make Tuesday, March 10, 11:00 AM.')).toBeTruthy()
  })

  test('none at all: the Organizer knows, and there is a way to help oneself', async () => {
    showMine(withNext({ declinedBy: 'me', repair: aRepair({ state: 'none', options: [] }) }))
    const panel = await screen.findByRole('region', { name: 'No time suits you both this week' })
    expect(within(panel).getByText(/Ruth Okafor has been told/)).toBeTruthy()
  })

  test('in Arabic too', async () => {
    showMine(open, {}, 'ar')
    expect(await screen.findByText(/نقرة هي التي تُحتسب/)).toBeTruthy()
  })
})

describe('what became of a Session', () => {
  const was = '2026-03-10T10:00:00Z'
  test.each([
    [{ movedFrom: was, movedBy: 'partner' as const }, 'fact.moved.partner'],
    [{ movedFrom: was, movedBy: 'me' as const }, 'fact.moved.me'],
    [{ movedFrom: was }, 'fact.moved.other'],
    [{ movedFrom: was, repair: aRepair({ state: 'booked', chosenBy: 'partner' }) }, 'fact.chose.partner'],
    [{ declinedBy: 'partner' as const }, 'fact.cannot.partner'],
    [{ state: 'cancelled' as const, declinedBy: 'partner' as const }, 'fact.off.partner'],
    [{ state: 'cancelled' as const }, 'fact.off.other'],
  ])('%j', (changes, key) => {
    expect(factOf(session(2, changes))?.key).toBe(key)
  })

  test('nothing is said of one that takes place as agreed, and of one that did not only what the reader said', () => {
    expect(factOf(session(2))).toBeUndefined()
    expect(factOf(session(1, { state: 'held', declinedBy: 'partner' }))).toBeUndefined()
    expect(factOf(session(1, { state: 'missed', declinedBy: 'partner' }))).toEqual({ key: 'fact.not-met' })
  })

  test('who moved it and where it was stands with the next Session', async () => {
    showMine(
      withNext({
        startsAt: '2026-03-12T10:00:00Z',
        endsAt: '2026-03-12T10:50:00Z',
        movedFrom: was,
        movedBy: 'partner',
      }),
    )
    const next = await screen.findByRole('region', { name: 'Next session' })
    expect(within(next).getByText('Omar Haddad moved it. It was Tuesday, March 10, 11:00 AM.')).toBeTruthy()
  })

  test('one that was called off can be saved for a week, one that ended with the pair cannot', () => {
    const off = session(1, {
      startsAt: '2026-03-01T10:00:00Z',
      endsAt: '2026-03-01T10:50:00Z',
      state: 'cancelled',
    })
    expect(mayAsk({ ...off, declinedBy: 'partner' }, at)).toBe(true)
    expect(mayAsk(off, at)).toBe(false)
    expect(mayAsk({ ...off, declinedBy: 'partner' }, new Date('2026-03-09T10:00:00Z'))).toBe(false)
  })

  test('later Sessions leave out the one shown large and those that are over', () => {
    const pairing = myPairing()
    const [, next] = pairing.sessions
    expect(laterSessions(pairing, next, at).map(({ id }) => id)).toEqual(['s3', 's4', 's5', 's6'])
  })
})
