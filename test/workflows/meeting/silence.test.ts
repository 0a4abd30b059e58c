/** Whoever does not answer is reminded once, then the question lapses; whoever pauses is asked nothing at all. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'
import { pauseEnrolment, resumeEnrolment } from '../../../bot/workflows/enrolment/enrol.ts'
import { noteFollowUp } from '../../../bot/workflows/meeting/note-follow-up.ts'
import { recordCheckIn } from '../../../bot/workflows/meeting/record-check-in.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { tell } from '../../../bot/workflows/telling/deliver-notice.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let pairings: Pairing[]
beforeAll(async () => {
  product = await startProduct({ people: 200, mentors: 6, mentees: 4 })
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  pairings = await product.ports.store.pairings.list(cohortId, ['active'])
})
afterAll(() => product.close())

const store = () => product.ports.store
const at = async (when: Date) => {
  await product.tenant.advanceTo(when)
  await tick(product.ports)
  await tick(product.ports)
  await product.runJobs(3)
}
const daysAfter = (when: Date, days: number) => new Date(when.getTime() + days * 86_400_000)
const cardsOf = async (personId: string, about: string) =>
  (await store().notices.ofPerson(personId)).filter(({ key }) => key.includes(about))
const sessionsOf = ({ id }: Pairing) => store().sessions.ofPairing(id)

describe('an answer that does not come', () => {
  let first: Session
  it('is asked for once more after four days, of whoever has not answered, and never again', async () => {
    const [pairing] = pairings
    first = (await sessionsOf(pairing!))[0]!
    await at(daysAfter(first.endsAt, 0.01))
    await recordCheckIn(product.ports, first.id, pairing!.mentorId, {
      ...{ held: true, worth: 4, obstacle: 'nothing' },
    })
    for (const days of [3.5, 4.5, 5, 8, 9.5]) {
      await at(daysAfter(first.endsAt, days))
      const again = await cardsOf(pairing!.menteeId, `check-in-again.${first.id}`)
      expect(again).toHaveLength(days < 4 ? 0 : 1)
    }
    const [card] = await cardsOf(pairing!.menteeId, `check-in-again.${first.id}`)
    expect(card).toMatchObject({ state: 'sent', notice: { kind: 'check-in', again: true } })
    expect(await cardsOf(pairing!.mentorId, `check-in-again.${first.id}`)).toEqual([])
  })

  it('lapses after that', async () => {
    await at(daysAfter(first.endsAt, 11))
    const states = (await store().checkIns.of(first.id)).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['answered', 'missed'])
  })

  it('goes for forms alike: one reminder after a week, then they lapse', async () => {
    const { id, menteeId } = pairings[0]!
    const [ask] = (await store().asks.ofPairing(id)).filter((one) => one.personId === menteeId)
    await at(daysAfter(ask!.askedAt, 7.5))
    const forms = await cardsOf(menteeId, `ask-again.${ask!.key}`)
    expect(forms).toHaveLength(1)
    expect(forms[0]).toMatchObject({ state: 'sent', notice: { kind: 'ask', again: true } })
    await at(daysAfter(ask!.askedAt, 14.5))
    expect(await cardsOf(menteeId, `ask-again.${ask!.key}`)).toHaveLength(1)
    expect(await store().asks.get(ask!.key)).toMatchObject({ state: 'lapsed' })
  })
})

describe('a pause', () => {
  it('is quiet: whoever pauses is not asked about a Session, the other one is, and no form comes to either', async () => {
    const pairing = pairings[1]!
    const now = product.ports.clock.now()
    const next = (await sessionsOf(pairing)).find(({ startsAt }) => startsAt > now)!
    const mine = await store().participants.of(pairing.cohortId, pairing.menteeId)
    const until = daysAfter(next.endsAt, 9).toISOString().slice(0, 10)
    await pauseEnrolment(product.ports, mine!.id, pairing.menteeId, until)
    await product.runJobs(3)
    const [news] = await cardsOf(pairing.mentorId, 'partner-pauses.')
    expect(news).toMatchObject({ state: 'sent', notice: { until, partner: { id: pairing.menteeId } } })
    expect(JSON.stringify(news!.notice)).not.toMatch(/why|reason/)
    const before = (await store().notices.ofPerson(pairing.menteeId)).length
    const formsBefore = (await store().asks.ofPairing(pairing.id)).length
    for (const days of [0.01, 1.5, 4.5, 8]) await at(daysAfter(next.endsAt, days))
    const after = (await store().notices.ofPerson(pairing.menteeId)).map(({ key }) => key)
    expect(after.slice(before)).toEqual([])
    expect(after).toHaveLength(before)
    expect(await cardsOf(pairing.mentorId, `check-in.${next.id}`)).toHaveLength(1)
    expect((await store().asks.ofPairing(pairing.id)).length).toBe(formsBefore)
  })

  it('holds back a card that was on its way until they are back, and not the word that it is over', async () => {
    const { id, cohortId, mentorId, menteeId } = pairings[1]!
    const partner = { id: mentorId, name: 'Mo' }
    await tell(product.ports, 'late-nudge', menteeId, {
      ...{ kind: 'nudge', pairingId: id, partner, sessions: 2, timeZone: 'UTC' },
    })
    await tell(product.ports, 'late-end', menteeId, { kind: 'pairing-ended', partner })
    await product.runJobs(3)
    expect(await store().notices.get('late-nudge')).toMatchObject({ state: 'unreachable', why: 'paused' })
    expect(await store().notices.get('late-end')).toMatchObject({ state: 'sent' })
    const mine = await store().participants.of(cohortId, menteeId)
    await resumeEnrolment(product.ports, mine!.id, menteeId)
    await product.runJobs(3)
    expect(await store().notices.get('late-nudge')).toMatchObject({ state: 'sent' })
  })

  it('over, asks both once how to go on, with what is planned next, and never about what lay inside it', async () => {
    const { id, cohortId, mentorId, menteeId } = pairings[1]!
    const asked = async (personId: string) => cardsOf(personId, `break-over.${id}.`)
    const now = product.ports.clock.now()
    const ahead = (await sessionsOf(pairings[1]!)).find(
      ({ state, startsAt }) => state === 'planned' && startsAt > now,
    )!
    for (const [reader, partner, isReader] of [
      [menteeId, mentorId, true],
      [mentorId, menteeId, false],
    ] as const)
      expect(await asked(reader)).toEqual([
        expect.objectContaining({
          state: 'sent',
          notice: expect.objectContaining({
            ...{ isReader, partner: expect.objectContaining({ id: partner }) },
            next: { start: ahead.startsAt, end: ahead.endsAt, sessionId: ahead.id },
          }),
        }),
      ])
    const mine = (await store().participants.of(cohortId, menteeId))!
    await resumeEnrolment(product.ports, mine.id, menteeId)
    await product.runJobs(3)
    for (const reader of [menteeId, mentorId]) expect(await asked(reader)).toHaveLength(1)
    const inside = (await store().sessions.ofPairing(id)).filter(({ endsAt }) => endsAt <= now)
    for (const { id: sessionId } of inside) {
      const check = (await store().checkIns.of(sessionId)).find(({ personId }) => personId === menteeId)
      if (check?.state === 'due') expect(await cardsOf(menteeId, `check-in.${sessionId}`)).toEqual([])
    }
  })

  it('of both is over when neither pauses any more, and a day that comes by itself asks as well', async () => {
    const { id, cohortId, mentorId, menteeId } = pairings[1]!
    const count = async () => (await cardsOf(mentorId, `break-over.${id}.`)).length
    const before = await count()
    const until = (days: number) => daysAfter(product.ports.clock.now(), days).toISOString().slice(0, 10)
    for (const [personId, days] of [
      [mentorId, 2],
      [menteeId, 4],
    ] as const) {
      const mine = (await store().participants.of(cohortId, personId))!
      await pauseEnrolment(product.ports, mine.id, personId, until(days))
    }
    const start = product.ports.clock.now()
    await at(daysAfter(start, 3))
    expect(await count()).toBe(before)
    await at(daysAfter(start, 5))
    expect(await count()).toBe(before + 1)
    expect(await cardsOf(menteeId, `break-over.${id}.${menteeId}`)).toHaveLength(2)
  })
})

describe('a pair that pauses', () => {
  const organizer = () => product.company.personas.organizer
  const note = (pairingId: string, given: Parameters<typeof noteFollowUp>[3]) =>
    noteFollowUp(product.ports, pairingId, organizer(), given)

  it('reads so on both sides without a reason, is asked nothing inside it, and once, when it is over, how to go on', async () => {
    const { id, mentorId, menteeId } = pairings[2]!
    const now = product.ports.clock.now()
    const next = (await sessionsOf(pairings[2]!)).find(({ startsAt }) => startsAt > now)!
    const until = daysAfter(next.endsAt, 6).toISOString().slice(0, 10)
    expect(await note(id, { pause: 'begin' })).toMatchObject({ refused: 'nothing-noted' })
    expect(await note(id, { pause: 'end' })).toMatchObject({ refused: 'changed-meanwhile' })
    for (const _ of ['pressed', 'twice'])
      await note(id, { pause: 'begin', until, note: 'Both are on a launch' })
    await product.runJobs(3)
    for (const [reader, partner] of [
      [mentorId, menteeId],
      [menteeId, mentorId],
    ] as const) {
      const told = await cardsOf(reader, `partner-pauses.${id}.pair`)
      expect(told).toEqual([
        expect.objectContaining({
          state: 'sent',
          notice: expect.objectContaining({
            until,
            isOfBoth: true,
            partner: expect.objectContaining({ id: partner }),
          }),
        }),
      ])
      expect(JSON.stringify(told[0]!.notice)).not.toMatch(/launch|organizer/i)
    }
    const formsBefore = (await store().asks.ofPairing(id)).length
    const cardsBefore = (await store().notices.ofPerson(menteeId)).length
    for (const days of [0.01, 1.5, 4.5]) await at(daysAfter(next.endsAt, days))
    expect((await store().checkIns.of(next.id)).map(({ state }) => state)).toEqual(['due', 'due'])
    expect(await cardsOf(mentorId, `check-in.${next.id}`)).toEqual([])
    expect((await store().notices.ofPerson(menteeId)).length).toBe(cardsBefore)
    expect((await store().asks.ofPairing(id)).length).toBe(formsBefore)
    await at(daysAfter(next.endsAt, 7))
    expect(await store().pairings.get(id)).not.toHaveProperty('pausedUntil')
    for (const reader of [mentorId, menteeId])
      expect(await cardsOf(reader, `break-over.${id}.pair`)).toEqual([
        expect.objectContaining({ state: 'sent', notice: expect.objectContaining({ isReader: true }) }),
      ])
    expect(await cardsOf(mentorId, `check-in.${next.id}`)).toEqual([])
  })

  it('goes on earlier at the Organizer’s word, and a pair that ends has no break', async () => {
    const { id } = pairings[2]!
    const until = daysAfter(product.ports.clock.now(), 20).toISOString().slice(0, 10)
    await note(id, { pause: 'begin', until })
    expect(await note(id, { pause: 'end' })).toMatchObject({ pause: 'end' })
    expect(await store().pairings.get(id)).not.toHaveProperty('pausedUntil')
    await note(id, { pause: 'begin', until })
    await endPairing(product.ports, id, organizer())
    expect(await store().pairings.get(id)).not.toHaveProperty('pausedUntil')
    expect(await note(id, { pause: 'begin', until })).toMatchObject({ refused: 'already-ended' })
  })
})
