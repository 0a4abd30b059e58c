/**
 * How a part in a Program ends: taken back by an Organizer, left by whoever has it, or because somebody is not there any more.
 * A Program never loses its last Organizer: the one in the seat goes only where another is there to follow.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import {
  type HeldRole,
  isRole,
  organizersOf,
  type Part,
  type ProgramRole,
} from '../../domain/program/part.ts'
import type { Program, ProgramId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { dayMs, plusMs, utcDate } from '../../domain/span.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import { eachAlone } from '../each-alone.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { endWaiting, lockProgram } from './hand-over.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>
type News = Extract<Notice, { kind: 'part-news' }>
type Done = { ok: true }

const done: Done = { ok: true }

/** By an Organizer. Pressed twice it is the same. */
export function takeRoleBack(
  ports: Needs,
  programId: ProgramId,
  { personId, role }: { personId: PersonId; role: ProgramRole },
  by: PersonId,
): Promise<Done | Refusal> {
  if (personId === by) return leavePart(ports, programId, role, by)
  return inProgram(ports, programId, async (program) => {
    if (!(await ports.store.programRoles.remove({ programId, personId, role }))) return done
    await audit(ports, by, `${role}-taken-back`, programId, { person: personId })
    await tellOf(ports, program, { part: role, what: 'taken-back', personId: by }, [personId])
    return done
  })
}

/** By whoever has it; the other Organizers hear of it. */
export function leavePart(
  ports: Needs,
  programId: ProgramId,
  part: Part,
  by: PersonId,
): Promise<Done | Refusal> {
  return inProgram(ports, programId, async (program) => {
    if (part === 'organizer') return leaveSeat(ports, program, by)
    // A Sponsor is followed by somebody: the Organizer asks the next one.
    if (!isRole(part)) return refuse('not-allowed')
    if (!(await ports.store.programRoles.remove({ programId, personId: by, role: part }))) return done
    await audit(ports, by, `${part}-left`, programId)
    await tellOrganizers(ports, program, { part, what: 'left', personId: by })
    return done
  })
}

async function leaveSeat(ports: Needs, program: Program, by: PersonId): Promise<Done | Refusal> {
  if (program.organizerId !== by) return done
  if (!(await follow(ports, program, by))) return refuse('last-organizer')
  await audit(ports, by, 'organizer-left', program.id)
  return done
}

/** The Organizer who has been there longest takes the seat. False when there is none. */
async function follow(ports: Needs, program: Program, by: PersonId): Promise<boolean> {
  const { store } = ports
  const [, next] = organizersOf(program, await store.programRoles.of(program.id))
  if (next === undefined) return false
  await endWaiting(ports, program, 'organizer', by)
  const after: Program = { ...program, organizerId: next }
  await store.programs.save(after)
  await store.programRoles.remove({ programId: program.id, personId: next, role: 'co-organizer' })
  await audit(ports, by, 'organizer-followed', program.id, { person: next })
  await tellOrganizers(ports, after, { part: 'organizer', what: 'follows', personId: next })
  return true
}

/** On which days the stand-in decides: until a day that the Sponsor names, or not at all. */
export function lendSeat(
  ports: Needs,
  programId: ProgramId,
  until: string | null,
  by: PersonId,
): Promise<Done | Refusal> {
  const { store, clock } = ports
  return inProgram(ports, programId, async (program) => {
    if (program.sponsorId !== by) return refuse('not-sponsor')
    const held = await store.programRoles.of(programId)
    const standIn = held.find(({ role }) => role === 'stand-in')
    if (!standIn) return refuse('no-stand-in')
    if ((standIn.decidesUntil ?? null) === until) return done
    const now = clock.now()
    const last = plusMs(now, mostDaysAway * dayMs)
    if (until !== null && until < utcDate(now)) return refuse('date-in-the-past', { field: 'until' })
    if (until !== null && until > utcDate(last))
      return refuse('too-far-ahead', { field: 'until', last: utcDate(last) })
    const { decidesUntil: _, ...row } = standIn
    await store.programRoles.save(until === null ? row : { ...row, decidesUntil: until })
    await audit(ports, by, until === null ? 'seat-not-lent' : 'seat-lent', programId, {
      ...{ person: standIn.personId },
      ...(until === null ? {} : { until }),
    })
    const what = until === null ? 'decides-no-more' : 'decides'
    const news = { part: 'stand-in', what, personId: by, ...(until === null ? {} : { until }) } as const
    await tellOf(ports, program, news, [standIn.personId])
    return done
  })
}

/** Long enough for a leave; whoever is away longer is followed by another Sponsor. */
export const mostDaysAway = 92

/** Looked for every minute: whoever left the directory has no part any more, and a contact who takes part is none. */
export async function endLostParts(ports: Needs): Promise<void> {
  const { store } = ports
  const lost = [
    ...(await store.programRoles.ofLeavers()).map((held) => ({ held, what: 'gone' as const })),
    ...(await store.programRoles.entangled()).map((held) => ({ held, what: 'takes-part' as const })),
  ]
  const headless = await store.programRoles.headless()
  await eachAlone(
    [
      ...lost.map(
        ({ held, what }) =>
          () =>
            endLost(ports, held, what),
      ),
      ...headless.map((id) => () => replace(ports, id)),
    ],
    (work) => work(),
  )
}

/** Whoever was in the seat is not there any more. */
function replace(ports: Needs, programId: ProgramId) {
  return inProgram(ports, programId, async (program) => {
    const holder = await ports.store.people.get(program.organizerId)
    if (!holder?.isEligible) await follow(ports, program, 'system')
    return done
  })
}

async function endLost(ports: Needs, held: HeldRole, what: 'gone' | 'takes-part'): Promise<void> {
  const { programId, role, personId } = held
  await inProgram(ports, programId, async (program) => {
    if (!(await ports.store.programRoles.remove(held))) return done
    await audit(ports, 'system', `${role}-lost`, programId, { person: personId, why: what })
    await tellOrganizers(ports, program, { part: role, what, personId })
    return done
  })
}

function inProgram<T>(
  { store }: Needs,
  programId: ProgramId,
  work: (program: Program) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return store.transaction(async () => {
    await lockProgram(store, programId)
    const program = await store.programs.get(programId)
    return program ? work(program) : refuse('not-found')
  })
}

type Told = Pick<News, 'part' | 'what' | 'until'> & { personId: PersonId }

async function tellOrganizers(ports: Needs, program: Program, told: Told): Promise<void> {
  const organizers = organizersOf(program, await ports.store.programRoles.of(program.id))
  const readers = organizers.filter((id) => told.what === 'follows' || id !== told.personId)
  await tellOf(ports, program, told, readers)
}

async function tellOf(ports: Needs, program: Program, told: Told, readers: PersonId[]): Promise<void> {
  const { store, chance } = ports
  const { personId, ...news } = told
  const person = await store.people.get(personId)
  const event = chance.id()
  for (const readerId of readers) {
    await tell(ports, `part.${program.id}.${event}.${readerId}`, readerId, {
      ...{ kind: 'part-news', ...news, programName: program.name },
      personName: person?.displayName ?? '—',
      isReader: readerId === personId,
    })
  }
}
