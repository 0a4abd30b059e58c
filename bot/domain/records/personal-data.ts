/** What is known of people, in the groups in which they are told of it; the registers beside the tables (`personal.ts`) say what is in each. */

export const personalGroups = [
  'directory',
  'taking-part',
  'wishes',
  'pairs',
  'sessions',
  'check-ins',
  'speed-meetings',
  'charge',
  'summaries',
  'cards',
  'deeds',
] as const
export type PersonalGroup = (typeof personalGroups)[number]

/**
 * How long: as long as the directory says so · until some months after the Cohort's close · as long as the person has a
 * place in the product · as long as what was published, or the program · for good, without a name once erased · some days.
 */
export const keptKinds = ['directory', 'cohort', 'person', 'program', 'log', 'days'] as const
export type Kept = (typeof keptKinds)[number]

/** What erasing does: takes it away, takes the person out of it, or leaves it. */
export const erasures = ['deleted', 'nameless', 'kept'] as const
export type Erasure = (typeof erasures)[number]

export interface KeptGroup {
  group: PersonalGroup
  kept: Kept[]
  erased: Erasure[]
}

/** Everything that is somebody's, under plain keys; rises when a key changes its meaning or goes. */
export const exportVersion = 1 as const

/** What is somebody's, by the register's keys. */
export type PersonalData = Record<string, Record<string, unknown>[]>
