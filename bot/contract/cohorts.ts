/** Setting up, matching, scheduling and following a Cohort. */
import { z } from 'zod'
import { figure } from './publishing.ts'
import * as s from './shapes.ts'

const plan = z.object({
  programName: z.string().trim().min(3).max(80),
  cohortName: z.string().trim().min(1).max(80),
  challenge: s.challenge,
  objectives: z
    .array(z.object({ text: z.string().trim().min(3).max(300), topics: z.array(z.string()).max(12) }))
    .max(10),
  groundRules: z.array(z.string().trim().min(3).max(300)).min(1).max(20),
  /** Whom the Organizer wants; in charge from the moment they accept. */
  sponsorId: s.id,
  sponsorMessage: z.string().trim().max(1000),
  startsOn: s.date,
  sessions: z.number().int().min(2).max(24),
  cadenceWeeks: z.number().int().min(1).max(8),
  sessionMinutes: z.number().int().min(15).max(120),
})

const seat = z.enum(['sponsor', 'organizer'])

export const cohortView = plan.omit({ sponsorId: true, groundRules: true }).extend({
  id: s.id,
  stage: s.stage,
  endsOn: s.date,
  sponsor: s.face.nullable(),
  organizer: s.face.nullable(),
  /** Who was asked last to take a seat and has not taken it: there is no answer yet, or it was no. */
  asked: z.array(
    z.object({ id: s.id, seat, person: s.face, state: z.enum(['open', 'declined']), askedAt: s.instant }),
  ),
  may: z.object({ edit: z.boolean(), handOver: z.boolean() }),
  groundRules: z.object({ version: z.number().int(), items: z.array(z.string()) }),
  /** The timeline with its dates, and whose turn it is. */
  timeline: z.array(
    z.object({
      key: z.enum(['enrol', 'match', 'first-session', 'midpoint', 'last-session', 'close']),
      on: s.date,
      state: z.enum(['done', 'now', 'ahead']),
    }),
  ),
  nextStage: s.stage.nullable(),
  counts: z.object({
    applied: z.number().int(),
    mentors: z.number().int(),
    mentees: z.number().int(),
    /** Absent where they are so few that figures hide them too, for whoever does not see the pairs themselves. */
    pairs: z.number().int().optional(),
    held: z.number().int().optional(),
  }),
})

export const createCohort = { input: plan, output: z.object({ id: s.id }) }
export const cohort = { input: z.object({ id: s.id }), output: cohortView }
export const updateCohort = { input: plan.extend({ id: s.id }), output: z.object({ id: s.id }) }
/** Somebody is asked to take the Organizer's seat; the Sponsor's is asked for with the plan. */
export const handOver = { input: z.object({ id: s.id, personId: s.id }), output: s.ok }
export const takeHandoverBack = { input: z.object({ id: s.id }), output: s.ok }
/** The seats this person is asked to take. */
export const mySeats = {
  input: z.object({}),
  output: z.object({
    asked: z.array(
      z.object({
        id: s.id,
        seat,
        programName: z.string(),
        statement: z.string(),
        askedBy: s.face,
        /** Who has it now; absent where nobody had it. */
        from: s.face.optional(),
        /** False: the Organizer's app role is missing, which IT gives. */
        mayAccept: z.boolean(),
      }),
    ),
  }),
}
export const answerSeat = {
  input: z.object({ id: s.id, answer: z.enum(['accepted', 'declined']) }),
  output: s.ok,
}
export const openStage = { input: z.object({ id: s.id, to: s.stage }), output: z.object({ stage: s.stage }) }

