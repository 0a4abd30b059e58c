/** What the Organizer should look at. */
import { mayCloseConcerns, mayReadConcerns, mayReadPairHealth } from '../../../auth/policies.ts'
import type { Out } from '../../../contract/index.ts'
import { type Concern, isPairHealth } from '../../../domain/meeting/concern.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { refuse } from '../../../domain/refusal.ts'
import { chartOf } from '../../../workflows/organization/chart.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { closeConcern } from '../../../workflows/telling/raise-concerns.ts'
import type { Asker, Handlers } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

/** How a pair is doing stays hidden from the two and whoever is above one of them; that a rule is broken does not. */
export async function readable(
  { store }: Ports,
  asker: Asker,
  cohortId: string,
  concerns: Concern[],
): Promise<Concern[]> {
  if (!concerns.some(({ kind }) => isPairHealth(kind))) return concerns
  const { mayBeAbove } = await chartOf({ store })
  const roles = await asker.rolesFor(cohortId)
  const shown: Concern[] = []
  for (const concern of concerns) {
    const pairing = concern.pairingId ? await store.pairings.get(concern.pairingId) : undefined
    const hidden =
      isPairHealth(concern.kind) && pairing && !mayReadPairHealth(asker, roles, pairing, mayBeAbove)
    if (!hidden) shown.push(concern)
  }
  return shown
}

export async function concernViews(
  { store }: Ports,
  concerns: Concern[],
): Promise<Out<'concerns'>['concerns']> {
  const pairings = new Map<string, Pairing>()
  for (const { pairingId } of concerns) {
    const pairing = pairingId ? await store.pairings.get(pairingId) : undefined
    if (pairing) pairings.set(pairing.id, pairing)
  }
  const ids = [...pairings.values()].flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])
  const people = await store.people.many([...ids, ...concerns.flatMap(({ closedBy }) => closedBy ?? [])])
  return concerns.map(({ key, kind, detail, pairingId, raisedAt, closedAt, closedBy }) => {
    const pairing = pairingId === undefined ? undefined : pairings.get(pairingId)
    return {
      key,
      kind,
      detail,
      raisedAt: iso(raisedAt),
      ...(pairing
        ? {
            pairing: {
              id: pairing.id,
              mentor: faceFrom(people, pairing.mentorId),
              mentee: faceFrom(people, pairing.menteeId),
            },
          }
        : {}),
      ...(closedAt ? { closedAt: iso(closedAt) } : {}),
      ...(closedBy ? { closedBy: faceFrom(people, closedBy) } : {}),
    }
  })
}

export function concernRoutes(ports: Ports): Pick<Handlers, 'concerns' | 'closeConcern'> {
  const { store } = ports
  return {
    async concerns(asker, { id, closed }) {
      const roles = await asker.rolesFor(id)
      if (!mayReadConcerns(roles)) return refuse('not-allowed')
      const open = await readable(ports, asker, id, await store.concerns.list(id))
      const shown =
        closed === 'true' ? await readable(ports, asker, id, await store.concerns.list(id, true)) : open
      return { open: open.length, concerns: await concernViews(ports, shown) }
    },
    async closeConcern(asker, { key }) {
      const concern = await store.concerns.get(key)
      if (!mayCloseConcerns(await asker.rolesFor(concern?.cohortId))) return refuse('not-allowed')
      const [mine] = concern ? await readable(ports, asker, concern.cohortId, [concern]) : []
      return mine ? closeConcern(ports, key, asker.personId) : refuse('not-found')
    },
  }
}
