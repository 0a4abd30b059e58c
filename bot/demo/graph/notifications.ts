import type { TenantState } from '../state.ts'
import type { GraphMemory, StoredSubscription } from './memory.ts'

type ChangeType = 'created' | 'updated' | 'deleted'

interface Changed {
  type: 'Event' | 'User'
  path: string
  id: string
}

/** Posts a change to everybody subscribed to the mailbox's events. Delivery is tried once and never awaited. */
export function notifySubscribers(
  state: TenantState,
  memory: GraphMemory,
  mailbox: string,
  eventId: string,
  changeType: ChangeType,
): void {
  for (const one of memory.subscriptions.values()) {
    if (one.mailbox !== mailbox) continue
    const id = one.immutable ? `AAkA${eventId.slice(4)}` : eventId
    notify(state, one, { type: 'Event', path: `Users/${mailbox}/Events/${id}`, id }, changeType)
  }
}

/** Posts a change of somebody to those subscribed to users: who it is, and nothing of what changed. */
export function notifyOfUser(
  state: TenantState,
  memory: GraphMemory,
  id: string,
  changeType: Exclude<ChangeType, 'created'>,
): void {
  const what: Changed = { type: 'User', path: `Users/${id}`, id }
  for (const one of memory.subscriptions.values())
    if (one.mailbox === undefined) notify(state, one, what, changeType)
}

function notify(
  state: TenantState,
  { resource }: StoredSubscription,
  what: Changed,
  changeType: ChangeType,
): void {
  if (Date.parse(String(resource['expirationDateTime'])) < state.now().getTime()) return
  if (!String(resource['changeType']).split(',').includes(changeType)) return
  const notification = {
    subscriptionId: resource['id'],
    subscriptionExpirationDateTime: resource['expirationDateTime'],
    changeType,
    resource: what.path,
    resourceData: { '@odata.type': `#Microsoft.Graph.${what.type}`, '@odata.id': what.path, id: what.id },
    clientState: resource['clientState'],
    tenantId: state.company.tenantId,
  }
  void deliver(String(resource['notificationUrl']), { value: [notification] })
}

async function deliver(url: string, body: unknown): Promise<void> {
  try {
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
  } catch {
    // Graph would try again for hours; nobody in the demo waits for that.
  }
}
