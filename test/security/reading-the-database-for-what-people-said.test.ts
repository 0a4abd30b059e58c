/**
 * The attack: whoever administers the database, or comes by a copy of it, looks for what people said about each other, and
 * moves or changes what they cannot read.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Participant } from '../../bot/domain/enrolment/participant.ts'
import type { Database } from '../../bot/store/database.ts'
import { createStore } from '../../bot/store/store.ts'
import { aProposal, later, morning, withCohorts } from '../store/builders.ts'
import { keysOn, testDatabase } from '../support/database.ts'
import { nameOf, tables } from '../support/quoting-tables.ts'

type Store = ReturnType<typeof createStore>
const oldKek = { id: '2026', key: Buffer.alloc(32, 1) }
const newKek = { id: '2027', key: Buffer.alloc(32, 2) }

let database: Database
let close: () => Promise<void>
let store: Store
let minutes = 0
const instance = (keks: [typeof oldKek, ...(typeof oldKek)[]] = [oldKek]) =>
  createStore(database, keysOn(database, { keks, now: () => minutes * 60_000 }))

beforeEach(async () => {
  const held = await testDatabase()
  database = held.database
  close = held.close
  store = instance()
  await withCohorts({ ...store, database, close }, 'spring', 'autumn')
  await said(store)
})
afterEach(() => close())

const aParticipant = (id: string, personId: string, goal: string, cohortId = 'spring'): Participant => ({
  ...{
    id,
    cohortId,
    personId,
    goal,
    side: 'mentor',
    state: 'approved',
    capacity: 1,
    topics: [],
    languages: [],
  },
  ...{ interests: [], timeZone: 'Europe/London', workingHours: { days: [1], start: '09:00', end: '17:00' } },
  ...{ goalStart: 2, acceptedGroundRules: 1, enrolledAt: morning },
})

const answer = { held: false, obstacle: 'relationship' } as const
const card = {
  kind: 'pair-request',
  requestId: 'r1',
  state: 'open',
  partner: { id: 'whom-asked', name: 'WhomAsked' },
} as const

/** One of everything that people say in confidence. */
async function said(into: Store): Promise<void> {
  await into.participants.save(aParticipant('one', 'mo', 'a goal of ones own'))
  await into.participants.save(aParticipant('two', 'di', 'another goal'))
  await into.participants.block('who-blocks', 'whom-blocked')
  await into.rankings.replace('spring', 'mo', ['first-choice', 'second-choice'], morning)
  const event = {
    id: 'event',
    cohortId: 'spring',
    name: 'Meet',
    startsAt: morning,
    rounds: 1,
    roundMinutes: 10,
  }
  await into.speed.save({ ...event, state: 'over', seed: 1, createdBy: 'organizer' } as never)
  await into.speed.rate({ eventId: 'event', fromId: 'mo', toId: 'ed', rating: 9, ratedAt: morning })
  const declined = aProposal('declined-pairing', 'who-declined', 'ed', 'spring')
  await into.pairings.save({ ...declined, state: 'declined', endedAt: morning } as never)
  await into.vetoes.add({
    cohortId: 'spring',
    personId: 'who-declined',
    pairingId: 'declined-pairing',
    at: morning,
  })
  const rated = [{ part: 'rating', points: 40, detail: { text: 'ParT-of-a-score' } }] as never
  await into.pairings.save({ ...aProposal('pair', 'mo', 'al', 'spring'), parts: rated, reason: 'ReasoN' })
  await into.holds.save({
    id: 'hold',
    pairingId: 'pair',
    revision: 1,
    attempts: 0,
    state: 'requested',
    requestedAt: morning,
  } as never)
  const session = {
    id: 'session',
    holdId: 'hold',
    pairingId: 'pair',
    number: 1,
    startsAt: morning,
    endsAt: later(50),
  }
  await into.sessions.save({ ...session, state: 'planned' })
  await into.checkIns.save({
    sessionId: 'session',
    personId: 'mo',
    state: 'answered',
    answeredAt: later(60),
    answer,
  })
  const request = {
    id: 'r1',
    cohortId: 'spring',
    fromId: 'x',
    toId: 'y',
    state: 'open',
    askedAt: morning,
    expiresAt: later(9),
  }
  await into.requests.save(request as never)
  await into.notices.intend('card', 'mo', { ...card, why: [], until: morning, timeZone: 'UTC' })
}

