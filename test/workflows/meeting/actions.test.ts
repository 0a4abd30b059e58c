/** What two agree to do is theirs: either writes, ticks and strikes out; nobody else reads it, and it goes with whoever is erased. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mostActions } from '../../../bot/domain/meeting/action.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { erasePerson } from '../../../bot/workflows/enrolment/erase-person.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { type Api, openApi } from '../../support/api.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let pair: Pairing
let others: Pairing[]
beforeAll(async () => {
  product = await startProduct()
  api = await openApi(product)
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  ;[pair, ...others] = (await product.ports.store.pairings.list(cohortId, ['active'])) as [Pairing]
})
afterAll(() => product.close())

const add = (by: string, text: string, whose: 'me' | 'partner' = 'me', id = pair.id) =>
  api.as(by)('addAction', { id, text, whose })
const read = async (by: string, id = pair.id) => (await api.as(by)('actions', { id })).body.actions

describe('what two agreed to do', () => {
  it('is read by both, each from their own side', async () => {
    expect((await add(pair.mentorId, ' Show the dashboard ')).status).toBe(200)
    expect((await add(pair.mentorId, 'Try it alone', 'partner')).status).toBe(200)
    const said = (list: Awaited<ReturnType<typeof read>>) => list.map(({ text, whose }) => [text, whose])
    expect(said(await read(pair.mentorId))).toEqual([
      ['Show the dashboard', 'me'],
      ['Try it alone', 'partner'],
    ])
    expect(said(await read(pair.menteeId))).toEqual([
      ['Show the dashboard', 'partner'],
      ['Try it alone', 'me'],
    ])
  })

  it('is ticked, taken back and struck out by either, and a second press changes nothing', async () => {
    const [first, second] = await read(pair.menteeId)
    const settle = (by: string, isDone: boolean) => api.as(by)('settleAction', { id: first!.id, isDone })
    await settle(pair.menteeId, true)
    const done = (await read(pair.mentorId))[0]!.doneAt
    expect(done).toBeDefined()
    await product.advanceDays(1)
    await settle(pair.mentorId, true)
    expect((await read(pair.mentorId))[0]!.doneAt).toBe(done)
    await settle(pair.mentorId, false)
    expect((await read(pair.menteeId))[0]!.doneAt).toBeUndefined()
    const remove = () => api.as(pair.menteeId)('removeAction', { id: second!.id })
    const both = await Promise.all([remove(), remove()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await read(pair.mentorId)).toHaveLength(1)
    expect((await api.as(pair.menteeId)('settleAction', { id: second!.id, isDone: true })).status).toBe(404)
  })

  it('is there for nobody else, Organizers included', async () => {
    const [first] = await read(pair.mentorId)
    for (const who of [others[0]!.mentorId, product.company.personas.organizer]) {
      expect((await api.as(who)('actions', { id: pair.id })).status).toBe(404)
      expect((await add(who, 'Mine')).status).toBe(404)
      expect((await api.as(who)('settleAction', { id: first!.id, isDone: true })).status).toBe(404)
      expect((await api.as(who)('removeAction', { id: first!.id })).status).toBe(404)
    }
    expect((await read(pair.mentorId))[0]!.doneAt).toBeUndefined()
  })

  it('says something, and is a list that can be read', async () => {
    const { problem } = await add(pair.mentorId, ' \u200b ')
    expect(problem.code).toBe('empty-text')
    expect((await add(pair.mentorId, 'x'.repeat(301))).status).toBe(400)
    const { id, mentorId } = others[0]!
    for (let k = 0; k < mostActions; k++) expect((await add(mentorId, `${k}`, 'me', id)).status).toBe(200)
    expect((await add(mentorId, 'one more', 'me', id)).problem.code).toBe('list-full')
  })

  it('stands sealed in the database, and is in the file of both', async () => {
    const { rows } = await product.database.query('select text from pair_actions')
    expect(JSON.stringify(rows)).not.toContain('dashboard')
    for (const who of [pair.mentorId, pair.menteeId])
      expect(JSON.stringify((await api.as(who)('exportMyData', {})).body)).toContain('Show the dashboard')
  })

  it('is only read once the pair has ended, and goes when either is erased', async () => {
    await endPairing(product.ports, pair.id, pair.mentorId)
    expect((await add(pair.mentorId, 'Later')).problem.code).toBe('no-longer-open')
    const [first] = await read(pair.menteeId)
    const late = await api.as(pair.menteeId)('settleAction', { id: first!.id, isDone: true })
    expect(late.problem.code).toBe('no-longer-open')
    await product.runJobs(3)
    const { erasures, actions } = product.ports.store
    expect((await api.as(pair.menteeId)('eraseMe', { confirmed: true })).status).toBe(200)
    await product.runJobs(3)
    const asked = await erasures.ofPerson(pair.menteeId)
    if (asked) expect(await erasePerson(product.ports, asked.id)).toBe('done')
    expect(await actions.ofPairing(pair.id)).toEqual([])
  })
})
