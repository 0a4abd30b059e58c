/** The shape of what the company's life remembers. */
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