/** All that is read back, by whoever has the keys. */
const heard = async (from: Store) => ({
  goals: (await from.participants.list('spring')).map(({ goal }) => goal),
  blocks: await from.participants.blocks(),
  choices: await from.rankings.of('spring', 'mo'),
  ranked: await from.rankings.list('spring'),
  ratings: await from.speed.ratingsOf('spring'),
  veto: await from.vetoes.of('spring', 'who-declined'),
  parted: await from.vetoes.pairs('spring'),
  answers: (await from.checkIns.list('spring')).map((one) => one.answer),
  reasons: (await from.pairings.list('spring')).map(({ id, reason, parts }) => [id, reason, parts.length]),
  cards: (await from.notices.ofPerson('mo')).map(({ notice }) => notice.kind),
})

const everything = {
  goals: ['another goal', 'a goal of ones own'],
  blocks: [['who-blocks', 'whom-blocked']],
  choices: ['first-choice', 'second-choice'],
  ranked: [
    { from: 'mo', to: 'first-choice', rank: 1 },
    { from: 'mo', to: 'second-choice', rank: 2 },
  ],
  ratings: [{ from: 'mo', to: 'ed', rating: 9 }],
  veto: 'declined-pairing',
  parted: [['who-declined', 'ed']],
  answers: [answer],
  reasons: [
    ['declined-pairing', 'Both cook.', 0],
    ['pair', 'ReasoN', 1],
  ],
  cards: ['pair-request'],
}

async function dump(): Promise<string> {
  const texts: string[] = []
  for (const table of tables) {
    const { rows } = await database.query(`select to_jsonb(x)::text as row from ${nameOf(table)} x`)
    texts.push(...rows.map(({ row }: { row: string }) => `${nameOf(table)} ${row}`))
  }
  return texts.join('\n')
}

describe('a copy of the database', () => {
  it('holds none of it in the clear, and the service reads all of it', async () => {
    const copy = await dump()
    const marks = ['a goal of ones own', 'another goal', 'who-blocks', 'whom-blocked', 'first-choice']
    for (const mark of [
      ...marks,
      'second-choice',
      'relationship',
      'WhomAsked',
      'whom-asked',
      'ParT-of-a-score',
      'ReasoN',
    ])
      expect(copy).not.toContain(mark)
    // The pair that did not begin is known to be one of two: which of them said so is not.
    for (const row of copy.split('\n').filter((line) => line.startsWith('vetoes')))
      for (const mark of ['who-declined', 'declined-pairing']) expect(row).not.toContain(mark)
    expect(await heard(store)).toEqual(everything)
    expect(await heard(instance())).toEqual(everything)
  })

  it('shows neither by its length nor twice the same what was said', async () => {
    const sealed = async () => (await database.query('select answer from check_ins')).rows[0].answer as string
    const first = await sealed()
    const checkIn = {
      sessionId: 'session',
      personId: 'mo',
      state: 'answered',
      answeredAt: later(60),
    } as const
    await store.checkIns.save({ ...checkIn, answer })
    const again = await sealed()
    await store.checkIns.save({ ...checkIn, answer: { held: true, worth: 5, obstacle: 'nothing' } })
    const other = await sealed()
    expect(new Set([first, again, other]).size).toBe(3)
    expect(new Set([first, again, other].map(({ length }) => length)).size).toBe(1)
  })

  it('opens with no other key, and says which one is missing', async () => {
    await expect(instance([newKek]).participants.list('spring')).rejects.toThrow('"2026"')
    const forged = instance([{ id: '2026', key: Buffer.alloc(32, 3) }])
    await expect(forged.participants.list('spring')).rejects.toMatchObject({ code: 'seal-broken' })
  })
})

