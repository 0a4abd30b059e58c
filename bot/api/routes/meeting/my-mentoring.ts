/** What one person sees of their own Program, and their check-in. */

import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import { placesLeft, refuseEntry } from '../../../domain/enrolment/admission.ts'
import { mayInvite } from '../../../domain/enrolment/invitation.ts'
import { interests, type Participant, type Side, topics } from '../../../domain/enrolment/participant.ts'
import { type CheckIn, stateFor } from '../../../domain/meeting/check-in.ts'
import { type Person, signInNameOf } from '../../../domain/organization/person.ts'
import { type Pairing, partnerOf } from '../../../domain/pairing/pairing.ts'
import { shownScore } from '../../../domain/pairing/shown-score.ts'
import { type Cohort, type Program, rulesChanged } from '../../../domain/program/program.ts'
import { midpointAfter, themeOf } from '../../../domain/program/session-themes.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { linkOf } from '../../../domain/scheduling/hold.ts'
import type { Repair } from '../../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../../domain/scheduling/session.ts'
import { putForwardBy } from '../../../workflows/enrolment/nominate.ts'
import { prefill } from '../../../workflows/enrolment/prefill.ts'
import { recordCheckIn } from '../../../workflows/meeting/record-check-in.ts'
import { mayDecline } from '../../../workflows/pairing/decline-pairing.ts'
import { notOverFor, ofMine } from '../../../workflows/pairing/of-mine.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { ownAgendas } from '../../../workflows/program/own-agendas.ts'
import { ownTopics } from '../../../workflows/program/own-topics.ts'
import { asks, type Handlers, ownThings } from '../../handler.ts'
import { repairView, whoIs } from '../scheduling/repair.ts'
import { cohortCard, faceFrom, faceOf, iso, participantView } from '../views.ts'
import { asksOf } from './asks.ts'

type MyPairing = Out<'myMentoring'>['pairings'][number]

type Step = Out<'myMentoring'>['steps'][number]

/** Offered in the form; anything else can be typed by code, e.g. `nl`. */
export const languages = ['en', 'es', 'ar', 'de', 'fr', 'pt', 'it', 'nl', 'pl', 'hi', 'zh', 'ja', 'tr']

/** The one asked for, else the one this person takes part in (`of-mine.ts`), else the one they are invited to, else the newest that is open. */
export async function chooseCohort(
  ports: Ports,
  personId: string,
  wanted?: string,
): Promise<Cohort | undefined> {
  const { store } = ports
  const cohorts = (await store.cohorts.list()).filter((cohort) => cohort.stage !== 'draft')
  const mine = new Set((await store.participants.ofPerson(personId)).map((one) => one.cohortId))
  const goesOn = cohorts.filter((cohort) => cohort.stage !== 'closed')
  const meant = await notOverFor(
    ports,
    personId,
    cohorts.filter((cohort) => mine.has(cohort.id)),
  )
  const asked = new Set((await store.invitations.ofPerson(personId)).map((one) => one.cohortId))
  return (
    cohorts.find((cohort) => cohort.id === wanted) ??
    (await ofMine(ports, personId, meant)) ??
    goesOn.find((cohort) => asked.has(cohort.id) && mayInvite(cohort.stage)) ??
    goesOn[0] ??
    cohorts[0]
  )
}

export async function cohortOf(
  { store }: Ports,
  cohort: Cohort,
  program: Program,
  participant: Participant | undefined,
): Promise<Out<'myMentoring'>['cohort']> {
  const { sponsorId } = program
  const people = await store.people.many([program.organizerId, ...(sponsorId ? [sponsorId] : [])])
  const sponsor = sponsorId ? people.get(sponsorId) : undefined
  const organizer = people.get(program.organizerId)
  const { sessions, sessionMinutes, cadenceWeeks } = cohort
  const agendas = await ownAgendas({ store }, program.id)
  return {
    ...cohortCard(cohort, program),
    sessions,
    sessionMinutes,
    cadenceWeeks,
    challenge: program.challenge,
    ...(Object.keys(agendas).length > 0 ? { agendas } : {}),
    objectives: program.objectives,
    groundRules: { ...program.groundRules, ...(await changedFor({ store }, program, participant)) },
    sponsor: sponsor ? faceOf(sponsor) : null,
    // Nobody's words before somebody stands behind them.
    sponsorMessage: sponsorId ? program.sponsorMessage : '',
    organizer: organizer ? faceOf(organizer) : null,
  }
}

