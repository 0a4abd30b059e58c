/**
 * Where Graph tells that something changed in a calendar. It signs in with nothing but the secret of each subscription, so
 * a notification is only ever a reason to look: what changed is read from Graph afterwards. Answered before any reading,
 * since Graph waits three seconds. Source: change-notifications-delivery-webhooks and -lifecycle-events.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import { z } from 'zod'
import type { CalendarNotification } from '../domain/calendar-watch.ts'
import type { Ports } from '../workflows/ports.ts'
import { hear } from '../workflows/tend-watches.ts'

const paths = {
  notifications: '/api/outlook/notifications',
  lifecycle: '/api/outlook/lifecycle',
}

export function notificationUrls(publicUrl: string): { notifications: string; lifecycle: string } {
  return {
    notifications: `${publicUrl}${paths.notifications}`,
    lifecycle: `${publicUrl}${paths.lifecycle}`,
  }
}

export interface OutlookRoutesDeps {
  ports: Pick<Ports, 'store' | 'jobs' | 'clock'>
  tenantId: string
  log: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
    error(fields: object, message: string): void
  }
}

const text = z.string().max(1024)
/** One POST may mix subscriptions, and tenants that are not ours. */
const posted = z.object({
  value: z
    .array(
      z.looseObject({
        subscriptionId: text,
        clientState: text.nullish(),
        tenantId: text.nullish(),
        lifecycleEvent: text.nullish(),
      }),
    )
    .max(1000),
})

const longestToken = 2048
const requestsAMinute = 3000

export function outlookRoutes(deps: OutlookRoutesDeps): Router {
  const router = express.Router()
  const limit = rateLimit({ windowMs: 60_000, limit: requestsAMinute, legacyHeaders: false })
  const body = express.json({ limit: '1mb' })
  for (const path of Object.values(paths)) {
    router.post(path, limit, answerValidation, body, receive(deps))
    router.use(path, turnedAway(deps))
  }
  return router
}

/** Graph asks whether we are here: its token goes back as text, and never as anything a browser would run. */
const answerValidation: RequestHandler = (request, response, next) => {
  const token = request.query['validationToken']
  if (token === undefined) return next()
  if (typeof token !== 'string' || token.length > longestToken) {
    response.status(400).end()
    return
  }
  response
    .status(200)
    .set({ 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'" })
    .type('text/plain')
    .send(escaped(token))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (token: string) => token.replace(/[&<>"']/g, (sign) => entities[sign]!)

function receive({ ports, tenantId, log }: OutlookRoutesDeps): RequestHandler {
  return async (request, response) => {
    const given = posted.safeParse(request.body)
    if (!given.success) {
      response.status(400).end()
      return
    }
    const items = given.data.value.map(asNotification)
    const watches = await ports.store.watches.ofSubscriptions([
      ...new Set(items.map((item) => item.subscriptionId)),
    ])
    const bySubscription = new Map(watches.map((watch) => [watch.subscriptionId, watch]))
    const heard = new Map<string, { mailbox: string; lifecycleEvent?: string }>()
    let foreign = 0
    for (const { subscriptionId, clientState, tenantId: from, lifecycleEvent } of items) {
      const watch = bySubscription.get(subscriptionId)
      const isOurs = isSameSecret(clientState ?? '', watch?.clientState) && (from ?? tenantId) === tenantId
      if (watch && isOurs) {
        const { mailbox } = watch
        heard.set(`${mailbox} ${lifecycleEvent}`, { mailbox, ...(lifecycleEvent ? { lifecycleEvent } : {}) })
      } else foreign += 1
    }
    for (const { mailbox, ...what } of heard.values()) await hear(ports, mailbox, what)
    if (foreign > 0) log.warn({ foreign, of: items.length }, 'notifications of nobody we know were dropped')
    response.status(202).end()
  }
}

function asNotification(item: z.output<typeof posted>['value'][number]): CalendarNotification {
  const { subscriptionId, clientState, tenantId, lifecycleEvent } = item
  return {
    subscriptionId,
    ...(clientState ? { clientState } : {}),
    ...(tenantId ? { tenantId } : {}),
    ...(lifecycleEvent ? { lifecycleEvent } : {}),
  }
}

/** In constant time, whatever the two lengths; a subscription nobody knows takes as long as a wrong secret. */
function isSameSecret(given: string, known: string | undefined): boolean {
  const digest = (secret: string) => createHash('sha256').update(secret).digest()
  return timingSafeEqual(digest(given), digest(known ?? '')) && known !== undefined && known !== ''
}

/** Graph tries again for hours after anything but a 2xx: a body nobody understands says 4xx, a broken day says 500. */
function turnedAway({ log }: OutlookRoutesDeps): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const { status } = error as { status?: unknown }
    const isTheirs = typeof status === 'number' && status >= 400 && status < 500
    if (!isTheirs) log.error({ err: error }, 'a notification of Outlook could not be taken')
    if (!response.headersSent) response.status(isTheirs ? status : 500).end()
  }
}
