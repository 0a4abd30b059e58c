/**
 * What Entra ID serves below https://login.microsoftonline.com, as far as a confidential client and a token
 * validator ask: discovery, the key set, and the token endpoint with client credentials and on-behalf-of.
 * Documents name the real hosts; the product's network layer sends the requests here.
 */
import express, { type Request, type Response } from 'express'
import type { EntraKeys } from './entra/keys.ts'
import { answerTokenRequest, entraError, type TokenAnswer } from './entra/token-endpoint.ts'
import { pause, takeFault } from './graph/faults.ts'
import { logRequest } from './graph/request-log.ts'
import type { Fault, TenantState } from './state.ts'

export { createEntraKeys, type EntraKeys, signClaims } from './entra/keys.ts'
export { issueTabToken, type TokenOptions, TokenRefused, verifyAccessToken } from './entra/tokens.ts'

export function entraRoutes(state: TenantState, keys: EntraKeys): express.Router {
  const router = express.Router()
  const form = express.urlencoded({ extended: false, limit: '256kb' })
  const serve =
    (answer: (req: Request) => TokenAnswer | Promise<TokenAnswer>) => (req: Request, res: Response) =>
      serveWithFaults(state, req, res, answer)
  router.get(
    '/common/discovery/instance',
    serve(() => ({ status: 200, body: instanceMetadata(state) })),
  )
  router.get(
    '/:tenant/v2.0/.well-known/openid-configuration',
    serve((req) => inTenant(state, req, () => openIdConfiguration(state))),
  )
  router.get(
    '/:tenant/discovery/v2.0/keys',
    serve((req) =>
      inTenant(state, req, () => ({
        keys: [{ ...keys.jwk, issuer: `${state.names.login}/{tenantid}/v2.0` }],
      })),
    ),
  )
  router.post(
    '/:tenant/oauth2/v2.0/token',
    form,
    serve((req) => answerToken(state, keys, req)),
  )
  return router
}

async function answerToken(state: TenantState, keys: EntraKeys, req: Request): Promise<TokenAnswer> {
  if (!knowsTenant(state, req)) return unknownTenant(req)
  return answerTokenRequest(state, keys, (req.body ?? {}) as Record<string, string>)
}

async function serveWithFaults(
  state: TenantState,
  req: Request,
  res: Response,
  answer: (req: Request) => TokenAnswer | Promise<TokenAnswer>,
): Promise<void> {
  const fault = takeFault(state, 'entra', `${req.method} ${req.url}`)
  if (fault?.kind === 'slow') await pause(fault.delayMs ?? 1000)
  if (fault?.kind === 'drop-before' || fault?.kind === 'drop-after') {
    req.socket.destroy()
    return
  }
  const { status, body } = fault && fault.kind !== 'slow' ? brokenAnswer(fault) : await answer(req)
  if (fault?.kind === 'throttle') res.set('Retry-After', String(fault.retryAfterSeconds ?? 1))
  res.set('Cache-Control', 'no-store, no-cache').status(status).json(body)
  logRequest(state, {
    service: 'entra',
    method: req.method,
    path: req.url,
    headers: { 'content-type': req.headers['content-type'] ?? '' },
    requestBody: withoutSecret(req.body),
    status,
    responseHeaders: { 'content-type': 'application/json' },
    responseBody: 'access_token' in body ? { ...body, access_token: '(token)' } : body,
  })
}

/** Tokens change nothing on the server, so every fault of the token endpoint is an answer that gave none. */
function brokenAnswer(fault: Fault): TokenAnswer {
  if (fault.kind === 'throttle')
    return entraError(
      fault.status ?? 429,
      'temporarily_unavailable',
      50196,
      'The server terminated an operation because it encountered a client request loop.',
    )
  if (fault.kind === 'expire-token')
    return entraError(
      400,
      'invalid_grant',
      70043,
      'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
      { suberror: 'bad_token' },
    )
  return entraError(
    fault.status ?? 503,
    'temporarily_unavailable',
    90033,
    'A transient error has occurred. Please try again.',
  )
}

function withoutSecret(body: unknown): unknown {
  if (!body || typeof body !== 'object') return undefined
  const shown: Record<string, unknown> = { ...body }
  for (const field of ['client_secret', 'assertion', 'client_assertion'])
    if (field in shown) shown[field] = '(withheld)'
  return shown
}

const SHARED_AUTHORITIES = ['common', 'organizations', 'botframework.com']

function knowsTenant(state: TenantState, req: Request): boolean {
  const tenant = String(req.params['tenant']).toLowerCase()
  return (
    tenant === state.company.tenantId ||
    tenant === state.company.domain ||
    SHARED_AUTHORITIES.includes(tenant)
  )
}

function inTenant(state: TenantState, req: Request, body: () => Record<string, unknown>): TokenAnswer {
  return knowsTenant(state, req) ? { status: 200, body: body() } : unknownTenant(req)
}

function unknownTenant(req: Request): TokenAnswer {
  const tenant = String(req.params['tenant'])
  return entraError(
    400,
    'invalid_tenant',
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  )
}

function openIdConfiguration(state: TenantState): Record<string, unknown> {
  const base = `${state.names.login}/${state.company.tenantId}`
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${base}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${state.names.graph}/oidc/userinfo`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'name', 'oid', 'preferred_username', 'tid', 'ver'],
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(state.names.login).host.replace(/^login\./, ''),
    msgraph_host: new URL(state.names.graph).host,
  }
}

function instanceMetadata(state: TenantState): Record<string, unknown> {
  const host = new URL(state.names.login).host
  return {
    tenant_discovery_endpoint: `${state.names.login}/${state.company.tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      {
        preferred_network: host,
        preferred_cache: 'login.windows.net',
        aliases: [host, 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
      },
    ],
  }
}
