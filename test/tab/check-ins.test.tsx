import { describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import { chatLink } from '../../tab/src/pages/check-ins/care.tsx'
import CheckIns from '../../tab/src/pages/check-ins/index.tsx'
import { aFace } from './board-fixtures.ts'
import { aPairHealth, someCheckIns, type CheckIns as View } from './program-fixtures.ts'
import { type Answers, problem, show } from './support/show.tsx'
import './wire.ts'

const open = (checkIns: NonNullable<Answers['checkIns']>, locale = 'en') =>
  show(<CheckIns />, { answers: { checkIns }, locale })

const stalled = aPairHealth(1, {
  health: 'stalled',
  facts: [{ key: 'sessions-held', detail: { held: 0, due: 2 } }, { key: 'two-not-confirmed' }],
  suggestion: 'suggest.stalled',
  mentor: aFace(1, { name: 'Ada One' }),
  mentee: aFace(2, { name: 'Max One' }),
})
const well = aPairHealth(2, { mentor: aFace(3, { name: 'Ben Two' }), mentee: aFace(4, { name: 'Eva Two' }) })
const counts: View['counts'] = { onTrack: 1, watch: 0, stalled: 1, noWord: 0, fresh: 0 }

describe('Check-ins', () => {
  test('puts the stalled pair on the work list with its facts and a suggestion', async () => {
    open(someCheckIns({ pairs: [well, stalled], counts }))
    expect(
      await screen.findByRole('heading', { name: 'One pair is stalled. Talk to them first.' }),
    ).toBeTruthy()
    const card = screen.getByRole('article')
    expect(within(card).getByText('Ada One and Max One')).toBeTruthy()
    expect(
      within(card).getByText('The last two sessions were called off or not confirmed by either'),
    ).toBeTruthy()
    expect(within(card).getByText(/Call the Mentee today/)).toBeTruthy()
  })

  test('never says that there is nothing to do while most of what is over is unknown', async () => {
    const quiet = aPairHealth(3, {
      health: 'no-word',
      facts: [
        { key: 'sessions-held', detail: { held: 0, due: 5 } },
        { key: 'no-word', detail: { count: 5 } },
      ],
      suggestion: 'suggest.no-word',
    })
    const silent = { onTrack: 1, watch: 0, stalled: 0, noWord: 1, fresh: 0 }
    const { unmount } = open(
      someCheckIns({ pairs: [well, quiet], counts: silent, sessions: { known: 1, over: 6 } }),
    )
    const lead = 'We know of 1 of 6 sessions what came of them. Ask the others.'
    expect(await screen.findByRole('heading', { name: lead })).toBeTruthy()
    const card = screen.getByRole('article')
    expect(within(card).getByText('No word')).toBeTruthy()
    expect(within(card).getByText(/^No word about the last 5 sessions/)).toBeTruthy()
    expect(within(card).getByText(/Ask both whether they met/)).toBeTruthy()
    unmount()
    open(someCheckIns({ pairs: [well, quiet], counts: silent, sessions: { known: 9, over: 10 } }), 'es')
    expect(
      await screen.findByRole('heading', { name: 'No hay noticias de una pareja. Pregunta qué tal fue.' }),
    ).toBeTruthy()
  })

  test('keeps pairs on their way out of sight until asked for', async () => {
    const { user } = open(someCheckIns({ pairs: [well, stalled], counts }))
    const more = await screen.findByRole('button', { name: 'Show pairs on their way' })
    expect(screen.queryByText('Ben Two and Eva Two')).toBeNull()
    await user.click(more)
    expect(screen.getByText('Ben Two and Eva Two')).toBeTruthy()
  })

  test('says up to when answers are in it, and when there is more', async () => {
    open(someCheckIns())
    expect(await screen.findByText(/You see what was answered up to Monday, .*14/)).toBeTruthy()
    expect(screen.getByText(/once at least 5 more people have answered/)).toBeTruthy()
  })

  test('says what comes before there is anything to follow', async () => {
    open(
      someCheckIns({
        pairs: [],
        counts: { onTrack: 0, watch: 0, stalled: 0, noWord: 0, fresh: 0 },
      }),
    )
    expect(await screen.findByText(/^Nothing to follow yet\./)).toBeTruthy()
    expect(screen.queryByText(/0 of 0/)).toBeNull()
  })

  test('shows nothing for a fact it has no words for, least of all what somebody wrote', async () => {
    const leaking = { ...stalled, facts: [{ key: 'note', detail: { text: 'He never listens' } }] }
    open(someCheckIns({ pairs: [leaking], counts }))
    await screen.findByRole('article')
    expect(screen.queryByText(/listens/)).toBeNull()
  })

  test('speaks Spanish and Arabic', async () => {
    const { unmount } = open(someCheckIns({ pairs: [stalled], counts }), 'es')
    expect(await screen.findByText('Una pareja está parada. Habla primero con ella.')).toBeTruthy()
    unmount()
    open(someCheckIns({ pairs: [stalled], counts }), 'ar')
    expect(await screen.findByText('ثنائي واحد متعثر. تحدث معه أولًا.')).toBeTruthy()
  })
})

type Concern = Out<'concerns'>['concerns'][number]

const aConcern = (changes: Partial<Concern> = {}): Concern => ({
  key: 'k1',
  kind: 'inside-line',
  detail: { rule: 'shared-reporting-line' },
  pairing: {
    id: 'p1',
    mentor: aFace(1, { name: 'Ada One' }),
    mentee: aFace(2, { name: 'Max One' }),
  },
  raisedAt: '2026-03-02T09:00:00Z',
  ...changes,
})

const withConcerns = (concerns: Concern[], more: Answers = {}, locale = 'en') =>
  show(<CheckIns />, {
    answers: {
      checkIns: someCheckIns({
        pairs: [well],
        counts: { onTrack: 1, watch: 0, stalled: 0, noWord: 0, fresh: 0 },
      }),
      concerns: { open: concerns.length, concerns },
      ...more,
    },
    locale,
  })

describe('the work list', () => {
  const known = aPairHealth(1, {
    ...stalled,
    chatWith: ['ada@lumenfield.example', 'max@lumenfield.example'],
  })
  const concern = aConcern({
    kind: 'stalled',
    detail: { sessions: 2, since: 1 },
    pairing: { id: known.pairingId, mentor: known.mentor, mentee: known.mentee },
  })
  const listed = (more: Answers = {}, pair = known) =>
    show(<CheckIns />, {
      answers: {
        checkIns: someCheckIns({ pairs: [well, pair], counts }),
        concerns: { open: 1, concerns: [concern] },
        ...more,
      },
    })

  test('shows a pair once, with what came up and one piece of advice', async () => {
    listed()
    const card = await screen.findByRole('article')
    expect(await within(card).findByText('2 sessions in a row were called off or not confirmed')).toBeTruthy()
    expect(screen.getAllByText('Ada One and Max One')).toHaveLength(1)
    expect(within(card).queryByText(/^Suggested:/)).toBeNull()
    expect(screen.getByRole('heading', { name: 'Work list (1)' })).toBeTruthy()
    expect(screen.queryByText('Nothing to look at')).toBeNull()
  })

  test('notes what was done, and sets the pair aside until a day', async () => {
    const { user, sent } = listed({ noteFollowUp: { ok: true } })
    await user.click(await screen.findByRole('button', { name: 'Note or set aside: Ada One and Max One' }))
    await user.type(screen.getByLabelText('What you did'), 'Called the Mentee')
    await user.type(screen.getByLabelText('Set aside until'), '2026-12-20')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'noteFollowUp')?.input).toEqual({
        pairingId: known.pairingId,
        note: 'Called the Mentee',
        until: '2026-12-20',
      }),
    )
    expect(await screen.findByText('Noted for Ada One and Max One.')).toBeTruthy()
  })

  test('pauses a pair until a day, says so, and lets it go on', async () => {
    const { user, sent } = listed(
      { noteFollowUp: { ok: true } },
      { ...known, pausedUntil: '2026-12-20', followUps: [] },
    )
    expect(await screen.findByText(/On a break until Sunday, December 20/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Note or set aside: Ada One and Max One' }))
    await user.type(screen.getByLabelText('Set aside until'), '2026-12-27')
    await user.click(screen.getByRole('checkbox', { name: 'Pause the pair until then' }))
    expect(screen.getByText(/Both get a neutral message/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const inputs = () => sent.filter(({ route }) => route === 'noteFollowUp').map(({ input }) => input)
    await waitFor(() =>
      expect(inputs()).toEqual([{ pairingId: known.pairingId, until: '2026-12-27', pause: 'begin' }]),
    )
    await user.click(await screen.findByRole('button', { name: 'End the break: Ada One and Max One' }))
    await waitFor(() => expect(inputs()[1]).toEqual({ pairingId: known.pairingId, pause: 'end' }))
  })

  test('says why a note was refused and keeps what was written', async () => {
    const { user } = listed({
      noteFollowUp: () => {
        throw problem(422, 'date-in-the-past', { field: 'until' })
      },
    })
    await user.click(await screen.findByRole('button', { name: /^Note or set aside: Ada/ }))
    await user.type(screen.getByLabelText('What you did'), 'Called')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Choose a date in the future.')).toBeTruthy()
    expect(screen.getByLabelText<HTMLTextAreaElement>('What you did').value).toBe('Called')
  })

  test('keeps a pair that is set aside off the list and out of the headline, with who did what', async () => {
    const { user } = listed(
      { concerns: { open: 0, concerns: [] } },
      { ...known, asideUntil: '2026-12-20', followUps: [] },
    )
    expect(await screen.findByRole('heading', { name: 'Set aside (1)' })).toBeTruthy()
    expect(screen.queryByRole('article')).toBeNull()
    expect(screen.queryByText(/One pair is stalled/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Show pairs set aside' }))
    expect(screen.getByText(/Set aside until Sunday, December 20/)).toBeTruthy()
  })

  test('tells who did what, and when', async () => {
    const followUps = [
      { at: '2026-12-14T09:00:00Z', by: aFace(9, { name: 'Ruth Okafor' }), note: 'Called Max' },
    ]
    listed({}, { ...known, followUps })
    expect(await screen.findByText('Monday, December 14, Ruth Okafor: Called Max')).toBeTruthy()
  })

  test('hands a pair to a colleague, and shows who has it and since when', async () => {
    const keepers = [aFace(8, { name: 'Ruth Okafor' }), aFace(9, { name: 'Tom Nine' })]
    const followUps = [{ at: '2026-12-14T09:00:00Z', by: keepers[1]!, to: keepers[0]! }]
    const pair = { ...stalled, keepers, keeper: keepers[0]!, followUps }
    const { user, sent } = show(<CheckIns />, {
      answers: { checkIns: someCheckIns({ pairs: [pair], counts }), noteFollowUp: { ok: true } },
    })
    expect(await screen.findByText('Ruth Okafor looks after it')).toBeTruthy()
    expect(screen.getByText('Monday, December 14, Tom Nine: handed to Ruth Okafor')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Hand to a colleague: Ada One and Max One' }))
    expect(screen.queryByRole('button', { name: 'Hand it to Ruth Okafor' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Hand it to Tom Nine' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'noteFollowUp')?.input).toEqual({
        ...{ pairingId: stalled.pairingId, toId: keepers[1]!.id },
      }),
    )
    expect(await screen.findByText(/Tom Nine looks after Ada One and Max One now/)).toBeTruthy()
  })

  test('names what waits on other pages, and never says that there is nothing to do meanwhile', async () => {
    show(<CheckIns />, {
      answers: {
        checkIns: someCheckIns({
          pairs: [well],
          elsewhere: { applied: 3, notBooked: 1, freeAgain: 2 },
        }),
      },
    })
    const people = await screen.findByRole('link', { name: '3 people are waiting for your decision' })
    expect(people.getAttribute('href')).toBe('#/people')
    const schedule = screen.getByRole('link', { name: 'One pair has no time in the calendar' })
    expect(schedule.getAttribute('href')).toBe('#/schedule')
    const board = screen.getByRole('link', { name: '2 people are free again and can be paired anew' })
    expect(board.getAttribute('href')).toBe('#/matching')
    expect(screen.queryByText(/Nothing for you to do here/)).toBeNull()
  })

  const waiting: Out<'places'> = {
    ...{ waiting: 3, free: 1, isKnown: true, took: [aFace(9, { name: 'Tom Nine' })] },
    next: { participantId: 'n1', person: aFace(7, { name: 'Zoe Seven' }), side: 'mentor', mayOffer: true },
    offered: [{ person: aFace(8, { name: 'Ida Eight' }), until: '2026-12-03T12:00:00.000Z' }],
  }

  test('offers a free place to whoever has waited longest, with one press', async () => {
    const { user, sent } = show(<CheckIns />, {
      answers: {
        ...{ checkIns: someCheckIns({ pairs: [well] }), places: waiting },
        offerPlace: { until: '2026-12-05T00:00:00.000Z' },
      },
    })
    expect(await screen.findByText('3 people are waiting · one place is free')).toBeTruthy()
    expect(screen.getByText(/^Ida Eight has a place on offer until Thursday, December 3/)).toBeTruthy()
    expect(screen.getByText(/^Tom Nine took a place and has nobody yet/)).toBeTruthy()
    expect(screen.queryByText(/Nothing for you to do here/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Offer the place to Zoe Seven' }))
    await waitFor(() => expect(sent.map(({ route }) => route)).toContain('offerPlace'))
    expect(await screen.findByText(/Zoe Seven is being asked/)).toBeTruthy()
  })

  test('leaves it to a colleague where they are in one line, and says what cannot be known', async () => {
    const own = { ...waiting, next: { ...waiting.next!, mayOffer: false } }
    const { unmount } = show(<CheckIns />, {
      answers: { checkIns: someCheckIns({ pairs: [] }), places: own },
    })
    expect(await screen.findByText(/A co-organizer can offer the place/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Offer the place/ })).toBeNull()
    unmount()
    const { next: _, ...rest } = waiting
    show(<CheckIns />, {
      answers: {
        ...{ checkIns: someCheckIns({ pairs: [well] }) },
        places: { ...rest, free: 0, isKnown: false },
      },
    })
    expect(await screen.findByText(/whether a place is free can’t be told/)).toBeTruthy()
  })

  test('takes up any pair on its way, and ends it with an undo', async () => {
    const { user, sent } = show(<CheckIns />, {
      answers: {
        checkIns: someCheckIns({ pairs: [well] }),
        concerns: { open: 0, concerns: [] },
        endPairing: { ok: true },
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Show pairs on their way' }))
    await user.click(screen.getByRole('button', { name: 'Look at it: Ben Two and Eva Two' }))
    const card = screen.getByRole('article')
    await user.click(within(card).getByRole('button', { name: 'End the pairing: Ben Two and Eva Two' }))
    expect(sent.some(({ route }) => route === 'endPairing')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'endPairing')?.input).toEqual({ id: well.pairingId }),
    )
  })

  test('writes to both in words that fit', () => {
    const link = new URL(chatLink(['ada@x.example', 'max@x.example'], 'Hi both & all'))
    expect(link.searchParams.get('users')).toBe('ada@x.example,max@x.example')
    expect(link.searchParams.get('message')).toBe('Hi both & all')
  })
})

describe('what came up', () => {
  test('leads the page, each with its fact, since when, and what to do', async () => {
    withConcerns([
      aConcern(),
      aConcern({ key: 'k2', kind: 'stalled', detail: { sessions: 3, since: 2 } }),
      aConcern({ key: 'k3', kind: 'no-repair-time', detail: { session: 4, why: 'no-common-time' } }),
      aConcern({ key: 'k4', kind: 'person-left', detail: { personId: aFace(2).id } }),
    ])
    expect(await screen.findByRole('heading', { name: '4 things came up. Look at them first.' })).toBeTruthy()
    expect(screen.getByText('The pair now stands in one reporting line')).toBeTruthy()
    expect(screen.getByText('3 sessions in a row were called off or not confirmed')).toBeTruthy()
    expect(screen.getByText('Session 4 slipped and no time within a week suits both')).toBeTruthy()
    expect(screen.getByText('Max One is no longer with the organization')).toBeTruthy()
    expect(screen.getAllByText('Ada One and Max One · Since Monday, March 2')).toHaveLength(4)
    expect(screen.getByRole('link', { name: 'Open Schedule' }).getAttribute('href')).toBe('#/schedule')
  })

  test('closing one can be undone; when it is not, it is sent once the message goes', async () => {
    const { user, sent } = withConcerns([aConcern()], { closeConcern: { ok: true } })
    const done = { name: /^Done: The pair now stands/ }
    await user.click(await screen.findByRole('button', done))
    expect(screen.getByText('Nothing to look at')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(sent.some(({ route }) => route === 'closeConcern')).toBe(false)
    await user.click(screen.getByRole('button', done))
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'closeConcern')?.input).toEqual({ key: 'k1' }),
    )
  })

  test('a pair inside one line is ended from here, and then leaves the list', async () => {
    const { user, sent } = withConcerns([aConcern()], {
      endPairing: { ok: true },
      closeConcern: { ok: true },
    })
    await user.click(await screen.findByRole('button', { name: 'End the pairing' }))
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'closeConcern')).toBe(true))
    expect(sent.find(({ route }) => route === 'endPairing')?.input).toEqual({ id: 'p1' })
  })

  test('a close that fails comes back with the reason', async () => {
    const { user } = withConcerns([aConcern()], {
      closeConcern: () => {
        throw problem(503, 'unavailable')
      },
    })
    await user.click(await screen.findByRole('button', { name: /^Done: / }))
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(await screen.findByRole('button', { name: /^Done: / })).toBeTruthy()
    expect(screen.getByText(/The service has a problem/)).toBeTruthy()
  })

  test('what was closed stays readable, with who closed it', async () => {
    const { user } = withConcerns([], {
      concerns: ({ closed }) => ({
        open: 0,
        concerns:
          closed === 'true'
            ? [
                aConcern({ closedAt: '2026-03-03T08:00:00Z', closedBy: aFace(9, { name: 'Ruth Okafor' }) }),
                aConcern({ key: 'k2', kind: 'line-unknown', closedAt: '2026-03-03T08:00:00Z' }),
              ]
            : [],
      }),
    })
    await user.click(await screen.findByRole('button', { name: 'Show what is done' }))
    expect(await screen.findByText('Closed by Ruth Okafor on Tuesday, March 3')).toBeTruthy()
    expect(screen.getByText('Resolved on its own on Tuesday, March 3')).toBeTruthy()
  })

  test('a list that cannot be read says so and leaves the rest of the page standing', async () => {
    withConcerns([], {
      concerns: () => {
        throw problem(503, 'unavailable')
      },
    })
    expect((await screen.findByRole('alert')).textContent).toContain('The service has a problem')
    expect(
      screen.getByRole('heading', { name: 'Every pair is on its way. Nothing for you to do here.' }),
    ).toBeTruthy()
  })
})
