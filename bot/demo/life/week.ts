/** The seven days up to now, as the page tells of them: how much of what happened. */
import { dayMs } from '../span.ts'
import type { TenantState } from '../state.ts'
import { type Telling, tellings } from './behaviors.ts'
import { lifeOf } from './memory.ts'

export type Week = Partial<Record<Telling, number>>

export function weekOf(state: TenantState): Week {
  const now = state.now().getTime()
  const recent = lifeOf(state).told.filter(({ at }) => now - Date.parse(at) < 7 * dayMs)
  return Object.fromEntries(
    tellings.flatMap((what) => {
      const count = recent.filter((one) => one.what === what).length
      return count > 0 ? [[what, count]] : []
    }),
  )
}
