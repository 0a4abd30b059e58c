/** What the calendars hold of a Cohort: on which days its pairs come to the first Session, half time and the last one. */
import type { BookedDays } from '../program/session-themes.ts'
import { utcDate } from '../span.ts'
import type { Session } from './session.ts'

export function bookedDays(sessions: readonly Session[]): BookedDays | undefined {
  const byPair = new Map<string, Session[]>()
  for (const session of sessions) {
    if (session.state === 'cancelled') continue
    byPair.set(session.pairingId, [...(byPair.get(session.pairingId) ?? []), session])
  }
  if (byPair.size === 0) return undefined
  const spans = [...byPair.values()].map((own) => {
    const starts = own.map(({ startsAt }) => startsAt.getTime())
    const [first, last] = [Math.min(...starts), Math.max(...starts)]
    return { first, half: (first + last) / 2, last }
  })
  const range = (at: (span: (typeof spans)[number]) => number): [string, string] => {
    const days = spans.map((span) => utcDate(new Date(at(span)))).sort()
    return [days[0]!, days.at(-1)!]
  }
  return {
    'first-session': range(({ first }) => first),
    midpoint: range(({ half }) => half),
    'last-session': range(({ last }) => last),
  }
}
