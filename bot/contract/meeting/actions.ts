/** What two agreed to do until they meet again, as one of them sees it. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const whose = z.enum(['me', 'partner'])

const action = z.object({
  id: s.id,
  text: z.string(),
  /** Whose it is to do. */
  whose,
  addedAt: s.instant,
  doneAt: s.instant.optional(),
})

/** The earliest first. */
const list = z.object({ actions: z.array(action), mayChange: z.boolean() })

export const actions = { input: z.object({ id: s.id }), output: list }
export const addAction = {
  input: z.object({ id: s.id, text: z.string().trim().max(300), whose }),
  output: z.object({ id: s.id }),
}
export const settleAction = { input: z.object({ id: s.id, isDone: z.boolean() }), output: s.ok }
export const removeAction = { input: z.object({ id: s.id }), output: s.ok }
