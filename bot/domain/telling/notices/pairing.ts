import type { PairingId, ScorePart } from '../../pairing/pairing.ts'
import type { CohortId } from '../../program/program.ts'
import type { SessionId } from '../../scheduling/session.ts'
import { startOfDay } from '../../span.ts'
import type { Face, TopicNames } from '../notice-parts.ts'
import { lasting, type TraitsOf } from '../notice-traits.ts'

export type PairingNotice =
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
      /** Something to read and sign; what stands in it is read in the tab. */
      kind: 'agreement'
      pairingId: PairingId
      version: number
      why: 'partner-signed' | 'changed' | 'before-session'
      partner: Face
    }
  /** The other of the two takes a break, until that ISO date. */
  /** `isOfBoth`: the pair pauses as such, and neither is named as whoever does. */
  | { kind: 'partner-pauses'; pairingId: PairingId; partner: Face; until: string; isOfBoth?: true }
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
  /** To both, the same: the Pairing does not begin. Nothing says who or why. */
  | { kind: 'pairing-off'; partner: Face }
  /** The Pairing is over, whoever ended it and why. */
  | { kind: 'pairing-ended'; partner: Face }
  /** The Cohort has closed: the two have come to the end together. */
  | { kind: 'pairing-completed'; partner: Face }
  /** Taking part, and with nobody this time: once, after the pairs are approved. */
  | { kind: 'no-partner'; cohortId: CohortId; side: 'mentor' | 'mentee'; programName: string }

export const pairingTraits = {
  pairing: { ...lasting, subject: 'pair' },
  agreement: { mail: 'neutral', lateFrom: 'never', subject: 'own', whilePausing: 'held' },
  'partner-pauses': {
    ...{ mail: 'neutral', subject: 'pair', whilePausing: 'sent' },
    lateFrom: ({ until }) => startOfDay(until),
  },
  'break-over': {
    ...{ mail: 'neutral', subject: 'pair', whilePausing: 'held' },
    // What it says of the next Session would be wrong.
    lateFrom: ({ next }) => next?.start,
  },
  'pair-handed': { ...lasting, subject: 'pair' },
  'pairing-off': { ...lasting, mail: 'neutral' },
  'pairing-ended': { ...lasting, mail: 'neutral' },
  'pairing-completed': lasting,
  'no-partner': { ...lasting, mail: 'neutral', subject: 'own' },
} satisfies TraitsOf<PairingNotice>
