import { z } from 'zod'
import { isRefused } from '../../../domain/refusal.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { rateSpeedMeeting } from '../../../workflows/speed/speed-meetings.ts'
import { cardAct, ownThing } from '../../card-acts.ts'
import { id } from '../input.ts'
import { speedRatedCard } from './speed.ts'

/** The question stays on the card: the last answer counts. Without a rating nothing is recorded. */
export const rateSpeed = cardAct({
  verb: 'rate-speed',
  input: z.object({
    eventId: id,
    toId: id,
    rating: z.coerce.number().int().min(1).max(10).optional().catch(undefined),
  }),
  asks: 'rate-speed-meeting',
  afterClose: (ports, { eventId }) => whereIs.speedEvent(ports, eventId),
  facts: ownThing,
  async act(ports, who, { eventId, toId, rating }) {
    const rated = await rateSpeedMeeting(ports, eventId, { from: who, to: toId, rating })
    return isRefused(rated) ? rated : { eventId, partner: rated.partner, rating }
  },
  draw: speedRatedCard,
})
