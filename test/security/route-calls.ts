/**
 * What an Organizer, or anybody else with a part to play, asks of every route: with the people a private wish is about, with
 * others, and with everything that exists by then. A route that is not here does not compile, and a test counts them too.
 */

import type { In, RouteName } from '../../bot/contract/index.ts'
import { usualTerms } from '../../bot/domain/pairing/agreement.ts'
import { aBox } from '../support/a-box.ts'
import { aPlan } from '../support/product.ts'
import type { World } from '../support/same-worlds.ts'
import { versionsOf } from '../support/versions.ts'

export interface Wanted {
  /** Who said something in private. */
  speaker: string
  /** About whom. */
  about: string
  /** Others on either side. */
  mentors: string[]
  mentees: string[]
}

type Calls = { [K in RouteName]: (world: World, who: Wanted) => Promise<In<K>[]> | In<K>[] }

/** Weights with which one part decides everything; a part that may not be weighed is refused, in every world alike. */
const alone = (part: string) =>
  ({ weights: { ...Object.fromEntries(parts.map((one) => [one, 0])), base: 1, [part]: 1000 } }) as object
const parts = [
  ...['topic', 'goals', 'interests', 'different-unit', 'different-site', 'language'],
  ...['hours', 'seniority-gap', 'style', 'waiting'],
]

const pairsAround = ({ speaker, about, mentors, mentees }: Wanted) => [
  { mentor: speaker, mentee: about },
  ...mentees.slice(0, 4).map((mentee) => ({ mentor: speaker, mentee })),
  ...mentors.slice(0, 2).map((mentor) => ({ mentor, mentee: about })),
]
const plan = (world: World) => aPlan(world.product.company.personas.sponsor)
const soon = (world: World, days: number) =>
  new Date(world.product.ports.clock.now().getTime() + days * 86_400_000).toISOString()
const meeting = (world: World) => ({
  ...{ name: 'Second meeting', startsAt: soon(world, 3), rounds: 3, roundMinutes: 7 },
})
const store = (world: World) => world.product.ports.store
const pairings = async (world: World, ...states: ('proposed' | 'approved' | 'active')[]) =>
  store(world).pairings.list(world.cohortId, states)
const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => ({ id }))
const actionsIn = async (world: World) => {
  const [pairing] = await pairings(world, 'approved', 'active')
  return pairing ? ids(store(world).actions.ofPairing(pairing.id)) : []
}
const sessionsIn = async (world: World) => {
  const [pairing] = await pairings(world, 'approved', 'active')
  return pairing ? (await ids(store(world).sessions.ofPairing(pairing.id))).slice(0, 1) : []
}
const ideasIn = async (world: World) => {
  const [pairing] = await pairings(world, 'approved', 'active')
  return pairing ? ids(store(world).ideas.ofPairing(pairing.id)) : []
}
const appointmentsIn = async (world: World) =>
  (await store(world).holds.list(world.cohortId))
    .slice(0, 2)
    .flatMap((hold) => (hold.state === 'booked' ? [{ item: hold.booking.eventId }] : []))
const handovers = async (world: World) => {
  const cohort = await store(world).cohorts.get(world.cohortId)
  const { latest } = store(world).handovers
  const asked = [await latest(cohort!.programId, 'organizer'), await latest(cohort!.programId, 'sponsor')]
  return asked.flatMap((one) => one ?? [])
}
const drafts = async (world: World) =>
  (await store(world).speed.list(world.cohortId)).filter(({ state }) => state === 'drafted')
const enrolment = {
  ...{ side: 'mentee' as const, topics: [{ topic: 'ai-tools', level: 2 as const }], languages: ['en'] },
  ...{ interests: [], capacity: 1, timeZone: 'Europe/London', goal: 'Speak up', goalStart: 2 },
  workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
  acceptedGroundRules: 1,
}

