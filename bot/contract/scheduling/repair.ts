/** Another time for a Session that does not take place as agreed. */
import { z } from 'zod'
import * as s from '../shapes.ts'

/** A time's place among all that were ever offered: the same one for as long as the search lasts. */
const option = z.number().int().min(0).max(199)

/** Other times for a Session that does not take place as agreed, as one of the two sees them. */
export const repair = z.object({
  id: s.id,
  sessionId: s.id,
  attempt: z.number().int(),
  /**
   * looking: times are being sought · open: choose one · booking: one was chosen, Outlook is being asked · booked ·
   * kept: nobody needs it any more · none: no time suits both, the Organizer knows · expired: the Session did not take place.
   */
  state: z.enum(['looking', 'open', 'booking', 'booked', 'kept', 'expired', 'none']),
  reason: z.enum(['declined', 'cancelled', 'cannot-make-it', 'not-met']),
  /** Who could not come. */
  askedBy: z.enum(['me', 'partner', 'other']).optional(),
  /** Those that can be chosen; `option` names one. */
  options: z.array(z.object({ option, startsAt: s.instant, endsAt: s.instant })),
  /** The one that was chosen. */
  time: z.object({ startsAt: s.instant, endsAt: s.instant }).optional(),
  chosenBy: z.enum(['me', 'partner', 'other']).optional(),
  /** The last moment a new time may begin. */
  until: s.instant,
})

/** "I can't make it." Asking again while times are offered answers with the same. */
export const offerRepair = { input: z.object({ id: s.id }), output: z.object({ repair }) }

/** The first choice of either side counts; the other's is refused as `already-chosen`. */
export const chooseRepair = {
  input: z.object({ id: s.id, option }),
  output: z.object({ repair }),
}

/** "None of these", "another day": of those that the presser saw. They are not offered for this Session again. */
export const refuseTimes = {
  input: z.object({ id: s.id, what: z.enum(['times', 'days']), seen: z.array(option).max(9) }),
  output: z.object({ repair }),
}

/** "We did not meet": another time for a Session of which one has said so. */
export const findAnotherTime = { input: z.object({ id: s.id }), output: z.object({ repair }) }

/** "I can make it after all": the Session stays where it is. */
export const withdrawRepair = { input: z.object({ id: s.id }), output: z.object({ repair }) }
