/**
 * What the page asks of the tenant, below `/_demo`: who I can be, my chat and calendar, the clock, what has been
 * done. JSON both ways; `/_demo/changes` is an event stream that says what to read again. It has no sign-in, since
 * it only ever speaks for invented people, and answers no other origin.
 */
import express, { type Request, type Response, Router } from 'express'
import { cancelInOutlook, endOfNextSession, readCalendar, startOfNextSession } from './control/calendar.ts'
import { openChat, shownTeams, unreadOf } from './control/chat.ts'
import { chooseLanguage, readsIn } from './control/language.ts'
import { createGuidedPath, STEPS, type Step } from './control/path.ts'
import { sendPhoto } from './control/photo.ts'
import { hostClient } from './entra/host-clients.ts'
import { issueNestedTokens } from './entra/nested-tokens.ts'
import { issueTabToken } from './entra-server.ts'
import { linkId } from './graph/app-routes.ts'
import { respondToEvent } from './graph-server.ts'
import { weekOf } from './life/week.ts'
import { dayMs, minuteMs } from './span.ts'
import type { TenantState } from './state.ts'
import { press, refresh, say, submit } from './teams/acts.ts'
import type { Tenant, TenantOptions } from './tenant-shape.ts'

const FAULTS_SHOWN = 200
/** In the order of the story they tell. */
const ROLES = ['mentor', 'mentee', 'organizer', 'communications', 'sponsor', 'newcomer'] as const

export function controlRoutes(
  tenant: Tenant,
  listeners: Set<(what: string) => void>,
  onAct: TenantOptions['onAct'],
): Router {
  const { state, keys, channel } = tenant
  const path = createGuidedPath(state)
  const router = Router()
  router.use(express.json({ limit: '1mb' }))
  const get = (at: string, read: (request: Request) => unknown) =>
    router.get(at, async (request, response) => void response.json(await read(request)))
  const post = (at: string, act: (body: Record<string, string> & { data?: object }) => unknown) =>
    router.post(at, async ({ body }, response) => {
      const result = await act(body)
      onAct?.({ kind: at.slice(1), personId: body.person, detail: body })
      response.json(result ?? { ok: true })
    })

  get('/company', () => shownCompany(tenant))
  get('/token', async (request) => {
    const { device = 'desktop', host = 'teams' } = request.query
    const asks = { host: hostClient(String(device), String(host)) }
    return { token: await issueTabToken(state, keys, asked(request, 'person'), asks) }
  })

  get('/nested-token', (request) => {
    const [person, clientId, scope, origin] = ['person', 'clientId', 'scope', 'origin'].map((name) =>
      asked(request, name),
    ) as [string, string, string, string]
    const app = tenant.productUrl() ?? state.tabResource.replace(/^api:/, 'http:')
    const asks = { personId: person, clientId, scope, origin }
    return issueNestedTokens(state, keys, asks, new URL(app).host)
  })

  get('/signed-in', (request) => ({ name: nameOf(tenant, asked(request, 'signInName')) }))

  router.get('/photo/:id', (request, response) => sendPhoto(tenant, String(request.params.id), response))
  get('/calendar', (request) =>
    readCalendar(tenant, asked(request, 'person'), asked(request, 'from'), asked(request, 'to')),
  )
  get('/next-session', async (request) => ({
    start: (await startOfNextSession(tenant, asked(request, 'person'))) ?? null,
  }))
  post('/calendar/respond', ({ person, eventId, response, occurrenceStart }) =>
    respondToEvent(
      state,
      person!,
      eventId!,
      response as Parameters<typeof respondToEvent>[3],
      ...(occurrenceStart ? [occurrenceStart] : []),
    ),
  )

  post('/calendar/cancel', ({ person, eventId }) => cancelInOutlook(tenant, person!, eventId!))

  post('/language', ({ person, lang }) => chooseLanguage(state, person!, lang!))

  get('/chat', (request) => openChat(state, asked(request, 'person')))
  post('/chat/say', ({ person, text }) => say(channel, person!, text!))
  post('/chat/press', ({ person, messageId, verb, data }) =>
    press(channel, person!, messageId!, verb!, { ...data }),
  )
  post('/chat/submit', ({ person, messageId, data }) => submit(channel, person!, messageId!, { ...data }))
  post('/chat/refresh', ({ person, messageId }) => refresh(channel, person!, messageId!))
  get('/channels', (request) => shownTeams(state, asked(request, 'person')))

  get('/clock', () => ({ now: state.now().toISOString() }))
  post('/clock', async ({ to, days, next }) => {
    const target = next === 'session' ? await endOfNextSession(tenant) : (dateOf(to) ?? daysOn(tenant, days))
    if (target) await tenant.advanceTo(new Date(target.getTime() + (next === 'session' ? minuteMs : 0)))
    return { now: state.now().toISOString(), moved: target !== undefined }
  })

  post('/clock/stop', () => {
    tenant.stopClock()
    return { ok: true }
  })

  post('/life', ({ isOn }) => {
    if (!state.life) throw new Error('Nobody lives in this tenant.')
    state.life.isOn = String(isOn) === 'true'
    state.changed('directory')
    return shownLife(state)
  })

  get('/path', () => ({ done: path.done() }))
  post('/path', ({ step }) => {
    if (STEPS.includes(step as Step)) path.mark(step as Step)
    return { done: path.done() }
  })
  router.get('/changes', (_request, response) => stream(response, listeners))
  router.use((error: Error, _request: Request, response: Response, _next: () => void) => {
    response.status(400).json({ error: error.message })
  })
  return router
}