describe('what cannot be read', () => {
  it.each([
    [
      'a goal given to somebody else',
      `update participants set goal = (select goal from participants where id = 'two') where id = 'one'`,
    ],
    ['a Cohort’s values under another’s', `update participants set cohort_id = 'autumn' where id = 'one'`],
    ['a rating written in the clear', `update speed_ratings set rating = '1'`],
    ['a ranking cut short', 'update rankings set choices = left(choices, 60)'],
    [
      'a block with one letter changed',
      `update blocks set people = overlay(people placing 'AAAA' from 40 for 4)`,
    ],
    [
      'an answer of another session',
      `update sessions set id = 'other' where false; update check_ins set person_id = 'al'`,
    ],
    ['a veto of another pair', `update vetoes set pairing = (select goal from participants limit 1)`],
    [
      'a data key of another Cohort',
      `update data_keys set wrapped = (select wrapped from data_keys where scope = 'autumn') where scope = 'spring'`,
    ],
  ])('cannot be changed unseen either: %s', async (_, change) => {
    await database.query(change)
    const reader = instance()
    const outcomes = await Promise.allSettled([
      reader.participants.ofPerson('mo'),
      reader.participants.blocks(),
      reader.rankings.list('spring'),
      reader.speed.ratingsOf('spring'),
      reader.vetoes.of('spring', 'who-declined'),
      reader.checkIns.list('spring'),
    ])
    const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(failed.length).toBeGreaterThan(0)
    for (const reason of failed) expect(['seal-broken', 'not-sealed']).toContain(reason.code)
  })
})

describe('a block', () => {
  it('is one however often it is asked for, is found by its two, and is gone when it is lifted', async () => {
    await store.participants.block('who-blocks', 'whom-blocked')
    await instance().participants.block('whom-blocked', 'who-blocks')
    expect(await store.participants.blocks()).toHaveLength(2)
    await instance().participants.unblock('who-blocks', 'whom-blocked')
    expect(await store.participants.blocks()).toEqual([['whom-blocked', 'who-blocks']])
  })
})

describe('a new key-encryption key', () => {
  it('wraps everything at the next start; the old one can go, and nothing was sealed anew', async () => {
    const before = await dump()
    const both = keysOn(database, { keks: [newKek, oldKek] })
    expect(await both.rewrap()).toBeGreaterThan(2)
    expect(await both.rewrap()).toBe(0)
    expect(await heard(instance([newKek]))).toEqual(everything)
    await expect(instance([oldKek]).participants.list('spring')).rejects.toMatchObject({
      code: 'key-missing',
    })
    const without = (text: string) => text.split('\n').filter((line) => !line.startsWith('data_keys'))
    expect(without(await dump())).toEqual(without(before))
  })

  it('goes on where a start was killed', async () => {
    let wrapped = 0
    const dying = keysOn(database, {
      keks: [newKek, oldKek],
      random(count) {
        if (wrapped++ === 1) throw new Error('killed')
        return Buffer.alloc(count, 9)
      },
    })
    await expect(dying.rewrap()).rejects.toThrow('killed')
    expect(await heard(instance([newKek, oldKek]))).toEqual(everything)
    await keysOn(database, { keks: [newKek, oldKek] }).rewrap()
    expect(await heard(instance([newKek]))).toEqual(everything)
  })
})

