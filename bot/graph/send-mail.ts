/** Mails from the one mailbox of the settings; there is none of this without it. */

import { hourMs, minuteMs } from '../domain/span.ts'
import type { Graph } from './client.ts'
import { type GraphError, isGraphError } from './graph-error.ts'
import { pathPart } from './path-part.ts'
import { signInUnavailable } from './token.ts'

export interface Mail {
  to: { address: string; name: string }
  subject: string
  text: string
}

interface Needs {
  graph: Graph
  mailbox: string
  now(): Date
  log: { warn(fields: object, message: string): void }
}

/** Looked for once a minute anyway. */
const breathMs = minuteMs
/** A mailbox that is not ours to send from is tried again then: a grant in Exchange may take two hours to count. */
const closedMs = hourMs

/**
 * `refused`: it was not sent, and trying again would not help; `busy`: not sent, and it may. After any other fault nobody
 * knows, since sendMail has no key that would make a second one harmless. That the mailbox may not be used is said once, until it may.
 */
export function createMailSender({ graph, mailbox, now, log }: Needs) {
  let closedUntil = 0
  let isSaid = false
  return {
    async send(mail: Mail): Promise<'sent' | 'refused' | 'busy'> {
      if (now().getTime() < closedUntil) return 'busy'
      try {
        await post(graph, mailbox, mail)
        isSaid = false
        return 'sent'
      } catch (error) {
        if (!isGraphError(error)) throw error
        if (error.status === 400) return 'refused'
        if (wasTurnedAway(error)) {
          closedUntil = now().getTime() + (error.retryAfter ?? breathMs)
          return 'busy'
        }
        if (![401, 403, 404].includes(error.status)) throw error
        closedUntil = now().getTime() + closedMs
        if (!isSaid) log.warn({ err: error, permission: 'Mail.Send', setting: 'NOTICE_MAILBOX' }, closed)
        isSaid = true
        return 'busy'
      }
    },
  }
}

/**
 * Not accepted, and to be asked again later: 429, or 503 with the time to wait (learn.microsoft.com/graph/errors,
 * learn.microsoft.com/graph/throttling), or no token to ask with. A 503 without a time may be a gateway's, behind which the
 * mail went out.
 */
const wasTurnedAway = ({ status, code, retryAfter }: GraphError): boolean =>
  status === 429 || (status === 503 && retryAfter !== undefined) || code === signInUnavailable

const closed =
  'no mail can be sent from the mailbox of the settings: cards that Teams did not take are not mailed'

/**
 * learn.microsoft.com/graph/api/user-sendmail. No copy is kept, since others read that mailbox too, and no out-of-office
 * answer is wanted; such a header begins with `x-` (learn.microsoft.com/graph/api/resources/message).
 */
async function post(graph: Graph, mailbox: string, { to, subject, text }: Mail): Promise<void> {
  const message = {
    subject,
    body: { contentType: 'text', content: text },
    toRecipients: [{ emailAddress: to }],
    internetMessageHeaders: [{ name: 'X-Auto-Response-Suppress', value: 'All' }],
  }
  await graph.post(`/users/${pathPart(mailbox)}/sendMail`, { message, saveToSentItems: false }, { mailbox })
}
