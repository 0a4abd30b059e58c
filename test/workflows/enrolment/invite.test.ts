/** People are asked to enroll: once each, reminded once, and never taken in without their own word. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import { dayMs } from '../../../bot/domain/span.ts'
import { enrol } from '../../../bot/workflows/enrolment/enrol.ts'
import { answer, invite, inviteFromList, sendInvitations } from '../../../bot/workflows/enrolment/invite.ts'
import { isSubjectOver } from '../../../bot/workflows/telling/notice-subject.ts'
import { type Api, openApi } from '../../support/api.ts'
import { openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let organizer: string
/** Of the organization, and taking part in nothing. */
let free: string[]
let guest: string

beforeAll(async () => {
  product = await startProduct({ people: 200 })
  const { company } = product
  organizer = company.personas.organizer
  cohortId = await openCohort(product)
  api = await openApi(product)
  api = await openApi(product)
  guest = company.people.find(({ userType }) => userType === 'Guest')!.id
  const personas = new Set<string>(Object.values(company.personas))
  const people = await product.ports.store.people.all()
  free = people.filter(({ id, isEligible }) => isEligible && !personas.has(id)).map(({ id }) => id)
})
afterAll(() => product.close())

const ok = <T>(given: T | Refusal): T => {
  if (isRefused(given)) throw new Error(given.refused)
  return given
}
const cardsOf = async (personId: string) =>
  (await product.ports.store.notices.ofPerson(personId)).flatMap(({ notice }) =>
    notice.kind === 'invitation' ? [notice] : [],
  )
const mine = async (personId: string) => (await product.ports.store.invitations.ofPerson(personId))[0]!
const counts = () => product.ports.store.invitations.counts(cohortId)
const inDays = (days: number) => {
  const at = new Date(product.ports.clock.now().getTime() + days * dayMs)
  return { ...product.ports, clock: { now: () => at } }
}
const mailOf = (id: string) => product.company.byId.get(id)!.mail
const csv = (...lines: string[]) => Buffer.from(['person,side', ...lines].join('\n'))
const asMentor = (...people: string[]) => people.map((personId) => ({ personId, side: 'mentor' as const }))

async function enrols(personId: string) {
  const { store } = product.ports
  const { programId } = (await store.cohorts.get(cohortId))!
  const { version } = (await store.programs.get(programId))!.groundRules
  ok(
    await enrol(product.ports, cohortId, personId, {
      ...{ side: 'mentor', topics: [{ topic: 'ai-tools', level: 2 }], languages: ['en'], interests: [] },
      ...{
        capacity: 1,
        timeZone: 'Europe/London',
        goal: 'Teach',
        goalStart: 2,
        acceptedGroundRules: version,
      },
      workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    }),
  )
}

describe('an invitation', () => {
  it('is one card, also when the same person is invited twice, and takes nobody in', async () => {
    const first = ok(await invite(product.ports, cohortId, asMentor(free[0]!, free[0]!, guest), organizer))
    expect(first).toMatchObject({
      invited: 1,
      aside: [{ why: 'twice' }, { personId: guest, why: 'not-eligible' }],
    })
    const again = ok(await invite(product.ports, cohortId, asMentor(free[0]!), organizer))
    expect(again).toMatchObject({ invited: 0, aside: [{ why: 'invited' }] })
    expect(await cardsOf(free[0]!)).toMatchObject([{ why: 'first', side: 'mentor', state: 'open' }])
    expect(await cardsOf(guest)).toEqual([])
    expect(await product.ports.store.participants.of(cohortId, free[0]!)).toBeUndefined()
  })

  it('is reminded of once, a week later', async () => {
    await sendInvitations(inDays(6))
    expect(await cardsOf(free[0]!)).toHaveLength(1)
    for (const days of [7.1, 8, 30]) await sendInvitations(inDays(days))
    expect((await cardsOf(free[0]!)).map(({ why }) => why).sort()).toEqual(['first', 'reminder'])
  })

  it('is not reminded of after "not now", which is counted and tells no name', async () => {
    ok(await invite(product.ports, cohortId, asMentor(free[1]!), organizer))
    const { id } = await mine(free[1]!)
    expect(await answer(product.ports, id, 'not-now', free[2]!)).toEqual({ refused: 'not-yours' })
    ok(await answer(product.ports, id, 'not-now', free[1]!))
    await sendInvitations(inDays(8))
    expect(await cardsOf(free[1]!)).toHaveLength(1)
    const { body } = await api.as(organizer)('invitations', { id: cohortId })
    // Of two, a number would tell who.
    expect(body).toEqual({ isOpen: true, invited: 2, unsent: 0, enrolled: 0 })
    const listed = await api.as(organizer)('people', { cohort: cohortId, state: 'not-enrolled', limit: 200 })
    expect(JSON.stringify(listed.body)).not.toContain('declined":true')
    const rows = listed.body!.people.filter(({ isInvited }) => isInvited)
    expect(rows.map(({ person }) => person.id).sort()).toEqual([free[0], free[1]].sort())
    expect(listed.body!.people.map(({ person }) => person.id)).not.toContain(guest)
  })

  it('leads to a form that says first to whom the cohort is open, and how that stands with them', async () => {
    const { store } = product.ports
    const cohort = (await store.cohorts.get(cohortId))!
    const personId = free.at(-1)!
    const { grade } = (await store.people.get(personId))!
    const seen = async () => (await api.as(personId)('myMentoring', { cohort: cohortId })).body!
    expect(await seen()).not.toHaveProperty('entry')
    const admission = { grades: { mentor: { from: grade! + 1 } }, places: { mentee: 1 } }
    await store.cohorts.save({ ...cohort, admission })
    expect(await seen()).toMatchObject({
      entry: { admission, sides: { mentor: 'not-admitted', mentee: 'open' }, isShut: false },
      prefill: { side: 'mentee', sideSuggested: 'mentee' },
    })
    const { aside } = ok(await invite(product.ports, cohortId, asMentor(personId), organizer))
    expect(aside).toMatchObject([{ personId, why: 'not-admitted' }])
    await store.cohorts.save({ ...cohort, admission: { units: ['Nowhere'] } })
    expect((await seen()).entry).toMatchObject({ isShut: true })
    await store.cohorts.save(cohort)
    expect(await seen()).not.toHaveProperty('entry')
  })

  it('is seen in the tab, with its side chosen, and is over once they enroll', async () => {
    ok(await invite(product.ports, cohortId, asMentor(free[3]!), organizer))
    const seen = (await api.as(free[3]!)('myMentoring', {})).body!
    expect(seen).toMatchObject({
      invitation: { side: 'mentor', state: 'open', hasLooked: false, by: { id: organizer } },
      prefill: { sideSuggested: 'mentor' },
    })
    const { invitationId } = seen.invitation!
    await api.as(free[3]!)('answerInvitation', { invitationId, answer: 'look' })
    expect((await api.as(free[3]!)('myMentoring', {})).body!.invitation).toMatchObject({ hasLooked: true })
    const [card] = await cardsOf(free[3]!)
    expect(await isSubjectOver(product.ports.store, free[3]!, card!)).toBe(false)
    await enrols(free[3]!)
    expect(await isSubjectOver(product.ports.store, free[3]!, card!)).toBe(true)
    expect((await api.as(free[3]!)('myMentoring', {})).body!.invitation).toBeUndefined()
    expect(await counts()).toMatchObject({ opened: 1, enrolled: 1 })
    const again = ok(await invite(product.ports, cohortId, asMentor(free[3]!), organizer))
    expect(again.aside).toMatchObject([{ why: 'takes-part' }])
    await sendInvitations(inDays(9))
    expect(await cardsOf(free[3]!)).toHaveLength(1)
  })
})

