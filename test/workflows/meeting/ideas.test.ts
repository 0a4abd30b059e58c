/** An idea is the two's until both agree; then it is decided by somebody outside their line, and told back to both. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { erasePerson } from '../../../bot/workflows/enrolment/erase-person.ts'
import { chartOf } from '../../../bot/workflows/organization/chart.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { type Api, openApi } from '../../support/api.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let pair: Pairing
let others: Pairing[]
let organizer: string
beforeAll(async () => {
  product = await startProduct()
  api = await openApi(product)
  organizer = product.company.personas.organizer
  cohortId = await openCohort(product, { objectives: [{ text: 'Leaders ask first', topics: ['ai-tools'] }] })
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  const { mayBeAbove } = await chartOf(product.ports)
  const all = await product.ports.store.pairings.list(cohortId, ['active'])
  const outside = all.filter(({ mentorId, menteeId }) =>
    [mentorId, menteeId].every((id) => id !== organizer && !mayBeAbove(organizer, id)),
  )
  ;[pair, ...others] = outside as [Pairing, ...Pairing[]]
})
afterAll(() => product.close())

const idea = { title: 'Ask the newest first', what: 'In each round the newest speaks first' }
const write = (by: string, id = pair.id, more = {}) =>
  api.as(by)('writeIdea', { id, ...idea, withNames: true, ...more })
const answer = (by: string, id: string, share: boolean, withNames = true) =>
  api.as(by)('answerIdea', { id, share, withNames })
const mine = async (by: string, id = pair.id) => (await api.as(by)('ideas', { id })).body
const desk = async (by = organizer) => (await api.as(by)('sharedIdeas', { id: cohortId })).body.ideas
const cards = async (who: string, id: string) =>
  (
    await product.database.query(
      `select key from notices where key like 'request.idea.${id}.%' and person_id = $1`,
      [who],
    )
  ).rows.map((row) => String((row as { key: string }).key).split('.')[3])

async function sharedIdea(of: Pairing, withNames = true, title = idea.title) {
  const { body } = await write(of.mentorId, of.id, { title })
  expect((await answer(of.menteeId, body.id, true, withNames)).status).toBe(200)
  return body.id
}

describe('until both agree', () => {
  it('it is there for the two alone, and not even counted for anybody else', async () => {
    const before = await desk()
    const { body, status } = await write(pair.mentorId)
    expect(status).toBe(200)
    expect((await mine(pair.menteeId)).ideas).toMatchObject([
      { ...idea, isMine: false, state: 'asked', mayAnswer: true, mayKeep: true },
    ])
    expect((await mine(pair.mentorId)).ideas[0]).toMatchObject({
      isMine: true,
      mayAnswer: false,
      mayKeep: true,
    })
    expect(await desk()).toEqual(before)
    for (const who of [organizer, others[0]!.mentorId]) {
      expect((await api.as(who)('ideas', { id: pair.id })).status).toBe(404)
      expect((await write(who)).status).toBe(404)
      expect((await answer(who, body.id, true)).status).toBe(404)
      expect((await api.as(who)('answerIdea', { id: body.id, share: false, withNames: false })).status).toBe(
        404,
      )
      const decide = { id: body.id, decision: 'not-now' as const, reason: 'No' }
      expect((await api.as(who)('decideIdea', decide)).status).toBe(404)
    }
    const { rows } = await product.database.query(`select action from audit_entries where subject = $1`, [
      body.id,
    ])
    expect(rows).toEqual([])
    expect([await cards(pair.menteeId, body.id), await cards(pair.mentorId, body.id)]).toEqual([
      ['asked'],
      [],
    ])
    expect((await answer(pair.menteeId, body.id, false)).status).toBe(200)
    expect(await desk()).toEqual(before)
    expect((await mine(pair.mentorId)).ideas[0]).toMatchObject({ state: 'kept', mayKeep: false })
  })

  it('stands sealed, and serves an objective of the Program or none', async () => {
    const { rows } = await product.database.query('select words from ideas')
    expect(JSON.stringify(rows)).not.toContain('newest')
    const { objectives } = await mine(pair.mentorId)
    expect(objectives.length).toBeGreaterThan(0)
    expect((await write(pair.mentorId, pair.id, { objective: objectives[0] })).status).toBe(200)
    expect((await write(pair.mentorId, pair.id, { objective: 'Sell more' })).problem.code).toBe(
      'no-such-option',
    )
  })
})

describe('once both agreed', () => {
  it('the Organizer reads it, with names only if both said so, and it may be taken back until it is decided', async () => {
    const [named, unnamed] = [
      await sharedIdea(others[0]!, true, 'With'),
      await sharedIdea(others[0]!, false, 'Without'),
    ]
    const list = await desk()
    expect(list.find(({ id }) => id === named)).toMatchObject({
      mentor: { id: others[0]!.mentorId },
      mentee: { id: others[0]!.menteeId },
      mayDecide: true,
    })
    const other = list.find(({ id }) => id === unnamed)!
    const said = JSON.stringify(other)
    for (const who of [others[0]!.id, others[0]!.mentorId, others[0]!.menteeId])
      expect(said).not.toContain(who)
    expect(
      (await api.as(others[0]!.mentorId)('answerIdea', { id: unnamed, share: false, withNames: false }))
        .status,
    ).toBe(200)
    expect((await desk()).map(({ id }) => id)).not.toContain(unnamed)
    expect((await api.as(others[0]!.mentorId)('sharedIdeas', { id: cohortId })).status).toBe(403)
  })

  it('is decided with a reason and somebody who does it, told to both, and closed with what came of it', async () => {
    const id = await sharedIdea(others[1]!)
    const { mentorId, menteeId } = others[1]!
    const as = api.as(organizer)
    const owner = product.company.personas.communications
    const decide = (decision: 'going-ahead' | 'later', ownerId?: string) =>
      as('decideIdea', { id, decision, reason: 'It costs nothing', ...(ownerId ? { ownerId } : {}) })
    expect((await decide('later')).status).toBe(200)
    expect((await decide('going-ahead')).problem.code).toBe('answer-missing')
    expect((await decide('going-ahead', 'nobody')).problem.code).toBe('unknown-person')
    expect((await decide('going-ahead', owner)).status).toBe(200)
    expect((await mine(mentorId, others[1]!.id)).ideas[0]).toMatchObject({
      ...{ state: 'going-ahead', reason: 'It costs nothing', owner: { id: owner }, mayKeep: false },
    })
    expect((await api.as(menteeId)('answerIdea', { id, share: false, withNames: false })).problem.code).toBe(
      'no-longer-open',
    )
    expect((await as('closeIdea', { id, outcome: 'Every team does it' })).status).toBe(200)
    expect((await as('closeIdea', { id, outcome: 'Again' })).problem.code).toBe('no-longer-open')
    expect((await mine(menteeId, others[1]!.id)).ideas[0]).toMatchObject({
      ...{ state: 'done', outcome: 'Every team does it' },
    })
    for (const who of [mentorId, menteeId])
      expect((await cards(who, id)).filter((state) => state !== 'asked').sort()).toEqual([
        ...['done', 'going-ahead', 'later'],
      ])
    const { rows } = await product.database.query(`select detail from audit_entries where subject = $1`, [id])
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain(mentorId)
  })

  it('without names nobody who leads one of those who were paired takes it on', async () => {
    const id = await sharedIdea(others[2]!, false)
    const { lineOf } = await chartOf(product.ports)
    const boss = lineOf(pair.mentorId)[0]!
    const decide = (ownerId: string) =>
      api.as(organizer)('decideIdea', { id, decision: 'going-ahead', reason: 'Yes', ownerId })
    expect((await decide(boss)).problem.code).toBe('idea-owner-leads')
    expect((await decide(pair.mentorId)).status).toBe(200)
  })

  it('is in the file of both, and goes when either is erased', async () => {
    for (const who of [others[1]!.mentorId, others[1]!.menteeId]) {
      const { body } = await api.as(who)('exportMyData', {})
      expect(JSON.stringify(body)).toContain('Every team does it')
    }
    const { id, menteeId } = others[1]!
    await endPairing(product.ports, id, menteeId)
    await product.runJobs(3)
    expect((await api.as(menteeId)('eraseMe', { confirmed: true })).status).toBe(200)
    await product.runJobs(3)
    const { erasures, ideas } = product.ports.store
    const asked = await erasures.ofPerson(menteeId)
    if (asked) expect(await erasePerson(product.ports, asked.id)).toBe('done')
    expect(await ideas.ofPairing(id)).toEqual([])
  })
})
