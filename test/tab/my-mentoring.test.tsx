import { beforeEach, describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import { stepOf } from '../../tab/src/pages/my-mentoring/enrol-rules.ts'
import MyMentoring from '../../tab/src/pages/my-mentoring/index.tsx'
import { leadPairing } from '../../tab/src/pages/my-mentoring/pairings.ts'
import { agreedAt, pastSessions } from '../../tab/src/pages/my-mentoring/past-facts.ts'
import {
  anAgreement,
  anEmployee,
  mine,
  myCohort,
  myPairing,
  omar,
  paired,
  participant,
  prefill,
  session,
  tomas,
} from './support/fixtures.ts'
import { type Answers, away, never, offline, problem, show } from './support/show.tsx'

beforeEach(() => sessionStorage.clear())

const showMine = (myMentoring: Answers['myMentoring'], more: Answers = {}, locale = 'en') =>
  show(<MyMentoring />, { answers: { myMentoring: myMentoring!, ...more }, reader: anEmployee(), locale })

const heading = () => screen.findByRole('heading', { level: 1 })

describe('what the page says first', () => {
  test('while it loads', () => {
    showMine(never)
    expect(screen.getByRole('status', { name: '' }).textContent).toBe('Loading…')
  })

  test('when the service has a problem, with a way to try again that works', async () => {
    let broken = true
    const { user } = showMine(() => {
      if (broken) throw problem(503, 'unavailable', { requestId: 'r-1' })
      return mine()
    })
    expect((await screen.findByRole('alert')).textContent).toContain('Code r-1')
    broken = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect((await heading()).textContent).toBe('Learn from your newest colleagues')
  })

  test.each([
    ['en', 'Back in a moment', 'Learn from your newest colleagues'],
    ['es', 'Volvemos enseguida', ''],
    ['ar', 'نعود بعد لحظات', ''],
  ])('when the service is away for a moment, calmly, and then by itself (%s)', async (locale, calm, then) => {
    let isAway = true
    showMine(
      () => {
        if (isAway) throw away()
        return mine()
      },
      {},
      locale,
    )
    expect((await heading()).textContent).toBe(calm)
    expect(screen.queryByRole('alert')).toBeNull()
    isAway = false
    await waitFor(async () => expect((await heading()).textContent).not.toBe(calm), { timeout: 5000 })
    if (then) expect((await heading()).textContent).toBe(then)
  })

  test('when there is no program', async () => {
    showMine(mine({ cohort: null }))
    expect((await heading()).textContent).toBe('No program is open yet')
  })

  test('before enrolling: the challenge in figures, the sponsor’s face and word, and what it asks', async () => {
    showMine(mine())
    await heading()
    expect(screen.getByText('From 22% to 70%')).toBeTruthy()
    expect(screen.getByText('Inés Navarro')).toBeTruthy()
    expect(screen.getByText(/I learn from a colleague half my age/)).toBeTruthy()
    expect(screen.getByText('6 sessions')).toBeTruthy()
    expect(screen.getByText('50 minutes each, every 4 weeks')).toBeTruthy()
    expect(screen.getByText('5 hours in all')).toBeTruthy()
  })

  test.each([
    ['applied', 'Thanks. Ruth Okafor will look at your application'],
    ['waitlisted', 'You’re on the waiting list'],
    ['declined', 'Not this time'],
    ['approved', 'You’re in. We’re finding your partner'],
    ['left', 'You’ve left this program'],
  ] as const)('to somebody who is %s', async (state, words) => {
    showMine(mine({ participant: participant({ state }) }))
    expect((await heading()).textContent).toBe(words)
  })

  test.each([
    ['Take it', 'take', 'taken', /You’re in\. The Organizer makes the pair next/],
    ['No thanks', 'no-thanks', 'declined', /The place goes to the next person/],
    ['Take it', 'take', 'withdrawn', /no longer on offer/],
  ] as const)('to somebody for whom a place is free: %s (%s, %s)', async (button, answer, state, words) => {
    const place = { offerId: 'o1', until: '2026-12-03T12:00:00.000Z' }
    const { user, sent } = showMine(mine({ participant: participant({ state: 'waitlisted' }), place }), {
      answerPlace: { state },
    })
    await user.click(await screen.findByRole('button', { name: button }, { timeout: 5000 }))
    expect(screen.getByRole('heading', { name: 'A place is free for you' })).toBeTruthy()
    await waitFor(() => expect(document.body.textContent).toMatch(words))
    expect(sent.find(({ route }) => route === 'answerPlace')?.input).toEqual({ offerId: 'o1', answer })
  })

  test('who may enroll and how many, with how that stands with the reader; a side that is shut cannot be chosen', async () => {
    const admission = { units: ['Sales'], grades: { mentor: { to: 5 } }, places: { mentee: 1 } }
    const { user } = showMine(
      mine({ entry: { admission, sides: { mentor: 'not-admitted', mentee: 'full' }, isShut: false } }),
    )
    const panel = (await screen.findByRole('heading', { name: 'Who can enroll' })).closest('section')!
    expect(
      within(panel)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([...['Open to: Sales', 'Mentors: grade 5 or lower', 'One place for Mentees']])
    expect(panel.textContent).toContain('not open to you as a Mentor this time')
    expect(panel.textContent).toContain('you’re on the waiting list')
    await user.click(screen.getByRole('button', { name: 'Enroll' }))
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: /I teach/ })).disabled).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /I learn/ }).disabled).toBe(false)
  })

  test('to somebody to whom no side is open there is no form to fill in in vain', async () => {
    const sides = { mentor: 'not-admitted', mentee: 'unknown' } as const
    showMine(mine({ entry: { admission: { countries: ['DE'] }, sides, isShut: true } }))
    expect(await screen.findByText(/the Organizer can tell you who puts it right/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Enroll' })).toBeNull()
  })

  test('to somebody whose enrolment closed without them', async () => {
    showMine(mine({ cohort: myCohort({ stage: 'running' }) }))
    expect((await heading()).textContent).toBe('Enrollment for Spring 2026 is closed')
  })
})

