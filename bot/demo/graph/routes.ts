import { usersDelta } from './delta.ts'
import { getManager, getUser, listDirectReports, listUsers } from './directory.ts'
import type { Route } from './dispatch.ts'
import { type Call, GraphRefusal } from './exchange.ts'
import { NEEDS } from './permissions.ts'
import { getPhoto } from './photos.ts'

/** The first route that fits answers, so fixed segments stand above parameters. */
export const ROUTES: Route[] = [
  {
    method: 'GET',
    path: '/me',
    needs: NEEDS.me,
    workload: 'directory',
    handle: (call) => getUser(asMe(call)),
  },
  { method: 'GET', path: '/users', needs: NEEDS.users, workload: 'directory', units: 2, handle: listUsers },
  { method: 'GET', path: '/users/delta', needs: NEEDS.wholeUsers, workload: 'directory', handle: usersDelta },
  { method: 'GET', path: '/users/{id}', needs: NEEDS.users, workload: 'directory', handle: getUser },
  {
    method: 'GET',
    path: '/users/{id}/manager',
    needs: NEEDS.wholeUsers,
    workload: 'directory',
    handle: getManager,
  },
  {
    method: 'GET',
    path: '/users/{id}/directReports',
    needs: NEEDS.ownReports,
    workload: 'directory',
    handle: listDirectReports,
  },
  {
    method: 'GET',
    path: '/users/{id}/photo/$value',
    needs: NEEDS.photo,
    workload: 'outlook',
    handle: getPhoto,
  },
  {
    method: 'GET',
    path: '/users/{id}/photos/{size}/$value',
    needs: NEEDS.photo,
    workload: 'outlook',
    handle: getPhoto,
  },
]

function asMe(call: Call): Call {
  const id = call.request.caller.personId
  if (!id)
    throw new GraphRefusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
  return { ...call, params: { id } }
}
