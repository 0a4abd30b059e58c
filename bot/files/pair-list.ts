/**
 * A list of pairs that are known already, as people keep it: a table with a heading line, one pair a line, each of the two by
 * mail, sign-in name or object id. What can be read is kept; each line that cannot says why.
 */
import type { KnownPair } from '../domain/pairing/known-pairs.ts'
import { brokenLines, listOrWhyNot, type UnreadableFile } from './list-or-why-not.ts'

const columns = {
  mentor: ['mentors', 'mentor mail', 'mentor id', 'mentora', 'مرشد'],
  mentee: ['mentees', 'mentee mail', 'mentee id', 'aprendiz', 'مسترشد'],
} as const

export interface UnreadPair {
  line: number
  why: 'cells-missing' | 'cells-too-many' | 'unknown-person' | 'open-quote' | 'not-json'
  /** What stands there. */
  value?: string
}

/** `idOf` finds somebody by what the file calls them. */
export function readPairs(
  bytes: Uint8Array,
  idOf: (name: string) => string | undefined,
): { pairs: KnownPair[]; bad: UnreadPair[] } | UnreadableFile {
  const list = listOrWhyNot(bytes, 'pairs', columns)
  if ('unreadable' in list) return list
  const pairs: KnownPair[] = []
  const bad: UnreadPair[] = list.broken.map(({ line, why }) => ({ line, why: brokenLines[why] }))
  for (const row of list.rows) {
    const { line } = row
    const [mentor, mentee] = [row.get('mentor'), row.get('mentee')]
    if (!mentor || !mentee) {
      bad.push({ line, why: 'cells-missing' })
      continue
    }
    const [mentorId, menteeId] = [idOf(mentor), idOf(mentee)]
    if (mentorId && menteeId) pairs.push({ line, mentorId, menteeId })
    else bad.push({ line, why: 'unknown-person', value: mentorId ? mentee : mentor })
  }
  return { pairs, bad }
}
