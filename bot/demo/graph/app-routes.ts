import { guidOf } from '../company/chance.ts'
import type { TenantState } from '../state.ts'
import { personOr404 } from './directory.ts'
import { type Call, context, type GraphAnswer, GraphRefusal, graphLink, noContent, ok } from './exchange.ts'
import { collection, pageOf } from './odata.ts'
import { parseFilter } from './odata-filter.ts'

/** Id under which the organization's catalog holds the app; its `externalId` is the manifest's id. */
export function catalogId(state: TenantState): string {
  return guidOf(`catalog:${manifestId(state)}`)
}

/** The id by which Teams finds the app in a link: the catalog's, where the app is in it. */
export function linkId(state: TenantState): string {
  return state.isSideloaded ? manifestId(state) : catalogId(state)
}

function manifestId(state: TenantState): string {
  return state.teamsAppId ?? state.apps.bot.id
}

function catalogRow(state: TenantState) {
  return {
    id: catalogId(state),
    externalId: manifestId(state),
    displayName: 'Mentoring',
    distributionMethod: 'organization',
  }
}

/** GET /appCatalogs/teamsApps */
export function listCatalogApps(call: Call): GraphAnswer {
  const filter = call.request.query.get('$filter')
  const rows: Record<string, unknown>[] = call.state.isSideloaded ? [] : [catalogRow(call.state)]
  const page = pageOf(call, filter ? rows.filter(parseFilter(filter)) : rows, 100, 999)
  return ok(collection(context(call.state, 'appCatalogs/teamsApps'), page))
}

/** An installation's id carries whose it is, as the real one does. */
function installationId(state: TenantState, personId: string): string {
  return Buffer.from(`${personId}##${catalogId(state)}`).toString('base64url')
}

function installationRow(call: Call, personId: string): Record<string, unknown> {
  const expand = call.request.query.get('$expand') ?? ''
  return {
    id: installationId(call.state, personId),
    ...(/teamsApp\b/.test(expand) ? { teamsApp: catalogRow(call.state) } : {}),
    ...(/teamsAppDefinition/.test(expand)
      ? {
          teamsAppDefinition: {
            id: guidOf(`definition:${catalogId(call.state)}`),
            teamsAppId: catalogId(call.state),
            displayName: 'Mentoring',
            version: '1.0.0',
            publishingState: 'published',
          },
        }
      : {}),
  }
}

/** GET /users/{id}/teamwork/installedApps */
export function listInstalledApps(call: Call): GraphAnswer {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  const rows = call.state.installedFor.has(person.id) ? [installationRow(call, person.id)] : []
  const filter = call.request.query.get('$filter')
  const test = filter ? parseFilter(filter) : undefined
  const full = { teamsApp: catalogRow(call.state) }
  const value = rows.filter((row) => !test || test({ ...full, ...row }))
  return ok(
    collection(
      context(call.state, `users('${person.id}')/teamwork/installedApps`),
      { value },
      { '@odata.count': value.length },
    ),
  )
}

/** POST /users/{id}/teamwork/installedApps: 201 without content, 409 when it is there already. */
export function installApp(call: Call): GraphAnswer {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  const bind = (call.request.body as Record<string, unknown> | undefined)?.['teamsApp@odata.bind']
  const inCatalog = graphLink(call.state, `/appCatalogs/teamsApps/${catalogId(call.state)}`)
  if (call.state.isSideloaded || bind !== inCatalog)
    throw new GraphRefusal(404, 'NotFound', `The app '${String(bind)}' was not found in the catalog.`)
  if (!person.accountEnabled || person.userType === 'Guest')
    throw new GraphRefusal(403, 'Forbidden', 'The app is not available to this user.', {
      inner: 'AccessDenied',
    })
  // As reported of real tenants: OfficeDev/microsoft-teams-apps-company-communicator issues 889 and 1537.
  if (call.state.appBlockedFor?.has(person.id))
    throw new GraphRefusal(403, 'Forbidden', 'App is blocked by app permission policy.', {
      inner: 'AccessDenied',
    })
  if (call.state.installedFor.has(person.id))
    throw new GraphRefusal(409, 'Conflict', 'App with the same id is already installed for the user.')
  call.state.installedFor.add(person.id)
  call.state.changed('chat')
  return { status: 201 }
}

function installationOr404(call: Call): string {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  if (
    call.state.installedFor.has(person.id) &&
    call.params['installation'] === installationId(call.state, person.id)
  )
    return person.id
  throw new GraphRefusal(404, 'NotFound', 'No app installation found with this id.')
}

export function getInstalledApp(call: Call): GraphAnswer {
  return ok({
    '@odata.context': context(call.state, 'users/teamwork/installedApps/$entity'),
    ...installationRow(call, installationOr404(call)),
  })
}

export function uninstallApp(call: Call): GraphAnswer {
  call.state.installedFor.delete(installationOr404(call))
  call.state.changed('chat')
  return noContent
}

/** GET .../installedApps/{id}/chat: the personal conversation with the bot. */
export function getInstalledChat(call: Call): GraphAnswer {
  const personId = installationOr404(call)
  const conversation = [...call.state.conversations.values()].find(
    (one) => one.kind === 'personal' && one.personId === personId,
  )
  const id = conversation?.id ?? `19:${personId}_${call.state.apps.bot.id}@unq.gbl.spaces`
  return ok({
    '@odata.context': context(call.state, 'chats/$entity'),
    id,
    topic: null,
    chatType: 'oneOnOne',
    createdDateTime: '2026-01-05T09:00:00Z',
    lastUpdatedDateTime: call.state.now().toISOString(),
    tenantId: call.state.company.tenantId,
    webUrl: null,
  })
}
