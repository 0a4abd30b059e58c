/** Drafts that come and go: begun from another text, deleted for good, sent back and withdrawn with who did it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ChannelRef, Summary } from '../../../bot/domain/publishing/summary.ts'
import { publishSummary } from '../../../bot/workflows/publishing/publish-summary.ts'
import { approveSummary } from '../../../bot/workflows/publishing/write-summary.ts'
import { type Api, openApi } from '../../support/api.ts'
import { openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let channel: ChannelRef
beforeAll(async () => {
  product = await startProduct({ people: 60, mentors: 4, mentees: 4 })
  cohortId = await openCohort(product)
  api = await openApi(product)
  const team = product.company.teams[0]!
  product.tenant.state.installedInTeams.add(team.id)
  channel = { teamId: team.id, channelId: team.channels[0]!.id }
})
afterAll(() => product.close())

const personas = () => product.company.personas
const writer = () => api.as(personas().communications)
const sponsor = () => api.as(personas().sponsor)
const known = (id: string): Promise<Summary | undefined> => product.ports.store.summaries.get(id)
const logged = async (action: string, id: string) =>
  (await product.ports.store.audit.list(200)).filter((line) => line.action === action && line.subject === id)

async function aDraft(title = 'What we learned') {
  const { id, revision } = (await writer()('draftSummary', { id: cohortId })).body
  const edited = { id, revision, title, body: 'Text', channels: [channel] }
  return (await writer()('editSummary', edited)).body
}
async function submitted() {
  return (await writer()('submitSummary', { id: (await aDraft()).id })).body
}
async function published() {
  const { id, revision } = await submitted()
  // Nobody posts it but the test.
  await approveSummary(product.ports, id, revision, personas().sponsor)
  await publishSummary(product.ports, id)
  return id
}

describe('a draft', () => {
  it('is deleted as it was read, once, and what stays is that somebody did it', async () => {
    const { id, revision } = await aDraft()
    const old = await writer()('deleteSummary', { id, revision: revision - 1 })
    expect([old.status, old.problem.code]).toEqual([409, 'changed-meanwhile'])
    const both = await Promise.all([1, 2].map(() => writer()('deleteSummary', { id, revision })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await known(id)).toBeUndefined()
    expect(await logged('summary-deleted', id)).toMatchObject([{ actorId: personas().communications }])
    const late = await writer()('editSummary', { id, revision, title: 'T', body: 'B', channels: [] })
    expect(late.status).toBe(404)
  })

  it('that somebody else was shown is not deleted, and nobody but a writer deletes', async () => {
    const { id, revision } = await submitted()
    const answer = await writer()('deleteSummary', { id, revision })
    expect([answer.status, answer.problem.code]).toEqual([409, 'not-drafted'])
    const { id: mine, revision: at } = await aDraft()
    for (const other of [personas().sponsor, personas().organizer])
      expect((await api.as(other)('deleteSummary', { id: mine, revision: at })).status).toBe(403)
    expect(await known(mine)).toBeDefined()
  })

  it('from another one has its words, figures, channels and writers: none of them approves it', async () => {
    const first = (await known(await published()))!
    await product.ports.store.summaries.save({ ...first, writers: [...first.writers, personas().sponsor] })
    const { body } = await writer()('draftSummary', { id: cohortId, from: first.id })
    expect(body).toMatchObject({ state: 'drafted', revision: 1, title: first.title, body: first.body })
    expect(body.figures).toEqual(first.figures)
    expect(body.channels).toMatchObject([channel])
    const sent = await writer()('submitSummary', { id: body.id })
    expect(sent.problem.code).toBe('own-text')
  })

  it('from one of another cohort, or of nobody, is not begun', async () => {
    const first = (await known((await aDraft()).id))!
    await product.ports.store.summaries.save({ ...first, id: 'elsewhere', cohortId: 'other' })
    for (const from of ['elsewhere', 'none'])
      expect((await writer()('draftSummary', { id: cohortId, from })).status).toBe(404)
  })
})

describe('whoever sent one back', () => {
  it('reads their own words and who has it now, until it comes again; nobody else does', async () => {
    const { id } = await submitted()
    await sponsor()('sendBackSummary', { id, note: 'Shorter, please.' })
    const mine = (await sponsor()('summaries', { id: cohortId })).body
    expect(mine.sentBack).toMatchObject([
      { author: { id: personas().communications }, note: 'Shorter, please.' },
    ])
    expect(mine.summaries.map((one) => one.id)).not.toContain(id)
    expect((await writer()('summaries', { id: cohortId })).body.sentBack).toEqual([])
    await writer()('submitSummary', { id })
    expect((await sponsor()('summaries', { id: cohortId })).body.sentBack).toEqual([])
  })
})

it('a withdrawn one says who approved and who withdrew it', async () => {
  const id = await published()
  const { body } = await sponsor()('withdrawSummary', { id })
  expect(body).toMatchObject({ state: 'withdrawn', approvedBy: { id: personas().sponsor } })
  expect(body.withdrawnBy?.id).toBe(personas().sponsor)
  expect(body.withdrawnAt).toBeDefined()
})
