import type { Notice } from '../../domain/telling/notice.ts'
import type { CardMessage, Reader } from './card.ts'
import { applicationReceivedCard } from './enrolment/application-received.ts'
import { breakSetCard } from './enrolment/break-set.ts'
import { decisionCard, summaryToApproveCard } from './enrolment/decision.ts'
import { invitationCard } from './enrolment/invitation.ts'
import { placeOfferedCard } from './enrolment/place.ts'
import { toReviewCard } from './enrolment/to-review.ts'
import { trainingCard } from './enrolment/training.ts'
import { askCard, askClosedCard, askDoneCard, pairOutcomeCard } from './meeting/ask.ts'
import { checkInCard, checkInOverCard } from './meeting/check-in.ts'
import { ideaCard } from './meeting/idea.ts'
import { concernsCard, nudgeCard, pairHandedCard, stalledPairsCard } from './meeting/nudges.ts'
import { sessionAheadCard } from './meeting/session-ahead.ts'
import { agreementCard } from './pairing/agreement.ts'
import { breakOverCard } from './pairing/break-over.ts'
import { pairingCompletedCard } from './pairing/completed.ts'
import { pairingEndedCard, pairingOffCard } from './pairing/ended.ts'
import { noPartnerCard } from './pairing/no-partner.ts'
import { pairingCard } from './pairing/pairing.ts'
import { partnerPausesCard } from './pairing/partner-pauses.ts'
import { pairAnswerCard, pairRequestCard } from './preferences/requests.ts'
import { assistedRepairCard } from './program/assisted.ts'
import { assistingCard } from './program/assisting.ts'
import { lateStageCard, sponsorDutyCard } from './program/dates.ts'
import { partNewsCard } from './program/part.ts'
import { listTriedCard, seatAskedCard, seatNewsCard } from './program/seat.ts'
import { talkAskedCard } from './program/talk.ts'
import { thanksCard } from './program/thanks.ts'
import { summaryNewsCard } from './publishing/summary-news.ts'
import { repairCard } from './scheduling/repair.ts'
import { speedRoundCard } from './speed/speed.ts'

type Draw<K extends Notice['kind']> = (notice: Extract<Notice, { kind: K }>, reader: Reader) => CardMessage

/** One card for each thing the bot says by itself: forgetting one does not compile. */
const draws: { [K in Notice['kind']]: Draw<K> } = {
  pairing: pairingCard,
  'check-in': ({ state, ...question }, reader) =>
    state ? checkInOverCard({ ...question, state }, reader) : checkInCard(question, reader),
  'assisted-repair': assistedRepairCard,
  assisting: assistingCard,
  'speed-round': speedRoundCard,
  repair: repairCard,
  nudge: nudgeCard,
  concerns: concernsCard,
  'stalled-pairs': stalledPairsCard,
  'pair-request': pairRequestCard,
  'pair-answer': pairAnswerCard,
  'pairing-off': pairingOffCard,
  'pairing-ended': pairingEndedCard,
  agreement: agreementCard,
  ask: (notice, reader) =>
    notice.state === 'answered'
      ? askDoneCard(notice, reader)
      : notice.state === 'closed'
        ? askClosedCard(reader)
        : askCard(notice, reader),
  training: trainingCard,
  idea: ideaCard,
  'pair-outcome': pairOutcomeCard,
  'partner-pauses': partnerPausesCard,
  'pair-handed': pairHandedCard,
  'break-over': breakOverCard,
  'pairing-completed': pairingCompletedCard,
  'no-partner': noPartnerCard,
  'place-offered': placeOfferedCard,
  'break-set': breakSetCard,
  invitation: invitationCard,
  decision: decisionCard,
  'seat-asked': seatAskedCard,
  'seat-news': seatNewsCard,
  'part-news': partNewsCard,
  'list-tried': listTriedCard,
  'session-ahead': sessionAheadCard,
  'to-review': toReviewCard,
  'application-received': applicationReceivedCard,
  'sponsor-duty': sponsorDutyCard,
  'late-stage': lateStageCard,
  'talk-asked': talkAskedCard,
  thanks: thanksCard,
  'summary-to-approve': summaryToApproveCard,
  'summary-news': summaryNewsCard,
}

export function cardForNotice(notice: Notice, reader: Reader): CardMessage {
  // The entry of this very kind, which the compiler cannot see through the union.
  const draw = draws[notice.kind] as (notice: Notice, reader: Reader) => CardMessage
  return draw(notice, reader)
}
