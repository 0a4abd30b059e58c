/** What one person sees of their own Program: Pairings, Sessions, what waits for them. */
import { z } from 'zod'
import { enrolment, participant } from '../enrolment/enrolment.ts'
import { cohortCard } from '../organization/me.ts'
import { admission } from '../program/cohorts.ts'
import { repair } from '../scheduling/repair.ts'
import * as s from '../shapes.ts'
import { ask } from './asks.ts'

/** What a Session is about, as a Program put it, by language. */
export const agenda = z.object({ title: z.string(), topic: z.string(), bring: z.string(), until: z.string() })

export const sessionView = z.object({
  id: s.id,
  number: z.number().int(),
  /** Key of the arc's theme and agenda in the language files: `arc.<theme>`. */
  theme: z.string(),
  startsAt: s.instant,
  endsAt: s.instant,
  /** Where it was agreed first. */
  movedFrom: s.instant.optional(),
  movedBy: z.enum(['me', 'partner', 'other']).optional(),
  /** Said they cannot come, in Outlook or here. */
  declinedBy: z.enum(['me', 'partner', 'other']).optional(),
  /** The latest search for another time. */
  repair: repair.optional(),
  /** What I said myself: held or missed. Planned while I have not. */
  state: z.enum(['planned', 'held', 'missed', 'cancelled']),
  /** My own check-in; the partner's answers, and whether there are any, are not mine to see. */
  checkIn: z
    .object({
      state: z.enum(['due', 'asked', 'answered', 'missed']),
      held: z.boolean().optional(),
      worth: z.number().int().optional(),
      obstacle: z.string().optional(),
    })
    .optional(),
})

export const myPairing = z.object({
  id: s.id,
  state: z.enum(['approved', 'active', 'completed', 'ended']),
  mySide: s.side,
  /** With the zone the partner enrolled with, so that both read a new time the same way. */
  partner: s.face.extend({ signInName: z.string().optional(), timeZone: z.string().optional() }),
  parts: z.array(s.scorePart),
  hold: z.object({
    state: z.enum(['requested', 'booked', 'released', 'failed']),
    failure: z.string().optional(),
    joinUrl: z.string().optional(),
    everyWeeks: z.number().int().optional(),
  }),
  sessions: z.array(sessionView),
  nextSessionId: s.id.nullable(),
  /** There when I may: once in a Cohort, until the first Session. */
  mayDecline: z.literal(true).optional(),
})

const entryState = z.enum(['open', 'full', 'not-admitted', 'unknown'])

export const myMentoring = {
  input: z.object({ cohort: s.id.optional() }),
  output: z.object({
    now: s.instant,
    cohort: cohortCard
      .extend({
        sessions: z.number().int(),
        sessionMinutes: z.number().int(),
        cadenceWeeks: z.number().int(),
        challenge: s.challenge,
        /** Agendas that the Program wrote itself, by theme and language; of the others the tab has the words. */
        agendas: z.record(z.string(), z.record(z.string(), agenda)).optional(),
        objectives: z.array(z.object({ text: z.string(), topics: z.array(z.string()) })),
        groundRules: z.object({
          version: z.number().int(),
          items: z.array(z.string()),
          /** Against the version that I accepted; absent where it is this one, or nobody knows it any more. */
          changed: z.object({ added: z.array(z.string()), dropped: z.array(z.string()) }).optional(),
        }),
        sponsor: s.face.nullable(),
        sponsorMessage: z.string(),
        organizer: s.face.nullable(),
      })
      .nullable(),
    participant: participant.nullable(),
    /** What the form starts with; from the directory and the mailbox, or what was said before. */
    prefill: enrolment
      .omit({ acceptedGroundRules: true })
      .extend({ sideSuggested: s.side, topics: z.array(s.topicLevel) }),
    offered: z.object({
      topics: z.array(z.string()),
      interests: z.array(z.string()),
      languages: z.array(z.string()),
    }),
    pairings: z.array(myPairing),
    /** While I could enroll, where who may is limited: by what, and how it stands with me on each side. `isShut`: I may on neither. */
    entry: z
      .object({ admission, sides: z.object({ mentor: entryState, mentee: entryState }), isShut: z.boolean() })
      .optional(),
    /** The arc as steps, today marked. */
    steps: z.array(
      z.object({
        key: z.enum(['enrolled', 'accepted', 'paired', 'session', 'midpoint', 'close']),
        number: z.number().int().optional(),
        at: s.instant.optional(),
        state: z.enum(['done', 'now', 'ahead', 'missed']),
      }),
    ),
    /** From the waiting list: a place that is offered to me. */
    place: z.object({ offerId: s.id, until: s.instant }).optional(),
    /** I was asked to enroll, and have not yet. */
    invitation: z
      .object({
        invitationId: s.id,
        by: s.face,
        /** Colleagues put me forward: those who agreed to be named. */
        forwardedBy: z.array(z.string()).optional(),
        side: s.side,
        state: z.enum(['open', 'declined']),
        /** I have seen it here before. */
        hasLooked: z.boolean(),
      })
      .optional(),
    /** Forms that I may answer now, or whose answers I may still change. */
    asks: z.array(ask),
    /** What waits for me, most urgent first. */
    waiting: z.array(
      z.object({
        kind: z.enum(['check-in', 'ground-rules', 'request', 'ask']),
        /** With `ask`: which of `asks`. */
        askKey: s.id.optional(),
        /** With `request`: somebody would like to be paired with me. */
        requestId: s.id.optional(),
        sessionId: s.id.optional(),
        pairingId: s.id.optional(),
      }),
    ),
  }),
}

export const answerCheckIn = {
  input: z.object({
    sessionId: s.id,
    held: z.boolean(),
    worth: z.number().int().min(1).max(5).optional(),
    obstacle: z.enum(['nothing', 'time', 'topic', 'technology', 'relationship', 'other']),
  }),
  output: z.object({ state: z.enum(['answered']) }),
}
