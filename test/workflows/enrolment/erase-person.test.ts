/** Whoever is erased is in no table any more, not in JSON and not sealed, but for what the register says is kept. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { everyTable } from '../../../bot/store/personal.ts'
import { askForErasure, erasePerson } from '../../../bot/workflows/enrolment/erase-person.ts'
import { exportMyData } from '../../../bot/workflows/records/export-my-data.ts'
import { pickUpStranded } from '../../../bot/workflows/tick.ts'
import { type Everything, startEverything } from '../../security/everything.ts'
import { aLife, type Life, marks } from '../../support/a-life.ts'
import { type Api, openApi } from '../../support/api.ts'
import { keysOn } from '../../support/database.ts'
import { sqlName } from '../../support/personal-document.ts'

jest.setTimeout(240_000)

let world: Everything
let life: Life
let api: Api
let deedsBefore: number

beforeAll(async () => {
  world = await startEverything(async (made) => {
    life = await aLife(made)
  })
  api = await openApi(world.product)
  deedsBefore = (await exportMyData(world.product.ports, life.me)).data['deeds']!.length
})
afterAll(() => world.product.close())

const company = () => world.product.company.byId
const store = () => world.product.ports.store

/** Every row of every table as text, and what is sealed in it opened: where one of the words stands. */
async function traces(words: readonly string[]): Promise<string[]> {
  const { database } = world.product
  const found = new Set<string>()
  const keys = keysOn(database)
  const scopes = (await database.query('select scope from data_keys')).rows.map((row) => String(row.scope))
  for (const { table, columns } of everyTable) {
    const { name } = getTableConfig(table)
    const { rows } = await database.query(`select * from ${name}`)
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        const texts = [typeof value === 'string' ? value : (JSON.stringify(value) ?? '')]
        const note = Object.entries(columns).find(([property]) => sqlName(table, property) === column)?.[1]
        const isSealed = note !== undefined && note.is !== 'impersonal' && note.sealed
        if (isSealed && String(value).startsWith('v1.')) texts.push(await opened(name, column, row))
        if (words.some((word) => texts.some((text) => text.includes(word)))) found.add(`${name}.${column}`)
      }
  }
  return [...found].sort()

  async function opened(table: string, column: string, row: Record<string, unknown>): Promise<string> {
    const places: Record<string, unknown[]> = {
      check_ins: [row['session_id'], row['person_id']],
      pair_actions: [row['id']],
      ideas: [row['id']],
      session_notes: [row['session_id']],
      talks: [row['id']],
      nominations: [row['id']],
      participants: [row['id']],
      blocks: [row['pair']],
      rankings: [row['cohort_id'], row['from_id']],
      speed_ratings: [row['event_id'], row['from_id'], row['to_id']],
      vetoes: [row['cohort_id'], row['person']],
      pairings: [row['id']],
      notices: [row['key']],
      asks: [row['key']],
    }
    for (const scope of scopes) {
      const box = await keys.boxOf(scope)
      try {
        return JSON.stringify(box.open([table, column, ...(places[table] as string[])], String(row[column])))
      } catch {}
    }
    throw new Error(`No key opens ${table}.${column}.`)
  }
}

const wordsOf = (personId: string) => {
  const { displayName, mail, userPrincipalName } = company().get(personId)!
  return [personId, displayName, mail, userPrincipalName].filter((one) => one !== undefined)
}

describe('before', () => {
  it('they are nearly everywhere, and the search finds them, sealed or not', async () => {
    const found = await traces([...wordsOf(life.me), marks.goal])
    for (const place of ['participants.goal', 'notices.notice', 'rankings.choices', 'blocks.people'])
      expect(found).toContain(place)
    for (const place of ['pairings.mentee_id', 'concerns.key', 'repairs.asked_by', 'seen_activities.id'])
      expect(found).toContain(place)
    expect(found.length).toBeGreaterThan(20)
  })

  it('nobody is erased by another while the directory has them, and no Organizer before another is', async () => {
    const { ports } = world.product
    expect(await askForErasure(ports, life.me, world.who.it)).toMatchObject({ refused: 'still-in-directory' })
    const organizer = world.who['organizer A']
    expect(await askForErasure(ports, organizer, organizer)).toMatchObject({
      refused: 'still-organizes',
      detail: { program: 'Reverse mentoring' },
    })
    expect(await askForErasure(ports, 'nobody', 'nobody')).toMatchObject({ refused: 'not-found' })
    expect(await store().erasures.waiting(9)).toEqual([])
  })
})

