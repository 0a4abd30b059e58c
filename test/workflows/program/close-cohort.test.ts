/** A whole close, with the clock moved: what is open before, who decides what, who is thanked and how, and what runs on. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { thankedAs } from '../../../bot/domain/pairing/after-close.ts'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { usualThanks } from '../../../bot/words/thanks.ts'
import { currentParticipant } from '../../../bot/workflows/meeting/my-next-session.ts'
import { isSubjectOver } from '../../../bot/workflows/telling/notice-subject.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import { type Api, openApi } from '../../support/api.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

const dayMs = 86_400_000
let product: Product
let api: Api
let id: string
let organizer: string
let sponsor: string
const store = () => product.ports.store
const now = () => product.ports.clock.now()
const words = { en: 'Thank you, all.', es: 'Gracias a todos.', ar: 'شكرًا لكم.' }

type Thanks = Extract<Notice, { kind: 'thanks' }>
const thanksTo = async (personId: string): Promise<Thanks[]> =>
  (await store().notices.ofPerson(personId)).flatMap(({ notice }) =>
    notice.kind === 'thanks' ? [notice] : [],
  )
const gate = async (by = organizer) => (await api.as(by)('beforeClose', { id })).body
const close = (how: Partial<Parameters<typeof closing>[0]> = {}, by = organizer) => closing(how, by)
function closing(
  how: { endReading?: { value: number } | 'as-entered' | 'not-measured'; thanksVersion?: number },
  by: string,
) {
  const rest = { endReading: { value: 31 }, running: 'run-on', thanksVersion: 2 } as const
  return api.as(by)('closeCohort', { id, ...rest, ...how })
}
/** Of those who enrolled: who left, who waits, who was told no, who was never answered. */
const others: Record<'left' | 'waitlisted' | 'declined' | 'applied', string> = {} as never

