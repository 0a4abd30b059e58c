import { and, asc, eq } from 'drizzle-orm'
import type { ParticipantId } from '../../domain/enrolment/participant.ts'
import type { Application, RecordedDecision, Review } from '../../domain/enrolment/screening.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

type Said = Pick<Review, 'scores' | 'verdict' | 'note'>

const nothing = { scores: { patience: 0, subject: 0, motive: 0, courage: 0, discretion: 0 } }
const noAnswers = { motive: '', dismissed: '', report: '', cancels: '' }

const of = (table: typeof t.applications | typeof t.reviews, cohortId: CohortId, id?: ParticipantId) =>
  and(eq(table.cohortId, cohortId), id === undefined ? undefined : eq(table.participantId, id))

export function screeningStore({ orm }: Database, keys: DataKeys) {
  return {
    async applications(cohortId: CohortId, id?: ParticipantId): Promise<Application[]> {
      const rows = await orm
        .select()
        .from(t.applications)
        .where(of(t.applications, cohortId, id))
      return keys.openEach(
        rows,
        () => cohortId,
        ({ participantId, sentAt, answers: sealed }, box): Application => {
          const answers = box.open<Application['answers']>(places.application(participantId), sealed)
          return answers === erased
            ? { participantId, sentAt, answers: noAnswers, isErased: true }
            : { participantId, sentAt, answers }
        },
      )
    },
    async saveApplication(
      { participantId, answers, sentAt }: Application,
      cohortId: CohortId,
    ): Promise<void> {
      const box = await keys.boxOf(cohortId)
      const set = { answers: box.seal(places.application(participantId), answers), sentAt }
      await orm
        .insert(t.applications)
        .values({ participantId, cohortId, ...set })
        .onConflictDoUpdate({ target: t.applications.participantId, set })
    },
    /** The earliest first. */
    async reviews(cohortId: CohortId, id?: ParticipantId): Promise<Review[]> {
      const rows = await orm
        .select()
        .from(t.reviews)
        .where(of(t.reviews, cohortId, id))
        .orderBy(asc(t.reviews.at), asc(t.reviews.reviewerId))
      return keys.openEach(
        rows,
        () => cohortId,
        ({ participantId, reviewerId, at, review: sealed }, box): Review => {
          const said = box.open<Said>(places.review(participantId, reviewerId), sealed)
          const who = { participantId, reviewerId, at }
          return said === erased
            ? { ...who, ...nothing, verdict: 'unsure', note: '', isErased: true }
            : { ...who, ...said }
        },
      )
    },
    async saveReview(given: Review, cohortId: CohortId): Promise<void> {
      const { participantId, reviewerId, at, scores, verdict, note } = given
      const box = await keys.boxOf(cohortId)
      const review = box.seal(places.review(participantId, reviewerId), { scores, verdict, note })
      await orm
        .insert(t.reviews)
        .values({ participantId, reviewerId, cohortId, review, at })
        .onConflictDoUpdate({ target: [t.reviews.participantId, t.reviews.reviewerId], set: { review, at } })
    },
    /** The latest first. */
    async decisions(cohortId: CohortId): Promise<RecordedDecision[]> {
      const rows = await orm
        .select()
        .from(t.decisions)
        .where(eq(t.decisions.cohortId, cohortId))
        .orderBy(asc(t.decisions.at), asc(t.decisions.id))
      const opened = await keys.openEach(
        rows,
        () => cohortId,
        ({ id, participantId, byId, decision, at, reason: sealed }, box): RecordedDecision => {
          const reason = box.open<string>(places.reason(id), sealed)
          return { id, participantId, byId, decision, at, reason: reason === erased ? '' : reason }
        },
      )
      return opened.toReversed()
    },
    async recordDecision({ reason, ...decision }: RecordedDecision, cohortId: CohortId): Promise<void> {
      const box = await keys.boxOf(cohortId)
      const sealed = box.seal(places.reason(decision.id), reason)
      await orm.insert(t.decisions).values({ ...decision, cohortId, reason: sealed })
    },
  }
}