export const calls: Calls = {
  me: () => [{}],
  exportMyData: () => [{}],
  whatIsKept: () => [{}],
  /** Whoever reads here would be gone: test/workflows/enrolment/erase-person.test.ts. */
  eraseMe: () => [],
  erasePerson: (_world, { about }) => [{ id: about }],
  whoSees: () => [{}],
  myMentoring: ({ cohortId }) => [{}, { cohort: cohortId }],
  appointment: async (world) => [{ item: 'AAMkNothing' }, ...(await appointmentsIn(world))],
  people: ({ cohortId }) => [{}, { cohort: cohortId }],
  organization: () => [{}],
  chart: ({ cohortId: id }) => [{ id }],
  unreached: ({ cohortId: id }) => [{ id }],
  cohort: ({ cohortId: id }) => [{ id }],
  contents: ({ cohortId: id }) => [{ id }],
  content: ({ cohortId: id }) => [{ id, kind: 'agreement', key: 'standing' }],
  board: ({ cohortId: id }) => [{ id }],
  explain: ({ cohortId: id }, who) => pairsAround(who).map((pair) => ({ id, ...pair })),
  weighPair: ({ cohortId: id }, who) => pairsAround(who).map((pair) => ({ id, ...pair })),
  matching: ({ cohortId: id }) => [{ id }],
  matchingEffect: ({ cohortId: id }) => [
    { id },
    { id, objective: 'fairest' },
    ...['preference', 'topic'].map((part) => ({ id, ...alone(part) })),
  ],
  scenarios: ({ cohortId: id }) => [{ id }],
  fairness: ({ cohortId: id }) => [{ id }],
  exclusions: ({ cohortId: id }) => [{ id }],
  ways: ({ cohortId: id }) => [{ id }],
  myChoices: ({ cohortId: id }) => [{ id }],
  partners: ({ cohortId: id }) => [{ id }, { id, text: 'a' }],
  speedEvents: ({ cohortId: id }) => [{ id }],
  speedEvent: async (world) => ids(store(world).speed.list(world.cohortId)),
  mySpeedMeetings: () => [{}],
  findColleague: () => [{ text: 'ana' }],
  myDelegate: () => [{}],
  assisted: () => [{}],
  schedule: ({ cohortId: id }) => [{ id }],
  holdTimes: async (world) => ids(store(world).holds.list(world.cohortId)),
  schedulingPolicy: ({ cohortId: id }) => [{ id }],
  daysOff: ({ cohortId: id }) => [{ id }],
  moveOffDaysOff: ({ cohortId: id }) => [{ id }],
  concerns: ({ cohortId: id }) => [{ id }, { id, closed: 'true' }],
  checkIns: ({ cohortId: id }) => [{ id }],
  metrics: ({ cohortId: id }) => [{ id }],
  enterReading: ({ cohortId: id }) => [
    { id, moment: 'middle', value: 31 },
    { id, moment: 'end', value: 60 },
  ],
  summaries: ({ cohortId: id }) => [{ id }],

  blockPerson: (_world, { mentors }) => [{ personId: mentors.at(-1)! }],
  saveRanking: ({ cohortId: id }, { mentors }) => [
    { id, personIds: mentors.slice(0, 2) },
    { id, personIds: [] },
  ],
  askToPair: ({ cohortId: id }, { speaker }) => [{ id, personId: speaker }],
  withdrawRequest: async (world, { about }) => ids(store(world).requests.ofPerson(world.cohortId, about)),
  answerRequest: async (world, { about }) =>
    (await store(world).requests.ofPerson(world.cohortId, about)).map(({ id }) => ({ id, answer: 'accept' })),
  rateSpeedMeeting: async (world, { speaker }) =>
    (await store(world).speed.list(world.cohortId)).map(({ id }) => ({ id, personId: speaker, rating: 4 })),
  setWish: ({ cohortId: id }, { speaker, about, mentors }) => [
    { id, mentorId: speaker, menteeId: about, kind: 'pin' },
    { id, mentorId: speaker, menteeId: about, kind: 'clear' },
    { id, mentorId: speaker, menteeId: about, kind: 'forbid' },
    { id, mentorId: speaker, menteeId: about, kind: 'clear' },
    { id, mentorId: mentors[0]!, menteeId: about, kind: 'pin' },
    { id, mentorId: mentors[0]!, menteeId: about, kind: 'clear' },
  ],
  saveMatching: async (world) => {
    const { cohortId: id } = world
    const { matching: version } = await versionsOf(world.product.ports, id)
    return [
      { id, version, ...alone('preference') },
      { id, version, ...alone('rating') },
      { id, version, weights: { topic: 60 } },
      { id, version },
    ]
  },
  nameScenario: ({ cohortId: id }) => [
    { id, name: 'As now' },
    { id, name: 'Topics', ...alone('topic') },
    { id, name: 'Lists', ...alone('preference') },
  ],
  removeScenario: async (world) =>
    (await store(world).scenarios.list(world.cohortId)).flatMap(({ id, name }) =>
      name === 'Topics' ? [{ id }] : [],
    ),
  publishScenario: async (world) =>
    (await store(world).scenarios.list(world.cohortId)).flatMap(({ id, name }) =>
      name === 'As now' ? [{ id }] : [],
    ),
  changeWays: async ({ cohortId: id, product }) => {
    const { ways: version } = await versionsOf(product.ports, id)
    return [{ id, version, ranking: true, requests: true, requestDays: 5 }]
  },
  planSpeedEvent: (world) => [{ id: world.cohortId, ...meeting(world) }],
  replanSpeedEvent: async (world) =>
    (await drafts(world)).map(({ id }) => ({ id, ...meeting(world), rounds: 2 })),
  publishSpeedEvent: async (world) => (await drafts(world)).map(({ id }) => ({ id })),
  cancelSpeedEvent: async (world) => ids(store(world).speed.list(world.cohortId)),
  importExclusions: ({ cohortId: id, product: { company } }, { mentors, mentees }) => {
    const [person, other] = [mentors[5]!, mentees[3]!].map((one) => company.byId.get(one)!.mail)
    const csv = `kind,person,other\npanel,${person},${other}`
    return [{ id, source: 'panel.csv', file: Buffer.from(csv).toString('base64') }]
  },
  removeExclusion: ({ cohortId: id }, { mentors, mentees }) => [
    { id, kind: 'panel', personId: mentors[5]!, otherId: mentees[3]!, source: 'panel.csv' },
  ],
  swapPairings: async (world, { speaker, about }) => {
    const all = await pairings(world, 'proposed')
    const others = all.filter((one) => one.mentorId !== speaker && one.menteeId !== about)
    return others.slice(1, 4).map(({ id }) => ({ id: world.cohortId, first: others[0]!.id, second: id }))
  },
  tellUnplaced: ({ cohortId: id }) => [{ id }],
  places: ({ cohortId: id }) => [{ id }],
  leftOut: ({ cohortId: id }) => [{ id }],
  planAhead: () => [{ startsOn: '2031-01-06', sessions: 6, cadenceWeeks: 4 }],
  offerPlace: async (world) =>
    (await ids(store(world).participants.list(world.cohortId)))
      .slice(0, 3)
      .map(({ id: participantId }) => ({ participantId })),
  answerPlace: async (world) =>
    (await ids(store(world).placeOffers.list(world.cohortId))).map(({ id: offerId }) => ({
      ...{ offerId, answer: 'take' },
    })),
  invitations: ({ cohortId: id }) => [{ id }],
  invite: ({ cohortId: id }, { speaker, about }) => [
    {
      id,
      people: [
        { personId: speaker, side: 'mentor' },
        { personId: about, side: 'mentee' },
      ],
    },
  ],
  inviteFromList: ({ cohortId: id }, { speaker, about }) =>
    [false, true].map((apply) => ({
      ...{ id, apply },
      file: Buffer.from(`person,side\n${speaker},mentor\n${about},mentee`).toString('base64'),
    })),
  answerInvitation: async (world, { about }) =>
    (await ids(store(world).invitations.ofPerson(about))).map(({ id: invitationId }) => ({
      ...{ invitationId, answer: 'not-now' },
    })),
  pairsFromList: ({ cohortId: id }, { speaker, about }) =>
    [false, true].map((apply) => ({
      ...{ id, apply },
      file: Buffer.from(`mentor,mentee\n${speaker},${about}\n${about},${speaker}`).toString('base64'),
    })),
  nominate: ({ cohortId: id }, { about }) => [
    { id, personId: about, side: 'mentor', line: 'Knows it well', isNamed: true },
  ],
  myNominations: ({ cohortId: id }) => [{ id }],
  takeNominationBack: async (world, { about }) =>
    (await ids(store(world).nominations.of(world.cohortId, about))).map(({ id: nominationId }) => ({
      nominationId,
    })),
  nominations: ({ cohortId: id }) => [{ id }],
  setNominationAside: ({ cohortId: id }, { about }) => [{ id, personId: about }],
  undoSwap: ({ cohortId: id }) => [{ id, change: 1 }],
  weighSwaps: async (world) =>
    (await pairings(world, 'proposed')).slice(0, 1).map(({ id }) => ({ id: world.cohortId, pairing: id })),
  approvePairings: async (world) => {
    const all = await pairings(world, 'proposed')
    return [
      { id: world.cohortId, pairingIds: all.slice(0, 3).map(({ id }) => id) },
      { id: world.cohortId, pairingIds: all.slice(0, 1).map(({ id }) => id) },
    ]
  },
  beforeApproval: ({ cohortId: id }) => [{ id, pairingIds: 'all' as const }],
  undoApproval: async (world) => {
    const approval = (await store(world).runs.latestDone(world.cohortId))?.outcome?.approval
    return approval ? [{ id: world.cohortId, approvalId: approval.id }] : []
  },
  /** As the run before: what moves pairs is not what this is about. */
  propose: ({ cohortId: id }) => [{ id, seed: 1, objective: 'best-total' }],
  cancelRun: async (world) => {
    const run = await store(world).runs.latest(world.cohortId)
    return run ? [{ id: run.id }] : []
  },
  bookAll: ({ cohortId: id }) => [{ id }],
  retryHold: async (world) => ids(store(world).holds.list(world.cohortId)),
  changeSlot: async (world) =>
    (await store(world).holds.list(world.cohortId))
      .slice(0, 1)
      .map(({ id }) => ({ id, firstDate: soon(world, 20).slice(0, 10), time: '10:00' })),
  pauseBooking: ({ cohortId: id }) => [
    { id, paused: true },
    { id, paused: false },
  ],
  changeScheduling: async ({ cohortId: id, product }) => [
    {
      id,
      version: (await versionsOf(product.ports, id)).scheduling,
      policy: {
        ...{ organizer: 'mentor', sensitivity: 'normal', tentativeIs: 'busy', noMeetingDays: [] },
        ...{ holidays: [], noticeDays: 2, ladder: { pair: 1, organizer: 2 } },
      },
    },
  ],
  offerRepair: async (world) =>
    (await store(world).sessions.list(world.cohortId)).slice(0, 1).map(({ id }) => ({ id })),
  chooseRepair: async (world) =>
    (await store(world).repairs.list(world.cohortId)).map(({ id }) => ({ id, option: 0 })),
  refuseTimes: async (world) =>
    (await store(world).repairs.list(world.cohortId)).map(({ id }) => ({ id, what: 'times', seen: [0] })),
  findAnotherTime: async (world) =>
    (await store(world).sessions.list(world.cohortId)).slice(0, 1).map(({ id }) => ({ id })),
  withdrawRepair: async (world) => ids(store(world).repairs.list(world.cohortId)),
  closeConcern: async (world) =>
    (await store(world).concerns.list(world.cohortId)).map(({ key }) => ({ key })),
  noteFollowUp: async (world) =>
    (await ids(pairings(world, 'approved', 'active')))
      .slice(0, 1)
      .map(({ id: pairingId }) => ({ pairingId, note: 'Called both.' })),
  answerCheckIn: async (world) =>
    (await store(world).sessions.list(world.cohortId))
      .slice(0, 1)
      .map(({ id: sessionId }) => ({ sessionId, held: true, worth: 4, obstacle: 'nothing' })),
  training: () => [{ language: 'en' }, { language: 'ar', find: 'صمت' }],
  lesson: () => [{ id: 'listening', language: 'en' }],
  cohortTraining: ({ cohortId: id }) => [{ id }],
  startLesson: () => [{ id: 'patience' }],
  answerLesson: () => [{ id: 'patience', language: 'en', version: 1, answer: 'b' as const }],
  chooseTraining: ({ cohortId: id }) => [{ id, isFirst: false }],
  application: ({ cohortId: id }) => [{ id }],
  sendApplication: ({ cohortId: id }) => [
    { id, answers: { motive: 'To learn', dismissed: 'I ask why', report: 'I don’t', cancels: 'I call' } },
  ],
  applications: ({ cohortId: id }) => [{ id }],
  reviewApplication: async (world, { mentors }) => {
    const one = await store(world).participants.of(world.cohortId, mentors[7]!)
    const scores = { patience: 2, subject: 3, motive: 4, courage: 1, discretion: 3 }
    return one ? [{ id: one.id, verdict: 'unsure', note: 'Asks well', scores }] : []
  },
  talk: ({ cohortId: id }) => [{ id }],
  askForTalk: ({ cohortId: id }, { about }) => [{ id, contactId: about }],
  takeTalkBack: () => [{ id: 'none' }],
  talksForMe: () => [{}],
  answerTalk: () => [{ id: 'none' }],
  sessionNotes: async (world) => sessionsIn(world),
  saveSessionNotes: async (world) =>
    (await sessionsIn(world)).map(({ id }) => ({ id, text: 'Next: the dashboard', seen: 0 })),
  privateNotes: async (world) => (await ids(pairings(world, 'approved', 'active'))).slice(0, 1),
  savePrivateNote: async (world) => (await sessionsIn(world)).map(({ id }) => ({ id, box: aBox, seen: 0 })),
  removePrivateNotes: async (world) => (await ids(pairings(world, 'approved', 'active'))).slice(0, 1),
  ideas: async (world) => (await ids(pairings(world, 'approved', 'active'))).slice(0, 1),
  writeIdea: async (world) =>
    (await ids(pairings(world, 'approved', 'active')))
      .slice(0, 1)
      .map(({ id }) => ({ id, title: 'Ask first', what: 'Ask the newest first', withNames: true })),
  answerIdea: async (world) =>
    (await ideasIn(world)).flatMap(({ id }) => [
      { id, share: true, withNames: true },
      { id, share: false, withNames: false },
    ]),
  sharedIdeas: ({ cohortId: id }) => [{ id }],
  decideIdea: async (world) =>
    (await ideasIn(world)).map(({ id }) => ({ id, decision: 'later' as const, reason: 'After the summer' })),
  closeIdea: async (world) => (await ideasIn(world)).map(({ id }) => ({ id, outcome: 'It works' })),
  actions: async (world) => (await ids(pairings(world, 'approved', 'active'))).slice(0, 1),
  addAction: async (world) =>
    (await ids(pairings(world, 'approved', 'active')))
      .slice(0, 1)
      .map(({ id }) => ({ id, text: 'Read it', whose: 'partner' as const })),
  settleAction: async (world) => (await actionsIn(world)).map(({ id }) => ({ id, isDone: true })),
  removeAction: async (world) => actionsIn(world),
  pairEnd: async (world) => (await ids(pairings(world, 'approved', 'active'))).slice(0, 1),
  goOnTogether: async (world) =>
    (await ids(pairings(world, 'approved', 'active'))).slice(0, 1).map(({ id }) => ({ id, months: 2 })),
  confirmSkills: async (world) =>
    (await ids(pairings(world, 'approved', 'active'))).map(({ id }) => ({ id, skills: ['ai-tools'] })),
  takeCertificate: async (world) => ids(pairings(world, 'approved', 'active')),
  checkCertificate: () => [{ code: '0123-4567-89AB-CDEF-0123' }],
  agreement: async (world) => (await ids(pairings(world, 'approved', 'active'))).slice(0, 1),
  changeAgreement: async (world) =>
    (await ids(pairings(world, 'approved', 'active')))
      .slice(0, 1)
      .map(({ id }) => ({ id, version: 1, terms: { ...usualTerms, place: 'walk' as const } })),
  signAgreement: async (world) =>
    (await ids(pairings(world, 'approved', 'active')))
      .slice(0, 1)
      .map(({ id }) => ({ id, version: 1, template: 1, goal: 'Speak up', goalStart: 2 })),
  answerAsk: async (world, { about }) =>
    (await store(world).asks.ofPerson(about)).map(({ key }) => ({ key, answers: { fit: 'good', free: 4 } })),
  openParticipant: async (world, { about }) =>
    (await store(world).participants.ofPerson(about)).map(({ id }) => ({ id })),
  setBreak: async (world, { mentors }) => {
    const one = await store(world).participants.of(world.cohortId, mentors[6]!)
    return one
      ? [
          { id: one.id, until: '2100-01-01' },
          { id: one.id, until: null },
        ]
      : []
  },
  decideParticipant: async (world, { mentors }) => {
    const one = await store(world).participants.of(world.cohortId, mentors[7]!)
    return one
      ? [
          { id: one.id, decision: 'waitlist', seen: one.state },
          { id: one.id, decision: 'approve', seen: 'waitlisted' },
        ]
      : []
  },
  confirmTops: (_world, { mentors }) => [{ personIds: [mentors[9]!] }],
  withdrawTops: (_world, { mentors }) => [{ personIds: [mentors[9]!] }],
  readOrganization: () => [{}],
  mySeats: () => [{}],
  whoRuns: ({ cohortId: id }) => [{ id }],
  askForRole: ({ cohortId: id, product: { company } }) => [
    { id, personId: company.personas.newcomer, role: 'reviewer' },
  ],
  takeRoleBack: ({ cohortId: id, product: { company } }) => [
    { id, personId: company.personas.newcomer, role: 'reviewer' },
  ],
  leavePart: ({ cohortId: id }) => [{ id, part: 'communications' }],
  lendSeat: ({ cohortId: id }) => [{ id, until: null }],
  handOver: ({ cohortId: id, product: { company } }) => [{ id, personId: company.personas.newcomer }],
  answerSeat: async (world) => (await handovers(world)).map(({ id }) => ({ id, answer: 'declined' })),
  takeHandoverBack: async (world) => (await handovers(world)).map(({ id }) => ({ id })),
  removeExclusionList: ({ cohortId: id }) => [{ id, source: 'panel.csv' }],
  takeSummaryBack: async (world) => ids(store(world).summaries.list(world.cohortId)),
  draftSummary: ({ cohortId: id }) => [{ id }],
  editSummary: async (world) =>
    (await store(world).summaries.list(world.cohortId)).map(({ id }) => ({
      ...{ id, revision: 1, title: 'So far', body: 'Pairs have begun.', channels: [] },
    })),
  submitSummary: async (world) => ids(store(world).summaries.list(world.cohortId)),
  deleteSummary: async (world) =>
    (await store(world).summaries.list(world.cohortId)).map(({ id }) => ({ id, revision: 2 })),
  approveSummary: async (world) =>
    (await store(world).summaries.list(world.cohortId)).map(({ id }) => ({ id, revision: 2 })),
  sendBackSummary: async (world) =>
    (await store(world).summaries.list(world.cohortId)).map(({ id }) => ({ id, note: 'Shorter, please' })),
  postSummaryAgain: async (world) => ids(store(world).summaries.list(world.cohortId)),
  settlePost: async (world) =>
    (await store(world).summaries.list(world.cohortId)).map(({ id }) => ({
      ...{ id, channel: { teamId: 't', channelId: 'c' }, isThere: true },
    })),
  withdrawSummary: async (world) => ids(store(world).summaries.list(world.cohortId)),
  nameDelegate: () => [{ personId: null }],
  declinePairing: async (world) => (await ids(pairings(world, 'approved', 'active'))).slice(0, 1),
  endPairing: async (world) => (await ids(pairings(world, 'approved', 'active'))).slice(0, 1),
  enrol: ({ cohortId }) => [{ ...enrolment, cohortId }],
  updateEnrolment: async (world, { about }) => {
    const one = await store(world).participants.of(world.cohortId, about)
    return one ? [{ ...enrolment, id: one.id }] : []
  },
  pauseEnrolment: async (world, { about }) => {
    const one = await store(world).participants.of(world.cohortId, about)
    return one ? [{ id: one.id, until: soon(world, 30).slice(0, 10) }] : []
  },
  resumeEnrolment: async (world, { about }) => {
    const one = await store(world).participants.of(world.cohortId, about)
    return one ? [{ id: one.id }] : []
  },
  leaveEnrolment: async (world, { about }) => {
    const one = await store(world).participants.of(world.cohortId, about)
    return one ? [{ id: one.id }] : []
  },
  createCohort: (world) => [{ ...plan(world), cohortName: 'Cohort 2' }],
  updateCohort: async (world) => {
    const { plan: version } = await versionsOf(world.product.ports, world.cohortId)
    return [{ ...plan(world), version, id: world.cohortId, cohortName: 'Cohort One' }]
  },
  writeContent: ({ cohortId: id }) => [
    { id, kind: 'agreement', key: 'standing', language: 'en', seen: 1, body: { sentences: ['We meet.'] } },
  ],
  tickDuty: ({ cohortId: id }) => [
    { id, duty: 'invite', isDone: true },
    { id, duty: 'invite', isDone: false },
  ],
  nextCohort: ({ cohortId: id }) => [{ id }],
  openStage: ({ cohortId: id }) => [{ id, to: 'running' }],
  beforeClose: ({ cohortId: id }) => [{ id }],
  writeThanks: ({ cohortId: id }) => [{ id, words: { en: 'Thanks', es: 'Gracias', ar: 'شكرًا' }, seen: 0 }],
  askForThanks: ({ cohortId: id }) => [{ id }],
  agreeToThanks: ({ cohortId: id }) => [{ id, version: 1 }],
  closeCohort: ({ cohortId: id }) => [{ id, endReading: 'not-measured', running: 'end', thanksVersion: 1 }],
}

