/** How long a card is worth sending. Docs: docs/deploy.md, "When Teams does not take a card". */
import { answerWithinDays } from '../meeting/check-in.ts'
import { dayMs, minuteMs, utcDate } from '../span.ts'
import type { Notice } from './notice.ts'

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
  switch (notice.kind) {
    case 'speed-round':
      return notice.endsAt <= now
    case 'pair-request':
    case 'ask':
    case 'place-offered':
      return notice.until <= now
    case 'check-in':
      return notice.startedAt.getTime() + (answerWithinDays + 1) * dayMs <= now.getTime()
    case 'session-ahead':
      return notice.start <= now
    case 'partner-pauses':
      return notice.until <= utcDate(now)
    // What it says of the next Session would be wrong.
    case 'break-over':
      return notice.next !== undefined && notice.next.start <= now
    case 'repair':
    case 'assisted-repair':
      return notice.state === 'open' && notice.options.every(({ start }) => start <= now)
    // The record says it, which `notice-subject` asks.
    case 'pairing':
    case 'nudge':
    case 'pair-handed':
    case 'agreement':
    case 'training':
    case 'no-partner':
    case 'sponsor-duty':
    case 'late-stage':
    case 'summary-to-approve':
    case 'application-received':
    case 'assisting':
    case 'summary-news':
    case 'seat-asked':
    case 'concerns':
    case 'stalled-pairs':
      return false
    // News of something lasting: as true late as at once.
    case 'pair-answer':
    case 'pairing-off':
    case 'pairing-ended':
    case 'pairing-completed':
    case 'pair-outcome':
    case 'decision':
    case 'seat-news':
    case 'part-news':
    case 'list-tried':
    case 'to-review':
      return false
  }
}
