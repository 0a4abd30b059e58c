/**
 * What rules and score ask about a person, side by side in one list of whole numbers. Whoever is looked at next is far
 * away in memory: read from a list per fact, a pair costs twenty waits for memory; read from a card, two or three.
 */
import type { BitSets } from './vocabulary.ts'

/** Where each fact stands on a card. */
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
export interface CardLayout {
  /** Numbers a card. */
  stride: number
  /** Where the bits of each list start, and end where the next starts. */
  languages: number
  interests: number
  goals: number
  end: number
}

export interface CardFacts {
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

export function cardLayout({
  languages,
  interests,
  goals,
}: Pick<CardFacts, 'languages' | 'interests' | 'goals'>): CardLayout {
  const interestsAt = WORDS + languages.words
  const goalsAt = interestsAt + interests.words
  const end = goalsAt + goals.words
  // In steps of half a cache line, so that a card spans as few lines as it can.
  return { stride: (end + 7) & ~7, languages: WORDS, interests: interestsAt, goals: goalsAt, end }
}

export function cardsOf(facts: CardFacts, layout: CardLayout): Int32Array {
  const people = facts.position.length
  const cards = new Int32Array(people * layout.stride)
  for (let i = 0; i < people; i++) {
    const card = i * layout.stride
    cards[card + POSITION] = facts.position[i]!
    cards[card + ENTERS] = facts.enters[i]!
    cards[card + LEAVES] = facts.leaves[i]!
    cards[card + MANAGER] = facts.manager[i]!
    cards[card + START] = facts.start[i]!
    cards[card + LENGTH] = facts.length[i]!
    cards[card + DEPARTMENT] = facts.department[i]!
    cards[card + SITE] = facts.site[i]!
    cards[card + LABELS] =
      (facts.fragment[i]! << 8) | (facts.grade[i]! << 4) | (facts.style[i]! << 2) | facts.waited[i]!
    cards[card + TOPICS_FROM] = facts.topicsFrom[i]!
    cards[card + TOPICS_END] = facts.topicsFrom[i + 1]!
    copyBits(facts.languages, i, cards, card + layout.languages)
    copyBits(facts.interests, i, cards, card + layout.interests)
    copyBits(facts.goals, i, cards, card + layout.goals)
  }
  return cards
}

function copyBits({ bits, words }: BitSets, i: number, cards: Int32Array, at: number): void {
  for (let w = 0; w < words; w++) cards[at + w] = bits[i * words + w]!
}

/** Topic and level of each entry in one number, level in the last two bits. */
export function skillsOf(topic: Int32Array, level: Int32Array): Int32Array {
  return Int32Array.from(topic, (t, x) => (t << 2) | level[x]!)
}
