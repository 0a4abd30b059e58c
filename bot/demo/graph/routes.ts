import {
  getInstalledApp,
  getInstalledChat,
  installApp,
  listCatalogApps,
  listInstalledApps,
  uninstallApp,
} from './app-routes.ts'
import { usersDelta } from './delta.ts'
import { getManager, getUser, listDirectReports, listUsers } from './directory.ts'
import type { Route } from './dispatch.ts'
import {
  calendarView,
  cancelEvent,
  createEvent,
  deleteEvent,
  getEvent,
  listEvents,
  listInstances,
  updateEvent,
} from './event-routes.ts'
import { type Call, GraphRefusal } from './exchange.ts'
import { getCalendar, getMailboxSetting, getMailboxSettings, getSchedule } from './mailbox.ts'
import {
  calendarViewDelta,
  createSubscription,
  deleteSubscription,
  getPresence,
  getPresences,
  getSubscription,
  listOrganization,
  listSubscriptions,
  reauthorizeSubscription,
  sendMail,
  updateSubscription,
} from './other-routes.ts'
import { NEEDS } from './permissions.ts'
import { getPhoto } from './photos.ts'
import {
  getTeam,
  listChannelMessages,
  listChannels,
  listJoinedTeams,
  listReplies,
  postChannelMessage,
} from './teams-routes.ts'

const MAILBOX = { workload: 'outlook', mailbox: true } as const
const TEAMS = { workload: 'teams' } as const

