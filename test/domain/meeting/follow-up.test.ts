/** What an Organizer notes for a pair, and until when it is left alone. */
import { describe, expect, it } from '@jest/globals'
import { asideUntil, type FollowUp, readFollowUp } from '../../../bot/domain/meeting/follow-up.ts'

const now = new Date('2027-03-01T12:00:00Z')
const followUp = (at: string, until?: string): FollowUp => ({
  ...{ id: at, cohortId: 'c', pairingId: 'p', byId: 'ann', at: new Date(at) },
  ...(until ? { until } : {}),
})

describe('a note about a pair', () => {
  it('has words or a day, and no day that has passed or lies far away', () => {
    expect(readFollowUp({ note: '  Called both ' }, now)).toEqual({ note: 'Called both' })
    expect(readFollowUp({ until: '2027-03-02' }, now)).toEqual({ until: '2027-03-02' })
    expect(readFollowUp({ note: '   ' }, now)).toMatchObject({ refused: 'nothing-noted' })
    for (const until of ['2027-03-01', '2026-12-01'])
      expect(readFollowUp({ note: 'x', until }, now)).toMatchObject({ refused: 'date-in-the-past' })
    expect(readFollowUp({ until: '2028-03-02' }, now)).toMatchObject({ refused: 'too-far-ahead' })
  })
})

describe('a pair set aside', () => {
  it('comes back on its day by itself', () => {
    const list = [followUp('2027-02-20T09:00:00Z', '2027-03-02')]
    expect(asideUntil(list, now)).toBe('2027-03-02')
    expect(asideUntil(list, new Date('2027-03-02T00:00:00Z'))).toBeUndefined()
  })

  it('comes back when somebody notes something without a day, whatever the order in which they are read', () => {
    const [first, second] = [followUp('2027-02-20T09:00:00Z', '2027-03-05'), followUp('2027-02-21T09:00:00Z')]
    expect(asideUntil([second, first], now)).toBeUndefined()
  })
})
