/** What the company's life has to remember between two looks, and after a restart. */
import type { TenantState } from '../state.ts'
import type { Telling } from './behaviors.ts'

/** Something the page tells of: what, when by the tenant's clock, and of whom or which session, told once. */
export interface Told {
  what: Telling
  at: string
  about: string
}

export interface DirectoryChange {
  personId: string
  patch: { accountEnabled?: boolean; managerId?: string }
}

export interface LifeMemory {
  isOn: boolean
  /** What somebody did, or decided to leave, so that it happens once. */
  done: Set<string>
  told: Told[]
  /** The company itself comes from its seed at each start: these come after it. */
  directory: DirectoryChange[]
}

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
