/**
 * Requests that nobody's tab would send, made by a seed: each is well formed but for what is spoilt in it, so that it comes
 * as far as it can. What it meets must be a refusal; a 500 would be a fault of ours, and a word of SQL or of a stack a leak.
 */
import { z } from 'zod'
import { type RouteName, routes, schemas } from '../../bot/contract/index.ts'
import { signClaims } from '../../bot/demo/entra-server.ts'
import type { Product } from './product.ts'

/** mulberry32: small, and the same everywhere. */
export function chanceOf(seed: number) {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    fraction,
    below: (n: number) => Math.floor(fraction() * n),
    pick: <T>(list: readonly T[]): T => list[Math.floor(fraction() * list.length)]!,
  }
}
type Chance = ReturnType<typeof chanceOf>

const nested = (depth: number): unknown => {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { value }
  return value
}

export const hostileTexts: readonly string[] = [
  '\u0000',
  'a\u0000b',
  '\\u0000',
  '%00',
  '\ud800',
  '\udfff\ud800',
  '\uffff',
  '\u202e',
  '\r\nSet-Cookie: a=b',
  '',
  ' ',
  'x'.repeat(5000),
  '🙂'.repeat(300),
  "' or 1=1 --",
  "'); drop table people; --",
  '$1',
  '%_%',
  '../../../etc/passwd',
  '..%2f..%2fme',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'NaN',
  'null',
  'true',
  '-1',
  '1e400',
  '9007199254740993',
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2026-01-01T00:00:00+23:59',
  '00000000-0000-4000-8000-000000000000',
  '00000000-0000-4000-8000-00000000000g',
  'Etc/GMT+12',
  '24:00',
  Buffer.from(JSON.stringify(['a\u0000', 'b'])).toString('base64url'),
  Buffer.from('[1,2]').toString('base64url'),
  Buffer.from(JSON.stringify(['\ud800', '\udfff'])).toString('base64url'),
]
const hostileValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2_147_483_648,
  -2_147_483_649,
  9_007_199_254_740_991,
  1e308,
  -1e308,
  [],
  {},
  [null],
  [[]],
  Array(3000).fill('a'),
  { length: 5 },
  { toString: 'a', valueOf: 1 },
  { $ne: null },
  nested(200),
]

type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  default?: unknown
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
}

const inputOf = new Map(
  (Object.keys(routes) as RouteName[]).map((name) => [
    name,
    z.toJSONSchema(schemas[name].input, { io: 'input', unrepresentable: 'any' }) as Schema,
  ]),
)

/** Something the contract would take, as far as its schema tells. */
function valid(schema: Schema, chance: Chance, ids: readonly string[], key = ''): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return chance.pick(schema.enum)
  const options = schema.anyOf ?? schema.oneOf
  if (options) return valid(chance.pick(options), chance, ids, key)
  switch (schema.type) {
    case 'object': {
      const known = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
        schema.required?.includes(name) || chance.fraction() < 0.6
          ? [[name, valid(inner, chance, ids, name)]]
          : [],
      )
      return Object.fromEntries(known)
    }
    case 'array':
      return Array.from({ length: 1 + chance.below(2) }, () => valid(schema.items ?? {}, chance, ids, key))
    case 'integer':
    case 'number': {
      const [low, high] = [Math.max(schema.minimum ?? 1, -1e6), Math.min(schema.maximum ?? 9, 1e6)]
      return low + chance.below(Math.max(1, Math.min(high - low + 1, 9)))
    }
    case 'boolean':
      return chance.fraction() < 0.5
    case 'null':
      return null
    default:
      return validText(schema, chance, ids, key)
  }
}

function validText(
  { format, pattern, minLength = 0 }: Schema,
  chance: Chance,
  ids: readonly string[],
  key: string,
) {
  if (format === 'date') return '2031-03-04'
  if (format === 'date-time') return '2031-03-04T10:00:00Z'
  if (format === 'guid' || format === 'uuid') return chance.pick(ids)
  if (pattern?.includes('[01]')) return chance.pick(['09:00', '17:00'])
  if (/zone/i.test(key)) return 'Europe/London'
  if (/id$|^(mentor|mentee|first|second|cohort|key)/i.test(key)) return chance.pick(ids)
  return 'Something plain'.padEnd(minLength, '.')
}

