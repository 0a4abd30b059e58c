/** The API as people meet it: every route by every role, and the main job through it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type In, type RouteName, routes } from '../../bot/contract/index.ts'
import { signClaims } from '../../bot/demo/entra-server.ts'
import { approveMany } from '../../bot/workflows/pairing/approve-pairings.ts'
import { aBox } from '../support/a-box.ts'
import { type Api, openApi } from '../support/api.ts'
import {
  aPlan,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../support/product.ts'

let product: Product
let api: Api
let cohortId: string

beforeAll(async () => {
  product = await startProduct({ settings: { TRUSTED_PROXIES: '1' } })
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  api = await openApi(product)
})
afterAll(() => product.close())

const someTerms = { books: 'mentor', place: 'online', reply: 48, notice: 24, offLimits: '', own: '' } as const
const nobody = '00000000-0000-4000-8000-000000000000'
const aSpeedMeeting = { name: 'First meeting', startsAt: '2031-01-01T10:00:00Z', rounds: 4, roundMinutes: 7 }
type Persona = 'mentor' | 'organizer' | 'communications' | 'sponsor'

/** One input a route that is well formed; what it names need not exist. */
function inputs(): { [K in RouteName]: In<K> } {
  const id = cohortId
  const { sponsor } = product.company.personas
  const plan = aPlan(sponsor)
  const version = 'another'
  const enrolment = {
    side: 'mentor' as const,
    topics: [{ topic: 'ai-tools', level: 2 as const }],
    languages: ['en'],
    interests: [],
    capacity: 1,
    timeZone: 'Europe/London',
    workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    goal: 'Speak up',
    goalStart: 2,
    acceptedGroundRules: 1,
  }
  return {
    me: {},
    myMentoring: {},
    enrol: { ...enrolment, cohortId: nobody },
    updateEnrolment: { ...enrolment, id: nobody },
    pauseEnrolment: { id: nobody, until: '2031-01-01' },
    resumeEnrolment: { id: nobody },
    leaveEnrolment: { id: nobody },
    blockPerson: { personId: nobody },
    exportMyData: {},
    whatIsKept: {},
    // Each persona would be gone: what it does is tested with workflows/enrolment.
    eraseMe: { confirmed: false as never },
    erasePerson: { id: nobody },
    whoSees: {},
    people: { cohort: id },
    openParticipant: { id: nobody },
    setBreak: { id: nobody, until: null },
    decideParticipant: { id: nobody, decision: 'approve', seen: 'applied' },
    organization: {},
    readOrganization: {},
    confirmTops: { personIds: [nobody] },
    withdrawTops: { personIds: [nobody] },
    chart: { id },
    unreached: { id },
    createCohort: plan,
    planAhead: { startsOn: '2031-01-06', sessions: 6, cadenceWeeks: 4 },
    ...{ nextCohort: { id }, leftOut: { id } },
    cohort: { id },
    updateCohort: { id, version, ...plan, sponsorId: nobody },
    contents: { id },
    content: { id, kind: 'agreement', key: 'standing' },
    writeContent: { id, kind: 'agreement', key: 'standing', language: 'en', seen: 9, body: {} },
    handOver: { id, personId: nobody },
    takeHandoverBack: { id: nobody },
    mySeats: {},
    answerSeat: { id: nobody, answer: 'declined' },
    whoRuns: { id },
    askForRole: { id, personId: nobody, role: 'reviewer' },
    takeRoleBack: { id, personId: nobody, role: 'reviewer' },
    leavePart: { id, part: 'reviewer' },
    lendSeat: { id, until: null },
    tickDuty: { id, duty: 'invite', isDone: true },
    openStage: { id, to: 'enrolling' },
    beforeClose: { id },
    writeThanks: { id, words: { en: 'Thanks', es: 'Gracias', ar: 'شكرًا' }, seen: 0 },
    askForThanks: { id },
    agreeToThanks: { id, version: 0 },
    /** Words that nobody wrote: refused before anything closes. */
    closeCohort: { id, endReading: 'not-measured', running: 'end', thanksVersion: 99 },
    board: { id },
    propose: { id: nobody },
    cancelRun: { id: nobody },
    setWish: { id, mentorId: nobody, menteeId: nobody, kind: 'clear' },
    swapPairings: { id, first: nobody, second: nobody },
    undoSwap: { id, change: 1 },
    tellUnplaced: { id },
    places: { id },
    offerPlace: { participantId: nobody },
    answerPlace: { offerId: nobody, answer: 'take' },
    invitations: { id },
    invite: { id, people: [{ personId: nobody, side: 'mentor' }] },
    inviteFromList: { id, apply: false, file: Buffer.from('person,side').toString('base64') },
    answerInvitation: { invitationId: nobody, answer: 'look' },
    pairsFromList: { id, apply: false, file: Buffer.from('mentor,mentee').toString('base64') },
    nominate: { id, personId: nobody, side: 'mentor', line: 'Knows it well', isNamed: true },
    myNominations: { id },
    takeNominationBack: { nominationId: nobody },
    nominations: { id },
    setNominationAside: { id, personId: nobody },
    weighSwaps: { id, pairing: nobody },
    explain: { id, mentor: nobody, mentee: nobody },
    beforeApproval: { id: nobody, pairingIds: 'all' },
    approvePairings: { id: nobody, pairingIds: 'all' },
    undoApproval: { id, approvalId: nobody },
    matching: { id },
    saveMatching: { id, version },
    matchingEffect: { id },
    scenarios: { id },
    nameScenario: { id: nobody, name: 'Open' },
    publishScenario: { id: nobody },
    removeScenario: { id: nobody },
    weighPair: { id, mentor: nobody, mentee: nobody },
    fairness: { id },
    exclusions: { id },
    importExclusions: { id, source: 'nothing', file: '' },
    removeExclusion: { id, kind: 'conflict', personId: nobody, otherId: nobody, source: 'nothing' },
    removeExclusionList: { id, source: 'nothing' },
    endPairing: { id: nobody },
    declinePairing: { id: nobody },
    talk: { id },
    askForTalk: { id, contactId: nobody },
    takeTalkBack: { id: nobody },
    talksForMe: {},
    answerTalk: { id: nobody },
    sessionNotes: { id: nobody },
    saveSessionNotes: { id: nobody, text: 'Next: the dashboard', seen: 0 },
    privateNotes: { id: nobody },
    savePrivateNote: { id: nobody, box: aBox, seen: 0 },
    removePrivateNotes: { id: nobody },
    ideas: { id: nobody },
    writeIdea: { id: nobody, title: 'Ask first', what: 'Ask the newest first', withNames: true },
    answerIdea: { id: nobody, share: true, withNames: true },
    sharedIdeas: { id: nobody },
    decideIdea: { id: nobody, decision: 'later', reason: 'After the summer' },
    closeIdea: { id: nobody, outcome: 'It works' },
    actions: { id: nobody },
    appointment: { item: nobody },
    addAction: { id: nobody, text: 'Read it', whose: 'me' },
    settleAction: { id: nobody, isDone: true },
    removeAction: { id: nobody },
    pairEnd: { id: nobody },
    goOnTogether: { id: nobody, months: 2 },
    confirmSkills: { id: nobody, skills: ['ai-tools'] },
    takeCertificate: { id: nobody },
    checkCertificate: { code: '0123-4567-89AB-CDEF-0123' },
    ways: { id },
    changeWays: { id: nobody, version, ranking: true, requests: true, requestDays: 7 },
    myChoices: { id },
    partners: { id },
    saveRanking: { id, personIds: [] },
    askToPair: { id, personId: nobody },
    withdrawRequest: { id: nobody },
    answerRequest: { id: nobody, answer: 'not-now' },
    speedEvents: { id },
    speedEvent: { id: nobody },
    planSpeedEvent: { id: nobody, ...aSpeedMeeting },
    replanSpeedEvent: { id: nobody, ...aSpeedMeeting },
    publishSpeedEvent: { id: nobody },
    cancelSpeedEvent: { id: nobody },
    mySpeedMeetings: {},
    rateSpeedMeeting: { id: nobody, personId: nobody, rating: 5 },
    findColleague: { text: 'ana' },
    myDelegate: {},
    nameDelegate: { personId: null },
    assisted: {},
    schedule: { id },
    bookAll: { id },
    retryHold: { id: nobody },
    holdTimes: { id: nobody },
    changeSlot: { id: nobody, firstDate: '2031-01-06', time: '10:00' },
    pauseBooking: { id, paused: false },
    schedulingPolicy: { id },
    ...{ daysOff: { id }, moveOffDaysOff: { id } },
    changeScheduling: {
      ...{ id: nobody, version },
      policy: {
        organizer: 'mentor',
        sensitivity: 'normal',
        tentativeIs: 'busy',
        noMeetingDays: [],
        holidays: [],
        noticeDays: 2,
        ladder: { pair: 1, organizer: 2 },
      },
    },
    offerRepair: { id: nobody },
    chooseRepair: { id: nobody, option: 0 },
    refuseTimes: { id: nobody, what: 'times', seen: [0] },
    findAnotherTime: { id: nobody },
    withdrawRepair: { id: nobody },
    concerns: { id },
    closeConcern: { key: nobody },
    noteFollowUp: { pairingId: nobody, note: 'Called the Mentee.' },
    checkIns: { id },
    training: { language: 'en' },
    lesson: { id: 'listening', language: 'es' },
    startLesson: { id: 'listening' },
    answerLesson: { id: 'listening', language: 'en', version: 1, answer: 'a' },
    cohortTraining: { id },
    chooseTraining: { id, isFirst: false },
    application: { id },
    sendApplication: { id, answers: { motive: 'a', dismissed: 'b', report: 'c', cancels: 'd' } },
    applications: { id },
    reviewApplication: {
      ...{ id: nobody, verdict: 'yes' },
      scores: { patience: 1, subject: 1, motive: 1, courage: 1, discretion: 1 },
    },
    agreement: { id: nobody },
    changeAgreement: { id: nobody, version: 1, terms: someTerms },
    signAgreement: { id: nobody, version: 1, template: 1, goal: 'Learn', goalStart: 2 },
    answerAsk: { key: nobody, answers: { fit: 'good', free: 4 } },
    answerCheckIn: { sessionId: nobody, held: true, worth: 4, obstacle: 'nothing' },
    metrics: { id },
    enterReading: { id, moment: 'end', value: 60 },
    summaries: { id },
    draftSummary: { id },
    editSummary: { id: nobody, revision: 1, title: 'T', body: 'B', channels: [] },
    submitSummary: { id: nobody },
    deleteSummary: { id: nobody, revision: 1 },
    takeSummaryBack: { id: nobody },
    approveSummary: { id: nobody, revision: 1 },
    sendBackSummary: { id: nobody, note: 'Please shorten' },
    postSummaryAgain: { id: nobody },
    settlePost: { id: nobody, channel: { teamId: nobody, channelId: 'c' }, isThere: true },
    withdrawSummary: { id: nobody },
  }
}

