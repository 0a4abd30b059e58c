/** What the bot's handlers need of the product. `wire.ts` hands it in. */

import type { ParticipantState } from '../domain/enrolment/participant.ts'
import type { CheckInAnswer } from '../domain/meeting/check-in.ts'
import type { Answers } from '../domain/meeting/form.ts'
import type { PersonId } from '../domain/organization/person.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Face, Notice } from '../domain/telling/notice.ts'
import type { Reachable } from '../domain/telling/outgoing.ts'
import type { Log } from './adapter.ts'
import type { AskNotice } from './cards/meeting/ask.ts'

/** A request as the one who was asked sees it. */
export type PairRequestNotice = Extract<Notice, { kind: 'pair-request' }>
export type SeatAskedNotice = Extract<Notice, { kind: 'seat-asked' }>
export type PairingOffNotice = Extract<Notice, { kind: 'pairing-off' }>
export type RepairNotice = Extract<Notice, { kind: 'repair' }>
/** Times and the leader's name, nothing else. */
export type AssistedNotice = Extract<Notice, { kind: 'assisted-repair' }>

export interface NextSession {
  sessionId: string
  partner: Face
  startsAt: Date
  endsAt: Date
  /** IANA name of the reader's zone. */
  timeZone: string
  joinUrl?: string
  /** 1 to the Cohort's number of Sessions. */
  number: number
  /** Of `domain/arc.ts`. */
  theme: string
}

export interface MyMentoring {
  state: 'not-enrolled' | ParticipantState | 'paired'
  programName?: string
  partner?: Face
  next?: NextSession
  /** ISO date, with state `paused`. */
  pausedUntil?: string
}

/** A check-in as its card shows it to one of the two. */
export interface CheckInView {
  /** The two who met: nobody else may see or press anything. */
  participants: readonly [PersonId, PersonId]
  number: number
  partner: Face
  startedAt: Date
  timeZone: string
  /** This person's own answer, if there is one. */
  answer?: CheckInAnswer
}

export interface MessagesDeps {
  clock: { now(): Date }
  reachable: {
    save(reachable: Reachable): Promise<void>
    remove(id: string): Promise<void>
    /** True the first time this is seen, whatever names it. */
    firstSeen(what: readonly string[]): Promise<boolean>
  }
  /** The app has arrived at somebody: what they missed without it goes out. */
  deliverMissed(personId: PersonId): Promise<void>
  /** A guest, somebody who left or was switched off, or nobody the directory knows. */
  isStranger(personId: PersonId): Promise<boolean>
  myMentoring(personId: PersonId): Promise<MyMentoring>
  /** As this person sees it. A Refusal for a Session nobody knows, or that is not this person's. */
  checkIn(personId: PersonId, sessionId: string): Promise<CheckInView | Refusal>
  answerCheckIn(personId: PersonId, sessionId: string, answer: CheckInAnswer): Promise<{ ok: true } | Refusal>
  /** Without a rating nothing is recorded; the answer names the partner all the same. */
  rateSpeedMeeting(
    personId: PersonId,
    eventId: string,
    toId: PersonId,
    rating: number | undefined,
  ): Promise<{ ok: true; partner: Face } | Refusal>
  /** A form put to this person, with what they answered so far. */
  ask(personId: PersonId, askKey: string): Promise<{ notice: AskNotice; answers?: Answers } | Refusal>
  answerAsk(
    personId: PersonId,
    askKey: string,
    given: Readonly<Record<string, unknown>>,
  ): Promise<{ ok: true } | Refusal>
  /** "I can't make it": a Session, or the next one of a Pairing. Other times come in a card of their own. */
  cannotMakeIt(
    personId: PersonId,
    which: { sessionId: string } | { pairingId: string },
  ): Promise<RepairNotice | Refusal>
  /** How far a search for another time is, as this person sees it. */
  repair(personId: PersonId, repairId: string): Promise<RepairNotice | Refusal>
  chooseRepair(personId: PersonId, repairId: string, option: number): Promise<RepairNotice | Refusal>
  /** As an assistant. Somebody was quicker: the card as it is now. */
  chooseAssisted(personId: PersonId, repairId: string, option: number): Promise<AssistedNotice | Refusal>
  withdrawRepair(personId: PersonId, repairId: string): Promise<RepairNotice | Refusal>
  /** To somebody who would like to be paired with this person; the answer is the card as it is now. */
  answerRequest(
    personId: PersonId,
    requestId: string,
    answer: 'accept' | 'not-now',
  ): Promise<PairRequestNotice | Refusal>
  /** Of somebody who was asked to take a seat of a Program; the answer is the card as it is now. */
  answerSeat(
    personId: PersonId,
    handoverId: string,
    answer: 'accepted' | 'declined',
  ): Promise<SeatAskedNotice | Refusal>
  seatAsked(personId: PersonId, handoverId: string): Promise<SeatAskedNotice | Refusal>
  pairRequest(personId: PersonId, requestId: string): Promise<PairRequestNotice | Refusal>
  /** Once in a Cohort, until the first Session. */
  declinePairing(personId: PersonId, pairingId: string): Promise<PairingOffNotice | Refusal>
  /** @param until ISO date */
  pause(personId: PersonId, until: string): Promise<{ ok: true } | Refusal>
  /** What the product knows of somebody's language; Teams' own is used otherwise. */
  localeOf(personId: PersonId): Promise<string | undefined>
  /** Link that opens a place of the tab in Teams. */
  tabLink(place: string): string
  log: Log
}
