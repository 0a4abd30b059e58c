/** What the shelf's tables know of people: who is in charge, who assists whom, and who must not be paired. */
import { eq } from 'drizzle-orm'
import {
  about,
  id,
  impersonal,
  ours,
  own,
  type PersonalTable,
  said,
  sealed,
  state,
  type World,
  withoutNothing,
} from '../personal-table.ts'
import * as t from './tables.ts'
import { talkStore } from './talks.ts'

const programText = impersonal('text of the program, for everybody to read')

/** In each Cohort under another look-up. */
async function talksAskedBy({ database, keys }: World, personId: string) {
  const cohorts = await database.orm.selectDistinct({ cohortId: t.talks.cohortId }).from(t.talks)
  const { ofAsker } = talkStore(database, keys)
  const found = []
  for (const { cohortId } of cohorts) found.push(...(await ofAsker(cohortId, personId)))
  return found
}

export const programPersonal: readonly PersonalTable[] = [
  {
    table: t.programs,
    group: 'charge',
    what: 'a program, with who organizes it and who is its Sponsor',
    columns: {
      id: ours,
      name: programText,
      challenge: programText,
      objectives: programText,
      groundRules: programText,
      sponsorId: id('subject'),
      sponsorMessage: said('subject'),
      organizerId: id('subject'),
    },
    readers: 'everybody',
    exported: { as: 'programsInCharge', read: own(t.programs, ['sponsorId', 'organizerId'], ['name']) },
    erase: [
      { act: 'blank', by: ['sponsorId'], set: { sponsorId: null, sponsorMessage: '' } },
      {
        act: 'keep',
        in: ['organizerId'],
        why: 'a program has an Organizer: erasing waits until another has taken the seat',
      },
    ],
    kept: 'program',
  },
  {
    table: t.groundRules,
    group: 'charge',
    what: 'every version of a program’s ground rules, and who made it',
    columns: { programId: ours, items: programText, changedBy: id('writer') },
    readers: 'everybody; who made it, nobody',
    exported: { as: 'groundRulesMade', read: own(t.groundRules, ['changedBy'], ['version', 'changedAt']) },
    erase: [{ act: 'rename', in: ['changedBy'] }],
    kept: 'program',
  },
  {
    table: t.programContent,
    group: 'charge',
    what: 'every version of what a program says in its own words, and who wrote it',
    columns: {
      programId: ours,
      kind: state,
      key: ours,
      language: state,
      body: programText,
      changedBy: id('writer'),
    },
    readers: 'everybody; who wrote it, the Organizer',
    exported: {
      as: 'programTextsWritten',
      read: own(t.programContent, ['changedBy'], ['kind', 'key', 'language', 'version', 'changedAt']),
    },
    erase: [{ act: 'rename', in: ['changedBy'] }],
    kept: 'program',
  },
  {
    table: t.handovers,
    group: 'charge',
    what: 'who was asked to take a part in a program, by whom, and what they said',
    columns: {
      id: ours,
      programId: ours,
      seat: state,
      fromId: id('other'),
      toId: id('subject'),
      askedBy: id('writer'),
      state,
    },
    readers: 'the one who is asked, whoever asked, and who has the seat',
    exported: {
      as: 'seatsOffered',
      read: own(t.handovers, ['toId'], ['seat', 'state', 'askedAt', 'answeredAt']),
    },
    erase: [
      { act: 'delete', by: ['toId'] },
      { act: 'rename', in: ['fromId', 'askedBy'] },
    ],
    kept: 'program',
  },
  {
    table: t.programRoles,
    group: 'charge',
    what: 'who has which part in a program beside its two seats: Organizer, reviewer, independent contact, stand-in for the Sponsor, communications',
    columns: { programId: ours, personId: id('subject'), role: state, givenBy: id('other') },
    readers: 'Organizers, the Sponsor and IT; whoever takes part sees Organizers and independent contacts',
    exported: {
      as: 'partsInPrograms',
      async read({ database }, personId) {
        const { rows } = await database.query(
          `select r.role, r.since, r.decides_until as "decidesUntil", p.name as "programName"
           from program_roles r join programs p on p.id = r.program_id where r.person_id = $1 order by r.since, r.role`,
          [personId],
        )
        return rows.map(withoutNothing)
      },
    },
    erase: [
      { act: 'delete', by: ['personId'] },
      { act: 'rename', in: ['givenBy'] },
    ],
    kept: 'program',
  },
  {
    table: t.cohorts,
    group: 'none',
    what: 'a cohort: its dates and how it is run',
    columns: {
      id: ours,
      programId: ours,
      name: programText,
      stage: state,
      scheduling: impersonal('how sessions are booked, for everybody alike'),
      matching: impersonal('rules and weights, for everybody alike'),
      admission: impersonal('to whom it is open and how many take part, for everybody alike'),
    },
    readers: 'everybody',
    exported: { not: 'says nothing of one person' },
    erase: [],
    kept: 'program',
  },
  {
    table: t.delegates,
    group: 'charge',
    what: 'who may move whose sessions',
    columns: { leaderId: id('subject'), assistantId: id('other') },
    readers: 'the leader and the assistant',
    exported: {
      as: 'assistants',
      async read({ database }, personId) {
        const { rows } = await database.query(
          `select case when d.leader_id = $1 then 'assisted-by' else 'assists' end as role, p.display_name as name, d.since
           from delegates d join people p on p.id = case when d.leader_id = $1 then d.assistant_id else d.leader_id end
           where $1 in (d.leader_id, d.assistant_id)`,
          [personId],
        )
        return rows.map(withoutNothing)
      },
    },
    erase: [{ act: 'delete', by: ['leaderId', 'assistantId'] }],
    kept: 'person',
  },
  {
    table: t.sponsorDuties,
    group: 'charge',
    what: 'what was done for a cohort as its Sponsor, who said so and when',
    columns: { cohortId: ours, duty: state, byId: id('subject') },
    readers: 'whoever reads the program',
    exported: { as: 'sponsorDuties', read: own(t.sponsorDuties, ['byId'], ['duty', 'at']) },
    erase: [{ act: 'rename', in: ['byId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.sponsorDuties.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.closings,
    group: 'charge',
    what: 'how a cohort was closed: who did it, and in whose name it was thanked',
    columns: { cohortId: ours, byId: id('subject'), running: state, thanksBy: id('subject') },
    readers: 'the Organizer and the Sponsor',
    exported: { as: 'cohortsClosed', read: own(t.closings, ['byId', 'thanksBy'], ['at', 'running']) },
    erase: [
      { act: 'rename', in: ['byId'] },
      { act: 'rename', in: ['thanksBy'] },
    ],
    kept: 'program',
  },
  {
    table: t.thanks,
    group: 'charge',
    what: 'the thanks at the end of a cohort, by version: who wrote them, and the Sponsor who agreed',
    columns: {
      cohortId: ours,
      words: impersonal('the thanks to everybody who took part'),
      byId: id('writer'),
      agreedBy: id('subject'),
    },
    readers: 'the Organizer and the Sponsor; what went out, whoever took part',
    exported: {
      as: 'thanksWritten',
      read: own(t.thanks, ['byId', 'agreedBy'], ['version', 'words', 'at', 'agreedAt']),
    },
    erase: [
      { act: 'rename', in: ['byId'] },
      { act: 'rename', in: ['agreedBy'] },
    ],
    kept: 'program',
  },
  {
    table: t.exclusions,
    group: 'charge',
    what: 'declared conflicts, shared panels and dotted lines',
    columns: {
      kind: state,
      onePerson: id('subject'),
      other: id('other'),
      source: about('writer'),
    },
    readers: 'whoever brought the list in; others its name and length',
    exported: {
      not: 'somebody declared it to keep two people apart; that there is one would tell of the other',
    },
    erase: [
      {
        act: 'keep',
        in: ['onePerson', 'other'],
        why: 'somebody who has to keep two people apart declared it; enrolling anew must not undo that',
        whenGone: 'delete',
      },
    ],
    kept: 'person',
  },
  {
    table: t.exclusionLists,
    group: 'charge',
    what: 'whose each list of exclusions is',
    columns: { source: about('writer'), ownerId: id('subject') },
    readers: 'Organizers',
    exported: { as: 'listsBroughtIn', read: own(t.exclusionLists, ['ownerId'], ['source', 'importedAt']) },
    erase: [{ act: 'rename', in: ['ownerId'] }],
    kept: 'program',
  },
  {
    table: t.talks,
    group: 'taking-part',
    what: 'that somebody asked an independent contact for a talk, with a line if they wrote one',
    columns: {
      id: ours,
      cohortId: ours,
      asker: sealed(id('subject')),
      contactId: id('other'),
      said: sealed(said('subject', 'askerId', 'line')),
    },
    readers:
      'the person, and the contact they asked while that contact stands outside the program and their line; nobody else',
    exported: {
      as: 'talksAsked',
      read: async (world, personId) =>
        (await talksAskedBy(world, personId)).map(({ line, askedAt, answerOn, answeredAt }) =>
          withoutNothing({ line, askedAt, answerOn, answeredAt }),
        ),
    },
    erase: [
      {
        act: 'own',
        in: ['asker', 'said'],
        does: 'what they asked goes',
        async run(world, leaver) {
          for (const { id: talkId } of await talksAskedBy(world, leaver.id))
            await world.database.orm.delete(t.talks).where(eq(t.talks.id, talkId))
        },
      },
      { act: 'rename', in: ['contactId'] },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.talks.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.moments,
    group: 'none',
    what: 'what time makes due for a pair, and when',
    columns: { key: ours, kind: state, cohortId: ours, subject: ours, state },
    readers: 'nobody',
    exported: { not: 'dates that follow from the sessions, which are exported themselves' },
    erase: [],
    kept: 'cohort',
  },
  {
    table: t.momentsStirred,
    group: 'none',
    what: 'pairs that something changed for since the last minute',
    columns: { subject: ours },
    readers: 'nobody',
    exported: { not: 'names of pairs for less than a minute' },
    erase: [],
    kept: 'days',
  },
]
