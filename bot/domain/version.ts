/**
 * Two people who edit the same thing at once: whoever saves says which version they saw, and is refused when another stands there
 * by now. A version is worked out from the content itself, so that whatever changes it, by whichever way, makes another one.
 */
import { type Refusal, refuse } from './refusal.ts'

/** The same for the same content, whatever the order of its keys. */
export function versionOf(content: unknown): string {
  return fingerprint(JSON.stringify(sorted(content)))
}

/** The "no" for somebody who saw something else than what stands there. */
export function overtaken(content: unknown, seen: string): Refusal<'changed-meanwhile'> | undefined {
  return versionOf(content) === seen ? undefined : refuse('changed-meanwhile')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  )
}

/** 53 bits by two mixed halves (cyrb53): enough to tell apart what a few people write, and no secret. */
function fingerprint(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    one = Math.imul(one ^ sign, 2654435761)
    other = Math.imul(other ^ sign, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36)
}
