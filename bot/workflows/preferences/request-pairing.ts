/**
 * "I would like to be paired with you." Both want it, or nobody hears of it: acceptance makes a pin, "not now" is silent,
 * and what was not answered ends by itself. The asker is told the same at the same moment in either case.
 *
 * All changes of a Cohort's requests wait for one lock, so that nobody promises the same last place twice.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import {
  accept,
  expire,
  type PairRequest,
  type RequestId,
  requestUntil,
  seenByAsked,
  setAside,
  waitsForAnswer,
  whyTwo,
  withdraw,
} from '../../domain/preferences/preference.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { betweenTwo } from '../../domain/telling/notice.ts'
import { eachAlone } from '../each-alone.ts'
import {
  type AskedNotice,
  changeRequest,
  closeWithoutRoom,
  lock,
  save,
  showToAsked,
  tellAsker,
} from '../pairing/pair-requests.ts'
import { roomOf } from '../pairing/room.ts'
import type { Ports } from '../ports.ts'
import { lockProposals, saidApart } from '../program/keep-apart.ts'
import { audit } from '../records/audit.ts'
import { chooserIn, partnersAround } from './partners.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

type Weighs = Needs & Pick<Ports, 'matcher'>

/**
 * One at a time, and the same person once in a Cohort. Pressed twice it is one request; asking back accepts. Whoever asked in
 * private not to be paired with the asker is not asked: the request waits its time unheard and ends like any silence.
 */
export async function askToPair(
  ports: Weighs & Pick<Ports, 'chance'>,
  cohortId: CohortId,
  fromId: PersonId,
  toId: PersonId,
): Promise<PairRequest | Refusal> {
  const { store, clock, chance } = ports
  const chooser = await chooserIn(ports, cohortId, fromId)
  if (isRefused(chooser)) return chooser
  if (!chooser.ways.requests) return refuse('way-closed')
  if (chooser.participant.state !== 'approved') return refuse('not-taking-part')
  const asked = { only: [toId], described: 1 }
  const { ids, described } = await partnersAround(ports, cohortId, fromId, asked)
  return store.transaction(async () => {
    await lock(store, cohortId)
    const known = await store.requests.ofPerson(cohortId, fromId)
    const askedBack = known.find((one) => one.fromId === toId && canBeAccepted(one, clock.now()))
    if (askedBack) return consent(ports, askedBack, fromId, ids.includes(toId))
    const mine = known.filter((one) => one.fromId === fromId)
    const again = mine.find((one) => one.toId === toId)
    if (again) return waitsForAnswer(again) || again.state === 'accepted' ? again : refuse('already-asked')
    if (mine.some(waitsForAnswer)) return refuse('request-waiting')
    if (!ids.includes(toId) || !(await bothHaveRoom(ports, cohortId, fromId, toId)))
      return refuse('cannot-be-paired')
    const isUnheard = (await saidApart(store))(toId, fromId)
    const request: PairRequest = {
      ...{ id: chance.id(), cohortId, fromId, toId, state: isUnheard ? 'set-aside' : 'open' },
      ...{ askedAt: clock.now(), expiresAt: requestUntil(clock.now(), chooser.ways) },
    }
    await store.requests.save(request)
    await audit(ports, fromId, 'pairing-requested', request.id)
    if (!isUnheard) await showToAsked(ports, request, whyTwo(described[0]?.parts ?? []))
    return request
  })
}

const canBeAccepted = (request: PairRequest, now: Date) => waitsForAnswer(request) && request.expiresAt > now

async function bothHaveRoom(ports: Needs, cohortId: CohortId, one: PersonId, other: PersonId) {
  return (await roomOf(ports, cohortId, one)) > 0 && (await roomOf(ports, cohortId, other)) > 0
}

/**
 * The rules are asked again: a new manager since then says no, in the words of any other reason. If the asker wants it no
 * more, it is no longer open, as after any withdrawal.
 */
