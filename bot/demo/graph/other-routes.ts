import { randomUUID } from 'node:crypto'
import { share } from '../company/chance.ts'
import { minuteMs } from '../span.ts'
import { personOr404 } from './directory.ts'
import { mailboxOf, viewRows, windowOf } from './event-routes.ts'
import { showEventId } from './event-store.ts'
import { showEvent, showInstance, styleOf } from './event-view.ts'
import {
  accepted,
  badRequest,
  type Call,
  context,
  created,
  type GraphAnswer,
  GraphRefusal,
  graphLink,
  noContent,
  ok,
} from './exchange.ts'
import { findAccount, type StoredSubscription } from './memory.ts'
import { instancesOf } from './occurrences.ts'
import { collection, linkTo, pageOf, readToken, writeToken } from './odata.ts'
import { NEEDS, requirePermission } from './permissions.ts'

/** Longest life of a subscription by what it listens to, and the shortest of any, in minutes. */
const LONGEST = { events: 4230, users: 41_760 }
const SHORTEST = 45
/** So many subscriptions to users one app has in one tenant. */
const MOST_OF_USERS = 100

/** GET /organization */
export function listOrganization(call: Call): GraphAnswer {
  const { company } = call.state
  const row = {
    id: company.tenantId,
    displayName: company.name,
    tenantType: 'AAD',
    countryLetterCode: 'GB',
    preferredLanguage: 'en',
    createdDateTime: '2012-05-14T08:00:00Z',
    businessPhones: [],
    technicalNotificationMails: [`it@${company.domain}`],
    marketingNotificationEmails: [],
    assignedPlans: [],
    provisionedPlans: [],
    verifiedDomains: [
      {
        name: company.domain,
        type: 'Managed',
        isDefault: true,
        isInitial: true,
        capabilities: 'Email, OfficeCommunicationsOnline',
      },
    ],
  }
  return ok(collection(context(call.state, 'organization'), { value: [row] }))
}

/** GET /users/{id}/presence and POST /communications/getPresencesByUserId */
export function getPresence(call: Call): GraphAnswer {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  return ok({ '@odata.context': context(call.state, 'presence/$entity'), ...presenceRow(person.id) })
}

export function getPresences(call: Call): GraphAnswer {
  const ids = (call.request.body as { ids?: unknown } | undefined)?.ids
  if (!Array.isArray(ids) || ids.length > 650) throw badRequest('ids must hold 1 to 650 user ids.')
  const value = ids
    .filter((id) => call.state.company.byId.has(String(id)))
    .map((id) => presenceRow(String(id)))
  return ok(collection(context(call.state, 'Collection(microsoft.graph.presence)'), { value }))
}

function presenceRow(id: string) {
  const free = share(`presence:${id}`) < 0.6
  return { id, availability: free ? 'Available' : 'Busy', activity: free ? 'Available' : 'InAMeeting' }
}

/**
 * POST /users/{id}/sendMail: from the mailbox in the path, 202 without content. What is asked for is looked at as strictly as
 * Graph's own types are (learn.microsoft.com/graph/api/user-sendmail, learn.microsoft.com/graph/api/resources/message).
 */
export function sendMail(call: Call): GraphAnswer {
  const from = mailboxOf(call)
  const { message, saveToSentItems = true, ...others } = recordOf(call.request.body, 'The request')
  if (Object.keys(others).length > 0)
    throw badRequest(`The parameter '${Object.keys(others)[0]}' is not known.`)
  if (typeof saveToSentItems !== 'boolean') throw badRequest("'SaveToSentItems' must be a Boolean.")
  const { subject, body, toRecipients, internetMessageHeaders = [], ...more } = recordOf(message, "'Message'")
  if (Object.keys(more).length > 0) throw badRequest(`The property '${Object.keys(more)[0]}' does not exist.`)
  const { contentType, content } = recordOf(body, "'body'")
  if (typeof subject !== 'string' || typeof content !== 'string') throw badRequest('A text was expected.')
  // Examples of the documentation write Text and HTML, the published values are in lower case.
  if (!/^(text|html)$/i.test(String(contentType))) throw badRequest("'contentType' is text or html.")
  for (const header of listOf(internetMessageHeaders)) {
    if (!/^x-/i.test(String(recordOf(header, 'A header')['name'])))
      throw badRequest(
        "The internet message header name should start with 'x-'.",
        'InvalidInternetMessageHeader',
      )
  }
  const to = listOf(toRecipients).map((one) => {
    const { address } = recordOf(recordOf(one, 'A recipient')['emailAddress'], "'emailAddress'")
    if (typeof address !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(address))
      throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients')
    return address
  })
  if (to.length === 0) throw badRequest('At least one recipient must be specified.', 'ErrorInvalidRecipients')
  call.memory.sentMails.push({ from: from.mail, to, subject, content, isKept: saveToSentItems })
  return accepted
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function recordOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw badRequest(`${what} is not an object.`)
}

