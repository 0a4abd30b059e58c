/** Which Pairing and which Session come first. Pure. */
import type { Out } from '../../../../bot/contract/index.ts'

export type MyPairing = Out<'myMentoring'>['pairings'][number]
export type MySession = MyPairing['sessions'][number]

/** Starting soonest; without any Session ahead, the first that is not ended. */
export function leadPairing(pairings: readonly MyPairing[]): MyPairing | undefined {
  const running = pairings.filter(({ state }) => state !== 'ended')
  const next = (pairing: MyPairing) => nextSession(pairing)?.startsAt ?? '9999'
  return running.toSorted((a, b) => next(a).localeCompare(next(b)))[0]
}

export function nextSession({ sessions, nextSessionId }: MyPairing): MySession | undefined {
  return sessions.find(({ id }) => id === nextSessionId)
}

/** The Session that is on now or comes next; none once the last is over. */
export function sessionInPlay(pairing: MyPairing, now: Date): MySession | undefined {
  const next = nextSession(pairing)
  return next && new Date(next.endsAt) > now ? next : undefined
}
