/** Whose data key seals a Notice: that of the Cohort it is about, so that it goes with the Cohort's. */
import { eq } from 'drizzle-orm'
import type { Notice } from '../../domain/telling/notice.ts'
import { organization } from '../data-keys.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'

export async function scopeOf(orm: Database['orm'], notice: Notice): Promise<string> {
  // It names people of the Cohort, and goes with it.
  if (notice.kind === 'concerns' && notice.cohortId !== undefined) return notice.cohortId
  if (notice.kind === 'invitation') return notice.cohortId
  const [row] = await cohortOf(orm, notice)
  return row?.cohortId ?? organization
}

async function cohortOf(orm: Database['orm'], notice: Notice): Promise<{ cohortId: string }[]> {
  const { cohortId } = t.pairings
  if ('pairingId' in notice) {
    return orm.select({ cohortId }).from(t.pairings).where(eq(t.pairings.id, notice.pairingId))
  }
  if ('participantId' in notice) {
    const { participants } = t
    return orm
      .select({ cohortId: participants.cohortId })
      .from(participants)
      .where(eq(participants.id, notice.participantId))
  }
  if ('sessionId' in notice) {
    return orm
      .select({ cohortId })
      .from(t.sessions)
      .innerJoin(t.pairings, eq(t.pairings.id, t.sessions.pairingId))
      .where(eq(t.sessions.id, notice.sessionId))
  }
  if ('repairId' in notice) {
    return orm
      .select({ cohortId })
      .from(t.repairs)
      .innerJoin(t.sessions, eq(t.sessions.id, t.repairs.sessionId))
      .innerJoin(t.pairings, eq(t.pairings.id, t.sessions.pairingId))
      .where(eq(t.repairs.id, notice.repairId))
  }
  if ('requestId' in notice) {
    const { pairRequests } = t
    return orm
      .select({ cohortId: pairRequests.cohortId })
      .from(pairRequests)
      .where(eq(pairRequests.id, notice.requestId))
  }
  if ('eventId' in notice) {
    const { speedEvents } = t
    return orm
      .select({ cohortId: speedEvents.cohortId })
      .from(speedEvents)
      .where(eq(speedEvents.id, notice.eventId))
  }
  if ('summaryId' in notice) {
    return orm
      .select({ cohortId: t.summaries.cohortId })
      .from(t.summaries)
      .where(eq(t.summaries.id, notice.summaryId))
  }
  return []
}
