/**
 * Every route by everybody who could try it, on things that are really there: who is let through stands in a table of its own
 * here, written from what is promised and not from `bot/auth/access.ts`. Whoever is refused has changed nothing, to the
 * last column of the last table.
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { type RouteName, routes } from '../../bot/contract/index.ts'
import { signClaims } from '../../bot/demo/entra-server.ts'
import { type Colleague, colleagues, type Everything, startEverything } from './everything.ts'

jest.setTimeout(300_000)

/** Outside: no token, or a good token of nobody to whom the program is open. */
const outsiders = ['anonymous', 'foreign tenant', 'app', 'unknown', 'guest', 'disabled'] as const
type Actor = (typeof outsiders)[number] | Colleague
const actors: readonly Actor[] = [...outsiders, ...colleagues]

const everybody: readonly Colleague[] = colleagues
const two: readonly Colleague[] = ['mentor', 'mentee']
const participants: readonly Colleague[] = [...two, 'of another pair', 'asker', 'asked']
const organizer: readonly Colleague[] = ['organizer A']
/** Of what belongs to no program, by the app role. */
const organizers: readonly Colleague[] = ['organizer by role alone', 'organizer A', 'organizer B']
const decides: readonly Colleague[] = ['sponsor A']
const writes: readonly Colleague[] = ['communications']

