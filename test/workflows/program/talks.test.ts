/** "I would like someone to talk to" reaches one contact and nobody else: no list, figure or log knows of it, and taken back nothing is left. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addDays } from '../../../bot/domain/calendar-date.ts'
import type { PersonId } from '../../../bot/domain/organization/person.ts'
import type { Program } from '../../../bot/domain/program/program.ts'
import { utcDate } from '../../../bot/domain/span.ts'
import { onMessage } from '../../../bot/messages/on-message.ts'
import { erasePerson } from '../../../bot/workflows/enrolment/erase-person.ts'
import { doMoments, planMoments } from '../../../bot/workflows/meeting/keep-moments.ts'
import { contactsFor } from '../../../bot/workflows/program/contacts.ts'
import { isSubjectOver } from '../../../bot/workflows/telling/notice-subject.ts'
import { type Api, openApi } from '../../support/api.ts'
import { readerIn } from '../../support/cards.ts'
import { toldOf } from '../../support/keeping.ts'
import { enrolCompany, openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let program: Program
let asker: PersonId
let contact: PersonId
let other: PersonId

const store = () => product.ports.store
const role = 'independent-contact' as const

beforeAll(async () => {
  product = await startProduct({ people: 220, mentors: 14, mentees: 8 })
  api = await openApi(product)
  // A Monday at noon of UTC, whenever this runs.
  const today = product.ports.clock.now()
  const toMonday = ((8 - today.getUTCDay()) % 7) + 7
  await product.tenant.advanceTo(new Date(`${addDays(utcDate(today), toMonday)}T12:00:00Z`))
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  program = (await store().programs.get((await store().cohorts.get(cohortId))!.programId))!
  asker = product.company.personas.mentor
  const participant = (await store().participants.of(cohortId, asker))!
  const workingHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }
  await store().participants.save({ ...participant, timeZone: 'UTC', workingHours })
})
afterAll(() => product.close())

const name = (personId: PersonId) =>
  store().programRoles.save({
    ...{ programId: program.id, personId, role, givenBy: program.organizerId },
    since: product.ports.clock.now(),
  })
const unname = (personId: PersonId) => store().programRoles.remove({ programId: program.id, personId, role })

const view = async (by = asker) => (await api.as(by)('talk', { id: cohortId })).body
const ask = (by: PersonId, contactId: PersonId, line?: string) =>
  api.as(by)('askForTalk', { id: cohortId, contactId, ...(line ? { line } : {}) })
const waiting = async (by: PersonId) => (await api.as(by)('talksForMe', {})).body.talks
const cardsTo = async (personId: PersonId) => toldOf(product, personId, 'talk-asked')

/** Rows of every table, as text; not which of its own activities Teams has sent. */
async function everyRow(): Promise<Record<string, string[]>> {
  const { rows } = await product.database.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const found: Record<string, string[]> = {}
  for (const { table_name: table } of rows as { table_name: string }[]) {
    if (table === 'seen_activities') continue
    const all = (await product.database.query(`select * from ${table}`)).rows
    found[table] = all.map((row) => JSON.stringify(row)).sort()
  }
  return found
}

describe('without a contact', () => {
  it('it is said before anybody asks, and nothing goes to anybody else', async () => {
    expect(await view()).toEqual({ contacts: [], mine: null })
    const before = await everyRow()
    const { organizer, sponsor } = product.company.personas
    for (const id of [organizer, sponsor, 'nobody', asker])
      expect((await ask(asker, id)).problem.code).toBe('not-independent')
    expect(await everyRow()).toEqual(before)
  })
})

