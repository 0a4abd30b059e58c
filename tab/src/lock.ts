/**
 * Words locked by a passphrase in this browser: AES-256-GCM, the key by PBKDF2-SHA-256. What comes out is `p1.salt.nonce.words`, each
 * base64url. The passphrase and the key are in memory while the page is open and are kept nowhere; a lost passphrase is lost words.
 *
 * It keeps them from whoever reads what is stored. It does not keep them from whoever changes this very code on its way here, nor from
 * whoever guesses the passphrase: how long a guess takes is decided by `rounds` alone.
 */

import { bytesOfChance } from './chance.ts'

/** As OWASP asks of PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet, 2025). Another number is another letter before the dot. */
const rounds = 600_000

/** Nobody who has the box and a list of common words is stopped by less. */
export const fewestSigns = 12

/** The passphrase, turned into a key for one salt. It cannot be read out of the browser again. */
export interface Lock {
  salt: string
  key: CryptoKey
}

/** Only where the page came by https or from this machine; elsewhere browsers do not have it. */
export const canLock = (): boolean => globalThis.crypto?.subtle !== undefined

/** @param box one locked before with the same passphrase, so that one key opens both */
export async function lockWith(passphrase: string, box?: string): Promise<Lock> {
  const salt = box === undefined ? toText(bytesOfChance(16)) : partsOf(box)[0]
  // The same passphrase typed on another keyboard may come in other code points.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: toBytes(salt), iterations: rounds }
  const kind = { name: 'AES-GCM', length: 256 }
  return { salt, key: await crypto.subtle.deriveKey(how, base, kind, false, ['encrypt', 'decrypt']) }
}

/** @param place what the words belong to: a box that was put elsewhere does not open there */
export async function locked({ salt, key }: Lock, place: string, words: string): Promise<string> {
  const nonce = bytesOfChance(12)
  const bytes = await crypto.subtle.encrypt(about(nonce, place), key, new TextEncoder().encode(words))
  return ['p1', salt, toText(nonce), toText(new Uint8Array(bytes))].join('.')
}

/** Undefined where the passphrase is another, the box was changed, or it belongs elsewhere: which of them cannot be told. */
export async function unlocked({ salt, key }: Lock, place: string, box: string): Promise<string | undefined> {
  const [ofBox, nonce, words] = partsOf(box)
  if (ofBox !== salt) return undefined
  try {
    const bytes = await crypto.subtle.decrypt(about(toBytes(nonce), place), key, toBytes(words))
    return new TextDecoder().decode(bytes)
  } catch {
    return undefined
  }
}

const about = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
  ...{ name: 'AES-GCM', iv },
  additionalData: new TextEncoder().encode(place),
})

export const saltOf = (box: string): string => partsOf(box)[0]

function partsOf(box: string): [salt: string, nonce: string, words: string] {
  const [, salt = '', nonce = '', words = ''] = box.split('.')
  return [salt, nonce, words]
}

function toText(bytes: Uint8Array): string {
  let signs = ''
  for (const byte of bytes) signs += String.fromCharCode(byte)
  return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
