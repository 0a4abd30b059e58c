/** Who of a waiting list has a place, in which order, and what an offer may become. */
import { describe, expect, it } from '@jest/globals'
import type { Participant } from '../../../bot/domain/enrolment/participant.ts'
import {
  endOffer,
  inLine,
  type PlaceOffer,
  waitsToBePassedOn,
  whoFits,
} from '../../../bot/domain/enrolment/place-offer.ts'
import fc from '../../support/properties.ts'

const day = (n: number) => new Date(Date.UTC(2026, 11, n))
const waits = (id: string, since: number, state: Participant['state'] = 'waitlisted') =>
  ({ id, personId: id, state, enrolledAt: day(since) }) as Participant
const offer = (participantId: string, at: number, state: PlaceOffer['state']): PlaceOffer => ({
  ...{ id: `${participantId}${at}`, cohortId: 'c', participantId, byId: 'ruth', state },
  ...{ offeredAt: day(at), until: day(at + 3) },
})
const ids = (people: Participant[]) => people.map(({ id }) => id)

describe('the line', () => {
  it('is of whoever waits, the longest first', () => {
    const people = [waits('c', 3), waits('a', 1), waits('gone', 0, 'left'), waits('b', 2)]
    expect(ids(inLine(people, []))).toEqual(['a', 'b', 'c'])
  })

  it('puts whoever let a place go after those who were not asked yet, and keeps the turn of whom it was taken from', () => {
    const people = [waits('a', 1), waits('b', 2), waits('c', 3)]
    expect(ids(inLine(people, [offer('a', 5, 'declined'), offer('b', 6, 'lapsed')]))).toEqual(['c', 'a', 'b'])
    expect(ids(inLine(people, [offer('a', 5, 'withdrawn')]))).toEqual(['a', 'b', 'c'])
  })

  it('forgets what was offered before they left and applied again', () => {
    expect(ids(inLine([waits('a', 7), waits('b', 8)], [offer('a', 5, 'declined')]))).toEqual(['a', 'b'])
  })
})

describe('an offer', () => {
  it('ends once, and only one that nobody took goes on, once', () => {
    const open = offer('a', 5, 'open')
    const gone = endOffer(open, 'declined', day(6)) as PlaceOffer
    expect(endOffer(gone, 'taken', day(6))).toEqual({ refused: 'no-longer-open' })
    expect(waitsToBePassedOn(gone)).toBe(true)
    expect(waitsToBePassedOn({ ...gone, passedOnAt: day(6) })).toBe(false)
    for (const state of ['taken', 'withdrawn'] as const)
      expect(waitsToBePassedOn(endOffer(open, state, day(6)) as PlaceOffer)).toBe(false)
  })
})

describe('who fits', () => {
  it('nobody where nobody has room, or a rule keeps them from everybody with room', () => {
    expect([...whoFits(['a'], [], () => true)]).toEqual([])
    expect([...whoFits(['a'], [{ id: 'x', room: 0 }], () => true)]).toEqual([])
    expect([...whoFits(['a'], [{ id: 'x', room: 9 }], () => false)]).toEqual([])
  })

  it('somebody earlier moves to another seat to make room, and never loses theirs', () => {
    const seats = [
      { id: 'x', room: 1 },
      { id: 'y', room: 1 },
    ]
    const fits = (who: string, seat: string) => who === 'a' || seat === 'x'
    expect([...whoFits(['a', 'b', 'c'], seats, fits)]).toEqual(['a', 'b'])
  })

  it('is the first in line for whom there is a way to seat everybody before them as well', () => {
    const world = fc.record({
      rooms: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 4 }),
      wants: fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(world, ({ rooms, wants }) => {
        const seats = rooms.map((room, at) => ({ id: String(at), room }))
        const line = wants.map((_, at) => `p${at}`)
        const fits = (who: string, seat: string) => wants[Number(who.slice(1))]![Number(seat)]!
        expect([...whoFits(line, seats, fits)]).toEqual(byHand(line, seats, fits))
      }),
    )
  })
})

/** Everybody in turn, kept if all who are kept can sit at once; every way to sit is tried. */
function byHand(
  line: string[],
  seats: { id: string; room: number }[],
  fits: (who: string, seat: string) => boolean,
): string[] {
  const canSit = (people: string[], rooms: number[]): boolean => {
    const [first, ...rest] = people
    if (first === undefined) return true
    return seats.some(({ id }, at) => {
      if (rooms[at]! === 0 || !fits(first, id)) return false
      return canSit(
        rest,
        rooms.map((room, other) => (other === at ? room - 1 : room)),
      )
    })
  }
  const kept: string[] = []
  for (const one of line)
    if (
      canSit(
        [...kept, one],
        seats.map(({ room }) => room),
      )
    )
      kept.push(one)
  return kept
}
