/** Looks for three times that suit both, and brings them in one card to each. Found once; run again it changes nothing. */
import type { Repair } from '../../../domain/scheduling/repair/repair.ts'
import { agreedStart, repairUntil } from '../../../domain/scheduling/repair/repair.ts'
import { repairSlots } from '../../../domain/scheduling/repair/repair-slots.ts'
import { dayMs, minuteMs } from '../../../domain/span.ts'
import type { Ports } from '../../ports.ts'
import { raiseConcerns } from '../../telling/raise-concerns.ts'
import { underClaim } from '../../under-claim.ts'
import { showRepair } from './ask-for-repair.ts'
import { loadContext, type RepairContext } from './repair-context.ts'
import { repairTimes } from './repair-times.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'jobs' | 'clock' | 'chance' | 'leaseMs'>

export async function offerRepair(ports: Needs, id: string): Promise<void> {
  const { store, leaseMs } = ports
  await underClaim(store.repairs, id, leaseMs, async () => {
    const repair = await store.repairs.get(id)
    if (repair?.state !== 'open' || repair.options.length > 0) return
    const context = await loadContext(store, repair.sessionId)
    if (!context) await store.repairs.save({ ...repair, state: 'expired' })
    else await settle(ports, context, await timesFor(ports, context), id)
  })
}

/** Times free for both; `unknown` when Outlook does not tell about one of them, and unknown is never free. */
export async function timesFor(
  ports: Pick<Ports, 'store' | 'calendar' | 'clock'>,
  context: RepairContext,
): Promise<Repair['options'] | 'unknown'> {
  const { session, cohort } = context
  const now = ports.clock.now().getTime()
  const from = Math.max(agreedStart(session).getTime(), now)
  const until = Math.max(from, repairUntil(session).getTime())
  const people = await repairTimes(ports, context, { start: from - dayMs, end: until + dayMs })
  if (people === 'unknown') return 'unknown'
  const { noMeetingDays, holidays } = cohort.scheduling
  const slots = repairSlots({
    original: agreedStart(session).getTime(),
    minutes: (session.endsAt.getTime() - session.startsAt.getTime()) / minuteMs,
    now,
    people,
    instead: { start: session.startsAt.getTime(), end: session.endsAt.getTime() },
    avoid: { weekdays: noMeetingDays, dates: holidays },
  })
  return slots.map(({ start, end }) => ({
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  }))
}

async function settle(
  ports: Needs,
  context: RepairContext,
  times: Repair['options'] | 'unknown',
  id: string,
): Promise<void> {
  const { store } = ports
  const { pairing, cohort } = context
  await store.transaction(async () => {
    await store.pairings.lock(pairing.id)
    const repair = await store.repairs.lock(id)
    if (repair?.state !== 'open' || repair.options.length > 0) return
    const options = times === 'unknown' ? [] : times
    const offered: Repair = { ...repair, options, state: options.length > 0 ? 'open' : 'none' }
    await store.repairs.save(offered)
    await showRepair(ports, offered)
    if (offered.state === 'none')
      await raiseConcerns(ports, cohort, [noTime(id, context, times === 'unknown')])
  })
}

/** What the Organizer reads when no time is left to offer. */
export function noTime(repairId: string, { session, pairing }: RepairContext, unknown: boolean) {
  return {
    key: `no-repair-time.${pairing.id}.${repairId}`,
    pairingId: pairing.id,
    kind: 'no-repair-time' as const,
    detail: { session: session.number, why: unknown ? 'calendar-unknown' : 'no-common-time' },
  }
}
