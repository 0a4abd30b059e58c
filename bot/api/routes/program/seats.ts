/** Who sits where in a Program: asking somebody, and their answer. */
import {
  mayAnswerHandover,
  mayHandOverOrganizer,
  mayHandOverSponsor,
  mayOrganize,
} from '../../../auth/policies.ts'
import type { Out } from '../../../contract/index.ts'
import type { Seat } from '../../../domain/program/handover.ts'
import type { Cohort, Program, ProgramId } from '../../../domain/program/program.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { answerSeat, askToTakeSeat, takeHandoverBack } from '../../../workflows/program/hand-over.ts'
import type { Asker, Handlers } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<Handlers, 'handOver' | 'takeHandoverBack' | 'mySeats' | 'answerSeat'>

export function seatRoutes(ports: Ports): Routes {
  const { store } = ports
  return {
    async handOver(asker, { id, personId }) {
      const cohort = await store.cohorts.get(id)
      const program = cohort && (await store.programs.get(cohort.programId))
      if (!cohort || !program)
        return refuse(mayOrganize(await asker.rolesFor()) ? 'not-found' : 'not-allowed')
      if (!(await mayHandOver(ports, asker, cohort, program))) return refuse('not-allowed')
      // Nobody puts themself in another's place while that person is there.
      if (personId === asker.personId && !(await hasLeft(ports, program.organizerId)))
        return refuse('not-oneself')
      const asked = await askToTakeSeat(
        ports,
        program.id,
        { seat: 'organizer', toId: personId },
        asker.personId,
      )
      return isRefused(asked) ? asked : { ok: true }
    },
    async takeHandoverBack(asker, { id }) {
      const handover = await store.handovers.get(id)
      const seat = handover?.seat
      const place = handover && (await placeOf(ports, handover.programId))
      const may = place && seat && (await mayAsk(ports, asker, place, seat))
      if (!may) return refuse('not-allowed')
      return takeHandoverBack(ports, id, asker.personId)
    },
    async mySeats(asker) {
      const holdsRole = mayOrganize(await asker.rolesFor())
      const asked: Out<'mySeats'>['asked'] = []
      for (const { id, seat, programId, askedBy, fromId } of await store.handovers.waitingFor(
        asker.personId,
      )) {
        const program = await store.programs.get(programId)
        if (!program) continue
        const people = await store.people.many([askedBy, ...(fromId ? [fromId] : [])])
        asked.push({
          ...{ id, seat, programName: program.name, statement: program.challenge.statement },
          askedBy: faceFrom(people, askedBy),
          ...(fromId ? { from: faceFrom(people, fromId) } : {}),
          mayAccept: seat === 'sponsor' || holdsRole,
        })
      }
      return { asked }
    },
    async answerSeat(asker, { id, answer }) {
      if (!mayAnswerHandover(asker, await store.handovers.get(id))) return refuse('not-found')
      const holdsRole = mayOrganize(await asker.rolesFor())
      const answered = await answerSeat(ports, id, answer, asker.personId, { holdsRole })
      return isRefused(answered) ? answered : { ok: true }
    },
  }
}

/** A Cohort of the Program: roles are asked for by Cohort. */
async function placeOf({ store }: Ports, programId: ProgramId) {
  const cohort = (await store.cohorts.list()).find((one) => one.programId === programId)
  const program = await store.programs.get(programId)
  return cohort && program ? { cohort, program } : undefined
}

async function mayAsk(
  ports: Ports,
  asker: Asker,
  { cohort, program }: { cohort: Cohort; program: Program },
  seat: Seat,
): Promise<boolean> {
  return seat === 'organizer'
    ? mayHandOver(ports, asker, cohort, program)
    : mayHandOverSponsor(await asker.rolesFor(cohort.id))
}

async function hasLeft({ store }: Ports, personId: string): Promise<boolean> {
  return !(await store.people.get(personId))?.isEligible
}

/** May this person ask somebody else to be the Organizer? */
export async function mayHandOver(
  ports: Ports,
  asker: Asker,
  cohort: Cohort,
  program: Program,
): Promise<boolean> {
  return mayHandOverOrganizer(await asker.rolesFor(cohort.id), {
    anywhere: await asker.rolesFor(),
    holderLeft: await hasLeft(ports, program.organizerId),
  })
}

/** Who was asked last and has not taken the seat. */
export async function askedOf({ store }: Ports, { id }: Program): Promise<Out<'cohort'>['asked']> {
  const asked: Out<'cohort'>['asked'] = []
  for (const seat of ['sponsor', 'organizer'] as const) {
    const latest = await store.handovers.latest(id, seat)
    if (latest?.state !== 'open' && latest?.state !== 'declined') continue
    const person = faceFrom(await store.people.many([latest.toId]), latest.toId)
    asked.push({ id: latest.id, seat, person, state: latest.state, askedAt: iso(latest.askedAt) })
  }
  return asked
}
