/**
 * The channel service's own keys. Teams signs what it sends to a bot with keys published under its OpenID
 * metadata, each endorsed for the channels it may speak for; a bot refuses a key without `msteams`.
 */
import { calculateJwkThumbprint, exportJWK, type JWK, SignJWT } from 'jose'
import { createKeyPair, type KeyPair } from '../entra/keys.ts'

/** Issuer of channel tokens in the public cloud. */
export const CHANNEL_ISSUER = 'https://api.botframework.com'

export interface ChannelSigner {
  /** Public keys as the metadata's `jwks_uri` lists them. */
  published: JWK[]
  /** A token that says: this activity comes from the channel at `serviceUrl`, for the bot `botId`. */
  sign: (claims: { botId: string; serviceUrl: string }) => Promise<string>
}

/** Token times are the machine's, never the tenant's moved clock: the bot's library checks them against its own. */
export async function createChannelSigner(pair?: KeyPair): Promise<ChannelSigner> {
  const { publicKey, privateKey } = pair ?? (await createKeyPair())
  const jwk = await exportJWK(publicKey)
  const kid = (await calculateJwkThumbprint(jwk)).slice(0, 27)
  const published = [{ ...jwk, kid, x5t: kid, use: 'sig', alg: 'RS256', endorsements: ['msteams', 'skype'] }]
  const sign = ({ botId, serviceUrl }: { botId: string; serviceUrl: string }) =>
    new SignJWT({ serviceurl: serviceUrl })
      .setProtectedHeader({ alg: 'RS256', kid, x5t: kid, typ: 'JWT' })
      .setIssuer(CHANNEL_ISSUER)
      .setAudience(botId)
      .setNotBefore('0s')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey)
  return { published, sign }
}

/** The OpenID document at `/.well-known/openidconfiguration`, as login.botframework.com words it. */
export const openIdMetadata = (teamsAddress: string) => ({
  issuer: CHANNEL_ISSUER,
  authorization_endpoint: 'https://invalid.botframework.com',
  jwks_uri: `${teamsAddress}/.well-known/keys`,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
})
