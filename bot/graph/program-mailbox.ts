/** Whether a mailbox can invite to Sessions: known before the first booking, which would be the first call to fail. */
import type { PersonId } from '../domain/organization/person.ts'
import type { MailboxTrouble } from '../domain/program/scheduling-policy.ts'
import type { Graph } from './client.ts'
import { isGraphError } from './graph-error.ts'
import { mailboxOptions } from './mailbox.ts'
import { pathPart } from './path-part.ts'

interface Calendar {
  allowedOnlineMeetingProviders?: string[] | null
}

/** @throws GraphError when nobody knows */
export async function troubleWith(graph: Graph, mailbox: PersonId): Promise<MailboxTrouble | undefined> {
  const path = `/users/${pathPart(mailbox)}/calendar?$select=allowedOnlineMeetingProviders`
  try {
    const { allowedOnlineMeetingProviders } = await graph.get<Calendar>(path, mailboxOptions(mailbox))
    return allowedOnlineMeetingProviders?.includes('teamsForBusiness') ? undefined : 'mailbox-without-teams'
  } catch (error) {
    if (isGraphError(error) && error.status === 404) return 'mailbox-missing'
    if (isGraphError(error) && error.status === 403) return 'mailbox-out-of-reach'
    throw error
  }
}
