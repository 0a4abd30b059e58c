/**
 * What was written before values were sealed is sealed at the start of the first version that knows how, before anything
 * reads: a few hundred rows a transaction, so that a start that was killed goes on where it stopped, and each value once.
 * A plain row is one whose value does not begin like a sealed one.
 */
import { and, eq, isNotNull, notLike } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { type DataKeys, organization } from './data-keys.ts'
import type { Database } from './database.ts'
import * as t from './schema.ts'
import { sealedPattern } from './sealed-box.ts'
import { places } from './sealed-places.ts'
import { scopeOf } from './telling/notice-scope.ts'

const atOnce = 500
const plain = (column: PgColumn) => and(isNotNull(column), notLike(column, sealedPattern))

/** @returns how many values were sealed. */
export async function sealWhatIsPlain(database: Database, keys: DataKeys): Promise<number> {
  let sealed = 0
  for (const batch of batches(database, keys)) {
    for (let n = atOnce; n > 0; sealed += n) n = await database.transaction(batch)
  }
  // The plain rows are dead, and still in the files until the tables are written anew.
  if (sealed > 0) for (const table of sealedTables) await database.query(`vacuum full ${table}`)
  return sealed
}

const sealedTables = [
  'check_ins',
  'participants',
  'blocks',
  'rankings',
  'speed_ratings',
  'vetoes',
  'notices',
  'pairings',
]

/** Each seals up to `atOnce` rows and says how many. */
function batches({ orm }: Database, keys: DataKeys): (() => Promise<number>)[] {
  return [
    async () => {
      const { sessionId, personId, answer } = t.checkIns
      const rows = await orm
        .select({ sessionId, personId, answer, cohortId: t.pairings.cohortId })
        .from(t.checkIns)
        .innerJoin(t.sessions, eq(t.sessions.id, sessionId))
        .innerJoin(t.pairings, eq(t.pairings.id, t.sessions.pairingId))
        .where(plain(answer))
        .limit(atOnce)
      for (const row of rows) {
        const box = await keys.boxOf(row.cohortId)
        await orm
          .update(t.checkIns)
          .set({ answer: box.seal(places.answer(row), JSON.parse(row.answer!)) })
          .where(and(eq(sessionId, row.sessionId), eq(personId, row.personId)))
      }
      return rows.length
    },
    async () => {
      const { id, cohortId, goal } = t.participants
      const rows = await orm
        .select({ id, cohortId, goal })
        .from(t.participants)
        .where(plain(goal))
        .limit(atOnce)
      for (const row of rows) {
        const box = await keys.boxOf(row.cohortId)
        await orm
          .update(t.participants)
          .set({ goal: box.seal(places.goal(row.id), row.goal) })
          .where(eq(id, row.id))
      }
      return rows.length
    },
    async () => {
      const { id, cohortId, why } = t.pairings
      const rows = await orm.select({ id, cohortId, why }).from(t.pairings).where(plain(why)).limit(atOnce)
      for (const row of rows) {
        const box = await keys.boxOf(row.cohortId)
        const sealed = box.seal(places.why(row.id), JSON.parse(row.why))
        await orm.update(t.pairings).set({ why: sealed }).where(eq(id, row.id))
      }
      return rows.length
    },
    async () => {
      const rows = await orm.select().from(t.blocks).where(plain(t.blocks.people)).limit(atOnce)
      const box = await keys.boxOf(organization)
      for (const row of rows) {
        const people = JSON.parse(row.people) as [string, string]
        const pair = box.lookUp(...people)
        await orm.delete(t.blocks).where(eq(t.blocks.pair, row.pair))
        const block = { pair, people: box.seal(places.block(pair), people) }
        await orm.insert(t.blocks).values(block).onConflictDoNothing()
      }
      return rows.length
    },
    async () => {
      const rows = await orm.select().from(t.rankings).where(plain(t.rankings.choices)).limit(atOnce)
      for (const row of rows) {
        const box = await keys.boxOf(row.cohortId)
        await orm
          .update(t.rankings)
          .set({ choices: box.seal(places.choices(row.cohortId, row.fromId), JSON.parse(row.choices)) })
          .where(and(eq(t.rankings.cohortId, row.cohortId), eq(t.rankings.fromId, row.fromId)))
      }
      return rows.length
    },
    async () => {
      const { eventId, fromId, toId, rating } = t.speedRatings
      const rows = await orm
        .select({ eventId, fromId, toId, rating, cohortId: t.speedEvents.cohortId })
        .from(t.speedRatings)
        .innerJoin(t.speedEvents, eq(t.speedEvents.id, eventId))
        .where(plain(rating))
        .limit(atOnce)
      for (const row of rows) {
        const box = await keys.boxOf(row.cohortId)
        await orm
          .update(t.speedRatings)
          .set({ rating: box.seal(places.rating(row), Number(row.rating)) })
          .where(and(eq(eventId, row.eventId), eq(fromId, row.fromId), eq(toId, row.toId)))
      }
      return rows.length
    },
    async () => {
      const rows = await orm.select().from(t.vetoes).where(plain(t.vetoes.pairing)).limit(atOnce)
      for (const row of rows) {
        const box = await keys.boxOf(row.cohortId)
        const person = box.lookUp('veto', row.person)
        await orm
          .update(t.vetoes)
          .set({ person, pairing: box.seal(places.veto(row.cohortId, person), row.pairing) })
          .where(and(eq(t.vetoes.cohortId, row.cohortId), eq(t.vetoes.person, row.person)))
      }
      return rows.length
    },
    async () => {
      const { key, notice } = t.notices
      const rows = await orm.select({ key, notice }).from(t.notices).where(plain(notice)).limit(atOnce)
      for (const row of rows) {
        const said = JSON.parse(row.notice)
        const scope = await scopeOf(orm, said)
        const box = await keys.boxOf(scope)
        await orm
          .update(t.notices)
          .set({ scope, notice: box.seal(places.notice(row.key), said) })
          .where(eq(key, row.key))
      }
      return rows.length
    },
  ]
}
