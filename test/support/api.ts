/** Speaks to the product's API as somebody of the demo company does: with a token from the tenant's Entra. */
import { type In, type Out, type RouteName, routes, schemas } from '../../bot/contract/index.ts'
import { issueTabToken } from '../../bot/demo/entra-server.ts'
import type { Product } from './product.ts'

export interface Answer<K extends RouteName> {
  status: number
  body: Out<K>
  problem: { code: string; field?: string; detail?: Record<string, unknown>; saved?: object }
  headers: Headers
}

export interface Api {
  url: string
  as(personId: string): <K extends RouteName>(name: K, input: In<K>) => Promise<Answer<K>>
}

export async function openApi({ service, tenant }: Product): Promise<Api> {
  const { port } = await service.listen()
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    as: (personId) => async (name, input) => {
      const token = await issueTabToken(tenant.state, tenant.keys, personId)
      return ask(url, name, input as Record<string, unknown>, token)
    },
  }
}

/** Every good answer is held against the contract: nothing missing, nothing of another shape. */
async function ask<K extends RouteName>(
  base: string,
  name: K,
  input: Record<string, unknown>,
  token: string,
): Promise<Answer<K>> {
  const { method, path } = routes[name]
  const rest = { ...input }
  const filled = path.replace(/:(\w+)/g, (_match, key: string) => {
    const value = encodeURIComponent(String(rest[key]))
    delete rest[key]
    return value
  })
  const isGet = (method as string) === 'GET'
  const query = isGet ? `?${new URLSearchParams(rest as Record<string, string>)}` : ''
  const response = await fetch(base + filled + query, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      // A line kept open is closed by the server after some idle seconds, maybe just while the next request is on its way.
      connection: 'close',
    },
    ...(isGet ? {} : { body: JSON.stringify(rest) }),
  })
  const body = await response.json()
  if (response.ok) schemas[name].output.parse(body)
  return { status: response.status, body, problem: body, headers: response.headers }
}
