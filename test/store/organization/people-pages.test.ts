/** Pages of the directory become people: what a page says changes, what it does not say stays. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { DirectoryRow } from '../../../bot/domain/organization/directory-page.ts'
import fc from '../../support/properties.ts'
import { aRow, later, morning, openStore, type TestStore } from '../builders.ts'

let store: TestStore
beforeAll(async () => {
  store = await openStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.database.query('delete from people')
  await store.database.query('delete from organization_reading')
})

const first = { whole: true, startedAt: morning, at: morning }
const second = { whole: true, startedAt: later(60), at: later(60) }
const changes = { whole: false, startedAt: later(120), at: later(120) }

async function read(round: typeof first, ...rows: DirectoryRow[]): Promise<void> {
  await store.organization.begin(round.startedAt, round.whole)
  await store.people.applyPage({ rows, cursor: 'end', done: true }, round)
}

const names = async () => (await store.people.all()).map((person) => person.id).sort()

describe('a page of changes', () => {
  it('keeps what it does not mention and clears what it says is gone', async () => {
    const known = { displayName: 'Ana', jobTitle: 'Baker', city: 'Porto', isEligible: true }
    await read(first, aRow('ana', known, { id: 'boss' }))
    await read(changes, aRow('ana', { jobTitle: 'Head Baker', city: undefined }, 'unchanged'))
    expect(await store.people.get('ana')).toEqual({
      id: 'ana',
      displayName: 'Ana',
      jobTitle: 'Head Baker',
      managerId: 'boss',
      isEligible: true,
    })
  })

  it('names a manager, another one, or none', async () => {
    await read(first, aRow('ana', undefined, { id: 'boss' }))
    await read(changes, aRow('ana', {}, { id: 'chief' }))
    expect((await store.people.get('ana'))?.managerId).toBe('chief')
    await read(changes, aRow('ana', {}, 'none'))
    expect(await store.people.get('ana')).not.toHaveProperty('managerId')
  })

  it('removes only whom it names', async () => {
    await read(first, aRow('ana'), aRow('ben'), aRow('cleo'))
    await read(changes, { kind: 'removed', id: 'ben' })
    expect(await names()).toEqual(['ana', 'cleo'])
    expect((await store.people.get('ben'))?.isEligible).toBe(false)
  })

  it('may name somebody it never described: they are known by id and may not take part', async () => {
    await read(changes, aRow('new', { jobTitle: 'Clerk' }, 'unchanged'))
    const expected = { id: 'new', displayName: 'new', jobTitle: 'Clerk', isEligible: false }
    expect(await store.people.get('new')).toEqual(expected)
  })

  it('can say several things of one person: the last word counts, gone and back included', async () => {
    await read(first, aRow('ana'), aRow('ben'))
    await read(
      changes,
      aRow('ana', { displayName: 'Ana', jobTitle: 'Clerk' }, { id: 'boss' }),
      aRow('ana', { jobTitle: 'Baker' }, 'unchanged'),
      { kind: 'removed', id: 'ben' },
      aRow('ben', { displayName: 'Ben', isEligible: true }),
      aRow('cleo'),
      { kind: 'removed', id: 'cleo' },
    )
    expect(await store.people.get('ana')).toMatchObject({
      displayName: 'Ana',
      jobTitle: 'Baker',
      managerId: 'boss',
    })
    expect(await names()).toEqual(['ana', 'ben'])
    expect((await store.people.get('ben'))?.isEligible).toBe(true)
  })

  it('changes nothing when it comes a second time', async () => {
    await read(first, aRow('ana', undefined, { id: 'boss' }), aRow('ben'))
    const rows = [aRow('ana', { jobTitle: 'Baker' }, 'unchanged'), { kind: 'removed', id: 'ben' } as const]
    await read(changes, ...rows)
    const once = await store.people.all()
    await read(changes, ...rows)
    expect(await store.people.all()).toEqual(once)
  })
})

describe('a whole reading', () => {
  it('empties what it does not mention where somebody first appears, and only there', async () => {
    const known = { displayName: 'Ana', jobTitle: 'Baker', city: 'Porto', isEligible: true }
    await read(first, aRow('ana', known, { id: 'boss' }))
    await read(
      second,
      aRow('ana', { displayName: 'Ana', city: 'Porto', isEligible: true }, 'unchanged'),
      aRow('ana', { displayName: 'Ana Ruiz' }, 'unchanged'),
    )
    const now = { id: 'ana', displayName: 'Ana Ruiz', city: 'Porto', isEligible: true }
    expect(await store.people.get('ana')).toEqual(now)
    await store.organization.begin(later(90), true)
    const third = { whole: true, startedAt: later(90), at: later(90) }
    await store.people.applyPage(
      { rows: [aRow('ana', known, { id: 'boss' })], cursor: '2', done: false },
      third,
    )
    const again = aRow('ana', { city: undefined }, 'unchanged')
    await store.people.applyPage({ rows: [again], cursor: '3', done: true }, third)
    const { city: _, ...rest } = known
    expect(await store.people.get('ana')).toEqual({ id: 'ana', ...rest, managerId: 'boss' })
  })

  it('removes who is absent, but only once its last page is in', async () => {
    await read(first, aRow('ana'), aRow('ben'), aRow('cleo'))
    await store.organization.begin(second.startedAt, true)
    await store.people.applyPage({ rows: [aRow('ana')], cursor: 'p2', done: false }, second)
    expect(await names()).toEqual(['ana', 'ben', 'cleo'])
    await store.people.applyPage({ rows: [aRow('cleo')], cursor: 'end', done: true }, second)
    expect(await names()).toEqual(['ana', 'cleo'])
  })

  it('keeps somebody whose row nobody could read, and lists the row', async () => {
    await read(first, aRow('ana', undefined, { id: 'boss' }))
    await read(
      second,
      { kind: 'unreadable', id: 'ana', why: 'no name' },
      { kind: 'unreadable', why: 'no id' },
    )
    expect(await store.people.get('ana')).toMatchObject({ managerId: 'boss', isEligible: true })
    const { unreadable, people, state } = await store.organization.reading()
    expect({ unreadable, people, state }).toEqual({
      unreadable: [{ id: 'ana', why: 'no name' }, { why: 'no id' }],
      people: 1,
      state: 'fresh',
    })
  })

  it('brings back who had been removed', async () => {
    await read(first, aRow('ana'), aRow('ben'))
    await read(changes, { kind: 'removed', id: 'ben' })
    await read({ ...second, startedAt: later(180), at: later(180) }, aRow('ana'), aRow('ben'))
    expect(await names()).toEqual(['ana', 'ben'])
  })

  it('says that it is under way again after a failure, and where it goes on', async () => {
    await store.organization.begin(morning, true)
    await store.people.applyPage({ rows: [aRow('ana')], cursor: 'p2', done: false }, first)
    await store.organization.fail('away')
    await store.people.applyPage({ rows: [aRow('ben')], cursor: 'p3', done: false }, first)
    const reading = await store.organization.reading()
    expect(reading).toMatchObject({ state: 'reading', cursor: 'p3', whole: true, pages: 2 })
    expect(reading).not.toHaveProperty('failure')
  })

  it('commits a page and its cursor together: a page that fails changes nothing', async () => {
    await store.organization.begin(morning, true)
    await store.people.applyPage({ rows: [aRow('ana')], cursor: 'p2', done: false }, first)
    const tooLarge = aRow('cleo', { displayName: 'Cleo', grade: 70_000, isEligible: true })
    const broken = { rows: [aRow('ben'), tooLarge], cursor: 'p3', done: true }
    await expect(store.people.applyPage(broken, first)).rejects.toThrow()
    expect(await names()).toEqual(['ana'])
    expect(await store.organization.reading()).toMatchObject({ state: 'reading', cursor: 'p2', pages: 1 })
  })
})

describe('searching people', () => {
  const query = { limit: 50 }
  const found = async (text: string) =>
    (await store.people.search({ ...query, text })).people.map(({ person }) => person.id)

  it('finds without case, accents or the order of words', async () => {
    await read(
      first,
      aRow('n', { displayName: 'Íñigo Núñez', jobTitle: 'Senior Baker', isEligible: true }),
      aRow('m', { displayName: 'Inigo Montoya', department: 'Fencing', isEligible: true }),
    )
    expect(await found('nunez')).toEqual(['n'])
    expect(await found('baker INIGO')).toEqual(['n'])
    expect(await found('íñigo')).toEqual(['m', 'n'])
    expect(await found('fenc')).toEqual(['m'])
  })

  it('takes %, _ and \\ for themselves', async () => {
    await read(
      first,
      aRow('a', { displayName: '100% Ana', isEligible: true }),
      aRow('b', { displayName: '100 Ben', isEligible: true }),
      aRow('c', { displayName: 'snake_case', isEligible: true }),
      aRow('d', { displayName: 'back\\slash', isEligible: true }),
    )
    expect(await found('%')).toEqual(['a'])
    expect(await found('100%')).toEqual(['a'])
    expect(await found('_')).toEqual(['c'])
    expect(await found('e_c')).toEqual(['c'])
    expect(await found('\\')).toEqual(['d'])
  })

  it('shows everybody once and in order, whatever the page size, equal names included', async () => {
    const name = fc.constantFrom('Ana', 'ana', 'Ána', 'Ben', 'ben ', 'Zoë', 'Zoe', 'Ünal', '')
    const people = fc.uniqueArray(fc.record({ id: fc.uuid(), name }), {
      selector: (one) => one.id,
      maxLength: 25,
    })
    await fc.assert(
      fc.asyncProperty(people, fc.integer({ min: 1, max: 7 }), async (some, limit) => {
        await store.database.query('delete from people')
        await read(first, ...some.map((one) => aRow(one.id, { displayName: one.name, isEligible: true })))
        const walked: string[] = []
        let after: string | undefined
        do {
          const page = await store.people.search({ limit, ...(after ? { after } : {}) })
          expect(page.total).toBe(some.length)
          walked.push(...page.people.map(({ person }) => person.id))
          after = page.next
        } while (after)
        const whole = await store.people.search({ limit: 100 })
        expect(walked).toEqual(whole.people.map(({ person }) => person.id))
        expect([...walked].sort()).toEqual(some.map((one) => one.id).sort())
      }),
      { numRuns: 40 },
    )
  })

  it('begins anew with a cursor somebody made up', async () => {
    await read(first, aRow('ana'), aRow('ben'))
    const page = await store.people.search({ ...query, after: 'nonsense' })
    expect(page.people).toHaveLength(2)
  })
})

describe('the whole chart', () => {
  it('is kept between two looks', async () => {
    await read(first, aRow('ana'), aRow('ben'))
    const [before] = await store.people.all()
    const [again] = await store.people.all()
    expect(again).toBe(before)
  })

  it('is what anybody made of it meanwhile: a page, somebody else’s row, a name, a removal, and what was undone', async () => {
    await read(first, aRow('ana'), aRow('ben'))
    expect(await names()).toEqual(['ana', 'ben'])
    await read(changes, aRow('cleo'))
    expect(await names()).toEqual(['ana', 'ben', 'cleo'])
    await store.database.query("update people set display_name = 'Anna' where id = 'ana'")
    expect((await store.people.all()).find(({ id }) => id === 'ana')?.displayName).toBe('Anna')
    await store.database.query("delete from people where id = 'ben'")
    expect(await names()).toEqual(['ana', 'cleo'])
    await store
      .transaction(async () => {
        await store.database.query("delete from people where id = 'cleo'")
        expect(await names()).toEqual(['ana'])
        throw new Error('undone')
      })
      .catch(() => undefined)
    expect(await names()).toEqual(['ana', 'cleo'])
  })

  it('is nobody’s to change for others', async () => {
    await read(first, aRow('ana'))
    const people = (await store.people.all()) as unknown[]
    expect(() => people.pop()).toThrow(TypeError)
    expect(await names()).toEqual(['ana'])
  })
})
