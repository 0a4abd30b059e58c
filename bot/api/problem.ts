/** Refusals and errors as RFC 9457 problems: a status, a code to branch on, the facts of the sentence. Never a stack. */
import type { Response } from 'express'
import type { z } from 'zod'
import { KeysUnavailable, Unauthenticated } from '../auth/entra.ts'
import type { Problem } from '../contract/index.ts'
import { Busy, isAway } from '../domain/fault.ts'
import type { Refusal, RefusalName } from '../domain/refusal.ts'
import { ExclusionsUnreadable } from '../workflows/program/read-exclusions.ts'

/** What the domain said no to is mostly a conflict with the state of things. */
export const statusOfRefusal: Record<RefusalName, number> = {
  'same-person': 409,
  'line-unknown': 409,
  'below-direct-report': 409,
  'shared-reporting-line': 409,
  'same-manager': 409,
  'dotted-line': 409,
  'former-manager': 409,
  blocked: 409,
  conflict: 409,
  forbidden: 409,
  'earlier-pair': 409,
  capacity: 409,
  'minimum-service': 409,
  'seniority-gap': 409,
  'common-language': 409,
  'working-hours': 409,
  'zone-distance': 409,
  location: 409,
  'already-asked': 409,
  'already-booked': 409,
  'already-chosen': 409,
  'already-declined-once': 409,
  'already-ended': 409,
  'already-left': 409,
  'already-over': 409,
  'already-paired': 409,
  'already-published': 409,
  'already-running': 409,
  'approval-under-way': 409,
  'changed-since': 409,
  'pairs-not-approved': 409,
  'bad-capacity': 409,
  'being-booked': 409,
  'calendar-unknown': 409,
  'cannot-be-paired': 409,
  'changed-meanwhile': 409,
  'channel-not-seen': 422,
  'chart-not-read': 409,
  'chosen-twice': 409,
  'date-in-the-past': 422,
  'dates-out-of-order': 422,
  'nothing-noted': 422,
  'too-far-ahead': 422,
  'empty-text': 409,
  'list-full': 409,
  'idea-owner-leads': 422,
  'cohort-closed': 409,
  'not-both': 409,
  'end-not-measured': 409,
  'enrolment-closed': 409,
  'first-session-over': 409,
  'letter-missing': 409,
  'nothing-to-certify': 409,
  'pair-goes-on': 409,
  'has-partner': 409,
  'has-a-manager': 409,
  'has-seat-already': 409,
  'is-partner': 422,
  'last-organizer': 409,
  'file-columns-missing': 409,
  'file-without-lines': 422,
  'list-columns-missing': 409,
  'nominated-already': 409,
  'nominates-oneself': 422,
  'too-many-nominations': 409,
  'list-empty': 409,
  'list-encoding': 409,
  'list-not-text': 409,
  'list-without-lines': 422,
  'list-workbook': 409,
  'mailbox-missing': 422,
  'mailbox-out-of-reach': 422,
  'mailbox-without-teams': 422,
  'moves-booked': 409,
  'name-taken': 409,
  'no-challenge': 409,
  'no-channel': 409,
  'no-common-slot': 409,
  'no-longer-open': 409,
  'no-session-left': 409,
  'no-sponsor': 409,
  'no-stand-in': 409,
  'no-such-option': 409,
  'needed-by-figures': 409,
  'nobody-left-to-meet': 409,
  'nobody-may-meet': 409,
  'not-admitted': 403,
  'admission-unknown': 403,
  'side-full': 409,
  'not-allowed': 403,
  'not-drafted': 409,
  'not-eligible': 403,
  'not-enrolled': 409,
  'not-found': 404,
  'not-independent': 422,
  'not-oneself': 422,
  'not-proposed': 409,
  'not-published': 409,
  'not-sponsor': 403,
  'not-submitted': 409,
  'not-taking-part': 409,
  'not-trained': 409,
  'not-waiting': 409,
  'no-place-free': 409,
  'cannot-keep': 409,
  'not-first-in-line': 409,
  'not-your-list': 403,
  'not-yours': 403,
  'old-ground-rules': 409,
  'one-person-two-seats': 422,
  'own-text': 403,
  'person-left': 409,
  'plan-outdated': 409,
  'rating-out-of-range': 409,
  'request-waiting': 409,
  'role-needed': 403,
  'round-not-begun': 409,
  'run-over': 409,
  'run-under-way': 409,
  'scenario-not-run': 409,
  'session-not-over': 409,
  'session-over': 409,
  'slot-not-free': 409,
  'stage-out-of-order': 409,
  'still-in-directory': 409,
  'still-organizes': 409,
  'text-does-not-fit': 422,
  'time-passed': 409,
  'too-late': 409,
  'too-many-choices': 409,
  'too-many-people': 409,
  'too-many-of-a-role': 409,
  'too-many-scenarios': 409,
  'too-many-to-weigh': 409,
  'topic-in-use': 409,
  'topic-not-offered': 409,
  'unknown-gap': 422,
  'undo-over': 409,
  'unknown-person': 422,
  'way-closed': 409,
  'answer-missing': 422,
  'reviews-missing': 409,
  'another-part-already': 409,
  'answer-out-of-range': 422,
  'worth-out-of-range': 422,
}

