/** Applications of those who want to teach: sent, read by reviewers each alone, and shown to whoever decides. */

import type { Participant, ParticipantId } from '../../domain/enrolment/participant.ts'
import type {
  Application,
  ApplicationQuestion,
  Criterion,
  Review,
  Verdict,
} from '../../domain/enrolment/screening.ts'
import {
  isScreened,
  isUnderReview,
  mayChange,
  ofThis,
  readApplication,
  readScores,
  standingOf,
} from '../../domain/enrolment/screening.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { utcDate } from '../../domain/span.ts'
import { chartOf } from '../organization/chart.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { lockEnrolment } from './enrol.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** Whether applications of this Cohort are read by reviewers, and by whom. */
export async function reviewersOf(
  { store }: Pick<Ports, 'store'>,
  cohortId: CohortId,
): Promise<{ isScreened: boolean; reviewers: PersonId[]; programName: string }> {
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  const held = program ? await store.programRoles.of(program.id) : []
  const reviewers = held.filter(({ role }) => role === 'reviewer').map(({ personId }) => personId)
  return { isScreened: isScreened(held), reviewers, programName: program?.name ?? '' }
}

/** One's own, as one has it: what was sent, and whether it can still be changed. */
export async function myApplication(
  ports: Pick<Ports, 'store'>,
  cohortId: CohortId,
  personId: PersonId,
): Promise<{ isAsked: boolean; isOpen: boolean; application?: Application }> {
  const { store } = ports
  const participant = await store.participants.of(cohortId, personId)
  if (participant?.side !== 'mentor') return { isAsked: false, isOpen: false }
  const { isScreened: isAsked } = await reviewersOf(ports, cohortId)
  const { application, reviews } = await recordOf(ports, participant)
  return {
    isAsked: isAsked && isUnderReview(participant),
    isOpen: isUnderReview(participant) && reviews.length === 0,
    ...(application ? { application } : {}),
  }
}

/** Until somebody has read it, it may be sent again. */
export async function sendApplication(
  ports: Needs,
  cohortId: CohortId,
  personId: PersonId,
  given: Partial<Record<ApplicationQuestion, string>>,
): Promise<Application | Refusal> {
  const { store, clock } = ports
  const answers = readApplication(given)
  if (isRefused(answers)) return answers
  return store.transaction(async () => {
    await lockEnrolment(store, { cohortId, personId })
    const participant = await store.participants.of(cohortId, personId)
    if (!participant) return refuse('not-found')
    const { isScreened: isAsked, reviewers, programName } = await reviewersOf(ports, cohortId)
    if (!isAsked || !isUnderReview(participant)) return refuse('no-longer-open')
    if ((await recordOf(ports, participant)).reviews.length > 0) return refuse('no-longer-open')
    const application = { participantId: participant.id, answers, sentAt: clock.now() }
    await store.screening.saveApplication(application, cohortId)
    // Sent again, it is the same application; after leaving it is another one.
    const received = `application-received.${participant.id}.${participant.enrolledAt.getTime()}`
    await tell(ports, received, personId, {
      ...{ kind: 'application-received', participantId: participant.id, programName },
    })
    const chart = await chartOf(ports)
    for (const reviewerId of reviewers) {
      if (
        reviewerId === personId ||
        chart.mayBeAbove(reviewerId, personId) ||
        chart.mayBeAbove(personId, reviewerId)
      )
        continue
      // One card a day, however many apply.
      const key = `to-review.${cohortId}.${reviewerId}.${utcDate(clock.now())}`
      await tell(ports, key, reviewerId, { kind: 'to-review', cohortId, programName })
    }
    return application
  })
}

export async function reviewApplication(
  ports: Needs,
  id: ParticipantId,
  by: PersonId,
  given: { scores: Partial<Record<Criterion, number>>; verdict: Verdict; note: string },
): Promise<Review | Refusal> {
  const { store, clock } = ports
  const scores = readScores(given.scores)
  if (isRefused(scores)) return scores
  return store.transaction(async () => {
    const known = await store.participants.get(id)
    if (!known) return refuse('not-found')
    // Two may send theirs at once: one after the other.
    await lockEnrolment(store, known)
    const participant = await store.participants.get(id)
    if (!participant || !isUnderReview(participant)) return refuse('no-longer-open')
    const { application, reviews } = await recordOf(ports, participant)
    if (!application || !mayChange(by, reviews)) return refuse('no-longer-open')
    const review = {
      ...{ participantId: id, reviewerId: by, scores, verdict: given.verdict },
      ...{ note: given.note.trim(), at: clock.now() },
    }
    await store.screening.saveReview(review, participant.cohortId)
    await audit(ports, by, 'application-reviewed', id)
    return review
  })
}

/** What there is about this very application. */
async function recordOf(
  { store }: Pick<Ports, 'store'>,
  participant: Participant,
): Promise<{ application: Application | undefined; reviews: Review[] }> {
  const { cohortId, id } = participant
  return {
    application: ofThis(participant, await store.screening.applications(cohortId, id))[0],
    reviews: ofThis(participant, await store.screening.reviews(cohortId, id)),
  }
}

/** Whether a Program that screens has too few who have read this one. */
export async function waitsForReviews(
  ports: Pick<Ports, 'store'>,
  participant: Participant,
): Promise<boolean> {
  if (!isUnderReview(participant) || !(await reviewersOf(ports, participant.cohortId)).isScreened)
    return false
  return standingOf((await recordOf(ports, participant)).reviews).standing === 'waiting'
}

export interface UnderReview {
  participant: Participant
  application?: Application
  reviews: Review[]
}

/** Of those who want to teach and wait, the earliest first. */
export async function underReview(
  { store }: Pick<Ports, 'store'>,
  cohortId: CohortId,
): Promise<UnderReview[]> {
  const applications = new Map(
    (await store.screening.applications(cohortId)).map((one) => [one.participantId, one]),
  )
  const reviews = new Map<ParticipantId, Review[]>()
  for (const review of await store.screening.reviews(cohortId))
    reviews.set(review.participantId, [...(reviews.get(review.participantId) ?? []), review])
  return (await store.participants.list(cohortId))
    .filter(isUnderReview)
    .toSorted((one, other) => one.enrolledAt.getTime() - other.enrolledAt.getTime())
    .map((participant) => {
      const sent = applications.get(participant.id)
      const [application] = ofThis(participant, sent ? [sent] : [])
      return {
        participant,
        ...(application ? { application } : {}),
        reviews: ofThis(participant, reviews.get(participant.id) ?? []),
      }
    })
}
