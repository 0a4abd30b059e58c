/** People say whom they would like, and one run serves pins, requests, rankings and everybody else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Participant } from '../../../bot/domain/enrolment/participant.ts'
import { type PairRequest, seenByAsker } from '../../../bot/domain/preferences/preference.ts'
import { settableParts } from '../../../bot/domain/program/matching-settings.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import { checkPairs } from '../../../bot/engine/check.ts'
import { blockPerson } from '../../../bot/workflows/enrolment/block-person.ts'
import { leaveCohort, pauseEnrolment } from '../../../bot/workflows/enrolment/enrol.ts'
import { setWish } from '../../../bot/workflows/pairing/adjust-proposals.ts'
import { changeMatching, changeWays } from '../../../bot/workflows/pairing/change-matching.ts'
import { loadForEngine, loadMatching } from '../../../bot/workflows/pairing/matching-input.ts'
import { partnersAround, suggestPartners } from '../../../bot/workflows/preferences/partners.ts'
import { rankPeople } from '../../../bot/workflows/preferences/rank-people.ts'
import {
  acceptRequest,
  askToPair,
  setRequestAside,
  withdrawRequest,
} from '../../../bot/workflows/preferences/request-pairing.ts'
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
let cohortId: string
let organizer: string
let mentors: string[]

/** Nothing else decides. */
const onlyWishes = { ...Object.fromEntries(settableParts.map((part) => [part, 0])), base: 1 }

async function begin(): Promise<void> {
  product = await startProduct()
  cohortId = await openCohort(product)
  const people = await enrolCompany(product, cohortId)
  organizer = product.company.personas.organizer
  const side = (wanted: Participant['side']) =>
    people.filter((one) => one.side === wanted).map((one) => one.personId)
  const choices = new Map<string, number>()
  for (const mentor of side('mentor'))
    choices.set(mentor, (await partnersAround(product.ports, cohortId, mentor)).ids.length)
  mentors = side('mentor').filter((mentor) => choices.get(mentor)! >= 5)
}

const partnersOf = async (personId: string) => (await partnersAround(product.ports, cohortId, personId)).ids
const requestsOf = (personId: string) => product.ports.store.requests.ofPerson(cohortId, personId)
const cardsOf = async (personId: string) =>
  (await product.ports.store.notices.ofPerson(personId)).map(({ notice }) => notice)
const pinsOf = async () =>
  (await product.ports.store.wishes.list(cohortId)).filter(({ kind }) => kind === 'pin')

