/** After a Session both are asked once, each answers alone, and late or foreign hands change nothing. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'
import { askCheckIns, closeCheckIns } from '../../../bot/workflows/meeting/ask-check-ins.ts'
import { recordCheckIn } from '../../../bot/workflows/meeting/record-check-in.ts'
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
let pairing: Pairing
let sessions: Session[]
beforeAll(async () => {
  product = await startProduct({ people: 200, mentors: 6, mentees: 4 })
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  pairing = (await product.ports.store.pairings.list(cohortId, ['active']))[0]!
  sessions = await product.ports.store.sessions.ofPairing(pairing.id)
})
afterAll(() => product.close())

const yes = { held: true, worth: 4, obstacle: 'nothing' } as const
const no = { held: false, obstacle: 'time' } as const
const record = (session: Session, person: string, answer: Parameters<typeof recordCheckIn>[3]) =>
  recordCheckIn(product.ports, session.id, person, answer)
const stateOf = async (session: Session) => (await product.ports.store.sessions.get(session.id))?.state
const endOf = (session: Session) => product.tenant.advanceTo(new Date(session.endsAt.getTime() + 60_000))

describe('a Session', () => {
  it('cannot be answered for before it is over', async () => {
    expect(await record(sessions[0]!, pairing.mentorId, yes)).toMatchObject({ refused: 'session-not-over' })
    await askCheckIns(product.ports)
    expect(await product.ports.store.checkIns.of(sessions[0]!.id)).toEqual([])
  })

  it('is asked about once by two instances at once, and an answer given meanwhile stays', async () => {
    const [session] = sessions
    await endOf(session!)
    const { store } = product.ports
    // The second instance looked at the list before the first asked, and comes to this Session after the answer.
    const stale = await store.sessions.unasked(product.ports.clock.now(), 10)
    await askCheckIns(product.ports)
    await record(session!, pairing.mentorId, yes)
    const behind = { ...store, sessions: { ...store.sessions, unasked: async () => stale } }
    await askCheckIns({ ...product.ports, store: behind })
    const states = (await store.checkIns.of(session!.id)).map((one) => one.state).sort()
    expect(states).toEqual(['answered', 'asked'])
    const cards = (await store.notices.ofPerson(pairing.mentorId)).filter(
      ({ notice }) => notice.kind === 'check-in',
    )
    expect(cards).toHaveLength(1)
  })

  it('was held when one says so, whatever the other says at the same moment', async () => {
    for (const session of sessions.slice(1, 4)) {
      await endOf(session)
      const both = await Promise.all([
        record(session, pairing.mentorId, yes),
        record(session, pairing.menteeId, no),
      ])
      expect(both.map((one) => 'refused' in one)).toEqual([false, false])
      expect(await stateOf(session)).toBe('held')
    }
  })

  it('was missed when only a "no" was said, and held again when that is corrected', async () => {
    const session = sessions[4]!
    await endOf(session)
    await record(session, pairing.mentorId, no)
    expect(await stateOf(session)).toBe('missed')
    await record(session, pairing.mentorId, yes)
    expect(await stateOf(session)).toBe('held')
  })

  it('is nobody else’s to answer for, and worth is 1 to 5', async () => {
    const stranger = product.company.personas.organizer
    expect(await record(sessions[4]!, stranger, yes)).toMatchObject({ refused: 'not-yours' })
    for (const worth of [0, 6, 2.5])
      expect(await record(sessions[4]!, pairing.mentorId, { ...yes, worth })).toMatchObject({
        refused: 'worth-out-of-range',
      })
  })

  it('no longer waits for an answer after ten days', async () => {
    const session = sessions[5]!
    await endOf(session)
    await askCheckIns(product.ports)
    await record(session, pairing.mentorId, yes)
    await product.advanceDays(11)
    await closeCheckIns(product.ports)
    const states = (await product.ports.store.checkIns.of(session.id)).map((one) => one.state).sort()
    expect(states).toEqual(['answered', 'missed'])
    expect(await record(session, pairing.menteeId, yes)).toMatchObject({ refused: 'no-longer-open' })
  })
})

describe('the card that asks', () => {
  const shown = async (personId: string, { id }: Session) =>
    (await product.ports.store.notices.ofPerson(personId)).flatMap(({ notice, key }) =>
      notice.kind === 'check-in' && notice.sessionId === id ? [{ key, state: notice.state }] : [],
    )
  const redrawn = (key: string) =>
    product.waiting.some(
      ({ name, payload }) => name === 'replace-notice' && Object(payload).noticeKey === key,
    )

  it('asks no more once the answer came from the page, and is left alone by a press on itself', async () => {
    const session = sessions[5]!
    const [mine] = await shown(pairing.mentorId, session)
    expect(mine!.state).toBe('answered')
    expect(redrawn(mine!.key)).toBe(true)
    const [theirs] = await shown(pairing.menteeId, session)
    expect(theirs!.state).toBe('closed')
    expect(redrawn(theirs!.key)).toBe(true)
  })

  it('is not written anew when it was pressed itself', async () => {
    const session = sessions[1]!
    const [mine] = await shown(pairing.menteeId, session)
    product.waiting.length = 0
    const { ports } = product
    await ports.store.checkIns.save({ sessionId: session.id, personId: pairing.menteeId, state: 'asked' })
    await recordCheckIn(ports, session.id, pairing.menteeId, no, 'card')
    if (mine) expect(redrawn(mine.key)).toBe(false)
    expect(product.waiting).toEqual([])
  })
})

describe('looking for what time brings', () => {
  it('twice changes nothing that once did not', async () => {
    await tick(product.ports)
    await product.runJobs(3)
    const { store, clock } = product.ports
    const picture = async () => ({
      notices: (await store.notices.ofPerson(pairing.mentorId)).map((one) => [one.key, one.state]),
      checkIns: await store.checkIns.list(pairing.cohortId),
      sessions: await store.sessions.list(pairing.cohortId),
      holds: await store.holds.list(pairing.cohortId),
      unasked: await store.sessions.unasked(clock.now(), 10),
    })
    const before = await picture()
    await Promise.all([tick(product.ports), tick(product.ports)])
    await product.runJobs(3)
    expect(await picture()).toEqual(before)
  })
})
