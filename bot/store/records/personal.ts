/** The record of deeds: who did what to what. It can only be added to, so that it keeps what an erasure takes elsewhere. */
import { id, own, type PersonalTable, state } from '../personal-table.ts'
import * as t from './tables.ts'

export const recordsPersonal: readonly PersonalTable[] = [
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
    exported: { as: 'deeds', read: own(t.auditEntries, ['actorId'], ['at', 'action']) },
    erase: [
      {
        act: 'keep',
        in: ['actorId', 'subject', 'detail'],
        why: 'nobody may change or take out a line, and it holds no content',
      },
    ],
    kept: 'log',
  },
]
