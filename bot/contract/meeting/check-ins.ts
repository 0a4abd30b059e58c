/** How the pairs of a Cohort get on. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const checkIns = {
  input: z.object({ id: s.id }),
  output: z.object({
    counts: z.object({
      onTrack: z.number().int(),
      watch: z.number().int(),
      stalled: z.number().int(),
      noWord: z.number().int(),
      fresh: z.number().int(),
    }),
    /** Sessions that are over and no longer waited for, and of how many it is known what came of them. */
    sessions: z.object({ known: z.number().int(), over: z.number().int() }),
    /** Up to when answers are in it, absent while none are; and when that may change. */
    takenAt: s.instant.optional(),
    nextAt: s.instant,
    threshold: z.number().int(),
    /** What waits on other pages: people to decide on, pairs without a time, people whose pair is no more. */
    elsewhere: z.object({
      applied: z.number().int(),
      notBooked: z.number().int(),
      freeAgain: z.number().int(),
    }),
    /** Without those that the asker is in, or above. */
    pairs: z.array(
      z.object({
        pairingId: s.id,
        mentor: s.face,
        mentee: s.face,
        health: z.enum(['on-track', 'watch', 'no-word', 'stalled', 'new']),
        /** Facts as keys with values, never what somebody wrote or rated. */
        facts: z.array(z.object({ key: z.string(), detail: s.detail.optional() })),
        /** Both have signed what they agree on; what it says is theirs. */
        isAgreed: z.boolean(),
        held: z.number().int(),
        due: z.number().int(),
        planned: z.number().int(),
        nextAt: s.instant.optional(),
        suggestion: z.string().optional(),
        /** For a chat with both; absent where the directory has none. */
        chatWith: z.array(z.string()).optional(),
        /** What an Organizer did, the latest first. */
        followUps: z.array(
          z.object({
            ...{ at: s.instant, by: s.face, note: z.string().optional(), until: s.date.optional() },
            to: s.face.optional(),
            pause: z.enum(['begin', 'end']).optional(),
          }),
        ),
        /** Who of the Organizers looks after it; absent where it was handed to nobody. */
        keeper: s.face.optional(),
        /** Organizers who could. */
        keepers: z.array(s.face),
        /** The two pause, and know it, until that day. */
        pausedUntil: s.date.optional(),
        /** Left alone until that day. */
        asideUntil: s.date.optional(),
      }),
    ),
  }),
}

export const noteFollowUp = {
  /** `toId`: the Organizer who looks after the pair from now on. */
  input: z.object({
    pairingId: s.id,
    note: z.string().max(300).optional(),
    until: s.date.optional(),
    toId: s.id.optional(),
    /** A break of the pair, until `until` or over now: both hear of it. */
    pause: z.enum(['begin', 'end']).optional(),
  }),
  output: s.ok,
}
