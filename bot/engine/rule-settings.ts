/** What an Organizer may change. Rules that are not here (reporting line, blocks, conflicts) cannot be switched off. */
export interface RuleSettings {
  /** Nobody with the same direct manager. Default true. */
  sameManager?: boolean
  /** Nobody in a second, dotted line to the other, or to the other's line above. Default true. */
  dottedLine?: boolean
  /** Nobody who managed the other within so many months; 0 switches it off. Default 12. */
  formerManagerMonths?: number
  /** At least one language in common. Default true. */
  commonLanguage?: boolean
  /** Minutes of the day both are at work; 0 switches it off. Default 120. */
  minimumOverlapMinutes?: number
  /** The Mentee stands at least so many grades above the Mentor. Default: no minimum. */
  minimumGradeGap?: number
  /** With a minimum gap, also pair people whose grade nobody knows. Default false. */
  allowUnknownGrade?: boolean
  /** Months of service a Mentor needs; 0 switches it off. Default 12. */
  minimumServiceMonths?: number
  /** With a minimum service, also pair Mentors whose date of hiring nobody knows. Default false. */
  allowUnknownService?: boolean
  /** Most hours between the two time zones. Default: no limit. */
  maximumZoneHours?: number
  /** Where the two may sit. Default 'anywhere'. */
  location?: 'anywhere' | 'same-country' | 'same-site' | 'other-site'
  /** Pair people who were a pair before. Default false. */
  repeatEarlierPairs?: boolean
  /** People confirmed to have nobody above them, besides the head of the largest chart. */
  tops?: string[]
}
