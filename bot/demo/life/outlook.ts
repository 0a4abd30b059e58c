/** What people do with their sessions in Outlook, where the product hears of it by notification alone. */
import { remainingDates } from '../graph/occurrences.ts'
import { moveOccurrence, respondToEvent } from '../graph/outlook-actions.ts'
import { readDateTime } from '../graph/time-zones.ts'
import { dayMs, hourMs } from '../span.ts'
import type { TenantState } from '../state.ts'
import { type Luck, pairCharacterOf } from './character.ts'
import { type Series, seriesOf } from './holds.ts'
import { lifeOf, tell } from './memory.ts'

/** How long before a session somebody looks at their week and finds that it does not fit. */
export const looksAhead = { from: 20 * hourMs, to: 72 * hourMs }

/** A series in which the visitor has a part is the visitor's alone to move. @returns whether anybody did anything */
export function actInOutlook(state: TenantState, luck: Luck): boolean {
  const before = lifeOf(state).done.size
  const played = new Set(Object.values(state.company.personas))
  for (const series of seriesOf(state)) {
    if (series.pair.split(' ').some((id) => played.has(id) || !state.company.byId.get(id)?.accountEnabled))
      continue
    answerInvitation(state, luck, series)
    lookAtWeek(state, luck, series)
  }
  return lifeOf(state).done.size > before
}

/** Most accept, once; the others leave it as it came. */
function answerInvitation(state: TenantState, luck: Luck, { event, attendeeIds, pair }: Series): void {
  for (const id of attendeeIds)
    if (luck(`accepts ${id} ${pair}`) < 0.75)
      once(state, `${id} accepts ${event.id}`, () => respondToEvent(state, id, event.id, 'accepted'))
}

function lookAtWeek(state: TenantState, luck: Luck, series: Series): void {
  const { event, organizerId, attendeeIds, pair, dates } = series
  const { wall, zoneName, instant } = readDateTime(event.resource['start'], 'start')
  const standing = new Set(remainingDates(event))
  for (const [k, date] of dates.entries()) {
    const at = instant + Date.parse(date) - Date.parse(wall.slice(0, 10))
    const ahead = at - state.now().getTime()
    if (ahead < looksAhead.from || ahead > looksAhead.to) continue
    const { stallsAfter } = pairCharacterOf(luck, pair)
    if (!standing.has(date) || event.exceptions.has(date) || (stallsAfter ?? k + 1) <= k) continue
    const [attendeeId] = attendeeIds
    const point = luck(`week ${pair} ${k}`)
    if (point < 0.03 && attendeeId)
      once(state, `${attendeeId} declines ${event.id} ${date}`, () =>
        respondToEvent(state, attendeeId, event.id, 'declined', date),
      )
    else if (point < 0.06 && isFollowedByWorkday(date))
      once(state, `${organizerId} moves ${event.id} ${date}`, () => {
        const dateTime = `${new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10)}${wall.slice(10)}`
        moveOccurrence(state, organizerId, event.id, date, { dateTime, timeZone: zoneName })
        tell(state, 'moved', `${pair} ${date}`)
      })
  }
}

const isFollowedByWorkday = (date: string): boolean => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 4
}

function once(state: TenantState, name: string, act: () => void): void {
  const { done } = lifeOf(state)
  if (done.has(name)) return
  done.add(name)
  act()
}
