/** Notes of a Session. `seen` is the version that whoever saves had read; 0 where there was none. */
import { z } from 'zod'
import * as s from '../shapes.ts'

/** More than is kept: what is too long is refused by its name, and not as a letter that cannot be read. */
const mostLetters = 200_000
const version = z.number().int().min(0)

const page = z.object({
  text: z.string(),
  version,
  savedBy: z.enum(['me', 'partner']).optional(),
  savedAt: s.instant.optional(),
  mayChange: z.boolean(),
})

export const sessionNotes = { input: z.object({ id: s.id }), output: page }
export const saveSessionNotes = {
  input: z.object({ id: s.id, text: z.string().max(mostLetters), seen: version }),
  output: z.object({ version }),
}

/** Locked in the writer's browser: `p1.salt.nonce.words`, see `tab/src/lock.ts`. Nobody else, the service included, can read it. */
const box = z.string().max(mostLetters)

export const privateNotes = {
  input: z.object({ id: s.id }),
  output: z.object({
    notes: z.array(z.object({ sessionId: s.id, version, savedAt: s.instant, box: z.string() })),
    mayChange: z.boolean(),
  }),
}
export const savePrivateNote = {
  input: z.object({ id: s.id, box, seen: version }),
  output: z.object({ version }),
}
export const removePrivateNotes = { input: z.object({ id: s.id }), output: s.ok }
