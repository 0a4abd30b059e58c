/** A Summary's life: who may do what, what happens once, and what one channel's trouble does to the others. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { ChannelRef } from '../../../bot/domain/publishing/summary.ts'
import {
  postAgain,
  publishSummary,
  settlePost,
  withdrawSummary,
} from '../../../bot/workflows/publishing/publish-summary.ts'
import {
  approveSummary,
  draftSummary,
  editSummary,
  sendBackSummary,
  submitSummary,
} from '../../../bot/workflows/publishing/write-summary.ts'
import { pickUpStranded } from '../../../bot/workflows/tick.ts'
import { ageClaims } from '../../support/leases.ts'
import { leaseMs, openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let cohortId: string
let channels: ChannelRef[]
beforeAll(async () => {
  product = await startProduct({ people: 60, mentors: 4, mentees: 4 })
  cohortId = await openCohort(product)
  const teams = product.company.teams.slice(0, 3)
  for (const team of teams) product.tenant.state.installedInTeams.add(team.id)
  channels = teams.map((team) => ({ teamId: team.id, channelId: team.channels[0]!.id }))
})
afterAll(() => product.close())
beforeEach(() => {
  product.tenant.state.faults.length = 0
})

const writer = () => product.company.personas.communications
const sponsor = () => product.company.personas.sponsor
const stateOf = async (id: string) => (await product.ports.store.summaries.get(id))?.state
const postsOf = async (id: string) =>
  (await product.ports.store.posts.of(id)).map((post) => post.state).sort()

async function aDraft(): Promise<string> {
  const draft = await draftSummary(product.ports, cohortId, 'en', writer())
  if ('refused' in draft) throw new Error(draft.refused)
  return draft.id
}
const edit = (id: string, revision: number, change = {}) =>
  editSummary(
    product.ports,
    id,
    { title: `About ${id}`, body: 'Text', channels, revision, ...change },
    writer(),
  )

async function approved(): Promise<string> {
  const id = await aDraft()
  await edit(id, 1)
  await submitSummary(product.ports, id, writer())
  const answer = await approveSummary(product.ports, id, 2, sponsor())
  if ('refused' in answer) throw new Error(answer.refused)
  product.waiting.length = 0
  return id
}

/** How many posts of this Summary stand in each of its channels. */
function seen(id: string): number[] {
  const conversations = [...product.tenant.state.conversations.values()]
  return channels.map(
    ({ channelId }) =>
      conversations
        .filter((one) => one.kind === 'channel' && one.channelId === channelId)
        .flatMap((one) => one.messages)
        .filter((one) => !one.deleted && JSON.stringify(one.activity).includes(`About ${id}`)).length,
  )
}
async function afterTheLease(): Promise<void> {
  await product.tenant.advanceTo(new Date(product.tenant.state.now().getTime() + leaseMs + 1000))
  await ageClaims(product.database, leaseMs + 1000)
}

/** Sent to every channel, and no answer was heard. */
async function unknownEverywhere(): Promise<string> {
  const id = await approved()
  const path = /^POST \/v3\/conversations$/
  product.tenant.state.faults.push({ service: 'teams', path, kind: 'drop-after', times: 3 })
  await expect(publishSummary(product.ports, id)).rejects.toThrow('3 channels')
  await afterTheLease()
  await publishSummary(product.ports, id)
  return id
}

/** Somebody looks where nobody knows, and says what is there. */
async function lookInEveryChannel(id: string): Promise<void> {
  for (const { channel, state } of await product.ports.store.posts.of(id)) {
    if (state !== 'unknown') continue
    const isThere = seen(id)[channels.findIndex(({ channelId }) => channelId === channel.channelId)] === 1
    await settlePost(product.ports, id, { channel, isThere }, writer())
  }
  await product.runJobs(3)
}

