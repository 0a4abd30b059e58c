/** What buttons of several cards bring. */
import { z } from 'zod'

export const id = z.string().min(1).max(100)

/** One of the times that a search for another time found. */
export const repairChoice = z.object({ repairId: id, option: z.coerce.number().int().min(0).max(199) })

/** What is said no to: of the times on this very card, those times or the days they are on. */
export const refusedTimes = z.object({
  repairId: id,
  what: z.enum(['times', 'days']),
  seen: z.array(repairChoice.shape.option).max(9),
})
