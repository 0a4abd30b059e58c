/**
 * The Organizer's yes. Every Pairing is judged again against the chart and the rules of the moment it is approved: somebody may
 * have got a new manager since the proposal. Each passes or is refused by itself; a refused one stops no other.
 *
 * What is asked for becomes an Approval that is kept with the run. For ten seconds nothing is done and it can be taken back;
 * then a worker carries it on: its progress is on the board, it survives whoever pressed the button, and pressing twice is
 * asking once.
 */

import { refuseUntrained, type WaiverReason } from '../../domain/enrolment/training.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import {
  type Approval,
  approvalUnderWay,
  begun,
  furtherOn,
  joined,
  type MatchingRun,
  type NotApproved,
  undoLeft,
  undoMs,
  undone,
  type Waivers,
  withApproval,
} from '../../domain/pairing/matching-run.ts'
import { approve, type Pairing, type PairingId, placesLeft } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { secondMs } from '../../domain/span.ts'
import { type Judge, judgeOf } from '../../engine/judge.ts'
import type { Ports } from '../ports.ts'
import { apartNow, lockProposals } from '../program/keep-apart.ts'
import { readExclusionSources } from '../program/read-exclusions.ts'
import { audit } from '../records/audit.ts'
import { lessonsLeft } from './lessons-left.ts'
import { loadMatching } from './matching-input.ts'
import { closeWithoutRoom } from './pair-requests.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>

/** After so many the progress is written, and whether it is still wanted is asked. */
const portionOf = 50
/** After so many what is known of rules and people is read anew: somebody may have got a new manager meanwhile. */
const judgedAtOnce = 500

/** Taken down, and begun once nobody can take it back any more. */
export interface Asked {
  id: string
  of: number
  undoUntil: Date
}

/** @throws ExclusionsUnreadable before anything is asked for */
export async function approvePairings(
  { store, clock, chance, jobs }: Needs,
  cohortId: CohortId,
  which: 'all' | PairingId[],
  by: PersonId,
  waiver?: WaiverReason,
): Promise<Asked | Refusal> {
  if (!(await store.cohorts.get(cohortId))) return refuse('not-found')
  await readExclusionSources(store, cohortId)
  return store.transaction(async () => {
    await lockProposals(store, cohortId)
    const ids =
      which === 'all' ? (await store.pairings.list(cohortId, ['proposed'])).map(({ id }) => id) : which
    const latest = await store.runs.latestDone(cohortId)
    const run = latest && (await store.runs.lock(latest.id))
    if (!run?.outcome || ids.length === 0) return refuse('not-proposed')
    const now = clock.now()
    const open = approvalUnderWay(run)
    // Asked for again it does no harm, and wakes one whose worker gave up.
    await jobs.add('approve-pairings', { runId: run.id }, { inSeconds: Math.ceil(undoMs / secondMs) })
    if (open && begun(open, now)) return refuse('approval-under-way')
    const fresh: Approval = {
      ...{ id: chance.id(), state: 'waiting', by, ids: [], of: 0 },
      ...{ done: 0, approved: 0, refused: [] },
    }
    const approval = joined(open ?? fresh, ids, now, waiver)
    await store.runs.save(withApproval(run, approval))
    return { id: approval.id, of: approval.of, undoUntil: new Date(approval.undoUntil!) }
  })
}

/** As if it had never been said: nothing was done, and nobody was told. */
export async function undoApproval(
  { store, clock }: Needs,
  cohortId: CohortId,
  approvalId: string,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    const latest = await store.runs.latestDone(cohortId)
    const run = latest && (await store.runs.lock(latest.id))
    const approval = run?.outcome?.approval
    if (!run || approval?.id !== approvalId) return refuse('undo-over')
    if (approval.state === 'undone') return { ok: true }
    const back = undone(approval, clock.now())
    if (isRefused(back)) return back
    await store.runs.save(withApproval(run, back))
    await audit({ store, clock }, by, 'approval-undone', run.id, { pairs: approval.of })
    return { ok: true }
  })
}

/** Goes on where a worker before it stopped: a pair that was approved since the last note of progress counts as approved. */
export async function approveMany(ports: Needs, runId: string, portion = portionOf): Promise<void> {
  const run = await beginApproval(ports, runId)
  let approval = approvalUnderWay(run)
  if (!run || !approval) return
  let judge = await judgeOfNow(ports, run.cohortId)
  let judgedUntil = approval.done + judgedAtOnce
  while (approval) {
    if (approval.done >= judgedUntil) {
      judge = await judgeOfNow(ports, run.cohortId)
      judgedUntil = approval.done + judgedAtOnce
    }
    const ids: PairingId[] = approval.ids.slice(approval.done, approval.done + portion)
    const answers = await approveEach(ports, run.cohortId, ids, approval.by, judge, approval.waivers)
    const isApproved = ({ code, detail }: NotApproved) =>
      code === 'not-proposed' && (detail?.['state'] === 'approved' || detail?.['state'] === 'active')
    const refused = answers.refused.filter((one) => !isApproved(one))
    approval = await noteProgress(ports, runId, approval, ids.length, {
      approved: ids.length - refused.length,
      refused,
    })
  }
}

