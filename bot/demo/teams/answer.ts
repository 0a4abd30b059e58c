/** What the connector answers, and the words in which Teams refuses. Codes as in Microsoft's error tables. */
import type { Request, Response } from 'express'
import { pause, takeFault } from '../graph/faults.ts'
import { logRequest } from '../graph/request-log.ts'
import type { Fault, TenantState } from '../state.ts'

export interface Answer {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

const refuse = (
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Answer => ({
  status,
  body: { error: { code, message } },
  headers,
})

export const refusals = {
  unauthorized: (): Answer => ({
    status: 401,
    body: { message: 'Authorization has been denied for this request.' },
    headers: { 'WWW-Authenticate': 'Bearer' },
  }),
  badArgument: (message: string) => refuse(400, 'BadArgument', message),
  notInRoster: () =>
    refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  notInstalled: () =>
    refuse(403, 'ForbiddenOperationException', "Bot is not installed in user's personal scope"),
  blocked: () => refuse(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'),
  noConversation: () => refuse(404, 'ConversationNotFound', 'Conversation not found.'),
  noActivity: () => refuse(404, 'ActivityNotFoundInConversation', 'Activity could not be found.'),
  notYours: () => refuse(403, 'ForbiddenOperationException', 'The message was not written by this bot.'),
  noMember: () =>
    refuse(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.'),
  tooBig: () => refuse(413, 'MessageSizeTooBig', 'Message size too large.'),
  throttled: (seconds: number) =>
    refuse(429, 'Throttled', 'API calls quota exceeded! Please retry after the given time.', {
      'Retry-After': String(seconds),
    }),
}

/**
 * Sends the answer through whatever fault is planned for it, and remembers the exchange. `decide` has its effect
 * when called, so "before" faults never call it and "after" faults lose what it returned.
 */
export async function answerThroughFaults(
  state: TenantState,
  request: Request,
  response: Response,
  decide: () => Promise<Answer>,
): Promise<void> {
  const path = request.originalUrl.replace(/^\/teams(\/service)?/, '')
  const fault = takeFault(state, 'teams', `${request.method} ${path}`)
  if (fault?.kind === 'slow') await pause(fault.delayMs ?? 1000)
  const spoilsFirst = fault && !['error-after', 'drop-after', 'slow'].includes(fault.kind)
  const real = spoilsFirst ? undefined : await decide()
  const answer = spoiled(fault, real)
  remember(state, request, path, answer)
  if (fault?.kind === 'drop-before' || fault?.kind === 'drop-after') {
    request.socket.destroy()
    return
  }
  response.status(answer.status).set(answer.headers ?? {})
  if (answer.body === undefined) response.end()
  else response.json(answer.body)
}

function spoiled(fault: Fault | undefined, real: Answer | undefined): Answer {
  if (!fault || fault.kind === 'slow') return real ?? { status: 500 }
  if (fault.kind === 'throttle') return refusals.throttled(fault.retryAfterSeconds ?? 1)
  if (fault.kind === 'expire-token') return refusals.unauthorized()
  if (fault.kind.startsWith('drop')) return { status: 0 }
  if (fault.body !== undefined) return { status: fault.status ?? 403, body: fault.body }
  return refuse(fault.status ?? 502, 'BadGateway', 'The service is temporarily unavailable.')
}

function remember(state: TenantState, request: Request, path: string, answer: Answer): void {
  logRequest(state, {
    service: 'teams',
    method: request.method,
    path,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        name === 'authorization' ? '(token)' : String(value),
      ]),
    ),
    requestBody: request.body,
    status: answer.status,
    responseHeaders: answer.headers ?? {},
    responseBody: answer.body,
  })
}
