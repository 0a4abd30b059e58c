/**
 * When two spellings name the same: after Unicode composition, without signs nobody sees and spaces around them, and
 * without case. The file's own spelling is what comes out; only comparing goes by these keys.
 */

/** Zero-width spaces and joiners, soft hyphens, marks of direction, byte order marks. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu
const unseenAtEnds =
  /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}]+|[\s\p{Default_Ignorable_Code_Point}\p{Cf}]+$/gu
const plain = /^[!-@[-~]*$/

export function nameKey(text: string): string {
  if (plain.test(text)) return text
  return text.replace(unseen, '').normalize('NFC').trim().toLowerCase().normalize('NFC')
}

/** Of a department, site or topic: spaces inside do not count as different either. */
export function unitKey(text: string): string {
  return nameKey(text).replace(/\s+/g, ' ')
}

/** Without spaces and unseen signs around it. */
export function trimmed(text: string): string {
  const { length } = text
  if (length === 0) return text
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(length - 1)
  if (first > 32 && first < 127 && last > 32 && last < 127) return text
  return text.replace(unseenAtEnds, '')
}

/** The same few words fill all rows: one copy of each spelling is kept, the first one met. */
export function oneSpelling(): (text: string) => string {
  const known = new Map<string, string>()
  const first = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const key = unitKey(text)
    const spelling = first.get(key) ?? text
    first.set(key, spelling)
    known.set(text, spelling)
    return spelling
  }
}

/** Everybody's id as the file spells it, found by any spelling. */
export class IdBook {
  readonly #keys = new Set<string>()
  /** Only where the file's spelling is not the key itself. */
  readonly #spelled = new Map<string, string>()

  get size(): number {
    return this.#keys.size
  }

  /** The id under which somebody is known already; undefined when this one is new. */
  add(id: string): string | undefined {
    const key = nameKey(id)
    const before = this.#keys.size
    this.#keys.add(key)
    if (this.#keys.size === before) return this.#spelled.get(key) ?? key
    if (key !== id) this.#spelled.set(key, id)
    return undefined
  }

  find(name: string): string | undefined {
    const key = nameKey(name)
    return this.#keys.has(key) ? (this.#spelled.get(key) ?? key) : undefined
  }

  /** Quick: whether this very text is an id that needs no second look. */
  hasPlain(text: string): boolean {
    return this.#keys.has(text) && (this.#spelled.size === 0 || !this.#spelled.has(text))
  }

  keys(): Iterable<string> {
    return this.#keys
  }
}
