/** What the shelf's tables know of people: who is or was paired with whom, and what runs and scenarios say of each. */
import { and, eq, or, sql } from 'drizzle-orm'
import type { ScorePart } from '../../domain/pairing/pairing.ts'
import { shownScore } from '../../domain/pairing/shown-score.ts'
import {
  about,
  id,
  impersonal,
  ofPairingIn,
  ours,
  type PersonalTable,
  said,
  sealed,
  state,
  type World,
  withoutNothing,
} from '../personal-table.ts'
import { erased, type Place } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'
import * as t from './tables.ts'

const settings = impersonal('rules and weights, for everybody alike')
const outcomeIds = [
  'unplaced[].personId',
  'unplaced[].smallestChange',
  'notTakingPart[].personId',
  'approval.by',
  'changes.list[].by',
  'changes.list[].one.menteeId',
  'changes.list[].other.menteeId',
]

/** As the card told it: no points, and nothing that follows from what somebody said in private. */
const spokeFor = (parts: ScorePart[]) =>
  shownScore({ score: 0, parts, reason: '' }).parts.map(({ part }) => part)

async function myPairs({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await database.query(
    `select a.id, a.cohort_id as "cohortId", a.state, a.why, a.active_since as "activeSince",
       a.ended_at as "endedAt", case when a.mentor_id = $1 then 'mentor' else 'mentee' end as side, p.display_name as partner
     from pairings a left join people p on p.id = case when a.mentor_id = $1 then a.mentee_id else a.mentor_id end
     where $1 in (a.mentor_id, a.mentee_id) and a.state <> 'proposed'`,
    [personId],
  )
  return keys.openEach(
    rows as { id: string; cohortId: string; why: string }[],
    ({ cohortId }) => cohortId,
    ({ why: sealedWhy, ...row }, box) => {
      const why = box.open<{ parts: ScorePart[] }>(places.why(row.id), sealedWhy)
      return withoutNothing({
        ...row,
        ...(why === erased ? { isErased: true } : { spokeForYou: spokeFor(why.parts) }),
      })
    },
  )
}

export const pairingPersonal: readonly PersonalTable[] = [
  {
    table: t.pairings,
    group: 'pairs',
    what: 'pairs, from the proposal to the end',
    columns: {
      id: ours,
      cohortId: ours,
      mentorId: id('subject'),
      menteeId: id('subject'),
      state,
      why: sealed(about('subject', 'parts', 'reason')),
      approvedBy: id('writer'),
      endedBy: id('writer'),
    },
    readers: 'the two; the Organizer, but for a pair of their own',
    exported: { as: 'pairs', read: myPairs },
    erase: [
      {
        act: 'own',
        in: ['why'],
        does: 'proposals go; of a pair that was, what spoke for the two is emptied',
        async run({ database: { orm }, keys }, { id: personId }) {
          const theirs = or(eq(t.pairings.mentorId, personId), eq(t.pairings.menteeId, personId))
          await orm.delete(t.pairings).where(and(theirs, eq(t.pairings.state, 'proposed')))
          for (const row of await orm.select().from(t.pairings).where(theirs)) {
            const box = await keys.boxOf(row.cohortId)
            if (box.isErased) continue
            const why = box.seal(places.why(row.id), { parts: [], reason: '' })
            await orm.update(t.pairings).set({ why }).where(eq(t.pairings.id, row.id))
          }
        },
      },
      { act: 'rename', in: ['mentorId', 'menteeId', 'approvedBy', 'endedBy'] },
    ],
    kept: 'person',
  },
  {
    table: t.wishes,
    group: 'pairs',
    what: 'pairs that an Organizer, or the two, want or do not want',
    columns: {
      cohortId: ours,
      mentorId: id('subject'),
      menteeId: id('subject'),
      kind: state,
      by: state,
    },
    readers: 'the Organizer',
    exported: {
      not: 'who is wanted together is between the Organizer and the other one; what comes of it is under “pairs”',
    },
    erase: [{ act: 'delete', by: ['mentorId', 'menteeId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.wishes.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.runs,
    group: 'pairs',
    what: 'what a run of the engine came to, with whom it left without a partner and why',
    columns: {
      id: ours,
      cohortId: ours,
      state,
      objective: state,
      phase: state,
      failure: impersonal('a name of ours for what went wrong'),
      outcome: id('subject', ...outcomeIds),
      settings,
    },
    readers: 'the Organizer',
    exported: { as: 'withoutPartner', read: leftOver },
    erase: [{ act: 'rename', in: ['outcome'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.runs.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.agreements,
    group: 'pairs',
    what: 'what two agreed on, with a goal of each',
    columns: {
      pairingId: ours,
      terms: sealed(said('subject', 'offLimits', 'own')),
      mentorGoal: sealed(said('subject', 'goal', 'goalStart')),
      menteeGoal: sealed(said('subject', 'goal', 'goalStart')),
    },
    readers: 'the two; others whether both have signed',
    exported: { as: 'agreements', read: agreedWith },
    erase: [
      {
        act: 'own',
        in: ['pairingId', 'terms', 'mentorGoal', 'menteeGoal'],
        does: 'what they agreed on with somebody goes',
        async run({ database: { orm } }, { id: personId }) {
          await orm
            .delete(t.agreements)
            .where(
              sql`${t.agreements.pairingId} in (select id from pairings where ${personId} in (mentor_id, mentee_id))`,
            )
        },
      },
    ],
    kept: 'cohort',
    ofCohort: {
      where: (cohortId) => ofPairingIn(t.agreements.pairingId, cohortId),
      becomes: 'delete',
    },
  },
  {
    table: t.scenarios,
    group: 'pairs',
    what: 'what other rules would come to',
    columns: {
      id: ours,
      cohortId: ours,
      name: impersonal('the Organizer’s name for a set of rules'),
      settings,
      state,
      outcome: id('subject', ...outcomeIds),
      pairs: id('subject', '[][0]', '[][1]'),
      failure: impersonal('a name of ours for what went wrong'),
    },
    readers: 'the Organizer',
    exported: {
      not: 'what would be, and never was; it names the person beside somebody they may never hear of',
    },
    erase: [{ act: 'rename', in: ['outcome', 'pairs'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.scenarios.cohortId, cohortId), becomes: 'delete' },
  },
]

async function leftOver({ database }: World, personId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await database.query(
    `select r.cohort_id as "cohortId", r.finished_at as at, one->>'cause' as cause
     from matching_runs r, jsonb_array_elements(r.outcome->'unplaced') one where one->>'personId' = $1`,
    [personId],
  )
  return rows.map(withoutNothing)
}

/** The terms are of both; of the goals my own alone. */
async function agreedWith({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await database.orm
    .select({ agreement: t.agreements, mentorId: t.pairings.mentorId, cohortId: t.pairings.cohortId })
    .from(t.agreements)
    .innerJoin(t.pairings, eq(t.pairings.id, t.agreements.pairingId))
    .where(sql`${personId} in (${t.pairings.mentorId}, ${t.pairings.menteeId})`)
  return keys.openEach(
    rows,
    ({ cohortId }) => cohortId,
    ({ agreement: { pairingId, version, ...row }, mentorId }, box) => {
      const side = mentorId === personId ? 'mentor' : 'mentee'
      const [sealedGoal, signedAt] = [row[`${side}Goal`], row[`${side}SignedAt`]]
      const opened = (place: Place, value: string | null) => {
        const plain = value === null ? undefined : box.open<object>(place, value)
        return plain === erased ? undefined : plain
      }
      return withoutNothing({
        ...{ version, signedAt, terms: opened(places.terms(pairingId, version), row.terms) },
        mine: opened(places.signed(pairingId, version, side), sealedGoal),
      })
    },
  )
}