function asked({ query }: Request, name: string): string {
  const value = query[name]
  if (typeof value !== 'string') throw new Error(`Say ${name} in the address: ?${name}=...`)
  return value
}

const dateOf = (to: string | undefined) => (to ? new Date(to) : undefined)
const daysOn = ({ state }: Tenant, days: unknown) =>
  new Date(state.now().getTime() + Number(days ?? 0) * dayMs)

/** Who signs in by that name; no mail address and no shown name is one. */
function nameOf({ state }: Tenant, signInName: string): string | null {
  const wanted = signInName.toLowerCase()
  const found = state.company.people.find((one) => one.userPrincipalName.toLowerCase() === wanted)
  return found?.displayName ?? null
}

function countsByKind(faults: readonly { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of faults) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function shownCompany({ state, productUrl, movingTo }: Tenant) {
  const { company } = state
  return {
    name: company.name,
    tenantId: company.tenantId,
    people: company.people.length,
    countries: new Set(company.people.map(({ country }) => country)).size,
    personas: ROLES.map((role) => {
      const id = company.personas[role]
      const person = company.byId.get(id)
      return {
        role,
        id,
        name: person?.displayName ?? id,
        title: person?.jobTitle ?? '',
        upn: person?.userPrincipalName ?? '',
        timeZone: person?.mailboxTimeZone ?? 'UTC',
        unread: unreadOf(state, id),
        ...readsIn(state, id),
      }
    }),
    isFromFile: company.isFromFile ?? false,
    faults: company.faults.slice(0, FAULTS_SHOWN),
    faultCount: company.faults.length,
    faultCounts: countsByKind(company.faults),
    productUrl: productUrl() ?? null,
    linkId: linkId(state),
    tabAppId: state.apps.tab.id,
    botId: state.apps.bot.id,
    now: state.now().toISOString(),
    movingTo: movingTo()?.toISOString() ?? null,
    life: shownLife(state),
  }
}

/** Null where the clock moves and nobody acts. */
const shownLife = (state: TenantState) => (state.life ? { isOn: state.life.isOn, week: weekOf(state) } : null)

function stream(response: Response, listeners: Set<(what: string) => void>): void {
  response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  response.flushHeaders()
  const tell = (what: string) => response.write(`data: ${JSON.stringify({ what })}\n\n`)
  listeners.add(tell)
  response.on('close', () => listeners.delete(tell))
}
