/**
 * What somebody is like, by the company's seed: the same person in the same company is always alike. Chance is asked by
 * name, never in turn, so that nobody's answer depends on who answered before.
 */
import { share } from '../company/chance.ts'

export interface Character {
  /** Hours until they turn to a card, at the earliest; what is left open until then is answered late. */
  pace: 'prompt' | 'slow'
  /** Of ten cards that ask something of them, so many stay without an answer. */
  forgets: number
  /** The session after which they stop answering anything; absent for nearly everybody. */
  fadesAfter?: number
  /** 0 to 1: how well they speak of what they have. */
  warmth: number
}

/** A yes or no of the company, always the same for the same words. */
export type Luck = (about: string) => number

export const luckOf =
  (companyId: string): Luck =>
  (about) =>
    share(`life:${companyId}:${about}`)

export function characterOf(luck: Luck, personId: string): Character {
  const pace = luck(`pace ${personId}`)
  const fades = luck(`fades ${personId}`)
  return {
    pace: pace < 0.7 ? 'prompt' : 'slow',
    forgets: pace < 0.7 ? 0.4 : pace < 0.92 ? 1.5 : 4,
    ...(fades < 0.07 ? { fadesAfter: 1 + Math.floor((fades / 0.07) * 4) } : {}),
    warmth: 0.35 + 0.65 * luck(`warmth ${personId}`),
  }
}

/** What a pair is like: whether the two meet, and when they no longer do. */
export interface PairCharacter {
  /** 0 to 1: of the sessions in their calendar, how many take place. */
  meets: number
  /** After this many nobody insists any more. */
  stallsAfter?: number
  /** They do not get on, which one of them says at last. */
  isDifficult: boolean
}

export function pairCharacterOf(luck: Luck, pair: string): PairCharacter {
  const kind = luck(`pair ${pair}`)
  const meets = kind < 0.72 ? 0.96 : kind < 0.9 ? 0.8 : 0.6
  const stalls = luck(`stalls ${pair}`)
  return {
    meets,
    ...(stalls < 0.09 ? { stallsAfter: 1 + Math.floor((stalls / 0.09) * 4) } : {}),
    isDifficult: luck(`difficult ${pair}`) < 0.05,
  }
}
