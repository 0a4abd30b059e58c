/** Ranking, requests and declining through the API and the bot: who sees what, and above all what nobody sees. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { installFor, pressButton } from '../../../bot/demo/tenant.ts'
import { propose } from '../../../bot/engine/propose.ts'
import { loadForEngine, loadMatching } from '../../../bot/workflows/pairing/matching-input.ts'
import { partnersAround } from '../../../bot/workflows/preferences/partners.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import { type Api, openApi } from '../../support/api.ts'
import { chatWith } from '../../support/messages-people.ts'
import { wordsOn } from '../../support/messages-stage.ts'
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
let mentors: string[]
beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  const people = await enrolCompany(product, cohortId)
  api = await openApi(product)
  product.tenant.setProductUrl(api.url)
  mentors = people.filter(({ side }) => side === 'mentor').map(({ personId }) => personId)
})
afterAll(() => product.close())

const organizer = () => api.as(product.company.personas.organizer)
const partnersOf = async (personId: string) => (await partnersAround(product.ports, cohortId, personId)).ids
const choicesOf = async (personId: string) => (await api.as(personId)('myChoices', { id: cohortId })).body

/** A Mentor who asked nobody yet, with somebody to ask. */
async function freePair(): Promise<[mentor: string, mentee: string]> {
  for (const mentor of mentors) {
    if ((await product.ports.store.requests.ofPerson(cohortId, mentor)).length > 0) continue
    const [mentee] = await partnersOf(mentor)
    if (mentee) return [mentor, mentee]
  }
  throw new Error('Everybody has asked already.')
}
async function asked(): Promise<{ id: string; mentor: string; mentee: string }> {
  const [mentor, mentee] = await freePair()
  const { body } = await api.as(mentor)('askToPair', { id: cohortId, personId: mentee })
  return { id: body.request.id, mentor, mentee }
}

describe('the ways of a Cohort', () => {
  it('are chosen by the Organizer, and what people see follows', async () => {
    const ask = organizer()
    const { version, ...usual } = (await ask('ways', { id: cohortId })).body
    expect(usual).toEqual({ ranking: true, requests: true, requestDays: 7 })
    const none = { id: cohortId, version, ranking: false, requests: false, requestDays: 3 }
    const closed = (await ask('changeWays', none)).body
    // Somebody else who still sees what was: refused, with what stands there now, who saved it and when.
    const late = await ask('changeWays', { ...none, requestDays: 5 })
    expect([late.status, late.problem.code]).toEqual([409, 'changed-meanwhile'])
    expect(late.problem.saved).toEqual({
      ...{ now: closed, by: expect.objectContaining({ id: product.company.personas.organizer }) },
      at: expect.any(String),
    })
    const [mentor, mentee] = await freePair()
    expect(await choicesOf(mentor)).toMatchObject({ mayRank: false, mayRequest: false })
    const mine = api.as(mentor)
    for (const { problem } of [
      await mine('saveRanking', { id: cohortId, personIds: [] }),
      await mine('askToPair', { id: cohortId, personId: mentee }),
    ])
      expect(problem.code).toBe('way-closed')
    const wrong = await ask('changeWays', { ...usual, requestDays: 31, id: cohortId, version })
    expect([wrong.status, wrong.problem.field]).toEqual([400, 'requestDays'])
    await ask('changeWays', { ...usual, id: cohortId, version: closed.version })
    expect(await choicesOf(mentor)).toMatchObject({ mayRank: true, mayRequest: true, side: 'mentor' })
  })
})

describe('somebody who looks for a partner', () => {
  it('sees who suits, with topics in common and without points, and finds people by name', async () => {
    const [mentor] = await freePair()
    const ask = api.as(mentor)
    const { body } = await ask('partners', { id: cohortId })
    expect(body.people.length).toBeGreaterThan(0)
    expect(JSON.stringify(body)).not.toMatch(/"(points|score|grades|waiting|rating|preference)"/)
    const { person } = body.people.at(-1)!
    const found = (await ask('partners', { id: cohortId, text: person.name.slice(0, 5) })).body.people
    expect(found.map((one) => one.person.id)).toContain(person.id)
    expect((await ask('partners', { id: cohortId, text: 'nobody is called that' })).body.people).toEqual([])
  })

  it('finds whoever does not want to be met as before, and misses whom they do not want themselves', async () => {
    const [mentor, mentee] = await freePair()
    const ask = api.as(mentor)
    const { managerId } = product.company.byId.get(mentor)!
    const before = (await ask('partners', { id: cohortId })).body
    await api.as(mentee)('blockPerson', { personId: mentor })
    expect((await ask('partners', { id: cohortId })).body).toEqual(before)
    await ask('blockPerson', { personId: mentee })
    const found = (await ask('partners', { id: cohortId })).body.people.map(({ person }) => person.id)
    expect(found).not.toContain(mentee)
    const problems = []
    for (const personId of [mentee, managerId!, 'nobody-knows']) {
      const { status, problem } = await ask('askToPair', { id: cohortId, personId })
      const { code, detail, field } = problem
      problems.push({ status, code, detail, field })
    }
    expect(problems[1]).toEqual(problems[0])
    expect(problems[2]).toEqual(problems[0])
    expect(problems[0]!.code).toBe('cannot-be-paired')
  })

  it('ranks five at most, each once, and reads the list back alone', async () => {
    const [mentor] = await freePair()
    const ask = api.as(mentor)
    const all = await partnersOf(mentor)
    const personIds = all.slice(0, 3)
    const { body } = await ask('saveRanking', { id: cohortId, personIds })
    expect(body.ranking.map(({ id }) => id)).toEqual(personIds)
    expect((await choicesOf(mentor)).ranking.map(({ id }) => id)).toEqual(personIds)
    const twice = await ask('saveRanking', { id: cohortId, personIds: [personIds[0]!, personIds[0]!] })
    expect(twice.problem).toMatchObject({ code: 'chosen-twice', field: 'personIds.1' })
    const six = await ask('saveRanking', { id: cohortId, personIds: [...'123456'] })
    expect(six.status).toBe(400)
    expect(JSON.stringify(await choicesOf(personIds[0]!))).not.toContain(mentor)
  })
})

