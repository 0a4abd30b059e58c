/**
 * An appointment that somebody looks at in their own Outlook. The id is that of their own copy and means nothing in any other
 * mailbox; `iCalUId` is the same in all of them, but each occurrence of a series has one of its own (learn.microsoft.com,
 * resource event), so a series is named by that of its master.
 */
import type { PersonId } from '../domain/organization/person.ts'
import type { Appointment } from '../domain/scheduling/appointment.ts'
import type { Graph, RequestOptions } from './client.ts'
import { type GraphError, goneIs, isGraphError } from './graph-error.ts'
import { eventPath, eventsPath, mailboxOptions } from './mailbox.ts'
import { instantFrom } from './to-event.ts'

interface Copy {
  iCalUId?: string | null
  type?: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster' | null
  seriesMasterId?: string | null
  originalStart?: string | null
  start?: { dateTime?: string | null; timeZone?: string | null } | null
  isCancelled?: boolean | null
}

/** Outlook hands its add-ins ids that change when the item moves, and so is the series named in the answer. */
const asOutlookNamesIt = (mailbox: PersonId): RequestOptions => ({
  mailbox,
  headers: { Prefer: 'outlook.timezone="UTC"' },
})

/** Undefined for what is in no calendar of theirs, an id that is none included. */
export async function appointmentIn(
  graph: Graph,
  mailbox: PersonId,
  id: string,
): Promise<Appointment | undefined> {
  const copy = await copyOf(graph, mailbox, id)
  if (!copy?.iCalUId) return undefined
  if (copy.type === 'singleInstance') return { sharedId: copy.iCalUId, isSeries: false }
  if (copy.type === 'seriesMaster') return { sharedId: copy.iCalUId, isSeries: true }
  const originalStart = originalOf(copy)
  const series = copy.seriesMasterId ? await copyOf(graph, mailbox, copy.seriesMasterId) : undefined
  return series?.iCalUId && originalStart
    ? { sharedId: series.iCalUId, originalStart, isSeries: false }
    : undefined
}

/** Ids, as we keep them, of the events in the organizer's mailbox that have this shared id. */
export async function eventsSharing(
  graph: Graph,
  organizerId: PersonId,
  sharedId: string,
): Promise<string[]> {
  const filter = encodeURIComponent(`iCalUId eq '${sharedId.replaceAll("'", "''")}'`)
  const path = `${eventsPath(organizerId)}?$filter=${filter}&$select=id,iCalUId&$top=10`
  const found: string[] = []
  for await (const page of graph.pages<{ id: string; iCalUId?: string | null }>(
    path,
    mailboxOptions(organizerId),
  ))
    for (const event of page.value) if (event.iCalUId === sharedId) found.push(event.id)
  return found
}

async function copyOf(graph: Graph, mailbox: PersonId, eventId: string): Promise<Copy | undefined> {
  const fields = 'iCalUId,type,seriesMasterId,originalStart,start,isCancelled'
  const path = `${eventPath({ organizerId: mailbox, eventId })}?$select=${fields}`
  try {
    const copy = await goneIs(undefined, graph.get<Copy>(path, asOutlookNamesIt(mailbox)))
    return copy?.isCancelled ? undefined : copy
  } catch (error) {
    if (isGraphError(error) && isNoId(error)) return undefined
    throw error
  }
}

/** What Exchange says of something that is no id of its own, or of another mailbox's. */
const isNoId = ({ code }: GraphError) =>
  ['ErrorInvalidIdMalformed', 'ErrorInvalidId', 'ErrorInvalidMailboxItemId', 'bad-id'].includes(code ?? '')

function originalOf({ type, originalStart, start }: Copy): Date | undefined {
  if (originalStart) return new Date(originalStart)
  return type === 'occurrence' ? new Date(instantFrom(start)) : undefined
}
