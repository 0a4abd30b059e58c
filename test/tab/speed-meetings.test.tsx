import { describe, expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import MyMentoringAssistant from '../../tab/src/pages/my-mentoring/assistant.tsx'
import Assisted from '../../tab/src/pages/my-mentoring/assisted.tsx'
import SpeedMeetings from '../../tab/src/pages/speed-meetings/index.tsx'
import MySpeedMeeting from '../../tab/src/pages/speed-meetings/mine.tsx'
import { countdown, phaseAt } from '../../tab/src/pages/speed-meetings/phase.ts'
import SpeedBanner from '../../tab/src/ui/speed-banner.tsx'
import { aFace } from './board-fixtures.ts'
import { type Answers, never, offline, problem, show } from './support/show.tsx'
import './wire.ts'

type Mine = Out<'mySpeedMeetings'>
type MyEvent = NonNullable<Mine['event']>

const ana = { ...aFace(1, { name: 'Ana Ruiz' }), signInName: 'ana@contoso.example' }
const ben = { ...aFace(2, { name: 'Ben Holm' }), signInName: 'ben@contoso.example' }

const anEvent = (change: Partial<MyEvent> = {}): MyEvent => ({
  id: 'e1',
  name: 'First meeting',
  startsAt: '2026-12-03T14:00:00Z',
  endsAt: '2026-12-03T14:27:00Z',
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
  rounds: [
    { round: 1, startsAt: '2026-12-03T14:00:00Z', endsAt: '2026-12-03T14:07:00Z', partner: ana, iCall: true },
    { round: 2, startsAt: '2026-12-03T14:09:00Z', endsAt: '2026-12-03T14:16:00Z', iCall: false },
    {
      round: 3,
      startsAt: '2026-12-03T14:18:00Z',
      endsAt: '2026-12-03T14:25:00Z',
      partner: ben,
      iCall: false,
    },
  ],
  ...change,
})
const at = (now: string, event: MyEvent | null = anEvent()): Mine => ({ now, event })
const openMine = (answer: Mine, more: Answers = {}, locale = 'en') =>
  show(<MySpeedMeeting />, { answers: { mySpeedMeetings: answer, ...more }, locale })

describe('during a speed meeting', () => {
  test('one sees who one is with, how long still, a button that calls, and who comes next', async () => {
    openMine(at('2026-12-03T14:02:00Z'))
    expect(await screen.findByRole('heading', { level: 1, name: 'You’re with Ana Ruiz' })).toBeTruthy()
    expect(screen.getByRole('timer', { name: 'Time left' }).textContent).toMatch(/^(5:00|4:59)$/)
    expect(screen.getByRole('link', { name: 'Call Ana' }).getAttribute('href') ?? '').toContain(
      encodeURIComponent('ana@contoso.example'),
    )
    const next = screen.getByRole('region', { name: 'After that' })
    expect(within(next).getByText('Ben Holm')).toBeTruthy()
    expect(within(next).getByText(/^Round 3, 3:18/)).toBeTruthy()
  })

  test('the meeting in which all begin is one to join before, and only the opening one beside a call', async () => {
    const { unmount } = openMine(at('2026-12-03T13:50:00Z'))
    expect(await screen.findByRole('link', { name: 'Join the meeting' })).toBeTruthy()
    unmount()
    openMine(at('2026-12-03T14:02:00Z'))
    expect(await screen.findByRole('link', { name: 'Opening meeting' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Join the meeting' })).toBeNull()
  })

  test('the timer runs while one looks at it, by the server’s clock', async () => {
    openMine(at('2026-12-03T14:02:00Z'))
    const timer = await screen.findByRole('timer')
    const before = timer.textContent
    await waitFor(() => expect(timer.textContent).not.toBe(before))
  })

  test('a round without a partner is a pause, told as one', async () => {
    openMine(at('2026-12-03T14:10:00Z'))
    expect(
      await screen.findByRole('heading', { level: 1, name: 'You’re sitting this round out' }),
    ).toBeTruthy()
    expect(screen.getByText(/Stretch your legs/)).toBeTruthy()
  })

  test('ten taps rate whoever one met, in private, and a second tap replaces the first', async () => {
    const { user, sent } = openMine(at('2026-12-03T14:08:00Z'), { rateSpeedMeeting: { ok: true } })
    const taps = await screen.findAllByRole('button', { name: /out of 10 for Ana Ruiz/ })
    expect(taps).toHaveLength(10)
    expect(screen.queryByRole('button', { name: /out of 10 for Ben Holm/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: '8 out of 10 for Ana Ruiz' }))
    await user.click(screen.getByRole('button', { name: '3 out of 10 for Ana Ruiz' }))
    expect(sent.filter(({ route }) => route === 'rateSpeedMeeting').map(({ input }) => input)).toEqual([
      { id: 'e1', personId: ana.id, rating: 8 },
      { id: 'e1', personId: ana.id, rating: 3 },
    ])
    expect(await screen.findByText('Saved')).toBeTruthy()
    expect(
      screen.getByRole('button', { name: '3 out of 10 for Ana Ruiz' }).getAttribute('aria-pressed'),
    ).toBe('true')
    expect(screen.getByText(/neither the other person nor the Organizer/)).toBeTruthy()
  })

  test('a tap that was not taken says so and shows what is known', async () => {
    const { user } = openMine(at('2026-12-03T14:08:00Z'), { rateSpeedMeeting: offline })
    await user.click(await screen.findByRole('button', { name: '8 out of 10 for Ana Ruiz' }))
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: '8 out of 10 for Ana Ruiz' }).getAttribute('aria-pressed'),
      ).toBe('false'),
    )
    expect(screen.queryByText('Saved')).toBeNull()
  })

  test('before, nobody can be rated; after, everybody one met can', async () => {
    const { unmount } = openMine(at('2026-12-03T13:30:00Z'))
    expect(await screen.findByRole('timer', { name: 'Until it starts' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /of 10/ })).toBeNull()
    unmount()
    openMine(at('2026-12-03T15:00:00Z'))
    expect(await screen.findByRole('heading', { level: 1, name: /That was First meeting/ })).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /of 10/ })).toHaveLength(20)
    expect(screen.queryByRole('timer')).toBeNull()
  })

  test('loads, has nothing, or fails with a way to try again; speaks Spanish and Arabic', async () => {
    show(<MySpeedMeeting />, { answers: { mySpeedMeetings: never } }).unmount()
    const empty = openMine(at('2026-12-03T14:00:00Z', null))
    expect(await screen.findByText('No speed meeting for you right now')).toBeTruthy()
    empty.unmount()
    const broken = show(<MySpeedMeeting />, {
      answers: {
        mySpeedMeetings: () => {
          throw problem(500, 'internal')
        },
      },
    })
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
    broken.unmount()
    const spanish = openMine(at('2026-12-03T14:02:00Z'), {}, 'es')
    expect(await screen.findByRole('heading', { name: 'Estás con Ana Ruiz' })).toBeTruthy()
    spanish.unmount()
    openMine(at('2026-12-03T14:02:00Z'), {}, 'ar')
    expect(await screen.findByRole('heading', { name: 'أنت مع \u2068Ana Ruiz\u2069' })).toBeTruthy()
  })
})

