/** Everything a Program may say in its own words. */
import { z } from 'zod'
import type { Refusal } from '../domain/refusal.ts'
import { refuse } from '../domain/refusal.ts'
import type { Language } from '../words/sentence.ts'
import { agendasContent } from './agendas.ts'
import { agreementContent } from './agreement.ts'
import type { Kind, ShownIn } from './kind.ts'
import { lessonsContent } from './lessons.ts'
import { questionsContent } from './questions.ts'
import { topicsContent } from './topics.ts'

export const kinds = {
  agreement: agreementContent,
  questions: questionsContent,
  topics: topicsContent,
  lessons: lessonsContent,
  agendas: agendasContent,
} as const

export type ContentKind = keyof typeof kinds
export const contentKinds = Object.keys(kinds) as ContentKind[]
export type BodyOf<K extends ContentKind> = z.infer<(typeof kinds)[K]['schema']>

/** A kind whose body is known when running only. */
export type AnyKind = Omit<Kind<z.ZodType>, 'schema'> & { schema: z.ZodType }
export const kindOf = (name: ContentKind): AnyKind => kinds[name] as unknown as AnyKind

export function isContent(kind: string, key: string): kind is ContentKind {
  return Object.hasOwn(kinds, kind) && kindOf(kind as ContentKind).keys.includes(key)
}

export function defaultOf<K extends ContentKind>(kind: K, key: string, language: Language): BodyOf<K> {
  return kindOf(kind).defaults(key, language) as BodyOf<K>
}

export type TextRefusal = 'text-does-not-fit'

/** The body as it is kept, or where it does not fit. */
export function readBody<K extends ContentKind>(kind: K, given: unknown): BodyOf<K> | Refusal<TextRefusal> {
  const read = kindOf(kind).schema.safeParse(given)
  if (read.success) return read.data as BodyOf<K>
  const [issue] = read.error.issues
  return refuse('text-does-not-fit', { field: issue?.path.join('.') ?? '', why: whyOf(issue) })
}

function whyOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-many'
  if (issue?.code === 'too_small') return issue.origin === 'string' ? 'empty' : 'too-few'
  return 'other'
}

/** What draws its form. */
export const shapeOf = (kind: ContentKind): Record<string, unknown> =>
  z.toJSONSchema(kindOf(kind).schema, { io: 'input' }) as Record<string, unknown>

export type { ShownIn }
