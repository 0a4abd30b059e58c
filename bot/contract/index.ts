/** The one contract between tab and API: every route's method, path, input and output. */
import type { z } from 'zod'
import * as assistants from './assistants.ts'
import * as choices from './choices.ts'
import * as cohorts from './cohorts.ts'
import * as keeping from './keeping.ts'
import * as matching from './matching.ts'
import * as mentoring from './mentoring.ts'
import * as organization from './organization.ts'
import * as publishing from './publishing.ts'
import type { RouteName } from './routes.ts'
import * as scheduling from './scheduling.ts'
import * as speed from './speed.ts'

export { type RouteName, routes } from './routes.ts'
export type { Face, Place, Problem, Role, ScorePartShape } from './shapes.ts'

/** Path parameters, query and body of a route arrive as one object. */
export const schemas = {
  me: mentoring.me,
  myMentoring: mentoring.myMentoring,
  enrol: mentoring.enrol,
  updateEnrolment: mentoring.updateEnrolment,
  pauseEnrolment: mentoring.pauseEnrolment,
  resumeEnrolment: mentoring.resumeEnrolment,
  leaveEnrolment: mentoring.leaveEnrolment,
  blockPerson: mentoring.blockPerson,
  people: organization.people,
  decideParticipant: organization.decideParticipant,
  organization: organization.organization,
  readOrganization: organization.readOrganization,
  confirmTops: organization.confirmTops,
  withdrawTops: organization.withdrawTops,
  chart: organization.chart,
  unreached: organization.unreached,
  createCohort: cohorts.createCohort,
  cohort: cohorts.cohort,
  updateCohort: cohorts.updateCohort,
  handOver: cohorts.handOver,
  takeHandoverBack: cohorts.takeHandoverBack,
  mySeats: cohorts.mySeats,
  answerSeat: cohorts.answerSeat,
  openStage: cohorts.openStage,
  board: cohorts.board,
  propose: cohorts.propose,
  cancelRun: cohorts.cancelRun,
  setWish: cohorts.setWish,
  swapPairings: cohorts.swapPairings,
  explain: cohorts.explain,
  approvePairings: cohorts.approvePairings,
  matching: matching.matching,
  saveMatching: matching.saveMatching,
  matchingEffect: matching.matchingEffect,
  scenarios: matching.scenarios,
  nameScenario: matching.nameScenario,
  publishScenario: matching.publishScenario,
  removeScenario: matching.removeScenario,
  weighPair: matching.weighPair,
  fairness: matching.fairness,
  exclusions: matching.exclusions,
  importExclusions: matching.importExclusions,
  removeExclusion: matching.removeExclusion,
  removeExclusionList: matching.removeExclusionList,
  endPairing: mentoring.endPairing,
  declinePairing: choices.declinePairing,
  ways: choices.waysOf,
  changeWays: choices.changeWays,
  myChoices: choices.myChoices,
  partners: choices.partners,
  saveRanking: choices.saveRanking,
  askToPair: choices.askToPair,
  withdrawRequest: choices.withdrawRequest,
  answerRequest: choices.answerRequest,
  speedEvents: speed.speedEvents,
  speedEvent: speed.speedEvent,
  planSpeedEvent: speed.planSpeedEvent,
  replanSpeedEvent: speed.replanSpeedEvent,
  publishSpeedEvent: speed.publishSpeedEvent,
  cancelSpeedEvent: speed.cancelSpeedEvent,
  mySpeedMeetings: speed.mySpeedMeetings,
  rateSpeedMeeting: speed.rateSpeedMeeting,
  findColleague: assistants.findColleague,
  myDelegate: assistants.myDelegate,
  nameDelegate: assistants.nameDelegate,
  assisted: assistants.assisted,
  schedule: cohorts.schedule,
  bookAll: cohorts.bookAll,
  retryHold: cohorts.retryHold,
  holdTimes: scheduling.holdTimes,
  changeSlot: scheduling.changeSlot,
  pauseBooking: scheduling.pauseBooking,
  schedulingPolicy: scheduling.schedulingPolicy,
  changeScheduling: scheduling.changeScheduling,
  offerRepair: keeping.offerRepair,
  chooseRepair: keeping.chooseRepair,
  withdrawRepair: keeping.withdrawRepair,
  concerns: keeping.concerns,
  closeConcern: keeping.closeConcern,
  checkIns: cohorts.checkIns,
  answerCheckIn: mentoring.answerCheckIn,
  metrics: publishing.metrics,
  summaries: publishing.summaries,
  draftSummary: publishing.draftSummary,
  editSummary: publishing.editSummary,
  submitSummary: publishing.submitSummary,
  takeSummaryBack: publishing.takeSummaryBack,
  approveSummary: publishing.approveSummary,
  sendBackSummary: publishing.sendBackSummary,
  postSummaryAgain: publishing.postSummaryAgain,
  settlePost: publishing.settlePost,
  withdrawSummary: publishing.withdrawSummary,
} as const satisfies Record<RouteName, { input: z.ZodType; output: z.ZodType }>

type Schemas = typeof schemas
/** What a caller sends. */
export type In<K extends RouteName> = z.input<Schemas[K]['input']>
/** What the server works with: defaults filled in. */
export type Parsed<K extends RouteName> = z.output<Schemas[K]['input']>
export type Out<K extends RouteName> = z.output<Schemas[K]['output']>
