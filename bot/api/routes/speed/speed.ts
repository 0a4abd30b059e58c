import type { Out } from '../../../contract/index.ts'
import type { PersonId } from '../../../domain/organization/person.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { isAtWork } from '../../../domain/scheduling/working-hours.ts'
import {
  endOfEvent,
  roundTime,
  type SpeedEvent,
  type SpeedMeeting,
} from '../../../domain/speed/speed-event.ts'
import type { Ports } from '../../../workflows/ports.ts'
import {
  cancelSpeedEvent,
  planSpeedEvent,
  publishSpeedEvent,
  replanSpeedEvent,
  speedStages,
} from '../../../workflows/speed/plan-speed-event.ts'
import { mySpeedEvent, rateSpeedMeeting } from '../../../workflows/speed/speed-meetings.ts'
import { type Asker, asks, type Handlers, inCohort, ownThings } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<
  Handlers,
  | 'speedEvents'
  | 'speedEvent'
  | 'planSpeedEvent'
  | 'replanSpeedEvent'
  | 'publishSpeedEvent'
  | 'cancelSpeedEvent'
  | 'mySpeedMeetings'
  | 'rateSpeedMeeting'
>
type EventView = Out<'speedEvent'>['event']

export function speedRoutes(ports: Ports): Routes {
  const { store, clock } = ports
  /** An id that does not exist is told to whoever may plan, and to nobody else. */
  const wherePlanned = async (asker: Asker, { id }: { id: string }) => ({
    roles: await asker.rolesFor((await store.speed.get(id))?.cohortId),
  })
  return {
    speedEvents: asks('plan-speed-events', inCohort, async (_, { id }) => {
      const cohort = await store.cohorts.get(id)
      if (!cohort) return refuse('not-found')
      const events: EventView[] = []
      for (const event of await store.speed.list(id)) {
        events.push(viewOf(event, await store.speed.meetings(event.id)))
      }
      return { now: iso(clock.now()), stageAllows: speedStages.includes(cohort.stage), events }
    }),
    speedEvent: asks('plan-speed-events', wherePlanned, async (_, { id }) => {
      const event = await store.speed.get(id)
      return event ? planView(ports, event) : refuse('not-found')
    }),
    planSpeedEvent: asks('plan-speed-events', inCohort, async (asker, { id, startsAt, ...plan }) => {
      return planSpeedEvent(ports, id, { ...plan, startsAt: new Date(startsAt) }, asker.personId)
    }),
    replanSpeedEvent: asks('plan-speed-events', wherePlanned, async (asker, { id, startsAt, ...plan }) =>
      replanSpeedEvent(ports, id, { ...plan, startsAt: new Date(startsAt) }, asker.personId),
    ),
    publishSpeedEvent: asks('plan-speed-events', wherePlanned, async (asker, { id }) =>
      publishSpeedEvent(ports, id, asker.personId),
    ),
    cancelSpeedEvent: asks('plan-speed-events', wherePlanned, async (asker, { id }) =>
      cancelSpeedEvent(ports, id, asker.personId),
    ),
    mySpeedMeetings: asks('read-own-speed-meetings', ownThings, async (asker) => {
      const event = await mySpeedEvent(ports, asker.personId)
      return { now: iso(clock.now()), event: event ? myView(event) : null }
    }),
    rateSpeedMeeting: asks('rate-speed-meeting', ownThings, async (asker, { id, personId, rating }) => {
      const rated = await rateSpeedMeeting(ports, id, { from: asker.personId, to: personId, rating })
      return isRefused(rated) ? rated : { ok: true }
    }),
  }
}

function myView(
  event: NonNullable<Awaited<ReturnType<typeof mySpeedEvent>>>,
): Out<'mySpeedMeetings'>['event'] {
  const { startsAt, endsAt, rounds, ...rest } = event
  return {
    ...rest,
    startsAt: iso(startsAt),
    endsAt: iso(endsAt),
    rounds: rounds.map((round) => ({ ...round, startsAt: iso(round.startsAt), endsAt: iso(round.endsAt) })),
  }
}

function viewOf(event: SpeedEvent, meetings: SpeedMeeting[]): EventView {
  const { id, name, startsAt, rounds, roundMinutes, state, booking, failure } = event
  return {
    ...{ id, name, rounds, roundMinutes, state },
    startsAt: iso(startsAt),
    endsAt: iso(endOfEvent(event)),
    outlook: booking ? 'booked' : failure ? 'refused' : state === 'published' ? 'asked' : 'none',
    ...(failure ? { failure } : {}),
    people: peopleIn(meetings).length,
    meetings: meetings.length,
  }
}

const peopleIn = (meetings: readonly SpeedMeeting[]): PersonId[] => [
  ...new Set(meetings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])),
]

async function planView(ports: Ports, event: SpeedEvent): Promise<Out<'speedEvent'>> {
  const { store } = ports
  const meetings = await store.speed.meetings(event.id)
  const invited = peopleIn(meetings)
  const everybody = await store.participants.list(event.cohortId)
  const accepted = everybody.flatMap(({ personId, state }) => (state === 'approved' ? [personId] : []))
  const without = accepted.filter((id) => !invited.includes(id))
  const hours = new Map(everybody.map((one) => [one.personId, one]))
  const isAtIt = (id: PersonId) => {
    const one = hours.get(id)
    return one !== undefined && isAtWork(one, event.startsAt, endOfEvent(event))
  }
  const people = await store.people.many([...invited, ...without])
  const faces = (ids: PersonId[]) =>
    ids.map((id) => faceFrom(people, id)).sort((a, b) => a.name.localeCompare(b.name))
  const shares = invited.map(
    (id) => meetings.filter((one) => one.mentorId === id || one.menteeId === id).length,
  )
  return {
    event: viewOf(event, meetings),
    rounds: Array.from({ length: event.rounds }, (_, at) => {
      const inRound = meetings.filter(({ round }) => round === at + 1)
      const busy = new Set(peopleIn(inRound))
      const { start, end } = roundTime(event, at + 1)
      return {
        round: at + 1,
        startsAt: iso(start),
        endsAt: iso(end),
        meetings: inRound.map(({ mentorId, menteeId }) => ({
          mentor: faceFrom(people, mentorId),
          mentee: faceFrom(people, menteeId),
        })),
        pausing: faces(invited.filter((id) => !busy.has(id))),
      }
    }),
    without: faces(without),
    outsideHours: faces(invited.filter((id) => !isAtIt(id))),
    fewest: shares.length > 0 ? Math.min(...shares) : 0,
    most: Math.max(0, ...shares),
  }
}
