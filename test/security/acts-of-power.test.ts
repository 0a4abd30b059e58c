/** Acts of power need two. Each test is named after what somebody with a role would try, through the API and with a real token. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DemoTeam } from '../../bot/demo/company.ts'
import { installFor, pressButton } from '../../bot/demo/tenant.ts'
import { isRefused } from '../../bot/domain/refusal.ts'
import { cardForNotice } from '../../bot/messages/cards/notice.ts'
import { answerSeat, seatAskedOf } from '../../bot/workflows/program/hand-over.ts'
import { importExclusions } from '../../bot/workflows/program/keep-exclusions.ts'
import { postAgain, publishSummary } from '../../bot/workflows/publishing/publish-summary.ts'
import { approveSummary } from '../../bot/workflows/publishing/write-summary.ts'
import { type Api, openApi } from '../support/api.ts'
import { readerIn } from '../support/cards.ts'
import { toldOf } from '../support/keeping.ts'
import { chatWith } from '../support/messages-people.ts'
import { wordsOn } from '../support/messages-stage.ts'
import {
  acceptSeat,
  aPlan,
  enrolCompany,
  openCohort,
  type Product,
  startProduct,
} from '../support/product.ts'
import { versionsOf } from '../support/versions.ts'

let product: Product
let api: Api
let cohortId: string
/** Four who have no part in the program yet, by the roles that IT gives them. */
let [second, third, clerk, it0]: string[] = []

beforeAll(async () => {
  product = await startProduct({ people: 220, mentors: 6, mentees: 4 })
  const { company } = product
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  const taken = new Set([
    ...Object.values(company.personas),
    ...company.enrolments.map((one) => one.personId),
  ])
  const free = company.people.filter(
    ({ id, accountEnabled, userType }) => accountEnabled && userType === 'Member' && !taken.has(id),
  )
  ;[second, third, clerk, it0] = free.slice(0, 4).map(({ id }) => id)
  company.appRoles.set(second!, ['Organizer'])
  company.appRoles.set(it0!, ['ITAdmin'])
  for (const team of company.teams) product.tenant.state.installedInTeams.add(team.id)
  api = await openApi(product)
  product.tenant.setProductUrl(api.url)
})
afterAll(() => product.close())

const personas = () => product.company.personas
const organizer = () => api.as(personas().organizer)
const writer = () => api.as(personas().communications)
const sponsor = () => api.as(personas().sponsor)
const planNow = async (change: Partial<ReturnType<typeof aPlan>> = {}) => {
  const { startsOn } = (await product.ports.store.cohorts.get(cohortId))!
  const { plan: version } = await versionsOf(product.ports, cohortId)
  return { id: cohortId, version, ...aPlan(personas().sponsor, { startsOn, ...change }) }
}
const program = async () => {
  const cohort = await product.ports.store.cohorts.get(cohortId)
  return (await product.ports.store.programs.get(cohort!.programId))!
}
const waitingId = async (personId: string) =>
  (await product.ports.store.handovers.waitingFor(personId))[0]!.id
const logged = async (action: string) =>
  (await product.ports.store.audit.list(500)).filter((entry) => entry.action === action)
/** With the app roles that somebody has beside, for as long as the work takes. */
async function asIf<T>(personId: string, roles: string[], work: () => Promise<T>): Promise<T> {
  const { appRoles } = product.company
  const before = appRoles.get(personId)
  appRoles.set(personId, roles)
  try {
    return await work()
  } finally {
    if (before) appRoles.set(personId, before)
    else appRoles.delete(personId)
  }
}
async function withoutMember<T>(team: DemoTeam, personId: string, work: () => Promise<T>): Promise<T> {
  const before = team.memberIds
  team.memberIds = before.filter((id) => id !== personId)
  try {
    return await work()
  } finally {
    team.memberIds = before
  }
}
const refOf = (team: DemoTeam) => ({ teamId: team.id, channelId: team.channels[0]!.id })