/** Every place in a value that can be spoilt, itself included. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  const here = [path]
  if (Array.isArray(value)) return here.concat(...value.map((one, at) => placesIn(one, [...path, at])))
  if (typeof value === 'object' && value !== null)
    return here.concat(...Object.entries(value).map(([key, one]) => placesIn(one, [...path, key])))
  return here
}

function spoil(value: unknown, [at, ...rest]: (string | number)[], how: unknown): unknown {
  if (at === undefined) return how
  if (Array.isArray(value)) return value.map((one, place) => (place === at ? spoil(one, rest, how) : one))
  const record = value as Record<string, unknown>
  return { ...record, [at]: spoil(record[at], rest, how) }
}

export interface Malformed {
  what: string
  method: string
  path: string
  headers: Record<string, string>
  body?: string
}

const rawBodies: readonly [string, Record<string, string>][] = [
  ['', {}],
  ['{', {}],
  ['null', {}],
  ['"text"', {}],
  ['[]', {}],
  ['{"id":1e400}', {}],
  ['{"id":"\\u0000"}', {}],
  ['{"a\\u0000":1}', {}],
  ['{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"a":1}}}', {}],
  ['{"id":"a","id":"b"}', {}],
  ['\ufeff{}', {}],
  [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, {}],
  [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, {}],
  [`"${'x'.repeat(530_000)}"`, {}],
  ['a=b&c=d', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['{}', { 'content-type': 'text/plain' }],
  ['{}', { 'content-type': 'application/json; charset=utf-16' }],
  ['{}', { 'content-type': 'application/json; charset=nonsense' }],
  ['{}', { 'content-encoding': 'gzip' }],
  ['{}', { 'content-encoding': 'br' }],
  ['{}', { 'content-encoding': 'nonsense' }],
]
const rawPaths = [
  '%zz',
  '%E0%A4%A',
  '%C0%80',
  '%00',
  '%2e%2e',
  '%2F',
  '%',
  'a%00b',
  '%ED%A0%80',
  '%FF%FE',
  ';',
  '?',
  '*',
]

/** One spoilt request to a route. */
function toRoute(
  name: RouteName,
  chance: Chance,
  ids: readonly string[],
): Omit<Malformed, 'headers'> & { extra: Record<string, string> } {
  const { method, path } = routes[name]
  const good = valid(inputOf.get(name)!, chance, ids) as Record<string, unknown>
  const places = placesIn(good)
  let given: unknown = good
  for (let times = 1 + chance.below(2); times > 0; times -= 1) {
    const how = chance.fraction() < 0.7 ? chance.pick(hostileTexts) : chance.pick(hostileValues)
    const place = chance.pick(places.length > 1 ? places.slice(1) : places)
    try {
      given = spoil(given, place, how)
    } catch {
      given = how // an earlier one took away what this one was for
    }
  }
  const { filled, rest } = fill(
    path,
    typeof given === 'object' && given !== null ? (given as object) : { id: given },
    chance,
  )
  const isRaw = chance.fraction() < 0.15
  const [raw, extra] = isRaw ? chance.pick(rawBodies) : [undefined, {}]
  if ((method as string) === 'GET') {
    const query = Object.entries(rest).map(([key, value]) => {
      const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
      return `${encodeURIComponent(key)}=${isRaw ? chance.pick(rawPaths) : encoded(text.slice(0, 3000))}`
    })
    return { what: name, method, path: query.length ? `${filled}?${query.join('&')}` : filled, extra: {} }
  }
  return { what: name, method, path: filled, body: raw ?? JSON.stringify(rest), extra }
}

function fill(path: string, given: object, chance: Chance) {
  const rest = { ...(given as Record<string, unknown>) }
  const filled = path.replace(/:(\w+)/g, (_all, key: string) => {
    const value = rest[key]
    delete rest[key]
    if (chance.fraction() < 0.1) return chance.pick(rawPaths).replace('?', 'x')
    return encoded(String(typeof value === 'object' ? JSON.stringify(value) : value).slice(0, 2000)) || 'x'
  })
  return { filled, rest }
}

/** Half of a pair cannot be written in an address; browsers send its replacement. */
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))

export interface Attack {
  sent: number
  byStatus: Record<number, number>
  /** What must not happen: no refusal, or one that tells of our insides. */
  faults: string[]
}

const rolesOfAll = ['Organizer', 'Communications', 'Analyst', 'Reviewer', 'IndependentContact', 'ITAdmin']
/** So few that no limit of a person stands before what is looked at. */
const requestsOfOne = 15
const insides =
  /node_modules|\bat .*\.(ts|js):\d+|select .* from|insert into|invalid byte sequence|syntax error at|pg_|drizzle/i

