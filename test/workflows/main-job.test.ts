/** The main job, workflow by workflow, against the demo tenant and a real database. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildOrganization } from '../../bot/domain/organization/organization.ts'
import { isRefused } from '../../bot/domain/refusal.ts'
import { askCheckIns } from '../../bot/workflows/meeting/ask-check-ins.ts'
import { recordCheckIn } from '../../bot/workflows/meeting/record-check-in.ts'
import {
  approveSummary,
  draftSummary,
  editSummary,
  submitSummary,
} from '../../bot/workflows/publishing/write-summary.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../support/product.ts'

let product: Product
let cohortId: string

beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
})
afterAll(() => product.close())

describe('from an organization chart to a Summary in a channel', () => {
  it('pairs people and leaves everyone as exactly one of paired, unplaced or not taking part', async () => {
    const proposals = await proposeAll(product, cohortId)
    expect(proposals.length).toBeGreaterThan(5)
    const run = await product.ports.store.runs.latest(cohortId)
    const outcome = run!.outcome!
    const paired = new Set(proposals.flatMap((one) => [one.mentorId, one.menteeId]))
    const unplaced = outcome.unplaced.map((one) => one.personId)
    const outside = outcome.notTakingPart.map((one) => one.personId)
    const everyone = (await product.ports.store.participants.list(cohortId)).map((one) => one.personId).sort()
    expect([...paired, ...unplaced, ...outside].sort()).toEqual(everyone)
    expect(outcome.proof).toMatchObject({ certificate: 'verified', gapPercent: 0 })
  })

  it('never pairs inside a reporting line of the chart as it was read', async () => {
    const chart = buildOrganization(await product.ports.store.people.lines())
    for (const { mentorId, menteeId } of await product.ports.store.pairings.list(cohortId)) {
      expect(chart.isAbove(menteeId, mentorId) || chart.isAbove(mentorId, menteeId)).toBe(false)
      expect(chart.managerOf(mentorId)).not.toBe(chart.managerOf(menteeId))
    }
  })

  it('books every approved pair once, in both calendars, with a link and our key', async () => {
    const { approved, refused } = await approveAll(product, cohortId)
    expect(refused).toEqual([])
    expect(await product.runJobs(3)).toEqual([])
    const holds = await product.ports.store.holds.list(cohortId)
    const held = holds.filter((hold) => hold.state === 'booked')
    expect(holds).toHaveLength(approved)
    expect(held.length).toBeGreaterThan(approved / 2)
    const masters = [...product.tenant.state.events.values()].filter((event) => event.transactionId)
    expect(masters.map((event) => event.transactionId).sort()).toEqual(
      held.map((hold) => `${hold.id}.1`).sort(),
    )
    for (const hold of held) {
      const pairing = (await product.ports.store.pairings.get(hold.pairingId))!
      expect(pairing.state).toBe('active')
      const copies = [...product.tenant.state.events.values()].filter(
        (event) => event.mailbox === pairing.menteeId,
      )
      expect(copies.length).toBeGreaterThan(0)
      expect(await product.ports.store.sessions.ofPairing(pairing.id)).toHaveLength(6)
      expect(hold.booking.joinUrl).toMatch(/^https:/)
    }
  })

  it('tells both people who, why and when, once', async () => {
    for (const pairing of await product.ports.store.pairings.list(cohortId, ['active'])) {
      for (const personId of [pairing.mentorId, pairing.menteeId]) {
        const notices = await product.ports.store.notices.ofPerson(personId)
        const mine = notices.filter(
          (one) => one.notice.kind === 'pairing' && one.notice.pairingId === pairing.id,
        )
        expect(mine).toHaveLength(1)
        expect(['sent', 'unreachable']).toContain(mine[0]!.state)
      }
    }
  })

  it('asks both after a Session that is over, once however often it looks, and keeps three taps', async () => {
    const first = (await product.ports.store.sessions.list(cohortId))[0]!
    await product.tenant.advanceTo(new Date(first.endsAt.getTime() + 60_000))
    await askCheckIns(product.ports)
    await askCheckIns(product.ports)
    await product.runJobs(3)
    const pairing = (await product.ports.store.pairings.get(first.pairingId))!
    const asked = await product.ports.store.checkIns.of(first.id)
    expect(asked.map((one) => [one.personId, one.state]).sort()).toEqual(
      [pairing.mentorId, pairing.menteeId].map((id) => [id, 'asked']).sort(),
    )
    const given = { held: true, worth: 5, obstacle: 'nothing' } as const
    const answered = await recordCheckIn(product.ports, first.id, pairing.mentorId, given)
    expect(isRefused(answered)).toBe(false)
    expect((await product.ports.store.sessions.get(first.id))!.state).toBe('held')
    const stranger = product.company.personas.communications
    expect(await recordCheckIn(product.ports, first.id, stranger, given)).toMatchObject({
      refused: 'not-yours',
    })
  })

  it('posts the Summary the Sponsor approved to each chosen channel, and to no other', async () => {
    const { personas, teams } = product.company
    for (const team of teams.slice(0, 2)) product.tenant.state.installedInTeams.add(team.id)
    const draft = await draftSummary(product.ports, cohortId, 'en', personas.communications)
    if (isRefused(draft)) throw new Error(draft.refused)
    const channels = teams.slice(0, 2).map((team) => ({ teamId: team.id, channelId: team.channels[0]!.id }))
    const edited = { revision: 1, title: 'What we learned', body: 'Leaders *listened*.', channels }
    await editSummary(product.ports, draft.id, edited, personas.communications)
    await submitSummary(product.ports, draft.id, personas.communications)
    const wrong = await approveSummary(product.ports, draft.id, 2, personas.communications)
    expect(wrong).toMatchObject({ refused: 'not-sponsor' })
    await approveSummary(product.ports, draft.id, 2, personas.sponsor)
    expect(await product.runJobs(3)).toEqual([])
    expect((await product.ports.store.summaries.get(draft.id))!.state).toBe('published')
    const posted = [...product.tenant.state.conversations.values()]
      .filter((one) => one.kind === 'channel')
      .flatMap((one) =>
        one.messages.filter((message) => JSON.stringify(message.activity).includes('What we learned')),
      )
    expect(posted).toHaveLength(2)
  })
})
