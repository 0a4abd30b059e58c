/** What the pairing engine needs to know about people: plain data that survives JSON, nothing looked up later. */
import type { RuleSettings } from './rule-settings.ts'

export interface MatchingPerson {
  id: string
  /** Line manager as the directory names them; resolving faults is the chart's business. */
  managerId?: string
  dottedManagerIds?: string[]
  department?: string
  site?: string
  /** ISO 3166 alpha-2. */
  country?: string
  /** 1 (entry) to 12 (top). */
  grade?: number
  /** IANA name. */
  timeZone?: string
  /** A typical working day in minutes of the UTC day; `start` 0..1439, may run past midnight. */
  workMinutesUtc?: { start: number; length: number }
  /** ISO date. */
  hiredOn?: string
}

export type Side = 'mentor' | 'mentee'
export type TopicLevel = 1 | 2 | 3

export interface MatchingParticipant extends MatchingPerson {
  side: Side
  /** How many partners this person can take, 0..4. */
  capacity: number
  /** Has a partner already, who is not part of this run; `capacity` are the places beside that. */
  hasPartner?: boolean
  /** Offered by a Mentor (level: how well), wanted by a Mentee (level: how much). */
  topics: { topic: string; level: TopicLevel }[]
  /** BCP 47 primary language tags. */
  languages: string[]
  interests: string[]
  goals?: string[]
  style?: 'introvert' | 'extrovert'
  /** People this person does not want to be paired with; private, works both ways. */
  blocked?: string[]
  /** Cohorts in a row this person was left without a partner. */
  waitedCohorts?: number
}

export type PartName =
  | 'base'
  | 'topic'
  | 'goals'
  | 'interests'
  | 'different-unit'
  | 'different-site'
  | 'language'
  | 'hours'
  | 'seniority-gap'
  | 'style'
  | 'preference'
  | 'rating'
  | 'waiting'

/** Points per unit of each part (what a unit is stands in docs/score.md); whole numbers from 0 to 1,000. */
export type Weights = Partial<Record<PartName, number>>

export type Objective = 'best-total' | 'fairest'

export interface MatchingInput {
  /** Everyone, enrolled or not: reporting lines run through people who do not take part. */
  organization: MatchingPerson[]
  participants: MatchingParticipant[]
  earlierPairs?: [mentor: string, mentee: string][]
  /** Pairs of this very Cohort that did not begin: never again in it, whatever holds for earlier pairs. */
  partedPairs?: [mentor: string, mentee: string][]
  pins?: [mentor: string, mentee: string][]
  forbidden?: [a: string, b: string][]
  /** From speed meetings, 1..10. */
  ratings?: { from: string; to: string; rating: number }[]
  /** Whom somebody would like, 1 (first choice) to 5; private, so no explanation tells who ranked whom. */
  rankings?: { from: string; to: string; rank: number }[]
  /** Who managed whom before, `until` an ISO date. */
  formerManagers?: { personId: string; managerId: string; until: string }[]
  /** Declared conflicts and shared panels; both ways. */
  conflicts?: [a: string, b: string][]
  /** Sources of exclusions that could not be read; with any, nothing is proposed. */
  unreadable?: string[]
  rules?: RuleSettings
  weights?: Weights
  objective?: Objective
  seed: number
  /** ISO date. */
  today: string
}

/** `detail` holds the facts behind the points, for the words on board and card. */
export interface ScorePart {
  part: PartName
  points: number
  detail?: Record<string, string | number>
}
