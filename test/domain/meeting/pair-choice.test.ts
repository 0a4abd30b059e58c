import { describe, expect, it } from '@jest/globals'
import { choiceOf, goOn, type PairEnding } from '../../../bot/domain/meeting/pair-choice.ts'

const said = (...all: (string | undefined)[]) =>
  choiceOf(all.map((next) => (next === undefined ? {} : { answers: { next } })))

describe('what two chose', () => {
  it.each([
    ['end', 'end', 'over'],
    ['end', 'continue', 'over'],
    ['end', 'keep-in-touch', 'over'],
    ['keep-in-touch', 'continue', 'over'],
    ['keep-in-touch', 'keep-in-touch', 'keep-in-touch'],
    ['continue', 'continue', 'continue'],
    ['continue', 'swap', 'continue'],
    ['swap', 'swap', 'swap'],
  ] as const)('%s and %s: %s, whichever side said which', (one, other, choice) => {
    expect(said(one, other)).toBe(choice)
    expect(said(other, one)).toBe(choice)
  })

  it('takes two who want it, and is nothing without any answer', () => {
    expect(said('continue', undefined)).toBe('over')
    expect(said(undefined, undefined)).toBeUndefined()
  })
})

describe('going on', () => {
  const at = new Date('2026-12-01T09:00:00Z')
  const ending: PairEnding = { pairingId: 'p', cohortId: 'c', choice: 'continue', at }
  const active = { state: 'active' } as const

  it('adds sessions in the rhythm that the two had, at least one', () => {
    const sessions = (months: number, cadenceWeeks: number) => {
      const gone = goOn(ending, active, { months, cadenceWeeks, at })
      return 'refused' in gone ? gone.refused : gone.more?.sessions
    }
    expect([sessions(3, 4), sessions(6, 2), sessions(1, 8)]).toEqual([3, 13, 1])
  })

  it('is refused to whoever did not both want it, has ended, or has chosen', () => {
    const how = { months: 2, cadenceWeeks: 4, at }
    expect(goOn(undefined, active, how)).toMatchObject({ refused: 'not-both' })
    for (const choice of ['over', 'swap', 'keep-in-touch'] as const)
      expect(goOn({ ...ending, choice }, active, how)).toMatchObject({ refused: 'not-both' })
    expect(goOn(ending, { state: 'completed' }, how)).toMatchObject({ refused: 'already-ended' })
    const more = { months: 1, sessions: 1, at }
    expect(goOn({ ...ending, more }, active, how)).toMatchObject({ refused: 'already-chosen' })
  })
})
