/** Points per unit of each part of the score; docs/score.md says what a unit is. */
import type { PartName, Weights } from './person.ts'

export const partNames = [
  'base',
  'topic',
  'goals',
  'interests',
  'different-unit',
  'different-site',
  'language',
  'hours',
  'seniority-gap',
  'style',
  'preference',
  'rating',
  'waiting',
] as const satisfies readonly PartName[]

export const defaultWeights: Required<Weights> = {
  base: 10,
  topic: 40,
  goals: 30,
  interests: 25,
  'different-unit': 70,
  'different-site': 30,
  language: 15,
  hours: 50,
  'seniority-gap': 90,
  style: 20,
  preference: 20,
  rating: 12,
  waiting: 40,
}

/** Units of a rank: five for a first choice, one for a fifth. */
export const unitsOfRank = (rank: number): number => 6 - rank

/** Most units that count. */
export const most = { topic: 12, goals: 2, interests: 4, hoursMinutes: 300, waiting: 3 } as const

/** Most units of each part that one pair can have. */
export const mostUnits: Required<Weights> = {
  ...{ base: 1, topic: most.topic, goals: most.goals, interests: most.interests },
  ...{ 'different-unit': 1, 'different-site': 1, language: 1, hours: 1, 'seniority-gap': 1, style: 1 },
  ...{ preference: 2 * unitsOfRank(1), rating: 10, waiting: 2 * most.waiting },
}

/** No pair scores more: every part at its most, as docs/score.md lists them. */
export function highestScore(weights: Required<Weights>): number {
  return partNames.reduce((sum, part) => sum + weights[part] * mostUnits[part], 0)
}

/** The gap in grades that helps most, and how many grades away from it nothing is left. */
export const bestGap = 5
export const gapReach = 6

/** Throws a RangeError that names the part for anything but whole numbers from 0 to 1,000 (base: at least 1). */
export function effectiveWeights(weights: Weights = {}): Required<Weights> {
  const all = { ...defaultWeights, ...weights }
  for (const part of partNames) {
    const least = part === 'base' ? 1 : 0
    const points = all[part]
    if (!Number.isInteger(points) || points < least || points > 1000) {
      throw new RangeError(`Weight ${part} is ${points}; it has to be a whole number from ${least} to 1000.`)
    }
  }
  return all
}