/** What the rules say now and did not when this person accepted them. */
async function changedFor(
  { store }: Pick<Ports, 'store'>,
  { id, groundRules }: Program,
  participant: Participant | undefined,
) {
  if (!participant || participant.acceptedGroundRules >= groundRules.version) return {}
  const was = await store.programs.rulesOf(id, participant.acceptedGroundRules)
  return was ? { changed: rulesChanged(was, groundRules.items) } : {}
}

export async function myPairings({ store, clock }: Ports, cohort: Cohort, me: string): Promise<MyPairing[]> {
  const shown = (await store.pairings.ofPerson(me)).filter(
    (pairing) =>
      may('read-own-pairing', { personId: me }, { pairing }) &&
      pairing.cohortId === cohort.id &&
      pairing.state !== 'proposed' &&
      pairing.state !== 'declined',
  )
  const people = await store.people.many(shown.map((pairing) => partnerOf(pairing, me)))
  const result: MyPairing[] = []
  for (const pairing of shown) result.push(await myPairing({ store, clock }, cohort, pairing, me, people))
  return result
}

async function myPairing(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  cohort: Cohort,
  pairing: Pairing,
  me: string,
  people: Map<string, Person>,
): Promise<MyPairing> {
  const partnerId = partnerOf(pairing, me)
  const partner = people.get(partnerId)
  const signInName = partner && signInNameOf(partner)
  const timeZone = (await store.participants.of(cohort.id, partnerId))?.timeZone
  const hold = await store.holds.ofPairing(pairing.id)
  const sessions = await store.sessions.ofPairing(pairing.id)
  const views = []
  for (const session of sessions)
    views.push({
      ...sessionView(session, cohort, await store.checkIns.of(session.id), me),
      ...slipped(session, (await store.repairs.ofSession(session.id)).at(-1), me, pairing, clock.now()),
    })
  const next = sessions.find((one) => one.state === 'planned' && one.endsAt > clock.now())
  const joinUrl = linkOf(hold, next?.eventId)
  return {
    id: pairing.id,
    state: pairing.state as MyPairing['state'],
    mySide: pairing.mentorId === me ? 'mentor' : 'mentee',
    partner: {
      ...faceFrom(people, partnerId),
      ...(signInName ? { signInName } : {}),
      ...(timeZone ? { timeZone } : {}),
    },
    parts: shownScore(pairing).parts,
    hold: {
      state: hold?.state ?? 'requested',
      ...(hold?.state === 'failed' ? { failure: hold.failure } : {}),
      ...(joinUrl ? { joinUrl } : {}),
      ...(hold?.slot ? { everyWeeks: hold.slot.everyWeeks } : {}),
    },
    sessions: views,
    nextSessionId: next?.id ?? null,
    ...((await mayDecline({ store, clock }, pairing, me)) ? { mayDecline: true as const } : {}),
  }
}

/** Moved, called off, and what is done about it. */
function slipped(session: Session, repair: Repair | undefined, me: string, pairing: Pairing, now: Date) {
  const { movedBy, declinedBy } = session
  return {
    ...(movedBy ? { movedBy: whoIs(movedBy, me, pairing) } : {}),
    ...(declinedBy ? { declinedBy: whoIs(declinedBy, me, pairing) } : {}),
    ...(repair ? { repair: repairView(repair, session, me, pairing, now) } : {}),
  }
}

/** My own answers; nothing of the partner's. */
function sessionView(
  session: Session,
  cohort: Cohort,
  checkIns: CheckIn[],
  me: string,
): MyPairing['sessions'][number] {
  const mine = checkIns.find((one) =>
    may('read-check-in-answer', { personId: me }, { ownerId: one.personId }),
  )
  return {
    id: session.id,
    number: session.number,
    theme: themeOf(session.number, cohort.sessions),
    startsAt: iso(session.startsAt),
    endsAt: iso(session.endsAt),
    ...(session.movedFrom ? { movedFrom: iso(session.movedFrom) } : {}),
    state: stateFor(session, mine),
    ...(mine
      ? {
          checkIn: {
            state: mine.state,
            ...(mine.answer ? { held: mine.answer.held, obstacle: mine.answer.obstacle } : {}),
            ...(mine.answer?.worth === undefined ? {} : { worth: mine.answer.worth }),
          },
        }
      : {}),
  }
}

