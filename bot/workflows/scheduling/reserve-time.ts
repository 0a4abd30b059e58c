/**
 * Choosing a time and writing it down are one step: while it lasts, nobody else chooses for either of the two, in any
 * instance, and what is written down counts as taken from then on. So two Holds of one person that are booked at the same
 * moment never get the same time, though Outlook shows neither of them to the other yet.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { isRefused, type Refusal } from '../../domain/refusal.ts'
import { type Hold, plannedSessions, type RequestedHold } from '../../domain/scheduling/hold.ts'
import { type Interval, overlaps } from '../../domain/scheduling/interval.ts'
import { type ArcPlan, planArc } from '../../domain/scheduling/plan.ts'
import type { PairContext } from '../pairing/pair-context.ts'
import type { Ports } from '../ports.ts'
import { type OpenQuestion, type OwnTime, organizerOf, type Times, withTimes } from './pair-calendars.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

export type PlannedHold = RequestedHold & { slot: NonNullable<RequestedHold['slot']> }

/**
 * The Hold with its time, or why there is none; nothing when somebody else decided about it meanwhile: since the revision
 * that the choice is `basedOn`.
 */
export async function reserveTime(
  ports: Needs,
  { hold, basedOn }: { hold: RequestedHold; basedOn: number },
  context: PairContext,
  question: OpenQuestion,
  times: Times,
): Promise<PlannedHold | Refusal<'no-common-slot'> | undefined> {
  return choosingAlone(ports, context, async () => {
    const current = await ports.store.holds.lock(hold.id)
    if (current?.state !== 'requested' || current.revision !== basedOn) return undefined
    const own = await ownTime(ports, context, current)
    const plan = planArc(withTimes(context, question, times, own))
    if (isRefused(plan)) return plan
    const planned = withPlan(hold, plan, organizerOf(context, hold))
    await ports.store.holds.save(planned)
    return planned
  })
}

/** Runs alone for both people; always taken in the same order, so that nobody waits for each other. */
export function choosingAlone<T>(
  { store }: Pick<Ports, 'store'>,
  { mentor, mentee }: Pick<PairContext, 'mentor' | 'mentee'>,
  work: () => Promise<T>,
): Promise<T> {
  return store.transaction(async () => {
    for (const id of [mentor.id, mentee.id].sort()) await store.lock(`time.${id}`)
    return work()
  })
}

export function withPlan(hold: RequestedHold, plan: ArcPlan, organizerId: PersonId): PlannedHold {
  const { moved: _, dates: __, ...rest } = hold
  return {
    ...rest,
    organizerId,
    slot: plan.slot,
    ...(plan.moved.length > 0 ? { moved: plan.moved } : {}),
    ...(plan.dates ? { dates: plan.dates } : {}),
  }
}

/** What other Holds of the two have, in Outlook or only in intention; and what this one's own series takes. */
export async function ownTime(
  { store, clock }: Needs,
  { mentor, mentee }: Pick<PairContext, 'mentor' | 'mentee'>,
  hold: Hold,
): Promise<OwnTime> {
  const people = [mentor.id, mentee.id]
  const taken = new Map<PersonId, Interval[]>(people.map((id) => [id, []]))
  const replaced: Interval[] = []
  const give = (two: { mentorId: PersonId; menteeId: PersonId }, span: Interval) => {
    taken.get(two.mentorId)?.push(span)
    taken.get(two.menteeId)?.push(span)
  }
  for (const { session, ...two } of await store.sessions.ahead(people, clock.now())) {
    const span = { start: session.startsAt.getTime(), end: session.endsAt.getTime() }
    if (session.holdId === hold.id) replaced.push(span)
    else give(two, span)
  }
  for (const { hold: other, ...two } of await store.holds.promised(people)) {
    if (other.id === hold.id || !other.slot) continue
    for (const span of spansOf({ ...other, slot: other.slot })) give(two, span)
  }
  return { taken, replaced }
}

export function spansOf(plan: Parameters<typeof plannedSessions>[0]): Interval[] {
  return plannedSessions(plan).map(({ start, end }) => ({ start: start.getTime(), end: end.getTime() }))
}

/** Whether both are free at every time of a plan that was chosen earlier, whatever hours were accepted then. */
export function isStillFree(
  context: PairContext,
  question: OpenQuestion,
  plan: PlannedHold,
  times: Times,
  own: OwnTime,
): boolean {
  const { first, second } = withTimes(context, question, times, own)
  const busy = [...first.busy, ...second.busy]
  return spansOf(plan).every(
    (span) => span.start > question.now! && !busy.some((taken) => overlaps(taken, span)),
  )
}

/** A new revision, still without a time: what may arrive under the key of the one before is nobody's any more. */
export function planAnew({ slot: _, moved: __, dates: ___, ...hold }: RequestedHold): RequestedHold {
  return { ...hold, revision: hold.revision + 1, attempts: 0 }
}
