import type { SpeedEventId } from '../../speed/speed-event.ts'
import type { Face } from '../notice-parts.ts'
import { lasting, type TraitsOf } from '../notice-traits.ts'

export type SpeedNotice = {
  kind: 'speed-round'
  eventId: SpeedEventId
  eventName: string
  round: number
  of: number
  startsAt: Date
  endsAt: Date
  timeZone: string
  /** Nobody: a pause. */
  partner?: Face
  /** For the link that calls them: `signInNameOf`. */
  partnerSignInName?: string
  iCall: boolean
  /** The reader's next meeting, if there is one. */
  nextAt?: Date
  joinUrl?: string
}

export const speedTraits = {
  'speed-round': { ...lasting, lateFrom: ({ endsAt }) => endsAt },
} satisfies TraitsOf<SpeedNotice>
