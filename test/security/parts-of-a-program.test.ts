/** Parts in one Program: what they open there, nothing elsewhere, and what somebody would try to get or keep one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { installFor, pressButton } from '../../bot/demo/tenant.ts'
import { isRefused } from '../../bot/domain/refusal.ts'
import { helpCard } from '../../bot/messages/cards/help.ts'
import { contactsOf } from '../../bot/workflows/program/contacts.ts'
import { answerSeat, askToTakeSeat } from '../../bot/workflows/program/hand-over.ts'
import { endLostParts } from '../../bot/workflows/program/keep-parts.ts'
import { createCohort } from '../../bot/workflows/program/set-up-cohort.ts'
import { approveSummary, sendBackSummary } from '../../bot/workflows/publishing/write-summary.ts'
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

type Role = 'co-organizer' | 'reviewer' | 'independent-contact' | 'stand-in' | 'communications'

let product: Product
let api: Api
let cohortId: string
let otherCohort: string
/** People without any part; the first two have IT's Organizer role. */
let [second, third, clerk, helper, away, spare]: string[] = []

beforeAll(async () => {
  product = await startProduct({ people: 220, mentors: 6, mentees: 4 })
  const { company, ports } = product
  const { personas } = company
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  const taken = new Set([
    ...Object.values(personas),
    ...company.enrolments.map((one) => one.personId),
    company.byId.get(personas.organizer)!.managerId,
  ])
  const free = company.people.filter(
    ({ id, accountEnabled, userType, managerId }) =>
      accountEnabled && userType === 'Member' && !taken.has(id) && !taken.has(managerId),
  )
  ;[second, third, clerk, helper, away, spare] = free.slice(0, 6).map(({ id }) => id)
  company.appRoles.set(second!, ['Organizer'])
  company.appRoles.set(third!, ['Organizer'])
  const { startsOn } = (await ports.store.cohorts.get(cohortId))!
  const plan = aPlan(personas.communications, { startsOn, programName: 'Another' })
  const made = await createCohort(ports, plan, third!)
  if (isRefused(made)) throw new Error(made.refused)
  otherCohort = made.id
  await acceptSeat(ports, personas.communications)
  for (const team of company.teams) product.tenant.state.installedInTeams.add(team.id)
  api = await openApi(product)
  product.tenant.setProductUrl(api.url)
})
afterAll(() => product.close())

const personas = () => product.company.personas
const organizer = () => api.as(personas().organizer)
const sponsor = () => api.as(personas().sponsor)
const programOf = async (id = cohortId) => {
  const cohort = await product.ports.store.cohorts.get(id)
  return (await product.ports.store.programs.get(cohort!.programId))!
}
const rowsOf = async (personId: string) =>
  (await product.ports.store.programRoles.ofPerson(personId)).map(({ role }) => role)
const logged = async (action: string) =>
  (await product.ports.store.audit.list(500)).filter((entry) => entry.action === action).length

const ask = (personId: string, role: Role) => organizer()('askForRole', { id: cohortId, personId, role })
async function questionTo(personId: string): Promise<string> {
  return (await api.as(personId)('mySeats', {})).body.asked[0]!.id
}
async function give(personId: string, role: Role): Promise<void> {
  expect((await ask(personId, role)).status).toBe(200)
  const id = await questionTo(personId)
  expect((await api.as(personId)('answerSeat', { id, answer: 'accepted' })).status).toBe(200)
  expect(await rowsOf(personId)).toContain(role)
}
const takeBack = (personId: string, role: Role) =>
  organizer()('takeRoleBack', { id: cohortId, personId, role })
