/** Whether what a card speaks of is over by the record: answered, taken back, decided or mended before the card went out. */

import { isUnderReview } from '../../domain/enrolment/screening.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { stateOf } from '../../domain/pairing/agreement.ts'
import { isLive, liveStates, type PairingId } from '../../domain/pairing/pairing.ts'
import { isLate } from '../../domain/program/cohort-timetable.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'

type Store = Pick<
  Ports['store'],
  | 'pairings'
  | 'agreements'
  | 'asks'
  | 'placeOffers'
  | 'checkIns'
  | 'summaries'
  | 'posts'
  | 'handovers'
  | 'repairs'
  | 'delegates'
  | 'concerns'
  | 'participants'
  | 'training'
  | 'audit'
  | 'cohorts'
  | 'programs'
  | 'duties'
  | 'sessions'
>

export async function isSubjectOver(store: Store, personId: PersonId, notice: Notice): Promise<boolean> {
  switch (notice.kind) {
    // "You are paired with Ben" is no news any more when the two are not.
    case 'pairing':
    case 'nudge':
    case 'partner-pauses':
    case 'pair-handed':
    case 'break-over':
      return isPartedOf(store, notice.pairingId)
    // Called off, held already, or at another time by now.
    case 'session-ahead': {
      const session = await store.sessions.get(notice.sessionId)
      const stands = session?.state === 'planned' && session.startsAt.getTime() === notice.start.getTime()
      return !stands || (await isPartedOf(store, notice.pairingId))
    }
    case 'repair':
    case 'assisted-repair': {
      const repair = await store.repairs.get(notice.repairId)
      const session = repair && (await store.sessions.get(repair.sessionId))
      return session !== undefined && (await isPartedOf(store, session.pairingId))
    }
    case 'check-in': {
      const mine = (await store.checkIns.of(notice.sessionId)).find((one) => one.personId === personId)
      return mine !== undefined && mine.state !== 'asked'
    }
    case 'agreement': {
      const agreement = await store.agreements.latest(notice.pairingId)
      const isSigned = agreement !== undefined && stateOf(agreement) === 'in-force'
      return isSigned || (await isPartedOf(store, notice.pairingId))
    }
    // Read meanwhile, or the reader takes part no more.
    case 'training': {
      const isIn = (await store.participants.get(notice.participantId))?.state === 'approved'
      return !isIn || (await store.training.finished([personId])).get(personId)!.has(notice.lessonId)
    }
    // Decided meanwhile, or taken back.
    case 'application-received': {
      const participant = await store.participants.get(notice.participantId)
      return !participant || !isUnderReview(participant)
    }
    case 'decision':
      return isDecidedAnew(store, notice)
    // Somebody was found meanwhile, or they take part no more.
    case 'no-partner':
      return !(await isStillAlone(store, notice.cohortId, personId))
    case 'place-offered':
      return (await store.placeOffers.get(notice.offerId))?.state !== 'open'
    case 'ask':
      return (await store.asks.get(notice.askKey))?.state !== 'asked'
    case 'summary-to-approve': {
      const summary = await store.summaries.get(notice.summaryId)
      return summary?.state !== 'submitted' || summary.sponsorId !== personId
    }
    case 'sponsor-duty': {
      const cohort = await store.cohorts.get(notice.cohortId)
      const program = cohort && (await store.programs.get(cohort.programId))
      const isTheirs = program?.sponsorId === personId && cohort?.stage !== 'closed'
      return !isTheirs || (await store.duties.of(notice.cohortId)).some(({ duty }) => duty === notice.duty)
    }
    case 'late-stage': {
      const cohort = await store.cohorts.get(notice.cohortId)
      const program = cohort && (await store.programs.get(cohort.programId))
      return program?.organizerId !== personId || !isLate(notice.what, cohort!.stage)
    }
    case 'assisting':
      return notice.state === 'named' && (await store.delegates.of(notice.leaderId))?.assistantId !== personId
    case 'summary-news':
      return isOldNews(store, notice)
    case 'seat-asked':
      return (await store.handovers.get(notice.handoverId))?.state !== 'open'
    case 'concerns':
      return hasNoneOpen(store, notice.cohortId, Object.keys(notice.counts))
    case 'stalled-pairs':
      return hasNoneOpen(store, notice.cohortId, ['stalled'])
    default:
      return false
  }
}

const outcomes = { approve: 'approved', waitlist: 'waitlisted', decline: 'declined' } as const

/** Decided otherwise before the card went out, or the reader has left or asked again: an old answer would only mislead. */
async function isDecidedAnew(
  { participants, audit }: Store,
  { decision, about }: Extract<Notice, { kind: 'decision' }>,
): Promise<boolean> {
  if (!about) return false
  const state = (await participants.get(about.participantId))?.state
  // A pause is of somebody who was accepted.
  const stands = state === outcomes[decision] || (decision === 'approve' && state === 'paused')
  const last = await audit.lastOn(about.participantId, ['participant-decided'])
  return !stands || last?.detail?.['change'] !== about.change
}

/** The text has gone on since: sent again, tried again, withdrawn or deleted. */
async function isOldNews(
  { summaries, posts }: Store,
  { summaryId, what }: Extract<Notice, { kind: 'summary-news' }>,
): Promise<boolean> {
  const summary = await summaries.get(summaryId)
  switch (what) {
    case 'sent-back':
      return summary?.state !== 'drafted' || summary.note === undefined
    case 'approved':
      return summary?.state !== 'approved' && summary?.state !== 'published'
    case 'published':
      return summary?.state !== 'published'
    case 'failed': {
      const isOut = summary?.state === 'approved' || summary?.state === 'published'
      return !isOut || (await posts.of(summaryId)).every(({ state }) => state === 'posted')
    }
    case 'withdrawn':
      return summary?.state !== 'withdrawn'
  }
}

async function isStillAlone(store: Store, cohortId: string, personId: PersonId): Promise<boolean> {
  if ((await store.participants.of(cohortId, personId))?.state !== 'approved') return false
  const pairings = await store.pairings.list(cohortId, [...liveStates])
  return !pairings.some(({ mentorId, menteeId }) => mentorId === personId || menteeId === personId)
}

async function isPartedOf(store: Store, id: PairingId): Promise<boolean> {
  const pairing = await store.pairings.get(id)
  return pairing === undefined || !isLive(pairing)
}

async function hasNoneOpen(
  { concerns }: Store,
  cohortId: string | undefined,
  kinds: string[],
): Promise<boolean> {
  if (cohortId === undefined) return false
  return !(await concerns.list(cohortId)).some(({ kind }) => kinds.includes(kind))
}
