import { type FollowUp, type PauseStep, readFollowUp } from '../../domain/meeting/follow-up.ts'
import { standsOutside } from '../../domain/meeting/pair-health.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isLive, type Pairing, type PairingId } from '../../domain/pairing/pairing.ts'
import { organizersOf } from '../../domain/program/part.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { chartOf } from '../organization/chart.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { pausePair, resumePair } from './pair-break.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>

/**
 * What an Organizer did for a pair, until when it is left alone, or which colleague looks after it from now on: another
 * Organizer who may read how it is doing. The log keeps that, never the words.
 */
export async function noteFollowUp(
  ports: Needs,
  pairingId: PairingId,
  byId: PersonId,
  given: { note?: string; until?: string; toId?: PersonId; pause?: PauseStep },
): Promise<FollowUp | Refusal> {
  const { store, clock, chance } = ports
  const at = clock.now()
  const read = readFollowUp(given, at)
  if (isRefused(read)) return read
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(pairingId)
    if (!pairing) return refuse('not-found')
    const { toId, until, pause } = read
    const step = pause && (await takeStep(ports, pairing, { pause, until }, byId))
    if (isRefused(step)) return step
    if (toId !== undefined) {
      if (!isLive(pairing)) return refuse('already-ended')
      if (!(await keepersFor(ports, pairing.cohortId))(pairing).includes(toId)) return refuse('cannot-keep')
    }
    const followUp = { id: chance.id(), cohortId: pairing.cohortId, pairingId, byId, at, ...read }
    await store.followUps.add(followUp)
    const what = toId !== undefined ? 'pair-handed' : read.until ? 'pair-set-aside' : 'follow-up-noted'
    await audit(ports, byId, what, pairingId, toId !== undefined ? { to: toId } : undefined)
    if (toId !== undefined && toId !== byId) await tellKeeper(ports, followUp.id, pairing, byId, toId)
    return followUp
  })
}

/** What the two hear of it is `pair-break.ts`. */
function takeStep(
  ports: Needs,
  pairing: Pairing,
  { pause, until }: { pause: PauseStep; until: string | undefined },
  byId: PersonId,
): Promise<Pairing | Refusal> {
  return pause === 'begin' && until
    ? pausePair(ports, pairing, until, byId)
    : resumePair(ports, pairing, byId)
}

/** Organizers of the Program who may look after a pair: neither of the two nor above one of them, by the chart. */
export async function keepersFor(
  { store }: Pick<Ports, 'store'>,
  cohortId: string,
): Promise<(pairing: Pick<Pairing, 'mentorId' | 'menteeId'>) => PersonId[]> {
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  const organizers = program ? organizersOf(program, await store.programRoles.of(program.id)) : []
  const known = await store.people.many([...organizers])
  const here = organizers.filter((id) => known.get(id)?.isEligible)
  const { mayBeAbove } = await chartOf({ store })
  return (pairing) => here.filter((id) => standsOutside(id, pairing, mayBeAbove))
}

/** Without names of the two: a card lies in a chat for months. */
async function tellKeeper(
  { store, jobs }: Needs,
  id: string,
  { id: pairingId, cohortId }: Pairing,
  byId: PersonId,
  toId: PersonId,
): Promise<void> {
  const cohort = (await store.cohorts.get(cohortId))!
  const by = await store.people.get(byId)
  await tell({ store, jobs }, `pair-handed.${id}`, toId, {
    ...{ kind: 'pair-handed', pairingId, cohortName: cohort.name, byName: by?.displayName ?? '—' },
  })
}
