import type { Notice } from '../../domain/telling/notice.ts'
import type { CardMessage, Reader } from './card.ts'
import { decisionCard, summaryToApproveCard } from './enrolment/decision.ts'
import { askCard, pairOutcomeCard } from './meeting/ask.ts'
import { checkInCard } from './meeting/check-in.ts'
import { concernsCard, nudgeCard, stalledPairsCard } from './meeting/nudges.ts'
import { pairingCompletedCard } from './pairing/completed.ts'
import { pairingCard } from './pairing/pairing.ts'
import { pairAnswerCard, pairingEndedCard, pairingOffCard, pairRequestCard } from './preferences/requests.ts'
import { assistedRepairCard } from './program/assisted.ts'
import { listTriedCard, seatAskedCard, seatNewsCard } from './program/seat.ts'
import { repairCard } from './scheduling/repair.ts'
import { speedRoundCard } from './speed/speed.ts'

/** One card for each thing the bot says by itself. */
export function cardForNotice(notice: Notice, reader: Reader): CardMessage {
  switch (notice.kind) {
    case 'pairing':
      return pairingCard(notice, reader)
    case 'check-in':
      return checkInCard(notice, reader)
    case 'assisted-repair':
      return assistedRepairCard(notice, reader)
    case 'speed-round':
      return speedRoundCard(notice, reader)
    case 'repair':
      return repairCard(notice, reader)
    case 'nudge':
      return nudgeCard(notice, reader)
    case 'concerns':
      return concernsCard(notice, reader)
    case 'stalled-pairs':
      return stalledPairsCard(notice, reader)
    case 'pair-request':
      return pairRequestCard(notice, reader)
    case 'pair-answer':
      return pairAnswerCard(notice, reader)
    case 'pairing-off':
      return pairingOffCard(notice, reader)
    case 'pairing-ended':
      return pairingEndedCard(notice, reader)
    case 'ask':
      return askCard(notice, reader)
    case 'pair-outcome':
      return pairOutcomeCard(notice, reader)
    case 'pairing-completed':
      return pairingCompletedCard(notice, reader)
    case 'decision':
      return decisionCard(notice, reader)
    case 'seat-asked':
      return seatAskedCard(notice, reader)
    case 'seat-news':
      return seatNewsCard(notice, reader)
    case 'list-tried':
      return listTriedCard(notice, reader)
    case 'summary-to-approve':
      return summaryToApproveCard(notice, reader)
  }
}
