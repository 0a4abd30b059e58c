import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { eventsOf, newEventKey, saveEvent } from '../../bot/demo/graph/event-store.ts'
import { memoryOf } from '../../bot/demo/graph/memory.ts'
import { loadSnapshot, saveSnapshot } from '../../bot/demo/snapshot.ts'
import type { TenantState } from '../../bot/demo/state.ts'
import { createState } from '../../bot/demo/tenant-state.ts'

const folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const company = createSeededCompany({ people: 60 })
const aTenant = (): TenantState =>
  createState(
    { company },
    'http://localhost',
    () => new Date('2026-05-04T09:00:00Z'),
    () => {},
  )

test('after a restart a calendar holds what it held, a repeated booking is known, and no id is given twice', () => {
  const before = aTenant()
  const { mentor } = company.personas
  const id = newEventKey(before, memoryOf(before))
  const event = {
    id,
    mailbox: mentor,
    iCalUId: 'u1',
    resource: {},
    exceptions: new Map([['2026-05-05', {}]]),
    cancelled: new Set(['2026-06-02']),
    etag: 0,
  }
  saveEvent(before, event, 'created')
  memoryOf(before).transactions.set(`${mentor}|t1`, { eventId: id, content: 'c' })
  before.stepsDone.add('calendar')
  saveSnapshot(join(folder, 'tenant.json'), before, 5000)

  const after = aTenant()
  expect(loadSnapshot(join(folder, 'tenant.json'), after)).toEqual({ ahead: 5000 })
  expect(eventsOf(after, memoryOf(after), mentor)).toEqual([event])
  expect(memoryOf(after).transactions.get(`${mentor}|t1`)?.eventId).toBe(id)
  expect(newEventKey(after, memoryOf(after))).not.toBe(id)
  expect([...after.stepsDone]).toEqual(['calendar'])
})
