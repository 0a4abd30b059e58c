export interface Census {
  startedAt: Date
  next?: string
  at: Date
}

/** How far the reading of the organization chart is. */
export interface OrganizationReading {
  state: 'never' | 'reading' | 'fresh' | 'failed'
  /** From where to go on, or ask for changes. */
  cursor?: string
  /** When the directory gave it: the link to a next page lives for minutes only. */
  cursorAt?: Date
  /** From where changes can be asked for, whatever becomes of the cursor: the end of the last finished round. */
  changesFrom?: string
  /** A first, whole reading is not finished yet. */
  whole: boolean
  /** When everybody was last read, the last page included. */
  wholeAt?: Date
  /** Everybody is being read again; with `next` it can go on where it was, when `at` is not long ago. */
  census?: Census
  pages: number
  people: number
  startedAt?: Date
  finishedAt?: Date
  failure?: string
  /** Rows of this round that nobody could read: listed, never dropped silently. */
  unreadable: { id?: string; why: string }[]
}
