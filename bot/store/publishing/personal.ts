/** What the shelf's tables know of people: who wrote, sent back and approved what was published. Figures name nobody. */
import { sql } from 'drizzle-orm'
import { id, impersonal, ours, own, type PersonalTable, said, state } from '../personal-table.ts'
import * as t from './tables.ts'

const figures = impersonal('figures over five people or more')
const published = impersonal('text of the program, written to be published')

export const publishingPersonal: readonly PersonalTable[] = [
  {
    table: t.snapshots,
    group: 'none',
    what: 'figures over the answers of a cohort, as they were shown',
    columns: {
      cohortId: ours,
      figures,
      weeks: figures,
      pooled: figures,
      measures: figures,
      outcomes: impersonal('what came of each session, by both answers together; no person'),
    },
    readers: 'Organizer, Sponsor, Communications and Analyst: the figures',
    exported: { not: 'says nothing of one person' },
    erase: [],
    kept: 'program',
  },
  {
    table: t.challengeReadings,
    group: 'charge',
    what: 'what the challenge of a program was measured at, who entered it and when',
    columns: {
      cohortId: ours,
      moment: state,
      value: impersonal('a figure of the organization, entered by hand'),
      byId: id('subject'),
    },
    readers: 'whoever reads the figures',
    exported: {
      as: 'challengeReadings',
      read: own(t.challengeReadings, ['byId'], ['moment', 'value', 'at']),
    },
    erase: [{ act: 'rename', in: ['byId'] }],
    kept: 'program',
  },
  {
    table: t.summaries,
    group: 'summaries',
    what: 'texts for channels: who wrote them, and what the Sponsor said',
    columns: {
      id: ours,
      cohortId: ours,
      state,
      title: published,
      body: published,
      figures,
      language: impersonal('the language of the text'),
      channels: impersonal('channels by id and name'),
      authorId: id('writer'),
      writers: id('writer', '[]'),
      note: said('other'),
      sponsorId: id('subject'),
      approvedBy: id('subject'),
    },
    readers: 'Communications, the Organizer and the Sponsor; what is published, everybody',
    exported: {
      as: 'summaries',
      read: own(
        t.summaries,
        ['authorId', 'sponsorId', 'approvedBy'],
        ['title', 'body', 'state', 'changedAt'],
      ),
    },
    erase: [
      {
        act: 'own',
        in: ['note'],
        does: 'what they wrote to the author when they sent a text back is emptied',
        async run({ database: { orm } }, { id: personId }) {
          // The text went back to its author without saying who sent it; the record of deeds says it.
          await orm
            .update(t.summaries)
            .set({ note: null })
            .where(
              sql`${t.summaries.id} in (select subject from audit_entries
                where action = 'summary-sent-back'
                and actor_id in (${personId}, (select audit_name from people where id = ${personId})))`,
            )
        },
      },
      { act: 'rename', in: ['authorId', 'writers', 'sponsorId', 'approvedBy'] },
    ],
    kept: 'program',
  },
  {
    table: t.posts,
    group: 'none',
    what: 'in which channel a text stands',
    columns: {
      key: ours,
      summaryId: ours,
      teamId: impersonal('a team'),
      channelId: impersonal('a channel'),
      state,
      conversationId: impersonal('a channel'),
      activityId: impersonal('a post'),
      why: state,
    },
    readers: 'Communications and the Organizer',
    exported: { not: 'says nothing of one person' },
    erase: [],
    kept: 'program',
  },
]
