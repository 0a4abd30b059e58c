/** Proposals kept beside the one in force. */
import { z } from 'zod'
import * as s from '../shapes.ts'
import { chosen, objective } from './matching.ts'

/** Side by side; figures are there once it has run. */
export const scenarios = {
  input: z.object({ id: s.id }),
  output: z.object({
    scenarios: z.array(
      z.object({
        id: s.id,
        name: z.string(),
        objective,
        state: z.enum(['waiting', 'running', 'done', 'failed']),
        ...s.runFailure,
        /** Rules and parts that are chosen otherwise than usual. */
        unusual: z.array(z.string()),
        figures: z
          .object({
            pairs: z.number().int(),
            score: z.number().int(),
            weakest: z.number().int().nullable(),
            mentors: z.number().int(),
            mentees: z.number().int(),
            placedMentors: z.number().int(),
            placedMentees: z.number().int(),
            blockingPairs: z.number().int().optional(),
            /** Against the proposals of now. */
            pairsGone: z.number().int(),
            pairsCome: z.number().int(),
            changedPeople: z.number().int(),
            /** The first of them. */
            changed: z.array(s.face),
          })
          .optional(),
      }),
    ),
  }),
}

export const nameScenario = {
  input: z.object({ id: s.id, name: z.string().trim().min(1).max(60), ...chosen }),
  output: z.object({ id: s.id }),
}

export const publishScenario = { input: z.object({ id: s.id }), output: s.ok }

export const removeScenario = { input: z.object({ id: s.id }), output: s.ok }
