/**
 * People who have every right in a program of their own, at the things of another: by ids in the address, in the text, or both
 * mixed. What is asked is always well made; it is refused, and no table of the database knows of it.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type RouteName, routes } from '../../bot/contract/index.ts'
import { issueTabToken } from '../../bot/demo/entra-server.ts'
import { isRefused } from '../../bot/domain/refusal.ts'
import { enrol } from '../../bot/workflows/enrolment/enrol.ts'
import { openNextStage } from '../../bot/workflows/program/set-up-cohort.ts'
import { type Everything, startEverything } from './everything.ts'

jest.setTimeout(180_000)

type Actor = 'organizer B' | 'sponsor B' | 'employee'
type Input = Record<string, unknown>

let world: Everything

beforeAll(async () => {
  world = await startEverything(async ({ product: { ports, company }, who, inputs, otherCohort }) => {
    company.appRoles.set(who['organizer B'], ['Organizer'])
    // The employee teaches in program B, which matches its people by now.
    const said = { ...inputs.enrol, side: 'mentor' } as unknown as Parameters<typeof enrol>[3]
    const participant = await enrol(ports, otherCohort, who.employee, said)
    if (isRefused(participant)) throw new Error(participant.refused)
    await ports.store.participants.save({ ...participant, state: 'approved' })
    await openNextStage(ports, otherCohort, 'matching', who['organizer B'])
  })
})
afterAll(() => world.product.close())
beforeEach(async () => {
  if ((await world.changed()).length > 0) await world.restore()
})

let senders = 0
async function ask(actor: Actor, name: RouteName, input: Input, more: { query?: Input; body?: Input } = {}) {
  const { method, path } = routes[name]
  const rest = { ...input }
  const filled = path.replace(/:(\w+)/g, (_match, key: string) => {
    const value = encodeURIComponent(String(rest[key]))
    delete rest[key]
    return value
  })
  const { tenant } = world.product
  const isGet = (method as string) === 'GET'
  const query = new URLSearchParams({ ...(isGet ? rest : {}), ...more.query } as Record<string, string>)
  const token = await issueTabToken(tenant.state, tenant.keys, world.who[actor])
  const response = await fetch(`${world.url}${filled}?${query}`, {
    method,
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
      'x-forwarded-for': `203.0.${Math.floor(++senders / 250)}.${(senders % 250) + 1}`,
    },
    ...(isGet ? {} : { body: JSON.stringify({ ...rest, ...more.body }) }),
  })
  const text = await response.text()
  const { code } = JSON.parse(text) as { code?: string }
  return { status: response.status, code, text }
}

/** The same question, about program B by its address and about program A's things by what it says. */
const viaB = (name: RouteName) => (): Input => ({ ...world.inputs[name], id: world.otherCohort })
const ofA =
  (name: RouteName, more: Input = {}) =>
  (): Input => ({ ...world.inputs[name], ...more })

