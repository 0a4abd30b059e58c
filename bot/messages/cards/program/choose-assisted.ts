import { isRefused } from '../../../domain/refusal.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { assistedRepair, chooseAsAssistant } from '../../../workflows/scheduling/repair/assisted-repair.ts'
import { cardAct } from '../../card-acts.ts'
import { repairChoice } from '../input.ts'
import { pairingOfRepair } from '../pairing-of.ts'
import { assistedRepairCard } from './assisted.ts'

/** Refused or not, the card shows how the Session stands now; somebody who is no longer the assistant sees nothing. */
export const chooseAssisted = cardAct({
  verb: 'choose-assisted',
  input: repairChoice,
  asks: 'move-session',
  afterClose: (ports, { repairId }) => whereIs.repair(ports, repairId),
  async facts(ports, _, { repairId }) {
    const pairing = await pairingOfRepair(ports, repairId)
    const delegate = pairing && (await ports.store.delegates.of(pairing.menteeId))
    return { pairing, delegates: delegate ? [delegate] : [] }
  },
  async act(ports, who, { repairId, option }) {
    const before = await assistedRepair(ports, who, repairId)
    if (isRefused(before)) return before
    await chooseAsAssistant(ports, repairId, option, who)
    return assistedRepair(ports, who, repairId)
  },
  draw: assistedRepairCard,
})
