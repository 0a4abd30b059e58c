/**
 * The one shape of a named "no". Domain functions return it for what is expected to happen (a rule forbids, a state
 * does not allow); what is broken (Graph down, bad token) is thrown instead.
 */
import { ruleNames } from '../engine/rule-names.ts'

/**
 * Every "no" the product knows. A new one needs a status (`bot/api/problem.ts`) and words in every language
 * (`bot/words`), or it does not compile.
 */
export const refusalNames = [
  ...ruleNames,
  'admission-unknown',
  'already-asked',
  'already-booked',
  'already-chosen',
  'already-declined-once',
  'already-ended',
  'already-left',
  'already-over',
  'already-paired',
  'already-published',
  'already-running',
  'another-part-already',
  'answer-missing',
  'answer-out-of-range',
  'approval-under-way',
  'changed-since',
  'bad-capacity',
  'being-booked',
  'calendar-unknown',
  'cannot-be-paired',
  'cannot-keep',
  'changed-meanwhile',
  'channel-not-seen',
  'chart-not-read',
  'chosen-twice',
  'cohort-closed',
  'date-in-the-past',
  'dates-out-of-order',
  'nothing-noted',
  'nothing-to-certify',
  'reviews-missing',
  'too-far-ahead',
  'empty-text',
  'list-full',
  'end-not-measured',
  'enrolment-closed',
  'first-session-over',
  'has-a-manager',
  'has-partner',
  'has-seat-already',
  'file-columns-missing',
  'file-without-lines',
  'idea-owner-leads',
  'is-partner',
  'last-organizer',
  'letter-missing',
  'list-columns-missing',
  'nominated-already',
  'nominates-oneself',
  'too-many-nominations',
  'list-empty',
  'list-encoding',
  'list-not-text',
  'list-without-lines',
  'list-workbook',
  'mailbox-missing',
  'mailbox-out-of-reach',
  'mailbox-without-teams',
  'moves-booked',
  'name-taken',
  'no-challenge',
  'no-channel',
  'no-common-slot',
  'no-longer-open',
  'no-place-free',
  'no-session-left',
  'no-sponsor',
  'no-stand-in',
  'no-such-option',
  'needed-by-figures',
  'nobody-left-to-meet',
  'nobody-may-meet',
  'not-admitted',
  'not-allowed',
  'not-both',
  'not-drafted',
  'not-eligible',
  'not-enrolled',
  'not-first-in-line',
  'not-found',
  'not-independent',
  'not-oneself',
  'not-proposed',
  'not-published',
  'not-sponsor',
  'not-submitted',
  'not-taking-part',
  'not-trained',
  'not-waiting',
  'not-your-list',
  'not-yours',
  'old-ground-rules',
  'one-person-two-seats',
  'own-text',
  'pair-goes-on',
  'pairs-not-approved',
  'person-left',
  'plan-outdated',
  'rating-out-of-range',
  'request-waiting',
  'role-needed',
  'round-not-begun',
  'run-over',
  'run-under-way',
  'scenario-not-run',
  'session-not-over',
  'session-over',
  'side-full',
  'slot-not-free',
  'stage-out-of-order',
  'still-in-directory',
  'still-organizes',
  'text-does-not-fit',
  'time-passed',
  'too-late',
  'too-many-choices',
  'too-many-of-a-role',
  'too-many-people',
  'too-many-scenarios',
  'too-many-to-weigh',
  'topic-in-use',
  'topic-not-offered',
  'unknown-gap',
  'undo-over',
  'unknown-person',
  'way-closed',
  'worth-out-of-range',
] as const
export type RefusalName = (typeof refusalNames)[number]

export interface Refusal<Name extends RefusalName = RefusalName> {
  refused: Name
  /** Facts a screen or card fills its sentence with. Never content that the reader may not see. */
  detail?: Record<string, string | number>
  /** Of `changed-meanwhile`: what stands there now, as whoever asks may read it. */
  saved?: { now: object }
}

export function refuse<Name extends RefusalName>(
  refused: Name,
  detail?: Record<string, string | number>,
): Refusal<Name> {
  return detail ? { refused, detail } : { refused }
}

export function isRefused(decision: unknown): decision is Refusal {
  if (typeof decision !== 'object' || decision === null || !('refused' in decision)) return false
  // An answer may count refusals under the same word; a Refusal names one.
  return typeof decision.refused === 'string'
}
