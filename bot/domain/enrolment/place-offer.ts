/**
 * A place on offer to somebody on the waiting list: open → taken, declined or lapsed, or withdrawn when there is nothing to
 * offer any more. One that nobody took goes on to the next in line once (`passedOnAt`), and nobody is asked in a circle.
 */
import type { PersonId } from '../organization/person.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Participant, ParticipantId } from './participant.ts'

export type PlaceOfferId = string
export const placeOfferStates = ['open', 'taken', 'declined', 'lapsed', 'withdrawn'] as const
export type PlaceOfferState = (typeof placeOfferStates)[number]
export type PlaceAnswer = 'take' | 'no-thanks'

export interface PlaceOffer {
  id: PlaceOfferId
  cohortId: CohortId
  participantId: ParticipantId
  /** `system`: the one before in line did not take it. */
  byId: PersonId | 'system'
  state: PlaceOfferState
  offeredAt: Date
  until: Date
  endedAt?: Date
  passedOnAt?: Date
}

export type PlaceRefusal = 'no-place-free' | 'not-first-in-line'

export function endOffer(
  offer: PlaceOffer,
  state: Exclude<PlaceOfferState, 'open'>,
  now: Date,
): PlaceOffer | Refusal<'no-longer-open'> {
  return offer.state === 'open' ? { ...offer, state, endedAt: now } : refuse('no-longer-open')
}

/** Whose place somebody else may have now. */
export const waitsToBePassedOn = ({ state, passedOnAt }: PlaceOffer): boolean =>
  (state === 'declined' || state === 'lapsed') && passedOnAt === undefined

/** Of this application: whoever left and applied again has not been asked yet. */
const ofThis = ({ id, enrolledAt }: Participant, offers: readonly PlaceOffer[]): PlaceOffer[] =>
  offers.filter(({ participantId, offeredAt }) => participantId === id && offeredAt >= enrolledAt)

/** When they last let a place go; an offer that was taken back costs nobody their turn. */
export function letGoAt(one: Participant, offers: readonly PlaceOffer[]): number | undefined {
  const gone = ofThis(one, offers).filter(({ state }) => state === 'declined' || state === 'lapsed')
  return gone.length === 0 ? undefined : Math.max(...gone.map(({ offeredAt }) => offeredAt.getTime()))
}

/** Whoever waits longest first; whoever let a place go comes after everybody who was not asked yet. */
export function inLine(participants: readonly Participant[], offers: readonly PlaceOffer[]): Participant[] {
  const turn = (one: Participant) => [letGoAt(one, offers) ?? 0, one.enrolledAt.getTime()] as const
  return participants
    .filter(({ state }) => state === 'waitlisted')
    .map((one) => ({ one, turn: turn(one) }))
    .sort((a, b) => a.turn[0] - b.turn[0] || a.turn[1] - b.turn[1] || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one }) => one)
}

/** Somebody on the other side with so many places left. */
export interface Seat {
  id: PersonId
  room: number
}

/**
 * Who of a line has a place, one after the other: whoever comes earlier keeps one whatever the later need, and may change
 * seats to make room for them. What has no way out for one has none for anybody after, so each seat is tried once in vain.
 */
export function whoFits(
  line: readonly PersonId[],
  seats: readonly Seat[],
  fits: (personId: PersonId, seatId: PersonId) => boolean,
): Set<PersonId> {
  const sitting = new Map<PersonId, PersonId[]>(seats.map(({ id }) => [id, []]))
  const inVain = new Set<PersonId>()
  const sit = (personId: PersonId, tried: Set<PersonId>): boolean => {
    for (const { id, room } of seats) {
      if (inVain.has(id) || tried.has(id) || !fits(personId, id)) continue
      tried.add(id)
      const there = sitting.get(id)!
      if (there.length < room) return there.push(personId) > 0
      const moved = there.findIndex((other) => sit(other, tried))
      if (moved >= 0) {
        there[moved] = personId
        return true
      }
    }
    return false
  }
  const seated = new Set<PersonId>()
  for (const personId of line) {
    const tried = new Set<PersonId>()
    if (sit(personId, tried)) seated.add(personId)
    else for (const id of tried) inVain.add(id)
  }
  return seated
}
