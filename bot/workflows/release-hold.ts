import type { PersonId } from '../domain/person.ts'
import type { CohortId } from '../domain/program.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import { type Hold, type HoldId, holdKey } from '../domain/scheduling/hold.ts'
import { note } from './audit.ts'
import type { Ports } from './ports.ts'

/** What is in the future goes from both calendars; what was stays as it was. Gone already is fine. */
export async function releaseHold(
  { store, calendar, clock, leaseMs }: Pick<Ports, 'store' | 'calendar' | 'clock' | 'leaseMs'>,
  id: HoldId,
): Promise<void> {
  const now = clock.now()
  const until = new Date(now.getTime() + leaseMs)
  if (!(await store.holds.claim(id, now, until))) {
    throw new Error(`Hold ${id} is being booked at this moment; it is released after that.`)
  }
  try {
    const hold = await store.holds.get(id)
    if (!hold || hold.state === 'released') return
    await letGo({ store, calendar, clock }, hold)
  } finally {
    await store.holds.release(id, until)
  }
}

/** Call with the Hold claimed. A series that Outlook took and nobody wrote down goes too. */
export async function letGo(
  { store, calendar, clock }: Pick<Ports, 'store' | 'calendar' | 'clock'>,
  hold: Exclude<Hold, { state: 'released' }>,
): Promise<void> {
  const booking = hold.state === 'held' ? hold.booking : await unrecorded({ store, calendar }, hold)
  if (booking) await calendar.cancel(booking, 'This mentoring series has ended. Thank you both.')
  const { id, pairingId, revision, attempts, requestedAt, slot } = hold
  await store.holds.save({
    ...{ id, pairingId, revision, attempts, requestedAt },
    state: 'released',
    releasedAt: clock.now(),
    ...(slot ? { slot } : {}),
    ...(booking ? { booking } : {}),
  })
}

async function unrecorded({ store, calendar }: Pick<Ports, 'store' | 'calendar'>, hold: Hold) {
  const pairing = hold.attempts > 0 ? await store.pairings.get(hold.pairingId) : undefined
  return pairing && calendar.find({ key: holdKey(hold), organizer: { id: pairing.mentorId } })
}

/** A failed Hold is asked for again, from the beginning: calendars change. */
export async function retryHold(
  { store, clock, jobs }: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: HoldId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    const hold = await store.holds.lock(id)
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
