/**
 * What somebody learns of a pair by being one of the two, or by standing above one of them in the chart, whatever roles they
 * have: nothing of what was answered, whether, or who called something off.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changePerson } from '../../bot/demo/graph-server.ts'
import type { CheckInAnswer } from '../../bot/domain/meeting/check-in.ts'
import type { Session } from '../../bot/domain/scheduling/session.ts'
import { recordCheckIn } from '../../bot/workflows/meeting/record-check-in.ts'
import { readOrganization } from '../../bot/workflows/organization/read-organization.ts'
import { raiseConcerns } from '../../bot/workflows/telling/raise-concerns.ts'
import { tick } from '../../bot/workflows/tick.ts'
import { type Api, openApi } from '../support/api.ts'
import { type Booked, bookedProduct, toldOf } from '../support/keeping.ts'
import type { Product } from '../support/product.ts'

let product: Product
let cohortId: string
let booked: Booked[]
let api: Api
/** An Organizer outside of every pair, and one above a Mentor; a Mentor and a Mentee who are Organizers as well. */
let outside: string
let manager: string
let managed: Booked
let own: Booked
let plain: Booked

const no: CheckInAnswer = { held: false, obstacle: 'relationship' }
const yes: CheckInAnswer = { held: true, worth: 5, obstacle: 'nothing' }

beforeAll(async () => {
  ;({ product, cohortId, booked } = await bookedProduct())
  outside = product.company.personas.organizer
  const once = booked.filter(
    ({ pairing }) => booked.filter((other) => sharesSomebody(other, pairing)).length === 1,
  )
  ;[managed, own, plain] = once as [Booked, Booked, Booked]
  manager = product.company.byId.get(managed.pairing.mentorId)!.managerId!
  for (const id of [manager, own.pairing.mentorId, own.pairing.menteeId])
    product.company.appRoles.set(id, ['Organizer'])
  api = await openApi(product)
  // The second Session is declined in the calendar; both Sessions' questions close, and are in a snapshot.
  for (const { sessions, pairing } of byFirst(booked)) {
    const [first, second] = sessions as [Session, Session]
    await over(first)
    for (const personId of [pairing.mentorId, pairing.menteeId]) await say(first, personId, no)
    await product.ports.store.sessions.save({
      ...second,
      declinedBy: pairing.menteeId,
      movedBy: pairing.menteeId,
    })
  }
  const { store } = product.ports
  const last = Math.max(...booked.map(({ sessions }) => sessions[1]!.endsAt.getTime()))
  await product.tenant.advanceTo(new Date(last + 86_400_000))
  await store.repairs.save({
    ...{
      id: 'r',
      sessionId: own.sessions[1]!.id,
      attempt: 1,
      state: 'none',
      reason: 'declined',
      options: [],
      refused: [],
    },
    openedAt: product.tenant.state.now(),
  })
  await tick(product.ports)
})
afterAll(() => product.close())

const byFirst = (all: Booked[]) =>
  all.toSorted((a, b) => a.sessions[0]!.endsAt.getTime() - b.sessions[0]!.endsAt.getTime())
const sharesSomebody = ({ pairing }: Booked, { mentorId, menteeId }: Booked['pairing']) =>
  [mentorId, menteeId].some((id) => id === pairing.mentorId || id === pairing.menteeId)
async function over(session: Session) {
  const now = product.tenant.state.now()
  if (now <= session.endsAt) await product.tenant.advanceTo(new Date(session.endsAt.getTime() + 60_000))
  await tick(product.ports)
}
async function say(session: Session, personId: string, answer: CheckInAnswer) {
  expect(await recordCheckIn(product.ports, session.id, personId, answer)).not.toHaveProperty('refused')
}
const asks = (personId: string) => api.as(personId)
/** The app role alone opens no Program: its Organizer is somebody it names. */
async function name(organizerId: string) {
  const { store } = product.ports
  const { programId } = (await store.cohorts.get(cohortId))!
  await store.programs.save({ ...(await store.programs.get(programId))!, organizerId })
}

describe('an Organizer outside of a pair', () => {
  it('sees how it is doing: else the tests below would find nothing to hide', async () => {
    const checkIns = (await asks(outside)('checkIns', { id: cohortId })).body
    const row = checkIns.pairs.find(({ pairingId }) => pairingId === own.pairing.id)!
    expect(row).toMatchObject({ health: 'stalled' })
    expect(row.facts.map(({ key }) => key)).toContain('two-not-confirmed')
    const schedule = (await asks(outside)('schedule', { id: cohortId })).body
    const hold = schedule.holds.find(({ pairingId }) => pairingId === own.pairing.id)!
    expect(hold.sessions.map(({ state }) => state)).toContain('not-confirmed')
    expect(JSON.stringify(hold)).toMatch(/declinedBy.*repair/)
    const concerns = (await asks(outside)('concerns', { id: cohortId })).body.concerns
    expect(concerns.map(({ pairing }) => pairing?.id)).toContain(own.pairing.id)
  })
})

