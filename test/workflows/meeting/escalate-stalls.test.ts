/** Sessions in a row that do not take place, and a chart that changed: who hears of it, once, and when it is over. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changePerson, removePerson } from '../../../bot/demo/graph-server.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'
import { climbLadder } from '../../../bot/workflows/meeting/escalate-stalls.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import { judgePairings } from '../../../bot/workflows/pairing/judge-pairings.ts'
import { closeConcern } from '../../../bot/workflows/telling/raise-concerns.ts'
import { type Booked, bookedProduct, toldOf } from '../../support/keeping.ts'
import type { Product } from '../../support/product.ts'

let product: Product
let cohortId: string
let booked: Booked[]

beforeAll(async () => {
  ;({ product, cohortId, booked } = await bookedProduct({ people: 300, mentors: 26, mentees: 18 }))
})
afterAll(() => product.close())

const nextPair = () => booked.shift()!
const become = (session: Session, change: Partial<Session>) =>
  product.ports.store.sessions.save({ ...session, ...change })

/** Both have answered, which the two may know; what others may, the snapshot says. */
async function answered(session: Session, held: boolean) {
  const { store } = product.ports
  await become(session, { state: held ? 'held' : 'missed' })
  const pairing = (await store.pairings.get(session.pairingId))!
  const at = product.tenant.state.now()
  const answer = held ? { held, worth: 4, obstacle: 'nothing' as const } : { held, obstacle: 'time' as const }
  for (const personId of [pairing.mentorId, pairing.menteeId]) {
    const state = 'answered' as const
    await store.checkIns.save({ sessionId: session.id, personId, state, askedAt: at, answeredAt: at, answer })
  }
}
async function inSnapshot(session: Session, held: boolean) {
  const { store } = product.ports
  const now = product.tenant.state.now()
  const empty = {
    cohortId,
    lookedAt: now,
    takenAt: now,
    answered: 9,
    figures: [],
    weeks: [],
    pooled: [],
    measures: [],
  }
  const before = await store.snapshots.get(cohortId)
  const rest = (before?.outcomes ?? []).filter(({ sessionId }) => sessionId !== session.id)
  const outcomes = [...rest, { sessionId: session.id, held, obstacle: false }]
  await store.snapshots.save({ ...empty, ...before, outcomes })
}
async function cameTo(session: Session, held: boolean) {
  await answered(session, held)
  await inSnapshot(session, held)
}
const concernsOf = async ({ pairing }: Booked) =>
  (await product.ports.store.concerns.list(cohortId)).filter(({ pairingId }) => pairingId === pairing.id)
const told = async (kind: string, personId: string) => (await toldOf(product, personId, kind)).length

