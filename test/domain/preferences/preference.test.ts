/** The life of a request, and that the asker cannot tell a "not now" from silence, whatever happens in whatever order. */
import { describe, expect, it } from '@jest/globals'
import {
  accept,
  close,
  expire,
  keepAgain,
  leaveOpen,
  type PairRequest,
  requestUntil,
  seenByAsked,
  seenByAsker,
  setAside,
  waitsForAnswer,
  whyTwo,
  withdraw,
} from '../../../bot/domain/preferences/preference.ts'
import { usualWays } from '../../../bot/domain/program/ways-to-match.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import fc from '../../support/properties.ts'

const start = new Date('2026-11-21T09:00:00Z')
const at = (days: number) => new Date(start.getTime() + days * 86_400_000)
const fresh: PairRequest = {
  ...{ id: 'q', cohortId: 'c', fromId: 'ana', toId: 'ben', state: 'open' },
  askedAt: start,
  expiresAt: requestUntil(start, usualWays),
}

type Step = (request: PairRequest, now: Date) => PairRequest | Refusal
const steps: Record<string, Step> = {
  accept,
  setAside,
  expire,
  withdraw: (request) => withdraw(request),
  close: (request) => close(request),
  leaveOpen: (request) => leaveOpen(request),
  keepAgain: (request) => keepAgain(request),
}
const anyStory = fc.array(
  fc.record({ step: fc.constantFrom(...Object.keys(steps)), after: fc.integer({ min: 0, max: 3 }) }),
  { maxLength: 8 },
)

/** Every state the request was in, a refused step changes nothing. */
function told(story: { step: string; after: number }[]): PairRequest[] {
  let day = 0
  const states = [fresh]
  for (const { step, after } of story) {
    day += after
    const next = steps[step]!(states.at(-1)!, at(day))
    states.push(isRefused(next) ? states.at(-1)! : next)
  }
  return states
}

describe('a request', () => {
  it('waits seven days unless the Cohort says otherwise', () => {
    expect(fresh.expiresAt).toEqual(at(7))
    expect(requestUntil(start, { ...usualWays, requestDays: 30 })).toEqual(at(30))
  })

  it('looks to the asker the same with and without every "not now" in its story', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        let day = 0
        const [said, silent] = [[fresh], [fresh]]
        for (const { step, after } of story) {
          day += after
          const go = (states: PairRequest[], take: Step) => {
            const next = take(states.at(-1)!, at(day))
            states.push(isRefused(next) ? states.at(-1)! : next)
          }
          go(said, steps[step]!)
          go(silent, step === 'setAside' ? (request) => request : steps[step]!)
        }
        expect(said.map(seenByAsker)).toEqual(silent.map(seenByAsker))
      }),
    )
  })

  it('that is over never comes back, and is accepted by nobody', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const states = told(story)
        const over = states.findIndex((one) => !waitsForAnswer(one))
        if (over < 0) return
        // What both want stays what both want, held together by a pin or not.
        const kept = states.slice(over).map(({ state }) => (state === 'left-open' ? 'accepted' : state))
        expect(new Set(kept).size).toBe(1)
      }),
    )
  })

  it('is not accepted any more from the moment its time is over, before anybody noticed', () => {
    expect(accept(fresh, at(6.99))).toMatchObject({ state: 'accepted' })
    expect(accept(fresh, at(7))).toEqual({ refused: 'no-longer-open' })
    expect(setAside(fresh, at(7))).toEqual({ refused: 'no-longer-open' })
  })

  it('may be thought over: after "not now" it can still be accepted', () => {
    const aside = setAside(fresh, at(1)) as PairRequest
    expect([seenByAsker(aside), seenByAsked(aside)]).toEqual(['waiting', 'set-aside'])
    expect(accept(aside, at(2))).toMatchObject({ state: 'accepted' })
  })

  it('that both want is left open when nobody holds the two together, and no other ever is', () => {
    const agreed = accept(fresh, at(1)) as PairRequest
    const open = leaveOpen(agreed)
    expect([seenByAsker(open), seenByAsked(open)]).toEqual(['left-open', 'left-open'])
    expect(keepAgain(open)).toEqual(agreed)
    for (const other of [fresh, setAside(fresh, at(1)) as PairRequest, expire(fresh, at(8))])
      expect(leaveOpen(other)).toBe(other)
  })

  it('has no word for no in what the asker sees', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const one of told(story))
          expect(['waiting', 'accepted', 'left-open', 'no-answer', 'withdrawn']).toContain(seenByAsker(one))
      }),
    )
  })
})

describe('what speaks for two people', () => {
  it('tells nothing of grades, waiting, ratings or rankings, and no points', () => {
    const parts = [
      { part: 'base', points: 10 },
      { part: 'interests', points: 25, detail: { interests: 'chess' } },
      { part: 'topic', points: 80, detail: { topics: 'ai-tools', worth: 2 } },
      { part: 'seniority-gap', points: 90, detail: { grades: 5 } },
      { part: 'waiting', points: 40, detail: { cohorts: 1 } },
      { part: 'rating', points: 12, detail: { byMentor: 9 } },
      { part: 'preference', points: 100 },
      { part: 'hours', points: 0 },
    ]
    expect(whyTwo(parts)).toEqual([
      { part: 'topic', detail: { topics: 'ai-tools', worth: 2 } },
      { part: 'interests', detail: { interests: 'chess' } },
    ])
  })
})
