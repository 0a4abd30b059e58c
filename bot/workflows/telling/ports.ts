/** What telling needs of the world. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { ChannelRef } from '../../domain/publishing/summary.ts'
import type { Announcement, Notice } from '../../domain/telling/notice.ts'
import type { ClaimedNotice, OutgoingNotice, Reachable, Unreached } from '../../domain/telling/outgoing.ts'

export type Delivery =
  | { sent: true; conversationId: string; activityId: string }
  | { sent: false; why: 'not-installed' | 'blocked' | 'gone' }

export interface Messenger {
  /** One card in the person's own chat with the bot. Throws when trying again may help. */
  toPerson(id: PersonId, notice: Notice, locale: string): Promise<Delivery>
  /** Replaces a card sent before. */
  replace(at: { conversationId: string; activityId: string }, notice: Notice, locale: string): Promise<void>
  /**
   * A new thread in a channel. Nothing is sent any more when `withinMs` are over. @throws when it was not done, or when
   * nobody knows.
   */
  toChannel(channel: ChannelRef, announcement: Announcement, withinMs: number): Promise<Delivery>
  removeFromChannel(at: { conversationId: string; activityId: string }): Promise<void>
}

export interface AppInstaller {
  /**
   * Puts this app into somebody's Teams; there already is fine. `refused`: not into this person's; `impossible`: into nobody's,
   * as things are. @throws when trying again may help
   */
  installFor(id: PersonId): Promise<'installed' | 'there' | 'refused' | 'impossible'>
}

export interface Mailer {
  /**
   * What a card would have said, as a mail that names nobody. `refused`: not sent, for good; `busy`: not sent, trying again may
   * help. @throws when nobody knows
   */
  mail(
    to: { address: string; name: string },
    notice: Notice,
    locale: string,
  ): Promise<'sent' | 'refused' | 'busy'>
}

/** One aggregate a line; see `Store`. */
export interface TellingStore {
  notices: {
    get(key: string): Promise<OutgoingNotice | undefined>
    /** Writes the intention; a key known already changes nothing and answers false. */
    intend(key: string, personId: PersonId, notice: Notice): Promise<boolean>
    save(notice: OutgoingNotice): Promise<void>
    /** Says something else under the same key from now on; false when nothing was intended under it. */
    rewrite(key: string, notice: Notice): Promise<boolean>
    claim(key: string, leaseMs: number): Promise<ClaimedNotice | undefined>
    /** Back to waiting for nothing: what did not go out to this person for one of these reasons, unless it is older. Their keys, oldest first. */
    revive(personId: PersonId, whys: readonly string[], mostAgeMs: number): Promise<string[]>
    /** Whether a card to this person waits for that reason. */
    hasWaiting(personId: PersonId, why: string): Promise<boolean>
    /** Waiting since `before`, or claimed longer ago than the lease. */
    stranded(since: { before: Date; leaseMs: number }, limit: number): Promise<string[]>
    ofPerson(personId: PersonId): Promise<OutgoingNotice[]>
    /** Not taken by Teams since a day and no older than that, and not mailed: to eligible people with an address. */
    unmailed(mostAgeMs: number, limit: number): Promise<string[]>
    /** True for the first who mails it, for as long as Teams has not taken it. */
    claimMail(key: string): Promise<boolean>
    /** It was not sent after all, and may be. */
    giveMailBack(key: string): Promise<void>
    /** Of those who take part in the Cohort; what is between two counts for nothing here. */
    unreached(cohortId: CohortId): Promise<Unreached[]>
  }
  reachable: {
    get(id: string): Promise<Reachable | undefined>
    teams(): Promise<string[]>
    save(reachable: Reachable): Promise<void>
    remove(id: string): Promise<void>
    /** True for the first who asks for this person since a day. */
    firstToInstall(personId: PersonId, at: Date): Promise<boolean>
    /** Eligible people whose cards, no older than that, wait for the app, and for whom nobody has asked since a day. */
    lackingApp(since: { at: Date; mostAgeMs: number }, limit: number): Promise<PersonId[]>
    /** True the first time in a day that this is seen, whatever names it: Teams delivers twice when an answer is late. */
    firstSeen(what: readonly string[]): Promise<boolean>
  }
}

export interface TellingJobs {
  'deliver-notice': { noticeKey: string }
  /** The card that was sent under this key says something else by now. */
  'replace-notice': { noticeKey: string }
  'install-app': { personId: PersonId }
  /** What this person missed while they could not be written to. */
  'deliver-missed': { personId: PersonId }
  /** What Teams did not take for a day. */
  'mail-notice': { noticeKey: string }
}
