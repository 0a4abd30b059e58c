/** What the shelf's tables know of people: what they said of themselves, and with whom they do not want to be paired. */
import { eq, sql } from 'drizzle-orm'
import { organization } from '../data-keys.ts'
import { people } from '../organization/tables.ts'
import {
  about,
  type EraseStep,
  id,
  namedIn,
  namesOf,
  noName,
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
import * as t from './tables.ts'

/** Of a Cohort whose time is over: that they took part, and nothing that they said. The goal goes with the Cohort's key. */
const saidNothing = {
  topics: [],
  interests: [],
  languages: [],
  goalStart: 0,
  timeZone: 'UTC',
  workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
}

async function enrolments({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await database.orm.select().from(t.participants).where(eq(t.participants.personId, personId))
  return keys.openEach(
    rows,
    ({ cohortId }) => cohortId,
    ({ personId: _p, goal: sealedGoal, ...row }, box) => {
      const goal = box.open<string>(places.goal(row.id), sealedGoal)
      return withoutNothing({ ...row, ...(goal === erased ? { goalIsErased: true } : { goal }) })
    },
  )
}

type OfEnrolment = typeof t.applications | typeof t.reviews | typeof t.decisions | typeof t.placeOffers

/** Rows that hang on somebody's enrolments. */
const hangingOn = ({ participantId }: OfEnrolment, personId: string) =>
  sql`${participantId} in (select id from participants where person_id = ${personId})`

/** With their enrolment, before that goes. */
const goesWith = (table: OfEnrolment, column: string): EraseStep => ({
  act: 'own',
  in: [column],
  does: 'goes with their enrollment',
  async run({ database: { orm } }, { id: personId }) {
    await orm.delete(table).where(hangingOn(table, personId))
  },
})

const opened = (value: object | typeof erased) => (value === erased ? { isErased: true } : value)

async function applicationsOf({ database, keys }: World, personId: string) {
  const rows = await database.orm.select().from(t.applications).where(hangingOn(t.applications, personId))
  return keys.openEach(
    rows,
    ({ cohortId }) => cohortId,
    ({ participantId, sentAt, answers }, box) => ({
      ...{ sentAt, answers: opened(box.open<object>(places.application(participantId), answers)) },
    }),
  )
}

/** Without who it was: a reviewer speaks for the Program. */
async function reviewsOf({ database, keys }: World, personId: string) {
  const rows = await database.orm.select().from(t.reviews).where(hangingOn(t.reviews, personId))
  return keys.openEach(
    rows,
    ({ cohortId }) => cohortId,
    ({ participantId, reviewerId, at, review }, box) => ({
      ...{ at, ...opened(box.open<object>(places.review(participantId, reviewerId), review)) },
    }),
  )
}

async function decisionsOn({ database, keys }: World, personId: string) {
  const rows = await database.orm.select().from(t.decisions).where(hangingOn(t.decisions, personId))
  return keys.openEach(
    rows,
    ({ cohortId }) => cohortId,
    ({ id: decisionId, decision, at, reason: sealedReason }, box) => {
      const reason = box.open<string>(places.reason(decisionId), sealedReason)
      return { decision, at, ...(reason === erased ? { isErased: true } : { reason }) }
    },
  )
}

/** Without who offered it: whoever runs the Program speaks for it. */
const placesOffered = async ({ database: { orm } }: World, personId: string) => {
  const { state, offeredAt, until, endedAt } = t.placeOffers
  const rows = await orm
    .select({ state, offeredAt, until, endedAt })
    .from(t.placeOffers)
    .where(hangingOn(t.placeOffers, personId))
  return rows.map(withoutNothing)
}

/** What was said of them, by name only where that colleague agreed, and what they said of others. */
async function nominationsOf({ database, keys }: World, personId: string) {
  const rows = await database.orm
    .select()
    .from(t.nominations)
    .where(namedIn(t.nominations, ['personId', 'byId'], personId))
  const names = await namesOf(
    { database, keys },
    people,
    rows.flatMap(({ personId: ofWhom, byId }) => [ofWhom, byId]),
  )
  return keys.openEach(
    rows,
    ({ cohortId }) => cohortId,
    ({ id: voiceId, personId: ofWhom, byId, side, isNamed, line: sealedLine, saidAt }, box) => {
      const line = box.open<string>(places.nominated(voiceId), sealedLine)
      const isMine = byId === personId
      return withoutNothing({
        ...{ about: isMine ? names.get(ofWhom) : 'me', side, saidAt },
        ...(isMine ? { isNamed } : isNamed ? { byName: names.get(byId) } : {}),
        ...(line === erased ? { isErased: true } : { line }),
      })
    },
  )
}

/** Who said it of whom. What cannot be opened any more names nobody. */
async function blocksOpened({ database, keys }: World) {
  const rows = await database.orm.select().from(t.blocks)
  const box = await keys.boxOf(organization)
  return rows.flatMap(({ pair, people: sealedTwo }) => {
    const two = box.open<[by: string, other: string]>(places.block(pair), sealedTwo)
    return two === erased ? [] : [{ pair, by: two[0], other: two[1] }]
  })
}

export const enrolmentPersonal: readonly PersonalTable[] = [
  {
    table: t.participants,
    group: 'taking-part',
    what: 'who takes part in a cohort, and what they said when they enrolled',
    columns: {
      id: ours,
      cohortId: ours,
      personId: id('subject'),
      side: said('subject'),
      state,
      topics: said('subject', '[].topic', '[].level'),
      languages: said('subject', '[]'),
      interests: said('subject', '[]'),
      timeZone: said('subject'),
      workingHours: said('subject', 'days', 'start', 'end'),
      goal: sealed(said('subject')),
    },
    readers: 'the person; the Organizer and possible partners all but the goal',
    exported: { as: 'enrolments', read: enrolments },
    erase: [{ act: 'delete', by: ['personId'] }],
    kept: 'cohort',
    ofCohort: {
      where: (cohortId) => eq(t.participants.cohortId, cohortId),
      becomes: { set: saidNothing },
    },
  },
  {
    table: t.acceptances,
    group: 'taking-part',
    what: 'which version of the ground rules somebody accepted, and when',
    columns: { participantId: ours },
    readers: 'the person; the Organizer whether it is the newest',
    exported: {
      as: 'acceptedGroundRules',
      read: async ({ database: { orm } }, personId) =>
        orm
          .select({ version: t.acceptances.version, acceptedAt: t.acceptances.acceptedAt })
          .from(t.acceptances)
          .innerJoin(t.participants, eq(t.participants.id, t.acceptances.participantId))
          .where(eq(t.participants.personId, personId)),
    },
    // They go with the row of the person who takes part.
    erase: [],
    kept: 'cohort',
    ofCohort: {
      where: (cohortId) =>
        sql`${t.acceptances.participantId} in (select id from participants where cohort_id = ${cohortId})`,
      becomes: 'delete',
    },
  },
  {
    table: t.applications,
    group: 'taking-part',
    what: 'what somebody answered who wants to teach, and when',
    columns: { participantId: ours, cohortId: ours, answers: sealed(said('subject', '*')) },
    readers: 'the person; reviewers and Organizers who stand in no line with them',
    exported: { as: 'applications', read: applicationsOf },
    erase: [goesWith(t.applications, 'answers')],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.applications.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.reviews,
    group: 'taking-part',
    what: 'what a reviewer thought of an application',
    columns: {
      participantId: ours,
      reviewerId: id('writer'),
      cohortId: ours,
      review: sealed(about('subject', 'scores', 'verdict', 'note')),
    },
    readers: 'reviewers who have given their own, and Organizers, none of them in a line with the person',
    exported: { as: 'reviewsOfMyApplication', read: reviewsOf },
    erase: [goesWith(t.reviews, 'review'), { act: 'delete', by: ['reviewerId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.reviews.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.decisions,
    group: 'taking-part',
    what: 'what was decided on an application, by whom and why',
    columns: {
      id: ours,
      participantId: ours,
      cohortId: ours,
      byId: id('writer'),
      decision: state,
      reason: sealed(about('subject')),
    },
    readers: 'Organizers who stand in no line with the person',
    exported: { as: 'decisionsOnMyApplication', read: decisionsOn },
    erase: [goesWith(t.decisions, 'reason'), { act: 'rename', in: ['byId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.decisions.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.placeOffers,
    group: 'taking-part',
    what: 'which places were offered to somebody on the waiting list, by whom, and what came of it',
    columns: { id: ours, participantId: ours, cohortId: ours, byId: id('writer'), state },
    readers: 'the person; the Organizer',
    exported: { as: 'placesOffered', read: placesOffered },
    erase: [goesWith(t.placeOffers, 'participantId'), { act: 'rename', in: ['byId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.placeOffers.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.nominations,
    group: 'taking-part',
    what: 'who was put forward to take part, by whom, on which side and why',
    columns: {
      id: ours,
      cohortId: ours,
      personId: id('subject'),
      side: about('subject'),
      byId: id('writer'),
      line: sealed(said('writer')),
    },
    readers:
      'whoever put them forward, their own line; the Organizer, but for a nomination of their own; the person, that they were put forward and, if that colleague agreed, by whom',
    exported: { as: 'nominations', read: nominationsOf },
    erase: [{ act: 'delete', by: ['personId', 'byId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.nominations.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.invitations,
    group: 'taking-part',
    what: 'who was invited to enroll, by whom, and whether they looked or said “not now”',
    columns: {
      id: ours,
      cohortId: ours,
      personId: id('subject'),
      side: about('subject'),
      byId: id('writer'),
      state,
    },
    readers:
      'the person; the Organizer who was invited and, of enough people, how many looked or said “not now”',
    exported: {
      as: 'invitations',
      read: own(
        t.invitations,
        ['personId'],
        ['side', 'state', 'invitedAt', 'sentAt', 'remindedAt', 'openedAt', 'endedAt'],
      ),
    },
    erase: [
      { act: 'delete', by: ['personId'] },
      { act: 'rename', in: ['byId'] },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.invitations.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.lessonProgress,
    group: 'taking-part',
    what: 'which lessons of the training somebody started and finished; not how they answered',
    columns: { personId: id('subject'), lessonId: ours },
    readers: 'the person; the Organizer how many are finished',
    exported: {
      as: 'training',
      read: own(t.lessonProgress, ['personId'], ['lessonId', 'version', 'startedAt', 'finishedAt']),
    },
    erase: [{ act: 'delete', by: ['personId'] }],
    kept: 'person',
  },
  {
    table: t.blocks,
    group: 'wishes',
    what: '“not with this person”',
    columns: { pair: sealed(id('subject')), people: sealed(id('subject', '[0]', '[1]')) },
    readers: 'nobody; pairing alone',
    exported: {
      as: 'notWith',
      async read(world, personId) {
        const mine = (await blocksOpened(world)).filter(({ by }) => by === personId)
        const names = await namesOf(
          world,
          people,
          mine.map(({ other }) => other),
        )
        return mine.map(({ other }) => ({ name: names.get(other) ?? noName }))
      },
    },
    erase: [
      {
        act: 'own',
        in: ['pair', 'people'],
        does: 'what they said goes; what others said of them stays sealed while the directory has them, and goes when it no longer does',
        async run(world, leaver) {
          const theirs = (await blocksOpened(world)).filter(
            ({ by, other }) => by === leaver.id || (leaver.isGone && other === leaver.id),
          )
          for (const { pair } of theirs)
            await world.database.orm.delete(t.blocks).where(eq(t.blocks.pair, pair))
        },
      },
    ],
    kept: 'person',
  },
]
