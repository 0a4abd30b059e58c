/** Proposing, adjusting and approving pairs. */
import { z } from 'zod'
import { mostListBytes } from '../limits.ts'
import * as s from '../shapes.ts'

export const endPairing = { input: z.object({ id: s.id }), output: s.ok }

const pairState = z.enum(['proposed', 'approved', 'active', 'completed', 'ended', 'declined'])

const refused = z.array(z.object({ pairingId: s.id, code: z.string(), detail: s.detail.optional() }))

export const board = {
  input: z.object({ id: s.id }),
  output: z.object({
    run: z
      .object({
        id: s.id,
        state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
        startedAt: s.instant,
        finishedAt: s.instant.optional(),
        phase: z.string().optional(),
        done: z.number().optional(),
        of: z.number().optional(),
        ...s.runFailure,
        seed: z.number(),
        objective: z.enum(['best-total', 'fairest']),
      })
      .nullable(),
    /** Of the latest finished run. */
    totals: z
      .object({
        mentors: z.number().int(),
        mentees: z.number().int(),
        placedMentors: z.number().int(),
        placedMentees: z.number().int(),
        pairs: z.number().int(),
        /** The sum of the scores as they are shown. */
        score: z.number().int(),
      })
      .nullable(),
    proof: z
      .object({
        certificate: z.enum(['verified', 'failed']),
        scope: z.enum(['all-allowed-pairs', 'candidate-list']),
        /** Rounded up to a step: the exact figure would move with what people said in private. */
        gapPercent: z.number(),
        /** Exchanged by hand since; the proof is about the pairs before that. */
        changes: z
          .object({
            count: z.number().int(),
            cost: z.number().int(),
            /** The newest first, each with the pairs as they were before. */
            list: z
              .array(
                z.object({
                  number: z.number().int(),
                  at: s.instant,
                  by: s.face,
                  cost: z.number().int(),
                  before: z.array(z.object({ mentor: s.face, mentee: s.face })),
                  /** The two pairs stand as it left them. */
                  mayUndo: z.boolean(),
                }),
              )
              .optional(),
          })
          .optional(),
      })
      .nullable(),
    /** Two people of different pairs who would both score higher with each other; absent for runs before it was counted. */
    blockingPairs: z.number().int().optional(),
    pairings: z.array(
      z.object({
        id: s.id,
        state: pairState,
        mentor: s.face,
        mentee: s.face,
        score: z.number().int(),
        parts: z.array(s.scorePart),
        reason: z.string(),
        pinned: z.boolean(),
        /** Only when pinned; `both`: the two asked for it themselves. */
        pinnedBy: z.enum(['organizer', 'both']).optional(),
      }),
    ),
    /**
     * As the latest run left them, and with the cause `since-the-run` whoever takes part with nobody by now and was placed by
     * it or not there yet: their pair ended, was declined or is proposed no more, or they came, or came back.
     */
    unplaced: z.array(
      z.object({
        person: s.face,
        side: s.side,
        cause: z.string(),
        detail: s.detail.optional(),
        smallestChange: z.string(),
      }),
    ),
    notTakingPart: z.array(z.object({ person: s.face, why: z.string() })),
    wishes: z.array(
      z.object({
        mentor: s.face,
        mentee: s.face,
        kind: z.enum(['pin', 'forbid']),
        /** Only of pins; `both`: the two asked for it themselves. */
        by: z.enum(['organizer', 'both']).optional(),
      }),
    ),
    /** The latest approval, or one being carried out; `refused` names the first hundred. */
    approval: z
      .object({
        id: s.id,
        runId: s.id,
        state: z.enum(['waiting', 'running', 'done', 'stopped', 'undone']),
        /** Nothing is done and nobody is told before this; while it waits it can be taken back until then. */
        undoUntil: s.instant.optional(),
        /** The server's clock, to count down by; while it can be taken back. */
        now: s.instant.optional(),
        of: z.number().int(),
        done: z.number().int(),
        approved: z.number().int(),
        refused,
      })
      .optional(),
    /** What became of the time of approved pairs; `failed` needs the Organizer. Absent while there are none. */
    booking: z
      .object({ booked: z.number().int(), waiting: z.number().int(), failed: z.number().int() })
      .optional(),
    /** Pairs of which nothing came, for whatever reason; both wait for a partner. Absent when there are none. */
    didNotBegin: z.array(z.object({ id: s.id, mentor: s.face, mentee: s.face })).optional(),
  }),
}

export const propose = {
  input: z.object({
    id: s.id,
    /** The Cohort's own unless said otherwise. */
    objective: z.enum(['best-total', 'fairest']).optional(),
    seed: z.number().int().min(0).max(0x7fffffff).optional(),
  }),
  output: z.object({ runId: s.id }),
}

/** Nothing of the run is kept. Of a run that is over, what is being approved stops; what was approved stays. */
export const cancelRun = { input: z.object({ id: s.id }), output: s.ok }

export const setWish = {
  input: z.object({ id: s.id, mentorId: s.id, menteeId: s.id, kind: z.enum(['pin', 'forbid', 'clear']) }),
  output: s.ok,
}

