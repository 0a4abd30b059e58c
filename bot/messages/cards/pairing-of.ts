/** The Pairing that a button is about, as the record has it. */
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Ports } from '../../workflows/ports.ts'

export async function pairingOfSession(
  { store }: Ports,
  sessionId: string | undefined,
): Promise<Pairing | undefined> {
  const session = sessionId === undefined ? undefined : await store.sessions.get(sessionId)
  return session && store.pairings.get(session.pairingId)
}

export async function pairingOfRepair(ports: Ports, repairId: string): Promise<Pairing | undefined> {
  return pairingOfSession(ports, (await ports.store.repairs.get(repairId))?.sessionId)
}
