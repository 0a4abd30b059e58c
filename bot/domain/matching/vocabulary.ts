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

/** One set of words a person; the ids are given first so that every side uses the same width. */
export function bitSets(lists: readonly (readonly number[])[], size: number): BitSets {
  const words = Math.max(1, Math.ceil(size / 32))
  const bits = new Int32Array(words * lists.length)
  for (let i = 0; i < lists.length; i++) {
    for (const id of lists[i]!) bits[i * words + (id >> 5)]! |= 1 << (id & 31)
  }
  return { words, bits }
}

/** Number of bits set in a 32-bit word. */
export function countBits(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
