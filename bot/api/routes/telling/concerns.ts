/** What the Organizer should look at. */
import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import { type Concern, isPairHealth } from '../../../domain/meeting/concern.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { refuse } from '../../../domain/refusal.ts'
import { chartOf } from '../../../workflows/organization/chart.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { closeConcern } from '../../../workflows/telling/raise-concerns.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
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
      isPairHealth(concern.kind) &&
      pairing &&
      !may('read-pair-health', asker, { roles, pairing, isAbove: mayBeAbove })
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
  const whereRaised = async (asker: Asker, { key }: { key: string }) => ({
    roles: await asker.rolesFor((await store.concerns.get(key))?.cohortId),
  })
  return {
    concerns: asks('read-concerns', inCohort, async (asker, { id, closed }) => {
      const open = await readable(ports, asker, id, await store.concerns.list(id))
      const shown =
        closed === 'true' ? await readable(ports, asker, id, await store.concerns.list(id, true)) : open
      return { open: open.length, concerns: await concernViews(ports, shown) }
    }),
    closeConcern: asks('close-concerns', whereRaised, async (asker, { key }) => {
      const concern = await store.concerns.get(key)
      const [mine] = concern ? await readable(ports, asker, concern.cohortId, [concern]) : []
      return mine ? closeConcern(ports, key, asker.personId) : refuse('not-found')
    }),
  }
}
