/**
 * The Organizer's yes. Every Pairing is judged again against the chart and the rules of this moment: somebody may have
 * got a new manager since the proposal. Each passes or is refused by itself; a refused one stops no other.
 */
import { type Judge, judgeOf } from '../domain/matching/judge.ts'
import { approve, type PairingId } from '../domain/pairing.ts'
import type { PersonId } from '../domain/person.ts'
import type { CohortId } from '../domain/program.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import { note } from './audit.ts'
import { loadMatching } from './matching-input.ts'
import type { Ports } from './ports.ts'
import { closeWithoutRoom } from './request-pairing.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>

export interface Approvals {
  approved: number
  refused: { pairingId: PairingId; code: string; detail?: Record<string, string | number> }[]
}

export async function approvePairings(
  ports: Needs,
  cohortId: CohortId,
  which: 'all' | PairingId[],
  by: PersonId,
): Promise<Approvals | Refusal> {
  const { store } = ports
  const cohort = await store.cohorts.get(cohortId)
  if (!cohort) return refuse('not-found')
  const proposed = await store.pairings.list(cohortId, ['proposed'])
  const ids = which === 'all' ? proposed.map((pairing) => pairing.id) : which
  const { input } = await loadMatching(ports, cohortId, { seed: 0 })
  const judge = judgeOf(input)
  const answer: Approvals = { approved: 0, refused: [] }
  for (const id of ids) {
    const decision = await approveOne(ports, cohortId, id, by, judge)
    if (!decision) answer.approved++
    else
      answer.refused.push({
        pairingId: id,
        code: decision.refused,
        ...(decision.detail ? { detail: decision.detail } : {}),
      })
  }
  return answer
}

async function approveOne(
  { store, clock, chance, jobs }: Needs,
  cohortId: CohortId,
  id: PairingId,
  by: PersonId,
  judge: Judge,
): Promise<Refusal | undefined> {
  return store.transaction(async () => {
    // One approval at a time in a Cohort: two at once would both find the last free place of the same person.
    await store.lock(`approvals.${cohortId}`)
    const pairing = await store.pairings.lock(id)
    if (!pairing || pairing.cohortId !== cohortId) return refuse('not-found')
    if (pairing.state !== 'proposed') return refuse('not-proposed', { state: pairing.state })
    const { mentorId, menteeId } = pairing
    for (const personId of [mentorId, menteeId]) {
      if (!(await hasRoom(store, cohortId, personId))) return refuse('capacity', { personId })
    }
    const allowed = judge(mentorId, menteeId)
    if (isRefused(allowed)) return allowed
    const approved = approve(pairing, { by, at: clock.now() })
    if (isRefused(approved)) return approved
    await store.pairings.save(approved)
    const hold = {
      id: chance.id(),
      pairingId: id,
      revision: 1,
      attempts: 0,
      state: 'requested',
      requestedAt: clock.now(),
    } as const
    await store.holds.save(hold)
    await jobs.add('book-hold', { holdId: hold.id })
    await closeWithoutRoom({ store, clock, jobs }, cohortId, [mentorId, menteeId])
    await note({ store, clock }, by, 'pairing-approved', id)
    return undefined
  })
}

async function hasRoom(store: Needs['store'], cohortId: CohortId, personId: PersonId): Promise<boolean> {
  const participant = await store.participants.of(cohortId, personId)
  const pairings = await store.pairings.ofPerson(personId)
  const taken = pairings.filter(
    (one) => one.cohortId === cohortId && (one.state === 'approved' || one.state === 'active'),
  )
  return taken.length < (participant?.capacity ?? 0)
}