/** Routes that change nothing but what is looked at. */
export const asks = [
  ...(['me', 'myMentoring', 'people', 'organization', 'chart', 'cohort', 'board', 'explain'] as const),
  ...(['openParticipant'] as const),
  ...(['beforeApproval', 'whoRuns'] as const),
  ...([
    'weighPair',
    'weighSwaps',
    'matching',
    'matchingEffect',
    'scenarios',
    'fairness',
    'exclusions',
    'ways',
  ] as const),
  ...(['myChoices', 'partners', 'speedEvents', 'speedEvent', 'mySpeedMeetings', 'findColleague'] as const),
  ...([
    'myDelegate',
    'assisted',
    'schedule',
    'holdTimes',
    'schedulingPolicy',
    'daysOff',
    'concerns',
    'unreached',
    'places',
    'leftOut',
    'planAhead',
    'checkIns',
  ] as const),
  ...(['training', 'lesson', 'cohortTraining', 'application', 'applications'] as const),
  ...([
    'metrics',
    'enterReading',
    'summaries',
    'mySeats',
    'exportMyData',
    'whatIsKept',
    'agreement',
    'actions',
    'sessionNotes',
    'privateNotes',
    'ideas',
    'sharedIdeas',
    'pairEnd',
    'checkCertificate',
    'talk',
    'talksForMe',
    'appointment',
    'invitations',
    'nominations',
    'myNominations',
    'whoSees',
  ] as const),
  ...(['contents', 'content'] as const),
] satisfies RouteName[]