export function stepsOf(
  cohort: Cohort,
  participant: Participant | undefined,
  pairings: MyPairing[],
  now: Date,
): Step[] {
  const pairing = pairings.find((one) => one.state !== 'ended')
  const accepted = participant !== undefined && ['approved', 'paused'].includes(participant.state)
  const before: Step[] = [
    { key: 'enrolled', state: participant ? 'done' : 'now' },
    { key: 'accepted', state: accepted ? 'done' : participant ? 'now' : 'ahead' },
    { key: 'paired', state: pairing ? 'done' : accepted ? 'now' : 'ahead' },
  ]
  const current = pairing?.nextSessionId
  const half = midpointAfter(cohort.sessions)
  const arc: Step[] = []
  for (let number = 1; number <= cohort.sessions; number++) {
    const session = pairing?.sessions.find((one) => one.number === number)
    arc.push({
      key: 'session',
      number,
      ...(session ? { at: session.startsAt } : {}),
      state: !session ? 'ahead' : session.id === current ? 'now' : sessionStep(session, now),
    })
    if (number === half)
      arc.push({ key: 'midpoint', state: session && new Date(session.endsAt) <= now ? 'done' : 'ahead' })
  }
  return [...before, ...arc, { key: 'close', state: cohort.stage === 'closed' ? 'done' : 'ahead' }]
}

function sessionStep(session: MyPairing['sessions'][number], now: Date): Step['state'] {
  if (session.state === 'held') return 'done'
  if (session.state === 'missed' || session.state === 'cancelled') return 'missed'
  return new Date(session.endsAt) <= now ? 'done' : 'ahead'
}

export function waitingOf(
  pairings: MyPairing[],
  participant: Participant | undefined,
  program: Program | undefined,
): Out<'myMentoring'>['waiting'] {
  const checkIns = pairings.flatMap((pairing) =>
    pairing.sessions
      .filter((session) => session.checkIn?.state === 'asked')
      .map((session) => ({ kind: 'check-in' as const, sessionId: session.id, pairingId: pairing.id })),
  )
  const open = participant && participant.state !== 'left' && participant.state !== 'declined'
  const rules = open && program && participant.acceptedGroundRules < program.groundRules.version
  return [...checkIns, ...(rules ? [{ kind: 'ground-rules' as const }] : [])]
}

/** Somebody would like to be paired with me, and I have not said anything yet. */
export async function requestsOf(
  { store }: Ports,
  { id }: Cohort,
  me: string,
): Promise<Out<'myMentoring'>['waiting']> {
  const known = await store.requests.ofPerson(id, me)
  return known
    .filter((request) => request.toId === me && request.state === 'open')
    .map((request) => ({ kind: 'request' as const, requestId: request.id }))
}

/** Only while I can enroll on it. */
async function invitationFor(
  { store }: Ports,
  { id, stage }: Cohort,
  me: string,
): Promise<Out<'myMentoring'>['invitation']> {
  if (!mayInvite(stage)) return undefined
  const mine = (await store.invitations.ofPerson(me)).find(({ cohortId }) => cohortId === id)
  if (!mine) return undefined
  const by = faceFrom(await store.people.many([mine.byId]), mine.byId)
  const { id: invitationId, side, state, openedAt } = mine
  const forwardedBy = await putForwardBy(store, mine)
  return {
    ...{ invitationId, by, side, state, hasLooked: openedAt !== undefined },
    ...(forwardedBy ? { forwardedBy } : {}),
  }
}

/** What the record says, whatever the minute: one whose time is over is offered no more. */
async function placeFor(
  { store, clock }: Ports,
  { id, state }: Participant,
): Promise<Pick<Out<'myMentoring'>, 'place'>> {
  const offer = state === 'waitlisted' ? await store.placeOffers.openOf(id) : undefined
  return offer && offer.until > clock.now() ? { place: { offerId: offer.id, until: iso(offer.until) } } : {}
}

/** The Program's own; a retired one only for whoever has chosen it, who can take it off. */
async function ownOffered(ports: Ports, programId: string, participant: Participant | undefined) {
  const had = participant?.topics.map(({ topic }) => topic) ?? []
  return (await ownTopics(ports, programId)).flatMap(({ key, retired }) =>
    retired && !had.includes(key) ? [] : [key],
  )
}

