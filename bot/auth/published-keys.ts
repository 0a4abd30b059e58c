/** Keys that somebody publishes to sign tokens with, told apart from the day on which they cannot be read. */

import { createRemoteJWKSet, errors, type JWK, type JWTVerifyGetKey } from 'jose'
import { Fault } from '../domain/fault.ts'

/** 503. Nobody can be recognised just now; the caller is not at fault and may try again. */
export class KeysUnavailable extends Fault {
  override readonly name = 'KeysUnavailable'
  readonly code = 'keys-unavailable'
  constructor(keysUrl: string, options?: { cause?: unknown }) {
    super(`Cannot read the signing keys at ${keysUrl}; check that this service can reach it.`, options)
  }
}

export interface PublishedKeys {
  /** Throws `KeysUnavailable` where they cannot be read, and jose's own errors where the token is at fault. */
  find: JWTVerifyGetKey
  /** The key as it was published, with whatever else was said about it. */
  published(kid: string): JWK | undefined
  /** @throws KeysUnavailable unless somebody could be recognised at this moment */
  answer(): Promise<void>
}

/** Cached for ten minutes; an unknown key is asked for again, at most every half minute. */
export function publishedKeys(keysUrl: string): PublishedKeys {
  const remote = createRemoteJWKSet(new URL(keysUrl))
  return {
    async find(header, token) {
      try {
        return await remote(header, token)
      } catch (error) {
        if (isAboutTheToken(error)) throw error
        throw new KeysUnavailable(keysUrl, { cause: error })
      }
    },
    published: (kid) => remote.jwks()?.keys.find((key) => key.kid === kid),
    async answer() {
      if (remote.fresh) return
      await remote.reload().catch((cause: unknown) => {
        throw new KeysUnavailable(keysUrl, { cause })
      })
    },
  }
}

/** The publisher's answer decides about a key; no answer is our trouble, not the caller's. */
const isAboutTheToken = (error: unknown) =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWSInvalid
