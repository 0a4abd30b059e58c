/** What the shelf's tables know of people: whom they would like, whom they asked, and that they declined. */
import { and, eq, sql } from 'drizzle-orm'
import { seenByAsker } from '../../domain/preferences/preference.ts'
import { people } from '../organization/tables.ts'
import {
  id,
  namesOf,
  noName,
  ours,
  type PersonalTable,
  said,
  sealed,
  state,
  type World,
} from '../personal-table.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'
import * as t from './tables.ts'

async function rankingsOpened({ database, keys }: World) {
  return keys.openEach(
    await database.orm.select().from(t.rankings),
    ({ cohortId }) => cohortId,
    ({ cohortId, fromId, choices: sealedChoices, rankedAt }, box) => {
      const choices = box.open<string[]>(places.choices(cohortId, fromId), sealedChoices)
      return { cohortId, fromId, rankedAt, choices: choices === erased ? [] : choices }
    },
  )
}

async function myRankings(world: World, personId: string): Promise<Record<string, unknown>[]> {
  const mine = (await rankingsOpened(world)).filter(({ fromId }) => fromId === personId)
  const names = await namesOf(
    world,
    people,
    mine.flatMap(({ choices }) => choices),
  )
  return mine.map(({ cohortId, choices, rankedAt }) => ({
    cohortId,
    rankedAt,
    choices: choices.map((one) => names.get(one) ?? noName),
  }))
}

/** The rows of one person, each found under the key of its Cohort. */
async function vetoesOf({ database: { orm }, keys }: World, personId: string) {
  const cohorts = await orm.selectDistinct({ cohortId: t.vetoes.cohortId }).from(t.vetoes)
  const found = []
  for (const { cohortId } of cohorts) {
    const person = (await keys.boxOf(cohortId)).lookUp('veto', personId)
    const mine = and(eq(t.vetoes.cohortId, cohortId), eq(t.vetoes.person, person))
    for (const { at } of await orm.select().from(t.vetoes).where(mine)) found.push({ cohortId, at, mine })
  }
  return found
}

export const preferencesPersonal: readonly PersonalTable[] = [
  {
    table: t.rankings,
    group: 'wishes',
    what: 'whom somebody would like, in order',
    columns: { cohortId: ours, fromId: id('subject'), choices: sealed(said('subject', '[]')) },
    readers: 'the person; pairing',
    exported: { as: 'rankings', read: myRankings },
    erase: [
      { act: 'delete', by: ['fromId'] },
      {
        act: 'own',
        in: ['choices'],
        does: 'they are taken out of the lists of others',
        async run(world, leaver) {
          const others = (await rankingsOpened(world)).filter(({ choices }) => choices.includes(leaver.id))
          for (const { cohortId, fromId, choices } of others) {
            const left = choices.filter((one) => one !== leaver.id)
            const box = await world.keys.boxOf(cohortId)
            await world.database.orm
              .update(t.rankings)
              .set({ choices: box.seal(places.choices(cohortId, fromId), left) })
              .where(and(eq(t.rankings.cohortId, cohortId), eq(t.rankings.fromId, fromId)))
          }
        },
      },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.rankings.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.pairRequests,
    group: 'wishes',
    what: 'who asked whom to be paired with them',
    columns: { id: ours, cohortId: ours, fromId: id('subject'), toId: id('other'), state },
    readers: 'the one who asked; the one who was asked, once it is delivered',
    exported: {
      as: 'requestsMade',
      async read(world, personId) {
        const rows = await world.database.orm
          .select()
          .from(t.pairRequests)
          .where(eq(t.pairRequests.fromId, personId))
        const names = await namesOf(
          world,
          people,
          rows.map(({ toId }) => toId),
        )
        return rows.map((row) => ({
          cohortId: row.cohortId,
          name: names.get(row.toId) ?? noName,
          askedAt: row.askedAt,
          state: seenByAsker(row),
        }))
      },
    },
    erase: [{ act: 'delete', by: ['fromId', 'toId'] }],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.pairRequests.cohortId, cohortId), becomes: 'delete' },
  },
  {
    table: t.vetoes,
    group: 'wishes',
    what: 'that somebody declined a pair, once a cohort',
    columns: { cohortId: ours, person: sealed(id('subject')), pairing: sealed(said('subject')) },
    readers: 'the person; nobody else',
    exported: {
      as: 'declined',
      read: async (world, personId) =>
        (await vetoesOf(world, personId)).map(({ cohortId, at }) => ({ cohortId, at })),
    },
    erase: [
      {
        act: 'own',
        in: ['person', 'pairing'],
        does: 'their rows go; those of others name a pair and no person',
        async run(world, leaver) {
          for (const { mine } of await vetoesOf(world, leaver.id))
            await world.database.orm.delete(t.vetoes).where(mine ?? sql`false`)
        },
      },
    ],
    kept: 'cohort',
    ofCohort: { where: (cohortId) => eq(t.vetoes.cohortId, cohortId), becomes: 'delete' },
  },
]