describe('the destroyed key of a Cohort', () => {
  it('erases what was said in it, in every instance within a minute, and nothing else', async () => {
    await store.participants.save(aParticipant('three', 'mo', 'kept', 'autumn'))
    const other = instance()
    expect(await heard(other)).toEqual(everything)
    await store.dataKeys.destroy('spring', later(100))
    for (const reader of [store, other, instance()]) {
      minutes += 1.1
      expect(
        (await reader.participants.list('spring')).map(({ goal, isErased }) => [goal, isErased]),
      ).toEqual([
        ['', true],
        ['', true],
      ])
      expect(await reader.checkIns.list('spring')).toMatchObject([{ state: 'answered', isErased: true }])
      expect((await reader.checkIns.list('spring'))[0]).not.toHaveProperty('answer')
      expect(await reader.rankings.of('spring', 'mo')).toEqual([])
      expect(await reader.rankings.list('spring')).toEqual([])
      expect(await reader.speed.ratingsBy('event', 'mo')).toEqual([])
      expect(await reader.speed.ratingsOf('spring')).toEqual([])
      expect(await reader.vetoes.of('spring', 'who-declined')).toBeUndefined()
      expect((await reader.pairings.list('spring')).map(({ reason, parts }) => [reason, parts])).toEqual([
        ['', []],
        ['', []],
      ])
      expect(await reader.notices.get('card')).toBeUndefined()
      expect(await reader.notices.ofPerson('mo')).toEqual([])
      // That a pair did not begin is no secret, and still keeps the two apart.
      expect(await reader.vetoes.pairs('spring')).toEqual(everything.parted)
      expect((await reader.participants.list('autumn')).map(({ goal }) => goal)).toEqual(['kept'])
      expect(await reader.participants.blocks()).toHaveLength(1)
    }
  })

  it('is no reason to crash: a card that waits is given up, a person can still leave, and nothing new is said', async () => {
    await store.dataKeys.destroy('spring', later(100))
    expect(await store.notices.claim('card', 60_000)).toBeUndefined()
    const { rows } = await database.query(`select state, why from notices where key = 'card'`)
    expect(rows).toEqual([{ state: 'unreachable', why: 'erased' }])
    const [one] = await store.participants.ofPerson('mo')
    await store.participants.save({ ...one!, state: 'left' })
    expect((await store.participants.ofPerson('mo'))[0]).toMatchObject({ state: 'left', isErased: true })
    const pairing = (await store.pairings.get('pair'))!
    await store.pairings.save({ ...pairing, state: 'declined', endedAt: later(102) } as never)
    expect(await instance().pairings.get('pair')).toMatchObject({ state: 'declined', parts: [], reason: '' })
    const [checkIn] = await store.checkIns.of('session')
    await store.checkIns.save(checkIn!)
    expect(await store.checkIns.of('session')).toEqual([checkIn])
    const again = store.participants.save(aParticipant('four', 'al', 'too late'))
    await expect(again).rejects.toMatchObject({ code: 'erased' })
  })

  it('is not destroyed by a transaction that is rolled back', async () => {
    const undone = database.transaction(async () => {
      await store.dataKeys.destroy('spring', later(100))
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    expect(await heard(store)).toEqual(everything)
  })

  it('of the organization does not read as "nobody blocks anybody"', async () => {
    await store.dataKeys.destroy('organization', later(100))
    await expect(store.participants.blocks()).rejects.toMatchObject({ code: 'erased' })
  })
})

describe('a key made in a transaction that is rolled back', () => {
  it('seals nothing afterwards', async () => {
    const undone = database.transaction(async () => {
      const box = await store.dataKeys.boxOf('winter')
      box.seal(['any', 'column'], 1)
      await store.dataKeys.boxOf('winter')
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    const sealed = (await store.dataKeys.boxOf('winter')).seal(['any', 'column'], 'said')
    expect((await instance().dataKeys.boxOf('winter')).open(['any', 'column'], sealed)).toBe('said')
  })

  it('is one when two make it at once', async () => {
    const boxes = await Promise.all([1, 2, 3, 4].map(() => instance().dataKeys.boxOf('summer')))
    const sealed = boxes.map((box) => box.seal(['any', 'column'], 'said'))
    for (const box of boxes) for (const one of sealed) expect(box.open(['any', 'column'], one)).toBe('said')
  })
})
