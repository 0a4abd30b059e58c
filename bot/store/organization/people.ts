import { and, asc, count, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { foldText } from '../../domain/fold-text.ts'
import type { CensusPage, DirectoryPage, DirectoryRow } from '../../domain/organization/directory-page.ts'
import type { Person, PersonId } from '../../domain/organization/person.ts'
import { utcDate } from '../../domain/span.ts'
import type { Database } from '../database.ts'
import { asInserted, inParts, type Present, present } from '../rows.ts'
import * as t from '../schema.ts'

type Row = typeof t.people.$inferSelect

/** A reading of the directory; `at` is the moment of a page. */
interface Reading {
  whole: boolean
  startedAt: Date
  at: Date
}

export function toPerson(row: Row): Person {
  const {
    sortName: _s,
    searchText: _t,
    seenAt: _a,
    removedAt: _r,
    auditName: _n,
    ...person
  } = present(row) as Present<Row>
  return person
}

function toRow(person: Person, seenAt: Date): typeof t.people.$inferInsert {
  const { displayName, jobTitle, department, officeLocation } = person
  return {
    id: person.id,
    displayName,
    mail: person.mail ?? null,
    userPrincipalName: person.userPrincipalName ?? null,
    jobTitle: jobTitle ?? null,
    department: department ?? null,
    officeLocation: officeLocation ?? null,
    city: person.city ?? null,
    country: person.country ?? null,
    preferredLanguage: person.preferredLanguage ?? null,
    hiredOn: person.hiredOn ?? null,
    grade: person.grade ?? null,
    managerId: person.managerId ?? null,
    isEligible: person.isEligible,
    sortName: foldText(displayName),
    searchText: foldText([displayName, jobTitle, department, officeLocation].filter(Boolean).join(' ')),
    seenAt,
    removedAt: null,
  }
}

/** A change may name a few fields only: what is missing stays as it was known, and is empty where nothing was. */
function merge(
  known: Person | undefined,
  { person: change, manager }: DirectoryRow & { kind: 'person' },
): Person {
  const merged: Person = {
    ...withoutCleared({ ...known, ...change }),
    id: change.id,
    displayName: change.displayName ?? known?.displayName ?? change.id,
    isEligible: change.isEligible ?? known?.isEligible ?? false,
  }
  if (manager === 'none') delete merged.managerId
  else if (manager !== 'unchanged') merged.managerId = manager.id
  return merged
}

function withoutCleared<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

const everyColumn = asInserted([
  'displayName',
  'mail',
  'userPrincipalName',
  'jobTitle',
  'department',
  'officeLocation',
  'city',
  'country',
  'preferredLanguage',
  'hiredOn',
  'grade',
  'managerId',
  'isEligible',
  'sortName',
  'searchText',
  'seenAt',
  'removedAt',
])

export const here = isNull(t.people.removedAt)

export function peopleStore({ orm, query, transaction }: Database) {
  async function many(ids: PersonId[]): Promise<Map<PersonId, Person>> {
    const found = new Map<PersonId, Person>()
    for (const part of inParts([...new Set(ids)], 5000)) {
      if (part.length === 0) continue
      for (const row of await orm.select().from(t.people).where(inArray(t.people.id, part))) {
        found.set(row.id, toPerson(row))
      }
    }
    return found
  }

  /**
   * Whom this reading described already. In a whole one a field or manager that is absent where somebody first appears is
   * empty, and they may appear again with less.
   */
  async function toldSince(startedAt: Date, ids: PersonId[]): Promise<Set<PersonId>> {
    const told = new Set<PersonId>()
    for (const part of inParts([...new Set(ids)], 5000)) {
      if (part.length === 0) continue
      const rows = await orm
        .select({ id: t.people.id })
        .from(t.people)
        .where(and(inArray(t.people.id, part), gte(t.people.seenAt, startedAt)))
      for (const { id } of rows) told.add(id)
    }
    return told
  }

  /** The same person may stand twice on one page, gone and back included: the later row wins. */
  async function applyRows(rows: DirectoryRow[], reading: Reading) {
    const ids = rows.flatMap((row) => (row.kind === 'person' ? [row.person.id] : []))
    const known = await many(ids)
    const told = reading.whole ? await toldSince(reading.startedAt, ids) : undefined
    const before = (id: PersonId) => (told && !told.has(id) ? undefined : known.get(id))
    const next = new Map<PersonId, Person>()
    const removed = new Set<PersonId>()
    for (const row of rows) {
      if (row.kind === 'removed') removed.add(row.id)
      if (row.kind !== 'person') continue
      const { id } = row.person
      next.set(id, merge(next.get(id) ?? before(id), row))
      removed.delete(id)
    }
    for (const part of inParts([...next.values()], 1000)) {
      await orm
        .insert(t.people)
        .values(part.map((person) => toRow(person, reading.startedAt)))
        .onConflictDoUpdate({ target: t.people.id, set: everyColumn })
    }
    await rememberManagers([...next.values()], known, reading.at)
    await remove([...removed], reading.at)
  }

  /** Whoever is no longer somebody's manager was until now: "not a manager of the last months" is asked of this. */
  async function rememberManagers(people: Person[], known: Map<PersonId, Person>, at: Date): Promise<void> {
    const until = utcDate(at)
    const former = people.flatMap(({ id: personId, managerId: now }) => {
      const managerId = known.get(personId)?.managerId
      return managerId !== undefined && managerId !== now ? [{ personId, managerId, until }] : []
    })
    for (const part of inParts(former, 1000)) {
      await orm
        .insert(t.formerManagers)
        .values(part)
        .onConflictDoUpdate({
          target: [t.formerManagers.personId, t.formerManagers.managerId],
          set: { until: sql`greatest(${t.formerManagers.until}, excluded.until)` },
        })
    }
  }

  async function applyPage(page: DirectoryPage, reading: Reading): Promise<void> {
    await transaction(async () => {
      await applyRows(page.rows, reading)
      const unreadable = page.rows.flatMap((row) =>
        row.kind === 'unreadable' ? [{ ...(row.id ? { id: row.id } : {}), why: row.why }] : [],
      )
      await keepUnreadable(page.rows, reading.startedAt)
      if (page.done && reading.whole) {
        await orm
          .update(t.people)
          .set({ removedAt: reading.at, isEligible: false })
          .where(and(here, lt(t.people.seenAt, reading.startedAt)))
      }
      await orm
        .update(t.organizationReading)
        .set({
          cursor: page.cursor,
          cursorAt: reading.at,
          pages: sql`${t.organizationReading.pages} + 1`,
          unreadable: sql`${t.organizationReading.unreadable} || ${JSON.stringify(unreadable)}::jsonb`,
          failure: null,
          ...(page.done
            ? {
                ...{
                  state: 'fresh' as const,
                  whole: false,
                  finishedAt: reading.at,
                  changesFrom: page.cursor,
                },
                ...(reading.whole ? { wholeAt: reading.at } : {}),
              }
            : { state: 'reading' }),
        })
        .where(eq(t.organizationReading.id, 1))
    })
  }

  /** Rows nobody could read are somebody all the same: they keep what is known of them, and are not missing. */
  async function keepUnreadable(rows: DirectoryRow[], startedAt: Date): Promise<void> {
    const ids = rows.flatMap((row) => (row.kind === 'unreadable' && row.id ? [row.id] : []))
    if (ids.length) await orm.update(t.people).set({ seenAt: startedAt }).where(inArray(t.people.id, ids))
  }

  async function applyCensusPage(
    { rows, next }: CensusPage,
    { startedAt, at }: Omit<Reading, 'whole'>,
  ): Promise<void> {
    const census = { startedAt: startedAt.toISOString(), at: at.toISOString(), ...(next ? { next } : {}) }
    await transaction(async () => {
      await applyRows(rows, { whole: true, startedAt, at })
      await keepUnreadable(rows, startedAt)
      await orm.update(t.organizationReading).set({ census }).where(eq(t.organizationReading.id, 1))
    })
  }

  async function endCensus(gone: PersonId[], { at, isWhole }: { at: Date; isWhole: boolean }): Promise<void> {
    await transaction(async () => {
      await remove(gone, at)
      await orm
        .update(t.organizationReading)
        .set({ census: null, ...(isWhole ? { wholeAt: at } : {}) })
        .where(eq(t.organizationReading.id, 1))
    })
  }

  async function remove(ids: PersonId[], at: Date): Promise<void> {
    if (ids.length === 0) return
    await orm.update(t.people).set({ removedAt: at, isEligible: false }).where(inArray(t.people.id, ids))
  }

  return {
    get: async (id: PersonId) => (await many([id])).get(id),
    many,
    applyPage,
    applyCensusPage,
    endCensus,
    async unseenSince(startedAt: Date, limit: number): Promise<PersonId[]> {
      const rows = await orm
        .select({ id: t.people.id })
        .from(t.people)
        .where(and(here, lt(t.people.seenAt, startedAt)))
        .orderBy(asc(t.people.id))
        .limit(limit)
      return rows.map(({ id }) => id)
    },
    async lines(): Promise<{ id: PersonId; managerId?: PersonId; isEligible: boolean }[]> {
      const rows = await orm
        .select({ id: t.people.id, managerId: t.people.managerId, isEligible: t.people.isEligible })
        .from(t.people)
        .where(here)
      return rows.map(present)
    },
    all: keptWhileSame(
      async () => {
        // Of every row the transaction that wrote it: whatever anybody inserts, changes or deletes makes another sum.
        const { rows } = await query('select count(*) n, sum(xmin::text::bigint)::text written from people')
        return `${rows[0]?.n} ${rows[0]?.written}`
      },
      async () => (await orm.select().from(t.people).where(here)).map(toPerson),
    ),
    async count(): Promise<number> {
      const [row] = await orm.select({ n: count() }).from(t.people).where(here)
      return row?.n ?? 0
    },
  }
}

const keptUnusedMs = 120_000

/**
 * The whole chart takes most of the time of a look at possible partners, and hardly ever changed since the last one. Its
 * mark is read before it is, so that what changes meanwhile is read again rather than missed. Unused for two minutes it
 * gives its memory back.
 */
function keptWhileSame<T>(
  mark: () => Promise<string>,
  read: () => Promise<readonly T[]>,
): () => Promise<readonly T[]> {
  let kept: { at: string; rows: readonly T[] } | undefined
  let forget: NodeJS.Timeout | undefined
  return async () => {
    const at = await mark()
    clearTimeout(forget)
    if (kept?.at !== at) kept = { at, rows: Object.freeze(await read()) }
    forget = setTimeout(() => {
      kept = undefined
    }, keptUnusedMs).unref()
    return kept.rows
  }
}