/** Who is let through, each route with the thing of program A that it is about. */
const letThrough: Record<RouteName | 'photo', readonly Colleague[]> = {
  me: everybody,
  myMentoring: everybody,
  appointment: everybody,
  photo: everybody,
  enrol: everybody,
  updateEnrolment: ['mentee'],
  pauseEnrolment: ['mentee'],
  resumeEnrolment: ['mentee'],
  leaveEnrolment: ['mentee'],
  blockPerson: everybody,
  exportMyData: everybody,
  whatIsKept: everybody,
  eraseMe: everybody,
  erasePerson: [...organizer, 'it'],
  whoSees: everybody,
  people: organizer,
  openParticipant: organizer,
  setBreak: organizer,
  decideParticipant: organizer,
  places: organizer,
  offerPlace: organizer,
  answerPlace: ['asked'],
  invitations: organizer,
  invite: organizer,
  inviteFromList: organizer,
  answerInvitation: ['asked'],
  nominate: everybody,
  myNominations: everybody,
  takeNominationBack: ['asker'],
  nominations: organizer,
  pairsFromList: organizer,
  setNominationAside: organizer,
  organization: [...organizers, 'it'],
  readOrganization: [...organizers, 'it'],
  confirmTops: organizers,
  withdrawTops: organizers,
  chart: organizer,
  createCohort: organizers,
  planAhead: organizers,
  // The plan and its seats, without the pairs: somebody has to find that an Organizer has left.
  cohort: [...organizers, ...decides, 'it'],
  updateCohort: organizer,
  contents: organizer,
  content: organizer,
  writeContent: organizer,
  handOver: [...organizer, 'it'],
  takeHandoverBack: [...organizer, 'it'],
  mySeats: everybody,
  answerSeat: ['asked for a seat'],
  whoRuns: [...organizer, ...decides, 'it', ...participants],
  askForRole: organizer,
  takeRoleBack: organizer,
  leavePart: everybody,
  lendSeat: decides,
  tickDuty: [...organizer, ...decides],
  openStage: organizer,
  beforeClose: [...organizer, ...decides],
  writeThanks: [...organizer, ...decides],
  askForThanks: organizer,
  agreeToThanks: decides,
  closeCohort: organizer,
  nextCohort: organizer,
  leftOut: organizer,
  board: organizer,
  propose: organizer,
  cancelRun: organizer,
  setWish: organizer,
  swapPairings: organizer,
  undoSwap: organizer,
  tellUnplaced: organizer,
  weighSwaps: organizer,
  explain: organizer,
  beforeApproval: organizer,
  approvePairings: organizer,
  undoApproval: organizer,
  matching: organizer,
  saveMatching: organizer,
  matchingEffect: organizer,
  scenarios: organizer,
  nameScenario: organizer,
  publishScenario: organizer,
  removeScenario: organizer,
  weighPair: organizer,
  fairness: organizer,
  exclusions: organizer,
  importExclusions: organizer,
  removeExclusion: organizer,
  removeExclusionList: organizer,
  endPairing: [...two, ...organizer],
  declinePairing: two,
  talk: everybody,
  askForTalk: participants,
  takeTalkBack: ['mentee'],
  talksForMe: everybody,
  answerTalk: ['contact A'],
  actions: two,
  addAction: two,
  settleAction: two,
  removeAction: two,
  sessionNotes: two,
  saveSessionNotes: two,
  privateNotes: two,
  savePrivateNote: two,
  removePrivateNotes: two,
  ideas: two,
  writeIdea: two,
  answerIdea: ['mentee'],
  sharedIdeas: organizer,
  decideIdea: organizer,
  closeIdea: organizer,
  pairEnd: two,
  goOnTogether: two,
  confirmSkills: ['mentee'],
  takeCertificate: two,
  checkCertificate: everybody,
  ways: organizer,
  changeWays: organizer,
  myChoices: everybody,
  partners: participants,
  saveRanking: participants,
  askToPair: participants,
  withdrawRequest: ['asker'],
  answerRequest: ['asked'],
  speedEvents: organizer,
  speedEvent: organizer,
  planSpeedEvent: organizer,
  replanSpeedEvent: organizer,
  publishSpeedEvent: organizer,
  cancelSpeedEvent: organizer,
  mySpeedMeetings: everybody,
  rateSpeedMeeting: ['mentee'],
  findColleague: everybody,
  myDelegate: everybody,
  nameDelegate: everybody,
  assisted: everybody,
  schedule: organizer,
  bookAll: organizer,
  retryHold: organizer,
  holdTimes: organizer,
  changeSlot: organizer,
  pauseBooking: organizer,
  schedulingPolicy: organizer,
  daysOff: organizer,
  moveOffDaysOff: organizer,
  changeScheduling: organizer,
  offerRepair: [...two, 'assistant'],
  chooseRepair: [...two, 'assistant'],
  refuseTimes: two,
  findAnotherTime: two,
  withdrawRepair: ['mentee'],
  unreached: organizer,
  concerns: organizer,
  closeConcern: organizer,
  noteFollowUp: organizer,
  checkIns: organizer,
  // Whoever takes part in any program, and whoever could ask people to.
  training: [...participants, ...organizers],
  lesson: [...participants, ...organizers],
  startLesson: participants,
  answerLesson: participants,
  cohortTraining: organizer,
  chooseTraining: organizer,
  application: everybody,
  sendApplication: participants,
  // Program A has nobody of its own who reads them, so its Organizer has no such list.
  applications: ['reviewer'],
  reviewApplication: ['reviewer'],
  agreement: two,
  changeAgreement: two,
  signAgreement: two,
  answerAsk: ['mentee'],
  answerCheckIn: two,
  metrics: [...organizer, ...decides, 'analyst'],
  enterReading: [...organizer, ...decides],
  summaries: [...writes, ...decides],
  draftSummary: writes,
  editSummary: writes,
  submitSummary: writes,
  deleteSummary: writes,
  takeSummaryBack: writes,
  approveSummary: decides,
  sendBackSummary: decides,
  postSummaryAgain: [...writes, ...decides],
  settlePost: [...writes, ...decides],
  withdrawSummary: [...writes, ...decides],
}

/** What a refusal is called that says "this is not yours to do", or that hides that there is anything. */
const closed = new Set([
  ...['not-allowed', 'not-yours', 'not-found', 'not-eligible', 'not-sponsor', 'not-your-list'],
  ...['not-taking-part', 'role-needed', 'unauthenticated'],
])

let everything: Everything
let { product, who, inputs, url } = {} as Everything

beforeAll(async () => {
  everything = await startEverything()
  ;({ product, who, inputs, url } = everything)
})
afterAll(() => product.close())

