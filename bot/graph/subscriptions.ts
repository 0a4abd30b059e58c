/**
 * Change notifications of calendars and of the directory: one subscription a mailbox and one for all users, without any
 * content (it is read afterwards).
 * Source: outlook-change-notifications-overview, change-notifications-overview (users: `updated` and `deleted` only, and an
 * update tells of creation and soft deletion too) and change-notifications-lifecycle-events in the Graph documentation.
 */

import type { PersonId } from '../domain/organization/person.ts'
import { wholeDirectory } from '../domain/scheduling/calendar-watch.ts'
import type { Graph } from './client.ts'
import { missingIs } from './graph-error.ts'
import { pathPart } from './path-part.ts'

export interface NotificationUrls {
  notifications: string
  /** Cannot be added later: it is given when a subscription begins. */
  lifecycle: string
}

interface Subscription {
  id: string
  resource?: string | null
  clientState?: string | null
  notificationUrl?: string | null
  expirationDateTime: string
}

const immutable = { headers: { Prefer: 'IdType="ImmutableId"' } }

export function watcherFrom(graph: Graph, urls: NotificationUrls) {
  return {
    async list() {
      const found: { id: string; mailbox: PersonId; expiresAt: Date }[] = []
      for await (const page of graph.pages<Subscription>('/subscriptions')) {
        for (const one of page.value) {
          const mailbox = mailboxOf(one)
          if (!mailbox || one.notificationUrl !== urls.notifications) continue
          found.push({ id: one.id, mailbox, expiresAt: new Date(one.expirationDateTime) })
        }
      }
      return found
    },
    /** undefined also when the subscription is gone. */
    async clientStateOf(id: string): Promise<string | undefined> {
      const one = await missingIs(undefined, graph.get<Subscription>(`/subscriptions/${pathPart(id)}`))
      return one?.clientState ?? undefined
    },
    async begin(mailbox: PersonId, clientState: string, until: Date) {
      const asked = {
        changeType: 'updated,deleted',
        notificationUrl: urls.notifications,
        lifecycleNotificationUrl: urls.lifecycle,
        resource: mailbox === wholeDirectory ? '/users' : `/users/${pathPart(mailbox)}/events`,
        expirationDateTime: until.toISOString(),
        clientState,
      }
      const { id, expirationDateTime } = await graph.post<Subscription>('/subscriptions', asked, immutable)
      return { id, expiresAt: new Date(expirationDateTime) }
    },
    async renew(id: string, until: Date): Promise<{ expiresAt: Date } | 'gone'> {
      const path = `/subscriptions/${pathPart(id)}`
      const change = { expirationDateTime: until.toISOString() }
      const renewed = await missingIs('gone' as const, graph.patch<Subscription>(path, change))
      return renewed === 'gone' ? 'gone' : { expiresAt: new Date(renewed.expirationDateTime) }
    },
    async end(id: string): Promise<void> {
      await missingIs(undefined, graph.delete(`/subscriptions/${pathPart(id)}`))
    },
  }
}

function mailboxOf({ resource }: Subscription): PersonId | undefined {
  if (/^\/?users$/i.test(resource ?? '')) return wholeDirectory
  const [, mailbox] = /^\/?users\/([^/]+)\/events$/i.exec(resource ?? '') ?? []
  return mailbox && decodeURIComponent(mailbox)
}
