import { mayPlanSpeedEvents } from '../../../auth/policies.ts'
import type { Out } from '../../../contract/index.ts'
import type { PersonId } from '../../../domain/organization/person.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
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
import type { Asker, Handlers } from '../../handler.ts'
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
  /** The event, for whoever may plan in its Cohort; an id that does not exist is told to nobody else. */
  const planned = async (asker: Asker, id: string): Promise<SpeedEvent | Refusal> => {
    const event = await store.speed.get(id)
    if (!mayPlanSpeedEvents(await asker.rolesFor(event?.cohortId))) return refuse('not-allowed')
    return event ?? refuse('not-found')
  }
  return {
    async speedEvents(asker, { id }) {
      if (!mayPlanSpeedEvents(await asker.rolesFor(id))) return refuse('not-allowed')
      const cohort = await store.cohorts.get(id)
      if (!cohort) return refuse('not-found')
      const events: EventView[] = []
      for (const event of await store.speed.list(id)) {
        events.push(viewOf(event, await store.speed.meetings(event.id)))
      }
      return { now: iso(clock.now()), stageAllows: speedStages.includes(cohort.stage), events }
    },
    async speedEvent(asker, { id }) {
      const event = await planned(asker, id)
      return isRefused(event) ? event : planView(ports, event)
    },
    async planSpeedEvent(asker, { id, startsAt, ...plan }) {
      if (!mayPlanSpeedEvents(await asker.rolesFor(id))) return refuse('not-allowed')
      return planSpeedEvent(ports, id, { ...plan, startsAt: new Date(startsAt) }, asker.personId)
    },
    async replanSpeedEvent(asker, { id, startsAt, ...plan }) {
      const event = await planned(asker, id)
      if (isRefused(event)) return event
      return replanSpeedEvent(ports, id, { ...plan, startsAt: new Date(startsAt) }, asker.personId)
    },
    async publishSpeedEvent(asker, { id }) {
      const event = await planned(asker, id)
      return isRefused(event) ? event : publishSpeedEvent(ports, id, asker.personId)
    },
    async cancelSpeedEvent(asker, { id }) {
      const event = await planned(asker, id)
      return isRefused(event) ? event : cancelSpeedEvent(ports, id, asker.personId)
    },
    async mySpeedMeetings(asker) {
      const event = await mySpeedEvent(ports, asker.personId)
      return { now: iso(clock.now()), event: event ? myView(event) : null }
    },
    async rateSpeedMeeting(asker, { id, personId, rating }) {
      const rated = await rateSpeedMeeting(ports, id, { from: asker.personId, to: personId, rating })
      return isRefused(rated) ? rated : { ok: true }
    },
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
  const accepted = (await store.participants.list(event.cohortId)).flatMap(({ personId, state }) =>
    state === 'approved' ? [personId] : [],
  )
  const without = accepted.filter((id) => !invited.includes(id))
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
    fewest: shares.length > 0 ? Math.min(...shares) : 0,
    most: Math.max(0, ...shares),
  }
}
