/** The source rows of each measure, out of what is known of a Cohort. Pure: the order of what is handed in does not matter. */
import type { Side } from '../../enrolment/participant.ts'
import type { Ask } from '../../meeting/ask.ts'
import type { CheckIn } from '../../meeting/check-in.ts'
import type { FormName } from '../../meeting/form.ts'
import type { Shared } from '../../meeting/idea.ts'
import type { PersonId } from '../../organization/person.ts'
import { type Pairing, type PairingId, realStates } from '../../pairing/pairing.ts'
import { defaultVersion } from '../../program/content.ts'
import { isWaived, type Session } from '../../scheduling/session.ts'
import { dayMs } from '../../span.ts'
import { grouped } from '../grouped.ts'
import { settledOf } from '../pooled.ts'
import type { Row } from './row.ts'

/** A Session that is over and whose question has closed, and what came of it. */
export interface ClosedSession {
  session: Session
  held: boolean
  answers: readonly CheckIn[]
  closedAt: Date
}

export interface MeasureFacts {
  pairings: readonly Pairing[]
  sessions: readonly Session[]
  asks: readonly Ask[]
  /** Where each stands at the start, 1 to 5. */
  goalStart: ReadonlyMap<PersonId, number>
  /** When the second of the two signed an agreement first. */
  agreedAt: ReadonlyMap<PairingId, Date>
  /** When somebody finished the last lesson of their side; nobody who has not. */
  trainedAt: ReadonlyMap<PersonId, Date>
  closed: readonly ClosedSession[]
  /** Those that both agreed to share; nobody counts another. */
  ideas: readonly Shared[]
  /** Of the arc. */
  planned: number
}

type RealPairing = Extract<Pairing, { approvedAt: Date }>

const two = ({ mentorId, menteeId }: Pairing) => [mentorId, menteeId]

const isReal = (pairing: Pairing): pairing is RealPairing =>
  (realStates as readonly string[]).includes(pairing.state)

/** Pairs whose second Session's time has come: 1 where both had signed by then. */
export function agreementRows({ pairings, sessions, agreedAt }: MeasureFacts, at: Date): Row[] {
  const second = new Map(
    sessions.flatMap((one) => (one.number === 2 && !isWaived(one) ? [[one.pairingId, one.startsAt]] : [])),
  )
  return pairings.filter(isReal).flatMap((pairing) => {
    const since = second.get(pairing.id)
    if (!since || since > at) return []
    const signed = agreedAt.get(pairing.id)
    return [{ people: two(pairing), value: signed && signed < since ? 1 : 0, since }]
  })
}

/** Everybody who ever had a Pairing: 1 where they had finished their lessons when the first was approved. */
export function trainingRows({ pairings, trainedAt }: MeasureFacts): Row[] {
  const first = new Map<PersonId, Date>()
  for (const pairing of pairings.filter(isReal)) {
    for (const personId of two(pairing)) {
      const known = first.get(personId)
      if (!known || pairing.approvedAt < known) first.set(personId, pairing.approvedAt)
    }
  }
  return [...first].map(([personId, since]) => {
    const trained = trainedAt.get(personId)
    return { people: [personId], value: trained && trained <= since ? 1 : 0, since }
  })
}

/** Shared ideas that are decided for good: 1 where one goes ahead. What is put off may still become either. */
export function ideaRows({ pairings, ideas }: MeasureFacts): Row[] {
  const twoOf = new Map(pairings.map((one) => [one.id, two(one)]))
  return ideas.flatMap((idea) => {
    if (idea.state === 'shared' || idea.state === 'later') return []
    const value = idea.state === 'not-now' ? 0 : 1
    return [{ people: twoOf.get(idea.pairingId) ?? [], value, since: idea.decidedAt }]
  })
}

/** Days from approval to the first Session that was held, a pair each. */
export function placementRows({ pairings, closed }: MeasureFacts): Row[] {
  const held = grouped(
    closed.filter((one) => one.held),
    ({ session }) => session.pairingId,
  )
  return pairings.filter(isReal).flatMap((pairing) => {
    const [first] = (held.get(pairing.id) ?? []).toSorted(
      (a, b) => a.session.startsAt.getTime() - b.session.startsAt.getTime(),
    )
    if (!first) return []
    const days = (first.session.startsAt.getTime() - pairing.approvedAt.getTime()) / dayMs
    return [{ people: two(pairing), value: Math.max(0, days), since: first.closedAt }]
  })
}

/**
 * Pairs that have come to an end, by the last form or before it: 1 with all Sessions but one held and the last form filled in by
 * at least one of the two.
 */