beforeAll(async () => {
  product = await startProduct()
  // What the API asks for is done here, by `runJobs`.
  product.service.ports.jobs = product.ports.jobs
  api = await openApi(product)
  ;({ organizer, sponsor } = product.company.personas)
  id = await openCohort(product)
  await enrolCompany(product, id)
  await proposeAll(product, id)
  await approveAll(product, id)
  await product.runJobs(3)
  const pairings = await store().pairings.list(id)
  const busy = new Set(pairings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const free = (await store().participants.list(id)).filter(({ personId }) => !busy.has(personId))
  const states = ['left', 'waitlisted', 'declined', 'applied'] as const
  for (const [index, state] of states.entries()) {
    const one = free[index]
    if (!one) throw new Error('too few people without a partner')
    await store().participants.save({ ...one, state })
    others[state] = one.personId
  }
  const { stage, ...cohort } = (await store().cohorts.get(id))!
  const { programId } = cohort
  const byOrganizer = { programId, givenBy: organizer, since: now() }
  await store().programRoles.save({
    ...{ ...byOrganizer, personId: product.company.personas.communications, role: 'communications' },
  })
  expect(stage).toBe('matching')
  await store().cohorts.save({ ...cohort, stage: 'running' })
})
afterAll(() => product.close())

describe('before a cohort closes', () => {
  it('says what is open, what it came to, and how many would be told what', async () => {
    const { open, ending, thanked, endReading, may, speaker, thanks } = await gate()
    const active = await store().pairings.list(id, ['active'])
    expect(open).toMatchObject({
      meeting: active.length,
      undecided: 1,
      summaries: 0,
      lastWords: 2 * active.length,
    })
    expect(open.meetingUntil).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(ending).toBe(active.length)
    expect(endReading).toBeUndefined()
    expect(thanked).toMatchObject({
      'took-part': new Set(active.flatMap((one) => [one.mentorId, one.menteeId])).size,
      left: 1,
      nobody: 1,
    })
    expect(speaker).toBeNull()
    expect(thanks.version).toBe(0)
    expect(may).toEqual({ close: true, agree: false })
  })

  it('is for the Organizer and the Sponsor, and closing for the Organizer alone', async () => {
    const { mentor, communications } = product.company.personas
    for (const who of [mentor, communications])
      expect((await api.as(who)('beforeClose', { id })).status).toBe(403)
    expect((await gate(sponsor)).may).toEqual({ close: false, agree: true })
    expect((await close({ thanksVersion: 0 }, sponsor)).status).toBe(403)
  })

  it('wants the end value of the challenge, or that nobody measured it', async () => {
    const { status, problem } = await close({ endReading: 'as-entered', thanksVersion: 0 })
    expect([status, problem.code]).toEqual([409, 'end-not-measured'])
    expect((await store().cohorts.get(id))!.stage).toBe('running')
  })
})

describe('the thanks', () => {
  it('are the product’s words until somebody writes others, in three languages', async () => {
    expect((await gate()).thanks.words.es).toContain('Gracias')
    const write = (seen: number, more = {}) =>
      api.as(organizer)('writeThanks', { id, seen, words: { ...words, ...more } })
    expect((await write(0, { ar: '  ' })).status).toBe(400)
    expect((await write(0)).body).toEqual({ version: 1 })
    expect((await write(0)).problem.code).toBe('changed-meanwhile')
    expect((await gate()).thanks).toEqual({ version: 1, words })
  })

  it('ask the Sponsor once for each version, and the card is over when other words stand', async () => {
    const ask = () => api.as(organizer)('askForThanks', { id })
    expect((await ask()).body.isNew).toBe(true)
    expect((await ask()).body.isNew).toBe(false)
    const [card] = await thanksTo(sponsor)
    expect(card).toMatchObject({ what: 'agree', version: 1, words })
    expect(await isSubjectOver(store(), sponsor, card!)).toBe(false)
    expect(
      (await api.as(sponsor)('writeThanks', { id, seen: 1, words: { ...words, en: 'From me: thanks.' } }))
        .body,
    ).toEqual({ version: 2 })
    expect(await isSubjectOver(store(), sponsor, card!)).toBe(true)
  })

  it('bear the Sponsor’s name only for the version they agreed to', async () => {
    const agree = (by: string, version: number) => api.as(by)('agreeToThanks', { id, version })
    expect((await agree(organizer, 2)).status).toBe(403)
    expect((await agree(sponsor, 1)).problem.code).toBe('changed-meanwhile')
    expect((await agree(sponsor, 2)).status).toBe(200)
    expect((await agree(sponsor, 2)).status).toBe(200)
    expect((await gate()).speaker?.id).toBe(sponsor)
    const written = await store().thanks.version(id, 2)
    expect(written).toMatchObject({ agreedBy: sponsor, byId: sponsor })
    expect(Math.abs(now().getTime() - written!.agreedAt!.getTime())).toBeLessThan(60_000)
    expect((await store().thanks.version(id, 1))?.agreedBy).toBeUndefined()
  })
})

describe('closing', () => {
  it('sends nobody words that whoever closed had not read', async () => {
    expect((await close({ thanksVersion: 1 })).problem.code).toBe('changed-meanwhile')
  })

  it('happens once, whoever presses, and the second learns that it was done', async () => {
    const both = await Promise.all([close(), close({ endReading: { value: 99 } })])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both.filter(({ body }) => body.isNew)).toHaveLength(1)
    expect((await close({ endReading: 'not-measured' })).body).toEqual({ isNew: false })
    const { closed, endReading, stage } = await gate()
    expect(stage).toBe('closed')
    expect(closed).toMatchObject({ by: { id: organizer }, running: 'run-on', isMeasured: true })
    expect(endReading?.by.id).toBe(organizer)
    expect((await store().challengeReadings.of(id)).length).toBe(1)
  })

  it('says to the day when what people said is gone', async () => {
    const { forgottenOn } = await gate()
    const { year, month, day } = {
      year: now().getUTCFullYear() + 1,
      month: now().getUTCMonth(),
      day: now().getUTCDate(),
    }
    expect(forgottenOn).toBe(new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10))
  })

  it('thanks everybody once and fittingly, and whoever was told no not at all', async () => {
    await product.runJobs(3)
    await product.ports.jobs.add('send-thanks', { cohortId: id })
    await product.runJobs(3)
    const [pair] = await store().pairings.list(id, ['active'])
    for (const personId of [pair!.mentorId, pair!.menteeId])
      expect(await thanksTo(personId)).toEqual([
        expect.objectContaining({
          what: 'told',
          as: 'took-part',
          words: { ...words, en: 'From me: thanks.' },
        }),
      ])
    const asOf = async (personId: string) =>
      (await thanksTo(personId)).map((one) => (one.what === 'told' ? one.as : one.what))
    expect(await asOf(others.left)).toEqual(['left'])
    expect(await asOf(others.waitlisted)).toEqual(['left-out'])
    expect(await asOf(others.applied)).toEqual(['left-out'])
    expect(await asOf(others.declined)).toEqual([])
    const [told] = await thanksTo(pair!.mentorId)
    expect(told).toMatchObject({ speakerName: product.company.byId.get(sponsor)!.displayName })
  })

  it('drafts one Summary from the figures, for whoever writes them there', async () => {
    await product.ports.jobs.add('draft-at-close', { cohortId: id })
    await product.runJobs(3)
    const drafts = await store().summaries.list(id)
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({ state: 'drafted', authorId: product.company.personas.communications })
    expect((await gate()).writer).toBeNull()
  })

  it('leaves pairs that were let run on alone until their last session, and then they come to their end', async () => {
    const active = await store().pairings.list(id, ['active'])
    expect(active.length).toBeGreaterThan(2)
    const [pair] = active
    const sessions = (await store().sessions.ofPairing(pair!.id)).filter(({ state }) => state === 'planned')
    expect(sessions.length).toBeGreaterThan(2)
    const add = () => api.as(pair!.mentorId)('addAction', { id: pair!.id, text: 'Read it', whose: 'partner' })
    expect((await add()).status).toBe(200)
    expect((await currentParticipant(product.ports, pair!.mentorId))?.cohortId).toBe(id)
    const lastEnds = sessions.at(-1)!.endsAt.getTime()
    await product.tenant.advanceTo(new Date(lastEnds + 15 * dayMs))
    expect(await store().pairings.unclosed(500, now())).not.toContain(pair!.id)
    await product.tenant.advanceTo(new Date(lastEnds + 17 * dayMs))
    const left = await store().pairings.unclosed(500, now())
    expect(left).toContain(pair!.id)
    await tick(product.ports)
    await product.runJobs(3)
    expect((await store().pairings.get(pair!.id))!.state).toBe('completed')
    expect((await add()).problem.code).toBe('cohort-closed')
    await product.tenant.advanceTo(new Date(now().getTime() + dayMs))
    await tick(product.ports)
    await product.runJobs(3)
    const asks = (await store().asks.ofPairing(pair!.id)).filter(({ form }) => form === 'closing')
    expect(asks.map(({ state }) => state)).toEqual(['asked', 'asked'])
    expect((await thanksTo(pair!.mentorId)).length).toBe(1)
  })

  it('refuses other words, another closing or another stage from then on', async () => {
    const as = api.as(organizer)
    expect((await as('writeThanks', { id, seen: 2, words })).problem.code).toBe('cohort-closed')
    expect((await as('askForThanks', { id })).problem.code).toBe('cohort-closed')
    expect((await as('openStage', { id, to: 'running' })).problem.code).toBe('cohort-closed')
  })
})

describe('who is thanked', () => {
  it.each([
    ['approved', true, 'took-part'],
    ['paused', true, 'took-part'],
    ['approved', false, 'left-out'],
    ['waitlisted', false, 'left-out'],
    ['applied', false, 'left-out'],
    ['left', true, 'left'],
    ['declined', false, undefined],
    ['declined', true, undefined],
  ] as const)('%s, paired %s: %s', (state, wasPaired, as) => {
    expect(thankedAs({ state }, wasPaired)).toBe(as)
    expect(thankedAs({ state, isErased: true }, wasPaired)).toBeUndefined()
  })

  it('in the product’s own words where nobody wrote others', () => {
    for (const text of Object.values(usualThanks)) expect(text.split('\n\n')).toHaveLength(3)
  })
})
