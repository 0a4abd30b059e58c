/** Sessions in a row that did not take place. */
import { describe, expect, it } from '@jest/globals'
import type { Repair } from '../../bot/domain/repair.ts'
import type { Session } from '../../bot/domain/session.ts'
import { rungsOf, stallOf } from '../../bot/domain/stall.ts'

const now = new Date('2026-06-01T12:00:00Z')

/** h held · m missed · ? over and unanswered · d declined · c called off · w gone with its Pairing · . ahead */
function arc(signs: string): Session[] {
  return [...signs].map((sign, i) => {
    const isAhead = sign === '.'
    const startsAt = new Date(now.getTime() + (isAhead ? 1 : -1) * (i + 1) * 86_400_000)
    const state = { h: 'held', m: 'missed', c: 'cancelled', w: 'cancelled' }[sign] ?? 'planned'
    return {
      id: `s${i + 1}`,
      holdId: 'h',
      pairingId: 'p',
      number: i + 1,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_000_000),
      state: state as Session['state'],
      ...(sign === 'd' || sign === 'c' ? { declinedBy: 'ben' } : {}),
    }
  })
}

describe('a stall', () => {
  it.each([
    ['hh..', undefined],
    ['m...', { since: 1, length: 1 }],
    ['hmm.', { since: 2, length: 2 }],
    ['mmh.', undefined],
    ['mhm.', { since: 3, length: 1 }],
    ['dc..', { since: 1, length: 2 }],
    ['m?m.', { since: 1, length: 2 }],
    ['??..', undefined],
    ['mw..', { since: 1, length: 1 }],
  ])('in %s', (signs, expected) => {
    expect(stallOf(arc(signs), [], now)).toEqual(expected)
  })

  it('does not count a Session that is being put right', () => {
    const repair: Repair = {
      id: 'r',
      sessionId: 's2',
      round: 1,
      state: 'open',
      reason: 'declined',
      options: [],
      openedAt: now,
    }
    expect(stallOf(arc('md.'), [repair], now)).toEqual({ since: 1, length: 1 })
    expect(stallOf(arc('md.'), [{ ...repair, state: 'expired' }], now)).toEqual({ since: 1, length: 2 })
  })

  it('climbs only rungs the program has', () => {
    expect(rungsOf({ since: 1, length: 2 }, { pair: 1, organizer: 2 })).toEqual(['pair', 'organizer'])
    expect(rungsOf({ since: 1, length: 9 }, { pair: 2, organizer: 3 })).not.toContain('sponsor')
    expect(rungsOf({ since: 1, length: 3 }, { pair: 1, organizer: 2, sponsor: 3 })).toContain('sponsor')
  })
})
