/** Every route's method and path. No zod here, so that the tab can import it and stay small. `:name` is a path parameter. */
export const routes = {
  me: { method: 'GET', path: '/api/me' },
  myMentoring: { method: 'GET', path: '/api/my-mentoring' },
  enrol: { method: 'POST', path: '/api/enrolments' },
  updateEnrolment: { method: 'PUT', path: '/api/enrolments/:id' },
  pauseEnrolment: { method: 'POST', path: '/api/enrolments/:id/pause' },
  resumeEnrolment: { method: 'POST', path: '/api/enrolments/:id/resume' },
  leaveEnrolment: { method: 'POST', path: '/api/enrolments/:id/leave' },
  blockPerson: { method: 'POST', path: '/api/blocks' },

  people: { method: 'GET', path: '/api/people' },
  decideParticipant: { method: 'POST', path: '/api/participants/:id/decision' },
  organization: { method: 'GET', path: '/api/organization' },
  readOrganization: { method: 'POST', path: '/api/organization/read' },
  chart: { method: 'GET', path: '/api/cohorts/:id/chart' },

  createCohort: { method: 'POST', path: '/api/cohorts' },
  cohort: { method: 'GET', path: '/api/cohorts/:id' },
  updateCohort: { method: 'PUT', path: '/api/cohorts/:id' },
  openStage: { method: 'POST', path: '/api/cohorts/:id/stage' },

  board: { method: 'GET', path: '/api/cohorts/:id/board' },
  propose: { method: 'POST', path: '/api/cohorts/:id/proposals' },
  setWish: { method: 'POST', path: '/api/cohorts/:id/wishes' },
  swapPairings: { method: 'POST', path: '/api/cohorts/:id/swap' },
  explain: { method: 'GET', path: '/api/cohorts/:id/explanation' },
  approvePairings: { method: 'POST', path: '/api/cohorts/:id/approvals' },
  endPairing: { method: 'POST', path: '/api/pairings/:id/end' },

  speedEvents: { method: 'GET', path: '/api/cohorts/:id/speed-events' },
  planSpeedEvent: { method: 'POST', path: '/api/cohorts/:id/speed-events' },
  speedEvent: { method: 'GET', path: '/api/speed-events/:id' },
  replanSpeedEvent: { method: 'PUT', path: '/api/speed-events/:id' },
  publishSpeedEvent: { method: 'POST', path: '/api/speed-events/:id/publish' },
  cancelSpeedEvent: { method: 'POST', path: '/api/speed-events/:id/cancel' },
  mySpeedMeetings: { method: 'GET', path: '/api/my-speed-meetings' },
  rateSpeedMeeting: { method: 'POST', path: '/api/speed-events/:id/ratings' },

  findColleague: { method: 'GET', path: '/api/colleagues' },
  myDelegate: { method: 'GET', path: '/api/my-delegate' },
  nameDelegate: { method: 'PUT', path: '/api/my-delegate' },
  assisted: { method: 'GET', path: '/api/assisted' },

  schedule: { method: 'GET', path: '/api/cohorts/:id/schedule' },
  bookAll: { method: 'POST', path: '/api/cohorts/:id/bookings' },
  retryHold: { method: 'POST', path: '/api/holds/:id/retry' },

  checkIns: { method: 'GET', path: '/api/cohorts/:id/check-ins' },
  answerCheckIn: { method: 'POST', path: '/api/check-ins' },

  metrics: { method: 'GET', path: '/api/cohorts/:id/metrics' },
  summaries: { method: 'GET', path: '/api/cohorts/:id/summaries' },
  draftSummary: { method: 'POST', path: '/api/cohorts/:id/summaries' },
  editSummary: { method: 'PUT', path: '/api/summaries/:id' },
  submitSummary: { method: 'POST', path: '/api/summaries/:id/submit' },
  approveSummary: { method: 'POST', path: '/api/summaries/:id/approve' },
  sendBackSummary: { method: 'POST', path: '/api/summaries/:id/send-back' },
  withdrawSummary: { method: 'POST', path: '/api/summaries/:id/withdraw' },
} as const satisfies Record<string, { method: 'GET' | 'POST' | 'PUT'; path: `/api/${string}` }>

export type RouteName = keyof typeof routes
