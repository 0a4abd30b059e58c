/**
 * What follows for requests when something else happens: the Organizer's hand, a Pairing, somebody who leaves. All changes of a
 * Cohort's requests wait for one lock, so that nobody promises the same last place twice.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import type { Wish } from '../../domain/pairing/matching-run.ts'
import {
  close,
  keepAgain,
  leaveOpen,
  type PairRequest,
  type RequestId,
  seenByAsked,
  waitsForAnswer,
} from '../../domain/preferences/preference.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { betweenTwo, type Notice } from '../../domain/telling/notice.ts'
import { faceOf } from '../organization/face.ts'
import type { Ports } from '../ports.ts'
import { topicNamesIn } from '../program/own-topics.ts'
import { tellOrReplace } from '../telling/replace-notice.ts'
import { roomOf } from './room.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

export const lock = (store: Needs['store'], cohortId: CohortId) => store.lock(`requests.${cohortId}`)

/** One step of a request in its lock; the card of the one who was asked says how it stands now. */
export async function changeRequest(
  ports: Needs,
  id: RequestId,
  step: (request: PairRequest) => PairRequest | Refusal,
): Promise<PairRequest | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    const seen = await store.requests.get(id)
    if (!seen) return refuse('not-yours')
    await lock(store, seen.cohortId)
    const request = await store.requests.lock(id)
    const next = request ? step(request) : refuse('not-yours')
    if (isRefused(next) || next.state === request?.state) return next
    await save(ports, next)
    return next
  })
}

export async function save(ports: Needs, request: PairRequest): Promise<void> {
  await ports.store.requests.save(request)
  await showToAsked(ports, request)
}

/**
 * Somebody leaves, pauses or has no place left: nothing they asked, and nothing they were asked, waits any more. Askers
 * hear of it like of any silence, but for those in `untold`: who leaves knows, and who is paired hears better news.
 */
export async function closeRequestsOf(
  ports: Needs,
  cohortId: CohortId,
  personId: PersonId,
  untold: readonly PersonId[] = [personId],
): Promise<void> {
  const { store } = ports
  const waiting = (await store.requests.ofPerson(cohortId, personId)).filter(waitsForAnswer)
  for (const { id } of waiting) {
    const closed = await changeRequest(ports, id, close)
    if (!isRefused(closed) && closed.state === 'closed' && !untold.includes(closed.fromId))
      await tellAsker(ports, closed, 'no-answer')
  }
}

/**
 * The Organizer's hand on two who agreed: unpinned or ruled out they read the same words, pinned again it is theirs again.
 * Joins the transaction of the wish. True when the two agree to be together now.
 */
export async function followWish(
  ports: Needs,
  { cohortId, mentorId, menteeId, kind }: Pick<Wish, 'cohortId' | 'mentorId' | 'menteeId'> & { kind: string },
): Promise<boolean> {
  const { store } = ports
  await lock(store, cohortId)
  let agreed = false
  for (const request of await store.requests.ofPerson(cohortId, mentorId)) {
    if (request.fromId !== menteeId && request.toId !== menteeId) continue
    const next = kind === 'pin' ? keepAgain(request) : leaveOpen(request)
    agreed ||= next.state === 'accepted'
    if (next === request) continue
    await store.requests.save(next)
    await showToAsked(ports, next)
    await tellAsker(ports, next, next.state === 'accepted' ? 'accepted' : 'left-open')
  }
  return agreed
}

/** Joins the transaction that pairs the two. Most have no request that waits, and cost one look. */
export async function closeWithoutRoom(
  ports: Needs,
  cohortId: CohortId,
  two: readonly PersonId[],
): Promise<void> {
  for (const personId of two) {
    const known = await ports.store.requests.ofPerson(cohortId, personId)
    if (!known.some(waitsForAnswer)) continue
    if ((await roomOf(ports, cohortId, personId)) <= 0) await closeRequestsOf(ports, cohortId, personId, two)
  }
}

export type AskedNotice = Extract<Notice, { kind: 'pair-request' }>

/**
 * As the one who was asked sees it. Without `why` the reasons are those of the card that is there already; whoever was never
 * shown a request hears nothing of its end either.
 */
export async function showToAsked(
  ports: Needs,
  request: PairRequest,
  why?: AskedNotice['why'],
): Promise<void> {
  const { store } = ports
  const key = `${betweenTwo}${request.id}.asked`
  const asker = await store.people.get(request.fromId)
  const reader = await store.participants.of(request.cohortId, request.toId)
  const known = why ? undefined : (await store.notices.get(key))?.notice
  if (!why && !known) return
  const spoken = why ?? (known?.kind === 'pair-request' ? known.why : [])
  await tellOrReplace(ports, key, request.toId, {
    kind: 'pair-request',
    requestId: request.id,
    state: seenByAsked(request),
    partner: asker ? faceOf(asker) : { id: request.fromId, name: '—' },
    ...{ why: spoken, ...(await topicNamesIn(ports, request.cohortId, spoken)) },
    until: request.expiresAt,
    timeZone: reader?.timeZone ?? 'UTC',
  })
}

export async function tellAsker(
  ports: Needs,
  { id, fromId, toId }: PairRequest,
  answer: Extract<Notice, { kind: 'pair-answer' }>['answer'],
): Promise<void> {
  const partner = await ports.store.people.get(toId)
  await tellOrReplace(ports, `${betweenTwo}${id}.asker`, fromId, {
    kind: 'pair-answer',
    answer,
    partner: partner ? faceOf(partner) : { id: toId, name: '—' },
  })
}