const pairState = z.enum(['proposed', 'approved', 'active', 'ended', 'declined'])

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
    /** Many pairs approved at once, or being approved; `refused` names the first hundred. */
    approval: z
      .object({
        id: s.id,
        runId: s.id,
        state: z.enum(['waiting', 'running', 'done', 'stopped']),
        of: z.number().int(),
        done: z.number().int(),
        approved: z.number().int(),
        refused,
      })
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
/** The two proposals exchange their Mentees; refused when a rule forbids either new pair. */
export const swapPairings = { input: z.object({ id: s.id, first: s.id, second: s.id }), output: s.ok }
export const explain = {
  input: z.object({ id: s.id, mentor: s.id, mentee: s.id }),
  output: z.object({
    refused: z.object({ rule: z.string(), detail: s.detail.optional() }).optional(),
    score: z.number().int().optional(),
    parts: z.array(s.scorePart).optional(),
  }),
}
export const approvePairings = {
  input: z.object({ id: s.id, pairingIds: z.union([z.literal('all'), z.array(s.id).min(1).max(5000)]) }),
  output: z.object({
    approved: z.number().int(),
    refused,
    /** Too many to wait for: they are being approved now, and the board tells how far it is. */
    underWay: z.object({ id: s.id, of: z.number().int() }).optional(),
  }),
}

export const schedule = {
  input: z.object({ id: s.id }),
  output: z.object({
    totals: z.object({
      pairs: z.number().int(),
      held: z.number().int(),
      requested: z.number().int(),
      failed: z.number().int(),
      released: z.number().int(),
    }),
    /** Nothing new is booked while this is so. */
    paused: z.boolean(),
    /** The lead figure as Insights shows it; without a value while it is hidden. */
    holdKept: figure,
    holds: z.array(
      z.object({
        id: s.id,
        pairingId: s.id,
        mentor: s.face,
        mentee: s.face,
        state: z.enum(['requested', 'held', 'released', 'failed']),
        failure: z.object({ code: z.string(), detail: z.string() }).optional(),
        /** Requested, its time chosen: Outlook's limits make it wait, and it goes on by itself. */
        waitsForOutlook: z.boolean().optional(),
        time: z.string().optional(),
        timeZone: z.string().optional(),
        everyWeeks: z.number().int().optional(),
        /** What is unusual about it: something moved, dates of their own, no Teams link, another time on its way. */
        facts: z.array(z.enum(['moved', 'single-dates', 'no-link', 'changing'])),
        /** The asker is one of the two, or above one of them: what became of their Sessions is not theirs to see. */
        withheld: z.literal(true).optional(),
        sessions: z.array(
          z.object({
            id: s.id,
            number: z.number().int(),
            startsAt: s.instant,
            endsAt: s.instant,
            /** As the last snapshot tells it; not confirmed: nobody says that it took place. */
            state: z.enum(['planned', 'held', 'not-confirmed', 'cancelled']),
            /** Where it was agreed first, when it moved since. */
            movedFrom: s.instant.optional(),
            movedBy: s.side.or(z.literal('other')).optional(),
            declinedBy: s.side.or(z.literal('other')).optional(),
            repair: z.enum(['looking', 'open', 'booking', 'booked', 'expired', 'none']).optional(),
          }),
        ),
      }),
    ),
  }),
}
export const bookAll = { input: z.object({ id: s.id }), output: z.object({ requested: z.number().int() }) }
export const retryHold = { input: z.object({ id: s.id }), output: s.ok }

export const checkIns = {
  input: z.object({ id: s.id }),
  output: z.object({
    counts: z.object({
      onTrack: z.number().int(),
      watch: z.number().int(),
      stalled: z.number().int(),
      fresh: z.number().int(),
    }),
    /** Up to when answers are in it, absent while none are; and when that may change. */
    takenAt: s.instant.optional(),
    nextAt: s.instant,
    threshold: z.number().int(),
    /** Without those that the asker is in, or above. */
    pairs: z.array(
      z.object({
        pairingId: s.id,
        mentor: s.face,
        mentee: s.face,
        health: z.enum(['on-track', 'watch', 'stalled', 'new']),
        /** Facts as keys with values, never what somebody wrote or rated. */
        facts: z.array(z.object({ key: z.string(), detail: s.detail.optional() })),
        held: z.number().int(),
        due: z.number().int(),
        planned: z.number().int(),
        nextAt: s.instant.optional(),
        suggestion: z.string().optional(),
      }),
    ),
  }),
}
