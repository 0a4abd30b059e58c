import { type CohortFacts, type Figure, figuresOf } from '../domain/metrics.ts'
import type { CohortId } from '../domain/program.ts'
import type { Ports } from './ports.ts'

export async function loadFacts(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  id: CohortId,
): Promise<CohortFacts> {
  return {
    participants: await store.participants.list(id),
    pairings: await store.pairings.list(id),
    sessions: await store.sessions.list(id),
    checkIns: await store.checkIns.list(id),
    now: clock.now(),
  }
}

export async function loadFigures(ports: Pick<Ports, 'store' | 'clock'>, id: CohortId): Promise<Figure[]> {
  return figuresOf(await loadFacts(ports, id))
}
