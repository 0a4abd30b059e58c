/**
 * The figures over a Cohort and how each is counted. What rests on answers comes from the snapshot (`snapshot.ts`); what
 * rests on who takes part is counted when it is asked for. Both are said as `disclosure.ts` allows.
 */

import type { Participant } from '../enrolment/participant.ts'
import type { PersonId } from '../organization/person.ts'
import { isLasting, type Pairing } from '../pairing/pairing.ts'
import { agreedStart } from '../scheduling/repair/repair.ts'
import type { Session } from '../scheduling/session.ts'
import { weekMs } from '../span.ts'
import { bandOf, shownShare } from './disclosure.ts'
import type { ShownFigure } from './summary.ts'

export const figureKeys = [
  'pairs',
  'match-rate',
  'hold-kept',
  'sessions-held',
  'contact-hours',
  'have-met',
  'session-value',
  'session-value-mentors',
  'session-value-mentees',
] as const
export type FigureKey = (typeof figureKeys)[number]

export interface Figure extends ShownFigure {
  key: FigureKey
}

/** In words with the field's terms; shown beside each figure. */
export const formulas: Record<FigureKey, string> = {
  pairs: 'Pairings approved or active',
  'match-rate': 'people in an approved Pairing ÷ people approved',
  'hold-kept':
    'Sessions confirmed on the agreed date or within 7 days of it ÷ Sessions whose question has closed or that were called off',
  'sessions-held': 'Sessions that at least one side says took place',
  'contact-hours': 'hours of Sessions held',
  'have-met': 'people of Pairings that have held a Session',
  'session-value': 'mean of "worth my time", 1 to 5, both sides',
  'session-value-mentors': 'mean of "worth my time", 1 to 5, Mentors',
  'session-value-mentees': 'mean of "worth my time", 1 to 5, Mentees',
}

const units: Record<FigureKey, ShownFigure['unit']> = {
  pairs: 'count',
  'match-rate': 'percent',
  'hold-kept': 'percent',
  'sessions-held': 'count',
  'contact-hours': 'hours',
  'have-met': 'count',
  'session-value': 'score',
  'session-value-mentors': 'score',
  'session-value-mentees': 'score',
}

/** A Session that moved counts as kept when it took place within 7 days of the first agreed date. */
export function isInTime(session: Session): boolean {
  return Math.abs(session.startsAt.getTime() - agreedStart(session).getTime()) <= weekMs
}

/** How many people of a Cohort came how far; a step with too few people has no number. */
export interface Steps {
  enrolled?: number
  approved?: number
  paired?: number
}

export interface PartFacts {
  participants: Participant[]
  pairings: Pairing[]
}

/** Figures about who takes part: nobody answered anything for them. */
export function partFigures(facts: PartFacts, threshold: number): Figure[] {
  const { pairs, paired, approved } = taking(facts)
  const among = new Set([...paired].filter((id) => approved.has(id)))
  const alone = new Set([...approved].filter((id) => !paired.has(id)))
  const share = shownShare(
    { count: among.size, people: among },
    { count: alone.size, people: alone },
    threshold,
  )
  const n = paired.size < threshold ? undefined : bandOf(paired.size)
  return [
    { key: 'pairs', unit: 'count', ...(n === undefined ? {} : { value: pairs.length, n }) },
    { key: 'match-rate', unit: 'percent', ...share },
  ]
}

export function stepsOf(facts: PartFacts, threshold: number): Steps {
  const { paired, approved } = taking(facts)
  const enough = (key: keyof Steps, count: number) => (count >= threshold ? { [key]: count } : {})
  return {
    ...enough('enrolled', facts.participants.length),
    ...enough('approved', approved.size),
    ...enough('paired', paired.size),
  }
}

/** Every figure, in the order of the list; one that is not known, or not to be said, without a value. */
export function allFigures(known: readonly Figure[]): Figure[] {
  return figureKeys.map((key) => known.find((figure) => figure.key === key) ?? { key, unit: units[key] })
}

function taking({ participants, pairings }: PartFacts) {
  const pairs = pairings.filter(isLasting)
  const paired = new Set<PersonId>(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const approved = new Set(participants.flatMap((one) => (one.state === 'approved' ? one.personId : [])))
  return { pairs, paired, approved }
}
