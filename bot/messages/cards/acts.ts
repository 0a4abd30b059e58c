/** Every button of our cards that does something. A verb that is not here brings help. */
import type { CardAct } from '../card-acts.ts'
import { answerInvitation } from './enrolment/answer-invitation.ts'
import { answerPlace } from './enrolment/answer-place.ts'
import { pauseUntil } from './enrolment/pause-until.ts'
import { resumeAct } from './enrolment/resume.ts'
import { answerAsk, changeAsk } from './meeting/answer-ask.ts'
import { answerCheckIn, changeCheckIn } from './meeting/answer-check-in.ts'
import { declinePairing } from './pairing/decline-pairing.ts'
import { readAgreement, signAgreement } from './pairing/sign-agreement.ts'
import { answerRequest } from './preferences/answer-request.ts'
import { answerSeat } from './program/answer-seat.ts'
import { chooseAssisted, refuseAssisted } from './program/choose-assisted.ts'
import { stopAssistingAct } from './program/stop-assisting.ts'
import { tickDuty } from './program/tick-duty.ts'
import { cannotMakeIt, findAnotherTime } from './scheduling/cannot-make-it.ts'
import { chooseRepair, refuseTimes, withdrawRepair } from './scheduling/choose-repair.ts'
import { rateSpeed } from './speed/rate-speed.ts'

export const cardActs: readonly CardAct[] = [
  answerCheckIn,
  changeCheckIn,
  answerAsk,
  changeAsk,
  answerRequest,
  answerSeat,
  answerPlace,
  answerInvitation,
  declinePairing,
  readAgreement,
  signAgreement,
  chooseAssisted,
  refuseAssisted,
  stopAssistingAct,
  tickDuty,
  rateSpeed,
  cannotMakeIt,
  findAnotherTime,
  chooseRepair,
  refuseTimes,
  withdrawRepair,
  pauseUntil,
  resumeAct,
]
