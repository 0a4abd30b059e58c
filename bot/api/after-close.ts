/** Every route that writes: in which Cohort it changes something, which ends with its close, or why it goes on. */
import type { Parsed, RouteName, routes } from '../contract/index.ts'
import type { Ports } from '../workflows/ports.ts'
import { type GoesOn, refuseWhenClosed, type Where, whereIs } from '../workflows/program/after-close.ts'
import type { Handlers } from './handler.ts'

export type Writing = {
  [K in RouteName]: (typeof routes)[K]['method'] extends 'GET' ? never : K
}[RouteName]

type Finds<I> = (ports: Pick<Ports, 'store'>, input: I) => Promise<Where | undefined>
type Rules = { [K in Writing]: GoesOn | Finds<Parsed<K>> }

type ById = Finds<{ id: string }>
const cohort: ById = (ports, { id }) => whereIs.cohort(ports, id)
const pairing: ById = (ports, { id }) => whereIs.pairing(ports, id)
const session: ById = (ports, { id }) => whereIs.session(ports, id)
const repair: ById = (ports, { id }) => whereIs.repair(ports, id)
const hold: ById = (ports, { id }) => whereIs.hold(ports, id)
const action: ById = (ports, { id }) => whereIs.action(ports, id)
const participant: ById = (ports, { id }) => whereIs.participant(ports, id)
const request: ById = (ports, { id }) => whereIs.request(ports, id)
const scenario: ById = (ports, { id }) => whereIs.scenario(ports, id)
const speedEvent: ById = (ports, { id }) => whereIs.speedEvent(ports, id)

export const afterClose: Rules = {
  enrol: (ports, { cohortId }) => whereIs.cohort(ports, cohortId),
  updateEnrolment: participant,
  pauseEnrolment: participant,
  resumeEnrolment: participant,
  leaveEnrolment: participant,
  blockPerson: 'no-cohort',
  startLesson: 'no-cohort',
  answerLesson: 'no-cohort',
  sendApplication: cohort,
  reviewApplication: participant,
  chooseTraining: 'the-program',
  eraseMe: 'own-data',
  erasePerson: 'own-data',
  invite: cohort,
  inviteFromList: cohort,
  answerInvitation: (ports, { invitationId }) => whereIs.invitation(ports, invitationId),
  offerPlace: (ports, { participantId }) => whereIs.participant(ports, participantId),
  answerPlace: (ports, { offerId }) => whereIs.offer(ports, offerId),
  nominate: cohort,
  takeNominationBack: 'own-data',
  setNominationAside: cohort,
  decideParticipant: participant,
  setBreak: participant,
  confirmTops: 'no-cohort',
  withdrawTops: 'no-cohort',
  readOrganization: 'no-cohort',
  createCohort: 'the-program',
  updateCohort: cohort,
  nextCohort: 'the-program',
  writeContent: 'the-program',
  handOver: 'the-program',
  takeHandoverBack: 'the-program',
  answerSeat: 'the-program',
  askForRole: 'the-program',
  takeRoleBack: 'the-program',
  leavePart: 'the-program',
  lendSeat: 'the-program',
  tickDuty: cohort,
  openStage: cohort,
  /** Whoever comes second learns how it was closed. */
  closeCohort: 'only-reads',
  writeThanks: cohort,
  askForThanks: cohort,
  agreeToThanks: cohort,
  propose: cohort,
  cancelRun: (ports, { id }) => whereIs.run(ports, id),
  setWish: cohort,
  pairsFromList: cohort,
  swapPairings: cohort,
  tellUnplaced: cohort,
  undoSwap: cohort,
  beforeApproval: 'only-reads',
  undoApproval: cohort,
  approvePairings: cohort,
  saveMatching: cohort,
  matchingEffect: 'only-reads',
  nameScenario: cohort,
  publishScenario: scenario,
  removeScenario: scenario,
  importExclusions: 'the-program',
  removeExclusion: 'the-program',
  removeExclusionList: 'the-program',
  endPairing: pairing,
  declinePairing: pairing,
  changeWays: cohort,
  saveRanking: cohort,
  askToPair: cohort,
  withdrawRequest: request,
  answerRequest: request,
  planSpeedEvent: cohort,
  replanSpeedEvent: speedEvent,
  publishSpeedEvent: speedEvent,
  cancelSpeedEvent: 'calling-off',
  rateSpeedMeeting: speedEvent,
  nameDelegate: 'no-cohort',
  bookAll: cohort,
  retryHold: hold,
  changeSlot: hold,
  pauseBooking: cohort,
  changeScheduling: cohort,
  moveOffDaysOff: cohort,
  offerRepair: session,
  chooseRepair: repair,
  refuseTimes: repair,
  findAnotherTime: session,
  withdrawRepair: repair,
  closeConcern: (ports, { key }) => whereIs.concern(ports, key),
  noteFollowUp: (ports, { pairingId }) => whereIs.pairing(ports, pairingId),
  changeAgreement: pairing,
  signAgreement: pairing,
  answerAsk: (ports, { key }) => whereIs.ask(ports, key),
  askForTalk: 'someone-to-talk-to',
  takeTalkBack: 'someone-to-talk-to',
  answerTalk: 'someone-to-talk-to',
  addAction: pairing,
  settleAction: action,
  removeAction: action,
  saveSessionNotes: session,
  savePrivateNote: session,
  removePrivateNotes: 'own-data',
  writeIdea: pairing,
  /** An idea outlives those who had it: either takes it back, and what became of it is told. */
  answerIdea: 'ideas',
  decideIdea: 'ideas',
  closeIdea: 'ideas',
  goOnTogether: pairing,
  confirmSkills: 'certificates',
  takeCertificate: 'certificates',
  /** Of the last times they met; a certificate counts on it. */
  answerCheckIn: 'last-words',
  enterReading: 'publishing',
  draftSummary: 'publishing',
  editSummary: 'publishing',
  submitSummary: 'publishing',
  deleteSummary: 'publishing',
  takeSummaryBack: 'publishing',
  approveSummary: 'publishing',
  sendBackSummary: 'publishing',
  postSummaryAgain: 'publishing',
  settlePost: 'publishing',
  withdrawSummary: 'publishing',
}

/** Each handler behind the question whether its Cohort has closed, once somebody may. */
export function untilClosed(ports: Pick<Ports, 'store'>, handlers: Handlers): Handlers {
  const gated: Record<string, unknown> = { ...handlers }
  for (const [name, rule] of Object.entries(afterClose)) {
    if (typeof rule === 'string') continue
    const find = rule as Finds<unknown>
    const handle = handlers[name as Writing] as (
      ...given: [unknown, unknown, () => Promise<unknown>]
    ) => Promise<unknown>
    const { asks } = handlers[name as Writing]
    const gate = (asker: unknown, input: unknown) =>
      handle(asker, input, async () => refuseWhenClosed(ports, await find(ports, input)))
    gated[name] = Object.assign(gate, { asks })
  }
  return gated as Handlers
}
