/** An idea goes one way: both agree, somebody decides, something comes of it. Every other step is refused and changes nothing. */
import { describe, expect, it } from '@jest/globals'
import {
  closeIdea,
  decideIdea,
  type Idea,
  type IdeaState,
  isDecided,
  isShared,
  keepIdea,
  mayOwnIdea,
  mayWriteIdea,
  mostIdeas,
  shareIdea,
} from '../../../bot/domain/meeting/idea.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'

const at = new Date('2026-03-02T09:00:00Z')
const later = new Date('2026-03-09T09:00:00Z')
const pair = (state: Pairing['state'] = 'active') =>
  ({ id: 'p', mentorId: 'ana', menteeId: 'ben', state }) as Pairing
const written = {
  ...{ id: 'i', cohortId: 'c', pairingId: 'p', writerId: 'ana', withNames: true, wroteAt: at },
  ...{ title: 'Ask the newest first', what: 'In each round the newest speaks first' },
}
const decision = {
  sharedAt: at,
  decidedAt: at,
  decidedById: 'olga',
  reason: 'It costs nothing',
  ownerId: 'kim',
}
const inState: Record<IdeaState, Idea> = {
  asked: { ...written, state: 'asked' },
  kept: { ...written, state: 'kept' },
  shared: { ...written, state: 'shared', sharedAt: at },
  later: { ...written, ...decision, state: 'later' },
  'going-ahead': { ...written, ...decision, state: 'going-ahead' },
  'not-now': { ...written, ...decision, state: 'not-now' },
  done: { ...written, ...decision, state: 'done', outcome: 'Every team does it', closedAt: at },
}
const decide = (state: IdeaState, to: 'going-ahead' | 'later' | 'not-now', given = {}) =>
  decideIdea(inState[state], { decision: to, reason: 'Because', ownerId: 'kim', ...given }, 'olga', later)

/** What each step makes of each state; what is not here is refused. */
const steps: Record<
  string,
  { act: (state: IdeaState) => unknown; leads: Partial<Record<IdeaState, IdeaState>> }
> = {
  share: {
    act: (state) => shareIdea(inState[state], pair(), 'ben', true, later),
    leads: { asked: 'shared' },
  },
  keep: {
    act: (state) => keepIdea(inState[state], pair(), 'ben'),
    leads: { asked: 'kept', shared: 'kept' },
  },
  'take back': {
    act: (state) => keepIdea(inState[state], pair(), 'ana'),
    leads: { asked: 'kept', shared: 'kept' },
  },
  'go ahead': {
    act: (state) => decide(state, 'going-ahead'),
    leads: { shared: 'going-ahead', later: 'going-ahead' },
  },
  'put off': { act: (state) => decide(state, 'later'), leads: { shared: 'later' } },
  'say no': { act: (state) => decide(state, 'not-now'), leads: { shared: 'not-now', later: 'not-now' } },
  close: {
    act: (state) => closeIdea(inState[state], 'Every team does it', later),
    leads: { 'going-ahead': 'done' },
  },
}