async function aDraft(team: DemoTeam = product.company.teams[0]!, by = personas().communications) {
  const { body } = await api.as(by)('draftSummary', { id: cohortId })
  const { id, revision } = body
  const saved = await api.as(by)('editSummary', {
    ...{ id, revision, title: `About ${id}`, body: 'Text', channels: [refOf(team)] },
  })
  return saved.body
}
const submitted = async (team?: DemoTeam) => {
  const { id } = await aDraft(team)
  return (await writer()('submitSummary', { id })).body
}
/** Approved, and nobody posts it but the test. */
const approvedOnly = ({ id, revision }: { id: string; revision: number }) =>
  approveSummary(product.ports, id, revision, personas().sponsor)
const postsIn = (team: DemoTeam, id: string) =>
  [...product.tenant.state.conversations.values()]
    .filter((one) => one.kind === 'channel' && one.channelId === refOf(team).channelId)
    .flatMap((one) => one.messages)
    .filter((one) => JSON.stringify(one.activity).includes(`About ${id}`)).length

describe('a Summary for one channel, posted in another', () => {
  it('to a team its author is not in is refused, whatever it is called', async () => {
    const [team] = product.company.teams.slice(3)
    await withoutMember(team!, personas().communications, async () => {
      const { body } = await writer()('draftSummary', { id: cohortId })
      const claimed = { ...refOf(team!), teamName: 'All Company', channelName: 'General' }
      const answer = await writer()('editSummary', {
        ...{ id: body.id, revision: 1, title: 'T', body: 'B', channels: [claimed] },
      })
      expect([answer.status, answer.problem.code]).toEqual([422, 'channel-not-seen'])
      expect((await product.ports.store.summaries.get(body.id))!.channels).toEqual([])
    })
  })

  it('under a false name has the name that Teams gives it', async () => {
    const team = product.company.teams[1]!
    const { body } = await writer()('draftSummary', { id: cohortId })
    const claimed = { ...refOf(team), teamName: 'All Company', channelName: 'General' }
    const saved = await writer()('editSummary', {
      ...{ id: body.id, revision: 1, title: 'T', body: 'B', channels: [claimed] },
    })
    const { displayName } = team.channels[0]!
    expect(saved.body.channels).toEqual([
      { ...refOf(team), teamName: team.displayName, channelName: displayName },
    ])
  })

  it('whose author has left the team before the yes is refused with its name, and both see which', async () => {
    const team = product.company.teams[1]!
    const { id, revision } = await submitted(team)
    await withoutMember(team, personas().communications, async () => {
      const no = await sponsor()('approveSummary', { id, revision })
      expect([no.status, no.problem.code]).toEqual([422, 'channel-not-seen'])
      expect(no.problem.detail).toMatchObject({ team: team.displayName })
    })
    for (const reader of [writer(), sponsor()]) {
      const { body } = await reader('summaries', { id: cohortId })
      expect(body.summaries.find((one) => one.id === id)!.channels[0]).toMatchObject({ lost: true })
    }
    expect(await product.ports.store.posts.of(id)).toEqual([])
    // Back in the team, or another channel: the same text goes its way.
    expect((await sponsor()('approveSummary', { id, revision })).body.state).toBe('approved')
  })

  it('whose author has left the team after the yes is not posted there, and both see why and what helps', async () => {
    const team = product.company.teams[2]!
    const sent = await submitted(team)
    const { id } = sent
    await approvedOnly(sent)
    await withoutMember(team, personas().communications, () => publishSummary(product.ports, id))
    expect(postsIn(team, id)).toBe(0)
    for (const reader of [writer(), sponsor()]) {
      const { body } = await reader('summaries', { id: cohortId })
      expect(body.summaries.find((one) => one.id === id)!.posts[0]).toMatchObject({
        state: 'refused',
        why: 'not-seen',
      })
    }
    await postAgain(product.ports, id, personas().communications)
    await publishSummary(product.ports, id)
    expect(postsIn(team, id)).toBe(1)
  })

  it('is not posted while Teams cannot say what its author sees', async () => {
    const team = product.company.teams[0]!
    const sent = await submitted(team)
    const { id } = sent
    await approvedOnly(sent)
    const { directory } = product.ports
    const blind = { ...directory, channelsOf: () => Promise.reject(new Error('Graph is away')) }
    await expect(publishSummary({ ...product.ports, directory: blind }, id)).rejects.toThrow('1 channels')
    expect(postsIn(team, id)).toBe(0)
    await publishSummary(product.ports, id)
    expect(postsIn(team, id)).toBe(1)
  })
})

