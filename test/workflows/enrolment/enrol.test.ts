/** Enrolling, being decided about, pausing and leaving, each from the side of the person. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Enrolment, Participant } from '../../../bot/domain/enrolment/participant.ts'
import type { Person } from '../../../bot/domain/organization/person.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { decideParticipant } from '../../../bot/workflows/enrolment/decide-participant.ts'
import {
  enrol,
  leaveCohort,
  pauseEnrolment,
  resumeEnrolment,
  resumePaused,
  updateEnrolment,
} from '../../../bot/workflows/enrolment/enrol.ts'
import {
  type CohortPlan,
  createCohort,
  openNextStage,
  updateCohort,
} from '../../../bot/workflows/program/set-up-cohort.ts'
import { deliverNotice } from '../../../bot/workflows/telling/deliver-notice.ts'
import { aPlan, openCohort, type Product, startProduct } from '../../support/product.ts'

let product: Product
let cohortId: string
let organizer: string
let people: string[]
beforeAll(async () => {
  product = await startProduct({ people: 60, mentors: 4, mentees: 4 })
  cohortId = await openCohort(product)
  organizer = product.company.personas.organizer
  people = product.company.people
    .filter((one) => one.accountEnabled && one.userType === 'Member')
    .map(({ id }) => id)
})
afterAll(() => product.close())

const said: Enrolment = {
  side: 'mentor',
  topics: [{ topic: 'ai-tools', level: 2 }],
  languages: ['en'],
  interests: [],
  capacity: 1,
  timeZone: 'Europe/London',
  workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
  goal: 'Speak up',
  goalStart: 2,
  acceptedGroundRules: 1,
}
const enrolled = async (personId: string, change: Partial<Enrolment> = {}) =>
  ok(await enrol(product.ports, cohortId, personId, { ...said, ...change }))
const decide = (one: Participant, decision: 'approve' | 'waitlist' | 'decline') =>
  decideParticipant(product.ports, one.id, decision, organizer)
const inDays = (days: number) =>
  new Date(product.ports.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

function ok<T>(answer: T | Refusal): T {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer as T
}

describe('enrolling', () => {
  it('is refused by name: closed, not eligible, or ground rules nobody read', async () => {
    const { ports, company } = product
    const closed = ok(await createCohort(ports, aPlan(company.personas.sponsor), organizer))
    const guest = company.people.find((one) => one.userType === 'Guest')!.id
    expect(await enrol(ports, closed.id, people[0]!, said)).toMatchObject({ refused: 'enrolment-closed' })
    expect(await enrol(ports, cohortId, guest, said)).toMatchObject({ refused: 'not-eligible' })
    const unread = { ...said, acceptedGroundRules: 0 }
    expect(await enrol(ports, cohortId, people[0]!, unread)).toMatchObject({ refused: 'old-ground-rules' })
    expect(await enrol(ports, 'no-such-cohort', people[0]!, said)).toMatchObject({ refused: 'not-found' })
  })

  it('makes one application of a double press', async () => {
    const [first, second] = await Promise.all([enrolled(people[0]!), enrolled(people[0]!)])
    expect(first.id).toBe(second.id)
    expect(await product.ports.store.participants.ofPerson(people[0]!)).toHaveLength(1)
  })

  it('again changes what was said, and the side only while nobody decided', async () => {
    const changed = await enrolled(people[0]!, { side: 'mentee', goal: 'Listen' })
    expect(changed).toMatchObject({ side: 'mentee', goal: 'Listen', state: 'applied' })
    await decide(changed, 'approve')
    expect(await enrolled(people[0]!, { side: 'mentor', capacity: 2 })).toMatchObject({
      side: 'mentee',
      capacity: 2,
      state: 'approved',
    })
  })

  it('asks for the new ground rules once they changed', async () => {
    const { ports, company } = product
    const plan = aPlan(company.personas.sponsor, { startsOn: inDays(7) })
    const own = ok(await createCohort(ports, plan, organizer))
    await openNextStage(ports, own.id, 'enrolling', organizer)
    await updateCohort(ports, own.id, { ...plan, groundRules: ['Be kind.'] }, organizer)
    expect(await enrol(ports, own.id, people[1]!, said)).toMatchObject({
      refused: 'old-ground-rules',
      detail: { version: 2 },
    })
  })

  it('is for whom the plan names, never for whom nobody knows, and a full side leads to the waiting list', async () => {
    const { ports, company } = product
    const plan = aPlan(company.personas.sponsor, { startsOn: inDays(7) })
    const own = ok(await createCohort(ports, plan, organizer))
    await openNextStage(ports, own.id, 'enrolling', organizer)
    const admit = async (admission: CohortPlan['admission']) =>
      ok(await updateCohort(ports, own.id, { ...plan, admission }, organizer))
    const ask = (personId: string, side: 'mentor' | 'mentee' = 'mentor') =>
      enrol(ports, own.id, personId, { ...said, side })
    const known = [...(await ports.store.people.many(people)).values()].filter(({ department }) => department)
    const [one, two] = known as [Person, Person]
    const other = known.find(({ department, id }) => id !== two.id && department !== one.department)!
    await admit({ units: [one.department!] })
    expect(await ask(other.id)).toMatchObject({
      ...{ refused: 'not-admitted', detail: { what: 'unit', field: 'side' } },
    })
    const first = ok(await ask(one.id))
    // Whoever is in stays in, and changes what they said.
    await admit({ units: ['Elsewhere'], grades: { mentor: { from: 3 } } })
    expect(ok(await ask(one.id))).toMatchObject({ id: first.id, state: 'applied' })
    await admit({ grades: { mentor: { from: 1 } } })
    const { grade: _, ...without } = other
    const unknown = {
      ...ports,
      store: { ...ports.store, people: { ...ports.store.people, get: async () => without } },
    }
    expect(await enrol(unknown, own.id, other.id, said)).toMatchObject({ refused: 'admission-unknown' })

    await admit({ places: { mentor: 1 } })
    const second = ok(await ask(two.id))
    expect(second.state).toBe('applied')
    const both = await Promise.all([decide(first, 'approve'), decide(second, 'approve')])
    expect(both.map((answer) => (isRefused(answer) ? answer.refused : answer.state)).sort()).toEqual([
      ...['approved', 'side-full'],
    ])
    expect(ok(await ask(other.id)).state).toBe('waitlisted')
    expect(ok(await ask(known.at(-1)!.id, 'mentee')).state).toBe('applied')
    // The plan says it again as long as it limits anything, and nothing once it does not.
    await admit(undefined)
    expect(await ports.store.cohorts.get(own.id)).not.toHaveProperty('admission')
  })

  it('can only be changed by the person themself', async () => {
    const mine = await enrolled(people[2]!)
    const others = [
      updateEnrolment(product.ports, mine.id, people[3]!, said),
      pauseEnrolment(product.ports, mine.id, people[3]!, inDays(5)),
      resumeEnrolment(product.ports, mine.id, people[3]!),
      leaveCohort(product.ports, mine.id, people[3]!),
    ]
    for (const answer of await Promise.all(others)) expect(answer).toMatchObject({ refused: 'not-found' })
  })
})

describe('a decision', () => {
  it('is told once, however often it is pressed', async () => {
    const one = await enrolled(people[4]!)
    await Promise.all([decide(one, 'approve'), decide(one, 'approve')])
    const notices = await product.ports.store.notices.ofPerson(people[4]!)
    expect(notices.map(({ notice }) => notice)).toEqual([
      expect.objectContaining({ kind: 'decision', decision: 'approve' }),
    ])
  })

  it('never brings back somebody who left at the same moment', async () => {
    const one = await enrolled(people[5]!)
    await Promise.all([leaveCohort(product.ports, one.id, people[5]!), decide(one, 'approve')])
    expect((await product.ports.store.participants.get(one.id))?.state).toBe('left')
    expect(await decide(one, 'approve')).toMatchObject({ refused: 'already-left' })
  })

  it('can be asked for again after leaving, under the same record', async () => {
    const again = await enrolled(people[5]!)
    expect(again.state).toBe('applied')
    expect(await product.ports.store.participants.ofPerson(people[5]!)).toHaveLength(1)
  })
})

describe('a decision', () => {
  it('about somebody who has a partner waits until that pair is over; then it may be another', async () => {
    const { pairings, participants } = product.ports.store
    const one = await enrolled(people[8]!)
    await decide(one, 'approve')
    const at = product.ports.clock.now()
    const pair = {
      ...{ id: 'decided', cohortId, mentorId: people[8]!, menteeId: people[9]!, score: 1, parts: [] },
      ...{ reason: '', pinned: false, approvedBy: organizer, approvedAt: at },
    }
    await pairings.save({ ...pair, state: 'approved' })
    expect(await decide(one, 'decline')).toEqual({ refused: 'has-partner' })
    expect((await participants.get(one.id))!.state).toBe('approved')
    await pairings.save({ ...pair, state: 'ended', endedAt: at, endedBy: organizer })
    expect(await decide(one, 'decline')).toMatchObject({ state: 'declined' })
    expect(await decide(one, 'approve')).toMatchObject({ state: 'approved' })
  })
})

describe('a decision that is changed', () => {
  const told = async (personId: string) =>
    (await product.ports.store.notices.ofPerson(personId)).filter(({ notice }) => notice.kind === 'decision')

  it('is told each time, also back to what it was on the same day', async () => {
    const one = await enrolled(people[10]!)
    for (const decision of ['decline', 'approve', 'decline'] as const) {
      await decide(one, decision)
      for (const { key } of await told(people[10]!)) await deliverNotice(product.ports, key)
    }
    expect(
      (await told(people[10]!)).map(({ notice }) => (notice as { decision: string }).decision).sort(),
    ).toEqual(['approve', 'decline', 'decline'])
  })

  it('before its card went out takes that card back: what stands is told, once', async () => {
    const one = await enrolled(people[11]!)
    await decide(one, 'decline')
    await decide(one, 'approve')
    await product.advanceDays(1)
    await decide(one, 'decline')
    await product.ports.store.reachable.save({
      id: people[11]!,
      conversationId: 'c',
      serviceUrl: 'https://s',
    })
    const sent: Notice[] = []
    const messenger = {
      ...product.ports.messenger,
      toPerson: async (_: string, notice: Notice) => {
        sent.push(notice)
        return { sent: true as const, conversationId: 'c', activityId: 'a' }
      },
    }
    for (const { key } of await told(people[11]!)) await deliverNotice({ ...product.ports, messenger }, key)
    expect(sent).toEqual([expect.objectContaining({ decision: 'decline' })])
  })

  it('is none once the Cohort has closed', async () => {
    const { ports, company } = product
    const own = ok(
      await createCohort(ports, aPlan(company.personas.sponsor, { startsOn: inDays(7) }), organizer),
    )
    await openNextStage(ports, own.id, 'enrolling', organizer)
    const one = ok(await enrol(ports, own.id, people[12]!, said))
    const closed = (await ports.store.cohorts.get(own.id))!
    await ports.store.cohorts.save({ ...closed, stage: 'closed' })
    expect(await decide(one, 'approve')).toMatchObject({ refused: 'enrolment-closed' })
    expect(await told(people[12]!)).toEqual([])
  })
})

describe('a pause', () => {
  it('is for those who take part: nobody approves themself by pausing', async () => {
    const applicant = await enrolled(people[6]!)
    const answer = await pauseEnrolment(product.ports, applicant.id, people[6]!, inDays(1))
    expect(answer).toMatchObject({ refused: 'not-taking-part' })
    await product.advanceDays(2)
    await resumePaused(product.ports)
    expect((await product.ports.store.participants.get(applicant.id))?.state).toBe('applied')
  })

  it('must end in the future, ends by itself on its day, and can be ended before', async () => {
    const one = await enrolled(people[7]!)
    await decide(one, 'approve')
    const pause = (until: string) => pauseEnrolment(product.ports, one.id, people[7]!, until)
    expect(await pause(inDays(0))).toMatchObject({ refused: 'date-in-the-past' })
    expect(await pause(inDays(3))).toMatchObject({ state: 'paused', pausedUntil: inDays(3) })
    expect(await decide(one, 'decline')).toMatchObject({ refused: 'not-waiting' })
    await product.advanceDays(2)
    await resumePaused(product.ports)
    const state = async () => (await product.ports.store.participants.get(one.id))?.state
    expect(await state()).toBe('paused')
    await product.advanceDays(1)
    await resumePaused(product.ports)
    expect(await state()).toBe('approved')
    await pause(inDays(3))
    expect(await resumeEnrolment(product.ports, one.id, people[7]!)).toMatchObject({ state: 'approved' })
  })
})