const roles: Partial<Record<Actor, string[]>> = {
  'organizer by role alone': ['Organizer'],
  'organizer A': ['Organizer'],
  'organizer B': ['Organizer'],
  communications: ['Communications'],
  analyst: ['Analyst'],
  reviewer: ['Reviewer'],
  'independent contact': ['IndependentContact'],
  it: ['ITAdmin'],
  // Roles do not help whoever is outside.
  ...{ 'foreign tenant': ['Organizer'], unknown: ['Organizer', 'Communications'], app: ['Organizer'] },
  ...{ guest: ['Organizer', 'ITAdmin'], disabled: ['Organizer', 'ITAdmin'] },
}
const nobody = '7d0b5c1e-3a52-4a4e-9f60-8f2d1c7b9a11'

async function tokenOf(actor: Actor): Promise<string | undefined> {
  if (actor === 'anonymous') return undefined
  const { keys, state } = product.tenant
  const foreign = '0b7c7a1e-5c3f-4a0e-8d0f-0c9b3f1d2e4a'
  const tid = actor === 'foreign tenant' ? foreign : product.company.tenantId
  const now = Math.floor(Date.now() / 1000)
  const oid = (who as Record<string, string>)[actor] ?? nobody
  const as = actor === 'app' ? { idtyp: 'app', azpacr: '1' } : { scp: 'access_as_user', name: 'Somebody' }
  return signClaims(keys, {
    ...{ aud: state.apps.tab.id, iss: `https://login.microsoftonline.com/${tid}/v2.0`, tid, oid },
    ...{ azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', ver: '2.0', ...as, roles: roles[actor] ?? [] },
    ...{ iat: now, nbf: now, exp: now + 600 },
  })
}

let senders = 0
/** Each request comes from somewhere else: this is not about limits. */
const somewhere = () => `203.0.${Math.floor(++senders / 250)}.${(senders % 250) + 1}`

async function ask(actor: Actor, name: RouteName | 'photo') {
  const { method, path } = name === 'photo' ? { method: 'GET', path: '/api/people/:id/photo' } : routes[name]
  const rest = { ...inputs[name] }
  const filled = path.replace(/:(\w+)/g, (_match, key: string) => {
    const value = encodeURIComponent(String(rest[key]))
    delete rest[key]
    return value
  })
  const isGet = method === 'GET'
  const token = await tokenOf(actor)
  const response = await fetch(
    url + filled + (isGet ? `?${new URLSearchParams(rest as Record<string, string>)}` : ''),
    {
      method,
      headers: {
        ...{ 'content-type': 'application/json', 'x-forwarded-for': somewhere(), connection: 'close' },
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(isGet ? {} : { body: JSON.stringify(rest) }),
    },
  )
  const text = await response.text()
  const { status } = response
  const code = text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : undefined
  return { actor, status, code, isOpen: status !== 401 && status !== 403 && !closed.has(code ?? '') }
}

let attempts = 0
let changes = 0
/** Reading the directory goes on by itself, so it comes last. */
const inOrder = [
  ...(Object.keys(letThrough) as (RouteName | 'photo')[]).filter((name) => name !== 'readOrganization'),
  'readOrganization' as const,
]

describe(`${Object.keys(letThrough).length} routes by ${actors.length} kinds of actors`, () => {
  it('are all in the table, and everybody is somebody else', () => {
    expect(Object.keys(letThrough).sort()).toEqual([...Object.keys(routes), 'photo'].sort())
    expect(new Set(Object.values(who)).size).toBe(Object.keys(who).length)
  })

  it.each(inOrder)('%s', async (name) => {
    const mayTry = letThrough[name]
    const others = actors.filter((actor) => !(mayTry as readonly Actor[]).includes(actor))
    const refused = await Promise.all(others.map((actor) => ask(actor, name)))
    expect(refused.filter(({ isOpen }) => isOpen)).toEqual([])
    expect(await everything.changed()).toEqual([])
    attempts += refused.length
    for (const actor of mayTry) {
      const answer = await ask(actor, name)
      expect({ ...answer, served: answer.status < 500 }).toMatchObject({ actor, isOpen: true, served: true })
      attempts += 1
      if ((await everything.changed()).length === 0) continue
      await everything.restore()
      changes += 1
    }
  })

  it('were at least as many as the 1,954 that were once tried by hand', () => {
    expect(attempts).toBe(actors.length * Object.keys(letThrough).length)
    expect(attempts).toBeGreaterThan(1954)
    // Changes are seen where somebody may make them.
    expect(changes).toBeGreaterThan(60)
  })
})
