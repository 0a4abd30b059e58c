/** What somebody sees and says of their own speed meetings. Nobody is told who meets whom else, or what anybody rated. */

import { type PersonId, signInNameOf } from '../../domain/organization/person.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { dayMs, minusMs } from '../../domain/span.ts'
import {
  endOfEvent,
  partnerIn,
  roundTime,
  type SpeedEvent,
  type SpeedEventId,
  type SpeedMeeting,
} from '../../domain/speed/speed-event.ts'
import type { Face } from '../../domain/telling/notice-parts.ts'
import { faceOf } from '../organization/face.ts'
import type { Ports } from '../ports.ts'
import { saidApart } from '../program/keep-apart.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

/**
 * The meetings of a plan that take place as things stand, as each person may see them: both still take part. The one left
 * over has a pause. Whoever asked since not to be brought together with the other has a pause as well, and the other a partner
 * who does not come: a plan that changed for them would tell.
 */
export async function standingMeetings(
  { store }: Pick<Ports, 'store'>,
  { id, cohortId }: Pick<SpeedEvent, 'id' | 'cohortId'>,
): Promise<(personId: PersonId) => SpeedMeeting[]> {
  const meetings = await store.speed.meetings(id)
  const participants = await store.participants.list(cohortId)
  const here = new Set(
    participants.flatMap(({ personId, state }) => (state === 'approved' ? [personId] : [])),
  )
  const isApart = await saidApart(store)
  const standing = meetings.filter(({ mentorId, menteeId }) => here.has(mentorId) && here.has(menteeId))
  return (personId) =>
    standing.filter((one) => {
      const partner = partnerIn(one, personId)
      return partner !== undefined && !isApart(personId, partner)
    })
}

export interface MySpeedEvent {
  id: SpeedEventId
  name: string
  startsAt: Date
  endsAt: Date
  joinUrl?: string
  rounds: {
    round: number
    startsAt: Date
    endsAt: Date
    /** Nobody: a pause. */
    partner?: Face & { mail?: string }
    /** The Mentor calls, so that not both do. */
    iCall: boolean
    /** What I said; nobody else's. */
    rating?: number
  }[]
}

/** Long enough to rate later, short enough to be forgotten. */
const rememberMs = 14 * dayMs

/** The one under way, else the next, else the last one that can still be rated. */
export async function mySpeedEvent(
  { store, clock }: Needs,
  personId: PersonId,
): Promise<MySpeedEvent | undefined> {
  const now = clock.now()
  const events = await store.speed.ofPerson(personId, minusMs(now, rememberMs))
  const event = events.filter((one) => endOfEvent(one) > now).at(-1) ?? events[0]
  if (!event) return undefined
  const mine = (await standingMeetings({ store }, event))(personId)
  const people = await store.people.many(mine.map((one) => partnerIn(one, personId)!))
  const said = new Map(
    (await store.speed.ratingsBy(event.id, personId)).map(({ toId, rating }) => [toId, rating]),
  )
  const rounds = Array.from({ length: event.rounds }, (_, at): MySpeedEvent['rounds'][number] => {
    const { start, end } = roundTime(event, at + 1)
    const meeting = mine.find(({ round }) => round === at + 1)
    const person = meeting && people.get(partnerIn(meeting, personId)!)
    const rating = person && said.get(person.id)
    const signInName = person && signInNameOf(person)
    return {
      round: at + 1,
      startsAt: start,
      endsAt: end,
      iCall: meeting?.mentorId === personId,
      ...(person ? { partner: { ...faceOf(person), ...(signInName ? { signInName } : {}) } } : {}),
      ...(rating === undefined ? {} : { rating }),
    }
  })
  const { id, name, startsAt, booking } = event
  return {
    ...{ id, name, startsAt, endsAt: endOfEvent(event), rounds },
    ...(booking?.joinUrl ? { joinUrl: booking.joinUrl } : {}),
  }
}

/**
 * From 1 to 10, once the round has begun; late is fine, and the last answer counts. Without a rating nothing is recorded,
 * and the answer says whether one could be.
 */
export async function rateSpeedMeeting(
  { store, clock }: Needs,
  eventId: SpeedEventId,
  { from, to, rating }: { from: PersonId; to: PersonId; rating: number | undefined },
): Promise<{ ok: true; partner: Face } | Refusal> {
  const event = await store.speed.get(eventId)
  const meeting = event && (await store.speed.meetings(eventId)).find((one) => partnerIn(one, from) === to)
  const partner = meeting && (await store.people.get(to))
  if (!event || !meeting || !partner || event.state === 'drafted') return refuse('not-yours')
  if (event.state === 'cancelled') return refuse('no-longer-open')
  if (roundTime(event, meeting.round).start > clock.now()) return refuse('round-not-begun')
  if (rating === undefined) return { ok: true, partner: faceOf(partner) }
  if (!Number.isInteger(rating) || rating < 1 || rating > 10) return refuse('rating-out-of-range')
  await store.speed.rate({ eventId, fromId: from, toId: to, rating, ratedAt: clock.now() })
  return { ok: true, partner: faceOf(partner) }
}
