/** The one contract between tab and API: every route's method, path, input and output. */
import type { z } from 'zod'
import * as enrolment from './enrolment/enrolment.ts'
import * as invitations from './enrolment/invitations.ts'
import * as nominations from './enrolment/nominations.ts'
import * as places from './enrolment/places.ts'
import * as screening from './enrolment/screening.ts'
import * as training from './enrolment/training.ts'
import * as actions from './meeting/actions.ts'
import * as appointment from './meeting/appointment.ts'
import * as asks from './meeting/asks.ts'
import * as certificates from './meeting/certificates.ts'
import * as checkIns from './meeting/check-ins.ts'
import * as ideas from './meeting/ideas.ts'
import * as myMentoring from './meeting/my-mentoring.ts'
import * as notes from './meeting/notes.ts'
import * as me from './organization/me.ts'
import * as organization from './organization/organization.ts'
import * as agreement from './pairing/agreement.ts'
import * as board from './pairing/board.ts'
import * as chart from './pairing/chart.ts'
import * as matching from './pairing/matching.ts'
import * as scenarios from './pairing/scenarios.ts'
import * as choices from './preferences/preferences.ts'
import * as assistants from './program/assistants.ts'
import * as closing from './program/closing.ts'
import * as cohorts from './program/cohorts.ts'
import * as contents from './program/contents.ts'
import * as exclusions from './program/exclusions.ts'
import * as parts from './program/parts.ts'
import * as talks from './program/talks.ts'
import * as publishing from './publishing/publishing.ts'
import * as myData from './records/my-data.ts'
import * as whoSees from './records/who-sees.ts'
import type { RouteName } from './routes.ts'
import * as moveSession from './scheduling/repair.ts'
import * as schedule from './scheduling/schedule.ts'
import * as scheduling from './scheduling/scheduling.ts'
import * as speed from './speed/speed.ts'
import * as concerns from './telling/concerns.ts'
import * as unreached from './telling/unreached.ts'

export { type RouteName, routes } from './routes.ts'
export type { Face, Place, Problem, Role, ScorePartShape } from './shapes.ts'

