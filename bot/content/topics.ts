/** Topics of the Program's own, beside the bank that everybody has. */
import { z } from 'zod'
import { kind, text } from './kind.ts'

const topic = z.strictObject({
  key: z.string().regex(/^own-[a-z0-9-]{1,30}$/),
  name: text(60),
  /** Nobody chooses it any more; whoever has keeps it. */
  retired: z.boolean(),
})
type Topic = z.infer<typeof topic>

export const topicsContent = kind({
  schema: z.strictObject({
    topics: z
      .array(topic)
      .max(20)
      .refine((all) => new Set(all.map(({ key }) => key)).size === all.length),
  }),
  keys: ['own'],
  defaults: () => ({ topics: [] as Topic[] }),
  shown: 'topic-choice',
  keptWhileUsed: true,
  merge: (lead, own) => ({
    topics: lead.topics.map((one) => ({
      ...one,
      name: own.topics.find(({ key }) => key === one.key)?.name ?? one.name,
    })),
  }),
})