describe('approving one’s own words', () => {
  it('as Sponsor who writes as well is refused before anybody waits for it', async () => {
    await asIf(personas().sponsor, ['Communications'], async () => {
      const { id } = await aDraft(undefined, personas().sponsor)
      expect((await writer()('submitSummary', { id })).problem.code).toBe('own-text')
      expect((await product.ports.store.summaries.get(id))!.state).toBe('drafted')
    })
  })

  it('after one correction in somebody else’s text is refused as well, whoever corrected last', async () => {
    await asIf(personas().sponsor, ['Communications'], async () => {
      const draft = await aDraft()
      const { id, title, channels } = draft
      await sponsor()('editSummary', { id, revision: draft.revision, title, body: 'Mine', channels })
      await writer()('editSummary', { id, revision: draft.revision + 1, title, body: 'Mine.', channels })
      expect((await writer()('submitSummary', { id })).problem.code).toBe('own-text')
    })
  })

  it('by becoming the Sponsor for a minute is refused: Organizer and Sponsor are two people', async () => {
    const self = personas().organizer
    await asIf(self, ['Organizer', 'Communications'], async () => {
      const { id, revision } = await aDraft(undefined, self)
      expect((await api.as(self)('submitSummary', { id })).status).toBe(200)
      const no = await organizer()('updateCohort', await planNow({ sponsorId: self }))
      expect([no.status, no.problem.code]).toEqual([422, 'one-person-two-seats'])
      expect((await organizer()('approveSummary', { id, revision })).status).toBe(403)
      await organizer()('takeSummaryBack', { id })
    })
    expect((await program()).sponsorId).toBe(personas().sponsor)
  })
})

