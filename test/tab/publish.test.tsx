import { beforeEach, describe, expect, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { paragraphsOf } from '../../tab/src/pages/publish/channel-post.tsx'
import Publish from '../../tab/src/pages/publish/index.tsx'
import { keepDraft, keptDraft } from '../../tab/src/pages/publish/kept-drafts.ts'
import { aFace } from './board-fixtures.ts'
import { aSummary, type Summaries, type SummaryView, someSummaries } from './program-fixtures.ts'
import { type Answers, offline, problem, show } from './support/show.tsx'
import './wire.ts'

beforeEach(() => localStorage.clear())

const draft = aSummary({ id: 'd1', title: 'Old title', body: 'Old body', revision: 3 })
const view = (changes: Partial<Summaries> = {}) => someSummaries({ summaries: [draft], ...changes })
const open = (summaries: NonNullable<Answers['summaries']>, more: Answers = {}) =>
  show(<Publish />, { answers: { summaries, ...more } })

/** A server that keeps what it is told, one revision a change, as the real one does. */
function server(first: SummaryView) {
  let now = first
  return {
    get now() {
      return now
    },
    change(next: Partial<SummaryView>) {
      now = { ...now, ...next, revision: now.revision + 1 }
    },
    answers: {
      summaries: () => view({ summaries: [now] }),
      editSummary: ({ revision, title, body, channels }) => {
        if (revision !== now.revision)
          throw problem(409, 'changed-meanwhile', { detail: { revision: now.revision } })
        now = { ...now, title, body, channels, revision: now.revision + 1 }
        return now
      },
      submitSummary: () => {
        now = { ...now, state: 'submitted' }
        return now
      },
    } satisfies Answers,
  }
}

describe('writing', () => {
  test('the post follows every key, figures that are hidden never reach it', async () => {
    const { user } = open(view(), { editSummary: draft })
    const title = await screen.findByRole('textbox', { name: 'Title' })
    await user.clear(title)
    await user.type(title, 'New words')
    const post = within(screen.getByRole('article', { name: 'As Teams shows it' }))
    expect(post.getByText('New words')).toBeTruthy()
    expect(post.getByText('Sessions as planned')).toBeTruthy()
    expect(post.queryByText(/say Mentors/)).toBeNull()
    expect(screen.getByText('hidden: too few people')).toBeTruthy()
    expect(screen.getByText('Took place as planned')).toBeTruthy()
    expect(screen.queryByText('hold-kept')).toBeNull()
  })

  test('is saved by itself a moment after the last key', async () => {
    const desk = server(draft)
    const { user } = open(desk.answers.summaries, desk.answers)
    await user.type(await screen.findByRole('textbox', { name: 'Title' }), '!')
    expect(screen.getByText('Not saved yet')).toBeTruthy()
    await waitFor(() => expect(desk.now.title).toBe('Old title!'))
    expect(await screen.findByText('Saved')).toBeTruthy()
    expect(keptDraft('d1')).toBeUndefined()
  })

  test('survives a lost network: the text stays on this device, is offered again and then saved', async () => {
    const desk = server(draft)
    let gone = true
    const edit = desk.answers.editSummary
    const { user, unmount } = open(desk.answers.summaries, {
      ...desk.answers,
      editSummary: (input) => (gone ? offline() : edit(input)),
    })
    await user.type(await screen.findByRole('textbox', { name: 'Body' }), ' and more')
    expect(await screen.findByText(/^Not saved: You seem to be offline/)).toBeTruthy()
    expect(keptDraft('d1')?.body).toBe('Old body and more')
    unmount()
    gone = false
    open(desk.answers.summaries, desk.answers)
    expect(await screen.findByDisplayValue('Old body and more')).toBeTruthy()
    await waitFor(() => expect(desk.now.body).toBe('Old body and more'))
  })

  test('asks which text stays when somebody else saved meanwhile, and loses neither', async () => {
    const desk = server(draft)
    const { user } = open(desk.answers.summaries, desk.answers)
    const body = await screen.findByRole('textbox', { name: 'Body' })
    desk.change({ body: 'Their body', author: aFace(9, { name: 'Nia Other' }) })
    await user.type(body, ' mine')
    const conflict = within(await screen.findByRole('alert'))
    expect(conflict.getByText('Old body mine')).toBeTruthy()
    expect(await conflict.findByText('Their body')).toBeTruthy()
    await user.click(conflict.getByRole('button', { name: 'Keep mine' }))
    await waitFor(() => expect(desk.now.body).toBe('Old body mine'))
  })

  test('takes the other text on request', async () => {
    const desk = server(draft)
    const { user } = open(desk.answers.summaries, desk.answers)
    const body = await screen.findByRole('textbox', { name: 'Body' })
    desk.change({ body: 'Their body' })
    await user.type(body, ' mine')
    await user.click(await screen.findByRole('button', { name: 'Take the other' }))
    expect(await screen.findByDisplayValue('Their body')).toBeTruthy()
    expect(desk.now.body).toBe('Their body')
  })

  test('a kept text that makes no sense is ignored', async () => {
    localStorage.setItem('summary-draft:d1', '{"title":4')
    open(view())
    expect(await screen.findByDisplayValue('Old title')).toBeTruthy()
    keepDraft('d1', { title: 'T', body: 'B', channels: [], revision: 3 })
    expect(keptDraft('d1')).toEqual({ title: 'T', body: 'B', channels: [], revision: 3 })
  })
})

describe('channels', () => {
  test('a team without the app is one line that says why and what to do, however many channels it has', async () => {
    const channels = [1, 2, 3].map((n) => ({
      ...{ teamId: 't2', channelId: `d${n}`, teamName: 'Leadership', channelName: `Channel ${n}` },
      reachable: false,
    }))
    open(view({ channels: [...view().channels.filter(({ reachable }) => reachable), ...channels] }), {
      editSummary: draft,
    })
    const panel = within(await screen.findByRole('region', { name: 'Channels' }))
    expect(panel.getAllByRole('checkbox')).toHaveLength(2)
    expect(panel.getAllByText(/app is not in this team/)).toHaveLength(1)
    expect(panel.getByText(/^3 channels.*A team owner adds it/)).toBeTruthy()
  })

  test('one that was chosen while the app was there can be taken off', async () => {
    const desk = server(aSummary({ ...draft, channels: [{ teamId: 't2', channelId: 'c3' }] }))
    const { user } = open(desk.answers.summaries, desk.answers)
    await user.click(await screen.findByRole('checkbox', { name: /Leadership › Announcements.*no longer/ }))
    await waitFor(() => expect(desk.now.channels).toEqual([]))
  })
})

describe('a channel that its author cannot see any more', () => {
  test('stays in sight, says why, and is taken off with one tap', async () => {
    const lost = { teamId: 't9', channelId: 'c9', teamName: 'Board', channelName: 'News', lost: true }
    const desk = server(aSummary({ ...draft, channels: [lost] }))
    const { user } = open(desk.answers.summaries, desk.answers)
    const box = await screen.findByRole('checkbox', { name: /Board › News.*no longer in this team/ })
    await user.click(box)
    await waitFor(() => expect(desk.now.channels).toEqual([]))
  })
})

describe('names of channels', () => {
  test('go with the choice, so that a reader outside the team knows where it will appear', async () => {
    const desk = server(aSummary({ ...draft, channels: [] }))
    const { user } = open(desk.answers.summaries, desk.answers)
    const [channel] = view().channels.filter(({ reachable }) => reachable)
    const { teamId, channelId, teamName, channelName } = channel!
    await user.click(await screen.findByRole('checkbox', { name: `${teamName} › ${channelName}` }))
    await waitFor(() => expect(desk.now.channels).toEqual([{ teamId, channelId, teamName, channelName }]))
  })

  test('are shown to the Sponsor, who sees no list of channels', async () => {
    const named = { teamId: 't9', channelId: 'c9', teamName: 'Board', channelName: 'News' }
    const old = { teamId: 't8', channelId: 'c8' }
    open(
      view({
        may: { draft: false, approve: true },
        channels: [],
        summaries: [aSummary({ state: 'submitted', channels: [named, old] })],
      }),
    )
    expect(await screen.findByText('Board › News')).toBeTruthy()
    expect(screen.getByText('A channel of another team')).toBeTruthy()
  })
})

describe('approval', () => {
  test('the last keys are saved before it is sent', async () => {
    const desk = server(draft)
    const { user, sent } = open(desk.answers.summaries, desk.answers)
    await user.type(await screen.findByRole('textbox', { name: 'Title' }), '?')
    await user.click(screen.getByRole('button', { name: 'Send for approval' }))
    await waitFor(() => expect(desk.now).toMatchObject({ state: 'submitted', title: 'Old title?' }))
    const order = sent
      .map(({ route }) => route)
      .filter((route) => route === 'editSummary' || route === 'submitSummary')
    expect(order).toEqual(['editSummary', 'submitSummary'])
  })

  test('while a text is being saved, sending waits for it and for what was typed meanwhile', async () => {
    const desk = server(draft)
    const edit = desk.answers.editSummary
    const gates: (() => void)[] = []
    const { user, sent } = open(desk.answers.summaries, {
      ...desk.answers,
      editSummary: async (input) => {
        await new Promise<void>((resolve) => gates.push(resolve))
        return edit(input)
      },
    })
    const title = await screen.findByRole('textbox', { name: 'Title' })
    await user.type(title, '?')
    await waitFor(() => expect(gates).toHaveLength(1))
    await user.type(title, '!')
    await user.click(screen.getByRole('button', { name: 'Send for approval' }))
    gates[0]!()
    await waitFor(() => expect(gates).toHaveLength(2))
    expect(desk.now.state).toBe('drafted')
    gates[1]!()
    await waitFor(() => expect(desk.now).toMatchObject({ state: 'submitted', title: 'Old title?!' }))
    expect(sent.filter(({ route }) => route === 'submitSummary')).toHaveLength(1)
  })

  test('a text without a channel is not sent', async () => {
    const { user, sent } = open(view({ summaries: [aSummary({ channels: [] })] }))
    await user.click(await screen.findByRole('button', { name: 'Send for approval' }))
    expect(await screen.findByText('Choose at least one channel first.')).toBeTruthy()
    expect(sent.some(({ route }) => route === 'submitSummary')).toBe(false)
  })

  const submitted = aSummary({ id: 'd1', state: 'submitted', revision: 7 })
  const toDecide = aSummary({ ...submitted, mayDecide: true })
  const sponsors = view({ may: { draft: false, approve: true }, summaries: [toDecide] })

  test('the Sponsor approves exactly the revision on the screen', async () => {
    const { user, sent } = open(sponsors, { approveSummary: { ...submitted, state: 'approved' } })
    await user.click(await screen.findByRole('button', { name: 'Approve and publish' }))
    expect(await screen.findByText('Approved. The bot is posting it now.')).toBeTruthy()
    expect(sent).toContainEqual({ route: 'approveSummary', input: { id: 'd1', revision: 7 } })
  })

  test('sending back needs a note', async () => {
    const { user, sent } = open(sponsors, { sendBackSummary: draft })
    await user.click(await screen.findByRole('button', { name: 'Send back' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect((dialog.getByRole('button', { name: 'Send back' }) as HTMLButtonElement).disabled).toBe(true)
    await user.type(dialog.getByRole('textbox'), 'Name the teams')
    await user.click(dialog.getByRole('button', { name: 'Send back' }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'sendBackSummary', input: { id: 'd1', note: 'Name the teams' } }),
    )
  })

  test('an author cannot approve, and reads who does', async () => {
    open(view({ summaries: [submitted] }))
    expect(await screen.findByText(/reads it next\. It is posted as soon as it is approved\.$/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Approve and publish' })).toBeNull()
  })

  test('an author takes it back, and what was sent waits for the Sponsor of then', async () => {
    const then = aSummary({ ...submitted, sponsor: aFace(9, { name: 'Nia Former' }) })
    const { user, sent } = open(view({ summaries: [then] }), { takeSummaryBack: draft })
    expect(await screen.findByText(/^Nia Former reads it next/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take back' }))
    await waitFor(() => expect(sent).toContainEqual({ route: 'takeSummaryBack', input: { id: 'd1' } }))
  })

  test('a new Sponsor does not decide what was sent to the one before', async () => {
    open(view({ may: { draft: false, approve: true }, summaries: [submitted] }))
    expect(await screen.findByText(/reads it next/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Approve and publish' })).toBeNull()
  })

  test('a channel can no longer see one of the channels is named, with what helps', async () => {
    const lost = { teamId: 't9', channelId: 'c9', teamName: 'Board', channelName: 'News', lost: true }
    const summaries = [aSummary({ ...toDecide, channels: [lost] })]
    open(view({ may: { draft: false, approve: true }, channels: [], summaries }))
    expect(await screen.findByText(/can no longer see one of the channels/)).toBeTruthy()
    expect(screen.getByText(/send the text back, and another channel can be chosen/)).toBeTruthy()
  })
})

describe('published', () => {
  const published = aSummary({
    id: 'd1',
    state: 'published',
    publishedAt: '2026-03-01T09:00:00Z',
    posts: [
      { teamId: 't1', channelId: 'c1', state: 'posted' },
      { teamId: 't2', channelId: 'c3', state: 'refused', why: 'not-installed' },
    ],
  })

  test('each channel says whether it has the post, and why not', async () => {
    open(view({ summaries: [published] }))
    const posts = within(await screen.findByRole('region', { name: 'Posts' }))
    expect(posts.getByText('Posted')).toBeTruthy()
    expect(posts.getByText(/The app was removed from this team/)).toBeTruthy()
  })

  test('a channel that refused can be tried again', async () => {
    const { user, sent } = open(view({ summaries: [published] }), { postSummaryAgain: published })
    expect(await screen.findByText(/not in every channel/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Try these channels again' }))
    await waitFor(() => expect(sent).toContainEqual({ route: 'postSummaryAgain', input: { id: 'd1' } }))
  })

  test('a post that nobody heard of is put to whoever looks: it is there, or it is posted again', async () => {
    const unsure = aSummary({
      id: 'd1',
      state: 'approved',
      posts: [{ teamId: 't1', channelId: 'c1', state: 'unknown' }],
    })
    const { user, sent } = open(view({ summaries: [unsure] }), { settlePost: unsure })
    expect((await screen.findAllByText(/don’t know whether/)).length).toBe(2)
    const input = { id: 'd1', channel: { teamId: 't1', channelId: 'c1' } }
    await user.click(screen.getByRole('button', { name: /^It’s there/ }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'settlePost', input: { ...input, isThere: true } }),
    )
    await user.click(screen.getByRole('button', { name: /^Post again/ }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'settlePost', input: { ...input, isThere: false } }),
    )
  })

  test('of a withdrawn one nothing is posted again; what we cannot remove is said', async () => {
    const gone = aSummary({
      id: 'd1',
      state: 'withdrawn',
      posts: [{ teamId: 't1', channelId: 'c1', state: 'unknown', why: 'by-hand' }],
    })
    open(view({ summaries: [gone] }))
    expect(await screen.findByText(/a team owner can delete it there/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Post again/ })).toBeNull()
  })

  test('of a withdrawn one it is said who approved and withdrew it, and a new draft starts from it', async () => {
    const gone = aSummary({
      ...{ ...published, state: 'withdrawn', withdrawnAt: '2026-03-05T09:00:00Z' },
      ...{ withdrawnBy: aFace(9, { name: 'Nia Other' }), approvedAt: '2026-02-28T09:00:00Z' },
      approvedBy: aFace(3, { name: 'Sol Sponsor' }),
      posts: [{ teamId: 't1', channelId: 'c1', state: 'removed' }],
    })
    const copy = aSummary({ id: 'd2', title: 'The copy' })
    let all = [gone]
    const { user, sent } = open(() => view({ summaries: all }), {
      draftSummary: () => {
        all = [copy, gone]
        return copy
      },
    })
    expect(await screen.findByText(/^Withdrawn: removed from one channel/)).toBeTruthy()
    const way = within(screen.getByRole('list', { name: 'Progress' }))
    expect(way.getByText(/^Sol Sponsor, /)).toBeTruthy()
    expect(way.getByText(/^Nia Other, /)).toBeTruthy()
    expect(way.queryByText(/not reached/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'New draft from this one' }))
    const input = { id: 'spring', language: 'en', from: 'd1' }
    await waitFor(() => expect(sent).toContainEqual({ route: 'draftSummary', input }))
    expect(await screen.findByDisplayValue('The copy')).toBeTruthy()
  })

  test('withdrawing waits for a moment in which it can be undone', async () => {
    const { user, sent } = open(view({ summaries: [published] }), { withdrawSummary: published })
    await user.click(await screen.findByRole('button', { name: 'Withdraw' }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(sent.some(({ route }) => route === 'withdrawSummary')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Withdraw' }))
    await user.click(await screen.findByRole('button', { name: 'Dismiss' }))
    await waitFor(() => expect(sent).toContainEqual({ route: 'withdrawSummary', input: { id: 'd1' } }))
  })
})

describe('drafts', () => {
  const other = aSummary({
    ...{ id: 'd2', title: draft.title, changedAt: '2026-12-20T11:05:00Z', revision: 1 },
    author: aFace(9, { name: 'Nia Other' }),
  })

  test('of one title are told apart by who wrote them and when', async () => {
    open(view({ summaries: [other, draft] }))
    const list = within(await screen.findByRole('navigation', { name: 'Posts' }))
    const names = list.getAllByRole('button').map((one) => one.textContent)
    expect(names[0]).toMatch(/Old title.*Draft, .*20.*:05.*by Nia Other/)
    expect(new Set(names).size).toBe(2)
  })

  test('are deleted after a question, with what was typed last', async () => {
    const desk = server(draft)
    let gone = false
    const { user, sent } = open(view(), {
      ...desk.answers,
      summaries: () => view({ summaries: gone ? [] : [desk.now] }),
      deleteSummary: () => {
        gone = true
        return { id: 'd1' }
      },
    })
    await user.type(await screen.findByRole('textbox', { name: 'Title' }), '!')
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete “Old title!”?' }))
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(sent.some(({ route }) => route === 'deleteSummary')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }))
    await waitFor(() =>
      expect(sent).toContainEqual({ route: 'deleteSummary', input: { id: 'd1', revision: 4 } }),
    )
    expect(await screen.findByText(/Start with a draft/)).toBeTruthy()
    expect(keptDraft('d1')).toBeUndefined()
  })
})

test('whoever sent one back reads what became of it, not that there was nothing', async () => {
  const sentBack = [
    { author: aFace(5, { name: 'Ana Author' }), at: '2026-12-20T10:00:00Z', note: 'Please drop the 54%.' },
  ]
  open(view({ summaries: [], may: { draft: false, approve: true }, sentBack }))
  expect(await screen.findByText(/^Sent back to Ana Author\. It’s here again/)).toBeTruthy()
  expect(screen.getByText('Please drop the 54%.')).toBeTruthy()
  expect(screen.queryByText('Nothing is waiting for your approval.')).toBeNull()
})

test('nothing yet: the author is led to a draft, written in their language', async () => {
  const { user, sent } = open(view({ summaries: [] }), { draftSummary: draft })
  await user.click(await screen.findByRole('button', { name: 'New draft' }))
  await waitFor(() =>
    expect(sent).toContainEqual({ route: 'draftSummary', input: { id: 'spring', language: 'en' } }),
  )
})

test('paragraphs split at blank lines as the card splits them', () => {
  expect(paragraphsOf('One\nstill one\n\n  \r\nTwo\n')).toEqual(['One\nstill one', 'Two'])
})
