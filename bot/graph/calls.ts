/**
 * Every call of Microsoft Graph that the product makes, with what it needs: a call that is not here is refused before it is
 * sent, so a permission nobody asked for and one nobody uses both show as a failing test. docs/graph-calls.md is made from
 * this (`node --import tsx infra/local/graph-calls.mjs`).
 */
import { Fault } from '../domain/fault.ts'
import { pathShape } from './path-shape.ts'

export interface GraphCall {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** As `pathShape` writes it. */
  path: string
  /** The least application permission for what we ask; none where whatever opens the rest opens this too. */
  permission?: string
  /** The setting that turns it on: its permission is granted with it, and not asked for otherwise. */
  onlyWith?: string
  what: string
  limit: keyof typeof limits
  /** Below https://learn.microsoft.com/graph/, as it was read. */
  page: string
}

/** https://learn.microsoft.com/graph/throttling-limits; the service measures, obeys Retry-After and stays below. */
export const limits = {
  directory: '8,000 resource units in 10 s an app and tenant (above 500 users)',
  mailbox: '10,000 requests in 10 min and 4 at once, an app and mailbox',
  teams: '30 requests a second an app and tenant',
  channels: '60 requests a second an app and tenant',
  batch: '20 requests a batch, each measured by its own limit',
  subscriptions: 'no figure found on the page; Retry-After is obeyed, and each mailbox has one subscription',
} as const

const calendar = 'Calendars.ReadWrite'
const people = 'User.Read.All'

export const graphCalls: readonly GraphCall[] = [
  {
    ...{ method: 'GET', path: '/users/delta', permission: people, limit: 'directory' },
    what: 'the organization chart: everybody once, then what changed',
    page: 'api/user-delta',
  },
  {
    ...{ method: 'GET', path: '/users', permission: people, limit: 'directory' },
    what: 'once a week: everybody with their manager',
    page: 'api/user-list',
  },
  {
    ...{ method: 'GET', path: '/users/{id}', permission: people, limit: 'directory' },
    what: 'in batches: whether somebody is still there, and may come in',
    page: 'api/user-get',
  },
  {
    ...{
      method: 'GET',
      path: '/users/{id}/photo/$value',
      permission: 'ProfilePhoto.Read.All',
      limit: 'mailbox',
    },
    what: 'a face in the tab',
    page: 'api/profilephoto-get',
  },
  {
    ...{ method: 'GET', path: '/users/{id}/joinedTeams', permission: 'Team.ReadBasic.All', limit: 'teams' },
    what: 'where a Summary could be posted: teams of who writes it',
    page: 'api/user-list-joinedteams',
  },
  {
    ...{
      method: 'GET',
      path: '/teams/{id}/channels',
      permission: 'Channel.ReadBasic.All',
      limit: 'channels',
    },
    what: 'and their channels, in batches',
    page: 'api/channel-list',
  },
  {
    ...{ method: 'GET', path: '/appCatalogs/teamsApps', permission: 'AppCatalog.Read.All', limit: 'teams' },
    what: 'the id under which the catalog holds this app, for links and for installing it',
    page: 'api/appcatalogs-list-teamsapps',
  },
  {
    ...{ method: 'POST', path: '/users/{id}/teamwork/installedApps', limit: 'teams' },
    permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    what: 'gives the app to somebody for whom a card waits',
    page: 'api/userteamwork-post-installedapps',
  },
  {
    ...{ method: 'POST', path: '/users/{id}/sendMail', permission: 'Mail.Send', limit: 'mailbox' },
    onlyWith: 'NOTICE_MAILBOX',
    what: 'says by mail, from the one mailbox of the setting, what Teams did not take for a day',
    page: 'api/user-sendmail',
  },
  {
    ...{ method: 'POST', path: '/users/{id}/calendar/getSchedule', permission: calendar, limit: 'mailbox' },
    what: 'free/busy and working hours, 20 people a request',
    page: 'api/calendar-getschedule',
  },
  {
    ...{ method: 'GET', path: '/users/{id}/calendar', permission: calendar, limit: 'mailbox' },
    what: 'whether a mailbox is there and can invite to a Teams meeting',
    page: 'api/calendar-get',
  },
  {
    ...{ method: 'POST', path: '/users/{id}/events', permission: calendar, limit: 'mailbox' },
    what: 'a series, or an event of its own, once under its key',
    page: 'api/user-post-events',
  },
  {
    ...{ method: 'GET', path: '/users/{id}/events', permission: calendar, limit: 'mailbox' },
    what: 'the event that carries a key; what a series that was split goes on as; the one of which an appointment is a copy',
    page: 'api/user-list-events',
  },
  {
    ...{ method: 'GET', path: '/users/{id}/events/{id}', permission: calendar, limit: 'mailbox' },
    what: 'one of ours as it is now: answers, link, dates called off; the appointment at which somebody opened the pane in Outlook',
    page: 'api/event-get',
  },
  {
    ...{ method: 'GET', path: '/users/{id}/events/{id}/instances', permission: calendar, limit: 'mailbox' },
    what: 'the dates of a series',
    page: 'api/event-list-instances',
  },
  {
    ...{ method: 'PATCH', path: '/users/{id}/events/{id}', permission: calendar, limit: 'mailbox' },
    what: 'moves a date, or lets a series end',
    page: 'api/event-update',
  },
  {
    ...{ method: 'POST', path: '/users/{id}/events/{id}/cancel', permission: calendar, limit: 'mailbox' },
    what: 'calls off a series or a date, with a sentence',
    page: 'api/event-cancel',
  },
  {
    ...{ method: 'GET', path: '/subscriptions', limit: 'subscriptions' },
    what: 'which subscriptions of ours there are',
    page: 'api/subscription-list',
  },
  {
    ...{ method: 'GET', path: '/subscriptions/{id}', limit: 'subscriptions' },
    what: 'the secret of one, which lists do not carry',
    page: 'api/subscription-get',
  },
  {
    ...{ method: 'POST', path: '/subscriptions', limit: 'subscriptions' },
    what: 'listens to the calendar of who organizes a series (Calendars.ReadWrite), and to the directory (User.Read.All)',
    page: 'api/subscription-post-subscriptions',
  },
  {
    ...{ method: 'PATCH', path: '/subscriptions/{id}', limit: 'subscriptions' },
    what: 'before it ends',
    page: 'api/subscription-update',
  },
  {
    ...{ method: 'DELETE', path: '/subscriptions/{id}', limit: 'subscriptions' },
    what: 'when nothing of ours lies ahead there',
    page: 'api/subscription-delete',
  },
  {
    ...{ method: 'POST', path: '/$batch', limit: 'batch' },
    what: 'several of the requests above in one',
    page: 'json-batching',
  },
]

const known = new Set(graphCalls.map(({ method, path }) => `${method} ${path}`))

/**
 * Only a path of our own making: links that Graph hands out to go on by are written in forms of its own.
 * @throws Fault
 */
export function assertKnown(method: string, path: string): void {
  const call = `${method} ${pathShape(path)}`
  if (path.startsWith('/') && !known.has(call))
    throw new Fault(`${call} is not in bot/graph/calls.ts: say there what it needs.`)
}
