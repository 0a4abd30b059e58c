import { describe, expect, test } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { Out } from '../../bot/contract/index.ts'
import PeoplePage from '../../tab/src/pages/people/index.tsx'
import { me, organization, peoplePage, personRow } from './support/fixtures.ts'
import { type Answers, problem, show, withLayout } from './support/show.tsx'

withLayout()

const showPeople = (answers: Answers = {}) =>
  show(<PeoplePage />, {
    answers: {
      people: peoplePage(),
      organization: organization(),
      unreached: { people: [] },
      invitations: noneYet,
      nominations: { isOpen: true, waiting: 0, total: 0, nominations: [] },
      ...answers,
    },
  })
const nobody = {
  everyone: 0,
  enrolled: 0,
  mentors: 0,
  mentees: 0,
  applied: 0,
  approved: 0,
  waitlisted: 0,
  declined: 0,
  paused: 0,
  left: 0,
}
const noneYet = { isOpen: true, invited: 0, unsent: 0, opened: 0, enrolled: 0, declined: 0 }
const heading = () => screen.findByRole('heading', { level: 1 })

describe('the page', () => {
  test('loads, then leads with who waits', async () => {
    showPeople()
    expect(screen.getByText('Loading…')).toBeTruthy()
    expect((await heading()).textContent).toBe('3 people are waiting for your decision')
  })

  test('with nobody waiting counts who takes part, not who was declined or stands in line', async () => {
    const counts = { ...nobody, everyone: 300, enrolled: 240, approved: 237, waitlisted: 1, declined: 2 }
    showPeople({ people: peoplePage({ counts }) })
    expect((await heading()).textContent).toBe('237 people are taking part. Nothing to decide')
  })

  test('what a row has no room for stands whole under the pointer', async () => {
    const row = personRow(1)
    const long = { jobTitle: 'Senior Vice President, Integrated Supply Chain', department: 'Logistics' }
    showPeople({ people: peoplePage({ people: [{ ...row, person: { ...row.person, ...long } }], total: 1 }) })
    const work = `${long.jobTitle} · ${long.department}`
    expect((await screen.findByText(work)).getAttribute('title')).toBe(work)
  })

  test('says what is broken and tries again', async () => {
    showPeople({
      people: () => {
        throw problem(500, 'internal', { requestId: 'r-4' })
      },
    })
    expect((await screen.findByRole('alert')).textContent).toContain('r-4')
  })

  test('before the chart was read, reading it is the one main act', async () => {
    const { user, sent } = showPeople({
      people: peoplePage({ people: [], total: 0, counts: nobody, balance: [] }),
      organization: organization({ state: 'never', people: 0, faults: [] }),
      readOrganization: { ok: true },
    })
    await waitFor(async () =>
      expect((await heading()).textContent).toBe('First, read the organization chart'),
    )
    await user.click(screen.getAllByRole('button', { name: 'Read the chart' })[0]!)
    expect(sent.some(({ route }) => route === 'readOrganization')).toBe(true)
  })

  test('with nobody enrolled says how people come in', async () => {
    showPeople({
      people: peoplePage({ people: [], total: 0, counts: { ...nobody, everyone: 5 }, balance: [] }),
    })
    expect((await heading()).textContent).toBe('Nobody has enrolled yet')
  })
})

