/**
 * What the bot has to say, as plain data: the messages folder turns it into a card in the reader's language.
 * A Notice holds only what its reader may see.
 */

import type { ParticipantId } from '../enrolment/participant.ts'
import type { PlaceOfferId, PlaceOfferState } from '../enrolment/place-offer.ts'
import type { ConcernKind } from '../meeting/concern.ts'
import type { FormName, Question } from '../meeting/form.ts'
import type { PersonId } from '../organization/person.ts'
import type { PairingId, ScorePart } from '../pairing/pairing.ts'
import type { AskedState, RequestId } from '../preferences/preference.ts'
import type { LateStage } from '../program/cohort-timetable.ts'
import type { HandoverId, HandoverState } from '../program/handover.ts'
import type { Part } from '../program/part.ts'
import type { CohortId } from '../program/program.ts'
import type { Theme } from '../program/session-themes.ts'
import type { Duty } from '../program/sponsor-duties.ts'
import type { ShownFigure, SummaryId } from '../publishing/summary.ts'
import type { RepairState } from '../scheduling/repair/repair.ts'
import type { SessionId } from '../scheduling/session.ts'
import type { SpeedEventId } from '../speed/speed-event.ts'

/** Begins the keys of cards about which nobody but the two may learn, not even that there is one. */
export const betweenTwo = 'request.'

/** How a partner is shown on a card. */
export interface Face {
  id: string
  name: string
  jobTitle?: string
  department?: string
  location?: string
}

export type TopicNames = Record<string, Record<string, string>>

/** How far the search for another time is; `looking`: nothing to choose from yet. */
export type RepairShown = RepairState | 'looking'

