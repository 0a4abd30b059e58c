/**
 * Looking at a pair's weeks, and choosing another time. A new time is a new revision of the same Hold: it is booked first,
 * then what is still ahead of the old series is cancelled, and Sessions that took place stay as they were.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { SlotQuestion } from '../../domain/scheduling/common-slot.ts'
import { type HeatCell, heatMap } from '../../domain/scheduling/heat-map.ts'
import type { BookedHold, FailedHold, HoldId, RequestedHold } from '../../domain/scheduling/hold.ts'
import { type ArcPlan, planAt, rankArcs } from '../../domain/scheduling/plan.ts'
import type { Slot } from '../../domain/scheduling/slot.ts'
import type { PairContext } from '../pairing/pair-context.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import {
  loadPairOf,
  organizerOf,
  peopleOf,
  questionOf,
  sessionsLeft,
  spanOf,
  timesOf,
  withTimes,
} from './pair-calendars.ts'
import { choosingAlone, ownTime, withPlan } from './reserve-time.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'jobs' | 'clock'>
type Changeable = BookedHold | FailedHold

export interface HoldTimes {
  question: SlotQuestion
  cells: HeatCell[]
  /** As it is now; none when the Hold has no time. */
  chosen?: Slot
  candidates: ArcPlan[]
}

const candidates = 8

/** How free both are in every half hour of the week, and the best times among them. */
export async function holdTimes(ports: Needs, id: HoldId): Promise<HoldTimes | Refusal> {
  const found = await lookAt(ports, id)
  if (isRefused(found)) return found
  const { hold, question } = found
  return {
    question,
    cells: heatMap(question),
    ...(hold.slot ? { chosen: hold.slot } : {}),
    candidates: rankArcs({ ...question, limit: candidates }),
  }
}

interface Look {
  hold: Changeable
  context: PairContext
  question: SlotQuestion
}

async function lookAt(ports: Needs, id: HoldId): Promise<Look | Refusal> {
  const { store, calendar, clock } = ports
  const hold = await store.holds.get(id)
  if (!hold) return refuse('not-found')
  if (hold.state === 'requested') return refuse('being-booked')
  if (hold.state === 'released') return refuse('already-ended')
  const context = await loadPairOf(store, hold)
  if (context === 'ended') return refuse('already-ended')
  if (context === 'person-left') return refuse('person-left')
  const left = await sessionsLeft(store, hold, context, clock.now())
  if (left.occurrences < 1) return refuse('no-session-left')
  const open = questionOf(context, left, clock.now())
  const { start, end } = spanOf(open, hold)
  const known = await calendar.availability(peopleOf([context]), new Date(start), new Date(end))
  const times = timesOf(context, known)
  if ('unknown' in times) return refuse('calendar-unknown', { name: times.unknown.displayName })
  const own = await ownTime(ports, context, hold)
  return { hold, context, question: withTimes(context, open, times, own) }
}

export interface SlotChoice extends Pick<Slot, 'firstDate' | 'time'> {
  /** The Organizer accepts that it lies outside somebody's working hours. Never accepts a busy time. */
  outsideHours: boolean
}

export async function changeSlot(
  ports: Needs,
  id: HoldId,
  choice: SlotChoice,
  by: PersonId,
): Promise<{ moved: number } | Refusal> {
  const found = await lookAt(ports, id)
  if (isRefused(found)) return found
  const { hold, context, question } = found
  return choosingAlone(ports, context, async () => {
    const current = await ports.store.holds.lock(id)
    if (current?.state !== hold.state || current.revision !== hold.revision)
      return refuse('changed-meanwhile')
    // Asked again behind the lock: another Hold of the two may have got this time since.
    const own = await ownTime(ports, context, hold)
    const taken = withTaken(question, own.taken, context)
    const plan = planAt(taken, choice, { outsideHours: choice.outsideHours })
    if (isRefused(plan)) return plan
    await ports.store.holds.save(wanted(hold, plan, organizerOf(context, hold), ports.clock.now()))
    await ports.jobs.add('book-hold', { holdId: id })
    const { firstDate, time, outsideHours } = choice
    await audit(ports, by, 'slot-changed', id, { firstDate, time, outsideHours, revision: hold.revision + 1 })
    return { moved: plan.moved.length }
  })
}

function withTaken(
  question: SlotQuestion,
  taken: Awaited<ReturnType<typeof ownTime>>['taken'],
  { mentor, mentee }: PairContext,
): SlotQuestion {
  const { first, second } = question
  return {
    ...question,
    first: { ...first, busy: [...first.busy, ...(taken.get(mentor.id) ?? [])] },
    second: { ...second, busy: [...second.busy, ...(taken.get(mentee.id) ?? [])] },
  }
}

/** In the same mailbox as before, where the lost answers of earlier tries would be. */
function wanted(hold: Changeable, plan: ArcPlan, organizerId: PersonId, at: Date): RequestedHold {
  const basis = {
    ...{ id: hold.id, pairingId: hold.pairingId, revision: hold.revision + 1, attempts: 0, requestedAt: at },
    state: 'requested' as const,
  }
  if (hold.state === 'failed') return withPlan(basis, plan, organizerId)
  const { booking, slot, moved, dates } = hold
  const replaces = { booking, slot, ...(moved ? { moved } : {}), ...(dates ? { dates } : {}) }
  return { ...withPlan(basis, plan, booking.organizerId), replaces }
}
