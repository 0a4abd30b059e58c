/** What the shelf's tables know of people: in whose mailbox a series is, who moved what, and which mailbox is listened to. */
import { sql } from 'drizzle-orm'
import {
  about,
  id,
  impersonal,
  ofPairingIn,
  ours,
  own,
  type PersonalTable,
  state,
  withoutNothing,
} from '../personal-table.ts'
import * as t from './tables.ts'

const times = impersonal('times of the pair, and names of Outlook’s')

export const schedulingPersonal: readonly PersonalTable[] = [
  {
    table: t.holds,
    group: 'sessions',
    what: 'the time that is kept for a pair, and in whose mailbox',
    columns: {
      id: ours,
      pairingId: ours,
      state,
      slot: times,
      moved: times,
      dates: times,
      booking: id('subject', 'organizerId', 'replaces.booking.organizerId'),
      failure: state,
      failureDetail: about('subject'),
    },
    readers: 'the two; the Organizer; an assistant, times alone',
    exported: { not: 'its dates are under “sessions”' },
    erase: [
      {
        act: 'own',
        in: ['failureDetail'],
        does: 'a sentence that names them is emptied, and a calendar of theirs that never answered is not asked any more',
        async run({ database }, { id: personId, names }) {
          await database.query(
            `update holds set state = 'released', released_at = now()
             where state <> 'released' and booking->>'organizerId' = $1`,
            [personId],
          )
          for (const name of names)
            await database.query(
              `update holds set failure_detail = '' where strpos(failure_detail, $1) > 0`,
              [name],
            )
        },
      },
      { act: 'rename', in: ['booking'] },
    ],
    kept: 'person',
  },
  {
    table: t.sessions,
    group: 'sessions',
    what: 'sessions of a pair: when, and whether they took place',
    columns: {
      id: ours,
      holdId: ours,
      pairingId: ours,
      state,
      movedBy: id('writer'),
      declinedBy: id('writer'),
      eventId: impersonal('Outlook’s name of an event'),
    },
    readers: 'the two; the Organizer, weeks later',
    exported: {
      as: 'sessions',
      async read({ database }, personId) {
        const { rows } = await database.query(
          `select s.pairing_id as "pairId", s.number, s.starts_at as "startsAt", s.ends_at as "endsAt",
             s.moved_by = $1 as "movedByMe", s.declined_by = $1 as "declinedByMe"
           from sessions s join pairings a on a.id = s.pairing_id where $1 in (a.mentor_id, a.mentee_id)
           order by s.starts_at`,
          [personId],
        )
        return rows.map(withoutNothing)
      },
    },
    erase: [{ act: 'rename', in: ['movedBy', 'declinedBy'] }],
    kept: 'person',
  },
  {
    table: t.calendarWatches,
    group: 'sessions',
    what: 'mailboxes from which changes of our series are heard',
    columns: {
      mailbox: id('subject'),
      subscriptionId: impersonal('Graph’s name of a subscription'),
      clientState: impersonal('a secret of ours'),
      deltaLink: impersonal('a link of Graph’s into that mailbox, gone with the row'),
    },
    readers: 'nobody',
    exported: { as: 'mailboxWatched', read: own(t.calendarWatches, ['mailbox'], ['lookedAt', 'expiresAt']) },
    erase: [{ act: 'delete', by: ['mailbox'] }],
    kept: 'days',
  },
  {
    table: t.repairs,
    group: 'sessions',
    what: 'sessions that had to move: who asked, and which time was taken',
    columns: {
      id: ours,
      sessionId: ours,
      state,
      reason: state,
      askedBy: id('writer'),
      options: impersonal('times alone'),
      refused: impersonal('times alone, and not who refused them'),
      chosenBy: id('writer'),
    },
    readers: 'the two; an assistant, times alone',
    exported: { as: 'movesAsked', read: own(t.repairs, ['askedBy'], ['reason', 'state', 'openedAt']) },
    erase: [{ act: 'rename', in: ['askedBy', 'chosenBy'] }],
    kept: 'cohort',
    ofCohort: {
      where: ofSessionIn,
      becomes: 'delete',
    },
  },
]

function ofSessionIn(cohortId: string) {
  return sql`${t.repairs.sessionId} in (select s.id from sessions s where ${ofPairingIn(sql`s.pairing_id`, cohortId)})`
}
