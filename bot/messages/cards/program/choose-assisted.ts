import { isRefused } from '../../../domain/refusal.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import {
  assistedRepair,
  chooseAsAssistant,
  refuseAsAssistant,
} from '../../../workflows/scheduling/repair/assisted-repair.ts'
import { cardAct } from '../../card-acts.ts'
import { refusedTimes, repairChoice } from '../input.ts'
import { pairingOfRepair } from '../pairing-of.ts'
import { assistedRepairCard } from './assisted.ts'

async function whoKeepsTime(ports: Ports, _: string, { repairId }: { repairId: string }) {
  const pairing = await pairingOfRepair(ports, repairId)
  const delegate = pairing && (await ports.store.delegates.of(pairing.menteeId))
  return { pairing, delegates: delegate ? [delegate] : [] }
}

/** Refused or not, the card shows how the Session stands now; somebody who is no longer the assistant sees nothing. */
export const chooseAssisted = cardAct({
  verb: 'choose-assisted',
  input: repairChoice,
  asks: 'move-session',
  facts: whoKeepsTime,
  afterClose: (ports, { repairId }) => whereIs.repair(ports, repairId),
  async act(ports, who, { repairId, option }) {
    const before = await assistedRepair(ports, who, repairId)
    if (isRefused(before)) return before
    await chooseAsAssistant(ports, repairId, option, who)
    return assistedRepair(ports, who, repairId)
  },
  draw: assistedRepairCard,
})

/** "None of these", "another day": the next times come on the same card. */
export const refuseAssisted = cardAct({
  verb: 'refuse-assisted',
  input: refusedTimes,
  asks: 'move-session',
  facts: whoKeepsTime,
  afterClose: (ports, { repairId }) => whereIs.repair(ports, repairId),
  async act(ports, who, { repairId, ...refused }) {
    const before = await assistedRepair(ports, who, repairId)
    if (isRefused(before)) return before
    await refuseAsAssistant(ports, repairId, refused, who)
    return assistedRepair(ports, who, repairId)
  },
  draw: assistedRepairCard,
})
