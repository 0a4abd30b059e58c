/**
 * The token that Teams, Outlook or Microsoft 365 hands to the tab, read into a Caller, or refused by name. It is an access
 * token for this product's own API, issued by Entra ID; what is checked and why:
 * learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens and teams tab-sso-code.
 */
import { errors, type JWTPayload, jwtVerify } from 'jose'
import { Fault } from '../domain/fault.ts'
import { type KeysOptions, KeysUnavailable, publishedKeys } from './published-keys.ts'

export { KeysUnavailable }

export interface Caller {
  /** Entra object id: the only key by which somebody is known. */
  personId: string
  tenantId: string
  /** App roles as the administrator assigned them, e.g. `Organizer`. */
  appRoles: string[]
  name?: string
  /** BCP 47, when the token carries it. */
  locale?: string
}

export interface TokenReaderOptions {
  tenantId: string
  clientId: string
  /** e.g. `https://login.microsoftonline.com`. */
  authority: string
  /** Where the tenant's signing keys are published. */
  keysUrl: string
  nowMs: KeysOptions['nowMs']
  log: KeysOptions['log']
  /** Apps that may hold such a token (`azp`) besides Microsoft's hosts. */
  hostClients?: readonly string[]
  /** Further audiences, e.g. `api://mentoring.contoso.com/<client id>`. */
  audiences?: readonly string[]
  /** Set only when the app registration still issues version 1 tokens, e.g. `https://sts.windows.net/<tenant id>/`. */
  v1Issuer?: string
}

export type TokenFault =
  | 'no-token'
  | 'bad-token'
  | 'unknown-key'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'wrong-tenant'
  | 'wrong-client'
  | 'wrong-scope'
  | 'app-only'

/** 401. The message names the fault and never holds any part of the token. */
export class Unauthenticated extends Fault {
  override readonly name = 'Unauthenticated'
  readonly code: TokenFault
  constructor(code: TokenFault, options?: { cause?: unknown }) {
    super(`The request is not signed in: ${code}.`, options)
    this.code = code
  }
}

/** Hosts of the tab, by client id (learn.microsoft.com/microsoftteams/platform/m365-apps/extend-m365-teams-personal-tab). */
export const microsoftHosts: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264' /* Teams desktop and mobile */,
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' /* Teams web */,
  '4765445b-32c6-49b0-83e6-1d93765276ca' /* Microsoft 365 web */,
  '0ec893e0-5785-4de6-99da-4ed124e5296c' /* Microsoft 365 desktop */,
  'd3590ed6-52b3-4102-aeff-aad2292ab01c' /* Microsoft 365 mobile, Outlook desktop */,
  '27922004-5251-4030-b22d-91ecd9a37ea4' /* Outlook mobile */,
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3' /* Outlook web */,
]

export interface TokenReader {
  (bearer: string | undefined): Promise<Caller>
  /** @throws KeysUnavailable when nobody could be recognised */
  keysAnswer(): Promise<void>
}

const SKEW_SECONDS = 60
const SCOPE = 'access_as_user'

/**
 * @returns a function from the Authorization header (or the bare token) to the Caller.
 * The function throws `Unauthenticated` (401) or `KeysUnavailable` (503).
 */
export function createTokenReader(options: TokenReaderOptions): TokenReader {
  const { keysUrl, nowMs, log } = options
  const keys = publishedKeys({ name: 'sign-in', where: () => keysUrl, nowMs, log })
  const issuer = [`${options.authority}/${options.tenantId}/v2.0`]
  if (options.v1Issuer) issuer.push(options.v1Issuer)
  const audience = [options.clientId, ...(options.audiences ?? [])]
  const hosts = new Set([...microsoftHosts, ...(options.hostClients ?? [])])

  const read = async (bearer: string | undefined): Promise<Caller> => {
    const token = bearer?.replace(/^Bearer +/i, '').trim()
    if (!token) throw new Unauthenticated('no-token')
    try {
      const { payload } = await jwtVerify(token, keys.find, {
        algorithms: ['RS256'],
        issuer,
        audience,
        clockTolerance: SKEW_SECONDS,
        requiredClaims: ['exp', 'nbf', 'tid', 'oid'],
      })
      return callerOf(payload, options.tenantId, hosts)
    } catch (error) {
      throw error instanceof Unauthenticated || error instanceof KeysUnavailable
        ? error
        : new Unauthenticated(faultOf(error), { cause: error })
    }
  }
  return Object.assign(read, { keysAnswer: keys.answer })
}

function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown-key'
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return 'wrong-issuer'
    if (error.claim === 'aud') return 'wrong-audience'
    if (error.claim === 'nbf' && error.reason === 'check_failed') return 'not-yet-valid'
  }
  return 'bad-token'
}

/** What a valid signature does not say yet: that this token was given to a person, in this tenant, by a host we know. */
function callerOf(payload: JWTPayload, tenantId: string, hosts: ReadonlySet<string>): Caller {
  const { oid, tid, roles, name } = payload
  if (tid !== tenantId) throw new Unauthenticated('wrong-tenant')
  if (typeof oid !== 'string' || oid === '') throw new Unauthenticated('bad-token')
  if (payload['idtyp'] === 'app' || payload['scp'] === undefined) throw new Unauthenticated('app-only')
  if (!words(payload['scp']).includes(SCOPE)) throw new Unauthenticated('wrong-scope')
  const host = payload['azp'] ?? payload['appid']
  if (typeof host !== 'string' || !hosts.has(host)) throw new Unauthenticated('wrong-client')
  const locale = payload['xms_pl'] ?? payload['locale']
  return {
    personId: oid,
    tenantId,
    appRoles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof locale === 'string' ? { locale } : {}),
  }
}

const words = (claim: unknown) => (typeof claim === 'string' ? claim.split(' ') : [])
