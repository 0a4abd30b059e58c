import { Fault } from '../domain/fault.ts'

/** Why an activity was turned away, with the HTTP status that says so. */
export class NotAdmitted extends Fault {
  override readonly name = 'NotAdmitted'
  readonly code:
    | 'not-an-activity'
    | 'unauthenticated'
    | 'service-host'
    | 'channel'
    | 'tenant'
    | 'keys-unavailable'
  readonly status: 400 | 401 | 403 | 503
  constructor(code: NotAdmitted['code'], options?: { cause?: unknown }) {
    super(`The activity was turned away: ${code}.`, options)
    this.code = code
    this.status = statuses[code]
  }
}

const statuses: Record<NotAdmitted['code'], NotAdmitted['status']> = {
  'not-an-activity': 400,
  unauthenticated: 401,
  'service-host': 401,
  channel: 403,
  tenant: 403,
  'keys-unavailable': 503,
}
