/** What the shelf's tables know of people: cards that were sent to them or that speak of them, and where the bot reaches them. */
import { eq, sql } from 'drizzle-orm'
import { utcDate } from '../../domain/span.ts'
import {
  id,
  impersonal,
  type Leaver,
  noName,
  own,
  type PersonalTable,
  said,
  sealed,
  state,
  type World,
} from '../personal-table.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'
import * as t from './tables.ts'

async function myCards({ database, keys }: World, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await database.orm.select().from(t.notices).where(eq(t.notices.personId, personId))
  return keys.openEach(
    rows,
    ({ scope }) => scope,
    (row, box) => {
      const notice = box.open<{ kind: string }>(places.notice(row.key), row.notice)
      const on = utcDate(row.intendedAt)
      return { on, ...(notice === erased ? { isErased: true } : { kind: notice.kind }) }
    },
  )
}

/** Cards of others lie sealed, and name them as the partner, or in a word. */
async function takeOutOfCards({ database: { orm }, keys }: World, leaver: Leaver): Promise<void> {
  const cards = await keys.openEach(
    await orm
      .select({ key: t.notices.key, scope: t.notices.scope, notice: t.notices.notice })
      .from(t.notices),
    ({ scope }) => scope,
    (row, box) => ({ ...row, box, said: box.open<unknown>(places.notice(row.key), row.notice) }),
  )
  for (const { key, box, said: notice } of cards) {
    if (notice === erased) continue
    const nameless = withoutPerson(notice, leaver)
    if (JSON.stringify(nameless) === JSON.stringify(notice)) continue
    await orm
      .update(t.notices)
      .set({ notice: box.seal(places.notice(key), nameless) })
      .where(eq(t.notices.key, key))
  }
}

/** The same with their face emptied, and their name and addresses wherever they stand as a word of their own. */
export function withoutPerson(value: unknown, leaver: Leaver): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutPerson(one, leaver))
  if (typeof value === 'string') {
    if (value === leaver.id) return leaver.pseudonym
    return leaver.names.includes(value) ? noName : value
  }
  if (value === null || typeof value !== 'object') return value
  if ('id' in value && value.id === leaver.id && 'name' in value)
    return { id: leaver.pseudonym, name: noName }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutPerson(one, leaver)]))
}

export const tellingPersonal: readonly PersonalTable[] = [
  {
    table: t.notices,
    group: 'cards',
    what: 'cards the bot sent or has to send',
    columns: {
      key: id('subject', 'at the end of some keys'),
      personId: id('subject'),
      notice: sealed(
        said(
          'other',
          'partner',
          'leaderName',
          'authorName',
          'personName',
          'fromName',
          'askedByName',
          'byName',
          'forwardedBy.[]',
        ),
      ),
      scope: impersonal('a Cohort, or the organization'),
      state,
      conversationId: impersonal('Teams’ name of a chat, gone with the row'),
      activityId: impersonal('Teams’ name of a card, gone with the row'),
      why: state,
    },
    readers: 'the person; the Organizer only that Teams did not take one',
    exported: { as: 'cards', read: myCards },
    erase: [
      { act: 'delete', by: ['personId'] },
      {
        act: 'own',
        in: ['key', 'notice'],
        does: 'cards of others whose key names them go; in the rest their face and name become nobody’s',
        async run(world, leaver) {
          await world.database.orm.delete(t.notices).where(sql`strpos(${t.notices.key}, ${leaver.id}) > 0`)
          await takeOutOfCards(world, leaver)
        },
      },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.notices.scope, cohortId), becomes: 'delete' },
  },
  {
    table: t.reachable,
    group: 'cards',
    what: 'the chat in which the bot reaches somebody',
    columns: {
      id: id('subject'),
      conversationId: impersonal('Teams’ name of a chat, gone with the row'),
      serviceUrl: impersonal('an address of Microsoft’s'),
    },
    readers: 'nobody',
    exported: { as: 'chatWithTheBot', read: own(t.reachable, ['id'], ['conversationId']) },
    erase: [{ act: 'delete', by: ['id'] }],
    kept: 'person',
  },
  {
    table: t.seenActivities,
    group: 'cards',
    what: 'what was heard from Teams, or asked of it, within a day',
    columns: { id: id('subject', 'after “install ”; the rest are hashes') },
    readers: 'nobody',
    exported: { not: 'a name of a message for a day, and that the app was asked for' },
    erase: [
      {
        act: 'own',
        in: ['id'],
        does: 'that the app was asked for goes',
        async run({ database: { orm } }, { id: personId }) {
          await orm.delete(t.seenActivities).where(eq(t.seenActivities.id, `install ${personId}`))
        },
      },
    ],
    kept: 'days',
  },
]
