/**
 * Nobody can read a private wish. Worlds that are the same to the last id, but for one block, one ranking or one rating,
 * give everybody with a part to play the same answers byte for byte, on every route of the contract.
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { type RouteName, routes } from '../../bot/contract/index.ts'
import { endOfEvent, type SpeedMeeting } from '../../bot/domain/speed/speed-event.ts'
import { partnersAround } from '../../bot/workflows/preferences/partners.ts'
import { planSpeedEvent, publishSpeedEvent } from '../../bot/workflows/speed/plan-speed-event.ts'
import { proposeAll } from '../support/product.ts'
import { startWorld, type World } from '../support/same-worlds.ts'
import { acts, asks, calls, type Wanted } from './route-calls.ts'

jest.setTimeout(300_000)

const wishes = ['block', 'ranking', 'rating'] as const
type Private = (typeof wishes)[number]

const worlds = new Map<Private | 'nothing', World>()
let who: Wanted
let readers: Record<string, string>

const nothing = () => worlds.get('nothing')!
const pairsOf = async ({ product, cohortId }: World) =>
  (await product.ports.store.pairings.list(cohortId))
    .map(({ mentorId, menteeId, state }) => `${state} ${mentorId} ${menteeId}`)
    .sort()

beforeAll(async () => {
  for (const name of ['nothing', ...wishes] as const) worlds.set(name, await preparedWorld(name))
  who = await chooseWanted(nothing())
  readers = readersOf(nothing(), who)
})
afterAll(async () => {
  for (const world of worlds.values()) await world.close()
})

/** Everybody enrolled, one speed meeting held, and pairs proposed. */
async function preparedWorld(name: string): Promise<World> {
  const world = await startWorld(name, ({ company }) => {
    const mentees = company.enrolments.filter(({ side }) => side === 'mentee')
    const [spare] = company.people.filter(({ id }) => !Object.values(company.personas).includes(id))
    for (const { personId } of mentees) company.appRoles.set(personId, ['Organizer'])
    company.appRoles.set(spare!.id, ['Analyst', 'ITAdmin', 'Reviewer', 'IndependentContact'])
  })
  await world.inside(async () => {
    const { product, cohortId } = world
    const { organizer } = product.company.personas
    const ports = { ...product.ports }
    const startsAt = new Date(ports.clock.now().getTime() + 3_600_000)
    const plan = { name: 'First meeting', startsAt, rounds: 3, roundMinutes: 7 }
    const { id } = (await planSpeedEvent(ports, cohortId, plan, organizer)) as { id: string }
    await publishSpeedEvent(ports, id, organizer)
    await product.runJobs()
    const event = (await ports.store.speed.get(id))!
    await world.later(endOfEvent(event).getTime() - ports.clock.now().getTime())
    await proposeAll(product, cohortId)
  })
  return world
}

/** A Mentor, and a Mentee whom they met, may be paired with, and are not. The Mentee is an Organizer as well. */
async function chooseWanted({ product, cohortId }: World): Promise<Wanted> {
  const { store } = product.ports
  const [event] = await store.speed.list(cohortId)
  const pairs = await store.pairings.list(cohortId, ['proposed'])
  const busy = new Set(pairs.map(({ mentorId }) => mentorId))
  const isPair = (one: SpeedMeeting) =>
    pairs.some(({ mentorId, menteeId }) => mentorId === one.mentorId && menteeId === one.menteeId)
  const { mentorId: speaker, menteeId: about } = (await store.speed.meetings(event!.id)).find(
    (one) => busy.has(one.mentorId) && !isPair(one),
  )!
  const side = (wanted: string) =>
    product.company.enrolments.filter((one) => one.side === wanted).map(({ personId }) => personId)
  return {
    ...{ speaker, about },
    mentors: side('mentor').filter((id) => id !== speaker),
    mentees: side('mentee').filter((id) => id !== about),
  }
}

function readersOf({ product: { company } }: World, { about, mentors }: Wanted): Record<string, string> {
  const { organizer, sponsor, communications } = company.personas
  const officer = [...company.appRoles].find(([, roles]) => roles.includes('ITAdmin'))![0]
  return { organizer, about, sponsor, communications, officer, mentor: mentors[0]! }
}

