/** Numbers for words, and sets of small numbers as bits, so that two people's lists meet in a few machine operations. */
export interface Vocabulary {
  words: string[]
  idOf(word: string): number
}

export function vocabulary(): Vocabulary {
  const words: string[] = []
  const ids = new Map<string, number>()
  return {
    words,
    idOf(word) {
      const known = ids.get(word)
      if (known !== undefined) return known
      const id = words.push(word) - 1
      ids.set(word, id)
      return id
    },
  }
}

/** `count` sets over one vocabulary, `words` 32-bit words each, one after the other. */
export interface BitSets {
  words: number
  bits: Int32Array
}

/** Words of person x by number: `ids` from `from[x]` to `from[x + 1]`. */
export interface WordLists {
  from: Int32Array
  ids: readonly number[]
}

/** One set of words a person, wide enough for words 0 to `size` - 1. */
export function bitSets({ from, ids }: WordLists, size: number): BitSets {
  const words = Math.max(1, Math.ceil(size / 32))
  const people = from.length - 1
  const bits = new Int32Array(words * people)
  for (let x = 0; x < people; x++) {
    for (let k = from[x]!; k < from[x + 1]!; k++) bits[x * words + (ids[k]! >> 5)]! |= 1 << (ids[k]! & 31)
  }
  return { words, bits }
}

/** Number of bits set in a 32-bit word. */
export function countBits(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
