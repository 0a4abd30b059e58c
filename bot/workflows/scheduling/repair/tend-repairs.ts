/**
 * What time does to a search for another time: times on offer pass and others are sought, who has not chosen is reminded, and
 * when the week is over the Session did not take place.
 */
import {
  dropPassed,
  isPending,
  type Repair,
  remindAfterDays,
  repairUntil,
} from '../../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../../domain/scheduling/session.ts'
import { dayMs } from '../../../domain/span.ts'
import { eachAlone } from '../../each-alone.ts'
import type { Ports } from '../../ports.ts'
import { repairNoticeKey } from './repair-context.ts'
import { type Reminder, reminderKey, remindOfRepair, showRepair } from './show-repair.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock'>

const atOnce = 200

export async function dropPassedTimes(ports: Needs): Promise<void> {
  const { store, jobs, clock } = ports
  await eachAlone(await store.repairs.passing(clock.now(), atOnce), ({ id }) =>
    store.transaction(async () => {
      const repair = await store.repairs.lock(id)
      const left = repair && dropPassed(repair, clock.now())
      if (!left || left === repair) return
      await store.repairs.save(left)
      await showRepair(ports, left)
      await jobs.add('offer-repair', { repairId: id })
    }),
  )
}

/** After two days, and the day before the Session: nobody comes to a date that only one of them can make without knowing. */
export async function remindOfRepairs(ports: Needs): Promise<void> {
  const { store, clock } = ports
  await eachAlone(await store.repairs.unanswered(clock.now()), async (seen) => {
    const session = await store.sessions.get(seen.sessionId)
    const pairing = session && (await store.pairings.get(session.pairingId))
    const reminder = session && reminderDue(seen, session, clock.now())
    if (!session || !pairing || !reminder) return
    const key = reminderKey(repairNoticeKey(seen.id, pairing.menteeId), reminder)
    if (await store.notices.get(key)) return
    await store.transaction(async () => {
      await store.pairings.lock(pairing.id)
      const repair = await store.repairs.lock(seen.id)
      // Somebody may have chosen, or another instance been quicker.
      const isStill = repair && reminderDue(repair, session, clock.now()) === reminder
      if (isStill && !(await store.notices.get(key))) await remindOfRepair(ports, repair, reminder)
    })
  })
}

/** Whoever asked within the last day has just read all there is to say. */
export function reminderDue(repair: Repair, session: Session, now: Date): Reminder | undefined {
  if (!isPending(repair) || repair.state === 'booking') return undefined
  const openFor = now.getTime() - repair.openedAt.getTime()
  const ahead = session.startsAt.getTime() - now.getTime()
  if (session.state === 'planned' && ahead > 0 && ahead <= dayMs)
    return openFor >= dayMs ? 'day-before' : undefined
  // While people look for a time, there is nothing to choose.
  return repair.state === 'open' && openFor >= remindAfterDays * dayMs ? 'again' : undefined
}

/**
 * The week is over and nobody chose. What one of the two could not make did not take place: it counts as called off, and
 * nobody is asked how it was.
 */
export async function closeOverdueRepairs(ports: Needs): Promise<void> {
  const { store, clock } = ports
  await eachAlone(await store.repairs.overdue(clock.now(), atOnce), async ({ id, sessionId }) => {
    const seen = await store.sessions.get(sessionId)
    await store.transaction(async () => {
      if (seen) await store.pairings.lock(seen.pairingId)
      const repair = await store.repairs.lock(id)
      const session = await store.sessions.get(sessionId)
      if (!repair || !session || (repair.state !== 'open' && repair.state !== 'none')) return
      if (repairUntil(session) > clock.now()) return
      if (session.state === 'planned') await store.sessions.save(calledOff(session, repair))
      const closed: Repair = { ...repair, state: 'expired' }
      await store.repairs.save(closed)
      await showRepair(ports, closed)
    })
  })
}

function calledOff(session: Session, { askedBy }: Repair): Session {
  const declinedBy = session.declinedBy ?? askedBy
  return { ...session, state: 'cancelled', ...(declinedBy ? { declinedBy } : {}) }
}
