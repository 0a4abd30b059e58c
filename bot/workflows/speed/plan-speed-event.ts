/**
 * An Organizer plans a speed meeting, looks at who meets whom, publishes it, or calls it off. Outlook is asked by a job
 * (`settle-speed-event`), so that the plan and the wish to invite commit together.
 */
import type { Participant } from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import {
  endOfEvent,
  planMeetings,
  type SpeedEvent,
  type SpeedEventId,
  type SpeedMeeting,
  stillAllowed,
} from '../../domain/speed/speed-event.ts'
import { type CohortMatching, loadForEngine, loadMatching } from '../pairing/matching-input.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>

export interface SpeedPlan {
  name: string
  startsAt: Date
  /** At most; fewer where nobody has that many people to meet. */
  rounds: number
  roundMinutes: number
}

/** While pairs can still be made. */
export const speedStages: readonly string[] = ['enrolling', 'matching', 'running']

export async function planSpeedEvent(
  ports: Needs,
  cohortId: CohortId,
  plan: SpeedPlan,
  by: PersonId,
): Promise<{ id: SpeedEventId } | Refusal> {
  const cohort = await ports.store.cohorts.get(cohortId)
  if (!cohort) return refuse('not-found')
  if (!speedStages.includes(cohort.stage)) return refuse('stage-out-of-order', { stage: cohort.stage })
  const event = { id: ports.chance.id(), cohortId, state: 'drafted' as const, createdBy: by }
  return write(ports, event, plan, by, 'speed-event-planned')
}

/** The same draft with other times or another plan as good; what is published stays. */
export async function replanSpeedEvent(
  ports: Needs,
  id: SpeedEventId,
  plan: SpeedPlan,
  by: PersonId,
): Promise<{ id: SpeedEventId } | Refusal> {
  return ports.store.transaction(async () => {
    const event = await ports.store.speed.lock(id)
    if (!event) return refuse('not-found')
    if (event.state !== 'drafted') return refuse('already-published', { state: event.state })
    const { cohortId, createdBy, state } = event
    return write(ports, { id, cohortId, createdBy, state }, plan, by, 'speed-event-replanned')
  })
}

async function write(
  ports: Needs,
  event: Pick<SpeedEvent, 'id' | 'cohortId' | 'createdBy' | 'state'>,
  plan: SpeedPlan,
  by: PersonId,
  action: string,
): Promise<{ id: SpeedEventId } | Refusal> {
  const { store, clock } = ports
  if (plan.startsAt <= clock.now()) return refuse('date-in-the-past', { field: 'startsAt' })
  const seed = ports.chance.seed()
  const meetings = await meetingsFor(ports, event.cohortId, plan.rounds, seed)
  if (isRefused(meetings)) return meetings
  await store.transaction(async () => {
    await store.speed.save({ ...event, ...plan, rounds: roundsOf(meetings), seed })
    await store.speed.replaceMeetings(event.id, meetings)
    await audit({ store, clock }, by, action, event.id, { meetings: meetings.length })
  })
  return { id: event.id }
}

async function meetingsFor({ store, clock }: Needs, cohortId: CohortId, rounds: number, seed: number) {
  const matching = await loadForEngine({ store, clock }, cohortId, { seed, objective: 'best-total' })
  const alreadyMet = await store.speed.pairsOf(cohortId)
  const meetings = planMeetings(matching.input, { rounds, seed, alreadyMet })
  if (!isRefused(meetings) || meetings.refused !== 'nobody-may-meet') return meetings
  const everybody = await store.participants.list(cohortId)
  return isOneSidePaired(matching, everybody) ? refuse('nobody-left-to-meet') : meetings
}

/** Everybody of one side has all the partners they asked for: no rule is in the way. */
function isOneSidePaired({ input, outside }: CohortMatching, everybody: readonly Participant[]): boolean {
  const paired = new Set(outside.filter(({ why }) => why === 'already-paired').map((one) => one.personId))
  return (['mentor', 'mentee'] as const).some(
    (side) =>
      input.participants.every((one) => one.side !== side) &&
      everybody.some((one) => one.side === side && paired.has(one.personId)),
  )
}

const roundsOf = (meetings: readonly SpeedMeeting[]) => Math.max(...meetings.map(({ round }) => round))

/**
 * Everybody is invited. The chart may have changed since the plan was made: a pair that is no longer allowed is never
 * published; the draft is planned anew and the Organizer looks at it once more. What somebody asked in private since changes
 * nothing here: it would tell, and whoever asked has a pause instead. Pressed again after Outlook refused, it asks Outlook
 * again.
 */
export async function publishSpeedEvent(
  ports: Needs,
  id: SpeedEventId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { store, clock, jobs } = ports
  return store.transaction(async () => {
    const event = await store.speed.lock(id)
    if (!event) return refuse('not-found')
    if (event.state === 'published' && !event.failure) return { ok: true }
    if (event.state === 'over' || event.state === 'cancelled')
      return refuse('already-over', { state: event.state })
    if (event.startsAt <= clock.now()) return refuse('date-in-the-past', { field: 'startsAt' })
    if (event.state === 'drafted' && !(await holds(ports, event))) return planAnew(ports, event)
    const { failure: _, ...published } = event
    await store.speed.save({ ...published, state: 'published' })
    await jobs.add('settle-speed-event', { eventId: id })
    await audit({ store, clock }, by, 'speed-event-published', id)
    return { ok: true }
  })
}

async function holds({ store, clock }: Needs, { id, cohortId, seed }: SpeedEvent): Promise<boolean> {
  const meetings = await store.speed.meetings(id)
  const met = new Set((await store.speed.pairsOf(cohortId)).map((pair) => pair.join(' ')))
  const { input } = await loadMatching({ store, clock }, cohortId, { seed, objective: 'best-total' })
  const allowed = stillAllowed(input, meetings)
  return (
    allowed.length === meetings.length &&
    meetings.every(({ mentorId, menteeId }) => !met.has(`${mentorId} ${menteeId}`))
  )
}

async function planAnew(ports: Needs, event: SpeedEvent): Promise<Refusal> {
  const meetings = await meetingsFor(ports, event.cohortId, event.rounds, event.seed)
  if (isRefused(meetings)) return meetings
  await ports.store.speed.save({ ...event, rounds: roundsOf(meetings) })
  await ports.store.speed.replaceMeetings(event.id, meetings)
  return refuse('plan-outdated')
}

/** Before it is over; a draft simply goes, a published event is called off in everybody's calendar. */
export async function cancelSpeedEvent(
  { store, clock, jobs }: Needs,
  id: SpeedEventId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    const event = await store.speed.lock(id)
    if (!event) return refuse('not-found')
    if (event.state === 'cancelled') return { ok: true }
    if (event.state === 'over' || (event.state === 'published' && endOfEvent(event) <= clock.now()))
      return refuse('already-over', { state: event.state })
    await store.speed.save({ ...event, state: 'cancelled' })
    if (event.state === 'published') await jobs.add('settle-speed-event', { eventId: id })
    await audit({ store, clock }, by, 'speed-event-cancelled', id)
    return { ok: true }
  })
}
