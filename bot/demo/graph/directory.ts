import type { DemoPerson } from '../company.ts'
import type { TenantState } from '../state.ts'
import { requireYoung } from './delta.ts'
import { badRequest, type Call, context, type GraphAnswer, GraphRefusal, ok } from './exchange.ts'
import { findAccount, type GraphMemory } from './memory.ts'
import { collection, linkTo, pageOf, pick, readToken, selected, topOf, writeToken } from './odata.ts'
import { parseFilter, type Test } from './odata-filter.ts'
import { mayReadWholeUsers } from './permissions.ts'
import { BASIC_USER, DEFAULT_USER, SINGLE_ONLY, userRow } from './user-row.ts'

/** With any $expand a page holds 100 rows, whatever $top says. */
const EXPANDED_PAGE = 100

export function personOr404(state: TenantState, memory: GraphMemory, key: string): DemoPerson {
  const person = findAccount(state, memory, key)
  if (person) return person
  throw new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  )
}

/** GET /users */
export function listUsers(call: Call): GraphAnswer {
  const { state, memory, request } = call
  const { query } = request
  if (query.has('$skip'))
    throw badRequest("'$skip' is not supported by the service.", 'Request_UnsupportedQuery')
  const names = checkSelect(call, selected(query) ?? DEFAULT_USER, 'collection')
  const expand = managerExpand(query)
  const advanced = request.headers['consistencylevel'] === 'eventual'
  if (expand && advanced)
    throw new GraphRefusal(400, 'Request_UnsupportedQuery', 'Expand is not supported with advanced queries.')
  refuseAdvanced(query, advanced)
  const top = Math.min(topOf(query, 100, 999), expand ? EXPANDED_PAGE : 999)
  const test = rowTest(query)
  const token = readToken<{ at: number; issued: number }>(query.get('$skiptoken') ?? '')
  if (token) requireYoung(call, token.issued)
  const from = token?.at ?? 0
  const order = query.has('$orderby') ? sortedIds(state, memory) : memory.order
  const value: Record<string, unknown>[] = []
  let at = from
  for (; at < order.length && value.length < top; at++) {
    const person = state.company.byId.get(order[at]!)
    if (!person) continue
    const row = userRow(person)
    if (test && !test(row)) continue
    const shown = pick(row, names, expand ? ['manager'] : [])
    if (expand) addManager(shown, state, person, expand)
    value.push(shown)
  }
  const more = at < order.length
  const count =
    advanced && query.get('$count') === 'true' && from === 0
      ? { '@odata.count': countOf(state, memory, test) }
      : {}
  const next = () => linkTo(call, { $skiptoken: writeToken({ at, issued: state.now().getTime() }) })
  const page = more ? { value, next: next() } : { value }
  return ok(collection(context(state, `users(${names.join(',')})`), page, count))
}

/** GET /users/{id} and /me */
export function getUser(call: Call): GraphAnswer {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  const own = call.request.caller.personId === person.id
  const names = checkSelect(call, selected(call.request.query) ?? DEFAULT_USER, own ? 'own' : 'single')
  const expand = managerExpand(call.request.query)
  const row = pick(userRow(person), names)
  if (expand) addManager(row, call.state, person, expand)
  return ok({ '@odata.context': context(call.state, 'users/$entity'), ...row })
}

/** GET /users/{id}/manager: 404 when there is none. */
export function getManager(call: Call): GraphAnswer {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  const manager = person.managerId ? call.state.company.byId.get(person.managerId) : undefined
  if (!manager)
    throw new GraphRefusal(
      404,
      'Request_ResourceNotFound',
      "Resource 'manager' does not exist or one of its queried reference-property objects are not present.",
    )
  const names = selected(call.request.query) ?? DEFAULT_USER
  return ok({
    '@odata.context': context(call.state, 'directoryObjects/$entity'),
    ...asUser(pick(userRow(manager), names)),
  })
}

/** GET /users/{id}/directReports */
export function listDirectReports(call: Call): GraphAnswer {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  const reports = call.state.company.people.filter((other) => other.managerId === person.id)
  const page = pageOf(call, reports, 100, 999)
  const names = selected(call.request.query) ?? DEFAULT_USER
  const value = page.value.map((report) => asUser(pick(userRow(report), names)))
  return ok(collection(context(call.state, 'directoryObjects'), { ...page, value }))
}

