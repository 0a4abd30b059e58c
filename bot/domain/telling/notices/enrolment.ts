import type { InvitationId } from '../../enrolment/invitation.ts'
import type { ParticipantId } from '../../enrolment/participant.ts'
import type { PlaceOfferId, PlaceOfferState } from '../../enrolment/place-offer.ts'
import type { CohortId } from '../../program/program.ts'
import { startOfDay } from '../../span.ts'
import { lasting, type TraitsOf } from '../notice-traits.ts'

export type EnrolmentNotice =
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
  | {
      /** Asked to enroll on this side, and once more a week later; `enrolled` and `closed` are how it stands when answered late. */
      kind: 'invitation'
      why: 'first' | 'reminder'
      invitationId: InvitationId
      cohortId: CohortId
      state: 'open' | 'declined' | 'enrolled' | 'closed'
      side: 'mentor' | 'mentee'
      byName: string
      /** Colleagues put them forward: those who agreed to be named. */
      forwardedBy?: string[]
      programName: string
      /** What it asks of them. Dates are ISO. */
      sessions: number
      sessionMinutes: number
      cadenceWeeks: number
      startsOn: string
      endsOn: string
    }
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
      /** An Organizer let them pause, or ended the break: to whoever it is about. */
      kind: 'break-set'
      participantId: ParticipantId
      programName: string
      byName: string
      /** ISO date of the day they are back; absent, the break is over now. */
      until?: string
    }
  /** To whoever applied, once. */
  | { kind: 'application-received'; participantId: ParticipantId; programName: string }
  /** Somebody's application can be read; whose stands on the page, for whoever may read it. */
  | { kind: 'to-review'; cohortId: CohortId; programName: string }

export const enrolmentTraits = {
  'place-offered': {
    ...{ mail: 'neutral', subject: 'own', whilePausing: 'sent' },
    lateFrom: ({ until }) => until,
  },
  'break-set': {
    ...{ mail: 'neutral', subject: 'own', whilePausing: 'sent' },
    lateFrom: ({ until }) => (until ? startOfDay(until) : undefined),
  },
  invitation: { ...lasting, mail: 'neutral', subject: 'own' },
  training: { ...lasting, subject: 'own' },
  decision: {
    ...{ lateFrom: 'never', subject: 'own', whilePausing: 'sent' },
    mail: ({ decision }) => (decision === 'approve' ? 'heading' : 'neutral'),
  },
  'application-received': { ...lasting, subject: 'own' },
  'to-review': lasting,
} satisfies TraitsOf<EnrolmentNotice>
