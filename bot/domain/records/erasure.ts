/**
 * Somebody is erased: asked → done. Their pairs have ended when it is asked for; their times leave the calendars after that,
 * which needs to know whose they are. Only then does the database forget them.
 */
import type { PersonId } from '../organization/person.ts'
import { weekMs } from '../span.ts'

export type ErasureId = string

export type Erasure =
  | { id: ErasureId; state: 'asked'; personId: PersonId; askedAt: Date }
  | { id: ErasureId; state: 'done'; askedAt: Date; doneAt: Date }

export type ErasureRefusal = 'still-organizes' | 'still-in-directory' | 'not-found'

/** A calendar that does not answer for so long keeps nobody from being erased. */
const mostWaitMs = weekMs

/** @param open times of theirs that still stand in a calendar */
export function mayForget({ askedAt }: { askedAt: Date }, open: number, now: Date): boolean {
  return open === 0 || now.getTime() - askedAt.getTime() >= mostWaitMs
}
