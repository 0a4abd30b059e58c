/**
 * What everybody above the two of a Pairing knows of answers: a picture of the Cohort that is taken anew on Mondays, the same
 * for every role, page, draft and card. Between two pictures no answer changes anything that anybody but its owner sees.
 *
 * Only answers whose question has closed are in it: they do not change any more, and a Session that nobody confirmed then
 * looks the same whether somebody said "no" or nobody said anything. A new picture is taken only when enough people's
 * answers are new in it, and not when these are all who were asked: then it would say that everybody answered.
 */

import { addDays } from '../calendar-date.ts'
import type { Participant } from '../enrolment/participant.ts'
import type { Ask } from '../meeting/ask.ts'
import { type CheckIn, closesAt, outcomeOf } from '../meeting/check-in.ts'
import type { Shared } from '../meeting/idea.ts'
import type { Outcome } from '../meeting/outcome.ts'
import type { PersonId } from '../organization/person.ts'
import type { Pairing, PairingId } from '../pairing/pairing.ts'
import type { Cohort, CohortId } from '../program/program.ts'
import { isWaived, type Session, type SessionId } from '../scheduling/session.ts'
import { firstMonday, hourMs, utcDate, weekMs } from '../span.ts'
import { bandOf, type Part, shownCount, shownMean, shownShare } from './disclosure.ts'
import { grouped } from './grouped.ts'
import { type Measure, nextMeasures } from './measures/measure.ts'
import { type Figure, type FigureKey, isInTime } from './metrics.ts'
import { type PooledFigure, pooledFigures } from './pooled.ts'

export interface KeptWeek {
  /** ISO date of its first day. */
  week: string
  value: number
  bound?: 'at-least' | 'at-most'
  n: number
}

export interface Snapshot {
  cohortId: CohortId
  /** The last Monday on which it was asked whether a new picture may be taken. */
  lookedAt: Date
  /** Up to when questions had closed that are in it; absent while there has been none. */
  takenAt?: Date
  /** How many people had answered by then; for nobody's eyes. */
  answered: number
  figures: (Figure & { takenAt: string })[]
  weeks: KeptWeek[]
  outcomes: Outcome[]
  /** Answers of the forms; each renewed by itself. */
  pooled: PooledFigure[]
  /** What was achieved beside; each renewed by itself. */
  measures: Measure[]
}

export interface AnswerFacts {
  cohort: Cohort
  participants: Participant[]
  pairings: Pairing[]
  sessions: Session[]
  checkIns: CheckIn[]
  asks: readonly Ask[]
  ideas: readonly Shared[]
  /** When a pair's agreement was first in force. */
  agreedAt: ReadonlyMap<PairingId, Date>
  /** When somebody had finished every lesson of their side. */
  trainedAt: ReadonlyMap<PersonId, Date>
}

/** When pictures are taken: Mondays, midnight UTC. Fixed, so that the moment says nothing. */
export function mondayBefore(now: Date): Date {
  return new Date(Math.floor((now.getTime() - firstMonday) / weekMs) * weekMs + firstMonday)
}

/** When the next one may be taken. */
export function nextMonday(now: Date): Date {
  return new Date(mondayBefore(now).getTime() + weekMs)
}

/** What is in the picture of that moment, or the one before where too few people's answers are new. */
export function nextSnapshot(
  before: Snapshot | undefined,
  facts: AnswerFacts,
  at: Date,
  threshold: number,
): Snapshot {
  const closed = closedSessions(facts, at)
  const fresh = closed.filter((one) => !before?.takenAt || one.closedAt > before.takenAt)
  const isNewPicture = isEnough(answeredIn(fresh), askedIn(fresh), threshold)
  const kept = {
    cohortId: facts.cohort.id,
    answered: 0,
    figures: [],
    weeks: [],
    outcomes: [],
    ...before,
    pooled: pooledFigures(facts.asks, before?.pooled ?? [], at, threshold),
    measures: nextMeasures(
      before?.measures ?? [],
      measureFacts(facts, closed),
      settledSessions(facts, closed, at),
      { at, threshold, isNewPicture },
    ),
    lookedAt: at,
  }
  if (!isNewPicture) return kept
  const outcomes = closed.map(({ session, answers }) => ({
    sessionId: session.id,
    held: isHeld(answers),
    obstacle: answers.some(({ answer }) => answer !== undefined && answer.obstacle !== 'nothing'),
  }))
  return {
    ...kept,
    takenAt: at,
    answered: answeredIn(closed).size,
    figures: [
      ...keptFigures(facts, closed, at, threshold),
      ...valueFigures(facts, closed, kept.figures, at, threshold),
    ],
    weeks: keptWeeks(facts, closed, kept.weeks, at, threshold),
    outcomes,
  }
}

