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
  pages: number
  people: number
  startedAt?: Date
  finishedAt?: Date
  failure?: string
  /** Rows of this round that nobody could read: listed, never dropped silently. */
  unreadable: { id?: string; why: string }[]
}
