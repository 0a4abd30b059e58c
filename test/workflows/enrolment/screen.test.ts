/** Applications are read by two who do not see each other's, never by anybody of the applicant's own line, and then decided. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Participant } from '../../../bot/domain/enrolment/participant.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { cardForNotice } from '../../../bot/messages/cards/notice.ts'
import { wordsFor } from '../../../bot/messages/language/words.ts'
import { decideParticipant } from '../../../bot/workflows/enrolment/decide-participant.ts'
import { erasePerson } from '../../../bot/workflows/enrolment/erase-person.ts'
import {
  myApplication,
  reviewApplication,
  sendApplication,
  underReview,
} from '../../../bot/workflows/enrolment/screen.ts'
import { chartOf } from '../../../bot/workflows/organization/chart.ts'
import { isSubjectOver } from '../../../bot/workflows/telling/notice-subject.ts'
import { type Api, openApi } from '../../support/api.ts'
import { openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let applicants: Participant[]
/** In no line with any applicant, and one who is above the first of them. */
let reviewers: string[]
let boss: string
const enrolment = {
  ...{ side: 'mentor' as const, topics: [{ topic: 'ai-tools', level: 2 as const }], languages: ['en'] },
  ...{ interests: [], capacity: 1, timeZone: 'Europe/London', goal: 'Learn', goalStart: 2 },
  ...{ workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }, acceptedGroundRules: 1 },
}
const answers = { motive: 'To be useful', dismissed: 'I ask why', report: 'Nothing', cancels: 'I call' }
const scores = { patience: 3, subject: 3, motive: 3, courage: 3, discretion: 3 }

beforeAll(async () => {
  product = await startProduct({ people: 220 })
  api = await openApi(product)
  cohortId = await openCohort(product)
  const { store, clock } = product.ports
  const chart = await chartOf(product.ports)
  const cohort = (await store.cohorts.get(cohortId))!
  const people = product.company.people.filter(({ managerId }) => managerId !== undefined)
  const juniors = people.filter(({ id }) => !people.some(({ managerId }) => managerId === id)).slice(0, 3)
  boss = juniors[0]!.managerId!
  reviewers = people
    .map(({ id }) => id)
    .filter(
      (id) =>
        !juniors.some((one) => one.id === id || chart.mayBeAbove(id, one.id) || chart.mayBeAbove(one.id, id)),
    )
    .slice(0, 3)
  for (const personId of [...reviewers, boss])
    await store.programRoles.save({
      ...{ programId: cohort.programId, personId, role: 'reviewer', since: clock.now() },
      givenBy: product.company.personas.organizer,
    })
  applicants = []
  for (const { id } of juniors) {
    const enrolled = await api.as(id)('enrol', { cohortId, ...enrolment })
    applicants.push((await store.participants.get(enrolled.body.participant.id))!)
  }
})
afterAll(() => product.close())

const sends = ({ personId }: Participant, given = answers) =>
  sendApplication(product.ports, cohortId, personId, given)
const reviews = ({ id }: Participant, by: string, verdict: 'yes' | 'no' = 'yes', given = scores) =>
  api.as(by)('reviewApplication', { id, scores: given, verdict, note: `Said by ${by.slice(0, 4)}` })
const listedTo = async (by: string) => (await api.as(by)('applications', { id: cohortId })).body
const organizer = () => product.company.personas.organizer
const told = async (personId: string) =>
  (await product.ports.store.notices.ofPerson(personId)).filter(({ notice }) => notice.kind === 'to-review')