const attempts: [what: string, Actor, RouteName, () => Input][] = [
  ['swaps pairs of A in B', 'organizer B', 'swapPairings', viaB('swapPairings')],
  ['weighs pairs of A in B', 'organizer B', 'weighSwaps', viaB('weighSwaps')],
  ['approves a pair of A in B', 'organizer B', 'approvePairings', viaB('approvePairings')],
  ['looks at a pair of A before approving in B', 'organizer B', 'beforeApproval', viaB('beforeApproval')],
  ['takes back in B what is approved in A', 'organizer B', 'undoApproval', viaB('undoApproval')],
  ['forbids a pair of A in B', 'organizer B', 'setWish', viaB('setWish')],
  ['pins a pair of A in B', 'organizer B', 'setWish', () => ({ ...viaB('setWish')(), kind: 'pin' })],
  ['has a pair of A explained in B', 'organizer B', 'explain', viaB('explain')],
  ['has a pair of A weighed in B', 'organizer B', 'weighPair', viaB('weighPair')],
  ['takes a line of A’s list out by B', 'organizer B', 'removeExclusion', viaB('removeExclusion')],
  ['takes A’s list out by B', 'organizer B', 'removeExclusionList', viaB('removeExclusionList')],
  [
    'replaces A’s list by B',
    'organizer B',
    'importExclusions',
    () => ({ ...viaB('importExclusions')(), source: 'panel.csv' }),
  ],
  ['reads the people of A', 'organizer B', 'people', ofA('people')],
  ['opens a participant of A', 'organizer B', 'openParticipant', ofA('openParticipant')],
  ['lets a participant of A pause', 'organizer B', 'setBreak', ofA('setBreak')],
  ['decides about a participant of A', 'organizer B', 'decideParticipant', ofA('decideParticipant')],
  ['reads who waits in A', 'organizer B', 'places', ofA('places')],
  ['offers a place of A', 'organizer B', 'offerPlace', ofA('offerPlace')],
  ['takes a place of A', 'organizer B', 'answerPlace', ofA('answerPlace', { answer: 'take' })],
  ['counts the invitations of A', 'organizer B', 'invitations', ofA('invitations')],
  ['invites people to A', 'organizer B', 'invite', ofA('invite')],
  ['invites a list to A', 'organizer B', 'inviteFromList', ofA('inviteFromList')],
  ['answers an invitation to A', 'organizer B', 'answerInvitation', ofA('answerInvitation')],
  ['pins a list of pairs in A', 'organizer B', 'pairsFromList', ofA('pairsFromList')],
  ['reads who is put forward to A', 'organizer B', 'nominations', ofA('nominations')],
  ['sets aside who is put forward to A', 'organizer B', 'setNominationAside', ofA('setNominationAside')],
  ['takes a nomination to A back', 'organizer B', 'takeNominationBack', ofA('takeNominationBack')],
  ['ends a pair of A', 'organizer B', 'endPairing', ofA('endPairing')],
  ['declines a pair of A', 'organizer B', 'declinePairing', ofA('declinePairing')],
  ['stops a run of A', 'organizer B', 'cancelRun', ofA('cancelRun')],
  ['books a hold of A again', 'organizer B', 'retryHold', ofA('retryHold')],
  ['reads free times of a pair of A', 'organizer B', 'holdTimes', ofA('holdTimes')],
  ['moves a hold of A', 'organizer B', 'changeSlot', ofA('changeSlot')],
  ['publishes a scenario of A', 'organizer B', 'publishScenario', ofA('publishScenario')],
  ['removes a scenario of A', 'organizer B', 'removeScenario', ofA('removeScenario')],
  ['closes a concern of A', 'organizer B', 'closeConcern', ofA('closeConcern')],
  ['notes a contact with a pair of A', 'organizer B', 'noteFollowUp', ofA('noteFollowUp')],
  ['reads a speed meeting of A', 'organizer B', 'speedEvent', ofA('speedEvent')],
  ['plans a speed meeting of A anew', 'organizer B', 'replanSpeedEvent', ofA('replanSpeedEvent')],
  ['publishes a speed meeting of A', 'organizer B', 'publishSpeedEvent', ofA('publishSpeedEvent')],
  ['cancels a speed meeting of A', 'organizer B', 'cancelSpeedEvent', ofA('cancelSpeedEvent')],
  ['takes a question about A’s seat back', 'organizer B', 'takeHandoverBack', ofA('takeHandoverBack')],
  ['answers a question about A’s seat', 'organizer B', 'answerSeat', ofA('answerSeat')],
  ['takes A’s seat while its holder is there', 'organizer B', 'handOver', ofA('handOver')],
  ['offers other times in A', 'organizer B', 'offerRepair', ofA('offerRepair')],
  ['chooses another time in A', 'organizer B', 'chooseRepair', ofA('chooseRepair')],
  ['approves a Summary of A', 'sponsor B', 'approveSummary', ofA('approveSummary')],
  ['sends a Summary of A back', 'sponsor B', 'sendBackSummary', ofA('sendBackSummary')],
  ['takes a Summary of A out', 'sponsor B', 'withdrawSummary', ofA('withdrawSummary')],
  ['posts a Summary of A again', 'sponsor B', 'postSummaryAgain', ofA('postSummaryAgain')],
  ['rewrites a Summary of A', 'sponsor B', 'editSummary', ofA('editSummary')],
  ['reads the Summaries of A', 'sponsor B', 'summaries', ofA('summaries')],
  ['reads the figures of A', 'sponsor B', 'metrics', ofA('metrics')],
  ['looks for partners in A', 'employee', 'partners', ofA('partners')],
  ['ranks people in A', 'employee', 'saveRanking', ofA('saveRanking')],
  ['asks somebody of A in A', 'employee', 'askToPair', ofA('askToPair')],
  ['asks somebody of A in B', 'employee', 'askToPair', viaB('askToPair')],
  [
    'ranks somebody of A in B',
    'employee',
    'saveRanking',
    () => ({ id: world.otherCohort, personIds: [world.who.mentee] }),
  ],
  ['changes what somebody of A said', 'employee', 'updateEnrolment', ofA('updateEnrolment')],
  ['pauses somebody of A', 'employee', 'pauseEnrolment', ofA('pauseEnrolment')],
  ['resumes somebody of A', 'employee', 'resumeEnrolment', ofA('resumeEnrolment')],
  ['leaves for somebody of A', 'employee', 'leaveEnrolment', ofA('leaveEnrolment')],
  ['takes a request in A back', 'employee', 'withdrawRequest', ofA('withdrawRequest')],
  ['accepts a request in A', 'employee', 'answerRequest', ofA('answerRequest', { answer: 'accept' })],
  ['answers a check-in of A', 'employee', 'answerCheckIn', ofA('answerCheckIn')],
  ['keeps a session of A after all', 'employee', 'withdrawRepair', ofA('withdrawRepair')],
  ['rates a meeting of A', 'employee', 'rateSpeedMeeting', ofA('rateSpeedMeeting')],
]

