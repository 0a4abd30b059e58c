import type { DemoPerson } from '../company.ts'
import { dayMs, minuteMs } from '../span.ts'
import type { TenantState } from '../state.ts'
import { badRequest, type Call, context, type GraphAnswer, GraphRefusal, graphLink, ok } from './exchange.ts'
import { type DirectoryChange, type GraphMemory, indexAddresses, memoryOf } from './memory.ts'
import { notifyOfUser } from './notifications.ts'
import { pick, readToken, selected, writeToken } from './odata.ts'
import { DEFAULT_USER, userRow } from './user-row.ts'

/** Objects a page holds at most; it cannot be raised. */
const PAGE = 200
const LIFE_DAYS = 7
/** Page links die within the hour; nobody publishes the number. */
export const PAGE_LIFE_MINUTES = 20
/** Rows of the first page that the last page of a long round repeats: readers must upsert, not insert. */
const REPEATED = 3

/** What the opaque tokens carry. `at` is an index into the order (full read) or the journal (changes). */
interface DeltaToken {
  g: number
  /** Names selected when the round began; later links carry no query of their own. */
  s: string[]
  at: number
  /** Full read only: the journal's length when the round began. */
  since?: number
  issued: number
  /** `Prefer: return=minimal` is not carried; `id eq` filters are. */
  ids?: string[]
}

/** GET /users/delta: a full read in pages of 200, then only changes. */
export function usersDelta(call: Call): GraphAnswer {
  const { state, memory, request } = call
  const { query } = request
  const skip = parameter(query, '$skiptoken')
  const delta = parameter(query, '$deltatoken')
  if (skip !== undefined) {
    const token = requireToken(call, skip)
    requireYoung(call, token.issued)
    return token.since === undefined ? changesPage(call, token) : fullPage(call, token)
  }
  if (delta === 'latest')
    return answer(state, [], { '@odata.deltaLink': deltaLink(call, startToken(call), memory.changes.length) })
  if (delta) return changesPage(call, requireToken(call, delta))
  if (query.has('$orderby') || query.has('$search'))
    throw badRequest('The query option is not supported on delta.', 'Request_UnsupportedQuery')
  return fullPage(call, startToken(call))
}

/** Query names of tokens come in either case. */
function parameter(query: URLSearchParams, name: string): string | undefined {
  for (const [key, value] of query) if (key.toLowerCase() === name) return value
  return undefined
}

function startToken(call: Call): DeltaToken {
  const filter = call.request.query.get('$filter')
  const ids = filter ? [...filter.matchAll(/id eq '([^']+)'/g)].map((found) => found[1]!) : undefined
  if (filter && (ids!.length === 0 || ids!.length > 50))
    throw badRequest('Only id filters, at most 50, are supported on delta.', 'Request_UnsupportedQuery')
  return {
    g: call.memory.deltaGeneration,
    s: selected(call.request.query) ?? DEFAULT_USER,
    at: 0,
    since: call.memory.changes.length,
    issued: call.state.now().getTime(),
    ...(ids ? { ids } : {}),
  }
}

function requireToken(call: Call, text: string): DeltaToken {
  const token = readToken<DeltaToken>(text)
  const age = token ? (call.state.now().getTime() - token.issued) / dayMs : 0
  if (token && Array.isArray(token.s) && token.g === call.memory.deltaGeneration && age <= LIFE_DAYS)
    return token
  throw new GraphRefusal(
    410,
    'syncStateNotFound',
    'The delta token can no longer be used. Start with a full synchronization.',
    {
      headers: { Location: graphLink(call.state, '/users/delta?$deltatoken=') },
    },
  )
}

/** What Entra says of a page link that waited too long: 400, and not one of the codes of delta. */
export function requireYoung(call: Call, issued: number): void {
  if (call.state.now().getTime() - issued <= PAGE_LIFE_MINUTES * minuteMs) return
  throw badRequest(
    'The specified page token value has expired and can no longer be included in your request.',
    'Directory_ExpiredPageToken',
  )
}

function fullPage(call: Call, token: DeltaToken): GraphAnswer {
  const { state, memory } = call
  const order = token.ids ?? memory.order
  const rows: Record<string, unknown>[] = []
  let at = token.at
  for (; at < order.length && rows.length < PAGE; at++) {
    const person = state.company.byId.get(order[at]!)
    if (person) rows.push(baseRow(person, token.s))
    else if (!token.ids) rows.push({ id: order[at]!, '@removed': { reason: 'changed' } })
  }
  if (at < order.length) return answer(state, rows, { '@odata.nextLink': nextLink(call, { ...token, at }) })
  for (let i = 0; token.at > 0 && i < REPEATED && rows.length < PAGE; i++) {
    const person = state.company.byId.get(order[i]!)
    if (person) rows.push(baseRow(person, token.s))
  }
  return answer(state, rows, { '@odata.deltaLink': deltaLink(call, token, token.since!) })
}

function changesPage(call: Call, token: DeltaToken): GraphAnswer {
  const { state, memory, request } = call
  const minimal = /return=minimal/i.test(request.headers['prefer'] ?? '')
  const merged = new Map<string, DirectoryChange>()
  let at = token.at
  for (; at < memory.changes.length && merged.size < PAGE; at++) {
    const change = memory.changes[at]!
    if (token.ids && !token.ids.includes(change.id)) continue
    const earlier = merged.get(change.id)
    merged.set(
      change.id,
      earlier
        ? {
            ...change,
            managerChanged: earlier.managerChanged || change.managerChanged,
            formerManager: earlier.formerManager ?? change.formerManager,
            cleared: [...new Set([...earlier.cleared, ...change.cleared])],
          }
        : change,
    )
  }
  const rows = [...merged.values()].map((change) => changeRow(call, change, token.s, minimal))
  if (at < memory.changes.length)
    return answer(state, rows, { '@odata.nextLink': nextLink(call, { ...token, at }) })
  return answer(state, rows, { '@odata.deltaLink': deltaLink(call, token, at) })
}

