/** One figure as every page shows it. */
import { z } from 'zod'
import * as s from './shapes.ts'

export const figure = z.object({
  key: z.string(),
  /** Absent when hidden: fewer people behind it than the threshold, or not counted yet. */
  value: z.number().optional(),
  unit: z.enum(['count', 'percent', 'hours', 'score']),
  /** The figure is this or more, or this or less. */
  bound: s.bound.optional(),
  /** So many people, or more, are behind it; in bands. */
  n: z.number().int().optional(),
})