describe('a cohort that has begun', () => {
  test('invites no more to a start that is over: it says since when it runs, and that one can still enroll', async () => {
    showMine(mine({ cohort: myCohort({ stage: 'matching' }) }))
    expect((await heading()).textContent).toBe('Spring 2026 has been running since February 2, 2026')
    expect(screen.getByText(/You can still enroll/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Enroll' })).toBeTruthy()
  })

  test.each([
    [{}, /^It has been running since February 2, 2026, until July 17, 2026\. The next cohort/],
    [{ startsOn: '2026-04-01' }, /^It starts on April 1, 2026\./],
    [{ startsOn: '2025-01-01', endsOn: '2025-07-01' }, /^It ran from January 1, 2025 to July 1, 2025\./],
  ])('is closed with its dates and with whom to ask (%j)', async (dates, words) => {
    showMine(mine({ cohort: myCohort({ stage: 'running', ...dates }) }))
    expect((await heading()).textContent).toBe('Enrollment for Spring 2026 is closed')
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText('Ruth Okafor')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Enroll' })).toBeNull()
  })
})

describe('paired', () => {
  test('the next Session: day in words, hours in my zone, how long until, agenda and who it is with', async () => {
    showMine(paired())
    expect((await heading()).textContent).toBe('Next: Tuesday, March 10 with Omar Haddad')
    const next = screen.getByRole('region', { name: 'Next session' })
    expect(within(next).getByText(/11:00.*11:50/)).toBeTruthy()
    expect(within(next).getByText('Starts in 7 days')).toBeTruthy()
    expect(within(next).getByText('Show me: a tool, a channel or a trend')).toBeTruthy()
    expect(within(next).getByText('You bring:')).toBeTruthy()
    expect(within(next).getByRole('link', { name: 'Join in Teams' }).getAttribute('href')).toContain(
      'meetup-join',
    )
    expect(screen.getByRole('region', { name: 'You teach Omar Haddad' })).toBeTruthy()
  })

  test('on the day of the session, how to join comes before the partner', async () => {
    const reader = anEmployee({ now: '2026-03-10T08:00:00Z' })
    show(<MyMentoring />, { answers: { myMentoring: paired() }, reader })
    const join = await screen.findByRole('link', { name: 'Join in Teams' })
    const partner = screen.getByRole('region', { name: 'You teach Omar Haddad' })
    expect(join.compareDocumentPosition(partner)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  test('the partner comes before the dates', async () => {
    showMine(paired())
    const next = await screen.findByRole('region', { name: 'Next session' })
    const partner = screen.getByRole('region', { name: 'You teach Omar Haddad' })
    expect(partner.compareDocumentPosition(next)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  test('its agenda leads to the lessons, for whoever has them', async () => {
    const { unmount } = showMine(paired())
    await heading()
    expect(screen.queryByRole('link', { name: 'Lessons that help in sessions' })).toBeNull()
    unmount()
    show(<MyMentoring />, {
      answers: { myMentoring: paired() },
      reader: anEmployee({ places: ['my-mentoring', 'training'] }),
    })
    const [link] = await screen.findAllByRole('link', { name: 'Lessons that help in sessions' })
    expect(link).toHaveProperty('hash', '#/training')
  })

  test('today is marked on the way through, for the eye and for a screen reader', async () => {
    showMine(paired())
    const way = await screen.findByRole('list', { name: 'Your journey' })
    const today = within(way)
      .getAllByRole('listitem')
      .filter((step) => step.getAttribute('aria-current') === 'step')
    expect(today.map((step) => step.textContent)).toEqual(['Session 2Mar 10'])
    expect(within(way).getAllByRole('img', { name: 'done' })).toHaveLength(4)
  })

  test('on the day itself it says so', async () => {
    const running = session(2, { startsAt: '2026-03-03T08:40:00Z', endsAt: '2026-03-03T09:30:00Z' })
    showMine(paired({ pairings: [myPairing({ sessions: [running], nextSessionId: 's2' })] }))
    expect((await heading()).textContent).toBe('Your session with Omar Haddad is on now')
    expect(screen.getByText('On now, until 10:30 AM')).toBeTruthy()
  })

  test('a Hold that failed says why in words and who helps; one that is being booked asks for patience', async () => {
    const failed = myPairing({
      sessions: [],
      nextSessionId: null,
      hold: { state: 'failed', failure: 'no-common-slot' },
    })
    showMine(paired({ pairings: [failed] }))
    expect((await heading()).textContent).toBe('Your sessions with Omar Haddad are not booked yet')
    expect(screen.getAllByText(/No time was free for both/).length).toBeGreaterThan(0)
  })

  test('with several partners, the one met soonest leads', async () => {
    const later = myPairing({ id: 'late', partner: tomas, sessions: [session(3)], nextSessionId: 's3' })
    const sooner = myPairing({ id: 'soon', partner: omar })
    expect(leadPairing([later, sooner])?.id).toBe('soon')
    showMine(paired({ pairings: [later, sooner] }))
    expect((await heading()).textContent).toContain('Omar Haddad')
    expect(screen.getAllByRole('region', { name: 'Next session' })).toHaveLength(2)
  })

  test('why the two of them is said in words, without points, and nothing of how the engine counts', async () => {
    const parts = [
      { part: 'base', points: 10 },
      { part: 'interests', points: 40, detail: { interests: 'running, chess' } },
      { part: 'topic', points: 420, detail: { topics: 'ai-tools, inclusion', worth: 9 } },
      { part: 'different-unit', points: 180, detail: { mentor: 'Digital', mentee: 'Strategy' } },
      { part: 'hours', points: 12, detail: { minutes: 330 } },
      { part: 'waiting', points: 7, detail: { cohorts: 1 } },
      { part: 'something-new', points: 5 },
      { part: 'language', points: 60 },
    ]
    showMine(paired({ pairings: [myPairing({ parts })] }))
    const why = (await screen.findByRole('heading', { name: 'Why we matched you' })).parentElement!
    expect(
      within(why)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Topics in common: AI tools and inclusion',
      'Different units: Digital and Strategy',
      'You both like running and chess',
      'Working hours in common: 5.5 a day',
    ])
    expect(document.body.textContent).not.toMatch(/base|420|every rule/)
  })

  test('an ended Pairing is nobody’s fault', async () => {
    showMine(paired({ pairings: [myPairing({ state: 'ended' })] }))
    expect((await heading()).textContent).toBe('Your pairing has ended')
  })
})

describe('the check-in', () => {
  const waiting: Out<'myMentoring'>['waiting'] = [{ kind: 'check-in', sessionId: 's1', pairingId: 'pair-1' }]

  test('is three taps, and the last one sends', async () => {
    const { user, sent } = showMine(paired({ waiting }), { answerCheckIn: { state: 'answered' } })
    expect((await heading()).textContent).toBe('One thing needs your answer')
    await user.click(await screen.findByRole('button', { name: 'Yes' }))
    await user.click(screen.getByRole('button', { name: '4 out of 5' }))
    await user.click(screen.getByRole('button', { name: 'Nothing' }))
    expect(await screen.findByText('Thanks, that’s all.')).toBeTruthy()
    const answers = sent.filter(({ route }) => route === 'answerCheckIn').map(({ input }) => input)
    expect(answers).toEqual([{ sessionId: 's1', held: true, worth: 4, obstacle: 'nothing' }])
  })

  test('leaves the focus on the heading when it is answered and gone, and says thanks', async () => {
    let open = waiting
    const { user } = showMine(() => paired({ waiting: open }), {
      answerCheckIn: () => {
        open = []
        return { state: 'answered' }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'No' }))
    await user.click(screen.getByRole('button', { name: 'Time' }))
    expect(await screen.findByText('Thanks, that’s all.')).toBeTruthy()
    expect(document.activeElement).toBe(await heading())
    expect(screen.queryByText('Did anything get in the way?')).toBeNull()
  })

  test('of a Session that was not held asks only why, and nobody has to rate it', async () => {
    const { user, sent } = showMine(paired({ waiting }), { answerCheckIn: { state: 'answered' } })
    await user.click(await screen.findByRole('button', { name: 'No' }))
    expect(document.activeElement?.textContent).toBe('Did anything get in the way?')
    await user.click(screen.getByRole('button', { name: 'Time' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'answerCheckIn')).toBe(true))
    expect(sent.find(({ route }) => route === 'answerCheckIn')?.input).toEqual({
      sessionId: 's1',
      held: false,
      obstacle: 'time',
    })
  })

  test('that comes too late says so and keeps the page', async () => {
    const { user } = showMine(paired({ waiting }), {
      answerCheckIn: () => {
        throw problem(409, 'no-longer-open')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'No' }))
    await user.click(screen.getByRole('button', { name: 'Time' }))
    expect((await screen.findByRole('alert')).textContent).toContain('no longer open')
  })
})

describe('what the two agreed to do', () => {
  const actions = [
    { id: 'a1', text: 'Try the dashboard', whose: 'me' as const, addedAt: '2026-03-02T10:00:00Z' },
    {
      ...{ id: 'a2', text: 'Send the link', whose: 'partner' as const, addedAt: '2026-03-02T10:00:00Z' },
      doneAt: '2026-03-04T10:00:00Z',
    },
  ]

  test('is added for either, ticked and struck out', async () => {
    const { user, sent } = showMine(paired(), {
      ...{ actions: { actions, mayChange: true }, addAction: { id: 'a3' } },
      ...{ settleAction: { ok: true }, removeAction: { ok: true } },
    })
    await user.click(await screen.findByRole('checkbox', { name: 'Try the dashboard' }))
    // What was pressed shows at once; that this answer brings nothing new takes it back.
    await waitFor(() =>
      expect((screen.getByRole('checkbox', { name: 'Try the dashboard' }) as HTMLInputElement).checked).toBe(
        false,
      ),
    )
    await user.click(screen.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText('Write what it is first.')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'What' }), 'Read the report')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who does it' }), 'partner')
    await user.click(screen.getByRole('button', { name: 'Add' }))
    await waitFor(() =>
      expect((screen.getByRole('textbox', { name: 'What' }) as HTMLInputElement).value).toBe(''),
    )
    await user.click(screen.getByText('One thing done'))
    await user.click(screen.getByRole('button', { name: 'Remove', description: 'Send the link' }))
    expect(
      sent.filter(({ route }) => /Action$/.test(route)).map(({ route, input }) => [route, input]),
    ).toEqual([
      ['settleAction', { id: 'a1', isDone: true }],
      ['addAction', { id: 'pair-1', text: 'Read the report', whose: 'partner' }],
      ['removeAction', { id: 'a2' }],
    ])
  })

  test('keeps what was typed when it could not be sent', async () => {
    const { user } = showMine(paired(), {
      addAction: () => {
        throw problem(409, 'list-full')
      },
    })
    await user.type(await screen.findByRole('textbox', { name: 'What' }), 'One more')
    await user.click(screen.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText(/This list is full/)).toBeTruthy()
    expect((screen.getByRole('textbox', { name: 'What' }) as HTMLInputElement).value).toBe('One more')
  })

  test('is only read once nothing can change any more', async () => {
    showMine(paired(), { actions: { actions, mayChange: false } })
    expect(
      (await screen.findByRole('checkbox', { name: 'Try the dashboard' })).hasAttribute('disabled'),
    ).toBe(true)
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull()
  })
})

describe('a session that is over', () => {
  const agreed = [
    { id: 'a0', text: 'Say hello', whose: 'me' as const, addedAt: '2026-02-03T10:00:00Z' },
    {
      ...{ id: 'a1', text: 'Try the dashboard', whose: 'partner' as const, addedAt: '2026-02-10T10:40:00Z' },
      doneAt: '2026-02-12T10:00:00Z',
    },
  ]

  test('opens to what it was about, what I said of it, and what the two agreed to do then', async () => {
    const { user } = showMine(paired(), { actions: { actions: agreed, mayChange: true } })
    const panel = (await screen.findByRole('heading', { name: 'Sessions behind you' })).closest('section')!
    const past = within(panel)
    const [summary, ...more] = past.getAllByText(/^Session \d/)
    expect(more).toEqual([])
    expect(past.queryByRole('list', { name: 'Agenda' })).toBeNull()
    await user.click(summary!)
    expect(await past.findByText('You met. Worth your time: 5 out of 5.')).toBeTruthy()
    expect(past.getByRole('list', { name: 'Agenda' })).toBeTruthy()
    expect(await past.findByText('Try the dashboard')).toBeTruthy()
    expect(past.getByText('(Omar, done)')).toBeTruthy()
    expect(past.queryByText('Say hello')).toBeNull()
  })

  test('that did not take place says so, and what could still be saved is not among them', () => {
    const now = new Date('2026-03-20T10:00:00Z')
    const sessions = [
      session(1, { state: 'missed' }),
      session(2, {
        state: 'cancelled',
        declinedBy: 'me',
        startsAt: '2026-03-16T10:00:00Z',
        endsAt: '2026-03-16T11:00:00Z',
      }),
      session(3),
    ]
    const pairing = myPairing({ sessions, nextSessionId: 's3' })
    expect(pastSessions(pairing, now).map(({ id }) => id)).toEqual(['s1'])
    expect(pastSessions(pairing, new Date('2026-03-28T10:00:00Z')).map(({ id }) => id)).toEqual(['s2', 's1'])
    // One that was called off is no end of what was agreed at the one before.
    expect(agreedAt(pairing, sessions[0]!, [{ addedAt: '2026-03-17T10:00:00.000Z' }])).toHaveLength(1)
    expect(agreedAt(pairing, sessions[0]!, [{ addedAt: session(3).startsAt }])).toEqual([])
  })
})

describe('what the two agree on', () => {
  const signedBy = (name: 'mine' | 'partner') => ({
    [name]: { goal: `The goal of ${name}`, goalStart: 2, signedAt: '2026-03-02T10:00:00Z' },
  })
  const panel = async () =>
    within((await screen.findByText(/What you two agree on|Your agreement, version/)).closest('section')!)

  test('names both, and is signed with a goal of one’s own under the version that was read', async () => {
    const { user, sent } = showMine(paired(), {
      agreement: anAgreement({ version: 3 }),
      signAgreement: anAgreement({ version: 3, state: 'signed-by-one', ...signedBy('mine') }),
    })
    const shown = await panel()
    const { partner } = myPairing()
    expect(shown.getByText(new RegExp(`so that .*${partner.name}`))).toBeTruthy()
    expect(shown.getByText(`${partner.name} hasn’t signed yet.`)).toBeTruthy()
    const goal = shown.getByRole('textbox', { name: new RegExp(`My goal, as ${partner.name} will read it`) })
    expect((goal as HTMLInputElement).value).toBe('Say no sooner')
    await user.clear(goal)
    expect(shown.getByRole('button', { name: 'Sign' }).getAttribute('aria-disabled')).toBe('true')
    await user.type(goal, 'Listen longer')
    await user.click(shown.getByRole('button', { name: 'Sign' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'signAgreement')).toBe(true))
    expect(sent.find(({ route }) => route === 'signAgreement')?.input).toEqual({
      ...{ id: 'pair-1', version: 3, template: 1, goal: 'Listen longer', goalStart: 2, language: 'en' },
    })
  })

  test('is changed by either, and says when the other was quicker', async () => {
    const { user, sent } = showMine(paired(), {
      changeAgreement: () => {
        throw problem(409, 'changed-meanwhile')
      },
    })
    const shown = await panel()
    expect(shown.queryByRole('button', { name: 'Save these terms' })).toBeNull()
    await user.selectOptions(shown.getByRole('combobox', { name: 'Where do we meet?' }), 'On a walk')
    await user.click(shown.getByRole('button', { name: 'Save these terms' }))
    expect(await shown.findByRole('alert')).toBeTruthy()
    expect(sent.find(({ route }) => route === 'changeAgreement')?.input).toMatchObject({
      terms: { place: 'walk', reply: 48 },
    })
  })

  test('shows both goals once both have signed, and how to change it', async () => {
    const both = { ...signedBy('mine'), ...signedBy('partner') }
    const { user } = showMine(paired(), {
      agreement: anAgreement({ version: 2, state: 'in-force', ...both }),
    })
    const shown = await panel()
    expect(shown.getByText('You have both signed.')).toBeTruthy()
    expect(shown.getByText(/The goal of partner/)).toBeTruthy()
    expect(shown.queryByRole('combobox')).toBeNull()
    await user.click(shown.getByRole('button', { name: 'Change the terms' }))
    expect(shown.getAllByRole('combobox')).toHaveLength(4)
  })

  test('shows whoever signed the version before what the next one says differently', async () => {
    const was = { ...anAgreement().terms, own: '' }
    showMine(paired(), {
      agreement: anAgreement({
        version: 2,
        terms: { ...was, place: 'walk', own: 'No slides' },
        changed: {
          ...{ since: 1, terms: ['place', 'own'], was },
          ...{ added: ['{mentor} brings the coffee.'], dropped: ['We never meet on Fridays.'] },
        },
      }),
    })
    const changes = within(await screen.findByRole('region', { name: 'What changed since version 1' }))
    expect(changes.getByText(/Where do we meet\? On a walk \(before: Online, in Teams\)/)).toBeTruthy()
    expect(changes.getByText(/No slides \(before: nothing\)/)).toBeTruthy()
    expect(changes.getByText(/brings the coffee/).tagName).toBe('INS')
    expect(changes.getByText('We never meet on Fridays.').tagName).toBe('S')
  })

  test('is not there for a pair that is over', async () => {
    const { sent } = showMine(paired({ pairings: [myPairing({ state: 'completed' })] }))
    await heading()
    expect(screen.queryByText('What you two agree on')).toBeNull()
    expect(sent.some(({ route }) => route === 'agreement')).toBe(false)
  })
})

describe('a form about the pair', () => {
  const ask: Out<'myMentoring'>['asks'][number] = {
    ...{ key: 'midpoint.pair-1.me', form: 'midpoint', pairingId: 'pair-1', state: 'asked' },
    ...{ partner: myPairing().partner, until: '2026-05-10T10:00:00Z' },
    questions: [
      { key: 'satisfied', kind: 'scale', from: 1, to: 5, reader: 'pooled' },
      { key: 'change', kind: 'line', most: 300, reader: 'own' },
      { key: 'wish', kind: 'choice', options: ['continue', 'adjust', 'change', 'close'], reader: 'pair' },
    ],
  }
  const waiting: Out<'myMentoring'>['waiting'] = [{ kind: 'ask', askKey: ask.key }]
  const form = () => paired({ asks: [ask], waiting })

  test('says who reads each answer, and sends all of them at once', async () => {
    const { user, sent } = showMine(form(), { answerAsk: { state: 'answered' } })
    expect(await screen.findByText('Halfway: how is it going?')).toBeTruthy()
    for (const words of ['Only you can read this.', /Never shown on its own/, /Nobody is told who said what/])
      expect(screen.getByText(words)).toBeTruthy()
    const scale = screen.getByRole('radiogroup', { name: /How satisfied/ })
    expect(
      within(scale)
        .getAllByRole('radio')
        .map((one) => one.getAttribute('aria-label')),
    ).toEqual([...['1: not at all', '2', '3', '4', '5: very']])
    await user.click(within(scale).getByRole('radio', { name: '4' }))
    await user.click(screen.getByRole('radio', { name: 'With something adjusted' }))
    await user.type(screen.getByRole('textbox', { name: /One thing you would change/ }), 'shorter')
    await user.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'answerAsk')).toBe(true))
    expect(sent.find(({ route }) => route === 'answerAsk')?.input).toEqual({
      key: ask.key,
      answers: { satisfied: 4, wish: 'adjust', change: 'shorter' },
    })
  })

  test('takes you to the question that is still open, and sends nothing before', async () => {
    const { user, sent } = showMine(form(), { answerAsk: { state: 'answered' } })
    const scale = await screen.findByRole('radiogroup', { name: /How satisfied/ })
    await user.click(within(scale).getByRole('radio', { name: '5: very' }))
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Please answer this one first')
    expect(document.activeElement?.getAttribute('value')).toBe('continue')
    expect(sent.some(({ route }) => route === 'answerAsk')).toBe(false)
  })

  test('that nobody waits for any more says so, and keeps what was answered', async () => {
    const { user } = showMine(form(), {
      answerAsk: () => {
        throw problem(409, 'no-longer-open')
      },
    })
    const scale = await screen.findByRole('radiogroup', { name: /How satisfied/ })
    await user.click(within(scale).getByRole('radio', { name: '4' }))
    await user.click(screen.getByRole('radio', { name: 'Just as it is' }))
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(within(scale).getByRole<HTMLInputElement>('radio', { name: '4' }).checked).toBe(true)
  })
})

describe('enrolling', () => {
  const start = async (more: Answers = {}, changes = {}) => {
    const shown = showMine(mine(changes), more)
    await shown.user.click(await screen.findByRole('button', { name: 'Enroll' }))
    await screen.findByRole('heading', { name: 'Do you want to teach or to learn?' })
    return shown
  }
  const next = (user: Awaited<ReturnType<typeof start>>['user']) =>
    user.click(screen.getByRole('button', { name: 'Next' }))

  test('takes five short steps, and what was prefilled need not be typed', async () => {
    const { user, sent } = await start({ enrol: { participant: participant({ state: 'applied' }) } })
    expect((screen.getByRole('radio', { name: /I teach/ }) as HTMLInputElement).checked).toBe(true)
    await next(user)
    await user.click(screen.getByRole('button', { name: 'AI tools' }))
    await user.selectOptions(screen.getByRole('combobox', { name: /Level: AI tools/ }), '3')
    await next(user)
    expect(screen.getByRole('button', { name: 'German', pressed: true })).toBeTruthy()
    await next(user)
    await user.type(screen.getByRole('textbox', { name: 'I want to…' }), '  Speak up  ')
    await next(user)
    await user.click(screen.getByRole('checkbox', { name: 'I agree to these ground rules' }))
    await user.click(screen.getByRole('button', { name: 'Enroll' }))
    expect(await screen.findByText('Thanks. You’ll hear as soon as it’s decided.')).toBeTruthy()
    expect(sent.find(({ route }) => route === 'enrol')?.input).toEqual({
      cohortId: 'spring',
      side: 'mentor',
      topics: [{ topic: 'ai-tools', level: 3 }],
      languages: ['de', 'en'],
      interests: [],
      capacity: 1,
      timeZone: 'Europe/Berlin',
      workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
      goal: 'Speak up',
      goalStart: 2,
      acceptedGroundRules: 2,
    })
  })

  test('ends at the heading of what came of it, also for whoever turns back', async () => {
    const { user } = await start()
    await user.click(screen.getByRole('button', { name: 'Not now' }))
    expect(document.activeElement).toBe(await heading())
  })

  test('works with the keyboard alone: Enter goes on, Space chooses', async () => {
    const { user } = await start()
    await user.keyboard('{Tab}{Enter}')
    expect(await screen.findByRole('heading', { name: 'What can you show a leader?' })).toBeTruthy()
    expect(document.activeElement?.tagName).toBe('H1')
    await user.keyboard('{Tab} ')
    expect(screen.getByRole('button', { name: 'AI tools', pressed: true })).toBeTruthy()
  })

  test('names what is wrong at its field, and puts the focus there', async () => {
    const { user } = await start(
      {},
      { prefill: prefill({ workingHours: { days: [1], start: '17:00', end: '09:00' } }) },
    )
    await next(user)
    await next(user)
    expect(screen.getByText('Choose at least one topic.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Sustainability' }))
    await next(user)
    await next(user)
    expect(screen.getByText('The end has to be after the start.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('To'))
  })

  test('what is put right is not called wrong any more', async () => {
    const { user } = await start()
    await next(user)
    expect(screen.queryByText('Choose at least one topic.')).toBeNull()
    await next(user)
    expect(screen.getByText('Choose at least one topic.')).toBeTruthy()
    const topic = screen.getByRole('button', { name: 'Sustainability' })
    await user.click(topic)
    expect(screen.queryByText('Choose at least one topic.')).toBeNull()
    expect(document.activeElement).toBe(topic)
  })

  test('what one teaches is not what one wants to learn: each side keeps its own topics', async () => {
    const { user, sent } = await start(
      { enrol: { participant: participant({ state: 'applied' }) } },
      { prefill: prefill({ topics: [{ topic: 'ai-tools', level: 3 }] }) },
    )
    await user.click(screen.getByRole('radio', { name: /I learn/ }))
    await next(user)
    expect(screen.queryByRole('button', { pressed: true })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Sustainability' }))
    await user.click(screen.getByRole('button', { name: 'Back' }))
    await user.click(screen.getByRole('radio', { name: /I teach/ }))
    await next(user)
    expect(screen.getAllByRole('button', { pressed: true }).map((chip) => chip.textContent)).toEqual([
      'AI tools',
    ])
    await user.click(screen.getByRole('button', { name: 'Back' }))
    await user.click(screen.getByRole('radio', { name: /I learn/ }))
    for (let step = 0; step < 4; step += 1) await next(user)
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: 'Enroll' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'enrol')?.input).toMatchObject({
        side: 'mentee',
        topics: [{ topic: 'sustainability', level: 2 }],
      }),
    )
  })

  test('asks for the ground rules before it sends anything', async () => {
    const { user, sent } = await start(
      {},
      { prefill: prefill({ topics: [{ topic: 'inclusion', level: 1 }] }) },
    )
    for (let step = 0; step < 4; step += 1) await next(user)
    await user.click(screen.getByRole('button', { name: 'Enroll' }))
    expect(screen.getByText('To enroll, please accept the ground rules.')).toBeTruthy()
    expect(sent.some(({ route }) => route === 'enrol')).toBe(false)
  })

  test('without a network nothing is lost: not now, not after the page was left', async () => {
    const changes = { prefill: prefill({ topics: [{ topic: 'inclusion', level: 1 }] }) }
    const first = await start({ enrol: offline }, changes)
    const { user } = first
    for (let step = 0; step < 3; step += 1) await next(user)
    await user.type(screen.getByRole('textbox', { name: 'I want to…' }), 'Be heard')
    await next(user)
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: 'Enroll' }))
    expect((await screen.findByRole('alert')).textContent).toContain('What you’ve entered is kept.')
    first.unmount()
    const second = showMine(mine(changes))
    await second.user.click(await screen.findByRole('button', { name: 'Continue enrolling' }))
    await screen.findByRole('form', {}, { timeout: 100 }).catch(() => {})
    for (let step = 0; step < 3; step += 1) await next(second.user)
    expect((screen.getByRole('textbox', { name: 'I want to…' }) as HTMLTextAreaElement).value).toBe(
      'Be heard',
    )
  })

  test('a field that the server refuses leads back to its step', async () => {
    const { user } = await start(
      {
        enrol: () => {
          throw problem(400, 'bad-input', { field: 'workingHours.end' })
        },
      },
      { prefill: prefill({ topics: [{ topic: 'inclusion', level: 1 }] }) },
    )
    for (let step = 0; step < 4; step += 1) await next(user)
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: 'Enroll' }))
    expect(await screen.findByRole('heading', { name: 'Languages and hours' })).toBeTruthy()
    expect(stepOf('topics.0.level')).toBe('topics')
  })

  test('in Arabic the page reads from right to left, with Arabic words', async () => {
    showMine(mine(), {}, 'ar-SA')
    expect((await heading()).textContent).toBe('تعلّم ممن انضموا مؤخرًا')
    expect(document.documentElement.dir).toBe('rtl')
  })
})

