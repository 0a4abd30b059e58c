/**
 * Brings Outlook in line with a speed event: invites everybody once when it is published, calls it off when it is
 * cancelled. It can die between any two lines and be run again: the event's key finds what an earlier try left.
 */
import { Fault } from '../../domain/fault.ts'
import type { Person, PersonId } from '../../domain/organization/person.ts'
import type { Booking } from '../../domain/scheduling/hold.ts'
import {
  changeMinutes,
  endOfEvent,
  type SpeedEvent,
  type SpeedEventId,
  speedKey,
} from '../../domain/speed/speed-event.ts'
import type { Ports } from '../ports.ts'
import { type CalendarWords, calendarWords } from '../scheduling/calendar-words.ts'
import { invited } from '../scheduling/invitation.ts'
import { underClaim } from '../under-claim.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'clock' | 'leaseMs'>

export async function settleSpeedEvent(ports: Needs, id: SpeedEventId): Promise<void> {
  const { store, leaseMs } = ports
  const outcome = await underClaim(store.speed, id, leaseMs, async () => {
    const event = await store.speed.get(id)
    if (event?.state === 'published' && !event.booking && !event.failure) await invite(ports, event)
    if (event?.state === 'cancelled') await callOff(ports, event)
  })
  if (outcome === 'taken')
    throw new Fault(`Speed event ${id} is with another worker at this moment; it is settled after that.`)
}

async function invite({ store, calendar }: Needs, event: SpeedEvent): Promise<void> {
  const organizerId = await mailboxOf(store, event)
  const people = await peopleOf(store, event)
  const words = await wordsFor(store, event, people, organizerId)
  let booking: Booking
  try {
    booking = await calendar.bookMeeting({
      key: speedKey(event),
      organizer: { id: organizerId },
      attendees: invited(people.values(), organizerId),
      start: event.startsAt,
      end: endOfEvent(event),
      subject: event.name,
      body: bodyOf(event, words),
      // One reading more, once an event: whatever an earlier try left is found.
      mayExist: true,
    })
  } catch (error) {
    const refusal = error as { name?: string; code?: NonNullable<SpeedEvent['failure']> }
    if (refusal.name !== 'CalendarRefused' || !refusal.code) throw error
    const failure = refusal.code
    await record(store, event.id, (current) => ({ ...current, failure }))
    return
  }
  // Also when it was cancelled meanwhile: then the job of the cancelling takes it out again.
  await record(store, event.id, (current) => ({ ...current, booking }))
}

async function mailboxOf(store: Needs['store'], event: SpeedEvent): Promise<PersonId> {
  const cohort = await store.cohorts.get(event.cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  return cohort?.scheduling.programMailbox ?? program?.organizerId ?? event.createdBy
}

async function peopleOf(store: Needs['store'], { id }: SpeedEvent): Promise<Map<PersonId, Person>> {
  const meetings = await store.speed.meetings(id)
  return store.people.many(meetings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
}

/** One event for all of them: a language that everybody reads. */
async function wordsFor(
  store: Needs['store'],
  { cohortId }: SpeedEvent,
  people: Map<PersonId, Person>,
  organizerId: PersonId,
): Promise<CalendarWords> {
  const enrolled = new Map((await store.participants.list(cohortId)).map((one) => [one.personId, one]))
  const readers = [...people.values()].map((person) => ({
    ...person,
    languages: enrolled.get(person.id)?.languages,
  }))
  return calendarWords(readers, organizerId)
}

function bodyOf({ rounds, roundMinutes }: SpeedEvent, words: CalendarWords): string {
  return [
    words('speed-rounds', { rounds, minutes: roundMinutes, change: changeMinutes }),
    '',
    words('speed-how'),
    '',
    words('speed-rating'),
  ].join('\n')
}

async function callOff({ store, calendar }: Needs, event: SpeedEvent): Promise<void> {
  const organizerId = await mailboxOf(store, event)
  const booking =
    event.booking ?? (await calendar.find({ key: speedKey(event), organizer: { id: organizerId } }))
  if (booking) {
    const words = await wordsFor(store, event, await peopleOf(store, event), organizerId)
    await calendar.cancelMeeting(booking, words('speed-off'))
  }
  await record(store, event.id, ({ booking: _b, failure: _f, ...rest }) => rest)
}

async function record(
  store: Needs['store'],
  id: SpeedEventId,
  to: (current: SpeedEvent) => SpeedEvent,
): Promise<void> {
  await store.transaction(async () => {
    const current = await store.speed.lock(id)
    if (current) await store.speed.save(to(current))
  })
}
