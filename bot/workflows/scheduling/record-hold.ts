/**
 * What Outlook answered, stored at once with the Sessions, the active Pairing and a card to each of the two. `superseded`:
 * another worker went on with a new revision meanwhile, so what this one wrote is nobody's and goes again.
 */

import { Fault } from '../../domain/fault.ts'
import { signInNameOf } from '../../domain/organization/person.ts'
import { activate } from '../../domain/pairing/pairing.ts'
import { shownScore } from '../../domain/pairing/shown-score.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { BookedSeries } from '../../domain/scheduling/calendar-time.ts'
import type { BookedHold } from '../../domain/scheduling/hold.ts'
import type { Session } from '../../domain/scheduling/session.ts'
import { faceOf } from '../organization/face.ts'
import type { PairContext } from '../pairing/pair-context.ts'
import type { Ports } from '../ports.ts'
import { topicNamesIn } from '../program/own-topics.ts'
import { tell } from '../telling/deliver-notice.ts'
import { beginRepair } from './repair/ask-for-repair.ts'
import type { PlannedHold } from './reserve-time.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock' | 'chance'>

export async function recordHeld(
  ports: Needs,
  hold: PlannedHold,
  series: BookedSeries,
  context: PairContext,
): Promise<'recorded' | 'superseded'> {
  const { store, clock } = ports
  const { occurrences: _, ...booking } = series
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(hold.pairingId)
    const current = await store.holds.lock(hold.id)
    if (!pairing || current?.revision !== hold.revision || current.state === 'released') return 'superseded'
    if (current.state !== 'requested') return 'recorded'
    const active = activate(pairing, clock.now())
    await store.holds.save(heldOf(hold, series, booking))
    await saveSessions(ports, hold, series, isRefused(active))
    if (isRefused(active)) {
      // Ended while Outlook was being asked: what was just booked goes again.
      await ports.jobs.add('release-hold', { holdId: hold.id })
      return 'recorded'
    }
    // Two who are a pair already hear of a new time from Outlook; the card is for two who do not know each other.
    if (pairing.state === 'active') {
      if ((await store.pairEndings.more(hold.pairingId)) > 0) await tellGoingOn(ports, hold, context)
      return 'recorded'
    }
    await store.pairings.save(active)
    await announce(ports, hold, series, context)
    return 'recorded'
  })
}

function heldOf(
  hold: PlannedHold,
  { occurrences }: BookedSeries,
  booking: BookedHold['booking'],
): BookedHold {
  const { replaces: _, organizerId: __, dates, ...rest } = hold
  const events = new Map(occurrences.map(({ number, eventId }) => [number, eventId]))
  const booked = dates?.map((date) => ({ ...date, eventId: events.get(date.number)! }))
  return { ...rest, state: 'booked', booking, ...(booked ? { dates: booked } : {}) }
}

/**
 * Sessions that took place keep their time; the others take that of the plan, as if nothing had been agreed before. One
 * that was called off before we heard that it stands was called off by somebody: it counts, and gets another time.
 */
async function saveSessions(
  ports: Needs,
  hold: PlannedHold,
  { occurrences, organizerId }: BookedSeries,
  ended: boolean,
): Promise<void> {
  const { store, chance } = ports
  const known = new Map((await store.sessions.ofPairing(hold.pairingId)).map((one) => [one.number, one]))
  for (const { number, start, end, originalStart, eventId, cancelled } of occurrences) {
    const before = known.get(number)
    if (before?.state === 'held' || before?.state === 'missed') continue
    const session: Session = {
      ...{ id: before?.id ?? chance.id(), holdId: hold.id, pairingId: hold.pairingId, number },
      ...{ startsAt: start, endsAt: end, state: ended || cancelled ? 'cancelled' : 'planned' },
      ...(originalStart ? { originalStart } : {}),
      ...(eventId ? { eventId } : {}),
      ...(cancelled && !ended ? { declinedBy: organizerId } : {}),
    }
    await store.sessions.save(session)
    if (cancelled && !ended) await beginRepair(ports, session, 'cancelled', organizerId)
  }
}

/** One card to each: who, why this match, when, what next. */
async function announce(
  ports: Needs,
  hold: PlannedHold,
  series: BookedSeries,
  two: PairContext,
): Promise<void> {
  const first = series.occurrences.find(({ cancelled }) => !cancelled)
  if (!first) throw new Fault(`Outlook shows no occurrence of hold ${hold.id}: nothing to announce yet.`)
  const sessions = await ports.store.sessions.ofPairing(hold.pairingId)
  const firstId = sessions.find(({ startsAt }) => startsAt.getTime() === first.start.getTime())?.id
  const sides = [
    { me: two.mentor, partner: two.mentee, enrolment: two.mentorEnrolment, mySide: 'mentor' as const },
    { me: two.mentee, partner: two.mentor, enrolment: two.menteeEnrolment, mySide: 'mentee' as const },
  ]
  const { parts } = shownScore(two.pairing)
  const named = await topicNamesIn(ports, two.cohort.id, parts)
  for (const { me, partner, enrolment, mySide } of sides) {
    await tell(ports, `pairing.${hold.pairingId}.${hold.revision}.${me.id}`, me.id, {
      kind: 'pairing',
      pairingId: hold.pairingId,
      mySide,
      partner: faceOf(partner),
      ...(signInNameOf(partner) ? { partnerSignInName: signInNameOf(partner)! } : {}),
      ...{ parts, ...named },
      firstStart: first.start,
      firstEnd: first.end,
      ...(firstId ? { firstId } : {}),
      sessions: two.cohort.sessions,
      everyWeeks: hold.slot.everyWeeks,
      timeZone: enrolment.timeZone,
      ...(series.joinUrl ? { joinUrl: series.joinUrl } : {}),
      ...((await ports.store.vetoes.of(two.cohort.id, me.id)) ? {} : { mayDecline: true }),
    })
  }
}

/** That what they asked for is done; times that are moved later are Outlook's to tell. */
async function tellGoingOn(
  ports: Needs,
  { pairingId }: PlannedHold,
  { mentor, mentee }: PairContext,
): Promise<void> {
  for (const [me, partner] of [
    [mentor, mentee],
    [mentee, mentor],
  ] as const)
    await tell(ports, `goes-on.${pairingId}.${me.id}`, me.id, {
      ...{ kind: 'pair-outcome', form: 'closing', result: 'booked', pairingId, partner: faceOf(partner) },
    })
}