/** POST /subscriptions: calendars and all users; the notification URL must answer the validation first. */
export async function createSubscription(call: Call): Promise<GraphAnswer> {
  const given = (call.request.body ?? {}) as Record<string, unknown>
  for (const name of ['changeType', 'notificationUrl', 'resource', 'expirationDateTime'])
    if (typeof given[name] !== 'string')
      throw badRequest(`The property '${name}' is required.`, 'InvalidRequest')
  const { kind, mailbox } = watchedBy(call, String(given['resource']), String(given['changeType']))
  const expiry = expiryOf(call, given['expirationDateTime'], LONGEST[kind])
  if (String(given['clientState'] ?? '').length > 128)
    throw badRequest('clientState is longer than 128 characters.', 'InvalidRequest')
  for (const name of ['notificationUrl', 'lifecycleNotificationUrl'])
    if (given[name]) await validateUrl(String(given[name]))
  const resource: Record<string, unknown> = {
    id: randomUUID(),
    resource: given['resource'],
    applicationId: call.request.caller.appId,
    changeType: given['changeType'],
    clientState: given['clientState'] ?? null,
    notificationUrl: given['notificationUrl'],
    lifecycleNotificationUrl: given['lifecycleNotificationUrl'] ?? null,
    expirationDateTime: expiry,
    creatorId: call.request.caller.personId ?? call.request.caller.appId,
    latestSupportedTlsVersion: 'v1_2',
    includeResourceData: false,
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationQueryOptions: null,
    notificationUrlAppId: null,
  }
  call.memory.subscriptions.set(String(resource['id']), {
    id: String(resource['id']),
    resource,
    ...(mailbox ? { mailbox } : {}),
    ...(styleOf(call).immutable ? { immutable: true } : {}),
  })
  return created({ '@odata.context': context(call.state, 'subscriptions/$entity'), ...resource })
}

/** What is listened to, if the caller may: one mailbox's events, or the users of the tenant. */
function watchedBy(
  call: Call,
  resource: string,
  changeType: string,
): { kind: keyof typeof LONGEST; mailbox?: string } {
  const { caller } = call.request
  if (/^\/?users$/i.test(resource)) {
    const wrong = changeType.split(',').find((type) => type !== 'updated' && type !== 'deleted')
    if (wrong) throw badRequest(`Invalid 'changeType' attribute: '${wrong}'.`, 'InvalidRequest')
    requirePermission(caller, NEEDS.wholeUsers, 'directory')
    const { length } = [...call.memory.subscriptions.values()].filter(({ mailbox }) => mailbox === undefined)
    if (length >= MOST_OF_USERS)
      throw new GraphRefusal(
        403,
        'Forbidden',
        `The app has reached its limit of ${MOST_OF_USERS} subscriptions.`,
      )
    return { kind: 'users' }
  }
  const [, owner, isEvents] = /^\/?(?:users\/([^/]+)|me)(\/events)$/i.exec(resource) ?? []
  if (!isEvents)
    throw badRequest(`Resource '${resource}' is not supported for subscriptions here.`, 'InvalidRequest')
  requirePermission(caller, NEEDS.readCalendar, 'outlook')
  const person = findAccount(call.state, call.memory, owner ?? caller.personId ?? '')
  if (!person) throw new GraphRefusal(404, 'ResourceNotFound', 'The mailbox was not found.')
  return { kind: 'events', mailbox: person.id }
}

function expiryOf(call: Call, value: unknown, longest: number): string {
  const now = call.state.now().getTime()
  const asked = Date.parse(String(value))
  if (Number.isNaN(asked)) throw badRequest('expirationDateTime is not a date.', 'InvalidRequest')
  if (asked > now + longest * minuteMs)
    throw badRequest(
      `Subscription expiration can only be ${longest} minutes in the future.`,
      'ExtensionError',
    )
  return new Date(Math.max(asked, now + SHORTEST * minuteMs)).toISOString()
}

