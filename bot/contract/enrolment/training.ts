/** The lessons of both tracks, and how far somebody is. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const language = z.string().min(2).max(35)
const state = z.enum(['new', 'started', 'finished'])
const stage = z.enum(['start', 'sessions', 'difficult'])
const option = z.enum(['a', 'b', 'c'])

const line = z.object({
  id: s.id,
  side: s.side,
  stage,
  minutes: z.number().int(),
  title: z.string(),
  promise: z.string(),
  state,
  /** It says something else since it was finished; it stays finished. */
  isNewer: z.boolean(),
})

/** `find` keeps the lessons in which each of its words occurs. */
export const training = {
  input: z.object({ language, find: z.string().trim().max(100).default('') }),
  output: z.object({
    tracks: z.array(
      z.object({
        side: s.side,
        of: z.number().int(),
        finished: z.number().int(),
        /** Nobody is paired before they have finished it. */
        isFirst: z.boolean(),
        programName: z.string(),
      }),
    ),
    /** Of both sides, each track in its order. */
    lessons: z.array(line),
  }),
}

export const lesson = {
  input: z.object({ id: s.id, language }),
  output: line.extend({
    /** In which it is written: the reader’s, or the one that the Program wrote it in. */
    language: z.enum(['en', 'es', 'ar']),
    version: z.number().int(),
    parts: z.array(
      z.object({ heading: z.string(), text: z.array(z.string()), points: z.array(z.string()).optional() }),
    ),
    scenario: z.object({ heading: z.string(), text: z.array(z.string()) }),
    check: z.object({
      question: z.string(),
      options: z.array(
        z.object({
          key: option,
          text: z.string(),
          /** Once it is finished. */
          why: z.string().optional(),
        }),
      ),
      right: option.optional(),
    }),
  }),
}

export const startLesson = { input: z.object({ id: s.id }), output: z.object({ state }) }

/** `version`: of the lesson on the screen; refused as `changed-meanwhile` when there is another by now. */
export const answerLesson = {
  input: z.object({ id: s.id, language, version: z.number().int(), answer: option }),
  output: z.object({
    isRight: z.boolean(),
    /** Why that answer is right or is not. */
    why: z.string(),
    state,
  }),
}

/** Who has finished, for the Organizer: so many lessons, never which and never an answer. */
export const cohortTraining = {
  input: z.object({ id: s.id }),
  output: z.object({
    isFirst: z.boolean(),
    approved: z.number().int(),
    finished: z.number().int(),
    /** Whoever is accepted and has not finished, the first thousand by name. */
    open: z.array(
      z.object({ person: s.face, side: s.side, finished: z.number().int(), of: z.number().int() }),
    ),
  }),
}

export const chooseTraining = {
  input: z.object({ id: s.id, isFirst: z.boolean() }),
  output: z.object({ isFirst: z.boolean() }),
}
