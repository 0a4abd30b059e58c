/** What the company's life has to remember between two looks, and after a restart. */
import type { TenantState } from '../state.ts'
import type { Telling } from './behaviors.ts'
import type { LifeMemory } from './shape.ts'

const newMemory = (): LifeMemory => ({ isOn: true, done: new Set(), told: [], directory: [] })

export function lifeOf(state: TenantState): LifeMemory {
  state.life ??= newMemory()
  return state.life
}

export function tell(state: TenantState, what: Telling, about: string): void {
  const { told } = lifeOf(state)
  if (!told.some((one) => one.what === what && one.about === about))
    told.push({ what, about, at: state.now().toISOString() })
}