describe('a Sponsor put in by somebody else', () => {
  it('is not the Sponsor before saying yes; the one in charge stays so and is told', async () => {
    const { status } = await organizer()('updateCohort', await planNow({ sponsorId: clerk! }))
    expect(status).toBe(200)
    expect((await program()).sponsorId).toBe(personas().sponsor)
    expect((await api.as(clerk!)('metrics', { id: cohortId })).status).toBe(403)
    const { body } = await organizer()('cohort', { id: cohortId })
    expect(body.asked).toMatchObject([{ seat: 'sponsor', person: { id: clerk }, state: 'open' }])
    const [news] = await toldOf(product, personas().sponsor, 'seat-news')
    expect(news!.notice).toMatchObject({ state: 'open', reader: 'holder', seat: 'sponsor' })
    expect(await toldOf(product, clerk!, 'seat-asked')).toHaveLength(1)
    expect(await logged('sponsor-asked')).not.toEqual([])
  })

  it('asked twice gets one card, and saving the plan anew asks nobody else', async () => {
    await organizer()('updateCohort', await planNow({ sponsorId: clerk!, sponsorMessage: 'New words' }))
    expect(await toldOf(product, clerk!, 'seat-asked')).toHaveLength(1)
    expect(await product.ports.store.handovers.waitingFor(clerk!)).toHaveLength(1)
  })

  it('cannot be accepted by anybody but the one who was asked', async () => {
    const id = await waitingId(clerk!)
    for (const other of [personas().organizer, personas().sponsor, third!]) {
      expect((await api.as(other)('answerSeat', { id, answer: 'accepted' })).status).toBe(404)
      const pressed = await answerSeat(product.ports, id, 'accepted', other, { holdsRole: true })
      expect(pressed).toEqual({ refused: 'not-yours' })
      expect(await seatAskedOf(product.ports, other, id)).toEqual({ refused: 'not-yours' })
    }
    expect((await program()).sponsorId).toBe(personas().sponsor)
  })

  it('who declines leaves everything as it was, and it goes back to the Organizer', async () => {
    const id = await waitingId(clerk!)
    for (const _ of [1, 2]) await api.as(clerk!)('answerSeat', { id, answer: 'declined' })
    expect((await api.as(clerk!)('answerSeat', { id, answer: 'accepted' })).problem.code).toBe(
      'no-longer-open',
    )
    expect((await program()).sponsorId).toBe(personas().sponsor)
    const news = (await toldOf(product, personas().organizer, 'seat-news')).map(({ notice }) => notice)
    const declined = news.filter((one) => one.kind === 'seat-news' && one.state === 'declined')
    expect(declined).toMatchObject([{ reader: 'asker', seat: 'sponsor' }])
    const { body } = await organizer()('cohort', { id: cohortId })
    expect(body.asked).toMatchObject([{ state: 'declined', person: { id: clerk } }])
  })

  it('is asked no more when the one in charge is chosen again, and the card says so', async () => {
    await organizer()('updateCohort', await planNow({ sponsorId: third! }))
    const id = await waitingId(third!)
    await organizer()('updateCohort', await planNow())
    expect((await api.as(third!)('answerSeat', { id, answer: 'accepted' })).problem.code).toBe(
      'no-longer-open',
    )
    expect((await toldOf(product, third!, 'seat-asked'))[0]!.notice).toMatchObject({ state: 'withdrawn' })
    expect((await program()).sponsorId).toBe(personas().sponsor)
  })

  it('does not get what was sent to the one before: that Sponsor alone decides it', async () => {
    const { id, revision } = await submitted()
    await organizer()('updateCohort', await planNow({ sponsorId: third! }))
    await acceptSeat(product.ports, third!)
    expect((await program()).sponsorId).toBe(third)
    expect((await toldOf(product, personas().sponsor, 'seat-news'))[0]!.notice).toMatchObject({
      state: 'accepted',
      reader: 'holder',
    })
    expect((await api.as(third!)('approveSummary', { id, revision })).status).toBe(403)
    // No longer Sponsor, yet this one is theirs: they find it, read it and decide it, and nothing else.
    const me = await sponsor()('me', {})
    expect(me.body.roles).not.toContain('sponsor')
    expect(me.body.places).toContain('publish')
    const { body } = await sponsor()('summaries', { id: cohortId })
    expect(body.summaries.map((one) => [one.id, one.mayDecide])).toEqual([[id, true]])
    expect((await sponsor()('metrics', { id: cohortId })).status).toBe(403)
    expect((await sponsor()('approveSummary', { id, revision })).body.state).toBe('approved')
    expect((await sponsor()('me', {})).body.places).not.toContain('publish')
  })

  it('gets it when its author takes it back and sends it anew', async () => {
    const { id } = await submitted()
    await organizer()('updateCohort', await planNow({ sponsorId: personas().sponsor }))
    await acceptSeat(product.ports, personas().sponsor)
    expect((await writer()('takeSummaryBack', { id })).body.state).toBe('drafted')
    expect((await writer()('submitSummary', { id })).body.sponsor!.id).toBe(personas().sponsor)
    expect(await logged('summary-taken-back')).not.toEqual([])
  })

  it('answering while the plan is saved loses neither', async () => {
    await organizer()('updateCohort', await planNow({ sponsorId: third! }))
    await Promise.all([
      acceptSeat(product.ports, third!),
      organizer()('updateCohort', await planNow({ sponsorId: third!, programName: 'Renamed' })),
    ])
    expect(await program()).toMatchObject({ sponsorId: third, name: 'Renamed' })
    await organizer()('updateCohort', await planNow())
    await acceptSeat(product.ports, personas().sponsor)
  })

  it('of a new program has no say and no face before the yes', async () => {
    const created = await organizer()('createCohort', aPlan(clerk!, { cohortName: 'Another' }))
    const { id } = created.body
    const { body } = await organizer()('cohort', { id })
    expect(body.sponsor).toBeNull()
    expect(body.asked).toMatchObject([{ seat: 'sponsor', state: 'open' }])
    expect((await api.as(clerk!)('cohort', { id })).status).toBe(403)
    await organizer()('openStage', { id, to: 'enrolling' })
    const mine = await api.as(third!)('myMentoring', { cohort: id })
    expect(mine.body.cohort).toMatchObject({ sponsor: null, sponsorMessage: '' })
    const draft = await writer()('draftSummary', { id })
    const saved = await writer()('editSummary', {
      ...{
        id: draft.body.id,
        revision: 1,
        title: 'T',
        body: 'B',
        channels: [refOf(product.company.teams[0]!)],
      },
    })
    expect((await writer()('submitSummary', { id: saved.body.id })).problem.code).toBe('no-sponsor')
    await acceptSeat(product.ports, clerk!)
    expect((await organizer()('cohort', { id })).body.sponsor!.id).toBe(clerk)
    expect((await api.as(clerk!)('cohort', { id })).status).toBe(200)
  })
})

