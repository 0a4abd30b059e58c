/** Which ways of matching a Cohort has, besides the Organizer's own pins and the engine. */
export interface Ways {
  ranking: boolean
  requests: boolean
  /** How long a request waits for its answer, 1 to 30 days. */
  requestDays: number
}

export const usualWays: Ways = { ranking: true, requests: true, requestDays: 7 }
export const requestDaysLimits = { least: 1, most: 30 } as const

export const effectiveWays = (chosen: Partial<Ways> = {}): Ways => ({ ...usualWays, ...chosen })
