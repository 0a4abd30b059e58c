/** Two programs, one of everything in the first of them, and somebody in every part: for whoever tries what is not theirs. */

import type { RouteName } from '../../bot/contract/index.ts'
import { settled } from '../../bot/demo/teams-server.ts'
import { installFor } from '../../bot/demo/tenant.ts'
import { askKey } from '../../bot/domain/meeting/ask.ts'
import { usualTerms } from '../../bot/domain/pairing/agreement.ts'
import { isRefused, type Refusal } from '../../bot/domain/refusal.ts'
import type { Database } from '../../bot/store/database.ts'
import { addAction } from '../../bot/workflows/meeting/actions.ts'
import { askPair } from '../../bot/workflows/meeting/ask-pair.ts'
import { shareIdea, writeIdea } from '../../bot/workflows/meeting/ideas.ts'
import { nameDelegate } from '../../bot/workflows/program/assist.ts'
import { contactsFor } from '../../bot/workflows/program/contacts.ts'
import { askToTakeSeat } from '../../bot/workflows/program/hand-over.ts'
import { importExclusions } from '../../bot/workflows/program/keep-exclusions.ts'
import { createCohort, openNextStage } from '../../bot/workflows/program/set-up-cohort.ts'
import { askForTalk } from '../../bot/workflows/program/talks.ts'
import { draftSummary, editSummary, submitSummary } from '../../bot/workflows/publishing/write-summary.ts'
import { askForRepair } from '../../bot/workflows/scheduling/repair/ask-for-repair.ts'
import { planSpeedEvent, publishSpeedEvent } from '../../bot/workflows/speed/plan-speed-event.ts'
import { aBox } from '../support/a-box.ts'
import { openApi } from '../support/api.ts'
import { bookedPairs } from '../support/keeping.ts'
import {
  acceptSeat,
  aPlan,
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../support/product.ts'
import { versionsOf } from '../support/versions.ts'

/** Anybody of the company, with whatever part they have in program A, program B or none. */
export const colleagues = [
  ...(['employee', 'line manager', 'assistant', 'asked for a seat'] as const),
  ...(['mentor', 'mentee', 'of another pair', 'asker', 'asked'] as const),
  ...(['organizer by role alone', 'organizer A', 'organizer B', 'sponsor A', 'sponsor B'] as const),
  ...(['communications', 'analyst', 'reviewer', 'independent contact', 'it'] as const),
  // The first waits for the Sponsor's word; the other has whatever somebody can have beside the seats, in program B.
  ...(['stand-in A', 'every part in B', 'contact A'] as const),
] as const
export type Colleague = (typeof colleagues)[number]

export interface Everything {
  product: Product & { database: Database }
  url: string
  who: Record<Colleague | 'guest' | 'disabled', string>
  /** For each route, the thing of program A that it is about. */
  inputs: Record<RouteName | 'photo', Record<string, unknown>>
  /** Program B's. */
  otherCohort: string
  /** Which tables are not as they were in the beginning, and jobs that wait. */
  changed(): Promise<string[]>
  restore(): Promise<void>
}

/** `more` comes to be before anybody tries anything. */
export async function startEverything(
  more?: (world: Pick<Everything, 'product' | 'who' | 'inputs' | 'otherCohort'>) => Promise<void>,
): Promise<Everything> {
  const product = await startProduct({
    ...{ people: 220, mentors: 14, mentees: 8, settings: { TRUSTED_PROXIES: '1' } },
  })
  // What the API asks for waits, so that only what is looked at changes anything.
  product.service.ports.jobs = product.ports.jobs
  const { who, inputs, otherCohort } = await everythingIn(product)
  await more?.({ product, who, inputs, otherCohort })
  const { url } = await openApi(product)
  product.tenant.setProductUrl(url)
  for (const one of colleagues) await installFor(product.tenant, who[one])
  await settled(product.tenant.channel)
  product.waiting.length = 0
  // No minute passes here: what time alone brings is not what anybody did.
  await product.database.query('delete from jobs.schedule')
  await product.database.query(`delete from jobs.job where name in ('tick', 'recovery')`)
  await product.service.tick()
  product.waiting.length = 0
  return { product, url, who, inputs, otherCohort, ...(await keptBeside(product)) }
}

const good = <T>(answer: T | Refusal): T => {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}

/** Program A with one of everything, beside a program B that has nothing to do with it. */
async function everythingIn({ ports, company, ...rest }: Product) {
  const { store, clock } = ports
  const { personas } = company
  const cohortId = await openCohort({ ports, company, ...rest }, { cadenceWeeks: 3, sessions: 4 })
  await enrolCompany({ ports, company, ...rest }, cohortId)
  const free = strangersIn(company)
  const [employee, assistant, heir, byRole, organizerB, sponsorB, analyst, reviewer, contact, it0] = free
  const [standIn, inB] = free.slice(10)
  const startsOn = (await store.cohorts.get(cohortId))!.startsOn
  const planB = aPlan(sponsorB!, { startsOn, programName: 'Another program' })
  const cohortB = good(await createCohort(ports, planB, organizerB!))
  await acceptSeat(ports, sponsorB!)
  good(await openNextStage(ports, cohortB.id, 'enrolling', organizerB!))

  const event = await aSpeedMeeting({ ports, company, ...rest }, cohortId)
  await proposeAll({ ports, company, ...rest }, cohortId)
  await approveAll({ ports, company, ...rest }, cohortId)
  await rest.runJobs(3)
  const booked = await bookedPairs({ ports, company, ...rest }, cohortId)
  const played = new Set<string | undefined>(Object.values(personas))
  for (const { personId } of company.enrolments) played.add(personId)
  const managerOf = (personId: string) => company.byId.get(personId)!.managerId
  const managed = booked.find(
    ({ pairing: { mentorId } }) => !played.has(managerOf(mentorId) ?? personas.mentor),
  )!
  const other = booked.find(({ pairing }) => pairing.menteeId !== managed.pairing.menteeId)!
  const { pairing, hold, sessions } = managed
  const { mentorId, menteeId } = pairing
  const playing = new Set([mentorId, menteeId, other.pairing.mentorId, ...Object.values(personas)])
  const [asker, asked] = (['mentor', 'mentee'] as const).map(
    (side) => company.enrolments.find((one) => one.side === side && !playing.has(one.personId))!.personId,
  )
  const { mentorId: met } = (await store.speed.meetings(event)).find((one) => one.menteeId === menteeId)!

  good(await nameDelegate(ports, menteeId, assistant!))
  const { programId } = (await store.cohorts.get(cohortId))!
  const handover = good(
    await askToTakeSeat(ports, programId, { seat: 'organizer', toId: heir! }, personas.organizer),
  )
  const since = clock.now()
  const byA = { givenBy: personas.organizer, since }
  await store.programRoles.save({ programId, personId: standIn!, role: 'stand-in', ...byA })
  const contactA = await aContactFor(ports, programId, menteeId, free.slice(12))
  const { id: talk } = good(await askForTalk(ports, cohortId, menteeId, { contactId: contactA }))
  const programB = (await store.cohorts.get(cohortB.id))!.programId
  const day10 = new Date(since.getTime() + 10 * 86_400_000).toISOString().slice(0, 10)
  for (const role of ['reviewer', 'communications', 'stand-in'] as const) {
    const lent = role === 'stand-in' ? { decidesUntil: day10 } : {}
    const held = { programId: programB, personId: inB!, role, givenBy: organizerB!, since, ...lent }
    await store.programRoles.save(held)
  }
  const repair = good(await askForRepair(ports, sessions[1]!.id, menteeId))
  await rest.runJobs(3)
  const day = 86_400_000
  const now = clock.now()
  await store.requests.save({
    ...{ id: ports.chance.id(), cohortId, fromId: asker!, toId: asked!, state: 'open' },
    ...{ askedAt: now, expiresAt: new Date(now.getTime() + 7 * day) },
  })
  const [request] = await store.requests.ofPerson(cohortId, asker!)
  const listed = (await store.participants.of(cohortId, asked!))!.id
  const offer = { id: ports.chance.id(), cohortId, participantId: listed, byId: personas.organizer }
  const until = new Date(now.getTime() + 3 * day)
  await store.placeOffers.save({ ...offer, state: 'open', offeredAt: now, until })
  const invitation = { id: ports.chance.id(), cohortId, personId: asked!, side: 'mentee' as const }
  await store.invitations.add([
    { ...invitation, byId: personas.organizer, state: 'open', invitedAt: now, sentAt: now },
  ])
  const voice = { id: ports.chance.id(), cohortId, personId: asked!, side: 'mentor' as const, byId: asker! }
  await store.nominations.add({ ...voice, isNamed: true, line: 'Listens well', saidAt: now })
  const concern = { key: 'concern.test', cohortId, kind: 'conflict' as const, detail: {}, raisedAt: now }
  await store.concerns.raise(concern)
  const scenario = { id: ports.chance.id(), cohortId, name: 'As now', settings: {}, seed: 1 }
  await store.scenarios.save({ ...scenario, state: 'done', pairs: [], createdAt: now })
  const panel = [other.pairing.mentorId, asked!].map((id) => company.byId.get(id)!.mail)
  const csv = Buffer.from(`kind,person,other\npanel,${panel.join(',')}`)
  good(await importExclusions(ports, { source: 'panel.csv', file: csv }, personas.organizer))
  const drafted = good(await draftSummary(ports, cohortId, 'en', personas.communications))
  for (const { id } of company.teams) rest.tenant.state.installedInTeams.add(id)
  const [team] = company.teams
  const channels = [{ teamId: team!.id, channelId: team!.channels[0]!.id }]
  const text = { revision: drafted.revision, title: 'So far', body: 'Pairs have begun.', channels }
  good(await editSummary(ports, drafted.id, text, personas.communications))
  const summary = good(await submitSummary(ports, drafted.id, personas.communications))
  const { id: action } = good(
    await addAction(ports, pairing.id, mentorId, { text: 'Show it', ownerId: menteeId }),
  )
  const anIdea = { title: 'Ask first', what: 'Ask the newest first', withNames: false }
  const { id: idea } = good(await writeIdea(ports, pairing.id, mentorId, anIdea))
  const { id: sharedIdea } = good(await writeIdea(ports, pairing.id, mentorId, anIdea))
  good(await shareIdea(ports, sharedIdea, menteeId, false))
  const code = '0123-4567-89AB-CDEF-0123'
  await store.certificates.save({
    ...{ code, cohortId, pairingId: other.pairing.id, personId: other.pairing.mentorId, side: 'mentor' },
    ...{ issuedAt: now, sessions: 1, minutes: 50, from: startsOn, to: startsOn, topics: [], skills: [] },
  })
  const run = (await store.runs.latest(cohortId))!
  const participant = (await store.participants.of(cohortId, menteeId))!
  const manager = managerOf(mentorId)!
  const disabled = company.people.find(({ accountEnabled }) => !accountEnabled)!.id
  const guest = company.people.find(({ userType }) => userType === 'Guest')!.id

  const id = cohortId
  const enrolment = {
    ...{ side: 'mentee', topics: [{ topic: 'ai-tools', level: 2 }], languages: ['en'], interests: [] },
    ...{ capacity: 1, timeZone: 'Europe/London', goal: 'Speak up', goalStart: 2, acceptedGroundRules: 1 },
    workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
  }
  const meeting = { name: 'Again', startsAt: new Date(now.getTime() + 3 * day).toISOString() }
  const plan = aPlan(personas.sponsor, { startsOn })
  const versions = await versionsOf(ports, cohortId)
  const pair = { mentor: mentorId, mentee: menteeId }
  const policy = {
    ...{ organizer: 'mentor', sensitivity: 'normal', tentativeIs: 'busy', noMeetingDays: [] },
    ...{ holidays: [], noticeDays: 2, ladder: { pair: 1, organizer: 2 } },
  }
  await store.transaction(() => askPair(ports, 'fit', pairing.id))
  const summaryAt = { id: summary.id, revision: summary.revision }
  const made: Everything['inputs'] = {
    ...{
      me: {},
      myMentoring: {},
      appointment: { item: 'AAMkNothing' },
      mySeats: {},
      mySpeedMeetings: {},
      exportMyData: {},
      whatIsKept: {},
      eraseMe: { confirmed: true },
      erasePerson: { id: mentorId },
      whoSees: {},
      myDelegate: {},
      assisted: {},
    },
    ...{ organization: {}, readOrganization: {}, findColleague: { text: 'an' }, photo: { id: mentorId } },
    enrol: { ...enrolment, cohortId: cohortB.id },
    updateEnrolment: { ...enrolment, id: participant.id },
    pauseEnrolment: {
      id: participant.id,
      until: new Date(now.getTime() + 30 * day).toISOString().slice(0, 10),
    },
    ...{ resumeEnrolment: { id: participant.id }, leaveEnrolment: { id: participant.id } },
    blockPerson: { personId: company.enrolments.at(-1)!.personId },
    people: { cohort: id },
    openParticipant: { id: participant.id },
    setBreak: { id: participant.id, until: null },
    decideParticipant: { id: participant.id, decision: 'waitlist', seen: participant.state },
    confirmTops: { personIds: [employee] },
    withdrawTops: { personIds: [employee] },
    createCohort: { ...plan, programName: 'A third program' },
    updateCohort: { ...plan, id, version: versions.plan, cohortName: 'Renamed' },
    planAhead: { startsOn: '2031-01-06', sessions: 6, cadenceWeeks: 4 },
    ...{ nextCohort: { id }, leftOut: { id } },
    ...{ contents: { id }, content: { id, kind: 'agreement', key: 'standing' } },
    writeContent: {
      ...{ id, kind: 'agreement', key: 'standing', language: 'en', seen: 1 },
      body: { sentences: ['We meet.'] },
    },
    handOver: { id, personId: employee },
    takeHandoverBack: { id: handover.id },
    answerSeat: { id: handover.id, answer: 'declined' },
    ...{ whoRuns: { id }, askForRole: { id, personId: employee, role: 'reviewer' } },
    takeRoleBack: { id, personId: standIn, role: 'stand-in' },
    ...{ leavePart: { id, part: 'reviewer' }, lendSeat: { id, until: day10 } },
    tickDuty: { id, duty: 'invite', isDone: true },
    openStage: { id, to: 'running' },
    beforeClose: { id },
    writeThanks: { id, words: { en: 'Thanks', es: 'Gracias', ar: 'شكرًا' }, seen: 0 },
    askForThanks: { id },
    agreeToThanks: { id, version: 0 },
    closeCohort: { id, endReading: 'not-measured', running: 'end', thanksVersion: 0 },
    ...{
      chart: { id },
      cohort: { id },
      board: { id },
      matching: { id },
      scenarios: { id },
      fairness: { id },
    },
    propose: { id, seed: 1, objective: 'best-total' },
    cancelRun: { id: run.id },
    setWish: { id, mentorId, menteeId: asked, kind: 'forbid' },
    swapPairings: { id, first: pairing.id, second: other.pairing.id },
    undoSwap: { id, change: 1 },
    tellUnplaced: { id },
    places: { id },
    offerPlace: { participantId: listed },
    answerPlace: { offerId: offer.id, answer: 'no-thanks' },
    invitations: { id },
    invite: { id, people: [{ personId: manager, side: 'mentee' }] },
    inviteFromList: { id, apply: false, file: Buffer.from('person,side\nnobody,mentor').toString('base64') },
    answerInvitation: { invitationId: invitation.id, answer: 'look' },
    pairsFromList: { id, apply: false, file: Buffer.from('mentor,mentee\nnobody,none').toString('base64') },
    nominate: { id, personId: manager, side: 'mentee', line: 'Wants to learn', isNamed: false },
    ...{ myNominations: { id }, takeNominationBack: { nominationId: voice.id } },
    ...{ nominations: { id }, setNominationAside: { id, personId: asked! } },
    weighSwaps: { id, pairing: pairing.id },
    ...{ explain: { id, ...pair }, weighPair: { id, ...pair } },
    ...{
      beforeApproval: { id, pairingIds: [pairing.id] },
      approvePairings: { id, pairingIds: [pairing.id] },
    },
    undoApproval: { id, approvalId: run.outcome!.approval!.id },
    saveMatching: { id, version: versions.matching, weights: { topic: 60 } },
    matchingEffect: { id },
    nameScenario: { id, name: 'Another' },
    ...{ publishScenario: { id: scenario.id }, removeScenario: { id: scenario.id } },
    exclusions: { id },
    importExclusions: { id, source: 'other.csv', file: csv.toString('base64') },
    removeExclusion: {
      ...{ id, kind: 'panel', source: 'panel.csv' },
      ...{ personId: other.pairing.mentorId, otherId: asked },
    },
    removeExclusionList: { id, source: 'panel.csv' },
    ...{ endPairing: { id: pairing.id }, declinePairing: { id: pairing.id } },
    ways: { id },
    changeWays: { id, version: versions.ways, ranking: true, requests: true, requestDays: 5 },
    ...{ myChoices: { id }, partners: { id }, saveRanking: { id, personIds: [] } },
    askToPair: { id, personId: other.pairing.mentorId },
    withdrawRequest: { id: request!.id },
    answerRequest: { id: request!.id, answer: 'not-now' },
    ...{ speedEvents: { id }, speedEvent: { id: event } },
    planSpeedEvent: { id, ...meeting, rounds: 3, roundMinutes: 7 },
    replanSpeedEvent: { id: event, ...meeting, rounds: 2, roundMinutes: 7 },
    ...{ publishSpeedEvent: { id: event }, cancelSpeedEvent: { id: event } },
    rateSpeedMeeting: { id: event, personId: met, rating: 4 },
    nameDelegate: { personId: employee },
    ...{ schedule: { id }, bookAll: { id }, schedulingPolicy: { id } },
    ...{ daysOff: { id }, moveOffDaysOff: { id } },
    changeScheduling: { id, policy, version: versions.scheduling },
    ...{ retryHold: { id: hold.id }, holdTimes: { id: hold.id }, pauseBooking: { id, paused: true } },
    changeSlot: { id: hold.id, firstDate: meeting.startsAt.slice(0, 10), time: '10:00' },
    offerRepair: { id: sessions[2]!.id },
    ...{ chooseRepair: { id: repair.id, option: 0 }, withdrawRepair: { id: repair.id } },
    ...{ refuseTimes: { id: repair.id, what: 'times', seen: [0] }, findAnotherTime: { id: sessions[0]!.id } },
    unreached: { id },
    ...{ concerns: { id }, closeConcern: { key: concern.key }, checkIns: { id } },
    noteFollowUp: { pairingId: pairing.id, note: 'Called both.' },
    training: { language: 'en' },
    lesson: { id: 'listening', language: 'en' },
    startLesson: { id: 'listening' },
    answerLesson: { id: 'listening', language: 'en', version: 1, answer: 'c' },
    cohortTraining: { id },
    chooseTraining: { id, isFirst: true },
    application: { id },
    sendApplication: {
      id,
      answers: { motive: 'I like it', dismissed: 'Ask', report: 'No', cancels: 'Call' },
    },
    applications: { id },
    reviewApplication: {
      ...{ id: participant.id, verdict: 'yes', note: '' },
      scores: { patience: 3, subject: 3, motive: 3, courage: 3, discretion: 3 },
    },
    agreement: { id: pairing.id },
    ...{ talk: { id }, askForTalk: { id, contactId: contactA }, takeTalkBack: { id: talk } },
    ...{ talksForMe: {}, answerTalk: { id: talk } },
    ...{
      sessionNotes: { id: sessions[0]!.id },
      saveSessionNotes: { id: sessions[0]!.id, text: 'Next: that', seen: 0 },
    },
    ...{ privateNotes: { id: pairing.id }, savePrivateNote: { id: sessions[0]!.id, box: aBox, seen: 0 } },
    removePrivateNotes: { id: pairing.id },
    ...{ ideas: { id: pairing.id }, writeIdea: { id: pairing.id, ...anIdea } },
    ...{ answerIdea: { id: idea, share: true, withNames: true } },
    ...{ sharedIdeas: { id }, closeIdea: { id: sharedIdea, outcome: 'It works' } },
    decideIdea: { id: sharedIdea, decision: 'later', reason: 'After the summer' },
    ...{ actions: { id: pairing.id }, addAction: { id: pairing.id, text: 'Read it', whose: 'me' } },
    ...{ settleAction: { id: action, isDone: true }, removeAction: { id: action } },
    ...{ pairEnd: { id: pairing.id }, takeCertificate: { id: pairing.id } },
    goOnTogether: { id: pairing.id, months: 2 },
    confirmSkills: { id: pairing.id, skills: ['ai-tools'] },
    checkCertificate: { code },
    changeAgreement: { id: pairing.id, version: 1, terms: { ...usualTerms, place: 'walk' } },
    signAgreement: { id: pairing.id, version: 1, template: 1, goal: 'Speak up', goalStart: 2 },
    answerAsk: { key: askKey('fit', pairing.id, menteeId), answers: { fit: 'good', free: 4 } },
    answerCheckIn: { sessionId: sessions[0]!.id, held: true, worth: 4, obstacle: 'nothing' },
    enterReading: { id, moment: 'middle', value: 31 },
    ...{ metrics: { id }, summaries: { id }, draftSummary: { id } },
    editSummary: { ...summaryAt, title: 'So far', body: 'Pairs have begun.', channels: [] },
    ...{ submitSummary: { id: summary.id }, takeSummaryBack: { id: summary.id } },
    ...{ approveSummary: summaryAt, deleteSummary: summaryAt },
    sendBackSummary: { id: summary.id, note: 'Shorter, please' },
    ...{ postSummaryAgain: { id: summary.id }, withdrawSummary: { id: summary.id } },
    settlePost: { id: summary.id, channel: channels[0], isThere: true },
  }
  const people: Everything['who'] = {
    ...{ employee: employee!, 'line manager': manager, assistant: assistant!, 'asked for a seat': heir! },
    ...{ mentor: mentorId, mentee: menteeId, 'of another pair': other.pairing.mentorId },
    ...{ asker: asker!, asked: asked!, 'organizer by role alone': byRole! },
    ...{ 'organizer A': personas.organizer, 'organizer B': organizerB! },
    ...{ 'sponsor A': personas.sponsor, 'sponsor B': sponsorB!, communications: personas.communications },
    ...{ analyst: analyst!, reviewer: reviewer!, 'independent contact': contact!, it: it0! },
    ...{ 'stand-in A': standIn!, 'every part in B': inB!, 'contact A': contactA },
    ...{ guest, disabled },
  }
  rest.waiting.length = 0
  return { who: people, inputs: made, otherCohort: cohortB.id }
}

/** The first of them who stands outside the Program's line and the asker's. */
async function aContactFor(
  { store, clock }: Product['ports'],
  programId: string,
  askerId: string,
  people: readonly string[],
): Promise<string> {
  const program = (await store.programs.get(programId))!
  for (const personId of people) {
    const held = { programId, personId, role: 'independent-contact' as const }
    await store.programRoles.save({ ...held, givenBy: program.organizerId, since: clock.now() })
    if ((await contactsFor({ store }, program, askerId)).length > 0) return personId
    await store.programRoles.remove(held)
  }
  throw new Error('Nobody stands outside the line.')
}

function strangersIn(company: Product['company']): string[] {
  const { personas, enrolments, byId } = company
  const busy = new Set<string | undefined>(Object.values(personas))
  for (const { personId } of enrolments) busy.add(personId).add(byId.get(personId)?.managerId)
  return company.people.flatMap(({ id, accountEnabled, userType }) =>
    accountEnabled && userType === 'Member' && !busy.has(id) ? [id] : [],
  )
}

async function aSpeedMeeting({ ports, company, runJobs }: Product, cohortId: string): Promise<string> {
  const startsAt = new Date(ports.clock.now().getTime() + 2 * 86_400_000)
  const plan = { name: 'First meeting', startsAt, rounds: 3, roundMinutes: 7 }
  const { id } = good(await planSpeedEvent(ports, cohortId, plan, company.personas.organizer)) as {
    id: string
  }
  good(await publishSpeedEvent(ports, id, company.personas.organizer))
  await runJobs(3)
  return id
}

/** The database as it is now, kept beside itself. */
async function keptBeside({
  database,
  waiting,
}: Product & { database: Database }): Promise<Pick<Everything, 'changed' | 'restore'>> {
  const found = await database.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const tables = found.rows.map((row: { table_name: string }) => row.table_name)
  await database.query('create schema kept')
  for (const table of tables) await database.query(`create table kept.${table} as table public.${table}`)
  // Which tables anything was written to since; only they need to be compared, and put back.
  await database.query(`
    create table kept.touched (name text primary key);
    create function kept.touch() returns trigger language plpgsql as $$
      begin insert into kept.touched values (tg_table_name) on conflict do nothing; return null; end $$;
    ${tables
      .map(
        (table: string) =>
          `create trigger touched after insert or update or delete or truncate on public.${table}
           for each statement execute function kept.touch();`,
      )
      .join('\n')}`)
  const touched = async (): Promise<string[]> => {
    const { rows } = await database.query('select name from kept.touched order by 1')
    return rows.map((row: { name: string }) => row.name)
  }
  const differs = (table: string) =>
    `select '${table}' as name where exists (
       (table public.${table} except all table kept.${table}) union all (table kept.${table} except all table public.${table}))`
  return {
    async changed() {
      const names = await touched()
      const { rows } =
        names.length > 0 ? await database.query(names.map(differs).join(' union all ')) : { rows: [] }
      return [...rows.map((row: { name: string }) => row.name), ...waiting.map(({ name }) => `job ${name}`)]
    },
    async restore() {
      const names = await touched()
      await database.transaction(async () => {
        await database.query('set local session_replication_role = replica')
        for (const table of names) await database.query(`delete from public.${table}`)
        for (const table of names)
          await database.query(`insert into public.${table} overriding system value table kept.${table}`)
        await database.query('delete from kept.touched')
      })
      waiting.length = 0
    },
  }
}
