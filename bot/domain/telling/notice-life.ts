/** How long a card is worth sending. Docs: docs/deploy.md, "When Teams does not take a card". */
import { dayMs, minuteMs } from '../span.ts'
import { type Notice, traitsOf } from './notice.ts'

/** Real time between the intention and the last try: no outage lasts as long, and what is older would only puzzle. */
export const mostAgeMs = 14 * dayMs

/** Why a card waits that nobody has shown to Teams yet: the app is being brought to its reader first. */
export const appFirst = 'app-first'
/** Why a card was held back: its reader pauses. Where it still means something, it comes when they are back. */
export const whilePausing = 'paused'
/** Real time between the intention and the moment from which that is waited for no more: what brings it may have died. */
export const mostHeldMs = 30 * minuteMs
/** What is over once the person can be written to: the app arrives, is unblocked, or is there after all. */
export const untilReached: readonly string[] = ['not-installed', 'gone', 'blocked', appFirst]

/** Whether what the card speaks of is over by the time it names, so that it would come too late to be of use. */
export function isOver(notice: Notice, now: Date): boolean {
  const { lateFrom } = traitsOf(notice)
  const from = lateFrom === 'never' ? undefined : lateFrom(notice)
  return from !== undefined && from <= now
}