/** What a wish of this kind is, said strongly enough to move pairs in a later run, or too weakly to move any. */
async function say(world: World, wish: Private, strongly: boolean): Promise<void> {
  const { product, cohortId } = world
  const { speaker, about } = who
  const { store } = product.ports
  const ask = world.api.as(speaker)
  await world.aside(async () => {
    if (wish === 'block') await ask('blockPerson', { personId: about })
    if (wish === 'ranking') {
      const partner = (await store.pairings.list(cohortId)).find(({ mentorId }) => mentorId === speaker)!
      const { ids } = await partnersAround(product.ports, cohortId, speaker)
      const others = ids.filter((id) => id !== about && id !== partner.menteeId)
      const personIds = strongly ? [about, ...others.slice(0, 2)] : [partner.menteeId]
      expect((await ask('saveRanking', { id: cohortId, personIds })).status).toBe(200)
    }
    if (wish === 'rating') {
      const [event] = await store.speed.list(cohortId)
      const rating = strongly ? 10 : 1
      expect((await ask('rateSpeedMeeting', { id: event!.id, personId: about, rating })).status).toBe(200)
    }
  })
}

type Answers = Record<string, string>

/** Everybody asks everything; what an act asks for is done before the next. */
async function walk(world: World, names: readonly RouteName[]): Promise<Answers> {
  const answers: Answers = {}
  await world.inside(async () => {
    for (const name of names) {
      for (const [reader, personId] of Object.entries(readers)) {
        const inputs = await calls[name](world, who)
        // Whoever is refused is refused whatever they ask.
        const isAsking = asks.some((one) => one === name)
        const most = reader === 'organizer' ? inputs.length : reader !== 'about' ? 1 : isAsking ? 3 : Infinity
        for (const [at, input] of inputs.slice(0, most).entries()) {
          const { status, body } = await world.call(personId, name, input as never)
          expect(status).toBeLessThan(500)
          expect(status).not.toBe(429)
          answers[`${name} ${at} by ${reader}`] = `${status} ${body}`
          if (world.product.waiting.length > 0) await world.product.runJobs()
        }
      }
    }
    const { notices, concerns } = world.product.ports.store
    for (const [reader, personId] of Object.entries(readers)) {
      const cards = (await notices.ofPerson(personId)).sort((a, b) => (a.key < b.key ? -1 : 1))
      answers[`cards of ${reader}`] = world.comparable(JSON.stringify(cards, seen))
    }
    answers['concerns'] = world.comparable(JSON.stringify(await concerns.list(world.cohortId, true)))
  })
  return answers
}

/** Teams numbers the messages of all people in one row, and shows the number to nobody. */
const seen = (key: string, value: unknown) => (key === 'activityId' ? undefined : value)

/** Names what differs, with a few words around the first difference. */
function differences(one: Answers, other: Answers): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => {
    const [a, b] = [one[key] ?? 'nothing', other[key] ?? 'nothing']
    if (a === b) return []
    const at = Math.max(0, [...a].findIndex((char, x) => char !== b[x]) - 80)
    return [`${key}: ${a.slice(at, at + 160)} | ${b.slice(at, at + 160)}`]
  })
}

it('every route of the contract is walked', () => {
  expect([...asks, ...acts].sort()).toEqual(Object.keys(routes).sort())
})

it('two worlds in which the same happened answer the same: only a wish can make a difference', async () => {
  const [one, other] = await Promise.all([pairsOf(nothing()), pairsOf(worlds.get('block')!)])
  expect(one.length).toBeGreaterThan(5)
  expect(other).toEqual(one)
})

describe('a wish that is said after the run', () => {
  let plain: Answers
  beforeAll(async () => {
    plain = await walk(nothing(), asks)
  })
  it.each(wishes)('%s: no question tells of it', async (wish) => {
    const world = worlds.get(wish)!
    await say(world, wish, true)
    expect(differences(plain, await walk(world, asks))).toEqual([])
  })
})

describe('a wish that the later run knows of, and that moves nobody', () => {
  let plain: Answers
  const later = async (world: World) => {
    await world.inside(() => proposeAll(world.product, world.cohortId))
    const pairs = await pairsOf(world)
    return { pairs, answers: await walk(world, [...asks, ...acts, ...asks]) }
  }
  let pairs: string[]
  beforeAll(async () => {
    ;({ pairs, answers: plain } = await later(nothing()))
  })
  it.each(wishes)('%s: no answer, card or concern tells of it', async (wish) => {
    const world = worlds.get(wish)!
    if (wish !== 'block') await say(world, wish, false)
    const { pairs: same, answers } = await later(world)
    expect(same).toEqual(pairs)
    expect(differences(plain, answers)).toEqual([])
  })
})