describe('a list', () => {
  it('is looked at first: nobody is asked, and each line that invites nobody says why', async () => {
    const before = await counts()
    const file = csv(
      `${mailOf(free[4]!)},mentor`,
      `${free[5]!},mentee`,
      `${mailOf(free[4]!).toUpperCase()},mentor`,
      `${free[0]!},mentor`,
      `${free[3]!},mentor`,
      'nobody@example.org,mentor',
      `${free[6]!},boss`,
    )
    const looked = ok(await inviteFromList(product.ports, cohortId, { file, apply: false }, organizer))
    expect(looked).toMatchObject({ ready: 2, mentors: 1, mentees: 1 })
    expect(looked.aside.map(({ line, why }) => [line, why])).toEqual([
      [4, 'twice'],
      [5, 'invited'],
      [6, 'takes-part'],
      [7, 'unknown-person'],
      [8, 'unknown-side'],
    ])
    expect(await counts()).toEqual(before)
    const done = ok(await inviteFromList(product.ports, cohortId, { file, apply: true }, organizer))
    expect(done).toEqual(looked)
    expect(await counts()).toMatchObject({ invited: before.invited + 2 })
    expect(await cardsOf(free[5]!)).toMatchObject([{ side: 'mentee' }])
    const twice = ok(await inviteFromList(product.ports, cohortId, { file, apply: true }, organizer))
    expect(twice).toMatchObject({ ready: 0 })
  })

  it('that says nothing is refused in words of its own', async () => {
    const given = (text: string) =>
      inviteFromList(product.ports, cohortId, { file: Buffer.from(text), apply: true }, organizer)
    expect(await given('')).toMatchObject({ refused: 'list-empty' })
    expect(await given('person,side\n')).toMatchObject({ refused: 'file-without-lines' })
    expect(await given('name\nAna')).toMatchObject({ refused: 'file-columns-missing' })
  })

  it('of many goes out by and by, each card once', async () => {
    const many = free.slice(10, 60)
    ok(await invite(product.ports, cohortId, asMentor(...many), organizer))
    const { unsent } = await counts()
    expect(unsent).toBe(25)
    // Who says "not now" before the card came is sent none, and none waits for them.
    const { id } = await mine(many.at(-1)!)
    const before = (await api.as(organizer)('invitations', { id: cohortId })).body!
    ok(await answer(product.ports, id, 'not-now', many.at(-1)!))
    const after = (await api.as(organizer)('invitations', { id: cohortId })).body!
    expect([after.unsent, after.declined]).toEqual([24, before.declined! + 1])
    await sendInvitations(product.ports)
    await sendInvitations(product.ports)
    expect(await counts()).toMatchObject({ unsent: 0 })
    for (const one of many.slice(0, -1)) expect(await cardsOf(one)).toHaveLength(1)
    expect(await cardsOf(many.at(-1)!)).toEqual([])
  })
})

describe('after enrollment has closed', () => {
  it('nobody is invited or reminded, and a card that still waits does not go out', async () => {
    const { store } = product.ports
    const [card] = await cardsOf(free[4]!)
    expect(await isSubjectOver(store, free[4]!, card!)).toBe(false)
    await store.cohorts.save({ ...(await store.cohorts.get(cohortId))!, stage: 'running' })
    expect(await invite(product.ports, cohortId, asMentor(free[70]!), organizer)).toMatchObject({
      refused: 'enrolment-closed',
    })
    await sendInvitations(inDays(9))
    expect(await cardsOf(free[4]!)).toHaveLength(1)
    expect(await isSubjectOver(store, free[4]!, card!)).toBe(true)
  })
})