/** Which program a request is about is what its address says, whatever else names one. */
const mixed: [what: string, (a: string, b: string) => { query?: Input; body?: Input }][] = [
  ['in the text', (_a, b) => ({ body: { id: b, cohortId: b, cohort: b } })],
  ['in the question', (_a, b) => ({ query: { id: b, cohortId: b, cohort: b } })],
  ['as a prototype', (_a, b) => ({ body: JSON.parse(`{"__proto__":{"id":"${b}"}}`) as Input })],
  ['as a constructor', (_a, b) => ({ body: { constructor: { prototype: { id: b } } } })],
  ['as who they are', () => ({ body: { roles: ['organizer'], organizerId: world.who['organizer B'] } })],
  ['as whose it is', () => ({ body: { by: world.who['organizer A'], personId: world.who['organizer A'] } })],
]

/** Nothing of A in what is said to somebody of B: neither a person nor a thing. */
function namesIn(text: string, sent: string): string[] {
  const { who, inputs } = world
  const sessions = [inputs.answerCheckIn['sessionId'], inputs.offerRepair['id']].map(String)
  const things = [who.mentor, who.mentee, String(inputs.endPairing['id']), ...sessions]
  const names = [who.mentor, who.mentee].map((id) => world.product.company.byId.get(id)!.displayName)
  return [...things, ...names].filter((one) => text.includes(one) && !sent.includes(one))
}

const told = ['audit_entries', 'notices', 'job deliver-notice']

describe(`${attempts.length} attempts of people of program B at things of program A`, () => {
  it.each(attempts)('%s', async (_what, actor, name, input) => {
    const { status, code, text } = await ask(actor, name, input())
    // Where one asks about several, each has its own no.
    const said = JSON.parse(text) as { approved?: number; refused?: object }
    if (status === 200) expect(said).toMatchObject({ refused: expect.anything() })
    else expect([403, 404, 409, 422]).toContain(status)
    expect(said.approved ?? 0).toBe(0)
    expect(code).not.toBe('bad-input')
    expect(namesIn(text, JSON.stringify(input()))).toEqual([])
    // Whose list somebody tried to replace is told so.
    expect(await world.changed()).toEqual(name === 'importExclusions' ? told : [])
  })
})

describe('the program of the address counts, whichever is named', () => {
  it.each(mixed)('%s', async (_what, how) => {
    const cohort = String(world.inputs.cohort['id'])
    const { otherCohort } = world
    for (const name of ['openStage', 'propose', 'pauseBooking', 'updateCohort'] as const) {
      const answer = await ask('organizer B', name, ofA(name)(), how(cohort, otherCohort))
      expect({ name, status: answer.status }).toEqual({ name, status: 403 })
    }
    expect(await world.changed()).toEqual([])
  })

  it('and in one’s own program one is served, whatever else is named', async () => {
    const cohort = String(world.inputs.cohort['id'])
    const { otherCohort } = world
    const answer = await ask('organizer B', 'pauseBooking', viaB('pauseBooking')(), {
      body: { cohortId: cohort, organizerId: world.who.employee },
    })
    expect(answer.status).toBe(200)
    const { rows } = await world.product.database.query(
      `select id from cohorts where (scheduling ->> 'paused')::boolean`,
    )
    expect(rows.map(({ id }: { id: string }) => id)).toEqual([otherCohort])
    await world.restore()
  })
})

it('were more than the 27 that were once tried by hand', () => {
  expect(attempts.length + mixed.length * 4).toBeGreaterThan(27)
})
