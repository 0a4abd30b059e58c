import { and, asc, eq, isNull, lt, lte } from 'drizzle-orm'
import type { Ask } from '../../domain/meeting/ask.ts'
import type { Answers } from '../../domain/meeting/form.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { columns, present } from '../rows.ts'
import * as t from '../schema.ts'
import { type Box, erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

type Row = typeof t.asks.$inferSelect

function toAsk(row: Row, box: Box): Ask {
  const { answers: sealed, ...rest } = present(row)
  if (sealed === undefined) return rest
  const answers = box.open<Answers>(places.answers(row.key), sealed)
  return answers === erased ? { ...rest, isErased: true } : { ...rest, answers }
}

const keysOfAsk = [
  'key',
  'form',
  'version',
  'personId',
  'side',
  'pairingId',
  'cohortId',
  'state',
  'askedAt',
  'until',
  'remindedAt',
  'answeredAt',
] as const

export function askStore({ orm }: Database, keys: DataKeys) {
  const opened = (rows: Row[]) => keys.openEach(rows, ({ cohortId }) => cohortId, toAsk)
  return {
    async get(key: string): Promise<Ask | undefined> {
      const [row] = await orm.select().from(t.asks).where(eq(t.asks.key, key))
      return row && (await opened([row]))[0]
    },
    async ofPairing(pairingId: PairingId): Promise<Ask[]> {
      return opened(
        await orm.select().from(t.asks).where(eq(t.asks.pairingId, pairingId)).orderBy(t.asks.key),
      )
    },
    async list(cohortId: CohortId): Promise<Ask[]> {
      return opened(await orm.select().from(t.asks).where(eq(t.asks.cohortId, cohortId)).orderBy(t.asks.key))
    },
    async ofPerson(personId: PersonId): Promise<Ask[]> {
      const mine = eq(t.asks.personId, personId)
      return opened(await orm.select().from(t.asks).where(mine).orderBy(asc(t.asks.askedAt), t.asks.key))
    },
    async overdue(now: Date, limit: number): Promise<Ask[]> {
      const over = and(eq(t.asks.state, 'asked'), lte(t.asks.until, now))
      return opened(await orm.select().from(t.asks).where(over).orderBy(t.asks.until).limit(limit))
    },
    async unreminded(before: Date, limit: number): Promise<Ask[]> {
      const open = and(eq(t.asks.state, 'asked'), lt(t.asks.askedAt, before), isNull(t.asks.remindedAt))
      return opened(await orm.select().from(t.asks).where(open).orderBy(t.asks.askedAt).limit(limit))
    },
    async save({ isErased, sharesGoal = false, ...ask }: Ask): Promise<void> {
      const box = ask.answers && (await keys.boxOf(ask.cohortId))
      const row = {
        ...(columns(keysOfAsk, ask) as unknown as Omit<Row, 'answers' | 'sharesGoal'>),
        sharesGoal,
        ...(isErased ? {} : { answers: box ? box.seal(places.answers(ask.key), ask.answers) : null }),
      }
      await orm.insert(t.asks).values(row).onConflictDoUpdate({ target: t.asks.key, set: row })
    },
  }
}
