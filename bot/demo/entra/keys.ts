import type { JWTPayload } from 'jose'
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose'

/** The signing key of the tenant, made when it starts. */
export interface EntraKeys {
  kid: string
  privateKey: CryptoKey
  publicKey: CryptoKey
  /** As published at /discovery/v2.0/keys. */
  jwk: JWK
}

export type KeyPair = Pick<EntraKeys, 'privateKey' | 'publicKey'>

export const createKeyPair = (): Promise<KeyPair> =>
  generateKeyPair('RS256', { modulusLength: 2048, extractable: true })

export async function createEntraKeys(pair?: KeyPair): Promise<EntraKeys> {
  const { privateKey, publicKey } = pair ?? (await createKeyPair())
  const bare = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(bare)
  return { kid, privateKey, publicKey, jwk: { ...bare, kid, use: 'sig', alg: 'RS256' } }
}

/** Signs claims as they are. `typ` and `kid` stand in the header as in Entra's own tokens. */
export function signClaims(keys: EntraKeys, claims: JWTPayload): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: keys.kid })
    .sign(keys.privateKey)
}

export async function readClaims(
  keys: EntraKeys,
  token: string,
  expected: { issuer: string; audience?: string | string[] },
) {
  const { payload } = await jwtVerify(token, keys.publicKey, { ...expected, algorithms: ['RS256'] })
  return payload
}