describe('the card that asks', () => {
  it('is answered by pressing, twice the same, and shows how it stands after it was taken back', async () => {
    await installFor(product.tenant, third!)
    const chat = () => chatWith({ tenant: product.tenant } as never, third!)
    const asked = async () => {
      await organizer()('updateCohort', await planNow({ sponsorId: third! }))
      const id = await waitingId(third!)
      const card = () => chat().find(({ card: one }) => JSON.stringify(one ?? '').includes(id))
      while (!card()) await new Promise((resolve) => setTimeout(resolve, 100))
      const message = card()!.id
      return (answer: string) =>
        pressButton(product.tenant, third!, message, 'answer-seat', { handoverId: id, answer })
    }
    const press = await asked()
    await organizer()('updateCohort', await planNow())
    expect(wordsOn((await press('accepted')).value)).toContain('This question is no longer open')
    expect((await program()).sponsorId).toBe(personas().sponsor)
    const again = await asked()
    for (const _ of [1, 2]) expect(wordsOn((await again('accepted')).value)).toContain('You’re the Sponsor')
    expect((await program()).sponsorId).toBe(third)
    await organizer()('updateCohort', await planNow())
    await acceptSeat(product.ports, personas().sponsor)
  })

  it('of the Organizer’s seat has no button that accepts', async () => {
    await api.as(it0!)('handOver', { id: cohortId, personId: second! })
    const [card] = await toldOf(product, second!, 'seat-asked')
    const shown = JSON.stringify(cardForNotice(card!.notice, readerIn('en-GB')).card)
    expect(shown).toContain('declined')
    expect(shown).not.toContain('"answer":"accepted"')
    const id = await waitingId(second!)
    expect((await api.as(clerk!)('takeHandoverBack', { id })).status).toBe(403)
    for (const _ of [1, 2]) expect((await organizer()('takeHandoverBack', { id })).status).toBe(200)
    expect((await api.as(second!)('answerSeat', { id, answer: 'accepted' })).problem.code).toBe(
      'no-longer-open',
    )
  })
})

