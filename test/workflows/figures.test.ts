/** Figures hide when too few people stand behind them, and nothing lets a hidden one be worked out. */
import { describe, expect, it } from '@jest/globals'
import type { CheckIn } from '../../bot/domain/check-in.ts'
import { type CohortFacts, figuresOf, keptOf, threshold } from '../../bot/domain/metrics.ts'
import { healthOf } from '../../bot/domain/pair-health.ts'
import type { Participant } from '../../bot/domain/participant.ts'
import type { Session } from '../../bot/domain/session.ts'
import fc from '../support/properties.ts'

const now = new Date('2027-03-01T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const participant = (personId: string, side: 'mentor' | 'mentee') =>
  ({ id: personId, personId, side, state: 'approved', capacity: 1 }) as Participant
const session = (number: number, state: Session['state'], ended: number): Session => ({
  id: `s${number}`,
  holdId: 'h',
  pairingId: 'p',
  number,
  startsAt: daysAgo(ended),
  endsAt: daysAgo(ended),
  state,
})
const answered = (sessionId: string, personId: string, worth: number): CheckIn => ({
  sessionId,
  personId,
  state: 'answered',
  askedAt: daysAgo(1),
  answeredAt: now,
  answer: { held: true, worth, obstacle: 'nothing' },
})

/** Some Mentors and Mentees, and who of them rated how many Sessions how well. */
const facts = fc
  .record({
    mentors: fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), { maxLength: 9 }),
    mentees: fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), { maxLength: 9 }),
  })
  .map(({ mentors, mentees }): CohortFacts => {
    const of = (side: 'mentor' | 'mentee', all: number[][]) =>
      all.map((_, index) => participant(`${side}${index}`, side))
    const rated = (side: string, all: number[][]) =>
      all.flatMap((worths, index) => worths.map((worth, at) => answered(`s${at}`, `${side}${index}`, worth)))
    return {
      participants: [...of('mentor', mentors), ...of('mentee', mentees)],
      pairings: [],
      sessions: [],
      checkIns: [...rated('mentor', mentors), ...rated('mentee', mentees)],
      now,
    }
  })

describe('figures of a Cohort', () => {
  it('have neither value nor number when fewer than five people stand behind them', () => {
    fc.assert(
      fc.property(facts, (some) => {
        for (const { key, value, n } of figuresOf(some)) {
          if (value === undefined) expect(n).toBeUndefined()
          else expect(n).toBeGreaterThanOrEqual(threshold)
          if (!key.startsWith('session-value') || value === undefined) continue
          const side = key === 'session-value' ? '' : key.slice('session-value-'.length, -1)
          const people = new Set(some.checkIns.map((one) => one.personId).filter((id) => id.startsWith(side)))
          expect(people.size).toBeGreaterThanOrEqual(threshold)
        }
      }),
    )
  })

  it('never show both sides together and one of them, while the other is hidden', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const shown = new Set(figuresOf(some).flatMap((one) => (one.value === undefined ? [] : [one.key])))
        const sides = [shown.has('session-value-mentors'), shown.has('session-value-mentees')]
        if (shown.has('session-value')) expect(sides[0]).toBe(sides[1])
      }),
    )
  })

  it('say nothing rather than nought of nothing', () => {
    for (const figure of figuresOf({ participants: [], pairings: [], sessions: [], checkIns: [], now }))
      expect(figure).not.toHaveProperty('value')
  })
})

describe('the hold-kept rate', () => {
  const of = (...sessions: Session[]) => {
    const facts = { participants: [], pairings: [], sessions, checkIns: [], now }
    return figuresOf(facts).find(({ key }) => key === 'hold-kept')
  }
  const met = (number: number) => session(number, 'held', 7)

  it('leaves out Sessions that nobody has answered for yet, however many they are', () => {
    const kept = [1, 2, 3, 4].map(met)
    const silent = Array.from({ length: 40 }, (_, n) => session(10 + n, 'planned', 1))
    expect(of(...kept, session(5, 'missed', 7), ...silent)).toMatchObject({ value: 80, n: 5 })
    expect(keptOf([...kept, ...silent], now)).toEqual({ kept: 4, settled: 4, open: 40 })
  })

  it('counts what was called off, or declined and never repaired, as lost', () => {
    const declined = { ...session(4, 'planned', 1), declinedBy: 'm' }
    const calledOff = { ...session(5, 'cancelled', 1), declinedBy: 'm' }
    expect(of(met(1), met(2), met(3), declined, calledOff)).toMatchObject({ value: 60, n: 5 })
  })

  it('counts what moved within seven days as kept, what moved further as lost, and what ended with its pair not at all', () => {
    const movedBy = (number: number, days: number) => ({ ...met(number), movedFrom: daysAgo(7 + days) })
    const ended = session(9, 'cancelled', 1)
    expect(of(met(1), met(2), met(3), movedBy(4, 7), movedBy(5, 8), ended)).toMatchObject({ value: 80, n: 5 })
  })

  it('knows nothing yet of a Session that is still to come, even when it was declined', () => {
    expect(keptOf([{ ...session(1, 'planned', -3), declinedBy: 'm' }], now)).toEqual({
      ...{ kept: 0, settled: 0, open: 0 },
    })
  })
})

describe('the health of a pair', () => {
  const missed = (sessionId: string): CheckIn => ({ sessionId, personId: 'a', state: 'missed' })

  it('is new before anything was due, and while nobody has answered', () => {
    expect(healthOf([session(1, 'planned', -7)], [], now).health).toBe('new')
    expect(healthOf([session(1, 'planned', 1)], [], now).health).toBe('new')
  })

  it('is on track while they meet', () => {
    const sessions = [session(1, 'held', 21), session(2, 'planned', -1)]
    const health = healthOf(sessions, [answered('s1', 'a', 5)], now)
    expect(health).toMatchObject({ health: 'on-track', held: 1, due: 1, next: sessions[1]!.startsAt })
  })

  it('is watched after one missed Session and stalled after two in a row', () => {
    const one = [session(1, 'held', 42), session(2, 'missed', 21), session(3, 'planned', -1)]
    expect(healthOf(one, [answered('s1', 'a', 5), missed('s2')], now).health).toBe('watch')
    const two = [session(1, 'missed', 42), session(2, 'missed', 21), session(3, 'planned', -1)]
    expect(healthOf(two, [missed('s1'), missed('s2')], now).health).toBe('stalled')
  })
})
