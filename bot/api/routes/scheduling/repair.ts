/** Another time for a Session that does not take place as agreed. */
import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import type { Pairing } from '../../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import { type Repair, repairUntil } from '../../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../../domain/scheduling/session.ts'
import type { Ports } from '../../../workflows/ports.ts'
import {
  askForAnotherTime,
  askForRepair,
  withdrawRepair,
} from '../../../workflows/scheduling/repair/ask-for-repair.ts'
import { askAsAssistant, chooseAsAssistant } from '../../../workflows/scheduling/repair/assisted-repair.ts'
import { chooseRepair } from '../../../workflows/scheduling/repair/book-repair.ts'
import { refuseTimes } from '../../../workflows/scheduling/repair/refuse-times.ts'
import { type Asker, asks, type Handlers } from '../../handler.ts'
import { iso, spanView, timesOf } from '../views.ts'

type Routes = Pick<
  Handlers,
  'offerRepair' | 'chooseRepair' | 'refuseTimes' | 'findAnotherTime' | 'withdrawRepair'
>

export function moveSessionRoutes(ports: Ports): Routes {
  const { store, clock } = ports
  const theirs = async (session: Session | undefined) => {
    const pairing = session && (await store.pairings.get(session.pairingId))
    const delegate = pairing && (await store.delegates.of(pairing.menteeId))
    return { pairing, delegates: delegate ? [delegate] : [] }
  }
  const sessionOf = async (repairId: string) => {
    const repair = await store.repairs.get(repairId)
    return repair && store.sessions.get(repair.sessionId)
  }
  const shown = async (asker: Asker, repair: Repair | Refusal): Promise<{ repair: RepairView } | Refusal> => {
    if (isRefused(repair)) return repair
    const session = await store.sessions.get(repair.sessionId)
    const { pairing } = await theirs(session)
    if (!session) return refuse('not-found')
    const view = repairView(repair, session, asker.personId, pairing, clock.now())
    return { repair: may('repair-session', asker, { pairing }) ? view : timesOnly(view) }
  }
  const isOfTheTwo = async (asker: Asker, session: Session | undefined) =>
    may('repair-session', asker, await theirs(session))
  // Nobody but the two and the assistant learns even that there is such a Session: `not-found` for everybody else.
  return {
    offerRepair: asks(
      'move-session',
      async (_, { id }) => theirs(await store.sessions.get(id)),
      async (asker, { id }) => {
        const act = (await isOfTheTwo(asker, await store.sessions.get(id))) ? askForRepair : askAsAssistant
        return shown(asker, await act(ports, id, asker.personId))
      },
      'not-found',
    ),
    chooseRepair: asks(
      'move-session',
      async (_, { id }) => theirs(await sessionOf(id)),
      async (asker, { id, option }) => {
        const act = (await isOfTheTwo(asker, await sessionOf(id))) ? chooseRepair : chooseAsAssistant
        return shown(asker, await act(ports, id, option, asker.personId))
      },
      'not-found',
    ),
    refuseTimes: asks(
      'repair-session',
      async (_, { id }) => theirs(await sessionOf(id)),
      async (asker, { id, ...refused }) =>
        shown(asker, await refuseTimes(ports, id, refused, asker.personId)),
      'not-found',
    ),
    findAnotherTime: asks(
      'repair-session',
      async (_, { id }) => theirs(await store.sessions.get(id)),
      async (asker, { id }) => shown(asker, await askForAnotherTime(ports, id, asker.personId)),
      'not-found',
    ),
    withdrawRepair: asks(
      'repair-session',
      async (_, { id }) => theirs(await sessionOf(id)),
      async (asker, { id }) => shown(asker, await withdrawRepair(ports, id, asker.personId)),
      'not-found',
    ),
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
  now: Date,
): RepairView {
  const { id, sessionId, attempt, reason, options, chosen, askedBy, chosenBy } = repair
  const time = options[chosen ?? -1]
  return {
    id,
    sessionId,
    attempt,
    reason,
    ...timesOf(repair, now),
    until: iso(repairUntil(session)),
    ...(time ? { time: spanView(time) } : {}),
    ...(askedBy ? { askedBy: whoIs(askedBy, me, pairing) } : {}),
    ...(chosenBy ? { chosenBy: whoIs(chosenBy, me, pairing) } : {}),
  }
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
