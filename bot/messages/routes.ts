/** POST /api/messages: where Teams speaks to the bot. */
import express, { type ErrorRequestHandler, type Router } from 'express'
import type { BotAdapter, Log } from './adapter.ts'
import { NotAdmitted } from './admission.ts'
import type { Handler } from './heard.ts'

export interface BotRoutesDeps {
  adapter: BotAdapter
  handle: Handler
  log: Log
}

export function botRoutes({ adapter, handle, log }: BotRoutesDeps): Router {
  const router = express.Router()
  router.post('/api/messages', express.json({ limit: '256kb' }), async (request, response) => {
    const { status, body } = await adapter.receive(request.headers.authorization, request.body, handle)
    if (body === undefined) response.status(status).end()
    else response.status(status).json(body)
  })
  router.use('/api/messages', turnedAway(log))
  return router
}

/** One answer a status, no stack and no reason that would help somebody who guesses. */
function turnedAway(log: Log): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const status = statusOf(error)
    const fields = { status, code: error?.code ?? error?.type, err: status >= 500 ? error : undefined }
    if (status >= 500) log.error(fields, 'An activity could not be handled')
    else log.warn(fields, 'An activity was turned away')
    if (response.headersSent) {
      request.destroy()
      return
    }
    if (status === 401) response.set('WWW-Authenticate', 'Bearer')
    if (status === 503) response.set('Retry-After', '5')
    response.status(status).json({ status })
  }
}

/** body-parser's own faults (no JSON, too large) say 400 or 413. */
function statusOf(error: unknown): number {
  if (error instanceof NotAdmitted) return error.status
  const status = (error as { status?: unknown } | undefined)?.status
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