/** The run, from here on beyond taking back. Nothing before that time: it is looked at again when the time has come. */
async function beginApproval({ store, clock, jobs }: Needs, runId: string): Promise<MatchingRun | undefined> {
  return store.transaction(async () => {
    const run = await store.runs.lock(runId)
    const approval = approvalUnderWay(run)
    if (!run || !approval) return undefined
    const now = clock.now()
    const started = begun(approval, now)
    if (!started) {
      const inSeconds = Math.ceil(undoLeft(approval, now) / secondMs)
      await jobs.add('approve-pairings', { runId }, { inSeconds })
      return undefined
    }
    const wanted = withApproval(run, started)
    if (started !== approval) await store.runs.save(wanted)
    return wanted
  })
}

/** What is left to do, or nothing: it is over, or was stopped meanwhile. Two workers count the same pairs once. */
async function noteProgress(
  { store }: Needs,
  runId: string,
  { id, done }: Approval,
  looked: number,
  answers: { approved: number; refused: NotApproved[] },
): Promise<Approval | undefined> {
  return store.transaction(async () => {
    const run = await store.runs.lock(runId)
    const known = approvalUnderWay(run)
    if (!run || known?.id !== id) return undefined
    if (known.done !== done) return known
    const noted = withApproval(run, furtherOn(known, looked, answers))
    await store.runs.save(noted)
    return approvalUnderWay(noted)
  })
}

async function approveEach(
  ports: Needs,
  cohortId: CohortId,
  ids: readonly PairingId[],
  by: PersonId,
  judge: Judge,
  waivers: Waivers = {},
): Promise<{ approved: number; refused: NotApproved[] }> {
  const apart = await apartNow(ports.store)
  const answer: { approved: number; refused: NotApproved[] } = { approved: 0, refused: [] }
  for (const id of ids) {
    const decision = await approveOne(ports, cohortId, id, by, { judge, apart, waiver: waivers[id] })
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

async function judgeOfNow(ports: Needs, cohortId: CohortId): Promise<Judge> {
  const { input } = await loadMatching(ports, cohortId, { seed: 0 })
  return judgeOf(input)
}

async function approveOne(
  { store, clock, chance, jobs }: Needs,
  cohortId: CohortId,
  id: PairingId,
  by: PersonId,
  {
    judge,
    apart,
    waiver,
  }: { judge: Judge; apart: Awaited<ReturnType<typeof apartNow>>; waiver: WaiverReason | undefined },
): Promise<Refusal | undefined> {
  return store.transaction(async () => {
    // One approval at a time in a Cohort: two at once would both find the last free place of the same person.
    await store.lock(`approvals.${cohortId}`)
    const pairing = await store.pairings.lock(id)
    if (!pairing || pairing.cohortId !== cohortId) return refuse('not-found')
    if (pairing.state !== 'proposed') return refuse('not-proposed', { state: pairing.state })
    const { mentorId, menteeId } = pairing
    // Such a proposal is taken away when it is said; one that is still there is not there for anybody.
    if (apart(pairing)) {
      await store.pairings.removeProposals(mentorId, menteeId)
      return refuse('not-found')
    }
    for (const personId of [mentorId, menteeId]) {
      if (!(await hasRoom(store, cohortId, personId))) return refuse('capacity', { personId })
    }
    const allowed = judge(mentorId, menteeId)
    if (isRefused(allowed)) return allowed
    const untrained = await untrainedOf(store, pairing)
    if (untrained && !waiver) return untrained
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
    if (untrained && waiver)
      await audit({ store, clock }, by, 'training-waived', id, { reason: waiver, ...untrained.detail })
    await audit({ store, clock }, by, 'pairing-approved', id)
    return undefined
  })
}

async function hasRoom(store: Needs['store'], cohortId: CohortId, personId: PersonId): Promise<boolean> {
  const participant = await store.participants.of(cohortId, personId)
  const pairings = await store.pairings.ofPerson(personId)
  return participant !== undefined && placesLeft(participant, pairings) > 0
}

/** Nothing where both have finished their lessons, or the Program does not ask for it. */
async function untrainedOf(store: Needs['store'], pairing: Pairing): Promise<Refusal | undefined> {
  const cohort = await store.cohorts.get(pairing.cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  return program && refuseUntrained((await lessonsLeft(store, program, [pairing]))(pairing))
}
