/** Who must not be paired with whom, from lists and by hand. */
import { z } from 'zod'
import { mostListBytes } from '../limits.ts'
import * as s from '../shapes.ts'

const exclusionKind = z.enum(['conflict', 'panel', 'dotted-line'])
const sourceName = z.string().trim().min(1).max(120)

/**
 * People who must not be paired: the same for every Cohort. The lines are those of the asker's own lists; of the others there
 * is a name and a number. Private blocks are not among them and never listed.
 */
export const exclusions = {
  input: z.object({ id: s.id }),
  output: z.object({
    sources: z.array(
      z.object({
        source: z.string(),
        count: z.number().int(),
        mine: z.boolean(),
        /** Absent when nobody knows who brought it in. */
        owner: s.face.optional(),
      }),
    ),
    exclusions: z.array(z.object({ kind: exclusionKind, person: s.face, other: s.face, source: z.string() })),
    /** Of the own lines: the first thousands are shown; the engine knows all, and all lists. */
    total: z.number().int(),
  }),
}

/**
 * A table with the columns kind, person, other; replaces what this source said before. The bytes as they are, in base64:
 * which letters they stand for is found out in one place.
 */
export const importExclusions = {
  input: z.object({ id: s.id, source: sourceName, file: z.base64().max(Math.ceil(mostListBytes / 3) * 4) }),
  output: z.object({
    kept: z.number().int(),
    /** Of the former edition, as long as a line of this one cannot be read. */
    stillInForce: z.number().int(),
    bad: z.array(
      z.object({
        line: z.number().int(),
        why: z.enum([
          'cells-missing',
          'cells-too-many',
          'unknown-kind',
          'unknown-person',
          'same-person',
          'open-quote',
          'not-json',
        ]),
        value: z.string().optional(),
      }),
    ),
  }),
}

export const removeExclusion = {
  input: z.object({ id: s.id, kind: exclusionKind, personId: s.id, otherId: s.id, source: sourceName }),
  output: s.ok,
}

/** Out of force, said in so many words; an empty file is refused. */
export const removeExclusionList = {
  input: z.object({ id: s.id, source: sourceName }),
  output: z.object({ removed: z.number().int() }),
}