export const asUser = (row: Record<string, unknown>) => ({ '@odata.type': '#microsoft.graph.user', ...row })

function checkSelect(call: Call, names: string[], reading: 'collection' | 'single' | 'own'): string[] {
  const beyond = names.find((name) => SINGLE_ONLY.has(name))
  if (beyond && reading === 'collection')
    throw new GraphRefusal(
      501,
      'NotImplemented',
      `The property '${beyond}' cannot be returned by a collection of users.`,
    )
  const stated = selected(call.request.query) !== undefined
  if (reading === 'own' || mayReadWholeUsers(call.request.caller)) return names
  if (stated && names.some((name) => !BASIC_USER.has(name)))
    throw new GraphRefusal(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    )
  return names.filter((name) => BASIC_USER.has(name))
}

function refuseAdvanced(query: URLSearchParams, advanced: boolean): void {
  if (advanced && query.get('$count') === 'true') return
  const filter = query.get('$filter') ?? ''
  if (
    query.has('$search') ||
    /\b(ne|not|endswith)\b/i.test(filter.replace(/'[^']*'/g, '')) ||
    (filter && query.has('$orderby'))
  )
    throw new GraphRefusal(
      400,
      'Request_UnsupportedQuery',
      'Operator or query option needs the header ConsistencyLevel: eventual and $count=true.',
    )
}

function rowTest(query: URLSearchParams): Test | undefined {
  const filter = query.get('$filter')
  const search = /^"?(displayName|mail|department|jobTitle):([^"]*)"?$/.exec(query.get('$search') ?? '')
  if (query.has('$search') && !search)
    throw badRequest('Syntax error in the search clause.', 'Request_BadRequest')
  const byFilter = filter ? parseFilter(filter) : undefined
  if (!search) return byFilter
  const [, property, text] = search as unknown as [string, string, string]
  const words = (row: Record<string, unknown>) => String(row[property] ?? '').toLowerCase()
  return (row) => words(row).includes(text.toLowerCase()) && (byFilter?.(row) ?? true)
}

function countOf(state: TenantState, memory: GraphMemory, test: Test | undefined): number {
  let count = 0
  for (const id of memory.order) {
    const person = state.company.byId.get(id)
    if (person && (!test || test(userRow(person)))) count++
  }
  return count
}

function sortedIds(state: TenantState, memory: GraphMemory): string[] {
  const name = (id: string) => state.company.byId.get(id)?.displayName ?? ''
  return [...memory.order].sort((a, b) => name(a).localeCompare(name(b)))
}

/** `manager`, `manager($select=id)` or `manager($levels=n|max;$select=...)`. */
interface ManagerExpand {
  levels: number
  names: string[] | undefined
}

function managerExpand(query: URLSearchParams): ManagerExpand | undefined {
  const expand = query.get('$expand')
  if (!expand) return undefined
  const found = /^manager(?:\((.*)\))?$/.exec(expand.trim())
  if (!found) throw new GraphRefusal(400, 'ExpandNotSupported', `Expanding '${expand}' is not supported.`)
  const options = new Map((found[1] ?? '').split(';').map((part) => part.split('=') as [string, string]))
  const names = options.get('$select')?.split(',')
  if (names && !options.has('$levels'))
    throw badRequest(
      "To select properties of an expanded manager, '$levels' is required.",
      'Request_BadRequest',
    )
  const levels = options.get('$levels') === 'max' ? 1000 : Number(options.get('$levels') ?? 1)
  return { levels, names }
}

function addManager(
  row: Record<string, unknown>,
  state: TenantState,
  person: DemoPerson,
  expand: ManagerExpand,
  left = expand.levels,
  seen = new Set<string>(),
) {
  const manager = person.managerId ? state.company.byId.get(person.managerId) : undefined
  if (!manager || left === 0 || seen.has(manager.id)) return
  seen.add(manager.id)
  const shown = asUser(pick(userRow(manager), expand.names ?? DEFAULT_USER))
  addManager(shown, state, manager, expand, left - 1, seen)
  row['manager'] = shown
}
