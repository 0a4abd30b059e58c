/** Ways of matching: what a Cohort offers, and what people say about whom they would like. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const ways = z.object({
  ranking: z.boolean(),
  requests: z.boolean(),
  /** How long a request waits for its answer. */
  requestDays: z.number().int().min(1).max(30),
})

/** The Organizer's choice. Pins and the engine are always there. */
const waysView = ways.extend({ version: s.version })
export const waysOf = { input: z.object({ id: s.id }), output: waysView }
export const changeWays = {
  input: ways.extend({ id: s.id, version: s.version }),
  output: waysView,
}

/** What speaks for the two, the weightiest first; only what either may know of the other. */
const why = z.array(z.object({ part: z.string(), detail: s.detail.optional() }))

const partner = z.object({
  person: s.face,
  /** Offered by one and wanted by the other, the weightiest first. */
  topics: z.array(z.string()),
  why,
})

/**
 * What I asked. `waiting` says nothing about what the other did; `no-answer`: the program will match me; `left-open`: both
 * want it, and it may be somebody else.
 */
const myRequest = z.object({
  id: s.id,
  person: s.face,
  state: z.enum(['waiting', 'accepted', 'left-open', 'no-answer', 'withdrawn']),
  askedAt: s.instant,
  expiresAt: s.instant,
})

/** What I was asked. `set-aside`: I said "not now", nobody was told, and until it expires I may still accept. */
const askedOfMe = z.object({
  id: s.id,
  person: s.face,
  topics: z.array(z.string()),
  why,
  state: z.enum(['open', 'set-aside', 'accepted', 'left-open', 'over']),
  askedAt: s.instant,
  expiresAt: s.instant,
})

export const myChoices = {
  input: z.object({ id: s.id }),
  output: z.object({
    now: s.instant,
    ways,
    /** Mine in this Cohort; null: I do not take part. */
    side: s.side.nullable(),
    /** The way is open, the Cohort is not over, and I am applied or approved. */
    mayRank: z.boolean(),
    /** As above, I am approved, have room, and nothing I asked is waiting. */
    mayRequest: z.boolean(),
    /** How many can be ranked. */
    mostRanked: z.number().int(),
    /** First choice first; mine alone to read. */
    ranking: z.array(s.face),
    /** Newest first; at most one is `waiting`. */
    asked: z.array(myRequest),
    /** Newest first. */
    askedOfMe: z.array(askedOfMe),
  }),
}

/** Up to 20 people I may be paired with, the best first; with `text` those whose name, title or unit has it. */
export const partners = {
  input: z.object({ id: s.id, text: z.string().trim().max(80).optional() }),
  output: z.object({
    people: z.array(partner),
    /** There are others; a name finds them. */
    more: z.boolean(),
  }),
}

/** All choices at once, the first choice first; an empty list takes everything back. */
export const saveRanking = {
  input: z.object({ id: s.id, personIds: z.array(s.id).max(5) }),
  output: z.object({ ranking: z.array(s.face) }),
}

/** Whoever is asked back accepts with it: then the answer is `accepted` at once. */
export const askToPair = {
  input: z.object({ id: s.id, personId: s.id }),
  output: z.object({ request: myRequest }),
}
export const withdrawRequest = { input: z.object({ id: s.id }), output: s.ok }
export const answerRequest = {
  input: z.object({ id: s.id, answer: z.enum(['accept', 'not-now']) }),
  output: z.object({ state: z.enum(['accepted', 'set-aside']) }),
}

/** Once per Cohort, without a reason, until the first Session took place. Nobody learns who it was. */
export const declinePairing = { input: z.object({ id: s.id }), output: s.ok }