describe('a request', () => {
  it('that was put aside looks to the asker, in every answer, as one that nobody looked at', async () => {
    const { id, mentor, mentee } = await asked()
    const ask = api.as(mentor)
    const everything = async () => [
      (await ask('myChoices', { id: cohortId })).body,
      (await ask('myMentoring', { cohort: cohortId })).body,
      (await ask('partners', { id: cohortId })).body,
      (await ask('askToPair', { id: cohortId, personId: mentee })).body,
      (await ask('me', {})).body,
    ]
    const timeless = (answers: unknown) =>
      JSON.parse(JSON.stringify(answers, (key, value) => (key === 'now' ? '' : value)))
    const before = timeless(await everything())
    const answered = await api.as(mentee)('answerRequest', { id, answer: 'not-now' })
    expect(answered.body.state).toBe('set-aside')
    expect(timeless(await everything())).toEqual(before)
    expect((await choicesOf(mentee)).askedOfMe[0]).toMatchObject({ id, state: 'set-aside' })
    expect((await ask('withdrawRequest', { id })).status).toBe(200)
  })

  it('is no business of a third person, who cannot even tell whether it exists', async () => {
    const { id } = await asked()
    const stranger = organizer()
    for (const request of [id, 'nothing']) {
      const { status, problem } = await stranger('answerRequest', { id: request, answer: 'accept' })
      expect([status, problem.code]).toEqual([403, 'not-yours'])
      expect((await stranger('withdrawRequest', { id: request })).problem.code).toBe('not-yours')
    }
  })

  it('waits under My mentoring for whoever was asked, until they say something', async () => {
    const { id, mentee } = await asked()
    const waiting = async () => (await api.as(mentee)('myMentoring', { cohort: cohortId })).body.waiting
    expect(await waiting()).toContainEqual({ kind: 'request', requestId: id })
    await api.as(mentee)('answerRequest', { id, answer: 'not-now' })
    expect(await waiting()).not.toContainEqual({ kind: 'request', requestId: id })
  })

  it('is answered on its card: "not now" changes the card alone, and may be thought over', async () => {
    const [mentor, mentee] = await freePair()
    await installFor(product.tenant, mentee)
    await installFor(product.tenant, mentor)
    const chat = (personId: string) => chatWith({ tenant: product.tenant } as never, personId)
    const { body } = await api.as(mentor)('askToPair', { id: cohortId, personId: mentee })
    const { id } = body.request
    const card = () => chat(mentee).find(({ card: one }) => JSON.stringify(one ?? '').includes(id))
    while (!card()) await new Promise((resolve) => setTimeout(resolve, 100))
    const message = card()!.id
    const press = (answer: string) =>
      pressButton(product.tenant, mentee, message, 'answer-request', { requestId: id, answer })
    expect(wordsOn((await press('not-now')).value)).toContain('Nobody is told')
    expect(wordsOn((await press('accept')).value)).toContain('You’ve both said yes')
    expect(wordsOn((await press('accept')).value)).toContain('You’ve both said yes')
    const told = () => chat(mentor).filter(({ summary }) => summary === 'You’ve both said yes')
    while (told().length === 0) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(told()).toHaveLength(1)
    expect(await choicesOf(mentor)).toMatchObject({ asked: [{ id, state: 'accepted' }] })
  })

  it('that both want shows on the board as theirs, and a pin of the Organizer as the Organizer’s', async () => {
    const ask = organizer()
    const wishes = await product.ports.store.wishes.list(cohortId)
    const [mentorId, menteeId] = await freePair()
    expect(wishes.map((wish) => wish.mentorId)).not.toContain(mentorId)
    expect((await ask('setWish', { id: cohortId, mentorId, menteeId, kind: 'pin' })).status).toBe(200)
    product.waiting.length = 0
    await proposeAll(product, cohortId)
    const { body } = await ask('board', { id: cohortId })
    const by = new Set(body.wishes.flatMap((wish) => (wish.kind === 'pin' ? [wish.by] : [])))
    expect(by).toEqual(new Set(['both', 'organizer']))
    const pinned = body.pairings.filter((pairing) => pairing.pinned)
    expect(new Set(pinned.map(({ pinnedBy }) => pinnedBy))).toEqual(new Set(['both', 'organizer']))
    expect(body.pairings.filter((pairing) => !pairing.pinned && pairing.pinnedBy)).toEqual([])
  })
})

