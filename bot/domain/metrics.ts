/**
 * Figures over a Cohort, each with the number of people or answers behind it and its formula. A figure over too few is
 * hidden: it has no value at all, and a figure that would let a hidden one be worked out by subtraction hides with it
 * (capability H4).
 */
import type { CheckIn } from './check-in.ts'
import type { Pairing } from './pairing.ts'
import type { Participant } from './participant.ts'
import type { PersonId } from './person.ts'
import { isWaived, type Session } from './session.ts'
import type { ShownFigure } from './summary.ts'

/** People, or answers, a figure needs before it is shown. */
export const threshold = 5

export type FigureKey =
  | 'pairs'
  | 'match-rate'
  | 'hold-kept'
  | 'contact-hours'
  | 'sessions-held'
  | 'session-value'
  | 'session-value-mentors'
  | 'session-value-mentees'
  | 'answer-rate'

export interface Figure extends ShownFigure {
  key: FigureKey
}

export interface CohortFacts {
  participants: Participant[]
  pairings: Pairing[]
  sessions: Session[]
  checkIns: CheckIn[]
  now: Date
}

/** In words with the field's terms; shown beside each figure. */
export const formulas: Record<FigureKey, string> = {
  pairs: 'Pairings approved or active',
  'match-rate': 'people in an approved Pairing ÷ people approved',
  'hold-kept':
    'Sessions held on the agreed date or within 7 days of it ÷ Sessions that are over and answered for or called off',
  'contact-hours': 'minutes of Sessions held ÷ 60',
  'sessions-held': 'Sessions that at least one side says took place',
  'session-value': 'mean of "worth my time", 1 to 5, both sides',
  'session-value-mentors': 'mean of "worth my time", 1 to 5, Mentors',
  'session-value-mentees': 'mean of "worth my time", 1 to 5, Mentees',
  'answer-rate': 'check-ins answered ÷ check-ins asked',
}

const weekMs = 7 * 86_400_000
const real = (pairing: Pairing) => pairing.state === 'approved' || pairing.state === 'active'

/** A Session that moved counts as kept when it took place within 7 days of the first agreed date. */
export function isKept(session: Session): boolean {
  if (session.state !== 'held') return false
  return !session.movedFrom || Math.abs(session.startsAt.getTime() - session.movedFrom.getTime()) <= weekMs
}

/**
 * What became of the Sessions that are over. settled: somebody said that it took place or did not, or called it off · open:
 * nobody has said anything yet, so it is neither kept nor lost. kept ÷ settled is the hold-kept rate.
 */
export function keptOf(sessions: Session[], now: Date): { kept: number; settled: number; open: number } {
  const due = dueSessions(sessions, now)
  const settled = due.filter(isSettled)
  return { kept: settled.filter(isKept).length, settled: settled.length, open: due.length - settled.length }
}

export function isSettled({ state, declinedBy }: Session): boolean {
  return state !== 'planned' || declinedBy !== undefined
}

/** Over, and not gone with its Pairing. */
export function dueSessions(sessions: Session[], now: Date): Session[] {
  return sessions.filter((session) => session.endsAt <= now && !isWaived(session))
}

export function figuresOf(facts: CohortFacts): Figure[] {
  const pairs = facts.pairings.filter(real)
  const paired = new Set(pairs.flatMap((pairing) => [pairing.mentorId, pairing.menteeId]))
  const approved = facts.participants.filter((one) => one.state === 'approved')
  const due = dueSessions(facts.sessions, facts.now)
  const held = due.filter((session) => session.state === 'held')
  const { kept, settled } = keptOf(facts.sessions, facts.now)
  const minutes = held.reduce((sum, one) => sum + (one.endsAt.getTime() - one.startsAt.getTime()) / 60_000, 0)
  const asked = facts.checkIns.filter((one) => one.state !== 'due')
  const answered = asked.filter((one) => one.state === 'answered')
  const peopleBehind = new Set(answered.map((one) => one.personId)).size
  return [
    shown('pairs', 'count', pairs.length, paired.size),
    shown('match-rate', 'percent', share(paired.size, approved.length), approved.length),
    shown('hold-kept', 'percent', share(kept, settled), settled),
    shown('sessions-held', 'count', held.length, held.length),
    shown('contact-hours', 'hours', round(minutes / 60), held.length),
    ...valueFigures(facts, answered),
    shown('answer-rate', 'percent', share(answered.length, asked.length), peopleBehind),
  ]
}

/** Both, Mentors, Mentees: when one side is too small, the other side hides too, or both minus one would tell it. */
function valueFigures({ participants }: CohortFacts, answered: CheckIn[]): Figure[] {
  const side = new Map<PersonId, string>(participants.map((one) => [one.personId, one.side]))
  const rated = answered.filter((one) => one.answer?.worth !== undefined)
  const of = (name: string) => rated.filter((one) => side.get(one.personId) === name)
  const both = rateFigure('session-value', rated)
  const mentors = rateFigure('session-value-mentors', of('mentor'))
  const mentees = rateFigure('session-value-mentees', of('mentee'))
  const telling = both.value !== undefined && (mentors.value === undefined || mentees.value === undefined)
  return telling
    ? [both, hidden('session-value-mentors', 'score'), hidden('session-value-mentees', 'score')]
    : [both, mentors, mentees]
}

function rateFigure(key: FigureKey, rated: CheckIn[]): Figure {
  const people = new Set(rated.map((one) => one.personId)).size
  const sum = rated.reduce((total, one) => total + (one.answer?.worth ?? 0), 0)
  return people < threshold
    ? hidden(key, 'score')
    : { key, unit: 'score', value: round(sum / rated.length), n: rated.length }
}

function hidden(key: FigureKey, unit: Figure['unit']): Figure {
  return { key, unit }
}

function shown(key: FigureKey, unit: Figure['unit'], value: number | undefined, n: number): Figure {
  return n < threshold || value === undefined ? hidden(key, unit) : { key, unit, value, n }
}

/** Percent with one decimal; nothing out of nothing is not zero. */
function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : round((100 * part) / whole)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
