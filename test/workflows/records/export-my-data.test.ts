/** What somebody takes along is theirs, all of it, and says nothing of others. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { everyTable } from '../../../bot/store/personal.ts'
import { exportMyData, type MyData } from '../../../bot/workflows/records/export-my-data.ts'
import { type Everything, startEverything } from '../../security/everything.ts'
import { aLife, type Life, marks } from '../../support/a-life.ts'
import { openApi } from '../../support/api.ts'

jest.setTimeout(180_000)

let world: Everything
let life: Life
let mine: MyData

beforeAll(async () => {
  world = await startEverything(async (made) => {
    life = await aLife(made)
  })
  mine = await exportMyData(world.product.ports, life.me)
})
afterAll(() => world.product.close())

const nameOf = (personId: string) => world.product.company.byId.get(personId)!.displayName
const keys = everyTable.flatMap(({ exported }) => ('as' in exported ? [exported.as] : []))

describe('an export', () => {
  it('has every key of the register, also where nothing is known', () => {
    expect(mine).toMatchObject({ schemaVersion: 1, person: { id: life.me, name: nameOf(life.me) } })
    expect(Object.keys(mine.data).sort()).toEqual([...keys].sort())
  })

  it('has what they said, unsealed for them', () => {
    expect(mine.data['enrolments']).toEqual([expect.objectContaining({ goal: marks.goal, side: 'mentee' })])
    expect(mine.data['checkIns']).toEqual([
      expect.objectContaining({ answer: { held: true, worth: 5, obstacle: 'nothing' } }),
    ])
    expect(mine.data['rankings']).toEqual([expect.objectContaining({ choices: [nameOf(life.ranked)] })])
    expect(mine.data['notWith']).toEqual([{ name: nameOf(life.blocked) }])
    expect(mine.data['speedRatings']).toEqual([expect.objectContaining({ rating: 7 })])
    expect(mine.data['requestsMade']).toEqual([
      expect.objectContaining({ name: nameOf(life.ranked), state: 'no-answer' }),
    ])
    expect(mine.data['declined']).toHaveLength(1)
  })

  it('has their pair and its sessions, with the partner by name', () => {
    expect(mine.data['pairs']).toContainEqual(
      expect.objectContaining({
        partner: nameOf(life.partner),
        side: 'mentee',
        spokeForYou: expect.any(Array),
      }),
    )
    expect(mine.data['sessions']!.length).toBeGreaterThan(2)
    expect(mine.data['movesAsked']).toHaveLength(1)
    expect(mine.data['cards']!.length).toBeGreaterThan(0)
    expect(mine.data['assistants']).toEqual([
      expect.objectContaining({ role: 'assisted-by', name: nameOf(world.who.assistant) }),
    ])
  })

  it('names nobody by id, and nobody by name but those with whom they are two', () => {
    const text = JSON.stringify(mine)
    const { people } = world.product.company
    expect(people.filter(({ id }) => id !== life.me && text.includes(id)).map(({ id }) => id)).toEqual([])
    const partners = mine.data['speedMeetings']!.map(({ partner }) => partner)
    const known = [life.me, life.partner, life.ranked, life.blocked, world.who.assistant].map(nameOf)
    const named = people.filter(({ displayName }) => text.includes(`"${displayName}"`))
    for (const { displayName } of named) expect([...known, ...partners]).toContain(displayName)
    for (const { mail } of people.filter(({ id }) => id !== life.me))
      if (mail) expect(text).not.toContain(`"${mail}"`)
  })

  it('has nothing that another said: no goal, no answer, no rating, no block, no wish', () => {
    const text = JSON.stringify(mine)
    for (const word of [
      marks.partnerGoal,
      'relationship',
      '"worth":2',
      '"rating":3',
      nameOf(world.who.employee),
    ])
      expect(text).not.toContain(word)
    expect(mine.data['keptApart']).toBeUndefined()
  })

  it('is the same whoever blocked or ranked them', async () => {
    const { store } = world.product.ports
    const { at: _, ...before } = await withoutDeeds(life.me)
    await store.participants.block(world.who.asker, life.me)
    await store.rankings.replace(String(world.inputs.board['id']), world.who.asker, [life.me], new Date(0))
    const { at: __, ...after } = await withoutDeeds(life.me)
    expect(after).toEqual(before)
  })

  it('has what somebody did who is in charge', async () => {
    const organizer = (await exportMyData(world.product.ports, world.who['organizer A'])).data
    expect(organizer['programsInCharge']).toEqual([{ name: 'Reverse mentoring' }])
    expect(organizer['listsBroughtIn']).toHaveLength(1)
    expect(organizer['speedEventsPlanned']).toHaveLength(1)
    expect(organizer['deeds']!.length).toBeGreaterThan(5)
    const writer = (await exportMyData(world.product.ports, world.who.communications)).data
    expect(writer['summaries']).toEqual([expect.objectContaining({ title: 'So far' })])
    const heir = (await exportMyData(world.product.ports, world.who['asked for a seat'])).data
    expect(heir['seatsOffered']).toEqual([expect.objectContaining({ seat: 'organizer', state: 'open' })])
  })

  it('is written down, each time, without content', async () => {
    const entries = await world.product.ports.store.audit.list(50)
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'data-exported', actorId: life.me, subject: life.me }),
    )
  })

  it('is only ever one’s own: whatever is asked along changes nothing', async () => {
    const api = await openApi(world.product)
    const { status, body } = await api.as(life.partner)('exportMyData', { personId: life.me } as never)
    expect(status).toBe(200)
    expect(body.person.id).toBe(life.partner)
    expect(JSON.stringify(body)).not.toContain(marks.goal)
    expect(body.data['enrolments']).toEqual([expect.objectContaining({ goal: marks.partnerGoal })])
  })
})

async function withoutDeeds(personId: string): Promise<Record<string, unknown>> {
  const { exportedAt: at, data, ...rest } = await exportMyData(world.product.ports, personId)
  const { deeds: _, ...known } = data
  return { at, ...rest, known }
}
