import type { MatchingSettings } from '../../domain/program/matching-settings.ts'

/** "Learn from the people who joined last": with the product's twelve months, the newest would be kept out of it. */
export const matchingChoices: MatchingSettings = { rules: { minimumServiceMonths: 3 } }
