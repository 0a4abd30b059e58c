import { z } from 'zod'
import { isRefused } from '../../../domain/refusal.ts'
import { askForRepair, askForRepairOfNext } from '../../../workflows/scheduling/repair/ask-for-repair.ts'
import { myRepair } from '../../../workflows/scheduling/repair/repair-context.ts'
import { cardAct } from '../../card-acts.ts'
import { id } from '../input.ts'
import { pairingOfSession } from '../pairing-of.ts'

/** A Session, or the next one of a Pairing. The card whose button this was stays: the times come in one of their own, to both. */
export const cannotMakeIt = cardAct({
  verb: 'cannot-make-it',
  input: z.union([z.object({ sessionId: id }), z.object({ pairingId: id })]),
  asks: 'repair-session',
  facts: async (ports, _, which) => ({
    pairing:
      'sessionId' in which
        ? await pairingOfSession(ports, which.sessionId)
        : await ports.store.pairings.get(which.pairingId),
  }),
  async act(ports, who, which) {
    const asked =
      'sessionId' in which
        ? await askForRepair(ports, which.sessionId, who)
        : await askForRepairOfNext(ports, which.pairingId, who)
    return isRefused(asked) ? asked : myRepair(ports, who, asked.id)
  },
  draw: (_, { words }) => words.text('repair-looking'),
})
