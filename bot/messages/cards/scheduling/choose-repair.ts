import type { Refusal } from '../../../domain/refusal.ts'
import { withdrawRepair as withdraw } from '../../../workflows/scheduling/repair/ask-for-repair.ts'
import { chooseRepair as choose } from '../../../workflows/scheduling/repair/book-repair.ts'
import { myRepair } from '../../../workflows/scheduling/repair/repair-context.ts'
import { asItStands, cardAct } from '../../card-acts.ts'
import { repairChoice } from '../input.ts'
import { pairingOfRepair } from '../pairing-of.ts'
import { repairCard } from './repair.ts'

/** The other side was faster, or the week is over. */
const isOverMeanwhile = ({ refused }: Refusal) => refused !== 'time-passed'

export const chooseRepair = cardAct({
  verb: 'choose-repair',
  input: repairChoice,
  asks: 'repair-session',
  facts: async (ports, _, { repairId }) => ({ pairing: await pairingOfRepair(ports, repairId) }),
  async act(ports, who, { repairId, option }) {
    const chosen = await choose(ports, repairId, option, who)
    return asItStands(chosen, () => myRepair(ports, who, repairId), isOverMeanwhile)
  },
  draw: repairCard,
})

export const withdrawRepair = cardAct({
  verb: 'withdraw-repair',
  input: repairChoice.pick({ repairId: true }),
  asks: 'repair-session',
  facts: async (ports, _, { repairId }) => ({ pairing: await pairingOfRepair(ports, repairId) }),
  async act(ports, who, { repairId }) {
    const kept = await withdraw(ports, repairId, who)
    return asItStands(kept, () => myRepair(ports, who, repairId), isOverMeanwhile)
  },
  draw: repairCard,
})
