/**
 * What people say in confidence lies in the database sealed: AES-256-GCM under the data key of its scope, a random nonce
 * each, bound to the table, column and row it stands in, so that a value moved elsewhere does not open. Values are filled
 * up with spaces: their length tells nothing. Where a row must be found by what is sealed, it carries a look-up, an HMAC
 * under a second key of the scope, which shows only that two are the same.
 *
 *     v1.<nonce 12><ciphertext><tag 16>     in base64url
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { Fault } from '../domain/fault.ts'

/** The key of this value was destroyed: it can be read by nobody any more. */
export const erased = Symbol('erased')
export type Erased = typeof erased

/** Table, column and the row's key. */
export type Place = readonly [table: string, column: string, ...row: (string | number)[]]

/** Everything of one scope goes through its box. */
export interface Box {
  readonly isErased: boolean
  /** @throws SealBroken `erased` when the key is destroyed. */
  seal(place: Place, value: unknown): string
  /** @throws SealBroken when it is no sealed value of this place, or was changed. */
  open<T>(place: Place, sealed: string): T | Erased
  /** Equal for equal parts. That of an erased scope finds nothing. */
  lookUp(...parts: string[]): string
}

export class SealBroken extends Fault {
  override readonly name = 'SealBroken'
  readonly code: 'erased' | 'not-sealed' | 'seal-broken'
  constructor(code: SealBroken['code'], [table, column]: readonly (string | number)[]) {
    super(`${table}.${column}: ${code}`)
    this.code = code
  }
}

export type RandomBytes = (count: number) => Buffer

const version = 'v1.'
const nonceBytes = 12
const tagBytes = 16
const blockBytes = 256

/** As SQL asks for what is not sealed yet. */
export const sealedPattern = `${version}%`

export function boxOf(scope: string, dataKey: Buffer, random: RandomBytes): Box {
  const subkey = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', dataKey, '', `reverse-mentoring ${use}`, 32)))
  const [values, lookUps] = [subkey('values'), subkey('look-ups')]
  return {
    isErased: false,
    seal: (place, value) => sealWith(values, bound(scope, place), padded(JSON.stringify(value)), random),
    open: (place, sealed) => JSON.parse(openWith(values, bound(scope, place), sealed, place).toString()),
    lookUp: (...parts) => createHmac('sha256', lookUps).update(JSON.stringify(parts)).digest('base64url'),
  }
}

/** What is left of a scope whose key was destroyed. */
export const erasedBox: Box = {
  isErased: true,
  seal(place) {
    throw new SealBroken('erased', place)
  },
  open: () => erased,
  lookUp: () => 'erased',
}

/** A data key under a key-encryption key. */
export function wrapKey(
  kek: { id: string; key: Buffer },
  scope: string,
  dataKey: Buffer,
  random: RandomBytes,
) {
  return sealWith(kek.key, bound(scope, ['data_keys', kek.id]), dataKey, random)
}

export function unwrapKey(kek: { id: string; key: Buffer }, scope: string, wrapped: string): Buffer {
  return openWith(kek.key, bound(scope, ['data_keys', kek.id]), wrapped, ['data_keys', 'wrapped'])
}

const bound = (scope: string, place: readonly (string | number)[]) =>
  Buffer.from(JSON.stringify([scope, ...place]))

function padded(text: string): Buffer {
  const bytes = Buffer.byteLength(text)
  const filled = Buffer.alloc(Math.ceil(bytes / blockBytes) * blockBytes, ' ')
  filled.write(text)
  return filled
}

function sealWith(key: Buffer | KeyObject, about: Buffer, plain: Buffer, random: RandomBytes): string {
  const nonce = random(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about)
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return version + sealed.toString('base64url')
}

function openWith(
  key: Buffer | KeyObject,
  about: Buffer,
  text: string,
  place: readonly (string | number)[],
): Buffer {
  if (!text.startsWith(version)) throw new SealBroken('not-sealed', place)
  const sealed = Buffer.from(text.slice(version.length), 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(about).setAuthTag(sealed.subarray(-tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    throw new SealBroken('seal-broken', place)
  }
}
