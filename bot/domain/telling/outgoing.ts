import type { PersonId } from '../organization/person.ts'
import type { ChannelRef, SummaryId } from '../publishing/summary.ts'
import type { Notice } from './notice.ts'

/** A Notice on its way: the intention first, the effect after it, under one key. */
export interface OutgoingNotice {
  key: string
  personId: PersonId
  notice: Notice
  state: 'waiting' | 'sending' | 'sent' | 'unreachable'
  attempts: number
  conversationId?: string
  activityId?: string
  why?: string
}

/** Somebody for whom Teams took no card, and none since. */
export interface Unreached {
  personId: PersonId
  why: 'not-installed' | 'blocked' | 'teams-unavailable'
  since: Date
}

/** Taken up by one worker, who sends it now. */
export interface ClaimedNotice extends OutgoingNotice {
  /** Since the intention, by the database's clock. */
  ageMs: number
}

/** One Summary in one channel. */
export interface Post {
  key: string
  summaryId: SummaryId
  channel: ChannelRef
  /** `unknown`: it was sent, or may have been, and nobody heard whether it arrived. A person looks, and says. */
  state: 'waiting' | 'posting' | 'posted' | 'refused' | 'removed' | 'unknown'
  attempts: number
  claimedAt?: Date
  conversationId?: string
  activityId?: string
  why?: string
}

/** Where the bot can reach somebody, or a team that has it. */
export interface Reachable {
  /** Person id, or `team:<team id>`. */
  id: string
  conversationId: string
  serviceUrl: string
}
