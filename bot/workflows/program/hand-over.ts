/**
 * Somebody is asked to take a part in a Program, and answers. Whoever has a seat keeps it until then and hears of both;
 * a "no" goes back to whoever asked. Where a Program has one person at a time, asking somebody else takes the former
 * question back.
 */

import type { PersonId } from '../../domain/organization/person.ts'
import {
  answerHandover,
  type Handover,
  type HandoverId,
  type HandoverRefusal,
  holderOf,
  withdrawHandover,
  withHolder,
} from '../../domain/program/handover.ts'
import { forOne, isRole, mostOfARole, type Part } from '../../domain/program/part.ts'
import type { Program, ProgramId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { tellOrReplace } from '../telling/replace-notice.ts'
import { whyNot } from './part-facts.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>
export type SeatAsked = Extract<Notice, { kind: 'seat-asked' }>

/** Who sits where changes under this lock alone: two answers at once, or a plan saved meanwhile, lose nothing. */
export const lockProgram = (store: Ports['store'], id: ProgramId) => store.lock(`program.${id}`)

export function askToTakeSeat(
  ports: Needs,
  programId: ProgramId,
  question: { seat: Part; toId: PersonId },
  by: PersonId,
): Promise<Handover | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    await lockProgram(store, programId)
    const program = await store.programs.get(programId)
    return program ? askUnderLock(ports, program, question, by) : refuse('not-found')
  })
}

/** Asked again for the same person it stays the same question. */
export async function askUnderLock(
  ports: Needs,
  program: Program,
  { seat, toId }: { seat: Part; toId: PersonId },
  by: PersonId,
): Promise<Handover | Refusal<HandoverRefusal>> {
  const { store, clock, chance } = ports
  const held = await store.programRoles.of(program.id)
  const no = await whyNot(ports, program, held, { part: seat, personId: toId })
  if (no) return no
  const waiting = await store.handovers.open(program.id, seat, toId)
  if (waiting?.toId === toId) return waiting
  if (!forOne.includes(seat) && (await isFull(store, program.id, seat)))
    return refuse('too-many-of-a-role', { field: 'personId' })
  if (waiting) await end(ports, program, waiting, by)
  const fromId = holderOf(program, held, seat)
  const handover: Handover = {
    ...{ id: chance.id(), programId: program.id, seat, toId, askedBy: by, state: 'open' },
    ...(fromId ? { fromId } : {}),
    askedAt: clock.now(),
  }
  await store.handovers.save(handover)
  await audit(ports, by, `${seat}-asked`, program.id, { to: toId })
  await tell(ports, askedKey(handover), toId, await askedNotice(store, program, handover))
  await tellOthers(ports, program, handover, by)
  return handover
}

/** Whoever has it and whoever is asked, together. */
async function isFull(store: Ports['store'], programId: ProgramId, part: Part): Promise<boolean> {
  const held = await store.programRoles.of(programId)
  const waiting = await store.handovers.waitingIn(programId)
  const count = held.filter(({ role }) => role === part).length
  return count + waiting.filter(({ seat }) => seat === part).length >= mostOfARole
}

/** Nobody waits any more for an answer about this seat. */
export async function endWaiting(ports: Needs, program: Program, seat: Part, by: PersonId): Promise<void> {
  const waiting = await ports.store.handovers.open(program.id, seat)
  if (waiting) await end(ports, program, waiting, by)
}

/** Taken back, by whoever may ask. */
export function takeHandoverBack(
  ports: Needs,
  id: HandoverId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return underLock(ports, id, async (handover, program) => {
    if (handover.state === 'withdrawn') return { ok: true }
    return (await end(ports, program, handover, by)) ?? { ok: true }
  })
}

/**
 * By the one who was asked. An Organizer needs the app role as well, which only a token tells: `holdsRole`. All parts are
 * judged again, since others may have changed hands meanwhile.
 */
export function answerSeat(
  ports: Needs,
  id: HandoverId,
  answer: 'accepted' | 'declined',
  by: PersonId,
  { holdsRole }: { holdsRole: boolean },
): Promise<Handover | Refusal> {
  const { store, clock } = ports
  return underLock(ports, id, async (handover, program) => {
    if (handover.toId !== by) return refuse('not-yours')
    if (handover.state === answer) return handover
    const answered = answerHandover(handover, answer, clock.now())
    if (isRefused(answered)) return answered
    if (answer === 'accepted') {
      const { seat } = handover
      if ((seat === 'organizer' || seat === 'co-organizer') && !holdsRole) return refuse('role-needed')
      const held = await store.programRoles.of(program.id)
      const no = await whyNot(ports, program, held, { part: seat, personId: by })
      if (no) return no
      await take(ports, program, handover)
    }
    await record(ports, program, answered, by)
    return answered
  })
}