export async function acceptRequest(
  ports: Weighs,
  id: RequestId,
  by: PersonId,
): Promise<PairRequest | Refusal> {
  const { store } = ports
  const seen = await store.requests.get(id)
  if (seen?.toId !== by) return refuse('not-yours')
  const chooser = await chooserIn(ports, seen.cohortId, by)
  if (isRefused(chooser)) return refuse('no-longer-open')
  if (!chooser.ways.requests) return refuse('way-closed')
  const partners = await partnersAround(ports, seen.cohortId, by, { only: [seen.fromId] })
  return store.transaction(async () => {
    await lock(store, seen.cohortId)
    const request = await store.requests.lock(id)
    return request ? consent(ports, request, by, partners.ids.includes(request.fromId)) : refuse('not-yours')
  })
}

/** Within the lock. What both want is a pin from now on. */
async function consent(
  ports: Needs,
  request: PairRequest,
  by: PersonId,
  isAllowed: boolean,
): Promise<PairRequest | Refusal> {
  const { store, clock } = ports
  const { cohortId, fromId, toId } = request
  const accepted = accept(request, clock.now())
  if (isRefused(accepted) || accepted === request) return accepted
  if ((await saidApart(store))(fromId, toId)) {
    await save(ports, { ...request, state: 'withdrawn' })
    return refuse('no-longer-open')
  }
  if (!isAllowed || !(await bothHaveRoom(ports, cohortId, fromId, toId))) return refuse('cannot-be-paired')
  await store.requests.save(accepted)
  await pinForBoth(ports, accepted)
  await audit(ports, by, 'pairing-request-accepted', request.id)
  await showToAsked(ports, accepted)
  await tellAsker(ports, accepted, 'accepted')
  await closeWithoutRoom(ports, cohortId, [fromId, toId])
  return accepted
}

async function pinForBoth({ store }: Needs, { cohortId, fromId, toId }: PairRequest): Promise<void> {
  const asker = await store.participants.of(cohortId, fromId)
  const [mentorId, menteeId] = asker?.side === 'mentor' ? [fromId, toId] : [toId, fromId]
  await store.wishes.set({ cohortId, mentorId, menteeId, kind: 'pin', by: 'both' })
  await lockProposals(store, cohortId)
  for (const pairing of await store.pairings.list(cohortId, ['proposed'])) {
    const same = pairing.mentorId === mentorId && pairing.menteeId === menteeId
    if (same) await store.pairings.save({ ...pairing, pinned: true })
  }
}

/** "Not now." Nobody is told, and the log has no line of it either. */
export async function setRequestAside(
  ports: Needs,
  id: RequestId,
  by: PersonId,
): Promise<PairRequest | Refusal> {
  return changeRequest(ports, id, (request) => {
    if (request.toId !== by) return refuse('not-yours')
    return setAside(request, ports.clock.now())
  })
}

export async function withdrawRequest(
  ports: Needs,
  id: RequestId,
  by: PersonId,
): Promise<PairRequest | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    const before = await store.requests.get(id)
    const withdrawn = await changeRequest(ports, id, (request) =>
      request.fromId === by ? withdraw(request) : refuse('not-yours'),
    )
    if (!isRefused(withdrawn) && before?.state !== 'withdrawn')
      await audit(ports, by, 'request-withdrawn', id)
    return withdrawn
  })
}

const expiredAtOnce = 200

/** Their time is over, answered with "not now" or not at all: the asker hears the same. */
export async function expireRequests(ports: Needs): Promise<void> {
  const { store, clock } = ports
  await eachAlone(await store.requests.overdue(clock.now(), expiredAtOnce), ({ id }) =>
    store.transaction(async () => {
      const expired = await changeRequest(ports, id, (request) => expire(request, clock.now()))
      if (!isRefused(expired) && expired.state === 'expired') await tellAsker(ports, expired, 'no-answer')
    }),
  )
}

/** The request as the one who was asked sees it now: what their card shows. */
export async function requestToMe(
  { store }: Pick<Ports, 'store'>,
  personId: PersonId,
  id: RequestId,
): Promise<AskedNotice | Refusal> {
  const request = await store.requests.get(id)
  const notice = (await store.notices.get(`${betweenTwo}${id}.asked`))?.notice
  if (request?.toId !== personId || notice?.kind !== 'pair-request') return refuse('not-yours')
  return { ...notice, state: seenByAsked(request) }
}
