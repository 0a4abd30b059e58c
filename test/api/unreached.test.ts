/** Whom Teams does not reach, as the Organizer of the Cohort sees it: who and why, and nothing of what the cards say. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { betweenTwo, type Notice } from '../../bot/domain/telling/notice.ts'
import type { Ports } from '../../bot/workflows/ports.ts'
import { deliverNotice, tell } from '../../bot/workflows/telling/deliver-notice.ts'
import type { Delivery } from '../../bot/workflows/telling/ports.ts'
import { type Api, openApi } from '../support/api.ts'
import { enrolCompany, openCohort, startProduct } from '../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let people: string[]
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  people = (await enrolCompany(product, cohortId)).map(({ personId }) => personId)
  await product.database.query(`delete from notices`)
  product.waiting.length = 0
  api = await openApi(product)
})
afterAll(() => product.close())

const card: Notice = { kind: 'decision', decision: 'approve', programName: 'A secret name' }
const refused = (why: 'not-installed' | 'blocked' | 'gone') => async (): Promise<Delivery> => ({
  sent: false,
  why,
})
const taken = async (): Promise<Delivery> => ({ sent: true, conversationId: 'c', activityId: 'a' })
const away = () => Promise.reject(new Error('503'))

let cards = 0
async function send(personId: string, teams: () => Promise<Delivery>, prefix = 'card.'): Promise<string> {
  cards += 1
  const key = `${prefix}${cards}`
  const ports: Ports = { ...product.ports, messenger: { ...product.ports.messenger, toPerson: teams } }
  // The app was asked for already, in vain.
  await ports.store.reachable.firstToInstall(personId, ports.clock.now())
  await tell(ports, key, personId, card)
  await deliverNotice(ports, key).catch(() => {})
  return key
}
const someone = () => people.pop()!
const asOrganizer = () => api.as(product.company.personas.organizer)('unreached', { id: cohortId })
const whyOf = async (personId: string) =>
  (await asOrganizer()).body.people.find(({ person }) => person.id === personId)?.why

describe('not reached', () => {
  it('is nobody at first, and then whoever Teams refused, with the reason', async () => {
    expect((await asOrganizer()).body.people).toEqual([])
    const [lacks, blocks, gone] = [someone(), someone(), someone()]
    await send(lacks, refused('not-installed'))
    await send(blocks, refused('blocked'))
    await send(gone, refused('gone'))
    const { status, body } = await asOrganizer()
    expect(status).toBe(200)
    expect(new Map(body.people.map(({ person, why }) => [person.id, why]))).toEqual(
      new Map([
        [lacks, 'not-installed'],
        [blocks, 'blocked'],
        [gone, 'not-installed'],
      ]),
    )
    expect(body.people.map(({ person }) => person.name)).not.toContain('—')
    expect(JSON.stringify(body)).not.toMatch(/secret|decision|card\./)
  })

  it('is over with the next card that Teams takes, or with the app', async () => {
    const [ana, ben] = [someone(), someone()]
    await send(ana, refused('blocked'))
    expect(await whyOf(ana)).toBe('blocked')
    await send(ana, taken)
    expect(await whyOf(ana)).toBeUndefined()
    await send(ben, taken)
    await send(ben, refused('not-installed'))
    expect(await whyOf(ben)).toBe('not-installed')
    await product.ports.store.reachable.save({ id: ben, conversationId: 'c', serviceUrl: 'https://s' })
    expect(await whyOf(ben)).toBeUndefined()
  })

  it('is told of an outage once it lasts, with the day since when', async () => {
    const ana = someone()
    const key = await send(ana, away)
    expect(await whyOf(ana)).toBeUndefined()
    await product.database.query(
      `update notices set intended_at = now() - interval '2 hours' where key = '${key}'`,
    )
    expect(await whyOf(ana)).toBe('teams-unavailable')
    const { since } = (await asOrganizer()).body.people.find(({ person }) => person.id === ana)!
    const asked = new Date(Date.now() - 2 * 3_600_000).toISOString().slice(0, 10)
    expect(since).toBe(asked)
  })

  it('never tells of what is between two, nor of anybody who takes part no more', async () => {
    const [ana, ben] = [someone(), someone()]
    await send(ana, refused('blocked'), betweenTwo)
    expect(await whyOf(ana)).toBeUndefined()
    await send(ben, refused('blocked'))
    const participant = (await product.ports.store.participants.of(cohortId, ben))!
    await product.ports.store.participants.save({ ...participant, state: 'left' } as never)
    expect(await whyOf(ben)).toBeUndefined()
  })

  it('is for the Organizer alone', async () => {
    for (const who of ['mentor', 'mentee', 'sponsor', 'communications'] as const) {
      const { status, problem } = await api.as(product.company.personas[who])('unreached', { id: cohortId })
      expect([who, status, problem.code]).toEqual([who, 403, 'not-allowed'])
    }
  })
})
