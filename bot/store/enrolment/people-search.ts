/** Finding people by their words and by how they take part: what the People page asks. */

import { and, asc, count, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Participant, ParticipantState } from '../../domain/enrolment/participant.ts'
import type { PeopleQuery, PeopleResult } from '../../domain/enrolment/people-query.ts'
import { foldText } from '../../domain/fold-text.ts'
import { isStorable } from '../../domain/storable.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { here, toPerson } from '../organization/people.ts'
import * as t from '../schema.ts'
import { toParticipant } from './participants.ts'

export function peopleSearch({ orm }: Database, keys: DataKeys) {
  async function search(query: PeopleQuery): Promise<PeopleResult> {
    const filter = filterOf(query)
    const joined = and(
      eq(t.participants.personId, t.people.id),
      eq(t.participants.cohortId, query.cohortId ?? ''),
    )
    const load = sql<number>`(select count(*)::int from ${t.pairings} where ${t.pairings.state} in ('proposed', 'approved', 'active')
      and ${t.pairings.cohortId} = ${query.cohortId ?? ''} and (${t.pairings.mentorId} = ${t.people.id} or ${t.pairings.menteeId} = ${t.people.id}))`
    const base = orm
      .select({ person: t.people, participant: t.participants, load })
      .from(t.people)
      .leftJoin(t.participants, joined)
    const after = query.after ? fromCursor(query.after) : undefined
    const beyond = after
      ? or(
          gt(t.people.sortName, after.name),
          and(eq(t.people.sortName, after.name), gt(t.people.id, after.id)),
        )
      : undefined
    const rows = await base
      .where(and(filter, beyond))
      .orderBy(asc(t.people.sortName), asc(t.people.id))
      .limit(query.limit + 1)
    const total = await countFor(query, joined, filter)
    const page = rows.slice(0, query.limit)
    const last = page.at(-1)?.person
    const taking = page.find((row) => row.participant)?.participant
    const box = taking && (await keys.boxOf(taking.cohortId))
    return {
      people: page.map((row) => ({
        person: toPerson(row.person),
        ...(row.participant ? { participant: toParticipant(row.participant, box!) } : {}),
        load: row.load,
      })),
      ...(rows.length > query.limit && last ? { next: toCursor(last.sortName, last.id) } : {}),
      total,
    }
  }

  /** Without a question about taking part, the people alone are counted: a company is a hundred times its Cohort. */
  async function countFor(
    query: PeopleQuery,
    joined: SQL | undefined,
    filter: SQL | undefined,
  ): Promise<number> {
    const asksParticipants = query.side !== undefined || (query.state ?? 'everyone') !== 'everyone'
    const base = orm.select({ n: count() }).from(t.people)
    const [row] = asksParticipants
      ? await base.leftJoin(t.participants, joined).where(filter)
      : await base.where(filter)
    return row?.n ?? 0
  }

  return { search }
}

function filterOf(query: PeopleQuery): SQL | undefined {
  const words = foldText(query.text ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const state = query.state ?? 'everyone'
  return and(
    here,
    ...words.map((word) => sql`${t.people.searchText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    state === 'everyone'
      ? undefined
      : state === 'enrolled'
        ? sql`${t.participants.id} is not null`
        : state === 'not-enrolled'
          ? and(isNull(t.participants.id), eq(t.people.isEligible, true))
          : eq(t.participants.state, state as ParticipantState),
    query.side ? eq(t.participants.side, query.side as Participant['side']) : undefined,
  )
}

function toCursor(name: string, id: string): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

/** A cursor somebody made up starts at the beginning, it does not fail. */
function fromCursor(cursor: string): { name: string; id: string } | undefined {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isOne = typeof name === 'string' && typeof id === 'string' && isStorable([name, id])
    return isOne ? { name, id } : undefined
  } catch {
    return undefined
  }
}