/**
 * A table with the columns mentor and mentee: pairs that are known already. Without `apply` it is only looked at; with it, what
 * no rule forbids is pinned. The bytes as they are, in base64.
 */
export const pairsFromList = {
  input: z.object({ id: s.id, apply: z.boolean(), file: z.base64().max(Math.ceil(mostListBytes / 3) * 4) }),
  output: z.object({
    /** Pairs that are pinned by it, or would be. */
    ready: z.number().int(),
    /** The first hundred of them. */
    pairs: z.array(z.object({ line: z.number().int(), mentor: s.face, mentee: s.face })),
    /** All lines that pin nobody; the first thousand are shown. */
    asideCount: z.number().int(),
    aside: z.array(
      z.object({
        line: z.number().int(),
        why: z.enum([
          ...(['cells-missing', 'cells-too-many', 'unknown-person', 'open-quote', 'not-json'] as const),
          ...(['same-person', 'twice', 'not-enrolled', 'other-side', 'not-approved'] as const),
          ...(['already-paired', 'already-pinned', 'no-place', 'rule'] as const),
        ]),
        /** Of `rule`: the first that keeps the two apart. */
        rule: z.string().optional(),
        /** What stands there, or whom of the two it is about. */
        value: z.string().optional(),
      }),
    ),
  }),
}

/** The two proposals exchange their Mentees; refused when a rule forbids either new pair. */
export const swapPairings = {
  input: z.object({ id: s.id, first: s.id, second: s.id }),
  /** `change`: its number, to take it back by. */
  output: s.ok.extend({ change: z.number().int().optional() }),
}

/** Refused once either pair has been changed since, or is approved. */
export const undoSwap = {
  input: z.object({ id: s.id, change: z.number().int().min(1) }),
  output: s.ok,
}

/** What exchanging Mentees with each other proposal would cost, or the rule that stands against it. */
export const weighSwaps = {
  input: z.object({ id: s.id, pairing: s.id }),
  output: z.object({
    others: z.array(
      z.object({
        pairingId: s.id,
        /** Points the two pairs lose together; less than nothing when they gain. */
        cost: z.number().int().optional(),
        refused: z.object({ rule: z.string(), detail: s.detail.optional() }).optional(),
      }),
    ),
  }),
}

export const explain = {
  input: z.object({ id: s.id, mentor: s.id, mentee: s.id }),
  output: z.object({
    refused: z.object({ rule: z.string(), detail: s.detail.optional() }).optional(),
    score: z.number().int().optional(),
    parts: z.array(s.scorePart).optional(),
  }),
}

const pairingIds = z.union([z.literal('all'), z.array(s.id).min(1).max(5000)])

/** What to know before the yes. Nothing is changed by asking. Lists are cut; the figures beside them are not. */
export const beforeApproval = {
  input: z.object({ id: s.id, pairingIds }),
  output: z.object({
    pairs: z.number().int(),
    /** Who gets a card from the bot and an invitation. */
    told: z.number().int(),
    /** In which the first Sessions are looked for; both days included. */
    first: z.object({ from: s.date, to: s.date }),
    /**
     * Sessions due in a week with a holiday, of all Sessions; which days those are. `known`: days are entered, or everybody's
     * country is one whose holidays are kept.
     */
    holidays: z.object({
      known: z.boolean(),
      sessions: z.number().int(),
      of: z.number().int(),
      days: z.array(s.date),
    }),
    /** Taking part and without anybody, Mentees first. */
    nobody: z.object({
      mentees: z.number().int(),
      mentors: z.number().int(),
      people: z.array(z.object({ person: s.face, side: s.side, cause: z.string() })),
    }),
    /** Of those told: who has accepted an older version of the ground rules. */
    oldRules: z.object({ count: z.number().int(), people: z.array(s.face) }),
    /** Of those told, where the Program has training first: who has lessons to finish. Absent where it has not. */
    untrained: z
      .object({
        count: z.number().int(),
        /** Pairs that are held back because of them, unless a reason is given. */
        pairs: z.number().int(),
        people: z.array(z.object({ person: s.face, side: s.side, left: z.number().int() })),
      })
      .optional(),
    weakest: z.array(z.object({ id: s.id, mentor: s.face, mentee: s.face, score: z.number().int() })),
  }),
}

/** Taken down at once and carried out from `undoUntil` on; the board tells how far it is and what was refused. */
export const approvePairings = {
  input: z.object({
    id: s.id,
    pairingIds,
    /** Also where somebody has not finished the training; the reason goes into the log. */
    waiver: z.enum(['trained-elsewhere', 'mentored-before', 'soon', 'agreed-with-sponsor']).optional(),
  }),
  output: z.object({ id: s.id, of: z.number().int(), undoUntil: s.instant }),
}

/** A card to everybody who takes part and has nobody, once each; refused while pairs are proposals, or none is approved. */
export const tellUnplaced = {
  input: z.object({ id: s.id }),
  output: z.object({ told: z.number().int(), already: z.number().int() }),
}

/** As if it had never been said; refused once it has begun. */
export const undoApproval = { input: z.object({ id: s.id, approvalId: s.id }), output: s.ok }
