/** What the shelf's tables know of people: copies of the directory, which the reading brings back, and what was confirmed. */
import { eq, sql } from 'drizzle-orm'
import {
  about,
  id,
  impersonal,
  own,
  type PersonalTable,
  state,
  type World,
  withoutNothing,
} from '../personal-table.ts'
import * as t from './tables.ts'

const directoryKeeps =
  'the organization’s own directory says it, and each reading would bring it back; without it nobody could tell who stands in one line'

/** Their own entry; who their manager is belongs to the directory, where they see it. */
async function entry({ database }: World, personId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await database.query(
    `select p.id, p.display_name as "displayName", p.mail, p.user_principal_name as "userPrincipalName",
       p.job_title as "jobTitle", p.department, p.office_location as "officeLocation", p.city, p.country,
       p.preferred_language as "preferredLanguage", p.hired_on::text as "hiredOn", p.grade
     from people p where p.id = $1`,
    [personId],
  )
  return rows.map(withoutNothing)
}

/** Rows about others that name them as well, in the words of the fault. */
const faultsNaming = {
  act: 'own',
  in: ['detail'],
  does: 'for somebody the directory no longer has, rows whose detail names them go',
  async run({ database: { orm } }, { id: personId, isGone }) {
    if (!isGone) return
    await orm
      .delete(t.organizationFaults)
      .where(sql`strpos(${t.organizationFaults.detail}::text, ${JSON.stringify(personId)}) > 0`)
  },
} as const satisfies PersonalTable['erase'][number]

export const organizationPersonal: readonly PersonalTable[] = [
  {
    table: t.people,
    group: 'directory',
    what: 'everybody in the organization, as the directory describes them',
    columns: {
      id: id('subject'),
      displayName: about('subject'),
      mail: about('subject'),
      userPrincipalName: about('subject'),
      jobTitle: about('subject'),
      department: about('subject'),
      officeLocation: about('subject'),
      city: about('subject'),
      country: about('subject'),
      preferredLanguage: about('subject'),
      managerId: id('other'),
      auditName: id('subject'),
      sortName: about('subject'),
      searchText: about('subject'),
    },
    readers: 'everybody a name, title and unit; the Organizer also the chart',
    exported: { as: 'directory', read: entry },
    erase: [
      {
        act: 'own',
        in: ['auditName'],
        does: 'they get another, so that nothing ties the old deeds to them',
        async run({ database: { orm } }, { id: personId }) {
          await orm
            .update(t.people)
            .set({ auditName: sql`'somebody-' || gen_random_uuid()` })
            .where(eq(t.people.id, personId))
        },
      },
      { act: 'keep', in: ['id'], why: directoryKeeps, whenGone: 'delete' },
      {
        act: 'keep',
        in: ['managerId'],
        why: 'who their manager is belongs to the people below; an unknown manager must not read as none',
      },
    ],
    kept: 'directory',
  },
  {
    table: t.organizationReading,
    group: 'none',
    what: 'how far the reading of the directory is',
    columns: {
      state,
      cursor: impersonal('a link of Graph’s, without a person in it'),
      changesFrom: impersonal('a link of Graph’s, without a person in it'),
      census: impersonal('times, and a link of Graph’s'),
      unreadable: id('subject', '[].id'),
      failure: state,
    },
    readers: 'Organizer and IT: how many could not be read',
    exported: {
      not: 'ids of entries that could not be read, until the next whole reading; nothing else is known of them',
    },
    erase: [{ act: 'keep', in: ['unreadable'], why: 'the next whole reading replaces it' }],
    kept: 'directory',
  },
  {
    table: t.organizationFaults,
    group: 'directory',
    what: 'where the chart contradicts itself or says too little',
    columns: { personId: id('subject'), kind: state, detail: id('other', '*') },
    readers: 'Organizer and IT',
    exported: { as: 'chartFaults', read: own(t.organizationFaults, ['personId'], ['kind']) },
    erase: [
      { act: 'keep', in: ['personId'], why: 'each reading finds it again', whenGone: 'delete' },
      faultsNaming,
    ],
    kept: 'directory',
  },
  {
    table: t.chartTops,
    group: 'directory',
    what: 'who was confirmed to have nobody above them',
    columns: { personId: id('subject'), confirmedBy: id('writer') },
    readers: 'Organizer and IT',
    exported: { as: 'confirmedAsTop', read: own(t.chartTops, ['personId'], ['confirmedAt']) },
    erase: [
      {
        act: 'keep',
        in: ['personId'],
        why: 'without it the chart below is unknown, and nobody in it could be paired',
        whenGone: 'delete',
      },
      { act: 'rename', in: ['confirmedBy'] },
    ],
    kept: 'directory',
  },
  {
    table: t.formerManagers,
    group: 'directory',
    what: 'who was whose manager, and until when',
    columns: { personId: id('subject'), managerId: id('other') },
    readers: 'nobody; pairing keeps former managers apart from their people',
    exported: { as: 'changesOfManager', read: own(t.formerManagers, ['personId'], ['until']) },
    erase: [
      {
        act: 'keep',
        in: ['personId', 'managerId'],
        why: 'a manager of the last months must not become somebody’s Mentee by enrolling anew',
        whenGone: 'delete',
      },
    ],
    kept: 'directory',
  },
]