const day = (days: number) =>
  new Date(product.ports.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

async function page(personId: string, isEligible: boolean): Promise<void> {
  const at = product.ports.clock.now()
  await product.ports.store.people.applyPage(
    {
      rows: [{ kind: 'person', person: { id: personId, isEligible }, manager: 'unchanged' }],
      ...{ cursor: 'c', done: true },
    },
    { whole: false, startedAt: at, at },
  )
}

async function submitted(): Promise<{ id: string; revision: number }> {
  const writer = api.as(personas().communications)
  const [team] = product.company.teams
  const channels = [{ teamId: team!.id, channelId: team!.channels[0]!.id }]
  const { body } = await writer('draftSummary', { id: cohortId })
  const text = { id: body.id, revision: body.revision, title: 'So far', body: 'Pairs.', channels }
  await writer('editSummary', text)
  return (await writer('submitSummary', { id: body.id })).body
}

const isAbout =
  (id: string) =>
  ({ card }: { card?: unknown }) =>
    JSON.stringify(card ?? '').includes(id)

describe('asking and answering', () => {
  it('a part is somebody’s only after their own yes, and the Organizer hears of it', async () => {
    await installFor(product.tenant, clerk!)
    expect((await ask(clerk!, 'reviewer')).status).toBe(200)
    expect(await rowsOf(clerk!)).toEqual([])
    const id = await questionTo(clerk!)
    for (const other of [organizer(), api.as(helper!)])
      expect((await other('answerSeat', { id, answer: 'accepted' })).status).toBe(404)
    const card = () => chatWith({ tenant: product.tenant } as never, clerk!).find(isAbout(id))
    while (!card()) await new Promise((resolve) => setTimeout(resolve, 100))
    const message = card()!.id
    const press = () =>
      pressButton(product.tenant, clerk!, message, 'answer-seat', { handoverId: id, answer: 'accepted' })
    for (const _ of [1, 2]) expect(wordsOn((await press()).value)).toContain('The part is yours')
    expect(await rowsOf(clerk!)).toEqual(['reviewer'])
    expect((await toldOf(product, personas().organizer, 'seat-news'))[0]!.notice).toMatchObject({
      ...{ seat: 'reviewer', state: 'accepted', reader: 'asker' },
    })
  })

  it('twice at once, and pressed twice, is one part', async () => {
    await takeBack(clerk!, 'reviewer')
    await Promise.all([ask(clerk!, 'reviewer'), ask(clerk!, 'reviewer')])
    expect((await api.as(clerk!)('mySeats', {})).body.asked).toHaveLength(1)
    const id = await questionTo(clerk!)
    const answers = await Promise.all(
      [1, 2].map(() => api.as(clerk!)('answerSeat', { id, answer: 'accepted' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await rowsOf(clerk!)).toEqual(['reviewer'])
    expect((await ask(clerk!, 'reviewer')).problem.code).toBe('has-seat-already')
    for (const _ of [1, 2]) expect((await takeBack(clerk!, 'reviewer')).status).toBe(200)
    expect(await rowsOf(clerk!)).toEqual([])
    expect((await toldOf(product, clerk!, 'part-news')).map(({ notice }) => notice)).toContainEqual(
      expect.objectContaining({ what: 'taken-back', part: 'reviewer' }),
    )
  })

  it('a question is taken back by an Organizer, and answered too late then', async () => {
    await ask(clerk!, 'communications')
    const id = await questionTo(clerk!)
    expect((await api.as(clerk!)('takeHandoverBack', { id })).status).toBe(403)
    expect((await api.as(third!)('takeHandoverBack', { id })).status).toBe(403)
    expect((await organizer()('takeHandoverBack', { id })).status).toBe(200)
    expect((await api.as(clerk!)('answerSeat', { id, answer: 'accepted' })).problem.code).toBe(
      'no-longer-open',
    )
    expect(await rowsOf(clerk!)).toEqual([])
  })

  it('nobody is asked by whoever does not organize, nor a guest, nor somebody with the wrong part', async () => {
    for (const one of [clerk!, third!, personas().sponsor, personas().communications])
      expect(
        (await api.as(one)('askForRole', { id: cohortId, personId: helper!, role: 'reviewer' })).status,
      ).toBe(403)
    const guest = product.company.people.find(({ userType }) => userType === 'Guest')!.id
    expect((await ask(guest, 'reviewer')).problem.code).toBe('unknown-person')
    expect((await ask(personas().sponsor, 'stand-in')).problem.code).toBe('another-part-already')
    expect((await ask(personas().sponsor, 'co-organizer')).problem.code).toBe('one-person-two-seats')
    expect((await ask('x'.repeat(5000), 'reviewer')).status).toBe(400)
  })
})

describe('what a part opens', () => {
  it('communications in one program drafts there, and not in another', async () => {
    const draft = (id: string) => api.as(helper!)('draftSummary', { id })
    expect((await draft(cohortId)).status).toBe(403)
    await give(helper!, 'communications')
    expect((await api.as(helper!)('me', {})).body.places).toContain('publish')
    const { status, body } = await draft(cohortId)
    expect(status).toBe(200)
    expect((await draft(otherCohort)).status).toBe(403)
    expect((await api.as(helper!)('summaries', { id: otherCohort })).status).toBe(403)
    expect((await api.as(helper!)('createCohort', aPlan(personas().sponsor))).status).toBe(403)
    await takeBack(helper!, 'communications')
    expect((await draft(cohortId)).status).toBe(403)
    const text = { id: body.id, revision: body.revision, title: 'T', body: 'B', channels: [] }
    expect((await api.as(helper!)('editSummary', text)).status).toBe(403)
  })

  it('a second Organizer needs IT’s role too, and organizes this program alone', async () => {
    await ask(helper!, 'co-organizer')
    const id = await questionTo(helper!)
    expect((await api.as(helper!)('answerSeat', { id, answer: 'accepted' })).problem.code).toBe('role-needed')
    await organizer()('takeHandoverBack', { id })
    await give(second!, 'co-organizer')
    expect((await api.as(second!)('board', { id: cohortId })).status).toBe(200)
    expect((await api.as(second!)('cohort', { id: cohortId })).body.may.edit).toBe(true)
    expect((await api.as(second!)('board', { id: otherCohort })).status).toBe(403)
    product.company.appRoles.set(second!, [])
    expect((await api.as(second!)('board', { id: cohortId })).status).toBe(403)
    product.company.appRoles.set(second!, ['Organizer'])
  })

  it('somebody who is switched off has nothing at once, and the Organizers are told', async () => {
    await give(away!, 'reviewer')
    await page(away!, false)
    expect(await rowsOf(away!)).toEqual([])
    await endLostParts(product.ports)
    await endLostParts(product.ports)
    expect(await logged('reviewer-lost')).toBe(1)
    for (const one of [personas().organizer, second!])
      expect((await toldOf(product, one, 'part-news')).map(({ notice }) => notice)).toContainEqual(
        expect.objectContaining({ what: 'gone', part: 'reviewer' }),
      )
    await page(away!, true)
    expect(await rowsOf(away!)).toEqual([])
  })
})

describe('the last Organizer', () => {
  it('cannot leave, and nobody can take the seat away', async () => {
    await takeBack(second!, 'co-organizer')
    const leave = () => organizer()('leavePart', { id: cohortId, part: 'organizer' })
    expect([(await leave()).status, (await leave()).problem.code]).toEqual([409, 'last-organizer'])
    expect((await programOf()).organizerId).toBe(personas().organizer)
    expect(
      (
        await organizer()('takeRoleBack', {
          id: cohortId,
          personId: personas().organizer,
          role: 'organizer' as never,
        })
      ).status,
    ).toBe(400)
  })

  it('leaves once another is there, who has the seat from then on', async () => {
    await give(second!, 'co-organizer')
    expect((await organizer()('whoRuns', { id: cohortId })).body.may.leaveSeat).toBe(true)
    expect((await organizer()('leavePart', { id: cohortId, part: 'organizer' })).status).toBe(200)
    expect((await programOf()).organizerId).toBe(second)
    expect(await rowsOf(second!)).toEqual([])
    expect((await organizer()('board', { id: cohortId })).status).toBe(403)
    expect((await toldOf(product, second!, 'part-news')).map(({ notice }) => notice)).toContainEqual(
      expect.objectContaining({ what: 'follows', isReader: true }),
    )
    // And back.
    const id = cohortId
    await api.as(second!)('askForRole', { id, personId: personas().organizer, role: 'co-organizer' })
    await acceptSeat(product.ports, personas().organizer)
    await api.as(second!)('leavePart', { id, part: 'organizer' })
    expect((await programOf()).organizerId).toBe(personas().organizer)
  })

  it('two who leave at the same time leave one behind', async () => {
    await give(second!, 'co-organizer')
    const leaving = [organizer(), api.as(second!)].map((one) =>
      one('leavePart', { id: cohortId, part: 'organizer' }),
    )
    await Promise.all([...leaving, api.as(second!)('leavePart', { id: cohortId, part: 'co-organizer' })])
    const { organizerId } = await programOf()
    expect([personas().organizer, second]).toContain(organizerId)
    if (organizerId === second) {
      await api.as(second!)('handOver', { id: cohortId, personId: personas().organizer })
      await acceptSeat(product.ports, personas().organizer)
    }
  })

  it('who is switched off is followed by the one beside them', async () => {
    if (!(await rowsOf(second!)).includes('co-organizer')) await give(second!, 'co-organizer')
    await page(personas().organizer, false)
    await endLostParts(product.ports)
    expect((await programOf()).organizerId).toBe(second)
    await page(personas().organizer, true)
    await api.as(second!)('handOver', { id: cohortId, personId: personas().organizer })
    await acceptSeat(product.ports, personas().organizer)
  })
})

describe('standing in for the Sponsor', () => {
  const standIn = () => api.as(helper!)
  const lend = (until: string | null, by = sponsor()) => by('lendSeat', { id: cohortId, until })

  it('is lent by the Sponsor alone, to somebody who is there, for days that are not too far', async () => {
    expect((await lend(day(5))).problem.code).toBe('no-stand-in')
    await give(helper!, 'stand-in')
    for (const other of [organizer(), standIn(), api.as(third!)])
      expect((await lend(day(5), other)).status).toBe(403)
    expect((await lend(day(-1))).problem.code).toBe('date-in-the-past')
    expect((await lend(day(200))).problem.code).toBe('too-far-ahead')
    expect((await lend('soon')).status).toBe(400)
  })

  it('opens nothing before the Sponsor said so, nor after they took it back', async () => {
    const summary = await submitted()
    const { id, revision } = summary
    const decide = () => standIn()('approveSummary', { id, revision })
    expect((await decide()).status).toBe(403)
    expect((await standIn()('summaries', { id: cohortId })).status).toBe(403)
    expect((await lend(day(5))).status).toBe(200)
    const seen = (await standIn()('summaries', { id: cohortId })).body.summaries
    expect(seen.find((one) => one.id === id)!.mayDecide).toBe(true)
    expect((await lend(null)).status).toBe(200)
    expect((await decide()).status).toBe(403)
    // Nor by a way that asks nobody.
    const past = await approveSummary(product.ports, id, revision, helper!)
    expect(isRefused(past) && past.refused).toBe('not-sponsor')
    expect((await toldOf(product, helper!, 'part-news')).map(({ notice }) => notice)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ what: 'decides', until: day(5) }),
        expect.objectContaining({ what: 'decides-no-more' }),
      ]),
    )
  })

  it('decides while it is lent, in the Sponsor’s place, and is named as who did', async () => {
    await lend(day(5))
    const { id, revision } = await submitted()
    const back = await sendBackSummary(product.ports, id, 'Shorter', helper!)
    expect(isRefused(back)).toBe(false)
    const again = await api.as(personas().communications)('submitSummary', { id })
    const { status, body } = await standIn()('approveSummary', { id, revision: again.body.revision })
    expect(revision).toBeLessThan(again.body.revision)
    expect([status, body.state, body.approvedBy?.id]).toEqual([200, 'approved', helper])
    // The Sponsor decides on as before.
    const next = await submitted()
    expect((await sponsor()('approveSummary', { id: next.id, revision: next.revision })).status).toBe(200)
  })

  it('is not lent to whoever follows as stand-in, nor by whoever follows as Sponsor', async () => {
    await ask(clerk!, 'stand-in')
    const id = await questionTo(clerk!)
    expect(await rowsOf(helper!)).toEqual(['stand-in'])
    await api.as(clerk!)('answerSeat', { id, answer: 'accepted' })
    expect([await rowsOf(helper!), await rowsOf(clerk!)]).toEqual([[], ['stand-in']])
    const waiting = await submitted()
    const decide = () => api.as(clerk!)('approveSummary', { id: waiting.id, revision: waiting.revision })
    expect((await decide()).status).toBe(403)
    await lend(day(5))
    const { id: programId } = await programOf()
    const asked = await askToTakeSeat(
      product.ports,
      programId,
      { seat: 'sponsor', toId: spare! },
      personas().organizer,
    )
    if (isRefused(asked)) throw new Error(asked.refused)
    expect(await answerSeat(product.ports, asked.id, 'accepted', spare!, { holdsRole: false })).toMatchObject(
      { state: 'accepted' },
    )
    expect((await decide()).status).toBe(403)
    // What was sent to the former Sponsor stays with them.
    await lend(day(5), api.as(spare!))
    expect((await decide()).status).toBe(403)
    expect((await sponsor()('approveSummary', { id: waiting.id, revision: waiting.revision })).status).toBe(
      200,
    )
    await takeBack(clerk!, 'stand-in')
  })
})

