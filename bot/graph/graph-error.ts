/** What went wrong between us and Graph, in words for whoever can fix it and fields to branch on. */
import { Fault } from '../domain/fault.ts'
import { pathShape } from './path-shape.ts'

export interface GraphErrorFields {
  /** HTTP status; 0 when no answer came. */
  status: number
  /** Graph's most specific known code, or one of ours: `bad-id`, `network`, `timeout`, `foreign-link`, `token-refused`, `throttled`. */
  code: string
  requestId?: string
  /** Milliseconds that Graph asked to wait. */
  retryAfter?: number
  /** The error object of the answer, for what only one call knows (`@event.existingEventId`). */
  body?: Record<string, unknown>
  cause?: unknown
}

export class GraphError extends Fault {
  override readonly name = 'GraphError'
  readonly status: number
  readonly code: string
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined
  readonly body: Record<string, unknown> | undefined

  constructor(message: string, fields: GraphErrorFields) {
    super(message, fields.cause === undefined ? {} : { cause: fields.cause })
    this.status = fields.status
    this.code = fields.code
    this.requestId = fields.requestId
    this.retryAfter = fields.retryAfter
    this.body = fields.body
  }
}

export function isGraphError(error: unknown): error is GraphError {
  return error instanceof GraphError
}

/** The answer never came, or says nothing about what happened: a write may have been done. */
export function isOutcomeUnknown(error: unknown): boolean {
  return isGraphError(error) && (error.status === 0 ? error.code !== 'foreign-link' : error.status >= 500)
}

/** Graph nests codes; the innermost is the most specific. The outer one may be an empty string. */
export function codesOf(body: unknown): string[] {
  const codes: string[] = []
  let level: unknown = isRecord(body) ? body.error : undefined
  while (isRecord(level)) {
    if (typeof level.code === 'string' && level.code) codes.push(level.code)
    level = level.innerError ?? level.innererror
  }
  return codes
}

export function errorFromAnswer(
  answer: { status: number; body: unknown; requestId?: string | undefined; retryAfter?: number | undefined },
  what: { method: string; path: string },
): GraphError {
  const error = isRecord(answer.body) && isRecord(answer.body.error) ? answer.body.error : {}
  const code = codesOf(answer.body).at(-1) ?? `http-${answer.status}`
  const inner = isRecord(error.innerError) ? error.innerError : {}
  const requestId =
    answer.requestId ?? (typeof inner['request-id'] === 'string' ? inner['request-id'] : undefined)
  return new GraphError(
    `Graph answered ${what.method} ${pathShape(what.path)} with ${answer.status} ${code}.${remedy(answer.status, code, what)}`,
    {
      status: answer.status,
      code,
      body: error,
      ...(requestId ? { requestId } : {}),
      ...(answer.retryAfter === undefined ? {} : { retryAfter: answer.retryAfter }),
    },
  )
}

function remedy(status: number, code: string, { method, path }: { method: string; path: string }): string {
  if (status === 401) return ' The application is not accepted: check its secret or federated credential.'
  if (status !== 403) return ''
  const permission = permissionFor(method, path)
  if (!permission) return ''
  const grant = ` Grant the application permission ${permission} in the Entra admin center, give admin consent, then try again.`
  return code === 'ErrorAccessDenied'
    ? `${grant} If it is granted, this mailbox lies outside what Exchange lets the application reach: widen that scope, or leave the person out.`
    : grant
}

/** Least application permission for each call this product makes. */
export function permissionFor(method: string, path: string): string | undefined {
  if (/\/getSchedule\b/.test(path)) return 'Calendars.ReadWrite'
  if (/\/(events|calendar|calendarView)\b/.test(path)) return 'Calendars.ReadWrite'
  if (/\/mailboxSettings\b/.test(path)) return 'MailboxSettings.Read'
  if (/\/joinedTeams\b/.test(path)) return 'Team.ReadBasic.All'
  if (/\/teams\/[^/]+\/channels\b/.test(path)) return 'Channel.ReadBasic.All'
  if (/\/sendMail\b/.test(path)) return 'Mail.Send'
  if (/\/teamwork\/installedApps\b/.test(path)) return 'TeamsAppInstallation.ReadWriteSelfForUser.All'
  if (/\/appCatalogs\b/.test(path)) return 'AppCatalog.Read.All'
  if (method === 'GET' && /\/users\b/.test(path)) return 'User.Read.All'
  return undefined
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The mailbox itself is not there: never had, lost with its license, soft-deleted, or of nobody. That says nothing about
 * an event in it. (Graph: "resolve mailbox is either inactive, soft-deleted, or hosted on-premise"; EWS response codes.)
 */
export function isMailboxGone({ status, code }: GraphError): boolean {
  if (
    /^(MailboxNotEnabled|MailboxNotFound|ErrorNonExistentMailbox|ErrorInvalidUser|ErrorMailboxNot)/i.test(
      code,
    )
  )
    return true
  return status === 404 && /^(Request_)?ResourceNotFound$/.test(code)
}

/** The event is not there; every other trouble is thrown, and a mailbox that is not there is one. */
export async function goneIs<T, U>(instead: U, work: Promise<T>): Promise<T | U> {
  return missingIs(instead, work, (error) => !isMailboxGone(error))
}

/** What lies in no mailbox is not there; every other trouble is thrown. */
export async function missingIs<T, U>(
  instead: U,
  work: Promise<T>,
  says: (error: GraphError) => boolean = () => true,
): Promise<T | U> {
  try {
    return await work
  } catch (error) {
    const isMissing = isGraphError(error) && (error.status === 404 || error.code === 'ErrorItemNotFound')
    if (isMissing && says(error)) return instead
    throw error
  }
}