describe('invitations', () => {
  const open = { isOpen: true, invited: 4, unsent: 0, opened: 3, enrolled: 1, declined: 2 }
  const list = (text: string) => new File([text], 'leaders.csv', { type: 'text/csv' })
  const looked = {
    ...{ ready: 2, mentors: 2, mentees: 0, asideCount: 1 },
    aside: [{ line: 4, why: 'unknown-person' as const, value: 'zoe@example.org' }],
  }

  test('are numbers: who looked or said “not now” is not told', async () => {
    showPeople({ invitations: open })
    const panel = await screen.findByRole('region', { name: 'Invitations' })
    const stat = (label: string) => within(panel).getByText(label).nextElementSibling?.textContent
    expect(['Invited', 'Looked', 'Enrolled', 'Not now'].map(stat)).toEqual(['4', '3', '1', '2'])
  })

  test('of few people say no number that would tell who', async () => {
    showPeople({ invitations: { isOpen: true, invited: 2, unsent: 0, enrolled: 1 } })
    const panel = within(await screen.findByRole('region', { name: 'Invitations' }))
    expect(panel.getByText(/is shown once more people are invited/)).toBeTruthy()
    expect(panel.queryByText('Not now')).toBeNull()
  })

  test('go to somebody by name, as a mentor or as a mentee, and what is in the way is said', async () => {
    const [one, two, three] = [1, 2, 3].map((n) => ({ person: personRow(n).person }))
    const { user, sent } = showPeople({
      invitations: open,
      people: peoplePage({ people: [one!, two!, { ...three!, isInvited: true }], total: 3 }),
      invite: ({ people: [asked] }) =>
        asked!.personId === one!.person.id
          ? { invited: 1, aside: [] }
          : { invited: 0, aside: [{ person: two!.person, why: 'not-eligible' }] },
    })
    const name = one!.person.name
    await user.click(await screen.findByRole('button', { name: `Invite ${name}` }))
    await user.click(screen.getByRole('button', { name: `Invite ${name} as a mentee` }))
    expect(await screen.findByText(`${name} is invited as a mentee.`)).toBeTruthy()
    expect(sent.find(({ route }) => route === 'invite')?.input).toMatchObject({
      people: [{ personId: one!.person.id, side: 'mentee' }],
    })
    await user.click(screen.getByRole('button', { name: `Invite ${two!.person.name}` }))
    await user.click(screen.getByRole('button', { name: `Invite ${two!.person.name} as a mentor` }))
    expect(await screen.findByText(/was not invited: a guest, a closed account/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: `Invite ${three!.person.name}` })).toBeNull()
  })

  test('by a list are looked at before any of them is sent', async () => {
    const { user, sent } = showPeople({ invitations: open, inviteFromList: looked })
    await user.upload(await screen.findByLabelText('Invite from a list', { selector: 'input' }), list('x'))
    expect(await screen.findByText('2 people can be invited (2 as mentors, 0 as mentees).')).toBeTruthy()
    expect(screen.getByText(/^Line 4 \(.*zoe@example.org.*\): no one person/)).toBeTruthy()
    const given = () => sent.filter(({ route }) => route === 'inviteFromList').map(({ input }) => input)
    expect(given()).toMatchObject([{ apply: false }])
    await user.click(screen.getByRole('button', { name: 'Invite these 2 people' }))
    expect(await screen.findByText('2 people are invited.')).toBeTruthy()
    expect(given()).toMatchObject([{ apply: false }, { apply: true }])
  })

  test('wait until enrollment is open', async () => {
    showPeople({
      invitations: { ...open, isOpen: false },
      people: peoplePage({ people: [{ person: personRow(1).person }], total: 1 }),
    })
    expect(await screen.findByText(/Nobody can be invited now/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Invite/ })).toBeNull()
  })
})

describe('whom Teams does not reach', () => {
  const unreached = {
    people: [
      { person: { id: 'a', name: 'Ada Berg' }, why: 'not-installed' as const, since: '2026-11-20' },
      { person: { id: 'b', name: 'Bo Lind' }, why: 'blocked' as const, since: '2026-11-21' },
    ],
  }

  test('is told by number, then by name with the reason', async () => {
    const { sent } = showPeople({ unreached })
    expect(await screen.findByText('Teams can’t reach 2 people')).toBeTruthy()
    expect(screen.getByText('Ada Berg')).toBeTruthy()
    expect(screen.getByText(/Does not have the app in Teams.*November 20/)).toBeTruthy()
    expect(screen.getByText(/blocked in Teams, by them or by an administrator/)).toBeTruthy()
    expect(sent).toContainEqual({ route: 'unreached', input: { id: 'spring' } })
  })

  test('is nothing to speak of while it is nobody, and not known is not nobody', async () => {
    const { unmount } = showPeople()
    await heading()
    expect(screen.queryByText(/reached by Teams|Teams reaches/)).toBeNull()
    unmount()
    showPeople({
      unreached: () => {
        throw problem(500, 'internal')
      },
    })
    expect(await screen.findByText(/couldn’t check just now/)).toBeTruthy()
  })
})

