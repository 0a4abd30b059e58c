import type { PersonId } from '../domain/person.ts'
import type { CohortId } from '../domain/program.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import type { Hold, HoldId } from '../domain/scheduling/hold.ts'
import { note } from './audit.ts'
import type { Ports } from './ports.ts'

/** What is in the future goes from both calendars; what was stays as it was. Gone already is fine. */
export async function releaseHold(
  { store, calendar, clock, leaseMs }: Pick<Ports, 'store' | 'calendar' | 'clock' | 'leaseMs'>,
  id: HoldId,
): Promise<void> {
  const now = clock.now()
  if (!(await store.holds.claim(id, now, new Date(now.getTime() + leaseMs)))) {
    throw new Error(`Hold ${id} is being booked at this moment; it is released after that.`)
  }
  try {
    const hold = await store.holds.get(id)
    if (!hold || hold.state === 'released') return
    if (hold.state === 'held')
      await calendar.cancel(hold.booking, 'This mentoring series has ended. Thank you both.')
    const { id: holdId, pairingId, revision, attempts, requestedAt } = hold
    const basis = { id: holdId, pairingId, revision, attempts, requestedAt }
    await store.holds.save({
      ...basis,
      state: 'released',
      releasedAt: clock.now(),
      ...(hold.slot ? { slot: hold.slot } : {}),
      ...(hold.state === 'held' ? { booking: hold.booking } : {}),
    })
  } finally {
    await store.holds.release(id)
  }
}

/** A failed Hold is asked for again, from the beginning: calendars change. */
export async function retryHold(
  { store, clock, jobs }: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: HoldId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    const hold = await store.holds.get(id)
    if (!hold) return refuse('not-found')
    if (hold.state !== 'failed' && hold.state !== 'requested')
      return refuse('already-booked', { state: hold.state })
    await store.holds.save(requestedAgain(hold, clock.now()))
    await jobs.add('book-hold', { holdId: id })
    await note({ store, clock }, by, 'hold-retried', id)
    return { ok: true }
  })
}

/** Outlook may know the slot of an earlier try, so that one keeps its slot; a Hold without a slot starts afresh. */
function requestedAgain(hold: Hold & { state: 'failed' | 'requested' }, at: Date): Hold {
  const { id, pairingId, revision, attempts, slot } = hold
  return { id, pairingId, revision, attempts, requestedAt: at, state: 'requested', ...(slot ? { slot } : {}) }
}

/** Everything of a Cohort that is not booked yet. */
export async function bookAll(
  ports: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  cohortId: CohortId,
  by: PersonId,
): Promise<{ requested: number }> {
  let requested = 0
  for (const hold of await ports.store.holds.list(cohortId)) {
    if (hold.state !== 'failed' && hold.state !== 'requested') continue
    const answer = await retryHold(ports, hold.id, by)
    if (!isRefused(answer)) requested++
  }
  return { requested }
}
