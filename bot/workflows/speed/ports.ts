/** What speed needs of the world. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { SpeedEvent, SpeedEventId, SpeedMeeting } from '../../domain/speed/speed-event.ts'
import type { Claims } from '../under-claim.ts'

/** One aggregate a line; see `Store`. */
export interface SpeedStore {
  speed: Claims<SpeedEventId> & {
    get(id: SpeedEventId): Promise<SpeedEvent | undefined>
    /** Locks the row until the transaction ends. */
    lock(id: SpeedEventId): Promise<SpeedEvent | undefined>
    /** The latest first. */
    list(cohortId: CohortId): Promise<SpeedEvent[]>
    save(event: SpeedEvent): Promise<void>
    /** Published and not in Outlook, or cancelled and still there; nobody is at it. */
    unsettled(): Promise<SpeedEventId[]>
    /** Published, and begun before that moment. */
    begun(before: Date): Promise<SpeedEvent[]>
    meetings(eventId: SpeedEventId): Promise<SpeedMeeting[]>
    replaceMeetings(eventId: SpeedEventId, meetings: SpeedMeeting[]): Promise<void>
    /** Everybody who met, or will, in events that were published. */
    pairsOf(cohortId: CohortId): Promise<[mentorId: PersonId, menteeId: PersonId][]>
    /** Published events, over or not, that somebody has a meeting in, begun after that moment, the latest first. */
    ofPerson(personId: PersonId, after: Date): Promise<SpeedEvent[]>
    /** 1 to 10; a later answer replaces the former. */
    rate(rating: {
      eventId: SpeedEventId
      fromId: PersonId
      toId: PersonId
      rating: number
      ratedAt: Date
    }): Promise<void>
    /** What one person said; nobody else's. */
    ratingsBy(eventId: SpeedEventId, fromId: PersonId): Promise<{ toId: PersonId; rating: number }[]>
    /** For the engine alone. */
    ratingsOf(cohortId: CohortId): Promise<{ from: PersonId; to: PersonId; rating: number }[]>
  }
}

export interface SpeedJobs {
  'settle-speed-event': { eventId: SpeedEventId }
}
