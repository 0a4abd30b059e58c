/** The chart below the board. */
import type { Out } from '../../../contract/index.ts'
import type { Organization } from '../../../domain/organization/organization.ts'
import type { PersonId } from '../../../domain/organization/person.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { chartOf } from '../../../workflows/organization/chart.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom } from '../views.ts'
import { shownStates } from './board.ts'

/** Everybody enrolled and everybody above them; a parent always stands before its children. */
export async function chartView({ store }: Ports, id: string): Promise<Out<'chart'>> {
  const organization = await chartOf({ store })
  const participants = await store.participants.list(id)
  const pairings = await store.pairings.list(id, shownStates)
  const sides = new Map(
    participants.filter((one) => one.state === 'approved').map((one) => [one.personId, one.side]),
  )
  for (const { mentorId, menteeId } of pairings) sides.set(mentorId, 'mentor').set(menteeId, 'mentee')
  const order = parentsFirst(organization, sides.keys())
  const place = new Map(order.map((personId, index) => [personId, index]))
  const people = await store.people.many(order)
  return {
    nodes: order.map((personId) => ({
      person: faceFrom(people, personId),
      parent: parentPlace(organization, place, personId),
      below: below(organization, personId),
      ...(sides.has(personId) ? { side: sides.get(personId)! } : {}),
    })),
    arcs: pairings.flatMap(({ id: pairingId, mentorId, menteeId, state }) => {
      const [mentor, mentee] = [place.get(mentorId), place.get(menteeId)]
      if (mentor === undefined || mentee === undefined || !isShown(state)) return []
      const insideLine = organization.isAbove(menteeId, mentorId) || organization.isAbove(mentorId, menteeId)
      return [{ pairingId, mentor, mentee, state, insideLine }]
    }),
  }
}

function isShown(state: Pairing['state']): state is 'proposed' | 'approved' | 'active' {
  return shownStates.includes(state)
}

function parentsFirst(organization: Organization, ids: Iterable<PersonId>): PersonId[] {
  const order: PersonId[] = []
  const placed = new Set<PersonId>()
  for (const id of ids) {
    // In a circle of managers the line ends where it meets itself: `lineOf` names everyone once.
    for (const one of [id, ...organization.lineOf(id)].reverse()) {
      if (placed.has(one) || !organization.has(one)) continue
      placed.add(one)
      order.push(one)
    }
  }
  return order
}

/** Everyone below, from the chart's intervals. */
function below({ index, indexOf }: Organization, id: PersonId): number {
  const i = indexOf(id)
  return Math.max(0, index.leaves[i]! - index.enters[i]! - 1)
}

/** A manager who stands later (only in a circle) is not drawn as one. */
function parentPlace(organization: Organization, place: Map<PersonId, number>, id: PersonId): number {
  const manager = organization.managerOf(id)
  const at = manager === undefined ? undefined : place.get(manager)
  return at !== undefined && at < place.get(id)! ? at : -1
}

export function chartRoutes(ports: Ports): Pick<Handlers, 'chart'> {
  return {
    chart: asks('propose', inCohort, async (_, { id }) => {
      return chartView(ports, id)
    }),
  }
}
