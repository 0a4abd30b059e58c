/**
 * Whoever wants to teach answers a few questions, and at least two reviewers read the answers, each alone: nobody sees what the
 * other thought before having said it themselves. Where they differ, that is shown. They advise, and the Organizer decides.
 */
import type { PersonId } from '../organization/person.ts'
import type { HeldRole } from '../program/part.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { saysNothing } from '../written.ts'
import type { Decision, Participant, ParticipantId } from './participant.ts'

/** Why they want to, and what they would do when a leader waves them off, asks about a colleague, or cancels twice. */
export const applicationQuestions = ['motive', 'dismissed', 'report', 'cancels'] as const
export type ApplicationQuestion = (typeof applicationQuestions)[number]
export const mostInAnswer = 1000

/** Each from 1 (not seen) to 4 (clearly there). */
export const criteria = ['patience', 'subject', 'motive', 'courage', 'discretion'] as const
export type Criterion = (typeof criteria)[number]
export const mostPoints = 4
export const mostInNote = 300

export const verdicts = ['yes', 'unsure', 'no'] as const
export type Verdict = (typeof verdicts)[number]

export const reviewsNeeded = 2
/** So many points apart on one criterion is a difference to talk about. */
export const apartBy = 2

export interface Application {
  participantId: ParticipantId
  answers: Record<ApplicationQuestion, string>
  sentAt: Date
  /** What was written is erased. */
  isErased?: true
}

export interface Review {
  participantId: ParticipantId
  reviewerId: PersonId
  scores: Record<Criterion, number>
  verdict: Verdict
  /** For the other reviewers and the Organizer; may stay empty. */
  note: string
  at: Date
  isErased?: true
}

/** What was decided on an application, and why, for the Organizers to read again. */
export interface RecordedDecision {
  id: string
  participantId: ParticipantId
  byId: PersonId
  decision: Decision
  reason: string
  at: Date
}

export type ScreeningRefusal = 'answer-missing' | 'answer-out-of-range'

/** A Program screens once it has enough people to do it. */
export const isScreened = (held: readonly HeldRole[]): boolean =>
  held.filter(({ role }) => role === 'reviewer').length >= reviewsNeeded

/** Only who still waits, and only on the side that teaches. Leaders answer for their own readiness. */
export const isUnderReview = ({ side, state }: Participant): boolean =>
  side === 'mentor' && (state === 'applied' || state === 'waitlisted')

/** Of this application: whoever applies again after leaving is read anew. */
export const ofThis = <T extends { at: Date } | { sentAt: Date }>(
  { enrolledAt }: Participant,
  all: readonly T[],
): T[] => all.filter((one) => ('at' in one ? one.at : one.sentAt) >= enrolledAt)

export function readApplication(
  given: Partial<Record<ApplicationQuestion, string>>,
): Application['answers'] | Refusal<ScreeningRefusal> {
  const answers = {} as Application['answers']
  for (const question of applicationQuestions) {
    const answer = given[question]?.trim() ?? ''
    if (saysNothing(answer)) return refuse('answer-missing', { field: question })
    if (answer.length > mostInAnswer) return refuse('answer-out-of-range', { field: question })
    answers[question] = answer
  }
  return answers
}

export function readScores(
  given: Partial<Record<Criterion, number>>,
): Review['scores'] | Refusal<ScreeningRefusal> {
  const scores = {} as Review['scores']
  for (const criterion of criteria) {
    const points = given[criterion]
    if (points === undefined) return refuse('answer-missing', { field: criterion })
    if (!Number.isInteger(points) || points < 1 || points > mostPoints)
      return refuse('answer-out-of-range', { field: criterion })
    scores[criterion] = points
  }
  return scores
}

export type ReviewStanding = 'waiting' | 'alike' | 'differ'

export function standingOf(reviews: readonly Review[]): { standing: ReviewStanding; apart: Criterion[] } {
  const readable = reviews.filter(({ isErased }) => !isErased)
  if (readable.length < reviewsNeeded) return { standing: 'waiting', apart: [] }
  const apart = criteria.filter((criterion) => {
    const points = readable.map(({ scores }) => scores[criterion])
    return Math.max(...points) - Math.min(...points) >= apartBy
  })
  const differ = new Set(readable.map(({ verdict }) => verdict)).size > 1
  return { standing: differ || apart.length > 0 ? 'differ' : 'alike', apart }
}

/** What others thought is read only after having said what one thinks oneself. */
export const shownTo = (reader: PersonId, reviews: readonly Review[]): Review[] =>
  reviews.some(({ reviewerId }) => reviewerId === reader) ? [...reviews] : []

/** A review stands once another one is there: nobody is drawn after the other. */
export const mayChange = (reader: PersonId, reviews: readonly Review[]): boolean =>
  reviews.every(({ reviewerId }) => reviewerId === reader) ||
  reviews.every(({ reviewerId }) => reviewerId !== reader)