/** Who is let through to the work itself. Routes that are missing here are everybody's, for their own things. */
const mayUse: Partial<Record<RouteName, Persona[]>> = {
  erasePerson: [],
  sharedIdeas: ['organizer'],
  people: ['organizer'],
  openParticipant: [],
  // In whose line somebody stands whom nobody knows cannot be told.
  setBreak: [],
  decideParticipant: ['organizer'],
  organization: ['organizer'],
  readOrganization: ['organizer'],
  confirmTops: ['organizer'],
  withdrawTops: ['organizer'],
  chart: ['organizer'],
  training: ['mentor', 'organizer'],
  lesson: ['mentor', 'organizer'],
  askForTalk: ['mentor'],
  startLesson: ['mentor'],
  answerLesson: ['mentor'],
  cohortTraining: ['organizer'],
  chooseTraining: ['organizer'],
  applications: [],
  reviewApplication: [],
  unreached: ['organizer'],
  createCohort: ['organizer'],
  planAhead: ['organizer'],
  nextCohort: ['organizer'],
  leftOut: ['organizer'],
  cohort: ['organizer', 'sponsor'],
  updateCohort: ['organizer'],
  contents: ['organizer'],
  content: ['organizer'],
  writeContent: ['organizer'],
  handOver: ['organizer'],
  takeHandoverBack: [],
  whoRuns: ['organizer', 'sponsor', 'mentor'],
  askForRole: ['organizer'],
  takeRoleBack: ['organizer'],
  lendSeat: ['sponsor'],
  tickDuty: ['organizer', 'sponsor'],
  openStage: ['organizer'],
  beforeClose: ['organizer', 'sponsor'],
  writeThanks: ['organizer', 'sponsor'],
  askForThanks: ['organizer'],
  agreeToThanks: ['sponsor'],
  closeCohort: ['organizer'],
  board: ['organizer'],
  propose: ['organizer'],
  cancelRun: ['organizer'],
  setWish: ['organizer'],
  swapPairings: ['organizer'],
  undoSwap: ['organizer'],
  tellUnplaced: ['organizer'],
  places: ['organizer'],
  offerPlace: ['organizer'],
  invitations: ['organizer'],
  invite: ['organizer'],
  inviteFromList: ['organizer'],
  nominations: ['organizer'],
  pairsFromList: ['organizer'],
  setNominationAside: ['organizer'],
  weighSwaps: ['organizer'],
  explain: ['organizer'],
  beforeApproval: ['organizer'],
  approvePairings: ['organizer'],
  undoApproval: ['organizer'],
  matching: ['organizer'],
  saveMatching: ['organizer'],
  matchingEffect: ['organizer'],
  scenarios: ['organizer'],
  nameScenario: ['organizer'],
  publishScenario: ['organizer'],
  removeScenario: ['organizer'],
  weighPair: ['organizer'],
  fairness: ['organizer'],
  exclusions: ['organizer'],
  importExclusions: ['organizer'],
  removeExclusion: ['organizer'],
  removeExclusionList: ['organizer'],
  ways: ['organizer'],
  changeWays: ['organizer'],
  speedEvents: ['organizer'],
  speedEvent: ['organizer'],
  planSpeedEvent: ['organizer'],
  replanSpeedEvent: ['organizer'],
  publishSpeedEvent: ['organizer'],
  cancelSpeedEvent: ['organizer'],
  schedule: ['organizer'],
  bookAll: ['organizer'],
  retryHold: ['organizer'],
  holdTimes: ['organizer'],
  changeSlot: ['organizer'],
  pauseBooking: ['organizer'],
  schedulingPolicy: ['organizer'],
  daysOff: ['organizer'],
  moveOffDaysOff: ['organizer'],
  changeScheduling: ['organizer'],
  concerns: ['organizer'],
  closeConcern: ['organizer'],
  noteFollowUp: ['organizer'],
  checkIns: ['organizer'],
  metrics: ['organizer', 'sponsor'],
  enterReading: ['organizer', 'sponsor'],
  summaries: ['communications', 'sponsor'],
  draftSummary: ['communications'],
  editSummary: ['communications'],
  submitSummary: ['communications'],
  deleteSummary: ['communications'],
  takeSummaryBack: ['communications'],
  // A Summary that nobody knows was sent to nobody.
  approveSummary: [],
  sendBackSummary: [],
  postSummaryAgain: ['communications', 'sponsor'],
  settlePost: ['communications', 'sponsor'],
  withdrawSummary: ['communications', 'sponsor'],
}

