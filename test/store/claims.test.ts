/** One worker at a time for a Hold, a Notice and a post, and one row for what must be there once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Summary } from '../../bot/domain/publishing/summary.ts'
import type { RequestedHold } from '../../bot/domain/scheduling/hold.ts'
import { ageClaims } from '../support/leases.ts'
import { aProposal, approved, later, morning, openStore, type TestStore, withCohorts } from './builders.ts'

const leaseMs = 60_000
let store: TestStore
beforeAll(async () => {
  store = await openStore()
  await withCohorts(store, 'cohort', 'next')
})
afterAll(() => store.close())

async function requestHold(id: string): Promise<RequestedHold> {
  await store.pairings.save(approved(aProposal(id, `mentor of ${id}`, `mentee of ${id}`)))
  const hold = {
    id,
    pairingId: id,
    revision: 1,
    attempts: 0,
    requestedAt: morning,
    state: 'requested',
  } as const
  await store.holds.save(hold)
  return hold
}

describe('the claim on a Hold', () => {
  it('goes to one of two that ask at once', async () => {
    await requestHold('one')
    const asked = Array.from({ length: 5 }, () => store.holds.claim('one', leaseMs))
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1)
  })

  it('is taken over when it has run out, and then stays with whom it went to', async () => {
    await requestHold('two')
    const first = await store.holds.claim('two', leaseMs)
    await ageClaims(store.database, leaseMs / 2)
    expect(await store.holds.claim('two', leaseMs)).toBeUndefined()
    await ageClaims(store.database, leaseMs)
    const second = await store.holds.claim('two', leaseMs)
    // The first one comes back from wherever it was, and gives up what it no longer has.
    await store.holds.release('two', first!)
    expect(await store.holds.claim('two', leaseMs)).toBeUndefined()
    await store.holds.release('two', second!)
    expect(await store.holds.claim('two', leaseMs)).toBeInstanceOf(Date)
  })

  it('survives what is written to the Hold meanwhile', async () => {
    const hold = await requestHold('three')
    await store.holds.claim('three', leaseMs)
    await store.holds.save({ ...hold, attempts: 1 })
    expect(await store.holds.claim('three', leaseMs)).toBeUndefined()
  })

  it('leaves as stranded what nobody has had for a while', async () => {
    await requestHold('four')
    await requestHold('five')
    await store.holds.claim('five', leaseMs)
    const stranded = async (minutes: number) =>
      (await store.holds.stranded(later(minutes))).map(({ id }) => id)
    expect(await stranded(-1)).toEqual([])
    expect(await stranded(10)).toContain('four')
    expect(await stranded(10)).not.toContain('five')
    await ageClaims(store.database, leaseMs + 1000)
    expect(await stranded(10)).toEqual(expect.arrayContaining(['four', 'five']))
  })
})

describe('Holds of Pairings that have ended', () => {
  it('are named until they are released', async () => {
    const hold = await requestHold('six')
    const pairing = (await store.pairings.get('six'))!
    expect(await store.holds.unreleased(later(60))).not.toContain('six')
    const approval = { approvedBy: 'organizer', approvedAt: morning }
    await store.pairings.save({
      ...pairing,
      ...approval,
      state: 'ended',
      endedAt: later(5),
      endedBy: 'organizer',
    })
    expect(await store.holds.unreleased(later(1))).not.toContain('six')
    expect(await store.holds.unreleased(later(60))).toContain('six')
    await store.holds.save({ ...hold, state: 'released', releasedAt: later(6) })
    expect(await store.holds.unreleased(later(60))).not.toContain('six')
  })
})

describe('a Notice', () => {
  const decision = { kind: 'decision', decision: 'approve', programName: 'Reverse' } as const

  it('is intended once under its key, whatever is said later', async () => {
    expect(await store.notices.intend('n1', 'ana', decision)).toBe(true)
    expect(await store.notices.intend('n1', 'ben', { ...decision, decision: 'decline' })).toBe(false)
    expect(await store.notices.get('n1')).toMatchObject({
      personId: 'ana',
      notice: decision,
      state: 'waiting',
    })
  })

  it('is sent by one of two at once, and by another only when that one is taken for dead', async () => {
    await store.notices.intend('n2', 'ana', decision)
    const both = await Promise.all([1, 2].map(() => store.notices.claim('n2', leaseMs)))
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await store.notices.claim('n2', leaseMs)).toBeUndefined()
    await ageClaims(store.database, leaseMs + 1000)
    const taken = await store.notices.claim('n2', leaseMs)
    expect(taken).toMatchObject({ state: 'sending', attempts: 2 })
    await store.notices.save({ ...taken!, state: 'sent', conversationId: 'c', activityId: 'a' })
    expect(await store.notices.claim('n2', 0)).toBeUndefined()
  })

  it('brings its dates back as dates', async () => {
    const partner = { id: 'ben', name: 'Ben' }
    const asked = {
      kind: 'check-in',
      sessionId: 's',
      number: 1,
      partner,
      startedAt: morning,
      timeZone: 'UTC',
    } as const
    await store.notices.intend('n3', 'ana', asked)
    expect((await store.notices.get('n3'))?.notice).toEqual(asked)
  })
})

describe('a post', () => {
  const channel = { teamId: 'team', channelId: 'channel' }
  const summary: Summary = {
    id: 'summary',
    cohortId: 'cohort',
    state: 'approved',
    revision: 2,
    title: 'Title',
    body: 'Body',
    figures: [],
    channels: [channel],
    writers: ['author'],
    sponsorId: 'sponsor',
    authorId: 'author',
    changedAt: morning,
    approvedBy: 'sponsor',
    approvedAt: morning,
  }

  it('is claimed by one, and by nobody else once its worker may have posted it', async () => {
    await store.summaries.save(summary)
    await store.posts.save({ key: 'p1', summaryId: 'summary', channel, state: 'waiting', attempts: 0 })
    const both = await Promise.all([1, 2].map(() => store.posts.claim('p1', leaseMs)))
    const won = both.filter((claim) => claim !== undefined)
    expect(won).toHaveLength(1)
    expect(won[0]).toMatchObject({ attempts: 1, state: 'posting', channel })
    expect(await store.posts.claim('p1', leaseMs)).toBeUndefined()
    await ageClaims(store.database, leaseMs + 1000)
    // Nobody takes it up: its worker may have posted.
    expect(await store.posts.claim('p1', leaseMs)).toBeUndefined()
    expect(await store.posts.of('summary')).toContainEqual(
      expect.objectContaining({ key: 'p1', state: 'unknown' }),
    )
  })

  it('is not claimed again once it is posted, refused, removed or not known', async () => {
    for (const state of ['posted', 'refused', 'removed', 'unknown'] as const) {
      await store.posts.save({
        key: state,
        summaryId: 'summary',
        channel,
        state,
        attempts: 1,
        claimedAt: morning,
      })
      expect(await store.posts.claim(state, 0)).toBeUndefined()
    }
  })

  it('keeps its Summary among the unpublished ones until that is published in every channel that takes it', async () => {
    expect(await store.summaries.unpublished()).toContain('summary')
    await store.summaries.save({ ...summary, state: 'published', publishedAt: later(9) })
    // Not known is a person's work, not the product's, until they have said what is there.
    expect(await store.summaries.unpublished()).not.toContain('summary')
    await store.posts.save({ key: 'p1', summaryId: 'summary', channel, state: 'waiting', attempts: 1 })
    // A channel that is tried again is still on its way.
    expect(await store.summaries.unpublished()).toContain('summary')
    await store.posts.save({ key: 'p1', summaryId: 'summary', channel, state: 'posted', attempts: 2 })
    expect(await store.summaries.unpublished()).not.toContain('summary')
  })
})

describe('pairs', () => {
  it('may be proposed in two Cohorts, and be real in one', async () => {
    await store.pairings.save(aProposal('a1', 'mo', 'ed'))
    await store.pairings.save(aProposal('b1', 'mo', 'ed', 'next'))
    await store.pairings.save(approved(aProposal('a1', 'mo', 'ed')))
    await expect(store.pairings.save(approved(aProposal('b1', 'mo', 'ed', 'next')))).rejects.toThrow()
  })

  it('are proposed once in a Cohort', async () => {
    await store.pairings.save(aProposal('c1', 'di', 'ed'))
    await expect(store.pairings.save(aProposal('c2', 'di', 'ed'))).rejects.toThrow()
  })

  it('give way to new proposals unless they were approved', async () => {
    await withCohorts(store, 'third')
    await store.pairings.save(approved(aProposal('kept', 'x', 'y', 'third')))
    await store.pairings.save(aProposal('old', 'u', 'v', 'third'))
    await store.pairings.replaceProposals('third', [
      aProposal('new', 'u', 'w', 'third'),
      aProposal('again', 'u', 'v', 'third'),
    ])
    const now = (await store.pairings.list('third')).map(({ id, state }) => `${id} ${state}`)
    expect(now.sort()).toEqual(['again proposed', 'kept approved', 'new proposed'])
    expect(await store.pairings.get('old')).toBeUndefined()
  })

  it('count as earlier ones when they were real, in any Cohort, and not when only proposed', async () => {
    const earlier = (await store.pairings.earlier()).map(String)
    expect(earlier).toEqual(expect.arrayContaining(['x,y', 'mo,ed']))
    expect(earlier).not.toContain('di,ed')
  })
})

describe('wishes', () => {
  it('are one for a pair: a later one replaces it, and it can be taken back', async () => {
    const pair = { cohortId: 'cohort', mentorId: 'mo', menteeId: 'ed' }
    await store.wishes.set({ ...pair, kind: 'pin' })
    await store.wishes.set({ ...pair, kind: 'forbid' })
    await store.wishes.set({ ...pair, menteeId: 'al', kind: 'pin' })
    const list = await store.wishes.list('cohort')
    expect(list).toHaveLength(2)
    expect(list).toContainEqual({ ...pair, kind: 'forbid' })
    await store.wishes.clear('cohort', 'mo', 'ed')
    expect(await store.wishes.list('cohort')).toEqual([{ ...pair, menteeId: 'al', kind: 'pin' }])
  })
})

describe('activities of Teams', () => {
  it('are seen for the first time once, and forgotten after a day', async () => {
    const what = ['19:a@thread.tacv2', '1700000000000']
    const answers = await Promise.all([1, 2, 3].map(() => store.reachable.firstSeen(what)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    // By the database's clock, whatever the product's says.
    await store.database.query(`update seen_activities set at = at - interval '23 hours'`)
    expect(await store.reachable.firstSeen(what)).toBe(false)
    await store.database.query(`update seen_activities set at = at - interval '61 minutes'`)
    expect(await store.reachable.firstSeen(what)).toBe(true)
  })

  it('are others in another conversation, and of one length however long their ids are', async () => {
    const id = '1700000000001'
    expect(await store.reachable.firstSeen(['19:a@thread.tacv2', id])).toBe(true)
    expect(await store.reachable.firstSeen(['19:b@thread.tacv2', id])).toBe(true)
    expect(await store.reachable.firstSeen(['19:b@thread.tacv2 1', '700000000001'])).toBe(true)
    expect(await store.reachable.firstSeen(['19:a'.repeat(5000), id])).toBe(true)
    const { rows } = await store.database.query('select distinct length(id) as length from seen_activities')
    expect(rows).toEqual([{ length: 43 }])
  })
})