describe('the Organizer without the role', () => {
  it('can do nothing from the moment it is taken away, however named', async () => {
    await asIf(personas().organizer, [], async () => {
      for (const [name, input] of [
        ['board', { id: cohortId }],
        ['schedule', { id: cohortId }],
        ['people', {}],
        ['exclusions', { id: cohortId }],
        ['createCohort', aPlan(personas().sponsor)],
      ] as const) {
        expect([name, (await organizer()(name, input as never)).status]).toEqual([name, 403])
      }
    })
    expect((await organizer()('board', { id: cohortId })).status).toBe(200)
  })

  it('the role alone opens no program of somebody else', async () => {
    for (const name of ['board', 'schedule', 'checkIns', 'exclusions', 'metrics'] as const)
      expect([name, (await api.as(second!)(name, { id: cohortId })).status]).toEqual([name, 403])
    expect((await api.as(second!)('updateCohort', await planNow())).status).toBe(403)
  })

  it('nobody takes the seat for themselves while its holder is there, IT included', async () => {
    expect((await api.as(second!)('handOver', { id: cohortId, personId: second! })).status).toBe(403)
    await asIf(it0!, ['ITAdmin', 'Organizer'], async () => {
      const no = await api.as(it0!)('handOver', { id: cohortId, personId: it0! })
      expect([no.status, no.problem.code]).toEqual([422, 'not-oneself'])
    })
  })

  it('is handed over by IT, taken by somebody with the role alone, and both are told', async () => {
    expect((await api.as(it0!)('handOver', { id: cohortId, personId: second! })).status).toBe(200)
    const [asked] = (await api.as(second!)('mySeats', {})).body.asked
    expect(asked).toMatchObject({ seat: 'organizer', mayAccept: true })
    await asIf(second!, [], async () => {
      const no = await api.as(second!)('answerSeat', { id: asked!.id, answer: 'accepted' })
      expect([no.status, no.problem.code]).toEqual([403, 'role-needed'])
    })
    // A card knows no app roles: pressing cannot do what the tab does.
    const pressed = await answerSeat(product.ports, asked!.id, 'accepted', second!, { holdsRole: false })
    expect(isRefused(pressed) && pressed.refused).toBe('role-needed')
    expect((await program()).organizerId).toBe(personas().organizer)
    expect((await api.as(second!)('answerSeat', { id: asked!.id, answer: 'accepted' })).status).toBe(200)
    expect((await organizer()('board', { id: cohortId })).status).toBe(403)
    expect((await api.as(second!)('board', { id: cohortId })).status).toBe(200)
    expect((await toldOf(product, personas().organizer, 'seat-news'))[0]!.notice).toMatchObject({
      ...{ seat: 'organizer', state: 'accepted', reader: 'holder' },
    })
    expect(await logged('organizer-accepted')).toHaveLength(1)
    // And back, by the one who has it now.
    await api.as(second!)('handOver', { id: cohortId, personId: personas().organizer })
    await acceptSeat(product.ports, personas().organizer)
    expect((await program()).organizerId).toBe(personas().organizer)
  })

  it('who has left is followed by another holder of the role', async () => {
    const { store } = product.ports
    const left = personas().organizer
    const at = product.ports.clock.now()
    const page = (isEligible: boolean) =>
      store.people.applyPage(
        {
          rows: [{ kind: 'person', person: { id: left, isEligible }, manager: 'unchanged' }],
          cursor: 'c',
          done: true,
        },
        { whole: false, startedAt: at, at },
      )
    await page(false)
    expect((await api.as(second!)('cohort', { id: cohortId })).body.may).toEqual({
      edit: false,
      handOver: true,
      tickDuty: false,
    })
    await asIf(clerk!, [], async () =>
      expect((await api.as(clerk!)('handOver', { id: cohortId, personId: clerk! })).status).toBe(403),
    )
    expect((await api.as(second!)('handOver', { id: cohortId, personId: second! })).status).toBe(200)
    const [asked] = (await api.as(second!)('mySeats', {})).body.asked
    expect((await api.as(second!)('answerSeat', { id: asked!.id, answer: 'accepted' })).status).toBe(200)
    expect((await program()).organizerId).toBe(second)
    await page(true)
    await api.as(second!)('handOver', { id: cohortId, personId: left })
    await acceptSeat(product.ports, left)
  })
})

