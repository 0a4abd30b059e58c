/** Metrics and Summaries. */
import { z } from 'zod'
import { figure } from '../figure.ts'
import * as s from '../shapes.ts'

const shown = z.object({
  value: z.number().optional(),
  bound: s.bound.optional(),
  n: z.number().int().optional(),
})
const moment = z.enum(['middle', 'end'])

/** Entered again, it replaces the one before. */
export const enterReading = {
  input: z.object({ id: s.id, moment, value: z.number() }),
  output: s.ok,
}

export const metrics = {
  input: z.object({ id: s.id }),
  output: z.object({
    threshold: z.number().int(),
    /** Up to when answers are in the figures about Sessions, absent while none are; and when that may change. */
    takenAt: s.instant.optional(),
    nextAt: s.instant,
    figures: z.array(figure.extend({ formula: z.string() })),
    /** Hold-kept by week of the Cohort, in percent; a week appears once all its questions have closed, and stays. */
    keptByWeek: z.array(
      z.object({ week: s.date, value: z.number(), bound: s.bound.optional(), n: z.number().int() }),
    ),
    /** Answers of the forms; no value while too few people answered. */
    answers: z.array(
      z.object({
        form: z.enum(['fit', 'midpoint', 'closing']),
        question: z.string(),
        unit: z.enum(['score', 'percent']),
        value: z.number().optional(),
        bound: s.bound.optional(),
        n: z.number().int().optional(),
        of: z.number().int().optional(),
        /** What most people chose. */
        option: z.string().optional(),
      }),
    ),
    /** What was achieved beside; `formula` in words. */
    measures: z.array(
      z.object({
        key: z.string(),
        unit: z.enum(['percent', 'count', 'days', 'score', 'points']),
        value: z.number().optional(),
        bound: s.bound.optional(),
        n: z.number().int().optional(),
        /** Of a sample: where it would lie, 19 times in 20, if others like these had answered. */
        range: z.object({ low: z.number(), high: z.number() }).optional(),
        /** What was named most. */
        option: z.string().optional(),
        /** Why there is no value. */
        why: z.enum(['nothing-yet', 'too-few']).optional(),
        formula: z.string(),
      }),
    ),
    /** Leaders with a partner, by unit and office; without a name: everybody else. */
    coverage: z.array(
      z.object({
        by: z.enum(['unit', 'office']),
        name: z.string().optional(),
        value: z.number().optional(),
        bound: s.bound.optional(),
        n: z.number().int().optional(),
      }),
    ),
    topics: z.array(z.object({ topic: z.string(), offered: shown, wanted: shown })),
    /** The program's own figure: its baseline and target stand in the plan, the rest was entered by somebody. */
    challenge: s.challenge.extend({
      readings: z.array(
        z.object({
          moment,
          value: z.number(),
          by: s.face.nullable(),
          at: s.instant,
          /** Of the way from baseline to target: 1 is all of it. Absent where the two are the same. */
          wayGone: z.number().optional(),
        }),
      ),
      mayEnter: z.boolean(),
    }),
    /** How many people came how far; no number where they are too few. */
    funnel: z.array(
      z.object({ key: z.string(), value: z.number().int().optional(), bound: s.bound.optional() }),
    ),
  }),
}

export const summaryView = z.object({
  id: s.id,
  state: z.enum(['drafted', 'submitted', 'approved', 'published', 'withdrawn']),
  revision: z.number().int(),
  title: z.string(),
  body: z.string(),
  figures: z.array(figure),
  channels: z.array(s.namedChannel),
  /** Whom it was sent to, from then on. */
  sponsor: s.face.optional(),
  /** The asker is whom it was sent to, and it waits for their decision. */
  mayDecide: z.boolean().optional(),
  author: s.face.nullable(),
  changedAt: s.instant,
  note: z.string().optional(),
  approvedBy: s.face.optional(),
  approvedAt: s.instant.optional(),
  publishedAt: s.instant.optional(),
  withdrawnBy: s.face.optional(),
  withdrawnAt: s.instant.optional(),
  posts: z.array(
    s.namedChannel.extend({
      state: z.enum(['waiting', 'posting', 'posted', 'refused', 'removed', 'unknown']),
      why: z.string().optional(),
    }),
  ),
})

export const summaries = {
  input: z.object({ id: s.id }),
  output: z.object({
    programName: z.string(),
    sponsor: s.face.nullable(),
    /** Whoever is Sponsor by now; what was sent stays with the one of that time. */
    may: z.object({ draft: z.boolean(), approve: z.boolean() }),
    channels: z.array(
      s.channelRef.extend({ teamName: z.string(), channelName: z.string(), reachable: z.boolean() }),
    ),
    summaries: z.array(summaryView),
    /** What the asker sent back and has not come again; the text is its author's until then. */
    sentBack: z.array(z.object({ author: s.face, at: s.instant, note: z.string() })),
  }),
}

export const draftSummary = {
  /** `from`: another one of this Cohort, whose words, figures and channels it takes. */
  input: z.object({ id: s.id, language: z.string().max(10).default('en'), from: s.id.optional() }),
  output: summaryView,
}

export const editSummary = {
  input: z.object({
    id: s.id,
    revision: z.number().int(),
    title: z.string().trim().max(120),
    body: z.string().trim().max(4000),
    /** By id alone: the names are Teams' own, whatever is sent. */
    channels: z.array(s.channelRef).max(20),
  }),
  output: summaryView,
}

export const submitSummary = { input: z.object({ id: s.id }), output: summaryView }

export const deleteSummary = {
  input: z.object({ id: s.id, revision: z.number().int() }),
  output: z.object({ id: s.id }),
}

export const takeSummaryBack = { input: z.object({ id: s.id }), output: summaryView }

export const approveSummary = {
  input: z.object({ id: s.id, revision: z.number().int() }),
  output: summaryView,
}

export const sendBackSummary = {
  input: z.object({ id: s.id, note: z.string().trim().min(3).max(500) }),
  output: summaryView,
}

export const postSummaryAgain = { input: z.object({ id: s.id }), output: summaryView }

/** What somebody who looked in the channel says of a post whose outcome nobody heard. */
export const settlePost = {
  input: z.object({ id: s.id, channel: s.channelRef, isThere: z.boolean() }),
  output: summaryView,
}

export const withdrawSummary = { input: z.object({ id: s.id }), output: summaryView }