function measureFacts(facts: AnswerFacts, closed: Closed[]) {
  const { pairings, sessions, asks, ideas, agreedAt, trainedAt, participants, cohort } = facts
  return {
    ...{ pairings, sessions, asks, ideas, agreedAt, trainedAt, planned: cohort.sessions },
    goalStart: new Map(
      participants.flatMap(({ personId, goalStart, isErased }) => (isErased ? [] : [[personId, goalStart]])),
    ),
    closed: closed.map((one) => ({ ...one, held: isHeld(one.answers) })),
  }
}

export function outcomesOf(snapshot: Snapshot | undefined): Map<SessionId, Outcome> {
  return new Map((snapshot?.outcomes ?? []).map((outcome) => [outcome.sessionId, outcome]))
}

/** Enough people's answers are new, and somebody who was asked may not be one of them. */
function isEnough(answered: ReadonlySet<PersonId>, asked: ReadonlySet<PersonId>, threshold: number): boolean {
  return answered.size >= threshold && asked.size > threshold
}

interface Closed {
  session: Session
  two: readonly PersonId[]
  answers: CheckIn[]
  closedAt: Date
}

function closedSessions({ pairings, sessions, checkIns }: AnswerFacts, at: Date): Closed[] {
  const twoOf = twoByPairing(pairings)
  const bySession = grouped(checkIns, ({ sessionId }) => sessionId)
  return sessions.flatMap((session) => {
    const two = twoOf.get(session.pairingId)
    const answers = bySession.get(session.id) ?? []
    const closedAt = closesAt(session, answers)
    if (!two || session.state === 'cancelled' || !closedAt || closedAt > at) return []
    return [{ session, two, answers: answers.filter(({ state }) => state === 'answered'), closedAt }]
  })
}

function twoByPairing(pairings: Pairing[]): Map<PairingId, readonly PersonId[]> {
  return new Map(pairings.map(({ id, mentorId, menteeId }) => [id, [mentorId, menteeId]]))
}

const isHeld = (answers: CheckIn[]) => outcomeOf(answers.map(({ answer }) => answer)) === 'held'

const answeredIn = (closed: Closed[]) =>
  new Set(closed.flatMap(({ answers }) => answers.map(({ personId }) => personId)))

const askedIn = (closed: Closed[]) => new Set(closed.flatMap(({ two }) => two))

/** Sessions as they count: confirmed and in time, or not. What was called off needs no answer. */
function settledSessions(facts: AnswerFacts, closed: Closed[], at: Date) {
  const twoOf = twoByPairing(facts.pairings)
  const off = facts.sessions.filter(
    (session) => session.state === 'cancelled' && session.endsAt <= at && !isWaived(session),
  )
  return [
    ...closed.map(({ session, two, answers, closedAt }) => ({
      ...{ session, two, held: isHeld(answers), since: closedAt },
    })),
    ...off.map((session) => {
      const two = twoOf.get(session.pairingId) ?? []
      return { session, two, held: false, since: session.endsAt }
    }),
  ].map((one) => ({ ...one, kept: one.held && isInTime(one.session) }))
}

type Settled = ReturnType<typeof settledSessions>[number]

function partOf(settled: Settled[]): Part {
  return { count: settled.length, people: new Set(settled.flatMap(({ two }) => two)) }
}

function shareKept(settled: Settled[], threshold: number) {
  const kept = partOf(settled.filter((one) => one.kept))
  return shownShare(kept, partOf(settled.filter((one) => !one.kept)), threshold)
}

function keptFigures(facts: AnswerFacts, closed: Closed[], at: Date, threshold: number): Snapshot['figures'] {
  const settled = settledSessions(facts, closed, at)
  const held = settled.filter((one) => one.held)
  const { people } = partOf(held)
  const ms = held.reduce(
    (sum, { session }) => sum + (session.endsAt.getTime() - session.startsAt.getTime()),
    0,
  )
  const takenAt = at.toISOString()
  return [
    { key: 'hold-kept', unit: 'percent', ...shareKept(settled, threshold), takenAt },
    { key: 'sessions-held', unit: 'count', ...shownCount(partOf(held), threshold), takenAt },
    {
      key: 'contact-hours',
      unit: 'hours',
      ...shownCount({ count: ms / hourMs, people }, threshold),
      takenAt,
    },
    { key: 'have-met', unit: 'count', ...shownCount({ count: people.size, people }, threshold), takenAt },
  ]
}