describe('at their own word', () => {
  it('their pair ends, their times go first, and a worker that died in between is made up for', async () => {
    const { ports } = world.product
    expect((await api.as(life.me)('eraseMe', { confirmed: true })).status).toBe(200)
    expect((await api.as(life.me)('whatIsKept', {})).body.isBeingErased).toBe(true)
    const [id] = await store().erasures.waiting(9)
    const again = await askForErasure(ports, life.me, life.me)
    expect(again).toEqual({ id })
    expect(await erasePerson(ports, id!)).toBe('waits')
    expect(await store().participants.ofPerson(life.me)).toEqual([expect.objectContaining({ state: 'left' })])
    world.product.waiting.length = 0
    await pickUpStranded({ ...ports, leaseMs: -1 })
    const failures = await world.product.runJobs(2)
    expect(failures).toEqual([])
    await pickUpStranded(ports)
    await world.product.runJobs(2)
    expect(await store().erasures.waiting(9)).toEqual([])
  })

  it('nothing of theirs is left but what the register says is kept', async () => {
    const kept = everyTable.flatMap(({ table, erase }) =>
      erase.flatMap((step) =>
        step.act === 'keep'
          ? step.in.map((name) => `${getTableConfig(table).name}.${sqlName(table, name)}`)
          : [],
      ),
    )
    const row = Object.keys((await world.product.database.query('select * from people limit 1')).rows[0])
    const directory = row.map((column) => `people.${column}`)
    const found = await traces([...wordsOf(life.me), marks.goal])
    // Of the others' words one is kept, sealed: who does not want to be paired with them.
    const allowed = new Set([...kept, ...directory, 'blocks.people', 'organization_faults.detail'])
    expect(found.filter((place) => !allowed.has(place))).toEqual([])
    expect(found).toContain('people.id')
    expect(await traces([marks.goal])).toEqual([])
  })

  it('what they did is still written down, by nobody', async () => {
    expect(deedsBefore).toBeGreaterThan(0)
    const mine = await exportMyData(world.product.ports, life.me)
    expect(mine.data['deeds']!.length).toBe(0)
    const entries = await store().audit.list(1000)
    expect(entries.filter(({ actorId }) => actorId === life.me).map(({ action }) => action)).toEqual([
      'data-exported',
    ])
    expect(entries).toContainEqual(expect.objectContaining({ action: 'person-erased', actorId: 'system' }))
    expect(entries).toContainEqual(expect.objectContaining({ action: 'erasure-asked' }))
    for (const key of ['enrolments', 'checkIns', 'rankings', 'notWith', 'pairs', 'cards', 'speedRatings'])
      expect([key, mine.data[key]]).toEqual([key, []])
  })

  it('the partner keeps their own: goal, answer and the pair, with nobody beside them', async () => {
    const theirs = (await exportMyData(world.product.ports, life.partner)).data
    expect(theirs['enrolments']).toEqual([expect.objectContaining({ goal: marks.partnerGoal })])
    expect(theirs['checkIns']).toEqual([
      expect.objectContaining({ answer: expect.objectContaining({ worth: 2 }) }),
    ])
    expect(theirs['pairs']!.length).toBeGreaterThan(0)
  })

  it('every page goes on working for the others', async () => {
    const id = String(world.inputs.board['id'])
    expect((await api.as(life.partner)('myMentoring', { cohort: id })).status).toBe(200)
    const organizer = api.as(world.who['organizer A'])
    for (const name of [
      'board',
      'checkIns',
      'schedule',
      'concerns',
      'metrics',
      'fairness',
      'scenarios',
    ] as const)
      expect([name, (await organizer(name, { id })).status]).toEqual([name, 200])
    expect((await organizer('people', { cohort: id })).status).toBe(200)
    expect((await organizer('exclusions', { id })).status).toBe(200)
    expect((await api.as(life.me)('myMentoring', { cohort: id })).status).toBe(200)
  })

  it('once more is harmless', async () => {
    const { ports } = world.product
    const before = await traces(wordsOf(life.me))
    const asked = (await askForErasure(ports, life.me, life.me)) as { id: string }
    await world.product.runJobs(2)
    expect(await erasePerson(ports, asked.id)).toBe('done')
    expect(await traces(wordsOf(life.me))).toEqual(before)
  })

  it('they may come back, as somebody new', async () => {
    const id = String(world.inputs.board['id'])
    const enrolment = { ...world.inputs.enrol, cohortId: id } as never
    expect((await api.as(life.me)('enrol', enrolment)).status).toBe(200)
    const [participant] = await store().participants.ofPerson(life.me)
    expect(participant).toMatchObject({ state: 'applied' })
  })
})

describe('somebody who has left the organization', () => {
  it('is erased by IT or their Organizer, to the last word but who they were the manager of', async () => {
    const { ports } = world.product
    await store().people.endCensus([life.partner], { at: ports.clock.now(), isWhole: false })
    expect((await api.as(world.who.employee)('erasePerson', { id: life.partner })).status).toBe(403)
    expect((await api.as(world.who['organizer B'])('erasePerson', { id: life.partner })).status).toBe(403)
    expect((await api.as(world.who['organizer A'])('erasePerson', { id: life.partner })).status).toBe(200)
    await world.product.runJobs(2)
    await pickUpStranded(ports)
    await world.product.runJobs(2)
    expect(await store().erasures.waiting(9)).toEqual([])
    const found = await traces([...wordsOf(life.partner), marks.partnerGoal])
    expect(found.filter((place) => place !== 'people.manager_id')).toEqual([])
  })
})
