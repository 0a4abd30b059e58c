/**
 * What two people agree on before they go deeper: terms that both sign, each with a goal of their own that the other reads from
 * then on. A change makes the next version, which nobody has signed; the last one that both signed stays in force until
 * both have signed another. An agreement is between the two; others learn whether there is one.
 */
import type { Side } from '../enrolment/participant.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { saysNothing } from '../written.ts'
import type { PairingId } from './pairing.ts'

/**
 * Sentences that stand in every agreement, in this order, where the Program has not written its own
 * (`bot/content/agreement.ts`); their words: `bot/words/agreement.ts`.
 */
export const standingTerms = [
  'purpose',
  'who-leads',
  'dates',
  'move',
  'confidential',
  'program-sees',
  'no-appraisal',
  'exit',
  'concerns',
  'review',
] as const

export const whoBooks = ['mentor', 'mentee', 'assistant'] as const
export const places = ['online', 'neutral', 'walk', 'mentors-place'] as const
/** Working hours within which a message is answered. */
export const replyHours = [24, 48, 72] as const
/** Hours before a session until which it is called off without hard feelings. */
export const noticeHours = [12, 24, 48] as const
export const mostWords = 300

/** What the two choose themselves. */
export interface Terms {
  books: (typeof whoBooks)[number]
  place: (typeof places)[number]
  reply: (typeof replyHours)[number]
  notice: (typeof noticeHours)[number]
  /** In their own words, or empty. */
  offLimits: string
  own: string
}

/** By practice: the Mentor leads, at a neutral place, and an answer comes within two working days. */
export const usualTerms: Terms = {
  ...{ books: 'mentor', place: 'online', reply: 48, notice: 24 },
  ...{ offLimits: '', own: '' },
}

export interface Signature {
  goal: string
  /** Where they stand today, 1 to 5. */
  goalStart: number
  at: Date
}

export interface Agreement {
  pairingId: PairingId
  /** From 1 on. */
  version: number
  /** The version of the sentences that stand in it, whatever the Program writes later. */
  template: number
  terms: Terms
  signatures: Partial<Record<Side, Signature>>
}

export type AgreementState = 'open' | 'signed-by-one' | 'in-force'

export function stateOf({ signatures }: Pick<Agreement, 'signatures'>): AgreementState {
  const signed = [signatures.mentor, signatures.mentee].filter(Boolean).length
  return signed === 2 ? 'in-force' : signed === 1 ? 'signed-by-one' : 'open'
}

/** @param template the newest: new drafts take it */
export function firstAgreement(pairingId: PairingId, template: number): Agreement {
  return { pairingId, version: 1, template, terms: usualTerms, signatures: {} }
}

export type AgreementRefusal = 'changed-meanwhile' | 'empty-text'

/**
 * Somebody writes other terms. Nobody's signature stands under words they have not seen: where there is one, it is the next
 * version. Other terms are written under the newest template. @param seen the version that was on the screen.
 */
export function changeTerms(
  current: Agreement,
  terms: Terms,
  seen: number,
  template: number,
): Agreement | Refusal<AgreementRefusal> {
  if (seen !== current.version) return refuse('changed-meanwhile')
  const trimmed = { ...terms, offLimits: terms.offLimits.trim(), own: terms.own.trim() }
  if (sameTerms(trimmed, current.terms)) return current
  const version = stateOf(current) === 'open' ? current.version : current.version + 1
  return { ...current, version, template, terms: trimmed, signatures: {} }
}

/** What two versions say differently. */
export const changedTerms = (was: Terms, now: Terms): (keyof Terms)[] =>
  (Object.keys(usualTerms) as (keyof Terms)[]).filter((key) => was[key] !== now[key])

const sameTerms = (one: Terms, other: Terms) => changedTerms(one, other).length === 0

/**
 * Signed again it is the same, with the goal as it is now, until both have signed. @param seen version and template that were on
 * the screen: nobody signs sentences that they have not read
 */
export function sign(
  current: Agreement,
  side: Side,
  { goal, goalStart, at }: Signature,
  seen: Pick<Agreement, 'version' | 'template'>,
): Agreement | Refusal<AgreementRefusal> {
  if (seen.version !== current.version || seen.template !== current.template)
    return refuse('changed-meanwhile')
  if (saysNothing(goal)) return refuse('empty-text', { field: 'goal' })
  if (stateOf(current) === 'in-force') return current
  const signature = { goal: goal.trim(), goalStart, at }
  return { ...current, signatures: { ...current.signatures, [side]: signature } }
}
