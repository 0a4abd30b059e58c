/** What the shelf's tables know of people: their answers after a session, and what an Organizer should look at. */
import { eq, sql } from 'drizzle-orm'
import { pairings } from '../pairing/tables.ts'
import {
  about,
  id,
  ofPairingIn,
  ours,
  own,
  type PersonalTable,
  said,
  sealed,
  state,
  type World,
  withoutNothing,
} from '../personal-table.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'
import { toEnding } from './pair-endings.ts'
import * as t from './tables.ts'

/** Mine alone; that of the other of the two is never read here. */
async function myAnswers({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await database.query(
    `select c.session_id as "sessionId", c.person_id as "personId", c.state, c.asked_at as "askedAt",
       c.answered_at as "answeredAt", c.answer, a.cohort_id as "cohortId"
     from check_ins c join sessions s on s.id = c.session_id join pairings a on a.id = s.pairing_id where c.person_id = $1`,
    [personId],
  )
  return keys.openEach(
    rows as { sessionId: string; personId: string; cohortId: string; answer: string | null }[],
    ({ cohortId }) => cohortId,
    ({ answer: sealedAnswer, personId: _, ...row }, box) => {
      const place = places.answer({ sessionId: row.sessionId, personId })
      const answer = sealedAnswer === null ? undefined : box.open<object>(place, sealedAnswer)
      return withoutNothing({ ...row, ...(answer === erased ? { isErased: true } : { answer }) })
    },
  )
}

/** Mine alone; whether the other of the two has answered is not mine to know. */
async function myForms({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await database.orm.select().from(t.asks).where(eq(t.asks.personId, personId))
  return keys.openEach(
    rows,
    ({ cohortId }) => cohortId,
    ({ key, form, state: at, askedAt, answeredAt, answers: sealedAnswers }, box) => {
      const answers =
        sealedAnswers === null ? undefined : box.open<object>(places.answers(key), sealedAnswers)
      const said = answers === erased ? { isErased: true } : { answers }
      return withoutNothing({ form, state: at, askedAt, answeredAt, ...said })
    },
  )
}

/** Of their pairs, or with their id in the middle of the key or among the facts. */
const naming = (personId: string) =>
  sql`strpos(${t.concerns.key}, ${personId}) > 0 or strpos(${t.concerns.detail}::text, ${JSON.stringify(personId)}) > 0
    or ${t.concerns.pairingId} in (select id from pairings where ${personId} in (mentor_id, mentee_id))`

export const meetingPersonal: readonly PersonalTable[] = [
  {
    table: t.checkIns,
    group: 'check-ins',
    what: 'the short question after a session, and the answer',
    columns: {
      sessionId: ours,
      personId: id('subject'),
      state,
      answer: sealed(said('subject', 'held', 'worth', 'obstacle')),
    },
    readers: 'the person; everybody else figures over five people or more',
    exported: { as: 'checkIns', read: myAnswers },
    erase: [{ act: 'delete', by: ['personId'] }],
    kept: 'cohort',
    ofCohort: {
      where: (cohortId) =>
        sql`${t.checkIns.sessionId} in (select s.id from sessions s where ${ofPairingIn(sql`s.pairing_id`, cohortId)})`,
      becomes: 'delete',
    },
  },
  {
    table: t.asks,
    group: 'check-ins',
    what: 'forms about a pair after the first session, halfway and at the end, and the answers',
    columns: {
      key: id('subject', 'after the last dot'),
      form: state,
      personId: id('subject'),
      side: state,
      pairingId: ours,
      cohortId: ours,
      state,
      answers: sealed(said('subject', '*')),
    },
    readers: 'the person; what both answers decide is told without saying whose was which',
    exported: { as: 'answersAboutThePair', read: myForms },
    erase: [
      {
        act: 'own',
        in: ['key', 'personId', 'answers'],
        does: 'what they were asked goes, with their answers',
        async run({ database: { orm } }, { id: personId }) {
          await orm.delete(t.asks).where(eq(t.asks.personId, personId))
        },
      },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.asks.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.followUps,
    group: 'pairs',
    what: 'what an Organizer did for a pair, in a short note, until when it is left alone, and which Organizer looks after it',
    columns: {
      id: ours,
      cohortId: ours,
      pairingId: ours,
      byId: id('writer'),
      toId: id('other'),
      pause: state,
      note: sealed(said('writer')),
    },
    readers: 'the Organizer, but for a pair of their own',
    exported: { not: 'it is about two, and may follow from what the other of them said' },
    erase: [
      {
        act: 'own',
        in: ['note'],
        does: 'those of their pairs go',
        async run({ database: { orm } }, { id: personId }) {
          await orm
            .delete(t.followUps)
            .where(
              sql`${t.followUps.pairingId} in (select id from pairings where ${personId} in (mentor_id, mentee_id))`,
            )
        },
      },
      { act: 'rename', in: ['byId', 'toId'] },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.followUps.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.pairActions,
    group: 'pairs',
    what: 'what two agreed to do until they meet again, who wrote it and whose it is',
    columns: {
      id: ours,
      cohortId: ours,
      pairingId: ours,
      writerId: id('writer'),
      ownerId: id('subject'),
      text: sealed(said('writer')),
    },
    readers: 'the two',
    exported: { as: 'actions', read: actionsOf },
    erase: [
      {
        act: 'own',
        in: ['text', 'writerId', 'ownerId'],
        does: 'those of their pairs go',
        async run({ database: { orm } }, { id: personId }) {
          await orm
            .delete(t.pairActions)
            .where(
              sql`${t.pairActions.pairingId} in (select id from pairings where ${personId} in (mentor_id, mentee_id))`,
            )
        },
      },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.pairActions.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.ideas,
    group: 'pairs',
    what: 'an idea that came up between two, who wrote it, whether both agreed to share it, and what was decided',
    columns: {
      id: ours,
      cohortId: ours,
      pairingId: ours,
      writerId: id('writer'),
      state,
      decidedById: id('other'),
      ownerId: id('other'),
      words: sealed(said('writer')),
      told: sealed(said('other')),
    },
    readers:
      'the two; once both agreed to share it the Organizer, who is told their names only if both said so',
    exported: { as: 'ideas', read: ideasOf },
    erase: [
      {
        act: 'own',
        in: ['words', 'writerId', 'told'],
        does: 'those of their pairs go',
        async run({ database: { orm } }, { id: personId }) {
          await orm
            .delete(t.ideas)
            .where(
              sql`${t.ideas.pairingId} in (select id from pairings where ${personId} in (mentor_id, mentee_id))`,
            )
        },
      },
      { act: 'rename', in: ['decidedById', 'ownerId'] },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.ideas.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.sessionNotes,
    group: 'pairs',
    what: 'notes that the two of a pair write about a session, and who saved them last',
    columns: {
      sessionId: ours,
      cohortId: ours,
      pairingId: ours,
      savedById: id('writer'),
      text: sealed(said('writer')),
    },
    readers: 'the two',
    exported: { as: 'sessionNotes', read: notesOf },
    erase: [
      {
        act: 'own',
        in: ['text', 'savedById'],
        does: 'those of their pairs go',
        async run({ database: { orm } }, { id: personId }) {
          await orm
            .delete(t.sessionNotes)
            .where(
              sql`${t.sessionNotes.pairingId} in (select id from pairings where ${personId} in (mentor_id, mentee_id))`,
            )
        },
      },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.sessionNotes.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.privateNotes,
    group: 'pairs',
    what: 'notes that somebody wrote for themselves, locked in their browser with a passphrase that is stored nowhere',
    columns: {
      sessionId: ours,
      personId: id('subject'),
      cohortId: ours,
      pairingId: ours,
      box: said('subject'),
    },
    readers: 'the person, with their passphrase',
    exported: {
      as: 'privateNotes',
      read: own(t.privateNotes, ['personId'], ['sessionId', 'version', 'savedAt', 'box']),
    },
    erase: [{ act: 'delete', by: ['personId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.privateNotes.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.certificates,
    group: 'pairs',
    what: 'certificates: on which side somebody took part, in how many sessions, over which topics, with the skills that were confirmed',
    columns: {
      code: ours,
      cohortId: ours,
      pairingId: ours,
      personId: id('subject'),
      side: state,
      topics: about('subject', '[]'),
      skills: about('subject', '[]'),
    },
    readers: 'the person; whoever of the organization they give its code to',
    exported: {
      as: 'certificates',
      read: own(
        t.certificates,
        ['personId'],
        ['code', 'side', 'issuedAt', 'sessions', 'minutes', 'from', 'to', 'topics', 'skills'],
      ),
    },
    erase: [{ act: 'delete', by: ['personId'] }],
    kept: 'person',
  },
  {
    table: t.confirmedSkills,
    group: 'pairs',
    what: 'what a Mentee confirmed that their Mentor has shown',
    columns: {
      pairingId: ours,
      cohortId: ours,
      byId: id('writer'),
      skills: sealed(about('subject')),
    },
    readers: 'the two; whoever of the organization the Mentor gives the code of their certificate to',
    exported: { as: 'confirmedSkills', read: skillsOf },
    erase: [
      {
        act: 'own',
        in: ['byId', 'skills'],
        does: 'those of their pairs go; a certificate that was issued keeps what stood there',
        async run({ database: { orm } }, { id: personId }) {
          await orm
            .delete(t.confirmedSkills)
            .where(
              sql`${t.confirmedSkills.pairingId} in (select id from pairings where ${personId} in (mentor_id, mentee_id))`,
            )
        },
      },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.confirmedSkills.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.pairEndings,
    group: 'pairs',
    what: 'what two chose for after the end, and how much longer they meet',
    columns: { pairingId: ours, cohortId: ours, choice: sealed(about('subject')) },
    readers: 'the two',
    exported: { as: 'choicesAtTheEnd', read: endingsOf },
    erase: [
      {
        act: 'own',
        in: ['choice'],
        does: 'those of their pairs go',
        async run({ database: { orm } }, { id: personId }) {
          await orm
            .delete(t.pairEndings)
            .where(
              sql`${t.pairEndings.pairingId} in (select id from pairings where ${personId} in (mentor_id, mentee_id))`,
            )
        },
      },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.pairEndings.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.concerns,
    group: 'pairs',
    what: 'what an Organizer should look at in a pair',
    columns: {
      key: id('subject', 'in the middle of mailbox-gone.…'),
      cohortId: ours,
      pairingId: ours,
      kind: state,
      detail: id('subject', 'personId'),
      closedBy: id('writer'),
    },
    readers: 'the Organizer, but for a pair of their own',
    exported: { not: 'what an Organizer was pointed at may follow from what the other of the two said' },
    erase: [
      {
        act: 'own',
        in: ['key', 'detail'],
        does: 'those of their pairs, and those that name them, go',
        async run({ database: { orm } }, { id: personId }) {
          await orm.delete(t.concerns).where(naming(personId))
        },
      },
      { act: 'rename', in: ['closedBy'] },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.concerns.cohortId, cohortId), becomes: 'delete' },
  },
]

/** Both may read all of them. */
async function actionsOf({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await database.orm
    .select({ action: t.pairActions })
    .from(t.pairActions)
    .innerJoin(pairings, eq(pairings.id, t.pairActions.pairingId))
    .where(sql`${personId} in (${pairings.mentorId}, ${pairings.menteeId})`)
    .orderBy(t.pairActions.addedAt, t.pairActions.id)
  return keys.openEach(
    rows,
    ({ action }) => action.cohortId,
    ({ action: { id: actionId, ownerId, addedAt, doneAt, text: sealedText } }, box) => {
      const text = box.open<string>(places.action(actionId), sealedText)
      const whose = ownerId === personId ? 'mine' : 'theirs'
      return withoutNothing({ whose, addedAt, doneAt, ...(text === erased ? { isErased: true } : { text }) })
    },
  )
}

/** Both may read them. */
async function notesOf({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await database.orm
    .select({ notes: t.sessionNotes })
    .from(t.sessionNotes)
    .innerJoin(pairings, eq(pairings.id, t.sessionNotes.pairingId))
    .where(sql`${personId} in (${pairings.mentorId}, ${pairings.menteeId})`)
    .orderBy(t.sessionNotes.savedAt, t.sessionNotes.sessionId)
  return keys.openEach(
    rows,
    ({ notes }) => notes.cohortId,
    ({ notes: { sessionId, version, savedById, savedAt, text: sealedText } }, box) => {
      const text = box.open<string>(places.sessionNotes(sessionId), sealedText)
      const savedBy = savedById === personId ? 'me' : 'partner'
      return { sessionId, version, savedBy, savedAt, ...(text === erased ? { isErased: true } : { text }) }
    },
  )
}

/** Both may read it. */
async function endingsOf({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await database.orm
    .select({ row: t.pairEndings })
    .from(t.pairEndings)
    .innerJoin(pairings, eq(pairings.id, t.pairEndings.pairingId))
    .where(sql`${personId} in (${pairings.mentorId}, ${pairings.menteeId})`)
  return keys.openEach(
    rows,
    ({ row }) => row.cohortId,
    ({ row }, box) => {
      const { choice, at, more } = toEnding(row, box) ?? { at: row.at }
      return withoutNothing(choice === undefined ? { at, isErased: true } : { choice, at, more })
    },
  )
}

/** Both may read all of them, and what was answered; who decided is theirs to know as little here as on the page. */
async function ideasOf({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await database.orm
    .select({ idea: t.ideas })
    .from(t.ideas)
    .innerJoin(pairings, eq(pairings.id, t.ideas.pairingId))
    .where(sql`${personId} in (${pairings.mentorId}, ${pairings.menteeId})`)
    .orderBy(t.ideas.wroteAt, t.ideas.id)
  return keys.openEach(
    rows,
    ({ idea }) => idea.cohortId,
    ({ idea: { id: ideaId, writerId, words: sealedWords, told: sealedTold, ...idea } }, box) => {
      const words = box.open<object>(places.idea(ideaId), sealedWords)
      const told = sealedTold === null ? undefined : box.open<object>(places.ideaTold(ideaId), sealedTold)
      const { state: at, withNames, wroteAt, sharedAt, decidedAt, closedAt } = idea
      return withoutNothing({
        ...{ by: writerId === personId ? 'me' : 'partner', state: at, withNames },
        ...{ wroteAt, sharedAt, decidedAt, closedAt },
        ...(words === erased ? { isErased: true } : words),
        ...(told === erased ? {} : told),
      })
    },
  )
}

/** Both may read them. */
async function skillsOf({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await database.orm
    .select({ row: t.confirmedSkills })
    .from(t.confirmedSkills)
    .innerJoin(pairings, eq(pairings.id, t.confirmedSkills.pairingId))
    .where(sql`${personId} in (${pairings.mentorId}, ${pairings.menteeId})`)
  return keys.openEach(
    rows,
    ({ row }) => row.cohortId,
    ({ row: { pairingId, byId, at, skills: sealedSkills } }, box) => {
      const skills = box.open<string[]>(places.skills(pairingId), sealedSkills)
      const by = byId === personId ? 'me' : 'partner'
      return withoutNothing({ by, at, ...(skills === erased ? { isErased: true } : { skills }) })
    },
  )
}
