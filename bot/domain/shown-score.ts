/**
 * A score as others may see it. Ratings of speed meetings count when pairs are made and are nobody's to read, and from the
 * points of the part, the words of the reason or the total one could work out what somebody said: all three leave them out.
 */

import type { ScorePart as MatchingPart } from './matching/person.ts'
import { reasonInWords } from './matching/reason.ts'
import type { ScorePart } from './pairing.ts'

export interface ShownScore {
  score: number
  parts: ScorePart[]
  reason: string
}

export function shownScore({ score, parts, reason }: ShownScore): ShownScore {
  const rating = parts.find(({ part }) => part === 'rating')
  if (!rating) return { score, parts, reason }
  const shown = parts.filter((part) => part !== rating)
  return { score: score - rating.points, parts: shown, reason: reasonInWords(shown as MatchingPart[]) }
}
