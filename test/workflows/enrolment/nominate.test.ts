/** Colleagues put somebody forward: read by the Organizer, said kindly to whoever it is about, and answered "thank you" whatever became of it. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import { onMessage } from '../../../bot/messages/on-message.ts'
import * as t from '../../../bot/store/schema.ts'
import { answer, invite } from '../../../bot/workflows/enrolment/invite.ts'
import { type Api, openApi } from '../../support/api.ts'
import { readerIn } from '../../support/cards.ts'
import { openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let organizer: string
/** Of the organization, and taking part in nothing. */
let free: string[]
let manager: string
let report: string

beforeAll(async () => {
  product = await startProduct({ people: 200 })
  const { company } = product
  organizer = company.personas.organizer
  cohortId = await openCohort(product)
  api = await openApi(product)
  const personas = new Set<string>(Object.values(company.personas))
  const people = await product.ports.store.people.all()
  const isFree = (id: string | undefined) =>
    people.some((one) => one.id === id && one.isEligible && !personas.has(one.id))
  const below = people.find(({ id, managerId }) => isFree(id) && isFree(managerId))!
  manager = below.managerId!
  report = below.id
  free = people.filter(({ id }) => isFree(id) && id !== manager && id !== report).map(({ id }) => id)
})
afterAll(() => product.close())

const ok = <T>(given: T | Refusal): T => {
  if (isRefused(given)) throw new Error(given.refused)
  return given
}
const nominates = (by: string, personId: string, changes = {}) =>
  api.as(by)('nominate', {
    ...{ id: cohortId, personId, side: 'mentor', line: 'Explains AI tools patiently', isNamed: true },
    ...changes,
  })
const mine = async (by: string) => (await api.as(by)('myNominations', { id: cohortId })).body!
const forOrganizer = async () => (await api.as(organizer)('nominations', { id: cohortId })).body!
const cardsOf = async (personId: string) =>
  (await product.ports.store.notices.ofPerson(personId)).flatMap(({ notice }) =>
    notice.kind === 'invitation' ? [notice] : [],
  )
const nameOf = (id: string) => product.company.byId.get(id)!.displayName
const inviteAsMentor = async (personId: string) =>
  ok(await invite(product.ports, cohortId, [{ personId, side: 'mentor' }], organizer))

describe('a nomination', () => {
  it('of two colleagues is one with two voices; nobody is told before the Organizer invites', async () => {
    expect(await nominates(free[1]!, free[0]!)).toMatchObject({ status: 200, body: { ok: true } })
    expect(await nominates(free[2]!, free[0]!, { isNamed: false, side: 'mentee' })).toMatchObject({
      status: 200,
    })
    expect(await forOrganizer()).toMatchObject({
      ...{ isOpen: true, waiting: 1, total: 1 },
      nominations: [
        {
          ...{ person: { id: free[0] }, side: 'mentor', state: 'waiting' },
          voices: [
            { by: { id: free[1] }, line: 'Explains AI tools patiently', isNamed: true },
            { by: { id: free[2] }, side: 'mentee', isNamed: false },
          ],
        },
      ],
    })
    expect(await cardsOf(free[0]!)).toEqual([])
    expect((await api.as(free[0]!)('myMentoring', {})).body!.invitation).toBeUndefined()
  })

  it('becomes an invitation that names those alone who agreed to it', async () => {
    await inviteAsMentor(free[0]!)
    expect(await cardsOf(free[0]!)).toMatchObject([{ forwardedBy: [nameOf(free[1]!)], state: 'open' }])
    const { invitation } = (await api.as(free[0]!)('myMentoring', {})).body!
    expect(invitation).toMatchObject({ forwardedBy: [nameOf(free[1]!)] })
    expect((await forOrganizer()).nominations).toMatchObject([{ state: 'invited' }])
    // Whoever was put forward by nobody reads nothing of it; where nobody agreed to be named, no name.
    await inviteAsMentor(free[3]!)
    expect((await cardsOf(free[3]!))[0]).not.toHaveProperty('forwardedBy')
    await nominates(free[2]!, free[4]!, { isNamed: false })
    await inviteAsMentor(free[4]!)
    expect((await cardsOf(free[4]!))[0]).toMatchObject({ forwardedBy: [] })
    // Spoken after the invitation, it changes nothing about it.
    await nominates(free[1]!, free[4]!)
    const asRead = (await api.as(free[4]!)('myMentoring', {})).body!.invitation
    expect(asRead).toMatchObject({ forwardedBy: [] })
  })

  it('leaves a manager, and everybody who put somebody forward, with the same words whatever became of it', async () => {
    await nominates(manager, report)
    const before = await mine(manager)
    expect(before.given).toMatchObject([{ person: { id: report }, side: 'mentor' }])
    await inviteAsMentor(report)
    const [asked] = await product.ports.store.invitations.ofPerson(report)
    ok(await answer(product.ports, asked!.id, 'not-now', report))
    expect(await mine(manager)).toEqual(before)
    // Of whoever knows of it already, another colleague reads no more than of anybody else.
    const [known, unknown] = [await nominates(free[1]!, report), await nominates(free[1]!, free[5]!)]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    // Nor does the Organizer read who said "not now".
    const read = (await forOrganizer()).nominations.find(({ person }) => person.id === report)
    expect(read).toMatchObject({ state: 'invited' })
    expect(JSON.stringify(read)).not.toMatch(/declined|not-now|opened/)
    for (const by of [manager, report, free[1]!])
      expect((await api.as(by)('nominations', { id: cohortId })).status).toBe(403)
  })

  it('is set aside in silence, and heard again when somebody else speaks', async () => {
    const stateOf = async () =>
      (await forOrganizer()).nominations.find(({ person }) => person.id === free[5])?.state
    const before = await mine(free[1]!)
    await api.as(organizer)('setNominationAside', { id: cohortId, personId: free[5]! })
    expect(await stateOf()).toBe('set-aside')
    expect(await mine(free[1]!)).toEqual(before)
    await nominates(free[2]!, free[5]!)
    expect(await stateOf()).toBe('waiting')
  })

  it('of oneself, of a guest, twice, or too often in a week is refused in words of its own', async () => {
    const guest = product.company.people.find(({ userType }) => userType === 'Guest')!.id
    const refusedAs = async (by: string, personId: string) => (await nominates(by, personId)).problem.code
    expect(await refusedAs(free[6]!, free[6]!)).toBe('nominates-oneself')
    expect(await refusedAs(free[6]!, guest)).toBe('unknown-person')
    expect(await refusedAs(free[6]!, 'nobody')).toBe('unknown-person')
    expect(await refusedAs(free[1]!, free[0]!)).toBe('nominated-already')
    for (const one of free.slice(20, 30)) expect(await refusedAs(free[6]!, one)).toBeUndefined()
    expect(await refusedAs(free[6]!, free[31]!)).toBe('too-many-nominations')
  })

  it('is taken back by whoever gave it, and by nobody else', async () => {
    const [given] = (await mine(free[6]!)).given
    const { nominationId } = given!
    expect((await api.as(free[1]!)('takeNominationBack', { nominationId })).status).toBe(404)
    expect((await api.as(free[6]!)('takeNominationBack', { nominationId })).status).toBe(200)
    expect((await mine(free[6]!)).given.map((one) => one.nominationId)).not.toContain(nominationId)
  })

  it('of an Organizer is not shown to them', async () => {
    await nominates(free[1]!, organizer)
    expect((await forOrganizer()).nominations.map(({ person }) => person.id)).not.toContain(organizer)
    expect(
      (await api.as(organizer)('setNominationAside', { id: cohortId, personId: organizer })).status,
    ).toBe(403)
  })
})

