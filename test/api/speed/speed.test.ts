/** Speed meetings and assistants through the API: who sees what, and above all what nobody sees. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isRefused } from '../../../bot/domain/refusal.ts'
import {
  endOfEvent,
  roundTime,
  type SpeedEvent,
  type SpeedMeeting,
} from '../../../bot/domain/speed/speed-event.ts'
import { propose } from '../../../bot/engine/propose.ts'
import { loadForEngine } from '../../../bot/workflows/pairing/matching-input.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import { type Api, openApi } from '../../support/api.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let api: Api
let cohortId: string
let organizer: string
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  api = await openApi(product)
  organizer = product.company.personas.organizer
})
afterAll(() => product.close())

const day = 86_400_000
const inDays = (days: number) => new Date(product.ports.clock.now().getTime() + days * day).toISOString()

/** Noon of UTC, while nobody on earth is at work. */
const nextSaturday = (now: Date) => {
  const days = ((6 - now.getUTCDay() + 7) % 7) + 7
  return `${new Date(now.getTime() + days * day).toISOString().slice(0, 10)}T12:00:00Z`
}

describe('an Organizer', () => {
  it('plans, sees who meets whom and who pauses, and publishes', async () => {
    const ask = api.as(organizer)
    const plan = { name: 'First meeting', startsAt: inDays(1), rounds: 3, roundMinutes: 7 }
    const { body: made } = await ask('planSpeedEvent', { id: cohortId, ...plan })
    const { body: shown } = await ask('speedEvent', { id: made.id })
    expect(shown.event).toMatchObject({ state: 'drafted', outlook: 'none', rounds: 3 })
    expect(shown.rounds).toHaveLength(3)
    for (const { meetings, pausing } of shown.rounds)
      expect(meetings.length * 2 + pausing.length).toBe(shown.event.people)
    const night = nextSaturday(product.ports.clock.now())
    await ask('replanSpeedEvent', { id: made.id, ...plan, startsAt: night })
    const { body: atNight } = await ask('speedEvent', { id: made.id })
    expect(atNight.outsideHours).toHaveLength(atNight.event.people)
    await ask('replanSpeedEvent', { id: made.id, ...plan })
    expect(shown.most - shown.fewest).toBeLessThanOrEqual(3)
    await ask('publishSpeedEvent', { id: made.id })
    expect((await ask('speedEvents', { id: cohortId })).body.events[0]).toMatchObject({
      state: 'published',
      outlook: 'asked',
    })
    const outlook = async () => (await ask('speedEvents', { id: cohortId })).body.events[0]!.outlook
    while ((await outlook()) === 'asked') await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await outlook()).toBe('booked')
  })

  it('hears why a plan is not possible', async () => {
    const ask = api.as(organizer)
    const plan = { name: 'Too late', startsAt: inDays(-1), rounds: 3, roundMinutes: 7 }
    expect((await ask('planSpeedEvent', { id: cohortId, ...plan })).problem).toMatchObject({
      code: 'date-in-the-past',
      field: 'startsAt',
    })
    const long = await ask('planSpeedEvent', { id: cohortId, ...plan, startsAt: inDays(1), roundMinutes: 45 })
    expect(long).toMatchObject({ status: 400, problem: { field: 'roundMinutes' } })
  })
})

