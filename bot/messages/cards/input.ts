/** What buttons of several cards bring. */
import { z } from 'zod'

export const id = z.string().min(1).max(100)

/** One of the times that a search for another time found. */
export const repairChoice = z.object({ repairId: id, option: z.coerce.number().int().min(0).max(199) })
