/** A Cohort, and in it what a test of the chat needs: people who take part, a pair, its Sessions, a search for another time. */
import type { Participant } from '../../bot/domain/enrolment/participant.ts'
import { usualScheduling } from '../../bot/domain/program/scheduling-policy.ts'
import type { Repair } from '../../bot/domain/scheduling/repair/repair.ts'
import type { Session } from '../../bot/domain/scheduling/session.ts'
import { ANA, BEN, NOW, type Stage } from './messages-stage.ts'

const hourMs = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * hourMs)

async function openCohort({ ports: { store } }: Stage): Promise<void> {
  await store.programs.save({
    id: 'program',
    name: 'Reverse mentoring',
    challenge: { statement: 'Learn', measure: 'use', unit: '%', baseline: 1, target: 2 },
    objectives: [],
    groundRules: { version: 1, items: [] },
    sponsorId: 'sponsor',
    sponsorMessage: '',
    organizerId: 'organizer',
  })
  await store.cohorts.save({
    id: 'cohort',
    programId: 'program',
    name: 'Cohort 1',
    stage: 'matching',
    startsOn: '2026-02-02',
    endsOn: '2026-12-07',
    sessions: 6,
    cadenceWeeks: 3,
    sessionMinutes: 50,
    scheduling: usualScheduling,
    matching: {},
  })
}

export async function enrols(stage: Stage, personId: string, change: Partial<Participant> = {}) {
  await openCohort(stage)
  await stage.ports.store.participants.save({
    id: `of ${personId}`,
    cohortId: 'cohort',
    personId,
    side: 'mentor',
    topics: [],
    languages: ['en'],
    interests: [],
    capacity: 1,
    timeZone: 'Europe/Oslo',
    workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    goal: '',
    goalStart: 1,
    acceptedGroundRules: 1,
    state: 'approved',
    enrolledAt: later(-1000),
    ...change,
  })
}

/** They are a pair with a booked Hold; Sessions are said apart. */
export async function pairUp(stage: Stage, mentorId = ANA, menteeId = BEN): Promise<void> {
  const { store } = stage.ports
  await enrols(stage, mentorId)
  await enrols(stage, menteeId, { side: 'mentee' })
  await store.pairings.save({
    ...{ id: 'p1', cohortId: 'cohort', mentorId, menteeId },
    ...{ score: 50, parts: [], reason: '', pinned: false },
    ...{ state: 'active', approvedBy: 'organizer', approvedAt: later(-900), activeSince: later(-800) },
  })
  await store.holds.save({
    ...{ id: 'h1', pairingId: 'p1', revision: 1, attempts: 1, requestedAt: later(-900), state: 'booked' },
    slot: {
      ...{ firstDate: '2026-02-05', time: '15:00', minutes: 50, timeZone: 'Europe/Oslo' },
      ...{ everyWeeks: 3, occurrences: 6 },
    },
    booking: { organizerId: mentorId, eventId: 'e1', joinUrl },
  })
}

export const joinUrl = 'https://teams.microsoft.com/l/meetup-join/1'

export async function meets(stage: Stage, change: Partial<Session>): Promise<void> {
  await stage.ports.store.sessions.save({
    ...{ id: 's2', holdId: 'h1', pairingId: 'p1', number: 2, state: 'planned' },
    ...{ startsAt: later(24), endsAt: later(25) },
    ...change,
  })
}

/** Ana cannot come to the second Session; three times are offered. */
export async function looksForAnotherTime(stage: Stage, change: Partial<Repair> = {}): Promise<void> {
  await stage.ports.store.repairs.save({
    ...{ id: 'r1', sessionId: 's2', attempt: 1, state: 'open' },
    ...{ reason: 'cannot-make-it', askedBy: ANA, openedAt: later(-1), refused: [] },
    options: [1, 2, 3].map((days) => ({
      start: later(24 * (days + 1)).toISOString(),
      end: later(24 * (days + 1) + 1).toISOString(),
    })),
    ...change,
  })
}
