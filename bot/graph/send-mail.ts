/** One mail from the mailbox of the settings; off unless there is one. */
import type { Graph } from './client.ts'
import { isGraphError } from './graph-error.ts'
import { pathPart } from './path-part.ts'

export interface Mail {
  to: { address: string; name: string }
  subject: string
  text: string
}

/**
 * `refused`: it was not sent, and trying again would not help; `busy`: not sent, and it may. After any other fault nobody
 * knows, and it is not sent again: learn.microsoft.com/graph/api/user-sendmail. No copy is kept, since others read that
 * mailbox too, and no out-of-office answer is wanted: such a header begins with `x-`
 * (learn.microsoft.com/graph/api/resources/message).
 */
export async function sendMail(
  graph: Graph,
  mailbox: string,
  mail: Mail,
): Promise<'sent' | 'refused' | 'busy'> {
  const message = {
    subject: mail.subject,
    body: { contentType: 'text', content: mail.text },
    toRecipients: [{ emailAddress: mail.to }],
    internetMessageHeaders: [{ name: 'X-Auto-Response-Suppress', value: 'All' }],
  }
  try {
    await graph.post(`/users/${pathPart(mailbox)}/sendMail`, { message, saveToSentItems: false }, { mailbox })
    return 'sent'
  } catch (error) {
    if (!isGraphError(error)) throw error
    if (error.status === 429 || error.status === 401) return 'busy'
    if (error.status >= 400 && error.status < 500 && error.status !== 408) return 'refused'
    throw error
  }
}
