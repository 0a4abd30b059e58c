/** What meeting needs of the world. */
import type { Action, ActionId } from '../../domain/meeting/action.ts'
import type { Ask } from '../../domain/meeting/ask.ts'
import type { Certificate } from '../../domain/meeting/certificate.ts'
import type { CheckIn } from '../../domain/meeting/check-in.ts'
import type { Concern } from '../../domain/meeting/concern.ts'
import type { FollowUp } from '../../domain/meeting/follow-up.ts'
import type { Idea, IdeaId, Shared } from '../../domain/meeting/idea.ts'
import type { PairEnding } from '../../domain/meeting/pair-choice.ts'
import type { PrivateNote } from '../../domain/meeting/private-note.ts'
import type { SessionNotes } from '../../domain/meeting/session-notes.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { SessionId } from '../../domain/scheduling/session.ts'

/** One aggregate a line; see `Store`. */
export interface MeetingStore {
  concerns: {
    get(key: string): Promise<Concern | undefined>
    /** True when it is new, or had closed by itself; what a person closed stays closed. */
    raise(concern: Concern): Promise<boolean>
    /** @param by nobody when it closed by itself */
    close(key: string, at: Date, by?: PersonId): Promise<void>
    detail(key: string, detail: Concern['detail']): Promise<void>
    /** Open ones, or closed ones; latest first. */
    list(cohortId: CohortId, closed?: boolean): Promise<Concern[]>
    /** Open ones whose key begins so. */
    open(prefix: string): Promise<Concern[]>
    /** Active pairs of which some Session did not take place, or that count as stalled. */
    unsteady(now: Date): Promise<PairingId[]>
  }
  actions: {
    get(id: ActionId): Promise<Action | undefined>
    /** The earliest first. */
    ofPairing(pairingId: PairingId): Promise<Action[]>
    add(action: Action, cohortId: CohortId): Promise<void>
    settle(id: ActionId, doneAt: Date | undefined): Promise<void>
    remove(id: ActionId): Promise<void>
  }
  ideas: {
    get(id: IdeaId): Promise<Idea | undefined>
    /** The earliest first. */
    ofPairing(pairingId: PairingId): Promise<Idea[]>
    /** Those that both agreed to share, the earliest first. */
    shared(cohortId: CohortId): Promise<Shared[]>
    save(idea: Idea): Promise<void>
  }
  sessionNotes: {
    get(sessionId: SessionId): Promise<SessionNotes | undefined>
    save(notes: SessionNotes): Promise<void>
  }
  privateNotes: {
    get(sessionId: SessionId, personId: PersonId): Promise<PrivateNote | undefined>
    /** That person's alone, the one saved longest ago first. */
    ofPairing(pairingId: PairingId, personId: PersonId): Promise<PrivateNote[]>
    save(note: PrivateNote): Promise<void>
    removeAll(pairingId: PairingId, personId: PersonId): Promise<void>
  }
  followUps: {
    /** The earliest first. */
    list(cohortId: CohortId): Promise<FollowUp[]>
    add(followUp: FollowUp): Promise<void>
  }
  asks: {
    get(key: string): Promise<Ask | undefined>
    ofPairing(pairingId: PairingId): Promise<Ask[]>
    list(cohortId: CohortId): Promise<Ask[]>
    /** The earliest first; for that person. */
    ofPerson(personId: PersonId): Promise<Ask[]>
    /** Their time is over and nobody has said so yet. */
    overdue(now: Date, limit: number): Promise<Ask[]>
    /** Asked before that moment, neither answered nor reminded of; the earliest first. */
    unreminded(before: Date, limit: number): Promise<Ask[]>
    save(ask: Ask): Promise<void>
  }
  certificates: {
    get(code: string): Promise<Certificate | undefined>
    of(pairingId: PairingId, personId: PersonId): Promise<Certificate | undefined>
    save(certificate: Certificate): Promise<void>
    /** What the Mentee confirmed of the Mentor; undefined where there is nothing, or nothing any more. */
    skills(pairingId: PairingId): Promise<string[] | undefined>
    confirm(
      of: { pairingId: PairingId; cohortId: CohortId; byId: PersonId; at: Date },
      skills: readonly string[],
    ): Promise<void>
  }
  pairEndings: {
    of(pairingId: PairingId): Promise<PairEnding | undefined>
    list(cohortId: CohortId): Promise<PairEnding[]>
    /** Sessions beyond the plan. */
    more(pairingId: PairingId): Promise<number>
    save(ending: PairEnding): Promise<void>
  }
  checkIns: {
    of(sessionId: SessionId): Promise<CheckIn[]>
    /** Sessions of which one of the two at least has said something. */
    answered(pairingId: PairingId): Promise<Set<SessionId>>
    list(cohortId: CohortId): Promise<CheckIn[]>
    asked(before: Date, limit: number): Promise<CheckIn[]>
    /** Asked before that moment, neither answered nor reminded of; the earliest first. */
    unreminded(before: Date, limit: number): Promise<CheckIn[]>
    /** Nothing was asked and nothing said of this Session: it takes place at another time. */
    forget(sessionId: SessionId): Promise<void>
    save(checkIn: CheckIn): Promise<void>
  }
}