describe('the independent contact', () => {
  it('is nobody in the Organizer’s line, and nobody who takes part', async () => {
    const manager = product.company.byId.get(personas().organizer)!.managerId!
    expect((await ask(manager, 'independent-contact')).problem.code).toBe('not-independent')
    expect((await ask(personas().mentor, 'independent-contact')).problem.code).toBe('not-independent')
    expect((await ask(spare!, 'independent-contact')).problem.code).toBe('another-part-already')
  })

  it('is shown by name to whoever takes part, in the tab and in help, and reads nothing themselves', async () => {
    const { company, ports } = product
    const mentor = api.as(personas().mentor)
    expect((await mentor('whoRuns', { id: cohortId })).body).toMatchObject({ contacts: [] })
    const isFree = (id: string) =>
      ![second, third, helper, personas().communications, personas().sponsor].includes(id)
    let contact: string | undefined
    for (const { id } of company.people) {
      if (contact || !isFree(id) || (await ports.store.participants.ofPerson(id)).length > 0) continue
      if ((await ask(id, 'independent-contact')).status === 200) contact = id
    }
    const id = await questionTo(contact!)
    expect((await api.as(contact!)('answerSeat', { id, answer: 'accepted' })).status).toBe(200)
    const { userPrincipalName, displayName } = company.byId.get(contact!)!
    const { body } = await mentor('whoRuns', { id: cohortId })
    expect(body.contacts).toEqual([expect.objectContaining({ id: contact, signInName: userPrincipalName })])
    expect(body.roles).toBeUndefined()
    expect(body.asked).toBeUndefined()
    for (const name of ['board', 'people', 'checkIns', 'metrics', 'cohort', 'whoRuns'] as const)
      expect([
        name,
        (await api.as(contact!)(name, { id: cohortId, cohort: cohortId } as never)).status,
      ]).toEqual([name, 403])
    expect(await contactsOf(ports, personas().mentor)).toEqual([expect.objectContaining({ id: contact })])
    const reader = readerIn('en')
    const card = JSON.stringify(
      helpCard(reader, { contacts: [{ name: displayName, signInName: userPrincipalName }] }),
    )
    expect(card).toContain(encodeURIComponent(userPrincipalName))
    // Not to whoever the contact may be above, and to nobody once they take part themselves.
    const me = (await ports.store.people.get(personas().mentor))!
    const at = ports.clock.now()
    const under = (managerId: string) =>
      ports.store.people.applyPage(
        {
          rows: [{ kind: 'person', person: { id: me.id }, manager: { id: managerId } }],
          ...{ cursor: 'c', done: true },
        },
        { whole: false, startedAt: at, at },
      )
    await under(contact!)
    expect((await mentor('whoRuns', { id: cohortId })).body.contacts).toEqual([])
    expect(await contactsOf(ports, personas().mentor)).toEqual([])
    await under(me.managerId!)
    expect((await mentor('whoRuns', { id: cohortId })).body.contacts).toHaveLength(1)
    await ports.store.participants.save({
      ...(await ports.store.participants.list(cohortId))[0]!,
      ...{ id: 'contact-takes-part', personId: contact! },
    })
    expect((await mentor('whoRuns', { id: cohortId })).body.contacts).toEqual([])
    await endLostParts(ports)
    expect(await rowsOf(contact!)).toEqual([])
    expect(
      (await toldOf(product, personas().organizer, 'part-news')).map(({ notice }) => notice),
    ).toContainEqual(expect.objectContaining({ what: 'takes-part', part: 'independent-contact' }))
  })
})
