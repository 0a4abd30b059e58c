/**
 * A score as others may see it. Ratings of speed meetings and rankings count when pairs are made and are nobody's to read,
 * and from the points of the part, the words of the reason or the total one could work out what somebody said: all three
 * leave them out. What a run leaves has none of them; Pairings that were kept before do.
 */

import type { ScorePart as MatchingPart } from '../../engine/person.ts'
import { isPrivatePart } from '../../engine/private-wishes.ts'
import { reasonInWords } from '../../engine/reason.ts'
import type { ScorePart } from './pairing.ts'

export interface ShownScore {
  score: number
  parts: ScorePart[]
  reason: string
}

const isPrivate = ({ part }: ScorePart): boolean => isPrivatePart(part)

export function shownScore({ score, parts, reason }: ShownScore): ShownScore {
  const hidden = parts.filter(isPrivate)
  if (hidden.length === 0) return { score, parts, reason }
  const shown = parts.filter((part) => !isPrivate(part))
  return {
    score: score - hidden.reduce((sum, { points }) => sum + points, 0),
    parts: shown,
    reason: reasonInWords(shown as MatchingPart[]),
  }
}