describe('ways out', () => {
  test('ending a Pairing is explained first, can be undone, and happens only then', async () => {
    const { user, sent } = showMine(paired(), { endPairing: { ok: true } })
    await user.click(await screen.findByRole('button', { name: 'End this pairing' }))
    expect(screen.getByText(/You don’t need a reason\..*Omar Haddad gets a neutral message/)).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep everything as it is' }))
    await user.click(screen.getByRole('button', { name: 'End the pairing' }))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(sent.some(({ route }) => route === 'endPairing')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'End this pairing' }))
    await user.click(screen.getByRole('button', { name: 'End the pairing' }))
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'endPairing')?.input).toEqual({ id: 'pair-1' }),
    )
  })

  test('leaving speaks of a partner only to whoever has one', async () => {
    const alone = showMine(mine({ cohort: myCohort(), participant: participant() }))
    await alone.user.click(await screen.findByRole('button', { name: 'Leave the program' }))
    expect(screen.getByText(/You won’t be paired/)).toBeTruthy()
    expect(screen.queryByText(/neutral message/)).toBeNull()
    alone.unmount()
    const { user } = showMine(paired())
    await user.click(await screen.findByRole('button', { name: 'Leave the program' }))
    expect(screen.getByText(/they get a neutral message/)).toBeTruthy()
  })

  test('who has left is told that the door is open only where it is', async () => {
    const left = participant({ state: 'left' })
    const open = showMine(mine({ cohort: myCohort({ stage: 'matching' }), participant: left }))
    expect(await screen.findByRole('button', { name: 'Enroll again' })).toBeTruthy()
    expect(screen.getByText(/The door stays open/)).toBeTruthy()
    open.unmount()
    showMine(mine({ cohort: myCohort({ stage: 'running' }), participant: left }))
    expect((await heading()).textContent).toBe('You’ve left this program')
    expect(screen.queryByText(/The door stays open/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Enroll again' })).toBeNull()
  })

  test('a pause needs a day in the future', async () => {
    const { user, sent } = showMine(paired(), {
      pauseEnrolment: { participant: participant({ state: 'paused' }) },
    })
    await user.click(await screen.findByRole('button', { name: 'Pause' }))
    const until = await screen.findByLabelText('Pause until')
    await user.clear(until)
    await user.type(until, '2026-03-01')
    await user.click(screen.getByRole('button', { name: 'Pause until then' }))
    expect(screen.getByText('Choose a day in the future.')).toBeTruthy()
    expect(sent.some(({ route }) => route === 'pauseEnrolment')).toBe(false)
    await user.clear(until)
    await user.type(until, '2026-04-01')
    await user.click(screen.getByRole('button', { name: 'Pause until then' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'pauseEnrolment')?.input).toEqual({
        id: 'p-lena',
        until: '2026-04-01',
      }),
    )
  })

  test('who paused can come back before the day', async () => {
    const { user, sent } = showMine(
      mine({ participant: participant({ state: 'paused', pausedUntil: '2026-04-01' }) }),
      {
        resumeEnrolment: { participant: participant() },
      },
    )
    expect((await heading()).textContent).toBe('Paused until April 1, 2026')
    await user.click(screen.getByRole('button', { name: 'Come back now' }))
    expect(await screen.findByText('Welcome back.')).toBeTruthy()
    expect(sent.find(({ route }) => route === 'resumeEnrolment')?.input).toEqual({ id: 'p-lena' })
  })
})
