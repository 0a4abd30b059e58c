/**
 * Looks for times that suit both, and brings them in one card to each. Run again when there is enough to choose from it
 * changes nothing; when times have passed or were refused, it looks for what is still missing.
 */
import { type Interval, overlaps } from '../../../domain/scheduling/interval.ts'
import { neighborsOf } from '../../../domain/scheduling/repair/neighbors.ts'
import {
  agreedStart,
  intervalOf,
  offer,
  openOptions,
  type Repair,
  refusedFor,
  repairOptions,
  repairUntil,
  repairWithinDays,
  type Span,
  spanOf,
  standsAt,
} from '../../../domain/scheduling/repair/repair.ts'
import { repairSlots } from '../../../domain/scheduling/repair/repair-slots.ts'
import { dayMs, minuteMs } from '../../../domain/span.ts'
import type { Ports } from '../../ports.ts'
import { raiseConcerns } from '../../telling/raise-concerns.ts'
import { underClaim } from '../../under-claim.ts'
import { loadContext, type RepairContext } from './repair-context.ts'
import { repairTimes } from './repair-times.ts'
import { showRepair } from './show-repair.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'jobs' | 'clock' | 'chance' | 'leaseMs'>

export async function offerRepair(ports: Needs, id: string): Promise<void> {
  const { store, clock, leaseMs } = ports
  await underClaim(store.repairs, id, leaseMs, async () => {
    const repair = await store.repairs.get(id)
    if (repair?.state !== 'open' || openOptions(repair, clock.now()).length >= repairOptions) return
    const context = await loadContext(ports, repair.sessionId)
    if (!context) await store.repairs.save({ ...repair, state: 'expired' })
    else await settle(ports, context, await timesFor(ports, context, repair), id)
  })
}

/**
 * Times free for both that neither has refused, beside those on offer; `unknown` when Outlook does not tell about one of them,
 * and unknown is never free.
 */
export async function timesFor(
  ports: Pick<Ports, 'store' | 'calendar' | 'clock'>,
  context: RepairContext,
  repair: Repair,
): Promise<Span[] | 'unknown'> {
  const { session, cohort } = context
  const now = ports.clock.now()
  const earliest = agreedStart(session).getTime() - repairWithinDays * dayMs
  const from = Math.max(earliest, now.getTime())
  const until = Math.max(from, repairUntil(session).getTime())
  const people = await repairTimes(ports, context, { start: from - dayMs, end: until + dayMs })
  if (people === 'unknown') return 'unknown'
  const { noMeetingDays, holidays } = cohort.scheduling
  const offered = openOptions(repair, now).map(intervalOf)
  const slots = repairSlots({
    original: agreedStart(session).getTime(),
    minutes: (session.endsAt.getTime() - session.startsAt.getTime()) / minuteMs,
    now: now.getTime(),
    people,
    instead: standsAt(session),
    neighbors: neighborsOf(session, await ports.store.sessions.ofPairing(session.pairingId)),
    refused: [...refusedFor(await ports.store.repairs.ofSession(session.id)), ...offered],
    avoid: { weekdays: noMeetingDays, dates: holidays },
    limit: repairOptions - offered.length,
  })
  return slots.map(spanOf)
}

async function settle(
  ports: Needs,
  context: RepairContext,
  times: Span[] | 'unknown',
  id: string,
): Promise<void> {
  const { store, clock } = ports
  const { pairing } = context
  await store.transaction(async () => {
    await store.pairings.lock(pairing.id)
    const repair = await store.repairs.lock(id)
    if (repair?.state !== 'open') return
    // Somebody may have refused more while Outlook was asked: that is looked at again.
    const refused = refusedFor(await store.repairs.ofSession(repair.sessionId))
    const found = times === 'unknown' ? [] : times.filter((span) => !isRefused(span, refused))
    await offerFound(ports, context, offer(repair, found, clock.now()), times === 'unknown')
  })
}

const isRefused = (span: Span, refused: readonly Interval[]) =>
  refused.some((one) => overlaps(one, intervalOf(span)))

/** Joins an open transaction: both hear of it, and when nothing is left to offer, the Organizer. */
export async function offerFound(
  ports: Needs,
  context: RepairContext,
  offered: Repair,
  isUnknown: boolean,
): Promise<void> {
  await ports.store.repairs.save(offered)
  await showRepair(ports, offered)
  if (offered.state === 'none')
    await raiseConcerns(ports, context.cohort, [noTime(offered.id, context, isUnknown)])
}

/** What the Organizer reads when no time is left to offer. */
function noTime(repairId: string, { session, pairing }: RepairContext, unknown: boolean) {
  return {
    key: `no-repair-time.${pairing.id}.${repairId}`,
    pairingId: pairing.id,
    kind: 'no-repair-time' as const,
    detail: { session: session.number, why: unknown ? 'calendar-unknown' : 'no-common-time' },
  }
}
