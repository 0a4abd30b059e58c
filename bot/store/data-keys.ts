/**
 * One data key a Cohort, and one of the organization for what holds in every Cohort; each lies in the database wrapped by a
 * key-encryption key of the settings (Key Vault in Azure). The first of those wraps, all unwrap: a new one is put in
 * front, at the next start everything is wrapped anew, then the old one can go. Destroying a data key erases what it sealed.
 */
import { eq, ne, sql } from 'drizzle-orm'
import { Fault } from '../domain/fault.ts'
import { minuteMs } from '../domain/span.ts'
import type { Database } from './database.ts'
import * as t from './schema.ts'
import {
  type Box,
  boxOf,
  type Erased,
  erased,
  erasedBox,
  type RandomBytes,
  SealBroken,
  unwrapKey,
  wrapKey,
} from './sealed-box.ts'

/** A key-encryption key: 32 bytes under a name. */
export interface Kek {
  id: string
  key: Buffer
}

export interface KeyRing {
  /** The first wraps. */
  keks: readonly [Kek, ...Kek[]]
  random: RandomBytes
  /** Milliseconds of a clock that only runs forward. */
  now(): number
}

/** Blocks hold for every Cohort, and some cards belong to none. */
export const organization = 'organization'

/** For what forbids pairs: that it is erased must not read as if there were nothing. @throws SealBroken `erased` */
export function whileReadable<T>(value: T | Erased, place: readonly [string, string]): T {
  if (value === erased) throw new SealBroken('erased', place)
  return value
}

export class KeyMissing extends Fault {
  override readonly name = 'KeyMissing'
  readonly code = 'key-missing'
  constructor(scope: string, kekId: string) {
    super(
      `The data key of ${scope} is wrapped by "${kekId}", which DATA_KEYS does not name. Add that key again.`,
    )
  }
}

/** Another instance may have destroyed a key: it is asked for again after a minute. */
const trustedMs = minuteMs
/** More than any service has open at once. */
const mostKept = 1000

export type DataKeys = ReturnType<typeof dataKeysOf>

export function dataKeysOf(database: Database, { keks, random, now }: KeyRing) {
  const { orm, transaction, afterCommit } = database
  const [newest] = keks
  const kept = new Map<string, { box: Box; readAt: number }>()

  /** Made or destroyed in a transaction that may still be rolled back: then it never was. */
  const unsettled = new Set<string>()

  function keep(scope: string, box: Box): void {
    kept.delete(scope)
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
    kept.set(scope, { box, readAt: now() })
  }

  function settle(scope: string, box: Box): void {
    unsettled.delete(scope)
    keep(scope, box)
  }

  async function read(scope: string): Promise<Box | undefined> {
    const [row] = await orm.select().from(t.dataKeys).where(eq(t.dataKeys.scope, scope))
    return row && toBox(row)
  }

  function toBox({ scope, wrapped, kekId }: typeof t.dataKeys.$inferSelect): Box {
    return wrapped === null ? erasedBox : boxOf(scope, unwrapKey(kekOf(scope, kekId), scope, wrapped), random)
  }

  function kekOf(scope: string, id: string): Kek {
    const kek = keks.find((one) => one.id === id)
    if (!kek) throw new KeyMissing(scope, id)
    return kek
  }

  /** Two may do this at once: the first row stands, and both read it. */
  async function make(scope: string): Promise<Box> {
    const wrapped = wrapKey(newest, scope, random(32), random)
    unsettled.add(scope)
    await orm.insert(t.dataKeys).values({ scope, wrapped, kekId: newest.id }).onConflictDoNothing()
    return (await read(scope))!
  }

  /** The box of a scope; its key is made when it has none. */
  async function box(scope: string): Promise<Box> {
    const known = kept.get(scope)
    if (known && now() - known.readAt < trustedMs) return known.box
    const found = (await read(scope)) ?? (await make(scope))
    if (unsettled.has(scope)) afterCommit(() => settle(scope, found))
    else keep(scope, found)
    return found
  }

  return {
    boxOf: box,
    /** What a row says, each opened with the box of its scope. */
    async openEach<Row, Opened>(
      rows: readonly Row[],
      scopeOf: (row: Row) => string,
      open: (row: Row, box: Box) => Opened,
    ): Promise<Opened[]> {
      const boxes = new Map<string, Box>()
      for (const scope of new Set(rows.map(scopeOf))) boxes.set(scope, await box(scope))
      return rows.map((row) => open(row, boxes.get(scopeOf(row))!))
    },
    /** Nobody reads again what this scope has sealed: not this instance, not another, a minute later at the most. */
    async destroy(scope: string, at: Date): Promise<void> {
      const gone = { wrapped: null, destroyedAt: at }
      await orm
        .insert(t.dataKeys)
        .values({ scope, kekId: newest.id, ...gone })
        .onConflictDoUpdate({
          target: t.dataKeys.scope,
          set: {
            wrapped: null,
            destroyedAt: sql`coalesce(${t.dataKeys.destroyedAt}, excluded.destroyed_at)`,
          },
        })
      kept.delete(scope)
      unsettled.add(scope)
      afterCommit(() => settle(scope, erasedBox))
    },
    /** Wraps under the newest what an older key wraps. Stopped halfway, the next start goes on. @returns how many */
    async rewrap(): Promise<number> {
      const old = await orm
        .select({ scope: t.dataKeys.scope })
        .from(t.dataKeys)
        .where(ne(t.dataKeys.kekId, newest.id))
      for (const { scope } of old) {
        await transaction(async () => {
          const [row] = await orm.select().from(t.dataKeys).where(eq(t.dataKeys.scope, scope)).for('update')
          if (!row || row.kekId === newest.id) return
          const wrapped =
            row.wrapped === null
              ? null
              : wrapKey(newest, scope, unwrapKey(kekOf(scope, row.kekId), scope, row.wrapped), random)
          await orm.update(t.dataKeys).set({ wrapped, kekId: newest.id }).where(eq(t.dataKeys.scope, scope))
        })
      }
      return old.length
    },
  }
}