describe('lists of people who must not be paired, of somebody else', () => {
  let others: string
  const csv = (...lines: string[]) =>
    Buffer.from(['kind,person,other', ...lines].join('\n')).toString('base64')
  const line = () => {
    const [one, other] = product.company.enrolments
    const mail = (id: string) => product.company.byId.get(id)!.mail
    return `conflict,${mail(one!.personId)},${mail(other!.personId)}`
  }
  beforeAll(async () => {
    const created = await api.as(second!)('createCohort', aPlan(clerk!, { cohortName: 'Of another' }))
    others = created.body.id
    await organizer()('importExclusions', { id: cohortId, source: 'hr-complaints.csv', file: csv(line()) })
  })
  const kept = () => product.ports.store.exclusions.list()

  it('are a name and a number, without a line', async () => {
    const { body } = await api.as(second!)('exclusions', { id: others })
    expect(body).toMatchObject({
      sources: [{ source: 'hr-complaints.csv', count: 1, mine: false, owner: { id: personas().organizer } }],
      ...{ exclusions: [], total: 0 },
    })
    const mine = await organizer()('exclusions', { id: cohortId })
    expect([mine.body.total, mine.body.sources[0]!.mine]).toEqual([1, true])
  })

  it.each([
    ['a heading only', () => csv()],
    ['lines of one’s own', () => csv(line())],
    ['lines that nobody can read', () => csv('conflict,nobody@example.com,also@example.com')],
  ])('are not replaced by %s, and their owner is told once', async (_name, file) => {
    const before = await kept()
    const no = await api.as(second!)('importExclusions', {
      id: others,
      source: 'hr-complaints.csv',
      file: file(),
    })
    expect([no.status, no.problem.code]).toEqual([403, 'not-your-list'])
    expect(await kept()).toEqual(before)
    const told = await toldOf(product, personas().organizer, 'list-tried')
    expect(told.map(({ notice }) => notice)).toMatchObject([{ source: 'hr-complaints.csv' }])
  })

  it('are not taken out of force, whole or line by line', async () => {
    const [one] = await kept()
    const { kind, onePerson: personId, other: otherId, source } = one!
    const ask = api.as(second!)
    const whole = await ask('removeExclusionList', { id: others, source })
    const single = await ask('removeExclusion', { id: others, kind, personId, otherId, source })
    expect([whole.status, single.status]).toEqual([403, 403])
    expect(await kept()).toContainEqual(one)
  })

  it('and one’s own are not emptied by a file with a heading alone', async () => {
    const before = await kept()
    const no = await organizer()('importExclusions', {
      id: cohortId,
      source: 'hr-complaints.csv',
      file: csv(),
    })
    expect([no.status, no.problem.code]).toEqual([422, 'list-without-lines'])
    expect(await kept()).toEqual(before)
  })

  it('of which nobody knows whose they are belong to nobody', async () => {
    const { store } = product.ports
    const [one] = await kept()
    await store.exclusions.replaceSource('old.csv', [{ ...one!, source: 'old.csv' }])
    const file = { source: 'old.csv', file: Buffer.from(csv(line()), 'base64') }
    expect(await importExclusions(product.ports, file, second!)).toMatchObject({ refused: 'not-your-list' })
    const { body } = await organizer()('exclusions', { id: cohortId })
    expect(body.exclusions.map(({ source }) => source)).not.toContain('old.csv')
    await store.exclusions.replaceSource('old.csv', [])
  })

  it('are taken out of force by their owner in so many words, and the name is free again', async () => {
    const { body } = await organizer()('removeExclusionList', { id: cohortId, source: 'hr-complaints.csv' })
    expect(body).toEqual({ removed: 1 })
    expect(await kept()).toEqual([])
    expect(await logged('exclusion-list-removed')).toHaveLength(1)
    const own = await api.as(second!)('importExclusions', {
      id: others,
      source: 'hr-complaints.csv',
      file: csv(line()),
    })
    expect(own.body.kept).toBe(1)
  })
})

describe('ruling out people who do not exist', () => {
  it.each([
    ['an invented Mentor', { mentorId: '<b>no</b>' }],
    ['an invented Mentee', { menteeId: '<b>no</b>' }],
    ['two on the wrong sides', { swap: true }],
  ])('%s is refused and not stored', async (_name, change) => {
    const { enrolments } = product.company
    const [mentorId, menteeId] = (['mentor', 'mentee'] as const).map(
      (side) => enrolments.find((one) => one.side === side)!.personId,
    )
    const two = { mentorId: mentorId!, menteeId: menteeId! }
    const asked =
      'swap' in change ? { mentorId: two.menteeId, menteeId: two.mentorId } : { ...two, ...change }
    const no = await organizer()('setWish', { id: cohortId, ...asked, kind: 'forbid' })
    expect([no.status, no.problem.code]).toEqual([422, 'unknown-person'])
    expect(await product.ports.store.wishes.list(cohortId)).toEqual([])
    expect((await organizer()('setWish', { id: cohortId, ...two, kind: 'forbid' })).status).toBe(200)
    await organizer()('setWish', { id: cohortId, ...two, kind: 'clear' })
  })
})
