/** Another time for a Session that does not take place as agreed. */
import { z } from 'zod'
import * as s from '../shapes.ts'

/** Other times for a Session that does not take place as agreed, as one of the two sees them. */
export const repair = z.object({
  id: s.id,
  sessionId: s.id,
  attempt: z.number().int(),
  /**
   * looking: times are being sought · open: choose one · booking: one was chosen, Outlook is being asked · booked ·
   * expired: the week is over, or nobody needs it any more · none: no time suits both, the Organizer knows.
   */
  state: z.enum(['looking', 'open', 'booking', 'booked', 'expired', 'none']),
  reason: z.enum(['declined', 'cancelled', 'cannot-make-it']),
  /** Who could not come. */
  askedBy: z.enum(['me', 'partner', 'other']).optional(),
  options: z.array(z.object({ startsAt: s.instant, endsAt: s.instant })),
  /** Index into `options`. */
  chosen: z.number().int().optional(),
  chosenBy: z.enum(['me', 'partner', 'other']).optional(),
  /** The last moment a new time may begin. */
  until: s.instant,
})

/** "I can't make it." Asking again while times are offered answers with the same. */
export const offerRepair = { input: z.object({ id: s.id }), output: z.object({ repair }) }

/** The first choice of either side counts; the other's is refused as `already-chosen`. */
export const chooseRepair = {
  input: z.object({ id: s.id, option: z.number().int().min(0).max(9) }),
  output: z.object({ repair }),
}

/** "I can make it after all": the Session stays where it is. */
export const withdrawRepair = { input: z.object({ id: s.id }), output: z.object({ repair }) }
