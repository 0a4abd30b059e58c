import type { PersonId } from '../organization/person.ts'
import { dayMinutes } from '../span.ts'

/** Stands where a mailbox stands for all users of the tenant; mailboxes are named by object ids, so by nothing like it. */
export const wholeDirectory = 'directory'

/** What we listen to in one mailbox in which series of ours are organized, or in the directory. */
export interface CalendarWatch {
  /** Or `wholeDirectory`. */
  mailbox: PersonId
  /** Graph's subscription; absent until there is one. */
  subscriptionId?: string
  /** Comes with every notification; stored before Graph is asked. */
  clientState: string
  /** End of the subscription. Without one: not before this moment is it asked for again. */
  expiresAt?: Date
  /** When its series were last read. */
  lookedAt?: Date
  /** A look is asked for and has not begun. */
  stirred: boolean
}

/** Graph tells of changes now, as far as it has said. */
export function isLive({ subscriptionId, expiresAt }: CalendarWatch, now: Date): boolean {
  return subscriptionId !== undefined && expiresAt !== undefined && expiresAt > now
}

/** Right under both limits that are published for events, 4,230 and 10,080 minutes; users have 41,760. */
export const watchMinutes = 4200
/** Renewed once a day. */
export const renewWithinMinutes = watchMinutes - dayMinutes

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed'

/** One line of what Graph posts, as far as it is read. */
export interface CalendarNotification {
  subscriptionId: string
  clientState?: string
  tenantId?: string
  lifecycleEvent?: string
  /** The event that is in the calendar no more, as Graph says. */
  deletedId?: string
}
