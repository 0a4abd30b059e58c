/** Another time for a Session that does not take place as agreed. */
import { mayMoveSession, mayRepairSession } from '../../../auth/policies.ts'
import type { Out } from '../../../contract/index.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import { type Repair, repairUntil } from '../../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../../domain/scheduling/session.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { askForRepair, withdrawRepair } from '../../../workflows/scheduling/repair/ask-for-repair.ts'
import { askAsAssistant, chooseAsAssistant } from '../../../workflows/scheduling/repair/assisted-repair.ts'
import { chooseRepair } from '../../../workflows/scheduling/repair/book-repair.ts'
import type { Asker, Handlers } from '../../handler.ts'
import { iso } from '../views.ts'

type Routes = Pick<Handlers, 'offerRepair' | 'chooseRepair' | 'withdrawRepair'>

export function moveSessionRoutes(ports: Ports): Routes {
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
  }
}

export type RepairView = Out<'offerRepair'>['repair']

/** Who could not come and who chose is between the two; an assistant sees when. */
export function timesOnly({ askedBy: _a, chosenBy: _c, ...times }: RepairView): RepairView {
  return times
}

/** As one of the two sees it. */
export function repairView(
  repair: Repair,
  session: Session,
  me: string,
  pairing: Pick<Pairing, 'mentorId' | 'menteeId'> | undefined,
): RepairView {
  const { id, sessionId, attempt, reason, options, chosen, askedBy, chosenBy } = repair
  return {
    id,
    sessionId,
    attempt,
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