describe('what somebody ranked', () => {
  it('counts for the engine and shows nowhere: not in the store, on the board, in an explanation, or to the partner', async () => {
    const { store } = product.ports
    // Whoever is proposed to somebody has that somebody on their list, so that the best pairs stay the best.
    await proposeAll(product, cohortId)
    for (const { mentorId, menteeId } of await store.pairings.list(cohortId, ['proposed']))
      await store.rankings.replace(cohortId, menteeId, [mentorId], new Date(0))
    await proposeAll(product, cohortId)
    const { input } = await loadForEngine(product.ports, cohortId, { seed: 1 })
    const counted = propose(input).pairings.find(({ parts }) =>
      parts.some(({ part }) => part === 'preference'),
    )!
    const proposals = await store.pairings.list(cohortId, ['proposed'])
    const { mentorId: mentor, menteeId: mentee } = counted
    const kept = proposals.find((one) => one.mentorId === mentor && one.menteeId === mentee)!
    expect(kept.score).toBeLessThan(counted.score)
    const run = await store.runs.latestDone(cohortId)
    expect(JSON.stringify([proposals, run])).not.toMatch(/preference/)
    const ask = organizer()
    const board = (await ask('board', { id: cohortId })).body
    const shown = board.pairings.find(({ id }) => id === kept.id)!
    expect(shown.score).toBe(shown.parts.reduce((sum, { points }) => sum + points, 0))
    const explained = (await ask('explain', { id: cohortId, mentor, mentee })).body
    const weighed = (await ask('weighPair', { id: cohortId, mentor, mentee })).body
    await approveAll(product, cohortId)
    expect(await product.runJobs()).toEqual([])
    const mine = (await api.as(mentee)('myMentoring', { cohort: cohortId })).body
    expect(mine.pairings.length).toBeGreaterThan(0)
    for (const answer of [board, explained, weighed, mine])
      expect(JSON.stringify(answer)).not.toMatch(/preference/)
  })
})

describe('declining', () => {
  it('is offered once, tells nobody who it was, and the Organizer sees two people waiting', async () => {
    const { store } = product.ports
    const [pairing] = await store.pairings.list(cohortId, ['active'])
    const { id, mentorId, menteeId } = pairing!
    const theirs = async (personId: string) =>
      (await api.as(personId)('myMentoring', { cohort: cohortId })).body
    expect((await theirs(mentorId)).pairings.find((one) => one.id === id)!.mayDecline).toBe(true)
    expect((await organizer()('declinePairing', { id })).status).toBe(404)
    const decline = () => api.as(mentorId)('declinePairing', { id })
    expect([(await decline()).status, (await decline()).status]).toEqual([200, 200])
    const board = (await organizer()('board', { id: cohortId })).body
    expect(board.didNotBegin).toContainEqual({
      id,
      mentor: expect.objectContaining({ id: mentorId }),
      mentee: expect.objectContaining({ id: menteeId }),
    })
    for (const personId of [mentorId, menteeId])
      expect((await theirs(personId)).pairings.map((one) => one.id)).not.toContain(id)
    const { input } = await loadMatching(product.ports, cohortId, { seed: 1 })
    const waiting = input.participants.map((one) => one.id)
    expect(waiting).toEqual(expect.arrayContaining([mentorId, menteeId]))
    const again = (await store.pairings.list(cohortId, ['active'])).find((one) => one.mentorId === mentorId)
    if (again)
      expect((await api.as(mentorId)('declinePairing', { id: again.id })).problem.code).toBe(
        'already-declined-once',
      )
  })

  it('on the card of the pair takes the place of its buttons', async () => {
    const pairing = (await product.ports.store.pairings.list(cohortId, ['active'])).at(-1)!
    await installFor(product.tenant, pairing.menteeId)
    const [message] = chatWith({ tenant: product.tenant } as never, pairing.menteeId)
    const press = () =>
      pressButton(product.tenant, pairing.menteeId, message!.id, 'decline-pairing', { pairingId: pairing.id })
    expect(wordsOn((await press()).value)).toContain('won’t be a pair after all')
    const other = (await product.ports.store.pairings.list(cohortId, ['active'])).find(
      (one) => one.menteeId !== pairing.menteeId && one.mentorId !== pairing.mentorId,
    )!
    const stranger = await pressButton(product.tenant, pairing.menteeId, message!.id, 'decline-pairing', {
      pairingId: other.id,
    })
    expect(String(stranger.value)).toContain('meant for someone else')
    await tick(product.ports)
    expect((await product.ports.store.pairings.get(pairing.id))!.state).toBe('declined')
  })
})
