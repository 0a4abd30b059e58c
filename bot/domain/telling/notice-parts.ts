/** What several kinds of Notice are made of. */
import type { RepairState } from '../scheduling/repair/repair.ts'

/** How a partner is shown on a card. */
export interface Face {
  id: string
  name: string
  jobTitle?: string
  department?: string
  location?: string
}

export type TopicNames = Record<string, Record<string, string>>

/** How far the search for another time is; `looking`: nothing to choose from yet. */
export type RepairShown = RepairState | 'looking'
