/**
 * A bad day: Graph, Teams and the sign-in throttle, fail after the write, drop connections and let tokens expire. In the
 * end every pair is booked once, everybody was told, every channel has its post, and nothing is missing.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Fault } from '../../../bot/demo/state.ts'
import { catalog } from '../../../bot/jobs/catalog.ts'
import type { Ports } from '../../../bot/workflows/ports.ts'
import { settlePost } from '../../../bot/workflows/publishing/publish-summary.ts'
import {
  approveSummary,
  draftSummary,
  editSummary,
  submitSummary,
} from '../../../bot/workflows/publishing/write-summary.ts'
import { bookHold } from '../../../bot/workflows/scheduling/book-hold.ts'
import { pickUpStranded } from '../../../bot/workflows/tick.ts'
import { ageClaims } from '../../support/leases.ts'
import {
  approveAll,
  enrolCompany,
  leaseMs,
  openCohort,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let cohortId: string
beforeEach(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
})
afterEach(() => product.close())

const trouble: Pick<Fault, 'kind' | 'status' | 'retryAfterSeconds'>[] = [
  { kind: 'throttle', retryAfterSeconds: 1 },
  { kind: 'error-before', status: 503 },
  { kind: 'error-after', status: 504 },
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'expire-token' },
]

/** One request in five goes wrong, in one of six ways. */
function spoilTheDay(): Fault[] {
  const faults = trouble.flatMap((one): Fault[] => [
    { ...one, service: 'graph', path: /events|getSchedule|messages/, times: 1000, share: 0.04 },
    { ...one, service: 'teams', path: /conversations/, times: 1000, share: 0.04 },
  ])
  product.tenant.state.faults.push(...faults)
  return faults
}

/** As the queue does it: many at once; what failed is found again by the next look. */
async function settle(): Promise<void> {
  for (let look = 1; look <= 30; look++) {
    // The queue keeps a job that is asked for twice once.
    const asked = product.waiting.splice(0).map((job) => [JSON.stringify(job), job] as const)
    const jobs = [...new Map(asked).values()]
    if (jobs.length === 0 && look > 1) return
    await Promise.allSettled(
      jobs.map(({ name, payload }) =>
        (catalog[name].run as (ports: Ports, payload: unknown) => Promise<unknown>)(product.ports, payload),
      ),
    )
    await product.tenant.advanceTo(new Date(product.tenant.state.now().getTime() + leaseMs + 1000))
    await ageClaims(product.database, leaseMs + 1000)
    await pickUpStranded(product.ports)
  }
  throw new Error('The day does not end.')
}

describe('on a bad day', () => {
  it('books every pair once, tells everybody and posts once in every channel', async () => {
    const { ports, company, tenant } = product
    const { store } = ports
    const { communications, sponsor } = company.personas
    for (const { personId } of company.enrolments) tenant.state.installedFor.add(personId)
    tenant.state.installedFor.add(sponsor)
    const teams = company.teams.slice(0, 4)
    for (const team of teams) tenant.state.installedInTeams.add(team.id)
    const channels = teams.flatMap((team) =>
      team.channels.flatMap(({ id, membershipType }) =>
        membershipType ? [] : [{ teamId: team.id, channelId: id }],
      ),
    )
    const faults = spoilTheDay()
    const { approved } = await approveAll(product, cohortId)
    const draft = await draftSummary(ports, cohortId, 'en', communications)
    if ('refused' in draft) throw new Error(draft.refused)
    await editSummary(
      ports,
      draft.id,
      { revision: 1, title: 'On a bad day', body: 'Text', channels },
      communications,
    )
    await submitSummary(ports, draft.id, communications)
    await approveSummary(ports, draft.id, 2, sponsor)
    await settle()

    const met = faults.filter((fault) => fault.times < 1000).map((fault) => `${fault.service} ${fault.kind}`)
    expect(new Set(met).size).toBeGreaterThan(6)
    const holds = await store.holds.list(cohortId)
    expect(holds).toHaveLength(approved)
    const held = holds.filter((hold) => hold.state === 'booked')
    expect(holds.filter((hold) => hold.state !== 'booked' && hold.state !== 'failed')).toEqual([])
    for (const hold of holds) if (hold.state === 'failed') expect(hold.failure).toBe('no-common-slot')
    const masters = [...tenant.state.events.values()].filter((event) => event.transactionId)
    expect(masters.map((event) => event.transactionId).sort()).toEqual(
      held.map((hold) => `${hold.id}.1`).sort(),
    )
    for (const hold of held) {
      expect((await store.sessions.ofPairing(hold.pairingId)).map((one) => one.number)).toEqual([
        1, 2, 3, 4, 5, 6,
      ])
      const pairing = (await store.pairings.get(hold.pairingId))!
      expect(pairing.state).toBe('active')
      for (const personId of [pairing.mentorId, pairing.menteeId]) {
        const mine = (await store.notices.ofPerson(personId)).filter(
          ({ notice }) => notice.kind === 'pairing' && notice.pairingId === pairing.id,
        )
        expect(mine.map((one) => one.state)).toEqual(['sent'])
      }
    }
    const postsIn = (channelId: string) =>
      [...tenant.state.conversations.values()]
        .filter((one) => one.kind === 'channel' && one.channelId === channelId)
        .flatMap((one) => one.messages)
        .filter((message) => JSON.stringify(message.activity).includes('On a bad day')).length
    // Whether one arrived of which nobody heard is for somebody to see; nothing is posted a second time by itself.
    for (const { channel, state } of await store.posts.of(draft.id)) {
      const isThere = postsIn(channel.channelId) > 0
      if (state === 'unknown') await settlePost(ports, draft.id, { channel, isThere }, communications)
      else expect(isThere).toBe(true)
    }
    await settle()
    expect(channels.map(({ channelId }) => postsIn(channelId))).toEqual(channels.map(() => 1))
    expect((await store.summaries.get(draft.id))?.state).toBe('published')
  }, 180_000)
})

describe('two workers on one Hold, since Graph kept the first waiting for longer than its lease', () => {
  it('book one series, and what is written down is that series', async () => {
    const { ports, tenant } = product
    await approveAll(product, cohortId)
    const { holdId } = product.waiting[0]!.payload as { holdId: string }
    let goOn = () => {}
    const gate = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const waits = {
      ...ports,
      calendar: {
        ...ports.calendar,
        async availability(...args: Parameters<typeof ports.calendar.availability>) {
          const times = await ports.calendar.availability(...args)
          await gate
          // What was free when it asked looks different to this one.
          for (const time of times.values())
            if (time.known) time.busy.push({ start: 0, end: args[1].getTime() + 12 * 86_400_000 })
          return times
        },
      },
    }
    const first = bookHold(waits, holdId)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await ageClaims(product.database, leaseMs + 1000)
    await bookHold(ports, holdId)
    const after = await ports.store.holds.get(holdId)
    goOn()
    await first
    expect(await ports.store.holds.get(holdId)).toEqual(after)
    const masters = [...tenant.state.events.values()].filter((event) => event.transactionId === `${holdId}.1`)
    expect(masters).toHaveLength(after?.state === 'booked' ? 1 : 0)
    expect(await ports.store.sessions.ofPairing(after!.pairingId)).toHaveLength(
      after?.state === 'booked' ? 6 : 0,
    )
  })
})