describe('the list', () => {
  test('filters count, and asking for one asks the service', async () => {
    const { user, sent } = showPeople()
    await user.click(await screen.findByRole('button', { name: 'Waiting for a decision 3' }))
    await user.click(screen.getByRole('button', { name: 'Mentees 60' }))
    await user.type(screen.getByRole('searchbox'), 'ada')
    await waitFor(() =>
      expect(sent.filter(({ route }) => route === 'people').at(-1)?.input).toMatchObject({
        state: 'applied',
        side: 'mentee',
        text: 'ada',
        cohort: 'spring',
      }),
    )
  })

  test('the next page is asked for with the cursor of the one before', async () => {
    const { sent } = showPeople({
      people: ({ after }) =>
        after
          ? peoplePage({ people: [personRow(20)], total: 13 })
          : peoplePage({
              people: Array.from({ length: 12 }, (_, i) => personRow(i)),
              total: 13,
              next: 'cursor-2',
            }),
    })
    await waitFor(() =>
      expect(
        sent.filter(({ route, input }) => route === 'people' && input['after'] === 'cursor-2'),
      ).toHaveLength(1),
    )
    expect(await screen.findByText(personRow(20).person.name)).toBeTruthy()
  })

  test('nobody fitting the filter is said, with the way back', async () => {
    const { user } = showPeople({ people: peoplePage({ people: [], total: 0 }) })
    expect(await screen.findByText('Nobody matches these filters')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  })
})

describe('a search that finds nobody inside the filters', () => {
  const outside = personRow(5, { state: 'declined' })
  const found = ({ state }: { state?: string | undefined }) =>
    state === 'everyone' ? peoplePage({ people: [outside], total: 1 }) : peoplePage({ people: [], total: 0 })

  test('says whom it finds outside of them and where, and goes there with the text', async () => {
    const { user, sent } = showPeople({ people: found })
    await user.type(await screen.findByRole('searchbox'), 'farid')
    expect(await screen.findByText(`Outside these filters: ${outside.person.name} (Declined).`)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Look among everyone' }))
    expect(await screen.findByRole('button', { name: `Open ${outside.person.name}` })).toBeTruthy()
    expect(sent.filter(({ route }) => route === 'people').at(-1)?.input).toMatchObject({
      ...{ text: 'farid', state: 'everyone' },
    })
  })

  test('asks nowhere else where nothing was searched for', async () => {
    const { sent } = showPeople({ people: found })
    expect(await screen.findByText('Nobody matches these filters')).toBeTruthy()
    expect(sent.filter(({ input }) => input['state'] === 'everyone')).toEqual([])
  })
})

test('in a narrow tab the chart and what there is to correct is a fold of its own', async () => {
  showPeople()
  const folds = await screen.findAllByText(
    (_, one) =>
      one?.tagName === 'SUMMARY' && /Organization chart|Offers and wishes/.test(one.textContent ?? ''),
  )
  expect(folds.map(({ textContent }) => textContent)).toEqual([
    'Organization chart · 2 missing links in the chart',
    'Offers and wishes',
  ])
})

describe('somebody opened', () => {
  const opened = (changes: Partial<Out<'openParticipant'>> = {}): Out<'openParticipant'> => ({
    person: { ...personRow(0).person, managerName: 'Ruth Okafor' },
    participant: {
      ...{
        id: 'participant-0',
        cohortId: 'spring',
        side: 'mentee',
        state: 'paused',
        pausedUntil: '2026-12-20',
      },
      ...{ topics: [{ topic: 'ai-tools', level: 3 }], languages: ['en', 'pt'], interests: ['chess'] },
      ...{ capacity: 2, timeZone: 'Europe/Lisbon', acceptedGroundRules: 1 },
      workingHours: { days: [1, 2], start: '09:00', end: '17:00' },
    },
    ...{ enrolledAt: '2026-11-02T09:00:00Z', groundRules: 2, hiddenPairs: 1 },
    pairs: [
      {
        ...{ id: 'pair', partner: personRow(1).person, cohortName: 'Spring', state: 'ended' },
        ...{ approvedAt: '2026-11-10T09:00:00Z', endedAt: '2026-11-20T09:00:00Z' },
      },
    ],
    wishes: [{ partner: personRow(2).person, by: 'both' }],
    history: [
      { at: '2026-11-09T10:00:00Z', what: 'declined', by: { id: 'o', name: 'Olga Organizer' } },
      { at: '2026-11-02T09:00:00Z', what: 'enrolled' },
    ],
    ...changes,
  })

  test('shows facts, pairs and history, and closes again', async () => {
    const { user, sent } = showPeople({ openParticipant: opened() })
    await user.click(await screen.findByRole('button', { name: 'Open Amina Adler' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Amina Adler' }))
    expect(await panel.findByText('Ruth Okafor')).toBeTruthy()
    expect(panel.getByText('Paused until December 20, 2026')).toBeTruthy()
    expect(panel.getByText('Mon and Tue, 09:00–17:00 (Europe/Lisbon)')).toBeTruthy()
    expect(panel.getByText(/Accepted an earlier version/)).toBeTruthy()
    expect(panel.getByText('November 10, 2026 to November 20, 2026 · Spring')).toBeTruthy()
    expect(panel.getByText(/One more pair isn’t shown to you/)).toBeTruthy()
    expect(panel.getByText('They asked for each other')).toBeTruthy()
    expect(panel.getByText('Declined by Olga Organizer')).toBeTruthy()
    expect(sent).toContainEqual({ route: 'openParticipant', input: { id: 'participant-0' } })
    expect(panel.getByLabelText('Close')).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('lets somebody pause until a day, and ends the break', async () => {
    const { user, sent } = showPeople({ openParticipant: opened(), setBreak: { state: 'approved' } })
    await user.click(await screen.findByRole('button', { name: 'Open Amina Adler' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Amina Adler' }))
    const day = await panel.findByLabelText('Back on')
    fireEvent.change(day, { target: { value: '2020-01-01' } })
    await user.click(panel.getByText('Change the date'))
    expect(panel.getByText('Choose a day after today.')).toBeTruthy()
    fireEvent.change(day, { target: { value: '2099-01-31' } })
    await user.click(panel.getByText('Change the date'))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'setBreak', input: { id: 'participant-0', until: '2099-01-31' } }),
    )
    await user.click(panel.getByText('End the break'))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'setBreak', input: { id: 'participant-0', until: null } }),
    )
  })

  test('of one’s own line says who sees it, and offers no second try', async () => {
    const { user } = showPeople({
      openParticipant: () => {
        throw problem(403, 'not-allowed')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Open Amina Adler' }))
    expect(await screen.findByText(/aren’t shown to anyone about themselves/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })
})

describe('deciding', () => {
  const decisions = (sent: { route: string; input: Record<string, unknown> }[]) =>
    sent.filter(({ route }) => route === 'decideParticipant').map(({ input }) => input)

  test('about one: shown at once, sent when the undo has passed', async () => {
    const { user, sent } = showPeople({ decideParticipant: { state: 'approved' } })
    await user.click(await screen.findByRole('button', { name: 'Approve: Amina Adler' }))
    expect(screen.getByText('Amina Adler will be approved.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Approve: Amina Adler' })).toBeNull()
    expect(decisions(sent)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() =>
      expect(decisions(sent)).toEqual([{ id: 'participant-0', decision: 'approve', seen: 'applied' }]),
    )
  })

  test('that is over can be changed, knowing what it was; not of somebody who has a partner', async () => {
    const [first, second] = peoplePage().people
    const was = (row: typeof first, state: 'approved' | 'declined', load: number) => ({
      ...row!,
      participant: { ...row!.participant!, state, load },
    })
    const people = peoplePage({ people: [was(first, 'declined', 0), was(second, 'approved', 1)], total: 2 })
    const { user, sent } = showPeople({ people, decideParticipant: { state: 'approved' } })
    await user.click(await screen.findByRole('button', { name: 'Change: Amina Adler' }))
    expect(screen.queryByRole('button', { name: 'Decline: Amina Adler' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Change: Bruno Bianchi' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Approve: Amina Adler' }))
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() =>
      expect(decisions(sent)).toEqual([{ id: 'participant-0', decision: 'approve', seen: 'declined' }]),
    )
  })

  test('one after the other share one message with their number, one undo, and the headline does not wait', async () => {
    const { user, sent } = showPeople({ decideParticipant: { state: 'approved' } })
    await user.click(await screen.findByRole('button', { name: 'Approve: Amina Adler' }))
    expect((await heading()).textContent).toBe('2 people are waiting for your decision')
    await user.click(screen.getByRole('button', { name: 'Approve: Bruno Bianchi' }))
    expect(screen.queryByText('Amina Adler will be approved.')).toBeNull()
    expect(screen.getByText('2 people will be approved.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Decline: Chiara Costa' }))
    expect(screen.getByText('Chiara Costa will be declined.')).toBeTruthy()
    expect((await heading()).textContent).toBe('230 people are taking part. Nothing to decide')
    await user.click(screen.getAllByRole('button', { name: 'Undo' })[1]!)
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    await waitFor(() =>
      expect(decisions(sent).map(({ id }) => id)).toEqual(['participant-0', 'participant-1']),
    )
    expect(await screen.findByRole('button', { name: 'Decline: Chiara Costa' })).toBeTruthy()
  })

  test('of the same kind are undone together', async () => {
    const { user, sent } = showPeople()
    await user.click(await screen.findByRole('button', { name: 'Decline: Amina Adler' }))
    await user.click(screen.getByRole('button', { name: 'Decline: Bruno Bianchi' }))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('button', { name: 'Decline: Amina Adler' })).toBeTruthy()
    expect(await screen.findByRole('button', { name: 'Decline: Bruno Bianchi' })).toBeTruthy()
    expect(decisions(sent)).toEqual([])
  })

  test('undone, it never happened', async () => {
    const { user, sent } = showPeople()
    await user.click(await screen.findByRole('button', { name: 'Decline: Amina Adler' }))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('button', { name: 'Decline: Amina Adler' })).toBeTruthy()
    expect(decisions(sent)).toEqual([])
  })

  test('about several with the keyboard; what was refused is counted with its reason', async () => {
    const { user, sent } = showPeople({
      decideParticipant: ({ id }) => {
        if (id === 'participant-1') throw problem(409, 'already-left')
        return { state: 'waitlisted' }
      },
    })
    const first = await screen.findByRole('checkbox', { name: 'Choose Amina Adler' })
    first.focus()
    await user.keyboard(' ')
    screen.getByRole('checkbox', { name: 'Choose Bruno Bianchi' }).focus()
    await user.keyboard(' ')
    const bar = screen.getByRole('toolbar', { name: '2 selected' })
    await user.click(within(bar).getByRole('button', { name: 'Waiting list' }))
    expect(screen.getByText('2 people will go on the waiting list.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(await screen.findByText(/One decision wasn’t possible: This enrollment has ended/)).toBeTruthy()
    expect(decisions(sent)).toHaveLength(2)
  })
})

test('faults of the chart come with their remedy, and the chart can be read again', async () => {
  let looks = 0
  const { user, sent } = showPeople({
    readOrganization: { ok: true },
    organization: () => {
      const asked = sent.some(({ route }) => route === 'readOrganization')
      if (!asked) return organization()
      looks += 1
      // It begins a moment after it was asked for.
      return looks < 2 ? organization() : organization({ startedAt: '2026-03-03T09:00:00Z', people: 2405 })
    },
  })
  const links = await screen.findByText('2 missing links in the chart')
  const act = screen.getByRole('button', { name: 'Read the chart again' })
  expect(act.compareDocumentPosition(links)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.getByText('is listed as their own manager')).toBeTruthy()
  expect(screen.getByText(/Enter the real manager in Microsoft Entra/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Read the chart again' }))
  expect(await screen.findByText('The chart is being read.')).toBeTruthy()
  expect(sent.some(({ route }) => route === 'readOrganization')).toBe(true)
  expect(await screen.findByText('The chart has been read: 2,405 people.')).toBeTruthy()
})

describe('missing links', () => {
  const missing = (n: number, below: number) => ({
    person: { id: `p${n}`, name: `Head ${n}` },
    ...{ kind: 'missing-manager' as const, below, detail: {} },
  })
  const broken = (changes: Parameters<typeof organization>[0] = {}) =>
    organization({
      faults: [missing(1, 120), { ...missing(2, 7), kind: 'unknown-manager' }, missing(3, 0), missing(4, 0)],
      ...{ faultCount: 4, heldBack: 131 },
      ...changes,
    })
  const saidOf = (sent: { route: string; input: Record<string, unknown> }[], name: string) =>
    sent.filter(({ route }) => route === name).map(({ input }) => input)

  test('are listed with the people below and what that means, and one person is confirmed by one press', async () => {
    const { user, sent } = showPeople({
      organization: broken(),
      confirmTops: { confirmed: 1 },
      withdrawTops: { withdrawn: 1 },
    })
    expect(await screen.findByText('4 missing links in the chart')).toBeTruthy()
    expect(screen.getByText(/^131 people stand at or below a missing link\./)).toBeTruthy()
    expect(screen.getByText('has no manager in the directory · 120 people below')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Confirm that nobody is above Head 2' }))
    await screen.findByText('Head 2 has nobody above them from now on.')
    expect(saidOf(sent, 'confirmTops')).toEqual([{ personIds: ['p2'] }])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(saidOf(sent, 'withdrawTops')).toEqual([{ personIds: ['p2'] }]))
  })

  test('of people without a manager are confirmed together, all or those with nobody below; others never in bulk', async () => {
    const { user, sent } = showPeople({ organization: broken(), confirmTops: { confirmed: 3 } })
    await user.click(await screen.findByRole('button', { name: 'Only the 2 with nobody below them' }))
    await waitFor(() => expect(saidOf(sent, 'confirmTops')).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Nobody is above these 3 without a manager' }))
    await waitFor(() =>
      expect(saidOf(sent, 'confirmTops')).toEqual([
        { personIds: ['p3', 'p4'] },
        { personIds: ['p1', 'p3', 'p4'] },
      ]),
    )
  })

  test('that were confirmed say by whom, and can be taken back', async () => {
    const { user, sent } = showPeople({
      organization: broken({
        tops: [
          {
            person: { id: 'ceo', name: 'Cleo Owner' },
            by: { id: 'o', name: 'Olga Organizer' },
            at: '2026-03-02T10:00:00Z',
          },
        ],
      }),
      withdrawTops: { withdrawn: 1 },
    })
    expect(await screen.findByText(/^Olga Organizer, /)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take back that nobody is above Cleo Owner' }))
    await waitFor(() => expect(saidOf(sent, 'withdrawTops')).toEqual([{ personIds: ['ceo'] }]))
  })

  test('that somebody else settled meanwhile are said to have a manager by now', async () => {
    const { user } = showPeople({
      organization: broken(),
      confirmTops: () => {
        throw problem(409, 'has-a-manager')
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Confirm that nobody is above Head 2' }))
    expect(await screen.findByText('This person has a manager by now. Look at the chart again.')).toBeTruthy()
  })
})

describe('how old the chart is', () => {
  const hoursAgo = (hours: number) => new Date(new Date(me().now).getTime() - hours * 3_600_000).toISOString()
  const read = (hours: number, changes: Parameters<typeof organization>[0] = {}) =>
    organization({ finishedAt: hoursAgo(hours), nextAt: hoursAgo(hours - 20), ...changes })
  const told = async () => (await screen.findByText(/Read from the directory/)).closest('p')!.textContent
  const warning = () => screen.queryByText(/more than a day and a half old/)

  test('is said, with the next reading and the last comparison of everyone', async () => {
    showPeople({ organization: read(3, { wholeAt: hoursAgo(72) }) })
    expect(await told()).toMatch(
      /Read from the directory 3 hours ago.*Everyone was last compared with the directory 3 days ago.*Next reading (tomorrow|in 17 hours)/,
    )
    expect(warning()).toBeNull()
  })

  test('is a warning after a day and a half, with the reason when a reading failed', async () => {
    showPeople({ organization: read(37, { state: 'failed', failure: 'throttled' }) })
    expect(await told()).toMatch(/The next reading is due now/)
    expect(warning()?.textContent).toMatch(/too busy and asked us to wait/)
  })

  test('is no warning when one night failed, which is told all the same', async () => {
    showPeople({ organization: read(22, { state: 'failed', failure: 'refused' }) })
    await told()
    expect(warning()).toBeNull()
    expect(screen.getByText(/check its permission User.Read.All/)).toBeTruthy()
  })

  test.each([
    [true, /Changes in Microsoft Entra are read within the hour/],
    [false, /doesn’t tell the app about changes, so they are read once a night/],
  ])('says whether changes are told (%s) or read at night', async (isToldOfChanges, words) => {
    showPeople({ organization: read(3, { isToldOfChanges }) })
    expect(await told()).toMatch(words)
  })

  test('stays on the page while a reading goes on', async () => {
    showPeople({ organization: read(40, { state: 'reading', people: 400 }) })
    expect(await told()).toMatch(/Being read, 400 people so far.*Read from the directory 2 days ago/)
    expect(warning()).toBeTruthy()
  })
})
