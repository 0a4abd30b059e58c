import { describe, expect, it } from '@jest/globals'
import { momentsOfPair, sessionAhead } from '../../../bot/domain/meeting/timetable.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'
import fc from '../../support/properties.ts'

const day = 86_400_000
const start = Date.UTC(2026, 8, 7, 9)
const session = (number: number, atDay: number, state: Session['state'] = 'planned'): Session => ({
  ...{ id: `s${number}`, holdId: 'h', pairingId: 'p', number, state },
  ...{ startsAt: new Date(start + atDay * day), endsAt: new Date(start + atDay * day + 3_600_000) },
})
const pairing = (state: Pairing['state'], more: object = {}) =>
  ({ id: 'p', cohortId: 'c', mentorId: 'a', menteeId: 'b', state, ...more }) as unknown as Pairing
const due = (sessions: Session[], state: Pairing['state'] = 'active') =>
  Object.fromEntries(
    momentsOfPair(pairing(state), sessions).map(({ kind, dueAt }) => [kind, (dueAt.getTime() - start) / day]),
  )

describe('what is due in the life of a pair', () => {
  const six = [0, 21, 42, 63, 84, 105].map((at, k) => session(k + 1, at))

  it('is a first question a day after the first Session, the Midpoint at half time, and a last one after the end', () => {
    const { fit, midpoint, closing } = due(six)
    expect(due(six)['agreement']).toBe(19)
    expect(fit).toBeCloseTo(1.04, 1)
    expect(midpoint).toBeCloseTo(52.5, 1)
    expect(closing).toBeCloseTo(106, 1)
  })

  it('moves when Sessions move, and asks about the first one that took place', () => {
    const late = six.map((one) => ({
      ...one,
      endsAt: new Date(one.endsAt.getTime() + 14 * day),
      startsAt: new Date(one.startsAt.getTime() + 14 * day),
    }))
    expect(due(late)['midpoint']).toBeCloseTo(66.5, 1)
    expect(due([session(1, 0, 'missed'), ...six.slice(1)])['fit']).toBeCloseTo(22, 0)
    expect(due([session(1, 0, 'cancelled'), ...six.slice(1)])['fit']).toBeCloseTo(22, 0)
  })

  it('is a word on the working day before each Session that is still to come', () => {
    const ahead = (sessions: Session[]) =>
      momentsOfPair(pairing('active'), sessions).filter(({ kind }) => kind === 'ahead')
    const [first, ...rest] = six
    expect(ahead([{ ...first!, state: 'held' }, ...rest])).toHaveLength(5)
    for (const { key, dueAt, until } of ahead(six)) {
      const { sessionId, startsAt } = sessionAhead(key)
      expect(six.find(({ id }) => id === sessionId)!.startsAt).toEqual(startsAt)
      expect(until).toEqual(startsAt)
      expect([0, 6]).not.toContain(dueAt.getUTCDay())
      expect(until.getTime() - dueAt.getTime()).toBeGreaterThanOrEqual(day)
      expect(until.getTime() - dueAt.getTime()).toBeLessThanOrEqual(3 * day)
    }
  })

  it('is nothing for a pair that is not told yet, or parted before the end', () => {
    for (const state of ['proposed', 'approved', 'ended', 'declined'] as const)
      expect(due(six, state)).toEqual({})
    expect(due([])).toEqual({})
  })

  it('has no middle where there are two Sessions, and only the end once the Cohort has closed', () => {
    expect(Object.keys(due(six.slice(0, 2)))).toEqual(['agreement', 'fit', 'ahead', 'closing'])
    const endedAt = new Date(start + 40 * day)
    expect(momentsOfPair(pairing('completed', { endedAt }), six)).toMatchObject([
      { kind: 'closing', dueAt: endedAt },
    ])
  })

  it('keeps its order whatever the Sessions are, and one key for each', () => {
    const state = fc.constantFrom<Session['state']>('planned', 'held', 'missed', 'cancelled')
    const any = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), state), { maxLength: 14 })
    fc.assert(
      fc.property(any, (all) => {
        const moments = momentsOfPair(
          pairing('active'),
          all.map(([at, is], k) => session(k + 1, at, is)),
        )
        expect(new Set(moments.map(({ key }) => key)).size).toBe(moments.length)
        for (const { dueAt, until } of moments) expect(until.getTime()).toBeGreaterThan(dueAt.getTime())
        const [midpoint, closing] = ['midpoint', 'closing'].map((kind) =>
          moments.find((one) => one.kind === kind),
        )
        if (midpoint && closing) expect(midpoint.dueAt.getTime()).toBeLessThan(closing.dueAt.getTime())
      }),
    )
  })
})