function good<T>(answer: T | Refusal): T {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const ask = async (from: string, to: string): Promise<PairRequest> =>
  good(await askToPair(product.ports, cohortId, from, to))

/** A Mentor with nothing asked so far, and somebody they may ask. */
async function freePair(): Promise<[mentor: string, mentee: string]> {
  for (const mentor of mentors) {
    if ((await requestsOf(mentor)).length > 0) continue
    for (const mentee of await partnersOf(mentor)) {
      if (!(await requestsOf(mentee)).some(({ fromId }) => fromId === mentor)) return [mentor, mentee]
    }
  }
  throw new Error('Everybody has asked already.')
}

describe('a ranking', () => {
  beforeAll(begin)
  afterAll(() => product.close())
  const rank = (from: string, to: string[]) => rankPeople(product.ports, cohortId, from, to)

  it('replaces the one before, in the order given, and a list sent twice at once is one list', async () => {
    const [mentor] = mentors
    const choices = (await partnersOf(mentor!)).slice(0, 5)
    await Promise.all([rank(mentor!, choices), rank(mentor!, choices), rank(mentor!, choices)])
    expect(await product.ports.store.rankings.of(cohortId, mentor!)).toEqual(choices)
    const turned = [...choices].reverse().slice(0, 3)
    expect(await rank(mentor!, turned)).toEqual(turned)
    expect(await product.ports.store.rankings.of(cohortId, mentor!)).toEqual(turned)
  })

  it('never mixes two lists that are sent at the same moment', async () => {
    const mentor = mentors[1]!
    const all = await partnersOf(mentor)
    const [one, other] = [all.slice(0, 3), all.slice(2, 5)]
    await Promise.all([rank(mentor, one), rank(mentor, other)])
    const kept = await product.ports.store.rankings.of(cohortId, mentor)
    expect([one, other]).toContainEqual(kept)
  })

  it('counts in the score of the pair, for the engine alone', async () => {
    const mentor = mentors[2]!
    const [first] = await partnersOf(mentor)
    await rank(mentor, [first!])
    const rankings = async () => (await loadForEngine(product.ports, cohortId, { seed: 1 })).input.rankings
    expect(await rankings()).toContainEqual({ from: mentor, to: first, rank: 1 })
    expect((await loadMatching(product.ports, cohortId, { seed: 1 })).input.rankings).toBeUndefined()
    await changeWays(product.ports, cohortId, { ranking: false, requests: true, requestDays: 7 }, organizer)
    expect(await rankings()).toEqual([])
    expect(await rank(mentor, [])).toEqual({ refused: 'way-closed' })
    await changeWays(product.ports, cohortId, { ranking: true, requests: true, requestDays: 7 }, organizer)
  })

  it('refuses a rule, whom one does not want oneself, and a stranger in the same words', async () => {
    const mentor = mentors[3]!
    const [unwanted] = await partnersOf(mentor)
    const { managerId } = product.company.byId.get(mentor)!
    await product.ports.store.participants.block(mentor, unwanted!)
    for (const other of [unwanted!, managerId!, 'nobody-knows', mentor]) {
      expect(await rank(mentor, [other])).toEqual({
        refused: 'cannot-be-paired',
        detail: { field: 'personIds.0' },
      })
    }
    expect(await partnersOf(mentor)).not.toContain(unwanted)
  })

  it('takes somebody who does not want to be met, before and after: a "no" or a gap would tell of it', async () => {
    const mentor = mentors[4]!
    const before = await partnersOf(mentor)
    const [first, second] = before
    await rank(mentor, [second!])
    await product.ports.store.participants.block(first!, mentor)
    expect(await partnersOf(mentor)).toEqual(before)
    expect(await rank(mentor, [first!, second!])).toEqual([first, second])
  })

  it('is for those who applied too, before anybody decided, and for nobody who left', async () => {
    const mentor = mentors[5]!
    const participant = (await product.ports.store.participants.of(cohortId, mentor))!
    await product.ports.store.participants.save({ ...participant, state: 'applied' })
    const [first] = await partnersOf(mentor)
    expect(await rank(mentor, [first!])).toEqual([first])
    expect(await askToPair(product.ports, cohortId, mentor, first!)).toEqual({ refused: 'not-taking-part' })
    await leaveCohort(product.ports, participant.id, mentor)
    expect(await product.ports.store.rankings.of(cohortId, mentor)).toEqual([])
    expect(await rank(mentor, [first!])).toEqual({ refused: 'not-taking-part' })
  })

  it('survives what the Organizer saves about rules and weights meanwhile, and so does its switch', async () => {
    const ways = { ranking: true, requests: false, requestDays: 3 }
    await changeWays(product.ports, cohortId, ways, organizer)
    await changeMatching(product.ports, cohortId, { objective: 'fairest', rules: {}, weights: {} }, organizer)
    expect((await product.ports.store.cohorts.get(cohortId))!.matching).toMatchObject({
      objective: 'fairest',
      ways,
    })
  })
})

describe('a search for a partner', () => {
  beforeAll(begin)
  afterAll(() => product.close())

  it('finds only people whom no rule keeps apart, by any part of the name, without accents', async () => {
    const mentor = mentors[0]!
    const everybody = good(await suggestPartners(product.ports, cohortId, mentor))
    expect(everybody.people.length).toBeGreaterThan(4)
    const wanted = everybody.people.at(-1)!.person
    const found = good(
      await suggestPartners(product.ports, cohortId, mentor, wanted.displayName.toUpperCase()),
    )
    expect(found.people.map(({ person }) => person.id)).toContain(wanted.id)
    const pairs = everybody.people.map(({ person }): [string, string] => [mentor, person.id])
    const { input } = await loadMatching(product.ports, cohortId, { seed: 1 })
    expect(checkPairs(input, pairs).filter(({ rule }) => rule !== 'capacity')).toEqual([])
  })

  it('orders nobody by what others said privately', async () => {
    const mentor = mentors[0]!
    const before = await partnersOf(mentor)
    const last = before.at(-1)!
    good(await rankPeople(product.ports, cohortId, last, [mentor]))
    expect(await partnersOf(mentor)).toEqual(before)
    const { people } = good(await suggestPartners(product.ports, cohortId, mentor))
    const said = people.flatMap(({ parts }) => parts.map(({ part }) => part))
    expect(said).not.toContain('preference')
    expect(said).not.toContain('rating')
  })
})

describe('a request', () => {
  beforeAll(begin)
  afterAll(() => product.close())

  it('asked twice at once is one request and one card', async () => {
    const [mentor, mentee] = await freePair()
    const answers = await Promise.all([ask(mentor, mentee), ask(mentor, mentee), ask(mentor, mentee)])
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await product.runJobs()).toEqual([])
    const cards = (await cardsOf(mentee)).filter(({ kind }) => kind === 'pair-request')
    expect(cards).toEqual([expect.objectContaining({ state: 'open', requestId: answers[0]!.id })])
  })

  it('is one at a time, also for two people asked at the same moment', async () => {
    const [mentor] = await freePair()
    const [one, other] = await partnersOf(mentor)
    const answers = await Promise.all([
      askToPair(product.ports, cohortId, mentor, one!),
      askToPair(product.ports, cohortId, mentor, other!),
    ])
    expect(answers.filter((answer) => isRefused(answer))).toEqual([{ refused: 'request-waiting' }])
    expect((await requestsOf(mentor)).filter(({ fromId }) => fromId === mentor)).toHaveLength(1)
  })

  it('that is accepted is a pin to which both agreed, pressed once or three times, and both are told', async () => {
    const [mentor, mentee] = await freePair()
    const { id } = await ask(mentor, mentee)
    const accept = () => acceptRequest(product.ports, id, mentee)
    const answers = await Promise.all([accept(), accept(), accept()])
    expect(answers.map((answer) => good(answer).state)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await pinsOf()).toContainEqual(
      expect.objectContaining({ mentorId: mentor, menteeId: mentee, by: 'both' }),
    )
    expect(await product.runJobs()).toEqual([])
    expect(await cardsOf(mentor)).toContainEqual(
      expect.objectContaining({ kind: 'pair-answer', answer: 'accepted' }),
    )
    expect(await cardsOf(mentee)).toContainEqual(
      expect.objectContaining({ kind: 'pair-request', requestId: id, state: 'accepted' }),
    )
  })

  it('that both want says what holds when the Organizer unpins or rules out the two, in the same words, and back', async () => {
    const [mentor, mentee] = await freePair()
    const { id } = await ask(mentor, mentee)
    good(await acceptRequest(product.ports, id, mentee))
    await product.runJobs()
    const wish = async (kind: 'pin' | 'forbid' | 'clear') => {
      const two = { mentorId: mentor, menteeId: mentee, kind }
      good(await setWish(product.ports, cohortId, two, organizer))
      expect(await product.runJobs()).toEqual([])
      const ofThese = (notices: Awaited<ReturnType<typeof cardsOf>>, partner: string) =>
        notices.filter((one) => 'partner' in one && one.partner?.id === partner)
      return [...ofThese(await cardsOf(mentor), mentee), ...ofThese(await cardsOf(mentee), mentor)]
    }
    const unpinned = await wish('clear')
    expect(unpinned).toEqual([
      expect.objectContaining({ kind: 'pair-answer', answer: 'left-open' }),
      expect.objectContaining({ kind: 'pair-request', requestId: id, state: 'left-open' }),
    ])
    const again = await wish('pin')
    expect(again).toEqual([
      expect.objectContaining({ kind: 'pair-answer', answer: 'accepted' }),
      expect.objectContaining({ kind: 'pair-request', requestId: id, state: 'accepted' }),
    ])
    expect(await pinsOf()).toContainEqual(
      expect.objectContaining({ mentorId: mentor, menteeId: mentee, by: 'both' }),
    )
    expect(await wish('forbid')).toEqual(unpinned)
    // Neither waits for the other: the asker may ask somebody else.
    const other = (await partnersOf(mentor)).find((one) => one !== mentee)!
    expect(await ask(mentor, other)).toMatchObject({ state: 'open' })
    good(await withdrawRequest(product.ports, (await requestsOf(mentor))[0]!.id, mentor))
    await wish('clear')
  })

  it('that is asked back is accepted with it', async () => {
    const [mentor, mentee] = await freePair()
    const { id } = await ask(mentor, mentee)
    expect(await ask(mentee, mentor)).toMatchObject({ id, state: 'accepted' })
  })

  it('is answered by the one who was asked, and withdrawn by the one who asked', async () => {
    const [mentor, mentee] = await freePair()
    const { id } = await ask(mentor, mentee)
    for (const step of [acceptRequest, setRequestAside])
      expect(await step(product.ports, id, mentor)).toEqual({ refused: 'not-yours' })
    expect(await withdrawRequest(product.ports, id, mentee)).toEqual({ refused: 'not-yours' })
    expect(await withdrawRequest(product.ports, id, mentor)).toMatchObject({ state: 'withdrawn' })
    expect(await withdrawRequest(product.ports, id, mentor)).toMatchObject({ state: 'withdrawn' })
    expect(await acceptRequest(product.ports, id, mentee)).toEqual({ refused: 'no-longer-open' })
    expect(await cardsOf(mentee)).toContainEqual(
      expect.objectContaining({ kind: 'pair-request', requestId: id, state: 'over' }),
    )
    expect(await askToPair(product.ports, cohortId, mentor, mentee)).toEqual({ refused: 'already-asked' })
  })

  it('refuses a rule, whom one does not want oneself, a stranger and a full place in the same words', async () => {
    const [mentor] = await freePair()
    const [unwanted, full] = await partnersOf(mentor)
    const { managerId } = product.company.byId.get(mentor)!
    await product.ports.store.participants.block(mentor, unwanted!)
    const theirs = (await product.ports.store.participants.of(cohortId, full!))!
    const pins = (await pinsOf()).filter(({ menteeId }) => menteeId === full).length
    const rivals = mentors.filter((one) => one !== mentor).slice(0, theirs.capacity - pins)
    for (const mentorId of rivals)
      await product.ports.store.wishes.set({ cohortId, mentorId, menteeId: full!, kind: 'pin' })
    for (const other of [unwanted!, full!, managerId!, 'nobody-knows', mentor])
      expect(await askToPair(product.ports, cohortId, mentor, other)).toEqual({ refused: 'cannot-be-paired' })
    for (const mentorId of rivals) await product.ports.store.wishes.clear(cohortId, mentorId, full!)
  })

  it('to somebody who does not want to be met waits its time like any other, and they never hear of it', async () => {
    const [mentor, mentee] = await freePair()
    const before = await cardsOf(mentee)
    good(await blockPerson(product.ports, mentee, mentor))
    const request = await ask(mentor, mentee)
    expect(seenByAsker(request)).toBe('waiting')
    expect(await askToPair(product.ports, cohortId, mentor, mentee)).toEqual(request)
    await product.advanceDays(8)
    await tick(product.ports)
    await product.runJobs()
    expect(await cardsOf(mentor)).toContainEqual(
      expect.objectContaining({ kind: 'pair-answer', answer: 'no-answer' }),
    )
    const about = (await cardsOf(mentee)).filter((card) => 'partner' in card && card.partner?.id === mentor)
    expect(about).toEqual([])
    expect((await cardsOf(mentee)).length).toBe(before.length)
  })

  it('is over for both when one of them does not want it any more: taken back, or never answered', async () => {
    const [mentor, mentee] = await freePair()
    const mine = await ask(mentor, mentee)
    good(await blockPerson(product.ports, mentor, mentee))
    expect(await product.ports.store.requests.get(mine.id)).toMatchObject({ state: 'withdrawn' })
    expect(await acceptRequest(product.ports, mine.id, mentee)).toEqual({ refused: 'no-longer-open' })
    const [other, asked] = await freePair()
    const theirs = await ask(other, asked)
    good(await blockPerson(product.ports, asked, other))
    expect(seenByAsker((await product.ports.store.requests.get(theirs.id))!)).toBe('waiting')
    await withdrawRequest(product.ports, theirs.id, other)
  })

  it('that was asked before the asker said so is no longer open when it is answered', async () => {
    const [mentor, mentee] = await freePair()
    const { id } = await ask(mentor, mentee)
    await product.ports.store.participants.block(mentor, mentee)
    expect(await acceptRequest(product.ports, id, mentee)).toEqual({ refused: 'no-longer-open' })
    expect((await pinsOf()).some((pin) => pin.mentorId === mentor && pin.menteeId === mentee)).toBe(false)
  })

  it('never promises one place twice, whoever accepts first', async () => {
    const [first, mentee] = await freePair()
    const theirs = (await product.ports.store.participants.of(cohortId, mentee))!
    const pins = (await pinsOf()).filter(({ menteeId }) => menteeId === mentee).length
    await product.ports.store.participants.save({ ...theirs, capacity: pins + 1 })
    const one = await ask(first, mentee)
    let other: PairRequest | undefined
    for (const mentor of mentors) {
      if (mentor === first || other || (await requestsOf(mentor)).length > 0) continue
      const answer = await askToPair(product.ports, cohortId, mentor, mentee)
      if (!isRefused(answer)) other = answer
    }
    expect(other).toBeDefined()
    const answers = await Promise.all(
      [one.id, other!.id].map((id) => acceptRequest(product.ports, id, mentee)),
    )
    expect(answers.filter((answer) => isRefused(answer))).toHaveLength(1)
    const states = [one.id, other!.id].map(async (id) => (await product.ports.store.requests.get(id))!.state)
    expect((await Promise.all(states)).sort()).toEqual(['accepted', 'closed'])
    await product.ports.store.participants.save({ ...theirs, capacity: 4 })
  })

  it('ends with its time, and a "not now" ends with the same words at the same moment as silence', async () => {
    const [silent, mentee] = await freePair()
    const first = await ask(silent, mentee)
    const [refused, other] = await freePair()
    const second = await ask(refused, other)
    expect(await setRequestAside(product.ports, second.id, other)).toMatchObject({ state: 'set-aside' })
    const answers = async (personId: string) =>
      (await cardsOf(personId)).flatMap((one) => (one.kind === 'pair-answer' ? [one.answer] : []))
    expect([await answers(silent), await answers(refused)]).toEqual([[], []])
    await product.advanceDays(8)
    await Promise.all([tick(product.ports), tick(product.ports)])
    expect([await answers(silent), await answers(refused)]).toEqual([['no-answer'], ['no-answer']])
    expect(await acceptRequest(product.ports, first.id, mentee)).toEqual({ refused: 'no-longer-open' })
    expect(await cardsOf(other)).toContainEqual(
      expect.objectContaining({ kind: 'pair-request', requestId: second.id, state: 'over' }),
    )
    expect((await product.ports.store.audit.list(500)).map(({ action }) => action)).not.toContain(
      'request-set-aside',
    )
  })

  it('is over when one of the two pauses or leaves, and only the other is told', async () => {
    const [mentor, mentee] = await freePair()
    const { id } = await ask(mentor, mentee)
    const asked = (await product.ports.store.participants.of(cohortId, mentee))!
    const until = new Date(product.ports.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
    await pauseEnrolment(product.ports, asked.id, mentee, until)
    expect((await product.ports.store.requests.get(id))!.state).toBe('closed')
    expect(await cardsOf(mentor)).toContainEqual(
      expect.objectContaining({ kind: 'pair-answer', answer: 'no-answer' }),
    )
    const [leaver, other] = await freePair()
    const second = await ask(leaver, other)
    const participant = (await product.ports.store.participants.of(cohortId, leaver))!
    await leaveCohort(product.ports, participant.id, leaver)
    expect((await product.ports.store.requests.get(second.id))!.state).toBe('closed')
    expect((await cardsOf(leaver)).filter(({ kind }) => kind === 'pair-answer')).toEqual([])
  })
})

describe('one run', () => {
  beforeAll(begin)
  afterAll(() => product.close())

  it('keeps what two agreed to and what the Organizer pinned, serves rankings, and pairs everybody else', async () => {
    const { ports } = product
    const [asker, asked] = await freePair()
    const { id } = await ask(asker, asked)
    good(await acceptRequest(ports, id, asked))
    const pinned = mentors.find((one) => one !== asker)!
    const pinnedWith = (await partnersOf(pinned)).find((one) => one !== asked)!
    good(await setWish(ports, cohortId, { mentorId: pinned, menteeId: pinnedWith, kind: 'pin' }, organizer))
    const ranking = mentors.find((one) => one !== asker && one !== pinned)!
    const liked = (await partnersOf(ranking)).at(-1)!
    good(await rankPeople(ports, cohortId, ranking, [liked]))
    good(await rankPeople(ports, cohortId, liked, [ranking]))
    await changeMatching(
      ports,
      cohortId,
      { objective: 'best-total', rules: {}, weights: onlyWishes },
      organizer,
    )
    const proposals = await proposeAll(product, cohortId)
    const pairs = proposals.map(({ mentorId, menteeId, pinned: isPinned }) => ({
      mentorId,
      menteeId,
      isPinned,
    }))
    expect(pairs).toContainEqual({ mentorId: asker, menteeId: asked, isPinned: true })
    expect(pairs).toContainEqual({ mentorId: pinned, menteeId: pinnedWith, isPinned: true })
    expect(pairs).toContainEqual({ mentorId: ranking, menteeId: liked, isPinned: false })
    expect(pairs.filter(({ isPinned }) => !isPinned).length).toBeGreaterThan(3)
    const { input } = await loadMatching(ports, cohortId, { seed: 1 })
    expect(
      checkPairs(
        input,
        pairs.map(({ mentorId, menteeId }) => [mentorId, menteeId]),
      ),
    ).toEqual([])
  })

  it('approved, closes the requests of those who have no place left', async () => {
    const { ports } = product
    const proposals = await ports.store.pairings.list(cohortId, ['proposed'])
    const single = proposals.find((one) => !one.pinned)!
    const participant = (await ports.store.participants.of(cohortId, single.mentorId))!
    await ports.store.participants.save({ ...participant, capacity: 1 })
    // Somebody else could be full first, and end the request as silence does, which the asker is told.
    const request: PairRequest = {
      ...{ id: 'waits', cohortId, fromId: single.mentorId, toId: single.menteeId, state: 'open' },
      askedAt: ports.clock.now(),
      expiresAt: new Date(ports.clock.now().getTime() + 86_400_000),
    }
    await ports.store.requests.save(request)
    await approveAll(product, cohortId)
    expect((await ports.store.requests.get('waits'))!.state).toBe('closed')
    expect((await cardsOf(single.mentorId)).filter(({ kind }) => kind === 'pair-answer')).toEqual([])
  })

  it('after it, those without a partner have waited one Cohort more, and nobody else', async () => {
    const { ports } = product
    const made = await ports.store.pairings.list(cohortId, ['approved', 'active'])
    const paired = new Set(made.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
    const { input } = await loadMatching(ports, cohortId, { seed: 1 })
    expect(input.participants.length).toBeGreaterThan(0)
    for (const { id, waitedCohorts } of input.participants)
      expect({ id, waitedCohorts }).toEqual({ id, waitedCohorts: paired.has(id) ? 0 : 1 })
  })
})

describe('an approval of two of whom one had asked the other', () => {
  beforeAll(begin)
  afterAll(() => product.close())

  it('tells nobody that there was no answer', async () => {
    const { ports } = product
    const again = await proposeAll(product, cohortId)
    for (const [fromId, toId] of again.flatMap(({ mentorId, menteeId }) => [
      [mentorId, menteeId],
      [menteeId, mentorId],
    ])) {
      const known = await ports.store.requests.ofPerson(cohortId, fromId!)
      if (known.some((one) => one.fromId === fromId)) continue
      await ports.store.requests.save({
        ...{ id: `of ${fromId}`, cohortId, fromId: fromId!, toId: toId!, state: 'open' },
        askedAt: ports.clock.now(),
        expiresAt: new Date(ports.clock.now().getTime() + 86_400_000),
      })
    }
    expect(again.length).toBeGreaterThan(0)
    for (const personId of again.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])) {
      const participant = (await ports.store.participants.of(cohortId, personId))!
      const load = (await ports.store.pairings.list(cohortId, ['approved', 'active', 'proposed'])).filter(
        ({ mentorId, menteeId }) => [mentorId, menteeId].includes(personId),
      )
      await ports.store.participants.save({ ...participant, capacity: load.length })
    }
    const answers = async () => {
      const people = again.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
      return (await Promise.all(people.map(cardsOf))).flat().filter(({ kind }) => kind === 'pair-answer')
        .length
    }
    const before = await answers()
    await approveAll(product, cohortId)
    const open = await Promise.all(again.map(({ menteeId }) => requestsOf(menteeId)))
    expect(open.flat().filter(({ state }) => state === 'open')).toEqual([])
    expect(await answers()).toBe(before)
  })
})