/**
 * Each is renewed only when enough of the people behind it are new. The two sides are shown together or not at all: one
 * beside both would tell the other.
 */
function valueFigures(
  { participants }: AnswerFacts,
  closed: Closed[],
  before: Snapshot['figures'],
  at: Date,
  threshold: number,
): Snapshot['figures'] {
  const side = new Map(participants.map((one) => [one.personId, one.side]))
  const held = closed.filter(({ answers }) => isHeld(answers))
  const of = (key: FigureKey, isIn: (personId: PersonId) => boolean) => {
    const last = before.find((figure) => figure.key === key)
    const rated = ratedIn(held).filter(({ personId }) => isIn(personId))
    const possible = [...askedIn(held)].filter(isIn)
    const fresh = held.filter(({ closedAt }) => !last || closedAt.toISOString() > last.takenAt)
    const freshPeople = new Set(ratedIn(fresh).flatMap(({ personId }) => (isIn(personId) ? [personId] : [])))
    const freshAsked = new Set([...askedIn(fresh)].filter(isIn))
    const shown = shownMean(rated, possible.length, threshold)
    const mayRenew = isEnough(freshPeople, freshAsked, threshold) && shown.value !== undefined
    return { last, mayRenew, renewed: { key, unit: 'score' as const, ...shown, takenAt: at.toISOString() } }
  }
  const both = of('session-value', () => true)
  const mentors = of('session-value-mentors', (id) => side.get(id) === 'mentor')
  const mentees = of('session-value-mentees', (id) => side.get(id) === 'mentee')
  const newSides = both.mayRenew && mentors.mayRenew && mentees.mayRenew
  return [
    ...(both.mayRenew ? [both.renewed] : keep(both.last)),
    ...(newSides ? [mentors.renewed, mentees.renewed] : [...keep(mentors.last), ...keep(mentees.last)]),
  ]
}

const keep = <T>(last: T | undefined): T[] => (last ? [last] : [])

function ratedIn(closed: Closed[]): { personId: PersonId; value: number }[] {
  return closed.flatMap(({ answers }) =>
    answers.flatMap(({ personId, answer }) =>
      answer?.worth === undefined ? [] : [{ personId, value: answer.worth }],
    ),
  )
}

/**
 * A week is counted once, when all its questions have closed, and stays as it was said. Weeks begin on Monday, as they do on the
 * Schedule; of a Cohort of which weeks were said that begin on its own day, they go on so: from two weeks that overlap one
 * could work out a single day.
 */
function keptWeeks(
  facts: AnswerFacts,
  closed: Closed[],
  before: KeptWeek[],
  at: Date,
  threshold: number,
): KeptWeek[] {
  const first = before[0]?.week ?? utcDate(mondayBefore(new Date(`${facts.cohort.startsOn}T00:00:00Z`)))
  const start = Date.parse(`${first}T00:00:00Z`)
  const weekOf = ({ startsAt }: Session) => Math.floor((startsAt.getTime() - start) / weekMs)
  const dateOf = (week: number) => addDays(first, 7 * week)
  const known = new Set(closed.map(({ session }) => session.id))
  const open = facts.sessions.filter(({ id, state }) => state !== 'cancelled' && !known.has(id)).map(weekOf)
  const said = new Set(before.map(({ week }) => week))
  const weeks = grouped(settledSessions(facts, closed, at), ({ session }) => weekOf(session))
  const fresh = [...weeks].flatMap(([week, settled]): KeptWeek[] => {
    const { value, n, bound } = shareKept(settled, threshold)
    if (open.includes(week) || said.has(dateOf(week)) || value === undefined || n === undefined) return []
    return [{ week: dateOf(week), value, n, ...(bound ? { bound } : {}) }]
  })
  return [...before, ...fresh].sort((a, b) => (a.week < b.week ? -1 : 1))
}

/** How many pairs, as it may be said: counted are their people. */
export function pairsBand(pairs: readonly { mentorId: PersonId; menteeId: PersonId }[], threshold: number) {
  const people = new Set(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])).size
  const band = bandOf(people)
  return people < threshold || band === undefined ? undefined : Math.ceil(band / 2)
}
