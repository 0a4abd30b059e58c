import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { ParticipantId } from '../../domain/enrolment/participant.ts'
import type { PlaceOffer, PlaceOfferId } from '../../domain/enrolment/place-offer.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'

export function placeOfferStore({ orm }: Database) {
  return {
    async get(id: PlaceOfferId): Promise<PlaceOffer | undefined> {
      const [row] = await orm.select().from(t.placeOffers).where(eq(t.placeOffers.id, id))
      return row && (present(row) as PlaceOffer)
    },
    /** The earliest first. */
    async list(cohortId: CohortId): Promise<PlaceOffer[]> {
      const rows = await orm
        .select()
        .from(t.placeOffers)
        .where(eq(t.placeOffers.cohortId, cohortId))
        .orderBy(asc(t.placeOffers.offeredAt), asc(t.placeOffers.id))
      return rows.map((row) => present(row) as PlaceOffer)
    },
    async openOf(participantId: ParticipantId): Promise<PlaceOffer | undefined> {
      const [row] = await orm
        .select()
        .from(t.placeOffers)
        .where(and(eq(t.placeOffers.participantId, participantId), eq(t.placeOffers.state, 'open')))
      return row && (present(row) as PlaceOffer)
    },
    /** Cohorts in which an offer waits for an answer, or for going on to the next. */
    async cohortsInPlay(): Promise<CohortId[]> {
      const gone = and(inArray(t.placeOffers.state, ['declined', 'lapsed']), isNull(t.placeOffers.passedOnAt))
      const rows = await orm
        .selectDistinct({ cohortId: t.placeOffers.cohortId })
        .from(t.placeOffers)
        .where(or(eq(t.placeOffers.state, 'open'), gone))
      return rows.map(({ cohortId }) => cohortId)
    },
    async save(offer: PlaceOffer): Promise<void> {
      await orm
        .insert(t.placeOffers)
        .values(offer)
        .onConflictDoUpdate({ target: t.placeOffers.id, set: offer })
    },
  }
}
