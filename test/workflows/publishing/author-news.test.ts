/** Whoever wrote a text hears what became of it, each thing once, and nothing that is no longer so. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ChannelRef } from '../../../bot/domain/publishing/summary.ts'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import {
  postAgain,
  publishSummary,
  withdrawSummary,
} from '../../../bot/workflows/publishing/publish-summary.ts'
import {
  approveSummary,
  draftSummary,
  editSummary,
  sendBackSummary,
  submitSummary,
} from '../../../bot/workflows/publishing/write-summary.ts'
import { isSubjectOver } from '../../../bot/workflows/telling/notice-subject.ts'
import { openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let cohortId: string
let channels: ChannelRef[]
beforeAll(async () => {
  product = await startProduct({ people: 60, mentors: 4, mentees: 4 })
  cohortId = await openCohort(product)
  const teams = product.company.teams.slice(0, 2)
  for (const team of teams) product.tenant.state.installedInTeams.add(team.id)
  channels = teams.map((team) => ({ teamId: team.id, channelId: team.channels[0]!.id }))
})
afterAll(() => product.close())

const writer = () => product.company.personas.communications
const sponsor = () => product.company.personas.sponsor

type News = Extract<Notice, { kind: 'summary-news' }>
/** What the author was told of this text, oldest first. */
async function newsOf(id: string): Promise<News[]> {
  const told = await product.ports.store.notices.ofPerson(writer())
  return told.flatMap(({ notice }) =>
    notice.kind === 'summary-news' && notice.summaryId === id ? [notice] : [],
  )
}
const isOld = async (notice: Notice) => isSubjectOver(product.ports.store, writer(), notice)

async function submitted(): Promise<string> {
  const draft = await draftSummary(product.ports, cohortId, 'es', writer())
  if ('refused' in draft) throw new Error(draft.refused)
  const edited = { title: 'What we learned', body: 'Text', channels, revision: 1 }
  await editSummary(product.ports, draft.id, edited, writer())
  await submitSummary(product.ports, draft.id, writer())
  return draft.id
}
async function approved(): Promise<string> {
  const id = await submitted()
  const answer = await approveSummary(product.ports, id, 2, sponsor())
  if ('refused' in answer) throw new Error(answer.refused)
  product.waiting.length = 0
  return id
}
const install = (on: boolean, ...list: ChannelRef[]) => {
  for (const { teamId } of list) {
    if (on) Set.prototype.add.call(product.tenant.state.installedInTeams, teamId)
    else Set.prototype.delete.call(product.tenant.state.installedInTeams, teamId)
  }
}

describe('the author', () => {
  it('hears that it came back, with who and the words, until it is sent again', async () => {
    const id = await submitted()
    await sendBackSummary(product.ports, id, 'Shorter, please.', sponsor())
    await sendBackSummary(product.ports, id, 'Pressed twice.', sponsor())
    const [news, ...more] = await newsOf(id)
    expect(more).toEqual([])
    const { displayName } = (await product.ports.store.people.get(sponsor()))!
    expect(news).toMatchObject({ what: 'sent-back', byName: displayName, note: 'Shorter, please.' })
    expect(await isOld(news!)).toBe(false)
    await submitSummary(product.ports, id, writer())
    expect(await isOld(news!)).toBe(true)
  })

  it('reads "approved" first, and on the same card in how many channels it stands', async () => {
    const id = await submitted()
    await Promise.all([1, 2].map(() => approveSummary(product.ports, id, 2, sponsor())))
    expect(await newsOf(id)).toMatchObject([{ what: 'approved' }])
    product.waiting.length = 0
    await Promise.allSettled([1, 2].map(() => publishSummary(product.ports, id)))
    await publishSummary(product.ports, id)
    const [news, ...more] = await newsOf(id)
    expect(more).toEqual([])
    expect(news).toMatchObject({ what: 'published', posted: 2 })
    expect(product.waiting.filter(({ name }) => name === 'replace-notice')).toHaveLength(1)
  })

  it('hears by a card of its own that a channel is left out, again when it was tried in vain, and when all is well', async () => {
    const id = await approved()
    install(false, channels[1]!)
    await publishSummary(product.ports, id)
    await publishSummary(product.ports, id)
    const failed = (await newsOf(id)).filter(({ what }) => what === 'failed')
    expect(failed).toMatchObject([{ posted: 1, of: 2 }])
    expect(await isOld(failed[0]!)).toBe(false)
    await postAgain(product.ports, id, sponsor())
    await product.runJobs(3)
    expect((await newsOf(id)).filter(({ what }) => what === 'failed')).toHaveLength(2)
    install(true, channels[1]!)
    await postAgain(product.ports, id, sponsor())
    await product.runJobs(3)
    expect(await isOld(failed[0]!)).toBe(true)
    expect(await newsOf(id)).toContainEqual(expect.objectContaining({ what: 'published', posted: 2 }))
  })

  it('hears that no channel took it', async () => {
    const id = await approved()
    install(false, ...channels)
    await publishSummary(product.ports, id)
    install(true, ...channels)
    expect(await newsOf(id)).toContainEqual(expect.objectContaining({ what: 'failed', posted: 0, of: 2 }))
  })

  it('hears that somebody else withdrew it, and nothing of what they did themselves', async () => {
    const [theirs, mine] = [await approved(), await approved()]
    for (const id of [theirs, mine]) await publishSummary(product.ports, id)
    await Promise.all([1, 2].map(() => withdrawSummary(product.ports, theirs, sponsor())))
    await withdrawSummary(product.ports, mine, writer())
    const whats = async (id: string) => (await newsOf(id)).map(({ what }) => what).sort()
    expect(await whats(theirs)).toEqual(['published', 'withdrawn'])
    expect(await whats(mine)).toEqual(['published'])
  })
})

it('a text keeps the language of its draft through every change', async () => {
  const id = await submitted()
  expect((await product.ports.store.summaries.get(id))?.language).toBe('es')
})