describe('what one said of another', () => {
  let event: SpeedEvent
  let met: SpeedMeeting
  beforeAll(async () => {
    const [first] = await product.ports.store.speed.list(cohortId)
    event = first!
    met = (await product.ports.store.speed.meetings(event.id)).find(({ round }) => round === 1)!
    await product.tenant.advanceTo(roundTime(event, 1).start)
    await tick(product.ports)
  })

  it('is given in the tab, and read back by its author alone', async () => {
    const ask = api.as(met.mentorId)
    expect((await ask('rateSpeedMeeting', { id: event.id, personId: met.menteeId, rating: 3 })).status).toBe(
      200,
    )
    expect((await ask('mySpeedMeetings', {})).body.event!.rounds[0]).toMatchObject({
      partner: { id: met.menteeId },
      rating: 3,
    })
    const theirs = (await api.as(met.menteeId)('mySpeedMeetings', {})).body
    expect(theirs.event!.rounds[0]!.partner!.id).toBe(met.mentorId)
    expect(JSON.stringify(theirs)).not.toContain('rating')
  })

  it('shows each only their own meetings', async () => {
    const { body } = await api.as(met.mentorId)('mySpeedMeetings', {})
    const partners = body.event!.rounds.flatMap(({ partner }) => (partner ? [partner.id] : []))
    const mine = (await product.ports.store.speed.meetings(event.id)).filter(
      (one) => one.mentorId === met.mentorId,
    )
    expect(partners.sort()).toEqual(mine.map((one) => one.menteeId).sort())
    const stranger = await api.as(product.company.personas.communications)('mySpeedMeetings', {})
    expect(stranger.body.event).toBeNull()
  })

  it('is refused about somebody one did not meet, in the same words as an event that does not exist', async () => {
    const stranger = api.as(product.company.personas.communications)
    const answer = await stranger('rateSpeedMeeting', { id: event.id, personId: met.menteeId, rating: 3 })
    const nothing = await stranger('rateSpeedMeeting', { id: 'no-such', personId: met.menteeId, rating: 3 })
    expect(answer).toMatchObject({ status: 403, problem: { code: 'not-yours' } })
    expect(nothing.problem.code).toBe(answer.problem.code)
  })

  it('cannot be worked out from board, explanation or My mentoring: points, words and total leave it out', async () => {
    const { store } = product.ports
    for (const one of await store.speed.meetings(event.id)) {
      for (const [fromId, toId] of [
        [one.mentorId, one.menteeId],
        [one.menteeId, one.mentorId],
      ] as const)
        await store.speed.rate({ eventId: event.id, fromId, toId, rating: 10, ratedAt: event.startsAt })
    }
    await product.tenant.advanceTo(endOfEvent(event))
    await tick(product.ports)
    product.waiting.length = 0
    await proposeAll(product, cohortId)
    const { input } = await loadForEngine(product.ports, cohortId, { seed: 1 })
    const counted = propose(input).pairings.find(({ parts }) => parts.some(({ part }) => part === 'rating'))!
    expect(counted.reason).toMatch(/rated each other/i)
    const { mentorId: mentor, menteeId: mentee } = counted
    const stored = await store.pairings.list(cohortId, ['proposed'])
    const rated = stored.find((one) => one.mentorId === mentor && one.menteeId === mentee)!
    expect(rated.score).toBeLessThan(counted.score)
    expect(JSON.stringify(stored)).not.toMatch(/rated|"rating"/)

    const ask = api.as(organizer)
    const { body: board } = await ask('board', { id: cohortId })
    const shown = board.pairings.find(({ id }) => id === rated.id)!
    expect(shown.score).toBe(shown.parts.reduce((sum, { points }) => sum + points, 0))
    const { body: explained } = await ask('explain', { id: cohortId, mentor, mentee })
    expect(explained.parts!.length).toBeGreaterThan(0)
    await approveAll(product, cohortId)
    expect(await product.runJobs()).toEqual([])
    const mine = (await api.as(rated.menteeId)('myMentoring', {})).body
    expect(mine.pairings.length).toBeGreaterThan(0)
    for (const answer of [board, explained, mine])
      expect(JSON.stringify(answer)).not.toMatch(/rated|"rating"|byMentor|byMentee/)
  })
})