/** @param count spread over every route of the contract, Outlook's two addresses and the photos, in turn */
export async function attack(product: Product, base: string, count: number, seed: number): Promise<Attack> {
  const chance = chanceOf(seed)
  const names = Object.keys(routes) as RouteName[]
  const ids = await idsOf(product)
  const people = product.company.people.filter(
    ({ accountEnabled, userType }) => accountEnabled && userType === 'Member',
  )
  const result: Attack = { sent: 0, byStatus: {}, faults: [] }
  let token = ''
  const together: Promise<void>[] = []
  for (let at = 0; at < count; at += 1) {
    if (at % requestsOfOne === 0)
      token = await tokenOf(product, people[Math.floor(at / requestsOfOne) % people.length]!.id)
    const request = make(at, chance, names, ids, token)
    together.push(send(base, request, result))
    if (together.length === 8) await Promise.all(together.splice(0))
  }
  await Promise.all(together)
  return result
}

function make(
  at: number,
  chance: Chance,
  names: readonly RouteName[],
  ids: readonly string[],
  token: string,
): Malformed {
  const authorization = `Bearer ${token}`
  const turn = at % (names.length + 3)
  const name = names[turn]
  if (name === undefined) return beside(turn - names.length, chance, authorization)
  const { extra, ...request } = toRoute(name, chance, ids)
  const isBody = request.body !== undefined
  return {
    ...request,
    headers: { authorization, ...(isBody ? { 'content-type': 'application/json' } : {}), ...extra },
  }
}

function beside(which: number, chance: Chance, authorization: string): Malformed {
  if (which === 2) {
    const id =
      chance.fraction() < 0.5
        ? chance.pick(rawPaths).replace('?', 'x')
        : encoded(chance.pick(hostileTexts)) || 'x'
    return {
      what: 'photo',
      method: 'GET',
      path: `/api/people/${id.slice(0, 2000)}/photo`,
      headers: { authorization },
    }
  }
  const address = `/api/outlook/${which === 0 ? 'notifications' : 'lifecycle'}`
  const text = () => chance.pick(hostileTexts)
  const item = { subscriptionId: text(), clientState: text(), tenantId: text(), lifecycleEvent: text() }
  const [raw, extra] =
    chance.fraction() < 0.3 ? chance.pick(rawBodies) : [JSON.stringify({ value: [item] }), {}]
  const headers = {
    'content-type': 'application/json',
    ...extra,
    'x-forwarded-for': `10.9.${chance.below(250)}.${chance.below(250)}`,
  }
  const query =
    chance.fraction() < 0.2
      ? `?validationToken=${chance.fraction() < 0.5 ? chance.pick(rawPaths) : encoded(text())}`
      : ''
  return { what: 'outlook', method: 'POST', path: address + query, headers, body: raw }
}

async function send(
  base: string,
  { what, method, path, headers, body }: Malformed,
  result: Attack,
): Promise<void> {
  const response = await fetch(base + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  result.sent += 1
  result.byStatus[response.status] = (result.byStatus[response.status] ?? 0) + 1
  const shown = `${response.status} ${what} ${method} ${path.slice(0, 300)} ${String(body ?? '').slice(0, 400)}`
  if (response.status >= 500) result.faults.push(shown)
  else if (response.status !== 200 && insides.test(text)) result.faults.push(`tells of our insides: ${shown}`)
}

async function idsOf({ ports, company }: Product): Promise<string[]> {
  const cohorts = await ports.store.cohorts.list()
  const pairings = await ports.store.pairings.list(cohorts[0]!.id, ['proposed', 'approved', 'active'])
  const participants = await ports.store.participants.list(cohorts[0]!.id)
  return [
    ...cohorts.flatMap(({ id }) => [id, id, id]),
    ...pairings.slice(0, 3).map(({ id }) => id),
    ...participants.slice(0, 3).map(({ id }) => id),
    ...company.enrolments.slice(0, 3).map(({ personId }) => personId),
    '00000000-0000-4000-8000-000000000000',
  ]
}

function tokenOf({ tenant, company }: Product, oid: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return signClaims(tenant.keys, {
    aud: tenant.state.apps.tab.id,
    iss: `https://login.microsoftonline.com/${company.tenantId}/v2.0`,
    tid: company.tenantId,
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    ...{ scp: 'access_as_user', ver: '2.0', oid, roles: rolesOfAll, iat: now, nbf: now, exp: now + 3600 },
  })
}
