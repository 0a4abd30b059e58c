/** Rows of a directory and of the product, with only what a test is about in sight. */
import type { DirectoryRow, PersonChange } from '../../bot/domain/organization/directory-page.ts'
import type { Pairing } from '../../bot/domain/pairing/pairing.ts'
import type { Cohort, Program } from '../../bot/domain/program/program.ts'
import { usualScheduling } from '../../bot/domain/program/scheduling-policy.ts'
import { storeOn, testDatabase } from '../support/database.ts'

export type TestStore = Awaited<ReturnType<typeof openStore>>

export async function openStore() {
  const { database, close } = await testDatabase()
  return { ...storeOn(database), database, close }
}

type Manager = (DirectoryRow & { kind: 'person' })['manager']

export const aRow = (
  id: string,
  person: Omit<PersonChange, 'id'> = { displayName: id, isEligible: true },
  manager: Manager = 'none',
): DirectoryRow => ({ kind: 'person', person: { id, ...person }, manager })

export const morning = new Date('2026-11-23T06:00:00Z')
export const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)

const program: Program = {
  id: 'program',
  name: 'Reverse mentoring',
  challenge: { statement: 'Learn', measure: 'use', unit: '%', baseline: 1, target: 2 },
  objectives: [],
  groundRules: { version: 1, items: [] },
  sponsorId: 'sponsor',
  sponsorMessage: '',
  organizerId: 'organizer',
}

/** A Program with Cohorts of these ids. */
export async function withCohorts(store: TestStore, ...ids: string[]): Promise<void> {
  await store.programs.save(program)
  for (const id of ids) {
    const cohort: Cohort = {
      id,
      programId: program.id,
      name: id,
      stage: 'matching',
      startsOn: '2026-12-07',
      endsOn: '2027-06-07',
      sessions: 6,
      cadenceWeeks: 3,
      sessionMinutes: 50,
      scheduling: usualScheduling,
      matching: {},
    }
    await store.cohorts.save(cohort)
  }
}

export const aProposal = (
  id: string,
  mentorId: string,
  menteeId: string,
  cohortId = 'cohort',
): Pairing & { state: 'proposed' } => ({
  id,
  cohortId,
  mentorId,
  menteeId,
  state: 'proposed',
  score: 50,
  parts: [],
  reason: 'Both cook.',
  pinned: false,
})

export const approved = (pairing: Pairing & { state: 'proposed' }): Pairing => ({
  ...pairing,
  state: 'approved',
  approvedBy: 'organizer',
  approvedAt: morning,
})
