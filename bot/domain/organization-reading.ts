/** How far the reading of the organization chart is. */
export interface OrganizationReading {
  state: 'never' | 'reading' | 'fresh' | 'failed'
  /** From where to go on, or ask for changes. */
  cursor?: string
  /** A first, whole reading is not finished yet. */
  whole: boolean
  pages: number
  people: number
  startedAt?: Date
  finishedAt?: Date
  failure?: string
  /** Rows of this round that nobody could read: listed, never dropped silently. */
  unreadable: { id?: string; why: string }[]
}
