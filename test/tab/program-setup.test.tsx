import { describe, expect, jest, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import { addDays } from '../../bot/domain/calendar-date.ts'
import ProgramPage from '../../tab/src/pages/program-setup/index.tsx'
import { faultsOf, fieldOf, inputOf, planOf } from '../../tab/src/pages/program-setup/plan.ts'
import { cohortDetails, ines, lena, me, peoplePage } from './support/fixtures.ts'
import { type Answers, never, problem, show } from './support/show.tsx'

/** Nobody has to finish lessons first, and one of two has. */
const training = (changes: Partial<Out<'cohortTraining'>> = {}): Out<'cohortTraining'> => ({
  ...{ isFirst: false, approved: 2, finished: 1 },
  open: [{ person: lena, side: 'mentee', finished: 3, of: 5 }],
  ...changes,
})

/** Two countries, and one person of whom none is known. */
const daysOff = (changes: Partial<Out<'daysOff'>> = {}): Out<'daysOff'> => ({
  countries: [
    { country: 'DE', people: 14, days: ['2027-01-01', '2027-03-26'] },
    { country: 'SG', people: 1, days: [] },
  ],
  ...{ unknown: 1, own: [], falling: { sessions: 0, pairs: 0 } },
  ...changes,
})

/** One unit with an accent, and two countries. */
const directory = {
  units: [
    { name: 'Finance', people: 40 },
    { name: 'Étude', people: 12 },
  ],
  countries: [{ country: 'DE', people: 30 }],
  ...{ people: 60, withGrade: 50 },
}
const noHolidays = { countries: [], unknown: 0, directory }

const showProgram = (answers: Answers, reader = me()) =>
  show(<ProgramPage />, {
    answers: {
      people: peoplePage(),
      cohortTraining: training(),
      daysOff: daysOff(),
      leftOut: { people: [] },
      planAhead: noHolidays,
      ...answers,
    },
    reader,
  })
const heading = () => screen.findByRole('heading', { level: 1 })

describe('the page', () => {
  test('loads', () => {
    showProgram({ cohort: never })
    expect(screen.getByText('Loading…')).toBeTruthy()
  })

  test('says what is broken and tries again', async () => {
    showProgram({
      cohort: () => {
        throw problem(500, 'internal')
      },
    })
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
  })

  test('on the very first run invites to set up a Cohort', async () => {
    const { user } = showProgram({}, me({ cohorts: [], cohortId: null }))
    expect((await heading()).textContent).toBe('Start with the challenge that mentoring should move')
    await user.click(screen.getByRole('button', { name: 'Set up the first cohort' }))
    expect(await screen.findByRole('heading', { name: 'A new cohort' })).toBeTruthy()
  })

  test('leads with what is due and whose turn it is, and marks today on the timeline', async () => {
    showProgram({ cohort: cohortDetails() })
    expect((await heading()).textContent).toBe('Enrollment is open. 14 people are waiting for a decision')
    expect(screen.getByText('Next step: the Organizer’s')).toBeTruthy()
    const timeline = screen.getByRole('list', { name: 'Timeline' })
    expect(
      within(timeline)
        .getAllByRole('listitem')
        .find((step) => step.ariaCurrent === 'step' || step.getAttribute('aria-current'))?.textContent,
    ).toContain('Enrollment')
    expect(screen.getByText('22%')).toBeTruthy()
  })

  test('shows a Sponsor everything and lets only the Organizer act', async () => {
    showProgram(
      { cohort: cohortDetails({ may: { edit: false, handOver: false, tickDuty: false } }) },
      me({ roles: ['employee', 'sponsor'] }),
    )
    await heading()
    expect(screen.queryByRole('button', { name: 'Start pairing' })).toBeNull()
    expect(screen.getByText('Inés Navarro')).toBeTruthy()
  })
})

test('what the Sponsor does is ticked and taken back by whoever may, and is late once its day has come', async () => {
  const duties = [
    { duty: 'invite' as const, on: '2026-01-05', isDue: false, doneAt: '2026-01-03T09:00:00Z' },
    { duty: 'kickoff' as const, on: '2026-02-02', isDue: true },
  ]
  const { user, sent } = showProgram(
    {
      cohort: cohortDetails({ duties, may: { edit: false, handOver: false, tickDuty: true } }),
      tickDuty: { ok: true },
    },
    me({ roles: ['employee', 'sponsor'] }),
  )
  await heading()
  expect(screen.getAllByText('Not done yet')).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Mark as done', description: 'Open the kickoff' }))
  await user.click(
    screen.getByRole('button', { name: 'Not done after all', description: 'Invite the leaders' }),
  )
  expect(sent.filter(({ route }) => route === 'tickDuty').map(({ input }) => input)).toEqual([
    { id: 'spring', duty: 'kickoff', isDone: true },
    { id: 'spring', duty: 'invite', isDone: false },
  ])
})

test('whoever may not tick a duty reads it all the same', async () => {
  showProgram({ cohort: cohortDetails({ may: { edit: false, handOver: false, tickDuty: false } }) })
  await heading()
  expect(screen.getByText('Close and thank')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Mark as done' })).toBeNull()
})

test('the Organizer reads what the newest ground rules changed, and who has not accepted them', async () => {
  const { groundRules } = cohortDetails()
  showProgram({
    cohort: cohortDetails({
      groundRules: {
        ...{ ...groundRules, version: 2, items: ['Be on time.'] },
        changed: { added: ['Be on time.'], dropped: ['Be early.'] },
        notAccepted: { count: 1, people: [ines] },
      },
    }),
  })
  await heading()
  expect(screen.getByRole('heading', { name: 'What changed since version 1' })).toBeTruthy()
  expect(screen.getByText('Be early.').tagName).toBe('S')
  expect(screen.getAllByText('Be on time.').map(({ tagName }) => tagName)).toContain('INS')
})

describe('opening the next stage', () => {
  test('waits for its "Undo" to pass, then happens', async () => {
    const { user, sent } = showProgram({ cohort: cohortDetails(), openStage: { stage: 'matching' } })
    await user.click(await screen.findByRole('button', { name: 'Start pairing' }))
    expect(sent.some(({ route }) => route === 'openStage')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() =>
      expect(sent.find(({ route }) => route === 'openStage')?.input).toEqual({
        id: 'spring',
        to: 'matching',
      }),
    )
  })

  test('that a rule forbids says which', async () => {
    const { user } = showProgram({
      cohort: cohortDetails({ stage: 'draft', nextStage: 'enrolling' }),
      openStage: () => {
        throw problem(409, 'no-challenge')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Open enrollment' }))
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(await screen.findByText(/once there is a business challenge with a baseline value/)).toBeTruthy()
  })
})

describe('a seat that changes hands', () => {
  const asked = (state: 'open' | 'declined', seat: 'sponsor' | 'organizer' = 'sponsor') => [
    { id: 'h1', seat, person: { id: 'kim', name: 'Kim Next' }, state, askedAt: '2026-01-12T09:00:00Z' },
  ]

  test('says for whose yes it waits, and who is in charge meanwhile', async () => {
    showProgram({ cohort: cohortDetails({ asked: asked('open') }) })
    expect(await screen.findByText(/Waiting for Kim Next to accept as the Sponsor/)).toBeTruthy()
    expect(screen.getByText('Inés Navarro')).toBeTruthy()
  })

  test('comes back when it was declined', async () => {
    showProgram({ cohort: cohortDetails({ asked: asked('declined'), sponsor: null }) })
    expect(await screen.findByText(/Kim Next declined to be the Sponsor/)).toBeTruthy()
  })

  test('asks the same person still when something else of the plan changes', () => {
    expect(inputOf(planOf(cohortDetails({ asked: asked('open') }))).sponsorId).toBe('kim')
    expect(inputOf(planOf(cohortDetails({ asked: asked('declined') }))).sponsorId).toBe(ines.id)
  })

  test('the Organizer’s is handed over to a colleague, by whoever may', async () => {
    const found = { people: [{ id: 'kim', name: 'Kim Next' }] }
    const { user, sent } = showProgram({
      cohort: cohortDetails({ may: { edit: false, handOver: true, tickDuty: true } }),
      findColleague: found,
      handOver: { ok: true },
    })
    await user.click(await screen.findByRole('button', { name: 'Hand over' }))
    expect(screen.queryByRole('button', { name: 'Change the plan' })).toBeNull()
    await user.type(screen.getByRole('textbox', { name: /Who takes over/ }), 'kim')
    await user.click(await screen.findByRole('button', { name: 'Kim Next' }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'handOver', input: { id: 'spring', personId: 'kim' } }),
    )
    expect(await screen.findByText('We’ve asked Kim Next.')).toBeTruthy()
  })

  test('and is not offered to whoever may not', async () => {
    showProgram({ cohort: cohortDetails({ may: { edit: false, handOver: false, tickDuty: false } }) })
    await heading()
    expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull()
  })

  test('a question about the Organizer’s seat is taken back', async () => {
    const { user, sent } = showProgram({
      cohort: cohortDetails({ asked: asked('open', 'organizer') }),
      takeHandoverBack: { ok: true },
    })
    await user.click(await screen.findByRole('button', { name: 'Take the question back' }))
    await waitFor(() => expect(sent).toContainEqual({ route: 'takeHandoverBack', input: { id: 'h1' } }))
  })
})

describe('the next cohort', () => {
  const one = { id: 'spring', name: 'Spring 2026', startsOn: '2026-02-02', endsOn: '2026-07-17' }
  const running = cohortDetails({
    ...{ stage: 'running', nextStage: 'closed' },
    cohorts: [{ ...one, stage: 'running' }],
  })
  const draft = cohortDetails({
    ...{ id: 'next', cohortName: 'Spring 2027', stage: 'draft', nextStage: 'enrolling' },
    cohorts: [
      { ...one, stage: 'running' },
      { id: 'next', name: 'Spring 2027', stage: 'draft', startsOn: '2026-07-20', endsOn: '2027-01-04' },
    ],
  })
  const both = (changes = {}) => {
    const [card] = me().cohorts
    return me({ cohorts: [card!, { ...card!, id: 'next', name: 'Spring 2027', stage: 'draft' }], ...changes })
  }

  test('is made by one press, and its plan is there to be looked over, with what it shares', async () => {
    const { user, sent } = showProgram(
      {
        cohort: ({ id }) => (id === 'next' ? draft : running),
        nextCohort: { id: 'next', isNew: true, name: 'Spring 2027' },
        leftOut: { people: [] },
      },
      both(),
    )
    await user.click(await screen.findByRole('button', { name: 'Next cohort' }))
    expect(await screen.findByRole('heading', { name: 'Plan: Spring 2027' })).toBeTruthy()
    expect(screen.getByText(/counts in all its cohorts that go on \(Spring 2026\)/)).toBeTruthy()
    expect(sent.filter(({ route }) => route === 'nextCohort').map(({ input }) => input)).toEqual([
      { id: 'spring' },
    ])
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText(/^Spring 2026: under way/)).toBeTruthy()
    expect(screen.getByText(/whoever accepted it stays in charge here/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Next cohort' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Go to Spring 2026' }))
    expect(await screen.findByRole('button', { name: 'Next cohort' })).toBeTruthy()
  })

  test('that follows already is gone to, and not made again', async () => {
    const { user, sent } = showProgram(
      {
        cohort: ({ id }) =>
          id === 'next'
            ? draft
            : { ...running, stage: 'closed', nextStage: null, nextId: 'next', cohorts: draft.cohorts },
        leftOut: { people: [] },
      },
      both({ cohortId: 'spring' }),
    )
    const [go] = await screen.findAllByRole('button', { name: 'Go to Spring 2027' })
    await user.click(go!)
    expect((await heading()).textContent).toBe('Spring 2027 is ready to open enrollment')
    expect(sent.some(({ route }) => route === 'nextCohort')).toBe(false)
  })

  test('tells the Organizer whom to write to first, once there is something to enroll in', async () => {
    const people = [
      {
        person: lena,
        side: 'mentor' as const,
        why: 'no-partner' as const,
        hasEnrolled: false,
        chatWith: 'lena@x.example',
      },
      {
        person: ines,
        side: 'mentee' as const,
        why: 'waitlisted' as const,
        hasEnrolled: true,
        chatWith: 'ines@x.example',
      },
    ]
    const leftOut = { beforeName: 'Autumn 2025', people }
    const { unmount } = showProgram({ cohort: draft, leftOut }, both({ cohortId: 'next' }))
    expect(await screen.findByText('Once enrollment is open, you can write to them from here.')).toBeTruthy()
    expect(screen.getByText('Mentor · had no partner')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Write in Teams/ })).toBeNull()
    unmount()
    const opened = jest.spyOn(window, 'open').mockReturnValue(null)
    const { user } = showProgram({ cohort: cohortDetails(), leftOut })
    await user.click(await screen.findByRole('button', { name: `Write in Teams: ${lena.name}` }))
    expect(screen.queryByRole('button', { name: `Write in Teams: ${ines.name}` })).toBeNull()
    const link = new URL(String(opened.mock.calls[0]?.[0]))
    expect(link.searchParams.get('users')).toBe('lena@x.example')
    expect(link.searchParams.get('message')).toContain('Enrollment for Spring 2026 is open now')
    opened.mockRestore()
  })

  test('and nobody else', async () => {
    showProgram(
      { cohort: { ...running, may: { edit: false, handOver: false, tickDuty: false } } },
      me({ roles: ['employee', 'sponsor'] }),
    )
    await heading()
    expect(screen.queryByRole('button', { name: 'Next cohort' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Copy into a new program' })).toBeNull()
    expect(screen.queryByText('Invite these first')).toBeNull()
  })
})

describe('the plan', () => {
  test('empty fields are named one by one, the first one gets the focus, and nothing is sent', async () => {
    const { user, sent } = showProgram({}, me({ cohorts: [], cohortId: null }))
    await user.click(await screen.findByRole('button', { name: 'Set up the first cohort' }))
    await user.click(await screen.findByRole('button', { name: 'Create the cohort' }))
    expect(screen.getAllByText('Please fill this in.').length).toBeGreaterThanOrEqual(5)
    expect(screen.getByText('Choose a Sponsor.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Name of the program/ }))
    expect(sent.some(({ route }) => route === 'createCohort')).toBe(false)
  })

  test('a changed plan goes out whole, with the version of the rest unharmed', async () => {
    const { user, sent } = showProgram({ cohort: cohortDetails(), updateCohort: { id: 'spring', moved: 0 } })
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }))
    const minutes = await screen.findByRole('spinbutton', { name: /Length in minutes/ })
    await user.clear(minutes)
    await user.type(minutes, '45')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'updateCohort')).toBe(true))
    expect(sent.find(({ route }) => route === 'updateCohort')?.input).toMatchObject({
      ...{ id: 'spring', version: 'c1' },
      sessionMinutes: 45,
      sponsorId: ines.id,
      objectives: [{ text: 'Leaders can judge AI proposals from their own use', topics: ['ai-tools'] }],
    })
  })

  test('a plan that another saved meanwhile is not written over: theirs can be taken, and nothing typed is lost before', async () => {
    const theirs = cohortDetails({ version: 'c2', programName: 'Theirs', sponsorMessage: 'New words' })
    const { user, sent } = showProgram({
      cohort: cohortDetails(),
      updateCohort: ({ version }) => {
        if (version === 'c2') return { id: 'spring', moved: 0 }
        throw problem(409, 'changed-meanwhile', { saved: { now: theirs } })
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }))
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: /Name of the program/ })
    await user.clear(name)
    await user.type(name, 'Mine')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const conflict = await screen.findByRole('alert', { name: 'Someone else saved this meanwhile' })
    for (const text of ['Mine', 'Theirs', 'New words']) expect(within(conflict).getByText(text)).toBeTruthy()
    expect(name.value).toBe('Mine')
    await user.click(within(conflict).getByRole('button', { name: 'Use theirs' }))
    expect(name.value).toBe('Theirs')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent.filter(({ route }) => route === 'updateCohort')).toHaveLength(2))
    expect(sent.findLast(({ route }) => route === 'updateCohort')?.input).toMatchObject({
      ...{ version: 'c2', programName: 'Theirs', sponsorMessage: 'New words' },
    })
  })

  test('a plan that would move what stands in calendars asks first, and says how many', async () => {
    const { user, sent } = showProgram({
      cohort: cohortDetails(),
      updateCohort: ({ moveBooked }) => {
        if (moveBooked) return { id: 'spring', moved: 71 }
        throw problem(409, 'moves-booked', { detail: { count: 71 } })
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }))
    await user.click(await screen.findByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/^71 pairs have their sessions in their calendars already\./)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save and move 71 pairs' }))
    expect(await screen.findByText('Saved. New times are looked for, for 71 pairs.')).toBeTruthy()
    const saves = sent.filter(({ route }) => route === 'updateCohort').map(({ input }) => input['moveBooked'])
    expect(saves).toEqual([false, true])
  })

  test('a start in the past and a target below the baseline are asked about, and saved when they are meant', async () => {
    const { user, sent } = showProgram({ cohort: cohortDetails(), updateCohort: { id: 'spring', moved: 0 } })
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }))
    const target = await screen.findByRole('textbox', { name: /Target/ })
    await user.clear(target)
    await user.type(target, '10')
    fireEvent.change(screen.getByLabelText(/Starts on/), { target: { value: '2020-01-06' } })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const asked = await screen.findByRole('alert')
    expect(asked.textContent).toContain('is in the past')
    expect(asked.textContent).toContain('The target (10) is below the baseline (22)')
    expect(sent.some(({ route }) => route === 'updateCohort')).toBe(false)
    await user.type(target, '0')
    expect(screen.queryByRole('alert')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).not.toContain('below the baseline')
    await user.click(screen.getByRole('button', { name: 'Save it like this' }))
    await waitFor(() => expect(sent.filter(({ route }) => route === 'updateCohort')).toHaveLength(1))
    expect(sent.find(({ route }) => route === 'updateCohort')?.input).toMatchObject({
      startsOn: '2020-01-06',
    })
  })

  test('enrollment and pairing have days of their own, in order, and none where the usual ones do', async () => {
    const { user, sent } = showProgram({ cohort: cohortDetails(), updateCohort: { id: 'spring', moved: 0 } })
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }))
    const { startsOn } = cohortDetails()
    const day = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    day('Pairing from', addDays(startsOn, 1))
    await user.click(await screen.findByRole('button', { name: 'Save' }))
    expect(screen.getByLabelText('Pairing from').getAttribute('aria-invalid')).toBe('true')
    day('Pairing from', addDays(startsOn, -7))
    expect(screen.getByText(/Plan to open enrollment/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(sent.some(({ route }) => route === 'updateCohort')).toBe(true))
    const { input } = sent.find(({ route }) => route === 'updateCohort')!
    expect(input).toMatchObject({ pairsOn: addDays(startsOn, -7) })
    expect(input).not.toHaveProperty('enrolsOn')
  })

  test('says to whom it is open and how many take part, and limits nothing where it says nothing', async () => {
    const { user, sent } = showProgram({ cohort: cohortDetails(), updateCohort: { id: 'spring', moved: 0 } })
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }))
    const save = () => user.click(screen.getByRole('button', { name: 'Save' }))
    const saved = () => sent.filter(({ route }) => route === 'updateCohort').map(({ input }) => input)
    expect(await screen.findByText('The directory gives a grade for 50 of 60 people.')).toBeTruthy()
    await user.type(screen.getByRole('combobox', { name: 'Units' }), 'etude')
    await user.click(await screen.findByRole('option', { name: /Étude/ }))
    await user.type(screen.getByRole('spinbutton', { name: 'Mentors: lowest grade' }), '4')
    const highest = screen.getByRole('spinbutton', { name: 'Mentors: highest grade' })
    await user.type(highest, '3')
    await user.type(screen.getByRole('spinbutton', { name: 'Places for Mentees' }), '25')
    await save()
    expect(highest.getAttribute('aria-invalid')).toBe('true')
    expect(saved()).toEqual([])
    await user.clear(highest)
    await save()
    await waitFor(() => expect(saved()).toHaveLength(1))
    expect(saved()[0]).toMatchObject({
      admission: { units: ['Étude'], grades: { mentor: { from: 4 } }, places: { mentee: 25 } },
    })
    const everybody = inputOf(planOf(cohortDetails()))
    expect(everybody).not.toHaveProperty('admission')
    const limited = cohortDetails({ admission: { countries: ['DE'], places: { mentor: 3 } } })
    expect(inputOf(planOf(limited)).admission).toMatchObject({ countries: ['DE'], places: { mentor: 3 } })
  })

  test('changed ground rules say how many are asked again before they are saved', async () => {
    const { user, sent } = showProgram({ cohort: cohortDetails(), updateCohort: { id: 'spring', moved: 0 } })
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }))
    await user.type(await screen.findByRole('textbox', { name: /Ground rules/ }), '\nBe on time.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      '254 people will be asked to accept them again',
    )
    expect(sent.some(({ route }) => route === 'updateCohort')).toBe(false)
  })

  test('shows what the dates come to while they are typed, and nothing while one cannot be read', async () => {
    const { user } = showProgram({}, me({ cohorts: [], cohortId: null }))
    await user.click(await screen.findByRole('button', { name: 'Set up the first cohort' }))
    fireEvent.change(await screen.findByLabelText(/Starts on/), { target: { value: '2027-01-04' } })
    await user.click(screen.getByRole('button', { name: /^Pilot/ }))
    expect(screen.getByRole('button', { name: /^Pilot/ }).getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByText(/Hours for each person in a pair: 3\.3\./).textContent).toMatch(
      /week of .*11.*, the last of 4 in the week of .*22.*ends on .*8/,
    )
    await user.clear(screen.getByRole('spinbutton', { name: /Length/ }))
    expect(screen.queryByText(/Hours for each/)).toBeNull()
  })

  /**
   * From here to open enrollment, for somebody who has the facts: "Set up", a template, seven fields that must be filled in (two
   * names, challenge, measure, baseline, target, Sponsor, who is picked with one press), "Create", "Open enrollment". That is five
   * presses and seven fields; the date, the rules and the lengths have what they begin with.
   */
  test('a template fills in lengths, and a start where none is to come; holidays are named while it is typed', async () => {
    const ahead = {
      directory,
      countries: [{ country: 'DE', people: 1200, days: ['2027-01-01'] }],
      ...{ unknown: 3, knownUntil: 2031 },
    }
    const { user, sent } = showProgram(
      { planAhead: ({ sessions }) => (Number(sessions) === 13 ? ahead : noHolidays) },
      me({ cohorts: [], cohortId: null }),
    )
    await user.click(await screen.findByRole('button', { name: 'Set up the first cohort' }))
    expect(await screen.findByText(/^No public holiday of your people’s countries/)).toBeTruthy()
    const start = await screen.findByLabelText<HTMLInputElement>(/Starts on/)
    fireEvent.change(start, { target: { value: '2020-01-06' } })
    await user.click(screen.getByRole('button', { name: /^12 months/ }))
    expect(new Date(start.value).getUTCDay()).toBe(1)
    expect(start.value > '2026').toBe(true)
    expect(screen.getByLabelText(/^Sessions/)).toHaveProperty('value', '13')
    expect(await screen.findByText('1 public holiday in weeks of sessions')).toBeTruthy()
    expect(screen.getByText(/^Germany \(1,200 people\): /)).toBeTruthy()
    expect(screen.getByText('Holidays after 2031 are not known yet.')).toBeTruthy()
    expect(sent.findLast(({ route }) => route === 'planAhead')?.input).toMatchObject({
      startsOn: start.value,
    })
    await user.clear(screen.getByLabelText(/^Sessions/))
    expect(screen.queryByText(/public holiday/)).toBeNull()
  })

  test('dates that nobody can change any more are no fields to type in', async () => {
    const { user } = showProgram({ cohort: cohortDetails({ stage: 'running', nextStage: 'closed' }) })
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }))
    for (const name of [/Starts on/, /Weeks between/, /Length/, /^Enrollment from/, /^Pairing from/])
      expect(await screen.findByLabelText(name)).toHaveProperty('disabled', true)
    // More sessions may follow.
    expect(screen.getByLabelText(/^Sessions/)).toHaveProperty('disabled', false)
    expect(screen.getByText(/You can add sessions: once you save/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: /Name of the program/ })).toHaveProperty('disabled', false)
  })

  test('a program is copied without what the new one says for itself, and its team is asked', async () => {
    const { user, sent } = showProgram({
      cohort: cohortDetails({ stage: 'closed', nextStage: null }),
      people: peoplePage({ people: [{ person: lena }] }),
      createCohort: { id: 'north', asked: 3 },
    })
    await user.click(await screen.findByRole('button', { name: 'Copy into a new program' }))
    expect(await screen.findByRole('heading', { name: 'A new program like Learning upward' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Create the cohort' }))
    expect(screen.getAllByText('Please fill this in.')).toHaveLength(4)
    expect(screen.getByText('Choose a Sponsor.')).toBeTruthy()
    for (const [name, value] of [
      [/Name of the program/, 'Learning in the north'],
      [/Name of the cohort/, 'Autumn'],
      [/Baseline/, '30'],
      [/Target/, '60'],
    ] as const)
      await user.type(screen.getByRole('textbox', { name }), value)
    await user.type(screen.getByRole('combobox', { name: 'Sponsor' }), 'len')
    await user.click(await screen.findByRole('option'))
    await user.click(screen.getByRole('button', { name: 'Create the cohort' }))
    expect(await screen.findByText(/3 people of the team are asked/)).toBeTruthy()
    const { startsOn, ...input } = sent.find(({ route }) => route === 'createCohort')!.input
    expect(input).toMatchObject({
      ...{ cohortName: 'Autumn', programName: 'Learning in the north', sponsorId: lena.id, from: 'spring' },
      objectives: [{ text: 'Leaders can judge AI proposals from their own use', topics: ['ai-tools'] }],
    })
    expect(startsOn).not.toBe('2026-02-02')
  })

  test('closing the cohort is the main act only after the last session', async () => {
    const { timeline } = cohortDetails()
    const look = (state: 'ahead' | 'done') =>
      showProgram({
        cohort: cohortDetails({
          ...{ stage: 'running', nextStage: 'closed' },
          timeline: timeline.map((one) => (one.key === 'last-session' ? { ...one, state } : one)),
        }),
      })
    const { unmount } = look('ahead')
    const early = (await screen.findByRole('button', { name: 'Close the cohort' })).className
    unmount()
    look('done')
    const due = (await screen.findByRole('button', { name: 'Close the cohort' })).className
    expect(due).not.toBe(early)
  })

  test('once pairs are approved nobody has to start the sessions', async () => {
    const counts = { ...cohortDetails().counts, pairs: 12 }
    showProgram({ cohort: cohortDetails({ stage: 'matching', nextStage: 'running', counts }) })
    expect(await screen.findByRole('button', { name: 'Change the plan' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Start the sessions' })).toBeNull()
    expect(screen.getByText(/pairs? (is|are) approved\. /)).toBeTruthy()
  })

  test('a field that the server refuses is marked', async () => {
    const { user } = showProgram({
      cohort: cohortDetails(),
      updateCohort: () => {
        throw problem(422, 'unknown-person', { field: 'sponsorId' })
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Change the plan' }))
    await user.click(await screen.findByRole('button', { name: 'Save' }))
    expect(
      await screen.findByText('This person isn’t in the directory, or the program isn’t open to them.'),
    ).toBeTruthy()
  })

  test('numbers may be typed with a comma, and what is not a number is a fault', () => {
    const plan = { ...planOf(cohortDetails()), baseline: '2,5' }
    expect(faultsOf(plan)).toEqual({})
    expect(inputOf(plan).challenge.baseline).toBe(2.5)
    expect(faultsOf({ ...plan, baseline: 'many', sessions: '1' })).toEqual({
      baseline: 'number',
      sessions: { from: 2, to: 24 },
    })
    expect([fieldOf('challenge.target'), fieldOf('groundRules.3'), fieldOf('nothing')]).toEqual([
      'target',
      'groundRules',
      undefined,
    ])
  })
})

describe('training', () => {
  test('is shown with who has yet to finish, and chosen by one switch', async () => {
    let isFirst = false
    const { user, sent } = showProgram({
      cohort: cohortDetails(),
      cohortTraining: () => training({ isFirst }),
      chooseTraining: (input) => {
        isFirst = input.isFirst
        return { isFirst }
      },
    })
    await screen.findByText('1 of 2 people you accepted have finished.')
    const panel = screen.getByRole('region', { name: 'Training' })
    await user.click(within(panel).getByText('1 person to go'))
    within(panel).getByText(/Mentee · 3 of 5 lessons/)
    const choice = within(panel).getByRole('switch', {
      name: 'Both finish their lessons before they are paired',
    })
    expect(choice).toHaveProperty('checked', false)
    await user.click(choice)
    await within(panel).findByText(/are held back when you approve/)
    expect(sent.find(({ route }) => route === 'chooseTraining')?.input).toMatchObject({ isFirst: true })
  })

  test('is nobody’s to see but the Organizer’s', async () => {
    showProgram({ cohort: cohortDetails({ may: { edit: false, handOver: false, tickDuty: false } }) })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('region', { name: 'Training' })).toBeNull()
  })
})

describe('days off', () => {
  test('are listed by country with the people, and whose are not known is said', async () => {
    showProgram({ cohort: cohortDetails() })
    const panel = await screen.findByRole('region', { name: 'Days off' })
    await within(panel).findByText('Germany (14 people)')
    within(panel).getByText(/26/)
    within(panel).getByText(/^Singapore: no public holidays/)
    within(panel).getByText(/^For one person no country/)
    within(panel).getByText(/^No days are entered for everybody/)
    expect(within(panel).queryByRole('button')).toBeNull()
  })

  test('on which sessions are booked say how many, and move them at one press', async () => {
    let falling = { sessions: 17, pairs: 9 }
    const { user, sent } = showProgram({
      cohort: cohortDetails(),
      daysOff: () => daysOff({ falling, own: ['2027-01-04'] }),
      moveOffDaysOff: () => {
        falling = { sessions: 0, pairs: 0 }
        return { moved: 9 }
      },
    })
    await screen.findByText('17 booked sessions fall on a day off.')
    await user.click(screen.getByRole('button', { name: 'Find 9 pairs another time' }))
    expect(await screen.findByText(/^New times are being looked for/)).toBeTruthy()
    await waitFor(() => expect(screen.queryByText(/fall on a day off/)).toBeNull())
    expect(sent.filter(({ route }) => route === 'moveOffDaysOff')).toHaveLength(1)
    screen.getByText(/^For everybody: .*4.*2027/)
  })

  test('are nobody’s to see but the Organizer’s', async () => {
    showProgram({ cohort: cohortDetails({ may: { edit: false, handOver: false, tickDuty: false } }) })
    await heading()
    expect(screen.queryByRole('region', { name: 'Days off' })).toBeNull()
  })
})
