/** What both readings of the directory hold of its links. */

/** A link to the next page is given up after this; the directory keeps them for a short while, and says not how long. */
export const pageLinkLifeMs = 30 * 60_000

export function isDirectoryReset(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: string }).code === 'directory-reset'
}