describe('the phases', () => {
  test('follow each other without a gap', () => {
    const kinds = ['13:59', '14:00', '14:07', '14:09', '14:17', '14:18', '14:25'].map(
      (time) => phaseAt(anEvent(), new Date(`2026-12-03T${time}:00Z`)).kind,
    )
    expect(kinds).toEqual(['before', 'round', 'change', 'round', 'change', 'round', 'after'])
  })

  test('count down to zero and no further', () => {
    const until = new Date('2026-12-03T14:07:00Z')
    const left = (now: string) => countdown(until, new Date(now))
    expect(left('2026-12-03T14:00:18Z')).toBe('6:42')
    expect(left('2026-12-03T12:06:55Z')).toBe('2:00:05')
    expect(left('2026-12-03T14:08:00Z')).toBe('0:00')
  })
})

describe('the banner under My mentoring', () => {
  test('leads to the meeting while it is on, and asks for ratings after', async () => {
    const { unmount } = show(<SpeedBanner />, { answers: { mySpeedMeetings: at('2026-12-03T14:02:00Z') } })
    expect(await screen.findByText('First meeting is on now')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(
      '#/my-mentoring/speed-meetings',
    )
    unmount()
    show(<SpeedBanner />, { answers: { mySpeedMeetings: at('2026-12-03T18:00:00Z') } })
    expect(await screen.findByText('2 people you met are waiting for your private rating')).toBeTruthy()
  })

  test('is silent when there is nothing to say', async () => {
    const { sent } = show(<SpeedBanner />, {
      answers: { mySpeedMeetings: at('2026-12-03T14:00:00Z', null) },
    })
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(screen.queryByRole('region', { name: 'Speed meeting' })).toBeNull()
  })
})

describe('planning', () => {
  const event: Out<'speedEvent'>['event'] = {
    id: 'e1',
    name: 'First meeting',
    startsAt: '2026-12-03T14:00:00Z',
    endsAt: '2026-12-03T14:18:00Z',
    rounds: 2,
    roundMinutes: 7,
    state: 'drafted',
    outlook: 'none',
    people: 3,
    meetings: 2,
  }
  const plan: Out<'speedEvent'> = {
    event,
    rounds: [1, 2].map((round) => ({
      round,
      startsAt: `2026-12-03T14:0${(round - 1) * 9}:00Z`,
      endsAt: `2026-12-03T14:${round === 1 ? '07' : '16'}:00Z`,
      meetings: [{ mentor: round === 1 ? ana : ben, mentee: aFace(3, { name: 'Carl Lind' }) }],
      pausing: [round === 1 ? ben : ana],
    })),
    without: [aFace(4, { name: 'Dora Vik' })],
    outsideHours: [aFace(5, { name: 'Kei Mori' })],
    fewest: 1,
    most: 2,
  }
  const open = (events: Out<'speedEvents'>['events'], more: Answers = {}, stageAllows = true) =>
    show(<SpeedMeetings />, {
      answers: {
        speedEvents: { now: '2026-11-26T09:00:00Z', stageAllows, events },
        speedEvent: { ...plan, event: events[0] ?? event },
        ...more,
      },
    })

  test('starts with times that suit, and asks for a plan', async () => {
    const { user, sent } = open([], { planSpeedEvent: { id: 'e1' } })
    expect(await screen.findByRole('heading', { name: 'Let people meet before you pair them' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show who meets whom' }))
    const asked = sent.find(({ route }) => route === 'planSpeedEvent')!.input
    expect(asked).toMatchObject({ name: 'First meeting', rounds: 6, roundMinutes: 7 })
    expect(new Date(String(asked['startsAt'])).getTime()).toBeGreaterThan(Date.parse('2026-11-26T09:00:00Z'))
  })

  test('times are typed and told on the clock of the reader’s mailbox, whose zone is named', async () => {
    const { user, sent } = show(<SpeedMeetings />, {
      answers: {
        speedEvents: { now: '2026-11-26T09:00:00Z', stageAllows: true, events: [event] },
        speedEvent: plan,
        replanSpeedEvent: { id: 'e1' },
      },
      timeZone: 'Asia/Tokyo',
    })
    const when = (await screen.findByLabelText(/^Starts/)) as HTMLInputElement
    expect(when.value).toBe('2026-12-03T23:00')
    expect(screen.getByText(/^In your time zone: Japan/)).toBeTruthy()
    expect(await screen.findByText(/11:00.*11:07.*PM GMT\+9/)).toBeTruthy()
    fireEvent.change(when, { target: { value: '2026-12-04T09:30' } })
    await user.click(screen.getByRole('button', { name: 'Another plan' }))
    const asked = sent.find(({ route }) => route === 'replanSpeedEvent')!.input
    expect(asked['startsAt']).toBe('2026-12-04T00:30:00.000Z')
  })

  test('the plan counts and names whose working hours it would lie outside of', async () => {
    open([event])
    expect(
      await screen.findByRole('heading', { name: 'One person would be outside their working hours' }),
    ).toBeTruthy()
    expect(screen.getByText('Kei Mori')).toBeTruthy()
  })

  test('every time that a participant reads has its zone', async () => {
    openMine(at('2026-12-03T13:30:00Z'))
    expect(await screen.findByText(/3:00.*3:27 PM GMT\+1/)).toBeTruthy()
    expect(screen.getByText(/^Round 3, 3:18 PM GMT\+1/)).toBeTruthy()
  })

  test('a plan nobody was told of is discarded, one with an invitation called off: each says who hears of it', async () => {
    const first = open([event], { cancelSpeedEvent: { ok: true } })
    expect(await screen.findByText(/Nobody knows about it yet/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Call it off' })).toBeNull()
    await first.user.click(screen.getByRole('button', { name: 'Discard this plan' }))
    expect(await screen.findByText(/so nobody is told/)).toBeTruthy()
    first.unmount()
    const second = open([{ ...event, state: 'published', outlook: 'booked' }], {
      cancelSpeedEvent: { ok: true },
    })
    await second.user.click(await screen.findByRole('button', { name: 'Call it off' }))
    expect(await screen.findByText(/Outlook tells everyone who was invited/)).toBeTruthy()
  })

  test('shows who meets whom, who pauses and who meets nobody, and invites', async () => {
    const { user, sent } = open([event], { publishSpeedEvent: { ok: true } })
    expect(await screen.findByText('Ana Ruiz')).toBeTruthy()
    expect(screen.getByText('Sitting out: Ben Holm')).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'One person meets nobody' })).toBeTruthy()
    expect(screen.getByText('Dora Vik')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Invite everyone' }))
    expect(sent.find(({ route }) => route === 'publishSpeedEvent')!.input).toEqual({ id: 'e1' })
  })

  test('says in words why a plan cannot be made', async () => {
    const { user } = open([], {
      planSpeedEvent: () => {
        throw problem(409, 'too-many-people', { detail: { people: 640, most: 500 } })
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Show who meets whom' }))
    expect((await screen.findByRole('alert')).textContent).toContain('640 people')
  })

  test('tells of a refusal of Outlook with its remedy, and tries again', async () => {
    const { user, sent } = open(
      [{ ...event, state: 'published', outlook: 'refused', failure: 'not-permitted' }],
      { publishSpeedEvent: { ok: true } },
    )
    expect(await screen.findByText(/Calendars.ReadWrite/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Invite again' }))
    expect(sent.some(({ route }) => route === 'publishSpeedEvent')).toBe(true)
  })

  test('says nothing of ratings after it, not even how many there are', async () => {
    open([{ ...event, state: 'over', outlook: 'booked' }])
    expect(await screen.findByText('First meeting')).toBeTruthy()
    expect(screen.queryByText(/rating/i)).toBeNull()
    expect(screen.getByRole('button', { name: 'Plan a speed meeting' })).toBeTruthy()
  })
})

describe('an executive assistant', () => {
  test('is searched for once three letters are typed, and named by one tap', async () => {
    const { user, sent } = show(<MyMentoringAssistant />, {
      answers: {
        myDelegate: { delegate: null },
        findColleague: { people: [{ id: 'p9', name: 'Eva Sand', jobTitle: 'Executive Assistant' }] },
        nameDelegate: { ok: true },
      },
    })
    const field = await screen.findByRole('textbox', { name: /Colleague/ })
    await user.type(field, 'ev')
    expect(sent.some(({ route }) => route === 'findColleague')).toBe(false)
    await user.type(field, 'a')
    await user.click(await screen.findByRole('button', { name: 'Choose Eva Sand' }))
    expect(sent.find(({ route }) => route === 'nameDelegate')!.input).toEqual({ personId: 'p9' })
  })

  test('sees times, and moves a Session by one tap', async () => {
    const session = {
      id: 's1',
      startsAt: '2026-12-03T14:00:00Z',
      endsAt: '2026-12-03T14:50:00Z',
      state: 'planned' as const,
    }
    const repair = {
      id: 'r1',
      state: 'open' as const,
      options: [{ option: 0, startsAt: '2026-12-04T09:00:00Z', endsAt: '2026-12-04T09:50:00Z' }],
    }
    const { user, sent } = show(<Assisted />, {
      answers: {
        assisted: {
          now: '2026-11-26T09:00:00Z',
          leaders: [
            {
              leader: { id: 'p1', name: 'Max Berg' },
              sessions: [session, { ...session, id: 's2', repair }],
            },
          ],
        },
        offerRepair: () => {
          throw problem(409, 'too-late')
        },
        chooseRepair: () => {
          throw problem(409, 'already-chosen')
        },
      },
    })
    expect(await screen.findByRole('heading', { name: 'Max Berg’s mentoring sessions' })).toBeTruthy()
    expect(screen.getAllByText('Mentoring session')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Find other times' }))
    expect(sent.find(({ route }) => route === 'offerRepair')!.input).toEqual({ id: 's1' })
    await user.click(screen.getByRole('button', { name: /Friday.*10:00/ }))
    expect(sent.find(({ route }) => route === 'chooseRepair')!.input).toEqual({ id: 'r1', option: 0 })
    expect(await screen.findAllByRole('alert')).toHaveLength(2)
  })
})
