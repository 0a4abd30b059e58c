import { randomUUID } from 'node:crypto'
import type { JWTPayload } from 'jose'
import type { DemoPerson } from '../company.ts'
import { secondMs } from '../span.ts'
import type { TenantState } from '../state.ts'
import { type EntraKeys, readClaims, signClaims } from './keys.ts'

export const GRAPH = 'https://graph.microsoft.com'
export const BOT_FRAMEWORK = 'https://api.botframework.com'
/** Client id of Teams on the web, a pre-authorized host of the tab's API. */
export const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'
/** Seconds an access token lives. Entra varies between 60 and 90 minutes. */
export const LIFETIME = 3_900

export interface TokenOptions {
  /** Host that asks, by client id; Teams on the web when absent. */
  host?: string
  lifetimeSeconds?: number
  /** When it was issued; now when absent. */
  issuedAt?: Date
  /** Claims to set or, as undefined, to leave out: what a test of refusals needs. */
  claims?: Record<string, unknown>
}

/** Tokens run on the machine's clock, not on the tenant's: client libraries cache them by it. */
function standardClaims(state: TenantState, issuedAt = new Date(), lifetime = LIFETIME): JWTPayload {
  const at = Math.floor(issuedAt.getTime() / secondMs)
  return {
    iss: issuerOf(state),
    tid: state.company.tenantId,
    iat: at,
    nbf: at,
    exp: at + lifetime,
    uti: randomUUID().replaceAll('-', '').slice(0, 22),
    ver: '2.0',
  }
}

export function issuerOf(state: TenantState): string {
  return `${state.names.login}/${state.company.tenantId}/v2.0`
}

function personClaims(person: DemoPerson): JWTPayload {
  return {
    oid: person.id,
    sub: pairwiseSubject(person.id),
    name: person.displayName,
    preferred_username: person.userPrincipalName,
  }
}

/** Entra's `sub` differs per application and is never the object id. */
function pairwiseSubject(personId: string): string {
  return Buffer.from(`sub:${personId}`).toString('base64url').slice(0, 43)
}

/** What the host's getAuthToken gives the tab: a token for the tab's own API, in the person's name. */
export async function issueTabToken(
  state: TenantState,
  keys: EntraKeys,
  personId: string,
  opts: TokenOptions = {},
): Promise<string> {
  const person = state.company.byId.get(personId)
  if (!person) throw new Error(`Nobody in the demo tenant has the id ${personId}.`)
  const roles = state.company.appRoles.get(personId)
  return signClaims(keys, {
    ...standardClaims(state, opts.issuedAt, opts.lifetimeSeconds),
    aud: state.apps.tab.id,
    azp: opts.host ?? TEAMS_WEB,
    azpacr: '0',
    scp: 'access_as_user',
    ...(roles && roles.length > 0 ? { roles } : {}),
    ...personClaims(person),
    ...opts.claims,
  })
}

/** A token an application gets for itself. Its object id is that of its service principal. */
export function issueAppToken(
  state: TenantState,
  keys: EntraKeys,
  appId: string,
  audience: string,
  roles: string[],
): Promise<string> {
  const principal = `${appId.slice(0, 24)}${appId.slice(24).split('').reverse().join('')}`
  return signClaims(keys, {
    ...standardClaims(state),
    aud: audience,
    azp: appId,
    azpacr: '1',
    appid: appId,
    idtyp: 'app',
    oid: principal,
    sub: principal,
    ...(roles.length > 0 ? { roles } : {}),
  })
}

/** A delegated token for Graph: scopes, never roles. */
export function issueDelegatedToken(
  state: TenantState,
  keys: EntraKeys,
  appId: string,
  person: DemoPerson,
  scopes: string[],
): Promise<string> {
  return signClaims(keys, {
    ...standardClaims(state),
    aud: GRAPH,
    azp: appId,
    azpacr: '1',
    appid: appId,
    idtyp: 'user',
    scp: scopes.join(' '),
    ...personClaims(person),
  })
}

export function issueIdToken(
  state: TenantState,
  keys: EntraKeys,
  appId: string,
  person: DemoPerson,
): Promise<string> {
  return signClaims(keys, { ...standardClaims(state), aud: appId, ...personClaims(person) })
}

/** Why a bearer token was refused, in the words Graph uses. */
export class TokenRefused extends Error {
  readonly reason: 'missing' | 'expired' | 'audience' | 'signature'
  constructor(reason: TokenRefused['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

const REFUSALS: Record<string, [TokenRefused['reason'], string]> = {
  ERR_JWT_EXPIRED: ['expired', 'Lifetime validation failed, the token is expired.'],
  ERR_JWT_CLAIM_VALIDATION_FAILED: ['audience', 'Access token validation failure. Invalid audience.'],
}

/**
 * Claims of the token in an Authorization header (or the bare token), when this tenant issued it for `audience`
 * and it still lives. Throws TokenRefused.
 */
export async function verifyAccessToken(
  state: TenantState,
  keys: EntraKeys,
  bearer: string | undefined,
  audience: string | string[],
): Promise<JWTPayload> {
  const token = bearer?.replace(/^Bearer\s+/i, '').trim()
  if (!token) throw new TokenRefused('missing', 'Access token is empty.')
  try {
    return await readClaims(keys, token, { issuer: issuerOf(state), audience })
  } catch (error) {
    const [reason, text] = REFUSALS[(error as { code?: string }).code ?? ''] ?? [
      'signature',
      'Access token validation failure.',
    ]
    throw new TokenRefused(reason, text)
  }
}