/** Over all cards, because what comes up within a minute is one of them. */
async function countedToOrganizer(): Promise<number> {
  const cards = await toldOf(product, product.company.personas.organizer, 'concerns')
  const counts = cards.flatMap(({ notice }) =>
    notice.kind === 'concerns' ? Object.values(notice.counts) : [],
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

async function ladder(change: { pair?: number; organizer?: number; sponsor?: number }) {
  const cohort = (await product.ports.store.cohorts.get(cohortId))!
  const ladder = { ...cohort.scheduling.ladder, ...change }
  await product.ports.store.cohorts.save({ ...cohort, scheduling: { ...cohort.scheduling, ladder } })
}

describe('the stall ladder', () => {
  it('nudges both after the first, tells the Organizer after the second, each once', async () => {
    const pair = nextPair()
    const { mentorId, menteeId } = pair.pairing
    const { organizer } = product.company.personas
    const [first, second] = pair.sessions as [Session, Session]
    await cameTo(first, false)
    for (let again = 0; again < 3; again++) await climbLadder(product.ports)
    expect([await told('nudge', mentorId), await told('nudge', menteeId)]).toEqual([1, 1])
    expect(await concernsOf(pair)).toEqual([])
    const before = await told('concerns', organizer)
    await answered(second, false)
    await climbLadder(product.ports)
    expect(await concernsOf(pair)).toEqual([])
    await inSnapshot(second, false)
    for (let again = 0; again < 3; again++) await climbLadder(product.ports)
    expect(await concernsOf(pair)).toMatchObject([{ kind: 'stalled', detail: { sessions: 2, since: 1 } }])
    expect(await told('concerns', organizer)).toBe(before + 1)
    expect([await told('nudge', mentorId), await told('nudge', menteeId)]).toEqual([1, 1])
  })

  it('says nothing to the two while only one of them has answered', async () => {
    const pair = nextPair()
    const [first] = pair.sessions as [Session]
    await answered(first, false)
    const asked = { sessionId: first.id, personId: pair.pairing.menteeId, state: 'asked' as const }
    await product.ports.store.checkIns.save({ ...asked, askedAt: product.tenant.state.now() })
    await climbLadder(product.ports)
    expect(await told('nudge', pair.pairing.mentorId)).toBe(0)
  })

  it('is over by itself when the two meet, and a new stall starts at the bottom', async () => {
    const pair = nextPair()
    const [first, second, third, fourth] = pair.sessions as [Session, Session, Session, Session]
    await cameTo(first, false)
    await cameTo(second, false)
    await climbLadder(product.ports)
    expect(await concernsOf(pair)).toHaveLength(1)
    await cameTo(third, true)
    await climbLadder(product.ports)
    expect(await concernsOf(pair)).toEqual([])
    await cameTo(fourth, false)
    await climbLadder(product.ports)
    expect(await told('nudge', pair.pairing.mentorId)).toBe(2)
    expect(await concernsOf(pair)).toEqual([])
  })

  it('counts what was called off and not repaired, and neither a Session under repair nor an unanswered one', async () => {
    const pair = nextPair()
    const [first, second] = pair.sessions as [Session, Session]
    const past = new Date(product.tenant.state.now().getTime() - 3_600_000)
    const over = { startsAt: new Date(past.getTime() - 3_000_000), endsAt: past }
    await become(first, { ...over, state: 'planned' })
    await become(second, { ...over, state: 'cancelled', declinedBy: pair.pairing.menteeId })
    const repair = { id: `r-${pair.pairing.id}`, sessionId: second.id, attempt: 1, options: [], refused: [] }
    const open = { ...repair, state: 'open', reason: 'cancelled', openedAt: past } as const
    await product.ports.store.repairs.save(open)
    await climbLadder(product.ports)
    expect(await told('nudge', pair.pairing.mentorId)).toBe(0)
    // People still look for a time, until the week is over.
    await product.ports.store.repairs.save({ ...open, state: 'none' })
    await climbLadder(product.ports)
    expect(await told('nudge', pair.pairing.mentorId)).toBe(0)
    await product.ports.store.repairs.save({ ...open, state: 'expired' })
    await climbLadder(product.ports)
    expect(await told('nudge', pair.pairing.mentorId)).toBe(1)
  })

  it('says the same to both, and never that somebody is to blame', async () => {
    const pair = nextPair()
    await become(pair.sessions[0]!, { declinedBy: pair.pairing.menteeId })
    await cameTo({ ...pair.sessions[0]!, declinedBy: pair.pairing.menteeId }, false)
    await climbLadder(product.ports)
    for (const personId of [pair.pairing.mentorId, pair.pairing.menteeId]) {
      const notice = (await toldOf(product, personId, 'nudge'))[0]!.notice
      expect(Object.keys(notice).sort()).toEqual([
        'kind',
        'next',
        'pairingId',
        'partner',
        'sessions',
        'timeZone',
      ])
    }
  })

  it('reaches the Sponsor only where the program wants it, from five people on, in bands, once a week', async () => {
    const { sponsor } = product.company.personas
    const stall = async () => {
      for (const session of nextPair().sessions.slice(0, 3)) await cameTo(session, false)
    }
    await ladder({ sponsor: 3 })
    await stall()
    await stall()
    await climbLadder(product.ports)
    expect(await told('stalled-pairs', sponsor)).toBe(0)
    await stall()
    await ladder({})
    for (let again = 0; again < 3; again++) await climbLadder(product.ports)
    const [card, ...more] = await toldOf(product, sponsor, 'stalled-pairs')
    expect(more).toEqual([])
    expect(card!.notice).toEqual({ kind: 'stalled-pairs', cohortId, cohortName: 'Cohort 1', stalled: 3 })
    // One pair more is not five people more: whose it is could be told from the second card.
    await stall()
    await product.advanceDays(8)
    await climbLadder(product.ports)
    expect(await told('stalled-pairs', sponsor)).toBe(1)
  })

  it('leaves what a person closed closed', async () => {
    const pair = nextPair()
    for (const session of pair.sessions.slice(0, 2)) await cameTo(session, false)
    await climbLadder(product.ports)
    const [concern] = await concernsOf(pair)
    const closed = await closeConcern(product.ports, concern!.key, product.company.personas.organizer)
    expect(isRefused(closed)).toBe(false)
    await climbLadder(product.ports)
    expect(await concernsOf(pair)).toEqual([])
  })
})

describe('after a reading of the chart', () => {
  const read = async () => {
    await readOrganization(product.ports)
    await judgePairings(product.ports)
  }

  it('pairs that still keep the rules are nobody’s concern', async () => {
    await read()
    const rules = (await product.ports.store.concerns.list(cohortId)).filter(({ key }) =>
      key.startsWith('rule.'),
    )
    expect(rules).toEqual([])
  })

  it('a Mentor who now reports to the Mentee is raised once, and closes by itself when it is put right', async () => {
    const pair = nextPair()
    const { mentorId, menteeId } = pair.pairing
    const before = product.company.byId.get(mentorId)!.managerId
    const told0 = await countedToOrganizer()
    changePerson(product.tenant.state, mentorId, { managerId: menteeId })
    await read()
    await read()
    expect(await concernsOf(pair)).toMatchObject([{ kind: 'inside-line' }])
    expect(await countedToOrganizer()).toBe(told0 + 1)
    expect((await product.ports.store.pairings.get(pair.pairing.id))!.state).toBe('active')
    changePerson(product.tenant.state, mentorId, { managerId: before })
    await read()
    // What is left is a fact of the last twelve months, for the Organizer to judge.
    expect(await concernsOf(pair)).toMatchObject([
      { kind: 'former-manager', detail: { managerId: menteeId } },
    ])
  })

  it.each(['conflict', 'dotted-line'] as const)(
    'a %s that was imported since is raised, and closes when it is taken back',
    async (kind) => {
      const pair = nextPair()
      const { mentorId, menteeId } = pair.pairing
      const { exclusions } = product.ports.store
      await judgePairings(product.ports)
      expect(await concernsOf(pair)).toEqual([])
      await exclusions.replaceSource('hr', [{ kind, onePerson: mentorId, other: menteeId, source: 'hr' }])
      await judgePairings(product.ports)
      expect(await concernsOf(pair)).toMatchObject([{ kind }])
      await exclusions.replaceSource('hr', [])
      await judgePairings(product.ports)
      expect(await concernsOf(pair)).toEqual([])
    },
  )

  it('a list that cannot be read closes nothing and raises nothing', async () => {
    const pair = nextPair()
    const { mentorId, menteeId } = pair.pairing
    const { store } = product.ports
    const listed = { kind: 'conflict' as const, onePerson: mentorId, other: menteeId, source: 'hr' }
    await store.exclusions.replaceSource('hr', [listed])
    await judgePairings(product.ports)
    const unreadable = {
      ...store,
      exclusions: {
        ...store.exclusions,
        list: async () => {
          throw new Error('no such table')
        },
      },
    }
    await expect(judgePairings({ ...product.ports, store: unreadable })).rejects.toThrow('exclusions')
    expect(await concernsOf(pair)).toMatchObject([{ kind: 'conflict' }])
    await store.exclusions.replaceSource('hr', [])
  })

  it('somebody who left the company is raised, and their partner is not told by us', async () => {
    const pair = nextPair()
    removePerson(product.tenant.state, pair.pairing.menteeId)
    await read()
    expect(await concernsOf(pair)).toMatchObject([
      { kind: 'person-left', detail: { personId: pair.pairing.menteeId } },
    ])
    expect(await told('concerns', pair.pairing.mentorId)).toBe(0)
  })
})
