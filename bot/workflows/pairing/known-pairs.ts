/** A list of pairs that are known already: looked at first, each line with what is in its way, then pinned for the next run. */
import type { PersonId } from '../../domain/organization/person.ts'
import { type KnownPair, type PairAside, sortKnownPairs } from '../../domain/pairing/known-pairs.ts'
import { liveStates, placesLeft } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, type RefusalName, refuse } from '../../domain/refusal.ts'
import { judgeOf } from '../../engine/judge.ts'
import { readPairs, type UnreadPair } from '../../files/pair-list.ts'
import { peopleByName } from '../organization/people-by-name.ts'
import type { Ports } from '../ports.ts'
import { refuseFile } from '../refuse-file.ts'
import { placeWishes } from './adjust-proposals.ts'
import { loadMatching, pinsOf } from './matching-input.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

export interface ReadPairs {
  /** With `apply` the pairs that were pinned, else those that would be. */
  ready: { line: number; mentorId: PersonId; menteeId: PersonId }[]
  aside: (UnreadPair | PairAside<RefusalName>)[]
}

/** With `apply` the list is read and judged anew, so that nothing is pinned that the rules forbid by now. */
export async function pairsFromList(
  ports: Needs,
  cohortId: CohortId,
  { file, apply }: { file: Uint8Array; apply: boolean },
  by: PersonId,
): Promise<ReadPairs | Refusal> {
  const { store } = ports
  const cohort = await store.cohorts.get(cohortId)
  if (!cohort) return refuse('not-found')
  if (cohort.stage === 'draft' || cohort.stage === 'closed')
    return refuse('stage-out-of-order', { stage: cohort.stage })
  if ((await store.organization.reading()).state === 'never') return refuse('chart-not-read')
  const read = readPairs(file, await peopleByName(store))
  if ('unreadable' in read) return refuseFile(read, 'mentor', 'mentee')
  const { pairs, bad } = read
  if (pairs.length === 0 && bad.length === 0) return refuse('file-without-lines', { field: 'file' })
  const sorted = await sort(ports, cohortId, pairs)
  if (apply) await placeWishes(ports, cohortId, 'pin', sorted.ready, by)
  return {
    ready: sorted.ready,
    aside: [...bad, ...sorted.aside].sort((one, other) => one.line - other.line),
  }
}

/** By what the board answers too: what people said in private is left out, and holds in the run. */
async function sort({ store, clock }: Needs, cohortId: CohortId, pairs: readonly KnownPair[]) {
  const { input } = await loadMatching({ store, clock }, cohortId, { seed: 0 })
  const judge = judgeOf(input)
  const listed = await store.participants.list(cohortId)
  const live = await store.pairings.list(cohortId, [...liveStates])
  const wishes = await store.wishes.list(cohortId)
  const pins = pinsOf({ wishes }, listed, live)
  const participants = new Map(listed.map((one) => [one.personId, one]))
  const isAmong = (two: readonly { mentorId: PersonId; menteeId: PersonId }[]) => {
    const keys = new Set(two.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`))
    return (mentorId: PersonId, menteeId: PersonId) => keys.has(`${mentorId} ${menteeId}`)
  }
  return sortKnownPairs<RefusalName>(pairs, {
    participants,
    placesOf: (id) =>
      placesLeft(participants.get(id)!, live) -
      pins.filter(({ mentorId, menteeId }) => mentorId === id || menteeId === id).length,
    isPaired: isAmong(live),
    isPinned: isAmong(pins),
    forbids(mentorId, menteeId) {
      const judged = judge(mentorId, menteeId)
      return isRefused(judged) ? judged.refused : undefined
    },
  })
}
