import { type Caller, GraphRefusal } from './exchange.ts'

export type Workload = 'directory' | 'outlook' | 'teams' | 'other'

/** Any one of the listed permissions lets a call through. `never`: not callable that way. */
export interface Needs {
  application: readonly string[] | 'never'
  delegated: readonly string[] | 'never'
}

/** The handler decides: the permission depends on the resource. */
const ANYBODY = '*'

const both = (...names: string[]): Needs => ({ application: names, delegated: names })

/** Least permissions and those that include them, by what a call does (the permission reference). */
export const NEEDS = {
  anybody: both(ANYBODY),
  me: {
    application: 'never',
    delegated: [
      'User.Read',
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite.All',
      'Directory.Read.All',
    ],
  },
  users: both('User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'),
  wholeUsers: both('User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'),
  ownReports: {
    application: ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'],
    delegated: ['User.Read', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'],
  },
  photo: {
    application: ['ProfilePhoto.Read.All', 'User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All'],
    delegated: [
      'User.Read',
      'ProfilePhoto.Read.All',
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite.All',
    ],
  },
  writeCalendar: both('Calendars.ReadWrite'),
  readCalendar: both('Calendars.Read', 'Calendars.ReadWrite'),
  readCalendarBasics: {
    application: ['Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite'],
    delegated: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
  },
  mailboxSettings: both('MailboxSettings.Read', 'MailboxSettings.ReadWrite'),
  sendMail: both('Mail.Send'),
  teams: both('Team.ReadBasic.All', 'TeamSettings.Read.All', 'TeamSettings.ReadWrite.All'),
  channels: both('Channel.ReadBasic.All', 'ChannelSettings.Read.All', 'ChannelSettings.ReadWrite.All'),
  postChannelMessage: { application: ['Teamwork.Migrate.All'], delegated: ['ChannelMessage.Send'] },
  catalog: both('AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'),
  readInstallations: {
    application: [
      'TeamsAppInstallation.ReadForUser.All',
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
      'TeamsAppInstallation.ReadWriteForUser.All',
    ],
    delegated: [
      'TeamsAppInstallation.ReadForUser',
      'TeamsAppInstallation.ReadWriteSelfForUser',
      'TeamsAppInstallation.ReadWriteForUser',
    ],
  },
  install: {
    application: [
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
      'TeamsAppInstallation.ReadWriteForUser.All',
    ],
    delegated: ['TeamsAppInstallation.ReadWriteSelfForUser', 'TeamsAppInstallation.ReadWriteForUser'],
  },
  presence: both('Presence.Read.All'),
  organization: {
    application: ['Organization.Read.All', 'Directory.Read.All'],
    delegated: ['User.Read', 'Organization.Read.All', 'Directory.Read.All'],
  },
} as const satisfies Record<string, Needs>

function holdsOne(caller: Caller, needs: Needs): boolean {
  const list = caller.personId ? needs.delegated : needs.application
  const held = caller.personId ? caller.scopes : caller.roles
  return list !== 'never' && list.some((name) => name === ANYBODY || held.has(name))
}

export function mayReadWholeUsers(caller: Caller): boolean {
  return holdsOne(caller, NEEDS.wholeUsers)
}

/** Refuses in the words of the service that would have answered. */
export function requirePermission(caller: Caller, needs: Needs, workload: Workload): void {
  if (holdsOne(caller, needs)) return
  const list = caller.personId ? needs.delegated : needs.application
  if (list === 'never')
    throw caller.personId
      ? new GraphRefusal(
          403,
          'Authorization_RequestDenied',
          'This API is not supported with delegated authentication.',
        )
      : new GraphRefusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
  if (workload === 'outlook')
    throw new GraphRefusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
  if (workload === 'teams') {
    const kind = caller.personId ? 'scope' : 'role'
    const held = [...(caller.personId ? caller.scopes : caller.roles)].join(', ')
    throw new GraphRefusal(
      403,
      'Forbidden',
      `Missing ${kind} permissions on the request. API requires one of '${list.join(', ')}'. ${kind === 'role' ? 'Roles' : 'Scopes'} on the request '${held}'.`,
    )
  }
  throw new GraphRefusal(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  )
}