/** What was lent by one Sponsor, or to one stand-in, is lent no more when another follows. */
async function take(
  { store, clock }: Needs,
  program: Program,
  { seat, toId, askedBy }: Handover,
): Promise<void> {
  const programId = program.id
  const held = await store.programRoles.of(programId)
  const standIn = held.find(({ role }) => role === 'stand-in')
  if (isRole(seat)) {
    if (seat === 'stand-in' && standIn) await store.programRoles.remove(standIn)
    const since = clock.now()
    return store.programRoles.save({ programId, personId: toId, role: seat, since, givenBy: askedBy })
  }
  await store.programs.save(withHolder(program, seat, toId))
  if (seat === 'organizer')
    await store.programRoles.remove({ programId, personId: toId, role: 'co-organizer' })
  if (seat === 'sponsor' && standIn?.decidesUntil) {
    const { decidesUntil: _, ...row } = standIn
    await store.programRoles.save(row)
  }
}

async function end(ports: Needs, program: Program, handover: Handover, by: PersonId) {
  const ended = withdrawHandover(handover, ports.clock.now())
  if (isRefused(ended)) return ended
  await record(ports, program, ended, by)
  return undefined
}

/** In the log, on the card with the question, and to the others whom it concerns. */
async function record(ports: Needs, program: Program, handover: Handover, by: PersonId): Promise<void> {
  const { store } = ports
  await store.handovers.save(handover)
  await audit(ports, by, `${handover.seat}-${handover.state}`, program.id, { to: handover.toId })
  await tellOrReplace(ports, askedKey(handover), handover.toId, await askedNotice(store, program, handover))
  await tellOthers(ports, program, handover, by)
}

async function underLock<T>(
  { store }: Needs,
  id: HandoverId,
  work: (handover: Handover, program: Program) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return store.transaction(async () => {
    const known = await store.handovers.get(id)
    if (!known) return refuse('not-found')
    await lockProgram(store, known.programId)
    const handover = await store.handovers.get(id)
    const program = await store.programs.get(known.programId)
    return handover && program ? work(handover, program) : refuse('not-found')
  })
}

/** Whoever has the seat, and whoever asked, unless they did it themselves just now. */
async function tellOthers(ports: Needs, program: Program, handover: Handover, by: PersonId): Promise<void> {
  const { id, seat, state, toId, fromId, askedBy } = handover
  const person = await ports.store.people.get(toId)
  const told = { seat, state, programName: program.name, personName: person?.displayName ?? '—' }
  const readers = new Map<PersonId, 'asker' | 'holder'>([[askedBy, 'asker']])
  if (fromId) readers.set(fromId, 'holder')
  for (const [readerId, reader] of readers) {
    if (readerId === toId || readerId === by) continue
    await tell(ports, `handover.${id}.${state}.${reader}`, readerId, { kind: 'seat-news', ...told, reader })
  }
}

const askedKey = ({ id }: Handover) => `handover.${id}.asked`

async function askedNotice(store: Ports['store'], program: Program, handover: Handover): Promise<SeatAsked> {
  const { id, seat, state, askedBy, fromId } = handover
  const people = await store.people.many([askedBy, ...(fromId ? [fromId] : [])])
  const from = fromId ? people.get(fromId)?.displayName : undefined
  return {
    ...{ kind: 'seat-asked', handoverId: id, seat, state },
    programName: program.name,
    statement: program.challenge.statement,
    askedByName: people.get(askedBy)?.displayName ?? '—',
    ...(from ? { fromName: from } : {}),
  }
}

/** The question as its card says it now; for the one who was asked. */
export async function seatAskedOf(
  { store }: Pick<Ports, 'store'>,
  personId: PersonId,
  id: HandoverId,
): Promise<SeatAsked | Refusal> {
  const handover = await store.handovers.get(id)
  const program = handover && (await store.programs.get(handover.programId))
  if (!handover || !program || handover.toId !== personId) return refuse('not-yours')
  return askedNotice(store, program, handover)
}