describe.each([
  ['the Mentor of the pair', () => own.pairing.mentorId, () => own],
  ['the Mentee of the pair', () => own.pairing.menteeId, () => own],
  ['the manager of one of the two', () => manager, () => managed],
])('%s, as the Organizer', (_who, personId, of) => {
  beforeAll(() => name(personId()))
  afterAll(() => name(outside))

  it('does not find the pair, nor a count that it is in, under Check-ins', async () => {
    const { pairs, counts } = (await asks(personId())('checkIns', { id: cohortId })).body
    expect(pairs.length).toBeGreaterThan(0)
    expect(pairs.map(({ pairingId }) => pairingId)).not.toContain(of().pairing.id)
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(pairs.length)
  })

  it('finds its time on the Schedule, and of its Sessions nothing', async () => {
    const { holds } = (await asks(personId())('schedule', { id: cohortId })).body
    const hold = holds.find(({ pairingId }) => pairingId === of().pairing.id)!
    expect(hold).toMatchObject({ state: 'booked', withheld: true, sessions: [] })
    expect(JSON.stringify(hold)).not.toMatch(/declinedBy|movedBy|repair|confirmed/)
    expect(holds.some(({ withheld, sessions }) => !withheld && sessions.length > 0)).toBe(true)
  })

  it('neither reads nor counts nor closes what came up about it', async () => {
    const ask = asks(personId())
    for (const closed of ['false', 'true'] as const) {
      const { open, concerns } = (await ask('concerns', { id: cohortId, closed })).body
      expect(concerns.map(({ pairing }) => pairing?.id)).not.toContain(of().pairing.id)
      if (closed === 'false') expect(open).toBe(concerns.length)
    }
    const mine = (await product.ports.store.concerns.list(cohortId)).find(
      ({ pairingId }) => pairingId === of().pairing.id,
    )!
    expect((await ask('closeConcern', { key: mine.key })).status).toBe(404)
  })
})

describe('the card to a program’s Organizer who is one of the two', () => {
  it('does not count what came up about their own pair', async () => {
    const { store } = product.ports
    const cohort = (await store.cohorts.get(cohortId))!
    const program = (await store.programs.get(cohort.programId))!
    await store.programs.save({ ...program, organizerId: own.pairing.menteeId })
    const concern = (pairingId: string, key: string) => ({
      ...{ key, pairingId, kind: 'no-repair-time' as const, detail: { session: 1, why: 'x' } },
    })
    await raiseConcerns(product.ports, cohort, [concern(own.pairing.id, 'k1')])
    expect(await toldOf(product, own.pairing.menteeId, 'concerns')).toEqual([])
    await raiseConcerns(product.ports, cohort, [
      concern(own.pairing.id, 'k2'),
      concern(plain.pairing.id, 'k3'),
    ])
    const [card] = await toldOf(product, own.pairing.menteeId, 'concerns')
    expect(card!.notice).toMatchObject({ counts: { 'no-repair-time': 1 } })
    await store.programs.save(program)
  })
})

describe('a manager whom the chart names later', () => {
  it('sees the pair until then, and no longer', async () => {
    const sees = async () =>
      (await asks(outside)('checkIns', { id: cohortId })).body.pairs.some(
        ({ pairingId }) => pairingId === plain.pairing.id,
      )
    expect(await sees()).toBe(true)
    const { managerId } = product.company.byId.get(plain.pairing.menteeId)!
    changePerson(product.tenant.state, plain.pairing.menteeId, { managerId: outside })
    await readOrganization(product.ports)
    expect(await sees()).toBe(false)
    changePerson(product.tenant.state, plain.pairing.menteeId, { managerId })
    await readOrganization(product.ports)
  })
})

describe('the partner', () => {
  /** Everything the product tells somebody about themselves, as it stands. */
  const all = async (personId: string) => {
    const ask = asks(personId)
    const { now: _, ...mine } = (await ask('myMentoring', {})).body
    const { assistantId } = { assistantId: outside }
    const assisted = (await api.as(assistantId)('assisted', {})).body.leaders
    const cards = (await product.ports.store.notices.ofPerson(personId)).map(({ key, notice }) => [
      key,
      notice,
    ])
    return JSON.stringify({ mine, assisted, cards })
  }
  const said = [
    ['not held', no],
    ['held', yes],
  ] as const

  it.each(said)('who has not answered sees nothing change when the other says "%s"', async (word, answer) => {
    const session = plain.sessions[word === 'held' ? 2 : 3]!
    await over(session)
    const { mentorId, menteeId } = plain.pairing
    await asks(menteeId)('nameDelegate', { personId: outside })
    const before = await all(menteeId)
    await say(session, mentorId, answer)
    await tick(product.ports)
    expect(await all(menteeId)).toBe(before)
    const late = await asks(menteeId)('offerRepair', { id: session.id })
    expect([late.problem.code, late.problem.detail]).toEqual(['session-over', undefined])
  })

  it('who has answered goes on seeing what they said themselves', async () => {
    const session = plain.sessions[3]!
    const { menteeId } = plain.pairing
    await say(session, menteeId, no)
    const { body } = await asks(menteeId)('myMentoring', {})
    const shown = body.pairings.flatMap(({ sessions }) => sessions).find(({ id }) => id === session.id)!
    // The Mentor said that it was held.
    expect(shown.state).toBe('missed')
    expect(Object.keys(shown.checkIn!).sort()).toEqual(['held', 'obstacle', 'state'])
  })
})
