/** What enrolment needs of the world. */
import type { Invitation, InvitationCounts, InvitationId } from '../../domain/enrolment/invitation.ts'
import type { Voice, VoiceId } from '../../domain/enrolment/nomination.ts'
import type { Participant, ParticipantId, ParticipantState } from '../../domain/enrolment/participant.ts'
import type { PlaceOffer, PlaceOfferId } from '../../domain/enrolment/place-offer.ts'
import type { Application, RecordedDecision, Review } from '../../domain/enrolment/screening.ts'
import type { LessonProgress } from '../../domain/enrolment/training.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId, ProgramId } from '../../domain/program/program.ts'

/** One aggregate a line; see `Store`. */
export interface EnrolmentStore {
  participants: {
    get(id: ParticipantId): Promise<Participant | undefined>
    of(cohortId: CohortId, personId: PersonId): Promise<Participant | undefined>
    list(cohortId: CohortId): Promise<Participant[]>
    ofPerson(personId: PersonId): Promise<Participant[]>
    counts(cohortId: CohortId): Promise<Record<ParticipantState, number>>
    /** Topics of the Program's own that somebody has chosen, in whichever of its Cohorts. */
    ownTopicsOf(programId: ProgramId): Promise<string[]>
    /** Approved people by side. */
    sides(cohortId: CohortId): Promise<{ mentors: number; mentees: number }>
    /** Offers and wishes of approved people by topic, most wanted first. */
    balance(cohortId: CohortId): Promise<{ topic: string; offered: number; wanted: number }[]>
    /** In how many earlier Cohorts somebody was approved and never had a Pairing. */
    waited(cohortId: CohortId): Promise<Map<PersonId, number>>
    pausedUntil(date: string): Promise<Participant[]>
    save(participant: Participant): Promise<void>
    /** Once a version, with the time of the first press. */
    accept(id: ParticipantId, version: number, at: Date): Promise<void>
    block(byPerson: PersonId, other: PersonId): Promise<void>
    unblock(byPerson: PersonId, other: PersonId): Promise<void>
    blocks(): Promise<[PersonId, PersonId][]>
  }
  placeOffers: {
    get(id: PlaceOfferId): Promise<PlaceOffer | undefined>
    /** The earliest first. */
    list(cohortId: CohortId): Promise<PlaceOffer[]>
    openOf(participantId: ParticipantId): Promise<PlaceOffer | undefined>
    /** Cohorts in which an offer waits for an answer, or for going on to the next. */
    cohortsInPlay(): Promise<CohortId[]>
    save(offer: PlaceOffer): Promise<void>
  }
  invitations: {
    get(id: InvitationId): Promise<Invitation | undefined>
    ofPerson(personId: PersonId): Promise<Invitation[]>
    invited(cohortId: CohortId): Promise<PersonId[]>
    /** Of these people, those who are invited. */
    among(cohortId: CohortId, people: readonly PersonId[]): Promise<Set<PersonId>>
    counts(cohortId: CohortId): Promise<InvitationCounts>
    /** No card was sent yet, of Cohorts that people can enroll in; the earliest first. */
    unsent(most: number): Promise<Invitation[]>
    /** The card was sent until then, and they have neither enrolled nor answered nor been reminded. */
    toRemind(until: Date, most: number): Promise<Invitation[]>
    /** Whoever is invited already stays so as they were. */
    add(invitations: readonly Invitation[]): Promise<void>
    save(invitation: Invitation): Promise<void>
  }
  nominations: {
    get(id: VoiceId): Promise<Voice | undefined>
    /** The earliest first, as all of these. */
    list(cohortId: CohortId): Promise<Voice[]>
    of(cohortId: CohortId, personId: PersonId): Promise<Voice[]>
    by(cohortId: CohortId, byId: PersonId): Promise<Voice[]>
    /** Once by each of each. */
    add(voice: Voice): Promise<void>
    /** Whoever is put forward, by all who have spoken. */
    setAside(cohortId: CohortId, personId: PersonId, at: Date): Promise<void>
    remove(id: VoiceId): Promise<void>
  }
  screening: {
    /** Of the Cohort, or of one in it. */
    applications(cohortId: CohortId, id?: ParticipantId): Promise<Application[]>
    saveApplication(application: Application, cohortId: CohortId): Promise<void>
    /** The earliest first. */
    reviews(cohortId: CohortId, id?: ParticipantId): Promise<Review[]>
    saveReview(review: Review, cohortId: CohortId): Promise<void>
    /** The latest first. */
    decisions(cohortId: CohortId): Promise<RecordedDecision[]>
    recordDecision(decision: RecordedDecision, cohortId: CohortId): Promise<void>
  }
  training: {
    of(personId: PersonId): Promise<LessonProgress[]>
    /** The lessons that each has finished, by id, and when. */
    finished(people: readonly PersonId[]): Promise<Map<PersonId, Map<string, Date>>>
    save(progress: LessonProgress): Promise<void>
  }
}
