import type { Face, RepairShown } from '../notice-parts.ts'
import { lasting, type TraitsOf } from '../notice-traits.ts'

export type SchedulingNotice =
  | {
      kind: 'repair'
      repairId: string
      state: RepairShown
      number: number
      partner: Face
      /** For the link that opens a chat: `signInNameOf`. */
      partnerSignInName?: string
      /** When the Session is to be at this moment. */
      stands: { start: Date; end: Date }
      /** It is out of the calendar already. */
      isCancelled: boolean
      /** Its time is over, and one of the two said that they did not meet. */
      isNotMet?: boolean
      iAsked: boolean
      mayWithdraw: boolean
      /** Those that can be chosen; `option` is what a press names. */
      options: { option: number; start: Date; end: Date }[]
      /** Which one was chosen. */
      time?: { start: Date; end: Date }
      /** The Session after this one. */
      next?: { number: number; start: Date; end: Date }
      timeZone: string
      joinUrl?: string
      /** Said again: after two days, or the day before the Session. */
      reminder?: 'again' | 'day-before'
    }
  | {
      kind: 'assisted-repair'
      repairId: string
      /** `off`: the pair is over, of which an assistant learns nothing else. */
      state: RepairShown | 'off'
      /** All an assistant is told besides times. */
      leaderName: string
      stands: { start: Date; end: Date }
      options: { option: number; start: Date; end: Date }[]
      time?: { start: Date; end: Date }
      timeZone: string
      reminder?: 'again' | 'day-before'
    }

export const schedulingTraits = {
  repair: {
    ...{ mail: 'heading', lateFrom: lastOption, subject: 'own' },
    whilePausing: ({ iAsked }) => (iAsked ? 'sent' : 'held'),
  },
  'assisted-repair': { ...lasting, lateFrom: lastOption, subject: 'own' },
} satisfies TraitsOf<SchedulingNotice>

/** While they can be chosen: once each of them has begun. */
function lastOption({ state, options }: SchedulingNotice): Date | undefined {
  if (state !== 'open') return undefined
  return new Date(Math.max(0, ...options.map(({ start }) => start.getTime())))
}
