/** The record of deeds: who did what to what. It can only be added to, so that it keeps what an erasure takes elsewhere. */
import { id, ours, type PersonalTable, state, type World } from '../personal-table.ts'
import * as t from './tables.ts'

async function myDeeds({ database }: World, personId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await database.query(
    `select e.at, e.action from audit_entries e join people p on e.actor_id = p.audit_name where p.id = $1 order by e.at`,
    [personId],
  )
  return rows
}

export const recordsPersonal: readonly PersonalTable[] = [
  {
    table: t.erasures,
    group: 'none',
    what: 'who asked to be erased, until it is done',
    columns: { id: ours, personId: id('subject'), state },
    readers: 'nobody',
    exported: { not: 'whoever asked knows; it stands there until their times are out of the calendars' },
    erase: [
      {
        act: 'keep',
        in: ['personId'],
        why: 'it is needed until the end, and emptied with it',
      },
    ],
    kept: 'days',
  },
  {
    table: t.auditEntries,
    group: 'deeds',
    what: 'who did what to what, and when',
    columns: {
      actorId: id('subject'),
      action: state,
      subject: id('other', 'one or two ids, or a name of ours'),
      detail: id('other', 'to'),
    },
    readers: 'whoever may read the database',
    exported: { as: 'deeds', read: myDeeds },
    erase: [
      {
        act: 'keep',
        in: ['actorId', 'subject', 'detail'],
        why: 'nobody may change or take out a line; it holds no content, and calls people by a name that is theirs no more',
      },
    ],
    kept: 'log',
  },
]
