import type { TenantState } from '../state.ts'
import type { GraphMemory } from './memory.ts'

/** Posts a change to everybody subscribed to the mailbox's events. Delivery is tried once and never awaited. */
export function notifySubscribers(
  state: TenantState,
  memory: GraphMemory,
  mailbox: string,
  eventId: string,
  changeType: 'created' | 'updated' | 'deleted',
): void {
  for (const { resource, mailbox: watched } of memory.subscriptions.values()) {
    if (watched !== mailbox || Date.parse(String(resource['expirationDateTime'])) < state.now().getTime())
      continue
    if (!String(resource['changeType']).split(',').includes(changeType)) continue
    const path = `Users/${mailbox}/Events/${eventId}`
    const notification = {
      subscriptionId: resource['id'],
      subscriptionExpirationDateTime: resource['expirationDateTime'],
      changeType,
      resource: path,
      resourceData: { '@odata.type': '#Microsoft.Graph.Event', '@odata.id': path, id: eventId },
      clientState: resource['clientState'],
      tenantId: state.company.tenantId,
    }
    void deliver(String(resource['notificationUrl']), { value: [notification] })
  }
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
