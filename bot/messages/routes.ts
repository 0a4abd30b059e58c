/** POST /api/messages: where Teams speaks to the bot. */
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express'
import { isAway } from '../domain/fault.ts'
import type { BotAdapter, Log, Sender } from './adapter.ts'
import type { Handler } from './incoming.ts'
import { NotAdmitted } from './not-admitted.ts'

export interface BotRoutesDeps {
  adapter: BotAdapter
  handle: Handler
  /** Before those who are turned away: too many of them are not even told why. */
  limitStrangers?: RequestHandler
  log: Log
}

export function botRoutes({ adapter, handle, limitStrangers, log }: BotRoutesDeps): Router {
  const router = express.Router()
  const recognise: RequestHandler = async (request, response, next) => {
    response.locals['sender'] = await adapter.recognise(request.headers.authorization)
    next()
  }
  // Nobody's body is read before it is known whose it is.
  router.post('/api/messages', recognise, express.json({ limit: '256kb' }), async (request, response) => {
    const sender = response.locals['sender'] as Sender
    const { status, body } = await adapter.receive(sender, request.body, handle)
    response.set('Cache-Control', 'no-store')
    if (body === undefined) response.status(status).end()
    else response.status(status).json(body)
  })
  if (limitStrangers) router.use('/api/messages', onlyStrangers(limitStrangers))
  router.use('/api/messages', turnedAway(log))
  return router
}

/** Counted where somebody is turned away, so that nobody's noise keeps out who comes from the same address with a good token. */
function onlyStrangers(limit: RequestHandler): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (statusOf(error) < 500) void limit(request, response, () => next(error))
    else next(error)
  }
}

/** One answer a status, no stack and no reason that would help somebody who guesses. */
function turnedAway(log: Log): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const status = statusOf(error)
    const fields = { status, code: error?.code ?? error?.type, err: status >= 500 ? error : undefined }
    // Keys that cannot be read are said once in the log, by whoever reads them.
    if (error?.code === 'keys-unavailable')
      log.info({ status, code: error.code }, 'An activity was turned away')
    else if (status >= 500) log.error(fields, 'An activity could not be handled')
    else log.warn(fields, 'An activity was turned away')
    if (response.headersSent) {
      request.destroy()
      return
    }
    if (status === 401) response.set('WWW-Authenticate', 'Bearer')
    if (status === 503) response.set('Retry-After', '5')
    response.status(status).set('Cache-Control', 'no-store').json({ status })
  }
}

/** body-parser's own faults (no JSON, too large) say 400 or 413. */
function statusOf(error: unknown): number {
  if (error instanceof NotAdmitted) return error.status
  // Teams sends the activity again.
  if (isAway(error)) return 503
  const status = (error as { status?: unknown } | undefined)?.status
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