describe('before it is published', () => {
  it('takes the edit of whoever read the newest text, and refuses the other with its number', async () => {
    const id = await aDraft()
    const answers = await Promise.all([edit(id, 1, { body: 'One' }), edit(id, 1, { body: 'Two' })])
    expect(answers.filter((one) => 'refused' in one)).toEqual([
      { refused: 'changed-meanwhile', detail: { revision: 2 } },
    ])
  })

  it('goes to the Sponsor only with a text and a channel, and tells the Sponsor once', async () => {
    const id = await aDraft()
    expect(await submitSummary(product.ports, id, writer())).toMatchObject({ refused: 'no-channel' })
    await edit(id, 1, { body: '  ' })
    expect(await submitSummary(product.ports, id, writer())).toMatchObject({ refused: 'empty-text' })
    await edit(id, 2)
    const both = await Promise.all([1, 2].map(() => submitSummary(product.ports, id, writer())))
    expect(both.filter((one) => 'refused' in one)).toHaveLength(1)
    const told = await product.ports.store.notices.ofPerson(sponsor())
    const about = told.filter(({ notice }) => notice.kind === 'summary-to-approve' && notice.summaryId === id)
    expect(about).toHaveLength(1)
  })

  it('is approved by the Sponsor alone, and only as the Sponsor read it', async () => {
    const id = await aDraft()
    await edit(id, 1)
    await submitSummary(product.ports, id, writer())
    for (const other of [writer(), product.company.personas.organizer]) {
      expect(await approveSummary(product.ports, id, 2, other)).toMatchObject({ refused: 'not-sponsor' })
      expect(await sendBackSummary(product.ports, id, 'No', other)).toMatchObject({ refused: 'not-sponsor' })
    }
    expect(await edit(id, 2)).toMatchObject({ refused: 'not-drafted' })
    expect(await approveSummary(product.ports, id, 1, sponsor())).toMatchObject({
      refused: 'changed-meanwhile',
    })
    expect(await stateOf(id)).toBe('submitted')
  })

  it('comes back with a note, under a new number that the old approval does not fit', async () => {
    const id = await aDraft()
    await edit(id, 1)
    await submitSummary(product.ports, id, writer())
    const back = await sendBackSummary(product.ports, id, 'Shorter, please.', sponsor())
    expect(back).toMatchObject({ state: 'drafted', note: 'Shorter, please.', revision: 3 })
    await submitSummary(product.ports, id, writer())
    expect(await approveSummary(product.ports, id, 2, sponsor())).toMatchObject({
      refused: 'changed-meanwhile',
    })
    expect(await approveSummary(product.ports, id, 3, sponsor())).toMatchObject({ state: 'approved' })
  })

  it('approved twice at once is posted once', async () => {
    const id = await aDraft()
    await edit(id, 1)
    await submitSummary(product.ports, id, writer())
    const both = await Promise.all([1, 2].map(() => approveSummary(product.ports, id, 2, sponsor())))
    expect(both.filter((one) => 'refused' in one)).toHaveLength(1)
    await product.runJobs(3)
    expect(seen(id)).toEqual([1, 1, 1])
  })
})

