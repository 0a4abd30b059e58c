/**
 * What rules and score ask about a person, side by side in one list of whole numbers. Whoever is looked at next is far
 * away in memory: read from a list per fact, a pair costs twenty waits for memory; read from one entry, two or three.
 */
import type { BitSets } from './vocabulary.ts'

/** Where each fact stands in an entry. */
export const POSITION = 0
export const ENTERS = 1
export const LEAVES = 2
export const MANAGER = 3
export const START = 4
export const LENGTH = 5
export const DEPARTMENT = 6
export const SITE = 7
/** Fragment of the chart, grade, style and Cohorts waited in one number: see `fragmentOn`, `gradeOn`, `styleOn`, `waitedOn`. */
export const LABELS = 8
/** First and end of the person's entries in `skill`. */
export const TOPICS_FROM = 9
export const TOPICS_END = 10
/** From here on: languages, interests and goals as bits. */
export const WORDS = 11

export const fragmentOn = (labels: number): number => labels >>> 8
export const gradeOn = (labels: number): number => (labels >> 4) & 15
export const styleOn = (labels: number): number => (labels >> 2) & 3
export const waitedOn = (labels: number): number => labels & 3

/** The same for both sides of a field. */
export interface PackedLayout {
  /** Numbers an entry. */
  stride: number
  /** Where the bits of each list start, and end where the next starts. */
  languages: number
  interests: number
  goals: number
  end: number
}

export interface PackedFacts {
  position: Int32Array
  enters: Int32Array
  leaves: Int32Array
  manager: Int32Array
  fragment: Int32Array
  start: Int32Array
  length: Int32Array
  department: Int32Array
  site: Int32Array
  grade: Int32Array
  style: Int8Array
  waited: Int32Array
  topicsFrom: Int32Array
  languages: BitSets
  interests: BitSets
  goals: BitSets
}

export function packedLayout({
  languages,
  interests,
  goals,
}: Pick<PackedFacts, 'languages' | 'interests' | 'goals'>): PackedLayout {
  const interestsAt = WORDS + languages.words
  const goalsAt = interestsAt + interests.words
  const end = goalsAt + goals.words
  // In steps of half a cache line, so that an entry spans as few lines as it can.
  return { stride: (end + 7) & ~7, languages: WORDS, interests: interestsAt, goals: goalsAt, end }
}

export function packedOf(facts: PackedFacts, layout: PackedLayout): Int32Array {
  const people = facts.position.length
  const packed = new Int32Array(people * layout.stride)
  for (let i = 0; i < people; i++) {
    const entry = i * layout.stride
    packed[entry + POSITION] = facts.position[i]!
    packed[entry + ENTERS] = facts.enters[i]!
    packed[entry + LEAVES] = facts.leaves[i]!
    packed[entry + MANAGER] = facts.manager[i]!
    packed[entry + START] = facts.start[i]!
    packed[entry + LENGTH] = facts.length[i]!
    packed[entry + DEPARTMENT] = facts.department[i]!
    packed[entry + SITE] = facts.site[i]!
    packed[entry + LABELS] =
      (facts.fragment[i]! << 8) | (facts.grade[i]! << 4) | (facts.style[i]! << 2) | facts.waited[i]!
    packed[entry + TOPICS_FROM] = facts.topicsFrom[i]!
    packed[entry + TOPICS_END] = facts.topicsFrom[i + 1]!
    copyBits(facts.languages, i, packed, entry + layout.languages)
    copyBits(facts.interests, i, packed, entry + layout.interests)
    copyBits(facts.goals, i, packed, entry + layout.goals)
  }
  return packed
}

function copyBits({ bits, words }: BitSets, i: number, packed: Int32Array, at: number): void {
  for (let w = 0; w < words; w++) packed[at + w] = bits[i * words + w]!
}

/** Topic and level of each entry in one number, level in the last two bits. */
export function skillsOf(topic: Int32Array, level: Int32Array): Int32Array {
  return Int32Array.from(topic, (t, x) => (t << 2) | level[x]!)
}