describe('every route', () => {
  const personas: Persona[] = ['mentor', 'organizer', 'communications', 'sponsor']
  it.each(Object.keys(routes) as RouteName[])(
    '%s opens for whom it is meant, and refuses the others',
    async (name) => {
      for (const persona of personas) {
        const ask = api.as(product.company.personas[persona])
        const { status, problem } = await ask(name, inputs()[name] as never)
        const allowed = mayUse[name]?.includes(persona) ?? true
        const refused = status === 403 && problem.code === 'not-allowed'
        expect({ persona, status: status < 500, refused }).toEqual({
          persona,
          status: true,
          refused: !allowed,
        })
      }
    },
  )

  it.each(Object.entries(routes))(
    '%s says 401 without a token, and nothing else',
    async (name, { method, path }) => {
      // There are more routes than one address may try without a token.
      const from = `10.1.0.${Object.keys(routes).indexOf(name) % 200}`
      const response = await fetch(api.url + path, { method, headers: { 'x-forwarded-for': from } })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(Object.keys(await response.json()).sort()).toEqual([
        'code',
        'requestId',
        'status',
        'title',
        'type',
      ])
    },
  )
})

describe('the tab token', () => {
  const claims = () => ({
    aud: product.tenant.state.apps.tab.id,
    iss: `https://login.microsoftonline.com/${product.company.tenantId}/v2.0`,
    tid: product.company.tenantId,
    oid: product.company.personas.mentor,
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    scp: 'access_as_user',
    ver: '2.0',
  })
  const status = async (changed: Record<string, unknown>) => {
    const now = Math.floor(Date.now() / 1000)
    const token = await signClaims(product.tenant.keys, {
      iat: now,
      nbf: now,
      exp: now + 600,
      ...claims(),
      ...changed,
    })
    // From elsewhere: the strangers above have used up what one address may try in a minute.
    const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' }
    return (await fetch(`${api.url}/api/me`, { headers })).status
  }

  it('is good as Entra issues it', async () => expect(await status({})).toBe(200))
  it.each([
    ['for another audience', { aud: 'https://graph.microsoft.com' }],
    ['of another tenant', { tid: nobody }],
    ['from another issuer', { iss: 'https://login.example.com' }],
    ['held by an unknown app', { azp: nobody }],
    ['without the scope', { scp: 'User.Read' }],
    ['that ran out', { exp: 1_700_000_000, nbf: 1_600_000_000 }],
  ])('%s is refused', async (_name, changed) => expect(await status(changed)).toBe(401))
})