/** In an order in which one finds what the other left. */
export const acts = [
  ...(['askForRole', 'leavePart', 'lendSeat', 'takeRoleBack'] as const),
  ...(['rateSpeedMeeting', 'saveRanking', 'askToPair', 'withdrawRequest', 'answerRequest'] as const),
  ...(['setWish', 'saveMatching', 'nameScenario', 'removeScenario', 'changeWays', 'planSpeedEvent'] as const),
  ...(['replanSpeedEvent', 'publishSpeedEvent', 'cancelSpeedEvent', 'importExclusions'] as const),
  ...([
    'removeExclusion',
    'removeExclusionList',
    'propose',
    'cancelRun',
    'publishScenario',
    'swapPairings',
    'undoSwap',
    'tellUnplaced',
    'offerPlace',
    'answerPlace',
    'invite',
    'inviteFromList',
    'answerInvitation',
    'pairsFromList',
    'nominate',
    'setNominationAside',
    'takeNominationBack',
  ] as const),
  ...(['approvePairings', 'undoApproval'] as const),
  ...(['bookAll', 'retryHold', 'changeSlot', 'pauseBooking', 'changeScheduling', 'moveOffDaysOff'] as const),
  ...([
    'offerRepair',
    'chooseRepair',
    'refuseTimes',
    'findAnotherTime',
    'withdrawRepair',
    'closeConcern',
    'noteFollowUp',
    'askForTalk',
    'takeTalkBack',
    'answerTalk',
    'saveSessionNotes',
    'savePrivateNote',
    'removePrivateNotes',
    'writeIdea',
    'answerIdea',
    'decideIdea',
    'closeIdea',
    'addAction',
    'settleAction',
    'removeAction',
    'goOnTogether',
    'confirmSkills',
    'takeCertificate',
    'answerCheckIn',
    'answerAsk',
    'changeAgreement',
    'signAgreement',
    'startLesson',
    'answerLesson',
    'chooseTraining',
    'sendApplication',
    'reviewApplication',
  ] as const),
  ...([
    'decideParticipant',
    'setBreak',
    'confirmTops',
    'withdrawTops',
    'readOrganization',
    'draftSummary',
    'editSummary',
    'submitSummary',
    'deleteSummary',
    'takeSummaryBack',
  ] as const),
  ...([
    'approveSummary',
    'sendBackSummary',
    'postSummaryAgain',
    'settlePost',
    'withdrawSummary',
    'nameDelegate',
  ] as const),
  ...(['declinePairing', 'endPairing', 'updateEnrolment', 'pauseEnrolment', 'resumeEnrolment'] as const),
  ...(['leaveEnrolment', 'enrol', 'blockPerson', 'createCohort', 'updateCohort', 'writeContent'] as const),
  ...([
    'handOver',
    'answerSeat',
    'takeHandoverBack',
    'openStage',
    'beforeClose',
    'writeThanks',
    'askForThanks',
    'agreeToThanks',
    'closeCohort',
    'nextCohort',
    'tickDuty',
    'erasePerson',
    'eraseMe',
  ] as const),
] satisfies RouteName[]
