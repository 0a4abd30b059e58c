/**
 * A kind of text that a Program may say in its own words. One more kind is one entry in `kinds.ts`, and words for its name, its
 * keys and its fields in `bot/words/content.ts`; the page for Organizers, versions, preview and history follow by themselves.
 */
import { z } from 'zod'
import type { Refusal } from '../domain/refusal.ts'
import type { Language } from '../words/sentence.ts'

/** Where people read it; said on the page for Organizers. */
export const shownIn = ['agreement', 'forms', 'topic-choice', 'training', 'sessions'] as const
export type ShownIn = (typeof shownIn)[number]

export interface Kind<Schema extends z.ZodType> {
  /**
   * An object of texts, numbers, choices, lists and groups: what `z.toJSONSchema` says of it draws the form. A field `key` is a
   * name of ours that the form does not show; an empty one gets one when it is saved.
   */
  schema: Schema
  keys: readonly string[]
  /** As the language file has it. */
  defaults(key: string, language: Language): z.infer<Schema>
  shown: ShownIn
  /** Names in braces that a sentence may hold. */
  gaps?: readonly string[]
  /** What somebody chose when they enrolled stays: its keys may not go. */
  keptWhileUsed?: true
  /** Where languages share more than words: what was written last, said in the words of one language. */
  merge?(lead: z.infer<Schema>, own: z.infer<Schema>): z.infer<Schema>
  /** Keys of what a body must keep: something else is made of it. */
  needed?(key: string): readonly string[]
  /** Whether it may take the place of what stood there. */
  mayFollow?(key: string, was: z.infer<Schema>, next: z.infer<Schema>): Refusal | undefined
}

export const kind = <Schema extends z.ZodType>(entry: Kind<Schema>): Kind<Schema> => entry

export const text = (most: number) => z.string().trim().min(1).max(most)
