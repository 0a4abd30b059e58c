/** What ends leaves the past alone and takes the future out of both calendars. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { memoryOf } from '../../../bot/demo/graph/memory.ts'
import { instancesOf } from '../../../bot/demo/graph/occurrences.ts'
import type { DemoEvent } from '../../../bot/demo/state.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { leaveCohort } from '../../../bot/workflows/enrolment/enrol.ts'
import { askCheckIns } from '../../../bot/workflows/meeting/ask-check-ins.ts'
import { declinePairing } from '../../../bot/workflows/pairing/decline-pairing.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { bookHold } from '../../../bot/workflows/scheduling/book-hold.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let cohortId: string
let pairings: Pairing[]
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  // Three stay unbooked for now.
  unbooked = product.waiting.splice(-3).map((job) => (job.payload as { holdId: string }).holdId)
  await product.runJobs(3)
  pairings = await product.ports.store.pairings.list(cohortId, ['active'])
})
afterAll(() => product.close())

let unbooked: string[]
const organizer = () => product.company.personas.organizer
const sessionsOf = async (id: string) =>
  (await product.ports.store.sessions.ofPairing(id)).map((session) => session.state)

async function pairOfHold(id: string) {
  const { store } = product.ports
  const pairing = (await store.pairings.get((await store.holds.get(id))!.pairingId))!
  return { pairing, mentor: pairing.mentorId, mentee: pairing.menteeId }
}
function eventsOf(key: string): DemoEvent[] {
  const events = [...product.tenant.state.events.values()]
  const master = events.find((event) => event.transactionId === key)
  return events.filter((event) => master && event.iCalUId === master.iCalUId)
}

describe('ending a Pairing', () => {
  it('before its first Session takes the whole series out of both calendars, once', async () => {
    const [pairing] = pairings
    const hold = (await product.ports.store.holds.ofPairing(pairing!.id))!
    expect(eventsOf(`${hold.id}.1`).length).toBe(2)
    const end = () => endPairing(product.ports, pairing!.id, organizer())
    const answers = await Promise.all([end(), end()])
    expect(answers.filter((one) => 'refused' in one)).toHaveLength(1)
    expect(await product.runJobs(3)).toEqual([])
    expect(eventsOf(`${hold.id}.1`)).toEqual([])
    expect((await product.ports.store.holds.get(hold.id))?.state).toBe('released')
    expect(new Set(await sessionsOf(pairing!.id))).toEqual(new Set(['cancelled']))
  })

  it('is done for somebody who leaves the Cohort, and for nobody else', async () => {
    const leaver = pairings[1]!.mentorId
    const participant = (await product.ports.store.participants.of(cohortId, leaver))!
    const others = pairings.filter((one) => one.mentorId !== leaver && one.id !== pairings[0]!.id)
    await leaveCohort(product.ports, participant.id, leaver)
    await product.runJobs(3)
    for (const pairing of await product.ports.store.pairings.ofPerson(leaver)) {
      expect(pairing.state).toBe('declined')
      expect((await product.ports.store.holds.ofPairing(pairing.id))?.state).toBe('released')
    }
    for (const { id } of others) expect((await product.ports.store.pairings.get(id))?.state).toBe('active')
  })
})

const cardsOf = async (personId: string, partnerId: string, kind: 'pairing-off' | 'pairing-ended') =>
  (await product.ports.store.notices.ofPerson(personId))
    .map(({ key, notice }) => ({ key, ...notice }))
    .filter((one) => one.kind === kind && one.partner.id === partnerId)
const sidesOf = ({ mentorId, menteeId }: Pairing) =>
  [
    [mentorId, menteeId],
    [menteeId, mentorId],
  ] as const
const untouched = async (times: number) =>
  (await product.ports.store.pairings.list(cohortId, ['active'])).at(-times)!

describe('a Pairing that ends before its first Session', () => {
  /** All that the two get to see of it, without ids and names. */
  async function seenOf(pairing: Pairing) {
    const { store } = product.ports
    const cards = []
    for (const [personId, partnerId] of sidesOf(pairing)) {
      const notices = await store.notices.ofPerson(personId)
      expect(
        notices.filter(({ notice }) => notice.kind === 'pairing' && notice.pairingId === pairing.id),
      ).toEqual([])
      expect(await cardsOf(personId, partnerId, 'pairing-ended')).toEqual([])
      const off = await cardsOf(personId, partnerId, 'pairing-off')
      cards.push(off.map(({ key, ...card }) => [key.split('.')[0], Object.keys(card).sort()]).sort())
    }
    return { cards, state: (await store.pairings.get(pairing.id))!.state }
  }

  it('looks the same to both, whether one of them declined, ended it or left, or the Organizer ended it', async () => {
    const ways: ((pairing: Pairing) => Promise<unknown>)[] = [
      ({ id, mentorId }) => declinePairing(product.ports, id, mentorId),
      ({ id, menteeId }) => endPairing(product.ports, id, menteeId),
      ({ id }) => endPairing(product.ports, id, organizer()),
      async ({ mentorId }) => {
        const { id } = (await product.ports.store.participants.of(cohortId, mentorId))!
        return leaveCohort(product.ports, id, mentorId)
      },
    ]
    const seen = []
    for (const undo of ways) {
      const pairing = await untouched(1)
      expect(await undo(pairing)).not.toHaveProperty('refused')
      expect(await product.runJobs(3)).toEqual([])
      seen.push(await seenOf(pairing))
    }
    for (const one of seen) expect(one).toEqual(seen[0])
    expect(seen[0]!.cards[0]).toHaveLength(2)
  })
})

