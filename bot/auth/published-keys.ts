/**
 * Keys that somebody publishes to sign tokens with. The last good set serves for a day: whoever publishes them may be away
 * for hours, and the keys of a minute ago are no worse for it. They are renewed behind the requests every ten minutes; a
 * key that is not among them is asked for at once, at most every half minute; after a day without renewal nobody is
 * recognised any more. A set that was read replaces the one before it whole, so that a withdrawn key is out.
 */

import { createLocalJWKSet, errors, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose'
import { Fault } from '../domain/fault.ts'
import { dayMs } from '../domain/span.ts'

/** 503. Nobody can be recognised just now; the caller is not at fault and may try again. */
export class KeysUnavailable extends Fault {
  override readonly name = 'KeysUnavailable'
  readonly code = 'keys-unavailable'
  constructor(keysUrl: string, options?: { cause?: unknown }) {
    super(`Cannot read the signing keys at ${keysUrl}; check that this service can reach it.`, options)
  }
}

export interface KeysOptions {
  /** For whoever reads the log. */
  name: string
  /** Where they are; asked anew for each reading. */
  where: () => string | Promise<string>
  /** Milliseconds that only rise. */
  nowMs: () => number
  log: { warn(fields: object, message: string): void; info(fields: object, message: string): void }
}

export interface PublishedKeys {
  /** Throws `KeysUnavailable` where they cannot be read, and jose's own errors where the token is at fault. */
  find: JWTVerifyGetKey
  /** The key as it was published, with whatever else was said about it. */
  published(kid: string): JWK | undefined
  /** @throws KeysUnavailable unless somebody could be recognised at this moment */
  answer(): Promise<void>
}

export const keysServeMs = dayMs
const renewedEveryMs = 600_000
const askedAgainMs = 30_000
/** Where there is no set at all: as often as people are told to come again. */
const triedAgainMs = 5000
const timeoutMs = 5000

export function publishedKeys(options: KeysOptions): PublishedKeys {
  const { nowMs } = options
  let good: { at: number; find: JWTVerifyGetKey; keys: JWK[] } | undefined
  let last: { at: number; fault?: KeysUnavailable } | undefined
  let underWay: Promise<void> | undefined

  const since = (at: number | undefined) => (at === undefined ? Number.POSITIVE_INFINITY : nowMs() - at)
  const usable = () => (since(good?.at) < keysServeMs ? good : undefined)

  /** One reading at a time, whoever asks; it never throws, but leaves its fault in `last`. */
  const renew = () => {
    underWay ??= read(options)
      .then(
        (keys) => {
          if (last?.fault) options.log.info({ keys: options.name }, 'signing keys can be read again')
          good = { at: nowMs(), find: createLocalJWKSet({ keys }), keys }
          last = { at: nowMs() }
        },
        (fault: KeysUnavailable) => {
          // Said once for as long as it lasts, not with each request.
          if (!last?.fault)
            options.log.warn({ keys: options.name, err: fault }, 'signing keys cannot be read')
          last = { at: nowMs(), fault }
        },
      )
      .finally(() => {
        underWay = undefined
      })
    return underWay
  }

  const serving = async () => {
    if (!usable() && (underWay || since(last?.at) >= triedAgainMs)) await renew()
    const set = usable()
    if (!set) throw last?.fault ?? new KeysUnavailable(options.name)
    if (since(set.at) >= renewedEveryMs && since(last?.at) >= askedAgainMs) void renew()
    return set
  }

  return {
    async find(header, token) {
      const set = await serving()
      try {
        return await set.find(header, token)
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
        if (underWay || since(last?.at) >= askedAgainMs) await renew()
        // The publisher's answer decides about a key; no answer is our trouble, not the caller's.
        if (last?.fault) throw last.fault
        return (await serving()).find(header, token)
      }
    },
    published: (kid) => usable()?.keys.find((key) => key.kid === kid),
    async answer() {
      await serving()
    },
  }
}

/** @throws KeysUnavailable, also for a set without a key: somebody else answered, or something is broken over there */
async function read({ where, name }: KeysOptions): Promise<JWK[]> {
  let keysUrl = name
  try {
    keysUrl = await where()
    const response = await fetch(keysUrl, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    if (response.status !== 200) throw new Fault(`It answered ${response.status}.`)
    const published = (await response.json()) as JSONWebKeySet
    createLocalJWKSet(published)
    if (published.keys.length === 0) throw new Fault('It publishes no key.')
    return published.keys
  } catch (cause) {
    throw cause instanceof KeysUnavailable ? cause : new KeysUnavailable(keysUrl, { cause })
  }
}
