/**
 * What a Program says in its own words: a text of a kind (an agreement's sentences, a form's questions) under a key, in versions
 * that stay. All languages of one text count their versions together, so that a number says what everybody read at that
 * time: version 1 is the default of the language files, the Program's own begin at 2.
 */
import type { PersonId } from '../organization/person.ts'

export const defaultVersion = 1

export interface ContentVersion {
  language: string
  version: number
  /** Null: this language gave its text back. */
  body: unknown
  by: PersonId
  at: Date
}

export interface Standing {
  /** The newest there is, in whichever language it was written. */
  version: number
  /** What this language says itself. */
  own?: ContentVersion
  /** What was written last in any language. */
  lead?: ContentVersion
  /** What its reader gets: their language's, else English, else any that there is. Without one, the default. */
  shown?: ContentVersion
}

/** @param upTo as it stood at that version */
export function standingOf(
  versions: readonly ContentVersion[],
  language: string,
  upTo = Number.POSITIVE_INFINITY,
): Standing {
  const newest = new Map<string, ContentVersion>()
  let version = defaultVersion
  for (const one of versions) {
    if (one.version > upTo) continue
    version = Math.max(version, one.version)
    if (one.version > (newest.get(one.language)?.version ?? 0)) newest.set(one.language, one)
  }
  const written = [...newest.values()]
    .filter(({ body }) => body !== null)
    .sort((one, other) => other.version - one.version)
  const [lead] = written
  const of = (wanted: string) => written.find((one) => one.language === wanted)
  const own = of(language)
  const shown = own ?? of('en') ?? lead
  return { version, ...(own ? { own } : {}), ...(lead ? { lead } : {}), ...(shown ? { shown } : {}) }
}

/** Gaps in braces that nobody fills, in any text of a body. */
export function unknownGap(body: unknown, known: readonly string[]): string | undefined {
  for (const text of textsOf(body))
    for (const [, gap] of text.matchAll(/\{(\w+)\}/g)) if (!known.includes(gap!)) return gap
  return undefined
}

function textsOf(body: unknown): string[] {
  if (typeof body === 'string') return [body]
  if (typeof body !== 'object' || body === null) return []
  return Object.values(body).flatMap(textsOf)
}

/** What is new has no name yet: every empty `key` gets one. */
export function withKeys(body: unknown, newKey: () => string): unknown {
  if (Array.isArray(body)) return body.map((one) => withKeys(one, newKey))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) =>
      name === 'key' && value === '' ? [name, newKey()] : [name, withKeys(value, newKey)],
    ),
  )
}

/** Every `key` by another name. */
export function withKeysRenamed(body: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(body)) return body.map((one) => withKeysRenamed(one, rename))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) =>
      name === 'key' && typeof value === 'string'
        ? [name, rename(value)]
        : [name, withKeysRenamed(value, rename)],
    ),
  )
}

/** Every name of ours in it. */
export function keysIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) =>
    name === 'key' && typeof value === 'string' ? [value] : keysIn(value),
  )
}

/** The same whatever order its names are in. */
export function sameBody(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))
}

function ordered(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(ordered)
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, ordered(value)]),
  )
}
