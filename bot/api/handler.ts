import { type Act, type FactsOf, may } from '../auth/access.ts'
import type { Caller } from '../auth/entra.ts'
import type { Role } from '../auth/role.ts'
import type { Out, Parsed, RouteName } from '../contract/index.ts'
import { type Refusal, type RefusalName, refuse } from '../domain/refusal.ts'

/** Who asks, as known for this request. */
export interface Asker extends Caller {
  /** Roles for one Cohort, or over all Cohorts when none is named. */
  rolesFor(cohortId?: string): Promise<Role[]>
}

/** The work of a route, behind the question whether this caller may have it done. */
export interface Asked<I, O> {
  (asker: Asker, input: I, gate?: Gate): Promise<O | Refusal>
  /** Acts of `auth/access.ts` of which one has to be allowed; or, for the few that ask nothing, why not. */
  asks: readonly Act[] | { nothing: string }
}
/** Asked once somebody may, before the work: a "no" of its own, or none. */
export type Gate = () => Promise<Refusal | undefined>
export type Handler<K extends RouteName> = Asked<Parsed<K>, Out<K>>

/** One handler a route: forgetting one, answering in the wrong shape, or asking for nothing, does not compile. */
export type Handlers = { [K in RouteName]: Handler<K> }

type Work<I, O> = (asker: Asker, input: I) => Promise<O | Refusal>
type Gated<I, O> = (asker: Asker, input: I, gate?: Gate) => Promise<O | Refusal>
type No<F, I> = RefusalName | ((facts: F, asker: Asker, input: I) => Refusal | Promise<Refusal>)

/** The facts first, then the table, then the work. `otherwise`: the "no", where "not allowed" would tell too much. */
export function asks<A extends Act, I, O>(
  act: A,
  factsOf: (asker: Asker, input: NoInfer<I>) => Promise<FactsOf<A>>,
  work: Work<NoInfer<I>, NoInfer<O>>,
  otherwise: No<FactsOf<A>, NoInfer<I>> = 'not-allowed',
): Asked<I, O> {
  const guarded: Gated<I, O> = async (asker, input, gate) => {
    const facts = await factsOf(asker, input)
    if (may(act, asker, facts)) return (await gate?.()) ?? work(asker, input)
    return typeof otherwise === 'string' ? refuse(otherwise) : otherwise(facts, asker, input)
  }
  return Object.assign(guarded, { asks: [act] })
}

/** One act with what is known about its object. */
export interface Question {
  act: Act
  isAllowed(asker: Asker): boolean
}
export const ask = <A extends Act>(act: A, facts: FactsOf<A>): Question => ({
  act,
  isAllowed: (asker) => may(act, asker, facts),
})

/** Where the object decides which act it is. */
export function asksEither<I, O>(
  acts: readonly Act[],
  questionOf: (asker: Asker, input: NoInfer<I>) => Promise<Question | undefined>,
  work: Work<NoInfer<I>, NoInfer<O>>,
): Asked<I, O> {
  const guarded: Gated<I, O> = async (asker, input, gate) => {
    const question = await questionOf(asker, input)
    const isOpen = question !== undefined && acts.includes(question.act) && question.isAllowed(asker)
    return isOpen ? ((await gate?.()) ?? work(asker, input)) : refuse('not-allowed')
  }
  return Object.assign(guarded, { asks: acts })
}

/** Open to whoever comes in at all. */
export function asksNothing<I, O>(why: string, work: Work<NoInfer<I>, NoInfer<O>>): Asked<I, O> {
  return Object.assign<Gated<I, O>, { asks: { nothing: string } }>(
    async (asker, input, gate) => (await gate?.()) ?? work(asker, input),
    { asks: { nothing: why } },
  )
}

/** The facts of what concerns one Cohort alone. */
export const inCohort = async (asker: Asker, { id }: { id: string }) => ({ roles: await asker.rolesFor(id) })
/** The facts of what concerns no Program. */
export const overall = async (asker: Asker) => ({ roles: await asker.rolesFor() })
/** What the work finds by the caller's own id and by nothing else. */
export const ownThings = async ({ personId }: Asker) => ({ ownerId: personId })
