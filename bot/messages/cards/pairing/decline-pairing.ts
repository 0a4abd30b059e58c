import { z } from 'zod'
import { declinePairing as decline } from '../../../workflows/pairing/decline-pairing.ts'
import { pairingOff } from '../../../workflows/pairing/pairing-off.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { asItStands, cardAct } from '../../card-acts.ts'
import { id } from '../input.ts'
import { pairingOffCard } from './ended.ts'

/** Once in a Cohort, until the first Session. */
export const declinePairing = cardAct({
  verb: 'decline-pairing',
  input: z.object({ pairingId: id }),
  asks: 'decline-pairing',
  afterClose: (ports, { pairingId }) => whereIs.pairing(ports, pairingId),
  facts: async ({ store }, _, { pairingId }) => ({ pairing: await store.pairings.get(pairingId) }),
  async act(ports, who, { pairingId }) {
    const declined = await decline(ports, pairingId, who)
    return asItStands(declined, () => pairingOff(ports, who, pairingId))
  },
  draw: pairingOffCard,
})
