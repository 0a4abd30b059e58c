/** Whether what a card speaks of is over by the record: answered, taken back, decided or mended before the card went out. */

import { mayInvite } from '../../domain/enrolment/invitation.ts'
import { isUnderReview } from '../../domain/enrolment/screening.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { stateOf } from '../../domain/pairing/agreement.ts'
import { isLive, liveStates, type PairingId } from '../../domain/pairing/pairing.ts'
import { isLate } from '../../domain/program/cohort-timetable.ts'
import { type Notice, type OwnSubject, traitsOf } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'

type Store = Pick<
  Ports['store'],
  | 'pairings'
  | 'agreements'
  | 'asks'
  | 'ideas'
  | 'placeOffers'
  | 'invitations'
  | 'people'
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
  | 'talks'
  | 'thanks'
  | 'programRoles'
  | 'sessions'
>

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>
type Checks = {
  [K in OwnSubject]: (store: Store, notice: Of<K>, personId: PersonId) => Promise<boolean>
}

export async function isSubjectOver(store: Store, personId: PersonId, notice: Notice): Promise<boolean> {
  switch (traitsOf(notice).subject) {
    case 'lasting':
      return false
    // "You are paired with Ben" is no news any more when the two are not.
    case 'pair':
      return isPartedOf(store, (notice as { pairingId: PairingId }).pairingId)
    case 'session':
      return hasMoved(store, notice as Of<'session-ahead'>)
    case 'own': {
      const isOver = checks[notice.kind as OwnSubject] as Checks[OwnSubject]
      return isOver(store, notice as never, personId)
    }
  }
}

/** Called off, held already, or at another time by now. */
async function hasMoved(
  store: Store,
  { pairingId, sessionId, start }: Of<'session-ahead'>,
): Promise<boolean> {
  const session = await store.sessions.get(sessionId)
  const stands = session?.state === 'planned' && session.startsAt.getTime() === start.getTime()
  return !stands || (await isPartedOf(store, pairingId))
}

const checks: Checks = {
  repair: isOfParted,
  'assisted-repair': isOfParted,
  'check-in': async (store, { sessionId }, personId) => {
    const mine = (await store.checkIns.of(sessionId)).find((one) => one.personId === personId)
    return mine !== undefined && mine.state !== 'asked'
  },
  agreement: async (store, { pairingId }) => {
    const agreement = await store.agreements.latest(pairingId)
    const isSigned = agreement !== undefined && stateOf(agreement) === 'in-force'
    return isSigned || (await isPartedOf(store, pairingId))
  },
  // Read meanwhile, or the reader takes part no more.
  training: async (store, { participantId, lessonId }, personId) => {
    const isIn = (await store.participants.get(participantId))?.state === 'approved'
    return !isIn || (await store.training.finished([personId])).get(personId)!.has(lessonId)
  },
  // Decided meanwhile, or taken back.
  'application-received': async (store, { participantId }) => {
    const participant = await store.participants.get(participantId)
    return !participant || !isUnderReview(participant)
  },
  // Changed meanwhile, by whoever it was.
  'break-set': async (store, { participantId, until }) => {
    const participant = await store.participants.get(participantId)
    return until ? participant?.pausedUntil !== until : participant?.state !== 'approved'
  },
  decision: isDecidedAnew,
  // Somebody was found meanwhile, or they take part no more.
  'no-partner': async (store, { cohortId }, personId) => !(await isStillAlone(store, cohortId, personId)),
  'place-offered': async (store, { offerId }) => (await store.placeOffers.get(offerId))?.state !== 'open',
  // Answered or enrolled meanwhile, too late for it, or no longer one of the organization.
  invitation: async (store, { invitationId, cohortId }, personId) => {
    const isOpen = (await store.invitations.get(invitationId))?.state === 'open'
    const stage = (await store.cohorts.get(cohortId))?.stage
    const isIn = (await store.participants.of(cohortId, personId)) !== undefined
    const isHere = (await store.people.get(personId))?.isEligible === true
    return !isOpen || isIn || !isHere || stage === undefined || !mayInvite(stage)
  },
  // Answered, kept back or decided anew meanwhile; nobody is asked about an idea of a pair that is over.
  idea: async (store, { ideaId, state, pairingId }) =>
    (await store.ideas.get(ideaId))?.state !== state ||
    (state === 'asked' && (await isPartedOf(store, pairingId))),
  ask: async (store, { askKey }) => (await store.asks.get(askKey))?.state !== 'asked',
  'summary-to-approve': async (store, { summaryId }, personId) => {
    const summary = await store.summaries.get(summaryId)
    return summary?.state !== 'submitted' || summary.sponsorId !== personId
  },
  'sponsor-duty': async (store, { cohortId, duty }, personId) => {
    const cohort = await store.cohorts.get(cohortId)
    const program = cohort && (await store.programs.get(cohort.programId))
    const isTheirs = program?.sponsorId === personId && cohort?.stage !== 'closed'
    return !isTheirs || (await store.duties.of(cohortId)).some((done) => done.duty === duty)
  },
  'late-stage': async (store, { cohortId, what }, personId) => {
    const cohort = await store.cohorts.get(cohortId)
    const program = cohort && (await store.programs.get(cohort.programId))
    return program?.organizerId !== personId || !isLate(what, cohort!.stage)
  },
  // To everybody it is as true late as at once. Whether the Sponsor would: said by now, closed, other words, or another Sponsor.
  thanks: async (store, notice, personId) => {
    if (notice.what === 'told') return false
    const cohort = await store.cohorts.get(notice.cohortId)
    const program = cohort && (await store.programs.get(cohort.programId))
    const latest = await store.thanks.latest(notice.cohortId)
    const isOpen = cohort !== undefined && cohort.stage !== 'closed' && program?.sponsorId === personId
    return !isOpen || latest?.version !== notice.version || latest.agreedBy !== undefined
  },
  // Answered or taken back, or the reader is nobody's contact there by now.
  'talk-asked': async ({ talks, cohorts, programRoles }, { talkId }, personId) => {
    const talk = await talks.get(talkId)
    const cohort = talk && !talk.answeredAt ? await cohorts.get(talk.cohortId) : undefined
    if (!cohort) return true
    const held = await programRoles.ofPerson(personId, cohort.programId)
    return !held.some(({ role }) => role === 'independent-contact')
  },
  assisting: async (store, { state, leaderId }, personId) =>
    state === 'named' && (await store.delegates.of(leaderId))?.assistantId !== personId,
  'summary-news': isOldNews,
  'seat-asked': async (store, { handoverId }) => (await store.handovers.get(handoverId))?.state !== 'open',
  concerns: (store, { cohortId, counts }) => hasNoneOpen(store, cohortId, Object.keys(counts)),
  'stalled-pairs': (store, { cohortId }) => hasNoneOpen(store, cohortId, ['stalled']),
}

async function isOfParted(store: Store, { repairId }: Of<'repair' | 'assisted-repair'>): Promise<boolean> {
  const repair = await store.repairs.get(repairId)
  const session = repair && (await store.sessions.get(repair.sessionId))
  return session !== undefined && (await isPartedOf(store, session.pairingId))
}

const outcomes = { approve: 'approved', waitlist: 'waitlisted', decline: 'declined' } as const

/** Decided otherwise before the card went out, or the reader has left or asked again: an old answer would only mislead. */
async function isDecidedAnew(
  { participants, audit }: Store,
  { decision, about }: Of<'decision'>,
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
  { summaryId, what }: Of<'summary-news'>,
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
