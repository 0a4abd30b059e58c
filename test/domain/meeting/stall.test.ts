/** Sessions in a row that did not take place. */
import { describe, expect, it } from '@jest/globals'
import type { CheckIn } from '../../../bot/domain/meeting/check-in.ts'
import { cameAsShown, cameToTwo, rungsOf, stallOf } from '../../../bot/domain/meeting/stall.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'

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

/** Both asked when the Session ended; `said` of them answered. */
const checkIns = (session: Session, said: number): CheckIn[] =>
  ['ana', 'ben'].map((personId, i) => ({
    sessionId: session.id,
    personId,
    state: i < said ? 'answered' : 'asked',
    askedAt: session.endsAt,
    ...(i < said ? { answer: { held: session.state === 'held', obstacle: 'nothing' as const } } : {}),
  }))
const toTwo = (signs: string, said = 2, inRepair: string[] = []) =>
  stallOf(arc(signs), (one) =>
    cameToTwo(one, checkIns(one, said), { now, isInRepair: inRepair.includes(one.id) }),
  )
/** As the snapshot has it: what was answered with "no", and what nobody answered, look the same. */
const asShown = (signs: string, known = true) =>
  stallOf(arc(signs), (one) => {
    const isClosed = known && one.state !== 'cancelled' && one.endsAt <= now
    const outcome = { sessionId: one.id, held: one.state === 'held', obstacle: false }
    return cameAsShown(one, isClosed ? outcome : undefined, { now, isInRepair: false })
  })

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
  ])('in %s, to the two', (signs, expected) => {
    expect(toTwo(signs)).toEqual(expected)
  })

  it('is not known to the two while one of them has not answered and still may', () => {
    expect(toTwo('m...', 1)).toBeUndefined()
    expect(toTwo('hm..', 1)).toBeUndefined()
    const long = arc('.....').map((one) => ({
      ...one,
      state: 'missed' as const,
      endsAt: new Date(now.getTime() - 11 * 86_400_000),
    }))
    const closed = stallOf(long, (one) => cameToTwo(one, checkIns(one, 1), { now, isInRepair: false }))
    expect(closed).toEqual({ since: 1, length: 5 })
  })

  it.each([
    ['mm..', { since: 1, length: 2 }],
    ['??..', { since: 1, length: 2 }],
    ['m?h.', undefined],
    ['dc..', { since: 1, length: 2 }],
    ['mw..', { since: 1, length: 1 }],
  ])('in %s, to everybody else: silence looks like a "no"', (signs, expected) => {
    expect(asShown(signs)).toEqual(expected)
  })

  it('is, to everybody else, only what the calendars say until the questions are in a snapshot', () => {
    expect(asShown('mm..', false)).toBeUndefined()
    expect(asShown('md..', false)).toEqual({ since: 2, length: 1 })
  })

  it('does not count a Session that is being put right', () => {
    expect(toTwo('md.', 2, ['s2'])).toEqual({ since: 1, length: 1 })
    expect(toTwo('md.')).toEqual({ since: 1, length: 2 })
  })

  it('climbs only rungs the program has', () => {
    expect(rungsOf({ since: 1, length: 2 }, { pair: 1, organizer: 2 })).toEqual(['pair', 'organizer'])
    expect(rungsOf({ since: 1, length: 9 }, { pair: 2, organizer: 3 })).not.toContain('sponsor')
    expect(rungsOf({ since: 1, length: 3 }, { pair: 1, organizer: 2, sponsor: 3 })).toContain('sponsor')
  })
})