describe('asking', () => {
  beforeAll(async () => {
    const found: PersonId[] = []
    const taken = new Set<string>(Object.values(product.company.personas))
    for (const { id, accountEnabled } of product.company.people) {
      if (found.length === 2) break
      if (!accountEnabled || taken.has(id) || (await store().participants.ofPerson(id)).length > 0) continue
      await name(id)
      const contacts = await contactsFor(product.ports, program, asker)
      if (contacts.some((one) => one.id === id)) found.push(id)
      else await unname(id)
    }
    ;[contact, other] = found as [PersonId, PersonId]
  })

  it('writes a row of its own, its day and the card to the one who was asked, and nothing else', async () => {
    const before = await everyRow()
    expect((await ask(asker, contact, ' About my sessions ')).status).toBe(200)
    const after = await everyRow()
    const changed = Object.keys(after).filter((table) => `${after[table]}` !== `${before[table]}`)
    expect(changed.sort()).toEqual(['moments', 'notices', 'talks'])
    const [row] = after['talks']!
    for (const hidden of [asker, 'sessions']) expect(row).not.toContain(hidden)
    expect(after['moments']!.join()).not.toContain(asker)
    const [card] = await cardsTo(contact)
    expect(JSON.stringify(card)).not.toContain(asker)
    expect(card!.notice).toMatchObject({ programName: program.name })
    expect(await cardsTo(other)).toEqual([])
  })

  it('is what the bot leads to in words, naming whom one can ask, and nobody where there is nobody', async () => {
    const reader = readerIn('en')
    const { organizer } = product.company.personas
    const before = await everyRow()
    const place = {
      scope: 'personal' as const,
      activityId: 'a',
      conversationId: 'c',
      serviceUrl: 'https://teams',
    }
    const answer = async (by: PersonId) =>
      JSON.stringify(
        await onMessage('I’d like someone to talk to', { ...place, personId: by }, reader, product.ports),
      )
    for (const id of [contact, other])
      expect(await answer(asker)).toContain((await store().people.get(id))!.displayName)
    expect(await answer(organizer)).toContain('Nothing is sent to an Organizer instead')
    expect(await everyRow()).toEqual(before)
  })

  it('is read by the two: who, the line, and by when', async () => {
    // Monday: the third working day after it is Thursday.
    const answerOn = addDays(utcDate(product.ports.clock.now()), 3)
    const { mine, contacts } = await view()
    expect(mine).toMatchObject({ line: 'About my sessions', answerOn, stands: true, isLate: false })
    expect(mine!.contact.id).toBe(contact)
    expect(contacts!.map(({ id }) => id).sort()).toEqual([contact, other].sort())
    const [seen, ...more] = await waiting(contact)
    expect(more).toEqual([])
    expect(seen).toMatchObject({ line: 'About my sessions', answerOn, programName: program.name })
    expect(seen!.person.id).toBe(asker)
    expect((await ask(asker, other)).problem.code).toBe('request-waiting')
  })

  it('is there for nobody else, whatever their part', async () => {
    const { id } = (await view()).mine!
    const { organizer, sponsor, communications, mentee } = product.company.personas
    const officers = [...product.company.appRoles.keys()]
    for (const who of new Set([organizer, sponsor, communications, mentee, other, ...officers])) {
      expect(await waiting(who)).toEqual([])
      expect((await view(who)).mine).toBeNull()
      for (const act of ['answerTalk', 'takeTalkBack'] as const)
        expect([act, (await api.as(who)(act, { id })).status]).toEqual([act, 404])
      const taken = JSON.stringify((await api.as(who)('exportMyData', {})).body)
      expect(taken).not.toContain('About my sessions')
    }
    // The contact answers and takes nothing back; whoever asked does not answer it themselves.
    expect((await api.as(contact)('takeTalkBack', { id })).status).toBe(404)
    expect((await api.as(asker)('answerTalk', { id })).status).toBe(404)
    expect(JSON.stringify((await api.as(asker)('exportMyData', {})).body)).toContain('About my sessions')
  })

  it('is closed to a contact who may not be theirs any more, whom nobody follows', async () => {
    const { id } = (await view()).mine!
    const [card] = await cardsTo(contact)
    await unname(contact)
    expect(await waiting(contact)).toEqual([])
    expect((await api.as(contact)('answerTalk', { id })).status).toBe(404)
    expect((await view()).mine).toMatchObject({ stands: false })
    expect(await isSubjectOver(store(), contact, card!.notice)).toBe(true)
    expect(await waiting(other)).toEqual([])
    await name(contact)
    // Above whoever asked by now, as far as the chart tells.
    const { managerId } = (await store().people.get(asker))!
    await under(contact)
    expect(await waiting(contact)).toEqual([])
    expect((await view()).mine).toMatchObject({ stands: false })
    await under(managerId!)
    expect(await waiting(contact)).toHaveLength(1)
    expect(await isSubjectOver(store(), contact, card!.notice)).toBe(false)
  })

  async function under(managerId: PersonId): Promise<void> {
    const at = product.ports.clock.now()
    const rows = [{ kind: 'person' as const, person: { id: asker }, manager: { id: managerId } }]
    await store().people.applyPage({ rows, cursor: 'c', done: true }, { whole: false, startedAt: at, at })
  }
})

describe('the third working day', () => {
  const passes = async (days: number) => {
    for (let day = 0; day < days; day++) {
      await product.advanceDays(1)
      await planMoments(product.ports)
      await doMoments(product.ports)
    }
  }

  it('reminds the contact once, in words that name nobody', async () => {
    await passes(2)
    expect(await cardsTo(contact)).toHaveLength(1)
    await passes(3)
    const cards = await cardsTo(contact)
    expect(cards.filter(({ notice }) => 'again' in notice)).toHaveLength(1)
    expect(JSON.stringify(cards)).not.toContain(asker)
    expect((await view()).mine).toMatchObject({ isLate: true })
  })

  it('reminds nobody of one that was answered; the line is forgotten, and another may be asked', async () => {
    const { id } = (await view()).mine!
    for (let twice = 0; twice < 2; twice++)
      expect((await api.as(contact)('answerTalk', { id })).status).toBe(200)
    expect(await waiting(contact)).toEqual([])
    const { mine } = await view()
    expect(mine!.answeredAt).toBeDefined()
    expect(mine!.line).toBeUndefined()
    expect(JSON.stringify((await api.as(asker)('exportMyData', {})).body)).not.toContain('About my sessions')
    expect((await ask(asker, other)).status).toBe(200)
    expect(await waiting(other)).toHaveLength(1)
    const [card] = await cardsTo(other)
    const again = (await view()).mine!
    expect((await api.as(asker)('takeTalkBack', { id: again.id })).status).toBe(200)
    expect(await waiting(other)).toEqual([])
    expect(await store().talks.get(again.id)).toBeUndefined()
    expect(await isSubjectOver(store(), other, card!.notice)).toBe(true)
    await passes(5)
    expect(await cardsTo(other)).toHaveLength(1)
    expect((await api.as(asker)('takeTalkBack', { id: again.id })).status).toBe(404)
  })

  it('goes with whoever asked, once they are erased', async () => {
    expect((await ask(asker, contact, 'Once more')).status).toBe(200)
    expect((await api.as(asker)('eraseMe', { confirmed: true })).status).toBe(200)
    await product.runJobs(3)
    const erasure = await store().erasures.ofPerson(asker)
    if (erasure) expect(await erasePerson(product.ports, erasure.id)).toBe('done')
    expect(await waiting(contact)).toEqual([])
    expect((await product.database.query('select * from talks')).rows).toEqual([])
  })
})
