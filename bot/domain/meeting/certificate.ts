/**
 * What somebody may show of a Pairing that is behind them: that they took part, on which side, in how many Sessions by their own
 * word, and of a Mentor what the Mentee confirms that they can. Never a rating, never an answer, never the partner's name.
 * Whoever holds its code may look up whether it is genuine.
 */
import type { Side } from '../enrolment/participant.ts'
import type { PersonId } from '../organization/person.ts'
import type { Pairing, PairingId } from '../pairing/pairing.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Session } from '../scheduling/session.ts'
import { minuteMs, utcDate } from '../span.ts'
import { type CheckIn, stateFor } from './check-in.ts'

/** What was done. */
export interface Deed {
  sessions: number
  minutes: number
  /** ISO dates of the first and the last of them. */
  from: string
  to: string
  /** What brought the two together. */
  topics: string[]
  /** Of a Mentor: what the Mentee confirmed. */
  skills: string[]
}

export interface Certificate extends Deed {
  code: string
  cohortId: CohortId
  pairingId: PairingId
  personId: PersonId
  side: Side
  issuedAt: Date
}

export type CertificateRefusal = 'pair-goes-on' | 'nothing-to-certify'

/**
 * The two have come to the end: the pair is over, or both are asked how it was. @param isAskedAtEnd the form at the end was
 * put to them
 */
export function isAtEnd({ state }: Pick<Pairing, 'state'>, isAskedAtEnd: boolean): boolean {
  return state === 'completed' || state === 'ended' || (state === 'active' && isAskedAtEnd)
}

/**
 * By this person's own word alone: a number that rested on what the other said would tell them what it was.
 * @param mine their check-ins of these Sessions
 */
export function deedOf(
  sessions: readonly Session[],
  mine: readonly CheckIn[],
  of: Pick<Deed, 'topics' | 'skills'>,
): Deed | Refusal<CertificateRefusal> {
  const held = sessions
    .filter(
      (session) =>
        stateFor(
          session,
          mine.find(({ sessionId }) => sessionId === session.id),
        ) === 'held',
    )
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return refuse('nothing-to-certify')
  const spans = held.map(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime())
  return {
    ...{ sessions: held.length, from: utcDate(first.startsAt), to: utcDate(last.startsAt) },
    minutes: Math.round(spans.reduce((sum, span) => sum + span, 0) / minuteMs),
    ...{ topics: [...of.topics], skills: [...of.skills] },
  }
}

/** Twenty signs of a random id, in fives of four: too many to guess, few enough to read aloud. @param id a UUID of version 4 */
export function codeFrom(id: string): string {
  const random = id.replaceAll('-', '')
  // Without the two digits that say which kind of UUID it is.
  const signs = `${random.slice(0, 12)}${random.slice(13, 16)}${random.slice(17, 22)}`.toUpperCase()
  return signs.match(/.{4}/g)!.join('-')
}

/** As somebody types it: in small letters, with other dashes or none. Undefined for what can be no code. */
export function readCode(text: string): string | undefined {
  const signs = text.replace(/[^0-9a-z]/gi, '').toUpperCase()
  return /^[0-9A-F]{20}$/.test(signs) ? signs.match(/.{4}/g)!.join('-') : undefined
}

/** Those of the list that are offered, each once, in the order in which they are offered. */
export function confirmedOf(
  offered: readonly string[],
  ticked: readonly string[],
): string[] | Refusal<'no-such-option'> {
  if (ticked.some((one) => !offered.includes(one))) return refuse('no-such-option')
  return offered.filter((one) => ticked.includes(one))
}
