/**
 * The rounds of a speed meeting begin by the clock: a little before each, everybody gets a card. All cards of a round are
 * intended in one transaction, each under the event, the round and the person, so a round is told once, by whatever
 * instance comes first; one that slept through a round tells of it late, since its rating still counts.
 */
import { type PersonId, signInNameOf } from '../../domain/organization/person.ts'
import { dayMs, minuteMs, plusMs } from '../../domain/span.ts'
import {
  changeMinutes,
  endOfEvent,
  partnerIn,
  roundTime,
  type SpeedEvent,
  type SpeedMeeting,
} from '../../domain/speed/speed-event.ts'
import { faceOf } from '../organization/face.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'
import { standingMeetings } from './speed-meetings.ts'

type Needs = Pick<Ports, 'store' | 'jobs'>

/**
 * In the pause before its round. The clock is looked at every minute and the bot says ten things a second, so 500 people
 * have their cards when the round begins.
 */
const aheadMs = changeMinutes * minuteMs
/** Later than this after the end nobody is asked about it any more. */
const tooLateMs = dayMs

export async function runSpeedRounds(ports: Needs, now: Date): Promise<void> {
  const { store } = ports
  for (const event of await store.speed.begun(plusMs(now, aheadMs))) {
    if (now.getTime() < endOfEvent(event).getTime() + tooLateMs) await tellRounds(ports, event, now)
    if (endOfEvent(event) <= now) await close(ports, event)
  }
}

async function tellRounds(ports: Needs, event: SpeedEvent, now: Date): Promise<void> {
  const planned = await ports.store.speed.meetings(event.id)
  const invited = [...new Set(planned.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))].sort()
  const standing = await standingMeetings(ports, event)
  for (let round = 1; round <= event.rounds; round++) {
    const { start, end } = roundTime(event, round)
    if (start.getTime() - aheadMs > now.getTime()) return
    const seats = invited.map((personId) => seatOf(personId, round, standing(personId)))
    // A pause is news only while it lasts, and to somebody who still takes part.
    const told = seats.filter(({ meeting, next }) => meeting ?? (next && end > now))
    const first = told[0]
    if (!first || (await ports.store.notices.get(keyOf(event, round, first.personId)))) continue
    await tellRound(ports, event, round, told)
  }
}

interface Seat {
  personId: PersonId
  meeting: SpeedMeeting | undefined
  next: SpeedMeeting | undefined
}

function seatOf(personId: PersonId, round: number, mine: SpeedMeeting[]): Seat {
  return {
    personId,
    meeting: mine.find((one) => one.round === round),
    next: mine.find((one) => one.round > round),
  }
}

const keyOf = ({ id }: SpeedEvent, round: number, personId: PersonId) => `speed.${id}.${round}.${personId}`

async function tellRound(ports: Needs, event: SpeedEvent, round: number, seats: Seat[]): Promise<void> {
  const { store } = ports
  const met = seats.flatMap(({ personId, meeting }) => (meeting ? [partnerIn(meeting, personId)!] : []))
  const people = await store.people.many(met)
  const participants = await store.participants.list(event.cohortId)
  const zones = new Map(participants.map((one) => [one.personId, one.timeZone]))
  const { start, end } = roundTime(event, round)
  await store.transaction(async () => {
    for (const { personId, meeting, next } of seats) {
      const partner = meeting && people.get(partnerIn(meeting, personId)!)
      const signInName = partner && signInNameOf(partner)
      await tell(ports, keyOf(event, round, personId), personId, {
        kind: 'speed-round',
        eventId: event.id,
        eventName: event.name,
        round,
        of: event.rounds,
        startsAt: start,
        endsAt: end,
        timeZone: zones.get(personId) ?? 'UTC',
        iCall: meeting?.mentorId === personId,
        ...(partner ? { partner: faceOf(partner) } : {}),
        ...(signInName ? { partnerSignInName: signInName } : {}),
        ...(next ? { nextAt: roundTime(event, next.round).start } : {}),
        ...(event.booking?.joinUrl ? { joinUrl: event.booking.joinUrl } : {}),
      })
    }
  })
}

async function close({ store }: Needs, { id }: SpeedEvent): Promise<void> {
  await store.transaction(async () => {
    const event = await store.speed.lock(id)
    if (event?.state === 'published') await store.speed.save({ ...event, state: 'over' })
  })
}
