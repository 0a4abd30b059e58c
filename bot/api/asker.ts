/** Who asks: a good token first, then a person of the directory. Both are looked at here, for every route at once. */
import type { RequestHandler } from 'express'
import type { Caller } from '../auth/entra.ts'
import type { Entrance } from '../auth/entrance.ts'
import type { Role } from '../auth/role.ts'
import { type RouteName, routes } from '../contract/index.ts'
import { refuse } from '../domain/refusal.ts'
import type { Asker } from './handler.ts'
import { fromRefusal, send } from './problem.ts'

export interface AskerParts {
  readToken(bearer: string | undefined): Promise<Caller>
  rolesOf(caller: Caller, cohortId?: string): Promise<Role[]>
  /** Asked anew for every request: whoever was switched off in the directory is out at once, token or not. */
  entranceOf(caller: Caller): Promise<Entrance>
}

export function authenticate({ readToken, rolesOf }: AskerParts): RequestHandler {
  return async (request, response, next) => {
    const caller = await readToken(request.headers.authorization)
    const known = new Map<string, Promise<Role[]>>()
    const asker: Asker = {
      ...caller,
      rolesFor(cohortId) {
        const key = cohortId ?? ''
        const roles = known.get(key) ?? rolesOf(caller, cohortId)
        known.set(key, roles)
        return roles
      },
    }
    response.locals['asker'] = asker
    next()
  }
}

/** What it takes to see that the chart was not read yet, and to begin. */
const firstReading: readonly RouteName[] = ['me', 'organization', 'readOrganization', 'people']

export function enter({ entranceOf }: AskerParts): RequestHandler {
  const open = new Set(firstReading.map((name) => `${routes[name].method} ${routes[name].path}`))
  return async (request, response, next) => {
    const entrance = await entranceOf(response.locals['asker'] as Asker)
    const isFirst =
      entrance === 'first-reading' && open.has(`${request.method} ${request.baseUrl}${request.path}`)
    if (entrance === 'open' || isFirst) return next()
    send(response, fromRefusal(refuse('not-eligible')), response.locals['requestId'])
  }
}