/** The first route that fits answers, so fixed segments stand above parameters. */
export const ROUTES: Route[] = [
  {
    method: 'GET',
    path: '/me',
    needs: NEEDS.me,
    workload: 'directory',
    handle: (call) => getUser(asMe(call)),
  },
  { method: 'GET', path: '/users', needs: NEEDS.users, workload: 'directory', units: 2, handle: listUsers },
  { method: 'GET', path: '/users/delta', needs: NEEDS.wholeUsers, workload: 'directory', handle: usersDelta },
  { method: 'GET', path: '/users/{id}', needs: NEEDS.users, workload: 'directory', handle: getUser },
  {
    method: 'GET',
    path: '/users/{id}/manager',
    needs: NEEDS.wholeUsers,
    workload: 'directory',
    handle: getManager,
  },
  {
    method: 'GET',
    path: '/users/{id}/directReports',
    needs: NEEDS.ownReports,
    workload: 'directory',
    handle: listDirectReports,
  },
  {
    method: 'GET',
    path: '/users/{id}/photo/$value',
    needs: NEEDS.photo,
    workload: 'outlook',
    handle: getPhoto,
  },
  {
    method: 'GET',
    path: '/users/{id}/photos/{size}/$value',
    needs: NEEDS.photo,
    workload: 'outlook',
    handle: getPhoto,
  },
  {
    method: 'GET',
    path: '/users/{id}/mailboxSettings',
    needs: NEEDS.mailboxSettings,
    ...MAILBOX,
    handle: getMailboxSettings,
  },
  {
    method: 'GET',
    path: '/users/{id}/mailboxSettings/{setting}',
    needs: NEEDS.mailboxSettings,
    ...MAILBOX,
    handle: getMailboxSetting,
  },
  {
    method: 'GET',
    path: '/users/{id}/calendar',
    needs: NEEDS.readCalendarBasics,
    ...MAILBOX,
    handle: getCalendar,
  },
  {
    method: 'POST',
    path: '/users/{id}/calendar/getSchedule',
    needs: NEEDS.readCalendarBasics,
    ...MAILBOX,
    handle: getSchedule,
  },
  {
    method: 'GET',
    path: '/users/{id}/calendarView',
    needs: NEEDS.readCalendarBasics,
    ...MAILBOX,
    handle: calendarView,
  },
  {
    method: 'GET',
    path: '/users/{id}/calendarView/delta',
    needs: NEEDS.readCalendar,
    ...MAILBOX,
    handle: calendarViewDelta,
  },
  {
    method: 'GET',
    path: '/users/{id}/events',
    needs: NEEDS.readCalendarBasics,
    ...MAILBOX,
    handle: listEvents,
  },
  { method: 'POST', path: '/users/{id}/events', needs: NEEDS.writeCalendar, ...MAILBOX, handle: createEvent },
  {
    method: 'GET',
    path: '/users/{id}/events/{event}',
    needs: NEEDS.readCalendarBasics,
    ...MAILBOX,
    handle: getEvent,
  },
  {
    method: 'PATCH',
    path: '/users/{id}/events/{event}',
    needs: NEEDS.writeCalendar,
    ...MAILBOX,
    handle: updateEvent,
  },
  {
    method: 'DELETE',
    path: '/users/{id}/events/{event}',
    needs: NEEDS.writeCalendar,
    ...MAILBOX,
    handle: deleteEvent,
  },
  {
    method: 'POST',
    path: '/users/{id}/events/{event}/cancel',
    needs: NEEDS.writeCalendar,
    ...MAILBOX,
    handle: cancelEvent,
  },
  {
    method: 'GET',
    path: '/users/{id}/events/{event}/instances',
    needs: NEEDS.readCalendarBasics,
    ...MAILBOX,
    handle: listInstances,
  },
  { method: 'POST', path: '/users/{id}/sendMail', needs: NEEDS.sendMail, ...MAILBOX, handle: sendMail },
  { method: 'GET', path: '/users/{id}/joinedTeams', needs: NEEDS.teams, ...TEAMS, handle: listJoinedTeams },
  { method: 'GET', path: '/teams/{team}', needs: NEEDS.teams, ...TEAMS, handle: getTeam },
  { method: 'GET', path: '/teams/{team}/channels', needs: NEEDS.channels, ...TEAMS, handle: listChannels },
  {
    method: 'GET',
    path: '/teams/{team}/channels/{channel}/messages',
    needs: NEEDS.anybody,
    ...TEAMS,
    handle: listChannelMessages,
  },
  {
    method: 'GET',
    path: '/teams/{team}/channels/{channel}/messages/{message}/replies',
    needs: NEEDS.anybody,
    ...TEAMS,
    handle: listReplies,
  },
  {
    method: 'POST',
    path: '/teams/{team}/channels/{channel}/messages',
    needs: NEEDS.postChannelMessage,
    ...TEAMS,
    handle: postChannelMessage,
  },
  { method: 'GET', path: '/appCatalogs/teamsApps', needs: NEEDS.catalog, ...TEAMS, handle: listCatalogApps },
  {
    method: 'GET',
    path: '/users/{id}/teamwork/installedApps',
    needs: NEEDS.readInstallations,
    ...TEAMS,
    handle: listInstalledApps,
  },
  {
    method: 'POST',
    path: '/users/{id}/teamwork/installedApps',
    needs: NEEDS.install,
    ...TEAMS,
    handle: installApp,
  },
  {
    method: 'GET',
    path: '/users/{id}/teamwork/installedApps/{installation}',
    needs: NEEDS.readInstallations,
    ...TEAMS,
    handle: getInstalledApp,
  },
  {
    method: 'DELETE',
    path: '/users/{id}/teamwork/installedApps/{installation}',
    needs: NEEDS.install,
    ...TEAMS,
    handle: uninstallApp,
  },
  {
    method: 'GET',
    path: '/users/{id}/teamwork/installedApps/{installation}/chat',
    needs: NEEDS.readInstallations,
    ...TEAMS,
    handle: getInstalledChat,
  },
  {
    method: 'GET',
    path: '/users/{id}/presence',
    needs: NEEDS.presence,
    workload: 'other',
    handle: getPresence,
  },
  {
    method: 'POST',
    path: '/communications/getPresencesByUserId',
    needs: NEEDS.presence,
    workload: 'other',
    handle: getPresences,
  },
  {
    method: 'GET',
    path: '/organization',
    needs: NEEDS.organization,
    workload: 'directory',
    handle: listOrganization,
  },
  {
    method: 'GET',
    path: '/subscriptions',
    needs: NEEDS.anybody,
    workload: 'other',
    handle: listSubscriptions,
  },
  {
    method: 'POST',
    path: '/subscriptions',
    needs: NEEDS.anybody,
    workload: 'other',
    handle: createSubscription,
  },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}',
    needs: NEEDS.anybody,
    workload: 'other',
    handle: getSubscription,
  },
  {
    method: 'PATCH',
    path: '/subscriptions/{subscription}',
    needs: NEEDS.anybody,
    workload: 'other',
    handle: updateSubscription,
  },
  {
    method: 'DELETE',
    path: '/subscriptions/{subscription}',
    needs: NEEDS.anybody,
    workload: 'other',
    handle: deleteSubscription,
  },
  {
    method: 'POST',
    path: '/subscriptions/{subscription}/reauthorize',
    needs: NEEDS.anybody,
    workload: 'other',
    handle: reauthorizeSubscription,
  },
]

function asMe(call: Call): Call {
  const id = call.request.caller.personId
  if (!id)
    throw new GraphRefusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
  return { ...call, params: { id } }
}
