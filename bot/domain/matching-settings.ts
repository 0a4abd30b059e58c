import type { Weights } from './matching/person.ts'
import type { RuleSettings } from './pairing-rules.ts'

/** What the Organizer chose for a Cohort's matching; what is missing has its default. */
export interface MatchingSettings {
  objective?: 'best-total' | 'fairest'
  rules?: RuleSettings
  weights?: Weights
}
