/**
 * Brings Outlook in line with a speed event: invites everybody once when it is published, calls it off when it is
 * cancelled. It can die between any two lines and be run again: the event's key finds what an earlier try left.
 */
import { Fault } from '../../domain/fault.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Booking } from '../../domain/scheduling/hold.ts'
import {
  changeMinutes,
  endOfEvent,
  type SpeedEvent,
  type SpeedEventId,
  speedKey,
} from '../../domain/speed/speed-event.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'clock' | 'leaseMs'>

export async function settleSpeedEvent(ports: Needs, id: SpeedEventId): Promise<void> {
  const { store, leaseMs } = ports
  const until = await store.speed.claim(id, leaseMs)
  if (!until) {
    throw new Fault(`Speed event ${id} is with another worker at this moment; it is settled after that.`)
  }
  try {
    const event = await store.speed.get(id)
    if (event?.state === 'published' && !event.booking && !event.failure) await invite(ports, event)
    if (event?.state === 'cancelled') await callOff(ports, event)
  } finally {
    await store.speed.release(id, until)
  }
}

async function invite({ store, calendar }: Needs, event: SpeedEvent): Promise<void> {
  const organizerId = await mailboxOf(store, event)
  const meetings = await store.speed.meetings(event.id)
  const people = await store.people.many(meetings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  let booking: Booking
  try {
    booking = await calendar.bookMeeting({
      key: speedKey(event),
      organizer: { id: organizerId },
      attendees: [...people.values()].flatMap(({ id, mail, displayName }) =>
        mail && id !== organizerId ? [{ mail, name: displayName }] : [],
      ),
      start: event.startsAt,
      end: endOfEvent(event),
      subject: event.name,
      body: bodyOf(event),
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

function bodyOf({ rounds, roundMinutes }: SpeedEvent): string {
  return [
    `${rounds} rounds of ${roundMinutes} minutes, ${changeMinutes} minutes between them.`,
    '',
    'Begin together in this Teams meeting. Just before each round the Mentoring bot brings you a card: who you meet, until when, and a button that calls them. The same stands in the Mentoring tab, with a timer.',
    '',
    'After each talk, say from 1 to 10 how well it went. Nobody but the pairing engine learns what you said.',
  ].join('\n')
}

async function callOff({ store, calendar }: Needs, event: SpeedEvent): Promise<void> {
  const sought = { key: speedKey(event), organizer: { id: await mailboxOf(store, event) } }
  const booking = event.booking ?? (await calendar.find(sought))
  if (booking) await calendar.cancelMeeting(booking, 'This speed meeting does not take place.')
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
