/** How the pairs of a Cohort get on. */

import type { Out } from '../../../contract/index.ts'
import { asideUntil, type FollowUp, keeperOf } from '../../../domain/meeting/follow-up.ts'
import { healthOf } from '../../../domain/meeting/pair-health.ts'
import { type Person, type PersonId, signInNameOf } from '../../../domain/organization/person.ts'
import { isLive, isPaused, lastingStates, type Pairing } from '../../../domain/pairing/pairing.ts'
import { nextMonday, outcomesOf } from '../../../domain/publishing/snapshot.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { keepersFor, noteFollowUp } from '../../../workflows/meeting/note-follow-up.ts'
import { chartOf } from '../../../workflows/organization/chart.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { groupSessions, pairHealthReader } from '../scheduling/schedule.ts'
import { faceFrom, iso } from '../views.ts'

type Health = Out<'checkIns'>['pairs'][number]['health']

/** Pairs in which the asker is, or whose line manager the asker is, are not shown to that asker. */
export async function checkInsView(ports: Ports, id: string, asker: Asker): Promise<Out<'checkIns'>> {
  const { store, clock, fewestPeople } = ports
  const mayRead = await pairHealthReader(ports, id, asker)
  const pairings = (await store.pairings.list(id, [...lastingStates])).filter(mayRead)
  const sessions = groupSessions(await store.sessions.list(id))
  const agreed = await store.agreements.agreed(id)
  const snapshot = await store.snapshots.get(id)
  const outcomes = outcomesOf(snapshot)
  const people = await store.people.many(pairings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const followUps = await store.followUps.list(id)
  const keepers = await keepersFor(ports, id)
  const keeping = new Set(pairings.flatMap(keepers))
  const writers = await store.people.many([
    ...followUps.flatMap(({ byId, toId }) => (toId ? [byId, toId] : [byId])),
    ...keeping,
  ])
  const sums = { known: 0, over: 0 }
  const pairs = pairings.map((pairing): Out<'checkIns'>['pairs'][number] => {
    const mine = (sessions.get(pairing.id) ?? []).sort((a, b) => a.number - b.number)
    const { next, advice, known, ...health } = healthOf(mine, outcomes, clock.now())
    sums.known += known
    sums.over += health.due
    return {
      pairingId: pairing.id,
      isAgreed: agreed.has(pairing.id),
      mentor: faceFrom(people, pairing.mentorId),
      mentee: faceFrom(people, pairing.menteeId),
      ...health,
      ...(next ? { nextAt: iso(next) } : {}),
      ...(isPaused(pairing) ? { pausedUntil: pairing.pausedUntil } : {}),
      ...careOf(
        followUps.filter(({ pairingId }) => pairingId === pairing.id),
        writers,
        clock.now(),
        keepers(pairing),
      ),
      ...chatWith(people, pairing),
      // Two who have come to the end wait for nobody.
      ...(advice && pairing.state !== 'completed' ? { suggestion: `suggest.${advice}` } : {}),
    }
  })
  const worst: Health[] = ['stalled', 'watch', 'no-word', 'new', 'on-track']
  const count = (health: Health) => pairs.filter((pair) => pair.health === health).length
  return {
    counts: {
      onTrack: count('on-track'),
      watch: count('watch'),
      stalled: count('stalled'),
      noWord: count('no-word'),
      fresh: count('new'),
    },
    sessions: sums,
    ...(snapshot?.takenAt ? { takenAt: iso(snapshot.takenAt) } : {}),
    nextAt: iso(nextMonday(clock.now())),
    threshold: fewestPeople,
    elsewhere: await elsewhereOf(ports, id),
    pairs: pairs.sort((a, b) => worst.indexOf(a.health) - worst.indexOf(b.health)),
  }
}

/** Free places and the waiting list are a view of their own (`routes/enrolment/places.ts`). */
async function elsewhereOf({ store }: Ports, id: string): Promise<Out<'checkIns'>['elsewhere']> {
  const participants = await store.participants.list(id)
  const pairings = await store.pairings.list(id)
  const live = pairings.filter(isLive)
  const liveIds = new Set(live.map((pairing) => pairing.id))
  const taken = new Set(live.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const parted = pairings.filter(({ state }) => state === 'ended' || state === 'declined')
  const were = new Set(parted.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const freeAgain = participants.filter(
    ({ state, personId }) => state === 'approved' && were.has(personId) && !taken.has(personId),
  )
  const holds = await store.holds.list(id)
  return {
    applied: participants.filter(({ state }) => state === 'applied').length,
    notBooked: holds.filter(({ state, pairingId }) => state === 'failed' && liveIds.has(pairingId)).length,
    freeAgain: freeAgain.length,
  }
}

/** What was done for a pair, and whether it is left alone for now. */
function careOf(
  followUps: readonly FollowUp[],
  writers: Map<PersonId, Person>,
  now: Date,
  keepers: readonly PersonId[],
): Pick<Out<'checkIns'>['pairs'][number], 'followUps' | 'asideUntil' | 'keeper' | 'keepers'> {
  const aside = asideUntil(followUps, now)
  const keeper = keeperOf(followUps, (personId) => keepers.includes(personId))
  return {
    followUps: followUps.toReversed().map(({ at, byId, note, until, toId, pause }) => ({
      ...{ at: iso(at), by: faceFrom(writers, byId) },
      ...(note === undefined ? {} : { note }),
      ...(until === undefined ? {} : { until }),
      ...(toId === undefined ? {} : { to: faceFrom(writers, toId) }),
      ...(pause === undefined ? {} : { pause }),
    })),
    ...(keeper ? { keeper: faceFrom(writers, keeper) } : {}),
    keepers: keepers.map((personId) => faceFrom(writers, personId)),
    ...(aside ? { asideUntil: aside } : {}),
  }
}

/** A chat takes both. */
function chatWith(people: Map<PersonId, Person>, { mentorId, menteeId }: Pairing): { chatWith?: string[] } {
  const names = [mentorId, menteeId].flatMap((id) => {
    const person = people.get(id)
    return (person?.isEligible && signInNameOf(person)) || []
  })
  return names.length === 2 ? { chatWith: names } : {}
}

export function checkInRoutes(ports: Ports): Pick<Handlers, 'checkIns' | 'noteFollowUp'> {
  const { store } = ports
  const outside = async (asker: Asker, { pairingId }: { pairingId: string }) => {
    const pairing = await store.pairings.get(pairingId)
    const { mayBeAbove: isAbove } = await chartOf(ports)
    return { roles: await asker.rolesFor(pairing?.cohortId), pairing, isAbove }
  }
  return {
    checkIns: asks('read-check-ins', inCohort, async (asker, { id }) => {
      return checkInsView(ports, id, asker)
    }),
    noteFollowUp: asks(
      'note-follow-up',
      outside,
      async (asker, { pairingId, note, until, toId, pause }) => {
        const given = {
          ...(note === undefined ? {} : { note }),
          ...(until === undefined ? {} : { until }),
          ...(toId === undefined ? {} : { toId }),
          ...(pause === undefined ? {} : { pause }),
        }
        const noted = await noteFollowUp(ports, pairingId, asker.personId, given)
        return isRefused(noted) ? noted : { ok: true as const }
      },
      ({ roles, pairing }) => refuse(roles.includes('organizer') && !pairing ? 'not-found' : 'not-allowed'),
    ),
  }
}
