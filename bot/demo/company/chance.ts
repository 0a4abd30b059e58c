import { createHash } from 'node:crypto'

/** A stream of seeded chance: the same seed gives the same company on every machine. */
export interface Chance {
  /** 0 up to but not 1. */
  float(): number
  /** Whole number from 0 to n - 1. */
  int(n: number): number
  /** True with this probability. */
  happens(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the entries, by weight. */
  weighted<T>(list: readonly { weight: number; value: T }[]): T
  shuffle<T>(list: readonly T[]): T[]
}

/** FNV-1a with a final mix: 32 well-spread bits of any text. */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** A fixed share of 0 to 1 that belongs to this text. */
export function share(text: string): number {
  return hash32(text) / 4294967296
}

/** mulberry32, started from the hash of a text. */
export function chanceOf(seed: string): Chance {
  let state = hash32(seed)
  const float = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (n: number) => Math.floor(float() * n)
  return {
    float,
    int,
    happens: (probability) => float() < probability,
    pick: <T>(list: readonly T[]) => list[int(list.length)] as T,
    weighted: (list) => {
      let left = float() * list.reduce((sum, entry) => sum + entry.weight, 0)
      for (const entry of list) {
        left -= entry.weight
        if (left < 0) return entry.value
      }
      return list[list.length - 1]!.value
    },
    shuffle: <T>(list: readonly T[]) => {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(i + 1)
        const held = copy[i] as T
        copy[i] = copy[j] as T
        copy[j] = held
      }
      return copy
    },
  }
}

/** A name-based GUID (RFC 9562 version 5 layout), so that the same source id keeps its object id. */
export function guidOf(name: string): string {
  const bytes = createHash('sha1').update(`demo-tenant:${name}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