describe('who can see what', () => {
  it('is told with the names of whoever sits in the seats of the program, to each about themself', async () => {
    const { mentor, organizer, sponsor } = product.company.personas
    const { body } = await api.as(mentor)('whoSees', { cohort: cohortId })
    const readers = (wanted: string) => body.data.find(({ datum }) => datum === wanted)!.readers
    expect(readers('goal')).toEqual([{ who: 'oneself', only: [] }])
    expect(readers('pair-health')).toMatchObject([
      { who: 'organizer', only: ['outside-the-pair'], person: { id: organizer } },
    ])
    expect(readers('figures').find(({ who }) => who === 'sponsor')).toMatchObject({ person: { id: sponsor } })
    const { body: without } = await api.as(mentor)('whoSees', {})
    expect(without.data.flatMap(({ readers: all }) => all.flatMap(({ person }) => person ?? []))).toEqual([])
  })
})

describe('bad input', () => {
  it('names the field and changes nothing', async () => {
    const ask = api.as(product.company.personas.newcomer)
    const enrolment = { ...inputs().enrol, cohortId }
    const wrong = await ask('enrol', { ...enrolment, topics: [{ topic: 'ai-tools', level: 9 as 3 }] })
    expect([wrong.status, wrong.problem.field]).toEqual([400, 'topics.0.level'])
    const backwards = await ask('enrol', {
      ...enrolment,
      workingHours: { days: [1], start: '17:00', end: '09:00' },
    })
    expect([backwards.status, backwards.problem.field]).toEqual([400, 'workingHours.end'])
    expect(
      await product.ports.store.participants.of(cohortId, product.company.personas.newcomer),
    ).toBeUndefined()
  })

  it('refuses a time zone nobody knows, by name', async () => {
    const ask = api.as(product.company.personas.newcomer)
    const { status, problem } = await ask('enrol', { ...inputs().enrol, cohortId, timeZone: 'Mars/Olympus' })
    expect([status, problem.field]).toEqual([400, 'timeZone'])
  })

  it('answers a body that is no JSON with 400', async () => {
    const token = await tokenOf(product.company.personas.mentor)
    const response = await fetch(`${api.url}/api/blocks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{nonsense',
    })
    expect(response.status).toBe(400)
  })
})

async function tokenOf(personId: string): Promise<string> {
  const { issueTabToken } = await import('../../bot/demo/entra-server.ts')
  return issueTabToken(product.tenant.state, product.tenant.keys, personId)
}

describe('a newcomer', () => {
  it('sees what it is for before enrolling, enrols, and waits for the Organizer', async () => {
    const ask = api.as(product.company.personas.newcomer)
    const before = await ask('myMentoring', {})
    expect(before.body.participant).toBeNull()
    expect(before.body.cohort!.sponsor!.id).toBe(product.company.personas.sponsor)
    const { sideSuggested: _, ...prefill } = before.body.prefill
    const said = {
      ...prefill,
      topics: [{ topic: 'ai-tools', level: 2 as const }],
      acceptedGroundRules: 1,
      cohortId,
    }
    const enrolled = await ask('enrol', said)
    expect(enrolled.body.participant.state).toBe('applied')
    const organizer = api.as(product.company.personas.organizer)
    const decided = await organizer('decideParticipant', {
      id: enrolled.body.participant.id,
      ...{ decision: 'approve', seen: 'applied' },
    })
    expect(decided.body.state).toBe('approved')
    // Somebody else who still saw an application: refused, with what was decided meanwhile.
    const late = await organizer('decideParticipant', {
      id: enrolled.body.participant.id,
      ...{ decision: 'decline', seen: 'applied' },
    })
    expect([late.status, late.problem.code]).toEqual([409, 'changed-meanwhile'])
    expect(late.problem.saved).toEqual({ now: { state: 'approved' } })
    expect((await ask('myMentoring', {})).body.participant!.state).toBe('approved')
  })
})

describe('the Organizer', () => {
  it('reads before approving whom it reaches, and then hears of each refusal by itself', async () => {
    const ask = api.as(product.company.personas.organizer)
    const board = await ask('board', { id: cohortId })
    const one = board.body.pairings[0]!
    const before = (await ask('beforeApproval', { id: cohortId, pairingIds: [one.id, nobody] })).body
    expect(before).toMatchObject({ pairs: 1, told: 2, oldRules: { count: 0 }, holidays: { known: true } })
    expect(before.weakest).toEqual([{ id: one.id, mentor: one.mentor, mentee: one.mentee, score: one.score }])
    const { body } = await ask('approvePairings', { id: cohortId, pairingIds: [one.id, nobody] })
    expect(body.of).toBe(2)
    const asked = (await ask('board', { id: cohortId })).body
    expect(asked.approval).toMatchObject({ id: body.id, state: 'waiting', undoUntil: body.undoUntil })
    expect((await ask('undoApproval', { id: cohortId, approvalId: nobody })).status).toBe(409)
    await product.tenant.advanceTo(new Date(body.undoUntil))
    await approveMany(product.ports, asked.approval!.runId)
    expect((await ask('undoApproval', { id: cohortId, approvalId: body.id })).problem.code).toBe('undo-over')
    const done = (await ask('board', { id: cohortId })).body
    expect(done.approval).toMatchObject({ state: 'done', approved: 1 })
    expect(done.approval!.refused).toEqual([{ pairingId: nobody, code: 'not-found' }])
    expect(done.booking).toEqual({ booked: 0, waiting: 1, failed: 0 })
  })

  it('reads everybody page by page', async () => {
    const ask = api.as(product.company.personas.organizer)
    const seen = new Set<string>()
    let after: string | undefined
    do {
      const { body } = await ask('people', { limit: 70, ...(after ? { after } : {}) })
      for (const { person } of body.people) seen.add(person.id)
      after = body.next
    } while (after)
    expect(seen.size).toBe(await product.ports.store.people.count())
  })
})

describe('around the API', () => {
  it('says that it lives and that it is ready', async () => {
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${api.url}/readyz`)).json()).toEqual({ ready: true, notReady: [] })
  })

  it('describes itself as OpenAPI, every route of the contract', async () => {
    const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as {
      paths: Record<string, object>
    }
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
    expect(operations.map((one) => one.operationId).sort()).toEqual(Object.keys(routes).sort())
  })

  it('lets only the hosts frame the tab', async () => {
    const { headers } = await fetch(`${api.url}/tab/`)
    expect(headers.get('content-security-policy')).toMatch(
      /frame-ancestors [^;]*https:\/\/teams\.microsoft\.com/,
    )
    expect(headers.get('x-frame-options')).toBeNull()
  })

  it('shows a photo to those who are signed in, and no content where there is none', async () => {
    const token = await tokenOf(product.company.personas.mentor)
    const photo = (id: string) =>
      fetch(`${api.url}/api/people/${id}/photo`, { headers: { authorization: `Bearer ${token}` } })
    const found = await photo(product.company.personas.sponsor)
    expect([found.status, found.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect((await photo(nobody)).status).toBe(204)
  })
})
