/** What the two engines look like from above. */
import type { Listening } from './listen.ts'

// biome-ignore lint/suspicious/noExplicitAny: rows of any query pass through here untouched
export type Row = any
export interface Result {
  rows: Row[]
  rowCount: number
}
export type Mode = 'object' | 'array'
export type Query = (text: string, values?: unknown[], mode?: Mode) => Promise<Result>

export interface Driver {
  query: Query
  /** Holds a lock over all processes while `work` runs: migrations and the job tables are set up by one at a time. */
  alone<T>(work: () => Promise<T>): Promise<T>
  begin<T>(work: (query: Query) => Promise<T>): Promise<T>
  /** Hears what any session notifies on this channel, until it is closed. */
  listen(channel: string, listening: Listening): Promise<{ close(): Promise<void> }>
  close(): Promise<void>
  dump?: () => Promise<Blob>
}

/** Types of dates: drizzle maps them itself, so it is handed text for them. */
export const dateTypes = new Set([1082, 1114, 1184, 1186, 1115, 1182, 1185, 1187, 1231])
export const asText = (value: string): string => value
