/** Refusals and errors as RFC 9457 problems: a status, a code to branch on, the facts of the sentence. Never a stack. */
import type { Response } from 'express'
import type { z } from 'zod'
import { KeysUnavailable, Unauthenticated } from '../auth/entra.ts'
import type { Problem } from '../contract/index.ts'
import { Busy, isAway } from '../domain/fault.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ExclusionsUnreadable } from '../workflows/program/read-exclusions.ts'

const statusOfRefusal: Record<string, number> = {
  'not-found': 404,
  'not-yours': 403,
  'not-allowed': 403,
  'not-sponsor': 403,
  'own-text': 403,
  'not-your-list': 403,
  'role-needed': 403,
  'not-eligible': 403,
  'unknown-person': 422,
  'mailbox-missing': 422,
  'mailbox-out-of-reach': 422,
  'mailbox-without-teams': 422,
  'date-in-the-past': 422,
  'not-oneself': 422,
  'one-person-two-seats': 422,
  'channel-not-seen': 422,
  'list-without-lines': 422,
  'is-partner': 422,
  'worth-out-of-range': 422,
  'unknown-time-zone': 422,
}

/** What the domain said no to is a conflict with the state of things, unless the table says otherwise. */
export function fromRefusal({ refused, detail }: Refusal): Problem {
  const field = detail?.['field']
  return {
    ...basis(statusOfRefusal[refused] ?? 409, refused, `Refused: ${refused}`),
    ...(detail ? { detail } : {}),
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