/** First reading: nulls are left out, the manager stands as a one-element array. */
function baseRow(person: DemoPerson, names: string[]): Record<string, unknown> {
  const row = withoutNulls(pick(userRow(person), names))
  if (person.managerId && names.includes('manager')) row['manager@delta'] = [managerLink(person.managerId)]
  return row
}

/**
 * A change: what was never set is left out, what was cleared stands as null, and the manager is mentioned only when it
 * is what changed. How a cleared one is told is published nowhere, so the tenant can tell it in each likely way.
 */
function changeRow(
  { state, memory }: Call,
  change: DirectoryChange,
  names: string[],
  minimal: boolean,
): Record<string, unknown> {
  const person = state.company.byId.get(change.id)
  if (!person) return { id: change.id, '@removed': { reason: 'changed' } }
  const row =
    minimal && change.managerChanged
      ? { id: person.id }
      : withoutNulls(pick(userRow(person), names), change.cleared)
  if (!change.managerChanged || !names.includes('manager')) return row
  if (person.managerId) row['manager@delta'] = [managerLink(person.managerId)]
  else if (change.formerManager) Object.assign(row, clearedManager(memory, change.formerManager))
  return row
}

function clearedManager({ clearedManagerAs }: GraphMemory, formerManager: string): Record<string, unknown> {
  if (clearedManagerAs === 'absent') return {}
  if (clearedManagerAs === 'null') return { manager: null }
  const removed = { ...managerLink(formerManager), '@removed': { reason: 'deleted' } }
  return { 'manager@delta': clearedManagerAs === 'empty' ? [] : [removed] }
}

const managerLink = (id: string) => ({ '@odata.type': '#microsoft.graph.user', id })

function withoutNulls(row: Record<string, unknown>, cleared: string[] = []): Record<string, unknown> {
  for (const key in row) if (row[key] === null && !cleared.includes(key)) delete row[key]
  return row
}

function answer(state: TenantState, value: unknown[], link: Record<string, string>): GraphAnswer {
  return ok({ '@odata.context': context(state, 'users'), ...link, value })
}

function nextLink(call: Call, token: DeltaToken): string {
  const fresh: DeltaToken = { ...token, issued: call.state.now().getTime() }
  return graphLink(call.state, `/users/delta?$skiptoken=${writeToken(fresh)}`)
}

function deltaLink(call: Call, { since: _, ...token }: DeltaToken, at: number): string {
  const fresh: DeltaToken = { ...token, at, issued: call.state.now().getTime() }
  return graphLink(call.state, `/users/delta?$deltatoken=${writeToken(fresh)}`)
}

/** Changes somebody in the directory, as an administrator would; seen in the next delta round. A new id adds a person. */
export function changePerson(
  state: TenantState,
  id: string,
  patch: Omit<Partial<DemoPerson>, 'managerId'> & { managerId?: string | undefined },
): void {
  const memory = memoryOf(state)
  const person = state.company.byId.get(id)
  if (!person) throw new Error(`Nobody in the demo tenant has the id ${id}.`)
  const formerManager = person.managerId
  const before = userRow(person)
  const { managerId, ...rest } = patch
  Object.assign(person, rest)
  if ('managerId' in patch) {
    if (managerId) person.managerId = managerId
    else delete person.managerId
  }
  indexAddresses(memory, person)
  memory.changes.push({
    id,
    removed: false,
    managerChanged: person.managerId !== formerManager,
    formerManager,
    cleared: clearedBetween(before, userRow(person)),
  })
  if (memory.tellsNewManagers || Object.keys(rest).length > 0) notifyOfUser(state, memory, id, 'updated')
  state.changed('directory')
}

function clearedBetween(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(before).filter((key) => (before[key] ?? null) !== null && (after[key] ?? null) === null)
}

/** Deletes somebody. Their reports' links are left to the reader, as the real delta leaves them. */
export function removePerson(state: TenantState, id: string): void {
  const memory = memoryOf(state)
  const person = state.company.byId.get(id)
  if (!person) return
  state.company.byId.delete(id)
  state.company.people.splice(state.company.people.indexOf(person), 1)
  memory.changes.push({
    id,
    removed: true,
    managerChanged: false,
    formerManager: person.managerId,
    cleared: [],
  })
  // A soft deletion is told as an update.
  notifyOfUser(state, memory, id, 'updated')
  state.changed('directory')
}

/** Takes somebody new on. */
export function addPerson(state: TenantState, person: DemoPerson): void {
  const memory = memoryOf(state)
  state.company.byId.set(person.id, person)
  state.company.people.push(person)
  memory.order.push(person.id)
  indexAddresses(memory, person)
  memory.changes.push({
    id: person.id,
    removed: false,
    managerChanged: Boolean(person.managerId),
    formerManager: undefined,
    cleared: [],
  })
  // Somebody new is told as an update.
  notifyOfUser(state, memory, person.id, 'updated')
  state.changed('directory')
}

/** From now on every delta link handed out before is answered with 410. */
export function expireDeltaLinks(memory: GraphMemory): void {
  memory.deltaGeneration++
}
