/**
 * An assistant moves a leader's Session through the same repair as the two themselves, in the leader's name. What reaches
 * the assistant holds times and the leader's name, and nothing else.
 */

import type { PersonId } from '../../../domain/organization/person.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import type { Refused, Repair } from '../../../domain/scheduling/repair/repair.ts'
import type { SessionId } from '../../../domain/scheduling/session.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import type { Ports } from '../../ports.ts'
import { audit } from '../../records/audit.ts'
import { askForRepair } from './ask-for-repair.ts'
import { chooseRepair } from './book-repair.ts'
import { refuseTimes } from './refuse-times.ts'
import { assistedNotice, loadContext } from './repair-context.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock' | 'chance'>
export type AssistedNotice = Extract<Notice, { kind: 'assisted-repair' }>

/** The leader of a pair, if this person is their assistant. Only a Mentee's time is kept by somebody else. */
async function leaderFor(
  store: Ports['store'],
  pairing: Pairing | undefined,
  assistantId: PersonId,
): Promise<PersonId | undefined> {
  const named = pairing && (await store.delegates.of(pairing.menteeId))
  return named?.assistantId === assistantId ? named.leaderId : undefined
}

export async function askAsAssistant(
  ports: Needs,
  sessionId: SessionId,
  assistantId: PersonId,
): Promise<Repair | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    const session = await store.sessions.get(sessionId)
    const pairing = session && (await store.pairings.get(session.pairingId))
    const leader = await leaderFor(store, pairing, assistantId)
    if (!leader) return refuse('not-found')
    const asked = await askForRepair(ports, sessionId, leader)
    if (!isRefused(asked)) await audit(ports, assistantId, 'repair-asked-by-assistant', sessionId)
    return asked
  })
}

export async function chooseAsAssistant(
  ports: Needs,
  repairId: string,
  option: number,
  assistantId: PersonId,
): Promise<Repair | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    const repair = await store.repairs.get(repairId)
    const session = repair && (await store.sessions.get(repair.sessionId))
    const pairing = session && (await store.pairings.get(session.pairingId))
    const leader = await leaderFor(store, pairing, assistantId)
    if (!session || !leader) return refuse('not-found')
    const chosen = await chooseRepair(ports, repairId, option, leader)
    if (!isRefused(chosen)) await audit(ports, assistantId, 'repair-chosen-by-assistant', session.id)
    return chosen
  })
}

/** "None of these", said for the leader: the same as if they had said it themselves. */
export async function refuseAsAssistant(
  ports: Needs,
  repairId: string,
  refused: { what: Refused; seen: readonly number[] },
  assistantId: PersonId,
): Promise<Repair | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    const repair = await store.repairs.get(repairId)
    const session = repair && (await store.sessions.get(repair.sessionId))
    const pairing = session && (await store.pairings.get(session.pairingId))
    const leader = await leaderFor(store, pairing, assistantId)
    if (!session || !leader) return refuse('not-found')
    const done = await refuseTimes(ports, repairId, refused, leader)
    if (!isRefused(done)) await audit(ports, assistantId, 'repair-times-refused-by-assistant', session.id)
    return done
  })
}

/** The card as it is now, for the assistant alone. */
export async function assistedRepair(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  assistantId: PersonId,
  repairId: string,
): Promise<AssistedNotice | Refusal> {
  const repair = await store.repairs.get(repairId)
  const context = repair && (await loadContext({ store, clock }, repair.sessionId))
  if (!repair || !context || !(await leaderFor(store, context.pairing, assistantId)))
    return refuse('not-yours')
  return assistedNotice(context, repair)
}
