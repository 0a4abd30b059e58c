/** Certificates: each of the two takes their own once the pair is behind them, and whoever has the code learns whether it is genuine. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { askKey } from '../../../bot/domain/meeting/ask.ts'
import { firstAgreement } from '../../../bot/domain/pairing/agreement.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { erasePerson } from '../../../bot/workflows/enrolment/erase-person.ts'
import { askPair, recordAnswers } from '../../../bot/workflows/meeting/ask-pair.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { type Api, openApi } from '../../support/api.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
/** They met, and are both asked how it was; they met once and parted; they never met. */
let pair: Pairing
let parted: Pairing
let never: Pairing
beforeAll(async () => {
  product = await startProduct()
  api = await openApi(product)
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  const pairs = await product.ports.store.pairings.list(cohortId, ['active'])
  ;[pair, parted, never] = pairs as [Pairing, Pairing, Pairing]
})
afterAll(() => product.close())

const report = (by: string, sessionId: string, held: boolean) =>
  product.ports.store.checkIns.save({
    ...{ sessionId, personId: by, state: 'answered', answeredAt: product.ports.clock.now() },
    answer: held ? { held, worth: 2, obstacle: 'relationship' } : { held, obstacle: 'time' },
  })
const sessionsOf = async ({ id }: Pairing) => product.ports.store.sessions.ofPairing(id)
const take = (by: string, id = pair.id, language: 'en' | 'es' | 'ar' = 'en') =>
  api.as(by)('takeCertificate', { id, language })
const check = (code: string, by = product.company.personas.communications) =>
  api.as(by)('checkCertificate', { code })
const end = (by: string, id = pair.id) => api.as(by)('pairEnd', { id })
const confirm = (by: string, skills: string[], id = pair.id) => api.as(by)('confirmSkills', { id, skills })

