/**
 * Where Graph tells that something changed in a calendar. It signs in with nothing but the secret of each subscription, so
 * a notification is only ever a reason to look: what changed is read from Graph afterwards. Answered before any reading,
 * since Graph waits three seconds. Source: change-notifications-delivery-webhooks and -lifecycle-events.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express'
import { z } from 'zod'
import { escapeHtml } from '../domain/escape-html.ts'
import { isAway } from '../domain/fault.ts'
import type { CalendarNotification, CalendarWatch } from '../domain/scheduling/calendar-watch.ts'
import { isStorable } from '../domain/storable.ts'
import type { Ports } from '../workflows/ports.ts'
import { hear } from '../workflows/scheduling/tend-watches.ts'
import {
  addressOf,
  anonymousAMinute,
  countByMinute,
  limitByAddress,
  notificationsOfOneAMinute,
  strangeNotificationsAMinute,
} from './limits.ts'

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
        // A directory's lines have other shapes: what does not fit is not read, and the rest of the line is.
        changeType: z.string().nullish().catch(undefined),
        resourceData: z.looseObject({ id: text.nullish() }).nullish().catch(undefined),
      }),
    )
    .max(1000),
})

const longestToken = 2048
/** So seldom do senders who were often wrong make us look. */
const lookAgainMs = 5000

export function outlookRoutes(deps: OutlookRoutesDeps): Router {
  const router = express.Router()
  const limit = limitByAddress(anonymousAMinute)
  const body = express.json({ limit: '1mb' })
  for (const path of Object.values(paths)) {
    router.use(path, keptNowhere)
    router.post(path, limit, answerValidation, body, receive(deps))
    router.use(path, turnedAway(deps))
  }
  return router
}

const keptNowhere: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
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
    .set({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    })
    .type('text/plain')
    .send(escapeHtml(token))
}

function receive({ ports, tenantId, log }: OutlookRoutesDeps): RequestHandler {
  const now = () => ports.clock.now()
  const watchesOf = watchReader(ports)
  const strangers = countByMinute(strangeNotificationsAMinute, now)
  const heardOf = countByMinute(notificationsOfOneAMinute, now)
  return async (request, response) => {
    const given = isStorable(request.body) ? posted.safeParse(request.body) : undefined
    if (!given?.success) {
      response.status(400).end()
      return
    }
    const items = given.data.value.map(asNotification)
    const sender = addressOf(request)
    const hasRoom = strangers.hasRoom(sender)
    const ids = [...new Set(items.map((item) => item.subscriptionId))]
    const watches = await watchesOf(ids, hasRoom)
    const heard = new Map<string, { mailbox: string; lifecycleEvent?: string; deletedId?: string }>()
    let foreign = 0
    for (const { subscriptionId, clientState, tenantId: from, lifecycleEvent, deletedId } of items) {
      const watch = watches.get(subscriptionId)
      const isOurs = isSameSecret(clientState ?? '', watch?.clientState) && (from ?? tenantId) === tenantId
      const key = `${subscriptionId} ${lifecycleEvent}`
      if (!watch || !isOurs) foreign += 1
      else if (heardOf.hasRoom(key)) {
        heardOf.add(key)
        const { mailbox } = watch
        heard.set([mailbox, lifecycleEvent, deletedId].join(' '), {
          mailbox,
          ...(lifecycleEvent ? { lifecycleEvent } : {}),
          ...(deletedId ? { deletedId } : {}),
        })
      }
    }
    for (const { mailbox, ...what } of heard.values()) await hear(ports, mailbox, what)
    if (foreign > 0) strangers.add(sender)
    if (foreign > 0 && hasRoom)
      log.warn({ foreign, of: items.length }, 'notifications of nobody we know were dropped')
    // Graph asks again for hours after a 4xx: a post with anything of ours in it never gets one.
    response.status(foreign === items.length && foreign > 0 && !hasRoom ? 429 : 202).end()
  }
}

/**
 * The watches of these subscriptions. Anybody can post, and have Graph itself post, about subscriptions of their own: the
 * database is asked about an unknown one only while its sender has not often been wrong, and otherwise once in a few
 * seconds about all of ours. One that is known is always heard, whoever else shares its sender's address.
 */
function watchReader({ store, clock }: OutlookRoutesDeps['ports']) {
  let known = new Set<string>()
  let lookedAt = Number.NEGATIVE_INFINITY
  return async (ids: readonly string[], mayLook: boolean): Promise<Map<string, CalendarWatch>> => {
    const now = clock.now().getTime()
    if (!mayLook && now - lookedAt >= lookAgainMs && ids.some((id) => !known.has(id))) {
      lookedAt = now
      known = new Set(await store.watches.subscriptionIds())
    }
    const found = await store.watches.ofSubscriptions(mayLook ? [...ids] : ids.filter((id) => known.has(id)))
    const watches = new Map<string, CalendarWatch>()
    for (const watch of found) {
      if (watch.subscriptionId === undefined) continue
      known.add(watch.subscriptionId)
      watches.set(watch.subscriptionId, watch)
    }
    return watches
  }
}

function asNotification(item: z.output<typeof posted>['value'][number]): CalendarNotification {
  const { subscriptionId, clientState, tenantId, lifecycleEvent, changeType, resourceData } = item
  const deletedId = changeType === 'deleted' ? resourceData?.id : undefined
  return {
    subscriptionId,
    ...(clientState ? { clientState } : {}),
    ...(tenantId ? { tenantId } : {}),
    ...(lifecycleEvent ? { lifecycleEvent } : {}),
    ...(deletedId ? { deletedId } : {}),
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
    if (response.headersSent) return
    if (isAway(error)) response.set('Retry-After', '5').status(503).end()
    else response.status(isTheirs ? status : 500).end()
  }
}
