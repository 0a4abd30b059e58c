/** What the tenant remembers of the company's life; the state of the tenant holds it, and a restart keeps it. */
import type { Telling } from './behaviors.ts'

/** Something the page tells of: what, when by the tenant's clock, and of whom or which session, told once. */
interface Told {
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
