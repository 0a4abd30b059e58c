/** What the shelf's tables know of people: who met whom in short rounds, and how they found it. */
import { eq, sql } from 'drizzle-orm'
import { people } from '../organization/tables.ts'
import {
  id,
  impersonal,
  namesOf,
  noName,
  ours,
  own,
  type PersonalTable,
  said,
  sealed,
  state,
  type World,
} from '../personal-table.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'
import * as t from './tables.ts'

const ofEventIn = (
  eventId: typeof t.speedMeetings.eventId | typeof t.speedRatings.eventId,
  cohortId: string,
) => sql`${eventId} in (select id from speed_events where cohort_id = ${cohortId})`

async function myMeetings({ database }: World, personId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await database.query(
    `select e.name as event, e.starts_at as "startsAt", m.round, p.display_name as partner
     from speed_meetings m join speed_events e on e.id = m.event_id
     left join people p on p.id = case when m.mentor_id = $1 then m.mentee_id else m.mentor_id end
     where $1 in (m.mentor_id, m.mentee_id) and e.state in ('published', 'over')`,
    [personId],
  )
  return rows
}

/** Those they gave; what others gave them is nobody's to read. */
async function myRatings(world: World, personId: string): Promise<Record<string, unknown>[]> {
  const { database, keys } = world
  const rows = await database.orm
    .select({ rating: t.speedRatings, cohortId: t.speedEvents.cohortId })
    .from(t.speedRatings)
    .innerJoin(t.speedEvents, eq(t.speedEvents.id, t.speedRatings.eventId))
    .where(eq(t.speedRatings.fromId, personId))
  const names = await namesOf(
    world,
    people,
    rows.map(({ rating }) => rating.toId),
  )
  return keys.openEach(
    rows,
    ({ cohortId }) => cohortId,
    ({ rating: row }, box) => {
      const rating = box.open<number>(places.rating(row), row.rating)
      const mine = { name: names.get(row.toId) ?? noName, ratedAt: row.ratedAt }
      return rating === erased ? { ...mine, isErased: true } : { ...mine, rating }
    },
  )
}

export const speedPersonal: readonly PersonalTable[] = [
  {
    table: t.speedEvents,
    group: 'speed-meetings',
    what: 'an event of short rounds, and in whose mailbox it is',
    columns: {
      id: ours,
      cohortId: ours,
      name: impersonal('the Organizer’s name for the event'),
      state,
      booking: id('writer', 'organizerId'),
      createdBy: id('writer'),
    },
    readers: 'the Organizer; who is invited, without who planned it',
    exported: { as: 'speedEventsPlanned', read: own(t.speedEvents, ['createdBy'], ['name', 'startsAt']) },
    erase: [{ act: 'rename', in: ['booking', 'createdBy'] }],
    kept: 'program',
  },
  {
    table: t.speedMeetings,
    group: 'speed-meetings',
    what: 'who met whom in which round',
    columns: { eventId: ours, mentorId: id('subject'), menteeId: id('subject') },
    readers: 'the two; the Organizer',
    exported: { as: 'speedMeetings', read: myMeetings },
    erase: [{ act: 'delete', by: ['mentorId', 'menteeId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => ofEventIn(t.speedMeetings.eventId, cohortId), becomes: 'delete' },
  },
  {
    table: t.speedRatings,
    group: 'speed-meetings',
    what: 'how somebody found a round',
    columns: {
      eventId: ours,
      fromId: id('subject'),
      toId: id('other'),
      rating: sealed(said('subject')),
    },
    readers: 'the person; pairing',
    exported: { as: 'speedRatings', read: myRatings },
    erase: [{ act: 'delete', by: ['fromId', 'toId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => ofEventIn(t.speedRatings.eventId, cohortId), becomes: 'delete' },
  },
]
