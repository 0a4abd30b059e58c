/** How the pairs of a Cohort get on. */

import type { Out } from '../../../contract/index.ts'
import { healthOf } from '../../../domain/meeting/pair-health.ts'
import { lastingStates } from '../../../domain/pairing/pairing.ts'
import { nextMonday, outcomesOf } from '../../../domain/publishing/snapshot.ts'
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
    pairs: pairs.sort((a, b) => worst.indexOf(a.health) - worst.indexOf(b.health)),
  }
}

export function checkInRoutes(ports: Ports): Pick<Handlers, 'checkIns'> {
  return {
    checkIns: asks('read-check-ins', inCohort, async (asker, { id }) => {
      return checkInsView(ports, id, asker)
    }),
  }
}