describe('a Pairing that ends before its Hold is booked', () => {
  it('is never booked', async () => {
    const id = unbooked[0]!
    const { pairing } = await pairOfHold(id)
    await endPairing(product.ports, pairing.id, organizer())
    await bookHold(product.ports, id)
    await product.runJobs(3)
    expect((await product.ports.store.holds.get(id))?.state).toBe('released')
    expect(eventsOf(`${id}.1`)).toEqual([])
  })

  it('loses the series of a booking whose answer nobody heard', async () => {
    const id = unbooked[1]!
    const { pairing, mentor } = await pairOfHold(id)
    // The worker dies after Outlook took the series and before anything was written down.
    const { calendar } = product.ports
    const dying = {
      ...product.ports,
      calendar: {
        ...calendar,
        async book(request: Parameters<typeof calendar.book>[0]) {
          await calendar.book(request)
          throw new Error('killed')
        },
      },
    }
    await expect(bookHold(dying, id)).rejects.toThrow('killed')
    const key = `${id}.1`
    expect(eventsOf(key)[0]?.mailbox).toBe(mentor)
    await endPairing(product.ports, pairing.id, organizer())
    await product.runJobs(3)
    expect(eventsOf(key)).toEqual([])
    expect((await product.ports.store.holds.get(id))?.state).toBe('released')
  })

  it('while Outlook is being asked loses the series again, and its Sessions are asked about by nobody', async () => {
    const id = unbooked[2]!
    const { pairing } = await pairOfHold(id)
    const { calendar } = product.ports
    const meanwhile = {
      ...product.ports,
      calendar: {
        ...calendar,
        async book(request: Parameters<typeof calendar.book>[0]) {
          const series = await calendar.book(request)
          await endPairing(product.ports, pairing.id, organizer())
          return series
        },
      },
    }
    await bookHold(meanwhile, id)
    expect(await product.runJobs(3)).toEqual([])
    expect(eventsOf(`${id}.1`)).toEqual([])
    expect((await product.ports.store.holds.get(id))?.state).toBe('released')
    expect(new Set(await sessionsOf(pairing.id))).toEqual(new Set(['cancelled']))
  })
})

describe('ending a Pairing half-way', () => {
  it('leaves what was in the calendars and asks about it, and takes the rest away', async () => {
    const pairing = pairings.find((one, index) => index > 1 && one.mentorId !== pairings[1]!.mentorId)!
    const { store } = product.ports
    const hold = (await store.holds.ofPairing(pairing.id))!
    const sessions = await store.sessions.ofPairing(pairing.id)
    await product.tenant.advanceTo(new Date(sessions[2]!.endsAt.getTime() + 60_000))
    await endPairing(product.ports, pairing.id, organizer())
    expect(await product.runJobs(3)).toEqual([])
    expect(await sessionsOf(pairing.id)).toEqual([...Array(3).fill('planned'), ...Array(3).fill('cancelled')])
    const [master] = eventsOf(`${hold.id}.1`)
    expect(instancesOf(master!, 0, Date.parse('2100-01-01'))).toHaveLength(3)
    const mails = memoryOf(product.tenant.state).meetingMails.filter(
      ({ iCalUId }) => iCalUId === master!.iCalUId,
    )
    // One to whom the mailbox invited: invited once, told once that it ends.
    expect(mails.map(({ kind, date }) => date ?? kind)).toEqual(['invitation', 'update'])
    await askCheckIns(product.ports)
    const asked = await Promise.all(sessions.map((one) => store.checkIns.of(one.id)))
    expect(asked.map((one) => one.length)).toEqual([2, 2, 2, 0, 0, 0])
    for (const [personId, partnerId] of sidesOf(pairing)) {
      const cards = await cardsOf(personId, partnerId, 'pairing-ended')
      expect(cards).toHaveLength(2)
      expect(Object.keys(cards[0]!).sort()).toEqual(['key', 'kind', 'partner'])
    }
  })

  it('tells the other of the two where one of them ended it, in the words that the Organizer would cause', async () => {
    const pairing = await untouched(2)
    const { mentorId, menteeId } = pairing
    await endPairing(product.ports, pairing.id, mentorId)
    expect(await product.runJobs(3)).toEqual([])
    const toOther = await cardsOf(menteeId, mentorId, 'pairing-ended')
    expect(toOther.map(({ key }) => key)).toContain(`pairing-ended.${pairing.id}.${menteeId}`)
    for (const card of toOther) expect(Object.keys(card).sort()).toEqual(['key', 'kind', 'partner'])
    const own = await cardsOf(mentorId, menteeId, 'pairing-ended')
    expect(own.map(({ key }) => key)).not.toContain(`pairing-ended.${pairing.id}.${mentorId}`)
  })
})
