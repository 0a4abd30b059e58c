/**
 * The token that Teams' channel sends with every activity, checked before anything else looks at the request: signature,
 * issuer, audience, times, and that its key is one the channel endorses. Which service URL it speaks for is compared with
 * the activity in `admission.ts`. learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
import { jwtVerify } from 'jose'
import {
  type KeysOptions,
  KeysUnavailable,
  type PublishedKeys,
  publishedKeys,
} from '../auth/published-keys.ts'
import { NotAdmitted } from './not-admitted.ts'

/** What a good token says. */
export interface ChannelToken {
  /** The only service URL that the token speaks for. */
  serviceUrl: string
  /** Channels for which its key may sign. */
  endorsements: readonly string[]
}

export interface ChannelTokenOptions {
  botId: string
  issuer: string
  /** The channel's OpenID document, which says where its keys are. */
  openIdMetadata: string
  nowMs: KeysOptions['nowMs']
  log: KeysOptions['log']
}

const SKEW_SECONDS = 60
const METADATA_TIMEOUT_MS = 5000

/** @returns a function from the Authorization header to what the token says; it throws NotAdmitted. */
export function createChannelTokenReader(options: ChannelTokenOptions) {
  const { botId, issuer, openIdMetadata, nowMs, log } = options
  const published = publishedKeys({ name: 'bot channel', where: () => discover(openIdMetadata), nowMs, log })
  return async (authorization: string | undefined): Promise<ChannelToken> => {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '') ?? []
    if (!token) throw new NotAdmitted('unauthenticated')
    try {
      const { payload, protectedHeader } = await jwtVerify(token, published.find, {
        algorithms: ['RS256'],
        issuer,
        audience: botId,
        clockTolerance: SKEW_SECONDS,
        requiredClaims: ['exp', 'nbf', 'serviceurl'],
      })
      const { serviceurl: serviceUrl, aud } = payload
      if (typeof serviceUrl !== 'string' || typeof aud !== 'string') throw new NotAdmitted('unauthenticated')
      return { serviceUrl, endorsements: endorsementsOf(published, protectedHeader.kid) }
    } catch (cause) {
      if (cause instanceof NotAdmitted) throw cause
      throw new NotAdmitted(cause instanceof KeysUnavailable ? 'keys-unavailable' : 'unauthenticated', {
        cause,
      })
    }
  }
}

function endorsementsOf(keys: PublishedKeys, kid: string | undefined): string[] {
  const named = kid === undefined ? undefined : keys.published(kid)?.['endorsements' as 'kid']
  return Array.isArray(named) ? named.filter((one) => typeof one === 'string') : []
}

/** @throws KeysUnavailable */
async function discover(openIdMetadata: string): Promise<string> {
  try {
    const response = await fetch(openIdMetadata, {
      redirect: 'error',
      signal: AbortSignal.timeout(METADATA_TIMEOUT_MS),
    })
    const { jwks_uri: keysUrl } = (await response.json()) as { jwks_uri?: unknown }
    if (!response.ok || typeof keysUrl !== 'string')
      throw new Error(`It answered ${response.status} without keys.`)
    // Keys read in clear could be anybody's, unless the document itself is (the demo tenant).
    if (new URL(keysUrl).protocol !== new URL(openIdMetadata).protocol && !keysUrl.startsWith('https:'))
      throw new Error('Its keys are published without encryption.')
    return keysUrl
  } catch (cause) {
    throw new KeysUnavailable(openIdMetadata, { cause })
  }
}
