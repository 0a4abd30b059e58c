/** Who sits where in a Program: asking somebody, and their answer. */
import { type FactsOf, may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import { isRole } from '../../../domain/program/part.ts'
import type { Cohort, Program, ProgramId } from '../../../domain/program/program.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { answerSeat, askToTakeSeat, takeHandoverBack } from '../../../workflows/program/hand-over.ts'
import { type Asker, ask, asks, asksEither, type Handlers, ownThings } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

type Routes = Pick<Handlers, 'handOver' | 'takeHandoverBack' | 'mySeats' | 'answerSeat'>

export function seatRoutes(ports: Ports): Routes {
  const { store } = ports
  const inPlace = async (asker: Asker, { id }: { id: string }) => {
    const cohort = await store.cohorts.get(id)
    const program = cohort && (await store.programs.get(cohort.programId))
    return factsOf(ports, asker, cohort, program)
  }
  return {
    handOver: asks('hand-over-organizer', inPlace, async (asker, { id, personId }) => {
      const cohort = await store.cohorts.get(id)
      const program = cohort && (await store.programs.get(cohort.programId))
      if (!program) return refuse('not-found')
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
    }),
    takeHandoverBack: asksEither(
      ['hand-over-organizer', 'hand-over-sponsor', 'give-roles'],
      async (asker, { id }) => {
        const handover = await store.handovers.get(id)
        const place = handover && (await placeOf(ports, handover.programId))
        if (!place) return undefined
        const { seat } = handover
        if (seat === 'organizer')
          return ask('hand-over-organizer', await factsOf(ports, asker, place.cohort, place.program))
        const roles = await asker.rolesFor(place.cohort.id)
        return ask(isRole(seat) ? 'give-roles' : 'hand-over-sponsor', { roles })
      },
      async (asker, { id }) => takeHandoverBack(ports, id, asker.personId),
    ),
    mySeats: asks('read-own-seats', ownThings, async (asker) => {
      const holdsRole = await mayOrganize(asker)
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
          mayAccept: (seat !== 'organizer' && seat !== 'co-organizer') || holdsRole,
        })
      }
      const held: Out<'mySeats'>['held'] = []
      for (const { role, programId, since } of await store.programRoles.ofPerson(asker.personId)) {
        const place = await placeOf(ports, programId)
        if (!place) continue
        const { cohort, program } = place
        held.push({ cohortId: cohort.id, programName: program.name, role, since: iso(since) })
      }
      return { asked, held }
    }),
    answerSeat: asks(
      'answer-handover',
      async (_, { id }) => ({ toId: (await store.handovers.get(id))?.toId }),
      async (asker, { id, answer }) => {
        const holdsRole = await mayOrganize(asker)
        const answered = await answerSeat(ports, id, answer, asker.personId, { holdsRole })
        return isRefused(answered) ? answered : { ok: true }
      },
      'not-found',
    ),
  }
}

const mayOrganize = async (asker: Asker) => may('organize', asker, { anywhere: await asker.rolesFor() })

/** A Cohort of the Program: roles are asked for by Cohort. */
async function placeOf({ store }: Ports, programId: ProgramId) {
  const cohort = (await store.cohorts.list()).find((one) => one.programId === programId)
  const program = await store.programs.get(programId)
  return cohort && program ? { cohort, program } : undefined
}

/** What decides who may ask somebody else to be the Organizer. A Program nobody knows has no Organizer who could have left. */
async function factsOf(
  ports: Ports,
  asker: Asker,
  cohort: Cohort | undefined,
  program: Program | undefined,
): Promise<FactsOf<'hand-over-organizer'>> {
  return {
    roles: cohort ? await asker.rolesFor(cohort.id) : [],
    anywhere: await asker.rolesFor(),
    holderLeft: program !== undefined && (await hasLeft(ports, program.organizerId)),
  }
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
  return may('hand-over-organizer', asker, await factsOf(ports, asker, cohort, program))
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