describe('a certificate', () => {
  it('waits for the end of the pair', async () => {
    const [first, second] = await sessionsOf(pair)
    for (const by of [pair.mentorId, pair.menteeId]) await report(by, first!.id, true)
    await report(pair.mentorId, second!.id, true)
    await report(pair.menteeId, second!.id, false)
    expect((await end(pair.mentorId)).body).toMatchObject({ isAtEnd: false, sessions: 2 })
    expect((await take(pair.mentorId)).problem.code).toBe('pair-goes-on')
    expect((await confirm(pair.menteeId, ['ai-tools'])).problem.code).toBe('pair-goes-on')
    const { store } = product.ports
    await store.transaction(() => askPair(product.ports, 'closing', pair.id))
    expect((await end(pair.mentorId)).body.isAtEnd).toBe(true)
  })

  it('comes with how far both came, once both have said so under an agreement of both', async () => {
    const { ports } = product
    const { store, clock } = ports
    const at = clock.now()
    const signed = (goal: string, goalStart: number) => ({ goal, goalStart, at })
    const growth = async (by: string) => (await end(by)).body.growth
    const answer = (by: string, goal: number) => {
      const sided = by === pair.mentorId ? { disagree: 5 } : { used: 4 }
      const rest = { worth: 4, recommend: 9, again: 'yes', keep: '', next: 'end', ...sided }
      return recordAnswers(ports, askKey('closing', pair.id, by), by, { goal, ...rest })
    }
    const first = firstAgreement(pair.id, 1)
    const signatures = { mentor: signed('Speak up', 2), mentee: signed('Use the dashboard', 1) }
    await store.agreements.save({ ...first, signatures: { mentor: signatures.mentor } })
    expect(isRefused(await answer(pair.mentorId, 4))).toBe(false)
    expect(await growth(pair.mentorId)).toBeUndefined()
    expect(await growth(pair.menteeId)).toBeUndefined()
    expect(isRefused(await answer(pair.menteeId, 3))).toBe(false)
    expect(await growth(pair.menteeId)).toBeUndefined()
    await store.agreements.save({ ...first, signatures })
    // Changed since, and not signed again: the one that both signed counts.
    await store.agreements.save({ ...first, version: 2, signatures: {} })
    const [mine, theirs] = [
      { goal: 'Speak up', start: 2, end: 4 },
      { goal: 'Use the dashboard', start: 1, end: 3 },
    ]
    expect(await growth(pair.mentorId)).toEqual({ mine, theirs })
    expect(await growth(pair.menteeId)).toEqual({ mine: theirs, theirs: mine })
    // Whoever was asked when it was still said that nobody else reads it.
    const ask = (await store.asks.get(askKey('closing', pair.id, pair.menteeId)))!
    await store.asks.save({ ...ask, sharesGoal: false })
    expect(await growth(pair.mentorId)).toBeUndefined()
  })

  it('is a PDF under one code, however often and however quickly it is taken', async () => {
    const taken = await Promise.all([take(pair.mentorId), take(pair.mentorId), take(pair.mentorId)])
    expect(taken.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(taken.map(({ body }) => body.code)).size).toBe(1)
    const pdf = Buffer.from(taken[0]!.body.pdf, 'base64').toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toContain(encodeURIComponent(taken[0]!.body.code))
    expect((await take(pair.mentorId, pair.id, 'ar')).body.code).toBe(taken[0]!.body.code)
    expect((await end(pair.mentorId)).body.code).toBe(taken[0]!.body.code)
  })

  it('says what its person reported, whatever the other said, and names no partner', async () => {
    const mentor = (await check((await take(pair.mentorId)).body.code)).body
    const mentee = (await check((await take(pair.menteeId)).body.code)).body
    expect(mentor).toMatchObject({ side: 'mentor', sessions: 2, minutes: 100, skills: [] })
    expect(mentee).toMatchObject({
      side: 'mentee',
      sessions: 1,
      minutes: 50,
      programName: 'Reverse mentoring',
    })
    const nameOf = (id: string) => product.company.byId.get(id)!.displayName
    expect(mentor.name).toBe(nameOf(pair.mentorId))
    for (const [one, partner] of [[mentor, pair.menteeId] as const, [mentee, pair.mentorId] as const]) {
      expect(JSON.stringify(one)).not.toContain(nameOf(partner))
      expect(JSON.stringify(one)).not.toMatch(/worth|relationship|obstacle/)
    }
  })

  it('names the skills that the Mentee confirmed, and no others', async () => {
    const { options } = (await end(pair.menteeId)).body
    expect(options).toContain('inclusion')
    expect((await end(pair.mentorId)).body.options).toBeUndefined()
    expect((await confirm(pair.mentorId, ['inclusion'])).status).toBe(404)
    expect((await confirm(pair.menteeId, ['cooking'])).problem.code).toBe('no-such-option')
    expect((await confirm(pair.menteeId, ['inclusion', 'inclusion'])).status).toBe(200)
    expect((await end(pair.mentorId)).body.confirmed).toEqual(['inclusion'])
    const { code } = (await take(pair.mentorId)).body
    expect((await check(code)).body.skills).toEqual(['inclusion'])
    expect((await check((await take(pair.menteeId)).body.code)).body.skills).toEqual([])
    await confirm(pair.menteeId, [])
    await take(pair.mentorId)
    expect((await check(code)).body.skills).toEqual([])
    await confirm(pair.menteeId, ['ai-tools'])
    await take(pair.mentorId)
    const { rows } = await product.database.query('select skills from confirmed_skills')
    expect(JSON.stringify(rows)).not.toContain('ai-tools')
  })

  it('is nobody else’s to take, and no code is guessed', async () => {
    for (const who of [parted.mentorId, product.company.personas.organizer]) {
      expect((await take(who)).status).toBe(404)
      expect((await end(who)).status).toBe(404)
      expect((await confirm(who, [])).status).toBe(404)
    }
    for (const code of ['0000-0000-0000-0000-0000', pair.id, 'x', '%27%20or%201=1'])
      expect((await check(code)).status).toBe(404)
    const { code } = (await take(pair.mentorId)).body
    expect((await check(code.replaceAll('-', '').toLowerCase())).body.code).toBe(code)
  })

  it('says what was done where a pair ended early, and there is none for two who never met', async () => {
    const [first] = await sessionsOf(parted)
    await product.tenant.advanceTo(first!.endsAt)
    for (const by of [parted.mentorId, parted.menteeId]) await report(by, first!.id, true)
    await endPairing(product.ports, parted.id, parted.menteeId)
    const early = await take(parted.mentorId, parted.id)
    expect((await check(early.body.code)).body).toMatchObject({ sessions: 1, minutes: 50 })
    await endPairing(product.ports, never.id, product.company.personas.organizer)
    expect((await take(never.mentorId, never.id)).status).toBeGreaterThanOrEqual(400)
    expect((await end(never.mentorId, never.id)).body.sessions).toBe(0)
  })

  it('says which letter has no place on paper; the code says the rest', async () => {
    const { store } = product.ports
    const person = (await store.people.get(parted.menteeId))!
    await product.database.query('update people set display_name = $1 where id = $2', [
      '王小明 😀',
      person.id,
    ])
    const { problem } = await take(person.id, parted.id)
    expect(problem).toMatchObject({ code: 'letter-missing', detail: { sign: '王' } })
    const { code } = (await end(person.id, parted.id)).body
    expect((await check(code!)).body.name).toBe('王小明 😀')
  })

  it('outlasts what was said in the cohort, from which it was made', async () => {
    const { store } = product.ports
    const { code } = (await take(pair.mentorId)).body
    const before = (await check(code)).body
    await store.personal.forgetCohort(cohortId, product.ports.clock.now())
    expect(await store.certificates.skills(pair.id)).toBeUndefined()
    expect((await take(pair.mentorId)).status).toBe(200)
    expect((await check(code)).body).toEqual(before)
    expect((await confirm(pair.menteeId, ['inclusion'])).problem.code).toBe('no-longer-open')
  })

  it('is in the file of its person, and is genuine no more once they are erased', async () => {
    const { code } = (await take(pair.mentorId)).body
    const mine = await api.as(pair.mentorId)('exportMyData', {})
    expect(JSON.stringify(mine.body)).toContain(code)
    expect(JSON.stringify((await api.as(pair.menteeId)('exportMyData', {})).body)).not.toContain(code)
    expect((await api.as(pair.mentorId)('eraseMe', { confirmed: true })).status).toBe(200)
    await product.runJobs(3)
    const asked = await product.ports.store.erasures.ofPerson(pair.mentorId)
    if (asked) expect(await erasePerson(product.ports, asked.id)).toBe('done')
    expect((await check(code)).status).toBe(404)
    expect((await check((await take(pair.menteeId)).body.code)).body.side).toBe('mentee')
  })
})
