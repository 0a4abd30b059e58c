/** Rows of who has which part: of nobody who is not there, one stand-in a Program, and questions that wait side by side. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { HeldRole, ProgramRole } from '../../../bot/domain/program/part.ts'
import { aRow, later, morning, openStore, type TestStore, withCohorts } from '../builders.ts'

let store: TestStore
beforeAll(async () => {
  store = await openStore()
  await withCohorts(store, 'c')
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.database.query('delete from program_roles')
  await store.database.query('delete from handovers')
  await store.database.query('delete from people')
  await store.database.query('delete from organization_reading')
  const round = { whole: true, startedAt: morning, at: morning }
  await store.organization.begin(round.startedAt, round.whole)
  const rows = ['ana', 'ben', 'organizer'].map((id) => aRow(id))
  await store.people.applyPage({ rows, cursor: 'end', done: true }, round)
})

const held = (personId: string, role: ProgramRole, more: Partial<HeldRole> = {}): HeldRole => ({
  ...{ programId: 'program', personId, role, since: morning, givenBy: 'organizer' },
  ...more,
})

describe('who has which part', () => {
  it('comes back as it was kept, the longest there first', async () => {
    const lent = held('ben', 'stand-in', { decidesUntil: '2026-12-24', since: later(1) })
    await store.programRoles.save(lent)
    await store.programRoles.save(held('ana', 'reviewer'))
    expect(await store.programRoles.of('program')).toEqual([held('ana', 'reviewer'), lent])
    expect(await store.programRoles.ofPerson('ben', 'program')).toEqual([lent])
    expect(await store.programRoles.ofPerson('ben', 'another')).toEqual([])
    const { decidesUntil: _, ...taken } = lent
    await store.programRoles.save(taken)
    expect(await store.programRoles.ofPerson('ben')).toEqual([taken])
  })

  it('is nobody’s who was switched off or is not known, from that moment on', async () => {
    for (const id of ['ana', 'stranger']) await store.programRoles.save(held(id, 'reviewer'))
    await store.database.query(`update people set is_eligible = false where id = 'ana'`)
    expect(await store.programRoles.of('program')).toEqual([])
    expect(await store.programRoles.ofPerson('ana')).toEqual([])
    expect((await store.programRoles.ofLeavers()).map(({ personId }) => personId)).toEqual([
      'ana',
      'stranger',
    ])
  })

  it('a Program has one stand-in', async () => {
    await store.programRoles.save(held('ana', 'stand-in'))
    await expect(store.programRoles.save(held('ben', 'stand-in'))).rejects.toThrow()
  })

  it('goes once', async () => {
    await store.programRoles.save(held('ana', 'reviewer'))
    expect(await store.programRoles.remove(held('ana', 'reviewer'))).toBe(true)
    expect(await store.programRoles.remove(held('ana', 'reviewer'))).toBe(false)
  })

  it('a Program whose Organizer is gone is found where another is there', async () => {
    expect(await store.programRoles.headless()).toEqual([])
    await store.programRoles.save(held('ana', 'co-organizer'))
    expect(await store.programRoles.headless()).toEqual([])
    await store.database.query(`update people set is_eligible = false where id = 'organizer'`)
    expect(await store.programRoles.headless()).toEqual(['program'])
  })

  it('goes with the person who is erased, and the name of whoever gave it', async () => {
    await store.programRoles.save(held('ana', 'reviewer'))
    await store.programRoles.save(held('ben', 'communications', { givenBy: 'ana' }))
    const { partsInPrograms } = await store.personal.of('ana')
    expect(partsInPrograms).toMatchObject([{ role: 'reviewer', programName: 'Reverse mentoring' }])
    await store.personal.erase('ana', 'nobody-1')
    expect(await store.programRoles.of('program')).toEqual([
      held('ben', 'communications', { givenBy: 'nobody-1' }),
    ])
  })
})

describe('questions', () => {
  const asked = (id: string, toId: string, seat: 'reviewer' | 'stand-in') =>
    store.handovers.save({
      ...{ id, programId: 'program', seat, toId, askedBy: 'organizer', state: 'open', askedAt: morning },
    })
  it('about a part that several may have wait side by side, one a person', async () => {
    await asked('h1', 'ana', 'reviewer')
    await asked('h2', 'ben', 'reviewer')
    await expect(asked('h3', 'ana', 'reviewer')).rejects.toThrow()
    expect((await store.handovers.open('program', 'reviewer', 'ben'))?.id).toBe('h2')
    expect((await store.handovers.waitingIn('program')).map(({ id }) => id)).toEqual(['h1', 'h2'])
  })
  it('about the one stand-in wait one at a time', async () => {
    await asked('h4', 'ana', 'stand-in')
    await expect(asked('h5', 'ben', 'stand-in')).rejects.toThrow()
    expect((await store.handovers.open('program', 'stand-in', 'ben'))?.id).toBe('h4')
  })
})
