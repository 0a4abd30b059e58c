/**
 * App-only tokens from Entra ID, for Graph and for the bot channel alike. MSAL insists on an https authority, so a
 * sign-in service that really is elsewhere (the demo tenant, a proxy) is reached by rewriting the address on the wire.
 */

import { ConfidentialClientApplication } from '@azure/msal-node'
import { codeOf, Fault } from '../domain/fault.ts'
import { minuteMs } from '../domain/span.ts'
import { GraphError } from './graph-error.ts'
import { createThrottle, type Failure, retryAfterOf, sleepFor, usualLimits } from './throttle.ts'

export interface TokenOptions {
  clientId: string
  tenantId: string
  /** One of the two: a client secret, or a federated assertion (managed identity), asked for anew each time. */
  secret?: string
  assertion?: () => Promise<string>
  /** Name under which tokens are issued, e.g. https://login.microsoftonline.com. */
  authority: string
  /** Where that really is, when not there. */
  authorityAddress?: string
  now: () => Date
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
  random: () => number
}

export interface TokenWish {
  /** Do not answer from the cache: the last token was refused. */
  fresh?: boolean
  /** A claims challenge to answer, as JSON. */
  claims?: string
}

export type TokenSource = (scope: string, wish?: TokenWish) => Promise<string>

/** `scope` ends in `/.default`. @throws GraphError `token-refused` when Entra says no. */
export function tokenSource(options: TokenOptions): TokenSource {
  if (!options.secret && !options.assertion) {
    throw new GraphError(
      `Cannot sign in as application ${options.clientId}: give it a client secret or a federated credential.`,
      { status: 0, code: 'token-refused' },
    )
  }
  const network = networkClient(options)
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: options.clientId,
      authority: `${options.authority}/${options.tenantId}`,
      knownAuthorities: [new URL(options.authority).host],
      clientCapabilities: ['CP1'],
      ...(options.secret
        ? { clientSecret: options.secret }
        : { clientAssertion: async () => options.assertion!() }),
    },
    system: { networkClient: network },
  })
  const underWay = new Map<string, Promise<string>>()
  return async (scope, wish = {}) => {
    const key = `${scope} ${wish.fresh ?? false} ${wish.claims ?? ''}`
    const running = underWay.get(key) ?? acquire(application, network, options, scope, wish)
    underWay.set(key, running)
    try {
      return await running
    } finally {
      underWay.delete(key)
    }
  }
}

async function acquire(
  application: ConfidentialClientApplication,
  network: { trouble: GraphError | undefined },
  options: TokenOptions,
  scope: string,
  wish: TokenWish,
): Promise<string> {
  try {
    const result = await application.acquireTokenByClientCredential({
      scopes: [scope],
      ...(wish.fresh ? { skipCache: true } : {}),
      ...(wish.claims ? { claims: wish.claims } : {}),
    })
    if (!result?.accessToken) throw new Fault('Entra answered without a token')
    return result.accessToken
  } catch (cause) {
    // MSAL makes an error of its own of whatever the network says; whether waiting helps is in ours.
    if (network.trouble) throw network.trouble
    throw new GraphError(
      `Cannot get a token for ${scope} as application ${options.clientId} in tenant ${options.tenantId}: ` +
        `${reasonOf(cause)}. Check the client secret or the federated credential.`,
      { status: 401, code: 'token-refused', cause },
    )
  }
}

/** Entra's number for the reason is looked up at https://login.microsoftonline.com/error; its sentence may quote. */
function reasonOf(cause: unknown): string {
  const { message, errorCode } = (cause ?? {}) as { message?: unknown; errorCode?: unknown }
  const number = /AADSTS\d+/.exec(String(message))?.[0]
  return number ?? codeOf({ name: (cause as Error | undefined)?.name, code: errorCode })
}

type Answer<T> = { headers: Record<string, string>; body: T; status: number }
type Asked = { headers?: Record<string, string>; body?: string }

/** MSAL's two requests, sent to where the authority really is, repeated while Entra is out of breath. */
export function networkClient(options: TokenOptions) {
  const { authority, authorityAddress, now, random, sleep = sleepFor } = options
  const limits = { ...usualLimits, attempts: 5, patience: minuteMs, timeout: 30_000 }
  const throttle = createThrottle({ limits, sleep, random, now })
  const address = (url: string) =>
    authorityAddress && url.startsWith(`${authority}/`) ? authorityAddress + url.slice(authority.length) : url

  async function send<T>(method: 'GET' | 'POST', url: string, asked?: Asked): Promise<Answer<T>> {
    let cause: unknown
    const end = await throttle.run<Answer<T>>(
      { lane: 'entra', mailbox: false, repeatable: true },
      async () => {
        try {
          const response = await fetch(address(url), {
            method,
            ...(asked?.headers ? { headers: asked.headers } : {}),
            ...(asked?.body === undefined ? {} : { body: asked.body }),
            signal: AbortSignal.timeout(limits.timeout),
          })
          const text = await response.text()
          const answer = {
            headers: Object.fromEntries(response.headers),
            body: parse(text) as T,
            status: response.status,
          }
          const retryAfter = retryAfterOf(response.headers.get('retry-after'), now())
          if (response.status !== 429 && response.status < 500) return { ok: answer }
          return { failure: { status: response.status, ...(retryAfter === undefined ? {} : { retryAfter }) } }
        } catch (error) {
          cause = error
          return { failure: { status: 0 } }
        }
      },
    )
    client.trouble = 'ok' in end ? undefined : troubleOf(end.failure, options, cause)
    if ('ok' in end) return end.ok
    throw client.trouble
  }
  const client = {
    /** Why the last request came to nothing though Entra had not refused; waiting may help. */
    trouble: undefined as GraphError | undefined,
    sendGetRequestAsync: <T>(url: string, asked?: Asked) => send<T>('GET', url, asked),
    sendPostRequestAsync: <T>(url: string, asked?: Asked) => send<T>('POST', url, asked),
  }
  return client
}

/** Without a token nothing was asked of Graph: whatever it was, it was not done. */
export const signInUnavailable = 'sign-in-unavailable'

function troubleOf(
  failure: Failure,
  { authority, authorityAddress }: TokenOptions,
  cause: unknown,
): GraphError {
  const where = `the sign-in service at ${authorityAddress ?? authority}`
  if (failure.status === 0) {
    const message = `Cannot reach ${where}. Check the network and the setting AUTHORITY.`
    return new GraphError(message, { status: 0, code: signInUnavailable, cause })
  }
  return new GraphError(`No token: ${where} answers ${failure.status}. Try again later.`, {
    ...failure,
    code: failure.code ?? signInUnavailable,
  })
}

/** An answer that is no JSON (a proxy's page) becomes an error MSAL can report. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { error: 'unreadable_answer', error_description: text.slice(0, 200) }
  }
}
