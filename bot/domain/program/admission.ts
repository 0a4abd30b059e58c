/** To whom a Cohort is open, and how many take part on each side: what an Organizer writes into its plan. */

type Side = 'mentor' | 'mentee'

/** Both included; what is absent has no limit. */
export interface Grades {
  from?: number
  to?: number
}

/** Each that is absent or empty lets everybody in. */
export interface Admission {
  /** As the directory writes them. */
  units?: string[]
  /** Two letters. */
  countries?: string[]
  grades?: Partial<Record<Side, Grades>>
  /** How many take part at once. */
  places?: Partial<Record<Side, number>>
}

/** As a form sends it. */
export interface Loose {
  units?: string[] | undefined
  countries?: string[] | undefined
  grades?: { [S in Side]?: { from?: number | undefined; to?: number | undefined } | undefined } | undefined
  places?: { [S in Side]?: number | undefined } | undefined
}

/** Without what says nothing, so that a plan that limits nothing reads like one that never did. */
export function standingOf(admission: Loose | undefined): { admission?: Admission } {
  const { units = [], countries = [], grades = {}, places = {} } = admission ?? {}
  const limits = {
    ...(units.length > 0 ? { units: [...units] } : {}),
    ...(countries.length > 0 ? { countries: [...countries] } : {}),
    ...sides('grades', grades, (one) => one?.from !== undefined || one?.to !== undefined),
    ...sides('places', places, (one) => one !== undefined),
  } as Admission
  return Object.keys(limits).length > 0 ? { admission: limits } : {}
}

function sides<T>(key: string, of: Partial<Record<Side, T>>, says: (one: T | undefined) => boolean) {
  const kept = Object.entries(of).filter(([, one]) => says(one as T | undefined))
  return kept.length > 0 ? { [key]: Object.fromEntries(kept) } : {}
}