async function validateUrl(url: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`
  let problem = ''
  try {
    const answer = await fetch(
      `${url}${url.includes('?') ? '&' : '?'}validationToken=${encodeURIComponent(token)}`,
      {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        signal: AbortSignal.timeout(10_000),
      },
    )
    if (answer.status !== 200) problem = `HTTP status code is '${answer.status}'.`
    else if (!answer.headers.get('content-type')?.startsWith('text/plain'))
      problem = 'The content type must be text/plain.'
    else if ((await answer.text()) !== token) problem = 'Must respond with the validation token.'
  } catch {
    problem = 'The endpoint could not be reached.'
  }
  if (problem)
    throw badRequest(
      `Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request. ${problem}`,
      'ValidationError',
    )
}

function subscriptionOr404(call: Call): StoredSubscription {
  const found = call.memory.subscriptions.get(call.params['subscription']!)
  if (
    found &&
    found.resource['applicationId'] === call.request.caller.appId &&
    Date.parse(String(found.resource['expirationDateTime'])) > call.state.now().getTime()
  )
    return found
  throw new GraphRefusal(404, 'ResourceNotFound', 'The object was not found.')
}

export function listSubscriptions(call: Call): GraphAnswer {
  const own = [...call.memory.subscriptions.values()].filter(
    ({ resource }) =>
      resource['applicationId'] === call.request.caller.appId &&
      Date.parse(String(resource['expirationDateTime'])) > call.state.now().getTime(),
  )
  return ok(
    collection(
      context(call.state, 'subscriptions'),
      pageOf(
        call,
        // The secret is told to whoever asks for the one subscription, never in a list.
        own.map(({ resource }) => ({ ...resource, clientState: null })),
        100,
        999,
      ),
    ),
  )
}

export function getSubscription(call: Call): GraphAnswer {
  return ok({
    '@odata.context': context(call.state, 'subscriptions/$entity'),
    ...subscriptionOr404(call).resource,
  })
}

/** PATCH: only the expiry (and the notification URL) can change. */
export async function updateSubscription(call: Call): Promise<GraphAnswer> {
  const found = subscriptionOr404(call)
  const given = (call.request.body ?? {}) as Record<string, unknown>
  if (given['expirationDateTime'] !== undefined)
    found.resource['expirationDateTime'] = expiryOf(
      call,
      given['expirationDateTime'],
      LONGEST[found.mailbox ? 'events' : 'users'],
    )
  if (typeof given['notificationUrl'] === 'string') {
    await validateUrl(given['notificationUrl'])
    found.resource['notificationUrl'] = given['notificationUrl']
  }
  return ok({ '@odata.context': context(call.state, 'subscriptions/$entity'), ...found.resource })
}

export function deleteSubscription(call: Call): GraphAnswer {
  call.memory.subscriptions.delete(subscriptionOr404(call).id)
  return noContent
}

export function reauthorizeSubscription(call: Call): GraphAnswer {
  subscriptionOr404(call)
  return noContent
}

const VIEW_PAGE = 50

/** The window and the place in the journal that a calendarView delta link stands for. */
interface ViewToken {
  from: number
  to: number
  /** First reading: how many rows were given. */
  given?: number
  at: number
}

/** GET /users/{id}/calendarView/delta: the window once, then what changed in it. */
export function calendarViewDelta(call: Call): GraphAnswer {
  const person = mailboxOf(call)
  const style = styleOf(call)
  const text = [...call.request.query].find(([name]) => /^\$(skip|delta)token$/i.test(name))?.[1]
  const token = text === undefined ? undefined : readToken<ViewToken>(text)
  if (
    text !== undefined &&
    (!token || typeof token.at !== 'number' || token.at > call.memory.calendarChanges.length)
  )
    throw new GraphRefusal(
      410,
      'SyncStateNotFound',
      'The sync state generation is not found; continuing with full sync.',
      { headers: { Location: graphLink(call.state, call.request.path) } },
    )
  const end = call.memory.calendarChanges.length
  if (!token || token.given !== undefined) {
    const [from, to] = token ? [token.from, token.to] : windowOf(call)
    const at = token?.at ?? end
    const given = token?.given ?? 0
    const rows = viewRows(call, person, from, to, style)
    const more = given + VIEW_PAGE < rows.length
    const link = more
      ? { '@odata.nextLink': viewLink(call, '$skiptoken', { from, to, at, given: given + VIEW_PAGE }) }
      : { '@odata.deltaLink': viewLink(call, '$deltatoken', { from, to, at }) }
    return ok({
      '@odata.context': context(call.state, 'Collection(event)'),
      ...link,
      value: rows.slice(given, given + VIEW_PAGE),
    })
  }
  const touched = new Set(
    call.memory.calendarChanges
      .slice(token.at, end)
      .filter((change) => change.mailbox === person.id)
      .map((change) => change.eventId),
  )
  const value = [...touched].flatMap((key) => {
    const event = call.state.events.get(key)
    if (!event) return [{ id: showEventId(key, style.immutable), '@removed': { reason: 'deleted' } }]
    const gone = [...event.cancelled].map((date) => ({
      id: showEventId(key, style.immutable, date),
      '@removed': { reason: 'deleted' },
    }))
    const instances = instancesOf(event, token.from, token.to)
    const master =
      event.resource['recurrence'] && instances.length > 0 ? [showEvent(call.state, event, style)] : []
    return [...gone, ...master, ...instances.map((instance) => showInstance(call.state, instance, style))]
  })
  return ok({
    '@odata.context': context(call.state, 'Collection(event)'),
    '@odata.deltaLink': viewLink(call, '$deltatoken', { from: token.from, to: token.to, at: end }),
    value,
  })
}

function viewLink(call: Call, name: '$skiptoken' | '$deltatoken', token: ViewToken): string {
  return linkTo(call, {
    startDateTime: undefined,
    endDateTime: undefined,
    $skiptoken: undefined,
    $deltatoken: undefined,
    [name]: writeToken(token),
  })
}
