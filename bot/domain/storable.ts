const unstorable = /[\0\p{Cs}]/u

/**
 * Whether every text in it, keys included, can be kept: PostgreSQL takes no U+0000, and half of a surrogate pair is no
 * character. Goes through lists by itself and not by calls: what people send may be nested ten thousand deep.
 */
export function isStorable(value: unknown): boolean {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one === 'string') {
      if (unstorable.test(one)) return false
    } else if (Array.isArray(one)) {
      for (const inner of one) open.push(inner)
    } else if (typeof one === 'object' && one !== null) {
      for (const [key, inner] of Object.entries(one)) {
        if (unstorable.test(key)) return false
        open.push(inner)
      }
    }
  }
  return true
}
