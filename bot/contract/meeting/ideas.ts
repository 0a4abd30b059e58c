/** Ideas of a pair, as the two see them and as whoever decides does once both agreed to share. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const words = {
  title: z.string(),
  what: z.string(),
  forWhom: z.string().optional(),
  objective: z.string().optional(),
}
const decided = {
  reason: z.string().optional(),
  owner: s.face.optional(),
  outcome: z.string().optional(),
}
const decision = z.enum(['going-ahead', 'later', 'not-now'])
const sharedState = z.enum(['shared', ...decision.options, 'done'])

const mine = z.object({
  id: s.id,
  ...words,
  /** Whether the reader wrote it. */
  isMine: z.boolean(),
  wroteAt: s.instant,
  state: z.enum(['asked', 'kept', ...sharedState.options]),
  /** Asked: whether whoever wrote it would share it with names. Shared: whether both would. */
  withNames: z.boolean(),
  ...decided,
  mayAnswer: z.boolean(),
  mayKeep: z.boolean(),
})

export const ideas = {
  input: z.object({ id: s.id }),
  /** The earliest first; `objectives` of the Program, to choose from. */
  output: z.object({ ideas: z.array(mine), objectives: z.array(z.string()), mayWrite: z.boolean() }),
}
export const writeIdea = {
  input: z.object({
    id: s.id,
    title: z.string().trim().max(120),
    what: z.string().trim().max(2000),
    forWhom: z.string().trim().max(120).optional(),
    objective: z.string().max(1000).optional(),
    withNames: z.boolean(),
  }),
  output: z.object({ id: s.id }),
}
/** Whether to share it, by the one who did not write it; not to, by either, until it is decided. */
export const answerIdea = {
  input: z.object({ id: s.id, share: z.boolean(), withNames: z.boolean() }),
  output: s.ok,
}

const shared = z.object({
  id: s.id,
  ...words,
  state: sharedState,
  /** Both, where both said so. */
  mentor: s.face.optional(),
  mentee: s.face.optional(),
  ...decided,
  mayDecide: z.boolean(),
  mayClose: z.boolean(),
})

/** By its title and not by when it came: that could tell of whom it is. */
export const sharedIdeas = {
  input: z.object({ id: s.id }),
  output: z.object({ ideas: z.array(shared) }),
}
export const decideIdea = {
  input: z.object({
    id: s.id,
    decision,
    reason: z.string().trim().max(1000),
    ownerId: s.id.optional(),
  }),
  output: s.ok,
}
export const closeIdea = {
  input: z.object({ id: s.id, outcome: z.string().trim().max(1000) }),
  output: s.ok,
}