describe('publishing', () => {
  it('by two instances at once posts once in each channel', async () => {
    const id = await approved()
    await Promise.allSettled([1, 2, 3].map(() => publishSummary(product.ports, id)))
    await afterTheLease()
    await Promise.allSettled([publishSummary(product.ports, id)])
    expect(seen(id)).toEqual([1, 1, 1])
    expect(await stateOf(id)).toBe('published')
  })

  it('keeps what its channels were called beside them, and posts by their ids alone', async () => {
    const id = await aDraft()
    const named = product.company.teams.slice(0, 3).map((team, i) => ({
      ...{ ...channels[i], teamName: team.displayName, channelName: team.channels[0]!.displayName },
    }))
    await edit(id, 1)
    await submitSummary(product.ports, id, writer())
    await approveSummary(product.ports, id, 2, sponsor())
    expect((await product.ports.store.summaries.get(id))?.channels).toEqual(named)
    const posts = await product.ports.store.posts.of(id)
    expect(posts).toHaveLength(channels.length)
    for (const { channel } of posts) expect(channels).toContainEqual(channel)
    product.waiting.length = 0
  })

  it('keeps no channel waiting for one without the bot', async () => {
    const { installedInTeams } = product.tenant.state
    const id = await approved()
    Set.prototype.delete.call(installedInTeams, channels[1]!.teamId)
    await publishSummary(product.ports, id)
    Set.prototype.add.call(installedInTeams, channels[1]!.teamId)
    expect(seen(id)).toEqual([1, 0, 1])
    expect(await postsOf(id)).toEqual(['posted', 'posted', 'refused'])
    expect(await stateOf(id)).toBe('published')
  })

  it('is not published when every channel refused, and the refused ones can be tried again', async () => {
    const { installedInTeams } = product.tenant.state
    const id = await approved()
    for (const { teamId } of channels) Set.prototype.delete.call(installedInTeams, teamId)
    await publishSummary(product.ports, id)
    expect(await stateOf(id)).toBe('approved')
    // Nothing to do until somebody asks: the look every minute leaves it alone.
    await pickUpStranded(product.ports)
    expect(product.waiting).not.toContainEqual({ name: 'post-summary', payload: { summaryId: id } })
    product.waiting.length = 0
    Set.prototype.add.call(installedInTeams, channels[0]!.teamId)
    await postAgain(product.ports, id, writer())
    await product.runJobs(3)
    expect(await postsOf(id)).toEqual(['posted', 'refused', 'refused'])
    expect(await stateOf(id)).toBe('published')
    for (const { teamId } of channels) Set.prototype.add.call(installedInTeams, teamId)
    await Promise.all([1, 2].map(() => postAgain(product.ports, id, writer())))
    await product.runJobs(3)
    expect(seen(id)).toEqual([1, 1, 1])
    expect(await stateOf(id)).toBe('published')
  })

  it('is not posted again by itself after an answer that was lost, but once somebody looked', async () => {
    const id = await approved()
    const lost = { service: 'teams', path: /^POST \/v3\/conversations$/ } as const
    product.tenant.state.faults.push(
      { ...lost, kind: 'drop-after', times: 1 },
      { ...lost, kind: 'error-after', status: 504, times: 1 },
      { ...lost, kind: 'drop-before', times: 1 },
    )
    await expect(publishSummary(product.ports, id)).rejects.toThrow('3 channels')
    expect(seen(id).sort()).toEqual([0, 1, 1])
    // At once nobody can know: what was sent may still arrive.
    await expect(publishSummary(product.ports, id)).rejects.toThrow('3 channels')
    expect(seen(id).sort()).toEqual([0, 1, 1])
    expect(await postsOf(id)).toEqual(['posting', 'posting', 'posting'])
    await afterTheLease()
    await publishSummary(product.ports, id)
    expect(seen(id).sort()).toEqual([0, 1, 1])
    expect(await postsOf(id)).toEqual(['unknown', 'unknown', 'unknown'])
    // Nobody's work any more but a person's.
    await pickUpStranded(product.ports)
    expect(product.waiting).not.toContainEqual({ name: 'post-summary', payload: { summaryId: id } })
    expect(await stateOf(id)).toBe('approved')
    await lookInEveryChannel(id)
    expect(seen(id)).toEqual([1, 1, 1])
    expect(await postsOf(id)).toEqual(['posted', 'posted', 'posted'])
    expect(await stateOf(id)).toBe('published')
  })

  it('takes the first of two answers about a channel, and writes down who gave it', async () => {
    const id = await unknownEverywhere()
    const answers = [true, false].map((isThere) =>
      settlePost(product.ports, id, { channel: channels[0]!, isThere }, writer()),
    )
    await Promise.all(answers)
    await product.runJobs(3)
    const lines = (await product.ports.store.audit.list(500)).filter(
      ({ subject, action }) => subject === id && /seen-in-channel|posted-again/.test(action),
    )
    // Which of two at once comes first is the database's to say: it is there, or it is wanted once more although it is there.
    const first = lines[0]?.action === 'summary-posted-again' ? 2 : 1
    expect(seen(id)).toEqual([first, 1, 1])
    expect(lines).toMatchObject([{ actorId: writer(), detail: { channel: channels[0]!.channelId } }])
  })

  it('cannot be settled before anything was approved, nor in a channel that was never chosen', async () => {
    const id = await aDraft()
    const at = { channel: channels[0]!, isThere: false }
    expect(await settlePost(product.ports, id, at, writer())).toMatchObject({ refused: 'not-published' })
    const other = { ...at, channel: { teamId: 't', channelId: 'c' } }
    const sent = await unknownEverywhere()
    expect(await settlePost(product.ports, sent, other, writer())).toMatchObject({ refused: 'not-found' })
    expect(await settlePost(product.ports, 'none', at, writer())).toMatchObject({ refused: 'not-found' })
  })

  it('does not post again while a post of somebody who gave up waiting is still on its way', async () => {
    const id = await approved()
    // The worker's connection breaks, yet Teams goes on with what it was sent.
    const { messenger } = product.ports
    const late: Promise<unknown>[] = []
    const breaking: typeof messenger = {
      ...messenger,
      async toChannel(...args) {
        late.push(new Promise((resolve) => setTimeout(resolve, 300)).then(() => messenger.toChannel(...args)))
        throw Object.assign(new Error('no answer'), { name: 'ChannelFault', status: 0 })
      },
    }
    await expect(publishSummary({ ...product.ports, messenger: breaking }, id)).rejects.toThrow()
    await expect(publishSummary(product.ports, id)).rejects.toThrow()
    await Promise.all(late)
    await afterTheLease()
    await publishSummary(product.ports, id)
    expect(seen(id)).toEqual([1, 1, 1])
    expect(await postsOf(id)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  it('does not begin to post when its time is nearly over', async () => {
    const id = await approved()
    const { messenger } = product.ports
    // What comes before it took so long that the post may count as unknown by now.
    const store = product.ports.store
    const slowStore = {
      ...store,
      cohorts: {
        ...store.cohorts,
        async get(cohort: string) {
          await afterTheLease()
          return store.cohorts.get(cohort)
        },
      },
    }
    await expect(publishSummary({ ...product.ports, store: slowStore, messenger }, id)).rejects.toThrow()
    expect(seen(id)).toEqual([0, 0, 0])
    await publishSummary(product.ports, id)
    expect(seen(id)).toEqual([1, 1, 1])
  })

  it('is taken up by the next look when its worker died, in every channel but the one it was at', async () => {
    const id = await approved()
    const key = (await product.ports.store.posts.of(id))[0]!.key
    await product.ports.store.posts.claim(key, leaseMs)
    await afterTheLease()
    await pickUpStranded(product.ports)
    await product.runJobs(3)
    expect(seen(id).sort()).toEqual([0, 1, 1])
    expect(await postsOf(id)).toEqual(['posted', 'posted', 'unknown'])
    await lookInEveryChannel(id)
    expect(seen(id)).toEqual([1, 1, 1])
  })
})

describe('withdrawing', () => {
  it('says which posts it cannot take out: those that nobody heard of', async () => {
    const id = await unknownEverywhere()
    await settlePost(product.ports, id, { channel: channels[0]!, isThere: true }, writer())
    await product.runJobs(3)
    expect(await stateOf(id)).toBe('published')
    await withdrawSummary(product.ports, id, sponsor())
    const whys = (await product.ports.store.posts.of(id)).map(({ why }) => why)
    expect(whys).toEqual(['by-hand', 'by-hand', 'by-hand'])
    const late = await settlePost(product.ports, id, { channel: channels[1]!, isThere: false }, writer())
    expect(late).toMatchObject({ refused: 'not-published' })
  })

  it('takes it out of every channel, pressed twice or not, and cannot be done before', async () => {
    const id = await approved()
    expect(await withdrawSummary(product.ports, id, sponsor())).toMatchObject({ refused: 'not-published' })
    await publishSummary(product.ports, id)
    await Promise.all([1, 2].map(() => withdrawSummary(product.ports, id, sponsor())))
    expect(seen(id)).toEqual([0, 0, 0])
    expect(await stateOf(id)).toBe('withdrawn')
    expect(await postsOf(id)).toEqual(['removed', 'removed', 'removed'])
  })
})
