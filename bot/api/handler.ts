import type { Caller } from '../auth/entra.ts'
import type { Role } from '../auth/roles.ts'
import type { Out, Parsed, RouteName } from '../contract/index.ts'
import type { Refusal } from '../domain/refusal.ts'

/** Who asks, as known for this request. */
export interface Asker extends Caller {
  /** Roles for one Cohort, or over all Cohorts when none is named. */
  rolesFor(cohortId?: string): Promise<Role[]>
}

export type Handler<K extends RouteName> = (asker: Asker, input: Parsed<K>) => Promise<Out<K> | Refusal>

/** One handler a route: forgetting one, or answering in the wrong shape, does not compile. */
export type Handlers = { [K in RouteName]: Handler<K> }