export function completionRows({ pairings, sessions, asks, closed, planned }: MeasureFacts, at: Date): Row[] {
  const forms = new Map(
    settledOf(formAsks(asks, 'closing'), at).flatMap((one) =>
      one.asks[0] ? [[one.asks[0].pairingId, one] as const] : [],
    ),
  )
  const closedBy = grouped(closed, ({ session }) => session.pairingId)
  const dueBy = grouped(
    sessions.filter((one) => one.state !== 'cancelled' && one.endsAt <= at),
    (one) => one.pairingId,
  )
  return pairings.filter(isReal).flatMap((pairing) => {
    const known = closedBy.get(pairing.id) ?? []
    const form = forms.get(pairing.id)
    const hasBegun = known.length > 0
    if (!hasBegun || (!form && pairing.state !== 'ended')) return []
    // A question that is still open may yet make it one more.
    if ((dueBy.get(pairing.id) ?? []).length > known.length) return []
    const held = known.filter((one) => one.held).length
    const isFilled = form?.asks.some(({ state }) => state === 'answered') ?? false
    const last = [
      ...known.map(({ closedAt }) => closedAt.getTime()),
      form?.settledAt.getTime() ?? 0,
      pairing.state === 'ended' ? pairing.endedAt.getTime() : 0,
    ]
    const value = held >= planned - 1 && isFilled ? 1 : 0
    return [{ people: two(pairing), value, since: new Date(Math.max(...last)) }]
  })
}

/** Sessions as they count: 1 where the Mentee moved it or said that they could not come. */
export function leaderMovedRows(facts: MeasureFacts, settled: readonly SettledSession[]): Row[] {
  const pairings = new Map(facts.pairings.map((one) => [one.id, one]))
  return settled.flatMap(({ session, since }) => {
    const pairing = pairings.get(session.pairingId)
    if (!pairing) return []
    const isLeader = [session.movedBy, session.declinedBy].includes(pairing.menteeId)
    return [{ people: two(pairing), value: isLeader ? 1 : 0, since }]
  })
}

/** What became of a Session that was due. */
export const fates = ['on-the-day', 'within-a-week', 'later', 'called-off', 'not-confirmed'] as const
export type Fate = (typeof fates)[number]

export interface SettledSession {
  session: Session
  held: boolean
  /** Within 7 days of the date agreed first. */
  kept: boolean
  since: Date
}

export function fateOf({ session, held, kept }: SettledSession): Fate {
  if (session.state === 'cancelled') return 'called-off'
  if (!held) return 'not-confirmed'
  if (!kept) return 'later'
  return session.movedFrom === undefined ? 'on-the-day' : 'within-a-week'
}

/** What the two named as being in the way, an answer each. */
export function obstacleRows({
  closed,
}: MeasureFacts): { people: PersonId[]; option: string; since: Date }[] {
  return closed.flatMap(({ answers, closedAt }) =>
    answers.flatMap(({ personId, answer }) =>
      answer && answer.obstacle !== 'nothing'
        ? [{ people: [personId], option: answer.obstacle, since: closedAt }]
        : [],
    ),
  )
}

/** As the product asks it: in a Program's own words it may be another question under the same name. */
const formAsks = (asks: readonly Ask[], form: FormName) =>
  asks.filter((ask) => ask.form === form && ask.version === defaultVersion)

export interface FormRows {
  rows: Row[]
  /** Everybody of that side who was asked, whoever answered. */
  asked: { people: readonly PersonId[]; since: Date }[]
}

/** Answers of one side to one question that is a scale. */
export function formRows(
  { asks }: MeasureFacts,
  form: FormName,
  question: string,
  side: Side,
  at: Date,
): FormRows {
  const settled = settledOf(formAsks(asks, form), at).flatMap(({ asks: of, settledAt }) =>
    of.flatMap((ask) => (ask.side === side ? [{ ask, since: settledAt }] : [])),
  )
  return {
    asked: settled.map(({ ask, since }) => ({ people: [ask.personId], since })),
    rows: settled.flatMap(({ ask, since }) => {
      const value = ask.answers?.[question]
      return typeof value === 'number' ? [{ people: [ask.personId], value, since }] : []
    }),
  }
}

export interface Growth {
  personId: PersonId
  before: number
  after: number
  since: Date
}

/** Where people stood with their goal and where they stand now; whoever has told both. */
export function growthRows(facts: MeasureFacts, { rows }: FormRows): Growth[] {
  return rows.flatMap(({ people: [personId], value, since }) => {
    const before = personId === undefined ? undefined : facts.goalStart.get(personId)
    return personId === undefined || before === undefined ? [] : [{ personId, before, after: value, since }]
  })
}
