import { guidOf } from '../company/chance.ts'
import type { DemoEvent, TenantState } from '../state.ts'
import { GraphRefusal } from './exchange.ts'
import { type GraphMemory, memoryOf } from './memory.ts'
import { notifySubscribers } from './notifications.ts'

/** What an event id says: the stored event, and for an occurrence its original local date. */
export interface EventId {
  key: string
  isImmutable: boolean
  date?: string
}

const ID = /^(AAMk|AAkA)([0-9a-f]{32})(?:O(\d{4})(\d\d)(\d\d))?$/

export function readEventId(id: string): EventId | undefined {
  const found = ID.exec(id)
  if (!found) return undefined
  const read = { key: `AAMk${found[2]}`, isImmutable: found[1] === 'AAkA' }
  return found[3] ? { ...read, date: `${found[3]}-${found[4]}-${found[5]}` } : read
}

/** The id as shown: ordinary, or immutable when the caller prefers it. */
export function showEventId(key: string, immutable: boolean, date?: string): string {
  return `${immutable ? 'AAkA' : 'AAMk'}${key.slice(4)}${date ? `O${date.replaceAll('-', '')}` : ''}`
}

export function newEventKey(state: TenantState, memory: GraphMemory): string {
  return `AAMk${guidOf(`${state.company.tenantId}:event:${memory.nextEvent++}`).replaceAll('-', '')}`
}

export function findEvent(
  state: TenantState,
  mailbox: string,
  id: string,
): { event: DemoEvent; date?: string } {
  const parsed = readEventId(id)
  const event = parsed && (state.events.get(parsed.key) ?? deletedUnder(state, parsed))
  if (!event || event.mailbox !== mailbox)
    throw new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
  return parsed.date ? { event, date: parsed.date } : { event }
}

/** An immutable id outlives the move to Deleted Items; an ordinary one changes with it. */
function deletedUnder(state: TenantState, { key, isImmutable }: EventId): DemoEvent | undefined {
  return isImmutable ? memoryOf(state).deletedItems.get(key) : undefined
}

export const isDeleted = (state: TenantState, { id }: DemoEvent) => memoryOf(state).deletedItems.has(id)

/** Somebody empties Deleted Items: from now on every id answers 404. */
export function emptyDeletedItems(state: TenantState): void {
  memoryOf(state).deletedItems.clear()
}

/** The search by property lags behind: for a moment it does not know this event, or knows it again. */
export function setIndexed(state: TenantState, eventId: string, isIndexed: boolean): void {
  const { unindexed } = memoryOf(state)
  const key = readEventId(eventId)?.key ?? eventId
  if (isIndexed) unindexed.delete(key)
  else unindexed.add(key)
}

/** The same the other way: what was deleted is listed for a moment still, or no more. */
export function setLingering(state: TenantState, eventId: string, isListed: boolean): void {
  const { lingering } = memoryOf(state)
  const key = readEventId(eventId)?.key ?? eventId
  if (isListed) lingering.add(key)
  else lingering.delete(key)
}

/** Events of a mailbox that the search no longer should find, and does. */
export function lingeringIn(memory: GraphMemory, mailbox: string): DemoEvent[] {
  const found = [...memory.lingering].flatMap((key) => memory.deletedItems.get(key) ?? [])
  return found.filter((event) => event.mailbox === mailbox)
}

export function eventsOf(state: TenantState, memory: GraphMemory, mailbox: string): DemoEvent[] {
  return [...(memory.eventsOf.get(mailbox) ?? [])].flatMap((key) => state.events.get(key) ?? [])
}

/** The organizer's copy of a meeting, and those of its attendees. */
export function copiesOf(
  state: TenantState,
  event: DemoEvent,
): { organizer: DemoEvent | undefined; others: DemoEvent[] } {
  const copies = [...(memoryOf(state).copiesOf.get(event.iCalUId) ?? [])].flatMap(
    (key) => state.events.get(key) ?? [],
  )
  return {
    organizer: copies.find((copy) => isOrganizers(state, copy)),
    others: copies.filter((copy) => !isOrganizers(state, copy)),
  }
}

export function isOrganizers(state: TenantState, event: DemoEvent): boolean {
  const organizer = event.resource['organizer'] as { emailAddress: { address: string } }
  return organizer.emailAddress.address === state.company.byId.get(event.mailbox)?.mail
}

export function saveEvent(state: TenantState, event: DemoEvent, kind: 'created' | 'updated'): void {
  const memory = memoryOf(state)
  putEvent(state, event)
  event.etag++
  event.resource['lastModifiedDateTime'] = state.now().toISOString()
  memory.calendarChanges.push({ mailbox: event.mailbox, eventId: event.id, kind })
  notifySubscribers(state, memory, event.mailbox, event.id, kind)
  state.changed('calendar')
}

/** Puts an event where it is looked for, and tells nobody: for what was there before a restart. */
export function putEvent(state: TenantState, event: DemoEvent): void {
  const memory = memoryOf(state)
  state.events.set(event.id, event)
  addTo(memory.eventsOf, event.mailbox, event.id)
  addTo(memory.copiesOf, event.iCalUId, event.id)
}

/** Deleting and calling off move the item to Deleted Items; nothing in the item itself says so. */
export function dropEvent(state: TenantState, event: DemoEvent): void {
  const memory = memoryOf(state)
  memory.deletedItems.set(event.id, event)
  state.events.delete(event.id)
  memory.eventsOf.get(event.mailbox)?.delete(event.id)
  memory.copiesOf.get(event.iCalUId)?.delete(event.id)
  if (event.transactionId) memory.transactions.delete(`${event.mailbox}|${event.transactionId}`)
  memory.calendarChanges.push({ mailbox: event.mailbox, eventId: event.id, kind: 'deleted' })
  notifySubscribers(state, memory, event.mailbox, event.id, 'deleted')
  state.changed('calendar')
}

function addTo(index: Map<string, Set<string>>, key: string, value: string): void {
  const set = index.get(key)
  if (set) set.add(value)
  else index.set(key, new Set([value]))
}