export type Notice =
  | {
      kind: 'pairing'
      pairingId: PairingId
      mySide: 'mentor' | 'mentee'
      partner: Face
      parts: ScorePart[]
      /** Of topics in them that are the Program's own, by language. */
      topicNames?: TopicNames
      /** First Session, instants; `timeZone` is the reader's. */
      firstStart: Date
      /** For the link that opens a chat: `signInNameOf`. Both are absent in cards of earlier versions. */
      partnerSignInName?: string
      firstId?: SessionId
      firstEnd: Date
      sessions: number
      everyWeeks: number
      timeZone: string
      joinUrl?: string
      /** The reader has not declined a Pairing of this Cohort before. */
      mayDecline?: boolean
    }
  | {
      kind: 'check-in'
      sessionId: SessionId
      number: number
      partner: Face
      startedAt: Date
      timeZone: string
      /** The one reminder. */
      again?: true
      /** Absent while it is open; what was answered is not repeated. */
      state?: 'answered' | 'closed' | 'moved'
    }
  | {
      kind: 'repair'
      repairId: string
      state: RepairShown
      number: number
      partner: Face
      /** For the link that opens a chat: `signInNameOf`. */
      partnerSignInName?: string
      /** When the Session is to be at this moment. */
      stands: { start: Date; end: Date }
      /** It is out of the calendar already. */
      isCancelled: boolean
      /** Its time is over, and one of the two said that they did not meet. */
      isNotMet?: boolean
      iAsked: boolean
      mayWithdraw: boolean
      /** Those that can be chosen; `option` is what a press names. */
      options: { option: number; start: Date; end: Date }[]
      /** Which one was chosen. */
      time?: { start: Date; end: Date }
      /** The Session after this one. */
      next?: { number: number; start: Date; end: Date }
      timeZone: string
      joinUrl?: string
      /** Said again: after two days, or the day before the Session. */
      reminder?: 'again' | 'day-before'
    }
  | {
      /** To both, the working day before: when, who brings what, and how to get out of it. */
      kind: 'session-ahead'
      pairingId: PairingId
      sessionId: SessionId
      partner: Face
      mySide: 'mentor' | 'mentee'
      start: Date
      end: Date
      timeZone: string
      number: number
      theme: Theme
      /** In the Program's own words, by language. */
      own?: Record<string, { topic: string; bring: string }>
      /** How much of what they agreed to do is open; what it is stands in the tab. */
      openActions: number
      joinUrl?: string
    }
  | {
      kind: 'nudge'
      pairingId: PairingId
      partner: Face
      /** How many Sessions in a row did not take place. */
      sessions: number
      /** `sessionId` is absent in cards of earlier versions. */
      next?: { start: Date; end: Date; sessionId?: SessionId }
      timeZone: string
    }
  /** Without `cohortId` in cards of earlier versions. */
  | {
      kind: 'concerns'
      cohortId?: CohortId
      cohortName: string
      counts: Partial<Record<ConcernKind, number>>
      /** Both of each pair it is about, as far as the reader stands outside their line. Absent in cards of earlier versions. */
      pairs?: readonly (readonly [mentor: string, mentee: string])[]
      /** ISO instant of the first of them: what comes up within a minute of it joins this card. */
      since?: string
    }
  /** So many pairs or more. */
  | { kind: 'stalled-pairs'; cohortId?: CohortId; cohortName: string; stalled: number }
  | {
      kind: 'assisted-repair'
      repairId: string
      /** `off`: the pair is over, of which an assistant learns nothing else. */
      state: RepairShown | 'off'
      /** All an assistant is told besides times. */
      leaderName: string
      stands: { start: Date; end: Date }
      options: { option: number; start: Date; end: Date }[]
      time?: { start: Date; end: Date }
      timeZone: string
      reminder?: 'again' | 'day-before'
    }
  | {
      /** A leader's assistant was named, is it no more (both to the assistant), or gave it up (to the leader). */
      kind: 'assisting'
      state: 'named' | 'over' | 'stopped'
      leaderId: PersonId
      leaderName: string
      assistantName: string
    }
  | {
      kind: 'speed-round'
      eventId: SpeedEventId
      eventName: string
      round: number
      of: number
      startsAt: Date
      endsAt: Date
      timeZone: string
      /** Nobody: a pause. */
      partner?: Face
      /** For the link that calls them: `signInNameOf`. */
      partnerSignInName?: string
      iCall: boolean
      /** The reader's next meeting, if there is one. */
      nextAt?: Date
      joinUrl?: string
    }
  | {
      /** "I would like to be paired with you." */
      kind: 'pair-request'
      requestId: RequestId
      state: AskedState
      partner: Face
      /** What speaks for the two, without points. */
      why: Pick<ScorePart, 'part' | 'detail'>[]
      topicNames?: TopicNames
      until: Date
      timeZone: string
    }
  /**
   * To the asker: both want it, or nobody said anything. There is no third answer; `left-open` is what becomes of the first
   * when the Organizer does not hold the two together.
   */
  | { kind: 'pair-answer'; answer: 'accepted' | 'left-open' | 'no-answer'; partner: Face }
  /** To both, the same: the Pairing does not begin. Nothing says who or why. */
  | { kind: 'pairing-off'; partner: Face }
  /** The Pairing is over, whoever ended it and why. */
  | { kind: 'pairing-ended'; partner: Face }
  | {
      /** A form to answer alone. */
      kind: 'ask'
      askKey: string
      form: FormName
      side: 'mentor' | 'mentee'
      pairingId: PairingId
      partner: Face
      until: Date
      /** As the Program put them when it was asked; absent, those of `domain/meeting/form.ts`. */
      questions?: Question[]
      /** The one reminder. */
      again?: true
      /** Absent while it is open. */
      state?: 'answered' | 'closed'
    }
  | {
      /** Something to read and sign; what stands in it is read in the tab. */
      kind: 'agreement'
      pairingId: PairingId
      version: number
      why: 'partner-signed' | 'changed' | 'before-session'
      partner: Face
    }
  /** What the two said together, the same to both. */
  | {
      kind: 'pair-outcome'
      form: FormName
      result: 'good' | 'talk' | 'over' | 'goes-on'
      pairingId: PairingId
      partner: Face
    }
  /** Taking part, and with nobody this time: once, after the pairs are approved. */
  | { kind: 'no-partner'; cohortId: CohortId; side: 'mentor' | 'mentee'; programName: string }
  | {
      /** From the waiting list: a place is free, for so long. */
      kind: 'place-offered'
      offerId: PlaceOfferId
      state: PlaceOfferState
      side: 'mentor' | 'mentee'
      programName: string
      until: Date
      timeZone: string
    }
  /** The other of the two takes a break, until that ISO date. */
  | { kind: 'partner-pauses'; pairingId: PairingId; partner: Face; until: string }
  | {
      /** The break of one of the two is over, and none of the other: how they go on, asked of both once. */
      kind: 'break-over'
      pairingId: PairingId
      partner: Face
      /** The reader was the one who paused. */
      isReader: boolean
      next?: { start: Date; end: Date; sessionId: SessionId }
      timeZone: string
    }
  /** To an Organizer: a colleague hands them a pair to look after. Which, they read on the page. */
  | { kind: 'pair-handed'; pairingId: PairingId; cohortName: string; byName: string }
  /** The Cohort has closed: the two have come to the end together. */
  | { kind: 'pairing-completed'; partner: Face }
  | {
      /** Training is open, or still is a week later; `lessonId` is where to go on. */
      kind: 'training'
      why: 'open' | 'reminder'
      participantId: ParticipantId
      side: 'mentor' | 'mentee'
      lessonId: string
      left: number
      programName: string
    }
  | {
      kind: 'decision'
      decision: 'approve' | 'waitlist' | 'decline'
      programName: string
      /** Of what, and which of its changes: a later one takes this card back. Cards of former versions lack it. */
      about?: { participantId: ParticipantId; change: string }
    }
  | {
      /** To the Sponsor, a week before a date on which a word of theirs counts. */
      kind: 'sponsor-duty'
      cohortId: CohortId
      duty: Duty
      state: 'due' | 'done'
      programName: string
      cohortName: string
      /** ISO date. */
      on: string
    }
  | {
      /** To the Organizer: a planned date has come, and the Cohort is not there yet. */
      kind: 'late-stage'
      cohortId: CohortId
      what: LateStage
      programName: string
      cohortName: string
      /** ISO date. */
      on: string
      mentors: number
      mentees: number
      applied: number
    }
  | { kind: 'summary-to-approve'; summaryId: SummaryId; title: string; authorName: string }
  /** What became of a text, to whoever wrote it last. */
  | ({ kind: 'summary-news'; summaryId: SummaryId; title: string } & (
      | { what: 'sent-back'; byName: string; note: string }
      | { what: 'approved' | 'withdrawn'; byName: string }
      /** In how many channels it stands by now. */
      | { what: 'published'; posted: number }
      | { what: 'failed'; posted: number; of: number }
    ))
  | {
      /** "Would you be the Sponsor of this Program?" */
      kind: 'seat-asked'
      handoverId: HandoverId
      seat: Part
      state: HandoverState
      programName: string
      /** The challenge the Program stands for. */
      statement: string
      askedByName: string
      /** Who has the seat now; absent where nobody had it. */
      fromName?: string
    }
  | {
      /** What became of the question, to whoever has the seat or asked. */
      kind: 'seat-news'
      seat: Part
      state: HandoverState
      programName: string
      personName: string
      reader: 'holder' | 'asker'
    }
  | {
      /** What became of a part in a Program that somebody has: to them, or to the Organizers. */
      kind: 'part-news'
      part: Part
      what: 'left' | 'gone' | 'takes-part' | 'follows' | 'taken-back' | 'decides' | 'decides-no-more'
      programName: string
      /** Whose part it is; of what somebody else decided, who did. */
      personName: string
      /** It is about the reader. */
      isReader: boolean
      /** ISO date: the last day on which a stand-in decides. */
      until?: string
    }
  /** To the owner of a list of exclusions: somebody else brought a file of that name. Nothing changed. */
  | { kind: 'list-tried'; source: string; byName: string }
  /** To whoever applied, once. */
  | { kind: 'application-received'; participantId: ParticipantId; programName: string }
  /** Somebody's application can be read; whose stands on the page, for whoever may read it. */
  | { kind: 'to-review'; cohortId: CohortId; programName: string }

/** What goes to a company channel. */
export interface Announcement {
  summaryId: SummaryId
  title: string
  body: string
  figures: ShownFigure[]
  /** In which it was written. */
  language?: string
  programName: string
}