/** Path parameters, query and body of a route arrive as one object. */
export const schemas = {
  me: me.me,
  myMentoring: myMentoring.myMentoring,
  enrol: enrolment.enrol,
  updateEnrolment: enrolment.updateEnrolment,
  pauseEnrolment: enrolment.pauseEnrolment,
  resumeEnrolment: enrolment.resumeEnrolment,
  leaveEnrolment: enrolment.leaveEnrolment,
  blockPerson: enrolment.blockPerson,
  training: training.training,
  lesson: training.lesson,
  startLesson: training.startLesson,
  answerLesson: training.answerLesson,
  cohortTraining: training.cohortTraining,
  chooseTraining: training.chooseTraining,
  application: screening.application,
  sendApplication: screening.sendApplication,
  applications: screening.applications,
  reviewApplication: screening.reviewApplication,
  exportMyData: myData.exportMyData,
  whatIsKept: myData.whatIsKept,
  eraseMe: myData.eraseMe,
  erasePerson: myData.erasePerson,
  whoSees: whoSees.whoSees,
  people: organization.people,
  openParticipant: enrolment.openParticipant,
  decideParticipant: enrolment.decideParticipant,
  setBreak: enrolment.setBreak,
  invitations: invitations.invitations,
  invite: invitations.invite,
  inviteFromList: invitations.inviteFromList,
  answerInvitation: invitations.answerInvitation,
  nominate: nominations.nominate,
  myNominations: nominations.myNominations,
  takeNominationBack: nominations.takeNominationBack,
  nominations: nominations.nominations,
  setNominationAside: nominations.setNominationAside,
  places: places.places,
  offerPlace: places.offerPlace,
  answerPlace: places.answerPlace,
  organization: organization.organization,
  readOrganization: organization.readOrganization,
  confirmTops: organization.confirmTops,
  withdrawTops: organization.withdrawTops,
  chart: chart.chart,
  unreached: unreached.unreached,
  createCohort: cohorts.createCohort,
  cohort: cohorts.cohort,
  planAhead: cohorts.planAhead,
  nextCohort: cohorts.nextCohort,
  leftOut: cohorts.leftOut,
  updateCohort: cohorts.updateCohort,
  contents: contents.contents,
  content: contents.content,
  writeContent: contents.writeContent,
  handOver: cohorts.handOver,
  takeHandoverBack: cohorts.takeHandoverBack,
  mySeats: cohorts.mySeats,
  answerSeat: cohorts.answerSeat,
  whoRuns: parts.whoRuns,
  askForRole: parts.askForRole,
  takeRoleBack: parts.takeRoleBack,
  leavePart: parts.leavePart,
  lendSeat: parts.lendSeat,
  tickDuty: cohorts.tickDuty,
  openStage: cohorts.openStage,
  beforeClose: closing.beforeClose,
  closeCohort: closing.closeCohort,
  writeThanks: closing.writeThanks,
  askForThanks: closing.askForThanks,
  agreeToThanks: closing.agreeToThanks,
  board: board.board,
  propose: board.propose,
  cancelRun: board.cancelRun,
  setWish: board.setWish,
  pairsFromList: board.pairsFromList,
  swapPairings: board.swapPairings,
  undoSwap: board.undoSwap,
  tellUnplaced: board.tellUnplaced,
  weighSwaps: board.weighSwaps,
  explain: board.explain,
  beforeApproval: board.beforeApproval,
  approvePairings: board.approvePairings,
  undoApproval: board.undoApproval,
  matching: matching.matching,
  saveMatching: matching.saveMatching,
  matchingEffect: matching.matchingEffect,
  scenarios: scenarios.scenarios,
  nameScenario: scenarios.nameScenario,
  publishScenario: scenarios.publishScenario,
  removeScenario: scenarios.removeScenario,
  weighPair: matching.weighPair,
  fairness: matching.fairness,
  exclusions: exclusions.exclusions,
  importExclusions: exclusions.importExclusions,
  removeExclusion: exclusions.removeExclusion,
  removeExclusionList: exclusions.removeExclusionList,
  endPairing: board.endPairing,
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
  schedule: schedule.schedule,
  bookAll: schedule.bookAll,
  retryHold: schedule.retryHold,
  holdTimes: scheduling.holdTimes,
  changeSlot: scheduling.changeSlot,
  pauseBooking: scheduling.pauseBooking,
  schedulingPolicy: scheduling.schedulingPolicy,
  changeScheduling: scheduling.changeScheduling,
  daysOff: scheduling.daysOff,
  moveOffDaysOff: scheduling.moveOffDaysOff,
  offerRepair: moveSession.offerRepair,
  chooseRepair: moveSession.chooseRepair,
  refuseTimes: moveSession.refuseTimes,
  findAnotherTime: moveSession.findAnotherTime,
  withdrawRepair: moveSession.withdrawRepair,
  concerns: concerns.concerns,
  closeConcern: concerns.closeConcern,
  checkIns: checkIns.checkIns,
  noteFollowUp: checkIns.noteFollowUp,
  talk: talks.talk,
  askForTalk: talks.askForTalk,
  takeTalkBack: talks.takeTalkBack,
  talksForMe: talks.talksForMe,
  answerTalk: talks.answerTalk,
  actions: actions.actions,
  addAction: actions.addAction,
  settleAction: actions.settleAction,
  removeAction: actions.removeAction,
  sessionNotes: notes.sessionNotes,
  saveSessionNotes: notes.saveSessionNotes,
  privateNotes: notes.privateNotes,
  savePrivateNote: notes.savePrivateNote,
  removePrivateNotes: notes.removePrivateNotes,
  ideas: ideas.ideas,
  writeIdea: ideas.writeIdea,
  answerIdea: ideas.answerIdea,
  sharedIdeas: ideas.sharedIdeas,
  decideIdea: ideas.decideIdea,
  closeIdea: ideas.closeIdea,
  pairEnd: certificates.pairEnd,
  goOnTogether: certificates.goOnTogether,
  confirmSkills: certificates.confirmSkills,
  takeCertificate: certificates.takeCertificate,
  checkCertificate: certificates.checkCertificate,
  answerCheckIn: myMentoring.answerCheckIn,
  appointment: appointment.appointment,
  agreement: agreement.agreement,
  changeAgreement: agreement.changeAgreement,
  signAgreement: agreement.signAgreement,
  answerAsk: asks.answerAsk,
  metrics: publishing.metrics,
  enterReading: publishing.enterReading,
  summaries: publishing.summaries,
  draftSummary: publishing.draftSummary,
  editSummary: publishing.editSummary,
  submitSummary: publishing.submitSummary,
  deleteSummary: publishing.deleteSummary,
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