describe('an assistant', () => {
  let leader: string
  let mentor: string
  let assistant: string
  beforeAll(async () => {
    const pairing = (await product.ports.store.pairings.list(cohortId, ['active']))[0]!
    leader = pairing.menteeId
    mentor = pairing.mentorId
    const participants = new Set(product.company.enrolments.map(({ personId }) => personId))
    assistant = product.company.people.find(
      ({ id, accountEnabled, userType }) =>
        accountEnabled &&
        userType === 'Member' &&
        !participants.has(id) &&
        !Object.values(product.company.personas).includes(id),
    )!.id
  })

  it('is found by at least three letters of the name, eight at most, with nothing but name, title and unit', async () => {
    const ask = api.as(leader)
    const { displayName } = product.company.byId.get(assistant)!
    const { body } = await ask('findColleague', { text: displayName })
    expect(body.people.map(({ id }) => id)).toContain(assistant)
    for (const person of body.people)
      expect(Object.keys(person).every((key) => ['id', 'name', 'jobTitle', 'department'].includes(key))).toBe(
        true,
      )
    expect((await ask('findColleague', { text: 'an' })).status).toBe(400)
    expect((await ask('findColleague', { text: 'ana' })).body.people.length).toBeLessThanOrEqual(8)
  })

  it('is somebody else of the organization, and not the leader’s own Mentor', async () => {
    const ask = api.as(leader)
    expect((await ask('nameDelegate', { personId: leader })).problem.code).toBe('not-oneself')
    expect((await ask('nameDelegate', { personId: mentor })).problem.code).toBe('is-partner')
    expect((await ask('nameDelegate', { personId: 'nobody' })).problem.code).toBe('unknown-person')
    expect((await ask('nameDelegate', { personId: assistant })).status).toBe(200)
    expect((await ask('myDelegate', {})).body.delegate!.id).toBe(assistant)
  })

  it('sees when, and nothing of with whom, about what, or what was answered', async () => {
    const { body } = await api.as(assistant)('assisted', {})
    const [mine] = body.leaders
    expect(mine!.leader.id).toBe(leader)
    expect(mine!.sessions.length).toBeGreaterThan(0)
    const known = JSON.stringify(body)
    const partner = product.company.byId.get(mentor)!
    for (const secret of [
      mentor,
      partner.displayName,
      partner.userPrincipalName,
      'joinUrl',
      'teams.microsoft',
      'theme',
      'number',
    ])
      expect(known).not.toContain(secret)
  })

  it('moves a Session in the leader’s name, by tab and by card, and both ways show times only', async () => {
    const { store } = product.ports
    const ask = api.as(assistant)
    const [{ id } = { id: '' }] = (await ask('assisted', {})).body.leaders[0]!.sessions
    const offered = await ask('offerRepair', { id })
    expect(offered.status).toBe(200)
    const repairId = offered.body.repair.id
    const looks = async () =>
      (await ask('assisted', {})).body.leaders[0]!.sessions.find((one) => one.id === id)!
    while ((await looks()).repair?.state === 'looking') await new Promise((done) => setTimeout(done, 100))
    const { repair } = await looks()
    expect(repair).toMatchObject({ id: repairId, state: 'open' })
    expect(repair!.options).toHaveLength(3)

    const told = (await store.notices.ofPerson(assistant)).filter(({ notice }) => notice.kind !== 'decision')
    expect(told.map(({ notice }) => notice.kind).sort()).toEqual(['assisted-repair', 'assisting'])
    const partner = product.company.byId.get(mentor)!
    for (const secret of [mentor, partner.displayName, 'joinUrl', 'number', 'partner', 'iAsked'])
      expect(JSON.stringify([told, repair, offered.body])).not.toContain(secret)

    const stranger = await api.as(product.company.personas.communications)('chooseRepair', {
      id: repairId,
      option: 0,
    })
    expect(stranger.status).toBe(404)
    const chosen = await ask('chooseRepair', { id: repairId, option: 1 })
    expect(chosen.status).toBe(200)
    expect(JSON.stringify(chosen.body)).not.toMatch(/askedBy|chosenBy/)
    while ((await looks()).repair?.state === 'booking') await new Promise((done) => setTimeout(done, 100))
    expect(await looks()).toMatchObject({
      startsAt: repair!.options[1]!.startsAt,
      repair: { state: 'booked' },
    })
    expect((await store.sessions.get(id))!.movedBy).toBe(leader)
    const log = await store.audit.list(20)
    expect(log.find(({ action }) => action === 'repair-chosen-by-assistant')).toMatchObject({
      actorId: assistant,
    })
  })

  it('opens no other door of the leader’s mentoring', async () => {
    const ask = api.as(assistant)
    const pairing = (await product.ports.store.pairings.ofPerson(leader)).find(
      (one) => one.state === 'active',
    )!
    const [session] = await product.ports.store.sessions.ofPairing(pairing.id)
    const { body: mine } = await ask('myMentoring', {})
    expect(mine.pairings).toEqual([])
    expect((await ask('mySpeedMeetings', {})).body.event).toBeNull()
    expect((await ask('checkIns', { id: cohortId })).status).toBe(403)
    expect((await ask('schedule', { id: cohortId })).status).toBe(403)
    expect((await ask('endPairing', { id: pairing.id })).status).toBe(403)
    const answer = await ask('answerCheckIn', {
      sessionId: session!.id,
      held: true,
      worth: 5,
      obstacle: 'nothing',
    })
    expect(answer.status).toBe(403)
  })

  it('sees nothing any more once the leader says so, and others never did', async () => {
    expect((await api.as(mentor)('assisted', {})).body.leaders).toEqual([])
    await api.as(leader)('nameDelegate', { personId: null })
    expect((await api.as(assistant)('assisted', {})).body.leaders).toEqual([])
    expect(isRefused(await product.ports.store.delegates.of(leader))).toBe(false)
  })
})