export function fromRefusal({ refused, detail, saved }: Refusal): Problem {
  const field = detail?.['field']
  return {
    ...basis(statusOfRefusal[refused], refused, `Refused: ${refused}`),
    ...(detail ? { detail } : {}),
    ...(saved ? { saved } : {}),
    ...(typeof field === 'string' ? { field } : {}),
  }
}

export function fromInput(error: z.ZodError): Problem {
  const issue = error.issues[0]
  const field = issue?.path.join('.') ?? ''
  return {
    ...basis(400, 'bad-input', issue ? `${field}: ${issue.message}` : 'The input is not understood.'),
    field,
  }
}

export const notFound: Problem = basis(404, 'no-such-route', 'There is nothing here.')
export const unstorable: Problem = basis(
  400,
  'bad-input',
  'There is a sign in the request that no text holds.',
)
export const tooMany: Problem = basis(429, 'too-many-requests', 'Too many requests; please wait a moment.')

/** @returns the problem, and whether it is ours to look at. */
export function fromError(error: unknown): { problem: Problem; ours: boolean } {
  if (error instanceof Unauthenticated) {
    return { problem: basis(401, error.code, 'Please sign in again.'), ours: false }
  }
  if (error instanceof KeysUnavailable) {
    // Said once in the log, by whoever reads the keys.
    return { problem: basis(503, error.code, 'Nobody can be recognised just now.'), ours: false }
  }
  if (error instanceof ExclusionsUnreadable) {
    const { code, source } = error
    return {
      problem: {
        ...basis(503, code, 'Nobody is paired until every exclusion is known.'),
        detail: { source },
      },
      ours: true,
    }
  }
  if (error instanceof Busy) {
    return {
      problem: basis(503, error.code, 'Many people are looking just now; please ask again.'),
      ours: true,
    }
  }
  if (isAway(error)) {
    return { problem: basis(503, 'database-away', 'We are back in a moment; please ask again.'), ours: true }
  }
  const status = (error as { status?: unknown }).status
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { problem: basis(status, 'bad-request', 'The request is not understood.'), ours: false }
  }
  return { problem: basis(500, 'internal', 'Something went wrong on our side.'), ours: true }
}

export function send(response: Response, problem: Problem, requestId: string): void {
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer')
  if (problem.status === 503) response.set('Retry-After', backInSeconds)
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .json({ ...problem, requestId })
}

/** Said with every 503, and what the tab waits. */
const backInSeconds = '5'

function basis(status: number, code: string, title: string): Problem {
  return { type: `urn:reverse-mentoring:${code}`, status, code, title }
}