describe('the way of an idea', () => {
  const cells = Object.entries(steps).flatMap(([step, { act, leads }]) =>
    (Object.keys(inState) as IdeaState[]).map((state) => [step, state, leads[state], act] as const),
  )
  it.each(cells)('%s from %s: %p', (_, state, to, act) => {
    const result = act(state) as Idea
    if (to) expect(result.state).toBe(to)
    else expect(isRefused(result)).toBe(true)
  })

  it('what nobody agreed to share is not there for whoever decides', () => {
    for (const state of ['asked', 'kept'] as const) {
      expect(isShared(inState[state])).toBe(false)
      expect(decide(state, 'not-now')).toEqual({ refused: 'not-found' })
      expect(closeIdea(inState[state], 'Done', later)).toEqual({ refused: 'not-found' })
    }
  })

  it('whoever wrote it has agreed by writing, and cannot agree for the other; nor can anybody else', () => {
    expect(shareIdea(inState.asked, pair(), 'ana', true, later)).toEqual({ refused: 'not-yours' })
    expect(shareIdea(inState.asked, pair(), 'cy', true, later)).toEqual({ refused: 'not-found' })
    expect(keepIdea(inState.asked, pair(), 'cy')).toEqual({ refused: 'not-found' })
  })

  it('names take both', () => {
    const named = (hers: boolean, his: boolean) => {
      const asked = { ...inState.asked, withNames: hers } as Idea
      return (shareIdea(asked, pair(), 'ben', his, later) as Idea).withNames
    }
    expect([named(true, true), named(true, false), named(false, true), named(false, false)]).toEqual([
      ...[true, false, false, false],
    ])
  })

  it('once the two have parted nothing new is shared, and what was may still be taken back until it is decided', () => {
    expect(shareIdea(inState.asked, pair('ended'), 'ben', true, later)).toEqual({ refused: 'no-longer-open' })
    expect(keepIdea(inState.shared, pair('ended'), 'ben')).toMatchObject({ state: 'kept' })
    for (const state of ['later', 'going-ahead', 'not-now', 'done'] as const) {
      expect(isDecided(inState[state])).toBe(true)
      expect(keepIdea(inState[state], pair(), 'ben')).toEqual({ refused: 'no-longer-open' })
    }
  })

  it('taken back, nothing says that it was ever shared', () => {
    expect(keepIdea(inState.shared, pair(), 'ben')).not.toHaveProperty('sharedAt')
  })

  it('a decision says why, and going ahead says who', () => {
    expect(decide('shared', 'not-now', { reason: ' \u200b' })).toMatchObject({ refused: 'empty-text' })
    expect(decide('shared', 'going-ahead', { ownerId: undefined })).toMatchObject({
      refused: 'answer-missing',
    })
    expect(decide('later', 'not-now', { ownerId: undefined })).not.toHaveProperty('ownerId')
    expect(closeIdea(inState['going-ahead'], ' ', later)).toMatchObject({ refused: 'empty-text' })
  })
})

describe('writing one down', () => {
  const objectives = [{ text: 'Leaders ask first', topics: [] }]
  const may = (given = {}, state: Pairing['state'] = 'active', known = 0) =>
    mayWriteIdea(pair(state), { title: 'Ask', what: 'Ask first', ...given }, { objectives, known })
  it('takes a pair, a line, what to do, an objective that the Program has, and a list that can be read', () => {
    expect(may({ objective: 'Leaders ask first' })).toBe(true)
    expect(may({ objective: 'Sell more' })).toMatchObject({ refused: 'no-such-option' })
    expect(may({ title: ' ' })).toMatchObject({ refused: 'empty-text', detail: { field: 'title' } })
    expect(may({ what: ' ' })).toMatchObject({ refused: 'empty-text', detail: { field: 'what' } })
    expect(may({}, 'ended')).toEqual({ refused: 'no-longer-open' })
    expect(may({}, 'active', mostIdeas)).toEqual({ refused: 'list-full' })
  })
})

describe('whoever takes on an idea', () => {
  const leads = (above: string, below: string) =>
    above === 'unclear' ? undefined : above === 'boss' && below === 'cy'
  const may = (ownerId: string, withNames: boolean) =>
    mayOwnIdea({ withNames }, ownerId, ['ana', 'ben', 'cy'], leads)
  it('leads none of all who were paired, where it has no names; a "no" is the same whichever pair it is of', () => {
    expect([may('kim', false), may('ana', false)]).toEqual([true, true])
    expect(may('boss', false)).toEqual({ refused: 'idea-owner-leads' })
    expect(may('unclear', false)).toEqual({ refused: 'idea-owner-leads' })
    expect([may('boss', true), may('unclear', true)]).toEqual([true, true])
  })
})