describe('an application', () => {
  it('is asked of whoever wants to teach, is sent whole or not at all, and reviewers outside the line hear of it once a day', async () => {
    const [first, second] = applicants
    expect(await myApplication(product.ports, cohortId, first!.personId)).toMatchObject({
      isAsked: true,
      isOpen: true,
    })
    expect(await sends(first!, { ...answers, report: ' \u200f ' })).toMatchObject({
      refused: 'answer-missing',
    })
    expect(isRefused(await sends(first!))).toBe(false)
    expect(isRefused(await sends(second!))).toBe(false)
    for (const reviewer of reviewers) expect(await told(reviewer)).toHaveLength(1)
  })

  it('is confirmed to whoever sent it by one card, however often it is sent, and to nobody else', async () => {
    const [first, , third] = applicants
    const { notices } = product.ports.store
    const confirmed = async (personId: string) =>
      (await notices.ofPerson(personId)).flatMap(({ notice }) =>
        notice.kind === 'application-received' ? [notice] : [],
      )
    expect(isRefused(await sends(first!))).toBe(false)
    const cards = await confirmed(first!.personId)
    expect(cards).toHaveLength(1)
    const reader = { words: wordsFor('en'), tabLink: (place: string) => `https://tab/${place}` }
    const { card } = cardForNotice(cards[0]!, reader)
    expect(JSON.stringify(card)).toContain('Your application is with the reviewers')
    expect(JSON.stringify(card)).not.toMatch(/enroll/i)
    for (const one of [third!.personId, ...reviewers, boss]) expect(await confirmed(one)).toEqual([])
    expect(await isSubjectOver(product.ports.store, first!.personId, cards[0]!)).toBe(false)
  })

  it('of one’s own line is neither listed nor read nor scored', async () => {
    const [first] = applicants
    const { applications, others } = await listedTo(boss)
    expect(applications.map(({ participantId }) => participantId)).not.toContain(first!.id)
    expect(others).toBeGreaterThan(0)
    expect((await reviews(first!, boss)).status).toBe(403)
  })

  it('is scored by each alone: what the other thought is shown to whoever has said their own, and stays from then on', async () => {
    const [first] = applicants
    const [ana, ben, cleo] = reviewers
    const mine = async (by: string) =>
      (await listedTo(by)).applications.find(({ participantId }) => participantId === first!.id)!
    expect((await reviews(first!, ana!, 'yes')).status).toBe(200)
    expect(await mine(ben!)).toMatchObject({ count: 1, reviews: [], standing: 'waiting', mayReview: true })
    expect((await reviews(first!, ana!, 'yes', { ...scores, courage: 4 })).status).toBe(200)
    expect((await reviews(first!, ben!, 'no', { ...scores, courage: 1 })).status).toBe(200)
    expect(await mine(ben!)).toMatchObject({ standing: 'differ', apart: ['courage'], count: 2 })
    expect((await mine(ana!)).reviews).toHaveLength(2)
    expect((await reviews(first!, ana!, 'no')).status).toBe(409)
    expect(await mine(cleo!)).toMatchObject({ reviews: [], mayReview: true })
    // What one can read comes first, then what is decided or waits.
    const [top] = (await listedTo(cleo!)).applications
    expect(top).toMatchObject({ mayReview: true })
    expect(top!.mine).toBeUndefined()
    expect((await listedTo(ana!)).toRead).toBe((await listedTo(cleo!)).toRead - 1)
    // Read by now: the applicant cannot change it.
    expect(await sends(first!)).toMatchObject({ refused: 'no-longer-open' })
  })

  it('is accepted after two reviews, or before them with a reason that is kept', async () => {
    const [first, second] = applicants
    const decides = (one: Participant, reason?: string) =>
      decideParticipant(product.ports, one.id, 'approve', organizer(), 'applied', reason)
    expect(await decides(second!)).toMatchObject({ refused: 'reviews-missing' })
    expect(await decides(second!, '   ')).toMatchObject({ refused: 'reviews-missing' })
    expect(await decides(second!, 'Taught here last year')).toMatchObject({ state: 'approved' })
    expect(await product.ports.store.screening.decisions(cohortId)).toMatchObject([
      { participantId: second!.id, decision: 'approve', reason: 'Taught here last year', byId: organizer() },
    ])
    expect(await decides(first!)).toMatchObject({ state: 'approved' })
    expect((await reviews(first!, reviewers[2]!)).status).toBe(409)
  })

  it('is read anew when somebody applies again after leaving', async () => {
    const third = applicants[2]!
    await sends(third)
    await reviews(third, reviewers[0]!)
    await api.as(third.personId)('leaveEnrolment', { id: third.id })
    await product.advanceDays(1)
    await api.as(third.personId)('enrol', { cohortId, ...enrolment })
    const again = (await underReview(product.ports, cohortId)).find(
      ({ participant }) => participant.id === third.id,
    )!
    expect(again.application).toBeUndefined()
    expect(again.reviews).toEqual([])
  })

  it('two reviewers at the same moment both count', async () => {
    const third = applicants[2]!
    await sends(third)
    const both = await Promise.all([reviews(third, reviewers[0]!), reviews(third, reviewers[1]!)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const [one] = (await underReview(product.ports, cohortId)).filter(
      ({ participant }) => participant.id === third.id,
    )
    expect(one!.reviews).toHaveLength(2)
  })
})

describe('what is known of the applicant', () => {
  it('is in the file of their own data, without who reviewed, and goes when they are erased', async () => {
    const [first] = applicants
    const file = JSON.stringify((await api.as(first!.personId)('exportMyData', {})).body)
    for (const said of ['I ask why', '"verdict":"no"', `Said by ${reviewers[0]!.slice(0, 4)}`])
      expect(file).toContain(said)
    expect(file).not.toContain(reviewers[0])
    const second = applicants[1]!
    const theirs = JSON.stringify((await api.as(second.personId)('exportMyData', {})).body)
    expect(theirs).toContain('Taught here last year')
    expect((await api.as(second.personId)('eraseMe', { confirmed: true })).status).toBe(200)
    const { screening, erasures } = product.ports.store
    // Here or by the service's own worker, whoever comes first.
    const asked = await erasures.ofPerson(second.personId)
    if (asked) expect(await erasePerson(product.ports, asked.id)).toBe('done')
    for (const rows of [await screening.applications(cohortId), await screening.decisions(cohortId)])
      expect(rows.map(({ participantId }) => participantId)).not.toContain(second.id)
  })
})

describe('where nobody reviews', () => {
  it('nothing is asked, and the Organizer decides as before', async () => {
    const { store } = product.ports
    const { programId } = (await store.cohorts.get(cohortId))!
    for (const personId of [...reviewers, boss])
      await store.programRoles.remove({ programId, personId, role: 'reviewer' })
    const third = applicants[2]!
    expect((await myApplication(product.ports, cohortId, third.personId)).isAsked).toBe(false)
    expect(
      await reviewApplication(product.ports, 'no-such', 'x', { scores, verdict: 'yes', note: '' }),
    ).toMatchObject({
      refused: 'not-found',
    })
    expect(await decideParticipant(product.ports, third.id, 'approve', organizer(), 'applied')).toMatchObject(
      {
        state: 'approved',
      },
    )
  })
})
