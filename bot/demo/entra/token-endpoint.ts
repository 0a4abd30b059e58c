import { randomUUID } from 'node:crypto'
import type { AppRegistration, TenantState } from '../state.ts'
import type { EntraKeys } from './keys.ts'
import {
  BOT_FRAMEWORK,
  GRAPH,
  issueAppToken,
  issueDelegatedToken,
  issueIdToken,
  LIFETIME,
  TokenRefused,
  verifyAccessToken,
} from './tokens.ts'

export interface TokenAnswer {
  status: number
  body: Record<string, unknown>
}

const OPENID_SCOPES = new Set(['openid', 'profile', 'offline_access', 'email'])
const ON_BEHALF_OF = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** An error as Entra's token endpoint words it. */
export function entraError(
  status: number,
  error: string,
  code: number,
  text: string,
  more: object = {},
): TokenAnswer {
  const trace = randomUUID()
  const correlation = randomUUID()
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
      ...more,
    },
  }
}

/** POST /{tenant}/oauth2/v2.0/token with its form fields. */
export async function answerTokenRequest(
  state: TenantState,
  keys: EntraKeys,
  form: Record<string, string>,
): Promise<TokenAnswer> {
  const grant = form['grant_type']
  if (!grant)
    return entraError(
      400,
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'grant_type'.",
    )
  const app = Object.values(state.apps).find(({ id }) => id === form['client_id'])
  if (!app)
    return entraError(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${form['client_id'] ?? ''}' was not found in the directory '${state.company.name}'.`,
    )
  if (!form['client_secret'])
    return entraError(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    )
  if (form['client_secret'] !== app.secret)
    return entraError(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.id}'.`,
    )
  if (grant === 'client_credentials') return clientCredentials(state, keys, app, form['scope'] ?? '')
  if (grant === ON_BEHALF_OF) return onBehalfOf(state, keys, app, form)
  return entraError(
    400,
    'unsupported_grant_type',
    70003,
    `The app requested an unsupported grant type '${grant}'.`,
  )
}

async function clientCredentials(
  state: TenantState,
  keys: EntraKeys,
  app: AppRegistration,
  scope: string,
): Promise<TokenAnswer> {
  const [wanted, ...others] = scope.split(' ').filter((part) => part && !OPENID_SCOPES.has(part))
  if (!wanted || others.length > 0 || !wanted.endsWith('/.default'))
    return entraError(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    )
  const resource = wanted.slice(0, -'/.default'.length).replace(/\/$/, '')
  const grants = new Map<string, { audience: string; roles: string[] }>([
    [GRAPH, { audience: GRAPH, roles: app.applicationPermissions }],
    [state.names.graph, { audience: GRAPH, roles: app.applicationPermissions }],
    [BOT_FRAMEWORK, { audience: BOT_FRAMEWORK, roles: [] }],
    [state.tabResource, { audience: state.apps.tab.id, roles: [] }],
    [state.apps.tab.id, { audience: state.apps.tab.id, roles: [] }],
  ])
  const grant = grants.get(resource)
  if (!grant)
    return entraError(
      400,
      'invalid_resource',
      500011,
      `The resource principal named ${resource} was not found in the tenant named ${state.company.name}.`,
    )
  const token = await issueAppToken(state, keys, app.id, grant.audience, grant.roles)
  return {
    status: 200,
    body: { token_type: 'Bearer', expires_in: LIFETIME, ext_expires_in: LIFETIME, access_token: token },
  }
}

async function onBehalfOf(
  state: TenantState,
  keys: EntraKeys,
  app: AppRegistration,
  form: Record<string, string>,
): Promise<TokenAnswer> {
  if (form['requested_token_use'] !== 'on_behalf_of')
    return entraError(
      400,
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'requested_token_use'.",
    )
  const assertion = await readAssertion(state, keys, app, form['assertion'])
  if ('status' in assertion) return assertion
  const person = state.company.byId.get(assertion.oid)
  if (!person)
    return entraError(400, 'invalid_grant', 50034, 'The user account does not exist in the directory.')
  if (!person.accountEnabled) return entraError(400, 'invalid_grant', 50057, 'The user account is disabled.')
  const asked = (form['scope'] ?? '').split(' ').filter(Boolean)
  const scopes = asked
    .filter((scope) => !OPENID_SCOPES.has(scope))
    .map((scope) => scope.slice(scope.lastIndexOf('/') + 1))
  const granted = scopes.includes('.default') ? app.delegatedPermissions : scopes
  const missing = granted.filter((scope) => !app.delegatedPermissions.includes(scope))
  if (missing.length > 0 || granted.length === 0)
    return entraError(
      400,
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${app.id}'. Send an interactive authorization request for this user and resource.`,
      { suberror: 'consent_required' },
    )
  const body: Record<string, unknown> = {
    token_type: 'Bearer',
    scope: granted.map((scope) => `${GRAPH}/${scope}`).join(' '),
    expires_in: LIFETIME,
    ext_expires_in: LIFETIME,
    access_token: await issueDelegatedToken(state, keys, app.id, person, granted),
  }
  if (asked.includes('offline_access')) body['refresh_token'] = `0.${randomUUID()}`
  if (asked.includes('openid')) body['id_token'] = await issueIdToken(state, keys, app.id, person)
  if (form['client_info'] === '1')
    body['client_info'] = Buffer.from(
      JSON.stringify({ uid: person.id, utid: state.company.tenantId }),
    ).toString('base64url')
  return { status: 200, body }
}

/** Whose token is exchanged. It must be meant for this app and stand for a person. */
async function readAssertion(
  state: TenantState,
  keys: EntraKeys,
  app: AppRegistration,
  assertion: string | undefined,
) {
  if (!assertion)
    return entraError(
      400,
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'assertion'.",
    )
  try {
    const claims = await verifyAccessToken(state, keys, assertion, [
      app.id,
      ...(app === state.apps.tab ? [state.tabResource] : []),
    ])
    if (claims['scp'] && typeof claims['oid'] === 'string') return { oid: claims['oid'] }
    return entraError(
      400,
      'invalid_grant',
      7000114,
      `Application '${app.id}' is not allowed to make application on-behalf-of calls.`,
    )
  } catch (error) {
    const reason = error instanceof TokenRefused ? error.reason : 'signature'
    if (reason === 'expired')
      return entraError(
        400,
        'invalid_grant',
        500133,
        'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion.',
      )
    if (reason === 'audience')
      return entraError(
        400,
        'invalid_grant',
        50013,
        'Assertion failed signature validation. [Reason - Assertion audience does not match the Client app presenting the assertion.]',
      )
    return entraError(
      400,
      'invalid_grant',
      50013,
      'Assertion failed signature validation. [Reason - The key was not found.]',
    )
  }
}