describe('whoever writes that they want to put somebody forward', () => {
  it.each([
    ['en', 'I want to nominate Ana', /Who should teach or learn here/],
    ['es', 'Quiero proponer a Ana', /¿Quién debería enseñar o aprender aquí/],
    ['ar', 'أريد ترشيح زميل', /من ينبغي أن يعلّم أو يتعلّم هنا/],
  ])('is led to where that is done (%s)', async (locale, written, words) => {
    const place = {
      scope: 'personal',
      activityId: 'a',
      conversationId: 'c',
      serviceUrl: 'https://teams',
    } as const
    const where = { ...place, personId: free[7]! }
    const said = JSON.stringify(await onMessage(written, where, readerIn(locale), product.ports))
    expect(said).toMatch(words)
    expect(said).toContain((await product.ports.store.cohorts.get(cohortId))!.name)
  })
})

describe('the line of why', () => {
  it('lies sealed, is in the file of both, and is gone with either of them', async () => {
    const { store } = product.ports
    const erase = async (id: string) => {
      expect((await api.as(id)('eraseMe', { confirmed: true })).status).toBe(200)
      // The service does so in its own time.
      while (await store.erasures.ofPerson(id)) await delay(20)
    }
    const [row] = await product.database.orm
      .select()
      .from(t.nominations)
      .where(eq(t.nominations.personId, free[4]!))
    expect(row!.line).not.toContain('patiently')
    const exportOf = async (id: string) => JSON.stringify((await api.as(id)('exportMyData', {})).body)
    const ofNominee = await exportOf(free[4]!)
    expect(ofNominee).toContain('Explains AI tools patiently')
    expect(ofNominee).toContain(nameOf(free[1]!))
    // She did not agree to be named.
    expect(ofNominee).not.toContain(nameOf(free[2]!))
    expect(await exportOf(free[2]!)).toContain('Explains AI tools patiently')
    await erase(free[2]!)
    expect((await store.nominations.of(cohortId, free[4]!)).map(({ byId }) => byId)).toEqual([free[1]])
    await erase(free[4]!)
    expect(await store.nominations.of(cohortId, free[4]!)).toEqual([])
  })
})

describe('after enrollment has closed', () => {
  it('nobody is put forward, which is said; what one gave before is still read', async () => {
    const { store } = product.ports
    await store.cohorts.save({ ...(await store.cohorts.get(cohortId))!, stage: 'running' })
    expect((await nominates(free[10]!, free[11]!)).problem.code).toBe('enrolment-closed')
    expect(await mine(free[1]!)).toMatchObject({ isOpen: false })
    expect((await mine(free[1]!)).given.length).toBeGreaterThan(0)
  })
})
