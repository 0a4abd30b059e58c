import type { Refusal } from '../../../domain/refusal.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { withdrawRepair as withdraw } from '../../../workflows/scheduling/repair/ask-for-repair.ts'
import { chooseRepair as choose } from '../../../workflows/scheduling/repair/book-repair.ts'
import { refuseTimes as refuse } from '../../../workflows/scheduling/repair/refuse-times.ts'
import { myRepair } from '../../../workflows/scheduling/repair/repair-context.ts'
import { asItStands, cardAct } from '../../card-acts.ts'
import { refusedTimes, repairChoice } from '../input.ts'
import { pairingOfRepair } from '../pairing-of.ts'
import { repairCard } from './repair.ts'

/** The other side was faster, or the week is over. */
const isOverMeanwhile = ({ refused }: Refusal) => refused !== 'time-passed'

export const chooseRepair = cardAct({
  verb: 'choose-repair',
  input: repairChoice,
  asks: 'repair-session',
  afterClose: (ports, { repairId }) => whereIs.repair(ports, repairId),
  facts: async (ports, _, { repairId }) => ({ pairing: await pairingOfRepair(ports, repairId) }),
  async act(ports, who, { repairId, option }) {
    const chosen = await choose(ports, repairId, option, who)
    return asItStands(chosen, () => myRepair(ports, who, repairId), isOverMeanwhile)
  },
  draw: repairCard,
})

/** "None of these", "another day": the next times come on the same card. */
export const refuseTimes = cardAct({
  verb: 'refuse-times',
  input: refusedTimes,
  asks: 'repair-session',
  afterClose: (ports, { repairId }) => whereIs.repair(ports, repairId),
  facts: async (ports, _, { repairId }) => ({ pairing: await pairingOfRepair(ports, repairId) }),
  async act(ports, who, { repairId, ...refused }) {
    const done = await refuse(ports, repairId, refused, who)
    return asItStands(done, () => myRepair(ports, who, repairId), isOverMeanwhile)
  },
  draw: repairCard,
})

export const withdrawRepair = cardAct({
  verb: 'withdraw-repair',
  input: repairChoice.pick({ repairId: true }),
  asks: 'repair-session',
  afterClose: (ports, { repairId }) => whereIs.repair(ports, repairId),
  facts: async (ports, _, { repairId }) => ({ pairing: await pairingOfRepair(ports, repairId) }),
  async act(ports, who, { repairId }) {
    const kept = await withdraw(ports, repairId, who)
    return asItStands(kept, () => myRepair(ports, who, repairId), isOverMeanwhile)
  },
  draw: repairCard,
})
