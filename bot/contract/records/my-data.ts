/** What the product knows of the person who asks. */
import { z } from 'zod'
import * as s from '../shapes.ts'

/** One document with plain keys (docs/personal-data.md); the version rises when a key changes its meaning or goes. */
export const exportMyData = {
  input: z.object({}),
  output: z.object({
    schemaVersion: z.literal(1),
    exportedAt: z.iso.datetime(),
    person: z.object({ id: s.id, name: z.string() }),
    data: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  }),
}
