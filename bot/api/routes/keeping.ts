/** New times for Sessions that slip, and what the Organizer should look at. */
import {
  mayCloseConcerns,
  mayMoveSession,
  mayReadConcerns,
  mayReadPairHealth,
  mayRepairSession,
} from '../../auth/policies.ts'
import type { Out } from '../../contract/index.ts'
import { type Concern, isPairHealth } from '../../domain/concern.ts'
import type { Pairing } from '../../domain/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { type Repair, repairUntil } from '../../domain/repair.ts'
import type { Session } from '../../domain/session.ts'
import { askForRepair, withdrawRepair } from '../../workflows/ask-for-repair.ts'
import { askAsAssistant, chooseAsAssistant } from '../../workflows/assisted-repair.ts'
import { chooseRepair } from '../../workflows/book-repair.ts'
import { chartOf } from '../../workflows/chart.ts'
import type { Ports } from '../../workflows/ports.ts'
import { closeConcern } from '../../workflows/raise-concerns.ts'
import type { Asker, Handlers } from '../handler.ts'
import { faceFrom, iso } from './views.ts'

type Routes = Pick<Handlers, 'offerRepair' | 'chooseRepair' | 'withdrawRepair' | 'concerns' | 'closeConcern'>
export type RepairView = Out<'offerRepair'>['repair']

export function keepingRoutes(ports: Ports): Routes {
  const { store } = ports
  /** Nobody but the two learns even that there is such a Session. */
  async function repaired(
    asker: Asker,
    sessionId: string | undefined,
    act: () => Promise<Repair | Refusal>,
    asAssistant?: () => Promise<Repair | Refusal>,
  ): Promise<{ repair: RepairView } | Refusal> {
    const session = sessionId === undefined ? undefined : await store.sessions.get(sessionId)
    const pairing = session && (await store.pairings.get(session.pairingId))
    if (!session || !pairing) return refuse('not-found')
    if (!mayRepairSession(asker, pairing)) {
      const delegate = await store.delegates.of(pairing.menteeId)
      if (!asAssistant || !mayMoveSession(asker, pairing, delegate ? [delegate] : []))
        return refuse('not-found')
      const moved = await asAssistant()
      return isRefused(moved)
        ? moved
        : { repair: timesOnly(repairView(moved, session, asker.personId, pairing)) }
    }
    const repair = await act()
    return isRefused(repair) ? repair : { repair: repairView(repair, session, asker.personId, pairing) }
  }
  const sessionOf = async (repairId: string) => (await store.repairs.get(repairId))?.sessionId
  return {
    offerRepair: (asker, { id }) =>
      repaired(
        asker,
        id,
        () => askForRepair(ports, id, asker.personId),
        () => askAsAssistant(ports, id, asker.personId),
      ),
    chooseRepair: async (asker, { id, option }) =>
      repaired(
        asker,
        await sessionOf(id),
        () => chooseRepair(ports, id, option, asker.personId),
        () => chooseAsAssistant(ports, id, option, asker.personId),
      ),
    withdrawRepair: async (asker, { id }) =>
      repaired(asker, await sessionOf(id), () => withdrawRepair(ports, id, asker.personId)),
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

/** Who could not come and who chose is between the two; an assistant sees when. */
function timesOnly({ askedBy: _a, chosenBy: _c, ...times }: RepairView): RepairView {
  return times
}

/** As one of the two sees it. */
export function repairView(
  repair: Repair,
  session: Session,
  me: string,
  pairing: Pick<Pairing, 'mentorId' | 'menteeId'> | undefined,
): RepairView {
  const { id, sessionId, round, reason, options, chosen, askedBy, chosenBy } = repair
  return {
    id,
    sessionId,
    round,
    reason,
    state: stateShown(repair),
    options: options.map(({ start, end }) => ({ startsAt: start, endsAt: end })),
    until: iso(repairUntil(session)),
    ...(chosen === undefined ? {} : { chosen }),
    ...(askedBy ? { askedBy: whoIs(askedBy, me, pairing) } : {}),
    ...(chosenBy ? { chosenBy: whoIs(chosenBy, me, pairing) } : {}),
  }
}

export function stateShown({ state, options }: Repair): RepairView['state'] {
  return state === 'open' && options.length === 0 ? 'looking' : state
}

/** Somebody as one of the two calls them. */
export function whoIs(
  id: string,
  me: string,
  pairing: Pick<Pairing, 'mentorId' | 'menteeId'> | undefined,
): 'me' | 'partner' | 'other' {
  if (id === me) return 'me'
  return pairing && (id === pairing.mentorId || id === pairing.menteeId) ? 'partner' : 'other'
}

/** How a pair is doing stays hidden from the two and whoever is above one of them; that a rule is broken does not. */
async function readable(
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

async function concernViews({ store }: Ports, concerns: Concern[]): Promise<Out<'concerns'>['concerns']> {
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
