/** Notes of a Session: the page is the two's and nobody else's; a private note is its writer's, and no use to the database. */
import { webcrypto } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { erasePerson } from '../../../bot/workflows/enrolment/erase-person.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { locked, lockWith, unlocked } from '../../../tab/src/lock.ts'
import { aBox } from '../../support/a-box.ts'
import { type Api, openApi } from '../../support/api.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let pair: Pairing
let other: Pairing
let sessionId: string
beforeAll(async () => {
  globalThis.crypto ??= webcrypto as never
  product = await startProduct()
  api = await openApi(product)
  const cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  const { pairings, sessions } = product.ports.store
  const planned = new Set((await sessions.list(cohortId)).map(({ pairingId }) => pairingId))
  const active = await pairings.list(cohortId, ['active'])
  ;[pair, other] = active.filter(({ id }) => planned.has(id)) as [Pairing, Pairing]
  sessionId = (await sessions.ofPairing(pair.id))[0]!.id
})
afterAll(() => product.close())

const read = async (by: string) => (await api.as(by)('sessionNotes', { id: sessionId })).body
const save = (by: string, text: string, seen: number) =>
  api.as(by)('saveSessionNotes', { id: sessionId, text, seen })
const outsiders = () => [
  other.mentorId,
  product.company.personas.organizer,
  product.company.personas.communications,
]

describe('the page of the two', () => {
  it('is written by both, and whoever saves over the other is shown what stands there', async () => {
    expect(await read(pair.mentorId)).toEqual({ text: '', version: 0, mayChange: true })
    expect((await save(pair.mentorId, 'Next: the dashboard', 0)).body).toEqual({ version: 1 })
    expect(await read(pair.menteeId)).toMatchObject({
      text: 'Next: the dashboard',
      version: 1,
      savedBy: 'partner',
    })
    const late = await save(pair.menteeId, 'Next: the numbers', 0)
    expect([late.status, late.problem.code]).toEqual([409, 'changed-meanwhile'])
    expect(late.problem.saved).toMatchObject({
      ...{ now: { text: 'Next: the dashboard', version: 1 }, by: { id: pair.mentorId } },
    })
    expect((await read(pair.mentorId)).text).toBe('Next: the dashboard')
  })

  it('two who press at once: one is saved, the other is told', async () => {
    const both = await Promise.all([save(pair.mentorId, 'Mine', 1), save(pair.menteeId, 'His', 1)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('that is too long is refused in words, and nobody else finds it', async () => {
    const { version } = await read(pair.mentorId)
    expect((await save(pair.mentorId, 'a'.repeat(100_001), version)).problem.code).toBe('text-does-not-fit')
    for (const who of outsiders()) {
      expect((await api.as(who)('sessionNotes', { id: sessionId })).status).toBe(404)
      expect((await save(who, 'Mine', version)).status).toBe(404)
    }
  })

  it('lies sealed, and is in the file of both', async () => {
    await save(pair.mentorId, 'Remember the dashboard', (await read(pair.mentorId)).version)
    const { rows } = await product.database.query('select text from session_notes')
    expect(JSON.stringify(rows)).not.toContain('dashboard')
    for (const who of [pair.mentorId, pair.menteeId])
      expect(JSON.stringify((await api.as(who)('exportMyData', {})).body)).toContain('Remember the dashboard')
  })
})

describe('a private note', () => {
  const mine = async (by: string) => (await api.as(by)('privateNotes', { id: pair.id })).body.notes
  const lockAway = (by: string, box: string, seen: number) =>
    api.as(by)('savePrivateNote', { id: sessionId, box, seen })

  it('comes back to its writer alone, as it was locked', async () => {
    const box = await locked(await lockWith('correct horse battery'), 'here', 'He is afraid of the numbers')
    expect((await lockAway(pair.mentorId, box, 0)).body).toEqual({ version: 1 })
    const [note] = await mine(pair.mentorId)
    expect(note).toMatchObject({ sessionId, version: 1, box })
    const lock = await lockWith('correct horse battery', note!.box)
    expect(await unlocked(lock, 'here', note!.box)).toBe('He is afraid of the numbers')
    expect(await mine(pair.menteeId)).toEqual([])
    for (const who of outsiders()) {
      expect((await api.as(who)('privateNotes', { id: pair.id })).status).toBe(404)
      expect((await lockAway(who, aBox, 1)).status).toBe(404)
    }
    expect(JSON.stringify((await api.as(pair.mentorId)('exportMyData', {})).body)).toContain(box)
    expect(JSON.stringify((await api.as(pair.menteeId)('exportMyData', {})).body)).not.toContain(box)
  })

  it('that was not locked is not taken, nor one over another that was not read', async () => {
    expect((await lockAway(pair.mentorId, 'My words', 1)).problem.code).toBe('text-does-not-fit')
    expect((await lockAway(pair.mentorId, aBox, 0)).problem.code).toBe('changed-meanwhile')
    expect((await lockAway(pair.menteeId, aBox, 0)).status).toBe(200)
  })

  it('of a lost passphrase is deleted by its writer, and the partner’s stays', async () => {
    expect((await api.as(pair.mentorId)('removePrivateNotes', { id: pair.id })).status).toBe(200)
    expect([await mine(pair.mentorId), (await mine(pair.menteeId)).length]).toEqual([[], 1])
  })
})

it('once the two have parted both are only read, and go when either is erased', async () => {
  await endPairing(product.ports, pair.id, pair.mentorId)
  const { version, mayChange } = await read(pair.menteeId)
  expect(mayChange).toBe(false)
  expect((await save(pair.menteeId, 'Later', version)).problem.code).toBe('no-longer-open')
  await product.runJobs(3)
  expect((await api.as(pair.menteeId)('eraseMe', { confirmed: true })).status).toBe(200)
  await product.runJobs(3)
  const { erasures, sessionNotes, privateNotes } = product.ports.store
  const asked = await erasures.ofPerson(pair.menteeId)
  if (asked) expect(await erasePerson(product.ports, asked.id)).toBe('done')
  expect(await sessionNotes.get(sessionId)).toBeUndefined()
  expect(await privateNotes.ofPairing(pair.id, pair.menteeId)).toEqual([])
})
