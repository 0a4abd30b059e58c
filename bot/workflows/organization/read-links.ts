/** What both readings of the directory hold of its links. */
import { minuteMs } from '../../domain/span.ts'

/** A link to the next page is given up after this; the directory keeps them for a short while, and says not how long. */
export const pageLinkLifeMs = 30 * minuteMs

export function isDirectoryReset(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: string }).code === 'directory-reset'
}