/** Told before somebody fills in the form, and only to whoever could. */
async function entryFor(
  { store }: Ports,
  { id, stage, admission }: Cohort,
  person: Person,
  participant: Participant | undefined,
): Promise<Out<'myMentoring'>['entry']> {
  if (!admission || !mayInvite(stage) || (participant && takesPart(participant))) return undefined
  const everybody = await store.participants.list(id)
  const stands = (side: Side) => {
    const no = refuseEntry(admission, person, side)
    if (no) return no.refused === 'not-admitted' ? ('not-admitted' as const) : ('unknown' as const)
    return placesLeft(admission, everybody, side) === 0 ? ('full' as const) : ('open' as const)
  }
  const sides = { mentor: stands('mentor'), mentee: stands('mentee') }
  return { admission, sides, isShut: !mayBe(sides, 'mentor') && !mayBe(sides, 'mentee') }
}

const takesPart = ({ state }: Participant) => state !== 'left' && state !== 'declined'

type Sides = NonNullable<Out<'myMentoring'>['entry']>['sides']

const mayBe = (sides: Sides, side: Side) => sides[side] === 'open' || sides[side] === 'full'

/** The form begins with a side that they may choose, where there is one. */
function sideFor(suggested: Side, sides: Sides | undefined): Side {
  const other = suggested === 'mentor' ? 'mentee' : 'mentor'
  return sides && !mayBe(sides, suggested) && mayBe(sides, other) ? other : suggested
}

export function myMentoringRoutes(ports: Ports): Pick<Handlers, 'myMentoring' | 'answerCheckIn'> {
  const { store, clock } = ports
  return {
    myMentoring: asks('read-own-mentoring', ownThings, async (asker, { cohort: wanted }) => {
      const person = await store.people.get(asker.personId)
      if (!person) return refuse('not-eligible')
      const cohort = await chooseCohort(ports, asker.personId, wanted)
      const program = cohort && (await store.programs.get(cohort.programId))
      const participant = cohort && (await store.participants.of(cohort.id, person.id))
      const pairings = cohort ? await myPairings(ports, cohort, person.id) : []
      const invitation = cohort && !participant ? await invitationFor(ports, cohort, person.id) : undefined
      const entry = cohort && (await entryFor(ports, cohort, person, participant))
      const before = await prefill(ports, person, participant)
      const suggested = sideFor(invitation?.side ?? before.sideSuggested, entry?.sides)
      const forms = cohort ? await asksOf(ports, cohort, person.id) : []
      return {
        now: iso(clock.now()),
        cohort: cohort && program ? await cohortOf(ports, cohort, program, participant) : null,
        participant: participant ? participantView(participant) : null,
        prefill: {
          ...before,
          ...(invitation || suggested !== before.sideSuggested ? { sideSuggested: suggested } : {}),
          ...(suggested === before.sideSuggested ? {} : { side: suggested }),
        },
        offered: {
          topics: [...topics, ...(program ? await ownOffered(ports, program.id, participant) : [])],
          ...{ interests: [...interests], languages },
        },
        pairings,
        ...(participant ? await placeFor(ports, participant) : {}),
        ...(invitation ? { invitation } : {}),
        ...(entry ? { entry } : {}),
        steps: cohort ? stepsOf(cohort, participant, pairings, clock.now()) : [],
        waiting: [
          ...waitingOf(pairings, participant, program),
          ...(cohort ? await requestsOf(ports, cohort, person.id) : []),
          ...forms.flatMap(({ key, state }) =>
            state === 'asked' ? [{ kind: 'ask' as const, askKey: key }] : [],
          ),
        ],
        asks: forms,
      }
    }),
    answerCheckIn: asks(
      'answer-check-in',
      async (_, { sessionId }) => {
        const session = await store.sessions.get(sessionId)
        return { pairing: session && (await store.pairings.get(session.pairingId)) }
      },
      async (asker, { sessionId, held, worth, obstacle }) => {
        const given = { held, obstacle, ...(worth === undefined ? {} : { worth }) }
        const answer = await recordCheckIn(ports, sessionId, asker.personId, given)
        return isRefused(answer) ? answer : { state: 'answered' as const }
      },
      ({ pairing }) => refuse(pairing ? 'not-yours' : 'not-found'),
    ),
  }
}
