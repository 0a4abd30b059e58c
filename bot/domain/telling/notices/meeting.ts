import { answerWithinDays } from '../../meeting/check-in.ts'
import type { ConcernKind } from '../../meeting/concern.ts'
import type { FormName, Question } from '../../meeting/form.ts'
import type { IdeaId, IdeaState } from '../../meeting/idea.ts'
import type { PairChoice } from '../../meeting/pair-choice.ts'
import type { PairingId } from '../../pairing/pairing.ts'
import type { CohortId } from '../../program/program.ts'
import type { Theme } from '../../program/session-themes.ts'
import type { SessionId } from '../../scheduling/session.ts'
import { dayMs, plusMs } from '../../span.ts'
import type { Face } from '../notice-parts.ts'
import { lasting, type TraitsOf } from '../notice-traits.ts'

export type MeetingNotice =
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
  /** To whoever is asked whether to share it; and to both, what was decided and what came of it. What it is stands in the tab alone. */
  | { kind: 'idea'; ideaId: IdeaId; pairingId: PairingId; state: IdeaState }
  /** What the two said together, the same to both. */
  | {
      kind: 'pair-outcome'
      form: FormName
      /**
       * `goes-on`: both would, and their pair has ended with its Cohort. `booked`: they do, and their times are in both
       * calendars.
       */
      result: 'good' | 'talk' | 'goes-on' | 'booked' | PairChoice
      pairingId: PairingId
      partner: Face
    }

export const meetingTraits = {
  'check-in': {
    ...{ mail: 'heading', subject: 'own', whilePausing: 'held' },
    lateFrom: ({ startedAt }) => plusMs(startedAt, (answerWithinDays + 1) * dayMs),
  },
  'session-ahead': {
    ...{ mail: 'neutral', subject: 'session', whilePausing: 'held' },
    lateFrom: ({ start }) => start,
  },
  nudge: { mail: 'heading', lateFrom: 'never', subject: 'pair', whilePausing: 'held' },
  concerns: { ...lasting, subject: 'own' },
  'stalled-pairs': { ...lasting, subject: 'own' },
  ask: {
    ...{ mail: 'heading', subject: 'own', whilePausing: 'held' },
    lateFrom: ({ until }) => until,
  },
  idea: {
    ...{ mail: 'neutral', subject: 'own', lateFrom: 'never' },
    whilePausing: ({ state }) => (state === 'asked' ? 'held' : 'sent'),
  },
  'pair-outcome': { ...lasting, mail: 'neutral' },
} satisfies TraitsOf<MeetingNotice>
