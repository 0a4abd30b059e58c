import { type Refusal, refuse } from '../domain/refusal.ts'
import type { UnreadableFile } from '../files/list-or-why-not.ts'

/** Of a table with these two columns that as a whole cannot be read. */
export function refuseFile({ unreadable }: UnreadableFile, one: string, other: string): Refusal {
  return unreadable === 'columns-missing'
    ? refuse('file-columns-missing', { field: 'file', one, other })
    : refuse(`list-${unreadable}`, { field: 'file' })
}
