/** What a Program says in its own words, for its Organizer. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const language = z.enum(['en', 'es', 'ar'])
const name = z.string().min(1).max(60)
/** Its shape is its kind's; what the form is drawn by is in `shape`, as JSON Schema has it. */
const body = z.record(z.string(), z.unknown())
const which = { id: s.id, kind: name, key: name }

export const contents = {
  input: z.object({ id: s.id }),
  output: z.object({
    contents: z.array(
      z.object({
        ...{ kind: name, key: name, shown: name },
        /** 1: the default, as it came. */
        version: z.number().int(),
        /** Languages in which the Program says it itself. */
        own: z.array(language),
        changedAt: s.instant.optional(),
      }),
    ),
  }),
}

export const contentView = z.object({
  ...{ kind: name, key: name, shown: name },
  version: z.number().int(),
  shape: z.record(z.string(), z.unknown()),
  /** Names in braces that a sentence may hold. */
  gaps: z.array(z.string()),
  /** Keys of what may change its words and may not go: figures and decisions are made of it. */
  needed: z.array(z.string()),
  languages: z.array(
    z.object({
      language,
      /** What its readers get now. */
      body,
      /** In which language that is; the default is in their own. */
      reads: language,
      state: z.enum(['default', 'own', 'older-than-another', 'lacks']),
      default: body,
    }),
  ),
  /** The newest first. A body that is absent: the language gave its text back. */
  history: z.array(
    z.object({
      version: z.number().int(),
      language,
      by: s.face,
      at: s.instant,
      body: body.optional(),
    }),
  ),
})

export const content = { input: z.object(which), output: contentView }

/**
 * `seen`: the version on the screen; refused as `changed-meanwhile` when there is another by now. Without a body the language
 * gives its text back.
 */
export const writeContent = {
  input: z.object({ ...which, language, seen: z.number().int().min(1), body: body.optional() }),
  output: contentView,
}
