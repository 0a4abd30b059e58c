/** What people wish for, as the database keeps it when two say it at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PairRequest } from '../../../bot/domain/preferences/preference.ts'
import { aProposal, later, morning, openStore, type TestStore, withCohorts } from '../builders.ts'

let store: TestStore
beforeAll(async () => {
  store = await openStore()
  await withCohorts(store, 'spring', 'autumn', 'winter')
})
afterAll(() => store.close())

const aRequest = (id: string, toId: string, change: Partial<PairRequest> = {}): PairRequest => ({
  ...{ id, cohortId: 'spring', fromId: 'ana', toId, state: 'open' },
  ...{ askedAt: morning, expiresAt: later(60), ...change },
})

describe('requests', () => {
  it('of one person wait one at a time, whatever two instances do', async () => {
    const answers = await Promise.allSettled([
      store.requests.save(aRequest('one', 'ben')),
      store.requests.save(aRequest('two', 'cem')),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [kept] = await store.requests.ofPerson('spring', 'ana')
    await store.requests.save({ ...kept!, state: 'set-aside' })
    await expect(store.requests.save(aRequest('three', 'dan'))).rejects.toThrow()
    await store.requests.save({ ...kept!, state: 'expired' })
    await store.requests.save(aRequest('three', 'dan'))
  })

  it('go to the same person once in a Cohort', async () => {
    const [first] = await store.requests.ofPerson('spring', 'dan')
    await store.requests.save({ ...first!, state: 'withdrawn' })
    await expect(store.requests.save(aRequest('four', 'dan'))).rejects.toThrow()
    await store.requests.save(aRequest('five', 'dan', { cohortId: 'autumn' }))
  })

  it('are found when their time is over, those alone that still wait', async () => {
    await store.requests.save(aRequest('late', 'eva', { fromId: 'fay' }))
    await store.requests.save(aRequest('aside', 'eva', { fromId: 'gus', state: 'set-aside' }))
    await store.requests.save(aRequest('done', 'eva', { fromId: 'hal', state: 'accepted' }))
    const overdue = async (minutes: number) =>
      (await store.requests.overdue(later(minutes), 10)).map(({ id }) => id).sort()
    expect(await overdue(59)).toEqual([])
    expect(await overdue(60)).toEqual(['aside', 'five', 'late'])
    expect(await store.requests.overdue(later(60), 2)).toHaveLength(2)
  })
})

describe('rankings', () => {
  it('are replaced whole, read in order, and told to the engine with their ranks', async () => {
    await store.rankings.replace('spring', 'ana', ['x', 'y', 'z'], morning)
    await store.rankings.replace('spring', 'ben', ['y'], morning)
    await store.rankings.replace('autumn', 'ana', ['q'], morning)
    await store.rankings.replace('spring', 'ana', ['z', 'x'], later(1))
    expect(await store.rankings.of('spring', 'ana')).toEqual(['z', 'x'])
    expect(await store.rankings.list('spring')).toEqual([
      { from: 'ana', to: 'z', rank: 1 },
      { from: 'ana', to: 'x', rank: 2 },
      { from: 'ben', to: 'y', rank: 1 },
    ])
    await store.rankings.replace('spring', 'ana', [], later(2))
    expect(await store.rankings.of('spring', 'ana')).toEqual([])
  })
})

describe('vetoes', () => {
  it('are one for each person in a Cohort, and name the pair without saying by whom', async () => {
    await store.pairings.save(aProposal('p1', 'mo', 'ed', 'spring'))
    await store.pairings.save(aProposal('p2', 'mo', 'al', 'spring'))
    const add = (personId: string, pairingId: string) =>
      store.vetoes.add({ cohortId: 'spring', personId, pairingId, at: morning })
    const answers = await Promise.all([add('mo', 'p1'), add('mo', 'p2'), add('mo', 'p1')])
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await add('ed', 'p1')).toBe(true)
    expect(await store.vetoes.of('spring', 'al')).toBeUndefined()
    expect(await store.vetoes.of('autumn', 'mo')).toBeUndefined()
  })

  it('keep two apart whose Pairing did not begin, whoever undid it, and not whom a proposal once named', async () => {
    const undone = { ...aProposal('p3', 'mo', 'ed', 'spring'), state: 'declined' as const, endedAt: morning }
    await store.pairings.save(undone)
    await store.pairings.save({ ...aProposal('p4', 'mo', 'bo', 'spring'), state: 'declined' })
    expect(await store.vetoes.pairs('spring')).toEqual([['mo', 'ed']])
    expect(await store.vetoes.pairs('autumn')).toEqual([])
  })
})

describe('a pin', () => {
  it('remembers that both agreed to it until somebody else says otherwise', async () => {
    const pair = { cohortId: 'spring', mentorId: 'mo', menteeId: 'ed' }
    await store.wishes.set({ ...pair, kind: 'pin', by: 'both' })
    expect(await store.wishes.list('spring')).toEqual([{ ...pair, kind: 'pin', by: 'both' }])
    await store.wishes.set({ ...pair, kind: 'forbid' })
    expect(await store.wishes.list('spring')).toEqual([{ ...pair, kind: 'forbid' }])
  })
})
